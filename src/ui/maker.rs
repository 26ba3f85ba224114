//! Who makes the goods: a link to the page of a producer.

use super::context::use_lang;
use super::icon::Icon;
use crate::sources::place::Organization;
use crate::words::Text;
use leptos::prelude::*;

/// The maker of a product, with its commune and province. Nothing for a maker without a number.
#[component]
pub fn Maker(producer: Organization) -> impl IntoView {
    let lang = use_lang();
    let gln = producer.gln.clone()?;
    let seat = (producer.commune, producer.province);
    let note = lang.area(seat.0.as_deref(), seat.1.as_deref());
    Some(view! { <MakerLink gln name=producer.name note /> })
}

/// A producer by its number and name, with a line of small print under it.
#[component]
pub fn MakerLink(gln: String, name: Text, note: String) -> impl IntoView {
    let lang = use_lang();
    let initials = initials(name.in_lang(lang));
    view! {
        <a class="maker" href=format!("/417/{gln}")>
            <span class="ava" aria-hidden="true">{initials}</span>
            <div>
                <b>{name.in_lang(lang).to_owned()}</b>
                <p>{note}</p>
            </div>
            <Icon name="chevron-right" />
        </a>
    }
}

/// The initials of the two last words that begin with a capital letter: `Hợp tác xã Chè Mây Ngàn (mẫu)` → `MN`.
fn initials(name: &str) -> String {
    let capitals = name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|first| first.is_uppercase());
    let all: Vec<char> = capitals.collect();
    all.iter().skip(all.len().saturating_sub(2)).collect()
}
