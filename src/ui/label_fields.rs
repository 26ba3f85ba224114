//! The fields of the label workshop, in groups.

use super::asked::Asked;
use super::context::{use_catalogue, use_config, use_lang};
use super::label_form::{Field, Form, GRID, SINGLE};
use crate::browser::net;
use crate::gs1::Gtin;
use crate::label::length;
use crate::label::sheet::PRESETS;
use crate::market::catalogue::Card;
use crate::sources::Question;
use crate::sources::product::Lot;
use leptos::prelude::*;

/// So many products stand in the choice; the others are reached from their own pages.
const MOST_PRODUCTS: usize = 200;

/// How long the list of lots may take, in milliseconds.
const TIMEOUT_MS: u32 = 8000;

/// Product, lot, site and text.
#[component]
pub fn Goods(form: Form) -> impl IntoView {
    let words = use_lang().labels();
    view! {
        <fieldset>
            <legend>{words.goods}</legend>
            <Products form />
            <Typed label=words.number field=form.number numeric=true />
            <Typed label=words.lot field=form.lot list="published-lots" />
            <Lots form />
            <Typed label=words.serial field=form.serial />
            <Typed label=words.site field=form.site />
            <Check label=words.texts field=form.texts />
        </fieldset>
    }
}

/// The codes with their sizes, and the colours.
#[component]
pub fn Codes(form: Form) -> impl IntoView {
    let words = use_lang().labels();
    let [qr, bars, matrix] = form.wants;
    let [qr_size, bars_size, matrix_size] = form.sizes;
    let colours = |names: &'static [&'static str]| -> Vec<(String, String)> {
        let names = names.iter().enumerate();
        names
            .map(|(at, name)| (at.to_string(), (*name).to_owned()))
            .collect()
    };
    let corrections = || {
        vec![
            ("M".to_owned(), words.correction_m.to_owned()),
            ("Q".to_owned(), words.correction_q.to_owned()),
        ]
    };
    view! {
        <fieldset>
            <legend>{words.codes}</legend>
            <Check label=words.wants[0] field=qr />
            {move || qr.get().then(|| view! {
                <Typed label=words.qr_size field=qr_size numeric=true />
                <Chosen label=words.correction field=form.correction options=corrections() />
                <Typed label=words.qr_quiet field=form.quiet numeric=true />
            })}
            <Check label=words.wants[1] field=bars />
            {move || bars.get().then(|| view! { <Typed label=words.bars_size field=bars_size numeric=true /> })}
            <Check label=words.wants[2] field=matrix />
            {move || matrix.get().then(|| view! { <Typed label=words.matrix_size field=matrix_size numeric=true /> })}
            <Chosen label=words.ink field=form.ink options=colours(&words.inks) />
            <Chosen label=words.paper field=form.paper options=colours(&words.papers) />
        </fieldset>
    }
}

/// The sheet.
#[component]
pub fn Sheets(form: Form) -> impl IntoView {
    let lang = use_lang();
    let words = lang.labels();
    let of_trade = PRESETS.iter().map(|sheet| {
        let shown = |um| length::shown(um, lang);
        let stickers = sheet.capacity().to_string();
        let values = [&*stickers, &shown(sheet.sticker.0), &shown(sheet.sticker.1)].map(str::to_owned);
        (stickers, crate::words::labels::filled(words.stickers, &values))
    });
    let others = [(GRID, words.own_grid), (SINGLE, words.single)];
    let others = others.map(|(value, text)| (value.to_owned(), text.to_owned()));
    let options: Vec<(String, String)> = of_trade.chain(others).collect();
    let grid = [
        words.columns,
        words.rows,
        words.beside,
        words.above,
        words.between,
        words.under,
    ];
    let fields = move || {
        let fields: Vec<(&'static str, Field)> = match form.sheet.get().as_str() {
            GRID => grid.into_iter().zip(form.grid).collect(),
            SINGLE => [words.width, words.height].into_iter().zip(form.single).collect(),
            _ => Vec::new(),
        };
        let typed = |(label, field)| view! { <Typed label field numeric=true /> };
        fields.into_iter().map(typed).collect_view()
    };
    view! {
        <fieldset>
            <legend>{words.sheet}</legend>
            <Chosen label=words.sheet field=form.sheet options />
            {fields}
        </fieldset>
    }
}

/// The product of the market with the number that is typed.
pub fn card_of(form: Form, cards: &[Card]) -> Option<Card> {
    let number = form.number.get().replace(char::is_whitespace, "");
    let gtin = Gtin::parse(&number).ok()?;
    cards.iter().find(|card| card.gtin == gtin.as_str()).cloned()
}

/// The choice of a product of the market, which fills in its number.
#[component]
fn Products(form: Form) -> impl IntoView {
    let lang = use_lang();
    let words = lang.labels();
    let catalogue = use_catalogue();
    let current = Memo::new(move |_| {
        let catalogue = catalogue.get().flatten();
        let card = catalogue.and_then(|catalogue| card_of(form, catalogue.cards()));
        card.map(|card| card.gtin).unwrap_or_default()
    });
    let choose = move |event| {
        let gtin = event_target_value(&event);
        form.lot.set(String::new());
        form.number
            .set(gtin.strip_prefix('0').unwrap_or(&gtin).to_owned());
    };
    let option = move |card: &Card| {
        let gtin = card.gtin.clone();
        let mine = gtin.clone();
        let name = card.name.in_lang(lang).to_owned();
        view! { <option value=gtin prop:selected=move || current.read().as_str() == mine>{name}</option> }
    };
    let options = move || {
        let catalogue = catalogue.get().flatten().unwrap_or_default();
        catalogue
            .cards()
            .iter()
            .take(MOST_PRODUCTS)
            .map(option)
            .collect_view()
    };
    view! {
        <label class="filter">
            <span>{words.product}</span>
            <select on:change=choose>
                <option value="" prop:selected=move || current.read().is_empty()>{words.other_product}</option>
                {options}
            </select>
        </label>
    }
}

/// The published lots of the product, offered while the lot is typed.
#[component]
fn Lots(form: Form) -> impl IntoView {
    let config = use_config();
    let lots = Asked::new(move || {
        let gtin = Gtin::parse(&form.number.get().replace(char::is_whitespace, "")).ok();
        let market = config.read_value().market.clone();
        async move {
            match gtin {
                Some(gtin) => lots_of(gtin, &market).await.unwrap_or_default(),
                None => Vec::new(),
            }
        }
    });
    let options = move || {
        let lots = lots.get().unwrap_or_default().into_iter();
        lots.filter_map(|lot| lot.lot)
            .map(|lot| view! { <option value=lot></option> })
            .collect_view()
    };
    view! { <datalist id="published-lots">{options}</datalist> }
}

/// The lots that the market has published; `None` where it knows none or keeps silent.
async fn lots_of(gtin: Gtin, market: &str) -> Option<Vec<Lot>> {
    let question = Question::new(
        format!("{market}01/{gtin}/lots.json"),
        "application/json",
        TIMEOUT_MS,
    );
    let answer = net::fetch(question).await.ok()?;
    let document = serde_json::from_str(&answer.body).ok()?;
    Lot::read_all(&document, Some(gtin)).ok()
}

/// A field for a text or, with the keys for it, a number.
#[component]
fn Typed(
    label: &'static str,
    field: Field,
    #[prop(optional)] numeric: bool,
    #[prop(optional)] list: Option<&'static str>,
) -> impl IntoView {
    let mode = if numeric { "decimal" } else { "text" };
    view! {
        <label class="filter">
            <span>{label}</span>
            <input type="text" inputmode=mode list=list autocomplete="off" autocapitalize="off" spellcheck="false"
                prop:value=move || field.get() on:input=move |event| field.set(event_target_value(&event)) />
        </label>
    }
}

/// A field of which one value is chosen.
#[component]
fn Chosen(label: &'static str, field: Field, options: Vec<(String, String)>) -> impl IntoView {
    let option = move |(value, text): (String, String)| {
        let mine = value.clone();
        view! { <option value=value prop:selected=move || field.read().as_str() == mine>{text}</option> }
    };
    view! {
        <label class="filter">
            <span>{label}</span>
            <select on:change=move |event| field.set(event_target_value(&event))>
                {options.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}

/// Something that is wanted or not.
#[component]
fn Check(label: &'static str, field: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=move || field.get() on:change=move |event| field.set(event_target_checked(&event)) />
            {label}
        </label>
    }
}
