//! What is wrong in the tables, each fault in its cell.

use super::context::use_lang;
use super::icon::Icon;
use super::publish_desk::Checked;
use crate::tables::{Excerpt, Fault, ShownCell, ShownColumn, ShownRow};
use leptos::prelude::*;
use std::sync::Arc;

/// So many faults of other files are listed.
const MOST_LINES: usize = 100;

/// All faults and warnings: those of tables in their cells, those of other files as sentences.
#[component]
pub fn Faults(checked: Arc<Checked>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.publish();
    let any = !(checked.others.is_empty() && checked.tables.is_empty());
    any.then(|| {
        let others = checked.others.iter().take(MOST_LINES);
        let others =
            others.map(|fault| view! { <li><Said fault=fault.clone() text=fault.line(lang) /></li> });
        let tables = checked.tables.iter().cloned();
        view! {
            <section class="section">
                <h2>{words.faults}</h2>
                <ul class="said-list">{others.collect_view()}</ul>
                {tables.map(|(file, excerpt)| view! { <Table file excerpt /> }).collect_view()}
            </section>
        }
    })
}

/// The part of a table in which its faults stand.
#[component]
fn Table(file: String, excerpt: Excerpt) -> impl IntoView {
    let lang = use_lang();
    let words = lang.publish();
    let Excerpt {
        columns,
        rows,
        whole,
        more,
    } = excerpt;
    let has_cells = !rows.is_empty() || columns.iter().any(|column| !column.faults.is_empty());
    let whole = whole.into_iter();
    let whole = whole.map(|fault| view! { <li><Said text=fault.line(lang) fault /></li> });
    let width = columns.len() + 1;
    view! {
        <h3>{file.clone()}</h3>
        <ul class="said-list">{whole.collect_view()}</ul>
        {has_cells.then(|| view! {
            <div class="cut" role="region" aria-label=file tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words.row}</th>
                            {columns.into_iter().map(head).collect_view()}
                        </tr>
                    </thead>
                    <tbody>{rows.into_iter().map(|row| view! { <Row row width /> }).collect_view()}</tbody>
                </table>
            </div>
        })}
        {(more > 0).then(|| view! {
            <p class="source">"… "{lang.number(more as u32)}" "{words.more_rows}</p>
        })}
    }
}

fn head(column: ShownColumn) -> impl IntoView {
    let (faults, kind) = (column.faults.clone(), kind(&column.faults));
    view! {
        <th scope="col" data-kind=kind>
            <small>{column.letters}</small>" "{column.name}
            <AllSaid faults />
        </th>
    }
}

/// A row, under a line that says so where others are left out before it.
#[component]
fn Row(row: ShownRow, width: usize) -> impl IntoView {
    let words = use_lang().publish();
    let ShownRow {
        number,
        skips,
        faults,
        cells,
    } = row;
    let cell = |cell: ShownCell| {
        let kind = kind(&cell.faults);
        view! {
            <td data-kind=kind>
                <span class="value">{cell.text}</span>
                <AllSaid faults=cell.faults />
            </td>
        }
    };
    let kind = kind(&faults);
    view! {
        {skips.then(|| view! { <tr class="skipped"><td colspan=width>{words.skipped}</td></tr> })}
        <tr>
            <th scope="row" data-kind=kind>{number}<AllSaid faults /></th>
            {cells.into_iter().map(cell).collect_view()}
        </tr>
    }
}

/// What is said of one place.
#[component]
fn AllSaid(faults: Vec<Fault>) -> impl IntoView {
    let lang = use_lang();
    let said = faults.into_iter();
    said.map(|fault| view! { <Said text=fault.message.in_lang(lang).to_owned() fault /> })
        .collect_view()
}

/// One fault or warning.
#[component]
fn Said(fault: Fault, text: String) -> impl IntoView {
    let words = use_lang().publish();
    let (kind, icon, before) = match fault.grave {
        true => ("stop", "octagon-x", words.fault),
        false => ("warn", "triangle-alert", words.warning),
    };
    view! {
        <span class="fault" data-kind=kind>
            <Icon name=icon />
            <span><span class="visually-hidden">{before}" "</span>{text}</span>
        </span>
    }
}

/// How a place is marked: as its gravest fault is.
fn kind(faults: &[Fault]) -> Option<&'static str> {
    let first = faults.first()?;
    let grave = first.grave || faults.iter().any(|fault| fault.grave);
    Some(if grave { "stop" } else { "warn" })
}
