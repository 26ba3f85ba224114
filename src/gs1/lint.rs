//! The rules for the content of values, under the names that the GS1 Barcode Syntax Dictionary gives them.

use super::code_lists::{COUNTRIES, COUNTRIES_ALPHA2, CURRENCIES, PACKAGE_TYPES, is_in};
use super::coupon;
use super::fault::Fault;
use super::gtin::verify;
use super::identifiers::{Charset, ValueError};

/// Checks one component of a value by the rule of that name. The rules presume the characters that the component allows.
/// A name that the dictionary does not have holds for everything; a test sees that there is none in the table.
pub(super) fn check(rule: &str, part: &str) -> Result<(), ValueError> {
    let fault = match rule {
        "csum" => return verify(part).map_err(ValueError::from),
        "csumalpha" => return check_pair(part),
        _ => fault(rule, part),
    };
    match fault {
        Some(fault) => Err(ValueError::Content {
            found: part.to_owned(),
            fault,
        }),
        None => Ok(()),
    }
}

/// Whether a rule of that name exists.
pub fn is_known(rule: &str) -> bool {
    matches!(
        rule,
        "csum" | "csumalpha" | "couponcode" | "couponposoffer" | "hasnondigit" | "packagetype"
    ) || rule.starts_with("iso")
        || fault(rule, "%~~").is_some()
}

fn fault(rule: &str, part: &str) -> Option<Fault> {
    let unless = |holds: bool, fault| (!holds).then_some(fault);
    let digits = part.bytes().all(|byte| byte.is_ascii_digit());
    match rule {
        "gcppos1" | "key" => company_prefix(part),
        "gcppos2" | "keyoff1" => company_prefix(part.get(1..).unwrap_or_default()),
        "importeridx" => {
            let is_index = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
            unless(part.bytes().all(is_index), Fault::InvalidImportIdxCharacter)
        }
        "zero" => unless(part.bytes().all(|byte| byte == b'0'), Fault::NotZero),
        "nonzero" => unless(
            digits && part.bytes().any(|byte| byte != b'0'),
            Fault::IllegalZeroValue,
        ),
        "nozeroprefix" => unless(digits && !part.starts_with('0'), Fault::IllegalZeroPrefix),
        "yesno" => unless(matches!(part, "0" | "1"), Fault::NotZeroOrOne),
        "winding" => unless(matches!(part, "0" | "1" | "9"), Fault::InvalidWindingDirection),
        "hyphen" => unless(part.bytes().all(|byte| byte == b'-'), Fault::NotHyphen),
        "hasnondigit" => unless(!digits, Fault::RequiresNonDigitCharacter),
        "iso3166" | "iso3166list" => unless(is_list(part, |code| is_in(COUNTRIES, code)), Fault::NotIso3166),
        "iso3166999" => unless(part == "999" || is_in(COUNTRIES, part), Fault::NotIso3166Or999),
        "iso3166alpha2" => unless(is_in(COUNTRIES_ALPHA2, part), Fault::NotIso3166Alpha2),
        "iso4217" => unless(is_in(CURRENCIES, part), Fault::NotIso4217),
        "iso5218" => unless(
            matches!(part, "0" | "1" | "2" | "9"),
            Fault::InvalidBiologicalSexCode,
        ),
        "packagetype" => unless(is_in(PACKAGE_TYPES, part), Fault::InvalidPackageType),
        "mediatype" => {
            let code = number(part);
            unless(matches!(code, Some(1..=10 | 80..=99)), Fault::InvalidMediaType)
        }
        "latitude" => unless(
            number(part).is_some_and(|at| at <= 1_800_000_000),
            Fault::InvalidLatitude,
        ),
        "longitude" => unless(
            number(part).is_some_and(|at| at <= 3_600_000_000),
            Fault::InvalidLongitude,
        ),
        "iban" => iban(part),
        "pcenc" => unless(is_percent_encoded(part), Fault::InvalidPercentSequence),
        "pieceoftotal" => piece_of_total(part),
        "posinseqslash" => position(part),
        "couponcode" => coupon::code(part).err().map(Fault::Coupon),
        "couponposoffer" => coupon::positive_offer(part).err().map(Fault::Coupon),
        _ => time(rule, part),
    }
}

/// The rules for dates and times; every pair of digits has its own bounds.
fn time(rule: &str, part: &str) -> Option<Fault> {
    match rule {
        "yymmdd" => date(part, 2, 1),
        "yymmd0" => date(part, 2, 0),
        "yyyymmdd" => date(part, 4, 1),
        "yyyymmd0" => date(part, 4, 0),
        "yymmddhh" => date(part.get(..6).unwrap_or(part), 2, 1).or_else(|| clock(part.get(6..)?, HOUR)),
        "hh" => clock(part, HOUR),
        "mi" => clock(part, MINUTE),
        "ss" => clock(part, SECOND),
        "hhmi" | "hhmm" => clock(part, HOUR).or_else(|| clock(part.get(2..)?, MINUTE)),
        "mmoptss" => {
            clock(part, MINUTE).or_else(|| clock(part.get(2..).filter(|rest| !rest.is_empty())?, SECOND))
        }
        _ => None,
    }
}

const HOUR: (u64, Fault) = (23, Fault::IllegalHour);
const MINUTE: (u64, Fault) = (59, Fault::IllegalMinute);
const SECOND: (u64, Fault) = (59, Fault::IllegalSecond);

fn clock(part: &str, (highest, fault): (u64, Fault)) -> Option<Fault> {
    let value = part.get(..2).and_then(number);
    value.is_none_or(|value| value > highest).then_some(fault)
}

/// Checks a date whose year has so many digits; its day is `lowest_day` or higher.
pub(super) fn date(part: &str, year_digits: usize, lowest_day: u64) -> Option<Fault> {
    let at = |from: usize, length: usize| part.get(from..from + length).and_then(number);
    let (Some(year), Some(month), Some(day)) =
        (at(0, year_digits), at(year_digits, 2), at(year_digits + 2, 2))
    else {
        return Some(Fault::DateTooShort);
    };
    if part.len() > year_digits + 4 {
        return Some(Fault::DateTooLong);
    }
    let is_leap = year % 4 == 0 && (year_digits == 2 || year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29, // OK because of the years that two digits can mean, only 2000 is a full century.
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return Some(Fault::IllegalMonth),
    };
    (!(lowest_day..=days).contains(&day)).then_some(Fault::IllegalDay)
}

/// A GS1 Company Prefix has four digits or more, and a key starts with one.
fn company_prefix(part: &str) -> Option<Fault> {
    let mut start = part.bytes().take(4);
    match start.len() {
        4 if start.all(|byte| byte.is_ascii_digit()) => None,
        4 => Some(Fault::InvalidGcpPrefix),
        _ => Some(Fault::TooShortForGcp),
    }
}

/// The pair of check characters of alphanumeric keys (GS1 General Specifications, 7.9.5): the values of the characters,
/// weighted by ascending primes from the right, modulo 1021, written in two characters of five bits each.
fn check_pair(part: &str) -> Result<(), ValueError> {
    const VALUES: &[u8] =
        b"!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    const PAIR: &[u8] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let content = |fault| ValueError::Content {
        found: part.to_owned(),
        fault,
    };
    let Some((data, &[high, low])) = part.as_bytes().split_last_chunk() else {
        return Err(content(Fault::TooShortForCheckPair));
    };
    let mut sum = 0;
    for (&byte, prime) in data.iter().rev().zip(primes()) {
        let value = VALUES.iter().position(|&known| known == byte);
        sum += value.ok_or(ValueError::Character(char::from(byte), Charset::Cset82))? * prime;
    }
    let sum = sum % 1021;
    if !PAIR.contains(&high) || !PAIR.contains(&low) {
        return Err(content(Fault::InvalidCset32Character));
    }
    let expected = [PAIR.get(sum >> 5), PAIR.get(sum & 31)];
    match expected == [Some(&high), Some(&low)] {
        true => Ok(()),
        false => Err(content(Fault::IncorrectCheckPair)),
    }
}

/// 2, 3, 5, 7 and so on.
fn primes() -> impl Iterator<Item = usize> {
    (2..).filter(|candidate| {
        (2..*candidate)
            .take_while(|by| by * by <= *candidate)
            .all(|by| candidate % by != 0)
    })
}

/// An International Bank Account Number (ISO 13616-1): country, check digits that leave 1 modulo 97, account.
fn iban(part: &str) -> Option<Fault> {
    match part.len() {
        ..=3 => return Some(Fault::IbanTooShort),
        _ if !part
            .get(..2)
            .is_some_and(|country| is_in(COUNTRIES_ALPHA2, country)) =>
        {
            return Some(Fault::IllegalIbanCountryCode);
        }
        4..=10 => return Some(Fault::IbanTooShort),
        35.. => return Some(Fault::IbanTooLong),
        _ => {}
    }
    let mut rest = 0;
    for byte in part.bytes().cycle().skip(4).take(part.len()) {
        rest = match byte {
            b'0'..=b'9' => rest * 10 + u32::from(byte - b'0'),
            b'A'..=b'Z' => rest * 100 + u32::from(byte - b'A') + 10,
            _ => return Some(Fault::InvalidIbanCharacter),
        } % 97;
    }
    (rest != 1).then_some(Fault::IncorrectIbanChecksum)
}

/// Every percent sign is followed by two hexadecimal digits.
fn is_percent_encoded(part: &str) -> bool {
    part.split('%').skip(1).all(|after| {
        after
            .as_bytes()
            .first_chunk::<2>()
            .is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit))
    })
}

/// The number of a piece and of all pieces, with as many digits each.
fn piece_of_total(part: &str) -> Option<Fault> {
    let (Some(piece), Some(total)) = (
        part.get(..part.len() / 2).and_then(number),
        part.get(part.len() / 2..).and_then(number),
    ) else {
        return Some(Fault::InvalidLengthForPieceOfTotal);
    };
    match (piece, total) {
        _ if !part.len().is_multiple_of(2) => Some(Fault::InvalidLengthForPieceOfTotal),
        (0, _) => Some(Fault::ZeroPieceNumber),
        (_, 0) => Some(Fault::ZeroTotalPieces),
        _ if piece > total => Some(Fault::PieceNumberExceedsTotal),
        _ => None,
    }
}

/// A position and the last position, such as `2/3`.
fn position(part: &str) -> Option<Fault> {
    let read = part
        .split_once('/')
        .and_then(|(at, end)| Some((at, end, number(at)?, number(end)?)));
    match read {
        None => Some(Fault::PositionInSequenceMalformed),
        Some((at, end, ..)) if at.starts_with('0') || end.starts_with('0') => Some(Fault::IllegalZeroPrefix),
        Some((_, _, at, end)) if at > end => Some(Fault::PositionExceedsEnd),
        Some(_) => None,
    }
}

/// Codes of three characters in a row, each of which must be good.
fn is_list(part: &str, is_good: impl Fn(&str) -> bool) -> bool {
    let codes = part.as_bytes().chunks(3);
    !part.is_empty()
        && codes
            .into_iter()
            .all(|code| std::str::from_utf8(code).is_ok_and(&is_good))
}

/// A number of digits only.
fn number(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}
