//! The open figures (`figures.json`, `figures.csv`): producers, products and lots counted, and what their journeys came to.

use super::index::Index;
use super::tally::Tally;
use crate::market::fair::Named;
use crate::market::figures::{CategoryFigures, CommuneFigures, Counts, Figures};
use crate::market::folding::fold;
use crate::market::spreadsheet::csv;
use crate::tables::Product;
use std::collections::{BTreeMap, BTreeSet};

/// The figures of a market whose lots were told.
pub(super) fn figures(index: &Index, tally: &Tally) -> Figures {
    let market = index.market;
    let all: Vec<&Product> = market.products.iter().collect();
    Figures {
        sample: market.sample,
        as_of: market.as_of.to_string(),
        all: Counts {
            // OK because a market of 400 thousand million producers does not exist.
            producers: market.producers.len() as u32,
            ..counts(index, tally, &all)
        },
        communes: communes(index, tally),
        categories: market
            .fair
            .categories
            .iter()
            .map(|category| of_category(index, tally, category))
            .collect(),
        verdicts: tally.verdicts,
        elements: tally.elements.clone(),
        ages: tally.ages(),
    }
}

fn counts(index: &Index, tally: &Tally, products: &[&Product]) -> Counts {
    let makers: BTreeSet<&str> = products.iter().map(|product| product.producer.as_str()).collect();
    let lots = products.iter().map(|product| index.lots_of(&product.id).len());
    let complete = products
        .iter()
        .filter_map(|product| tally.complete.get(&product.id));
    Counts {
        producers: makers.len() as u32,
        products: products.len() as u32,
        lots: lots.sum::<usize>() as u32,
        complete: complete.sum(),
    }
}

/// By the seat of the producer, the most products first, then by the alphabet. A seat without products counts its producers.
fn communes(index: &Index, tally: &Tally) -> Vec<CommuneFigures> {
    let mut seats: BTreeMap<(&str, &str), (u32, Vec<&Product>)> = BTreeMap::new();
    for producer in &index.market.producers {
        let (producers, products) = seats.entry((&producer.commune, &producer.province)).or_default();
        *producers += 1;
        products.extend(index.made_by(&producer.id));
    }
    let of = |((name, province), (producers, products)): ((&str, &str), (u32, Vec<&Product>))| {
        let mut by_category = BTreeMap::new();
        for product in &products {
            *by_category.entry(product.category.clone()).or_default() += 1;
        }
        CommuneFigures {
            name: name.to_owned(),
            province: province.to_owned(),
            counts: Counts {
                producers,
                ..counts(index, tally, &products)
            },
            products_by_category: by_category,
        }
    };
    let mut communes: Vec<CommuneFigures> = seats.into_iter().map(of).collect();
    communes.sort_by_cached_key(|commune| (u32::MAX - commune.counts.products, fold(&commune.name)));
    communes
}

fn of_category(index: &Index, tally: &Tally, category: &Named) -> CategoryFigures {
    let products = index.market.products.iter();
    let products: Vec<&Product> = products
        .filter(|product| product.category == category.id)
        .collect();
    CategoryFigures {
        id: category.id.clone(),
        name: category.name.clone(),
        counts: counts(index, tally, &products),
    }
}

/// The columns of the table: a group, what of it, its names, what was counted, and how many.
const HEADER: [&str; 6] = ["group", "key", "name_vi", "name_en", "measure", "value"];

/// The figures as a table for spreadsheet programs, one figure a row.
pub(super) fn table(figures: &Figures) -> String {
    csv(std::iter::once(HEADER.map(str::to_owned)).chain(rows(figures)))
}

type Row = [String; 6];

/// What is counted, such as `lots`, and how many.
type Measure = (String, u32);

fn rows(figures: &Figures) -> Vec<Row> {
    let market = |measure: &str, value: &str| ["market", "", "", "", measure, value].map(str::to_owned);
    let mut rows = vec![
        market("sample", &figures.sample.to_string()),
        market("asOf", &figures.as_of),
    ];
    let mut put = |group: &str, key: &str, names: [&str; 2], measures: Vec<Measure>| {
        rows.extend(measures.into_iter().map(|(measure, value)| {
            [group, key, names[0], names[1], &measure, &value.to_string()].map(str::to_owned)
        }));
    };
    put("market", "", ["", ""], measures(&figures.all));
    for commune in &figures.communes {
        let key = format!("{}, {}", commune.name, commune.province);
        let by_category = commune.products_by_category.iter();
        let by_category = by_category.map(|(id, products)| (format!("products {id}"), *products));
        let measures = measures(&commune.counts).into_iter().chain(by_category);
        put(
            "commune",
            &key,
            [&commune.name, &commune.name],
            measures.collect(),
        );
    }
    for category in &figures.categories {
        let names = [category.name.vi.as_str(), &category.name.en];
        put("category", &category.id, names, measures(&category.counts));
    }
    let verdicts = &figures.verdicts;
    for (key, lots) in [
        ("ok", verdicts.ok),
        ("unknown", verdicts.unknown),
        ("warn", verdicts.warn),
        ("stop", verdicts.stop),
    ] {
        put("verdict", key, ["", ""], vec![("lots".to_owned(), lots)]);
    }
    for element in &figures.elements {
        let measures = [
            ("shown", element.shown),
            ("declared", element.declared),
            ("missing", element.missing),
        ];
        let measures = measures.map(|(measure, lots)| (measure.to_owned(), lots));
        put(
            "element",
            &element.key,
            [&element.name.vi, &element.name.en],
            measures.to_vec(),
        );
    }
    for age in &figures.ages {
        let key = age
            .up_to_days
            .map_or("older".to_owned(), |days| format!("up to {days} days"));
        put("age", &key, ["", ""], vec![("lots".to_owned(), age.lots)]);
    }
    rows
}

fn measures(counts: &Counts) -> Vec<Measure> {
    let measures = [
        ("producers", counts.producers),
        ("products", counts.products),
        ("lots", counts.lots),
        ("complete", counts.complete),
    ];
    measures
        .map(|(measure, value)| (measure.to_owned(), value))
        .to_vec()
}
