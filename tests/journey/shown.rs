//! A journey as plain lines, one for each step, and the approved lines it is compared with.

use cho_phien::journey::{Branch, Journey, Step};
use cho_phien::words::{Lang, Text};
use std::fmt::Write;

/// The journey as lines in one language.
pub fn shown(journey: &Journey, lang: Lang) -> String {
    let mut lines = String::new();
    let mut line = |text: String| writeln!(lines, "{text}").unwrap();
    line(format!(
        "{} · {}",
        journey.verdict.word(),
        journey.headline.in_lang(lang)
    ));
    line(journey.summary.in_lang(lang).to_owned());
    for step in &journey.steps {
        line(format!("- {}", step_line(step, lang)));
    }
    for join in &journey.joins {
        let branches: Vec<String> = join
            .branches
            .iter()
            .map(|branch| branch_line(branch, lang))
            .collect();
        line(format!("step {} joins: {}", join.step + 1, branches.join(" + ")));
    }
    for gap in &journey.gaps {
        line(format!("gap: {}", gap.in_lang(lang)));
    }
    for check in &journey.checks {
        let flag = check.flag.map(|flag| format!(" [{flag}]")).unwrap_or_default();
        let sentence = check.sentence.in_lang(lang);
        line(format!(
            "{} {}{flag}: {sentence}",
            check.rule,
            check.verdict.word()
        ));
    }
    for element in &journey.conformity.elements {
        let by = element
            .by
            .as_ref()
            .map(|by| format!(" ({})", by.name.in_lang(lang)));
        let words = [element.name.in_lang(lang), element.value.in_lang(lang)];
        line(format!(
            "{} {}: {} = {}{}",
            element.law.number(),
            element.proof.word(),
            words[0],
            words[1],
            by.unwrap_or_default()
        ));
    }
    let standards = journey.conformity.standards.iter();
    let standards: Vec<&str> = standards.map(|standard| standard.number).collect();
    line(standards.join(", "));
    lines
}

/// What flowed into a step, by which steps it came, and where it leads.
fn branch_line(branch: &Branch, lang: Lang) -> String {
    let steps: Vec<String> = branch.steps.iter().map(|step| (step + 1).to_string()).collect();
    let maker = branch.maker.as_ref();
    let maker = maker.map(|(name, gln)| format!(" of {} /417/{gln}", name.in_lang(lang)));
    let page = branch.page.as_ref().map(|page| format!(" at {page}"));
    let what = branch.what.in_lang(lang);
    let (maker, page) = (maker.unwrap_or_default(), page.unwrap_or_default());
    format!("{what} [{}]{maker}{page}", steps.join(" "))
}

/// Compares with `tests/data/journey/{name}.txt`; with `APPROVE=1` in the environment writes that file instead.
pub fn check(name: &str, found: &str) {
    let path = format!("{}/tests/data/journey/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("APPROVE").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let approved = std::fs::read_to_string(&path).unwrap_or_default();
    for (number, (found, approved)) in found.lines().zip(approved.lines()).enumerate() {
        assert_eq!(found, approved, "{name}, line {}", number + 1);
    }
    assert_eq!(
        found.lines().count(),
        approved.lines().count(),
        "{name}: number of lines"
    );
}

fn step_line(step: &Step, lang: Lang) -> String {
    let altitude = step.altitude_m.map(|metres| format!("{metres} m"));
    let parts = [
        Some(format!(
            "{} {:?} {}",
            moment(step),
            step.process,
            step.title.in_lang(lang)
        )),
        step.place.as_ref().map(|place| place.in_lang(lang).to_owned()),
        step.area.clone(),
        altitude,
        step.party.as_ref().map(|party| party.in_lang(lang).to_owned()),
        Some(flow(step, lang)),
        totals(step, lang),
        step.state.as_ref().map(|state| state.in_lang(lang).to_owned()),
        Some(list(&step.documents, lang)),
        Some(list(&step.sensors, lang)),
        Some(list(&step.notes, lang)),
        Some(certificates(step, lang)),
        step.voided.as_ref().map(|reason| reason.in_lang(lang).to_owned()),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" | ")
}

fn moment(step: &Step) -> String {
    let time = step.time;
    format!(
        "{} {:02}:{:02} {}",
        time.date(),
        time.hour(),
        time.minute(),
        time.offset()
    )
}

fn flow(step: &Step, lang: Lang) -> String {
    let (inputs, outputs) = (list(&step.inputs, lang), list(&step.outputs, lang));
    if outputs.is_empty() {
        return inputs;
    }
    format!("{inputs} → {outputs}").trim_start().to_owned()
}

/// What went in and came out in all, and how much of it that is.
fn totals(step: &Step, lang: Lang) -> Option<String> {
    let (total_in, total_out) = (step.total_in.as_ref()?, step.total_out.as_ref()?);
    let part = step.yield_percent.map(|part| format!(", {part} %"));
    let (total_in, total_out) = (total_in.in_lang(lang), total_out.in_lang(lang));
    Some(format!("[{total_in} → {total_out}{}]", part.unwrap_or_default()))
}

fn certificates(step: &Step, lang: Lang) -> String {
    let titles: Vec<Text> = step
        .certificates
        .iter()
        .map(|known| known.title.clone())
        .collect();
    list(&titles, lang)
}

fn list(texts: &[Text], lang: Lang) -> String {
    let texts: Vec<&str> = texts.iter().map(|text| text.in_lang(lang)).collect();
    texts.join("; ")
}
