//! The sample market, from its tables to the files of the API.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use cho_phien::publish::{self, Files, FolderError};
use cho_phien::tables::{self, Fault, Market};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A file of the sample market.
fn table(file: &str) -> Option<String> {
    std::fs::read_to_string(Path::new("data/market").join(file)).ok()
}

fn table_json(file: &str) -> Value {
    serde_json::from_str(&table(file).unwrap()).unwrap()
}

fn market() -> Market {
    tables::read(&table).unwrap_or_else(|faults| panic!("{}", lines(&faults)))
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("{fault}\n")).collect()
}

fn published() -> Files {
    publish::files(&market())
}

fn json_of(files: &Files, path: &str) -> Value {
    let text = files.get(path).unwrap_or_else(|| panic!("no {path}"));
    serde_json::from_str(text).unwrap()
}

#[test]
fn every_kind_of_file_is_published_so_many_times() {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for path in published().keys() {
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
        ("01/*/10/*/linkset.json", 30),
        ("01/*/21/*/linkset.json", 14),
        ("01/*/linkset.json", 24),
        ("01/*/lots.json", 24),
        ("01/*/product.json", 24),
        ("414/*.json", 56),
        ("417/*.json", 13),
        ("catalogue/1.json", 1),
        ("market.json", 1),
        ("recalls.json", 1),
    ];
    let found: Vec<(&str, usize)> = kinds.iter().map(|(k, n)| (k.as_str(), *n)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_same_tables_make_the_same_bytes() {
    assert_eq!(published(), published());
}

#[test]
fn every_document_but_the_link_sets_says_that_it_is_a_sample_and_of_which_day() {
    let files = published();
    for path in files.keys().filter(|path| !path.ends_with("linkset.json")) {
        let document = json_of(&files, path);
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
    let files = published();
    let mut pages = 0;
    for path in files.keys().filter(|path| path.ends_with("linkset.json")) {
        for context in json_of(&files, path)["linkset"].as_array().unwrap() {
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
    let files = published();
    for journey in market().journeys {
        let lot = &journey.lot;
        let path = format!("01/{}/10/{lot}/epcis.json", journey.gtin);
        let (found, kept) = (json_of(&files, &path), table_json(&journey.file));
        assert_eq!(found["epcisBody"], kept["epcisBody"], "{path}");
        assert_eq!(found["@context"], kept["@context"], "{path}");
        assert!(journey.events().count() > 0, "{path}");
    }
}

#[test]
fn places_and_parties_of_the_events_have_their_names() {
    let files = published();
    let document = json_of(&files, "01/09528060010018/10/S260918/epcis.json");
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
    for journey in market().journeys {
        gather_degrees(&table_json(&journey.file), &mut fine);
    }
    fine.retain(|degrees| decimals(degrees) > 3);
    assert!(
        fine.len() > 20,
        "the documents of the sample are finer on purpose"
    );
    for (path, text) in published() {
        let mut found = BTreeSet::new();
        gather_degrees(&serde_json::from_str(&text).unwrap(), &mut found);
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
            if fields
                .get("id")
                .and_then(Value::as_str)
                .is_some_and(is_degrees)
            {
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
    let product = json_of(&published(), "01/09528060020017/product.json");
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
fn the_values_of_some_documents_are_these() {
    let files = published();
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
        let found = json_of(&files, path).pointer(pointer).cloned();
        assert_eq!(found.unwrap_or_default(), expected, "{path} {pointer}");
    }
}

#[test]
fn a_planted_fault_is_told_with_its_file_row_and_field() {
    let journey = "journeys/tra-xanh-shan-S260918.jsonld";
    for (file, pointer, planted, expected) in [
        (
            "products.json",
            "/products/0/gtin",
            json!("9528060010019"),
            "products.json:products 1 tra-xanh-shan:gtin:",
        ),
        (
            "products.json",
            "/products/1/gtin",
            json!("9528060010018"),
            "products.json:products 2 hong-tra-shan:gtin:",
        ),
        (
            "products.json",
            "/products/1/producer",
            json!("p02"),
            "products.json:products 2 hong-tra-shan:gtin:",
        ),
        (
            "products.json",
            "/products/1/producer",
            json!("p99"),
            "products.json:products 2 hong-tra-shan:producer:",
        ),
        (
            "products.json",
            "/products/2/category",
            json!("tea"),
            "products.json:products 3 tra-o-long:category:",
        ),
        (
            "products.json",
            "/products/2/certificates/0",
            json!("ocop-99"),
            "products.json:products 3 tra-o-long:certificates:",
        ),
        (
            "products.json",
            "/products/2/stall",
            json!("Z9"),
            "products.json:products 3 tra-o-long:stall:",
        ),
        (
            "products.json",
            "/products/2/name/en",
            json!(""),
            "products.json:products 3 tra-o-long:name.en:",
        ),
        (
            "products.json",
            "/products/2/priceVnd",
            json!("180.000"),
            "products.json:products 3 tra-o-long:priceVnd:",
        ),
        (
            "products.json",
            "/products/2/season/0",
            json!("3-11"),
            "products.json:products 3 tra-o-long:season:",
        ),
        (
            "products.json",
            "/products/2/icon",
            json!("../x"),
            "products.json:products 3 tra-o-long:icon:",
        ),
        (
            "products.json",
            "/products/2/net/unit",
            json!("lạng"),
            "products.json:products 3 tra-o-long:net.unit:",
        ),
        (
            "products.json",
            "/products/2/sample",
            json!(false),
            "products.json:products 3 tra-o-long:sample:",
        ),
        (
            "products.json",
            "/certificates/0/validTo",
            json!("2024-01-01"),
            "products.json:certificates 1 ocop-01:validTo:",
        ),
        (
            "products.json",
            "/certificates/0/stars",
            json!(6),
            "products.json:certificates 1 ocop-01:stars:",
        ),
        (
            "products.json",
            "/reports/0/date",
            json!("31/10/2026"),
            "products.json:reports 1 kn-ct261028:date:",
        ),
        (
            "products.json",
            "/categories/0/name/vi",
            Value::Null,
            "products.json:categories 1 nong-san:name.vi:",
        ),
        (
            "producers.json",
            "/producers/1/gln",
            json!("9528060020001"),
            "producers.json:producers 2 p02:gln:",
        ),
        (
            "producers.json",
            "/producers/1/gcp",
            json!("952806099"),
            "producers.json:producers 2 p02:gln:",
        ),
        (
            "producers.json",
            "/producers/1/id",
            json!("p01"),
            "producers.json:producers 2 p01:id:",
        ),
        (
            "producers.json",
            "/producers/1/consent/publishName",
            json!(false),
            "producers.json:producers 2 p02:consent.publishName:",
        ),
        (
            "producers.json",
            "/producers/1/contact/web",
            json!("javascript:alert(1)"),
            "producers.json:producers 2 p02:contact.web:",
        ),
        (
            "producers.json",
            "/producers/0/consent/publishPoint",
            json!("none"),
            "places.json:places 1 p01-f1:precision:",
        ),
        (
            "places.json",
            "/places/0/owner",
            json!("p99"),
            "places.json:places 1 p01-f1:owner:",
        ),
        (
            "places.json",
            "/places/0/owner",
            json!("p02"),
            "places.json:places 1 p01-f1:gln:",
        ),
        (
            "places.json",
            "/places/0/lat",
            json!(22.37714),
            "places.json:places 1 p01-f1:lat:",
        ),
        (
            "places.json",
            "/places/0/lon",
            json!(1035.83),
            "places.json:places 1 p01-f1:lon:",
        ),
        (
            "places.json",
            "/places/0/uri",
            json!("https://id.gs1.org/414/1"),
            "places.json:places 1 p01-f1:uri:",
        ),
        (
            "fair.json",
            "/sessions/0/end",
            json!("2026-10-15T21:00:00+07:00"),
            "fair.json:sessions 1 2026-10:end:",
        ),
        (
            "fair.json",
            "/schedule/0/where",
            json!("Z9"),
            "fair.json:schedule 1:where:",
        ),
        (
            "fair.json",
            "/stalls/0/zone",
            json!("Z"),
            "fair.json:stalls 1 A1:zone:",
        ),
        (
            "fair.json",
            "/stalls/0/products/0",
            json!("gold"),
            "fair.json:stalls 1 A1:products:",
        ),
        (
            "fair.json",
            "/venue/place",
            json!("moon"),
            "fair.json::venue.place:",
        ),
        ("index.json", "/asOf", json!("today"), "index.json::asOf:"),
        (
            "index.json",
            "/journeys/0/expiresOn",
            json!("2028-02-30"),
            "index.json:journeys 1 S260918:expiresOn:",
        ),
        (
            "index.json",
            "/journeys/0/expiresOn",
            json!("2028-09-13"),
            "index.json:journeys 1 S260918:expiresOn:",
        ),
        (
            "index.json",
            "/journeys/0/product",
            json!("gold"),
            "index.json:journeys 1 S260918:product:",
        ),
        (
            "index.json",
            "/journeys/0/lot",
            json!("lô 1"),
            "index.json:journeys 1 lô 1:lot:",
        ),
        (
            "index.json",
            "/journeys/0/file",
            json!("journeys/none.jsonld"),
            "journeys/none.jsonld::: ",
        ),
        (
            journey,
            "/epcisBody/eventList/0/readPoint/id",
            json!("https://id.gs1.org/414/9528060014017"),
            "journeys/tra-xanh-shan-S260918.jsonld:eventList 1 urn:uuid:dbb66d38-9e95-588c-9cf2-b699c48b6b98:readPoint.id:",
        ),
        (
            journey,
            "/epcisBody/eventList/0/readPoint/id",
            json!("geo:22.37714,103.58298"),
            "journeys/tra-xanh-shan-S260918.jsonld:eventList 1 urn:uuid:dbb66d38-9e95-588c-9cf2-b699c48b6b98:readPoint.id:",
        ),
        (
            journey,
            "/epcisBody/eventList/1/eventID",
            json!("urn:uuid:dbb66d38-9e95-588c-9cf2-b699c48b6b98"),
            "journeys/tra-xanh-shan-S260918.jsonld:eventList 2 urn:uuid:dbb66d38-9e95-588c-9cf2-b699c48b6b98:eventID:",
        ),
        (
            journey,
            "/epcisBody/eventList/7/certificationInfo/0",
            json!("https://chophien.example/cert/none"),
            "journeys/tra-xanh-shan-S260918.jsonld:eventList 8 urn:uuid:f45881d5-215b-5912-afb5-34b71bccfc68:certificationInfo:",
        ),
        (
            journey,
            "/epcisBody/eventList/0/eventTime",
            json!("yesterday"),
            "journeys/tra-xanh-shan-S260918.jsonld:eventList 1 urn:uuid:dbb66d38-9e95-588c-9cf2-b699c48b6b98:eventTime:",
        ),
        (
            journey,
            "/lc:sample",
            json!(false),
            "journeys/tra-xanh-shan-S260918.jsonld::lc:sample:",
        ),
    ] {
        let faults = read_with(file, pointer, planted);
        let told = faults
            .iter()
            .any(|fault| fault.to_string().starts_with(expected));
        assert!(told, "{expected}\n{}", lines(&faults));
    }
}

/// The faults of the market's first lot and all its tables with one value replaced.
fn read_with(file: &str, pointer: &str, planted: Value) -> Vec<Fault> {
    let files = |name: &str| {
        let mut text = table(name)?;
        if name == "index.json" {
            let mut index = table_json(name);
            index["journeys"].as_array_mut().unwrap().truncate(1);
            text = index.to_string();
        }
        if name == file {
            let mut content: Value = serde_json::from_str(&text).unwrap();
            *content.pointer_mut(pointer).unwrap() = planted.clone();
            text = content.to_string();
        }
        Some(text)
    };
    tables::read(&files).err().unwrap_or_default()
}

#[test]
fn a_fault_alone_is_told_alone_and_in_both_languages() {
    let faults = read_with("products.json", "/products/0/gtin", json!("9528060010019"));
    assert_eq!(
        lines(&faults),
        "products.json:products 1 tra-xanh-shan:gtin: Số kiểm tra ở cuối là 9 nhưng phải là 8. / The check digit at its end is 9 but should be 8.\n"
    );
}

#[test]
fn a_missing_file_is_told_alone() {
    let files = |name: &str| table(name).filter(|_| name != "places.json");
    let faults = tables::read(&files).unwrap_err();
    assert_eq!(
        lines(&faults),
        "places.json::: Không có tệp này. / This file is missing.\n"
    );
}

#[test]
fn broken_files_are_told_and_nothing_panics() {
    for broken in [
        None,
        Some(""),
        Some("[]"),
        Some("{}"),
        Some("null"),
        Some("{\"products\": [1, null, []]}"),
    ] {
        let faults = tables::read(&|_| broken.map(str::to_owned)).unwrap_err();
        assert!(faults.len() >= 4, "{broken:?}\n{}", lines(&faults));
    }
}

/// A folder of this test alone, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("publish")
        .join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

fn some_files(paths: &[&str]) -> Files {
    let files = paths.iter();
    files
        .map(|path| ((*path).to_owned(), format!("{path}\n")))
        .collect()
}

#[test]
fn a_second_run_removes_what_is_no_longer_published_and_nothing_else() {
    let out = folder("second-run");
    publish::write(&some_files(&["01/a/x.json", "01/b/x.json", "m.json"]), &out).unwrap();
    std::fs::write(out.join("01/a/note.txt"), "mine").unwrap();
    publish::write(&some_files(&["01/b/x.json", "new.json"]), &out).unwrap();
    for (path, there) in [
        ("01/a/x.json", false),
        ("01/a/note.txt", true),
        ("01/b/x.json", true),
        ("m.json", false),
        ("new.json", true),
        ("new.json.new", false),
    ] {
        assert_eq!(out.join(path).exists(), there, "{path}");
    }
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let out = folder("foreign");
    std::fs::create_dir_all(&out).unwrap();
    std::fs::write(out.join("thesis.txt"), "mine").unwrap();
    let refused = publish::write(&some_files(&["m.json"]), &out);
    assert!(matches!(refused, Err(FolderError::NotOurs(_))));
    assert!(!out.join("m.json").exists());
}

#[test]
fn a_marker_that_points_outside_removes_nothing_there() {
    let out = folder("outside/api");
    publish::write(&some_files(&["m.json"]), &out).unwrap();
    let neighbour = out.with_file_name("neighbour.txt");
    std::fs::write(&neighbour, "mine").unwrap();
    let marker = format!("../neighbour.txt\n{}\nm.json\n", neighbour.display());
    std::fs::write(out.join(publish::MARKER), marker).unwrap();
    publish::write(&some_files(&["n.json"]), &out).unwrap();
    assert!(neighbour.exists());
    assert!(!out.join("m.json").exists());
}
