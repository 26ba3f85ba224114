//! The market: every product and producer, with search and categories. Its state is the query `?q=…&c=…`.

use super::card::ProductCards;
use super::context::{go, use_catalogue, use_fair, use_lang, use_market_data, use_path};
use super::maker::MakerLink;
use super::notice::{Kind, Loading, Notice};
use super::said::Ages;
use super::sample::{SampleNote, is_fair_sample};
use super::search::SearchField;
use super::session::NextSession;
use super::shell::page_title;
use super::silence::MarketTrouble;
use crate::browser::{history, query};
use crate::market::catalogue::{Card, search};
use crate::market::fair::{Named, ProducerEntry};
use crate::sources::kept::Kept;
use crate::words::Text;
use leptos::prelude::*;

/// What is searched for, as the address says it.
#[derive(Clone, Copy)]
struct Filter {
    query: Memo<String>,
    category: Memo<Option<String>>,
}

impl Filter {
    fn new() -> Filter {
        let path = use_path();
        Filter {
            query: Memo::new(move |_| query::read(&path.read(), "q").unwrap_or_default()),
            category: Memo::new(move |_| {
                query::read(&path.read(), "c").filter(|category| !category.is_empty())
            }),
        }
    }

    /// The address of the same page with another filter.
    fn address(query: &str, category: Option<&str>) -> String {
        query::write("/market", &[("q", query), ("c", category.unwrap_or_default())])
    }
}

/// The market page.
#[component]
pub fn MarketPage() -> impl IntoView {
    let lang = use_lang();
    let words = lang.market();
    let filter = Filter::new();
    // OK to replace the entry: Back then leaves the market, not the last letter.
    let change = move |text: String| {
        history::replace(&Filter::address(
            &text,
            filter.category.get_untracked().as_deref(),
        ));
    };
    page_title(words.title, lang);
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        <SearchField query=filter.query change enter=|| () />
        <Categories filter />
        <SampleNote sample=is_fair_sample() />
        <MarketTrouble />
        <CatalogueAge />
        <Products filter />
        <Producers filter />
        <NextSession />
    }
}

/// How old the catalogue is, where this phone had kept it.
#[component]
fn CatalogueAge() -> impl IntoView {
    let lang = use_lang();
    let data = use_market_data();
    let source = Text::same(lang.problem().the_market);
    move || {
        let source = source.clone();
        data.kept_at().map(|at| {
            let kept = vec![Kept { source, at }];
            view! { <Ages kept /> }
        })
    }
}

/// The categories, as buttons of which one is pressed.
#[component]
fn Categories(filter: Filter) -> impl IntoView {
    let lang = use_lang();
    let fair = use_fair();
    let categories = Memo::new(move |_| {
        fair.get()
            .flatten()
            .map(|fair| fair.categories)
            .unwrap_or_default()
    });
    let choose = move |category: Option<&str>| go(&Filter::address(&filter.query.get_untracked(), category));
    let button = move |Named { id, name }: Named| {
        let chosen = id.clone();
        view! {
            <button
                class="chip"
                aria-pressed=move || (filter.category.read().as_deref() == Some(&id)).to_string()
                on:click=move |_| choose(Some(&chosen))
            >
                {name.in_lang(lang).to_owned()}
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=lang.market().categories>
            <button
                class="chip"
                aria-pressed=move || filter.category.read().is_none().to_string()
                on:click=move |_| choose(None)
            >
                {lang.market().all}
            </button>
            {move || categories.get().into_iter().map(button).collect_view()}
        </div>
    }
}

#[component]
fn Products(filter: Filter) -> impl IntoView {
    let lang = use_lang();
    let catalogue = use_catalogue();
    let found = Memo::new(move |_| {
        let cards = catalogue.get()??;
        let found = search(&cards, &filter.query.read(), filter.category.read().as_deref());
        Some(found.into_iter().cloned().collect::<Vec<Card>>())
    });
    let count = Memo::new(move |_| found.read().as_ref().map(Vec::len));
    let waiting = Memo::new(move |_| catalogue.read().is_none());
    view! {
        <section class="section">
            <h2>
                {lang.market().results}
                <span role="status">{move || count.get().map(|count| format!(" ({count})"))}</span>
            </h2>
            {move || match found.get() {
                None if waiting.get() => view! { <Loading /> }.into_any(),
                None => ().into_any(),
                Some(cards) if cards.is_empty() => {
                    let text = lang.market().nothing.to_owned();
                    view! { <Notice kind=Kind::Info text /> }.into_any()
                }
                Some(cards) => view! { <ProductCards cards class="grid" /> }.into_any(),
            }}
        </section>
    }
}

/// The producers who make something of the chosen category, and who match the search or have goods that do.
#[component]
fn Producers(filter: Filter) -> impl IntoView {
    let lang = use_lang();
    let fair = use_fair();
    let catalogue = use_catalogue();
    let producers = Memo::new(move |_| {
        let producers = fair
            .get()
            .flatten()
            .map(|fair| fair.producers)
            .unwrap_or_default();
        let cards = catalogue.get().flatten().unwrap_or_default();
        let found = search(&cards, &filter.query.read(), filter.category.read().as_deref());
        let is_shown = |producer: &ProducerEntry| found.iter().any(|card| card.producer == producer.gln);
        producers.into_iter().filter(is_shown).collect::<Vec<_>>()
    });
    let note = move |producer: &ProducerEntry| {
        let stall = producer
            .stall
            .as_ref()
            .map(|stall| format!(" · {} {stall}", lang.market().stall));
        format!("{}{}", producer.commune, stall.unwrap_or_default())
    };
    let row = move |producer: ProducerEntry| {
        let note = note(&producer);
        view! { <li><MakerLink gln=producer.gln name=producer.name note /></li> }
    };
    move || {
        let rows = producers.get().into_iter().map(row).collect_view();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="section">
                    <h2>{lang.market().producers}</h2>
                    <ul class="makers">{rows}</ul>
                </section>
            }
        })
    }
}
