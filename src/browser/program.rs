//! The scanner's program in its worker: started, asked, watched over and started again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlVideoElement, ImageBitmap, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::frame::{FrameLoop, grab};
use super::listener::Listener;
use super::timeout::Timeout;
use super::wire::{Answer, Question};
use crate::symbol::Reading;

/// The loader that the build puts beside the scanner's program.
const PROGRAM: &str = "/scanner_loader.js";

/// How long the program may take to load and compile.
const READY_MS: i32 = 30_000;

/// How long it may take to fetch and read one frame; rxing has been seen to loop for ever.
const FRAME_MS: i32 = 4_000;

/// How long it may take to read one photo.
const PHOTO_MS: i32 = 20_000;

/// So often in a row, without one answer between, a program is started again.
const RESTARTS: u32 = 3;

/// What the app hears of the scanner.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It can be asked. Comes again after each restart.
    Ready,
    /// One frame of the watched video was read; most frames hold no symbol.
    Reading(Reading),
    /// It has stopped for good; only a new scanner can help.
    Failed(Failure),
}

/// Why there is no scanner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Its program could not be loaded in time.
    #[error("the scanner could not be loaded")]
    NotLoaded,
    /// It halted or gave no answer again and again.
    #[error("the scanner does not answer")]
    Hangs,
}

/// What the scanner shares with the calls that come back to it.
pub struct Core {
    on_event: Box<dyn Fn(Event)>,
    state: RefCell<State>,
    failure: Cell<Option<Failure>>,
}

#[derive(Default)]
struct State {
    /// `None` before the start and after a failure.
    program: Option<Program>,
    phase: Phase,
    /// Launches so far: what belongs to an earlier one is out of date.
    launches: u32,
    restarts: u32,
    watchdog: Option<Timeout>,
    watched: Option<FrameLoop>,
    waiting: Option<Photo>,
    /// The GTINs that each program is told when it starts.
    known: Option<Rc<Question>>,
}

/// What the program is doing.
#[derive(Default)]
enum Phase {
    #[default]
    Loading,
    Idle,
    Frame,
    Photo(Photo),
}

/// The program in its worker; ended when dropped.
struct Program {
    worker: Worker,
    _listeners: [Listener; 2],
}

impl Drop for Program {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// A photo and who waits for its reading; refused when dropped without an answer.
struct Photo {
    bitmap: ImageBitmap,
    resolve: Function,
    reject: Function,
}

impl Drop for Photo {
    fn drop(&mut self) {
        self.bitmap.close();
        // OK because refusing a promise that is settled does nothing.
        let _ = self.reject.call0(&JsValue::UNDEFINED);
    }
}

impl Core {
    /// Starts the program for the first time.
    pub fn start(on_event: impl Fn(Event) + 'static) -> Rc<Core> {
        let core = Rc::new(Core {
            on_event: Box::new(on_event),
            state: RefCell::default(),
            failure: Cell::default(),
        });
        core.launch();
        core
    }

    /// Reads the frames of this video from now on.
    pub fn watch(self: &Rc<Self>, video: &HtmlVideoElement) {
        let (core, source) = (Rc::downgrade(self), video.clone());
        let frames = FrameLoop::new(video, move || {
            if let Some(core) = core.upgrade() {
                core.look(&source);
            }
        });
        self.state.borrow_mut().watched = Some(frames);
    }

    /// Tells the program the GTINs of the local catalogue, sorted, now and after each restart.
    pub fn know(&self, gtins: Vec<u64>) {
        self.state.borrow_mut().known = Some(Rc::new(Question::Catalogue(gtins)));
        if !matches!(self.state.borrow().phase, Phase::Loading) {
            self.tell_known();
        }
    }

    fn tell_known(&self) {
        let known = self.state.borrow().known.clone();
        if let Some(known) = known {
            self.post(&known);
        }
    }

    /// Why it has stopped for good, once it has.
    pub fn failure(&self) -> Option<Failure> {
        self.failure.get()
    }

    /// Ends the program and everything that is under way.
    pub fn end(&self) {
        // Taken out first, so that nothing is borrowed while it ends.
        let state = self.state.take();
        drop(state);
    }

    /// Starts the program, in place of the one before.
    fn launch(self: &Rc<Self>) {
        let program = self.program();
        let loaded = program.is_some();
        {
            let mut state = self.state.borrow_mut();
            state.program = program;
            state.phase = Phase::Loading;
            state.launches += 1;
        }
        if loaded {
            self.guard(READY_MS, |core| core.fail(Failure::NotLoaded));
        } else {
            // Told later, so that the caller of `start` has its scanner by then.
            self.guard(0, |core| core.fail(Failure::NotLoaded));
        }
    }

    fn program(self: &Rc<Self>) -> Option<Program> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(PROGRAM, &options).ok()?;
        let (hears, breaks) = (Rc::downgrade(self), Rc::downgrade(self));
        let listeners = [
            Listener::new(&worker, "message", move |event| {
                if let (Some(core), Some(event)) = (hears.upgrade(), event.dyn_ref::<MessageEvent>()) {
                    core.hear(&event.data());
                }
            }),
            Listener::new(&worker, "error", move |_| {
                if let Some(core) = breaks.upgrade() {
                    core.halt();
                }
            }),
        ];
        Some(Program {
            worker,
            _listeners: listeners,
        })
    }

    /// Sets the watchdog, in place of the one before.
    fn guard(self: &Rc<Self>, ms: i32, bite: impl FnOnce(&Rc<Core>) + 'static) {
        let core = Rc::downgrade(self);
        let watchdog = Timeout::after(ms, move || {
            if let Some(core) = core.upgrade() {
                bite(&core);
            }
        });
        self.state.borrow_mut().watchdog = watchdog;
    }

    fn hear(self: &Rc<Self>, message: &JsValue) {
        match Answer::from_js(message) {
            Some(Answer::Ready) => {
                self.tell_known();
                self.rest(Event::Ready);
            }
            Some(Answer::Reading(reading)) => self.answered(reading, message),
            Some(Answer::NoPicture) => self.answered(Reading::default(), message),
            Some(Answer::Panic(_)) => self.halt(),
            None => {}
        }
    }

    fn answered(self: &Rc<Self>, reading: Reading, message: &JsValue) {
        let phase = {
            let mut state = self.state.borrow_mut();
            state.restarts = 0;
            std::mem::replace(&mut state.phase, Phase::Idle)
        };
        match phase {
            Phase::Photo(photo) => {
                // OK because resolving a promise does not fail.
                let _ = photo.resolve.call1(&JsValue::UNDEFINED, message);
                self.idle();
            }
            Phase::Frame => self.rest(Event::Reading(reading)),
            Phase::Loading | Phase::Idle => self.idle(),
        }
    }

    /// The program is free: takes on what waits, then tells the app.
    fn rest(self: &Rc<Self>, event: Event) {
        self.idle();
        (self.on_event)(event);
    }

    fn idle(self: &Rc<Self>) {
        let waiting = {
            let mut state = self.state.borrow_mut();
            state.phase = Phase::Idle;
            state.watchdog = None;
            state.waiting.take()
        };
        if let Some(photo) = waiting {
            self.post(&Question::Photo(photo.bitmap.clone()));
            self.state.borrow_mut().phase = Phase::Photo(photo);
            self.guard(PHOTO_MS, |core| core.halt());
        }
    }

    fn post(&self, question: &Question) {
        let (message, moved) = question.to_js();
        if let Some(program) = &self.state.borrow().program {
            // OK because a question that is not posted is not answered either, and the watchdog bites.
            let _ = program.worker.post_message_with_transfer(&message, &moved);
        }
    }
}

impl Core {
    /// A video shows a new picture: fetches and posts it unless the program is busy.
    fn look(self: &Rc<Self>, video: &HtmlVideoElement) {
        let launch = {
            let mut state = self.state.borrow_mut();
            if !matches!(state.phase, Phase::Idle) {
                return;
            }
            state.phase = Phase::Frame;
            state.launches
        };
        self.guard(FRAME_MS, |core| core.halt());
        let (core, video) = (Rc::downgrade(self), video.clone());
        spawn_local(async move {
            let question = grab(&video).await;
            let Some(core) = core.upgrade() else { return };
            let due = {
                let state = core.state.borrow();
                state.launches == launch && matches!(state.phase, Phase::Frame)
            };
            match question {
                Some(question) if due => core.post(&question),
                None if due => core.idle(),
                // Too late: a bitmap is let go, not left to the browser.
                Some(Question::Frame(bitmap)) => bitmap.close(),
                _ => {}
            }
        });
    }

    /// Posts the photo as soon as the program is free. The promise is settled with the program's message, or refused.
    pub fn ask_photo(self: &Rc<Self>, bitmap: ImageBitmap) -> Promise {
        let mut photo = None;
        let promise = Promise::new(&mut |resolve, reject| {
            photo = Some(Photo {
                bitmap: bitmap.clone(),
                resolve,
                reject,
            });
        });
        let replaced = {
            let mut state = self.state.borrow_mut();
            if state.program.is_none() {
                return promise; // OK because `photo` is dropped here, which refuses the promise.
            }
            std::mem::replace(&mut state.waiting, photo)
        };
        drop(replaced);
        if matches!(self.state.borrow().phase, Phase::Idle) {
            self.idle();
        }
        promise
    }

    /// The program broke down or does not answer: starts it again, but not for ever.
    fn halt(self: &Rc<Self>) {
        let (loading, restarts) = {
            let mut state = self.state.borrow_mut();
            state.restarts += 1;
            (matches!(state.phase, Phase::Loading), state.restarts)
        };
        if loading && restarts == 1 {
            self.fail(Failure::NotLoaded);
        } else if restarts > RESTARTS {
            self.fail(Failure::Hangs);
        } else {
            self.launch();
        }
    }

    fn fail(&self, failure: Failure) {
        self.failure.set(Some(failure));
        self.end();
        (self.on_event)(Event::Failed(failure));
    }
}
