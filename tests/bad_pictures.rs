//! Pictures of impossible sizes, of noise and of texture: no symbol, no panic, and an end.
#![allow(clippy::unwrap_used)]

use cho_phien::scan::{Coach, Live, photo};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::prop_assert_eq;

/// What fills a picture.
#[derive(Clone, Copy, Debug)]
enum Fill {
    /// Every pixel by chance.
    Noise,
    /// Bars by chance, each so many pixels wide.
    Bars(u32),
    /// Squares by chance, each so many pixels wide.
    Squares(u32),
    /// A slope of light with a little noise.
    Slope,
}

/// A number by chance, the same for the same seed and place.
fn chance(seed: u32, x: u32, y: u32) -> u32 {
    let mut number = seed ^ x.wrapping_mul(0x9E37_79B1) ^ y.wrapping_mul(0x85EB_CA77);
    for _ in 0..2 {
        number = (number ^ number >> 15).wrapping_mul(0x2C1B_3C6D);
    }
    number ^ number >> 13
}

fn picture(fill: Fill, (width, height): (u32, u32), seed: u32) -> Vec<u8> {
    let pixel = |x: u32, y: u32| match fill {
        Fill::Noise => chance(seed, x, y) as u8,
        Fill::Bars(module) => (chance(seed, x / module, 0) & 1) as u8 * 180 + 30,
        Fill::Squares(module) => (chance(seed, x / module, y / module) & 1) as u8 * 180 + 30,
        Fill::Slope => ((x + y) / 8 % 200) as u8 + (chance(seed, x, y) & 3) as u8,
    };
    (0..height)
        .flat_map(|y| (0..width).map(move |x| pixel(x, y)))
        .collect()
}

fn fills() -> impl Strategy<Value = Fill> {
    prop_oneof![
        Just(Fill::Noise),
        (1..9_u32).prop_map(Fill::Bars),
        (1..9_u32).prop_map(Fill::Squares),
        Just(Fill::Slope)
    ]
}

/// Sizes that have brought decoders down, slivers, and those of small pictures.
fn sizes() -> impl Strategy<Value = (u32, u32)> {
    let known = [
        (0, 0),
        (1, 1),
        (8, 518),
        (518, 8),
        (31, 31),
        (1, 400),
        (400, 1),
        (24, 24),
        (97, 96),
    ];
    prop_oneof![proptest::sample::select(known.to_vec()), (1..200_u32, 1..200_u32)]
}

/// Whether the corners of what was found are numbers, and near the picture.
fn lies_near(symbols: &[cho_phien::symbol::Symbol], (width, height): (u32, u32)) -> bool {
    symbols.iter().flat_map(|symbol| &symbol.corners).all(|&(x, y)| {
        x.is_finite()
            && y.is_finite()
            && x.abs() < 4.0 * (width + 100) as f32
            && y.abs() < 4.0 * (height + 100) as f32
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_picture_holds_it_is_finished(fill in fills(), size in sizes(), seed in any::<u32>()) {
        let luma = picture(fill, size, seed);
        let symbols = photo::read(&luma, size.0, size.1);
        assert!(lies_near(&symbols, size), "{symbols:?}");
        let (mut live, mut coach) = (Live::new(), Coach::default());
        for _ in 0..50 {
            let symbols = live.look(&luma, size.0, size.1, None);
            assert!(lies_near(&symbols, size), "{symbols:?}");
            coach.advise(&luma, size.0, size.1, false);
        }
    }

    #[test]
    fn noise_holds_no_symbol(size in sizes(), seed in any::<u32>()) {
        let luma = picture(Fill::Noise, size, seed);
        prop_assert_eq!(photo::read(&luma, size.0, size.1), []);
    }

    #[test]
    fn a_wrong_length_is_no_picture(bytes in 0..3000_usize, width in any::<u32>(), height in any::<u32>()) {
        if bytes as u64 != u64::from(width) * u64::from(height) {
            let luma = vec![7; bytes];
            prop_assert_eq!(photo::read(&luma, width, height), []);
            prop_assert_eq!(Live::new().look(&luma, width, height, None), []);
            prop_assert_eq!(Coach::default().advise(&luma, width, height, false), None);
        }
    }
}

/// What a photo costs is bounded by counted work (`scan::views`), so that the largest is finished as well.
#[test]
fn photos_of_48_megapixels_are_finished() {
    for fill in [Fill::Noise, Fill::Squares(5)] {
        let luma = picture(fill, (8000, 6000), 7);
        assert_eq!(photo::read(&luma, 8000, 6000), [], "{fill:?}");
    }
}
