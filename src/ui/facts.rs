//! The facts of the packet: lot, days, stall.

use super::context::use_lang;
use super::fact_list::FactList;
use crate::journey::Journey;
use crate::words::Lang;
use leptos::prelude::*;
use time::Date;

/// The facts that stand in the first screen. A fact that nobody gave is left out.
#[component]
pub fn Facts(journey: Journey) -> impl IntoView {
    let facts = facts(&journey, use_lang());
    let stall = journey.product.and_then(|product| product.stall);
    (!facts.is_empty() || stall.is_some()).then(|| view! { <FactList facts stall /> })
}

fn facts(journey: &Journey, lang: Lang) -> Vec<(&'static str, String)> {
    let words = lang.journey_page();
    let expiry = |date: Date| {
        let passed = if date < journey.today {
            format!(" · {}", words.expired)
        } else {
            String::new()
        };
        format!("{}{passed}", lang.date(date))
    };
    [
        journey.identity.lot().map(|lot| (words.lot, lot.to_owned())),
        journey
            .identity
            .serial()
            .map(|serial| (words.serial, serial.to_owned())),
        journey.packed_on.map(|date| (words.packed, lang.date(date))),
        journey.expires_on.map(|date| (words.expires, expiry(date))),
        journey
            .best_before
            .map(|date| (words.best_before, lang.date(date))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
