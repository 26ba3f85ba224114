//! Reads a journey aloud, passage by passage, and marks on the page what is being read.

use crate::browser::place_marker::PlaceMarker;
use crate::browser::{audio, speech};
use crate::journey::Journey;
use crate::journey::spoken::{Part, passages};
use crate::sources::language_pack::LanguagePack;
use crate::words::Lang;
use std::sync::Arc;

/// What to read, and how.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What to read.
    pub journey: Arc<Journey>,
    /// The language in which it is told.
    pub lang: Lang,
    /// Recorded clips, which take over where it has them.
    pub pack: Option<LanguagePack>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was read to its end.
    Read,
    /// This phone has no voice for the language, and there are no clips.
    NoVoice,
}

/// Reads all of it. When the future is dropped, it falls silent and no mark remains.
pub async fn read(reading: Reading) -> Outcome {
    let Reading { journey, lang, pack } = reading;
    let _hush = speech::Hush;
    // A voice that reads this text would mix two languages where the clips are of another one.
    let is_own = pack.as_ref().is_none_or(|pack| pack.tag == lang.tag());
    let voice = if is_own {
        speech::voice(lang.tag()).await
    } else {
        None
    };
    if voice.is_none() && pack.is_none() {
        return Outcome::NoVoice;
    }
    for passage in passages(&journey, lang) {
        let clip = pack.as_ref().and_then(|pack| pack.clip(passage.clip));
        if clip.is_none() && (voice.is_none() || passage.sentences.is_empty()) {
            continue;
        }
        let _mark = mark(passage.part);
        let played = match clip {
            Some(clip) => audio::play(clip).await,
            None => false,
        };
        if let Some(voice) = voice.as_ref().filter(|_| !played) {
            for sentence in &passage.sentences {
                speech::say(voice, sentence).await;
            }
        }
    }
    Outcome::Read
}

fn mark(part: Part) -> Option<PlaceMarker> {
    match part {
        Part::Verdict => PlaceMarker::put(".verdict", 0),
        Part::Step(index) => PlaceMarker::put("ol.thread > li", index),
    }
}
