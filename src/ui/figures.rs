//! The open figures: what the published data of the market come to, as charts and tables, and as files.

use super::context::{use_config, use_lang, use_today};
use super::document::{Missing, document_page};
use super::fact_list::FactList;
use super::figures_group::{FiguresGroup, Row};
use super::icon::Icon;
use super::market_tabs::MarketTabs;
use super::sample::SampleNote;
use crate::browser::answers;
use crate::market::figures::{Counts, ElementFigures, Figures};
use crate::sources::{Told, date, market_file};
use crate::words::Lang;
use leptos::prelude::*;
use time::Date;

/// The file of the market, and the same as a table.
const FILES: [&str; 2] = ["figures.json", "figures.csv"];

/// The page of the open figures.
#[component]
pub fn FiguresPage() -> impl IntoView {
    let lang = use_lang();
    let words = lang.figures();
    let config = use_config();
    document_page(
        move || async move {
            let found = market_file(FILES[0], &config.get_value(), &answers::fetch).await?;
            Ok(found.map(|told| Told {
                what: Figures::read(&told.what),
                kept: told.kept,
            }))
        },
        move |_: Option<Figures>| words.title.to_owned(),
        move |figures| view! { <Shown figures /> }.into_any(),
        Missing {
            address: "/market/figures".to_owned(),
            facts: Vec::new(),
            heading: Some(words.none),
            help: words.none_help,
        },
    )
}

#[component]
fn Shown(figures: Figures) -> impl IntoView {
    let lang = use_lang();
    let words = lang.figures();
    let today = use_today().get_untracked();
    view! {
        <MarketTabs />
        <SampleNote sample=figures.sample />
        <p class="lead">{words.lead}</p>
        <section class="section">
            <h2>{words.all}</h2>
            <FactList facts=sums(&figures, today, lang) />
            <p class="source">{words.complete_note}</p>
        </section>
        <FiguresGroup
            title=words.by_category
            parts=vec![words.products]
            columns=columns(words.category, lang)
            rows=figures.categories.iter().map(|category| {
                counted(category.name.in_lang(lang).to_owned(), String::new(), &category.counts)
            }).collect()
        />
        {communes(&figures, lang)}
        <FiguresGroup
            title=words.by_verdict
            parts=vec![words.lots]
            columns=vec![words.verdict.to_owned(), words.lots.to_owned()]
            rows=verdicts(&figures, lang)
        />
        {elements(&figures.elements, lang)}
        {ages(&figures, lang)}
        <Files />
    }
}

fn sums(figures: &Figures, today: Date, lang: Lang) -> Vec<(&'static str, String)> {
    let words = lang.figures();
    let all = &figures.all;
    let as_of = date::day(&figures.as_of);
    let as_of = as_of.map(|day| lang.day_and_age(day, (today - day).whole_days()));
    vec![
        (words.producers, lang.number(all.producers)),
        (words.products, lang.number(all.products)),
        (words.lots, lang.number(all.lots)),
        (words.complete, lang.number(all.complete)),
        (words.as_of, as_of.unwrap_or_default()),
    ]
}

/// The columns of producers, products, lots and complete lots, after that of the names.
fn columns(first: &str, lang: Lang) -> Vec<String> {
    let words = lang.figures();
    [first, words.producers, words.products, words.lots, words.complete]
        .map(str::to_owned)
        .to_vec()
}

fn counted(name: String, small: String, counts: &Counts) -> Row {
    Row {
        name,
        small,
        parts: vec![counts.products],
        cells: vec![counts.producers, counts.products, counts.lots, counts.complete],
    }
}

/// By commune, with a column more for the products of each category.
fn communes(figures: &Figures, lang: Lang) -> AnyView {
    let words = lang.figures();
    let categories = &figures.categories;
    let rows = figures.communes.iter().map(|commune| {
        let mut row = counted(commune.name.clone(), commune.province.clone(), &commune.counts);
        let of = |id: &String| commune.products_by_category.get(id).copied();
        row.cells.extend(
            categories
                .iter()
                .map(|category| of(&category.id).unwrap_or_default()),
        );
        row
    });
    let names = categories
        .iter()
        .map(|category| category.name.in_lang(lang).to_owned());
    let columns = columns(words.commune, lang).into_iter().chain(names).collect();
    view! {
        <FiguresGroup
            title=words.by_commune
            note=words.commune_note
            parts=vec![words.products]
            columns
            rows=rows.collect()
        />
    }
    .into_any()
}

fn verdicts(figures: &Figures, lang: Lang) -> Vec<Row> {
    let found = &figures.verdicts;
    let lots = [found.ok, found.unknown, found.warn, found.stop];
    let rows = lang.figures().verdicts.into_iter().zip(lots);
    rows.map(|(name, lots)| lots_of(name.to_owned(), lots)).collect()
}

fn lots_of(name: String, lots: u32) -> Row {
    Row {
        name,
        small: String::new(),
        parts: vec![lots],
        cells: vec![lots],
    }
}

fn elements(elements: &[ElementFigures], lang: Lang) -> AnyView {
    let words = lang.figures();
    let rows = elements.iter().map(|element| {
        let required = if element.required {
            format!(" · {}", words.required)
        } else {
            String::new()
        };
        let parts = vec![element.shown, element.declared, element.missing];
        Row {
            name: element.name.in_lang(lang).to_owned(),
            small: format!("{}{required}", element.law),
            cells: parts.clone(),
            parts,
        }
    });
    let columns = [words.element].into_iter().chain(words.grounds);
    view! {
        <FiguresGroup
            title=words.by_element
            note=words.element_note
            parts=words.grounds.to_vec()
            columns=columns.map(str::to_owned).collect()
            rows=rows.collect()
        />
    }
    .into_any()
}

fn ages(figures: &Figures, lang: Lang) -> AnyView {
    let words = lang.figures();
    let mut after = 0;
    let rows = figures.ages.iter().map(|group| {
        let name = lang.age_group(group.up_to_days, after);
        after = group.up_to_days.unwrap_or(after);
        lots_of(name, group.lots)
    });
    let rows = rows.collect();
    view! {
        <FiguresGroup
            title=words.by_age
            note=words.age_note
            parts=vec![words.lots]
            columns=vec![words.age.to_owned(), words.lots.to_owned()]
            rows
        />
    }
    .into_any()
}

/// The published files themselves.
#[component]
fn Files() -> impl IntoView {
    let words = use_lang().figures();
    let market = use_config().with_value(|config| config.market.clone());
    let links = FILES.into_iter().zip([words.json, words.csv]);
    let links = links.map(|(file, text)| {
        view! {
            <a class="button" href=format!("{market}{file}") download=file>
                <Icon name="download" />
                {text}
            </a>
        }
    });
    view! {
        <section class="section">
            <h2>{words.files}</h2>
            <p>{words.files_note}</p>
            <div class="acts">{links.collect_view()}</div>
        </section>
    }
}
