//! Modal dialogs: they take the focus when they are drawn, and give it back when they go.

use leptos::html;
use leptos::prelude::*;

/// Shows the dialog of a component over everything else for as long as the component is drawn.
pub fn show_modal(dialog: NodeRef<html::Dialog>) {
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            let _ = dialog.show_modal(); // OK because a browser without modal dialogs still shows it, by its class.
        }
    });
    // Closed while it is still drawn: the browser then gives the focus back to what had it. A page with another address moves it on.
    on_cleanup(move || {
        if let Some(dialog) = dialog.try_get_untracked().flatten() {
            dialog.close();
        }
    });
}
