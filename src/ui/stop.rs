//! One step of the journey: its pictogram, what happened, when, where, by whom, and how much became of how much.

use super::context::use_lang;
use super::fold::Fold;
use super::icon::Icon;
use super::sensor_chart::SensorChart;
use super::stop_details::StopDetails;
use crate::journey::{Join, Journey, Process, Step};
use crate::words::measure::machine_time;
use crate::words::{Lang, Text};
use leptos::prelude::*;
use std::sync::Arc;

/// From so many percent on, all that went in came out.
const ALL: f64 = 99.95;

/// How a step that only one source of a batch took stands to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strand {
    /// Which source, from 1.
    pub number: usize,
    /// Whether its steps begin here, or go on after those of another source.
    pub begins: bool,
    /// Whether it stands beside the steps of the other sources.
    pub beside: bool,
}

/// The step with this place in the journey.
#[component]
pub fn Stop(
    journey: Arc<Journey>,
    index: usize,
    strand: Option<Strand>,
    /// Whether it is drawn after the page.
    later: bool,
    /// Whether paper goes without it.
    unprinted: bool,
) -> impl IntoView {
    let lang = use_lang();
    let step = journey.steps.get(index)?;
    let join = journey.joins.iter().find(|join| join.step == index);
    let more = journey.clone();
    let product = journey.product.as_ref().filter(|_| step.is_judged);
    let stated = product.and_then(|product| Some((product.storage_range_c?, product.by.clone())));
    let summary = lang.journey_story().details.into_any();
    Some(view! {
        <li
            id=format!("step-{}", index + 1)
            data-process=process(step.process)
            class:proof=!step.certificates.is_empty()
            class:withdrawn=step.voided.is_some()
            class:strand=strand.is_some()
            class:beside=strand.is_some_and(|strand| strand.beside)
            class:later=later
            class:unprinted=unprinted
        >
            <span class="dot" data-number=index + 1><Icon name=pictogram(step) /></span>
            <div>
                {strand.filter(|strand| strand.begins).map(|strand| {
                    let name = lang.journey_story().branch.replace("{n}", &strand.number.to_string());
                    view! { <p class="source-name">{name}</p> }
                })}
                <b>{step.title.in_lang(lang).to_owned()}</b>
                " "
                <time datetime=machine_time(step.time)>{lang.date_time(step.time)}</time>
                {withdrawn(step, lang)}
                {whereabouts(&journey, index, lang)}
                {join.map(|join| view! { <Joined join=join.clone() /> })}
                {amounts(step, lang)}
                {marks(step, lang)}
                <SensorChart readings=step.temperatures.clone() stated />
                <Fold class="more" summary>
                    <StopDetails journey=more.clone() index />
                </Fold>
            </div>
        </li>
    })
}

/// Why a step counts for nothing, and what was said where goods were held back.
fn withdrawn(step: &Step, lang: Lang) -> AnyView {
    let notes = step.notes.iter().filter(|_| step.process == Process::Withdraw);
    let sentences = step.voided.iter().chain(notes);
    sentences
        .map(|text| view! { <p class="notice" data-kind="warn">{text.in_lang(lang).to_owned()}</p> })
        .collect_view()
        .into_any()
}

/// Place, area and height, and who, where that is somebody else than before: the same name on every step tells nothing.
fn whereabouts(journey: &Journey, index: usize, lang: Lang) -> Option<AnyView> {
    let step = journey.steps.get(index)?;
    let before = journey.steps.get(..index)?;
    let stays = before.last().is_some_and(|last| last.place == step.place);
    let last_party = before.iter().rev().find_map(|step| step.party.as_ref());
    let party = step.party.as_ref().filter(|party| Some(*party) != last_party);
    let producer = journey
        .product
        .as_ref()
        .and_then(|product| product.producer.as_ref());
    let own = producer.and_then(|producer| producer.gln.as_ref());
    let gln = step.party_gln.clone().filter(|gln| Some(gln) != own);
    let place = place(step, stays, lang);
    let view = view! {
        {(!place.is_empty()).then(|| view! { <p>{place}</p> })}
        {party.map(|party| view! { <p class="party"><Party name=party.clone() gln /></p> })}
    };
    Some(view.into_any())
}

/// Who: a link to the page of another producer, whom the page does not name elsewhere.
#[component]
pub fn Party(name: Text, gln: Option<String>) -> impl IntoView {
    let name = name.in_lang(use_lang()).to_owned();
    match gln {
        Some(gln) => view! { <a href=format!("/417/{gln}")>{name}</a> }.into_any(),
        None => view! { {name} }.into_any(),
    }
}

/// The sources that become one here: how much of each, by whom, and the way to its own journey.
#[component]
fn Joined(join: Join) -> impl IntoView {
    let lang = use_lang();
    let words = lang.journey_story();
    let head = words.joined.replace("{n}", &join.branches.len().to_string());
    view! {
        <div class="joined">
            <p><Icon name="merge" />{head}</p>
            <ul>
                {join.branches.into_iter().map(|branch| view! {
                    <li>
                        {branch.what.in_lang(lang).to_owned()}
                        {branch.maker.map(|(name, gln)| view! {
                            " " {words.made_by} " " <Party name gln=Some(gln) />
                        })}
                        {branch.page.map(|page| view! { " · " <a href=page>{words.own_journey}</a> })}
                    </li>
                }).collect_view()}
            </ul>
        </div>
    }
}

/// How much went in and came out; the names of the things stand in the details.
fn amounts(step: &Step, lang: Lang) -> Option<AnyView> {
    let both = !step.inputs.is_empty() && !step.outputs.is_empty();
    let side = |total: &Option<Text>, texts: &[Text]| match total {
        Some(total) if both => total.in_lang(lang).to_owned(),
        _ => {
            let texts: Vec<&str> = texts.iter().map(|text| text.in_lang(lang)).collect();
            texts.join(" + ")
        }
    };
    let went_in = side(&step.total_in, &step.inputs);
    let came_out = side(&step.total_out, &step.outputs);
    if went_in.is_empty() && came_out.is_empty() {
        return None;
    }
    // All of it needs no figure.
    let is_part = |part: &f64| both && *part < ALL;
    let part = step.yield_percent.filter(is_part).map(|part| {
        let part = lang.decimal(part);
        view! { " " <small>{lang.journey_story().part.replace("{n}", &part)}</small> }
    });
    let view = view! {
        <p class="amounts">
            {went_in}
            {both.then(|| view! { " " <Icon name="arrow-right" /> " " })}
            {came_out}
            {part}
        </p>
    };
    Some(view.into_any())
}

/// What was measured, and which papers there are.
fn marks(step: &Step, lang: Lang) -> AnyView {
    let sensors = step.sensors.iter().map(|text| {
        view! { <p class="sensors"><Icon name="thermometer" />{text.in_lang(lang).to_owned()}</p> }
    });
    let papers = step.certificates.iter().map(|paper| {
        view! { <span class="chip good"><Icon name="badge-check" />{paper.title.in_lang(lang).to_owned()}</span> }
    });
    view! { {sensors.collect_view()} {papers.collect_view()} }.into_any()
}

/// Place, area and height in one line, each once; the place alone where the goods were there already.
fn place(step: &Step, stays: bool, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    let height = step.altitude_m.map(|metres| lang.whole_metres(metres));
    let place = step.place.as_ref().map(|place| place.in_lang(lang).to_owned());
    let around = [step.area.clone(), height].into_iter().filter(|_| !stays);
    for part in std::iter::once(place).chain(around).flatten() {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(" · ")
}

/// The `data-process` word of a process.
fn process(process: Process) -> &'static str {
    match process {
        Process::Harvest => "harvest",
        Process::Purchase => "purchase",
        Process::Make => "make",
        Process::Test => "test",
        Process::Pack => "pack",
        Process::Ship => "ship",
        Process::Receive => "receive",
        Process::Sensor => "sensor",
        Process::Display => "display",
        Process::Sell => "sell",
        Process::Withdraw => "withdraw",
        Process::Other => "other",
    }
}

/// The picture of a step: of the work itself where its word is known, so that the way can be followed without reading.
fn pictogram(step: &Step) -> &'static str {
    match step.word.as_deref().unwrap_or_default() {
        "receive-raw" => "scale",
        "wither" | "dry" => "sun",
        "ferment" => "hourglass",
        "roll" => "refresh-cw",
        "freeze" => "snowflake",
        "clean" | "starch" | "extract" => "droplets",
        "filter" | "sort" => "funnel",
        "fillet" | "slice" => "scissors",
        "mill" | "husk" => "wheat",
        "blend" | "marinate" | "noodle" => "cooking-pot",
        "batik" => "paintbrush",
        "weave" => "spool",
        "case" => "boxes",
        "unpack" | "unpacking" => "package-open",
        _ => match step.process {
            Process::Harvest => "leaf",
            Process::Purchase => "handshake",
            Process::Make => "flame",
            Process::Test => "microscope",
            Process::Pack => "package",
            Process::Ship => "truck",
            Process::Receive => "warehouse",
            Process::Sensor => "thermometer",
            Process::Display => "store",
            Process::Sell => "shopping-bag",
            Process::Withdraw => "ban",
            Process::Other => "circle-dot",
        },
    }
}
