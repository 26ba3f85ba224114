//! Reading aloud: by the phone's voice, by recorded clips, or a plain word where there is neither.

use crate::driver::Browser;
use crate::site::{Answer, Site};
use serde_json::json;
use thirtyfour::components::SelectElement;
use thirtyfour::prelude::*;

const LOT: &str = "/01/09528060010018/10/S260918";

/// A voice that comes late, as Chrome's do, and says each sentence only when the test lets it. Silence inside the tap is none.
const LATE_VOICE: &str = r#"
  window.said = []; window.cancelled = 0; window.ends = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const speech = new EventTarget();
  let voices = [];
  speech.getVoices = () => voices;
  speech.speak = (utterance) => { if (!utterance.text) return; window.said.push([utterance.lang, utterance.text]); window.ends.push(() => utterance.onend()); };
  speech.cancel = () => { window.cancelled += 1; };
  Object.defineProperty(window, 'speechSynthesis', { get: () => speech });
  setTimeout(() => {
    voices = [
      { name: 'far', lang: 'vi-VN', localService: false },
      { name: 'other', lang: 'de-DE', localService: true },
      { name: 'near', lang: 'vi_VN', localService: true },
    ];
    speech.dispatchEvent(new Event('voiceschanged'));
  }, 900);
"#;

#[tokio::test]
async fn a_voice_that_comes_late_reads_sentence_by_sentence_and_marks_the_step() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.prepare(LATE_VOICE).await;
    browser.open(&site.url(LOT)).await;
    browser.see("ol.thread").await;
    browser.press("Nghe đọc").await;
    browser.hold("said.length === 1").await;
    browser
        .hold("document.querySelector('.verdict').getAttribute('aria-current') === 'step'")
        .await;
    let first = browser.evaluate("return said[0]").await;
    assert_eq!(first, json!(["vi_VN", "Chưa thấy điểm bất thường."]));
    // The verdict is three sentences; then comes the first step.
    browser
        .hold("(ends.splice(0).forEach(end => end()), said.some(([, text]) => text.startsWith('Chặng 1:')))")
        .await;
    browser
        .hold("document.querySelectorAll('ol.thread > li')[0].getAttribute('aria-current') === 'step'")
        .await;
    let marked = "return document.querySelectorAll('[aria-current=step]').length";
    assert_eq!(browser.evaluate(marked).await, 1);
    let longest = browser
        .evaluate("return Math.max(...said.map(([, text]) => text.length))")
        .await;
    assert!(longest.as_u64().unwrap() <= 180, "{longest} letters at once");
    // The step that is read stands in view.
    browser
        .hold("(box => box.top >= 0 && box.bottom <= innerHeight)(document.querySelector('ol.thread > li').getBoundingClientRect())")
        .await;
    let button = browser.see("button.listen").await;
    assert_eq!(
        button.attr("aria-pressed").await.unwrap().as_deref(),
        Some("true")
    );
    browser.press("Dừng đọc").await;
    browser.hold("cancelled > 0").await;
    browser
        .hold("document.querySelector('[aria-current=step]') === null")
        .await;
    browser.read("button.listen", "Nghe đọc").await;
    browser.quit().await;
}

#[tokio::test]
async fn it_stops_when_the_page_is_hidden_and_when_it_is_left() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.prepare(LATE_VOICE).await;
    browser.open(&site.url(LOT)).await;
    browser.press("Nghe đọc").await;
    browser.hold("said.length === 1").await;
    browser
        .evaluate(
            "Object.defineProperty(document, 'visibilityState', {get: () => 'hidden', configurable: true});
             document.dispatchEvent(new Event('visibilitychange'));
             delete document.visibilityState;",
        )
        .await;
    browser.hold("cancelled === 1").await;
    browser.press("Nghe đọc").await;
    browser.hold("said.length === 2").await;
    browser.follow("nav.tabs a[href='/saved']").await;
    browser.hold("cancelled === 2").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_phone_without_a_voice_says_so() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser
        .prepare("Object.defineProperty(window, 'speechSynthesis', {get: () => Object.assign(new EventTarget(), {getVoices: () => [], cancel() {}})})")
        .await;
    browser.open(&site.url(LOT)).await;
    browser.press("Nghe đọc").await;
    browser
        .read(".at-once .notice", "chưa có giọng đọc tiếng Việt")
        .await;
    browser.quit().await;
}

#[tokio::test]
async fn recorded_clips_of_a_language_pack_are_played() {
    let manifest = json!({"language": "hmn", "name": "Hmoob", "licence": "CC0-1.0", "clips": {
        "verdict-stop": "verdict-stop.wav", "stage-purchase": "stage-purchase.wav", "ask-seller": "ask-seller.wav"}});
    let site = Site::with(&[
        (
            "/clips/index.json",
            Answer::Json(json!({"packs": ["hmn"]}).to_string()),
        ),
        ("/clips/hmn/manifest.json", Answer::Json(manifest.to_string())),
        ("/clips/hmn/verdict-stop.wav", Answer::Sound(wav(150))),
        ("/clips/hmn/stage-purchase.wav", Answer::Sound(wav(150))),
        ("/clips/hmn/ask-seller.wav", Answer::Sound(wav(150))),
    ]);
    let browser = Browser::start().await;
    browser
        .prepare("window.marks = []; new MutationObserver(() => { const at = document.querySelector('[aria-current=step]'); if (at) marks.push(at.className + at.dataset.process); }).observe(document, {subtree: true, attributes: true, attributeFilter: ['aria-current']})")
        .await;
    browser.open(&site.url("/01/09528060120014/10/TT261012")).await;
    let select = SelectElement::new(&browser.see(".listen-in select").await)
        .await
        .unwrap();
    select.select_by_value("hmn").await.unwrap();
    browser.press("Nghe đọc").await;
    browser.read("button.listen", "Dừng đọc").await;
    browser.read("button.listen", "Nghe đọc").await;
    let asked = site.asked();
    let clips: Vec<&str> = asked
        .iter()
        .filter(|path| path.ends_with(".wav"))
        .map(String::as_str)
        .collect();
    assert_eq!(clips.first(), Some(&"/clips/hmn/verdict-stop.wav"));
    assert!(clips.contains(&"/clips/hmn/stage-purchase.wav"), "{clips:?}");
    assert_eq!(clips.last(), Some(&"/clips/hmn/ask-seller.wav"));
    let marks = browser.evaluate("return marks.join(' ')").await;
    let marks = marks.as_str().unwrap();
    assert!(marks.contains("verdict") && marks.contains("purchase"), "{marks}");
    let said = browser.page.find_all(By::Css(".at-once .notice")).await.unwrap();
    assert!(said.is_empty(), "clips need no voice");
    browser.quit().await;
}

/// A sound file (WAVE, 8 kHz, 8 bits, one channel) of silence.
fn wav(ms: usize) -> Vec<u8> {
    let samples = vec![128_u8; 8 * ms];
    let length = u32::try_from(samples.len()).unwrap();
    let mut file = Vec::new();
    file.extend(b"RIFF");
    file.extend((36 + length).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    file.extend(1_u16.to_le_bytes()); // PCM
    file.extend(1_u16.to_le_bytes()); // one channel
    file.extend(8000_u32.to_le_bytes());
    file.extend(8000_u32.to_le_bytes());
    file.extend(1_u16.to_le_bytes());
    file.extend(8_u16.to_le_bytes());
    file.extend(b"data");
    file.extend(length.to_le_bytes());
    file.extend(samples);
    file
}
