//! All files of the API by their path, each made when it is asked for.

use super::index::Index;
use super::preview::Preview;
use super::tally::Tally;
use super::{epcis, fair, figures, links, lots, organization, place, product, recalls, resolver};
use crate::gs1::DigitalLink;
use crate::market::figures::Figures;
use crate::sources::file_path;
use crate::tables::{Journey, Market, Place, Producer, Product};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// File texts by their path under the API root: `01/09528060010018/product.json`.
pub type Files = BTreeMap<String, String>;

/// What a market publishes.
pub struct Site<'a> {
    index: Index<'a>,
    parts: BTreeMap<String, Part<'a>>,
    /// The list of recalls: every look-up asks for it, and it is gathered from all lots.
    recalls: Value,
    /// What telling every lot came to, once somebody has asked.
    tally: OnceLock<Tally>,
}

/// What one file tells.
enum Part<'a> {
    Product(&'a Product),
    ProductLinks(&'a Product),
    Lots(&'a Product),
    Events(&'a Journey),
    LotLinks(&'a Product, &'a Journey, DigitalLink),
    IngredientLinks(&'a Journey, DigitalLink),
    Producer(&'a Producer),
    Place(&'a Place),
    Catalogue(usize),
    Fair,
    Recalls,
    Resolver,
    Figures,
    FiguresTable,
}

/// Every file that a market publishes, all at once: for markets that fit into memory.
pub fn files(market: &Market) -> Files {
    let site = Site::of(market);
    let paths = site.paths();
    paths
        .filter_map(|path| Some((path.to_owned(), site.text(path)?)))
        .collect()
}

impl<'a> Site<'a> {
    /// Finds out which files there will be.
    pub fn of(market: &'a Market) -> Site<'a> {
        let mut site = Site {
            index: Index::of(market),
            parts: BTreeMap::new(),
            recalls: recalls::document(market),
            tally: OnceLock::new(),
        };
        market
            .products
            .iter()
            .for_each(|product| site.add_product(product));
        market
            .journeys
            .iter()
            .for_each(|journey| site.add_journey(journey));
        site.add_ingredients();
        for producer in &market.producers {
            site.add(format!("417/{}.json", producer.gln), Part::Producer(producer));
        }
        for place in &market.places {
            site.add(format!("414/{}.json", place.gln), Part::Place(place));
        }
        for page in 1..=fair::pages(market) {
            site.add(format!("catalogue/{page}.json"), Part::Catalogue(page));
        }
        for (path, part) in [
            ("market.json", Part::Fair),
            ("recalls.json", Part::Recalls),
            (".well-known/gs1resolver", Part::Resolver),
            ("figures.json", Part::Figures),
            ("figures.csv", Part::FiguresTable),
        ] {
            site.add(path.to_owned(), part);
        }
        site
    }

    /// The market that is published.
    pub fn market(&self) -> &'a Market {
        self.index.market
    }

    /// The paths of all files, in their order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// The text of a file; `None` where no such file is published.
    pub fn text(&self, path: &str) -> Option<String> {
        let part = self.parts.get(path)?;
        if matches!(part, Part::FiguresTable) {
            return Some(figures::table(&self.figures()));
        }
        Some(format!("{}\n", self.document(part)))
    }

    /// Keeps what telling every lot came to, for the open figures; what was kept first stays.
    pub fn keep(&self, tally: Tally) {
        // OK because telling the same lots again comes to the same.
        let _ = self.tally.set(tally);
    }

    /// The open figures. Where nobody has told the lots yet, they are told now, one after the other.
    fn figures(&self) -> Figures {
        let tally = self.tally.get_or_init(|| {
            let (preview, mut tally) = (Preview::of(self), Tally::default());
            let lots = &self.market().journeys;
            lots.iter()
                .for_each(|lot| tally.add(&lot.product, &preview.lot(lot)));
            tally
        });
        figures::figures(&self.index, tally)
    }

    fn document(&self, part: &Part) -> Value {
        let index = &self.index;
        match part {
            Part::Product(product) => product::document(index, product),
            Part::ProductLinks(product) => links::of_product(product),
            Part::Lots(product) => lots::document(index, product),
            Part::Events(journey) => epcis::document(index, journey),
            Part::LotLinks(product, journey, link) => links::of_lot(product, journey, link),
            Part::IngredientLinks(journey, link) => links::of_ingredient(journey, link),
            Part::Producer(producer) => organization::document(index, producer),
            Part::Place(place) => place::document(index, place),
            Part::Catalogue(page) => fair::catalogue_page(index, *page),
            Part::Fair => fair::document(index.market),
            Part::Recalls => self.recalls.clone(),
            Part::Resolver => resolver::description(index.market),
            Part::Figures | Part::FiguresTable => json!(self.figures()),
        }
    }

    fn add(&mut self, path: String, part: Part<'a>) {
        self.parts.insert(path, part);
    }

    fn add_product(&mut self, product: &'a Product) {
        let folder = file_path::folder(&DigitalLink::product(product.gtin));
        self.add(format!("{folder}/linkset.json"), Part::ProductLinks(product));
        self.add(format!("{folder}/product.json"), Part::Product(product));
        self.add(format!("{folder}/lots.json"), Part::Lots(product));
    }

    fn add_journey(&mut self, journey: &'a Journey) {
        let Some(product) = self.index.product(&journey.product) else {
            return; // OK because a checked market has no journey without its product.
        };
        let lot = journey.lot_link();
        let events = format!("{}/epcis.json", file_path::folder(&lot));
        self.add(events, Part::Events(journey));
        for link in [lot].into_iter().chain(journey.serial_links()) {
            let path = format!("{}/linkset.json", file_path::folder(&link));
            self.add(path, Part::LotLinks(product, journey, link));
        }
    }

    fn add_ingredients(&mut self) {
        for (link, journey) in self.index.ingredients() {
            let path = format!("{}/linkset.json", file_path::folder(&link));
            // OK because a lot that is a product of the market has its own link set already.
            self.parts
                .entry(path)
                .or_insert(Part::IngredientLinks(journey, link));
        }
    }
}
