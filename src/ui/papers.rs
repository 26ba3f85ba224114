//! Certificates, marks and test reports: what, by whom, for how long, and what such a paper means.

use super::context::use_lang;
use super::icon::Icon;
use crate::browser::links;
use crate::sources::product::Certificate;
use crate::words::Lang;
use crate::words::certificate::meaning;
use leptos::prelude::*;
use time::Date;

/// The papers that the product's source names. What a kind of paper means stands under the first of its kind.
#[component]
pub fn Papers(certificates: Vec<Certificate>, today: Date) -> impl IntoView {
    let lang = use_lang();
    if certificates.is_empty() {
        return None;
    }
    let mut explained: Vec<String> = Vec::new();
    let papers = certificates.into_iter().map(|paper| {
        let explain = !explained.contains(&paper.kind);
        explained.push(paper.kind.clone());
        view! { <Paper paper today explain /> }
    });
    Some(view! {
        <section class="section">
            <h2>{lang.journey_page().certificates}</h2>
            <ul class="papers">{papers.collect_view()}</ul>
        </section>
    })
}

/// One of them.
#[component]
fn Paper(paper: Certificate, today: Date, explain: bool) -> impl IntoView {
    let lang = use_lang();
    let passed = paper.to.is_some_and(|to| to < today);
    let facts = facts(&paper, lang, today);
    let meaning = explain.then(|| meaning(&paper.kind)).flatten();
    view! {
        <li class:star=paper.stars.is_some() class:passed=passed>
            <Icon name=icon(&paper) />
            <div>
                <b>{paper.title.in_lang(lang).to_owned()}</b>
                <dl>
                    {facts.into_iter().map(|(term, value)| view! {
                        <div><dt>{term}</dt><dd>{value}</dd></div>
                    }).collect_view()}
                </dl>
                {paper.page.clone().map(|page| view! { <Outside page /> })}
                {meaning.map(|(question, answer)| view! {
                    <details>
                        <summary>{question.in_lang(lang).to_owned()}</summary>
                        <p>{answer.in_lang(lang).to_owned()}</p>
                    </details>
                })}
            </div>
        </li>
    }
}

/// The page of a paper on another site, with its host in full; opened only on a tap.
#[component]
fn Outside(page: String) -> impl IntoView {
    let lang = use_lang();
    let host = links::host(&page)?;
    Some(view! {
        <a class="button quiet" href=page target="_blank" rel="noopener noreferrer external">
            <Icon name="external-link" />
            {lang.certificates().page}" "<b>{host}</b>
        </a>
        <p class="source">{lang.market().leaves}</p>
    })
}

fn icon(paper: &Certificate) -> &'static str {
    match paper.kind.as_str() {
        "ocop" => "star",
        "gi" => "map-pin",
        "test-report" => "microscope",
        _ => "badge-check",
    }
}

fn facts(paper: &Certificate, lang: Lang, today: Date) -> Vec<(&'static str, String)> {
    let words = lang.certificates();
    let issuer = paper.issuer.as_ref();
    let issuer = issuer.map(|issuer| issuer.in_lang(lang).to_owned());
    // A report is of one day; other papers hold from one day to another.
    let days = match (paper.kind.as_str(), paper.from) {
        ("test-report", Some(day)) if paper.to.is_none() => Some((words.date, lang.date(day))),
        _ => validity(paper, lang, today).map(|validity| (words.validity, validity)),
    };
    let facts = [
        paper.number.clone().map(|number| (words.number, number)),
        issuer.map(|issuer| (words.issuer, issuer)),
        days,
    ];
    facts.into_iter().flatten().collect()
}

/// From when to when it holds, and whether it does on `today`. Nothing where its source names no day at all.
fn validity(paper: &Certificate, lang: Lang, today: Date) -> Option<String> {
    let words = lang.certificates();
    let from = paper
        .from
        .map(|from| format!("{} {}", words.from, lang.date(from)));
    let to = match (paper.from, paper.to) {
        (None, None) => return Some(words.no_end.to_owned()),
        (_, Some(to)) => format!("{} {}", words.to, lang.date(to)),
        (_, None) => format!("({})", words.no_end),
    };
    let state = match (paper.from, paper.to) {
        (_, Some(to)) if to < today => Some(format!("({})", words.passed)),
        (Some(from), _) if from > today => Some(format!("({})", words.not_yet)),
        _ => None,
    };
    let parts: Vec<String> = from.into_iter().chain([to]).chain(state).collect();
    Some(parts.join(" "))
}
