//! The map of a journey or of a place: drawn by the phone itself, without a network or a key.

use super::context::use_lang;
use super::fold::Fold;
use super::icon::Icon;
use super::map_sheet::Sheet;
use crate::browser::{pen::Pen, touch};
use crate::journey::chart::ZOOM;
use crate::journey::route::{Route, Stop};
use crate::words::Lang;
use leptos::prelude::*;
use leptos::{ev, html};
use std::sync::Arc;

/// Whose map it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Of a journey, with numbered stops.
    Journey,
    /// Of one place.
    Place,
}

/// What a button does with the map.
type Act = fn(&mut Sheet);

/// The map with its buttons, the small map of the country and the list of stops. One finger moves it sideways and scrolls
/// the page up and down; two fingers zoom; a mouse draws it.
#[component]
pub fn Map(route: Route, of: Of) -> impl IntoView {
    let lang = use_lang();
    let words = lang.chart();
    let (large, small) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let route = Arc::new(route);
    let (heading, home) = match of {
        Of::Journey => (words.heading, words.route),
        Of::Place => (words.place_heading, words.place),
    };
    let legend = legend(&route, lang, of);
    let stops = (of == Of::Journey).then(|| stops(route.clone(), lang));
    let sheet = StoredValue::new_local(None::<Sheet>);
    let act = move |act: Act| sheet.update_value(|sheet| sheet.iter_mut().for_each(act));
    let listeners = StoredValue::new_local(None);
    Effect::new(move |_| {
        if let (Some(large), Some(small)) = (large.get(), small.get()) {
            let begun = Sheet::begin(route.clone(), of, lang, Pen::of(&large), &Pen::of(&small));
            sheet.set_value(Some(begun));
            listeners.set_value(Some(touch::listen(&large, move |deed| {
                let told =
                    sheet.try_update_value(|sheet| sheet.as_mut().is_some_and(|sheet| sheet.hear(deed)));
                told == Some(true)
            })));
        }
    });
    let resized = window_event_listener(ev::resize, move |_| act(Sheet::measure));
    on_cleanup(move || resized.remove());
    let buttons: [(&str, &str, Act); 4] = [
        ("zoom-in", words.closer, |sheet| sheet.zoom(ZOOM)),
        ("zoom-out", words.farther, |sheet| sheet.zoom(1.0 / ZOOM)),
        ("", home, Sheet::go_home),
        ("", words.country, Sheet::show_country),
    ];
    let buttons = buttons.map(|(icon, label, deed)| {
        let inner = match icon {
            "" => label.into_any(),
            icon => view! { <Icon name=icon /> }.into_any(),
        };
        view! { <button class="button" aria-label=label on:click=move |_| act(deed)>{inner}</button> }
            .into_any()
    });
    view! {
        <section class="section chart">
            <h2>{heading}</h2>
            <div class="chart-frame" node_ref=large tabindex="0" role="group" aria-label=words.help></div>
            <div class="chart-tools" role="group" aria-label=words.tools>{Vec::from(buttons)}</div>
            <div class="chart-foot">
                <div node_ref=small></div>
                <div>{legend}</div>
            </div>
            {stops}
        </section>
    }
}

/// How long the way is, what is drawn, and that a map like this is no survey.
fn legend(route: &Route, lang: Lang, of: Of) -> Vec<AnyView> {
    let words = lang.chart();
    let mut lines = Vec::new();
    if of == Of::Journey && route.km > 0.0 {
        let km = lang.about_kilometres(route.km);
        lines.push(format!("{} {km}, {}", words.whole_way, words.straight));
    }
    if route.legs.iter().any(|leg| leg.is_sample) {
        lines.push(words.sample_way.to_owned());
    }
    lines.push(words.illustration.to_owned());
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }.into_any());
    lines.collect()
}

/// The stops as a list that can be read without the map. It is made when it is opened: a journey may have many.
fn stops(route: Arc<Route>, lang: Lang) -> AnyView {
    let summary = lang.chart().stops.into_any();
    view! {
        <Fold class="chart-stops" summary>
            <ol>
                {route.told(lang).into_iter().map(|(number, text)| {
                    view! { <li value=number>{text}</li> }.into_any()
                }).collect::<Vec<_>>()}
            </ol>
        </Fold>
    }
    .into_any()
}

/// The route of a single place.
pub fn of_place(point: (f64, f64)) -> Route {
    Route {
        stops: vec![Stop {
            number: 1,
            point: Some(point),
            ..Stop::default()
        }],
        ..Route::default()
    }
}
