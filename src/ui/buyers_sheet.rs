//! The sheet for bulk buyers: a page to print and a table to download.

use super::context::{use_lang, use_today};
use super::icon::Icon;
use super::page_code::PageCode;
use crate::browser::{download, site};
use crate::gs1::DigitalLink;
use crate::market::buyers_sheet::{Row, as_csv, rows};
use crate::sources::place::Organization;
use leptos::prelude::*;

/// The buttons, and the sheet itself, which only paper shows. Nothing for a producer without goods.
#[component]
pub fn BuyersSheet(producer: Organization) -> impl IntoView {
    let lang = use_lang();
    let words = lang.producer();
    let today = use_today().get_untracked();
    if producer.products.is_empty() {
        return None;
    }
    let file = format!("cho-phien-{}.csv", producer.gln.as_deref().unwrap_or("417"));
    let sheet = producer.clone();
    let save = move |_| download::save(&file, "text/csv", &as_csv(&producer, today, lang));
    Some(view! {
        <section class="section buyers">
            <h2>{words.buyers}</h2>
            <p>{words.buyers_help}</p>
            <div class="acts">
                <button class="button" on:click=|_| site::print()><Icon name="printer" />{words.print}</button>
                <button class="button" on:click=save><Icon name="download" />{words.table}</button>
            </div>
            <Paper producer=sheet />
        </section>
    })
}

/// Reach, goods, the day, and the code of the page.
#[component]
fn Paper(producer: Organization) -> impl IntoView {
    let lang = use_lang();
    let words = lang.producer();
    let today = use_today().get_untracked();
    let goods = rows(&producer, today, lang);
    let identity = producer.gln.as_ref();
    let identity = identity.and_then(|gln| DigitalLink::parse(&format!("/417/{gln}")).ok());
    let address = identity
        .as_ref()
        .map(|identity| site::address_of(&identity.address()));
    let row = move |row: Row| {
        let price = row.price_vnd.map(|price| lang.price(price));
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                <td>{row.gtin}</td>
                <td>{row.content}</td>
                <td>{price.unwrap_or_else(|| words.no_price.to_owned())}</td>
                <td>{row.certificates}</td>
            </tr>
        }
    };
    view! {
        <div class="sheet-of-goods" aria-hidden="true">
            <p>{reached(&producer).join(" · ")}</p>
            <table>
                <thead><tr>{words.paper.map(|title| view! { <th scope="col">{title}</th> }).collect_view()}</tr></thead>
                <tbody>{goods.into_iter().map(row).collect_view()}</tbody>
            </table>
            <div class="foot-of-goods">
                {identity.map(|identity| view! { <PageCode identity /> })}
                <p>{words.as_of}" "{lang.date(today)}<br />{address}</p>
            </div>
        </div>
    }
}

/// Address, numbers and web page, in one line.
fn reached(producer: &Organization) -> Vec<String> {
    let seat = [&producer.commune, &producer.province];
    let seat: Vec<&str> = seat.into_iter().filter_map(Option::as_deref).collect();
    let contacts = producer.contacts.iter().flat_map(|contact| {
        let zalo = contact.zalo.as_ref().map(|number| format!("Zalo {number}"));
        [contact.telephone.clone(), zalo, contact.mail.clone()]
    });
    let seat = Some(seat.join(", ")).filter(|seat| !seat.is_empty());
    std::iter::once(seat)
        .chain(contacts)
        .chain([producer.web.clone()])
        .flatten()
        .collect()
}
