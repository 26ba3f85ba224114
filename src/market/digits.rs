//! The digits of a damaged code: which numbers may be meant.

use super::likeness::Slips;

/// Fewer digits than this would match everything.
const FEWEST: usize = 3;

/// From so many digits on, some of them may be illegible between two groups.
const FEWEST_WITH_GAP: usize = 4;

/// From so many digits on, one of them may be misread.
const FEWEST_WITH_SLIP: usize = 5;

/// How a number answers some digits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digits {
    /// It ends with them: the end tells goods of one producer apart.
    End,
    /// They stand together in it.
    Together,
    /// They stand in it but for what is illegible between two groups.
    Gap,
    /// They stand in it but for one misread digit.
    Misread,
}

/// How the number `gtin` answers digits that were written in `groups`, as they stand under bars or around an illegible place.
pub(super) fn digits(gtin: &str, groups: &[String], slips: Slips) -> Option<Digits> {
    let joined = groups.concat();
    if joined.len() < FEWEST {
        None
    } else if gtin.ends_with(&joined) {
        Some(Digits::End)
    } else if gtin.contains(&joined) {
        Some(Digits::Together)
    } else if slips == Slips::Kept {
        None
    } else if has_gap(gtin, groups) {
        Some(Digits::Gap)
    } else {
        has_slip(gtin, &joined).then_some(Digits::Misread)
    }
}

/// Whether several groups stand in the number one after another.
fn has_gap(gtin: &str, groups: &[String]) -> bool {
    let all: usize = groups.iter().map(String::len).sum();
    let mut rest = Some(gtin);
    for group in groups {
        rest = rest
            .and_then(|rest| rest.split_once(group.as_str()))
            .map(|(_, after)| after);
    }
    groups.len() > 1 && all >= FEWEST_WITH_GAP && rest.is_some()
}

/// Whether the digits stand in the number but for one.
fn has_slip(gtin: &str, joined: &str) -> bool {
    let windows = gtin.as_bytes().windows(joined.len());
    let wrong = |window: &[u8]| {
        window
            .iter()
            .zip(joined.as_bytes())
            .filter(|(a, b)| a != b)
            .count()
    };
    joined.len() >= FEWEST_WITH_SLIP && { windows }.any(|window| wrong(window) == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_found_together_around_a_gap_and_with_one_misread() {
        for (written, kept, forgiven) in [
            ("0018", Some(Digits::End), Some(Digits::End)),
            ("9 528060 010018", Some(Digits::End), Some(Digits::End)),
            ("80600", Some(Digits::Together), Some(Digits::Together)),
            ("952806 0018", None, Some(Digits::Gap)),
            ("0018 952806", None, None),
            ("9528061010018", None, Some(Digits::Misread)),
            ("9528061110018", None, None),
            ("8061", None, None),
            ("18", None, None),
            ("", None, None),
        ] {
            let groups: Vec<String> = written.split_whitespace().map(str::to_owned).collect();
            let found = [Slips::Kept, Slips::Forgiven].map(|slips| digits("09528060010018", &groups, slips));
            assert_eq!(found, [kept, forgiven], "{written:?}");
        }
    }
}
