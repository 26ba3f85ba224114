//! The sample market published and signed, asked and told: what a phone sees of it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use cho_phien::gs1::DigitalLink;
use cho_phien::journey::{Journey, tell};
use cho_phien::publish::{self, Files, Signer};
use cho_phien::sources::signature::{Key, Signature};
use cho_phien::sources::{Answer, Config, Memory, Question, Standing, Why, look_up, look_up_with};
use cho_phien::tables;
use cho_phien::words::Text;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::future::Future;
use std::path::Path;
use std::pin::pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, Waker};
use time::{Date, Month};

const LOT: &str = "/01/09528060010018/10/S260918";
const EVENTS: &str = "01/09528060010018/10/S260918/epcis.json";

static MARKET: LazyLock<tables::Market> = LazyLock::new(|| {
    let read = |file: &str| std::fs::read_to_string(Path::new("data/market").join(file)).ok();
    tables::read(&read).unwrap()
});

/// The market signed with the key of the sample.
static SIGNED: LazyLock<Files> = LazyLock::new(|| signed(&sample_key(), &[]));

#[test]
fn every_published_journey_is_signed_and_comes_to_its_expected_verdict() {
    let index: Value =
        serde_json::from_str(&std::fs::read_to_string("data/market/index.json").unwrap()).unwrap();
    for row in index["journeys"].as_array().unwrap() {
        let journey = told(&SIGNED, row["digitalLink"].as_str().unwrap());
        let flags: Vec<&str> = journey.checks.iter().filter_map(|check| check.flag).collect();
        let found = json!([journey.verdict.word(), flags]);
        assert_eq!(found, json!([row["expected"], row["flags"]]), "{}", row["file"]);
        let sentence = sentence(&journey);
        let expected = "ok Có chữ ký của ban tổ chức chợ phiên (khóa mẫu), ngày 23/11/2026.";
        assert_eq!(sentence, expected, "{}", row["file"]);
    }
}

#[test]
fn signed_unsigned_and_changed_are_three_things() {
    let changed = |path: &str, from: &str, to: &str| {
        let mut files = SIGNED.clone();
        let text = files.get_mut(path).unwrap();
        assert!(text.contains(from), "{path}: {from}");
        *text = text.replace(from, to);
        files
    };
    let without = |path: &str| {
        let mut files = SIGNED.clone();
        files.remove(path).unwrap();
        files
    };
    let instead = |path: &str, text: &str| {
        let mut files = SIGNED.clone();
        files.insert(path.to_owned(), text.to_owned()).unwrap();
        files
    };
    let jws = |text: &str| {
        let mut files = SIGNED.clone();
        files.insert(format!("{EVENTS}.jws"), text.to_owned());
        files
    };
    let other = Signer::generate("other", Text::same("Ai đó")).unwrap();
    let namesake = Signer::generate("sample", Text::same("Ai đó")).unwrap();
    let mismatch = "stop Chữ ký không khớp: dữ liệu đã bị sửa sau khi ký. Đừng tin trang này.";
    let unsigned = "unknown Dữ liệu không có chữ ký của ban tổ chức: chưa ai đứng ra bảo đảm.";
    for (files, expect) in [
        (
            changed(EVENTS, "\"quantity\":96.0", "\"quantity\":97.0"),
            mismatch,
        ),
        (
            changed("01/09528060010018/product.json", "Mây Ngàn", "Mây Gần"),
            mismatch,
        ),
        (changed("recalls.json", "TT261012", "TT261013"), mismatch),
        (
            changed(
                "01/09528060010018/10/S260918/linkset.json",
                "epcis.json",
                "epcis2.json",
            ),
            mismatch,
        ),
        (instead(EVENTS, "{}"), mismatch),
        (instead(EVENTS, "x"), mismatch),
        (
            instead("01/09528060010018/10/S260918/linkset.json", "{}"),
            mismatch,
        ),
        (
            instead("01/09528060010018/10/S260918/linkset.json", "x"),
            mismatch,
        ),
        (instead("01/09528060010018/product.json", "x"), mismatch),
        (instead("01/09528060010018/lots.json", "x"), mismatch),
        (instead("recalls.json", "x"), mismatch),
        (instead("revoked.json", "x"), mismatch),
        (jws("no signature"), mismatch),
        (jws("e30..e30"), mismatch),
        (signed(&namesake, &[]), mismatch),
        (
            signed(&sample_key(), &[json!({"kid": "sample", "since": "2026-11-01"})]),
            mismatch,
        ),
        (without(&format!("{EVENTS}.jws")), unsigned),
        (without("01/09528060010018/10/S260918/linkset.json.jws"), unsigned),
        (signed(&other, &[]), unsigned),
        (publish::files(&MARKET), unsigned),
    ] {
        let journey = told(&files, LOT);
        assert_eq!(sentence(&journey), expect);
        assert_eq!(journey.verdict.word(), expect.split(' ').next().unwrap());
    }
}

#[test]
fn without_the_list_of_revoked_keys_nothing_passes_for_signed() {
    for missing in ["revoked.json", "revoked.json.jws"] {
        let mut files = SIGNED.clone();
        files.remove(missing).unwrap();
        let journey = told(&files, LOT);
        assert_eq!(journey.verdict.word(), "unknown", "{missing}");
        assert!(sentence(&journey).starts_with("unknown "), "{missing}");
    }
}

#[test]
fn a_list_that_is_played_back_or_too_old_is_not_believed() {
    // The market of an earlier day: its lists are signed as they should be.
    let of_day = |name: &str, as_of: &str| {
        let mut files = SIGNED.clone();
        let mut list: Value = serde_json::from_str(&files[name]).unwrap();
        list["asOf"] = json!(as_of);
        let text = list.to_string();
        files.insert(
            format!("{name}.jws"),
            sample_key().sign(text.as_bytes(), MARKET.as_of),
        );
        files.insert(name.to_owned(), text);
        files
    };
    let check = |name: &str, as_of: &str, seen: &str, rule: &str, expected: &str| {
        let memory = Memory::read(&format!("{seen} /api/{name}\n"));
        let journey = remembering(&of_day(name, as_of), &memory);
        let found = journey.checks.iter().find(|check| check.rule == rule).unwrap();
        let found = format!("{} {}", found.verdict.word(), found.sentence.vi);
        assert!(found.starts_with(expected), "{name} {as_of} {seen}: {found}");
        let verdict = expected.split(' ').next().unwrap();
        assert_eq!(journey.verdict.word(), verdict, "{name} {as_of} {seen}");
    };
    let (recalls, revoked) = ("recalls.json", "revoked.json");
    check(recalls, "2026-11-23", "2026-11-23", "recall", "ok Không có trong");
    check(recalls, "2026-11-23", "-", "recall", "ok Không có trong");
    check(
        recalls,
        "2026-11-20",
        "2026-11-22",
        "recall",
        "unknown Chưa kiểm tra được thu hồi từ ngày 20/11/2026. Danh sách thu hồi nhận được cũ hơn danh sách ngày 22/11/2026",
    );
    check(
        recalls,
        "2026-10-01",
        "-",
        "recall",
        "unknown Chưa kiểm tra được thu hồi từ ngày 01/10/2026. Danh sách thu hồi nhận được đã quá cũ.",
    );
    check(
        recalls,
        "soon",
        "-",
        "recall",
        "unknown Chưa kiểm tra được thu hồi.",
    );
    check(
        recalls,
        "2099-01-01",
        "-",
        "recall",
        "unknown Chưa kiểm tra được thu hồi. Danh sách thu hồi nhận được ghi ngày 01/01/2099",
    );
    check(revoked, "2099-01-01", "-", "signature", "unknown ");
    check(revoked, "2026-11-23", "2026-11-23", "signature", "ok ");
    check(
        revoked,
        "2026-11-20",
        "2026-11-22",
        "signature",
        "unknown Danh sách khóa bị thu hồi",
    );
    check(
        revoked,
        "2026-10-01",
        "-",
        "signature",
        "unknown Danh sách khóa bị thu hồi",
    );
}

#[test]
fn nothing_is_called_signed_under_a_list_of_revoked_keys_that_says_nothing_of_today() {
    for (as_of, standing) in [
        (json!("2026-11-23"), Standing::Signed),
        (json!("2026-10-01"), Standing::Declared),
        (json!("2099-01-01"), Standing::Declared),
        (json!(null), Standing::Declared),
    ] {
        let mut files = SIGNED.clone();
        let text = json!({"asOf": as_of, "revoked": []}).to_string();
        let signature = sample_key().sign(text.as_bytes(), MARKET.as_of);
        files.insert("revoked.json.jws".to_owned(), signature);
        files.insert("revoked.json".to_owned(), text);
        let journey = remembering(&files, &Memory::default());
        assert_eq!(journey.product.unwrap().by.standing, standing, "{as_of}");
    }
}

#[test]
fn recalls_are_told_since_the_newest_list_that_this_phone_saw() {
    let mut files = SIGNED.clone();
    files.remove("recalls.json").unwrap();
    for (seen, expected) in [
        ("2026-11-20", "Chưa kiểm tra được thu hồi từ ngày 20/11/2026."),
        ("-", "Chưa kiểm tra được thu hồi."),
    ] {
        let journey = remembering(&files, &Memory::read(&format!("{seen} /api/recalls.json\n")));
        let check = journey
            .checks
            .iter()
            .find(|check| check.rule == "recall")
            .unwrap();
        assert!(
            check.sentence.vi.starts_with(expected),
            "{seen}: {}",
            check.sentence.vi
        );
    }
}

#[test]
fn a_revoked_key_without_a_name_leaves_no_key_trusted() {
    let journey = told(&signed(&sample_key(), &[json!({"since": "2026-11-01"})]), LOT);
    assert_eq!(journey.verdict.word(), "unknown");
    assert!(sentence(&journey).starts_with("unknown "));
}

#[test]
fn a_key_whose_end_cannot_be_read_is_none() {
    let mut key = sample_key().public_jwk();
    for (until, count) in [
        (json!(null), 1),
        (json!("2026-12-31"), 1),
        (json!("soon"), 0),
        (json!("31/12/2026"), 0),
    ] {
        key["until"] = until;
        assert_eq!(Key::read_all(&json!({"keys": [key]})).len(), count, "{key}");
    }
}

#[test]
fn what_an_old_list_recalls_is_recalled_all_the_same() {
    let memory = Memory::read("2026-11-30 /api/recalls.json\n");
    let journey = remembering_of(&SIGNED, "/01/09528060120014/10/TT261012", &memory);
    assert_eq!(journey.verdict.word(), "stop");
    let check = journey
        .checks
        .iter()
        .find(|check| check.rule == "recall")
        .unwrap();
    assert_eq!(check.flag, Some("recalled"));
}

#[test]
fn a_phone_remembers_the_newest_lists() {
    let identity = DigitalLink::parse(LOT).unwrap();
    let fetch = async |question: Question| answer(&SIGNED, &question);
    let findings = run(look_up(&identity, &Config::built_in(), false, &fetch));
    let mut memory = Memory::default();
    memory.learn(&findings.lists, MARKET.as_of);
    assert_eq!(
        memory.written(),
        "2026-11-23 /api/recalls.json\n2026-11-23 /api/revoked.json\n"
    );
    let findings = run(look_up(
        &identity,
        &Config::built_in(),
        false,
        &async |question: Question| answer(&publish::files(&MARKET), &question),
    ));
    let mut memory = Memory::default();
    memory.learn(&findings.lists, MARKET.as_of);
    assert_eq!(
        memory,
        Memory::default(),
        "an unsigned list is not worth remembering"
    );
}

#[test]
fn a_key_counts_for_the_source_that_pins_it() {
    // Another source pins a key of its own under the name of the market's key, and signs with the market's.
    let stranger = Signer::generate("sample", Text::same("Ai đó")).unwrap();
    let check = |pinned: Value, expected: &str| {
        let revoked = signed(&sample_key(), &[json!({"kid": "sample"})]);
        let config = with_another("/other/{file}/linkset.json", false, pinned);
        let fetch = async |question: Question| match question.url.strip_prefix("/other/") {
            Some(path) => SIGNED.get(path).cloned().map(Answer::from).ok_or(Why::NotThere),
            None => answer(&revoked, &question),
        };
        let identity = DigitalLink::parse(LOT).unwrap();
        let findings = run(look_up(&identity, &config, false, &fetch));
        let seals = findings
            .seals
            .iter()
            .filter(|seal| seal.file.starts_with("/other/"));
        let mut found: Vec<String> = seals
            .map(|seal| {
                format!("{:?}", seal.signature)
                    .split(' ')
                    .next()
                    .unwrap()
                    .to_owned()
            })
            .collect();
        found.dedup();
        assert_eq!(found, [expected], "{:?}", config.sources);
    };
    check(sample_key().public_jwk(), "Mismatch");
    check(stranger.public_jwk(), "Mismatch");
    let other = Signer::generate("other", Text::same("Ai đó")).unwrap();
    check(other.public_jwk(), "Unsigned");
}

#[test]
fn a_revoked_name_is_the_markets_own() {
    let theirs = Signer::generate("sample", Text::same("Hội")).unwrap();
    let config = with_another("/other/{file}/linkset.json", false, theirs.public_jwk());
    let (ours, other) = (
        signed(&sample_key(), &[json!({"kid": "sample"})]),
        signed(&theirs, &[]),
    );
    let fetch = async |question: Question| match question.url.strip_prefix("/other/") {
        Some(path) => other.get(path).cloned().map(Answer::from).ok_or(Why::NotThere),
        None => answer(&ours, &question),
    };
    let findings = run(look_up(&DigitalLink::parse(LOT).unwrap(), &config, false, &fetch));
    for seal in &findings.seals {
        let is_signed = matches!(seal.signature, Signature::Signed { .. });
        assert_eq!(is_signed, seal.file.starts_with("/other/"), "{seal:?}");
    }
}

#[test]
fn each_source_that_signs_revokes_its_own_keys() {
    let theirs = Signer::generate("hoi", Text::same("Hội")).unwrap();
    let config = with_another("/other/{file}/linkset.json", false, theirs.public_jwk());
    // What came of the events of the market, of those of the other source, and of the other source's list.
    let check = |revoked: &[Value], list: Result<(), Why>, seen: &str, expected: [&str; 3]| {
        let other = signed(&theirs, revoked);
        let fetch = async |question: Question| match question.url.strip_prefix("/other/") {
            Some("revoked.json") if list.is_err() => Err(list.clone().unwrap_err()),
            Some(path) => other.get(path).cloned().map(Answer::from).ok_or(Why::NotThere),
            None => answer(&SIGNED, &question),
        };
        let identity = DigitalLink::parse(LOT).unwrap();
        let memory = Memory::read(seen);
        let findings = run(look_up_with(&identity, &config, false, &memory, &fetch));
        let of = |file: &str| {
            let seal = findings.seals.iter().find(|seal| seal.file == file);
            seal.map(|seal| format!("{:?}", seal.signature))
                .unwrap_or_default()
        };
        let files = [
            format!("/api/{EVENTS}"),
            format!("/other/{EVENTS}"),
            "/other/revoked.json".to_owned(),
        ];
        let found = files.map(|file| of(&file).split(' ').next().unwrap_or_default().to_owned());
        assert_eq!(found, expected, "{revoked:?} {list:?} {seen}");
    };
    let seen = "2026-11-20 /other/revoked.json\n";
    check(&[], Ok(()), "", ["Signed", "Signed", ""]);
    check(&[json!({"kid": "hoi"})], Ok(()), "", ["Signed", "Mismatch", ""]);
    check(&[json!({"kid": "sample"})], Ok(()), "", ["Signed", "Signed", ""]);
    check(&[], Err(Why::NotThere), "", ["Signed", "Signed", ""]);
    check(&[], Err(Why::NotThere), seen, ["Signed", "Signed", "Unknown"]);
    check(&[], Err(Why::Unreachable), "", ["Signed", "Signed", "Unknown"]);
    let identity = DigitalLink::parse(LOT).unwrap();
    let without_them = async |question: Question| match question.url.starts_with("/other/") {
        true => Err(Why::Unreachable),
        false => answer(&SIGNED, &question),
    };
    let findings = run(look_up(&identity, &config, false, &without_them));
    assert!(
        findings
            .seals
            .iter()
            .all(|seal| matches!(seal.signature, Signature::Signed { .. })),
        "a source that tells nothing casts no doubt: {:?}",
        findings.seals
    );
}

#[test]
fn a_source_that_waits_for_consent_is_not_asked_for_its_revocations() {
    let theirs = Signer::generate("hoi", Text::same("Hội")).unwrap();
    let config = with_another(
        "https://hoi.example/{file}/linkset.json",
        true,
        theirs.public_jwk(),
    );
    for consent in [false, true] {
        let asked = RefCell::new(Vec::new());
        let fetch = async |question: Question| {
            asked.borrow_mut().push(question.url.clone());
            answer(&SIGNED, &question)
        };
        run(look_up(
            &DigitalLink::parse(LOT).unwrap(),
            &config,
            consent,
            &fetch,
        ));
        let is_theirs = |url: &String| url == "https://hoi.example/revoked.json";
        assert_eq!(
            asked.borrow().iter().any(is_theirs),
            consent,
            "{:?}",
            asked.borrow()
        );
    }
}

#[test]
fn lists_that_say_what_holds_now_are_asked_past_every_cache() {
    let questions = RefCell::new(Vec::new());
    let fetch = async |question: Question| {
        questions.borrow_mut().push(question.clone());
        answer(&SIGNED, &question)
    };
    run(look_up(
        &DigitalLink::parse(LOT).unwrap(),
        &Config::built_in(),
        false,
        &fetch,
    ));
    let questions = questions.borrow();
    let mut of_now: Vec<&str> = questions
        .iter()
        .filter(|question| question.is_of_now)
        .map(|question| question.url.as_str())
        .collect();
    of_now.sort_unstable();
    assert_eq!(
        of_now,
        [
            "/api/recalls.json",
            "/api/recalls.json.jws",
            "/api/revoked.json",
            "/api/revoked.json.jws"
        ]
    );
    assert!(
        questions
            .iter()
            .all(|question| !question.is_of_now || question.fresh_min == 0)
    );
}

#[test]
fn a_mark_of_byte_order_changes_no_list() {
    let marked = |files: &mut Files, name: &str, signer: &Signer| {
        let text = format!("\u{feff}{}", files[name]);
        files.insert(format!("{name}.jws"), signer.sign(text.as_bytes(), MARKET.as_of));
        files.insert(name.to_owned(), text);
    };
    let mut files = SIGNED.clone();
    for name in [
        "recalls.json",
        "revoked.json",
        "01/09528060010018/10/S260918/linkset.json",
        EVENTS,
    ] {
        marked(&mut files, name, &sample_key());
    }
    assert_eq!(told(&files, LOT).verdict.word(), "ok");
    marked(&mut files, "recalls.json", &sample_key());
    assert_eq!(
        told(&files, LOT).verdict.word(),
        "unknown",
        "two marks are no JSON"
    );
    let next = Signer::generate("next", Text::same("Ban tổ chức mới")).unwrap();
    let mut files = publish::files(&MARKET);
    publish::sign(&mut files, &next, &[sample_key().public_jwk()], &[], MARKET.as_of);
    marked(&mut files, "keys.json", &sample_key());
    let found = sentence(&told(&files, LOT));
    assert!(found.starts_with("ok Có chữ ký của Ban tổ chức mới"), "{found}");
}

#[test]
fn a_new_key_counts_when_a_pinned_one_announces_it() {
    let (old, new) = (
        sample_key(),
        Signer::generate("next", Text::same("Ban tổ chức mới")).unwrap(),
    );
    let rotated = |announcer: Option<&Signer>, revoked: &[Value]| {
        let mut files = publish::files(&MARKET);
        publish::sign(&mut files, &new, &[old.public_jwk()], revoked, MARKET.as_of);
        if let Some(by) = announcer {
            publish::announce(&mut files, by, MARKET.as_of);
        }
        files
    };
    let stranger = Signer::generate("stranger", Text::same("Ai đó")).unwrap();
    let signed_by_new = "ok Có chữ ký của Ban tổ chức mới, ngày 23/11/2026.";
    for (files, expected) in [
        (rotated(Some(&old), &[]), signed_by_new),
        (rotated(None, &[]), "unknown "),
        (rotated(Some(&stranger), &[]), "unknown "),
        (rotated(Some(&old), &[json!({"kid": "next"})]), "stop "),
        (rotated(Some(&old), &[json!({"kid": "sample"})]), "stop "),
    ] {
        let found = sentence(&told(&files, LOT));
        assert!(found.starts_with(expected), "{found} instead of {expected}");
    }
    let mut changed = rotated(Some(&old), &[]);
    let events = changed.get_mut(EVENTS).unwrap();
    *events = events.replace("\"quantity\":96.0", "\"quantity\":97.0");
    assert!(sentence(&told(&changed, LOT)).starts_with("stop "));
}

#[test]
fn a_list_of_keys_that_is_missing_changed_or_out_of_reach_are_three_things() {
    let (old, new) = (
        sample_key(),
        Signer::generate("next", Text::same("Ban tổ chức mới")).unwrap(),
    );
    let mut files = publish::files(&MARKET);
    publish::sign(&mut files, &new, &[old.public_jwk()], &[], MARKET.as_of);
    publish::announce(&mut files, &old, MARKET.as_of);
    let signatures = |keys: Result<&str, Why>| {
        let fetch = async |question: Question| match (question.url.as_str(), &keys) {
            ("/api/keys.json", Err(why)) => Err(why.clone()),
            ("/api/keys.json", Ok(end)) => Ok(format!("{}{end}", files["keys.json"]).into()),
            _ => answer(&files, &question),
        };
        let identity = DigitalLink::parse(LOT).unwrap();
        let findings = run(look_up(&identity, &Config::built_in(), false, &fetch));
        let of = |name: &str| {
            let seal = findings.seals.iter().find(|seal| seal.file.ends_with(name));
            seal.map(|seal| {
                format!("{:?}", seal.signature)
                    .split(' ')
                    .next()
                    .unwrap()
                    .to_owned()
            })
            .unwrap_or_default()
        };
        (of(EVENTS), of("keys.json"))
    };
    for (keys, file, list) in [
        (Ok(""), "Signed", "Signed"),
        (Ok(" "), "Unsigned", "Mismatch"),
        (Err(Why::NotThere), "Unsigned", ""),
        (Err(Why::Unreachable), "Unknown", ""),
        (Err(Why::TimedOut(8000)), "Unknown", ""),
    ] {
        let found = signatures(keys.clone());
        assert_eq!((found.0.as_str(), found.1.as_str()), (file, list), "{keys:?}");
    }
}

#[test]
fn the_list_of_keys_is_asked_for_only_where_a_key_is_not_known() {
    let asked = RefCell::new(Vec::new());
    journey(&SIGNED, LOT, &asked);
    assert!(asked.borrow().iter().all(|url| !url.contains("keys.json")));
}

#[test]
fn a_kept_signature_beside_a_fresh_file_says_nothing() {
    let mut files = SIGNED.clone();
    let text = files.get_mut(EVENTS).unwrap();
    *text = text.replace("\"quantity\":96.0", "\"quantity\":97.0");
    let check = |file_at: Option<i64>, jws_at: Option<i64>, expect: &str| {
        let kept_at = |url: &str| match url.strip_suffix(".jws") {
            Some(file) if file.ends_with(EVENTS) => jws_at,
            None if url.ends_with(EVENTS) => file_at,
            _ => None,
        };
        let journey = journey_of(&files, LOT, &RefCell::new(Vec::new()), kept_at);
        assert!(
            sentence(&journey).starts_with(expect),
            "{file_at:?} {jws_at:?}: {}",
            sentence(&journey)
        );
    };
    check(None, None, "stop ");
    check(Some(7), Some(7), "stop ");
    check(Some(7), Some(9), "stop ");
    check(Some(7), Some(3607), "unknown ");
    check(Some(3607), Some(7), "unknown ");
    check(Some(7), None, "unknown ");
    check(None, Some(7), "unknown ");
}

#[test]
fn only_what_sources_that_sign_say_is_called_signed() {
    let repository =
        json!({"kind": "epcis", "name": "Kho", "template": "https://kho.example/v2", "askFirst": false});
    let mut settings: Value = serde_json::from_str(include_str!("../public/config.json")).unwrap();
    settings["sources"].as_array_mut().unwrap().push(repository);
    let config = Config::read(&settings.to_string());
    let event = json!({"type": "ObjectEvent", "eventID": "urn:1", "eventTime": "2026-09-18T08:00:00Z", "eventTimeZoneOffset": "+07:00",
        "action": "OBSERVE", "bizStep": "storing", "quantityList": [{"epcClass": format!("https://id.gs1.org{LOT}")}]});
    let fetch = async |question: Question| match question.url.strip_prefix("/api/") {
        Some(path) => SIGNED.get(path).cloned().map(Answer::from).ok_or(Why::NotThere),
        None if question.url.contains("/events?") => Ok(json!([event]).to_string().into()),
        None => Err(Why::NotThere),
    };
    let identity = DigitalLink::parse(LOT).unwrap();
    let findings = run(look_up(&identity, &config, false, &fetch));
    let standing = |name: &str| {
        let said = findings.events.iter().filter(|event| event.by.name.vi == name);
        let mut standings: Vec<Standing> = said.map(|event| event.by.standing).collect();
        standings.dedup();
        standings
    };
    assert_eq!(standing("Kho"), [Standing::Declared]);
    assert_eq!(standing("Chợ phiên Lai Châu (dữ liệu mẫu)"), [Standing::Signed]);
}

#[test]
fn a_key_is_followed_by_another_and_both_stand_in_the_list() {
    let before = sample_key().public_jwk();
    let after = Signer::generate("next", Text::same("Ban tổ chức")).unwrap();
    let mut files = publish::files(&MARKET);
    publish::sign(&mut files, &after, &[before], &[], MARKET.as_of);
    let keys: Value = serde_json::from_str(&files["keys.json"]).unwrap();
    let kids: Vec<&str> = keys["keys"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| key["kid"].as_str().unwrap())
        .collect();
    assert_eq!(kids, ["next", "sample"]);
    assert!(
        keys["keys"]
            .as_array()
            .unwrap()
            .iter()
            .all(|key| key["d"].is_null())
    );
    let again = Signer::read(&after.private_jwk().to_string()).unwrap();
    assert_eq!(again.public_jwk(), after.public_jwk());
    assert!(Signer::read("{}").is_err() && Signer::read("key").is_err());
}

#[test]
fn ingredients_are_told_across_producers() {
    for (path, maker, from) in [
        (
            "/01/09528060120014/10/TT261024",
            "Hợp tác xã Lâm sản Hương Rừng (mẫu)",
            "Xã Mường Mô, Lai Châu",
        ),
        (
            "/01/09528060130013/21/SL26001",
            "Tổ hợp tác Ong Rừng Hoa Ngàn (mẫu)",
            "Xã Mường Kim, Lai Châu",
        ),
    ] {
        let journey = told(&SIGNED, path);
        let found = journey
            .steps
            .iter()
            .find(|step| step.area.as_deref() == Some(from));
        let party = found.and_then(|step| step.party.clone()).map(|party| party.vi);
        assert_eq!(party.as_deref(), Some(maker), "{path}");
        assert_eq!(journey.silences, [], "{path}");
    }
}

#[test]
fn no_more_is_asked_for_than_there_are_ingredients() {
    let asked = RefCell::new(Vec::new());
    journey(&SIGNED, LOT, &asked);
    let link_sets = asked
        .borrow()
        .iter()
        .filter(|url| url.ends_with("linkset.json"))
        .count();
    assert_eq!(link_sets, 1, "{:?}", asked.borrow());
}

/// The settings of the app with another source, which pins this key.
fn with_another(template: &str, ask_first: bool, key: Value) -> Config {
    let mut settings: Value = serde_json::from_str(include_str!("../public/config.json")).unwrap();
    let source =
        json!({"kind": "linkSet", "name": "Hội", "template": template, "askFirst": ask_first, "keys": [key]});
    settings["sources"].as_array_mut().unwrap().push(source);
    Config::read(&settings.to_string())
}

fn sample_key() -> Signer {
    Signer::read(&std::fs::read_to_string("data/sample.key.json").unwrap()).unwrap()
}

fn signed(signer: &Signer, revoked: &[Value]) -> Files {
    let mut files = publish::files(&MARKET);
    publish::sign(&mut files, signer, &[], revoked, MARKET.as_of);
    files
}

fn told(files: &Files, path: &str) -> Journey {
    journey(files, path, &RefCell::new(Vec::new()))
}

/// What the app tells when these files lie under `/api/` and its settings are the built-in ones.
fn journey(files: &Files, path: &str, asked: &RefCell<Vec<String>>) -> Journey {
    journey_of(files, path, asked, |_| None)
}

/// What it tells on a phone that remembers lists.
fn remembering(files: &Files, memory: &Memory) -> Journey {
    remembering_of(files, LOT, memory)
}

fn remembering_of(files: &Files, path: &str, memory: &Memory) -> Journey {
    let identity = DigitalLink::parse(path).unwrap();
    let fetch = async |question: Question| answer(files, &question);
    let findings = run(look_up_with(
        &identity,
        &Config::built_in(),
        false,
        memory,
        &fetch,
    ));
    tell(&identity, findings, MARKET.as_of)
}

fn answer(files: &Files, question: &Question) -> Result<Answer, Why> {
    let path = question.url.strip_prefix("/api/");
    let found = path.and_then(|path| files.get(path));
    found.cloned().map(Answer::from).ok_or(Why::NotThere)
}

/// The same, where some answers had been kept.
fn journey_of(
    files: &Files,
    path: &str,
    asked: &RefCell<Vec<String>>,
    kept_at: impl Fn(&str) -> Option<i64>,
) -> Journey {
    let identity = DigitalLink::parse(path).unwrap();
    let fetch = async |question: Question| {
        asked.borrow_mut().push(question.url.clone());
        let found = question
            .url
            .strip_prefix("/api/")
            .and_then(|path| files.get(path));
        let body = found.cloned().ok_or(Why::NotThere)?;
        Ok(Answer {
            kept_at: kept_at(&question.url),
            ..body.into()
        })
    };
    let findings = run(look_up(&identity, &Config::built_in(), false, &fetch));
    tell(
        &identity,
        findings,
        Date::from_calendar_date(2026, Month::November, 23).unwrap(),
    )
}

/// What the check of the signatures says, behind its verdict.
fn sentence(journey: &Journey) -> String {
    let mut checks = journey.checks.iter();
    let check = checks.find(|check| check.rule == "signature").unwrap();
    format!("{} {}", check.verdict.word(), check.sentence.vi)
}

/// Runs a future that never waits for anything.
fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}
