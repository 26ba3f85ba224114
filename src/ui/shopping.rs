//! The list of what to buy: by stall, to be ticked off.

use super::context::{use_catalogue, use_history, use_lang};
use super::icon::Icon;
use super::scan_list::title;
use crate::browser::store::Scan;
use crate::market::saved::by_stall;
use leptos::prelude::*;

/// The list; nothing where nothing is on it. The stalls come from the catalogue, since they change from fair to fair.
#[component]
pub fn Shopping() -> impl IntoView {
    let lang = use_lang();
    let words = lang.shopping();
    let all = use_history().all();
    let catalogue = use_catalogue();
    let stalls = Memo::new(move |_| {
        let scans: Vec<Scan> = all
            .read()
            .iter()
            .filter(|scan| scan.bought.is_some())
            .map(plain)
            .collect();
        let catalogue = catalogue.get().flatten().unwrap_or_default();
        by_stall(scans, |scan| {
            let gtin = scan.gtin.as_ref()?;
            let card = catalogue.cards().iter().find(|card| card.gtin == *gtin)?;
            card.stall.clone()
        })
    });
    let stall = move |(stall, scans): (Option<String>, Vec<Scan>)| {
        let heading = match stall {
            Some(stall) => format!("{} {stall}", lang.market().stall),
            None => words.no_stall.to_owned(),
        };
        let rows = scans.into_iter().map(|scan| view! { <Row scan /> });
        view! {
            <h3>{heading}</h3>
            <ul class="shopping">{rows.collect_view()}</ul>
        }
    };
    move || {
        (!stalls.read().is_empty()).then(|| {
            view! {
                <section class="section">
                    <h2>{words.title}</h2>
                    <p class="source">{words.title_help}</p>
                    {stalls.get().into_iter().map(stall).collect_view()}
                </section>
            }
        })
    }
}

/// A scan without what changes while the list stands: a tick draws nothing anew, and keeps the focus.
fn plain(scan: &Scan) -> Scan {
    Scan {
        bought: Some(false),
        favourite: false,
        note: String::new(),
        ..scan.clone()
    }
}

#[component]
fn Row(scan: Scan) -> impl IntoView {
    let lang = use_lang();
    let words = lang.shopping();
    let history = use_history();
    let title = title(&scan, lang);
    let (asked, ticked, path) = (scan.path.clone(), scan.path.clone(), scan.path);
    let bought = Memo::new(move |_| history.scan(&asked, |scan| scan.bought) == Some(Some(true)));
    view! {
        <li>
            <label>
                <input type="checkbox" prop:checked=bought on:change=move |event| history.set_bought(&ticked, Some(event_target_checked(&event))) />
                <span>{title.clone()}</span>
            </label>
            <button class="button quiet" aria-label=format!("{}: {title}", words.unlist) on:click=move |_| history.set_bought(&path, None)>
                <Icon name="x" />
            </button>
        </li>
    }
}
