//! EPCIS repositories: the way back through transformations and units, page by page, and where it ends.

use crate::repository::{CRATE, LEAF, LOT, Repository, object, query_document, transformation};
use crate::web::{ask_sources, whys};
use cho_phien::sources::{Answer, Findings, Question, Why};
use serde_json::{Value, json};
use std::cell::RefCell;

const HOST: &str = "https://repository.example/v2";

#[test]
fn the_way_of_the_goods_is_walked_backwards() {
    let (findings, asked) = ask(&Repository::of_tea(), LOT);
    assert_eq!(
        ids(&findings),
        ["harvest", "crate", "roast", "pack", "lorry"]
            .map(urn)
            .into_iter()
            .collect()
    );
    assert_eq!(whys(&findings), []);
    assert_eq!(asked.len(), 3, "lot, leaf, crate: {asked:?}");
    assert!(
        asked[0]
            .contains("MATCH_anyEPCClass=https%3A%2F%2Fid%2Egs1%2Eorg%2F01%2F09528060010018%2F10%2FS260918")
    );
    assert!(
        asked[2].contains("MATCH_anyEPC=https"),
        "a crate is a single thing"
    );
}

#[test]
fn a_unit_that_was_asked_for_tells_of_its_contents() {
    let (findings, _) = ask(&Repository::of_tea(), CRATE);
    assert!(ids(&findings).contains(&urn("harvest")), "{:?}", ids(&findings));
    assert!(
        !ids(&findings).contains(&urn("pack")),
        "what became of the contents is another journey"
    );
}

#[test]
fn an_item_has_the_events_of_its_lot() {
    let mut repository = Repository::of_tea();
    let item = format!("{LOT}/21/7");
    let mut sold = object("sold", 9, "OBSERVE", "retail_selling", LOT);
    sold["quantityList"] = Value::Null;
    sold["epcList"] = json!([item]);
    repository.events.push(sold);
    let (findings, _) = ask(&repository, &item);
    assert!(ids(&findings).contains(&urn("sold")) && ids(&findings).contains(&urn("harvest")));
}

#[test]
fn pages_are_turned_by_header_and_by_token() {
    for by_header in [true, false] {
        let mut repository = Repository::of_tea();
        repository.per_page = 1;
        let (findings, asked) = ask_with(LOT, &|path, query| {
            let page = repository.answer(path, query).ok_or(Why::NotThere)?;
            let mut document = page.document;
            let token = page.next.as_deref().and_then(|next| next.rsplit('=').next());
            let link = page
                .next
                .as_ref()
                .map(|next| format!("</v2{next}>; rel=\"next\""));
            if let (false, Some(token)) = (by_header, token) {
                document["nextPageToken"] = json!(token);
            }
            Ok(Answer {
                link: link.filter(|_| by_header),
                ..document.to_string().into()
            })
        });
        assert_eq!(findings.events.len(), 5, "{asked:?}");
        assert_eq!(
            asked.len(),
            7,
            "two pages of the lot, three of the leaf, two of the crate: {asked:?}"
        );
    }
}

#[test]
fn goods_that_were_made_of_themselves_end_the_walk() {
    let events = vec![
        transformation("one", 1, LEAF, LOT),
        transformation("two", 2, LOT, LEAF),
    ];
    let (findings, asked) = ask(&Repository { events, per_page: 30 }, LOT);
    assert_eq!((findings.events.len(), asked.len()), (2, 2));
}

#[test]
fn the_walk_ends_where_it_grows_too_long() {
    let lot = |n: usize| format!("https://id.gs1.org/01/09528060010018/10/L{n}");
    let chain = (0..50).map(|n| transformation(&format!("t{n}"), 1, &lot(n + 1), &lot(n)));
    let (findings, asked) = ask(
        &Repository {
            events: chain.collect(),
            per_page: 30,
        },
        &lot(0),
    );
    assert_eq!((findings.events.len(), asked.len()), (7, 7), "seven lots deep");
    let wide = (0..500).map(|n| transformation(&format!("t{n}"), 1, &lot(n + 1), &lot(0)));
    let (findings, asked) = ask(
        &Repository {
            events: wide.collect(),
            per_page: 500,
        },
        &lot(0),
    );
    assert_eq!((findings.events.len(), asked.len()), (500, 40));
    assert_eq!(whys(&findings), [Why::CutOff]);
    let many = (0..3000).map(|n| object(&format!("o{n}"), 1, "OBSERVE", "packing", LOT));
    let (findings, _) = ask(
        &Repository {
            events: many.collect(),
            per_page: 1000,
        },
        LOT,
    );
    assert_eq!(
        (findings.events.len(), findings.unreadable, whys(&findings)),
        (2000, 1, vec![Why::CutOff])
    );
}

#[test]
fn what_withdraws_or_contradicts_an_event_is_kept_beside_it() {
    let mut repository = Repository::of_tea();
    let pack = object("pack", 5, "OBSERVE", "packing", LOT);
    let mut withdrawn = pack.clone();
    withdrawn["errorDeclaration"] = json!({"declarationTime": "2026-11-10T00:00:00Z"});
    let mut changed = pack.clone();
    changed["quantityList"][0]["quantity"] = json!(11);
    repository.events.extend([pack, withdrawn, changed]);
    let (findings, _) = ask(&repository, LOT);
    let named = findings.events.iter().filter(|event| event.id == urn("pack"));
    let voided: Vec<bool> = named.map(|event| event.voided.is_some()).collect();
    assert_eq!(voided, [false, true, false]);
}

#[test]
fn endless_pages_end() {
    let page = |n: usize| query_document(&[&object(&format!("o{n}"), 1, "OBSERVE", "packing", LOT)]);
    let count = RefCell::new(0);
    let (findings, asked) = ask_with(LOT, &|_, _| {
        *count.borrow_mut() += 1;
        let n = *count.borrow();
        let link = Some(format!("</v2/events?page={n}>; rel=next"));
        Ok(Answer {
            link,
            ..page(n).to_string().into()
        })
    });
    assert_eq!(
        (findings.events.len(), asked.len(), whys(&findings)),
        (40, 40, vec![Why::CutOff])
    );
    let (findings, asked) = ask_with(LOT, &|_, _| {
        Ok(Answer {
            link: Some("</v2/events?again>; rel=next".to_owned()),
            ..page(1).to_string().into()
        })
    });
    assert_eq!((findings.events.len(), asked.len()), (1, 2));
    assert!(matches!(whys(&findings).as_slice(), [Why::Broken(fault)] if fault.contains("earlier")));
    let (findings, asked) = ask_with(LOT, &|_, _| {
        let link = Some("<https://elsewhere.example/events>; rel=next".to_owned());
        Ok(Answer {
            link,
            ..page(1).to_string().into()
        })
    });
    assert_eq!((findings.events.len(), asked.len()), (1, 1));
    assert!(matches!(whys(&findings).as_slice(), [Why::Broken(fault)] if fault.contains("elsewhere")));
}

#[test]
fn a_slow_repository_is_left_after_a_while() {
    let repository = Repository::of_tea();
    let (findings, asked) = ask_with(LOT, &|path, query| {
        let document = repository.answer(path, query).unwrap().document;
        Ok(Answer {
            took_ms: 7_900,
            ..document.to_string().into()
        })
    });
    assert_eq!(asked.len(), 3);
    assert_eq!(whys(&findings), []);
    let (findings, asked) = ask_with(LOT, &|path, query| {
        let document = repository.answer(path, query).unwrap().document;
        Ok(Answer {
            took_ms: 20_000,
            ..document.to_string().into()
        })
    });
    assert_eq!((asked.len(), whys(&findings)), (2, vec![Why::CutOff]));
    assert!(!findings.events.is_empty());
}

#[test]
fn what_was_found_stays_when_the_repository_fails() {
    let repository = Repository::of_tea();
    for why in [
        Why::Unreachable,
        Why::TimedOut(8000),
        Why::TooOften(60),
        Why::Refused(500),
        Why::Closed,
    ] {
        let (findings, asked) = ask_with(LOT, &|path, query| match query.contains("LEAF") {
            true => Err(why.clone()),
            false => Ok(repository
                .answer(path, query)
                .unwrap()
                .document
                .to_string()
                .into()),
        });
        assert_eq!(
            ids(&findings),
            ["roast", "pack"].map(urn).into_iter().collect(),
            "{why:?}"
        );
        assert_eq!(whys(&findings), std::slice::from_ref(&why));
        assert!(asked.len() <= 3, "{asked:?}");
    }
}

#[test]
fn a_repository_that_knows_goods_by_their_path_is_asked_so() {
    let repository = Repository::of_tea();
    for why in [Why::Invalid, Why::Refused(501)] {
        let (findings, asked) = ask_with(CRATE, &|path, query| match path {
            "/events" if query.contains("MATCH_anyEPC=") => Err(why.clone()),
            _ => Ok(repository
                .answer(path, query)
                .unwrap()
                .document
                .to_string()
                .into()),
        });
        assert!(ids(&findings).contains(&urn("lorry")), "{asked:?}");
        assert!(
            asked[1].contains("/v2/epcs/https%3A%2F%2Fid%2Egs1%2Eorg%2F00%2F"),
            "{asked:?}"
        );
    }
}

#[test]
fn a_crate_that_no_path_knows_does_not_end_the_walk() {
    let mut repository = Repository::of_tea();
    repository.events.push(transformation(
        "dry",
        1,
        "https://id.gs1.org/01/09528060010018/10/FIELD",
        LEAF,
    ));
    let (findings, asked) = ask_with(LOT, &|path, query| match path {
        "/events" if query.contains("MATCH_anyEPC=") => Err(Why::Invalid),
        "/events" => Ok(repository
            .answer(path, query)
            .unwrap()
            .document
            .to_string()
            .into()),
        _ => Err(Why::NotThere),
    });
    assert_eq!(whys(&findings), [], "{asked:?}");
    assert!(asked.iter().any(|url| url.contains("FIELD")), "{asked:?}");
}

#[test]
fn pages_by_path_follow_the_path() {
    let event = |id: &str| object(id, 1, "OBSERVE", "packing", CRATE);
    let (findings, asked) = ask_with(CRATE, &|path, query| match path {
        "/events" => Err(Why::Invalid),
        _ if query.contains("nextPageToken") => Ok(query_document(&[&event("second")]).to_string().into()),
        _ => {
            let mut document = query_document(&[&event("first")]);
            document["nextPageToken"] = json!("2");
            Ok(document.to_string().into())
        }
    });
    assert_eq!(
        ids(&findings),
        ["first", "second"].map(urn).into_iter().collect(),
        "{asked:?}"
    );
    assert!(asked[2].contains("/v2/epcs/"), "{asked:?}");
}

#[test]
fn a_repository_that_knows_nothing_is_not_there() {
    let (findings, _) = ask(
        &Repository {
            events: Vec::new(),
            per_page: 30,
        },
        LOT,
    );
    assert_eq!(whys(&findings), [Why::NotThere]);
    let (findings, _) = ask_with(LOT, &|_, _| Err(Why::NotThere));
    assert_eq!(whys(&findings), [Why::NotThere]);
}

fn ask(repository: &Repository, id: &str) -> (Findings, Vec<String>) {
    ask_with(id, &|path, query| {
        let page = repository.answer(path, query).ok_or(Why::NotThere)?;
        let link = page.next.map(|next| format!("</v2{next}>; rel=\"next\""));
        Ok(Answer {
            link,
            ..page.document.to_string().into()
        })
    })
}

/// What the repository alone says, and what it was asked.
fn ask_with(id: &str, answer: &dyn Fn(&str, &str) -> Result<Answer, Why>) -> (Findings, Vec<String>) {
    let config =
        json!({"market": "/api/", "sources": [{"kind": "epcis", "name": "Repository", "template": HOST}]});
    let asked = RefCell::new(Vec::new());
    let fetch = async |question: Question| {
        let Some(rest) = question.url.strip_prefix(HOST) else {
            return Ok(json!({"recalls": []}).to_string().into());
        };
        asked.borrow_mut().push(question.url.clone());
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        answer(path, query)
    };
    let findings = ask_sources(&config, id, &fetch);
    (findings, asked.into_inner())
}

fn ids(findings: &Findings) -> std::collections::BTreeSet<String> {
    findings.events.iter().map(|event| event.id.clone()).collect()
}

fn urn(id: &str) -> String {
    format!("urn:uuid:{id}")
}
