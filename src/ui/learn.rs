//! The pages that teach: the list of all there is to learn, and one article or speciality.

use super::asked::Asked;
use super::context::{use_catalogue, use_lang};
use super::document::{Missing, document_page};
use super::fact_list::FactList;
use super::glossary::{AllTerms, GLOSSARY, OneTerm, TermsUsed};
use super::icon::Icon;
use super::label_picture::LabelPicture;
use super::notice::Loading;
use super::quiz::Quiz;
use super::shell::page_title;
use super::silence::Silences;
use crate::browser::{net, query};
use crate::market::article::{Article, Library, Reference};
use crate::market::glossary::Term;
use crate::market::query::Query;
use crate::market::speciality::Speciality;
use crate::sources::{About, Question, Silence, Told, Why};
use crate::words::{Lang, Text};
use leptos::prelude::*;
use serde_json::Value;

/// How long one file may take, in milliseconds.
const TIMEOUT_MS: u32 = 8000;

/// All there is to learn.
#[component]
pub fn LearnPage() -> impl IntoView {
    let lang = use_lang();
    let words = lang.learn();
    let found = Asked::new(everything);
    page_title(words.title, lang);
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {move || match found.get() {
            None => view! { <Loading /> }.into_any(),
            Some(Err(silence)) => view! { <Silences silences=vec![silence] again=move || found.again() /> }.into_any(),
            Some(Ok((library, specialities))) => view! { <Everything library specialities /> }.into_any(),
        }}
    }
}

#[component]
fn Everything(library: Library, specialities: Vec<Speciality>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.learn();
    let articles = library.articles.into_iter().map(|article| {
        view! {
            <li>
                <a class="lesson" href=format!("/learn/{}", article.id)>
                    <Icon name=icon(&article.icon) />
                    <b>{article.title.in_lang(lang).to_owned()}</b>
                </a>
            </li>
        }
    });
    let specialities = specialities.into_iter().map(|one| {
        view! {
            <li>
                <a class="lesson" href=format!("/learn/{}", one.id)>
                    <img class="art" src=one.picture() alt="" width="64" height="60" loading="lazy" />
                    <b>{one.name.in_lang(lang).to_owned()}</b>
                </a>
            </li>
        }
    });
    view! {
        <section class="section">
            <h2>{words.articles}</h2>
            <ul class="lessons">
                {articles.collect_view()}
                <li>
                    <a class="lesson" href=format!("/learn/{GLOSSARY}")>
                        <Icon name="list" />
                        <b>{lang.glossary().title}</b>
                    </a>
                </li>
            </ul>
        </section>
        <LabelPicture />
        <Quiz questions=library.quiz />
        <section class="section">
            <h2>{words.specialities}</h2>
            <ul class="lessons">{specialities.collect_view()}</ul>
        </section>
    }
}

/// One article or speciality, by its id.
#[component]
pub fn ArticlePage(id: String) -> impl IntoView {
    let lang = use_lang();
    let missing = Missing {
        address: format!("/learn/{id}"),
        facts: Vec::new(),
        heading: Some(lang.problem().not_found),
        help: lang.learn().missing,
    };
    document_page(
        move || {
            let id = id.clone();
            async move {
                let found = lesson(id, lang).await?;
                Ok(found.map(|what| Told { what, kept: None }))
            }
        },
        move |lesson: Option<Lesson>| match &lesson {
            Some(Lesson::Article(article, _)) => article.title.in_lang(lang).to_owned(),
            Some(Lesson::Speciality(one, _)) => one.name.in_lang(lang).to_owned(),
            Some(Lesson::Term(term)) => term.name.in_lang(lang).to_owned(),
            Some(Lesson::Glossary(_)) => lang.glossary().title.to_owned(),
            None => lang.learn().title.to_owned(),
        },
        move |lesson| match lesson {
            Lesson::Article(article, terms) => view! { <Paragraphs article terms /> }.into_any(),
            Lesson::Speciality(one, terms) => view! { <About one terms /> }.into_any(),
            Lesson::Term(term) => view! { <OneTerm term /> }.into_any(),
            Lesson::Glossary(terms) => view! { <AllTerms terms /><AllLessons /> }.into_any(),
        },
        missing,
    )
}

/// What an address under `/learn` may name; articles and specialities with the words that they use.
#[derive(Clone)]
enum Lesson {
    Article(Article, Vec<Term>),
    Speciality(Speciality, Vec<Term>),
    Term(Term),
    Glossary(Vec<Term>),
}

#[component]
fn Paragraphs(article: Article, terms: Vec<Term>) -> impl IntoView {
    let lang = use_lang();
    let paragraphs = article.body.into_iter();
    let paragraphs = paragraphs.map(|text| view! { <p>{text.in_lang(lang).to_owned()}</p> });
    view! {
        <div class="article">{paragraphs.collect_view()}</div>
        <TermsUsed terms />
        <References sources=article.sources />
        <AllLessons />
    }
}

#[component]
fn About(one: Speciality, terms: Vec<Term>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.learn();
    let said = |text: &Option<Text>| text.as_ref().map(|text| text.in_lang(lang).to_owned());
    let facts = [
        (words.place, said(&one.place)),
        (words.altitude, said(&one.altitude)),
        (words.season, said(&one.season)),
    ];
    let facts = facts.into_iter().filter_map(|(term, value)| Some((term, value?)));
    view! {
        <img class="art lesson-art" src=one.picture() alt="" width="160" height="150" />
        <FactList facts=facts.collect() />
        <Listed title=words.process texts=one.process ordered=true />
        <Listed title=words.facts texts=one.facts />
        <Listed title=words.marks texts=one.marks note=words.marks_note />
        <AtTheMarket sought=one.sought />
        <TermsUsed terms />
        <References sources=one.sources />
        <AllLessons />
    }
}

/// The way to the goods of this kind; nothing where the market has none.
#[component]
fn AtTheMarket(sought: Text) -> impl IntoView {
    let lang = use_lang();
    let catalogue = use_catalogue();
    let sought = sought.in_lang(lang).to_owned();
    let address = query::write("/market", &[("q", &sought)]);
    let any = Memo::new(move |_| {
        let catalogue = catalogue.get().flatten();
        catalogue.is_some_and(|catalogue| !catalogue.find(&Query::of_text(&*sought)).is_empty())
    });
    move || {
        any.get().then(|| {
            view! { <a class="button" href=address.clone()><Icon name="store" />{lang.learn().at_the_market}</a> }
        })
    }
}

/// Texts under a heading; nothing where there are none.
#[component]
fn Listed(
    title: &'static str,
    texts: Vec<Text>,
    #[prop(optional)] ordered: bool,
    #[prop(optional)] note: Option<&'static str>,
) -> impl IntoView {
    let lang = use_lang();
    (!texts.is_empty()).then(|| {
        let rows = texts
            .into_iter()
            .map(|text| view! { <li>{text.in_lang(lang).to_owned()}</li> })
            .collect_view();
        view! {
            <section class="section article">
                <h2>{title}</h2>
                {match ordered {
                    true => view! { <ol>{rows}</ol> }.into_any(),
                    false => view! { <ul>{rows}</ul> }.into_any(),
                }}
                {note.map(|note| view! { <p class="source">{note}</p> })}
            </section>
        }
    })
}

/// What a text rests on. A link is opened only by whoever taps it.
#[component]
pub fn References(sources: Vec<Reference>) -> impl IntoView {
    let lang = use_lang();
    (!sources.is_empty()).then(|| {
        let rows = sources.into_iter().map(|source| {
            let title = source.title.in_lang(lang).to_owned();
            match source.url {
                Some(url) => {
                    view! { <li><a href=url target="_blank" rel="noopener noreferrer">{title}</a></li> }
                        .into_any()
                }
                None => view! { <li>{title}</li> }.into_any(),
            }
        });
        view! {
            <section class="section article">
                <h2>{lang.learn().sources}</h2>
                <ul>{rows.collect_view()}</ul>
            </section>
        }
    })
}

#[component]
fn AllLessons() -> impl IntoView {
    view! {
        <p><a class="button quiet" href="/learn"><Icon name="arrow-left" />{use_lang().learn().back}</a></p>
    }
}

async fn everything() -> Result<(Library, Vec<Speciality>), Silence> {
    let library = Library::read(&file("articles").await?);
    let specialities = Speciality::read_all(&file("specialities").await?);
    Ok((library, specialities))
}

async fn lesson(id: String, lang: Lang) -> Result<Option<Lesson>, Silence> {
    let terms = Term::read_all(&file("glossary").await?);
    if id == GLOSSARY {
        return Ok(Some(Lesson::Glossary(terms)));
    }
    if let Some(term) = terms.iter().find(|term| term.id == id) {
        return Ok(Some(Lesson::Term(term.clone())));
    }
    let used = |texts: &[&Text]| {
        let stands = |term: &&Term| term.stands_in(texts.iter().copied(), lang);
        terms.iter().filter(stands).cloned().collect::<Vec<Term>>()
    };
    if let Some(article) = Library::read(&file("articles").await?).article(&id) {
        let used = used(&article.body.iter().collect::<Vec<_>>());
        return Ok(Some(Lesson::Article(article.clone(), used)));
    }
    let mut specialities = Speciality::read_all(&file("specialities").await?).into_iter();
    let found = specialities.find(|one| one.id == id);
    Ok(found.map(|one| {
        let texts = one.marks.iter().chain(&one.facts).chain(&one.process);
        let used = used(&texts.collect::<Vec<_>>());
        Lesson::Speciality(one, used)
    }))
}

/// A file of the app itself, which the service worker keeps.
async fn file(name: &str) -> Result<Value, Silence> {
    let url = format!("/learn/{name}.json");
    let answer = net::fetch(Question::new(url, "application/json", TIMEOUT_MS)).await;
    let document = answer.and_then(|answer| {
        serde_json::from_str(&answer.body).map_err(|error| Why::Broken(error.to_string()))
    });
    document.map_err(|why| Silence {
        source: Text::new(Lang::Vi.shell().name, Lang::En.shell().name),
        why,
        about: About::Code,
    })
}

/// The sprites hold only what their lists in style/ name.
fn icon(name: &str) -> &'static str {
    match name {
        "route" => "route",
        "scan-barcode" => "scan-barcode",
        "badge-check" => "badge-check",
        "barcode" => "barcode",
        "list" => "list",
        "shield-check" => "shield-check",
        "tent" => "tent",
        _ => "lightbulb",
    }
}
