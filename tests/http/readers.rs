//! What others read of the published files: the schemas of EPCIS 2.0 and of GS1 link sets, held against every document.

use cho_phien::publish::{self, Files};
use cho_phien::tables;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::path::Path;

/// The schema in this file of the collection; `None`, and a line that says so, where there is no collection.
fn schema(file: &str) -> Option<Validator> {
    let folder = std::env::var("CONFORMANCE_DIR").unwrap_or("../shared/vectors".to_owned());
    let path = Path::new(&folder).join(file);
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: there is no {}", path.display());
        return None;
    };
    let schema: Value = serde_json::from_str(&text).unwrap();
    Some(jsonschema::validator_for(&schema).unwrap())
}

/// The files of the sample market: from its documents, and from the tables of the starter folder.
fn published() -> [Files; 2] {
    let json = |name: &str| std::fs::read_to_string(Path::new("data/market").join(name)).ok();
    let example = publish::example();
    let csv = |name: &str| example.get(name).cloned();
    [
        publish::files(&tables::read(&json).unwrap()),
        publish::files(&tables::read(&csv).unwrap()),
    ]
}

/// Holds every published document with this end to a schema, after `seen` has made of it what a reader sees; gives how many.
fn hold(schema: &Validator, end: &str, seen: impl Fn(&str, Value) -> Value) -> usize {
    let (mut count, mut faults) = (0, Vec::new());
    for (path, text) in published()
        .iter()
        .flatten()
        .filter(|(path, _)| path.ends_with(end))
    {
        let document = seen(path, serde_json::from_str(text).unwrap());
        let found = schema.iter_errors(&document);
        faults.extend(found.map(|fault| format!("{path}: {} {fault}", fault.instance_path())));
        count += 1;
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
    count
}

#[test]
fn published_events_keep_to_the_official_schema() {
    let Some(schema) = schema("epcis/gs1/EPCIS-JSON-Schema.json") else {
        return;
    };
    assert_eq!(hold(&schema, "/epcis.json", |_, document| document), 2 * 30);
    let broken = json!({"type": "EPCISDocument", "epcisBody": {"eventList": [{"type": "ObjectEvent"}]}});
    assert!(!schema.is_valid(&broken), "the schema finds what is wrong");
}

#[test]
fn published_link_sets_keep_to_the_schemas_of_gs1_and_of_the_rfc() {
    for file in ["gs1-linkset-schema.json", "linkset-schema.json"] {
        let Some(schema) = schema(&format!("linkset/{file}")) else {
            return;
        };
        let seen = |path: &str, mut document: Value| {
            if file == "linkset-schema.json" {
                without_description(&mut document);
            }
            make_absolute(path, &mut document);
            document
        };
        assert_eq!(hold(&schema, "/linkset.json", seen), 2 * (31 + 14 + 24), "{file}");
        let broken =
            json!({"linkset": [{"anchor": "https://id.gs1.org/01/1", "https://ref.gs1.org/voc/pip": [{}]}]});
        assert!(!schema.is_valid(&broken), "{file} finds what is wrong");
    }
}

/// The schema of the RFC knows no description, which the one of GS1 asks for.
fn without_description(document: &mut Value) {
    for context in document["linkset"].as_array_mut().unwrap() {
        context.as_object_mut().unwrap().remove("itemDescription");
    }
}

/// Links are relative to the file that they stand in; a reader resolves them first (RFC 9264 §4.2.2).
fn make_absolute(path: &str, document: &mut Value) {
    let own = url::Url::parse(&format!("https://fair.example/api/{path}")).unwrap();
    for context in document["linkset"].as_array_mut().unwrap() {
        for links in context
            .as_object_mut()
            .unwrap()
            .values_mut()
            .filter_map(Value::as_array_mut)
        {
            for link in links {
                let href = own.join(link["href"].as_str().unwrap()).unwrap();
                link["href"] = href.as_str().into();
            }
        }
    }
}
