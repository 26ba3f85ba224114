//! What a label shall show, before it is drawn.

use super::code::{Code, Kind};
use super::colour::{Colour, INKS, PAPERS};
use super::data_matrix::element_string;
use super::ean::{self, Bars};
use super::length::mm;
use super::lint::{Finding, lint};
use super::qr_code::{Correction, QUIET_ZONE, QrCode};
use super::sticker::Sticker;
use crate::gs1::DigitalLink;

/// Usual labels, the largest first: the side of the QR code in mm, and whether there are bars.
const USUAL: [(i32, bool); 7] = [
    (20, true),
    (18, true),
    (16, true),
    (20, false),
    (16, false),
    (14, false),
    (12, false),
];

/// How a QR code shall be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QrWish {
    /// The side of the symbol without its margin, in µm.
    pub side: i32,
    /// How much of it may be lost.
    pub correction: Correction,
    /// Its light margin in modules; the standard has four.
    pub quiet: i32,
}

/// What a label shall show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Design {
    /// Scheme and host of the site, as the QR code names it: `https://chophien.example`.
    pub site: String,
    /// The product with its lot.
    pub link: DigitalLink,
    /// The name of the product; empty for none.
    pub name: String,
    /// What stands under the name, such as the lot; empty for nothing.
    pub note: String,
    /// The QR code with the address of the page, if wanted.
    pub qr: Option<QrWish>,
    /// The width of a module of the bars in µm, if they are wanted; 330 is 100 %.
    pub bars: Option<i32>,
    /// The side of the Data Matrix without its margin in µm, if it is wanted.
    pub data_matrix: Option<i32>,
    /// The colour of the ink.
    pub ink: Colour,
    /// The colour of the paper.
    pub paper: Colour,
}

impl Default for QrWish {
    fn default() -> QrWish {
        QrWish {
            side: mm(20),
            correction: Correction::M,
            quiet: QUIET_ZONE as i32, // OK because it is four.
        }
    }
}

impl Design {
    /// A label of a product with the codes that most stickers have room for: a QR code of 20 mm and bars at 100 %, black on white.
    pub fn of(site: &str, link: DigitalLink) -> Design {
        Design {
            site: site.to_owned(),
            link,
            name: String::new(),
            note: String::new(),
            qr: Some(QrWish::default()),
            bars: Some(ean::MODULE_UM),
            data_matrix: None,
            ink: INKS[0],
            paper: PAPERS[0],
        }
    }

    /// The same label with the largest usual codes that a sticker of this width and height has room for, bars left out where
    /// there is none for them; as it is where even the smallest does not fit.
    pub fn suited(self, size: (i32, i32)) -> Design {
        let designs = USUAL.iter().map(|&(side, has_bars)| Design {
            qr: Some(QrWish {
                side: mm(side),
                ..self.qr.unwrap_or_default()
            }),
            bars: has_bars.then_some(ean::MODULE_UM),
            data_matrix: None,
            ..self.clone()
        });
        let is_good = |design: &Design| {
            let findings = Sticker::of(design, size).map(|sticker| lint(design, &sticker));
            findings.is_ok_and(|findings| findings.iter().all(|finding| !finding.is_of_size()))
        };
        designs.into_iter().find(is_good).unwrap_or(self)
    }

    /// The codes that are wanted, bars at most `room` µm high with their digits; or why one of them cannot be.
    pub(super) fn codes(&self, room: i32) -> Result<Vec<Code>, Finding> {
        let wanted = [
            self.qr.map(|wish| self.qr_code(wish)),
            self.bars.map(|module| self.bars(module, room)),
            self.data_matrix.map(|side| self.data_matrix(side)),
        ];
        let codes: Vec<Code> = wanted.into_iter().flatten().collect::<Result<_, _>>()?;
        if codes.is_empty() {
            Err(Finding::NoCode)
        } else {
            Ok(codes)
        }
    }

    fn qr_code(&self, wish: QrWish) -> Result<Code, Finding> {
        let text = self.link.uri(&self.site);
        let code = QrCode::with(&text, wish.correction).ok_or(Finding::TooLong(Kind::QrCode))?;
        Ok(Code::qr(&text, &code, wish.side, wish.quiet))
    }

    fn bars(&self, module: i32, room: i32) -> Result<Code, Finding> {
        let bars = self.link.gtin().and_then(Bars::of).ok_or(Finding::NoBars)?;
        Ok(Code::bars(&bars, module, room))
    }

    fn data_matrix(&self, side: i32) -> Result<Code, Finding> {
        let text = element_string(&self.link);
        Code::data_matrix(&text, side).ok_or(Finding::TooLong(Kind::DataMatrix))
    }
}
