//! Look-ups over real HTTP: hosts on the loopback that speak as the standards say, and hosts that misbehave.

#![allow(clippy::unwrap_used)]

#[path = "../hosts/repository.rs"]
mod repository;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use cho_phien::gs1::DigitalLink;
use cho_phien::sources::{Answer, Config, Findings, Question, Why, http, look_up};
use repository::{LOT, Repository};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

/// How long one answer may take in these tests.
const TIMEOUT_MS: u64 = 400;

#[tokio::test]
async fn a_repository_is_walked_over_http_and_its_answers_keep_to_the_schema() {
    let mut repository = Repository::of_tea();
    repository.per_page = 1;
    let host = serve(move |request| spoken_by(&repository, &request)).await;
    let findings = ask("epcis", &host).await;
    assert_eq!(findings.events.len(), 5, "{:?}", findings.silences);
    assert_eq!(findings.silences, []);
    let folder = std::env::var("CONFORMANCE_DIR").unwrap_or("../shared/vectors".to_owned());
    let schema = Path::new(&folder).join("epcis/gs1/EPCIS-JSON-Schema.json");
    let Ok(schema) = std::fs::read_to_string(&schema) else {
        eprintln!("skipped: there is no {}", schema.display());
        return;
    };
    let schema = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let page = Repository::of_tea().answer("/events", &format!("MATCH_anyEPCClass={LOT}"));
    let document = page.unwrap().document;
    let faults: Vec<String> = schema
        .iter_errors(&document)
        .map(|fault| fault.to_string())
        .collect();
    assert_eq!(faults, [""; 0]);
}

#[tokio::test]
async fn a_resolver_and_food_facts_are_understood_over_http() {
    let host = serve(|request| match request.uri().path() {
        "/.well-known/gs1resolver" => of_json(&json!({"supportedPrimaryKeys": ["all"]})),
        "/p.json" => of_json(&json!({"productName": "Chè"})),
        _ if request.uri().query() == Some("linkType=all") => {
            let links = json!({"linkset": [{"gs1:pip": [{"href": "/p.json"}]}]});
            (StatusCode::MULTIPLE_CHOICES, links.to_string()).into_response()
        }
        _ => StatusCode::BAD_REQUEST.into_response(),
    })
    .await;
    assert_eq!(ask("linkSet", &host).await.product.unwrap().name.vi, "Chè");
    for (status, body, why) in [
        (
            200,
            json!({"status": 1, "product": {"product_name": "Trà", "origins": "Lai Châu"}}),
            None,
        ),
        (404, json!({"status": 0}), Some(Why::NotThere)),
        (200, json!({"status": 0}), Some(Why::NotThere)),
        (200, json!({"status": "failure"}), Some(Why::NotThere)),
    ] {
        let host =
            serve(move |_| (StatusCode::from_u16(status).unwrap(), body.to_string()).into_response()).await;
        let findings = ask("foodFacts", &format!("{host}/{{gtin}}")).await;
        assert_eq!(findings.food_facts.is_some(), why.is_none());
        assert_eq!(whys(&findings), Vec::from_iter(why));
    }
}

#[tokio::test]
async fn every_misbehaviour_has_its_reason() {
    let check = async |name: &str, answer: fn() -> Response, expected: fn(&Why) -> bool| {
        let host = serve(move |_| answer()).await;
        let whys = whys(&ask("epcis", &host).await);
        assert!(whys.iter().any(expected), "{name}: {whys:?}");
    };
    let broken = |why: &Why| matches!(why, Why::Broken(_));
    check(
        "slow",
        || Response::new(Body::from_stream(silence())),
        |why| matches!(why, Why::TimedOut(_)),
    )
    .await;
    check(
        "cut off",
        || Response::new(Body::from_stream(cut_off())),
        |why| *why == Why::Unreachable,
    )
    .await;
    let busy = || (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "7")]).into_response();
    check("too often", busy, |why| *why == Why::TooOften(7)).await;
    check(
        "down",
        || StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        |why| *why == Why::Refused(500),
    )
    .await;
    check(
        "a page",
        || axum::response::Html("<p>hello").into_response(),
        |why| *why == Why::NotThere,
    )
    .await;
    check(
        "large",
        || Response::new(Body::from(vec![b' '; 20_000_000])),
        broken,
    )
    .await;
    check("deep", || "[".repeat(100_000).into_response(), broken).await;
    let round = || (StatusCode::FOUND, [(header::LOCATION, "/again")]).into_response();
    check("round and round", round, |why| *why == Why::Unreachable).await;
    let endless = || {
        let next = "</events?again>; rel=\"next\"";
        (
            [(header::LINK, next)],
            repository::query_document(&[]).to_string(),
        )
            .into_response()
    };
    check("endless pages", endless, broken).await;
}

#[tokio::test]
async fn what_was_known_stays_when_the_host_fails_in_the_middle() {
    let repository = Repository::of_tea();
    let host = serve(move |request| match request.uri().to_string().contains("LEAF") {
        true => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        false => spoken_by(&repository, &request),
    })
    .await;
    let findings = ask("epcis", &host).await;
    assert_eq!(
        (findings.events.len(), whys(&findings)),
        (2, vec![Why::Refused(500)])
    );
}

fn spoken_by(repository: &Repository, request: &Request) -> Response {
    let uri = request.uri();
    let headers = request.headers();
    assert_eq!(headers["GS1-EPC-Format"], "Always_GS1_Digital_Link");
    match repository.answer(uri.path(), uri.query().unwrap_or_default()) {
        None => StatusCode::NOT_FOUND.into_response(),
        Some(page) => {
            let mut response = of_json(&page.document);
            if let Some(next) = page.next {
                let link = format!("<{next}>; rel=\"next\"");
                response.headers_mut().insert(header::LINK, link.parse().unwrap());
            }
            response
        }
    }
}

fn of_json(document: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], document.to_string()).into_response()
}

fn silence() -> impl futures_util::Stream<Item = Result<Vec<u8>, std::io::Error>> {
    futures_util::stream::pending()
}

fn cut_off() -> impl futures_util::Stream<Item = Result<Vec<u8>, std::io::Error>> {
    let parts = [
        Ok(b"{\"epcisBody\"".to_vec()),
        Err(std::io::Error::other("cut off")),
    ];
    futures_util::stream::iter(parts)
}

/// Starts a host; its address.
async fn serve(answer: impl Fn(Request) -> Response + Clone + Send + Sync + 'static) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new().fallback(move |request: Request| {
        let response = answer(request);
        async move { response }
    });
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    format!("http://{address}")
}

/// What one source at this address says of the lot.
async fn ask(kind: &str, template: &str) -> Findings {
    let config =
        json!({"sources": [{"kind": kind, "name": "Host", "template": template, "askFirst": false}]});
    let client = reqwest::Client::new();
    let fetch = async |question: Question| match question.url.starts_with("http") {
        true => fetch(&client, question).await,
        false => Ok(json!({"recalls": []}).to_string().into()),
    };
    look_up(
        &DigitalLink::parse(LOT).unwrap(),
        &Config::read(&config.to_string()),
        true,
        &fetch,
    )
    .await
}

/// The same rules as `browser::net`, with a client outside the browser.
async fn fetch(client: &reqwest::Client, question: Question) -> Result<Answer, Why> {
    let answer = tokio::time::timeout(Duration::from_millis(TIMEOUT_MS), exchange(client, &question)).await;
    answer.unwrap_or(Err(Why::TimedOut(question.timeout_ms)))
}

async fn exchange(client: &reqwest::Client, question: &Question) -> Result<Answer, Why> {
    let mut request = client.get(&question.url);
    for (name, value) in question.headers() {
        request = request.header(name, value);
    }
    let mut response = request.send().await.map_err(|_| Why::Unreachable)?;
    let header = |name: &str| Some(response.headers().get(name)?.to_str().ok()?.to_owned());
    let (kind, retry, date, link) = (
        header("content-type"),
        header("retry-after"),
        header("date"),
        header("link"),
    );
    let delay = http::Delay {
        retry_after: retry.as_deref(),
        date: date.as_deref(),
        now: 0,
    };
    if kind.is_some_and(|kind| kind.starts_with("text/html")) {
        return Err(Why::NotThere);
    }
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(|_| Why::Unreachable)? {
        body.extend_from_slice(&piece);
        if body.len() > http::LARGEST_BODY {
            return Err(Why::Broken("too large".to_owned()));
        }
    }
    let body = String::from_utf8(body).unwrap();
    match http::why(response.status().as_u16(), delay, Some(&body)) {
        Some(why) => Err(why),
        None => Ok(Answer { link, ..body.into() }),
    }
}

fn whys(findings: &Findings) -> Vec<Why> {
    findings
        .silences
        .iter()
        .map(|silence| silence.why.clone())
        .collect()
}
