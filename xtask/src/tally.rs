//! What passed and what failed.

use std::fmt;

/// How many tests and checks passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
}

impl Tally {
    /// The tally of a thing that counts as one.
    pub fn of_one(passed: bool) -> Self {
        Self {
            passed: usize::from(passed),
            failed: usize::from(!passed),
        }
    }

    /// Reads a result line of a test program, Rust's or Node's; `None` for any other line.
    pub fn read(line: &str) -> Option<Self> {
        if let Some(passed) = line.strip_prefix("# pass ") {
            let passed = passed.parse().ok()?;
            return Some(Self { passed, failed: 0 });
        }
        if let Some(failed) = line.strip_prefix("# fail ") {
            let failed = failed.parse().ok()?;
            return Some(Self { passed: 0, failed });
        }
        let (_, counts) = line.split_once("test result:")?;
        Some(Self {
            passed: number_before(counts, " passed")?,
            failed: number_before(counts, " failed")?,
        })
    }

    /// Adds the counts of another tally.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn number_before(text: &str, word: &str) -> Option<usize> {
    let (before, _) = text.split_once(word)?;
    before.rsplit(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_result_lines_are_counted() {
        check(
            "test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured",
            Some((12, 0)),
        );
        check("test result: FAILED. 1 passed; 2 failed; 0 ignored", Some((1, 2)));
        check(
            "test result: \u{1b}[32mok\u{1b}[0m. 4 passed; 0 failed",
            Some((4, 0)),
        );
        check("# pass 6", Some((6, 0)));
        check("# fail 2", Some((0, 2)));
        check("# tests 8", None);
        check("test gtin::a_test_that_passed ... ok", None);
        check("3 passed, 1 failed", None);
    }

    fn check(line: &str, expected: Option<(usize, usize)>) {
        let expected = expected.map(|(passed, failed)| Tally { passed, failed });
        assert_eq!(Tally::read(line), expected, "{line}");
    }
}
