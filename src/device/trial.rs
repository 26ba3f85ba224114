//! Which of several lenses that seem alike sees near things sharply: tried in turn, by what the coach says of their pictures.

use super::lens::Lens;

/// A lens whose pictures stay blurred for so long, in milliseconds, gives way to the next. A shopper who was told to go
/// farther away has had the time to.
const PATIENCE_MS: f64 = 3000.0;

/// The trial of one run of the viewfinder: at most one turn through the lenses.
#[derive(Clone, Debug, Default)]
pub struct Trial {
    /// The ids of the lenses that were blurred or given; one that does not start is not given again.
    tried: Vec<String>,
    /// Since when the open one is blurred.
    since_ms: Option<f64>,
    over: bool,
}

impl Trial {
    /// Takes whether the next picture of the open lens is blurred, by any clock in milliseconds. Gives the lens to open
    /// instead: the next one of those alike, and when all were blurred, the first, for good.
    pub fn see(&mut self, blurred: bool, now_ms: f64, open: &Lens, alike: &[Lens]) -> Option<Lens> {
        if self.over || !blurred || alike.is_empty() {
            self.since_ms = None;
            return None;
        }
        let since_ms = *self.since_ms.get_or_insert(now_ms);
        if now_ms - since_ms < PATIENCE_MS {
            return None;
        }
        self.since_ms = None;
        self.tried.push(open.id.clone());
        let untried = alike.iter().find(|lens| !self.tried.contains(&lens.id));
        self.over = untried.is_none();
        let next = untried.or(alike.first()).filter(|lens| lens.id != open.id)?;
        self.tried.push(next.id.clone());
        Some(next.clone())
    }

    /// Ends it: the shopper has chosen a lens, or one has decoded.
    pub fn end(&mut self) {
        self.over = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lenses(count: usize) -> Vec<Lens> {
        let lens = |id: usize| Lens {
            id: id.to_string(),
            label: format!("camera2 {id}, facing back"),
        };
        (0..count).map(lens).collect()
    }

    /// Shows ten pictures a second for a minute, of lenses of which those in `sharp` see sharply, beginning with `open`.
    /// Gives the places of the lenses in the order in which they were opened.
    fn check(count: usize, open: usize, sharp: &[usize], expect: &[usize]) {
        let lenses = lenses(count);
        let (mut trial, mut open, mut opened) = (Trial::default(), open, Vec::new());
        for now in 0..600 {
            let blurred = !sharp.contains(&open);
            let next = trial.see(blurred, f64::from(now) * 100.0, &lenses[open], &lenses);
            if let Some(next) = next {
                open = next.id.parse().unwrap();
                opened.push(open);
            }
        }
        assert_eq!(opened, expect, "{sharp:?} of {count}");
    }

    #[test]
    fn a_lens_that_sees_sharply_stays() {
        check(3, 0, &[0], &[]);
        check(3, 2, &[2], &[]);
    }

    #[test]
    fn the_first_that_sees_sharply_is_found_and_stays() {
        check(3, 0, &[1, 2], &[1]);
        check(3, 0, &[2], &[1, 2]);
        check(3, 1, &[2], &[0, 2]);
    }

    #[test]
    fn where_none_sees_sharply_the_first_is_opened_for_good() {
        check(3, 0, &[], &[1, 2, 0]);
        check(2, 1, &[], &[0]);
        check(1, 0, &[], &[]);
    }

    #[test]
    fn only_a_picture_that_stays_blurred_counts() {
        let lenses = lenses(2);
        let mut trial = Trial::default();
        let mut see = |blurred, now_ms| trial.see(blurred, now_ms, &lenses[0], &lenses).is_some();
        assert!(!see(true, 0.0));
        assert!(!see(true, 2900.0));
        assert!(!see(false, 2950.0));
        assert!(!see(true, 3000.0));
        assert!(!see(true, 5900.0));
        assert!(see(true, 6000.0));
    }

    #[test]
    fn a_lens_that_does_not_start_is_asked_for_once() {
        let lenses = lenses(2);
        let mut trial = Trial::default();
        let mut see = |now_ms| trial.see(true, now_ms, &lenses[0], &lenses).map(|lens| lens.id);
        let given: Vec<String> = (0..100).filter_map(|now| see(f64::from(now) * 500.0)).collect();
        assert_eq!(given, ["1"]);
    }

    #[test]
    fn after_its_end_nothing_is_opened() {
        let lenses = lenses(2);
        let mut trial = Trial::default();
        trial.end();
        assert_eq!(trial.see(true, 0.0, &lenses[0], &lenses), None);
        assert_eq!(trial.see(true, 9000.0, &lenses[0], &lenses), None);
    }

    #[test]
    fn a_lens_that_stands_alone_is_never_left() {
        let mut trial = Trial::default();
        for now in 0..100 {
            assert_eq!(trial.see(true, f64::from(now) * 100.0, &lenses(1)[0], &[]), None);
        }
    }
}
