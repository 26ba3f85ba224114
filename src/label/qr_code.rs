//! A QR code (ISO/IEC 18004:2015) of an address: its modules, and its picture as SVG.

use crate::gs1::DigitalLink;
use qrcode::{Color, EcLevel};

/// The light border that readers need, in modules (ISO/IEC 18004:2015, 9.1).
pub const QUIET_ZONE: usize = 4;

/// The modules of one symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    side: usize,
    dark: Vec<bool>,
}

impl QrCode {
    /// The symbol of a text, with error correction level M: one module in seven may be lost. `None` for a text that is
    /// too long for any symbol (2,331 bytes).
    pub fn of(text: &str) -> Option<QrCode> {
        let code = qrcode::QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        Some(QrCode {
            side: code.width(),
            dark: code
                .into_colors()
                .into_iter()
                .map(|color| color == Color::Dark)
                .collect(),
        })
    }

    /// The symbol of what `link` names, as an address on the site `https://host`.
    pub fn of_link(site: &str, link: &DigitalLink) -> Option<QrCode> {
        QrCode::of(&format!("{site}{}", link.address()))
    }

    /// The side of the picture in modules, with the quiet zone on both sides.
    pub fn side(&self) -> usize {
        self.side + 2 * QUIET_ZONE
    }

    /// The dark modules as SVG path data, one rectangle a run: one unit is one module, the quiet zone is left free.
    pub fn path(&self) -> String {
        let rows = self.dark.chunks(self.side).enumerate();
        rows.flat_map(|(y, row)| runs(row).map(move |(x, length)| rectangle(x, y, length)))
            .collect()
    }

    /// The picture as a document of its own: dark on light, whatever the theme.
    pub fn svg(&self) -> String {
        let (side, path) = (self.side(), self.path());
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>"
        )
    }
}

fn rectangle(x: usize, y: usize, length: usize) -> String {
    format!("M{} {}h{length}v1h-{length}z", x + QUIET_ZONE, y + QUIET_ZONE)
}

/// Where each run of dark modules of a row begins, and how long it is.
fn runs(row: &[bool]) -> impl Iterator<Item = (usize, usize)> + '_ {
    let starts = (0..row.len()).filter(|&x| row[x] && (x == 0 || !row[x - 1]));
    starts.map(|x| (x, row[x..].iter().take_while(|dark| **dark).count()))
}
