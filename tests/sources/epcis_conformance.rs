//! The published EPCIS 2.0 documents, schema and vocabulary.

use crate::documents::{files, json_of, vector, vectors};
use cho_phien::sources::EpcisDocument;
use cho_phien::sources::epcis::Event;
use cho_phien::words::Text;
use serde_json::{Value, json};

#[test]
fn every_published_document_gives_its_events() {
    let Some(folder) = vectors("epcis/gs1/JSON") else {
        return;
    };
    let (mut documents, mut events) = (0, 0);
    for file in files(&folder, "jsonld") {
        let document = read(&json_of(&file));
        assert_eq!(document.broken, 0, "{}: {:?}", file.display(), document.fault);
        documents += 1;
        events += document.events.len();
    }
    assert_eq!(documents, 47);
    assert!(events >= 56, "{events} events");
}

#[test]
fn an_event_without_what_the_schema_requires_is_refused() {
    let Some(folder) = vectors("epcis/gs1/JSON/WithFullCombinationOfFields") else {
        return;
    };
    let mut refused = 0;
    for file in files(&folder, "jsonld") {
        let document = json_of(&file);
        for member in [
            "eventTime",
            "eventTimeZoneOffset",
            "action",
            "parentID",
            "bizTransactionList",
        ] {
            let mut without = document.clone();
            let event = without.pointer_mut("/epcisBody/eventList/0").unwrap();
            let kind = event["type"].as_str().unwrap().to_owned();
            let was_there = event.as_object_mut().unwrap().remove(member).is_some();
            let is_required = match member {
                "action" => kind != "TransformationEvent",
                "parentID" => kind == "AssociationEvent",
                "bizTransactionList" => kind == "TransactionEvent",
                _ => true,
            };
            let is_refused = read(&without).broken == 1;
            assert_eq!(is_refused, was_there && is_required, "{kind} without {member}");
            refused += usize::from(is_refused);
        }
    }
    assert_eq!(
        refused,
        5 + 5 + 4 + 2,
        "two of each, four actions, one parent, one transaction list"
    );
}

#[test]
fn words_of_the_vocabulary_are_read_in_their_four_spellings() {
    let Some(ontology) = vector("epcis/gs1/Ontology/CBV.jsonld") else {
        return;
    };
    let terms = ontology["@graph"].as_array().unwrap().iter();
    let ids: Vec<&str> = terms.filter_map(|term| term["@id"].as_str()).collect();
    let check = |class: &str,
                 urn: &str,
                 least: usize,
                 word_of: fn(&Event) -> Option<String>,
                 put: fn(&mut Value, &str)| {
        let prefix = format!("cbv:{class}-");
        let words: Vec<&str> = ids.iter().filter_map(|id| id.strip_prefix(&prefix)).collect();
        assert!(words.len() >= least, "{} words of {class}", words.len());
        for word in words {
            for spelling in [
                word.to_owned(),
                format!("cbv:{class}-{word}"),
                format!("urn:epcglobal:cbv:{urn}:{word}"),
                format!("https://ref.gs1.org/cbv/{class}-{word}"),
            ] {
                let mut event = event();
                put(&mut event, &spelling);
                let read = read(&event);
                assert_eq!(word_of(&read.events[0]).as_deref(), Some(word), "{spelling}");
            }
        }
    };
    check(
        "BizStep",
        "bizstep",
        41,
        |event| event.step.clone(),
        |event, word| event["bizStep"] = json!(word),
    );
    check(
        "Disp",
        "disp",
        33,
        |event| event.disposition.clone(),
        |event, word| event["disposition"] = json!(word),
    );
    check(
        "BTT",
        "btt",
        13,
        |event| event.transactions[0].0.clone(),
        |event, word| event["bizTransactionList"] = json!([{"type": word, "bizTransaction": "urn:1"}]),
    );
    check(
        "SDT",
        "sdt",
        3,
        |event| Some(event.sources[0].0.clone()),
        |event, word| event["sourceList"] = json!([{"type": word, "source": "urn:1"}]),
    );
    check(
        "ER",
        "er",
        2,
        |event| event.voided.clone(),
        |event, word| {
            event["errorDeclaration"] = json!({"declarationTime": "2026-01-01T00:00:00Z", "reason": word})
        },
    );
}

#[test]
fn both_ways_of_naming_goods_give_one_identity() {
    let folder = "epcis/gs1/JSON";
    let Some(urns) = vector(&format!("{folder}/Example_9.6.3-AggregationEvent.jsonld")) else {
        return;
    };
    let links = vector(&format!(
        "{folder}/WithDigitalLinkID/Example_9.6.3-AggregationEventWithDigitalLink.jsonld"
    ));
    let (urns, links) = (read(&urns), read(&links.unwrap()));
    let lots = |document: &EpcisDocument| document.events[0].children[2..].to_vec();
    assert_eq!(lots(&urns), lots(&links));
    assert_eq!(
        lots(&urns)[1].id,
        "https://id.gs1.org/01/04012345123456/10/998877"
    );
    assert_eq!(
        urns.events[0].parent.as_deref(),
        Some("https://id.gs1.org/00/106141412345678908")
    );
}

fn event() -> Value {
    json!({"type": "ObjectEvent", "eventTime": "2026-01-01T00:00:00Z", "eventTimeZoneOffset": "+07:00", "action": "OBSERVE", "epcList": []})
}

fn read(document: &Value) -> EpcisDocument {
    EpcisDocument::read(document, "/epcis.json", &Text::default()).unwrap()
}
