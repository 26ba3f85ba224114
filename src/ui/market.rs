//! The market: every product and producer, with search, categories and filters. Its state is the query of the address.

use super::card::ProductCards;
use super::context::{go, use_catalogue, use_config, use_fair, use_lang, use_market_data, use_today};
use super::icon::Icon;
use super::maker::MakerLink;
use super::market_filters::{Filters, MoreFilters};
use super::market_tabs::MarketTabs;
use super::notice::{Kind, Loading, Notice};
use super::said::Ages;
use super::sample::{SampleNote, is_fair_sample};
use super::search::SearchField;
use super::session::NextSession;
use super::shell::page_title;
use super::silence::MarketTrouble;
use crate::market::catalogue::Card;
use crate::market::fair::{Named, ProducerEntry};
use crate::sources::kept::Kept;
use crate::words::Text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

/// How many cards stand on the page at first, and how many come with every further tap.
const BATCH: usize = 48;

/// How many producers stand under the goods at most: whoever looks for another one writes its name.
const MOST_PRODUCERS: usize = 48;

/// The places in the catalogue of what answers the query: all of it is counted, the first of it is shown.
type Found = Memo<Option<Vec<usize>>>;

/// The market page.
#[component]
pub fn MarketPage() -> impl IntoView {
    let lang = use_lang();
    let words = lang.market();
    let filters = Filters::of_the_address();
    let catalogue = use_catalogue();
    let today = use_today();
    let found: Found = Memo::new(move |_| {
        let month = u8::from(today.get().month());
        let found = catalogue.get()??;
        Some(found.find(&filters.query(month)))
    });
    page_title(words.title, lang);
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        <MarketTabs />
        <SearchField
            query=Signal::derive(move || filters.field("q"))
            change=move |text| filters.search(&text)
            enter=|| ()
        />
        <Categories filters />
        <MoreFilters filters />
        <SampleNote sample=is_fair_sample() />
        <MarketTrouble />
        <CatalogueAge />
        <Products found />
        <Producers found />
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
fn Categories(filters: Filters) -> impl IntoView {
    let lang = use_lang();
    let fair = use_fair();
    let categories = Memo::new(move |_| {
        fair.get()
            .flatten()
            .map(|fair| fair.categories)
            .unwrap_or_default()
    });
    let button = move |Named { id, name }: Named| {
        let chosen = id.clone();
        view! {
            <button
                class="chip"
                aria-pressed=move || (filters.field("c") == id).to_string()
                on:click=move |_| go(&filters.with("c", &chosen))
            >
                {name.in_lang(lang).to_owned()}
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=lang.market().categories>
            <button
                class="chip"
                aria-pressed=move || filters.field("c").is_empty().to_string()
                on:click=move |_| go(&filters.with("c", ""))
            >
                {lang.market().all}
            </button>
            {move || categories.get().into_iter().map(button).collect_view()}
        </div>
    }
}

#[component]
fn Products(found: Found) -> impl IntoView {
    let lang = use_lang();
    let catalogue = use_catalogue();
    let shown = RwSignal::new(BATCH);
    Effect::new(move |_| {
        found.track();
        shown.set(BATCH);
    });
    let count = Memo::new(move |_| found.read().as_ref().map(Vec::len));
    let waiting = Memo::new(move |_| catalogue.read().is_none());
    let first = move || {
        let catalogue = catalogue.get().flatten().unwrap_or_default();
        let card = |at: &usize| catalogue.cards().get(*at).cloned();
        let found = found.read();
        let first = found.as_ref()?.iter().take(shown.get());
        Some(first.filter_map(card).collect::<Vec<Card>>())
    };
    let more = move || count.get().is_some_and(|count| count > shown.get());
    view! {
        <section class="section">
            <h2>
                {lang.market().results}
                <span role="status">{move || count.get().map(|count| format!(" ({count})"))}</span>
            </h2>
            {move || match first() {
                None if waiting.get() => view! { <Loading /> }.into_any(),
                None => ().into_any(),
                Some(cards) if cards.is_empty() => {
                    let text = lang.market().nothing.to_owned();
                    view! { <Notice kind=Kind::Info text /> }.into_any()
                }
                Some(cards) => view! { <ProductCards cards class="grid" /> }.into_any(),
            }}
            <ReadOn />
            {move || more().then(|| view! {
                <button class="button" on:click=move |_| shown.update(|shown| *shown += BATCH)>
                    <Icon name="arrow-right" />
                    {lang.fair().more}
                </button>
            })}
        </section>
    }
}

/// What was read of a catalogue too large for a phone, and the way to the rest of it.
#[component]
fn ReadOn() -> impl IntoView {
    let lang = use_lang();
    let words = lang.market();
    let (data, catalogue, config) = (use_market_data(), use_catalogue(), use_config());
    let reading = RwSignal::new(false);
    let read_on = move |_| {
        reading.set(true);
        spawn_local(async move {
            data.read_on(config.get_value()).await;
            let _ = reading.try_set(false); // OK because a page that was left shows no button.
        });
    };
    let read = Memo::new(move |_| {
        let catalogue = catalogue.get()??;
        catalogue.has_more().then(|| catalogue.cards().len())
    });
    move || {
        read.get().map(|count| {
            // OK because no phone holds so many products.
            let text = format!("{} {}", lang.number(count as u32), words.read_so_far);
            view! {
                <Notice kind=Kind::Info text />
                <button class="button" disabled=reading on:click=read_on>
                    <Icon name="download" />
                    {words.read_on}
                </button>
            }
        })
    }
}

/// The producers of the goods found.
#[component]
fn Producers(found: Found) -> impl IntoView {
    let lang = use_lang();
    let fair = use_fair();
    let catalogue = use_catalogue();
    let producers = Memo::new(move |_| {
        let catalogue = catalogue.get().flatten().unwrap_or_default();
        let found = found.read();
        let cards = found.iter().flatten().filter_map(|at| catalogue.cards().get(*at));
        let makers: BTreeSet<&str> = cards.map(|card| card.producer.as_str()).collect();
        let fair = fair.read();
        let all = fair.iter().flatten().flat_map(|fair| &fair.producers);
        let shown = all.filter(|producer| makers.contains(producer.gln.as_str()));
        shown
            .take(MOST_PRODUCERS)
            .cloned()
            .collect::<Vec<ProducerEntry>>()
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
