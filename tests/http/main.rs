//! Look-ups over real HTTP: hosts on the loopback that speak as the standards say, and hosts that misbehave.

#![allow(clippy::unwrap_used)]

mod readers;
#[path = "../hosts/repository.rs"]
mod repository;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cho_phien::gs1::DigitalLink;
use cho_phien::sources::cause::Cause;
use cho_phien::sources::safety::is_from_origin;
use cho_phien::sources::{Answer, Config, Findings, Question, Why, http, look_up};
use cho_phien::words::Lang;
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

/// One way to misbehave, and what comes of it.
struct Misbehaviour {
    name: &'static str,
    answer: fn() -> Response,
    why: fn(&Why) -> bool,
    /// The kind of nothing that the page of an unknown code shows.
    cause: &'static str,
    /// What stands beside the name of the source, in Vietnamese and English.
    says: [&'static str; 2],
}

fn is_broken(why: &Why) -> bool {
    matches!(why, Why::Broken(_))
}

const UNREADABLE: [&str; 2] = ["không đọc được", "cannot be read"];
const UNREACHABLE: [&str; 2] = ["không liên lạc được", "could not be reached"];
const LEADS_AWAY: [&str; 2] = ["chuyển sang một địa chỉ khác", "leads on to another address"];

const MISBEHAVIOURS: [Misbehaviour; 12] = [
    Misbehaviour {
        name: "slow",
        answer: || Response::new(Body::from_stream(silence())),
        why: |why| matches!(why, Why::TimedOut(_)),
        cause: "down",
        says: ["quá chậm", "too long to answer"],
    },
    Misbehaviour {
        name: "cut off",
        answer: || Response::new(Body::from_stream(cut_off())),
        why: |why| *why == Why::Unreachable,
        cause: "down",
        says: UNREACHABLE,
    },
    Misbehaviour {
        name: "too often, for seconds",
        answer: || (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "7")]).into_response(),
        why: |why| *why == Why::TooOften(7),
        cause: "busy",
        says: ["đợi 7 giây", "Wait 7 seconds"],
    },
    Misbehaviour {
        name: "too often, until a date",
        answer: || {
            let headers = [
                (header::DATE, "Sun, 06 Nov 1994 08:49:37 GMT"),
                (header::RETRY_AFTER, "Sun, 06 Nov 1994 08:50:07 GMT"),
            ];
            (StatusCode::TOO_MANY_REQUESTS, headers).into_response()
        },
        why: |why| *why == Why::TooOften(30),
        cause: "busy",
        says: ["đợi 30 giây", "Wait 30 seconds"],
    },
    Misbehaviour {
        name: "down",
        answer: || StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        why: |why| *why == Why::Refused(500),
        cause: "down",
        says: ["mã lỗi 500", "error 500"],
    },
    Misbehaviour {
        name: "a picture in place of a document",
        answer: || {
            (
                [(header::CONTENT_TYPE, "image/png")],
                vec![0x89, b'P', b'N', b'G'],
            )
                .into_response()
        },
        why: is_broken,
        cause: "down",
        says: UNREADABLE,
    },
    Misbehaviour {
        name: "large",
        answer: || Response::new(Body::from(vec![b' '; 20_000_000])),
        why: is_broken,
        cause: "down",
        says: UNREADABLE,
    },
    Misbehaviour {
        name: "deep",
        answer: || "[".repeat(100_000).into_response(),
        why: is_broken,
        cause: "down",
        says: UNREADABLE,
    },
    Misbehaviour {
        name: "endless pages",
        answer: || {
            let next = [(header::LINK, "</events?again>; rel=\"next\"")];
            (next, repository::query_document(&[]).to_string()).into_response()
        },
        why: is_broken,
        cause: "down",
        says: UNREADABLE,
    },
    Misbehaviour {
        name: "round and round",
        answer: || (StatusCode::FOUND, [(header::LOCATION, "/again")]).into_response(),
        why: |why| *why == Why::LeadsAway,
        cause: "down",
        says: LEADS_AWAY,
    },
    Misbehaviour {
        name: "away to another host",
        answer: || (StatusCode::FOUND, [(header::LOCATION, "https://login.example/")]).into_response(),
        why: |why| *why == Why::LeadsAway,
        cause: "down",
        says: LEADS_AWAY,
    },
    Misbehaviour {
        name: "no header for pages of others",
        answer: || {
            let mut response = of_json(&repository::query_document(&[]));
            response.extensions_mut().insert(Closed);
            response
        },
        why: |why| *why == Why::Closed,
        cause: "closed",
        says: ["không cho trang này đọc", "does not let this page read"],
    },
];

#[tokio::test]
async fn every_misbehaviour_has_its_reason_and_its_words_and_loses_nothing_known() {
    let repository = Repository::of_tea();
    let healthy = serve(move |request| spoken_by(&repository, &request)).await;
    let earlier = ask("epcis", &healthy).await;
    assert_eq!(earlier.events.len(), 5);
    for Misbehaviour {
        name,
        answer,
        why,
        cause,
        says,
    } in MISBEHAVIOURS
    {
        let host = serve(move |_| answer()).await;
        let mut findings = ask("epcis", &host).await;
        let silence = findings.silences.iter().find(|silence| why(&silence.why));
        let silence = silence.unwrap_or_else(|| panic!("{name}: {:?}", findings.silences));
        assert_eq!(Cause::of(&findings.silences, true).name(), cause, "{name}");
        for (lang, part) in [Lang::Vi, Lang::En].into_iter().zip(says) {
            let sentence = silence.sentence(lang, true);
            assert!(
                sentence.starts_with("Host ") && sentence.contains(part),
                "{name}: {sentence}"
            );
        }
        assert_eq!(findings.events, [], "{name}");
        findings.recall_earlier(&earlier);
        assert_eq!(findings.events, earlier.events, "{name}");
    }
}

#[tokio::test]
async fn a_resolver_leads_on_within_its_own_host_and_no_other_source_does() {
    let documents = |request: &Request| match request.uri().path() {
        "/p.json" => of_json(&json!({"productName": "Chè"})),
        _ => of_json(&json!({"linkset": [{"gs1:pip": [{"href": "/p.json"}]}]})),
    };
    let stranger = serve(move |request| documents(&request)).await;
    let to = |place: String| (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, place)]).into_response();
    for (kind, from, place, why) in [
        ("linkSet", "/01", "/links".to_owned(), None),
        (
            "linkSet",
            "/01",
            format!("{stranger}/links"),
            Some(Why::LeadsAway),
        ),
        ("linkSet", "/p.json", "/p2.json".to_owned(), Some(Why::LeadsAway)),
        ("epcis", "/events", "/events2".to_owned(), Some(Why::LeadsAway)),
        ("foodFacts", "/9528", "/v3".to_owned(), Some(Why::LeadsAway)),
    ] {
        let host = serve({
            let place = place.clone();
            move |request| match request.uri().path().starts_with(from) {
                true => to(place.clone()),
                false => documents(&request),
            }
        })
        .await;
        let template = match kind {
            "linkSet" => format!("{host}{{path}}?linkType=linkset"),
            "foodFacts" => format!("{host}/{{gtin}}"),
            _ => host,
        };
        let findings = ask(kind, &template).await;
        assert_eq!(findings.product.is_some(), why.is_none(), "{kind} {place}");
        assert_eq!(whys(&findings), Vec::from_iter(why), "{kind} {place}");
    }
}

#[tokio::test]
async fn a_page_in_place_of_a_document_means_that_nothing_is_there() {
    let host = serve(|_| axum::response::Html("<p>hello").into_response()).await;
    let findings = ask("epcis", &host).await;
    assert_eq!(whys(&findings), [Why::NotThere]);
    assert_eq!(Cause::of(&findings.silences, true), Cause::Unknown);
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

/// Marks an answer that only pages of its own host may read.
#[derive(Clone, Copy)]
struct Closed;

/// Starts a host that lets pages of others ask, unless an answer says otherwise; its address.
async fn serve(answer: impl Fn(Request) -> Response + Clone + Send + Sync + 'static) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new().fallback(move |request: Request| {
        let mut response = answer(request);
        if response.extensions().get::<Closed>().is_none() {
            let headers = response.headers_mut();
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        }
        async move { response }
    });
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    format!("http://{address}")
}

/// What one source at this address says of the lot.
async fn ask(kind: &str, template: &str) -> Findings {
    let config =
        json!({"sources": [{"kind": kind, "name": "Host", "template": template, "askFirst": false}]});
    let clients = Clients::new();
    let fetch = async |question: Question| match question.url.starts_with("http") {
        true => fetch(&clients, question).await,
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

/// A client that follows nobody, and one that follows a host where it leads.
struct Clients {
    staying: reqwest::Client,
    following: reqwest::Client,
}

impl Clients {
    fn new() -> Clients {
        let staying = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        Clients {
            staying: staying.build().unwrap(),
            following: reqwest::Client::new(),
        }
    }
}

/// The same rules as `browser::net`, with clients outside the browser.
async fn fetch(clients: &Clients, question: Question) -> Result<Answer, Why> {
    let answer = tokio::time::timeout(Duration::from_millis(TIMEOUT_MS), exchange(clients, &question)).await;
    answer.unwrap_or(Err(Why::TimedOut(question.timeout_ms)))
}

/// The response, from the origin that was asked.
async fn answer_of(clients: &Clients, question: &Question) -> Result<reqwest::Response, Why> {
    let send = async |client: &reqwest::Client| {
        let mut request = client.get(&question.url);
        for (name, value) in question.headers() {
            request = request.header(name, value);
        }
        request.send().await
    };
    let response = send(&clients.staying).await.map_err(|_| Why::Unreachable)?;
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(response);
    }
    if !question.may_lead_on() {
        return Err(Why::LeadsAway);
    }
    let led = send(&clients.following).await.map_err(|_| Why::LeadsAway)?;
    let is_here = is_from_origin(&question.url, led.url().as_str(), "https://fair.example");
    is_here.then_some(led).ok_or(Why::LeadsAway)
}

async fn exchange(clients: &Clients, question: &Question) -> Result<Answer, Why> {
    let mut response = answer_of(clients, question).await?;
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
    if header("access-control-allow-origin").as_deref() != Some("*") {
        return Err(Why::Closed); // As a browser keeps the answer from the page.
    }
    let mut body = http::Body::default();
    while let Some(piece) = response.chunk().await.map_err(|_| Why::Unreachable)? {
        body.take(&piece)?;
    }
    let body = body.text()?;
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
