//! The label of the pack: lot, days, stall.

use super::context::use_lang;
use crate::journey::Journey;
use crate::words::Lang;
use leptos::prelude::*;
use std::sync::Arc;
use time::Date;

/// The facts that stand in the first screen: numbers on lines of their own, days and stall side by side. A fact that nobody
/// gave is left out.
#[component]
pub fn Facts(journey: Arc<Journey>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.journey_page();
    let (numbers, days) = (numbers(&journey, lang), days(&journey, lang));
    let stall = journey.product.as_ref().and_then(|product| product.stall.clone());
    let is_empty = numbers.is_empty() && days.is_empty() && stall.is_none();
    (!is_empty).then(|| {
        view! {
            <dl class="facts label">
                {numbers.into_iter().map(|(term, value)| view! {
                    <div class="wide"><dt>{term}</dt><dd>{value}</dd></div>
                }).collect_view()}
                {days.into_iter().map(|(term, date, passed)| view! {
                    <div class:passed=passed>
                        <dt>{term}</dt>
                        <dd>{lang.date(date)}{passed.then(|| view! { " · " {words.expired} })}</dd>
                    </div>
                }).collect_view()}
                {stall.map(|stall| {
                    let page = stall.gln.map(|gln| format!("/414/{gln}"));
                    view! { <div class="stall"><dt>{lang.market().stall}</dt><dd><a href=page>{stall.name}</a></dd></div> }
                })}
            </dl>
        }
    })
}

fn numbers(journey: &Journey, lang: Lang) -> Vec<(&'static str, String)> {
    let words = lang.journey_page();
    let lot = journey.identity.lot().map(|lot| (words.lot, lot.to_owned()));
    let serial = journey.identity.serial();
    let serial = serial.map(|serial| (words.serial, serial.to_owned()));
    lot.into_iter().chain(serial).collect()
}

/// Each day with what it is, and whether it was the last one and has passed.
fn days(journey: &Journey, lang: Lang) -> Vec<(&'static str, Date, bool)> {
    let words = lang.journey_page();
    let expires = journey.expires_on;
    let days = [
        journey.packed_on.map(|date| (words.packed, date, false)),
        expires.map(|date| (words.expires, date, date < journey.today)),
        journey.best_before.map(|date| (words.best_before, date, false)),
    ];
    days.into_iter().flatten().collect()
}
