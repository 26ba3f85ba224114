//! Tells a journey from EPCIS documents on the command line, as one JSON object on standard output.

#![cfg(not(target_arch = "wasm32"))]

#[path = "trace/market.rs"]
mod market;
#[path = "trace/packed.rs"]
mod packed;
#[path = "trace/written.rs"]
mod written;

use cho_phien::gs1::{DigitalLink, Gtin};
use cho_phien::journey::{flows, tell};
use cho_phien::sources::{EpcisDocument, Findings};
use market::Market;
use serde_json::{Value, json};
use std::path::Path;
use std::process::ExitCode;
use time::Date;

const HELP: &str = "\
Tells a journey from EPCIS 2.0 documents (JSON-LD), as one JSON object.

Usage:
  trace --today DATE [--id DIGITAL_LINK] [--market DIR] FILE...

  --today DATE         the day on which the journey is told: 2026-11-23
  --id DIGITAL_LINK    of what; without it, the last packed output of the documents
  --market DIR         the organiser's folder with producers.json, products.json, places.json, index.json, journeys/;
                       without it, checks that need the product or the recall list are `unknown`

Exit code: 0 told, whatever the verdict; 1 a file could not be read, or nothing in them can be told;
2 wrong call. There is always one JSON object: its `error` says what was wrong, its `findings` what was left out.
";

/// What was asked for.
struct Call {
    today: Date,
    id: Option<String>,
    market: Option<String>,
    files: Vec<String>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help") {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    let (answer, code) = match Call::read(arguments.into_iter()) {
        Ok(call) => told(&call),
        Err(error) => {
            eprint!("{HELP}");
            (written::failed(&error, &[]), 2)
        }
    };
    println!("{answer:#}");
    ExitCode::from(code)
}

impl Call {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Call, String> {
        let (mut today, mut id, mut market, mut files) = (None, None, None, Vec::new());
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--today" => {
                    let text = value()?;
                    let day = market::day(&Value::from(text.as_str()));
                    today = Some(day.ok_or(format!(
                        "--today: expected a day such as 2026-11-23, found {text}"
                    ))?);
                }
                "--id" => id = Some(value()?),
                "--market" => market = Some(value()?),
                other if other.starts_with("--") => return Err(format!("unknown option {other}")),
                _ => files.push(argument),
            }
        }
        if files.is_empty() {
            return Err("no FILE given".to_owned());
        }
        let today = today.ok_or("--today is missing")?;
        Ok(Call {
            today,
            id,
            market,
            files,
        })
    }
}

/// The answer and the exit code.
fn told(call: &Call) -> (Value, u8) {
    let mut findings: Vec<Value> = Vec::new();
    let mut fail = |what: &str, fault: String| findings.push(json!({ "file": what, "fault": fault }));
    let mut documents: Vec<EpcisDocument> = Vec::new();
    for file in &call.files {
        match read(file) {
            Ok(document) => {
                if let Some(fault) = &document.fault {
                    let broken = document.broken;
                    fail(
                        file,
                        format!("{broken} events left out, the first because: {fault}"),
                    );
                }
                documents.push(document);
            }
            Err(fault) => fail(file, fault),
        }
    }
    let unread = call.files.len() - documents.len();
    let market = call.market.as_ref().and_then(|folder| {
        let market = Market::read(Path::new(folder));
        if market.is_none() {
            fail(folder, "expected a market's folder, found no tables".to_owned());
        }
        market
    });
    let identity = match identity(call, &documents) {
        Ok(identity) => identity,
        Err(error) => return (written::failed(&error, &findings), 1),
    };
    let mut found = match &market {
        Some(market) => market.findings(&identity, documents),
        None => documents
            .into_iter()
            .map(market::found)
            .fold(Findings::default(), |mut all, document| {
                all.merge(document);
                all
            }),
    };
    found.unreadable += unread;
    let graph = flows(&identity, &found);
    let journey = tell(&identity, found, call.today);
    let no_market = call.market.is_some() && market.is_none();
    (
        written::journey(&journey, &graph, &findings),
        u8::from(unread > 0 || no_market),
    )
}

fn read(file: &str) -> Result<EpcisDocument, String> {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let document: Value = serde_json::from_str(&text).map_err(|error| format!("no JSON: {error}"))?;
    EpcisDocument::read(&document, file, &market::source())
}

fn identity(call: &Call, documents: &[EpcisDocument]) -> Result<DigitalLink, String> {
    match &call.id {
        Some(id) => DigitalLink::parse(id)
            .or_else(|error| Gtin::parse(id).map(DigitalLink::product).map_err(|_| error))
            .map_err(|error| format!("--id {id}: {error}")),
        None => {
            packed::last(documents).ok_or("nothing was made in these documents: name it with --id".to_owned())
        }
    }
}
