//! The sample market, from its tables to the files of the API.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use cho_phien::api::Preview;
use cho_phien::journey::{Ground, Journey, Verdict};
use cho_phien::market::figures::{Counts, Figures};
use cho_phien::publish::{self, Files, Site};
use cho_phien::tables::{self, Market};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

/// A file of the sample market.
fn table(file: &str) -> Option<String> {
    std::fs::read_to_string(Path::new("data/market").join(file)).ok()
}

fn table_json(file: &str) -> Value {
    serde_json::from_str(&table(file).unwrap()).unwrap()
}

static MARKET: LazyLock<Market> = LazyLock::new(|| tables::read(&table).unwrap());

static PUBLISHED: LazyLock<Files> = LazyLock::new(|| publish::files(&MARKET));

fn json_of(files: &Files, path: &str) -> Value {
    let text = files.get(path).unwrap_or_else(|| panic!("no {path}"));
    serde_json::from_str(text).unwrap()
}

#[test]
fn every_kind_of_file_is_published_so_many_times() {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for path in PUBLISHED.keys() {
        let parts: Vec<&str> = path.split('/').collect();
        let kind = match parts.as_slice() {
            ["01", _, file] => format!("01/*/{file}"),
            ["01", _, ai, _, file] => format!("01/*/{ai}/*/{file}"),
            [ai @ ("417" | "414"), _] => format!("{ai}/*.json"),
            _ => path.clone(),
        };
        *kinds.entry(kind).or_default() += 1;
    }
    let expected = [
        (".well-known/gs1resolver", 1),
        ("01/*/10/*/epcis.json", 30),
        ("01/*/10/*/linkset.json", 31),
        ("01/*/21/*/linkset.json", 14),
        ("01/*/linkset.json", 24),
        ("01/*/lots.json", 24),
        ("01/*/product.json", 24),
        ("414/*.json", 56),
        ("417/*.json", 13),
        ("catalogue/1.json", 1),
        ("figures.csv", 1),
        ("figures.json", 1),
        ("market.json", 1),
        ("recalls.json", 1),
    ];
    let found: Vec<(&str, usize)> = kinds.iter().map(|(k, n)| (k.as_str(), *n)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_same_tables_make_the_same_bytes() {
    assert_eq!(publish::files(&MARKET), *PUBLISHED);
}

#[test]
fn every_document_but_the_link_sets_says_that_it_is_a_sample_and_of_which_day() {
    let files = &PUBLISHED;
    let is_document = |path: &&String| !path.ends_with("linkset.json") && !path.ends_with(".csv");
    for path in files.keys().filter(is_document) {
        let document = json_of(files, path);
        let field = |name: &str| {
            let own = document.get(format!("lc:{name}"));
            own.or(document.get(name)).cloned()
        };
        assert_eq!(field("sample"), Some(json!(true)), "{path}");
        assert_eq!(field("asOf"), Some(json!("2026-11-23")), "{path}");
    }
}

#[test]
fn every_link_leads_to_a_published_file_or_to_a_page() {
    let files = &PUBLISHED;
    let mut pages = 0;
    for path in files.keys().filter(|path| path.ends_with("linkset.json")) {
        for context in json_of(files, path)["linkset"].as_array().unwrap() {
            let anchor = context["anchor"].as_str().unwrap();
            assert!(anchor.starts_with("https://id.gs1.org/01/"), "{path}");
            for href in hrefs(context) {
                match resolve(path, &href).strip_prefix("../") {
                    Some(page) => {
                        assert_eq!(format!("https://id.gs1.org/{page}"), anchor, "{path}");
                        pages += 1;
                    }
                    None => assert!(files.contains_key(&resolve(path, &href)), "{path}: {href}"),
                }
            }
        }
    }
    assert_eq!(pages, 24 + 2 * (30 + 14));
}

fn hrefs(context: &Value) -> Vec<String> {
    let relations = context.as_object().unwrap().values();
    relations
        .filter_map(Value::as_array)
        .flatten()
        .map(|link| link["href"].as_str().unwrap().to_owned())
        .collect()
}

/// The path that a relative link leads to, from the API root; what lies above the root keeps its `..`.
fn resolve(document: &str, href: &str) -> String {
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match (part, parts.last()) {
            ("..", Some(last)) if *last != ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn the_events_of_every_lot_are_those_of_the_organiser() {
    let files = &PUBLISHED;
    for journey in &MARKET.journeys {
        let lot = &journey.lot;
        let path = format!("01/{}/10/{lot}/epcis.json", journey.gtin);
        let (found, kept) = (json_of(files, &path), table_json(&journey.file));
        assert_eq!(found["epcisBody"], kept["epcisBody"], "{path}");
        assert_eq!(found["@context"], kept["@context"], "{path}");
        assert!(kept["epcisBody"]["eventList"][0].is_object(), "{path}");
    }
}

#[test]
fn places_and_parties_of_the_events_have_their_names() {
    let files = &PUBLISHED;
    let document = json_of(files, "01/09528060010018/10/S260918/epcis.json");
    let element = |kind: &str, id: &str| -> BTreeMap<String, String> {
        let list = document.pointer("/epcisHeader/epcisMasterData/vocabularyList");
        let all = list.unwrap().as_array().unwrap().iter();
        let elements = all.filter(|vocabulary| vocabulary["type"] == kind);
        let mut elements = elements.flat_map(|v| v["vocabularyElementList"].as_array().unwrap());
        let element = elements.find(|element| element["id"] == id).unwrap();
        let pairs = element["attributes"].as_array().unwrap().iter();
        pairs
            .map(|pair| (text(&pair["id"]), text(&pair["attribute"])))
            .collect()
    };
    let field = element(
        "urn:epcglobal:epcis:vtype:Location",
        "https://id.gs1.org/414/9528060014016",
    );
    for (id, value) in [
        ("cbvmda:name", "Vùng chè Shan cổ thụ A"),
        ("lc:nameEn", "Old Shan tea area A"),
        ("cbvmda:city", "Xã Tả Lèng"),
        ("cbvmda:state", "Lai Châu"),
        ("cbvmda:latitude", "22.377"),
        ("cbvmda:longitude", "103.583"),
        ("lc:altitudeM", "1650"),
        ("lc:kind", "farm"),
        ("lc:owner", "https://id.gs1.org/417/9528060010001"),
    ] {
        assert_eq!(field.get(id).map(String::as_str), Some(value), "{id}");
    }
    let party = element(
        "https://chophien.example/voc/Party",
        "https://id.gs1.org/417/9528060010001",
    );
    let name = "Hợp tác xã Chè Cổ thụ Mây Ngàn (mẫu)";
    assert_eq!(party["cbvmda:name"], name);
    let leaf = element(
        "urn:epcglobal:epcis:vtype:EPCClass",
        "https://id.gs1.org/01/09528060019127/10/S260918",
    );
    assert_eq!(leaf["lc:nameEn"], "Rolling – Old-tree Shan green tea");
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

#[test]
fn no_point_is_finer_than_its_owner_agreed_to() {
    let mut fine = BTreeSet::new();
    for journey in &MARKET.journeys {
        gather_degrees(&table_json(&journey.file), &mut fine);
    }
    fine.retain(|degrees| decimals(degrees) > 3);
    assert!(
        fine.len() > 20,
        "the documents of the sample are finer on purpose"
    );
    for (path, text) in PUBLISHED.iter().filter(|(path, _)| !path.ends_with(".csv")) {
        let mut found = BTreeSet::new();
        gather_degrees(&serde_json::from_str(text).unwrap(), &mut found);
        for degrees in found {
            assert!(decimals(&degrees) <= 3, "{path}: {degrees}");
        }
        for degrees in &fine {
            assert!(!text.contains(degrees.as_str()), "{path}: {degrees}");
        }
    }
}

fn decimals(number: &str) -> usize {
    number.split_once('.').map_or(0, |(_, after)| after.len())
}

/// Every latitude and longitude in a document, as it is written.
fn gather_degrees(value: &Value, found: &mut BTreeSet<String>) {
    let is_degrees = |name: &str| name.ends_with("latitude") || name.ends_with("longitude");
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather_degrees(item, found)),
        Value::Object(fields) => {
            if fields.get("id").and_then(Value::as_str).is_some_and(is_degrees) {
                found.insert(text(&fields["attribute"]));
            }
            for (name, field) in fields {
                if is_degrees(name) {
                    found.insert(field.to_string());
                }
                gather_degrees(field, found);
            }
        }
        _ => {}
    }
}

#[test]
fn a_product_carries_its_own_certificates_and_those_that_its_lots_cite() {
    let product = json_of(&PUBLISHED, "01/09528060020017/product.json");
    let found: Vec<(&str, &str)> = product["certification"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| {
            (
                c["certificationType"].as_str().unwrap(),
                c["@id"].as_str().unwrap(),
            )
        })
        .collect();
    let expected = [
        ("vietgap", "https://chophien.example/cert/vietgap-02"),
        ("ocop", "https://chophien.example/cert/ocop-02"),
        ("gi", "https://chophien.example/cert/mau-cddl-che"),
        ("test-report", "https://chophien.example/report/OL260925"),
        ("vietgap", "https://chophien.example/cert/vietgap-exp"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_figures_count_every_published_thing_once() {
    let document = json_of(&PUBLISHED, "figures.json");
    let figures = Figures::read(&document);
    let kind = |start: &str, end: &str| {
        let is_meant = |path: &&String| path.starts_with(start) && path.ends_with(end);
        u32::try_from(PUBLISHED.keys().filter(is_meant).count()).unwrap()
    };
    let all = &figures.all;
    assert_eq!(all.producers, kind("417/", ".json"));
    assert_eq!(all.products, kind("01/", "product.json"));
    assert_eq!(all.lots, kind("01/", "epcis.json"));
    let sums = |groups: Vec<&Counts>| {
        let of = |read: fn(&Counts) -> u32| groups.iter().map(|counts| read(counts)).sum::<u32>();
        [of(|c| c.products), of(|c| c.lots), of(|c| c.complete)]
    };
    let expected = [all.products, all.lots, all.complete];
    assert_eq!(
        sums(figures.communes.iter().map(|c| &c.counts).collect()),
        expected
    );
    assert_eq!(
        sums(figures.categories.iter().map(|c| &c.counts).collect()),
        expected
    );
    for commune in &figures.communes {
        let products: u32 = commune.products_by_category.values().sum();
        assert_eq!(products, commune.counts.products, "{}", commune.name);
    }
    let verdicts = figures.verdicts;
    assert_eq!(
        verdicts.ok + verdicts.unknown + verdicts.warn + verdicts.stop,
        all.lots
    );
    assert_eq!(figures.elements.len(), 16);
    for element in &figures.elements {
        assert_eq!(
            element.shown + element.declared + element.missing,
            all.lots,
            "{}",
            element.key
        );
    }
    assert_eq!(figures.ages.iter().map(|group| group.lots).sum::<u32>(), all.lots);
}

#[test]
fn the_figures_say_what_the_app_says_of_each_lot() {
    let figures = Figures::read(&json_of(&PUBLISHED, "figures.json"));
    let site = Site::of(&MARKET);
    let preview = Preview::of(&site);
    let told: Vec<Journey> = MARKET.journeys.iter().map(|lot| preview.lot(lot)).collect();
    let count = |is_meant: &dyn Fn(&Journey) -> bool| {
        u32::try_from(told.iter().filter(|journey| is_meant(journey)).count()).unwrap()
    };
    assert_eq!(figures.all.complete, count(&|journey| journey.gaps.is_empty()));
    assert_eq!(
        figures.verdicts.stop,
        count(&|journey| journey.verdict == Verdict::Stop)
    );
    assert_eq!(
        figures.verdicts.warn,
        count(&|journey| journey.verdict == Verdict::Warn)
    );
    for (at, element) in figures.elements.iter().enumerate() {
        let missing = count(&|journey| journey.conformity.elements[at].ground() == Ground::Missing);
        assert_eq!(element.missing, missing, "{}", element.key);
    }
    assert!(figures.verdicts.stop > 0 && figures.all.complete < figures.all.lots);
}

#[test]
fn the_table_of_figures_holds_what_the_document_holds() {
    let document = json_of(&PUBLISHED, "figures.json");
    let table = &PUBLISHED["figures.csv"];
    let mut rows = csv::Reader::from_reader(table.strip_prefix('\u{feff}').unwrap().as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let value = |group: &str, key: &str, measure: &str| {
        let mut found = rows
            .iter()
            .filter(|row| (&row[0], &row[1], &row[4]) == (group, key, measure));
        found.next().map(|row| row[5].to_owned())
    };
    for (group, key, measure, pointer) in [
        ("market", "", "asOf", "/asOf"),
        ("market", "", "sample", "/sample"),
        ("market", "", "lots", "/lots"),
        ("market", "", "complete", "/complete"),
        ("category", "nong-san", "products", "/categories/0/products"),
        ("verdict", "stop", "lots", "/verdicts/stop"),
        ("element", "product-name", "declared", "/elements/0/declared"),
        ("age", "up to 7 days", "lots", "/ages/0/lots"),
        ("age", "older", "lots", "/ages/4/lots"),
    ] {
        let expected = document.pointer(pointer).unwrap();
        let expected = expected
            .as_str()
            .map_or_else(|| expected.to_string(), str::to_owned);
        assert_eq!(
            value(group, key, measure),
            Some(expected),
            "{group} {key} {measure}"
        );
    }
    let counted = |group: &str| rows.iter().filter(|row| &row[0] == group).count();
    assert_eq!(
        (counted("element"), counted("age"), counted("verdict")),
        (48, 5, 4)
    );
}

#[test]
fn the_values_of_some_documents_are_these() {
    let files = &PUBLISHED;
    for (path, pointer, expected) in [
        (
            "01/09528060010018/product.json",
            "/netContent",
            json!({ "value": 100, "unitCode": "GRM" }),
        ),
        (
            "01/09528060130013/product.json",
            "/netContent",
            json!({ "value": 1, "unitCode": "H87" }),
        ),
        (
            "01/09528060060013/product.json",
            "/lc:storageRangeC",
            json!([null, -18]),
        ),
        (
            "01/09528060010018/product.json",
            "/lc:stall",
            json!({ "name": "A1", "gln": "9528060901002" }),
        ),
        (
            "01/09528060010018/product.json",
            "/image/referencedFileURL",
            json!("/pictures/leaf.svg"),
        ),
        (
            "01/09528060010018/lots.json",
            "/lots",
            json!([{ "lot": "S260918", "packedOn": "2026-09-23", "expiresOn": "2028-09-12" }]),
        ),
        (
            "01/09528060130013/lots.json",
            "/lots/5",
            json!({ "lot": "KL261010", "serial": "SL26006", "packedOn": "2026-10-10" }),
        ),
        (
            "01/09528060100016/21/PU2611002/linkset.json",
            "/linkset/0/https:~1~1ref.gs1.org~1voc~1epcis/0/href",
            json!("../../10/SL261105/epcis.json"),
        ),
        (
            "417/9528060010001.json",
            "/lc:products/1/gtin",
            json!("09528060010025"),
        ),
        ("414/9528060901996.json", "/lc:zone/id", json!("G")),
        ("catalogue/1.json", "/products/0/stars", json!(4)),
        ("catalogue/1.json", "/products/1/stars", Value::Null),
        ("catalogue/1.json", "/pages", json!(1)),
        ("market.json", "/categories/0/id", json!("nong-san")),
        ("market.json", "/stalls/13/producer", Value::Null),
        (
            "recalls.json",
            "/recalls/0/id",
            json!("https://id.gs1.org/01/09528060120014/10/TT261012"),
        ),
        ("recalls.json", "/recalls/0/since", json!("2026-11-16")),
        ("recalls.json", "/recalls/1", Value::Null),
    ] {
        let found = json_of(files, path).pointer(pointer).cloned();
        assert_eq!(found.unwrap_or_default(), expected, "{path} {pointer}");
    }
}
