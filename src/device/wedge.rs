//! Bar code readers that type what they read, as those on a USB cable do (keyboard wedge): told from a person by their haste.

/// The longest pause between two keys of one code, in milliseconds: a busy computer holds some keys back.
const PAUSE_MS: f64 = 150.0;

/// All keys of a code together take no longer than this each, in milliseconds. Readers need 2 to 30; the fastest typists 80.
const KEY_MS: f64 = 50.0;

/// The shortest code that is believed: a number of six digits.
const FEWEST: usize = 6;

/// The longest: the largest QR code holds 7089 digits (ISO/IEC 18004).
const MOST: usize = 7089;

/// The separator of element strings, FNC1 as it is transmitted (GS1 General Specifications 7.8).
const SEPARATOR: char = '\u{1d}';

/// Gathers keys as they go down, and finds the codes among them.
#[derive(Clone, Debug, Default)]
pub struct Wedge {
    text: String,
    first_ms: f64,
    last_ms: f64,
}

impl Wedge {
    /// Takes the next key: what it types, or its name (`Enter`), whether Ctrl is held with it, and when it went down by any clock in
    /// milliseconds. Gives the code that it ends: as it was typed, with the symbology identifier (`]d2`) where the reader sends one.
    pub fn key(&mut self, key: &str, ctrl: bool, at_ms: f64) -> Option<String> {
        let mut letters = key.chars();
        match (key, ctrl) {
            ("Shift" | "Control" | "Alt" | "AltGraph" | "CapsLock", _) => {} // OK because they belong to the key that follows.
            // Readers that send control characters as such write the end of a line as Ctrl-M.
            ("Enter", _) | ("m" | "M", true) => return self.end(at_ms),
            ("]", true) => self.push(SEPARATOR, at_ms),
            _ => match (letters.next(), letters.next(), ctrl) {
                (Some(letter), None, false) => self.push(letter, at_ms),
                _ => self.text.clear(),
            },
        }
        None
    }

    fn push(&mut self, letter: char, at_ms: f64) {
        let is_pause = !(0.0..=PAUSE_MS).contains(&(at_ms - self.last_ms));
        if is_pause || self.text.len() >= MOST {
            self.text.clear();
        }
        if self.text.is_empty() {
            self.first_ms = at_ms;
        }
        self.last_ms = at_ms;
        self.text.push(letter);
    }

    fn end(&mut self, at_ms: f64) -> Option<String> {
        let text = std::mem::take(&mut self.text);
        let keys = text.chars().count();
        let in_haste = at_ms - self.first_ms <= KEY_MS * keys as f64; // OK because there are few keys.
        let is_pause = !(0.0..=PAUSE_MS).contains(&(at_ms - self.last_ms));
        (keys >= FEWEST && in_haste && !is_pause).then_some(text)
    }
}

/// What an American keyboard types with the key in this place (`KeyboardEvent.code`, UI Events). Readers type as if on one, whatever
/// layout is set: with the Vietnamese one of Windows their `1` arrives as `ă`.
pub fn american(code: &str, shift: bool) -> Option<char> {
    let (plain, shifted) = match code {
        "Minus" => ('-', '_'),
        "Equal" => ('=', '+'),
        "BracketLeft" => ('[', '{'),
        "BracketRight" => (']', '}'),
        "Backslash" => ('\\', '|'),
        "Semicolon" => (';', ':'),
        "Quote" => ('\'', '"'),
        "Backquote" => ('`', '~'),
        "Comma" => (',', '<'),
        "Period" => ('.', '>'),
        "Slash" => ('/', '?'),
        _ => letter_or_digit(code)?,
    };
    Some(if shift { shifted } else { plain })
}

fn letter_or_digit(code: &str) -> Option<(char, char)> {
    let last = code.chars().last()?;
    if code.strip_prefix("Key").is_some_and(|name| name.len() == 1) && last.is_ascii_uppercase() {
        return Some((last.to_ascii_lowercase(), last));
    }
    let digit = usize::try_from(last.to_digit(10)?).ok()?;
    match code.trim_end_matches(|char: char| char.is_ascii_digit()) {
        "Digit" => Some((last, ")!@#$%^&*(".chars().nth(digit)?)),
        "Numpad" => Some((last, last)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types a text with a pause in milliseconds between its keys, `^` being Ctrl-] and `\n` Enter; gives the codes found.
    fn typed(text: &str, pause_ms: f64) -> Vec<String> {
        let mut wedge = Wedge::default();
        let mut at_ms = 1000.0;
        let mut found = Vec::new();
        for letter in text.chars() {
            at_ms += pause_ms;
            found.extend(match letter {
                '^' => wedge.key("]", true, at_ms),
                '\n' => wedge.key("Enter", false, at_ms),
                letter => wedge.key(&letter.to_string(), false, at_ms),
            });
        }
        found
    }

    #[track_caller]
    fn check(text: &str, pause_ms: f64, expected: &[&str]) {
        assert_eq!(typed(text, pause_ms), expected, "{text:?} every {pause_ms} ms");
    }

    #[test]
    fn fast_keys_that_end_in_enter_are_a_code() {
        check("9528060010018\n", 4.0, &["9528060010018"]);
        check("9528060010018\n", 30.0, &["9528060010018"]);
        check("96385074\n9528060010018\n", 8.0, &["96385074", "9528060010018"]);
        check(
            "https://chophien.example/01/09528060010018\n",
            12.0,
            &["https://chophien.example/01/09528060010018"],
        );
    }

    #[test]
    fn separators_and_symbology_identifiers_come_through() {
        check(
            "]d2010952806001001810S260918^17280912\n",
            5.0,
            &["]d2010952806001001810S260918\u{1d}17280912"],
        );
        check("]E09528060010018\n", 5.0, &["]E09528060010018"]);
        check("^010952806001001810S1\n", 5.0, &["\u{1d}010952806001001810S1"]);
    }

    #[test]
    fn what_a_person_types_is_no_code() {
        check("9528060010018\n", 80.0, &[]);
        check("9528060010018\n", 400.0, &[]);
        check("12345\n", 4.0, &[]);
        check("\n\n", 4.0, &[]);
        check("9528060010018", 4.0, &[]);
    }

    #[test]
    fn a_person_who_typed_before_does_not_spoil_the_next_code() {
        let mut wedge = Wedge::default();
        assert_eq!(wedge.key("7", false, 0.0), None);
        for (place, letter) in "9528060010018".chars().enumerate() {
            assert_eq!(
                wedge.key(&letter.to_string(), false, 5000.0 + place as f64 * 6.0),
                None
            );
        }
        assert_eq!(
            wedge.key("Enter", false, 5090.0).as_deref(),
            Some("9528060010018")
        );
        assert_eq!(wedge.key("Enter", false, 5092.0), None, "it is told once");
    }

    #[test]
    fn one_key_that_comes_late_does_no_harm() {
        let mut wedge = Wedge::default();
        let mut at_ms = 0.0;
        for (place, letter) in "9528060010018".chars().enumerate() {
            at_ms += if place == 5 { 140.0 } else { 6.0 };
            wedge.key(&letter.to_string(), false, at_ms);
        }
        let code = wedge.key("Enter", false, at_ms + 6.0);
        assert_eq!(code.as_deref(), Some("9528060010018"));
    }

    #[test]
    fn keys_that_are_held_with_others_pass_and_all_others_begin_anew() {
        let row = |between: &str, ctrl: bool| {
            let mut wedge = Wedge::default();
            for letter in ["9", "5", "2", "8"] {
                wedge.key(letter, false, 1.0);
            }
            wedge.key(between, ctrl, 1.0);
            for letter in ["0", "6", "0", "0", "1", "0"] {
                wedge.key(letter, false, 2.0);
            }
            wedge.key("Enter", false, 3.0)
        };
        for (between, ctrl, expected) in [
            ("Shift", false, "9528060010"),
            ("Control", true, "9528060010"),
            ("Backspace", false, "060010"),
            ("Escape", false, "060010"),
            ("a", true, "060010"),
        ] {
            assert_eq!(row(between, ctrl).as_deref(), Some(expected), "{between}");
        }
    }

    #[test]
    fn a_clock_that_goes_back_begins_anew() {
        let mut wedge = Wedge::default();
        for (letter, at_ms) in [("1", 900.0), ("2", 905.0), ("3", 10.0), ("4", 12.0)] {
            wedge.key(letter, false, at_ms);
        }
        assert_eq!(wedge.key("Enter", false, 14.0), None);
    }

    #[test]
    fn places_of_keys_are_read_as_on_an_american_keyboard() {
        for (code, shift, expected) in [
            ("Digit1", false, Some('1')),
            ("Digit0", true, Some(')')),
            ("KeyA", false, Some('a')),
            ("KeyS", true, Some('S')),
            ("Numpad7", false, Some('7')),
            ("BracketRight", false, Some(']')),
            ("Semicolon", true, Some(':')),
            ("Slash", false, Some('/')),
            ("Enter", false, None),
            ("F1", false, None),
            ("Key", false, None),
            ("", false, None),
        ] {
            assert_eq!(american(code, shift), expected, "{code} {shift}");
        }
    }
}
