//! The colours of ink and paper, and what a camera and a laser see of them.

/// A colour that a label is printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue (sRGB).
    pub rgb: (u8, u8, u8),
    /// How much of red light it throws back, in percent: the linear value of its red. Checkout lasers shine red (660 nm), and
    /// print quality is judged in that light (GS1 General Specifications, 5.12.2).
    pub reflectance: u8,
}

/// The inks on offer: black, indigo, brown, red.
pub const INKS: [Colour; 4] = [
    Colour::new((0, 0, 0), 0),
    Colour::new((29, 36, 64), 1),
    Colour::new((90, 51, 22), 10),
    Colour::new((217, 38, 28), 69),
];

/// The papers on offer: white, cream, brown wrapping paper.
pub const PAPERS: [Colour; 3] = [
    Colour::new((255, 255, 255), 100),
    Colour::new((251, 240, 210), 96),
    Colour::new((193, 154, 107), 53),
];

impl Colour {
    const fn new(rgb: (u8, u8, u8), reflectance: u8) -> Colour {
        Colour { rgb, reflectance }
    }

    /// As style sheets write it: `#1d2440`.
    pub fn css(self) -> String {
        let (red, green, blue) = self.rgb;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// What a camera's grey picture makes of it, 0 to 255 (ITU-R BT.601).
    pub fn luma(self) -> u8 {
        let (red, green, blue) = self.rgb;
        // OK because the weights add up to 256.
        ((u32::from(red) * 77 + u32::from(green) * 150 + u32::from(blue) * 29) >> 8) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reflectances_are_the_linear_values_of_red() {
        for colour in INKS.iter().chain(&PAPERS) {
            // IEC 61966-2-1.
            let encoded = f64::from(colour.rgb.0) / 255.0;
            let linear = match encoded <= 0.04045 {
                true => encoded / 12.92,
                false => ((encoded + 0.055) / 1.055).powf(2.4),
            };
            assert_eq!(
                f64::from(colour.reflectance),
                (linear * 100.0).round(),
                "{}",
                colour.css()
            );
        }
    }

    #[test]
    fn colours_are_written_for_style_sheets() {
        assert_eq!(INKS[1].css(), "#1d2440");
        assert_eq!(PAPERS[0].css(), "#ffffff");
        assert_eq!((INKS[0].luma(), PAPERS[0].luma()), (0, 255));
    }
}
