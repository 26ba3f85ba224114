//! One group of the open figures: the chart as bars, and the same in a table.

use super::context::use_lang;
use crate::words::Lang;
use leptos::prelude::*;

/// How many units wide a bar of the whole is.
const WHOLE: u32 = 1000;

/// One row of chart and table.
pub struct Row {
    /// What is counted.
    pub name: String,
    /// A line of small print under the name.
    pub small: String,
    /// The parts of its bar, from its start.
    pub parts: Vec<u32>,
    /// The other columns of the table.
    pub cells: Vec<u32>,
}

/// Chart and table of one group. `parts` names the parts of the bars, `columns` the columns of the table, that of the names first.
#[component]
pub fn FiguresGroup(
    title: &'static str,
    #[prop(optional)] note: &'static str,
    parts: Vec<&'static str>,
    columns: Vec<String>,
    rows: Vec<Row>,
) -> impl IntoView {
    let lang = use_lang();
    let head = columns.into_iter();
    let head = head
        .map(|column| view! { <th scope="col">{column}</th> })
        .collect_view();
    view! {
        <section class="section">
            <h2>{title}</h2>
            {(!note.is_empty()).then(|| view! { <p class="source">{note}</p> })}
            {chart(title, &parts, &rows, lang)}
            <div class="year-scroll" tabindex="0" role="region" aria-label=title>
                <table class="year">
                    <thead><tr>{head}</tr></thead>
                    <tbody>{rows.iter().map(|row| table_row(row, lang)).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

fn table_row(row: &Row, lang: Lang) -> AnyView {
    let cells = row.cells.iter();
    let cells = cells
        .map(|cell| view! { <td>{lang.number(*cell)}</td> })
        .collect_view();
    view! {
        <tr>
            <th scope="row">
                {row.name.clone()}
                {(!row.small.is_empty()).then(|| view! { <small>" "{row.small.clone()}</small> })}
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

/// The bars, as one picture: whoever cannot see it finds the same in the table.
fn chart(title: &'static str, parts: &[&'static str], rows: &[Row], lang: Lang) -> AnyView {
    let longest = rows.iter().map(|row| row.parts.iter().sum::<u32>()).max();
    let longest = longest.unwrap_or_default().max(1);
    let bars = rows.iter().map(|row| {
        let numbers: Vec<String> = row.parts.iter().map(|part| lang.number(*part)).collect();
        view! { <li><span>{row.name.clone()}</span>{bar(&row.parts, longest)}<b>{numbers.join(" · ")}</b></li> }
    });
    let legend = parts.iter().enumerate().map(|(at, part)| {
        view! { <li><svg viewBox="0 0 10 10"><rect data-part=at width="10" height="10" /></svg>{*part}</li> }
    });
    view! {
        <div class="bars" role="img" aria-label=format!("{} {title}", lang.figures().chart)>
            <ul class="legend">{legend.collect_view()}</ul>
            <ul>{bars.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// The parts of one bar, one behind the other.
fn bar(parts: &[u32], longest: u32) -> AnyView {
    let mut end = 0;
    let rects = parts.iter().enumerate().map(|(at, part)| {
        let start = end;
        end += part;
        let (x, width) = (
            scaled(start, longest),
            scaled(end, longest) - scaled(start, longest),
        );
        view! { <rect data-part=at x=x width=width height="10" /> }
    });
    let rects = rects.collect_view();
    view! { <svg viewBox=format!("0 0 {WHOLE} 10") preserveAspectRatio="none">{rects}</svg> }.into_any()
}

/// A number on the scale of the bars. Numbers are cut to fit where they are larger than any market has.
fn scaled(number: u32, longest: u32) -> u32 {
    number.saturating_mul(WHOLE) / longest
}
