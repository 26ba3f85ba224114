//! Long work in steps, between which a page may draw.

use futures_util::future::LocalBoxFuture;
use std::cell::Cell;

/// Hears how many steps are done; what it gives is waited for before the next one.
pub type Turn<'a> = &'a dyn Fn(usize) -> Option<LocalBoxFuture<'static, ()>>;

/// How far the work has come, and who has a turn between its steps.
pub struct Pace<'a> {
    done: Cell<usize>,
    turn: Turn<'a>,
}

impl<'a> Pace<'a> {
    /// Gives `turn` a turn after every step.
    pub fn new(turn: Turn<'a>) -> Pace<'a> {
        Pace {
            done: Cell::new(0),
            turn,
        }
    }

    /// Waits for nobody: the work is done as soon as its future is polled once.
    pub fn straight() -> Pace<'static> {
        Pace::new(&|_| None)
    }

    /// One row more is done.
    pub async fn step(&self) {
        self.several(1).await;
    }

    /// So many rows more are done.
    pub async fn several(&self, rows: usize) {
        self.done.set(self.done.get() + rows);
        self.pause().await;
    }

    /// Something is done that no row counts.
    pub async fn pause(&self) {
        if let Some(wait) = (self.turn)(self.done.get()) {
            wait.await;
        }
    }
}

/// About how many steps it takes to read and check a table: each row is read once and checked once.
pub fn steps(text: &str) -> usize {
    2 * text.bytes().filter(|byte| *byte == b'\n').count()
}
