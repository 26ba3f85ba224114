//! The search in the catalogue: without diacritics, with slips of the finger forgiven, and by digits of a damaged code.

use super::catalogue::{Card, CataloguePage};
use super::dictionary::Dictionary;
use super::folding::fold;
use super::likeness::Slips;
use super::query::{Order, Query};
use super::ranking::{CardWords, Written};

/// The cards of the catalogue with all that finds them. It grows page by page, so that reading it never takes long.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    cards: Vec<Card>,
    /// The words of each card.
    words: Vec<CardWords>,
    dictionary: Dictionary,
    /// The folded Vietnamese name of each card.
    names: Vec<String>,
    /// The places of the cards by their names.
    by_name: Vec<u32>,
    /// How many of its pages were read.
    pub read: u32,
    /// How many pages it has.
    pub pages: u32,
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
        for card in cards {
            self.words.push(CardWords::of(&card, &mut self.dictionary));
            let name = fold(&card.name.vi);
            let place = self
                .by_name
                .partition_point(|at| self.names[*at as usize] <= name);
            self.by_name.insert(place, self.cards.len() as u32);
            self.names.push(name);
            self.cards.push(card);
        }
    }

    /// All cards, as the market lists them.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// The communes of the cards, each once, by the alphabet.
    pub fn communes(&self) -> Vec<String> {
        let mut communes: Vec<&str> = Vec::new();
        for card in &self.cards {
            // OK because a province has few communes.
            if !card.commune.is_empty() && !communes.contains(&card.commune.as_str()) {
                communes.push(&card.commune);
            }
        }
        communes.sort_by_cached_key(|commune| fold(commune));
        communes.into_iter().map(str::to_owned).collect()
    }

    /// The places among [`Catalogue::cards`] of those that answer a query. Every word of it must be found in the name, the
    /// producer's name or the commune, start a word there, or stand among the digits of the number.
    pub fn find(&self, query: &Query) -> Vec<usize> {
        let mut found = self.ranked(query, Slips::Kept);
        if found.is_empty() {
            found = self.ranked(query, Slips::Forgiven);
        }
        // OK because it keeps the order by name among those of one key.
        found.sort_by_key(|(key, _)| *key);
        found.into_iter().map(|(_, at)| at as usize).collect()
    }

    /// The cards that answer, by their names, each with what it is sorted by.
    fn ranked(&self, query: &Query, slips: Slips) -> Vec<(u32, u32)> {
        let written = Written::read(&query.text, &self.dictionary, slips);
        let answer = |at: &u32| {
            let (card, words) = (&self.cards[*at as usize], &self.words[*at as usize]);
            if !query.admits(card) {
                return None;
            }
            let rank = words.rank(&card.gtin, &written)?;
            let key = match query.order {
                Order::Best if written.is_empty() => *at,
                Order::Best => rank as u32,
                Order::Name => 0,
                Order::Price => card.price_vnd.unwrap_or(u32::MAX),
                Order::Stars => u32::MAX - u32::from(card.stars.unwrap_or_default()),
            };
            Some((key, *at))
        };
        self.by_name.iter().filter_map(answer).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Text;

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
        let names = found.iter().map(|at| catalogue.cards()[*at].name.vi.as_str());
        let names: Vec<&str> = names.collect();
        assert_eq!(names, expected, "{query:?}");
    }

    fn text(text: &str) -> Query {
        Query::of_text(text)
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
        check(text("952806 0018"), &TEA);
        check(text("9528060080012"), &HONEY);
        check(text("0018 mây"), &["Chè xanh Shan cổ thụ"]);
        check(text("0600 tả lèng"), &TEA);
    }

    #[test]
    fn goods_whose_number_ends_with_the_digits_come_first() {
        let mut catalogue = Catalogue::default();
        let cards = [
            ("00010018000000", "A"),
            ("09528060010018", "B"),
            ("09528060010025", "C"),
        ];
        catalogue.add(cards.map(|(gtin, name)| card(gtin, name, name, "", "")).to_vec());
        assert_eq!(catalogue.find(&text("0018")), [1, 0]);
        assert_eq!(catalogue.find(&text("001")), [0, 1, 2]);
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
            catalogue
                .find(&query)
                .first()
                .map(|at| catalogue.cards()[*at].name.vi.clone())
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
