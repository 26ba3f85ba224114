//! A short tone when a code was read. Phones stay silent until a tap has unlocked their sound.

use std::cell::{Cell, RefCell};

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::AudioContext;

/// The tone: how high, in hertz, how long, in seconds, and how loud, as a share of the loudest.
const PITCH_HZ: f32 = 1318.5;
const LENGTH_S: f64 = 0.09;
const LOUDNESS: f32 = 0.15;

thread_local! {
    /// Made once a page, because browsers allow only a few.
    static SOUND: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
    /// Whether the tone sounds just now.
    static SOUNDING: Cell<bool> = const { Cell::new(false) };
}

/// Makes the sound ready. Call it inside a tap, else browsers refuse; they may also put it to sleep again, so call it at each.
pub fn unlock() {
    let sound = SOUND.with_borrow_mut(|sound| {
        if sound.is_none() {
            *sound = AudioContext::new().ok();
        }
        sound.clone()
    });
    if let Some(sound) = sound {
        let _ = sound.resume(); // OK because a browser that refuses is just silent.
    }
}

/// Lets the sound rest, which spares the battery; a tone ends first.
pub fn rest() {
    if let Some(sound) = SOUND.with_borrow(Clone::clone).filter(|_| !SOUNDING.get()) {
        let _ = sound.suspend(); // OK because a browser that refuses only needs a little more.
    }
}

/// Sounds once, and then rests. Silent where nothing was unlocked.
pub fn beep() {
    if let Some(sound) = SOUND.with_borrow(Clone::clone) {
        let _ = play(&sound); // OK because a phone that refuses is just silent.
    }
}

fn play(sound: &AudioContext) -> Result<(), wasm_bindgen::JsValue> {
    let (tone, gain) = (sound.create_oscillator()?, sound.create_gain()?);
    tone.frequency().set_value(PITCH_HZ);
    gain.gain().set_value(LOUDNESS);
    tone.connect_with_audio_node(&gain)?
        .connect_with_audio_node(&sound.destination())?;
    let ended = Closure::once_into_js(|| {
        SOUNDING.set(false);
        rest();
    });
    tone.set_onended(Some(ended.unchecked_ref()));
    tone.start()?;
    SOUNDING.set(true);
    tone.stop_with_when(sound.current_time() + LENGTH_S)
}
