//! A market's folder, read leniently, as what the sources would say of it once it is published.

use cho_phien::gs1::{DigitalLink, Gtin};
use cho_phien::sources::epcis::Event;
use cho_phien::sources::findings::Recall;
use cho_phien::sources::place::{Organization, Place};
use cho_phien::sources::product::{Certificate, Lot, Product};
use cho_phien::sources::{Attribution, EpcisDocument, Findings, Standing};
use cho_phien::words::Text;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use time::{Date, Month};

/// How many steps back across producers ingredients are looked up.
const DEEPEST: usize = 4;

/// The tables of a market and its journeys. What is missing or broken is empty.
pub struct Market {
    products: Value,
    places: Value,
    producers: Value,
    index: Value,
    journeys: Vec<EpcisDocument>,
}

impl Market {
    /// Reads the market in `folder`, or in its folder `market`. `None` without any of its tables.
    pub fn read(folder: &Path) -> Option<Market> {
        let inner = folder.join("market");
        let folder = match folder.join("products.json").is_file() {
            true => folder,
            false => &inner,
        };
        let table = |name: &str| json(&folder.join(name));
        let [products, places, producers] = ["products.json", "places.json", "producers.json"].map(table);
        if [&products, &places, &producers]
            .iter()
            .all(|table| table.is_none())
        {
            return None;
        }
        Some(Market {
            products: products.unwrap_or_default(),
            places: places.unwrap_or_default(),
            producers: producers.unwrap_or_default(),
            index: table("index.json").unwrap_or_default(),
            journeys: journeys(&folder.join("journeys")),
        })
    }

    /// The rows of index.json.
    pub fn rows(&self) -> &[Value] {
        list(&self.index, "journeys")
    }

    /// What the sources say of an identity and of the events in `documents`, which stand in place of the market's own
    /// documents about the same events or goods.
    pub fn findings(&self, identity: &DigitalLink, documents: Vec<EpcisDocument>) -> Findings {
        let producers = list(&self.producers, "producers");
        let mut findings = Findings {
            product: identity.gtin().and_then(|gtin| self.product(gtin)),
            lots: identity.gtin().map(|gtin| self.lots(gtin)).unwrap_or_default(),
            places: list(&self.places, "places")
                .iter()
                .filter_map(|row| place(row, producers))
                .collect(),
            parties: producers
                .iter()
                .filter_map(|row| Some((party_uri(row)?, organization(row))))
                .collect(),
            ..Findings::default()
        };
        let others = self.others(&documents);
        findings.recalls = Some(recalls(&documents, &others));
        for document in documents {
            findings.merge(found(document));
        }
        self.add_ingredients(&mut findings, &others);
        findings
    }

    /// The market's documents that no given one stands in place of.
    fn others(&self, documents: &[EpcisDocument]) -> Vec<&EpcisDocument> {
        let given = || documents.iter().flat_map(|document| &document.events);
        let ids: BTreeSet<&str> = given().map(|event| event.id.as_str()).collect();
        let made: BTreeSet<&str> = given().flat_map(born).collect();
        let is_other = |event: &Event| {
            let mut born = born(event);
            !ids.contains(event.id.as_str()) && !born.any(|id| made.contains(id))
        };
        let journeys = self.journeys.iter();
        journeys
            .filter(|document| document.events.iter().all(is_other))
            .collect()
    }

    /// Adds the documents that tell how ingredients of other producers were made.
    fn add_ingredients(&self, findings: &mut Findings, others: &[&EpcisDocument]) {
        for _ in 0..DEEPEST {
            let made: BTreeSet<String> = findings.events.iter().flat_map(born).map(str::to_owned).collect();
            let used = findings.events.iter().flat_map(|event| &event.inputs);
            let wanted: BTreeSet<String> = used
                .map(|input| input.id.clone())
                .filter(|id| !made.contains(id))
                .collect();
            let makes = |event: &Event| born(event).any(|id| wanted.contains(id));
            let found: Vec<&&EpcisDocument> = others
                .iter()
                .filter(|document| document.events.iter().any(makes))
                .collect();
            if found.is_empty() {
                return;
            }
            for document in found {
                findings.merge_ingredient(self::found((*document).clone()));
            }
        }
    }

    /// The product with its papers: every one that the market knows, as any of its lots may cite it.
    fn product(&self, gtin: Gtin) -> Option<Product> {
        let rows = list(&self.products, "products");
        let row = rows.iter().find(|row| number(row) == Some(gtin))?;
        let producers = list(&self.producers, "producers").iter();
        let mut producers = producers.filter(|other| other["id"] == row["producer"]);
        let (certificates, reports) = (
            list(&self.products, "certificates"),
            list(&self.products, "reports"),
        );
        let indications = list(&self.products, "geographicalIndications");
        let papers = certificates.iter().chain(reports).chain(indications);
        Some(Product {
            gtin,
            name: text(&row["name"]),
            brand: string(&row["brand"]),
            net_content: net_content(&row["net"]),
            net_weight: None,
            origin: None,
            food: Default::default(),
            story: None,
            storage: Some(text(&row["storage"])).filter(|text| !text.is_empty()),
            storage_range_c: storage_range(&row["storageRangeC"]),
            picture: string(&row["icon"]).map(|icon| format!("/pictures/{icon}.svg")),
            producer: producers.next().map(organization),
            category: string(&row["category"]),
            stall: None,
            price_vnd: None,
            standard: string(&row["standard"]),
            certificates: papers.filter_map(|paper| certificate(paper, rows)).collect(),
            by: Attribution {
                name: source(),
                standing: Standing::Declared,
                as_of: day(&self.index["asOf"]),
                sample: self.index["sample"] != Value::Bool(false),
            },
        })
    }

    fn lots(&self, gtin: Gtin) -> Vec<Lot> {
        let rows = self.rows().iter().filter(|row| number(row) == Some(gtin));
        rows.flat_map(|row| {
            let serials = row["serials"].as_array().cloned();
            let serials = serials.unwrap_or_else(|| vec![Value::Null]);
            serials.into_iter().map(|serial| Lot {
                lot: string(&row["lot"]),
                serial: string(&serial),
                packed_on: day(&row["packedOn"]),
                expires_on: day(&row["expiresOn"]),
            })
        })
        .collect()
    }
}

/// What a document alone says.
pub fn found(document: EpcisDocument) -> Findings {
    Findings {
        unreadable: document.broken,
        events: document.events,
        places: document.places,
        parties: document.parties,
        item_names: document.item_names,
        ..Findings::default()
    }
}

/// The recall list of the market: what its documents, and those given, call recalled and have not taken back.
fn recalls(documents: &[EpcisDocument], others: &[&EpcisDocument]) -> Vec<Recall> {
    let all = documents.iter().chain(others.iter().copied());
    let mut events: Vec<&Event> = all.flat_map(|document| &document.events).collect();
    events.sort_by_key(|event| event.time);
    let mut recalls: Vec<Recall> = Vec::new();
    for event in events.into_iter().filter(|event| event.voided.is_none()) {
        let is_recalled = |word: &String| word == "recalled";
        let is_recall =
            event.persistent.iter().any(is_recalled) || event.disposition.as_ref().is_some_and(is_recalled);
        for thing in event.objects.iter().chain(&event.children) {
            if event.withdrawn.iter().any(is_recalled) {
                recalls.retain(|recall| recall.id != thing.id);
            } else if is_recall {
                recalls.push(Recall {
                    id: thing.id.clone(),
                    since: Some(event.time.date()),
                    reason: event.note.clone().unwrap_or_default(),
                });
            }
        }
    }
    recalls
}

/// What begins to exist in an event.
fn born(event: &Event) -> impl Iterator<Item = &str> {
    use cho_phien::sources::epcis::{Action, EventKind};
    let is_birth = event.kind == EventKind::Object && event.action == Some(Action::Add);
    let begun = event.objects.iter().filter(move |_| is_birth);
    event
        .outputs
        .iter()
        .chain(begun)
        .map(|quantity| quantity.id.as_str())
}

fn journeys(folder: &Path) -> Vec<EpcisDocument> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
        .iter()
        .filter_map(|path| EpcisDocument::read(&json(path)?, &path.to_string_lossy(), &source()).ok())
        .collect()
}

fn place(row: &Value, producers: &[Value]) -> Option<(String, Place)> {
    let uri = row["uri"].as_str()?.to_owned();
    let owner = producers.iter().find(|party| party["id"] == row["owner"]);
    let place = Place {
        uri: uri.clone(),
        name: text(&row["name"]),
        kind: string(&row["kind"]),
        commune: string(&row["communeName"]),
        province: string(&row["province"]),
        altitude_m: row["altitudeM"].as_f64(),
        point: row["lat"].as_f64().zip(row["lon"].as_f64()),
        owner: owner.and_then(party_uri),
        owner_name: None,
        products: Vec::new(),
        ..Place::default()
    };
    Some((uri, place))
}

fn party_uri(row: &Value) -> Option<String> {
    Some(format!("https://id.gs1.org/417/{}", row["gln"].as_str()?))
}

fn organization(row: &Value) -> Organization {
    Organization {
        gln: string(&row["gln"]),
        prefix: string(&row["gcp"]),
        name: text(&row["name"]),
        commune: string(&row["address"]["commune"]),
        province: string(&row["address"]["province"]),
        address_line: Some(text(&row["address"]["line"])).filter(|line| !line.is_empty()),
        ..Organization::default()
    }
}

/// A certificate with the products that carry it, or a report with its lot.
fn certificate(row: &Value, products: &[Value]) -> Option<Certificate> {
    let id = row["id"].as_str().unwrap_or_default();
    let carries = |product: &&Value| {
        let marks = product["certificates"].as_array();
        let mut marks = marks.into_iter().flatten().chain([&product["gi"]]);
        marks.any(|mark| mark == id)
    };
    let numbers = products.iter().filter(carries).filter_map(number);
    Some(Certificate {
        uri: row["uri"].as_str()?.to_owned(),
        kind: string(&row["type"]).unwrap_or_else(|| "gi".to_owned()),
        title: text(&row["title"]),
        number: string(&row["number"]),
        issuer: Some(text(&row["issuer"])).filter(|issuer| !issuer.is_empty()),
        from: day(&row["validFrom"]).or_else(|| day(&row["date"])),
        to: day(&row["validTo"]),
        page: None,
        stars: None,
        lot: string(&row["lot"]),
        products: numbers.map(|gtin| gtin.to_string()).collect(),
    })
}

fn number(row: &Value) -> Option<Gtin> {
    Gtin::parse(row["gtin"].as_str()?).ok()
}

fn net_content(net: &Value) -> Option<String> {
    Some(format!("{} {}", net["value"], net["unit"].as_str()?))
}

fn storage_range(value: &Value) -> Option<(Option<f64>, Option<f64>)> {
    let range = value.as_array()?;
    Some((range.first()?.as_f64(), range.get(1)?.as_f64()))
}

/// What the market is called as a source.
pub fn source() -> Text {
    Text::new("Chợ phiên (dữ liệu mẫu)", "Market fair (sample data)")
}

fn text(value: &Value) -> Text {
    let wording = |tag: &str| value[tag].as_str().unwrap_or_default().to_owned();
    Text::new(wording("vi"), wording("en"))
}

fn string(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// A day as `2026-11-23`.
pub fn day(value: &Value) -> Option<Date> {
    let mut parts = value.as_str()?.split('-');
    let (year, month, day) = (
        parts.next()?.parse().ok()?,
        parts.next()?.parse::<u8>().ok()?,
        parts.next()?.parse().ok()?,
    );
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

/// A list that stands alone or under its name.
fn list<'a>(table: &'a Value, name: &str) -> &'a [Value] {
    let rows = table.get(name).unwrap_or(table).as_array();
    rows.map_or(&[], Vec::as_slice)
}

fn json(path: &Path) -> Option<Value> {
    serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()
}
