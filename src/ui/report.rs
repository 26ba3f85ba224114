//! The report of a problem: a mail to the organiser, or its text to copy, which works without a network too.

use super::context::{use_config, use_lang};
use super::icon::Icon;
use crate::browser::share;
use crate::journey::problem_report::ProblemReport;
use leptos::html;
use leptos::prelude::*;

/// The report, folded until it is wanted. The text stands in the open, so that it can be copied by hand where the browser
/// lets no page copy. Without a contact in config.json there is no mail.
#[component]
pub fn Report(report: ProblemReport) -> impl IntoView {
    let words = use_lang().page_tools();
    let contact = use_config().with_value(|config| config.contact.clone());
    let mail = contact.map(|contact| (report.mail_link(&contact), contact));
    let field = NodeRef::<html::Textarea>::new();
    let copied = RwSignal::new(None::<bool>);
    let text = format!("{}\n{}", report.subject, report.body);
    let copy = move |_| {
        let Some(field) = field.get_untracked() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let done = share::copy_text(&field.value()).await;
            copied.set(Some(done));
            if !done {
                let _ = field.focus(); // OK because a field that takes no focus can still be selected by hand.
                field.select();
            }
        });
    };
    let told = move || {
        copied
            .get()
            .map(|done| if done { words.copied } else { words.copy_by_hand })
    };
    view! {
        <details class="report">
            <summary>
                <Icon name="message-square-warning" />
                {words.report}
            </summary>
            <p>{words.report_help}</p>
            <label for="report-text">{words.report_text}</label>
            <textarea id="report-text" rows="7" node_ref=field prop:value=text></textarea>
            <div class="acts">
                {mail.map(|(link, contact)| view! {
                    <a class="button primary" href=link rel="external">
                        <Icon name="mail" />
                        <span>{words.write} <small>{contact}</small></span>
                    </a>
                })}
                <button class="button" on:click=copy>
                    <Icon name="copy" />
                    {words.copy_report}
                </button>
            </div>
            <p class="help" role="status">{told}</p>
        </details>
    }
}
