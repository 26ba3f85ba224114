//! Temperatures as a small chart with the allowed band, and as a table.

use super::context::use_lang;
use crate::journey::temperature::{Chart, Mark, Outside, PLOT, Range, Reading, SIZE, is_outside, limit};
use crate::words::Lang;
use crate::words::measure::machine_time;
use leptos::prelude::*;
use time::OffsetDateTime;

/// The chart of these readings against the range in which the goods are to be kept. Nothing where too few were measured; without a range
/// nothing is said about them.
#[component]
pub fn SensorChart(readings: Vec<Reading>, range: Option<Range>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.temperature();
    let range = range.filter(|range| *range != (None, None));
    let chart = Chart::of(&readings, range)?;
    let sentence = range.map(|range| sentence(&readings, range, lang));
    Some(view! {
        <figure class="sensor-chart">
            {draw(&chart, lang)}
            {sentence.map(|(text, kind)| view! { <figcaption data-kind=kind>{text}</figcaption> })}
            <details>
                <summary>{words.table}</summary>
                <Table readings range />
            </details>
        </figure>
    })
}

/// What the range is and how long the goods were outside.
fn sentence(readings: &[Reading], range: Range, lang: Lang) -> (String, &'static str) {
    let words = lang.temperature();
    let minutes = Outside::sum(readings.iter(), range).minutes;
    let (told, kind) = if minutes > 0.0 {
        let duration = lang.duration(minutes);
        (format!("{} {duration}.", words.outside_for), "warn")
    } else {
        (words.inside_all_the_time.to_owned(), "ok")
    };
    let limit = limit(range);
    let text = format!("{} {}. {told}", words.allowed, limit.in_lang(lang));
    (text, kind)
}

fn draw(chart: &Chart, lang: Lang) -> impl IntoView + use<> {
    let [left, top, right, bottom] = PLOT.map(|side| side as i32);
    let band = chart.band.map(|(from, to)| {
        let (from, to) = (from.round() as i32, to.round() as i32);
        view! { <rect class="allowed" x=left y=from width=right - left height=(to - from).max(1) /> }
    });
    let ticks = chart.ticks.iter().map(|(y, celsius)| {
        let y = y.round() as i32;
        view! {
            <path class="tick" d=format!("M{left},{y}H{right}") />
            <text class="end" x=left - 5 y=y + 4>{format!("{}°", lang.decimal((celsius * 10.0).round() / 10.0))}</text>
        }
    });
    let (first, last) = chart.span;
    let moment = |time: OffsetDateTime| match first.date() == last.date() {
        true => clock(time),
        false => format!("{} {}", lang.day(time.date()), clock(time)),
    };
    let view_box = format!("0 0 {} {}", SIZE.0 as i32, SIZE.1 as i32);
    view! {
        <svg viewBox=view_box role="img" aria-label=lang.temperature().chart>
            {band}
            {ticks.collect_view()}
            <path class="axis" d=format!("M{left},{top}V{bottom}H{right}") />
            <path class="line" d=line(&chart.marks) />
            {chart.marks.iter().map(mark).collect_view()}
            <text x=left y=bottom + 17>{moment(first)}</text>
            <text class="end" x=right y=bottom + 17>{moment(last)}</text>
        </svg>
    }
}

/// The line through the readings, broken where nobody measured for long.
fn line(marks: &[Mark]) -> String {
    let mut path = String::new();
    for (index, mark) in marks.iter().enumerate() {
        let letter = if index == 0 || mark.after_gap { 'M' } else { 'L' };
        path.push_str(&format!(
            "{letter}{},{}",
            mark.x.round() as i32,
            mark.y.round() as i32
        ));
    }
    path
}

/// A round dot inside, a square on its corner outside.
fn mark(mark: &Mark) -> impl IntoView + use<> {
    let (x, y) = (mark.x.round() as i32, mark.y.round() as i32);
    if mark.is_outside {
        view! { <path class="outside" d=format!("M{},{}l5,5l-5,5l-5,-5z", x, y - 5) /> }.into_any()
    } else {
        view! { <circle cx=x cy=y r="3" /> }.into_any()
    }
}

/// All readings with what each means.
#[component]
fn Table(readings: Vec<Reading>, range: Option<Range>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.temperature();
    let rows = readings.into_iter().map(move |reading| {
        let celsius = format!("{}\u{a0}°C", lang.decimal(reading.celsius));
        let told = range.map(|range| match is_outside(reading.celsius, range) {
            true => view! { <td data-kind="warn">{words.outside}</td> }.into_any(),
            false => view! { <td>{words.inside}</td> }.into_any(),
        });
        let time = reading
            .time
            .map(|time| view! { <time datetime=machine_time(time)>{lang.date_time(time)}</time> });
        view! {
            <tr>
                <td>{time}</td>
                <td>{celsius}</td>
                {told}
            </tr>
        }
    });
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{words.time}</th>
                    <th scope="col">{words.temperature}</th>
                    {range.map(|_| view! { <th scope="col">{words.allowed_column}</th> })}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// The time of day: `8:30`.
fn clock(time: OffsetDateTime) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}
