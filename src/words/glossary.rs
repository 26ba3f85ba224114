//! The texts around the glossary: its page, and the links from pages to the words that they use.

use super::Lang;

/// A word that pages use and explain on a tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The number of goods.
    Gtin,
    /// The lot.
    Lot,
    /// The number of a place or party.
    Gln,
    /// The address in the code.
    DigitalLink,
    /// The standard of the raw data.
    Epcis,
    /// A signature.
    Signature,
    /// The last day of use.
    UseBy,
}

impl Word {
    /// All of them.
    pub const ALL: [Word; 7] = [
        Word::Gtin,
        Word::Lot,
        Word::Gln,
        Word::DigitalLink,
        Word::Epcis,
        Word::Signature,
        Word::UseBy,
    ];

    /// The id of its term, which stands in its address: `/learn/gtin`.
    pub fn id(self) -> &'static str {
        match self {
            Word::Gtin => "gtin",
            Word::Lot => "so-lo",
            Word::Gln => "gln",
            Word::DigitalLink => "digital-link",
            Word::Epcis => "epcis",
            Word::Signature => "chu-ky-so",
            Word::UseBy => "han-su-dung",
        }
    }
}

/// The texts of the glossary, in one language.
pub struct GlossaryWords {
    /// The heading, and what leads to it.
    pub title: &'static str,
    /// What it explains.
    pub lead: &'static str,
    /// The heading over the terms that a text uses.
    pub in_this_text: &'static str,
    /// Leads from one term to all.
    pub all: &'static str,
}

const VI: GlossaryWords = GlossaryWords {
    title: "Từ ngữ trên nhãn và trên trang này",
    lead: "Mỗi từ một đoạn ngắn, nói bằng lời thường.",
    in_this_text: "Từ ngữ trong bài",
    all: "Mọi từ ngữ",
};

const EN: GlossaryWords = GlossaryWords {
    title: "Words on labels and on these pages",
    lead: "A short paragraph for each, in plain words.",
    in_this_text: "Words in this text",
    all: "All words",
};

impl Lang {
    /// The texts of the glossary.
    pub fn glossary(self) -> &'static GlossaryWords {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// The link that explains a word.
    pub fn what_is(self, word: Word) -> &'static str {
        match (self, word) {
            (Lang::Vi, Word::Gtin) => "Mã sản phẩm (GTIN) là gì?",
            (Lang::Vi, Word::Lot) => "Số lô là gì?",
            (Lang::Vi, Word::Gln) => "Mã địa điểm (GLN) là gì?",
            (Lang::Vi, Word::DigitalLink) => "GS1 Digital Link là gì?",
            (Lang::Vi, Word::Epcis) => "EPCIS là gì?",
            (Lang::Vi, Word::Signature) => "Chữ ký số nói lên điều gì?",
            (Lang::Vi, Word::UseBy) => "Hạn sử dụng nghĩa là gì?",
            (Lang::En, Word::Gtin) => "What is a product number (GTIN)?",
            (Lang::En, Word::Lot) => "What is a lot?",
            (Lang::En, Word::Gln) => "What is a place number (GLN)?",
            (Lang::En, Word::DigitalLink) => "What is a GS1 Digital Link?",
            (Lang::En, Word::Epcis) => "What is EPCIS?",
            (Lang::En, Word::Signature) => "What does a signature tell?",
            (Lang::En, Word::UseBy) => "What does use by mean?",
        }
    }
}
