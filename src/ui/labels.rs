//! The label workshop: a label for a product and lot, checked, read back, and printed on sheets of stickers.

use super::context::{use_catalogue, use_lang, use_path};
use super::icon::Icon;
use super::label_fields::{Codes, Goods, Sheets, card_of};
use super::label_form::{Form, Made};
use super::label_proof::{LabelProof, Making, Proof, prove};
use super::label_sheet::LabelSheet;
use super::shell::page_title;
use crate::browser::{download, history, query, site};
use crate::label::{Sheet, Sticker, svg};
use crate::words::Lang;
use leptos::prelude::*;

/// The label workshop. Product and lot are the query of the address, `?id=01/…/10/…`.
#[component]
pub fn LabelsPage() -> impl IntoView {
    let lang = use_lang();
    let words = lang.labels();
    let form = Form::of_the_address(&use_path().get_untracked());
    let catalogue = use_catalogue();
    let name = Memo::new(move |_| {
        let catalogue = catalogue.get().flatten();
        let card = catalogue.and_then(|catalogue| card_of(form, catalogue.cards()));
        card.map(|card| card.name.in_lang(lang).to_owned())
            .unwrap_or_default()
    });
    let making: Making = Memo::new(move |_| form.made(&name.read(), lang));
    let proof = prove(making);
    write_id(form);
    suit_sheet(form, lang);
    page_title(words.title, lang);
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <form class="label-form" novalidate on:submit=|event| event.prevent_default()>
            <Goods form />
            <Codes form />
            <Sheets form />
        </form>
        <LabelProof making proof />
        {move || (proof.get() == Some(Proof::Read)).then(|| view! { <Outcome making /> })}
        {move || making.get().ok().map(|made| view! {
            <section class="section sheet-room">
                <h2>{words.preview}</h2>
                <LabelSheet made name=words.preview />
            </section>
        })}
    }
}

/// Keeps product and lot in the address, without a further entry in the history.
fn write_id(form: Form) {
    Effect::new(move |earlier: Option<()>| {
        let id = form.id();
        if earlier.is_some() {
            history::replace(&query::write("/labels", &[("id", &id.unwrap_or_default())]));
        }
    });
}

/// The sizes of the codes follow the sheet whenever another one is chosen.
fn suit_sheet(form: Form, lang: Lang) {
    Effect::new(move |earlier: Option<()>| {
        form.sheet.track();
        if earlier.is_some() {
            untrack(|| form.suit(lang));
        }
    });
}

/// What can be done with a label that was read: print its sheet, save it.
#[component]
fn Outcome(making: Making) -> impl IntoView {
    let words = use_lang().labels();
    let save = move |name: &str, sheet: fn(&Made) -> Option<Sheet>| {
        if let Ok(made) = &*making.read_untracked()
            && let Some(sheet) = sheet(made)
        {
            let stickers: Vec<&Sticker> = vec![&made.sticker; sheet.capacity()];
            download::save(name, "image/svg+xml", &svg::document(sheet, &stickers));
        }
    };
    view! {
        <div class="acts">
            <button class="button primary" on:click=|_| site::print()>
                <Icon name="printer" />
                {words.print}
            </button>
            <button class="button" on:click=move |_| save("labels.svg", |made| Some(made.sheet))>
                <Icon name="download" />
                {words.save_sheet}
            </button>
            <button class="button" on:click=move |_| save("label.svg", |made| Sheet::single(made.sticker.size))>
                <Icon name="download" />
                {words.save_label}
            </button>
        </div>
        <p class="help">{words.print_help}</p>
    }
}
