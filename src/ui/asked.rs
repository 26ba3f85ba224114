//! What a page asks the sources for: on its way at first, then there, and asked for again on demand.

use leptos::prelude::*;
use leptos::task::spawn_local;

/// An answer; asking starts with the page that needs it.
pub struct Asked<T: Send + Sync + 'static> {
    answer: RwSignal<Option<T>>,
    round: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Asked<T> {
    /// Asks now, and again whenever something that `ask` reads before it waits changes.
    pub fn new<F: Future<Output = T> + 'static>(ask: impl Fn() -> F + 'static) -> Asked<T> {
        let asked = Asked {
            answer: RwSignal::new(None),
            round: RwSignal::new(0),
        };
        let latest = StoredValue::new(0_u32);
        Effect::new(move |_| {
            asked.round.track();
            let mine = latest.get_value().wrapping_add(1);
            latest.set_value(mine);
            let answer = ask();
            spawn_local(async move {
                let answer = answer.await;
                // OK to drop an answer that was asked for again meanwhile, or whose page has gone.
                if latest.try_get_value() == Some(mine) {
                    asked.answer.set(Some(answer));
                }
            });
        });
        asked
    }

    /// The answer; nothing while it is on its way for the first time.
    pub fn get(self) -> Option<T>
    where
        T: Clone,
    {
        self.answer.get()
    }

    /// Asks once more; the earlier answer stands until the next one comes.
    pub fn again(self) {
        self.round.update(|round| *round += 1);
    }
}

impl<T: Send + Sync + 'static> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Asked<T> {}
