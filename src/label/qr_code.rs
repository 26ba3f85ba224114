//! A QR code (ISO/IEC 18004:2015) of an address: its modules, and its picture as SVG.

use super::modules::Modules;
use crate::gs1::DigitalLink;
use qrcode::{Color, EcLevel};

/// The light border that readers need, in modules (ISO/IEC 18004:2015, 9.1).
pub const QUIET_ZONE: usize = 4;

/// How much of a symbol may be lost (ISO/IEC 18004:2015, 7.5.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Correction {
    /// Level M: about 15 % of the codewords.
    #[default]
    M,
    /// Level Q: about 25 % of the codewords, for labels that get dirty or scratched; the symbol has more modules.
    Q,
}

/// The modules of one symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    modules: Modules,
}

impl QrCode {
    /// The symbol of a text, with error correction level M: one module in seven may be lost. `None` for a text that is
    /// too long for any symbol (2,331 bytes).
    pub fn of(text: &str) -> Option<QrCode> {
        QrCode::with(text, Correction::M)
    }

    /// The symbol of a text with a level of error correction. `None` for a text that is too long for any symbol
    /// (2,331 bytes at M, 1,663 at Q).
    pub fn with(text: &str, correction: Correction) -> Option<QrCode> {
        let level = match correction {
            Correction::M => EcLevel::M,
            Correction::Q => EcLevel::Q,
        };
        let code = qrcode::QrCode::with_error_correction_level(text, level).ok()?;
        let width = code.width();
        let dark = code.into_colors().into_iter().map(|color| color == Color::Dark);
        Some(QrCode {
            modules: Modules::new(width, dark.collect()),
        })
    }

    /// The symbol of what `link` names, as an address on the site `https://host`.
    pub fn of_link(site: &str, link: &DigitalLink) -> Option<QrCode> {
        QrCode::of(&format!("{site}{}", link.address()))
    }

    /// The side of the picture in modules, with the quiet zone on both sides.
    pub fn side(&self) -> usize {
        self.modules.width() + 2 * QUIET_ZONE
    }

    /// The dark modules as SVG path data, one rectangle a run: one unit is one module, the quiet zone is left free.
    pub fn path(&self) -> String {
        let runs = self.modules.runs();
        runs.map(|(x, y, length)| rectangle(x, y, length)).collect()
    }

    /// The picture as a document of its own: dark on light, whatever the theme.
    pub fn svg(&self) -> String {
        let (side, path) = (self.side(), self.path());
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>"
        )
    }

    /// Its modules, without the quiet zone.
    pub(super) fn modules(&self) -> &Modules {
        &self.modules
    }
}

fn rectangle(x: usize, y: usize, length: usize) -> String {
    format!("M{} {}h{length}v1h-{length}z", x + QUIET_ZONE, y + QUIET_ZONE)
}
