//! Temperatures as a small chart with the allowed band, and as a table.

use super::context::use_lang;
use super::fold::Fold;
use super::source::SourceLine;
use crate::browser::pen::Pen;
use crate::journey::temperature::{Chart, Mark, Outside, PLOT, Range, Reading, SIZE, is_outside, limit};
use crate::sources::Attribution;
use crate::words::Lang;
use crate::words::measure::machine_time;
use leptos::html;
use leptos::prelude::*;
use time::OffsetDateTime;

/// The chart of these readings against the range in which the goods are to be kept, and who states that range. Nothing where too few
/// were measured; without a range nothing is said about them.
#[component]
pub fn SensorChart(readings: Vec<Reading>, stated: Option<(Range, Attribution)>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.temperature();
    let (range, by) = stated.filter(|(range, _)| *range != (None, None)).unzip();
    let chart = Chart::of(&readings, range)?;
    let sentence = range.map(|range| sentence(&readings, range, lang));
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(node) = node.get() {
            draw(&Pen::of(&node), &chart, lang);
        }
    });
    Some(view! {
        <figure class="sensor-chart">
            <div node_ref=node></div>
            {sentence.map(|(text, kind)| view! { <figcaption data-kind=kind>{text}</figcaption> })}
            <Fold class="" summary=words.table.into_any()>
                <Table readings=readings.clone() range />
                {by.clone().map(|by| view! { <p class="source">{words.stated}</p> <SourceLine by /> })}
            </Fold>
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

/// Draws the band, the scale, and the readings with the line through them.
fn draw(pen: &Pen, chart: &Chart, lang: Lang) {
    let [left, top, right, bottom] = PLOT.map(|side| side as i32);
    let view_box = format!("0 0 {} {}", SIZE.0 as i32, SIZE.1 as i32);
    let label = lang.temperature().chart;
    let svg = pen.draw(
        "svg",
        &[("viewBox", &view_box), ("role", "img"), ("aria-label", label)],
    );
    let path = |class: &str, d: &str| svg.draw("path", &[("class", class), ("d", d)]);
    let write = |class: &str, x: i32, y: i32, text: &str| {
        let (x, y) = (x.to_string(), y.to_string());
        svg.draw("text", &[("class", class), ("x", &x), ("y", &y)])
            .write(text);
    };
    if let Some((from, to)) = chart.band {
        let (from, height) = (from.round() as i32, (to.round() - from.round()).max(1.0) as i32);
        path("allowed", &format!("M{left},{from}H{right}v{height}H{left}z"));
    }
    for (y, celsius) in &chart.ticks {
        let y = y.round() as i32;
        path("tick", &format!("M{left},{y}H{right}"));
        let degrees = lang.decimal((celsius * 10.0).round() / 10.0);
        write("end", left - 5, y + 4, &format!("{degrees}°"));
    }
    path("axis", &format!("M{left},{top}V{bottom}H{right}"));
    path("line", &line(&chart.marks));
    for mark in &chart.marks {
        let (class, d) = shape(mark);
        path(class, &d);
    }
    let (first, last) = chart.span;
    let moment = |time: OffsetDateTime| match first.date() == last.date() {
        true => clock(time),
        false => format!("{} {}", lang.day(time.date()), clock(time)),
    };
    write("", left, bottom + 17, &moment(first));
    write("end", right, bottom + 17, &moment(last));
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

/// A round dot inside, which is a line of no length with a round end; a square on its corner outside.
fn shape(mark: &Mark) -> (&'static str, String) {
    let (x, y) = (mark.x.round() as i32, mark.y.round() as i32);
    match mark.is_outside {
        true => ("outside", format!("M{x},{}l5,5l-5,5l-5,-5z", y - 5)),
        false => ("inside", format!("M{x},{y}h0")),
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
