//! What values of application identifiers mean: days, measures with their units, prices, countries.

use super::dates::{self, Moment};
use super::identifiers;
use std::fmt;
use time::Date;

/// A number with a fixed count of decimals, exact as it is written: 750 with three decimals is 0.750.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// All digits as one whole number.
    pub digits: u64,
    /// How many of them stand behind the point, 0 to 9.
    pub decimals: u8,
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = usize::from(self.decimals);
        let unit = 10_u64.pow(u32::from(self.decimals.min(9)));
        match width {
            0 => write!(f, "{}", self.digits),
            _ => write!(f, "{}.{:0width$}", self.digits / unit, self.digits % unit),
        }
    }
}

/// What a value means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A day (AI 11 to 17, 7006 and others).
    Day(Date),
    /// The first and the last day of a harvest (AI 7007).
    Days(Date, Date),
    /// A day with its time (AI 7003, 8008).
    Moment(Moment),
    /// A measure and its unit, such as `kg` (AI 310n to 369n; 394n in per cent).
    Measure(Decimal, &'static str),
    /// A count of pieces (AI 30, 37).
    Count(u64),
    /// An amount of money, and its currency as three digits of ISO 4217 where the value tells it (AI 390n to 393n; 395n for one unit of measure).
    Price(Decimal, Option<String>),
    /// Countries as three digits of ISO 3166-1 (AI 422 to 426).
    Countries(Vec<String>),
    /// A part of a country as in ISO 3166-2, without the country: `01` is Lai Châu where the country is 704 (AI 427).
    Subdivision(String),
    /// A species of fish as three letters of the FAO list (AI 7008).
    Species(String),
}

/// What a valid value means; `None` for plain text and numbers. Years of two digits are those nearest to `this_year`.
pub fn meaning(ai: &str, value: &str, this_year: i32) -> Option<Meaning> {
    let decimals = ai.get(3..4).and_then(|digit| digit.parse().ok());
    Some(match ai {
        "30" | "37" => Meaning::Count(value.parse().ok()?),
        "422" | "424" | "426" => Meaning::Countries(vec![value.to_owned()]),
        "423" | "425" => Meaning::Countries(threes(value)),
        "427" => Meaning::Subdivision(value.to_owned()),
        "7003" | "8008" => Meaning::Moment(dates::moment(value, this_year)?),
        "7007" => {
            let (first, last) = dates::span(value, this_year)?;
            Meaning::Days(first, last)
        }
        "7008" => Meaning::Species(value.to_owned()),
        _ if has_date(ai) => Meaning::Day(dates::date(value, this_year)?),
        _ => match (ai.get(..3)?, decimals?) {
            ("390" | "392" | "395", decimals) => Meaning::Price(decimal(value, decimals)?, None),
            ("391" | "393", decimals) => {
                let (currency, amount) = value.split_at_checked(3)?;
                Meaning::Price(decimal(amount, decimals)?, Some(currency.to_owned()))
            }
            (measure, decimals) => Meaning::Measure(decimal(value, decimals)?, unit(measure)?),
        },
    })
}

/// Whether the value is one day and nothing else.
fn has_date(ai: &str) -> bool {
    let is_date = |rule| matches!(rule, "yymmdd" | "yymmd0");
    identifiers::find(ai).is_some_and(|entry| {
        let mut rules = entry.rules();
        rules.next().is_some_and(is_date) && rules.next().is_none()
    })
}

fn decimal(digits: &str, decimals: u8) -> Option<Decimal> {
    Some(Decimal {
        digits: digits.parse().ok()?,
        decimals,
    })
}

/// The unit of a measure by the first three digits of its identifier (GS1 General Specifications, 3.6.2 and 3.6.3).
fn unit(measure: &str) -> Option<&'static str> {
    Some(match measure {
        "310" | "330" => "kg",
        "311" | "312" | "313" | "331" | "332" | "333" => "m",
        "314" | "334" => "m²",
        "315" | "335" => "l",
        "316" | "336" => "m³",
        "337" => "kg/m²",
        "320" | "340" => "lb",
        "321" | "324" | "327" | "341" | "344" | "347" => "in",
        "322" | "325" | "328" | "342" | "345" | "348" => "ft",
        "323" | "326" | "329" | "343" | "346" | "349" => "yd",
        "350" | "353" => "in²",
        "351" | "354" => "ft²",
        "352" | "355" => "yd²",
        "394" => "%",
        "356" => "oz t",
        "357" => "fl oz",
        "360" | "362" => "qt",
        "361" | "363" => "gal",
        "364" | "367" => "in³",
        "365" | "368" => "ft³",
        "366" | "369" => "yd³",
        _ => return None,
    })
}

fn threes(value: &str) -> Vec<String> {
    let codes = value.as_bytes().chunks(3);
    codes
        .map(|code| String::from_utf8_lossy(code).into_owned())
        .collect()
}
