//! Which of the data that the law asks for is there, who says so, and what it rests on.

use super::tcvn::Tcvn;
use crate::sources::{Attribution, Standing};
use crate::words::Text;

/// Which of the data elements are there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conformity {
    /// Each element once, in the order of the law.
    pub elements: Vec<Element>,
    /// The national standards that apply to this kind of goods.
    pub standards: Vec<Tcvn>,
}

/// One data element.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Its name for programs: `product-name`.
    pub key: &'static str,
    /// What it is called.
    pub name: Text,
    /// Which text asks for it.
    pub law: Law,
    /// Whether it must be there; the others only where there is such a thing.
    pub required: bool,
    /// What it rests on.
    pub proof: Proof,
    /// What stands there, ready to read; empty where nothing does.
    pub value: Text,
    /// Who says so.
    pub by: Option<Attribution>,
}

impl Element {
    /// What it rests on, a signature told from a proof: it shows who says something, not that it is so.
    pub fn ground(&self) -> Ground {
        let is_signed = |by: &Attribution| by.standing == Standing::Signed;
        match self.proof {
            Proof::Proven if self.by.as_ref().is_some_and(is_signed) => Ground::Signed,
            Proof::Proven => Ground::Shown,
            Proof::Declared => Ground::Declared,
            Proof::Missing => Ground::Missing,
        }
    }
}

/// What an element rests on, as a shopper is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Shown by somebody else than the producer, or borne by the code itself.
    Shown,
    /// Declared, and signed by a key that the app knows.
    Signed,
    /// Declared, and signed by nobody.
    Declared,
    /// Not there.
    Missing,
}

/// The legal text that asks for an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    /// Circular 02/2024/TT-BKHCN of 28 March 2024, the ten elements of the minimum data.
    Circular02,
    /// Decree 37/2026/NĐ-CP of 23 January 2026, what it adds: origin, names of the stages, lot.
    Decree37,
    /// Decree 37/2026/NĐ-CP, article 32, the voluntary digital product passport.
    Passport,
}

impl Law {
    /// The number under which it is cited.
    pub fn number(self) -> &'static str {
        match self {
            Law::Circular02 => "02/2024/TT-BKHCN",
            Law::Decree37 => "37/2026/NĐ-CP",
            Law::Passport => "37/2026/NĐ-CP, 32",
        }
    }
}

/// What an element rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Signed by a key that the app knows, shown by somebody else than the producer, or borne by the code itself.
    Proven,
    /// Declared by the producer or organiser.
    Declared,
    /// Not there.
    Missing,
}

impl Proof {
    /// Its word for programs.
    pub fn word(self) -> &'static str {
        match self {
            Proof::Proven => "proven",
            Proof::Declared => "declared",
            Proof::Missing => "missing",
        }
    }
}
