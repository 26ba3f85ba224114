//! The filters of the market page. Their state is the query of the address:
//! `?q=` words, `c` category, `o` commune, `m` mark, `s=1` in season, `g=1` at a stall, `x` order.

use super::context::{go, use_catalogue, use_lang, use_path, use_today};
use crate::browser::{history, query};
use crate::market::query::{Order, Query};
use crate::words::Lang;
use leptos::prelude::*;

/// The kinds of marks, in the order of their words.
const MARKS: [&str; 5] = ["ocop", "vietgap", "organic", "gi", "mark"];

/// The orders, as the address writes them, in the order of their words.
const ORDERS: [(&str, Order); 4] = [
    ("", Order::Best),
    ("name", Order::Name),
    ("price", Order::Price),
    ("stars", Order::Stars),
];

/// What the address asks for.
#[derive(Clone, Copy)]
pub struct Filters {
    path: Signal<String>,
}

impl Filters {
    /// The filters that the address holds, now and whenever it changes.
    pub fn of_the_address() -> Filters {
        Filters { path: use_path() }
    }

    /// One field of the query; empty where it is not there.
    pub fn field(self, name: &str) -> String {
        query::read(&self.path.read(), name).unwrap_or_default()
    }

    /// The query for the catalogue; `month` is the month that rules.
    pub fn query(self, month: u8) -> Query {
        let some = |name: &str| Some(self.field(name)).filter(|value| !value.is_empty());
        let order = self.field("x");
        Query {
            text: self.field("q"),
            category: some("c"),
            commune: some("o"),
            mark: some("m"),
            month: some("s").map(|_| month),
            at_a_stall: some("g").is_some(),
            order: ORDERS
                .iter()
                .find(|(name, _)| *name == order)
                .map(|(_, order)| *order)
                .unwrap_or_default(),
        }
    }

    /// Whether anything but words and category is asked for.
    pub fn any(self) -> bool {
        ["o", "m", "s", "g", "x"]
            .iter()
            .any(|name| !self.field(name).is_empty())
    }

    /// The same page with another value in one field.
    pub fn with(self, name: &str, value: &str) -> String {
        let path = self.path.read_untracked();
        let fields = ["q", "c", "o", "m", "s", "g", "x"].map(|field| {
            let kept = query::read(&path, field).unwrap_or_default();
            (field, if field == name { value.to_owned() } else { kept })
        });
        let fields = fields.each_ref().map(|(field, value)| (*field, value.as_str()));
        query::write("/market", &fields)
    }

    /// Writes words into the address without a further entry in the history: Back then leaves the market, not the last letter.
    pub fn search(self, text: &str) {
        history::replace(&self.with("q", text));
    }
}

/// The filters beside words and category, folded away until they are wanted.
#[component]
pub fn MoreFilters(filters: Filters) -> impl IntoView {
    let lang = use_lang();
    let words = lang.fair();
    let catalogue = use_catalogue();
    let communes = move || {
        let catalogue = catalogue.get().flatten().unwrap_or_default();
        catalogue
            .communes()
            .into_iter()
            .map(|commune| (commune.clone(), commune))
            .collect::<Vec<_>>()
    };
    let marks = move || {
        MARKS
            .into_iter()
            .zip(words.marks)
            .map(|(mark, word)| (mark.to_owned(), word.to_owned()))
            .collect()
    };
    let today = use_today();
    view! {
        <details class="filters" open=filters.any()>
            <summary>{words.filters}</summary>
            <div class="filter-fields">
                <Choice filters name="o" label=words.commune options=Signal::derive(communes) />
                <Choice filters name="m" label=words.mark options=Signal::derive(marks) />
                <Choice filters name="x" label=words.order options=Signal::derive(move || orders(lang)) first=words.orders[0] />
                <Switch filters name="s" label=format!("{} ({})", words.in_season, lang.month(today.get_untracked())) />
                <Switch filters name="g" label=words.at_a_stall.to_owned() />
            </div>
            {move || filters.any().then(|| view! {
                <button class="button quiet" on:click=move |_| go(&query::write("/market", &[("q", &filters.field("q")), ("c", &filters.field("c"))]))>
                    {words.clear}
                </button>
            })}
        </details>
    }
}

fn orders(lang: Lang) -> Vec<(String, String)> {
    let named = ORDERS.iter().zip(lang.fair().orders).skip(1);
    named
        .map(|((name, _), word)| ((*name).to_owned(), word.to_owned()))
        .collect()
}

/// One field of which one value is chosen; `first` is what none is called.
#[component]
fn Choice(
    filters: Filters,
    name: &'static str,
    label: &'static str,
    options: Signal<Vec<(String, String)>>,
    #[prop(optional)] first: Option<&'static str>,
) -> impl IntoView {
    let first = first.unwrap_or(use_lang().fair().any);
    let option = move |(value, text): (String, String)| {
        let mine = value.clone();
        view! { <option value=value prop:selected=move || filters.field(name) == mine>{text}</option> }
    };
    view! {
        <label class="filter">
            <span>{label}</span>
            <select on:change=move |event| go(&filters.with(name, &event_target_value(&event)))>
                <option value="" prop:selected=move || filters.field(name).is_empty()>{first}</option>
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}

/// One thing that is asked for or not.
#[component]
fn Switch(filters: Filters, name: &'static str, label: String) -> impl IntoView {
    let is_on = move || !filters.field(name).is_empty();
    let change = move |_| go(&filters.with(name, if is_on() { "" } else { "1" }));
    view! {
        <button class="chip" aria-pressed=move || is_on().to_string() on:click=change>
            {label}
        </button>
    }
}
