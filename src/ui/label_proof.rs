//! The proof of a label in its workshop: what the standards say of it, and whether the scanner reads it.

use super::context::use_lang;
use super::icon::Icon;
use super::label_form::Made;
use super::notice::{Kind, Notice};
use crate::browser::scanner::Scanner;
use crate::label::Finding;
use crate::label::lint::lint;
use crate::label::self_scan::{Unread, pictures, unread};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is made of the fields: a label, or what is in its way.
pub type Making = Memo<Result<Made, Finding>>;

/// How the reading of a label came out.
#[derive(Clone, Debug, PartialEq)]
pub enum Proof {
    /// It is under way.
    Reading,
    /// Every code was read at every level.
    Read,
    /// These were not.
    Unread(Vec<Unread>),
    /// The scanner did not answer.
    NotTried,
}

/// Has every label read that is made, the newest at last. Only [`Proof::Read`] lets it be printed.
pub fn prove(making: Making) -> Signal<Option<Proof>> {
    let proof = RwSignal::new(None);
    let scanner = StoredValue::new_local(std::rc::Rc::new(Scanner::start(|_| {})));
    let latest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let mine = latest.get_value().wrapping_add(1);
        latest.set_value(mine);
        let Ok(made) = making.get() else {
            return proof.set(None);
        };
        proof.set(Some(Proof::Reading));
        let scanner = scanner.get_value();
        spawn_local(async move {
            // OK to let go what came of a label that was changed meanwhile, or whose page was left.
            let is_due = || latest.try_get_value() == Some(mine);
            let found = read(&made, &scanner, is_due).await;
            if is_due() {
                proof.set(Some(found));
            }
        });
    });
    proof.into()
}

async fn read(made: &Made, scanner: &Scanner, is_due: impl Fn() -> bool) -> Proof {
    let mut missing = Vec::new();
    for (level, picture) in pictures(&made.sticker).enumerate() {
        if !is_due() {
            return Proof::Reading;
        }
        let Ok(reading) = scanner.picture(&picture.luma, picture.width).await else {
            return Proof::NotTried;
        };
        missing.extend(unread(&made.sticker, level, &reading.symbols));
    }
    match missing.is_empty() {
        true => Proof::Read,
        false => Proof::Unread(missing),
    }
}

/// What the standards say, and what the scanner read.
#[component]
pub fn LabelProof(making: Making, proof: Signal<Option<Proof>>) -> impl IntoView {
    let words = use_lang().labels();
    let lints = Memo::new(move |_| match &*making.read() {
        Ok(made) => lint(&made.design, &made.sticker),
        Err(finding) => vec![finding.clone()],
    });
    view! {
        <section class="section">
            <h2>{words.lint}</h2>
            {move || view! { <Lints findings=lints.get() /> }}
        </section>
        {move || proof.get().map(|proof| view! {
            <section class="section">
                <h2>{words.self_scan}</h2>
                <Told proof />
            </section>
        })}
    }
}

#[component]
fn Lints(findings: Vec<Finding>) -> impl IntoView {
    let lang = use_lang();
    if findings.is_empty() {
        return view! { <p class="fine"><Icon name="badge-check" />{lang.labels().fine}</p> }.into_any();
    }
    let lines = findings.into_iter().map(|finding| {
        let (icon, kind) = if finding.stops() {
            ("octagon-x", "stop")
        } else {
            ("triangle-alert", "warn")
        };
        view! { <li data-kind=kind><Icon name=icon />{finding.sentence(lang)}</li> }
    });
    view! { <ul class="lints">{lines.collect_view()}</ul> }.into_any()
}

#[component]
fn Told(proof: Proof) -> impl IntoView {
    let lang = use_lang();
    let words = lang.labels();
    let (kind, sentences) = match proof {
        Proof::Reading => (Kind::Info, vec![words.reading.to_owned()]),
        Proof::Read => (Kind::Info, vec![words.all_read.to_owned()]),
        Proof::NotTried => (Kind::Warn, vec![words.not_tried.to_owned()]),
        Proof::Unread(missing) => (
            Kind::Warn,
            missing.into_iter().map(|unread| unread.sentence(lang)).collect(),
        ),
    };
    sentences
        .into_iter()
        .map(|text| view! { <Notice kind text /> })
        .collect_view()
}
