//! The market session that is on or comes next, as a leaf of a calendar.

use super::context::{use_fair, use_lang, use_today};
use super::icon::Icon;
use crate::market::fair::{Fair, SessionState};
use crate::words::{Lang, Text};
use leptos::prelude::*;
use time::Date;

#[derive(Clone, PartialEq)]
struct Next {
    name: Text,
    venue: Text,
    first: Date,
    last: Date,
    state: SessionState,
}

/// The next session; a plain sentence when none is known, and nothing while the fair is not there.
#[component]
pub fn NextSession() -> impl IntoView {
    let lang = use_lang();
    let fair = use_fair();
    let today = use_today();
    let next = move || {
        let fair = fair.read();
        fair.as_ref()
            .and_then(Option::as_ref)
            .map(|fair| next(fair, today.get()))
    };
    move || {
        next().map(|next| {
            view! {
                <section class="section">
                    <h2>{lang.home().next_session}</h2>
                    {match next {
                        Some(next) => view! { <Day next /> }.into_any(),
                        None => view! { <p>{lang.home().no_session}</p> }.into_any(),
                    }}
                </section>
            }
        })
    }
}

#[component]
fn Day(next: Next) -> impl IntoView {
    let lang = use_lang();
    let (first, last, state) = (next.first, next.last, next.state);
    view! {
        <a class="day" href="/market/days">
            <div class="date" aria-hidden="true">
                <b>{first.day()}</b>
                <small>{lang.month(first)}</small>
            </div>
            <div>
                <b>{next.name.in_lang(lang).to_owned()}</b>
                <p>{format!("{} · {}", state_text(&state, lang), lang.days(first, last))}</p>
                <p>{next.venue.in_lang(lang).to_owned()}</p>
            </div>
            <Icon name="chevron-right" />
        </a>
    }
}

/// The session that is on or comes next in one line: its name, when, and how soon.
pub fn next_days(fair: &Fair, today: Date, lang: Lang) -> Option<String> {
    let next = next(fair, today)?;
    Some(format!(
        "{} · {} · {}",
        next.name.in_lang(lang),
        lang.days(next.first, next.last),
        state_text(&next.state, lang)
    ))
}

fn next(fair: &Fair, today: Date) -> Option<Next> {
    let (session, state) = fair.next_session(today)?;
    let (first, last) = session.days()?;
    Some(Next {
        name: session.name.clone(),
        venue: fair.venue.clone(),
        first,
        last,
        state,
    })
}

fn state_text(state: &SessionState, lang: Lang) -> String {
    match state {
        SessionState::Open => lang.home().open_now.to_owned(),
        SessionState::InDays(days) => lang.in_days(*days),
    }
}
