//! The catalogue (`api/catalogue/{page}.json`) and the search in it.

use super::folding::fold;
use super::season;
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
/// Every word of the query must stand in the name, the producer's name or the commune, or in the digits of the number.
/// An empty query matches all; `category` keeps only its own.
pub fn search<'a>(cards: &'a [Card], query: &str, category: Option<&str>) -> Vec<&'a Card> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut found: Vec<(Rank, String, &Card)> = cards
        .iter()
        .filter(|card| category.is_none_or(|category| card.category == category))
        .filter_map(|card| Some((rank(card, &words)?, fold(&card.name.vi), card)))
        .collect();
    if !words.is_empty() {
        found.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    }
    found.into_iter().map(|(.., card)| card).collect()
}

/// The cards that are in season in `month` (1 to 12).
pub fn in_season(cards: &[Card], month: u8) -> Vec<&Card> {
    cards
        .iter()
        .filter(|card| {
            card.season
                .iter()
                .any(|range| season::contains(range, month))
        })
        .collect()
}

/// How well a card answers, best first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The name starts with the word, or the number is the word.
    #[default]
    NameStart,
    /// The word stands in the name.
    Name,
    /// The word stands in the producer's name.
    Producer,
    /// The word stands in the commune's name, or among the digits of the number.
    Commune,
}

/// The rank of the worst word, or `None` when a word stands nowhere. The first word alone may earn the name's start.
fn rank(card: &Card, words: &[&str]) -> Option<Rank> {
    let name = both(&card.name);
    let producer = both(&card.producer_name);
    let commune = fold(&card.commune);
    let rank_of = |(position, word): (usize, &&str)| {
        if matches(word, |word| starts(&name, word, position)) {
            Some(Rank::NameStart)
        } else if matches(word, |word| name.iter().any(|text| text.contains(word))) {
            Some(Rank::Name)
        } else if matches(word, |word| producer.iter().any(|text| text.contains(word))) {
            Some(Rank::Producer)
        } else {
            let found = commune.contains(*word) || has_digits(&card.gtin, word);
            found.then_some(Rank::Commune)
        }
    };
    let ranks: Option<Vec<Rank>> = words.iter().enumerate().map(rank_of).collect();
    Some(ranks?.into_iter().max().unwrap_or_default())
}

/// Whether the name starts with the query's first word; the later words of the query may stand anywhere in it.
fn starts(name: &[String; 2], word: &str, position: usize) -> bool {
    name.iter().any(|text| match position {
        0 => text.starts_with(word),
        _ => text.contains(word),
    })
}

/// Tries a word and what else people say for it: `chè` and `trà` are the same tea.
fn matches(word: &str, test: impl Fn(&str) -> bool) -> bool {
    let other = match word {
        "che" => Some("tra"),
        "tra" => Some("che"),
        _ => None,
    };
    test(word) || other.is_some_and(test)
}

fn both(text: &Text) -> [String; 2] {
    [fold(&text.vi), fold(&text.en)]
}

/// Whether the word is a part of the number; shorter parts than three digits would match everything.
fn has_digits(gtin: &str, word: &str) -> bool {
    let digits = word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits && gtin.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(gtin: &str, vi: &str, en: &str, producer: &str, commune: &str) -> Card {
        Card {
            gtin: gtin.into(),
            name: Text::new(vi, en),
            producer_name: Text::same(producer),
            commune: commune.into(),
            category: if vi.contains("ong") {
                "lam-san"
            } else {
                "nong-san"
            }
            .into(),
            season: vec![if vi.contains("ong") { "11-02" } else { "03-10" }.into()],
            ..Card::default()
        }
    }

    fn cards() -> Vec<Card> {
        vec![
            card(
                "09528060010018",
                "Chè xanh Shan cổ thụ",
                "Old-tree Shan green tea",
                "Mây Ngàn",
                "Xã Tả Lèng",
            ),
            card(
                "09528060010025",
                "Hồng trà Shan",
                "Shan black tea",
                "Mây Ngàn",
                "Xã Tả Lèng",
            ),
            card(
                "09528060080011",
                "Mật ong hoa rừng",
                "Forest flower honey",
                "Nhóm Chè Rừng",
                "Xã Mường Kim",
            ),
            card(
                "09528060090010",
                "Đương quy thái lát",
                "Sliced angelica root",
                "Đỉnh Sương",
                "Xã Sìn Hồ",
            ),
        ]
    }

    #[track_caller]
    fn check(query: &str, category: Option<&str>, expected: &[&str]) {
        let cards = cards();
        let found = search(&cards, query, category);
        let names: Vec<&str> = found.iter().map(|card| card.name.vi.as_str()).collect();
        assert_eq!(names, expected, "{query:?}");
    }

    #[test]
    fn a_query_is_found_without_diacritics_best_first() {
        let tea = ["Chè xanh Shan cổ thụ", "Hồng trà Shan"];
        check("che shan", None, &tea);
        check("TRÀ SHAN", None, &tea);
        check(
            "trà",
            None,
            &["Chè xanh Shan cổ thụ", "Hồng trà Shan", "Mật ong hoa rừng"],
        );
        check("hong", None, &["Hồng trà Shan"]);
        check("duong", None, &["Đương quy thái lát"]);
        check("honey", None, &["Mật ong hoa rừng"]);
        check("may ngan", None, &tea);
        check("tả lèng", None, &tea);
        check("9528060080011", None, &["Mật ong hoa rừng"]);
        check("shan mường", None, &[]);
        check("không có", None, &[]);
        check("10", None, &[]);
    }

    #[test]
    fn an_empty_query_keeps_all_in_their_order_and_a_category_keeps_its_own() {
        let all: Vec<String> = cards().into_iter().map(|card| card.name.vi).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        check("  ", None, &all);
        check("", Some("lam-san"), &["Mật ong hoa rừng"]);
        check("shan", Some("lam-san"), &[]);
    }

    #[test]
    fn what_is_in_season_is_told_by_the_month() {
        let cards = cards();
        assert_eq!(in_season(&cards, 1).len(), 1);
        assert_eq!(in_season(&cards, 5).len(), 3);
        assert_eq!(in_season(&cards, 0).len(), 0);
    }
}
