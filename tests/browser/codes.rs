//! Pictures of codes, made here: EAN-13, QR and GS1 Data Matrix, as grey pixels and as BMP photos.

use rxing::{BarcodeFormat, EncodeHints, MultiFormatWriter, Writer};
use std::path::PathBuf;

/// A grey picture, one byte a pixel, row by row.
#[derive(Clone)]
pub struct Picture {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// The pixels: 0 is black.
    pub pixels: Vec<u8>,
}

/// An EAN-13 barcode, four pixels a module.
pub fn ean_13(digits: &str) -> Picture {
    draw(
        digits,
        BarcodeFormat::EAN_13,
        EncodeHints::default(),
        (95 * 4, 240),
        60,
    )
}

/// A QR code.
pub fn qr(text: &str) -> Picture {
    draw(
        text,
        BarcodeFormat::QR_CODE,
        EncodeHints::default(),
        (400, 400),
        40,
    )
}

/// A GS1 Data Matrix with a string of AIs, GS (U+001D) as separator; the leading FNC1 is put here.
pub fn gs1_data_matrix(elements: &str) -> Picture {
    let hints = EncodeHints {
        Gs1Format: Some(true),
        DataMatrixCompact: Some(true),
        ..EncodeHints::default()
    };
    draw(elements, BarcodeFormat::DATA_MATRIX, hints, (320, 320), 60)
}

fn draw(text: &str, format: BarcodeFormat, hints: EncodeHints, size: (i32, i32), margin: usize) -> Picture {
    let matrix = MultiFormatWriter
        .encode_with_hints(text, &format, size.0, size.1, &hints)
        .unwrap();
    let (columns, rows) = (matrix.getWidth() as usize, matrix.getHeight() as usize);
    let zoom = (size.0 as usize / columns).max(1);
    let ink = Picture {
        width: columns * zoom,
        height: rows * zoom,
        pixels: (0..rows * zoom)
            .flat_map(|y| (0..columns * zoom).map(move |x| (x, y)))
            .map(|(x, y)| {
                if matrix.get((x / zoom) as u32, (y / zoom) as u32) {
                    0
                } else {
                    255
                }
            })
            .collect(),
    };
    ink.centred_on(ink.width + 2 * margin, ink.height + 2 * margin, 255)
}

impl Picture {
    /// One shade of grey all over.
    pub fn plain(width: usize, height: usize, grey: u8) -> Picture {
        Picture {
            width,
            height,
            pixels: vec![grey; width * height],
        }
    }

    /// A picture whose grey at (x, y) is this.
    pub fn drawn(width: usize, height: usize, grey: impl Fn(usize, usize) -> u8) -> Picture {
        let at = |at: usize| grey(at % width, at / width);
        Picture {
            width,
            height,
            pixels: (0..width * height).map(at).collect(),
        }
    }

    /// The picture in the middle of a larger plain one.
    pub fn centred_on(&self, width: usize, height: usize, grey: u8) -> Picture {
        let mut larger = Picture::plain(width, height, grey);
        let (left, top) = ((width - self.width) / 2, (height - self.height) / 2);
        for (y, row) in self.pixels.chunks(self.width).enumerate() {
            let start = (top + y) * width + left;
            larger.pixels[start..start + self.width].copy_from_slice(row);
        }
        larger
    }

    /// The picture with another one to its right, on white.
    pub fn beside(&self, other: &Picture) -> Picture {
        let height = self.height.max(other.height);
        let sides = [self, other].map(|side| side.centred_on(side.width, height, 255));
        let rows = sides[0]
            .pixels
            .chunks(self.width)
            .zip(sides[1].pixels.chunks(other.width));
        Picture {
            width: self.width + other.width,
            height,
            pixels: rows.flat_map(|(left, right)| [left, right].concat()).collect(),
        }
    }

    /// Writes it as a BMP file with a grey palette and gives its path.
    pub fn photo(&self, name: &str) -> PathBuf {
        let stride = self.width.next_multiple_of(4);
        let start = 14 + 40 + 256 * 4;
        let mut bytes = Vec::with_capacity(start + stride * self.height);
        bytes.extend(b"BM");
        bytes.extend(((start + stride * self.height) as u32).to_le_bytes());
        bytes.extend([0; 4]);
        bytes.extend((start as u32).to_le_bytes());
        bytes.extend(40_u32.to_le_bytes());
        bytes.extend((self.width as i32).to_le_bytes());
        bytes.extend((-(self.height as i32)).to_le_bytes());
        bytes.extend(1_u16.to_le_bytes());
        bytes.extend(8_u16.to_le_bytes());
        bytes.extend([0; 24]);
        bytes.extend((0..=255_u8).flat_map(|grey| [grey, grey, grey, 0]));
        for row in self.pixels.chunks(self.width) {
            bytes.extend(row);
            bytes.extend(std::iter::repeat_n(0, stride - self.width));
        }
        let path = crate::driver::scratch().join(format!("{name}.bmp"));
        std::fs::write(&path, bytes).unwrap();
        path
    }
}
