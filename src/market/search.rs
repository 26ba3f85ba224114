//! The search in the catalogue: without diacritics, with slips of the finger forgiven, and by digits of a damaged code.

use super::catalogue::{Card, CataloguePage};
use super::folding::fold;
use crate::words::Text;

/// The cards of the catalogue, each with the words it is found by. It grows page by page, so that reading it never takes long.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    cards: Vec<Card>,
    words: Vec<CardWords>,
    /// How many of its pages were read.
    pub read: u32,
    /// How many pages it has.
    pub pages: u32,
}

/// The folded words of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
struct CardWords {
    name: [String; 2],
    producer: [String; 2],
    commune: String,
}

/// What is looked for. What is empty or `None` asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words and digits.
    pub text: String,
    /// The category.
    pub category: Option<String>,
    /// The commune of the producer, as the cards write it.
    pub commune: Option<String>,
    /// A kind of mark, such as `ocop`.
    pub mark: Option<String>,
    /// In season in this month (1 to 12).
    pub month: Option<u8>,
    /// Only what has a stall at the fair.
    pub at_a_stall: bool,
    /// The order of what is found.
    pub order: Order,
}

/// The order of what is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The best answer first; without words, as the market lists it.
    #[default]
    Best,
    /// By the Vietnamese name.
    Name,
    /// The cheapest first; what has no price comes last.
    Price,
    /// The most stars first.
    Stars,
}

/// How well a card answers, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The name has every word, and starts with the first.
    NameStart,
    /// The name has every word.
    Name,
    /// The name has every word or a longer one that starts with it, and starts so with the first.
    LongerStart,
    /// The name has every word or a longer one that starts with it: `trà` is asked for before `trâu`.
    Longer,
    /// The number has the digits.
    Number,
    /// Only the producer's name has one of the words.
    Producer,
    /// Only the commune's name has one of the words.
    Commune,
    /// One of the words stands only inside a word of the name: late, or whoever asks for `ong` would first see `đông`.
    Inside,
    /// One of the words is found only if one letter is taken for a slip.
    Slip,
}

/// Whether one letter of a word may be wrong. Short Vietnamese words are one letter apart, `hồng` and `ong`, so that slips are
/// forgiven only where nothing is found as it was written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slips {
    Kept,
    Forgiven,
}

impl Catalogue {
    /// Adds the next page of the catalogue.
    pub fn add_page(&mut self, page: CataloguePage) {
        self.read += 1;
        self.pages = page.pages;
        self.add(page.products);
    }

    /// Whether there is more of it than was read.
    pub fn has_more(&self) -> bool {
        self.read < self.pages
    }

    /// Adds some cards.
    pub fn add(&mut self, cards: Vec<Card>) {
        self.words.extend(cards.iter().map(CardWords::of));
        self.cards.extend(cards);
    }

    /// All cards, as the market lists them.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// The communes of the cards, each once, by the alphabet.
    pub fn communes(&self) -> Vec<String> {
        let mut communes: Vec<String> = self.cards.iter().map(|card| card.commune.clone()).collect();
        communes.retain(|commune| !commune.is_empty());
        communes.sort_by_cached_key(|commune| (fold(commune), commune.clone()));
        communes.dedup();
        communes
    }

    /// The cards that answer a query. Every word of it must be found in the name, the producer's name or the commune, start a
    /// word there, or stand among the digits of the number.
    pub fn find(&self, query: &Query) -> Vec<&Card> {
        let text = with_joined_digits(&fold(&query.text));
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut found = self.ranked(query, &words, Slips::Kept);
        if found.is_empty() {
            found = self.ranked(query, &words, Slips::Forgiven);
        }
        if query.order != Order::Best || !words.is_empty() {
            // OK because one sort for all orders keeps the program small: each kind of key would bring a sort of its own.
            found.sort_by_key(|(rank, folded, card)| {
                let first = match query.order {
                    Order::Best => *rank as u32,
                    Order::Name => 0,
                    Order::Price => card.price_vnd.unwrap_or(u32::MAX),
                    Order::Stars => u32::MAX - u32::from(card.stars.unwrap_or_default()),
                };
                (first, folded.name[0].as_str())
            });
        }
        found.into_iter().map(|(.., card)| card).collect()
    }
}

impl Catalogue {
    fn ranked<'a>(
        &'a self,
        query: &Query,
        words: &[&str],
        slips: Slips,
    ) -> Vec<(Rank, &'a CardWords, &'a Card)> {
        self.cards
            .iter()
            .zip(&self.words)
            .filter(|(card, _)| query.admits(card))
            .filter_map(|(card, folded)| Some((folded.rank(&card.gtin, words, slips)?, folded, card)))
            .collect()
    }
}

impl Query {
    /// Whether the filters let a card through.
    fn admits(&self, card: &Card) -> bool {
        let is = |wanted: &Option<String>, found: &str| wanted.as_ref().is_none_or(|wanted| wanted == found);
        is(&self.category, &card.category)
            && is(&self.commune, &card.commune)
            && self.mark.as_ref().is_none_or(|mark| card.marks.contains(mark))
            && self.month.is_none_or(|month| card.is_in_season(month))
            && (!self.at_a_stall || card.stall.is_some())
    }
}

impl CardWords {
    fn of(card: &Card) -> CardWords {
        let both = |text: &Text| [fold(&text.vi), fold(&text.en)];
        CardWords {
            name: both(&card.name),
            producer: both(&card.producer_name),
            commune: fold(&card.commune),
        }
    }

    /// The rank that the query's worst word earns, or `None` when a word stands nowhere.
    fn rank(&self, gtin: &str, words: &[&str], slips: Slips) -> Option<Rank> {
        let mut worst = Rank::NameStart;
        for word in words {
            worst = worst.max(self.rank_of(gtin, word, slips)?);
        }
        let first = words.first().copied().unwrap_or_default();
        let starts = |text: &String| {
            text.split_whitespace()
                .next()
                .is_some_and(|found| means(found, first))
        };
        Some(match worst {
            Rank::Name if self.name.iter().any(starts) => Rank::NameStart,
            Rank::Longer if self.name.iter().any(starts) => Rank::LongerStart,
            rank => rank,
        })
    }

    fn rank_of(&self, gtin: &str, word: &str, slips: Slips) -> Option<Rank> {
        let anywhere = |test: fn(&str, &str) -> bool| {
            let texts = self.name.iter().chain(&self.producer).chain([&self.commune]);
            texts.into_iter().any(|text| has_word(text, word, test))
        };
        if self.name.iter().any(|text| has_word(text, word, is_same)) {
            Some(Rank::Name)
        } else if self.name.iter().any(|text| has_word(text, word, means)) {
            Some(Rank::Longer)
        } else if has_digits(gtin, word) {
            Some(Rank::Number)
        } else if self.producer.iter().any(|text| has_word(text, word, means)) {
            Some(Rank::Producer)
        } else if has_word(&self.commune, word, means) {
            Some(Rank::Commune)
        } else if self.name.iter().any(|text| text.contains(word)) {
            Some(Rank::Inside)
        } else {
            (slips == Slips::Forgiven && anywhere(is_slip_of)).then_some(Rank::Slip)
        }
    }
}

/// Whether a word of the text passes the test.
fn has_word(text: &str, word: &str, test: fn(&str, &str) -> bool) -> bool {
    text.split_whitespace().any(|found| test(found, word))
}

/// Whether a word starts with what was written, or means the same.
fn means(found: &str, word: &str) -> bool {
    found.starts_with(word) || is_synonym(found, word)
}

/// Whether a word is what was written, or means the same.
fn is_same(found: &str, word: &str) -> bool {
    found == word || is_synonym(found, word)
}

/// What people say for the same thing: `chè` and `trà`, `tẻ râu` and `tẻ dâu`.
/// It counts as a whole word only, or `chè` would find `trâu`.
fn is_synonym(found: &str, word: &str) -> bool {
    const SAME: [[&str; 2]; 2] = [["che", "tra"], ["rau", "dau"]];
    SAME.iter()
        .any(|same| same.contains(&found) && same.contains(&word))
}

/// Words shorter than this have no slips: too many others are one letter away.
const SHORTEST_WITH_SLIP: usize = 4;

/// Whether a word is what was written but for one letter: another one, one too many, one too few, or two changed about.
fn is_slip_of(found: &str, word: &str) -> bool {
    let (found, word) = (found.as_bytes(), word.as_bytes());
    if word.len() < SHORTEST_WITH_SLIP || found.len().abs_diff(word.len()) > 1 {
        return false;
    }
    let same = found.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (found, word) = (&found[same..], &word[same..]);
    match (found, word) {
        ([], _) | (_, []) => true, // OK because the lengths differ by one at most.
        ([_, found @ ..], [_, word @ ..]) if found == word => true,
        ([_, rest @ ..], word) if rest == word => true,
        (found, [_, rest @ ..]) if rest == found => true,
        ([a, b, found @ ..], [c, d, word @ ..]) => (a, b) == (d, c) && found == word,
        _ => false,
    }
}

/// The words with the groups of a number joined, as they stand under bars: `9 528060 010018`.
fn with_joined_digits(text: &str) -> String {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut joined = String::new();
    let mut after_number = false;
    for word in text.split_whitespace() {
        if !(after_number && is_number(word)) {
            joined.push(' ');
        }
        joined.push_str(word);
        after_number = is_number(word);
    }
    joined
}

/// Whether the digits stand together in the number; fewer than three would match everything.
fn has_digits(gtin: &str, word: &str) -> bool {
    let digits = word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits && gtin.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(gtin: &str, vi: &str, en: &str, producer: &str, commune: &str) -> Card {
        let is_honey = vi.contains("ong");
        Card {
            gtin: gtin.into(),
            name: Text::new(vi, en),
            producer_name: Text::same(producer),
            commune: commune.into(),
            category: if is_honey { "lam-san" } else { "nong-san" }.into(),
            season: vec![if is_honey { "11-02" } else { "03-10" }.into()],
            marks: if is_honey { vec!["ocop".into()] } else { vec![] },
            stall: vi.contains("Shan").then(|| "A1".into()),
            price_vnd: is_honey.then_some(180_000),
            stars: is_honey.then_some(3),
            ..Card::default()
        }
    }

    fn catalogue() -> Catalogue {
        let cards = [
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
            (
                "09528060040015",
                "Gạo tẻ râu",
                "Bearded rice",
                "Ruộng Mây",
                "Xã Khổng Lào",
            ),
        ];
        let mut catalogue = Catalogue::default();
        for page in cards.chunks(4) {
            let cards = page.iter();
            catalogue.add(
                cards
                    .map(|(gtin, vi, en, producer, commune)| card(gtin, vi, en, producer, commune))
                    .collect(),
            );
        }
        catalogue
    }

    #[track_caller]
    fn check(query: Query, expected: &[&str]) {
        let catalogue = catalogue();
        let found = catalogue.find(&query);
        let names: Vec<&str> = found.iter().map(|card| card.name.vi.as_str()).collect();
        assert_eq!(names, expected, "{query:?}");
    }

    fn text(text: &str) -> Query {
        Query {
            text: text.into(),
            ..Query::default()
        }
    }

    const TEA: [&str; 2] = ["Chè xanh Shan cổ thụ", "Hồng trà Shan"];
    const HONEY: [&str; 1] = ["Mật ong hoa rừng"];
    const RICE: [&str; 1] = ["Gạo tẻ râu"];

    #[test]
    fn words_are_found_without_diacritics_best_first() {
        for (query, expected) in [
            ("che shan", &TEA[..]),
            ("TRÀ SHAN", &TEA),
            ("hong tra", &["Hồng trà Shan"]),
            ("trâu", &["Thịt trâu gác bếp"]),
            (
                "trà",
                &[
                    "Chè xanh Shan cổ thụ",
                    "Hồng trà Shan",
                    "Thịt trâu gác bếp",
                    "Mật ong hoa rừng",
                ],
            ),
            ("tân phong", &["Thịt trâu gác bếp"]),
            (
                "chè",
                &["Chè xanh Shan cổ thụ", "Hồng trà Shan", "Mật ong hoa rừng"],
            ),
            ("duong", &["Đương quy thái lát"]),
            ("honey", &HONEY),
            ("may ngan", &TEA),
            (
                "ong",
                &["Mật ong hoa rừng", "Đương quy thái lát", "Hồng trà Shan"],
            ),
            ("te dau", &RICE),
            ("tẻ râu", &RICE),
            ("shan mường", &[]),
            ("không có", &[]),
            ("10", &[]),
        ] {
            check(text(query), expected);
        }
    }

    #[test]
    fn one_slip_of_the_finger_is_forgiven_in_words_of_four_letters_and_more() {
        for (query, expected) in [
            ("angelcia", &["Đương quy thái lát"][..]),
            ("buffaloo", &["Thịt trâu gác bếp"]),
            ("hony", &["Hồng trà Shan", "Mật ong hoa rừng"]),
            ("smokad", &["Thịt trâu gác bếp"]),
            ("bearrded", &RICE),
            ("xyzw", &[]),
            ("gqo", &[]),
            ("annglica", &[]),
        ] {
            check(text(query), expected);
        }
    }

    #[test]
    fn digits_of_a_damaged_code_find_the_likely_goods() {
        check(text("80011"), &HONEY);
        check(text("9528060080011"), &HONEY);
        check(text("0600 1002"), &["Hồng trà Shan"]);
        check(text("9 528060 010018"), &["Chè xanh Shan cổ thụ"]);
        check(
            text("9528 ong"),
            &["Mật ong hoa rừng", "Đương quy thái lát", "Hồng trà Shan"],
        );
        check(text("777"), &[]);
    }

    #[test]
    fn filters_keep_what_is_asked_for_and_all_else_goes() {
        let none = Query::default();
        check(
            Query {
                category: Some("lam-san".into()),
                ..none.clone()
            },
            &HONEY,
        );
        check(
            Query {
                commune: Some("Xã Tả Lèng".into()),
                ..none.clone()
            },
            &TEA,
        );
        check(
            Query {
                mark: Some("ocop".into()),
                ..none.clone()
            },
            &HONEY,
        );
        check(
            Query {
                month: Some(1),
                ..none.clone()
            },
            &HONEY,
        );
        check(
            Query {
                at_a_stall: true,
                ..none.clone()
            },
            &TEA,
        );
        check(
            Query {
                at_a_stall: true,
                month: Some(1),
                ..none.clone()
            },
            &[],
        );
        check(
            Query {
                category: Some("lam-san".into()),
                ..text("shan")
            },
            &[],
        );
    }

    #[test]
    fn what_is_found_comes_in_the_order_asked_for() {
        let catalogue = catalogue();
        let first = |order| {
            let query = Query {
                order,
                ..Query::default()
            };
            catalogue.find(&query).first().map(|card| card.name.vi.clone())
        };
        assert_eq!(first(Order::Best).as_deref(), Some("Chè xanh Shan cổ thụ"));
        assert_eq!(first(Order::Price).as_deref(), Some("Mật ong hoa rừng"));
        assert_eq!(first(Order::Stars).as_deref(), Some("Mật ong hoa rừng"));
        assert_eq!(first(Order::Name).as_deref(), Some("Chè xanh Shan cổ thụ"));
        assert_eq!(
            catalogue
                .find(&Query {
                    order: Order::Name,
                    ..Query::default()
                })
                .len(),
            6
        );
    }

    #[test]
    fn the_communes_are_told_once_by_the_alphabet() {
        let communes = catalogue().communes();
        assert_eq!(
            communes,
            [
                "Phường Tân Phong",
                "Xã Khổng Lào",
                "Xã Mường Kim",
                "Xã Sìn Hồ",
                "Xã Tả Lèng"
            ]
        );
    }
}
