//! The woven thread: the steps of the journey in the order of time, and the shopper's scan as the last stop.

use super::context::use_lang;
use super::icon::Icon;
use super::stop::{Stop, Strand};
use crate::browser::site;
use crate::journey::{Join, Journey};
use crate::words::Lang;
use crate::words::measure::machine_date;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use time::Date;

/// So many steps are drawn with the page, more than a screen shows.
const FIRST: usize = 12;

/// So many steps are drawn at a time afterwards, so that the page answers between them.
const BATCH: usize = 40;

/// So many steps at either end are printed, where all of them would not fit a sheet of A4.
const ON_PAPER: usize = 14;

/// The steps of a journey as a list. Empty when no step is known: the gaps say so.
#[component]
pub fn Thread(journey: Arc<Journey>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.journey_page();
    let count = journey.steps.len();
    if count == 0 {
        return None;
    }
    let strands = Arc::new(strands(&journey.joins, count));
    let today = journey.today;
    Some(view! {
        <section class="section">
            <h2>{words.journey}</h2>
            {is_too_long(count).then(|| view! { <p class="for-paper">{on_paper(count, lang)}</p> })}
            <ol class="thread" aria-label=words.journey>
                {batch(journey, strands, 0)}
                <YourScan today />
            </ol>
        </section>
    })
}

/// The steps from `from` on: some at once, and the others after the browser has shown these.
fn batch(journey: Arc<Journey>, strands: Arc<Vec<Option<Strand>>>, from: usize) -> AnyView {
    let later = from > 0;
    let size = if later { BATCH } else { FIRST };
    let to = journey.steps.len().min(from + size);
    let stops = (from..to).map(|index| {
        let (journey, strand) = (journey.clone(), strands.get(index).copied().flatten());
        let unprinted = is_too_long(journey.steps.len()) && is_in_the_middle(index, journey.steps.len());
        view! { <Stop journey index strand later unprinted /> }
    });
    let stops = stops.collect_view();
    let is_shown = RwSignal::new(false);
    if to < journey.steps.len() {
        let show = move || {
            let _ = is_shown.try_set(true); // OK because a page that was left needs no more.
        };
        site::after_drawing(move || set_timeout(show, Duration::ZERO));
    }
    let rest = move || {
        is_shown
            .get()
            .then(|| batch(journey.clone(), strands.clone(), to))
    };
    view! { {stops} {rest} }.into_any()
}

/// Whether a sheet of A4 holds only the two ends of a journey.
fn is_too_long(steps: usize) -> bool {
    steps > 2 * ON_PAPER
}

fn is_in_the_middle(index: usize, steps: usize) -> bool {
    index >= ON_PAPER && index + ON_PAPER < steps
}

/// What is not on paper.
fn on_paper(steps: usize, lang: Lang) -> String {
    let words = lang.journey_story().on_paper;
    let all = lang.number(u32::try_from(steps).unwrap_or(u32::MAX));
    words.replace("{n}", &ON_PAPER.to_string()).replace("{all}", &all)
}

/// Of each step, how it stands to the others where only one source of a batch took it.
fn strands(joins: &[Join], steps: usize) -> Vec<Option<Strand>> {
    let mut strands = vec![None; steps];
    for join in joins {
        let beside = stand_beside(join);
        for (position, branch) in join.branches.iter().enumerate() {
            for (place, step) in branch.steps.iter().enumerate() {
                let strand = Strand {
                    number: position + 1,
                    begins: place == 0
                        || branch
                            .steps
                            .get(place - 1)
                            .is_none_or(|before| before + 1 != *step),
                    beside,
                };
                strands[*step] = Some(strand); // OK because the branches only hold indices of the steps.
            }
        }
    }
    strands
}

/// Whether each source of a batch took one step, one after the other: such as two fields that were picked in one morning.
fn stand_beside(join: &Join) -> bool {
    let steps = || join.branches.iter().map(|branch| branch.steps.as_slice());
    let is_next = |pair: (&[usize], &[usize])| pair.0[0] + 1 == pair.1[0]; // OK because each has one step.
    steps().all(|steps| steps.len() == 1) && steps().zip(steps().skip(1)).all(is_next)
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
