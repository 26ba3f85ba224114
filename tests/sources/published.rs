//! The published documents of others.

use crate::documents::vector;
use cho_phien::gs1::{DigitalLink, Gtin};
use cho_phien::sources::{FoodFacts, LinkSet, Standing};
use cho_phien::words::Text;
use serde_json::{Value, json};

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
fn what_a_link_says_of_its_target_is_kept() {
    let Some(document) = vector("linkset/ExampleLinkset.json") else {
        return;
    };
    let set = LinkSet::read(&document, "https://host.example/linkset.json").unwrap();
    let pips: Vec<_> = set.links.iter().filter(|link| link.kind == "pip").collect();
    assert_eq!(pips[0].languages, ["en", "es", "vi", "ja"]);
    let title = pips[0].title.clone().unwrap();
    assert_eq!(
        title,
        Text::new("Trang thông tin sản phẩm", "Product information")
    );
    assert_eq!(pips[1].languages, ["es"]);
    assert_eq!(
        set.descriptions[0].1,
        Text::same("Dal Giardino Risotto Rice with Mushrooms 411g")
    );
    let model = LinkSet::read(&vector("resolver/modelLinkset.json").unwrap(), "").unwrap();
    assert!(model.links.iter().any(|link| link.contexts == ["LK"]));
}

#[test]
fn every_published_link_type_is_known_under_each_of_its_names() {
    let Some(types) = vector("resolver/gs1-linktypes-webvoc-1.16.json") else {
        return;
    };
    let names: Vec<String> = strings(&types)
        .into_iter()
        .filter_map(|text| Some(text.strip_prefix("gs1:")?.to_owned()))
        .collect();
    assert!(names.len() >= 60, "{} link types", names.len());
    for name in names {
        for spelling in [
            format!("https://ref.gs1.org/voc/{name}"),
            format!("https://gs1.org/voc/{name}"),
            format!("http://ref.gs1.org/voc/{name}"),
            format!("http://gs1.org/voc/{name}"),
            format!("http://www.iana.org/assignments/relation/{name}"),
            format!("gs1:{name}"),
            name.clone(),
        ] {
            let document = json!({"linkset": [{spelling.clone(): [{"href": "/x"}]}]});
            let set = LinkSet::read(&document, "https://host.example/").unwrap();
            assert_eq!(set.links[0].kind, name, "{spelling}");
        }
    }
}

#[test]
fn what_is_meant_for_shoppers_here_comes_first() {
    let document = json!({"linkset": [{"anchor": "https://id.gs1.org/01/09528060010018", "gs1:pip": [
        {"href": "/lk.json", "context": ["LK"]}, {"href": "/fr.json", "hreflang": ["fr"]}, {"href": "/en.json", "hreflang": ["en-GB"]},
        {"href": "/vn.json", "context": ["VN"], "hreflang": ["vi"]},
    ]}]});
    let set = LinkSet::read(&document, "").unwrap();
    let identity = DigitalLink::parse("/01/09528060010018/10/A").unwrap();
    let order: Vec<_> = set
        .links_for(&identity, |_| true)
        .iter()
        .map(|link| link.href.as_str())
        .collect();
    assert_eq!(order, ["/vn.json", "/en.json", "/fr.json", "/lk.json"]);
}

/// Every text in a document.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(strings).collect(),
        Value::Object(members) => {
            let keys = members.keys().cloned();
            keys.chain(members.values().flat_map(strings)).collect()
        }
        _ => Vec::new(),
    }
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
        let facts = FoodFacts::read(answer, Gtin::parse(code).unwrap(), &Text::same("Facts"));
        assert!(!facts.unwrap().unwrap().name.is_empty(), "{code}");
    }
}
