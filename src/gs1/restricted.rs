//! Numbers for weighed goods (prefixes 02 and 20 to 29): what a shop may have written into them (GS1 General Specifications, 2.1.12
//! and 7.9). How the ten digits behind the prefix are laid out is the shop's own affair; only who knows the layout can read them.

use super::Gtin;
use super::measures::Decimal;
use super::prefix::{Use, use_of};

/// How a shop or country lays its numbers out, as the organiser tells it in config.json.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Twelve characters, one for each digit but the check digit: two or more digits of the prefix, then `I` for the shop's number of the
    /// item, `C` for the check digit of the value where there is one, `V` for the value: `21IIIIIVVVVV`, `22IIIICVVVVV`.
    pattern: String,
    /// What the value is.
    pub unit: Unit,
    /// How many digits of the value stand behind the point, 0 to 5.
    pub decimals: u8,
}

/// What a value inside a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A weight in kilograms.
    Kilograms,
    /// A weight in grams.
    Grams,
    /// A price in đồng.
    Dong,
    /// A count of pieces.
    Pieces,
}

/// What stands in a number by the layout that the organiser tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// The shop's own number of the item.
    pub item: String,
    /// The value.
    pub value: Decimal,
    /// What the value is.
    pub unit: Unit,
    /// Whether the value's own check digit fits; `None` where the layout has none.
    pub fits: Option<bool>,
}

/// What might stand in a number of which no layout is known: one of the usual ways to divide it. None of them is certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// What would be the shop's own number of the item.
    pub item: String,
    /// What would be the value: a weight or a price, in a unit that only the shop knows.
    pub value: String,
    /// Whether a check digit of the value's own stands before it and fits. One in ten does by chance.
    pub is_checked: bool,
}

impl Layout {
    /// Reads a pattern and a unit: `kg`, `g`, `VND` or `pieces`. `None` where one of them is none, or a price has decimals.
    pub fn read(pattern: &str, unit: &str, decimals: u8) -> Option<Layout> {
        let unit = match unit {
            "kg" => Unit::Kilograms,
            "g" => Unit::Grams,
            "VND" => Unit::Dong,
            "pieces" => Unit::Pieces,
            _ => return None,
        };
        let prefix = pattern.trim_end_matches(['I', 'C', 'V']);
        let digits = prefix.bytes().all(|byte| byte.is_ascii_digit());
        let is_measured = prefix.starts_with("02") || prefix.starts_with('2') && prefix.len() > 1;
        let count = |sign: char| pattern.matches(sign).count();
        let is_in_a_row = |sign: char| {
            pattern
                .trim_end_matches(|char| char != sign)
                .trim_start_matches(|char| char != sign)
                .len()
                == count(sign)
        };
        let has_parts =
            count('I') > 0 && matches!(count('V'), 3..=6) && ['I', 'V'].iter().all(|sign| is_in_a_row(*sign));
        let has_check = count('C') == 0 || count('C') == 1 && matches!(count('V'), 4 | 5);
        let has_decimals = decimals <= 5 && (decimals == 0 || matches!(unit, Unit::Kilograms | Unit::Grams));
        (pattern.len() == 12 && digits && is_measured && has_parts && has_check && has_decimals).then(|| {
            Layout {
                pattern: pattern.to_owned(),
                unit,
                decimals,
            }
        })
    }

    /// The digits that stand where the pattern has a sign.
    fn part(&self, thirteen: &str, sign: char) -> String {
        let pairs = self.pattern.chars().zip(thirteen.chars());
        pairs
            .filter(|(place, _)| *place == sign)
            .map(|(_, digit)| digit)
            .collect()
    }

    fn is_of(&self, thirteen: &str) -> bool {
        let prefix = self.pattern.trim_end_matches(['I', 'C', 'V']);
        thirteen.starts_with(prefix)
    }
}

/// What stands in a number for weighed goods, by the first layout that has its prefix.
pub fn contents(gtin: Gtin, layouts: &[Layout]) -> Option<Contents> {
    let thirteen = thirteen(&gtin)?;
    let layout = layouts.iter().find(|layout| layout.is_of(thirteen))?;
    let value = layout.part(thirteen, 'V');
    let check = layout.part(thirteen, 'C');
    Some(Contents {
        item: layout.part(thirteen, 'I'),
        fits: (!check.is_empty()).then(|| fits(&value, &check)),
        value: Decimal {
            digits: value.parse().ok()?,
            decimals: layout.decimals,
        },
        unit: layout.unit,
    })
}

/// How the number might be divided, where its check digit inside fits that way first; the plain division last.
pub fn guesses(gtin: Gtin) -> Vec<Guess> {
    const PATTERNS: [&str; 3] = ["..IIIICVVVVV", "..IIIIICVVVV", "..IIIIIVVVVV"];
    let Some(thirteen) = thirteen(&gtin) else {
        return Vec::new();
    };
    let guess = |pattern: &str| {
        let layout = Layout {
            pattern: pattern.to_owned(),
            unit: Unit::Pieces,
            decimals: 0,
        };
        let (value, check) = (layout.part(thirteen, 'V'), layout.part(thirteen, 'C'));
        let is_checked = !check.is_empty() && fits(&value, &check);
        (check.is_empty() || is_checked).then(|| Guess {
            item: layout.part(thirteen, 'I'),
            value,
            is_checked,
        })
    };
    PATTERNS.into_iter().filter_map(guess).collect()
}

/// The thirteen digits of a number for weighed goods.
fn thirteen(gtin: &Gtin) -> Option<&str> {
    let thirteen = gtin.as_str().strip_prefix('0')?;
    (use_of(*gtin) == Use::Measured).then_some(thirteen)
}

fn fits(value: &str, check: &str) -> bool {
    verifier(value).is_some_and(|digit| check == char::from(b'0' + digit).to_string())
}

/// The check digit of a price or weight of four or five digits (GS1 General Specifications, 7.9.2 to 7.9.4): each digit has a weight of
/// its place, whose product is drawn together to one digit.
pub fn verifier(value: &str) -> Option<u8> {
    const TWO_MINUS: [u8; 10] = [0, 2, 4, 6, 8, 9, 1, 3, 5, 7];
    const THREE: [u8; 10] = [0, 3, 6, 9, 2, 5, 8, 1, 4, 7];
    const FIVE_PLUS: [u8; 10] = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9];
    const FIVE_MINUS: [u8; 10] = [0, 5, 9, 4, 8, 3, 7, 2, 6, 1];
    let weights: &[[u8; 10]] = match value.len() {
        4 => &[TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS],
        5 => &[FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS],
        _ => return None,
    };
    let mut sum = 0;
    for (weight, byte) in weights.iter().zip(value.bytes()) {
        sum += weight.get(usize::from(byte.checked_sub(b'0')?))?;
    }
    match value.len() {
        4 => Some(sum * 3 % 10),
        _ => {
            let wanted = (10 - sum % 10) % 10;
            let digit = FIVE_MINUS.iter().position(|product| *product == wanted)?;
            u8::try_from(digit).ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_of_a_value_is_that_of_the_specifications() {
        // The two worked examples of section 7.9, and values whose digits weigh nothing.
        for (value, expected) in [
            ("2875", Some(9)),
            ("14685", Some(6)),
            ("0000", Some(0)),
            ("00000", Some(0)),
            ("123", None),
            ("123456", None),
            ("12x4", None),
        ] {
            assert_eq!(verifier(value), expected, "{value}");
        }
    }

    #[test]
    fn layouts_are_read_or_refused() {
        for (pattern, unit, decimals, is_one) in [
            ("21IIIIIVVVVV", "kg", 3, true),
            ("02IIIIICVVVV", "VND", 0, true),
            ("2123IIIVVVVV", "g", 0, true),
            ("22IIIICVVVVV", "pieces", 0, true),
            ("21IIIIIVVVV", "kg", 3, false),
            ("21IIIIIIIIII", "kg", 3, false),
            ("21IIVIIVVVVV", "kg", 3, false),
            ("21IIICVVVVVV", "kg", 3, false),
            ("89IIIIIVVVVV", "kg", 3, false),
            ("2éIIIIVVVVV", "kg", 3, false),
            ("21IIIIIVVVVV", "lb", 3, false),
            ("21IIIIIVVVVV", "VND", 2, false),
            ("21IIIIIVVVVV", "kg", 6, false),
        ] {
            assert_eq!(
                Layout::read(pattern, unit, decimals).is_some(),
                is_one,
                "{pattern} {unit}"
            );
        }
    }

    #[test]
    fn a_known_layout_is_read_and_an_unknown_one_only_guessed() {
        let gtin =
            |digits: &str| Gtin::parse(&super::super::gtin::with_check_digit(digits).unwrap()).unwrap();
        let layouts = [
            Layout::read("21IIIIIVVVVV", "kg", 3).unwrap(),
            Layout::read("22IIIICVVVVV", "VND", 0).unwrap(),
        ];
        let told = |digits: &str| {
            let contents = contents(gtin(digits), &layouts)?;
            Some(format!(
                "{} {} {:?} {:?}",
                contents.item, contents.value, contents.unit, contents.fits
            ))
        };
        assert_eq!(
            told("211234501250").as_deref(),
            Some("12345 1.250 Kilograms None")
        );
        assert_eq!(
            told("221234614685").as_deref(),
            Some("1234 14685 Dong Some(true)")
        );
        assert_eq!(
            told("221234514685").as_deref(),
            Some("1234 14685 Dong Some(false)")
        );
        assert_eq!(told("231234501250"), None);
        assert_eq!(told("893123401250"), None);
        let guessed = |digits: &str| {
            let guesses = guesses(gtin(digits)).into_iter();
            let guesses = guesses.map(|guess| format!("{} {} {}", guess.item, guess.value, guess.is_checked));
            guesses.collect::<Vec<_>>()
        };
        assert_eq!(guessed("231234501250"), ["12345 01250 false"]);
        assert_eq!(guessed("231234614685"), ["1234 14685 true", "12346 14685 false"]);
        assert_eq!(guessed("231234592875"), ["12345 2875 true", "12345 92875 false"]);
        assert_eq!(guessed("893123401250"), [""; 0]);
    }
}
