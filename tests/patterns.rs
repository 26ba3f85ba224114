//! What the scanner takes for fixed in QR Codes and Data Matrix symbols is so in symbols drawn by another hand.
#![allow(clippy::unwrap_used)]

use cho_phien::scan::data_matrix::{self, SIZES};
use cho_phien::scan::grid::Pattern;
use cho_phien::scan::qr_code::Version;
use rxing::common::BitMatrix;
use rxing::{BarcodeFormat, EncodeHints, MultiFormatWriter, Writer};

fn draw(format: BarcodeFormat, text: &str, hints: EncodeHints) -> BitMatrix {
    MultiFormatWriter
        .encode_with_hints(text, &format, 0, 0, &hints)
        .unwrap()
}

/// Every module that the pattern knows looks as it says.
fn check(pattern: &impl Pattern, drawn: &BitMatrix) {
    let (columns, rows) = pattern.size();
    assert_eq!(
        (drawn.getWidth(), drawn.getHeight()),
        (columns as u32, rows as u32)
    );
    let mut known = 0;
    for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
        if let Some(dark) = pattern.fixed(column, row) {
            let found = drawn.get(column as u32, row as u32);
            assert_eq!(found, dark, "{columns} × {rows}, column {column}, row {row}");
            known += 1;
        }
    }
    assert!(known >= 2 * (columns + rows) - 4, "{columns} × {rows}: {known}");
}

#[test]
fn qr_codes_of_every_version_have_the_patterns() {
    for number in 1..=40 {
        let hints = EncodeHints {
            QrVersion: Some(number.to_string()),
            Margin: Some("0".to_owned()),
            ..EncodeHints::default()
        };
        let drawn = draw(BarcodeFormat::QR_CODE, "A", hints);
        check(&Version::of_side(17 + 4 * number).unwrap(), &drawn);
    }
    for side in [0, 17, 20, 22, 181] {
        assert_eq!(Version::of_side(side), None);
    }
}

#[test]
fn data_matrix_symbols_of_many_sizes_have_the_borders() {
    let mut sizes = std::collections::HashSet::new();
    // A few characters more at a time, so that no size is passed over.
    for length in (1..18).chain((18..480).step_by(22)) {
        let drawn = draw(
            BarcodeFormat::DATA_MATRIX,
            &"b#7".repeat(length),
            EncodeHints::default(),
        );
        let (columns, rows) = (drawn.getWidth() as usize, drawn.getHeight() as usize);
        if sizes.insert((columns, rows)) {
            let size = data_matrix::nearest(columns, rows)[0];
            check(&size, &drawn);
        }
    }
    assert!(sizes.len() >= 20, "{sizes:?}");
}

#[test]
fn regions_fill_their_symbols() {
    for size in SIZES {
        assert_eq!(size.columns % size.regions_across, 0, "{size:?}");
        assert_eq!(size.rows % size.regions_down, 0, "{size:?}");
        assert_eq!(size.columns / size.regions_across % 2, 0, "{size:?}");
        assert_eq!(data_matrix::nearest(size.columns, size.rows)[0], size);
    }
}
