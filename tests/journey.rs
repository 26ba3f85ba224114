//! Findings of the sample market and of poorer worlds → the journey that is told.

#![allow(clippy::unwrap_used)]

#[path = "journey/aloud.rs"]
mod aloud;
#[path = "journey/chart.rs"]
mod chart;
#[path = "journey/documents.rs"]
mod documents;
#[path = "journey/faults.rs"]
mod faults;
#[path = "journey/lawful.rs"]
mod lawful;
#[path = "journey/market.rs"]
mod market;
#[path = "journey/rules.rs"]
mod rules;
#[path = "journey/shown.rs"]
mod shown;
#[path = "journey/worlds.rs"]
mod worlds;

use cho_phien::journey::{Journey, tell};
use cho_phien::sources::findings::Recall;
use cho_phien::sources::{About, Attribution, Findings, FoodFacts, Silence, Standing, Why};
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
        let flags: Vec<&str> = journey.checks.iter().filter_map(|check| check.flag).collect();
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
        let found = [journey.packed_on, journey.expires_on].map(|day| day.map(|day| day.to_string()));
        let expected = ["packedOn", "expiresOn"].map(|name| row[name].as_str().map(str::to_owned));
        assert_eq!(found, expected, "{}", row["file"]);
        assert!(journey.sample, "{}", row["file"]);
    }
}

#[test]
fn sample_journeys_read_as_they_were_approved() {
    let market = Market::read();
    for row in market.journeys() {
        let link = identity(row["digitalLink"].as_str().unwrap());
        let journey = tell(&link, market.findings(&row), today());
        for lang in [Lang::Vi, Lang::En] {
            let name = format!("{}.{}", row["lot"].as_str().unwrap(), lang.tag());
            shown::check(&name, &shown(&journey, lang));
        }
    }
}

#[test]
fn poorer_worlds_are_told_as_they_are() {
    let market = Market::read();
    let tea = "https://id.gs1.org/01/09528060010018";
    let lot = &format!("{tea}/10/S260918");
    let product = || market.product_alone("9528060010018");
    let full = || market.findings(&market.journey("S260918"));
    let no_recalls = Findings {
        recalls: None,
        ..full()
    };
    let no_product = Findings {
        product: None,
        ..full()
    };
    let not_there = silent(Findings::default(), Why::NotThere);
    let not_asked = silent(Findings::default(), Why::NotAsked);
    let offline = || silent(Findings::default(), Why::Unreachable);
    let late = silent(product(), Why::TimedOut(8000));
    check(tea, product(), "unknown, Which lot is not known, 0 steps, 1 gaps");
    check(
        lot,
        product(),
        "unknown, No journey for this lot, 0 steps, 1 gaps",
    );
    check(
        lot,
        late,
        "unknown, The journey could not be loaded, 0 steps, 1 gaps",
    );
    check(
        tea,
        Findings::default(),
        "unknown, This code is not known here, 0 steps, 0 gaps",
    );
    check(
        tea,
        not_there,
        "unknown, This code is not known here, 0 steps, 0 gaps",
    );
    check(
        tea,
        not_asked,
        "unknown, This code is not known here, 0 steps, 0 gaps",
    );
    check(
        tea,
        offline(),
        "unknown, The journey could not be loaded, 0 steps, 1 gaps",
    );
    check(
        lot,
        offline(),
        "unknown, The journey could not be loaded, 0 steps, 1 gaps",
    );
    check(
        tea,
        community(),
        "unknown, Known to volunteers only, 0 steps, 0 gaps",
    );
    check(
        lot,
        no_recalls,
        "unknown, Recalls could not be checked, 14 steps, 0 gaps",
    );
    check(
        lot,
        no_product,
        "unknown, Not everything could be checked, 14 steps, 2 gaps",
    );
    check(
        lot,
        silent(full(), Why::NotThere),
        "ok, Nothing irregular found, 14 steps, 0 gaps",
    );
    check(
        lot,
        silent(full(), Why::Refused(500)),
        "ok, Nothing irregular found, 14 steps, 0 gaps",
    );
}

#[test]
fn a_code_that_no_source_could_be_asked_about_is_not_called_unknown() {
    for link in [
        "https://id.gs1.org/01/09528060010018",
        "https://id.gs1.org/01/09528060010018/10/S260918",
        "https://id.gs1.org/00/195280600200010037",
    ] {
        for why in [
            Why::Unreachable,
            Why::TimedOut(8000),
            Why::Refused(503),
            Why::Broken("no JSON".to_owned()),
        ] {
            let journey = tell(&identity(link), silent(Findings::default(), why), today());
            assert_eq!(journey.headline.vi, "Chưa tải được hành trình", "{link}");
            assert!(journey.summary.vi.contains("mở lại trang này"), "{link}");
            assert_eq!(
                journey.gaps,
                [Text::new(
                    "Chưa tải được các chặng của hàng này.",
                    "The steps of these goods could not be loaded.",
                )],
                "{link}"
            );
            assert_eq!(journey.silences.len(), 1, "{link}");
        }
    }
}

#[test]
fn a_product_with_a_recalled_lot_names_it_while_the_lot_is_not_known() {
    let market = Market::read();
    let product = |gtin| market.product_alone(gtin);
    let buffalo = identity("https://id.gs1.org/01/09528060120014");
    let tea = identity("https://id.gs1.org/01/09528060010018");
    let summary = |journey: Journey| journey.summary.vi;
    let journey = tell(&buffalo, product("9528060120014"), today());
    assert_eq!(journey.verdict.word(), "warn");
    assert!(summary(journey).contains("TT261012"));
    assert!(!summary(tell(&tea, product("9528060010018"), today())).contains("TT261012"));
}

#[test]
fn a_recall_says_how_much_of_the_goods_it_names() {
    let market = Market::read();
    let item = |lot: &str| {
        let mut findings = market.findings(&market.journey(lot));
        findings.recalls = Some(Vec::new());
        findings
    };
    let recall = |id: &str| Recall {
        id: format!("https://id.gs1.org/01/{id}"),
        since: None,
        reason: Text::default(),
    };
    let (tea, lot) = ("09528060010018", "09528060010018/10/S260918");
    for (scanned, recalled, expected) in [
        (lot, lot, "stop recalled"),
        (lot, tea, "stop recalled"),
        (lot, "09528060010018/10/S260918/21/7", "warn recalled:packs"),
        (lot, "09528060010018/10/OTHER", "ok "),
        (lot, "09528060010018/10/OTHER/21/7", "ok "),
        (lot, "09528060010018/21/7", "warn recalled:packs"),
        (lot, "09528060020017/10/S260918/21/7", "ok "),
        (
            "09528060010018/10/S260918/21/7",
            "09528060010018/10/S260918/21/7",
            "stop recalled",
        ),
        (
            "09528060010018/10/S260918/21/7",
            "09528060010018/21/7",
            "stop recalled",
        ),
        (
            "09528060010018/21/7",
            "09528060010018/10/S260918/21/7",
            "stop recalled",
        ),
        ("09528060010018/10/S260918/21/7", lot, "stop recalled"),
        (
            "09528060010018/10/S260918/21/7",
            "09528060010018/10/S260918/21/8",
            "ok ",
        ),
        ("09528060010018/21/7", "09528060010018/21/8", "ok "),
        ("09528060010018/21/7", lot, "warn recalled:lots"),
        (tea, lot, "warn recalled:lots"),
        (tea, "09528060010018/21/7", "warn recalled:lots"),
        (tea, tea, "stop recalled"),
        (tea, "09528060020017/10/S260918", "ok "),
    ] {
        let mut findings = item("S260918");
        findings.recalls = Some(vec![recall(recalled)]);
        let journey = tell(
            &identity(&format!("https://id.gs1.org/01/{scanned}")),
            findings,
            today(),
        );
        let check = journey
            .checks
            .iter()
            .find(|check| check.rule == "recall")
            .unwrap();
        let found = format!("{} {}", check.verdict.word(), check.flag.unwrap_or_default());
        assert_eq!(found, expected, "{scanned} where {recalled} is recalled");
    }
}

#[test]
fn a_lot_that_is_not_meant_lends_nothing() {
    let market = Market::read();
    let other = "https://id.gs1.org/01/09528060010018/10/S999999";
    let found = market.findings(&market.journey("S260918"));
    let journey = tell(&identity(other), found.clone(), today());
    assert_eq!((journey.packed_on, journey.expires_on), (None, None));
    assert!(!journey.lots.is_empty());
    check(other, found, "unknown, No journey for this lot, 0 steps, 1 gaps");
}

#[test]
fn days_in_the_code_are_read_and_compared() {
    let market = Market::read();
    let tea = "https://id.gs1.org/01/09528060010018";
    let lot = format!("{tea}/10/S260918");
    let full = || market.findings(&market.journey("S260918"));
    let product = || market.product_alone("9528060010018");
    check(
        &format!("{lot}?17=280912"),
        full(),
        "ok, Nothing irregular found, 14 steps, 0 gaps",
    );
    check(
        &format!("{lot}?17=270101"),
        full(),
        "warn, The last days do not agree, 14 steps, 0 gaps",
    );
    check(
        &format!("{lot}?17=290101"),
        full(),
        "warn, The last days do not agree, 14 steps, 0 gaps",
    );
    check(
        &format!("{lot}?17=261122"),
        full(),
        "stop, Do not use: expired, 14 steps, 0 gaps",
    );
    check(
        &format!("{tea}?17=261123"),
        product(),
        "unknown, Which lot is not known, 0 steps, 1 gaps",
    );
    check(
        &format!("{tea}?17=261122"),
        product(),
        "stop, Do not use: expired, 0 steps, 1 gaps",
    );
    check(
        &format!("{tea}?15=261122"),
        product(),
        "warn, Past its best-before date, 0 steps, 1 gaps",
    );
}

#[test]
fn an_item_has_its_own_journey() {
    let market = Market::read();
    let found = || market.findings(&market.journey("SL261105"));
    let root = "https://id.gs1.org/01/09528060100016";
    let sold = "ok, Nothing irregular found, 9 steps, 1 gaps";
    check(&format!("{root}/21/PU2611001"), found(), sold);
    check(&format!("{root}/10/SL261105"), found(), sold);
    check(
        &format!("{root}/21/PU2611002"),
        found(),
        "ok, Nothing irregular found, 8 steps, 1 gaps",
    );
}

#[test]
fn an_unknown_code_is_unknown_also_where_the_recall_list_fails() {
    for why in [Why::Unreachable, Why::Broken("recalls.json".to_owned())] {
        let mut findings = silent(Findings::default(), Why::NotThere);
        findings.silences.push(Silence {
            source: Text::same("Chợ"),
            why,
            about: About::Recalls,
        });
        let headline = "unknown, This code is not known here, 0 steps, 0 gaps";
        check("/01/08930000000019", findings, headline);
    }
}

#[test]
fn the_network_is_blamed_only_where_nobody_could_be_reached() {
    for (why, blamed) in [
        (Why::Unreachable, true),
        (Why::TimedOut(8000), true),
        (Why::TooOften(7), false),
        (Why::Refused(500), false),
        (Why::Closed, false),
        (Why::LeadsAway, false),
    ] {
        let findings = silent(Findings::default(), why.clone());
        let told = tell(&identity("/01/08930000000019"), findings, today());
        let sentences = told.checks.iter().map(|check| check.sentence.vi.as_str());
        let of_events =
            sentences.filter(|sentence| sentence.starts_with("Hành trình của mã này chưa tải được."));
        let blames: Vec<bool> = of_events
            .map(|sentence| sentence.contains("Khi có mạng"))
            .collect();
        assert_eq!(blames, [blamed], "{why:?}");
    }
}

/// Tells the journey and compares verdict, English headline, and how many steps and gaps there are.
fn check(link: &str, findings: Findings, expect: &str) {
    let journey = tell(&identity(link), findings, today());
    let (verdict, headline) = (journey.verdict.word(), &journey.headline.en);
    let (steps, gaps) = (journey.steps.len(), journey.gaps.len());
    let found = format!("{verdict}, {headline}, {steps} steps, {gaps} gaps");
    assert_eq!(found, expect, "{link}: {:#?}", journey.gaps);
}

fn silent(findings: Findings, why: Why) -> Findings {
    let source = Text::same("Nguồn");
    Findings {
        silences: vec![Silence {
            source,
            why,
            about: About::Code,
        }],
        ..findings
    }
}

fn community() -> Findings {
    let by = Attribution {
        name: Text::same("Open Food Facts"),
        standing: Standing::Community,
        as_of: None,
        sample: false,
    };
    let facts = FoodFacts {
        name: Text::same("Trà"),
        brands: None,
        quantity: None,
        origins: None,
        made_in: None,
        labels: None,
        changed_on: None,
        page: "https://example.org/".to_owned(),
        by,
    };
    Findings {
        food_facts: Some(facts),
        ..Findings::default()
    }
}
