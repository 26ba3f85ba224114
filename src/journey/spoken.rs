//! The journey as passages to be read aloud, each tied to the part of the page that it tells of.

use super::{Journey, Process, Step, Verdict};
use crate::words::Lang;

/// The longest sentence in letters: some browsers fall silent after 15 seconds of one utterance.
const LONGEST: usize = 180;

/// What a passage tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The verdict.
    Verdict,
    /// The step with this place in the list, counted from 0.
    Step(usize),
}

/// One part of the page as it is read aloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it tells of.
    pub part: Part,
    /// The name of the recorded clip that may stand for it: `verdict-ok`, `stage-harvest`, `ask-seller`.
    pub clip: &'static str,
    /// Its sentences. Empty where another passage says it already and only a clip is worth hearing.
    pub sentences: Vec<String>,
}

/// Every clip that a language pack may hold.
pub const CLIPS: [&str; 17] = [
    "verdict-ok",
    "verdict-warn",
    "verdict-stop",
    "verdict-unknown",
    "stage-harvest",
    "stage-purchase",
    "stage-make",
    "stage-test",
    "stage-pack",
    "stage-ship",
    "stage-receive",
    "stage-sensor",
    "stage-display",
    "stage-sell",
    "stage-withdraw",
    "stage-other",
    "ask-seller",
];

/// The verdict, the steps in their order, and the advice where the verdict is not green.
pub fn passages(journey: &Journey, lang: Lang) -> Vec<Passage> {
    let verdict = format!(
        "{}. {}",
        journey.headline.in_lang(lang),
        journey.summary.in_lang(lang)
    );
    let advice = (journey.verdict != Verdict::Ok).then(|| advice(&verdict, lang));
    let first = Passage {
        part: Part::Verdict,
        clip: of_verdict(journey.verdict),
        sentences: sentences(&verdict),
    };
    let steps = journey.steps.iter().enumerate();
    let steps = steps.map(|(index, step)| of_step(index, step, lang));
    std::iter::once(first).chain(steps).chain(advice).collect()
}

fn of_step(index: usize, step: &Step, lang: Lang) -> Passage {
    let mut text = format!(
        "{} {}: {}. {}",
        lang.spoken().step,
        index + 1,
        step.title.in_lang(lang),
        lang.date(step.time.date())
    );
    let place = step.place.as_ref().map(|place| place.in_lang(lang));
    for part in [place, step.area.as_deref()].into_iter().flatten() {
        text.push_str(", ");
        text.push_str(part);
    }
    text.push('.');
    if let Some(withdrawn) = &step.voided {
        text.push(' ');
        text.push_str(withdrawn.in_lang(lang));
    }
    Passage {
        part: Part::Step(index),
        clip: of_process(step.process),
        sentences: sentences(&text),
    }
}

/// What to do, said once: the summary may have said it.
fn advice(said: &str, lang: Lang) -> Passage {
    let words = lang.spoken().ask_seller;
    let is_said = said.contains(words.trim_end_matches('.'));
    Passage {
        part: Part::Verdict,
        clip: "ask-seller",
        sentences: if is_said {
            Vec::new()
        } else {
            vec![words.to_owned()]
        },
    }
}

fn of_verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => "verdict-ok",
        Verdict::Warn => "verdict-warn",
        Verdict::Stop => "verdict-stop",
        Verdict::Unknown => "verdict-unknown",
    }
}

fn of_process(process: Process) -> &'static str {
    match process {
        Process::Harvest => "stage-harvest",
        Process::Purchase => "stage-purchase",
        Process::Make => "stage-make",
        Process::Test => "stage-test",
        Process::Pack => "stage-pack",
        Process::Ship => "stage-ship",
        Process::Receive => "stage-receive",
        Process::Sensor => "stage-sensor",
        Process::Display => "stage-display",
        Process::Sell => "stage-sell",
        Process::Withdraw => "stage-withdraw",
        Process::Other => "stage-other",
    }
}

/// A text in its sentences, none longer than one utterance may be.
fn sentences(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut sentence = String::new();
    for word in text.split_whitespace() {
        if !sentence.is_empty() && sentence.chars().count() + word.chars().count() >= LONGEST {
            found.push(std::mem::take(&mut sentence));
        }
        if !sentence.is_empty() {
            sentence.push(' ');
        }
        sentence.push_str(word);
        if word.ends_with(['.', '!', '?', '…']) {
            found.push(std::mem::take(&mut sentence));
        }
    }
    if !sentence.is_empty() {
        found.push(sentence);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_its_sentences_and_numbers_stay_whole() {
        let check = |text: &str, expected: &[&str]| assert_eq!(sentences(text), expected, "{text}");
        check("", &[]);
        check("Chưa thấy điểm bất thường", &["Chưa thấy điểm bất thường"]);
        check(
            "14 chặng. Đạt 1.450,5 kg! Còn gì?",
            &["14 chặng.", "Đạt 1.450,5 kg!", "Còn gì?"],
        );
    }

    #[test]
    fn no_utterance_is_longer_than_browsers_can_bear() {
        let long = "một chặng rất dài, ".repeat(60);
        let cut = sentences(&long);
        assert!(cut.len() > 5);
        assert!(cut.iter().all(|sentence| sentence.chars().count() <= LONGEST));
        assert_eq!(cut.join(" "), long.trim());
    }
}
