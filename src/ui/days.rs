//! The days of the market: whether it is open, its sessions with their programme, and the highland markets around.

use super::context::{use_config, use_fair, use_lang, use_today};
use super::icon::Icon;
use super::market_tabs::FairHead;
use super::notice::Loading;
use crate::browser::{clock, download, site};
use crate::market::fair::{Fair, ProgrammeItem, Session};
use crate::market::highland::{HighlandMarket, MARKETS, Meets};
use crate::market::icalendar::calendar;
use crate::market::opening::Opening;
use crate::words::Lang;
use leptos::prelude::*;
use time::Date;

/// How many days to come are told of each highland market.
const NEXT_DAYS: usize = 3;

/// The page of the market's days.
#[component]
pub fn DaysPage() -> impl IntoView {
    let lang = use_lang();
    let words = lang.fair();
    let fair = use_fair();
    view! {
        <FairHead title=words.days />
        {move || match fair.get() {
            None => view! { <Loading /> }.into_any(),
            Some(None) => ().into_any(),
            Some(Some(fair)) => view! { <Now fair=fair.clone() /><Sessions fair /> }.into_any(),
        }}
        <Highland />
    }
}

/// Whether the market is open. Where config.json sets the day there is no hour of it, and this keeps silent.
#[component]
fn Now(fair: Fair) -> impl IntoView {
    let lang = use_lang();
    let by_the_clock = use_config().with_value(|config| config.today.is_none());
    let now = by_the_clock.then(clock::now)?;
    let (session, opening) = fair.opening(now)?;
    let name = session.name.in_lang(lang).to_owned();
    Some(view! {
        <p class="lead" role="status"><b>{opening_text(&opening, lang)}</b>" · "{name}</p>
    })
}

/// Whether the market is open, or when it opens, in words.
pub fn opening_text(opening: &Opening, lang: Lang) -> String {
    match opening {
        Opening::Until(hour) => lang.open_until(hour),
        Opening::TodayAt(hour) => lang.opens_today(hour),
        Opening::TomorrowAt(hour) => lang.opens_tomorrow(hour),
        Opening::In { days, hours } => lang.opens_in(*days, *hours),
    }
}

#[component]
fn Sessions(fair: Fair) -> impl IntoView {
    let lang = use_lang();
    let words = lang.fair();
    let today = use_today();
    let all = fair.clone();
    let save_all = move |_| {
        save(
            &all,
            &all.sessions.iter().collect::<Vec<_>>(),
            "cho-phien.ics",
            lang,
        )
    };
    let sessions = fair.sessions.clone().into_iter();
    let sessions = sessions
        .map(|session| view! { <OneSession fair=fair.clone() session today=today.get_untracked() /> });
    view! {
        <section class="section">
            <h2>{words.sessions}</h2>
            <ol class="sessions">{sessions.collect_view()}</ol>
            <button class="button" on:click=save_all><Icon name="download" />{words.save_all}</button>
        </section>
    }
}

#[component]
fn OneSession(fair: Fair, session: Session, today: Date) -> impl IntoView {
    let lang = use_lang();
    let words = lang.fair();
    let (first, last) = session.days()?;
    let is_over = session.is_over(today);
    let is_next = fair
        .next_session(today)
        .is_some_and(|(next, _)| next.id == session.id);
    let programme: Vec<_> = fair
        .programme
        .iter()
        .filter(|item| item.session == session.id)
        .cloned()
        .collect();
    let name = session.name.in_lang(lang).to_owned();
    let file = format!("cho-phien-{}.ics", session.id);
    let save_one = move |_| save(&fair, &[&session], &file, lang);
    Some(view! {
        <li data-past=is_over.then_some("")>
            <div class="day">
                <div class="date" aria-hidden="true"><b>{first.day()}</b><small>{lang.month(first)}</small></div>
                <div>
                    <b>{name}</b>
                    <p>{lang.days(first, last)}{is_over.then(|| format!(" · {}", words.past))}</p>
                </div>
            </div>
            {(!programme.is_empty()).then(|| view! {
                <details open=is_next>
                    <summary>{words.programme}</summary>
                    <Programme programme />
                </details>
            })}
            {(!is_over).then(|| view! {
                <button class="button quiet" on:click=save_one><Icon name="download" />{words.save_session}</button>
            })}
        </li>
    })
}

#[component]
fn Programme(programme: Vec<ProgrammeItem>) -> impl IntoView {
    let lang = use_lang();
    let rows = programme.into_iter().filter_map(|item| {
        let start = item.start()?;
        let place = match item.place.as_str() {
            "" | "fair" => lang.fair().whole_ground.to_owned(),
            stall => format!("{} {stall}", lang.market().stall),
        };
        Some(view! {
            <li>
                <time>{format!("{} {:02}:{:02}", lang.date(start.date()), start.hour(), start.minute())}</time>
                <b>{item.title.in_lang(lang).to_owned()}</b>
                <small>{place}</small>
            </li>
        })
    });
    view! { <ol class="programme">{rows.collect_view()}</ol> }
}

#[component]
fn Highland() -> impl IntoView {
    let lang = use_lang();
    let words = lang.fair();
    let today = use_today();
    let rows = move || {
        let today = today.get();
        MARKETS
            .iter()
            .map(|market| view! { <li>{one_market(market, today, lang)}</li> })
            .collect_view()
    };
    view! {
        <section class="section article">
            <h2>{words.highland}</h2>
            <ul>{rows}</ul>
            <p class="source">{words.highland_note}</p>
        </section>
    }
}

fn one_market(market: &HighlandMarket, today: Date, lang: Lang) -> impl IntoView + use<> {
    let words = lang.fair();
    let rule = match market.meets {
        Meets::HornedAnimals => words.horned.to_owned(),
        Meets::Weekly(days) => days
            .iter()
            .filter_map(|day| {
                words
                    .weekdays
                    .get(usize::from(day.number_days_from_monday()))
                    .copied()
            })
            .collect::<Vec<_>>()
            .join(", "),
    };
    let next: Vec<_> = market
        .meets
        .next(today, NEXT_DAYS)
        .into_iter()
        .map(|day| lang.date(day))
        .collect();
    let name = (market.name)().in_lang(lang).to_owned();
    view! { <b>{name}</b>": "{rule}". "{words.next_days}": "{next.join(", ")}"." }
}

fn save(fair: &Fair, sessions: &[&Session], name: &str, lang: Lang) {
    let origin = site::origin();
    let host = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host);
    download::save(name, "text/calendar", &calendar(fair, sessions, host, lang));
}
