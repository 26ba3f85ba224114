//! Links taken apart by the browser that would follow them.

use crate::gs1::link::{Link, Parts};
use web_sys::Url;

/// Takes a link apart; `None` where the browser would not follow it.
pub fn parts(link: &Link) -> Option<Parts> {
    let url = Url::new(&link.url).ok()?;
    let bare = |text: String, sign| text.strip_prefix(sign).unwrap_or_default().to_owned();
    Some(Parts {
        is_encrypted: url.protocol() == "https:",
        has_user: !url.username().is_empty() || !url.password().is_empty(),
        host: url.hostname(),
        has_port: !url.port().is_empty(),
        path: url.pathname(),
        after_path: [bare(url.search(), '?'), bare(url.hash(), '#')],
    })
}
