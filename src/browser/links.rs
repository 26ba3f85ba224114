//! Links: which clicks the app answers itself, and where they lead inside a frame.

use super::site;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent, Url};

/// The folder of addresses that show a page without the app's frame around it.
const EMBED: &str = "/embed/";

/// Path and query of the link that was clicked, when it leads to a page of this app and the shopper wants it here.
/// Downloads, new tabs, other sites, `rel="external"` and places in the same page are left to the browser.
pub fn inner(event: &MouseEvent) -> Option<String> {
    let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    let link = clicked
        .closest("a[href]")
        .ok()??
        .dyn_into::<HtmlAnchorElement>()
        .ok()?;
    let here = link.target().is_empty() || link.target() == "_self";
    let plain = here && !link.has_attribute("download") && !link.rel().contains("external");
    if !plain || link.origin() != site::origin() || !link.hash().is_empty() {
        return None;
    }
    Some(link.pathname() + &link.search())
}

/// Whether a click fell on a link, wherever that leads.
pub fn is_on_link(event: &MouseEvent) -> bool {
    let clicked = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    clicked.is_some_and(|clicked| matches!(clicked.closest("a[href]"), Ok(Some(_))))
}

/// Where `to` leads from `from`: a page without frame leads to pages without frame.
pub fn within(from: &str, to: &str) -> String {
    if from.starts_with(EMBED) && !to.starts_with(EMBED) {
        format!("/embed{to}")
    } else {
        to.to_owned()
    }
}

/// The host of an absolute `http` or `https` link, with its port where it has an unusual one.
pub fn host(url: &str) -> Option<String> {
    let url = Url::new(url).ok()?;
    matches!(url.protocol().as_str(), "http:" | "https:").then(|| url.host())
}

/// The same page with the app's frame around it.
pub fn full(path: &str) -> &str {
    // OK to cut one byte less than the prefix: its last slash begins the full path.
    path.strip_prefix(EMBED)
        .map_or(path, |_| &path[EMBED.len() - 1..])
}
