//! How alike a written word and a word of the goods are: the same, a beginning, a part, or one slip of the finger apart.
//! Both are folded: small letters without diacritics.

/// How a word of the goods answers a written one, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// It is the word, or means the same.
    Same,
    /// It starts with the word.
    Start,
    /// The word stands inside it.
    Inside,
    /// It is the word but for one letter.
    Slip,
}

/// Whether one letter of a word may be wrong. Short Vietnamese words are one letter apart, `hồng` and `ong`, so that slips are
/// forgiven only where nothing is found as it was written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Slips {
    Kept,
    Forgiven,
}

/// How `found` answers `word`; `None` where it does not.
pub(super) fn likeness(found: &str, word: &str, slips: Slips) -> Option<Likeness> {
    if found == word || is_synonym(found, word) {
        Some(Likeness::Same)
    } else if found.starts_with(word) {
        Some(Likeness::Start)
    } else if slips == Slips::Forgiven && is_slip_of(found, word) {
        // Before the words that it stands inside of: where slips are forgiven, all that is found is a slip.
        Some(Likeness::Slip)
    } else {
        found.contains(word).then_some(Likeness::Inside)
    }
}

/// What people say for the same thing: `chè` and `trà`, `tẻ râu` and `tẻ dâu`.
/// It counts as a whole word only, or `chè` would find `trâu`.
fn is_synonym(found: &str, word: &str) -> bool {
    const SAME: [[&str; 2]; 2] = [["che", "tra"], ["rau", "dau"]];
    SAME.iter()
        .any(|same| same.contains(&found) && same.contains(&word))
}

/// Words shorter than this have no slips: too many others are one letter away.
const SHORTEST_WITH_SLIP: usize = 4;

/// Whether a word is what was written but for one letter: another one, one too many, one too few, or two changed about.
fn is_slip_of(found: &str, word: &str) -> bool {
    let (found, word) = (found.as_bytes(), word.as_bytes());
    if word.len() < SHORTEST_WITH_SLIP || found.len().abs_diff(word.len()) > 1 {
        return false;
    }
    let same = found.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (found, word) = (&found[same..], &word[same..]);
    match (found, word) {
        ([], _) | (_, []) => true, // OK because the lengths differ by one at most.
        ([_, found @ ..], [_, word @ ..]) if found == word => true,
        ([_, rest @ ..], word) if rest == word => true,
        (found, [_, rest @ ..]) if rest == found => true,
        ([a, b, found @ ..], [c, d, word @ ..]) => (a, b) == (d, c) && found == word,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_answers_in_the_best_of_its_ways() {
        for (found, word, kept, forgiven) in [
            ("shan", "shan", Some(Likeness::Same), Some(Likeness::Same)),
            ("che", "tra", Some(Likeness::Same), Some(Likeness::Same)),
            ("trau", "tra", Some(Likeness::Start), Some(Likeness::Start)),
            ("trau", "che", None, None),
            ("hong", "ong", Some(Likeness::Inside), Some(Likeness::Inside)),
            ("smoked", "smokad", None, Some(Likeness::Slip)),
            ("phong", "hong", Some(Likeness::Inside), Some(Likeness::Slip)),
            ("gao", "gqo", None, None),
            ("angelica", "angelcia", None, Some(Likeness::Slip)),
            ("angelica", "annglica", None, None),
            ("honey", "hony", None, Some(Likeness::Slip)),
            ("buffalo", "buffaloo", None, Some(Likeness::Slip)),
        ] {
            assert_eq!(likeness(found, word, Slips::Kept), kept, "{found} {word}");
            assert_eq!(likeness(found, word, Slips::Forgiven), forgiven, "{found} {word}");
        }
    }
}
