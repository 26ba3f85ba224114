//! A code that names no product: what it is, in plain words. Nothing of it is opened by itself.

use super::context::{use_config, use_lang};
use super::icon::Icon;
use crate::browser::link_parts;
use crate::gs1::DigitalLink;
use crate::gs1::facts::inside;
use crate::gs1::foreign::Foreign;
use crate::gs1::link::Parts;
use crate::gs1::payment::Payment;
use crate::gs1::platform::PlatformKind;
use crate::words::Lang;
use leptos::prelude::*;

/// What a foreign code is, with its host or text in full, what to be careful about, and for a link the way to open it on a tap.
#[component]
pub fn ForeignNote(foreign: Foreign) -> impl IntoView {
    let lang = use_lang();
    let words = lang.scan();
    let followed = foreign.link().and_then(link_parts::parts);
    let url = followed.as_ref().and(foreign.link()).map(|link| link.url.clone());
    // What the browser would not follow is named as it is written, without the way to open it.
    let parts = followed.or_else(|| Parts::written(foreign.link()?));
    let cautions = foreign.cautions(parts.as_ref());
    let inside = use_config().with_value(|config| inside(&foreign, &config.layouts, lang));
    let product = match &foreign {
        Foreign::Platform(platform) => platform.gtin,
        _ => None,
    };
    view! {
        <div class="notice" data-kind="warn" role="alert">
            <Icon name="info" />
            <div>
                <p>{sentence(&foreign, lang)}</p>
                {shown(&foreign, parts, lang).map(|shown| view! { <p class="verbatim">{shown}</p> })}
                {cautions.into_iter().map(|caution| view! { <p>{caution.sentence(lang)}</p> }).collect_view()}
                {inside.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
                {product.map(|gtin| view! {
                    <a class="button" href=DigitalLink::product(gtin).address()>{words.see_product}" "{gtin.shown().to_owned()}</a>
                })}
                {url.map(|url| view! {
                    <a class="button quiet" href=url target="_blank" rel="noopener noreferrer">
                        <Icon name="external-link" />{words.open_in_browser}
                    </a>
                })}
            </div>
        </div>
    }
}

fn sentence(foreign: &Foreign, lang: Lang) -> &'static str {
    let words = lang.scan();
    match foreign {
        Foreign::Restricted { .. } => words.foreign_restricted,
        Foreign::Platform(platform) if platform.kind == PlatformKind::Page => words.foreign_page,
        Foreign::Platform(_) => words.foreign_platform,
        Foreign::Compressed(_) => words.foreign_compressed,
        Foreign::Link(_) => words.foreign_link,
        Foreign::Payment(_) => words.foreign_payment,
        Foreign::WiFi { .. } => words.foreign_wifi,
        Foreign::Contact { .. } => words.foreign_contact,
        Foreign::Text(_) => words.foreign_text,
    }
}

/// What stands in the code, in full: the host of a link, the number, the receiver of a payment.
fn shown(foreign: &Foreign, parts: Option<Parts>, lang: Lang) -> Option<String> {
    let shown = match foreign {
        Foreign::Restricted { number: text, .. } | Foreign::Text(text) => text.clone(),
        Foreign::WiFi { name: text, .. } | Foreign::Contact { shown: text, .. } => text.clone(),
        Foreign::Platform(platform) => parts.map_or(platform.code.clone(), |parts| parts.host),
        Foreign::Compressed(link) | Foreign::Link(link) => parts.map_or(link.url.clone(), |parts| parts.host),
        Foreign::Payment(payment) => receiver(payment, lang),
    };
    (!shown.is_empty()).then_some(shown)
}

/// For whom a payment is, as far as the code tells.
fn receiver(payment: &Payment, lang: Lang) -> String {
    let words = lang.scan();
    let account = payment
        .account
        .as_ref()
        .map(|account| format!("{} {account}", words.account));
    let bank = payment.bank.as_ref().map(|bank| format!("{} {bank}", words.bank));
    let parts = [payment.name.clone(), account, bank, payment.amount.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
