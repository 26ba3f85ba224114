//! How values break the rules of the GS1 Barcode Syntax Dictionary, in the names of its linter errors.

use super::coupon;
use super::identifiers::{Charset, ValueError};

/// How a value breaks a rule: the linter errors of the GS1 Barcode Syntax Tests, in the words of that resource.
/// What the letters say of coupons is explained in `coupon`.
#[allow(missing_docs)] // OK because each name is the standard's own and says what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    InvalidCset32Character,
    InvalidCset64Padding,
    IncorrectCheckPair,
    TooShortForCheckPair,
    TooShortForGcp,
    InvalidGcpPrefix,
    InvalidImportIdxCharacter,
    IllegalZeroValue,
    NotZero,
    IllegalZeroPrefix,
    NotZeroOrOne,
    InvalidWindingDirection,
    NotIso3166,
    NotIso3166Or999,
    NotIso3166Alpha2,
    NotIso4217,
    InvalidBiologicalSexCode,
    IbanTooShort,
    IbanTooLong,
    InvalidIbanCharacter,
    IllegalIbanCountryCode,
    IncorrectIbanChecksum,
    DateTooShort,
    DateTooLong,
    IllegalMonth,
    IllegalDay,
    IllegalHour,
    IllegalMinute,
    IllegalSecond,
    InvalidLengthForPieceOfTotal,
    ZeroPieceNumber,
    ZeroTotalPieces,
    PieceNumberExceedsTotal,
    PositionInSequenceMalformed,
    PositionExceedsEnd,
    InvalidPercentSequence,
    InvalidLatitude,
    InvalidLongitude,
    InvalidMediaType,
    InvalidPackageType,
    NotHyphen,
    RequiresNonDigitCharacter,
    Coupon(coupon::Fault),
}

impl ValueError {
    /// The linter error that the GS1 Barcode Syntax Engine reports for this, such as `INCORRECT_CHECK_DIGIT`;
    /// `None` where only the length is wrong, of which no linter speaks.
    pub fn linter_error(&self) -> Option<String> {
        Some(match self {
            ValueError::Length { .. } => return None,
            ValueError::CheckDigit { .. } => "INCORRECT_CHECK_DIGIT".to_owned(),
            ValueError::Character(_, Charset::Digits) => "NON_DIGIT_CHARACTER".to_owned(),
            ValueError::Character(_, charset) => {
                format!("INVALID_{}_CHARACTER", shouted(&format!("{charset:?}")))
            }
            ValueError::Content {
                fault: Fault::Coupon(fault),
                ..
            } => fault.linter_error(),
            ValueError::Content {
                fault: Fault::NotIso3166Or999,
                ..
            } => "NOT_ISO3166_OR_999".to_owned(),
            ValueError::Content { fault, .. } => shouted(&format!("{fault:?}")),
        })
    }
}

/// `NotIso3166Alpha2` → `NOT_ISO3166_ALPHA2`.
fn shouted(name: &str) -> String {
    let mut shouted = String::new();
    for char in name.chars() {
        let starts_word = char.is_ascii_uppercase() && !shouted.is_empty();
        shouted += if starts_word { "_" } else { "" };
        shouted.push(char.to_ascii_uppercase());
    }
    shouted
}
