//! The catalogue (`api/catalogue/{page}.json`): what the shop window needs of each product.

use super::fair::{word, words};
use super::season;
use crate::sources::json_ld::{many, string, text, whole};
use crate::sources::safety;
use crate::words::Text;
use serde::Serialize;
use serde_json::Value;

/// What the shop window needs of one product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// Its 14-digit number.
    pub gtin: String,
    /// Its name.
    pub name: Text,
    /// Its producer's GLN.
    pub producer: String,
    /// Its producer's name.
    pub producer_name: Text,
    /// The commune or ward it comes from.
    pub commune: String,
    /// Its category, such as `nong-san`.
    pub category: String,
    /// The stall where it is sold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stall: Option<String>,
    /// Price in đồng.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price_vnd: Option<u32>,
    /// OCOP stars, 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stars: Option<u8>,
    /// Its picture: an address relative to the site, or an absolute one; empty where there is none.
    pub picture: String,
    /// The months it is in season, as ranges such as `03-10`; a range may pass the turn of the year.
    pub season: Vec<String>,
    /// The kinds of marks it bears that are in force: `ocop`, `vietgap`, `organic`, `gi`, `mark`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<String>,
}

/// One page of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CataloguePage {
    /// Which page, from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
    /// Its products.
    pub products: Vec<Card>,
}

impl Card {
    fn read(value: &Value, address: &str) -> Card {
        Card {
            gtin: word(value, "gtin"),
            name: text(value, "name").unwrap_or_default(),
            producer: word(value, "producer"),
            producer_name: text(value, "producerName").unwrap_or_default(),
            commune: word(value, "commune"),
            category: word(value, "category"),
            stall: string(value, "stall"),
            price_vnd: whole(value, "priceVnd"),
            stars: whole(value, "stars"),
            picture: safety::picture(address, &word(value, "picture")).unwrap_or_default(),
            season: words(value, "season"),
            marks: words(value, "marks"),
        }
    }
}

impl CataloguePage {
    /// Reads what the page of the catalogue at `address` says. What is missing is empty.
    pub fn read(document: &Value, address: &str) -> CataloguePage {
        CataloguePage {
            page: whole(document, "page").unwrap_or_default(),
            pages: whole(document, "pages").unwrap_or_default(),
            products: many(document, "products")
                .iter()
                .map(|card| Card::read(card, address))
                .collect(),
        }
    }
}

impl Card {
    /// Whether it is in season in `month` (1 to 12).
    pub fn is_in_season(&self, month: u8) -> bool {
        self.season.iter().any(|range| season::contains(range, month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_shows_pictures_of_its_own_host_only() {
        for (picture, shown) in [
            ("/pictures/leaf.svg", "/pictures/leaf.svg"),
            ("https://elsewhere.example/leaf.svg", ""),
            ("//elsewhere.example/leaf.svg", ""),
            ("javascript:alert(1)", ""),
        ] {
            let document = serde_json::json!({"products": [{"picture": picture}]});
            let page = CataloguePage::read(&document, "/api/catalogue/1.json");
            assert_eq!(page.products[0].picture, shown, "{picture}");
        }
    }

    #[test]
    fn a_page_is_read_back_as_it_was_written() {
        let card = Card {
            gtin: "09528060080011".into(),
            name: Text::new("Mật ong", "Honey"),
            season: vec!["11-02".into()],
            marks: vec!["ocop".into()],
            stars: Some(3),
            ..Card::default()
        };
        let page = CataloguePage {
            page: 1,
            pages: 1,
            products: vec![card],
        };
        assert_eq!(
            CataloguePage::read(&serde_json::json!(page), "/api/catalogue/1.json"),
            page
        );
    }

    #[test]
    fn what_is_in_season_is_told_by_the_month() {
        let card = Card {
            season: vec!["11-02".into()],
            ..Card::default()
        };
        assert_eq!(
            [0, 1, 5, 12, 13].map(|month| card.is_in_season(month)),
            [false, true, false, true, false]
        );
    }
}
