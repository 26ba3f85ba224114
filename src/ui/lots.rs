//! The choice of a lot or item, when the code names only the product.

use super::context::use_lang;
use crate::gs1::DigitalLink;
use crate::journey::Journey;
use crate::sources::product::Lot;
use leptos::prelude::*;

/// The published lots and items of the product, as links to their journeys.
#[component]
pub fn Lots(journey: Journey) -> impl IntoView {
    let lang = use_lang();
    let words = lang.journey_page();
    let whole_product = journey.identity.lot().is_none() && journey.identity.serial().is_none();
    let product = journey.identity.gtin()?;
    (whole_product && !journey.lots.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{words.choose_lot}</h2>
                <p>{words.choose_lot_help}</p>
                <ul class="lots">
                    {journey.lots.into_iter().filter_map(|lot| {
                        let link = link(DigitalLink::product(product), &lot)?;
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
                    }).collect_view()}
                </ul>
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
