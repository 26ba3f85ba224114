//! What only a browser can show: the messages between the two programs, and the pixels of a canvas.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use cho_phien::browser::store::{Scan, Store};
use cho_phien::browser::wire::{Answer, Question};
use cho_phien::browser::{links, query};
use cho_phien::scan::luma;
use cho_phien::symbol::{Format, Hint, Reading, Symbol};
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{OffscreenCanvas, OffscreenCanvasRenderingContext2d};

wasm_bindgen_test_configure!(run_in_browser);

fn symbol(format: Format) -> Symbol {
    Symbol {
        text: "01\u{1D}Chợ phiên 🐎".to_owned(),
        format,
        identifier: "]Q3".to_owned(),
        corners: vec![(0.5, 1.0), (1279.25, -3.0)],
    }
}

#[wasm_bindgen_test]
fn every_answer_arrives_as_it_was_sent() {
    let formats = [
        Format::Ean13,
        Format::Ean8,
        Format::UpcA,
        Format::UpcE,
        Format::Code128,
        Format::Itf,
        Format::DataBar,
        Format::DataBarExpanded,
        Format::QrCode,
        Format::DataMatrix,
    ];
    let symbols = formats.map(symbol).to_vec();
    let hints = [
        Hint::Closer,
        Hint::Farther,
        Hint::MoreLight,
        Hint::AvoidGlare,
        Hint::HoldStill,
    ];
    let hinted = hints.map(|hint| {
        Answer::Reading(Reading {
            hint: Some(hint),
            ..Reading::default()
        })
    });
    for answer in hinted.into_iter().chain([
        Answer::Ready,
        Answer::NoPicture,
        Answer::Panic("why".to_owned()),
        Answer::Reading(Reading::default()),
        Answer::Reading(Reading {
            symbols,
            hint: None,
            ms: 12.5,
        }),
    ]) {
        assert_eq!(Answer::from_js(&answer.to_js()), Some(answer));
    }
}

#[wasm_bindgen_test]
fn what_is_no_message_is_ignored() {
    for message in [
        JsValue::UNDEFINED,
        JsValue::NULL,
        JsValue::from("hello"),
        JsValue::from(3),
        js_sys::Object::new().into(),
    ] {
        assert_eq!(Answer::from_js(&message), None, "{message:?}");
        assert!(Question::from_js(&message).is_none(), "{message:?}");
    }
}

#[wasm_bindgen_test]
fn a_frame_is_moved_with_its_question() {
    let bytes: ArrayBuffer = Uint8Array::from([1, 2, 3].as_slice()).buffer();
    let question = Question::Luma {
        bytes,
        width: 2,
        height: 1,
        stride: 3,
    };
    let (message, moved) = question.to_js();
    assert_eq!(moved.length(), 1);
    let Some(Question::Luma {
        bytes,
        width,
        height,
        stride,
    }) = Question::from_js(&message)
    else {
        panic!("{message:?}");
    };
    assert_eq!((width, height, stride), (2, 1, 3));
    assert_eq!(Uint8Array::new(&bytes).to_vec(), [1, 2, 3]);
    assert_eq!(moved.get(0), JsValue::from(bytes));
}

#[wasm_bindgen_test]
fn the_catalogue_arrives_in_full() {
    let gtins = vec![96_385_074, 9_528_060_010_018, 99_999_999_999_997];
    let (message, moved) = Question::Catalogue(gtins.clone()).to_js();
    assert_eq!(moved.length(), 1);
    let Some(Question::Catalogue(found)) = Question::from_js(&message) else {
        panic!("{message:?}");
    };
    assert_eq!(found, gtins);
}

#[wasm_bindgen_test]
fn the_pixels_of_a_canvas_become_luma() {
    let canvas = OffscreenCanvas::new(3, 1).unwrap();
    let context: OffscreenCanvasRenderingContext2d =
        canvas.get_context("2d").unwrap().unwrap().unchecked_into();
    for (x, colour) in ["#fff", "#000", "#0f0"].into_iter().enumerate() {
        context.set_fill_style_str(colour);
        context.fill_rect(x as f64, 0.0, 1.0, 1.0);
    }
    let pixels = context.get_image_data(0.0, 0.0, 3.0, 1.0).unwrap();
    let mut luma = Vec::new();
    luma::push_rgba(&pixels.data(), &mut luma);
    assert_eq!(luma, [255, 0, 149]);
}

#[wasm_bindgen_test]
fn a_page_without_frame_leads_to_pages_without_frame() {
    for (from, to, expected) in [
        ("/market", "/01/09528060010018", "/01/09528060010018"),
        (
            "/embed/417/9528060010001",
            "/01/09528060010018",
            "/embed/01/09528060010018",
        ),
        ("/embed/", "/embed/market", "/embed/market"),
    ] {
        assert_eq!(links::within(from, to), expected);
    }
    assert_eq!(links::full("/embed/01/1?17=280912"), "/01/1?17=280912");
    assert_eq!(links::full("/embedded"), "/embedded");
}

#[wasm_bindgen_test]
fn a_query_is_read_as_it_was_written() {
    let path = query::write("/market", &[("q", "chè & trà "), ("c", "")]);
    assert_eq!(query::read(&path, "q").as_deref(), Some("chè & trà "));
    assert_eq!(query::read(&path, "c"), None);
    assert_eq!(query::write("/market", &[("q", "")]), "/market");
}

#[wasm_bindgen_test]
async fn a_scan_is_kept_once_and_forgotten() {
    let store = Store::open().await;
    assert!(matches!(store, Store::Database(_)));
    store.clear().await;
    let scans = [("/01/1", 1.0, true), ("/01/2", 2.0, true), ("/01/1", 3.0, false)];
    for (path, at, favourite) in scans {
        let path = path.to_owned();
        let scan = Scan {
            path,
            at,
            favourite,
            bought: (at > 2.0).then_some(true),
            note: format!("note {at}"),
            ..Scan::default()
        };
        assert!(store.add(&scan).await, "it is written");
    }
    let found = Store::open().await.list().await.unwrap();
    let found: Vec<_> = found
        .iter()
        .map(|scan| (&*scan.path, scan.favourite, scan.bought, &*scan.note))
        .collect();
    assert_eq!(
        found,
        [
            ("/01/1", false, Some(true), "note 3"),
            ("/01/2", true, None, "note 2")
        ]
    );
    assert!(store.remove("/01/1").await);
    assert_eq!(store.list().await.unwrap().len(), 1);
    assert!(store.clear().await);
    assert!(store.list().await.unwrap().is_empty());
}
