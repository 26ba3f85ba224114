//! What to tell the person with the phone while nothing can be read: one hint at a time, and calmly.

use super::look::Look;
use crate::symbol::Hint;

/// A hint is shown once so many frames in a row would give it.
const SHOW: u32 = 10;

/// It goes once so many frames in a row would give none.
const CLEAR: u32 = 20;

/// Darker than this mean luma, no sensor sees bars.
const DARK: u8 = 42;

/// So many samples in a hundred clipped to white are glare.
const GLARE: u32 = 12;

/// The mean change of a cell's luma from frame to frame, beyond that of the whole picture, that is a moving hand.
const MOTION: u32 = 12;

/// Below this sharpness, edges are wider than the bars of most codes.
const BLURRED: u32 = 11;

/// Detail on so many cells in a hundred or more fills the picture.
const FULL: u32 = 60;

/// Detail no longer than so many hundredths of the picture is too small.
const SMALL: u32 = 20;

/// The coach of one camera run.
#[derive(Debug, Default)]
pub struct Coach {
    /// The cells of the frame before.
    before: Vec<u8>,
    /// What the last frames would give, and how many of them in a row.
    wish: Option<Hint>,
    streak: u32,
    shown: Option<Hint>,
}

impl Coach {
    /// Looks at the next frame (one byte a pixel, row by row, no padding) and gives the hint to show now.
    /// `read` is whether a symbol was read in it: then nothing needs to be said.
    pub fn advise(&mut self, luma: &[u8], width: u32, height: u32, read: bool) -> Option<Hint> {
        let Some(look) = Look::at(luma, width, height).filter(|_| !read) else {
            *self = Coach::default();
            return None;
        };
        let wish = wish(&look, &self.before);
        self.before = look.cells;
        self.settle(wish)
    }

    /// Follows only what lasts.
    fn settle(&mut self, wish: Option<Hint>) -> Option<Hint> {
        self.streak = if wish == self.wish { self.streak + 1 } else { 1 };
        self.wish = wish;
        if self.streak >= if wish.is_some() { SHOW } else { CLEAR } {
            self.shown = wish;
        }
        self.shown
    }
}

/// What would help most with one frame, the light first: in the dark and in glare, nothing else can be told.
fn wish(look: &Look, before: &[u8]) -> Option<Hint> {
    if look.mean < DARK {
        return Some(Hint::MoreLight);
    }
    if look.clipped >= GLARE {
        return Some(Hint::AvoidGlare);
    }
    if motion(before, &look.cells) >= MOTION {
        return Some(Hint::HoldStill);
    }
    let blurred = look.sharpness.is_some_and(|sharpness| sharpness < BLURRED);
    if blurred || look.bars >= FULL {
        return Some(Hint::Farther);
    }
    let small = look.extent.is_some_and(|extent| extent <= SMALL);
    small.then_some(Hint::Closer)
}

/// The mean change of a cell from one frame to the next, without what changed everywhere, as when the exposure follows the light.
fn motion(before: &[u8], now: &[u8]) -> u32 {
    if before.len() != now.len() || now.is_empty() {
        return 0;
    }
    let count = now.len() as i32;
    let changes = || before.iter().zip(now).map(|(&a, &b)| i32::from(b) - i32::from(a));
    let drift = changes().sum::<i32>() / count;
    let sum: i32 = changes().map(|change| (change - drift).abs()).sum();
    (sum / count).unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: (usize, usize) = (1280, 720);

    /// A frame whose luma at (x, y) is this, plus a little noise that a sensor has.
    fn frame((width, height): (usize, usize), luma: impl Fn(usize, usize) -> u8) -> Vec<u8> {
        let noise = |x: usize, y: usize| ((x * 7919 + y * 104_729) % 5) as u8;
        (0..width * height)
            .map(|at| (at % width, at / width))
            .map(|(x, y)| luma(x, y).saturating_add(noise(x, y)))
            .collect()
    }

    /// Bars of `module` pixels, turned when `slope` is not 0, in a box around the middle; grey paper elsewhere.
    fn bars(
        (wide, high): (usize, usize),
        module: usize,
        slope: usize,
        contrast: u8,
    ) -> impl Fn(usize, usize) -> u8 {
        move |x, y| {
            let inside = x.abs_diff(SIZE.0 / 2) < wide / 2 && y.abs_diff(SIZE.1 / 2) < high / 2;
            let stripe = (x + y * slope) / module;
            // A fixed pattern of bars and spaces of one to four modules, as in retail codes.
            let dark = [1, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 0, 1, 1, 1, 0][stripe % 16] == 1;
            if inside && dark { 190 - contrast } else { 190 }
        }
    }

    /// The frame, every row blurred over so many pixels.
    fn blurred(frame: Vec<u8>, (width, _): (usize, usize), over: usize) -> Vec<u8> {
        let mean = |row: &[u8], x: usize| {
            let part = &row[x.saturating_sub(over / 2)..(x + over / 2 + 1).min(row.len())];
            (part.iter().map(|&luma| u32::from(luma)).sum::<u32>() / part.len() as u32) as u8
        };
        let rows = frame.chunks(width);
        rows.flat_map(|row| (0..row.len()).map(move |x| mean(row, x)))
            .collect()
    }

    /// What the last of some frames would give.
    fn told(frames: &[Vec<u8>], (width, height): (usize, usize)) -> Option<Hint> {
        let looks = frames
            .iter()
            .map(|frame| Look::at(frame, width as u32, height as u32).unwrap());
        let (_, wished) = looks.fold((Vec::new(), None), |(before, _), look| {
            let wished = wish(&look, &before);
            (look.cells, wished)
        });
        wished
    }

    fn check(name: &str, luma: impl Fn(usize, usize) -> u8, expect: Option<Hint>) {
        assert_eq!(told(&[frame(SIZE, luma)], SIZE), expect, "{name}");
    }

    #[test]
    fn the_light_is_judged_first() {
        check("night", |_, _| 8, Some(Hint::MoreLight));
        check(
            "bars at night",
            |x, y| bars((400, 300), 3, 0, 150)(x, y) / 6,
            Some(Hint::MoreLight),
        );
        check("an empty table", |_, _| 120, None);
        check("bright paper with the noise of a sensor", |_, _| 228, None);
        let mirrored = |x: usize, y: usize| x.abs_diff(640) < 260 && y.abs_diff(360) < 200;
        let glare = |x, y| {
            if mirrored(x, y) {
                255
            } else {
                bars((700, 500), 3, 0, 120)(x, y)
            }
        };
        check("a mirrored window", glare, Some(Hint::AvoidGlare));
    }

    #[test]
    fn a_code_of_good_size_needs_no_advice() {
        for module in [2, 3, 4, 6] {
            check("bars", bars((95 * module + 90, 260), module, 0, 140), None);
            check("tilted bars", bars((95 * module + 90, 260), module, 1, 140), None);
            check("pale bars", bars((95 * module + 90, 260), module, 0, 60), None);
        }
    }

    #[test]
    fn a_code_of_the_wrong_size_says_where_to_go() {
        check("tiny bars", bars((150, 80), 2, 0, 140), Some(Hint::Closer));
        check("tiny tilted bars", bars((150, 90), 2, 1, 140), Some(Hint::Closer));
        check(
            "bars beyond the edges",
            bars((1280, 720), 12, 0, 140),
            Some(Hint::Farther),
        );
        let dots = |x: usize, y: usize| {
            x.abs_diff(640) < 50 && y.abs_diff(360) < 50 && (x / 3 * 7 + y / 3 * 13) % 5 < 2
        };
        check(
            "a tiny square",
            |x, y| if dots(x, y) { 40 } else { 190 },
            Some(Hint::Closer),
        );
    }

    #[test]
    fn what_is_too_near_for_the_lens_goes_farther() {
        for over in [24, 40] {
            let near = blurred(frame(SIZE, bars((900, 600), 9, 0, 150)), SIZE, over);
            assert_eq!(told(&[near], SIZE), Some(Hint::Farther), "blurred over {over}");
        }
        let sharp = blurred(frame(SIZE, bars((400, 300), 4, 0, 150)), SIZE, 3);
        assert_eq!(told(&[sharp], SIZE), None);
    }

    #[test]
    fn a_moving_hand_is_asked_to_hold_still() {
        let at = |shift: usize| {
            frame(SIZE, move |x, _| {
                if ((x + shift) / 160).is_multiple_of(2) {
                    60
                } else {
                    180
                }
            })
        };
        let moving = [at(0), at(40)];
        assert_eq!(told(&moving, SIZE), Some(Hint::HoldStill));
        let light = [frame(SIZE, |_, _| 110), frame(SIZE, |_, _| 140)];
        assert_eq!(told(&light, SIZE), None, "the light changes, the hand does not");
    }

    #[test]
    fn every_size_and_direction_of_a_frame_is_judged_alike() {
        for size in [(720, 1280), (1920, 1080), (640, 480)] {
            let night = frame(size, |_, _| 10);
            assert_eq!(told(&[night], size), Some(Hint::MoreLight), "{size:?}");
        }
    }

    #[test]
    fn a_hint_neither_hastens_nor_flickers() {
        let run = |wishes: &str| -> String {
            let mut coach = Coach::default();
            let show = |wish| match wish {
                'l' => Some(Hint::MoreLight),
                'c' => Some(Hint::Closer),
                _ => None,
            };
            let sign = |hint| match hint {
                Some(Hint::MoreLight) => 'l',
                Some(_) => 'c',
                None => '.',
            };
            wishes
                .chars()
                .map(|wish| sign(coach.settle(show(wish))))
                .collect()
        };
        assert_eq!(run("llllllllll"), ".........l");
        assert_eq!(run("lclclclclclclclclclclc"), "......................");
        assert_eq!(run("llllllllll.l.l.c.c.l"), ".........lllllllllll");
        assert_eq!(
            run(&format!("llllllllll{}", ".".repeat(20))),
            ".........llllllllllllllllllll."
        );
    }

    #[test]
    fn a_read_symbol_ends_all_advice() {
        let mut coach = Coach::default();
        let night = frame(SIZE, |_, _| 10);
        let mut see = |read| coach.advise(&night, 1280, 720, read);
        assert_eq!((0..12).filter_map(|_| see(false)).count(), 3);
        assert_eq!(see(true), None);
        assert_eq!(see(false), None);
    }

    #[test]
    fn impossible_frames_need_no_advice() {
        let mut coach = Coach::default();
        for (bytes, width, height) in [
            (0, 0, 0),
            (1, 1, 1),
            (8 * 518, 8, 518),
            (5, u32::MAX, u32::MAX),
            (96 * 95, 96, 96),
            (100, 1280, 720),
        ] {
            for _ in 0..CLEAR {
                assert_eq!(coach.advise(&vec![9; bytes], width, height, false), None);
            }
        }
    }
}
