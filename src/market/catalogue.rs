//! The catalogue (`api/catalogue/{page}.json`) and the search in it.

use super::fair::{word, words};
use super::folding::fold;
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

/// The cards that answer a query, best first. Diacritics do not matter: `che shan` finds `Chè xanh Shan`, and so does `tra shan`.
/// Every word of the query must start a word of the name, of the producer's name or of the commune, or stand inside the name or the number.
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
        .filter(|card| card.season.iter().any(|range| season::contains(range, month)))
        .collect()
}

/// How well a card answers, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The name has every word, and starts with the first.
    NameStart,
    /// The name has every word.
    Name,
    /// Only the producer's name has one of the words.
    Producer,
    /// Only the commune's name has one of the words.
    Commune,
    /// One of the words stands only inside a word of the name, or among the digits of the number: last,
    /// or whoever asks for `ong` would first see `đông` and `long`.
    Inside,
}

/// The rank that the query's worst word earns, or `None` when a word stands nowhere.
fn rank(card: &Card, words: &[&str]) -> Option<Rank> {
    let name = both(&card.name);
    let producer = both(&card.producer_name);
    let commune = fold(&card.commune);
    let rank_of = |word: &&str| {
        if name.iter().any(|text| has_word(text, word)) {
            Some(Rank::Name)
        } else if producer.iter().any(|text| has_word(text, word)) {
            Some(Rank::Producer)
        } else if has_word(&commune, word) {
            Some(Rank::Commune)
        } else {
            let inside = name.iter().any(|text| text.contains(word));
            (inside || has_digits(&card.gtin, word)).then_some(Rank::Inside)
        }
    };
    let ranks: Option<Vec<Rank>> = words.iter().map(rank_of).collect();
    let worst = ranks?.into_iter().max().unwrap_or(Rank::NameStart);
    let first = words.first().copied().unwrap_or_default();
    let starts = |text: &String| {
        text.split_whitespace()
            .next()
            .is_some_and(|found| means(found, first))
    };
    Some(match worst {
        Rank::Name if name.iter().any(starts) => Rank::NameStart,
        rank => rank,
    })
}

/// Whether a word of the text starts with the word, or means the same.
fn has_word(text: &str, word: &str) -> bool {
    text.split_whitespace().any(|found| means(found, word))
}

fn means(found: &str, word: &str) -> bool {
    found.starts_with(word) || synonym(word) == Some(found)
}

/// What else people say for a word: `chè` and `trà` are the same tea.
/// It counts as a whole word only, or `chè` would find `trâu`.
fn synonym(word: &str) -> Option<&'static str> {
    match word {
        "che" => Some("tra"),
        "tra" => Some("che"),
        _ => None,
    }
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

    fn card(gtin: &str, vi: &str, en: &str, producer: &str, commune: &str) -> Card {
        Card {
            gtin: gtin.into(),
            name: Text::new(vi, en),
            producer_name: Text::same(producer),
            commune: commune.into(),
            category: if vi.contains("ong") { "lam-san" } else { "nong-san" }.into(),
            season: vec![if vi.contains("ong") { "11-02" } else { "03-10" }.into()],
            ..Card::default()
        }
    }

    fn cards() -> Vec<Card> {
        [
            (
                "09528060010018",
                "Chè xanh Shan cổ thụ",
                "Old-tree Shan green tea",
                "Mây Ngàn",
                "Xã Tả Lèng",
            ),
            (
                "09528060010025",
                "Hồng trà Shan",
                "Shan black tea",
                "Mây Ngàn",
                "Xã Tả Lèng",
            ),
            (
                "09528060080011",
                "Mật ong hoa rừng",
                "Forest flower honey",
                "Nhóm Chè Rừng",
                "Xã Mường Kim",
            ),
            (
                "09528060120014",
                "Thịt trâu gác bếp",
                "Smoked buffalo meat",
                "Bếp Núi",
                "Phường Tân Phong",
            ),
            (
                "09528060090010",
                "Đương quy thái lát",
                "Sliced angelica root",
                "Đỉnh Sương",
                "Xã Sìn Hồ",
            ),
        ]
        .map(|(gtin, vi, en, producer, commune)| card(gtin, vi, en, producer, commune))
        .into()
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
        check("hong tra", None, &["Hồng trà Shan"]);
        check("trâu", None, &["Thịt trâu gác bếp"]);
        check("tân phong", None, &["Thịt trâu gác bếp"]);
        check(
            "chè",
            None,
            &["Chè xanh Shan cổ thụ", "Hồng trà Shan", "Mật ong hoa rừng"],
        );
        check("hong", None, &["Hồng trà Shan"]);
        check("duong", None, &["Đương quy thái lát"]);
        check("honey", None, &["Mật ong hoa rừng"]);
        check("may ngan", None, &tea);
        check("tả lèng", None, &tea);
        check(
            "ong",
            None,
            &["Mật ong hoa rừng", "Đương quy thái lát", "Hồng trà Shan"],
        );
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
        assert_eq!(in_season(&cards, 5).len(), 4);
        assert_eq!(in_season(&cards, 0).len(), 0);
    }
}
