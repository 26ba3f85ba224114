//! Certificates, marks and test reports: what, by whom, until when.

use super::context::use_lang;
use super::icon::Icon;
use crate::sources::product::Certificate;
use crate::words::Lang;
use leptos::prelude::*;
use time::Date;

/// The papers that the product's source names.
#[component]
pub fn Papers(certificates: Vec<Certificate>, today: Date) -> impl IntoView {
    let lang = use_lang();
    (!certificates.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{lang.journey_page().certificates}</h2>
                <ul class="certs">
                    {certificates.into_iter().map(|paper| view! { <Paper paper today /> }).collect_view()}
                </ul>
            </section>
        }
    })
}

/// One of them.
#[component]
fn Paper(paper: Certificate, today: Date) -> impl IntoView {
    let lang = use_lang();
    let (icon, is_ocop) = (icon(&paper), paper.stars.is_some());
    let passed = paper.to.is_some_and(|to| to < today);
    view! {
        <li class="chip" class:star=is_ocop class:passed=passed>
            <Icon name=icon />
            <span>{line(&paper, lang, today)}</span>
        </li>
    }
}

fn icon(paper: &Certificate) -> &'static str {
    match paper.kind.as_str() {
        "ocop" => "star",
        "gi" => "map-pin",
        "test-report" => "microscope",
        _ => "badge-check",
    }
}

/// Title, number, issuer and last day in one line.
fn line(paper: &Certificate, lang: Lang, today: Date) -> String {
    let words = lang.journey_page();
    let last_day = paper.to.map(|to| {
        let passed = if to < today {
            format!(" ({})", words.expired)
        } else {
            String::new()
        };
        format!("{} {}{passed}", words.valid_to, lang.date(to))
    });
    let issuer = paper
        .issuer
        .as_ref()
        .map(|issuer| issuer.in_lang(lang).to_owned());
    let mut parts = vec![paper.title.in_lang(lang).to_owned()];
    parts.extend([paper.number.clone(), issuer, last_day].into_iter().flatten());
    parts.join(" · ")
}
