//! What was saved as files: a table and JSON.

use super::context::{use_history, use_lang};
use super::icon::Icon;
use crate::browser::store::Scan;
use crate::browser::{clock, download, site};
use crate::market::saved::{Entry, as_csv, as_json};
use leptos::prelude::*;

/// The buttons that save them.
#[component]
pub fn TakeAlong() -> impl IntoView {
    let lang = use_lang();
    let words = lang.shopping();
    let all = use_history().all();
    let entries = move || all.read_untracked().iter().map(entry).collect::<Vec<_>>();
    let table = move |_| download::save("cho-phien.csv", "text/csv", &as_csv(&entries(), lang));
    let json = move |_| download::save("cho-phien.json", "application/json", &as_json(&entries()));
    view! {
        <section class="section">
            <h2>{words.take_along}</h2>
            <div class="acts">
                <button class="button" on:click=table><Icon name="download" />{words.as_table}</button>
                <button class="button" on:click=json><Icon name="download" />{words.as_json}</button>
            </div>
        </section>
    }
}

fn entry(scan: &Scan) -> Entry {
    Entry {
        address: site::address_of(&scan.path),
        name: scan.name.clone(),
        gtin: scan.gtin.clone(),
        lot: scan.lot.clone(),
        seen: format!("{} {}", clock::day_of(scan.at), clock::hour_of(scan.at)),
        favourite: scan.favourite,
        bought: scan.bought,
        note: scan.note.clone(),
    }
}
