//! The published documents of others.

use crate::documents::{files, json_of};
use cho_phien::gs1::{DigitalLink, Gtin};
use cho_phien::sources::{EpcisDocument, FoodFacts, LinkSet, Standing};
use cho_phien::words::Text;
use serde_json::Value;
use std::path::{Path, PathBuf};

#[test]
fn published_link_sets_are_read_or_refused() {
    let check = |file: &str, kind: &str, expected: Result<(usize, usize), ()>| {
        let Some(document) = vector(file) else { return };
        let read = LinkSet::read(&document, "https://host.example/linkset.json").map_err(|_| ());
        let count = |set: &LinkSet| set.links.iter().filter(|link| link.kind == kind).count();
        assert_eq!(read.map(|set| (count(&set), set.broken)), expected, "{file}");
    };
    check("linkset/valid-basic-example.json", "prev", Ok((1, 0)));
    check("linkset/valid-gs1-example.json", "next", Ok((1, 0)));
    check("linkset/invalid-basic-example.json", "prev", Ok((0, 1)));
    check("linkset/invalid-gs1-example.json", "prev", Ok((1, 0)));
    check("linkset/ExampleLinkset.json", "pip", Ok((3, 0)));
    check("resolver/modelLinkset.json", "certificationInfo", Ok((7, 0)));
    check("resolver/linkset.json", "pip", Ok((4, 0)));
    check("resolver/test_01_09506000134352.json", "pip", Err(()));
    check("resolver/test_01_09506000134376.json", "pip", Err(()));
    check("resolver/gs1resolver.json", "pip", Err(()));
}

#[test]
fn the_most_precise_anchor_of_a_link_set_holds() {
    let Some(document) = vector("resolver/modelLinkset.json") else {
        return;
    };
    let set = LinkSet::read(&document, "https://host.example/linkset.json").unwrap();
    let count = |path: &str, kind: &str| {
        let identity = DigitalLink::parse(path).unwrap();
        set.links_for(&identity, |link| link.kind == kind).len()
    };
    assert_eq!(count("/01/09506000164908/21/1234", "dpp"), 1);
    assert_eq!(
        count("/01/09506000164908/21/1234", "pip"),
        1,
        "from the product's anchor"
    );
    assert_eq!(
        count("/01/09506000164908/21/9999", "dpp"),
        0,
        "another item's link"
    );
    assert_eq!(count("/01/09506000164908", "dpp"), 0, "an item's link");
    assert_eq!(count("/01/09528060010018", "pip"), 0, "another product");
}

#[test]
fn every_published_epcis_document_gives_its_events() {
    let Some(folder) = vectors("epcis/gs1/JSON") else {
        return;
    };
    let (mut documents, mut events, mut broken) = (0, 0, 0);
    for file in files(&folder, "jsonld") {
        let document = EpcisDocument::read(&json_of(&file), "/epcis.json", &Text::default());
        let document = document.unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
        assert!(document.events.len() + document.broken > 0, "{}", file.display());
        documents += 1;
        events += document.events.len();
        broken += document.broken;
    }
    assert!(documents >= 45, "only {documents} documents");
    assert!(events >= 56 && broken == 0, "{events} events, {broken} broken");
}

#[test]
fn recorded_food_facts_are_read() {
    let gtin = Gtin::parse("7622210288257").unwrap();
    let read = |answer: &Value| FoodFacts::read(answer, gtin, &Text::same("Facts")).unwrap();
    let Some(answer) = vector("off/product-7622210288257.v0.json") else {
        return;
    };
    let facts = read(&answer).unwrap();
    assert_eq!(facts.name, Text::same("Grand Arôme"));
    assert_eq!(facts.brands.as_deref(), Some("Poulain"));
    assert_eq!(facts.quantity.as_deref(), Some("800 g"));
    assert_eq!(facts.made_in.as_deref(), Some("Blois"));
    assert_eq!(facts.origins, None, "an empty text says nothing");
    assert_eq!(
        facts.page,
        "https://world.openfoodfacts.org/product/7622210288257"
    );
    assert_eq!(
        facts.changed_on.map(|day| day.to_string()).as_deref(),
        Some("2020-01-01")
    );
    assert_eq!(facts.by.standing, Standing::Community);
    for file in ["off/not-found.v2.json", "off/not-found.v3.json"] {
        assert_eq!(vector(file).map(|answer| read(&answer)), Some(None), "{file}");
    }
    for (code, answer) in vector("off/pantry-manager-products.v0.json")
        .unwrap()
        .as_object()
        .unwrap()
    {
        assert!(!read(answer).unwrap().name.is_empty(), "{code}");
    }
}

/// A folder of the published documents; `None` where they are not at hand.
fn vectors(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("CONFORMANCE_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors"),
        PathBuf::from,
    );
    let path = root.join(folder);
    if !path.exists() {
        eprintln!("skipped: there is no {}", path.display());
        return None;
    }
    Some(path)
}

fn vector(file: &str) -> Option<Value> {
    vectors(file).map(|path| json_of(&path))
}
