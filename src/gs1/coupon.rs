//! Coupon codes of North America: AI 8110 (North American Coupon Application Guideline) and AI 8112 (GS1 AI (8112) Coupon Data Specification).
//!
//! Both are fields in a row, most of them behind one digit that tells their length.

use super::lint::date;
use std::ops::RangeInclusive;

/// What is wrong with a coupon code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    problem: Problem,
    /// 1, 2 or 3 for a purchase requirement, else 0.
    ordinal: u8,
    /// The field in the words of the linter errors, such as `PURCHASE_GCP`.
    field: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    NonDigit,
    /// The digit that tells the length is not there.
    NoLength,
    /// The length is none that the field may have.
    WrongLength,
    /// Fewer digits than the length says.
    Truncated,
    /// The field is not there.
    Missing,
    /// The digit is none of those that the field allows.
    Invalid,
    /// A date of fewer than six digits.
    ShortDate,
    /// It ends before it starts.
    Backwards,
    /// More digits behind the last field.
    Excess,
}

impl Fault {
    /// The linter error of the GS1 Barcode Syntax Tests.
    pub fn linter_error(self) -> String {
        let (before, after) = match self.problem {
            Problem::NonDigit => return "NON_DIGIT_CHARACTER".to_owned(),
            Problem::NoLength => ("MISSING_", "_VLI"),
            Problem::WrongLength => ("INVALID_", "_LENGTH"),
            Problem::Truncated => ("TRUNCATED_", ""),
            Problem::Missing => ("MISSING_", ""),
            // That name is spelled like this in the standard.
            Problem::Invalid if self.field == "EXPIRATION_DATE" => {
                return "COUPON_INVALID_EXIPIRATION_DATE".to_owned();
            }
            Problem::Invalid => ("INVALID_", ""),
            Problem::ShortDate => ("TOO_SHORT_FOR_", ""),
            Problem::Backwards => ("EXPIRATION_BEFORE_START", ""),
            Problem::Excess => ("EXCESS_DATA", ""),
        };
        let ordinal = ["", "1ST_", "2ND_", "3RD_"].get(usize::from(self.ordinal));
        format!("COUPON_{before}{}{}{after}", ordinal.unwrap_or(&""), self.field)
    }
}

/// Checks a coupon code (AI 8110): issuer, offer, value, what must be bought, then fields that a digit announces.
pub(super) fn code(part: &str) -> Result<(), Fault> {
    let mut fields = Fields::new(part)?;
    fields.measured("GCP", 0..=6, 6)?;
    fields.take(6, Problem::Truncated, "OFFER_CODE")?;
    fields.measured("SAVE_VALUE", 1..=5, 0)?;
    fields.purchase(1)?;
    if fields.announces('1') {
        fields.choice("ADDITIONAL_PURCHASE_RULES_CODE", "0123")?;
        fields.purchase(2)?;
    }
    if fields.announces('2') {
        fields.purchase(3)?;
    }
    let expires = fields.date('3', "EXPIRATION_DATE")?;
    let starts = fields.date('4', "START_DATE")?;
    if expires
        .zip(starts)
        .is_some_and(|(expires, starts)| expires < starts)
    {
        return Err(fields.fault(Problem::Backwards, ""));
    }
    if fields.announces('5') {
        fields.measured("SERIAL_NUMBER", 0..=9, 6)?;
    }
    if fields.announces('6') {
        fields.measured("RETAILER_GCP_OR_GLN", 1..=7, 6)?;
    }
    if fields.announces('9') {
        fields.choice("SAVE_VALUE_CODE", "01256")?;
        fields.choice("SAVE_VALUE_APPLIES_TO_ITEM", "012")?;
        fields.choice("STORE_COUPON_FLAG", "0123456789")?;
        fields.choice("DONT_MULTIPLY_FLAG", "01")?;
    }
    fields.end()
}

/// Checks a coupon code of the positive offer file (AI 8112): format, funder, offer, serial number.
pub(super) fn positive_offer(part: &str) -> Result<(), Fault> {
    let mut fields = Fields::new(part)?;
    fields.choice("FORMAT_CODE", "01")?;
    fields.measured("FUNDER", 0..=6, 6)?;
    fields.take(6, Problem::Truncated, "OFFER_CODE")?;
    fields.measured("SERIAL_NUMBER", 0..=9, 6)?;
    fields.end()
}

/// The digits that are not read yet.
struct Fields<'a> {
    rest: &'a str,
    /// Which purchase requirement is being read; 0 for none.
    ordinal: u8,
}

impl<'a> Fields<'a> {
    fn new(rest: &'a str) -> Result<Fields<'a>, Fault> {
        let fields = Fields { rest, ordinal: 0 };
        match rest.bytes().all(|byte| byte.is_ascii_digit()) {
            true => Ok(fields),
            false => Err(fields.fault(Problem::NonDigit, "")),
        }
    }

    fn fault(&self, problem: Problem, field: &'static str) -> Fault {
        Fault {
            problem,
            ordinal: self.ordinal,
            field,
        }
    }

    fn take(&mut self, length: usize, otherwise: Problem, field: &'static str) -> Result<&'a str, Fault> {
        let split = self.rest.split_at_checked(length);
        let (taken, rest) = split.ok_or(self.fault(otherwise, field))?;
        self.rest = rest;
        Ok(taken)
    }

    /// A field behind the digit that tells its length, less a constant.
    fn measured(
        &mut self,
        field: &'static str,
        lengths: RangeInclusive<usize>,
        more: usize,
    ) -> Result<(), Fault> {
        let digit = self.take(1, Problem::NoLength, field)?;
        let length = digit.parse().unwrap_or_default(); // OK because it is a digit.
        if !lengths.contains(&length) {
            return Err(self.fault(Problem::WrongLength, field));
        }
        self.take(length + more, Problem::Truncated, field)?;
        Ok(())
    }

    /// One digit out of some.
    fn choice(&mut self, field: &'static str, allowed: &str) -> Result<(), Fault> {
        let digit = self.take(1, Problem::Missing, field)?;
        match allowed.contains(digit) {
            true => Ok(()),
            false => Err(self.fault(Problem::Invalid, field)),
        }
    }

    /// How much must be bought, in which unit, of which family, and from the second on of which company: 9 says the
    /// same as before.
    fn purchase(&mut self, ordinal: u8) -> Result<(), Fault> {
        self.ordinal = ordinal;
        self.measured("PURCHASE_REQUIREMENT", 1..=5, 0)?;
        self.choice("PURCHASE_REQUIREMENT_CODE", "012349")?;
        self.take(3, Problem::Truncated, "PURCHASE_FAMILY_CODE")?;
        if ordinal > 1 && !self.announces('9') {
            self.measured("PURCHASE_GCP", 0..=6, 6)?;
        }
        self.ordinal = 0;
        Ok(())
    }

    /// Whether an optional field stands next; takes the digit that says so.
    fn announces(&mut self, digit: char) -> bool {
        let rest = self.rest.strip_prefix(digit);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn date(&mut self, digit: char, field: &'static str) -> Result<Option<&'a str>, Fault> {
        if !self.announces(digit) {
            return Ok(None);
        }
        let day = self.take(6, Problem::ShortDate, field)?;
        match date(day, 2, 1) {
            None => Ok(Some(day)),
            Some(_) => Err(self.fault(Problem::Invalid, field)),
        }
    }

    fn end(self) -> Result<(), Fault> {
        match self.rest {
            "" => Ok(()),
            _ => Err(self.fault(Problem::Excess, "")),
        }
    }
}
