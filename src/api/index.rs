//! A market with everything found by what others call it, so that no file costs more in a large market than in a small one.

use crate::gs1::{DigitalLink, Gtin};
use crate::market::fair::{ProducerEntry, StallEntry};
use crate::sources::product::Certificate;
use crate::tables::{Journey, Market, Place, Producer, Product};
use std::collections::{BTreeMap, BTreeSet};

/// The market and its finding aids.
pub(super) struct Index<'a> {
    /// The market itself.
    pub market: &'a Market,
    products: BTreeMap<&'a str, &'a Product>,
    by_gtin: BTreeMap<Gtin, &'a Product>,
    producers: BTreeMap<&'a str, &'a Producer>,
    by_party: BTreeMap<String, &'a Producer>,
    places: BTreeMap<&'a str, &'a Place>,
    entries: BTreeMap<&'a str, &'a ProducerEntry>,
    stalls: BTreeMap<&'a str, &'a StallEntry>,
    made_by: BTreeMap<&'a str, Vec<&'a Product>>,
    sold_at: BTreeMap<&'a str, Vec<&'a Product>>,
    lots_of: BTreeMap<&'a str, Vec<&'a Journey>>,
    marks: BTreeMap<&'a str, &'a Certificate>,
    covered: BTreeMap<&'a str, BTreeSet<Gtin>>,
    marks_of: BTreeMap<&'a str, Vec<&'a Certificate>>,
    goods_of: BTreeMap<&'a str, BTreeSet<Gtin>>,
    makers: BTreeMap<&'a str, &'a Journey>,
}

impl<'a> Index<'a> {
    /// Goes through the market once.
    pub fn of(market: &'a Market) -> Index<'a> {
        let mut index = Index {
            market,
            products: market.products.iter().map(|p| (p.id.as_str(), p)).collect(),
            by_gtin: market.products.iter().map(|p| (p.gtin, p)).collect(),
            producers: market.producers.iter().map(|p| (p.id.as_str(), p)).collect(),
            by_party: market
                .producers
                .iter()
                .map(|p| (super::terms::party_uri(p), p))
                .collect(),
            places: market.places.iter().map(|p| (p.uri.as_str(), p)).collect(),
            entries: market
                .fair
                .producers
                .iter()
                .map(|p| (p.gln.as_str(), p))
                .collect(),
            stalls: market.fair.stalls.iter().map(|s| (s.gln.as_str(), s)).collect(),
            marks: market
                .certificates
                .values()
                .map(|c| (c.uri.as_str(), c))
                .collect(),
            made_by: BTreeMap::new(),
            sold_at: BTreeMap::new(),
            lots_of: BTreeMap::new(),
            covered: BTreeMap::new(),
            marks_of: BTreeMap::new(),
            goods_of: BTreeMap::new(),
            makers: BTreeMap::new(),
        };
        market
            .products
            .iter()
            .for_each(|product| index.add_product(product));
        market
            .journeys
            .iter()
            .for_each(|journey| index.add_journey(journey));
        for product in &market.products {
            let (marks, goods) = index.gathered(product);
            index.marks_of.insert(&product.id, marks);
            index.goods_of.insert(&product.id, goods);
        }
        index
    }

    fn add_product(&mut self, product: &'a Product) {
        self.made_by.entry(&product.producer).or_default().push(product);
        if let Some(stall) = &product.stall {
            self.sold_at.entry(stall).or_default().push(product);
        }
        for id in product.certificates.iter().chain(&product.indication) {
            if let Some(mark) = self.market.certificates.get(id) {
                self.covered.entry(&mark.uri).or_default().insert(product.gtin);
            }
        }
    }

    fn add_journey(&mut self, journey: &'a Journey) {
        self.lots_of.entry(&journey.product).or_default().push(journey);
        for id in &journey.facts.made {
            self.makers.entry(id).or_insert(journey);
        }
    }

    /// The marks of a product and the goods on its way. Its marks are its own, its geographical indication, and what the
    /// events of its lots and of their ingredients cite, each once.
    fn gathered(&self, product: &'a Product) -> (Vec<&'a Certificate>, BTreeSet<Gtin>) {
        let own = product.certificates.iter().chain(&product.indication);
        let mut found: Vec<&Certificate> = own.filter_map(|id| self.market.certificates.get(id)).collect();
        let mut known: BTreeSet<&str> = found.iter().map(|mark| mark.uri.as_str()).collect();
        let mut goods = BTreeSet::from([product.gtin]);
        for journey in self.lots_of(&product.id).iter().copied() {
            for told in [journey].into_iter().chain(self.makers_of(journey)) {
                goods.extend(&told.facts.goods);
                let cited = told.facts.cited.iter().filter_map(|uri| self.mark(uri));
                found.extend(cited.filter(|mark| known.insert(&mark.uri)));
            }
        }
        (found, goods)
    }

    /// The marks of a product: its own, its geographical indication, and what the events of its lots and of their
    /// ingredients cite.
    pub fn marks_of(&self, product: &Product) -> &[&'a Certificate] {
        self.marks_of.get(product.id.as_str()).map_or(&[], Vec::as_slice)
    }

    /// The product with this id.
    pub fn product(&self, id: &str) -> Option<&'a Product> {
        self.products.get(id).copied()
    }

    /// The product with this number.
    pub fn product_of(&self, gtin: Gtin) -> Option<&'a Product> {
        self.by_gtin.get(&gtin).copied()
    }

    /// The producer with this id.
    pub fn producer(&self, id: &str) -> Option<&'a Producer> {
        self.producers.get(id).copied()
    }

    /// The producer with this URI.
    pub fn party(&self, uri: &str) -> Option<&'a Producer> {
        self.by_party.get(uri).copied()
    }

    /// The place with this URI.
    pub fn place(&self, uri: &str) -> Option<&'a Place> {
        self.places.get(uri).copied()
    }

    /// A producer as the fair lists it.
    pub fn entry(&self, producer: &Producer) -> Option<&'a ProducerEntry> {
        self.entries.get(producer.gln.as_str()).copied()
    }

    /// The stall that is this place.
    pub fn stall_at(&self, place: &Place) -> Option<&'a StallEntry> {
        self.stalls.get(place.gln.as_str()).copied()
    }

    /// The products of a producer, in the order of the table.
    pub fn made_by(&self, producer: &str) -> &[&'a Product] {
        self.made_by.get(producer).map_or(&[], Vec::as_slice)
    }

    /// The products of a stall, in the order of the table.
    pub fn sold_at(&self, stall: &str) -> &[&'a Product] {
        self.sold_at.get(stall).map_or(&[], Vec::as_slice)
    }

    /// The lots of a product, in the order of the table.
    pub fn lots_of(&self, product: &str) -> &[&'a Journey] {
        self.lots_of.get(product).map_or(&[], Vec::as_slice)
    }

    /// The certificate or report with this URI.
    pub fn mark(&self, uri: &str) -> Option<&'a Certificate> {
        self.marks.get(uri).copied()
    }

    /// Which of the goods on the way of a product carry a certificate; where none does, one other that does, so that it is
    /// known to be about other goods. A report is about a lot and covers none as a whole.
    pub fn covered(&self, certificate: &Certificate, product: &Product) -> Vec<Gtin> {
        let (Some(all), Some(goods)) = (
            self.covered.get(certificate.uri.as_str()),
            self.goods_of.get(product.id.as_str()),
        ) else {
            return Vec::new();
        };
        let on_the_way: Vec<Gtin> = goods.iter().filter(|gtin| all.contains(gtin)).copied().collect();
        match on_the_way.is_empty() {
            true => all.iter().take(1).copied().collect(),
            false => on_the_way,
        }
    }

    /// The journeys that tell how the ingredients of one were made, each once.
    pub fn makers_of(&self, user: &Journey) -> Vec<&'a Journey> {
        let mut makers: Vec<&Journey> = Vec::new();
        for maker in user
            .facts
            .used
            .iter()
            .filter_map(|id| self.makers.get(id.as_str()))
        {
            if !makers.iter().any(|known| std::ptr::eq(*known, *maker)) {
                makers.push(maker);
            }
        }
        makers
    }

    /// Every lot that some document uses and another one makes, with the journey that tells how, in the order of their addresses.
    pub fn ingredients(&self) -> Vec<(DigitalLink, &'a Journey)> {
        let mut found: BTreeMap<&str, (DigitalLink, &Journey)> = BTreeMap::new();
        for id in self.market.journeys.iter().flat_map(|user| &user.facts.used) {
            if let (Some(maker), Ok(link)) = (self.makers.get(id.as_str()), DigitalLink::parse(id)) {
                found.insert(id, (link, maker));
            }
        }
        found.into_values().collect()
    }
}
