//! The map of a journey or of a place: drawn by the phone itself, without a network or a key.

use super::context::use_lang;
use super::icon::Icon;
use crate::journey::chart::{COUNTRY, Frame, PER_PATH_UNIT, PROVINCE, View, ZOOM};
use crate::journey::label::{Kind, LETTERS, Label};
use crate::journey::pin::{PIN, Pin};
use crate::journey::route::{Route, Stop};
use crate::journey::scene::{Line, scene, whole_route};
use crate::words::Lang;
use leptos::oco::Oco;
use leptos::prelude::*;
use leptos::{ev, html};

/// The height of the map in sixteenths of the size of the text, as style/parts.css sets it.
const HEIGHT: f64 = 352.0;

/// Its frame before it was measured: a phone's.
const PHONE: Frame = Frame {
    width: 328.0,
    height: HEIGHT,
};

/// The frame of the small map of the whole country.
const INSET: Frame = Frame {
    width: 160.0,
    height: 186.0,
};

/// Where the names of the archipelagos stand in the small map: the middle, and the baseline of the first line.
const INSET_NAMES: [(i32, i32); 2] = [(119, 101), (117, 190)];

/// Whose map it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Of a journey, with numbered stops.
    Journey,
    /// Of one place.
    Place,
}

/// Which part of the map is in view, and what that is measured in. Every copy is the same one.
#[derive(Clone, Copy)]
struct Look {
    route: StoredValue<Route>,
    frame: RwSignal<Frame>,
    /// `None` until the shopper moves it: the whole route.
    chosen: RwSignal<Option<View>>,
}

impl Look {
    fn frame(self) -> Frame {
        self.frame.get()
    }

    fn home(self) -> View {
        let frame = self.frame.get();
        self.route.with_value(|route| whole_route(route, frame))
    }

    fn view(self) -> View {
        self.chosen.get().unwrap_or_else(|| self.home())
    }

    fn zoom(self, factor: f64) {
        let (view, frame) = untrack(|| (self.view(), self.frame()));
        self.chosen.set(Some(view.zoomed(factor, frame)));
    }

    fn show_country(self) {
        let frame = self.frame.get_untracked();
        self.chosen.set(Some(View::country(frame)));
    }

    fn press(self, event: &ev::KeyboardEvent) {
        let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key();
        let (view, home, frame) = untrack(|| (self.view(), self.home(), self.frame()));
        let pressed = view.pressed(&event.key(), home, frame);
        if let (Some(view), false) = (pressed, has_modifier) {
            event.prevent_default();
            self.chosen.set(Some(view));
        }
    }
}

/// The map with its buttons, the small map of the country and the list of stops.
///
/// Every kind of element is made in one place here: each further kind weighs as much as all the rest of the map's code.
#[component]
pub fn Map(route: Route, of: Of) -> impl IntoView {
    let lang = use_lang();
    let words = lang.chart();
    let look = Look {
        route: StoredValue::new(route),
        frame: RwSignal::new(PHONE),
        chosen: RwSignal::new(None),
    };
    let (heading, home) = match of {
        Of::Journey => (words.heading, words.route),
        Of::Place => (words.place_heading, words.place),
    };
    let buttons = [
        button("zoom-in", words.closer, Box::new(move || look.zoom(ZOOM))),
        button("zoom-out", words.farther, Box::new(move || look.zoom(1.0 / ZOOM))),
        button("", home, Box::new(move || look.chosen.set(None))),
        button("", words.country, Box::new(move || look.show_country())),
    ];
    let stops = (of == Of::Journey).then(|| stops(look, lang));
    let parts = vec![
        view! { <div class="chart-tools" role="group" aria-label=words.tools>{Vec::from(buttons)}</div> }
            .into_any(),
        block("chart-foot", vec![small_map(look, lang), legend(look, lang, of)]),
    ];
    view! {
        <section class="section chart">
            <h2>{heading}</h2>
            {sheet(look, lang, of)}
            {parts}
            {stops}
        </section>
    }
}

fn block(class: &'static str, parts: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{parts}</div> }.into_any()
}

/// A button with an icon that it is named by, or with its name.
fn button(icon: &'static str, label: &'static str, act: Box<dyn Fn() + Send + Sync>) -> AnyView {
    let inner = match icon {
        "" => label.into_any(),
        icon => view! { <Icon name=icon /> }.into_any(),
    };
    view! { <button class="button" aria-label=label on:click=move |_| act()>{inner}</button> }.into_any()
}

/// The map itself. One finger moves it sideways and scrolls the page up and down; two fingers zoom; a mouse draws it.
fn sheet(look: Look, lang: Lang, of: Of) -> AnyView {
    let words = lang.chart();
    let node = NodeRef::<html::Div>::new();
    let measure = move || {
        let size = node
            .get_untracked()
            .map(|node| (node.client_width(), node.client_height()));
        if let Some((width, height @ 1..)) = size {
            let width = f64::from(width) * HEIGHT / f64::from(height);
            look.frame.set(Frame { width, ..PHONE });
        }
    };
    Effect::new(move |_| {
        node.track();
        measure();
    });
    let resized = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    let fingers = Fingers {
        node,
        down: StoredValue::new(Vec::new()),
        look,
    };
    view! {
        <div
            class="chart-frame"
            node_ref=node
            tabindex="0"
            role="group"
            aria-label=words.help
            on:keydown=move |event| look.press(&event)
            on:pointerdown=move |event| fingers.put(&event)
            on:pointermove=move |event| fingers.go(&event)
            on:pointerleave=move |event| fingers.lift(&event)
        >
            {move || draw(look, lang, of)}
        </div>
    }
    .into_any()
}

/// A picture with this part of its own units in view.
fn picture(
    class: &'static str,
    shown: [i32; 4],
    size: [i32; 2],
    label: &'static str,
    parts: Vec<AnyView>,
) -> AnyView {
    let [left, top, width, height] = shown;
    let shown = format!("{left} {top} {width} {height}");
    let name = (!label.is_empty()).then_some(label);
    let role = if name.is_none() { "presentation" } else { "img" };
    view! {
        <svg class=class viewBox=shown width=size[0] height=size[1] preserveAspectRatio="none" role=role aria-label=name>
            {parts}
        </svg>
    }
    .into_any()
}

/// A line or a shape. A dot is a line of no length with a round end.
fn path(class: &'static str, d: impl Into<Oco<'static, str>>) -> AnyView {
    let d: Oco<'static, str> = d.into();
    view! { <path class=class d=d /> }.into_any()
}

fn writing(class: &'static str, x: i32, y: i32, text: String) -> AnyView {
    view! { <text class=class x=x y=y>{text}</text> }.into_any()
}

/// Shapes that change their size or are kept inside the country.
fn group(id: &'static str, transform: String, parts: Vec<AnyView>) -> AnyView {
    let clip = if id.is_empty() { "" } else { "url(#chart-country)" };
    view! { <g transform=transform clip-path=clip>{parts}</g> }.into_any()
}

/// The outlines. The province is drawn inside the country only, so that the border is the country's own.
fn land(shown: [i32; 4], size: [i32; 2]) -> AnyView {
    let scale = format!("scale({})", PER_PATH_UNIT as i32);
    let clip = view! { <clipPath id="chart-country">{path("", COUNTRY)}</clipPath> }.into_any();
    let province = group("province", String::new(), vec![path("province", PROVINCE)]);
    let parts = vec![clip, path("country", COUNTRY), province, path("border", COUNTRY)];
    picture("chart-land", shown, size, "", vec![group("", scale, parts)])
}

fn draw(look: Look, lang: Lang, of: Of) -> AnyView {
    let (view, frame) = (look.view(), look.frame());
    let scene = look.route.with_value(|route| scene(route, view, frame, lang));
    let size = [frame.width.round() as i32, HEIGHT as i32];
    let mut parts = vec![
        land(view.shown(frame), size),
        path("islands", dots(&scene.islands)),
        path("town", dots(&scene.towns)),
    ];
    parts.extend(scene.labels.into_iter().map(name));
    let (bar, foot) = (scene.bar.0.round() as i32, size[1] - 9);
    parts.push(path("bar", format!("M8,{}v6h{bar}v-6", foot - 6)));
    parts.push(writing("bar", 9, foot - 9, format!("{}\u{a0}km", scene.bar.1)));
    parts.extend(scene.lines.iter().map(line));
    for pin in scene.pins {
        draw_pin(&mut parts, pin, of);
    }
    picture(
        "chart-map",
        [0, 0, size[0], size[1]],
        size,
        lang.chart().inset,
        parts,
    )
}

/// Dots as lines of no length: their style makes them round.
fn dots(dots: &[(f64, f64)]) -> String {
    let dots = dots
        .iter()
        .map(|(x, y)| format!("M{},{}h0", x.round() as i32, y.round() as i32));
    dots.collect()
}

fn name(label: Label) -> AnyView {
    let class = match label.kind {
        Kind::Islands => "name islands",
        Kind::Province => "name province",
        Kind::Town => "name town",
        Kind::Commune => "name commune",
        Kind::Sea => "name sea",
    };
    let x = label.area.middle().0.round() as i32;
    let y = (label.area.top + LETTERS).round() as i32;
    writing(class, x, y, label.text)
}

/// A leg with an arrowhead in its middle, where there is room for one.
fn line(line: &Line) -> AnyView {
    let through = |dots: &[(f64, f64)]| {
        let dots = dots
            .iter()
            .map(|(x, y)| format!("{},{}", x.round() as i32, y.round() as i32));
        format!("M{}", dots.collect::<Vec<_>>().join("L"))
    };
    let way = through(&[line.from, line.to]);
    let class = if line.is_sample { "leg sample" } else { "leg" };
    let mut parts = vec![path("casing", way.clone()), path(class, way)];
    parts.extend(line.head().map(|corners| path("head", through(&corners) + "z")));
    parts.into_any()
}

/// A pin: a thick line with round ends on its edge, and its numbers; for a place, a hole.
fn draw_pin(parts: &mut Vec<AnyView>, pin: Pin, of: Of) {
    let (x, y) = pin.area.middle();
    let (x, y) = (x.round() as i32, y.round() as i32);
    let width = (pin.area.width - PIN).max(0.0).round() as i32;
    let stroke = format!("M{},{y}h{width}", x - width / 2);
    parts.push(path("pin-edge", stroke.clone()));
    parts.push(path("pin", stroke));
    parts.push(match of {
        Of::Journey => writing("pin", x, y + 5, pin.text),
        Of::Place => path("hole", format!("M{x},{y}h0")),
    });
}

/// The whole country, small, with both archipelagos and a frame round what the map shows: in every view.
fn small_map(look: Look, lang: Lang) -> AnyView {
    let words = lang.chart();
    (move || {
        let whole = View::country(INSET);
        let shown = whole.shown(INSET);
        let drawn = scene(&Route::default(), whole, INSET, lang);
        let outline = group(
            "",
            format!("scale({})", PER_PATH_UNIT as i32),
            vec![path("country", COUNTRY)],
        );
        let size = [INSET.width as i32, INSET.height as i32];
        let mut parts = vec![
            picture("chart-land", shown, size, "", vec![outline]),
            path("islands", dots(&drawn.islands)),
        ];
        for (name, (x, y)) in words.islands.iter().zip(INSET_NAMES) {
            let (first, last) = halves(name);
            parts.push(writing("name", x, y, first.to_owned()));
            parts.push(writing("name", x, y + 14, last.trim().to_owned()));
        }
        let seen = look.view().shown(look.frame());
        let place = |index: usize| (f64::from(seen[index] - shown[index]) / whole.scale).round() as i32;
        let side = |side: i32| (f64::from(side) / whole.scale).round().max(5.0) as i32;
        let (width, height) = (side(seen[2]), side(seen[3]));
        parts.push(path(
            "part",
            format!("M{},{}h{width}v{height}h-{width}z", place(0), place(1)),
        ));
        picture("chart-inset", [0, 0, 160, 208], [160, 208], words.inset, parts)
    })
    .into_any()
}

/// A name in two lines that are about as long.
fn halves(name: &'static str) -> (&'static str, &'static str) {
    let middle = name.len() / 2;
    let spaces = name.match_indices(' ').map(|(index, _)| index);
    let nearest = spaces.min_by_key(|index| index.abs_diff(middle));
    nearest.map_or((name, ""), |index| name.split_at(index))
}

/// How long the way is, what is drawn, and that a map like this is no survey.
fn legend(look: Look, lang: Lang, of: Of) -> AnyView {
    let words = lang.chart();
    let (km, has_samples) = look
        .route
        .with_value(|route| (route.km, route.legs.iter().any(|leg| leg.is_sample)));
    let mut lines = Vec::new();
    if of == Of::Journey && km > 0.0 {
        let km = lang.about_kilometres(km);
        lines.push(format!("{} {km}, {}", words.whole_way, words.straight));
    }
    if has_samples {
        lines.push(words.sample_way.to_owned());
    }
    lines.push(words.illustration.to_owned());
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }.into_any());
    block("", lines.collect())
}

/// The stops as a list that can be read without the map. It is made when it is opened: a journey may have many.
fn stops(look: Look, lang: Lang) -> AnyView {
    let opened = RwSignal::new(false);
    view! {
        <details class="chart-stops" on:toggle=move |_| if !opened.get_untracked() { opened.set(true) }>
            <summary>{lang.chart().stops}</summary>
            {move || opened.get().then(|| {
                let told = look.route.with_value(|route| route.told(lang));
                let items = told.into_iter().map(|(number, text)| view! { <li value=number>{text}</li> }.into_any());
                view! { <ol>{items.collect::<Vec<_>>()}</ol> }.into_any()
            })}
        </details>
    }
    .into_any()
}

/// The fingers, or the mouse, on the map.
#[derive(Clone, Copy)]
struct Fingers {
    node: NodeRef<html::Div>,
    /// Each with its number, and where it last was in the frame.
    down: StoredValue<Vec<(i32, (f64, f64))>>,
    look: Look,
}

impl Fingers {
    fn put(self, event: &ev::PointerEvent) {
        if let (Some(place), 0) = (self.place(event), event.button()) {
            let finger = (event.pointer_id(), place);
            self.down.update_value(|down| {
                down.retain(|(id, _)| *id != finger.0);
                down.push(finger);
            });
        }
    }

    fn lift(self, event: &ev::PointerEvent) {
        let id = event.pointer_id();
        self.down
            .update_value(|down| down.retain(|(known, _)| *known != id));
    }

    fn go(self, event: &ev::PointerEvent) {
        let Some(place) = self.place(event).filter(|_| event.buttons() > 0) else {
            self.lift(event);
            return;
        };
        let before = self.down.get_value();
        self.down.update_value(|down| {
            for (id, known) in down {
                if *id == event.pointer_id() {
                    *known = place;
                }
            }
        });
        let after = self.down.get_value();
        let (view, frame) = untrack(|| (self.look.view(), self.look.frame()));
        let view = match (&before[..], &after[..]) {
            ([(_, from)], [(_, to)]) if from != to => view.moved((from.0 - to.0, from.1 - to.1), frame),
            ([a, b], [c, d]) if before != after => view.pinched([a.1, b.1], [c.1, d.1], frame),
            _ => return,
        };
        self.look.chosen.set(Some(view));
    }

    /// Where an event is in the frame.
    fn place(self, event: &ev::PointerEvent) -> Option<(f64, f64)> {
        let node = self.node.get_untracked()?;
        let (edge, height) = (node.get_bounding_client_rect(), f64::from(node.client_height()));
        let unit = HEIGHT / height.max(1.0);
        let x = f64::from(event.client_x()) - edge.left();
        let y = f64::from(event.client_y()) - edge.top();
        Some((x * unit, y * unit))
    }
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
