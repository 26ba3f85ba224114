//! Every sample journey read aloud, and reported.

use crate::market::{Market, identity, today};
use cho_phien::journey::problem_report::ProblemReport;
use cho_phien::journey::spoken::{CLIPS, Part, passages};
use cho_phien::journey::{Journey, Verdict, tell};
use cho_phien::words::Lang;
use std::collections::BTreeSet;

#[test]
fn every_sample_journey_is_read_from_its_verdict_through_every_step() {
    for journey in journeys() {
        for lang in [Lang::Vi, Lang::En] {
            let passages = passages(&journey, lang);
            let what = journey.identity.address();
            assert_eq!(passages[0].part, Part::Verdict, "{what}");
            assert!(
                passages[0].sentences[0].starts_with(journey.headline.in_lang(lang)),
                "{what}: {:?}",
                passages[0]
            );
            let steps: Vec<usize> = passages
                .iter()
                .filter_map(|passage| match passage.part {
                    Part::Step(index) => Some(index),
                    Part::Verdict => None,
                })
                .collect();
            let all: Vec<usize> = (0..journey.steps.len()).collect();
            assert_eq!(steps, all, "{what}");
            let asks = passages.last().unwrap().clip == "ask-seller";
            assert_eq!(asks, journey.verdict != Verdict::Ok, "{what}");
            for sentence in passages.iter().flat_map(|passage| &passage.sentences) {
                assert!((1..=180).contains(&sentence.chars().count()), "{sentence}");
            }
        }
    }
}

#[test]
fn nothing_is_said_twice_in_a_row() {
    for journey in journeys() {
        for lang in [Lang::Vi, Lang::En] {
            let said: Vec<String> = passages(&journey, lang)
                .into_iter()
                .flat_map(|passage| passage.sentences)
                .collect();
            let asks = said
                .iter()
                .filter(|sentence| sentence.contains(lang.spoken().ask_seller));
            assert!(asks.count() <= 1, "{said:?}");
        }
    }
}

#[test]
fn every_clip_is_known_and_described_for_those_who_record() {
    let guide = include_str!("../../docs/language-packs.md");
    let described: BTreeSet<&str> = CLIPS
        .into_iter()
        .filter(|clip| guide.contains(&format!("| `{clip}` |")))
        .collect();
    assert_eq!(described, BTreeSet::from(CLIPS));
    for journey in journeys() {
        for passage in passages(&journey, Lang::Vi) {
            assert!(CLIPS.contains(&passage.clip), "{}", passage.clip);
        }
    }
}

#[test]
fn a_report_names_the_code_the_page_and_the_version() {
    for journey in journeys() {
        let path = journey.identity.address();
        let page = format!("https://cho.example{path}");
        for lang in [Lang::Vi, Lang::En] {
            let report = ProblemReport::of(&journey, &page, "abc123", lang);
            assert!(report.subject.ends_with(&path), "{report:?}");
            for part in [page.as_str(), "abc123", journey.headline.in_lang(lang)] {
                assert!(report.body.contains(part), "{part}: {report:?}");
            }
        }
    }
}

fn journeys() -> Vec<Journey> {
    let market = Market::read();
    let rows = market.journeys();
    let tell_row = |row: &serde_json::Value| {
        let link = identity(row["digitalLink"].as_str().unwrap());
        tell(&link, market.findings(row), today())
    };
    rows.iter().map(tell_row).collect()
}
