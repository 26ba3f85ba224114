//! What is looked for in the catalogue: words, filters, and the order of what is found.

use super::catalogue::Card;

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

impl Query {
    /// Only these words.
    pub fn of_text(text: impl Into<String>) -> Query {
        Query {
            text: text.into(),
            ..Query::default()
        }
    }

    /// Whether the filters let a card through.
    pub(super) fn admits(&self, card: &Card) -> bool {
        let is = |wanted: &Option<String>, found: &str| wanted.as_ref().is_none_or(|wanted| wanted == found);
        is(&self.category, &card.category)
            && is(&self.commune, &card.commune)
            && self.mark.as_ref().is_none_or(|mark| card.marks.contains(mark))
            && self.month.is_none_or(|month| card.is_in_season(month))
            && (!self.at_a_stall || card.stall.is_some())
    }
}
