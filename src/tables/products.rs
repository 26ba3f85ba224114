//! Products: what is sold at the fair.

use super::cells::Cells;
use super::fault::Fault;
use super::known::Known;
use super::pace::Pace;
use super::row::Row;
use super::wording;
use crate::gs1::Gtin;
use crate::words::Text;
use serde_json::Value;
use std::collections::BTreeMap;

/// A checked product.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// Its id in the tables.
    pub id: String,
    /// Its number.
    pub gtin: Gtin,
    /// The id of its producer.
    pub producer: String,
    /// Its category.
    pub category: String,
    /// Its name.
    pub name: Text,
    /// Its brand.
    pub brand: Option<String>,
    /// What is in a packet.
    pub net: NetContent,
    /// Price in đồng.
    pub price_vnd: Option<u32>,
    /// One or two sentences about it.
    pub story: Option<Text>,
    /// How to keep it.
    pub storage: Option<Text>,
    /// Lowest and highest temperature in °C; `None` inside where that end is open.
    pub storage_range_c: Option<(Option<f64>, Option<f64>)>,
    /// The ids of its certificates.
    pub certificates: Vec<String>,
    /// The id of its geographical indication.
    pub indication: Option<String>,
    /// The name of its picture: `leaf`.
    pub icon: String,
    /// Its photo in the organiser's folder of photos.
    pub photo: Option<String>,
    /// The months it is in season, as ranges such as `03-10`.
    pub season: Vec<String>,
    /// The stall where it is sold.
    pub stall: Option<String>,
    /// The standard it is made to, as declared.
    pub standard: Option<String>,
}

/// How much is in a packet.
#[derive(Clone, Debug, PartialEq)]
pub struct NetContent {
    /// The amount.
    pub value: f64,
    /// The unit (UN/CEFACT Recommendation 20): `GRM`, `KGM`, `MLT`, `LTR` or `H87` for pieces.
    pub unit_code: &'static str,
    /// The unit as the tables write it: `kg`, `gói`.
    pub unit: &'static str,
}

/// The pictures that the app ships.
const ICONS: [&str; 25] = [
    "leaf",
    "black-tea",
    "oolong",
    "oriental-beauty",
    "wheat",
    "bearded-rice",
    "sticky-rice",
    "banana",
    "noodles",
    "fish",
    "fillet",
    "sturgeon",
    "floss",
    "nut",
    "honey",
    "beeswax",
    "root",
    "angelica",
    "bath-leaves",
    "spice",
    "cardamom",
    "cinnamon",
    "cham-cheo",
    "meat",
    "cloth",
];

/// Units as the tables write them, and their codes.
const UNITS: [(&str, &str); 8] = [
    ("g", "GRM"),
    ("kg", "KGM"),
    ("ml", "MLT"),
    ("l", "LTR"),
    ("chiếc", "H87"),
    ("củ", "H87"),
    ("gói", "H87"),
    ("hộp", "H87"),
];

/// Checks the products.
pub(super) async fn check(
    rows: &[Row],
    known: &Known,
    sample: bool,
    pace: &Pace<'_>,
    faults: &mut Vec<Fault>,
) -> Vec<Product> {
    let mut first: BTreeMap<Gtin, String> = BTreeMap::new();
    let mut products = Vec::new();
    for row in rows {
        pace.step().await;
        let mut cells = Cells { row, faults };
        let Some(product) = product(&mut cells, known, sample) else {
            continue;
        };
        if let Some(earlier) = first.get(&product.gtin) {
            let message = wording::duplicate(product.gtin.as_str(), earlier);
            cells.fault("gtin", message);
        }
        first.insert(product.gtin, product.id.clone());
        products.push(product);
    }
    products
}

fn product(cells: &mut Cells, known: &Known, sample: bool) -> Option<Product> {
    cells.sample(sample);
    let producer = cells.text("producer");
    cells.known("producer", &producer, &known.producers, "producers");
    let gtin = gtin(cells, known.prefixes.get(&producer));
    let net = net_content(cells);
    let storage_range_c = storage_range(cells);
    let season = season(cells);
    let product = Product {
        id: cells.text("id"),
        gtin: gtin?,
        producer,
        category: cells.text("category"),
        name: cells.both("name"),
        brand: cells.optional_text("brand"),
        net: net?,
        price_vnd: cells.optional_whole("priceVnd"),
        story: cells.optional_both("story"),
        storage: cells.optional_both("storage"),
        storage_range_c,
        certificates: cells.texts("certificates"),
        indication: cells.optional_text("gi"),
        icon: cells.text("icon"),
        photo: photo(cells),
        season,
        stall: cells.optional_text("stall"),
        standard: cells.optional_text("standard"),
    };
    check_references(cells, &product, known);
    Some(product)
}

fn check_references(cells: &mut Cells, product: &Product, known: &Known) {
    cells.known("category", &product.category, &known.categories, "categories");
    for id in &product.certificates {
        cells.known("certificates", id, &known.certificates, "certificates");
    }
    if let Some(id) = &product.indication {
        cells.known("gi", id, &known.indications, "geographicalIndications");
    }
    if let Some(stall) = &product.stall {
        cells.known("stall", stall, &known.stalls, "stalls");
    }
    if !product.icon.is_empty() && !ICONS.contains(&product.icon.as_str()) {
        let message = wording::not_one_of(&product.icon, &ICONS.join(", "));
        cells.fault("icon", message);
    }
}

fn gtin(cells: &mut Cells, prefix: Option<&String>) -> Option<Gtin> {
    let gtin = cells.gtin("gtin")?;
    if let Some(prefix) = prefix
        && !gtin.as_str().get(1..)?.starts_with(prefix.as_str())
    {
        cells.fault("gtin", wording::foreign_prefix(gtin.as_str(), prefix));
    }
    if let Some(long) = cells.optional_text("gtin14")
        && long != gtin.as_str()
    {
        cells.fault("gtin14", wording::disagrees(&long, gtin.as_str()));
    }
    Some(gtin)
}

fn net_content(cells: &mut Cells) -> Option<NetContent> {
    let (value, unit) = (cells.number("net.value"), cells.text("net.unit"));
    let code = UNITS.iter().find(|(name, _)| *name == unit);
    if code.is_none() && !unit.is_empty() {
        let names: Vec<&str> = UNITS.iter().map(|(name, _)| *name).collect();
        cells.fault("net.unit", wording::not_one_of(&unit, &names.join(", ")));
    }
    Some(NetContent {
        value: value?,
        unit: code?.0,
        unit_code: code?.1,
    })
}

fn storage_range(cells: &mut Cells) -> Option<(Option<f64>, Option<f64>)> {
    let ends = match cells.value("storageRangeC")?.as_array().map(Vec::as_slice) {
        Some([lowest, highest]) => end(lowest).zip(end(highest)),
        _ => None,
    };
    if ends.is_none() {
        cells.fault("storageRangeC", wording::wrong_kind("list"));
    }
    if let Some((Some(lowest), Some(highest))) = ends
        && lowest > highest
    {
        cells.fault("storageRangeC", wording::upside_down(lowest, highest));
    }
    ends
}

fn end(value: &Value) -> Option<Option<f64>> {
    match value {
        Value::Null => Some(None),
        number => number.as_f64().map(Some),
    }
}

fn photo(cells: &mut Cells) -> Option<String> {
    let name = cells.optional_text("photo")?;
    let plain = |char: char| char.is_ascii_alphanumeric() || "-_".contains(char);
    let parts = name.rsplit_once('.');
    let fits = parts.is_some_and(|(stem, kind)| {
        !stem.is_empty() && stem.chars().all(plain) && ["jpg", "jpeg", "png", "webp"].contains(&kind)
    });
    if !fits {
        cells.fault("photo", wording::not_a_photo(&name));
    }
    fits.then_some(name)
}

fn season(cells: &mut Cells) -> Vec<String> {
    let ranges = cells.texts("season");
    for range in &ranges {
        if crate::market::season::months(range).is_none() {
            cells.fault("season", wording::not_one_of(range, "01-12, 11-02 …"));
        }
    }
    ranges
}
