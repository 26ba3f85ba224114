//! The QR code of a page, drawn on the spot.

use super::context::use_lang;
use crate::browser::site;
use crate::gs1::DigitalLink;
use crate::label::QrCode;
use leptos::prelude::*;

/// The code that opens this page on another phone. Empty for an address that is too long for any code.
#[component]
pub fn PageCode(identity: DigitalLink) -> impl IntoView {
    let label = use_lang().page_tools().code;
    let code = QrCode::of_link(&site::origin(), &identity)?;
    let side = code.side();
    Some(view! {
        <svg class="page-code" role="img" aria-label=label viewBox=format!("0 0 {side} {side}") shape-rendering="crispEdges">
            <path class="ground" d=format!("M0 0h{side}v{side}h-{side}z") />
            <path class="modules" d=code.path() />
        </svg>
    })
}
