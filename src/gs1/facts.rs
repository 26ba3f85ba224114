//! What a code says by itself, as pairs of a label and a value in the shopper's words.

use super::contents::oddities;
use super::dates::Moment;
use super::digital_link::DigitalLink;
use super::foreign::Foreign;
use super::measures::{Decimal, Meaning, meaning};
use super::prefix;
use super::prefix::Use;
use super::restricted::{self, Contents, Layout, Unit};
use crate::words::Lang;

/// A label and its value.
pub type Fact = (&'static str, String);

/// Who issued the number, and every value of the code that is no part of its address. Years of two digits are those
/// nearest to `this_year`.
pub fn facts(link: &DigitalLink, this_year: i32, lang: Lang) -> Vec<Fact> {
    let words = lang.code_facts();
    let issuer = link.gtin().and_then(prefix::issuer);
    let issuer = issuer.map(|issuer| (words.issuer, issuer.to_owned()));
    let attributes = link.attributes.iter();
    let said = attributes.map(|(ai, value)| match meaning(ai, value, this_year) {
        Some(meaning) => (label(ai, &meaning, lang), shown(&meaning, lang)),
        None => (words.other, format!("({ai}) {value}")),
    });
    issuer.into_iter().chain(said).collect()
}

/// What is odd about the code, in sentences, and for a shop's own number what may stand in it.
pub fn odd(link: &DigitalLink, layouts: &[Layout], this_year: i32, lang: Lang) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for oddity in oddities(link, this_year) {
        let sentence = oddity.sentence(lang);
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    let own = restricted_number(link);
    let cautions = own.iter().flat_map(|number| number.cautions(None));
    sentences.extend(cautions.map(|caution| caution.sentence(lang)));
    sentences.extend(own.iter().flat_map(|number| inside(number, layouts, lang)));
    sentences
}

/// The number, where it names no product beyond one shop or country.
fn restricted_number(link: &DigitalLink) -> Option<Foreign> {
    let gtin = link.gtin().filter(|gtin| gtin.is_restricted())?;
    Some(Foreign::Restricted {
        number: gtin.shown().to_owned(),
        purpose: prefix::use_of(gtin),
        link: Box::new(link.clone()),
    })
}

/// What may stand inside a number for weighed goods, in sentences: by the layouts that the organiser tells, or the usual
/// ways to divide it, none of which is certain. Empty for other codes.
pub fn inside(foreign: &Foreign, layouts: &[Layout], lang: Lang) -> Vec<String> {
    let Foreign::Restricted {
        purpose: Use::Measured,
        link,
        ..
    } = foreign
    else {
        return Vec::new();
    };
    let words = lang.code_facts();
    let Some(gtin) = link.gtin() else {
        return Vec::new();
    };
    let filled = |text: &str, item: &str, value: &str| text.replace("{item}", item).replace("{value}", value);
    if let Some(contents) = restricted::contents(gtin, layouts) {
        let told = filled(words.by_layout, &contents.item, &value(&contents, lang));
        let damaged = (contents.fits == Some(false)).then(|| words.value_damaged.to_owned());
        return [told].into_iter().chain(damaged).collect();
    }
    let mut guesses = restricted::guesses(gtin);
    guesses.reverse(); // OK because the usual division is the last.
    let guesses = guesses.iter().map(|guess| {
        let text = if guess.is_checked {
            words.guess_checked
        } else {
            words.guess
        };
        filled(text, &guess.item, &guess.value)
    });
    [words.own_layout.to_owned()].into_iter().chain(guesses).collect()
}

fn value(contents: &Contents, lang: Lang) -> String {
    let number = decimal(contents.value, lang);
    match contents.unit {
        Unit::Kilograms => format!("{number}\u{a0}kg"),
        Unit::Grams => format!("{number}\u{a0}g"),
        Unit::Dong => format!("{number}\u{a0}₫"),
        Unit::Pieces => format!("{number} {}", lang.code_facts().pieces),
    }
}

/// What a value is called.
fn label(ai: &str, meaning: &Meaning, lang: Lang) -> &'static str {
    let words = lang.code_facts();
    match meaning {
        Meaning::Day(_) | Meaning::Days(..) | Meaning::Moment(_) => match ai {
            "11" | "8008" => words.made_on,
            "12" => words.due,
            "13" => words.packed_on,
            "15" => words.best_before,
            "16" => words.sell_by,
            "17" | "7003" => words.expires,
            "7006" => words.frozen_on,
            "7007" => words.harvested,
            _ => words.day,
        },
        Meaning::Count(_) => words.count,
        Meaning::Measure(..) => match ai.get(..3).unwrap_or_default() {
            "310" | "320" | "356" => words.net_weight,
            "330" | "340" => words.gross_weight,
            "315" | "316" | "335" | "336" | "357" | "360" | "361" | "362" | "363" => words.volume,
            "364" | "365" | "366" | "367" | "368" | "369" => words.volume,
            "394" => words.discount,
            _ => words.size,
        },
        Meaning::Price(..) => match ai.get(..3).unwrap_or_default() {
            "392" | "393" => words.price,
            "395" => words.unit_price,
            _ => words.amount,
        },
        Meaning::Countries(_) if ai == "422" => words.origin,
        Meaning::Countries(_) => words.processed,
        Meaning::Subdivision(_) => words.origin_part,
        Meaning::Species(_) => words.species,
    }
}

/// A value with its unit.
fn shown(meaning: &Meaning, lang: Lang) -> String {
    let words = lang.code_facts();
    match meaning {
        Meaning::Day(day) => lang.date(*day),
        Meaning::Days(first, last) => lang.days(*first, *last),
        Meaning::Moment(moment) => time(moment, lang),
        Meaning::Measure(number, "%") => format!("{}\u{a0}%", decimal(*number, lang)),
        Meaning::Measure(number, unit) => format!("{}\u{a0}{unit}", decimal(*number, lang)),
        Meaning::Count(count) => count.to_string(),
        Meaning::Price(amount, None) => format!("{} ({})", decimal(*amount, lang), words.no_currency),
        Meaning::Price(amount, Some(currency)) if currency == "704" => {
            format!("{}\u{a0}₫", decimal(*amount, lang))
        }
        Meaning::Price(amount, Some(currency)) => {
            format!("{} ({} {currency})", decimal(*amount, lang), words.currency)
        }
        Meaning::Countries(countries) => {
            let names = countries.iter().map(|country| lang.country(country));
            names.collect::<Vec<_>>().join(", ")
        }
        Meaning::Subdivision(code) | Meaning::Species(code) => code.clone(),
    }
}

/// `29/02/2028 8:30`, as far as the value tells.
fn time(moment: &Moment, lang: Lang) -> String {
    let minute = moment.minute.unwrap_or_default();
    let second = moment.second.map(|second| format!(":{second:02}"));
    let day = lang.date(moment.date);
    format!("{day} {}:{minute:02}{}", moment.hour, second.unwrap_or_default())
}

/// A number as the language writes it, all its decimals kept: they say how exactly it was weighed.
fn decimal(number: Decimal, lang: Lang) -> String {
    let text = number.to_string();
    match (text.split_once('.'), lang) {
        (Some((whole, decimals)), Lang::Vi) => format!("{whole},{decimals}"),
        _ => text,
    }
}
