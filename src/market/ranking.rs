//! How well a card answers what is written: by name, number, producer or commune, best first.

use super::catalogue::Card;
use super::dictionary::Dictionary;
use super::digits::{Digits, digits};
use super::folding::fold;
use super::likeness::{Likeness, Slips, likeness};

/// How well a card answers, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The name has every word, and starts with the first.
    NameStart,
    /// The name has every word.
    Name,
    /// The name has every word or a longer one that starts with it, and starts so with the first.
    LongerStart,
    /// The name has every word or a longer one that starts with it: `trà` is asked for before `trâu`.
    Longer,
    /// The number ends with the digits.
    NumberEnd,
    /// The number has the digits.
    Number,
    /// Only the producer's name has one of the words.
    Producer,
    /// Only the commune's name has one of the words.
    Commune,
    /// One of the words stands only inside a word of the name: late, or whoever asks for `ong` would first see `đông`.
    Inside,
    /// The number has the digits around an illegible place.
    Gap,
    /// One of the words is found only if one letter is taken for a slip, or one digit for misread.
    Slip,
}

/// The words of one card, by their numbers in the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CardWords(Box<[Spot]>);

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Spot {
    word: u32,
    field: Field,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    /// At the beginning of the name, in either language.
    NameStart,
    /// In the name, in either language.
    Name,
    Producer,
    Commune,
}

/// One word or number that was written, held against every word of the dictionary.
pub(super) struct Written {
    /// The groups of a number; none for a word.
    groups: Vec<String>,
    slips: Slips,
    /// The likeness of each word of the dictionary.
    likenesses: Vec<Option<Likeness>>,
}

impl CardWords {
    /// The words of a card; new ones are added to the dictionary.
    pub fn of(card: &Card, dictionary: &mut Dictionary) -> CardWords {
        let mut spots = Vec::new();
        let texts = [
            (&card.name.vi, Field::Name),
            (&card.name.en, Field::Name),
            (&card.producer_name.vi, Field::Producer),
            (&card.producer_name.en, Field::Producer),
            (&card.commune, Field::Commune),
        ];
        for (text, field) in texts {
            for (at, word) in fold(text).split_whitespace().enumerate() {
                let field = if at == 0 && field == Field::Name {
                    Field::NameStart
                } else {
                    field
                };
                let word = dictionary.number(word);
                spots.push(Spot { word, field });
            }
        }
        CardWords(spots.into())
    }

    /// The rank that the worst of the written words earns, or `None` when one stands nowhere.
    pub fn rank(&self, gtin: &str, written: &[Written]) -> Option<Rank> {
        let mut worst = Rank::NameStart;
        for word in written {
            worst = worst.max(self.rank_of(gtin, word)?);
        }
        Some(match worst {
            Rank::Name if self.starts_with(written.first()) => Rank::NameStart,
            Rank::Longer if self.starts_with(written.first()) => Rank::LongerStart,
            rank => rank,
        })
    }

    fn rank_of(&self, gtin: &str, word: &Written) -> Option<Rank> {
        let by_words = self
            .0
            .iter()
            .filter_map(|spot| rank(spot.field, word.likeness(*spot)?));
        let by_number = digits(gtin, &word.groups, word.slips).map(|found| match found {
            Digits::End => Rank::NumberEnd,
            Digits::Together => Rank::Number,
            Digits::Gap => Rank::Gap,
            Digits::Misread => Rank::Slip,
        });
        by_words.chain(by_number).min()
    }

    /// Whether the name starts with the first word.
    fn starts_with(&self, first: Option<&Written>) -> bool {
        let starts = |spot: &Spot| {
            let likeness = first.and_then(|first| first.likeness(*spot));
            spot.field == Field::NameStart && matches!(likeness, Some(Likeness::Same | Likeness::Start))
        };
        self.0.iter().any(starts)
    }
}

fn rank(field: Field, likeness: Likeness) -> Option<Rank> {
    match (field, likeness) {
        (Field::NameStart | Field::Name, Likeness::Same) => Some(Rank::Name),
        (Field::NameStart | Field::Name, Likeness::Start) => Some(Rank::Longer),
        (Field::NameStart | Field::Name, Likeness::Inside) => Some(Rank::Inside),
        (Field::Producer, Likeness::Same | Likeness::Start) => Some(Rank::Producer),
        (Field::Commune, Likeness::Same | Likeness::Start) => Some(Rank::Commune),
        (_, Likeness::Slip) => Some(Rank::Slip),
        (Field::Producer | Field::Commune, Likeness::Inside) => None,
    }
}

impl Written {
    /// The words and numbers of a text. The groups of a number belong together, as they stand under bars: `9 528060 010018`.
    pub fn read(text: &str, dictionary: &Dictionary, slips: Slips) -> Vec<Written> {
        let mut words: Vec<Vec<String>> = Vec::new();
        for word in fold(text).split_whitespace() {
            match words
                .last_mut()
                .filter(|last| is_number(word) && is_number(&last[0]))
            {
                Some(groups) => groups.push(word.to_owned()),
                None => words.push(vec![word.to_owned()]),
            }
        }
        words
            .into_iter()
            .map(|groups| Written::of(groups, dictionary, slips))
            .collect()
    }

    fn of(mut groups: Vec<String>, dictionary: &Dictionary, slips: Slips) -> Written {
        let word = groups.concat();
        if !is_number(&word) {
            groups.clear();
        }
        Written {
            groups,
            slips,
            likenesses: dictionary
                .words()
                .map(|found| likeness(found, &word, slips))
                .collect(),
        }
    }

    fn likeness(&self, spot: Spot) -> Option<Likeness> {
        self.likenesses.get(spot.word as usize).copied().flatten()
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}
