//! What telling the lots came to, lot by lot: the part of the open figures that only the journeys know.

use crate::journey::{Ground, Journey, Verdict};
use crate::market::figures::{AgeFigures, ElementFigures, Verdicts};
use std::collections::BTreeMap;

/// The groups of the ages of the latest step, in days; what is older makes one more.
const AGES: [u32; 4] = [7, 30, 90, 365];

/// Sums over lots. Two of them can be added, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The complete lots by the id of their product.
    pub complete: BTreeMap<String, u32>,
    /// What all checks came to.
    pub verdicts: Verdicts,
    /// Each data element, in the order of the law.
    pub elements: Vec<ElementFigures>,
    ages: [u32; AGES.len() + 1],
}

impl Tally {
    /// Counts one lot of `product` by its journey.
    pub fn add(&mut self, product: &str, told: &Journey) {
        if told.gaps.is_empty() {
            *self.complete.entry(product.to_owned()).or_default() += 1;
        }
        let verdict = match told.verdict {
            Verdict::Ok => &mut self.verdicts.ok,
            Verdict::Unknown => &mut self.verdicts.unknown,
            Verdict::Warn => &mut self.verdicts.warn,
            Verdict::Stop => &mut self.verdicts.stop,
        };
        *verdict += 1;
        self.add_elements(told);
        if let Some(lots) = age_group(told).and_then(|group| self.ages.get_mut(group)) {
            *lots += 1;
        }
    }

    /// Adds what was counted elsewhere.
    pub fn merge(&mut self, other: Tally) {
        for (product, lots) in other.complete {
            *self.complete.entry(product).or_default() += lots;
        }
        self.verdicts.ok += other.verdicts.ok;
        self.verdicts.unknown += other.verdicts.unknown;
        self.verdicts.warn += other.verdicts.warn;
        self.verdicts.stop += other.verdicts.stop;
        if self.elements.is_empty() {
            self.elements = other.elements;
        } else {
            for (mine, theirs) in self.elements.iter_mut().zip(&other.elements) {
                mine.shown += theirs.shown;
                mine.declared += theirs.declared;
                mine.missing += theirs.missing;
            }
        }
        for (mine, theirs) in self.ages.iter_mut().zip(other.ages) {
            *mine += theirs;
        }
    }

    /// The lots by the age of their latest step.
    pub fn ages(&self) -> Vec<AgeFigures> {
        let bounds = AGES.into_iter().map(Some).chain([None]);
        let groups = bounds.zip(self.ages);
        groups
            .map(|(up_to_days, lots)| AgeFigures { up_to_days, lots })
            .collect()
    }

    fn add_elements(&mut self, told: &Journey) {
        // OK because every journey has the same elements in the same order.
        let elements = &told.conformity.elements;
        if self.elements.is_empty() {
            self.elements = elements
                .iter()
                .map(|element| ElementFigures {
                    key: element.key.to_owned(),
                    name: element.name.clone(),
                    law: element.law.number().to_owned(),
                    required: element.required,
                    ..ElementFigures::default()
                })
                .collect();
        }
        for (figures, element) in self.elements.iter_mut().zip(elements) {
            let lots = match element.ground() {
                Ground::Shown => &mut figures.shown,
                Ground::Signed | Ground::Declared => &mut figures.declared,
                Ground::Missing => &mut figures.missing,
            };
            *lots += 1;
        }
    }
}

/// The group of the age of the latest step that stands; `None` without a step.
fn age_group(told: &Journey) -> Option<usize> {
    let steps = told.steps.iter().filter(|step| step.voided.is_none());
    let latest = steps.map(|step| step.time.date()).max()?;
    let days = (told.today - latest).whole_days();
    let group = AGES.iter().position(|most| days <= i64::from(*most));
    Some(group.unwrap_or(AGES.len()))
}
