//! The catalogue (`api/catalogue/{page}.json`) and the search in it.

use crate::words::Text;
use serde::{Deserialize, Serialize};

/// What the shop window needs of one product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
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
    /// Its picture, relative to the site.
    pub picture: String,
    /// The months it is in season, as ranges such as `03-10`; a range may pass the turn of the year.
    pub season: Vec<String>,
}

/// One page of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CataloguePage {
    /// Which page, from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
    /// Its products.
    pub products: Vec<Card>,
}

/// The cards that answer a query, best first. Diacritics do not matter: `che shan` finds `Chè xanh Shan`, and so does `tra shan`.
/// An empty query matches all; `category` keeps only its own.
pub fn search<'a>(cards: &'a [Card], query: &str, category: Option<&str>) -> Vec<&'a Card> {
    let _ = (cards, query, category);
    todo!()
}

/// The cards that are in season in `month` (1 to 12).
pub fn in_season(cards: &[Card], month: u8) -> Vec<&Card> {
    let _ = (cards, month);
    todo!()
}
