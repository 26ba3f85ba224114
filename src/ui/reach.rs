//! How to reach a producer: each number and address in full, opened only on a tap.

use super::context::use_lang;
use super::icon::Icon;
use crate::browser::links;
use crate::sources::contact::Contact;
use leptos::prelude::*;

/// Telephone, Zalo, mail and web page. Nothing where none is told.
#[component]
pub fn Reach(contacts: Vec<Contact>, web: Option<String>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.market();
    if contacts.is_empty() && web.is_none() {
        return None;
    }
    let has_numbers = !contacts.is_empty();
    let contacts = contacts
        .into_iter()
        .map(|contact| view! { <OneContact contact /> });
    let web = web.and_then(|web| Some((links::host(&web)?, web)));
    Some(view! {
        <section class="section reach">
            <h2>{words.contact}</h2>
            <ul>
                {contacts.collect_view()}
                {web.map(|(host, web)| view! {
                    <li>
                        <a class="button" href=web target="_blank" rel="noopener noreferrer external">
                            <Icon name="external-link" />{words.visit}" "<b>{host}</b>
                        </a>
                        <p class="source">{words.leaves}</p>
                    </li>
                })}
            </ul>
            {has_numbers.then(|| view! { <p class="source">{lang.producer().reach_help}</p> })}
        </section>
    })
}

#[component]
fn OneContact(contact: Contact) -> impl IntoView {
    let lang = use_lang();
    let words = lang.producer();
    let title = contact.title.as_ref().map(|title| title.in_lang(lang).to_owned());
    let ways = [
        (
            "phone",
            words.call,
            contact.call(),
            contact.telephone.clone(),
            false,
        ),
        (
            "message-circle",
            words.chat,
            contact.chat(),
            contact.zalo.clone(),
            true,
        ),
        ("mail", words.write, contact.write(), contact.mail.clone(), false),
    ];
    let ways = ways.into_iter().filter_map(|(icon, verb, address, shown, elsewhere)| {
        let (address, shown) = (address?, shown?);
        Some(view! {
            <a class="button" href=address target=elsewhere.then_some("_blank") rel="noopener noreferrer external">
                <Icon name=icon />{verb}" "<b>{shown}</b>
            </a>
        })
    });
    view! {
        <li>
            {title.map(|title| view! { <p>{title}</p> })}
            {ways.collect_view()}
        </li>
    }
}
