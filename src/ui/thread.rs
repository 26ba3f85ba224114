//! The woven thread: the steps of the journey in the order of time, and the shopper's scan as the last stop.

use super::context::use_lang;
use super::icon::Icon;
use super::sensor_chart::SensorChart;
use super::source::SourceLine;
use crate::journey::temperature::Range;
use crate::journey::{Journey, Process, Step};
use crate::words::measure::{machine_date, machine_time};
use crate::words::{Lang, Text};
use leptos::prelude::*;
use time::Date;

/// The steps of a journey as a list. Empty when no step is known: the gaps say so.
#[component]
pub fn Thread(mut journey: Journey) -> impl IntoView {
    let lang = use_lang();
    let words = lang.journey_page();
    if journey.steps.is_empty() {
        return None;
    }
    name_each_party_once(&mut journey.steps);
    let range = journey
        .product
        .as_ref()
        .and_then(|product| product.storage_range_c);
    let by = journey.steps.first().map(|step| step.by.clone());
    let product_by = journey.product.as_ref().map(|product| product.by.clone());
    let other_source = by.filter(|by| Some(by) != product_by.as_ref());
    Some(view! {
        <section class="section">
            <h2>{words.journey}</h2>
            <ol class="thread" aria-label=words.journey>
                {journey.steps.into_iter().map(|step| view! { <Stop step range /> }).collect_view()}
                <YourScan today=journey.today />
            </ol>
            {other_source.map(|by| view! { <SourceLine by /> })}
        </section>
    })
}

/// One step.
#[component]
fn Stop(step: Step, range: Option<Range>) -> impl IntoView {
    let lang = use_lang();
    let proven = !step.certificates.is_empty();
    let withdrawn = step.voided.clone();
    let is_withdrawn = withdrawn.is_some();
    let (word, icon) = process(step.process);
    let title = step.title.clone();
    let time = step.time;
    view! {
        <li data-process=word class:proof=proven class:withdrawn=is_withdrawn>
            <span class="dot"><Icon name=icon /></span>
            <div>
                <b>{title.in_lang(lang).to_owned()}</b>
                " "
                <time datetime=machine_time(time)>{lang.date_time(time)}</time>
                {withdrawn.map(|reason| view! {
                    <p class="notice" data-kind="warn">{reason.in_lang(lang).to_owned()}</p>
                })}
                <StopDetails step range />
            </div>
        </li>
    }
}

/// Place, party, amounts, notes and papers of a step.
#[component]
fn StopDetails(step: Step, range: Option<Range>) -> impl IntoView {
    let lang = use_lang();
    let lines = move |texts: Vec<Text>, class: &'static str| {
        texts
            .into_iter()
            .map(|text| view! { <p class=class>{text.in_lang(lang).to_owned()}</p> })
            .collect_view()
    };
    let place = step.clone();
    view! {
        <p>{whereabouts(&place, lang)}</p>
        <Amounts inputs=step.inputs outputs=step.outputs />
        {lines(step.sensors, "sensors")}
        <SensorChart readings=step.temperatures range />
        {lines(step.notes, "note")}
        {step.certificates.into_iter().map(|certificate| view! {
            <span class="chip good">
                <Icon name="badge-check" />
                {certificate.title.in_lang(lang).to_owned()}
            </span>
        }).collect_view()}
    }
}

/// What went in and what came out.
#[component]
fn Amounts(inputs: Vec<Text>, outputs: Vec<Text>) -> impl IntoView {
    let lang = use_lang();
    if inputs.is_empty() && outputs.is_empty() {
        return None;
    }
    let both = !inputs.is_empty() && !outputs.is_empty();
    let join = move |texts: &[Text]| {
        texts
            .iter()
            .map(|text| text.in_lang(lang))
            .collect::<Vec<_>>()
            .join(" + ")
    };
    Some(view! {
        <p class="amounts">
            {join(&inputs)}
            {both.then(|| view! { " " <Icon name="arrow-right" /> " " })}
            {join(&outputs)}
        </p>
    })
}

/// The last stop.
#[component]
fn YourScan(today: Date) -> impl IntoView {
    let lang = use_lang();
    let words = lang.journey_page();
    view! {
        <li class="you">
            <span class="dot"><Icon name="hand" /></span>
            <div>
                <b>{words.your_scan}</b>
                " "
                <time datetime=machine_date(today)>{lang.date(today)}</time>
                <p>{words.your_scan_note}</p>
            </div>
        </li>
    }
}

/// Names a party only where it takes over from another: the same name on every step tells nothing.
fn name_each_party_once(steps: &mut [Step]) {
    let mut last = None;
    for step in steps {
        let party = step.party.clone();
        if party == last {
            step.party = None;
        }
        last = party.or(last);
    }
}

/// Place, area, height and party in one line, each once.
fn whereabouts(step: &Step, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    let party = step.party.as_ref().map(|party| party.in_lang(lang).to_owned());
    let height = step.altitude_m.map(|metres| lang.whole_metres(metres));
    let place = step.place.as_ref().map(|place| place.in_lang(lang).to_owned());
    for part in [place, step.area.clone(), height, party].into_iter().flatten() {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(" · ")
}

/// The `data-process` word and the icon of a process.
fn process(process: Process) -> (&'static str, &'static str) {
    match process {
        Process::Harvest => ("harvest", "leaf"),
        Process::Purchase => ("purchase", "handshake"),
        Process::Make => ("make", "flame"),
        Process::Test => ("test", "microscope"),
        Process::Pack => ("pack", "package"),
        Process::Ship => ("ship", "truck"),
        Process::Receive => ("receive", "warehouse"),
        Process::Sensor => ("sensor", "thermometer"),
        Process::Display => ("display", "store"),
        Process::Sell => ("sell", "shopping-bag"),
        Process::Withdraw => ("withdraw", "ban"),
        Process::Other => ("other", "circle-dot"),
    }
}
