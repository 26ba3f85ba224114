//! Findings of the sample market and of poorer worlds → the journey that is told.

#![allow(clippy::unwrap_used)]

#[path = "journey/faults.rs"]
mod faults;
#[path = "journey/market.rs"]
mod market;
#[path = "journey/shown.rs"]
mod shown;

use cho_phien::journey::{Verdict, tell};
use cho_phien::sources::{Findings, Silence, Why};
use cho_phien::words::{Lang, Text};
use market::{Market, identity, today};
use shown::shown;

#[test]
fn every_sample_journey_comes_to_its_expected_verdict_and_flags() {
    let market = Market::read();
    let rows = market.journeys();
    assert_eq!(rows.len(), 30);
    let mut wrong = Vec::new();
    for row in &rows {
        let link = identity(row["digitalLink"].as_str().unwrap());
        let journey = tell(&link, market.findings(row), today());
        let flags: Vec<&str> = journey
            .checks
            .iter()
            .filter_map(|check| check.flag)
            .collect();
        let expected = (row["expected"].as_str().unwrap(), row["flags"].clone());
        let found = (journey.verdict.word(), serde_json::json!(flags));
        if found != expected {
            wrong.push(format!("{}: {found:?}, expected {expected:?}", row["file"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn days_of_the_sample_journeys_are_those_of_the_index() {
    let market = Market::read();
    for row in market.journeys() {
        let link = identity(row["digitalLink"].as_str().unwrap());
        let journey = tell(&link, market.findings(&row), today());
        let found =
            [journey.packed_on, journey.expires_on].map(|day| day.map(|day| day.to_string()));
        let expected = ["packedOn", "expiresOn"].map(|name| row[name].as_str().map(str::to_owned));
        assert_eq!(found, expected, "{}", row["file"]);
        assert!(journey.sample, "{}", row["file"]);
    }
}

#[test]
fn sample_journeys_read_as_they_were_approved() {
    let market = Market::read();
    let lots = [
        "S260918", "MO260420", "MC260830", "TT261012", "RC260215", "CH261108", "OL260326",
        "SL261105",
    ];
    for lot in lots {
        let row = market.journey(lot);
        let link = identity(row["digitalLink"].as_str().unwrap());
        let journey = tell(&link, market.findings(&row), today());
        for lang in [Lang::Vi, Lang::En] {
            shown::check(&format!("{lot}.{}", lang.tag()), &shown(&journey, lang));
        }
    }
}

#[test]
fn poorer_worlds_are_told_as_they_are() {
    let market = Market::read();
    let tea = "https://id.gs1.org/01/09528060010018";
    let lot = format!("{tea}/10/S260918");
    let full = || market.findings(&market.journey("S260918"));
    let silent = |why: Why| Findings {
        silences: vec![Silence {
            source: Text::same("Nguồn"),
            why,
        }],
        ..Findings::default()
    };
    check(
        tea,
        market.product_alone("9528060010018"),
        Verdict::Unknown,
        "Which lot is not known",
        0,
        1,
    );
    check(
        &lot,
        market.product_alone("9528060010018"),
        Verdict::Unknown,
        "No journey for this lot",
        0,
        1,
    );
    check(
        tea,
        Findings::default(),
        Verdict::Unknown,
        "This code is not known here",
        0,
        0,
    );
    check(
        tea,
        silent(Why::NotThere),
        Verdict::Unknown,
        "This code is not known here",
        0,
        1,
    );
    check(
        tea,
        silent(Why::NotAsked),
        Verdict::Unknown,
        "This code is not known here",
        0,
        1,
    );
    check(
        tea,
        silent(Why::TimedOut(8000)),
        Verdict::Unknown,
        "This code is not known here",
        0,
        1,
    );
    let no_recalls = Findings {
        recalls: None,
        ..full()
    };
    check(
        &lot,
        no_recalls,
        Verdict::Unknown,
        "Recalls could not be checked",
        14,
        0,
    );
    let no_product = Findings {
        product: None,
        ..full()
    };
    check(
        &lot,
        no_product,
        Verdict::Ok,
        "Nothing irregular found",
        14,
        2,
    );
    let other_lot = format!("{tea}/10/S999999");
    check(
        &other_lot,
        full(),
        Verdict::Unknown,
        "No journey for this lot",
        0,
        1,
    );
    let printed = format!("{lot}?17=270101");
    check(
        &printed,
        full(),
        Verdict::Ok,
        "Nothing irregular found",
        14,
        1,
    );
    let past = format!("{tea}?17=260101");
    check(
        &past,
        market.product_alone("9528060010018"),
        Verdict::Stop,
        "Do not use: expired",
        0,
        1,
    );
}

#[test]
fn an_item_has_its_own_journey() {
    let market = Market::read();
    let row = market.journey("SL261105");
    let root = "https://id.gs1.org/01/09528060100016/21/";
    check(
        &format!("{root}PU2611001"),
        market.findings(&row),
        Verdict::Ok,
        "Nothing irregular found",
        9,
        1,
    );
    check(
        &format!("{root}PU2611002"),
        market.findings(&row),
        Verdict::Ok,
        "Nothing irregular found",
        8,
        1,
    );
}

/// Tells the journey and compares verdict, English headline, and how many steps and gaps there are.
fn check(
    link: &str,
    findings: Findings,
    verdict: Verdict,
    headline: &str,
    steps: usize,
    gaps: usize,
) {
    let journey = tell(&identity(link), findings, today());
    let found = (
        journey.verdict,
        journey.headline.en.as_str(),
        journey.steps.len(),
        journey.gaps.len(),
    );
    assert_eq!(
        found,
        (verdict, headline, steps, gaps),
        "{link}: {:#?}",
        journey.gaps
    );
}
