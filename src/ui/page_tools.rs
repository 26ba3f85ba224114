//! What can be done with a journey page: show its code, print it, report a problem, make labels.

use super::chunks;
use super::context::{use_address, use_lang};
use super::icon::Icon;
use super::lazy::{Chunk, boxed_draw, boxed_load};
use super::report::Report;
use super::share_button::PageSheetOver;
use crate::browser::{query, site};
use crate::gs1::DigitalLink;
use crate::journey::problem_report::ProblemReport;
use leptos::prelude::*;

/// The three of them. On paper, the code of the page stands in their place.
#[component]
pub fn PageTools(identity: DigitalLink, report: ProblemReport) -> impl IntoView {
    let words = use_lang().page_tools();
    let sheet = RwSignal::new(false);
    let embedded = use_address().read_untracked().embedded;
    let is_product = identity.gtin().is_some() && !embedded;
    let labels =
        is_product.then(|| query::write("/labels", &[("id", identity.address().trim_start_matches('/'))]));
    view! {
        <section class="section page-tools">
            <h2>{words.this_page}</h2>
            <div class="acts">
                <button class="button" on:click=move |_| sheet.set(true)>
                    <Icon name="qr-code" />
                    {words.code}
                </button>
                <button class="button" on:click=|_| site::print()>
                    <Icon name="printer" />
                    {words.print}
                </button>
            </div>
            <Report report />
            {labels.map(|href| view! { <p><a href=href>{words.labels}</a></p> })}
            <PageSheetOver identity=identity.clone() sheet />
            <OnPaper identity />
        </section>
    }
}

/// The code and the address, for paper only. They are drawn beforehand: a browser prints what is there.
#[component]
fn OnPaper(identity: DigitalLink) -> impl IntoView {
    let (chunk, _) = Chunk::fetch(boxed_load(chunks::load_page_code), || {});
    let address = site::address_of(&identity.address());
    let draw = boxed_draw(move || chunks::page_code(identity.clone()));
    view! {
        <div class="on-paper" aria-hidden="true">
            {move || (chunk.get() == Chunk::Loaded).then(&draw)}
            <p>{address}</p>
        </div>
    }
}
