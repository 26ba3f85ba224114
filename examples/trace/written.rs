//! A journey as JSON.

use cho_phien::journey::{Check, Conformity, Flow, Journey, Share, Step, Verdict};
use cho_phien::sources::Attribution;
use cho_phien::words::Text;
use serde_json::{Value, json};
use time::OffsetDateTime;

/// Nothing could be told.
pub fn failed(error: &str, findings: &[Value]) -> Value {
    json!({
        "error": error, "findings": findings, "verdict": "unknown", "flags": [],
        "steps": [], "checks": [], "graph": [], "conformity": { "elements": [], "standards": [] },
    })
}

/// The whole journey.
pub fn journey(journey: &Journey, graph: &[Flow], findings: &[Value]) -> Value {
    let flags: Vec<&str> = journey.checks.iter().filter_map(|check| check.flag).collect();
    let day = |date: Option<time::Date>| date.map(|date| date.to_string());
    json!({
        "error": null,
        "findings": findings,
        "id": journey.identity.canonical(),
        "today": journey.today.to_string(),
        "verdict": journey.verdict.word(),
        "flags": flags,
        "headline": text(&journey.headline),
        "summary": text(&journey.summary),
        "product": journey.product.as_ref().map(|product| text(&product.name)),
        "packedOn": day(journey.packed_on),
        "expiresOn": day(journey.expires_on),
        "bestBefore": day(journey.best_before),
        "steps": journey.steps.iter().map(step).collect::<Vec<_>>(),
        "graph": graph.iter().map(flow).collect::<Vec<_>>(),
        "checks": journey.checks.iter().map(check).collect::<Vec<_>>(),
        "conformity": conformity(&journey.conformity),
        "gaps": texts(&journey.gaps),
        "sample": journey.sample,
    })
}

fn conformity(conformity: &Conformity) -> Value {
    let elements = conformity.elements.iter().map(|element| {
        json!({
            "element": element.key,
            "name": text(&element.name),
            "law": element.law.number(),
            "required": element.required,
            "standing": element.proof.word(),
            "value": text(&element.value),
            "by": element.by.as_ref().map(source),
        })
    });
    let standards = conformity
        .standards
        .iter()
        .map(|standard| json!({ "number": standard.number, "about": text(&standard.text()) }));
    json!({ "elements": elements.collect::<Vec<_>>(), "standards": standards.collect::<Vec<_>>() })
}

fn check(check: &Check) -> Value {
    let verdict = match check.verdict {
        Verdict::Ok => "pass",
        other => other.word(),
    };
    json!({
        "rule": check.rule,
        "verdict": verdict,
        "flag": check.flag,
        "sentence": text(&check.sentence),
        "evidence": check.evidence,
    })
}

fn step(step: &Step) -> Value {
    let certificates = step.certificates.iter();
    json!({
        "process": format!("{:?}", step.process).to_lowercase(),
        "stage": text(&step.title),
        "time": moment(step.time),
        "place": step.place.as_ref().map(text),
        "area": step.area,
        "altitudeM": step.altitude_m,
        "point": step.point.map(|(latitude, longitude)| [latitude, longitude]),
        "party": step.party.as_ref().map(text),
        "inputs": texts(&step.inputs),
        "outputs": texts(&step.outputs),
        "yieldPercent": step.yield_percent,
        "state": step.state.as_ref().map(text),
        "notes": texts(&step.notes),
        "sensors": texts(&step.sensors),
        "certificates": certificates.map(|paper| json!({ "uri": paper.uri, "title": text(&paper.title) })).collect::<Vec<_>>(),
        "documents": texts(&step.documents),
        "events": step.event_ids,
        "withdrawn": step.voided.as_ref().map(text),
        "source": source(&step.by),
    })
}

/// The local time of the place with its offset (RFC 3339).
fn moment(time: OffsetDateTime) -> String {
    let (hours, minutes, _) = time.offset().as_hms();
    let sign = if time.offset().is_negative() { '-' } else { '+' };
    format!(
        "{}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
        time.date(),
        time.hour(),
        time.minute(),
        time.second(),
        hours.abs(),
        minutes.abs()
    )
}

fn flow(flow: &Flow) -> Value {
    let shares = |shares: &[Share]| shares.iter().map(share).collect::<Vec<_>>();
    json!({ "event": flow.event, "from": shares(&flow.from), "to": shares(&flow.to) })
}

fn share(share: &Share) -> Value {
    json!({
        "id": share.id,
        "name": share.name.as_ref().map(text),
        "amount": share.amount,
        "unit": share.unit,
    })
}

fn source(by: &Attribution) -> Value {
    json!({
        "name": text(&by.name),
        "standing": format!("{:?}", by.standing).to_lowercase(),
        "asOf": by.as_of.map(|day| day.to_string()),
        "sample": by.sample,
    })
}

fn texts(texts: &[Text]) -> Vec<Value> {
    texts.iter().map(text).collect()
}

fn text(text: &Text) -> Value {
    json!({ "vi": text.vi, "en": text.en })
}
