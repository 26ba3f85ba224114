//! The choice of a lot or item, when the code names only the product.

use super::context::use_lang;
use super::icon::Icon;
use super::lot_field::LotField;
use crate::gs1::DigitalLink;
use crate::journey::Journey;
use crate::sources::product::Lot;
use leptos::prelude::*;
use std::sync::Arc;

/// What the page cannot say of the pack, a field for the lot printed on it, and the published lots and items of the product as
/// links to their journeys. Empty where the code names a lot, or nobody knows the product.
#[component]
pub fn Lots(journey: Arc<Journey>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.journey_page();
    let whole_product = journey.identity.lot().is_none() && journey.identity.serial().is_none();
    let gtin = journey.identity.gtin()?;
    let known: Vec<String> = journey.lots.iter().filter_map(|lot| lot.lot.clone()).collect();
    let lots = journey.lots.clone().into_iter().filter_map(move |lot| {
        let link = link(DigitalLink::product(gtin), &lot)?;
        Some(view! {
            <li>
                <a href=link.address()>
                    <b>{lot.serial.clone().or(lot.lot.clone())}</b>
                    {lot.packed_on.map(|date| view! {
                        <span>{format!("{} {}", words.packed, lang.date(date))}</span>
                    })}
                </a>
            </li>
        })
    });
    (whole_product && journey.product.is_some()).then(|| {
        view! {
            <section class="section choose">
                <h2>{words.choose_lot}</h2>
                <p class="no-claim"><Icon name="info" />{lang.journey_story().no_claim}</p>
                <p>{words.choose_lot_help}</p>
                <LotField gtin known />
                <ul class="lots">{lots.collect_view()}</ul>
            </section>
        }
    })
}

/// The product narrowed to one item, or to one lot where items are not numbered.
fn link(mut link: DigitalLink, lot: &Lot) -> Option<DigitalLink> {
    let qualifier = match (&lot.serial, &lot.lot) {
        (Some(serial), _) => ("21", serial),
        (None, Some(lot)) => ("10", lot),
        (None, None) => return None,
    };
    link.qualifiers
        .push((qualifier.0.to_owned(), qualifier.1.clone()));
    Some(link)
}
