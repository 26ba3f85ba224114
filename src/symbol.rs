//! What passes between the two programs: the scanner finds symbols in pixels, the app understands them.

/// A kind of barcode, as far as the app must tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// EAN-13: the barcode of nearly every packaged good.
    Ean13,
    /// EAN-8: its short form.
    Ean8,
    /// UPC-A: twelve digits, North America.
    UpcA,
    /// UPC-E: UPC-A with its zeros left out; eight digits that must be expanded before use.
    UpcE,
    /// Code 128, plain or as GS1-128.
    Code128,
    /// Interleaved 2 of 5; with fourteen digits the ITF-14 of cartons.
    Itf,
    /// GS1 DataBar of fourteen digits: omnidirectional, truncated or stacked.
    DataBar,
    /// GS1 DataBar Expanded, also stacked: an element string.
    DataBarExpanded,
    /// QR Code, plain or GS1.
    QrCode,
    /// Data Matrix, plain or GS1.
    DataMatrix,
}

impl Format {
    /// Whether the symbol is a row of bars without error correction, so that one read alone proves little.
    pub fn is_linear(self) -> bool {
        !matches!(self, Format::QrCode | Format::DataMatrix)
    }
}

/// One symbol found in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbol {
    /// The text it carries, in UTF-8. Separating FNC1 characters stand as GS (U+001D); a leading one is dropped, since the identifier tells it.
    pub text: String,
    /// Which kind of barcode it is.
    pub format: Format,
    /// The symbology identifier of ISO/IEC 15424 with its bracket, such as `]E0` or `]d2`.
    pub identifier: String,
    /// Its four corners in pixels of the frame (x to the right, y down), clockwise from the symbol's own top left.
    pub corners: Vec<(f32, f32)>,
}

/// Whether a point lies inside of the polygon with these corners.
pub fn encloses(corners: &[(f32, f32)], (x, y): (f32, f32)) -> bool {
    // Each side that a ray to the right crosses changes between outside and inside.
    let next = corners.iter().cycle().skip(1);
    let crossings = corners
        .iter()
        .zip(next)
        .filter(|&(&(ax, ay), &(bx, by))| (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax);
    crossings.count() % 2 == 1
}

/// What the scanner says of one frame or photo.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Every symbol found, in a fixed order: what names a product first, among equals the nearest to the centre of the picture.
    pub symbols: Vec<Symbol>,
    /// What would help, while nothing can be read.
    pub hint: Option<Hint>,
    /// How long the scanner worked on it, in milliseconds.
    pub ms: f32,
}

/// What the person with the phone can do so that the code can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hint {
    /// Hold the phone closer: the code is too small in the picture.
    Closer,
    /// Hold it farther away: the code is larger than the picture, or too near for the lens.
    Farther,
    /// Give more light.
    MoreLight,
    /// Tilt the goods or the phone: light is mirrored.
    AvoidGlare,
    /// Move less.
    HoldStill,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_lies_in_a_tilted_symbol_or_beside_it() {
        let tilted = [(50.0, 0.0), (100.0, 50.0), (50.0, 100.0), (0.0, 50.0)];
        for (corners, point, inside) in [
            (&tilted[..], (50.0, 50.0), true),
            (&tilted[..], (10.0, 10.0), false),
            (&tilted[..], (120.0, 50.0), false),
            (&[], (0.0, 0.0), false),
        ] {
            assert_eq!(encloses(corners, point), inside, "{corners:?} {point:?}");
        }
    }
}
