//! What every page may ask for: language, address, settings, today, overlay, market data, remembered scans.
//! Each stands in the context once, under a type of its own, provided by [`provide`].

use super::market_data::{Loaded, MarketData};
use super::scans::Saved;
use crate::address::{Address, Page};
use crate::browser::history::Visit;
use crate::browser::{clock, history, install, net, query, settings, site, update};
use crate::journey::Journey;
use crate::market::fair::Fair;
use crate::market::search::Catalogue;
use crate::sources::{Answer, Config, Question, Why, config_faults};
use crate::words::Lang;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use time::Date;

/// The name under which the choice of a language is remembered.
const LANGUAGE: &str = "language";

/// How long config.json may take before the built-in settings hold.
const CONFIG_TIMEOUT_MS: u32 = 4000;

/// What stands over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The viewfinder.
    Viewfinder,
    /// The field for a code.
    TypeCode,
}

#[derive(Clone, Copy)]
struct Language(RwSignal<Lang>);

#[derive(Clone, Copy)]
struct CurrentVisit(RwSignal<Visit>);

#[derive(Clone, Copy)]
struct CurrentAddress(Memo<Address>);

#[derive(Clone, Copy)]
struct CurrentOverlay(RwSignal<Option<Overlay>>);

#[derive(Clone, Copy)]
struct Settings {
    config: StoredValue<Config>,
    settled: RwSignal<bool>,
    faults: RwSignal<Vec<String>>,
}

#[derive(Clone, Copy)]
struct Installable(RwSignal<bool>);

#[derive(Clone, Copy)]
struct Waiting(RwSignal<bool>);

/// Provides all of it, and starts to listen to the browser.
pub fn provide() {
    let visit = RwSignal::new(history::current());
    provide_context(Language(RwSignal::new(first_language(
        &visit.get_untracked().path,
    ))));
    provide_context(CurrentVisit(visit));
    provide_context(CurrentAddress(Memo::new(move |_| {
        Address::read(&visit.read().path)
    })));
    provide_overlay(visit);
    let settled = provide_settings();
    provide_context(MarketData::new(settled));
    provide_context(Saved::open());
    let installable = RwSignal::new(false);
    install::watch(move |offered| installable.set(offered));
    provide_context(Installable(installable));
    let waiting = RwSignal::new(false);
    update::watch(move || waiting.set(true));
    provide_context(Waiting(waiting));
}

/// The language of the page. The app draws itself anew when another one is chosen, so a component never sees it change.
pub fn use_lang() -> Lang {
    expect_context::<Language>().0.get_untracked()
}

/// The language, to be told when another one is chosen.
pub fn use_choice_of_lang() -> Signal<Lang> {
    expect_context::<Language>().0.into()
}

/// Switches the language and remembers it.
pub fn set_lang(lang: Lang) {
    expect_context::<Language>().0.set(lang);
    settings::write(LANGUAGE, lang.tag());
}

/// The address of the page, taken apart.
pub fn use_address() -> Memo<Address> {
    expect_context::<CurrentAddress>().0
}

/// Path and query of the page, as they stand.
pub fn use_path() -> Signal<String> {
    let visit = expect_context::<CurrentVisit>().0;
    Signal::derive(move || visit.read().path.clone())
}

/// Opens a page of the app by its path and query. An open overlay closes and leaves no entry in the history.
pub fn go(path: &str) {
    history::go(path);
}

/// Goes back, or home where there is nothing to go back to.
pub fn go_back() {
    if !history::back() {
        history::go("/");
    }
}

/// The settings of this installation: the built-in ones until [`use_settled`] is true.
pub fn use_config() -> StoredValue<Config> {
    expect_context::<Settings>().config
}

/// Whether config.json has come, or will not come.
pub fn use_settled() -> Signal<bool> {
    expect_context::<Settings>().settled.into()
}

/// What is wrong with config.json; empty where nothing is.
pub fn use_settings_faults() -> Signal<Vec<String>> {
    expect_context::<Settings>().faults.into()
}

/// The day that rules: config.json's, or else the clock's in Việt Nam.
pub fn use_today() -> Signal<Date> {
    let Settings { config, settled, .. } = expect_context();
    Signal::derive(move || {
        settled.track();
        config.read_value().today.unwrap_or_else(clock::today)
    })
}

/// What stands over the page. Set it to open or close; Back closes it too.
pub fn use_overlay() -> RwSignal<Option<Overlay>> {
    expect_context::<CurrentOverlay>().0
}

/// The fair. Loading starts when it is first asked for.
pub fn use_fair() -> Loaded<Fair> {
    expect_context::<MarketData>().fair()
}

/// Every product of the market. Loading starts when it is first asked for.
pub fn use_catalogue() -> Loaded<Arc<Catalogue>> {
    expect_context::<MarketData>().catalogue()
}

/// The data of the market as a whole: why it did not come, and how to try again.
pub fn use_market_data() -> MarketData {
    expect_context()
}

/// The scans that this phone remembers.
pub fn use_history() -> Saved {
    expect_context()
}

/// Remembers that a journey was looked at. Call it from a component or an effect.
pub fn remember(journey: &Journey) {
    let address = use_address();
    let address = address.read_untracked();
    // OK to leave out frames on other sites, whose readers did not scan anything, and a kiosk, which belongs to nobody.
    if !address.embedded && address.page != Page::Kiosk {
        use_history().remember(journey);
    }
}

/// Whether the browser offers to install the app.
pub fn use_installable() -> RwSignal<bool> {
    expect_context::<Installable>().0
}

/// Whether a new version of the app waits.
pub fn use_waiting() -> Signal<bool> {
    expect_context::<Waiting>().0.into()
}

/// The stored choice, else `?lang=`, else Vietnamese if the browser lists it or nothing, else English.
fn first_language(path: &str) -> Lang {
    let stored = settings::read(LANGUAGE).and_then(|tag| Lang::from_tag(&tag));
    let asked = || query::read(path, "lang").and_then(|tag| Lang::from_tag(&tag));
    stored.or_else(asked).unwrap_or_else(|| {
        let listed = site::languages();
        let vietnamese = listed.iter().any(|tag| Lang::from_tag(tag) == Some(Lang::Vi));
        if vietnamese || listed.is_empty() {
            Lang::Vi
        } else {
            Lang::En
        }
    })
}

/// The overlay and the marker in the history follow each other. After a reload no overlay is open, so a marker that is
/// still there is gone back from.
fn provide_overlay(visit: RwSignal<Visit>) {
    let overlay = RwSignal::new(None);
    provide_context(CurrentOverlay(overlay));
    history::watch(move |now| {
        let shown = shown(&now);
        visit.set(now);
        if overlay.get_untracked() != shown {
            overlay.set(shown);
        }
    });
    Effect::new(move |_| match (overlay.get(), shown(&history::current())) {
        (Some(wanted), found) if found != Some(wanted) => history::mark(marker(wanted)),
        (None, Some(_)) => {
            history::back();
        }
        _ => {}
    });
}

fn marker(overlay: Overlay) -> &'static str {
    match overlay {
        Overlay::Viewfinder => "viewfinder",
        Overlay::TypeCode => "type-code",
    }
}

fn shown(visit: &Visit) -> Option<Overlay> {
    let overlays = [Overlay::Viewfinder, Overlay::TypeCode];
    overlays
        .into_iter()
        .find(|overlay| visit.marker.as_deref() == Some(marker(*overlay)))
}

fn provide_settings() -> Signal<bool> {
    let settings = Settings {
        config: StoredValue::new(Config::built_in()),
        settled: RwSignal::new(false),
        faults: RwSignal::new(Vec::new()),
    };
    provide_context(settings);
    spawn_local(async move {
        if let Ok(answer) = fetch_config().await {
            settings.config.set_value(Config::read(&answer.body));
            settings.faults.set(config_faults(&answer.body));
        }
        settings.settled.set(true);
    });
    settings.settled.into()
}

async fn fetch_config() -> Result<Answer, Why> {
    net::fetch(Question::new(
        "/config.json",
        "application/json",
        CONFIG_TIMEOUT_MS,
    ))
    .await
}
