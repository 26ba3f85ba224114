//! Every bound at its border: exactly so much passes, and one more does not.

use crate::repository::{LOT as REPOSITORY_LOT, object, query_document};
use crate::web::*;
use cho_phien::sources::http::{Body, LARGEST_BODY};
use cho_phien::sources::{Answer, Config, EpcisDocument, Findings, LinkSet, Question, Why};
use cho_phien::words::Text;
use serde_json::{Value, json};

#[test]
fn a_body_is_as_large_as_the_limit_and_no_larger() {
    for (pieces, fits) in [
        (vec![LARGEST_BODY], true),
        (vec![LARGEST_BODY - 1, 1], true),
        (vec![LARGEST_BODY, 1], false),
        (vec![LARGEST_BODY + 1], false),
        (vec![1; 3], true),
    ] {
        let mut body = Body::default();
        let taken = pieces
            .iter()
            .try_for_each(|length| body.take(&vec![b' '; *length]));
        assert_eq!(taken.is_ok(), fits, "{pieces:?}");
        if let Err(why) = taken {
            assert_eq!(
                why,
                Why::Broken(format!("a body of more than {LARGEST_BODY} bytes"))
            );
        }
    }
    let mut torn = Body::default();
    torn.take(&"Chè".as_bytes()[..3]).unwrap();
    assert!(torn.text().is_err(), "half a letter is no text");
}

#[test]
fn a_document_is_127_levels_deep_and_no_deeper() {
    for (levels, fits) in [(127, true), (128, false), (100_000, false)] {
        let lists = levels - 1; // The document itself is one.
        let document = format!(
            "{{\"productName\": \"Chè\", \"deep\": {}{}}}",
            "[".repeat(lists),
            "]".repeat(lists)
        );
        let web = market().saying("/api/01/09528060010018/product.json", &document);
        let findings = web.look_up(PRODUCT, false);
        assert_eq!(findings.product.is_some(), fits, "{levels} levels");
        assert_eq!(findings.silences.is_empty(), fits, "{levels} levels");
    }
}

#[test]
fn a_link_set_has_2000_links_and_no_more() {
    for (count, broken) in [(2_000, 0), (2_001, 1)] {
        let links: Vec<Value> = (0..count).map(|n| json!({"href": format!("{n}.json")})).collect();
        let set = LinkSet::read(&json!({"linkset": [{"gs1:pip": links}]}), "/l.json").unwrap();
        assert_eq!((set.links.len(), set.broken), (2_000, broken));
    }
}

#[test]
fn a_link_set_leads_to_eight_documents_of_events_and_no_more() {
    for (count, asked) in [(8, 8), (9, 8)] {
        let links: Vec<Value> = (0..count).map(|n| json!({"href": format!("{n}.json")})).collect();
        let set = json!({"linkset": [{"gs1:epcis": links}]});
        let web = market().with("/api/01/09528060010018/linkset.json", set);
        web.look_up(PRODUCT, false);
        let events = web.asked().into_iter().filter(|url| {
            let name = url.trim_start_matches("/api/01/09528060010018/");
            name.starts_with(|first: char| first.is_ascii_digit())
        });
        assert_eq!(events.count(), asked);
    }
}

#[test]
fn a_document_has_20000_events_and_no_more() {
    for (count, broken) in [(20_000, 0), (20_001, 1)] {
        let events = vec![event("urn:1"); count];
        let document = EpcisDocument::read(&json!(events), "/e.json", &Text::default()).unwrap();
        assert_eq!((document.events.len(), document.broken), (20_000, broken));
    }
}

#[test]
fn a_repository_tells_2000_events_and_no_more() {
    for (count, whys) in [(2_000, vec![]), (2_001, vec![Why::CutOff])] {
        let events: Vec<Value> = (0..count)
            .map(|n| object(&format!("o{n}"), 1, "OBSERVE", "packing", REPOSITORY_LOT))
            .collect();
        let document = query_document(&events.iter().collect::<Vec<_>>());
        let findings = ask_repository(&|_| document.to_string().into());
        assert_eq!((findings.events.len(), self::whys(&findings)), (2_000, whys));
    }
}

#[test]
fn a_walk_takes_three_times_the_limit_of_one_answer_and_no_longer() {
    for (took_ms, whys) in [(24_000, vec![]), (24_001, vec![Why::CutOff])] {
        let findings = ask_repository(&|page| {
            let document = query_document(&[&object("o", 1, "OBSERVE", "packing", REPOSITORY_LOT)]);
            let link = (page == 1).then(|| "</v2/events?page=2>; rel=next".to_owned());
            let took_ms = if page == 1 { took_ms } else { 0 };
            Answer {
                link,
                took_ms,
                ..document.to_string().into()
            }
        });
        assert_eq!(self::whys(&findings), whys, "{took_ms} ms");
        assert_eq!(findings.events.len(), 1, "what was read stays");
    }
}

#[test]
fn a_repository_has_40_pages_and_no_more() {
    for (pages, whys) in [(40, vec![]), (41, vec![Why::CutOff])] {
        let findings = ask_repository(&|page| {
            let document = query_document(&[&object(
                &format!("o{page}"),
                1,
                "OBSERVE",
                "packing",
                REPOSITORY_LOT,
            )]);
            let link = (page < pages).then(|| format!("</v2/events?page={page}>; rel=next"));
            Answer {
                link,
                ..document.to_string().into()
            }
        });
        assert_eq!((findings.events.len(), self::whys(&findings)), (40, whys));
    }
}

#[test]
fn a_source_may_take_a_minute_and_no_longer() {
    for (setting, timeout_ms) in [(1, 1), (60_000, 60_000), (60_001, 8_000), (0, 8_000)] {
        let config =
            json!({"sources": [{"kind": "epcis", "template": "https://a.example", "timeoutMs": setting}]});
        assert_eq!(
            Config::read(&config.to_string()).sources[0].timeout_ms,
            timeout_ms
        );
    }
}

/// What a repository says that gives this answer to each question, counted from 1.
fn ask_repository(answer: &dyn Fn(usize) -> Answer) -> Findings {
    let config =
        json!({"sources": [{"kind": "epcis", "name": "R", "template": "https://repository.example/v2"}]});
    let count = std::cell::Cell::new(0);
    let fetch = async |question: Question| match question.url.starts_with("https") {
        true => {
            count.set(count.get() + 1);
            Ok(answer(count.get()))
        }
        false => Ok(json!({"recalls": []}).to_string().into()),
    };
    ask_sources(&config, REPOSITORY_LOT, &fetch)
}
