//! The whole market: its files read, its references held against each other.

use super::cells::Cells;
use super::certificates::{check_certificates, check_indications, check_reports};
use super::event_table::EventTable;
use super::fair::{FairRows, named};
use super::fault::Fault;
use super::journeys::{Against, Journey, Source};
use super::known::{Known, by_id, check_unique, column};
use super::pace::Pace;
use super::places::Place;
use super::producers::Producer;
use super::products::Product;
use super::row::{Row, Sheet};
use super::{csv_market, fair, journeys, places, producers, products};
use crate::market::fair::Fair;
use crate::sources::product::Certificate;
use futures_util::FutureExt;
use serde_json::Value;
use std::collections::BTreeMap;
use time::Date;

/// The organiser's tables, every record checked and every reference known.
#[derive(Clone, Debug, PartialEq)]
pub struct Market {
    /// Whether it is sample data.
    pub sample: bool,
    /// The day the data stands for.
    pub as_of: Date,
    /// The address under which the site is published: `https://chophien.example`.
    pub site: String,
    /// The fair with its categories and producers.
    pub fair: Fair,
    /// Certificates and geographical indications by their id, test reports by theirs.
    pub certificates: BTreeMap<String, Certificate>,
    /// The producers.
    pub producers: Vec<Producer>,
    /// The products.
    pub products: Vec<Product>,
    /// The places.
    pub places: Vec<Place>,
    /// The lots with what is known of their events.
    pub journeys: Vec<Journey>,
    /// What the organiser should know, though it can be published.
    pub warnings: Vec<Fault>,
    /// The events that are kept as a table.
    events: EventTable,
}

impl Market {
    /// The EPCIS 2.0 document of a lot, as the organiser keeps it or as it is made from the rows of events.csv.
    pub fn document(&self, journey: &Journey) -> Value {
        match &journey.source {
            Source::Document(text) => serde_json::from_str(text).unwrap_or_default(), // OK because it was written from JSON.
            Source::Table => {
                self.events
                    .document(&journey.product, &journey.lot, None, &mut Vec::new())
                    .0
            }
        }
    }
}

/// Reads and checks a market. `files` gives the text of a file by its name, such as `products.csv`; bytes that are no
/// UTF-8 stand in it as U+FFFD. Either everything is right, or all faults are told at once. Files that cannot be read
/// are told alone: without them every reference into them would look wrong.
pub fn read(files: &dyn Fn(&str) -> Option<String>) -> Result<Market, Vec<Fault>> {
    read_telling(files, &|_| ())
}

/// The same; `tell` hears how many steps are done, of about as many as [`super::steps`] counts.
pub fn read_telling(
    files: &dyn Fn(&str) -> Option<String>,
    tell: &dyn Fn(usize),
) -> Result<Market, Vec<Fault>> {
    let turn = |done| {
        tell(done);
        None
    };
    read_at_pace(files, &Pace::new(&turn))
        .now_or_never()
        .expect("nobody is waited for")
}

/// The same, with others having their turn in between.
pub async fn read_at_pace(
    files: &dyn Fn(&str) -> Option<String>,
    pace: &Pace<'_>,
) -> Result<Market, Vec<Fault>> {
    let mut faults = Vec::new();
    let tables = Tables::of(files, pace, &mut faults).await;
    let headers = tables.headers.clone();
    let missing = faults.iter().any(|fault| fault.grave && fault.row == 0);
    let market = if missing {
        None
    } else {
        tables.check(files, pace, &mut faults).await
    };
    for fault in &mut faults {
        if let Some(header) = headers.get(&(fault.file.clone(), fault.field.clone())) {
            fault.field.clone_from(header);
        }
    }
    match market {
        Some(market) if faults.iter().all(|fault| !fault.grave) => Ok(Market {
            warnings: faults,
            ..market
        }),
        _ => Err(faults),
    }
}

/// All rows of the market, before anything is checked.
pub(super) struct Tables {
    pub index: Sheet,
    pub fair: Sheet,
    pub fair_rows: FairRows,
    pub categories: Vec<Row>,
    pub certificates: Vec<Row>,
    pub indications: Vec<Row>,
    pub reports: Vec<Row>,
    pub producers: Vec<Row>,
    pub products: Vec<Row>,
    pub places: Vec<Row>,
    pub journeys: Vec<Row>,
    /// The events that are kept as a table.
    pub events: EventTable,
    /// What the organiser calls the column of a field, by file and field.
    pub headers: BTreeMap<(String, String), String>,
}

impl Tables {
    pub async fn of(
        files: &dyn Fn(&str) -> Option<String>,
        pace: &Pace<'_>,
        faults: &mut Vec<Fault>,
    ) -> Tables {
        if csv_market::is_meant(files) {
            return csv_market::open(files, pace, faults).await;
        }
        let index = Sheet::read("index.json", files, faults);
        let fair = Sheet::read("fair.json", files, faults);
        let producers = Sheet::read("producers.json", files, faults);
        let places = Sheet::read("places.json", files, faults);
        let products = Sheet::read("products.json", files, faults);
        Tables {
            fair_rows: FairRows::of(&fair, faults),
            categories: products.rows("categories", faults),
            certificates: products.rows("certificates", faults),
            indications: products.rows("geographicalIndications", faults),
            reports: products.rows("reports", faults),
            producers: producers.rows("producers", faults),
            products: products.rows("products", faults),
            places: places.rows("places", faults),
            journeys: index.rows("journeys", faults),
            events: EventTable::default(),
            headers: BTreeMap::new(),
            index,
            fair,
        }
    }

    async fn check(
        self,
        files: &dyn Fn(&str) -> Option<String>,
        pace: &Pace<'_>,
        faults: &mut Vec<Fault>,
    ) -> Option<Market> {
        let known = self.known(pace, faults).await;
        let (sample, as_of) = self.head(faults);
        let mut certificates = check_certificates(&self.certificates, sample, pace, faults).await;
        certificates.extend(check_indications(&self.indications, sample, pace, faults).await);
        certificates.extend(check_reports(&self.reports, sample, pace, faults).await);
        let producers = producers::check(&self.producers, &known, sample, pace, faults).await;
        let places = places::check(&self.places, &known, sample, pace, faults).await;
        let products = products::check(&self.products, &known, sample, pace, faults).await;
        let fair = self.fair(&known, &producers, sample, faults);
        let site = self.site(sample, faults);
        let against = Against {
            files,
            table: &self.events,
            products: &products,
            known: &known,
            sample,
        };
        let journeys = journeys::check(&self.journeys, &against, pace, faults).await;
        let as_of = as_of?;
        Some(Market {
            sample,
            as_of,
            site,
            fair: Fair {
                as_of: as_of.to_string(),
                ..fair
            },
            certificates,
            producers,
            products,
            places,
            journeys,
            warnings: Vec::new(),
            events: self.events,
        })
    }

    /// The `sample` flag and the reference day that hold for the whole market.
    fn head(&self, faults: &mut Vec<Fault>) -> (bool, Option<Date>) {
        let row = self.index.head();
        let mut cells = Cells { row: &row, faults };
        (cells.flag("sample").unwrap_or(true), cells.day("asOf"))
    }

    fn site(&self, sample: bool, faults: &mut Vec<Fault>) -> String {
        let row = self.fair.head();
        let mut cells = Cells { row: &row, faults };
        cells.sample(sample);
        cells.text("site")
    }

    fn fair(&self, known: &Known, producers: &[Producer], sample: bool, faults: &mut Vec<Fault>) -> Fair {
        let categories = self
            .categories
            .iter()
            .map(|row| named(&mut Cells { row, faults }))
            .collect();
        Fair {
            sample,
            categories,
            ..fair::check(&self.fair, &self.fair_rows, known, producers, faults)
        }
    }

    /// Gathers what may be referred to, and tells what stands twice.
    async fn known(&self, pace: &Pace<'_>, faults: &mut Vec<Fault>) -> Known {
        let marks = [
            self.certificates.clone(),
            self.indications.clone(),
            self.reports.clone(),
        ]
        .concat();
        for (rows, field) in [
            (&self.categories, "id"),
            (&marks, "id"),
            (&marks, "number"),
            (&marks, "uri"),
            (&self.producers, "id"),
            (&self.producers, "gln"),
            (&self.producers, "gcp"),
            (&self.products, "id"),
            (&self.places, "id"),
            (&self.places, "gln"),
            (&self.journeys, "file"),
        ] {
            check_unique(rows, field, faults);
            pace.pause().await;
        }
        let mut known = Known {
            categories: column(&self.categories, "id"),
            certificates: column(&self.certificates, "id"),
            indications: column(&self.indications, "id"),
            citations: column(&marks, "uri"),
            producers: column(&self.producers, "id"),
            prefixes: by_id(&self.producers, "gcp"),
            consents: by_id(&self.producers, "consent.publishPoint"),
            parties: column(&self.producers, "gln")
                .iter()
                .map(|gln| format!("https://id.gs1.org/417/{gln}"))
                .collect(),
            products: column(&self.products, "id"),
            stall_of: by_id(&self.products, "stall"),
            places: column(&self.places, "id"),
            glns: column(&self.places, "gln"),
            locations: column(&self.places, "uri"),
            ..Known::default()
        };
        self.fair_rows.note(&mut known, faults);
        known
    }
}
