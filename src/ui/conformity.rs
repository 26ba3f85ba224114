//! The goods' data held against what Circular 02/2024 and Decree 37/2026 ask for, element by element.

use super::context::use_lang;
use super::honesty;
use super::icon::Icon;
use crate::journey::{Conformity, Element, Journey, Law};
use crate::words::Lang;
use leptos::prelude::*;
use std::sync::Arc;

/// The table: what the element is and what stands there, what it rests on, who says so, which standards apply.
#[component]
pub fn ConformityTable(journey: Arc<Journey>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.evidence();
    let conformity = &journey.conformity;
    let laws = [Law::Circular02, Law::Decree37, Law::Passport];
    let standards = standards(conformity, lang);
    view! {
        <p class="help">{words.law_help}</p>
        <table class="conformity">
            <thead>
                <tr>
                    <th scope="col">{words.element}</th>
                    <th scope="col">{words.rests_on}</th>
                    <th scope="col">{words.says}</th>
                    <th scope="col" class="tcvn">{words.tcvn}</th>
                </tr>
            </thead>
            {laws.map(|law| group(conformity, law, &standards, lang)).collect_view()}
        </table>
        <div class="tcvn">
            <b>{words.tcvn}</b>
            <ul>{standards.iter().map(|standard| view! { <li>{standard.clone()}</li> }).collect_view()}</ul>
        </div>
    }
}

/// The elements that one legal text asks for, under its number.
fn group(conformity: &Conformity, law: Law, standards: &[String], lang: Lang) -> AnyView {
    let words = lang.evidence();
    let head = match law {
        Law::Circular02 => words.circular,
        Law::Decree37 => words.decree,
        Law::Passport => words.passport,
    };
    let elements = conformity.elements.iter().filter(|element| element.law == law);
    let rows = elements.enumerate().map(|(index, element)| {
        // The standards apply to the goods as a whole: they stand once beside each text.
        let beside = (index == 0).then(|| standards.to_vec());
        row(element, beside, conformity, lang)
    });
    view! {
        <tbody>
            <tr><th colspan="4" scope="rowgroup">{head}" "{law.number()}</th></tr>
            {rows.collect_view()}
        </tbody>
    }
    .into_any()
}

fn row(element: &Element, standards: Option<Vec<String>>, conformity: &Conformity, lang: Lang) -> AnyView {
    let words = lang.evidence();
    let ground = element.ground();
    let height = conformity
        .elements
        .iter()
        .filter(|other| other.law == element.law)
        .count();
    let value = element.value.in_lang(lang).to_owned();
    let by = match (&element.by, value.is_empty()) {
        (_, true) => String::new(),
        (Some(by), _) => honesty::source(ground, by, lang),
        (None, _) => words.code.to_owned(),
    };
    view! {
        <tr>
            <th scope="row">
                {element.name.in_lang(lang).to_owned()}
                {element.required.then(|| view! { " " <small>{words.required}</small> })}
                <span class="value">{value}</span>
            </th>
            <td class="mark" data-ground=honesty::word(ground)>
                <Icon name=honesty::icon(ground) />
                {honesty::name(ground, lang)}
            </td>
            <td class="by">{by}</td>
            {standards.map(|standards| view! {
                <td class="tcvn" rowspan=height.to_string()>
                    <ul>{standards.into_iter().map(|standard| view! { <li>{standard}</li> }).collect_view()}</ul>
                </td>
            })}
        </tr>
    }
    .into_any()
}

/// The national standards that apply to this kind of goods, each with what it is about.
fn standards(conformity: &Conformity, lang: Lang) -> Vec<String> {
    let standards = conformity.standards.iter();
    let line = |standard: &crate::journey::tcvn::Tcvn| {
        let about = standard.text();
        format!("{}: {}", standard.number, about.in_lang(lang))
    };
    standards.map(line).collect()
}
