//! The lots of a producer that may be bought, by product, as links to their journeys.

use super::context::{use_lang, use_today};
use crate::gs1::{DigitalLink, Gtin};
use crate::sources::place::ProductEntry;
use crate::sources::product::Lot;
use crate::words::Lang;
use leptos::prelude::*;

/// The lots that are not out of date. Nothing where the source names none.
#[component]
pub fn ProducerLots(products: Vec<ProductEntry>) -> impl IntoView {
    let lang = use_lang();
    let today = use_today().get_untracked();
    let is_good = |lot: &Lot| lot.expires_on.is_none_or(|day| today <= day);
    let rows: Vec<_> = products
        .into_iter()
        .flat_map(|product| {
            let ProductEntry { gtin, name, lots, .. } = product;
            let lots = lots.into_iter().filter(is_good);
            lots.filter_map(move |lot| {
                let address = address(&gtin, &lot)?;
                Some((name.in_lang(lang).to_owned(), address, lot))
            })
        })
        .collect();
    let row = |(name, address, lot): (String, String, Lot)| {
        view! {
            <li>
                <a href=address>
                    <b>{name}</b>
                    <span>{small_print(&lot, lang)}</span>
                </a>
            </li>
        }
    };
    (!rows.is_empty()).then(|| {
        view! {
            <section class="section on-sale">
                <h2>{lang.producer().lots}</h2>
                <ul class="lots">{rows.into_iter().map(row).collect_view()}</ul>
            </section>
        }
    })
}

fn address(gtin: &str, lot: &Lot) -> Option<String> {
    let mut link = DigitalLink::product(Gtin::parse(gtin).ok()?);
    link.qualifiers.push(("10".to_owned(), lot.lot.clone()?));
    Some(link.address())
}

fn small_print(lot: &Lot, lang: Lang) -> String {
    let words = lang.producer();
    let number = lot
        .lot
        .as_ref()
        .map(|number| format!("{} {number}", lang.saved().lot));
    let packed = lot
        .packed_on
        .map(|day| format!("{} {}", words.packed, lang.date(day)));
    let until = lot
        .expires_on
        .map(|day| format!("{} {}", words.until, lang.date(day)));
    let parts = [number, packed, until];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
