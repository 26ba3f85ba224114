//! Live resolvers: their description, the older name of their link sets, the way up from item to product.

use crate::web::*;
use cho_phien::sources::{Findings, Question, Why};
use serde_json::{Value, json};

const HOST: &str = "https://id.example.org";

#[test]
fn a_host_alone_is_asked_for_its_description_first() {
    let description = json!({"resolverRoot": format!("{HOST}/links"), "supportedPrimaryKeys": ["01"]});
    let web = Web::default()
        .with(&format!("{HOST}/.well-known/gs1resolver"), description)
        .with(&format!("{HOST}/links{LOT}?linkType=linkset"), links())
        .with(&format!("{HOST}/p.json"), product());
    let findings = ask(&web, HOST, LOT);
    assert!(findings.product.is_some(), "{:?}", web.asked());
    let described = Web::default().with(
        &format!("{HOST}/.well-known/gs1resolver"),
        json!({"supportedPrimaryKeys": ["414"]}),
    );
    assert_eq!(whys(&ask(&described, HOST, LOT)), [Why::NotThere]);
    assert_eq!(described.asked().len(), 2, "the recall list and the description");
    let bare = Web::default()
        .with(&format!("{HOST}{LOT}?linkType=linkset"), links())
        .with(&format!("{HOST}/p.json"), product());
    assert!(ask(&bare, &format!("{HOST}/"), LOT).product.is_some());
    let down = Web::default().failing(&format!("{HOST}/.well-known/gs1resolver"), Why::Unreachable);
    assert_eq!(whys(&ask(&down, HOST, LOT)), [Why::Unreachable]);
}

#[test]
fn older_resolvers_are_asked_in_their_own_words() {
    let template = format!("{HOST}{{path}}?linkType=linkset");
    let old = || {
        Web::default()
            .with(&format!("{HOST}{LOT}?linkType=all"), links())
            .with(&format!("{HOST}/p.json"), product())
    };
    let new = format!("{HOST}{LOT}?linkType=linkset");
    for web in [
        old(),
        old().failing(&new, Why::Invalid),
        old().failing(&new, Why::Refused(406)),
        old().saying(&new, "<html>"),
        old().with(&new, json!({"links": []})),
    ] {
        assert!(ask(&web, &template, LOT).product.is_some(), "{:?}", web.asked());
    }
    for why in [
        Why::Unreachable,
        Why::TooOften(9),
        Why::Refused(500),
        Why::TimedOut(8000),
        Why::Closed,
    ] {
        let web = old().failing(&new, why.clone());
        assert_eq!(whys(&ask(&web, &template, LOT)), [why], "{:?}", web.asked());
    }
}

#[test]
fn an_item_is_looked_up_as_lot_and_product() {
    let template = format!("{HOST}{{path}}?linkType=linkset");
    let web = Web::default()
        .with(&format!("{HOST}{PRODUCT}?linkType=linkset"), links())
        .with(&format!("{HOST}/p.json"), product());
    assert!(ask(&web, &template, ITEM).product.is_some());
    let asked = web.asked();
    let levels = [ITEM, LOT, PRODUCT].map(|level| format!("{HOST}{level}?linkType=linkset"));
    let found: Vec<_> = asked.iter().filter(|url| url.ends_with("=linkset")).collect();
    assert_eq!(found, levels.iter().collect::<Vec<_>>());
}

fn links() -> Value {
    json!({"linkset": [{"http://gs1.org/voc/masterData": [{"href": "/p.json", "type": "application/ld+json"}]}]})
}

fn ask(web: &Web, template: &str, path: &str) -> Findings {
    let config = json!({"market": "/api/", "sources": [{"kind": "linkSet", "name": "Resolver", "template": template}]});
    let web_with_recalls = async |question: Question| match question.url.as_str() {
        "/api/recalls.json" => web
            .answer(question)
            .or(Ok(json!({"recalls": []}).to_string().into())),
        _ => web.answer(question),
    };
    ask_sources(&config, path, &web_with_recalls)
}
