//! The sample market of `data/market` as findings: what the sources say of each lot once it is published.

use cho_phien::gs1::{DigitalLink, Gtin};
use cho_phien::sources::findings::Recall;
use cho_phien::sources::place::{Organization, Place};
use cho_phien::sources::product::{Certificate, Lot, Product};
use cho_phien::sources::{Attribution, EpcisDocument, Findings, Standing};
use cho_phien::words::Text;
use serde_json::Value;
use time::{Date, Month};

/// The day on which the sample journeys are told.
pub fn today() -> Date {
    Date::from_calendar_date(2026, Month::November, 23).unwrap()
}

/// The tables of the sample market.
pub struct Market {
    products: Value,
    places: Value,
    producers: Value,
    index: Value,
}

impl Market {
    /// Reads the tables.
    pub fn read() -> Market {
        Market {
            products: json("products.json"),
            places: json("places.json"),
            producers: json("producers.json"),
            index: json("index.json"),
        }
    }

    /// The rows of index.json.
    pub fn journeys(&self) -> Vec<Value> {
        list(&self.index, "journeys")
    }

    /// The row of one lot.
    pub fn journey(&self, lot: &str) -> Value {
        let rows = self.journeys();
        rows.into_iter().find(|row| row["lot"] == lot).unwrap()
    }

    /// What the sources find for a row of index.json.
    pub fn findings(&self, row: &Value) -> Findings {
        let document = json(row["file"].as_str().unwrap());
        let read = EpcisDocument::read(&document, "epcis.json", &source()).unwrap();
        assert_eq!(read.fault, None, "{}", row["file"]);
        let mut findings = self.product_alone(row["gtin"].as_str().unwrap());
        findings.events = read.events;
        findings.item_names = read.item_names;
        findings
    }

    /// What the sources find when the code names only the product.
    pub fn product_alone(&self, gtin: &str) -> Findings {
        let producers = list(&self.producers, "producers");
        let places = list(&self.places, "places");
        Findings {
            product: Some(self.product(gtin)),
            lots: self.lots(gtin),
            places: places.iter().map(|row| place(row, &producers)).collect(),
            parties: producers
                .iter()
                .map(|row| (party_uri(row), organization(row)))
                .collect(),
            recalls: Some(vec![recall()]),
            ..Findings::default()
        }
    }

    fn product(&self, gtin: &str) -> Product {
        let rows = list(&self.products, "products");
        let row = rows.into_iter().find(|row| row["gtin"] == gtin).unwrap();
        let producers = list(&self.producers, "producers");
        let producer = producers.iter().find(|other| other["id"] == row["producer"]);
        let cited = list(&self.products, "reports");
        let issued = list(&self.products, "certificates");
        Product {
            gtin: Gtin::parse(gtin).unwrap(),
            name: text(&row["name"]),
            brand: None,
            net_content: Some(format!(
                "{} {}",
                row["net"]["value"],
                row["net"]["unit"].as_str().unwrap()
            )),
            story: None,
            storage: None,
            storage_range_c: row["storageRangeC"]
                .as_array()
                .map(|range| (range[0].as_f64(), range[1].as_f64())),
            picture: None,
            producer: producer.map(organization),
            category: None,
            stall: None,
            price_vnd: None,
            standard: None,
            certificates: issued.iter().chain(&cited).map(certificate).collect(),
            by: sample(),
        }
    }

    fn lots(&self, gtin: &str) -> Vec<Lot> {
        let rows = self.journeys().into_iter().filter(|row| row["gtin"] == gtin);
        rows.flat_map(|row| {
            let serials = row["serials"].as_array().cloned();
            let serials = serials.unwrap_or_else(|| vec![Value::Null]);
            serials.into_iter().map(move |serial| lot(&row, &serial))
        })
        .collect()
    }
}

/// The identity that a Digital Link names.
pub fn identity(link: &str) -> DigitalLink {
    DigitalLink::parse(link).unwrap()
}

/// The one lot on the sample recall list.
fn recall() -> Recall {
    Recall {
        id: "https://id.gs1.org/01/09528060120014/10/TT261012".to_owned(),
        since: Date::from_calendar_date(2026, Month::November, 16).ok(),
        reason: Text::new(
            "Độ ẩm vượt mức công bố. Đừng dùng, hãy mang trả gian F1.",
            "Moisture above the declared level. Do not eat; return it to stall F1.",
        ),
    }
}

fn lot(row: &Value, serial: &Value) -> Lot {
    Lot {
        lot: row["lot"].as_str().map(str::to_owned),
        serial: serial.as_str().map(str::to_owned),
        packed_on: day(&row["packedOn"]),
        expires_on: day(&row["expiresOn"]),
    }
}

fn place(row: &Value, producers: &[Value]) -> (String, Place) {
    let uri = row["uri"].as_str().unwrap().to_owned();
    let owner = producers.iter().find(|party| party["id"] == row["owner"]);
    let place = Place {
        uri: uri.clone(),
        name: text(&row["name"]),
        kind: row["kind"].as_str().map(str::to_owned),
        commune: row["communeName"].as_str().map(str::to_owned),
        province: row["province"].as_str().map(str::to_owned),
        altitude_m: row["altitudeM"].as_f64(),
        point: row["lat"].as_f64().zip(row["lon"].as_f64()),
        owner: owner.map(party_uri),
        owner_name: None,
        products: Vec::new(),
        by: None,
    };
    (uri, place)
}

fn party_uri(row: &Value) -> String {
    format!("https://id.gs1.org/417/{}", row["gln"].as_str().unwrap())
}

fn organization(row: &Value) -> Organization {
    Organization {
        gln: row["gln"].as_str().map(str::to_owned),
        name: text(&row["name"]),
        commune: None,
        province: None,
        address_line: None,
        brand: None,
        about: None,
        founded: None,
        members: None,
        web: None,
        stall: None,
        products: Vec::new(),
        by: None,
    }
}

fn certificate(row: &Value) -> Certificate {
    Certificate {
        uri: row["uri"].as_str().unwrap().to_owned(),
        kind: row["type"].as_str().unwrap().to_owned(),
        title: text(&row["title"]),
        number: row["number"].as_str().map(str::to_owned),
        issuer: None,
        from: day(&row["validFrom"]).or_else(|| day(&row["date"])),
        to: day(&row["validTo"]),
        stars: None,
    }
}

fn sample() -> Attribution {
    Attribution {
        name: source(),
        standing: Standing::Declared,
        as_of: Some(today()),
        sample: true,
    }
}

fn source() -> Text {
    Text::new("Chợ phiên (dữ liệu mẫu)", "Market fair (sample data)")
}

fn text(value: &Value) -> Text {
    Text::new(value["vi"].as_str().unwrap(), value["en"].as_str().unwrap())
}

fn day(value: &Value) -> Option<Date> {
    let mut parts = value.as_str()?.split('-').map(|part| part.parse().unwrap());
    let (year, month, day): (u16, u16, u16) = (parts.next()?, parts.next()?, parts.next()?);
    let month = Month::try_from(month as u8).unwrap();
    Date::from_calendar_date(year.into(), month, day as u8).ok()
}

/// A list that stands alone or under its name.
fn list(table: &Value, name: &str) -> Vec<Value> {
    let rows = table.get(name).unwrap_or(table).as_array();
    rows.unwrap().clone()
}

fn json(file: &str) -> Value {
    let path = format!("{}/data/market/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap();
    serde_json::from_str(&text).unwrap()
}
