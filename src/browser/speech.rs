//! The phone's own voice (Web Speech API): one sentence at a time.

use super::listener::Listener;
use super::{site, timeout};
use futures_util::future::{FutureExt, select};
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// How long the list of voices may take to come, in milliseconds: Chrome fills it after the page has asked for it.
const LATE_MS: i32 = 2000;

/// How long a sentence may take, in milliseconds: some phones never say that they have ended.
const START_MS: i32 = 5000;
const LETTER_MS: i32 = 200;

/// A voice of this phone.
#[derive(Clone, Debug)]
pub struct Voice(SpeechSynthesisVoice);

/// The voice of this phone for a language by its tag (`vi`, `en`). `None` where there is none. A voice that would send the
/// text to its maker's servers is none: nobody else is told what a shopper looks at.
pub async fn voice(tag: &str) -> Option<Voice> {
    let speech = speech()?;
    if let Some(voice) = find(&speech, tag) {
        return Some(voice);
    }
    wait_for_list(&speech).await;
    find(&speech, tag)
}

/// Says a sentence and waits until it is said. Call it first inside a tap, else some browsers stay silent.
pub async fn say(voice: &Voice, text: &str) {
    let Some((speech, utterance)) = speech().zip(SpeechSynthesisUtterance::new_with_text(text).ok()) else {
        return;
    };
    utterance.set_voice(Some(&voice.0));
    utterance.set_lang(&voice.0.lang());
    let ended = Promise::new(&mut |resolve: Function, _| {
        utterance.set_onend(Some(&resolve));
        utterance.set_onerror(Some(&resolve));
    });
    speech.speak(&utterance);
    let letters = i32::try_from(text.chars().count()).unwrap_or(i32::MAX);
    let longest = START_MS.saturating_add(letters.saturating_mul(LETTER_MS));
    let late = timeout::pass(longest).boxed_local();
    select(JsFuture::from(ended), late).await;
}

/// Says nothing, inside a tap: a phone that speaks only close to one lets what is said later be heard.
pub fn wake() {
    let has_voices = |speech: &SpeechSynthesis| speech.get_voices().length() > 0;
    let speech = speech().filter(has_voices);
    if let Some((speech, silence)) = speech.zip(SpeechSynthesisUtterance::new().ok()) {
        speech.speak(&silence);
    }
}

/// Silence as soon as it is dropped: what is being said is broken off.
#[derive(Debug)]
pub struct Hush;

impl Drop for Hush {
    fn drop(&mut self) {
        if let Some(speech) = speech() {
            speech.cancel();
        }
    }
}

/// Calls back when nobody can see the page any more, for as long as the listener is kept.
pub fn on_hidden(call: impl Fn() + 'static) -> Option<Listener> {
    let document = site::document()?;
    Some(Listener::new(&document, "visibilitychange", move |_| {
        if site::is_hidden() {
            call();
        }
    }))
}

/// `None` in browsers that cannot speak.
fn speech() -> Option<SpeechSynthesis> {
    let speech = site::window()?.speech_synthesis().ok()?;
    (!speech.is_undefined() && !speech.is_null()).then_some(speech)
}

fn find(speech: &SpeechSynthesis, tag: &str) -> Option<Voice> {
    let voices = speech.get_voices();
    let voices = voices.iter().map(|voice| voice.unchecked_into());
    let mut voices =
        voices.filter(|voice: &SpeechSynthesisVoice| voice.local_service() && speaks(&voice.lang(), tag));
    voices.next().map(Voice)
}

/// Whether a voice's tag, `vi-VN` or Android's `vi_VN`, is of the language `tag`.
fn speaks(voice: &str, tag: &str) -> bool {
    let language = voice.split(['-', '_']).next();
    language.is_some_and(|language| language.eq_ignore_ascii_case(tag))
}

/// Waits until the list of voices has changed, or for as long as it may take.
async fn wait_for_list(speech: &SpeechSynthesis) {
    let ear = Rc::new(RefCell::new(None));
    let changed = Promise::new(&mut |resolve: Function, _| {
        let heard = Listener::new(speech, "voiceschanged", move |_| {
            let _ = resolve.call0(&JsValue::UNDEFINED); // OK because a promise is resolved without fail.
        });
        ear.borrow_mut().replace(heard);
    });
    select(JsFuture::from(changed), timeout::pass(LATE_MS).boxed_local()).await;
}
