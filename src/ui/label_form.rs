//! What is asked for in the label workshop: each field as it is typed, and the label that comes of all of them.

use crate::browser::{query, site};
use crate::gs1::identifiers;
use crate::gs1::{DigitalLink, Gtin};
use crate::label::code::Kind;
use crate::label::colour::{INKS, PAPERS};
use crate::label::design::QrWish;
use crate::label::ean::MODULE_UM;
use crate::label::length::{self, mm};
use crate::label::lint::{Finding, is_site};
use crate::label::qr_code::Correction;
use crate::label::sheet::Grid;
use crate::label::{Design, Sheet, Sticker};
use crate::words::Lang;
use leptos::prelude::*;

/// A text field.
pub type Field = RwSignal<String>;

/// The value of the choice of a grid of one's own, and of one label alone; the sheets of the trade are called by how many stickers they have.
pub const GRID: &str = "grid";
/// One label alone.
pub const SINGLE: &str = "single";

/// Every field of the workshop.
#[derive(Clone, Copy)]
pub struct Form {
    /// The product's number.
    pub number: Field,
    /// The lot; empty for none.
    pub lot: Field,
    /// The serial number of one item; empty for none.
    pub serial: Field,
    /// Scheme and host in the QR code.
    pub site: Field,
    /// Whether name and lot stand on the label.
    pub texts: RwSignal<bool>,
    /// Whether QR code, bars and Data Matrix are wanted.
    pub wants: [RwSignal<bool>; 3],
    /// The size of QR code (mm), bars (%) and Data Matrix (mm).
    pub sizes: [Field; 3],
    /// `M` or `Q`.
    pub correction: Field,
    /// The margin of the QR code in modules.
    pub quiet: Field,
    /// Which of the inks.
    pub ink: Field,
    /// Which of the papers.
    pub paper: Field,
    /// Which sheet.
    pub sheet: Field,
    /// Columns, rows, left and right, top and bottom, between columns, between rows (mm).
    pub grid: [Field; 6],
    /// Width and height of one label (mm).
    pub single: [Field; 2],
}

/// A label that can be drawn, and the sheet that it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What was asked for.
    pub design: Design,
    /// The sheet as it is printed.
    pub sheet: Sheet,
    /// The label.
    pub sticker: Sticker,
}

impl Form {
    /// What most labels are, for the product and lot that `?id=01/…/10/…` names.
    pub fn of_the_address(path: &str) -> Form {
        let id = query::read(path, "id").unwrap_or_default();
        let link = DigitalLink::parse(&format!("/{id}")).ok();
        let gtin = link.as_ref().and_then(DigitalLink::gtin);
        let lot = link.as_ref().and_then(DigitalLink::lot).unwrap_or_default();
        let serial = link.as_ref().and_then(DigitalLink::serial).unwrap_or_default();
        let field = |text: &str| RwSignal::new(text.to_owned());
        Form {
            number: RwSignal::new(gtin.map(|gtin| gtin.shown().to_owned()).unwrap_or_default()),
            lot: field(lot),
            serial: field(serial),
            site: RwSignal::new(site::origin()),
            texts: RwSignal::new(true),
            wants: [true, true, false].map(RwSignal::new),
            sizes: ["20", "100", "12"].map(field),
            correction: field("M"),
            quiet: field("4"),
            ink: field("0"),
            paper: field("0"),
            sheet: field("24"),
            grid: ["3", "7", "7", "15", "2.5", "0"].map(field),
            single: ["60", "40"].map(field),
        }
    }

    /// The product with its lot, as `?id=` names it; `None` while there is no product.
    pub fn id(self) -> Option<String> {
        let link = self.link().ok()?;
        Some(link.address().trim_start_matches('/').to_owned())
    }

    /// The label with this name, or what is in its way.
    pub fn made(self, name: &str, lang: Lang) -> Result<Made, Finding> {
        let design = self.design(name, lang)?;
        let sheet = self.sheet().ok_or(Finding::Grid)?;
        let sticker = Sticker::of(&design, sheet.sticker)?;
        Ok(Made {
            design,
            sheet,
            sticker,
        })
    }

    /// Sets the sizes of the codes to what the stickers of the sheet have room for.
    pub fn suit(self, lang: Lang) {
        let (Some(sheet), Ok(link)) = (self.sheet(), self.link()) else {
            return;
        };
        let note = lang.labels().lot_mark.to_owned();
        let (name, note) = match self.texts.get_untracked() {
            true => (note.clone(), note),
            false => (String::new(), String::new()),
        };
        let design = Design {
            name,
            note,
            ..Design::of(self.site.get_untracked().trim(), link)
        };
        let design = design.suited(sheet.sticker);
        let [qr, bars, data_matrix] = self.wants;
        if let Some(wish) = design.qr {
            self.sizes[0].set(length::shown(wish.side, lang));
        }
        qr.set(design.qr.is_some());
        bars.set(design.bars.is_some());
        data_matrix.set(false);
    }

    fn design(self, name: &str, lang: Lang) -> Result<Design, Finding> {
        let site = self.site.get();
        let site = site.trim().trim_end_matches('/');
        if self.wants[0].get() && !is_site(site) {
            return Err(Finding::Site);
        }
        let texts = self.texts.get();
        let link = self.link()?;
        let words = lang.labels();
        let marks = [(words.lot_mark, link.lot()), (words.serial_mark, link.serial())];
        let numbers = marks
            .into_iter()
            .filter_map(|(mark, number)| Some(format!("{mark} {}", number?)));
        let note: Vec<String> = numbers.filter(|_| texts).collect();
        Ok(Design {
            name: if texts { name.to_owned() } else { String::new() },
            note: note.join(" · "),
            qr: self
                .wanted(Kind::QrCode, 5..=200)?
                .map(|side| self.qr(side))
                .transpose()?,
            bars: self
                .wanted(Kind::Bars, 50..=200)?
                .map(|percent| MODULE_UM * percent / mm(100)),
            data_matrix: self.wanted(Kind::DataMatrix, 3..=200)?,
            ink: chosen(&INKS, self.ink),
            paper: chosen(&PAPERS, self.paper),
            ..Design::of(site, link)
        })
    }

    fn link(self) -> Result<DigitalLink, Finding> {
        let number = self.number.get().replace(char::is_whitespace, "");
        let gtin = Gtin::parse(&number).map_err(Finding::Number)?;
        let mut link = DigitalLink::product(gtin);
        for (ai, field) in [("10", self.lot), ("21", self.serial)] {
            let value = field.get().trim().to_owned();
            if value.is_empty() {
                continue;
            }
            identifiers::find(ai)
                .and_then(|identifier| identifier.check(&value).ok())
                .ok_or(Finding::Lot)?;
            link.qualifiers.push((ai.to_owned(), value));
        }
        Ok(link)
    }

    fn qr(self, side: i32) -> Result<QrWish, Finding> {
        let quiet = self.quiet.get().trim().parse().ok();
        Ok(QrWish {
            side,
            correction: match self.correction.get().as_str() {
                "Q" => Correction::Q,
                _ => Correction::M,
            },
            quiet: quiet
                .filter(|quiet| (0..=20).contains(quiet))
                .ok_or(Finding::Size(Kind::QrCode))?,
        })
    }

    /// The size of a code in thousandths of its unit, if it is wanted.
    fn wanted(self, kind: Kind, range: std::ops::RangeInclusive<i32>) -> Result<Option<i32>, Finding> {
        if !self.wants[kind as usize].get() {
            return Ok(None);
        }
        let size = length::read(&self.sizes[kind as usize].get());
        let size = size.filter(|&size| (mm(*range.start())..=mm(*range.end())).contains(&size));
        size.map(Some).ok_or(Finding::Size(kind))
    }

    fn sheet(self) -> Option<Sheet> {
        match self.sheet.get().as_str() {
            GRID => {
                let [columns, rows, beside, above, between, under] = self.grid;
                Sheet::by_grid(Grid {
                    columns: columns.get().trim().parse().ok()?,
                    rows: rows.get().trim().parse().ok()?,
                    beside: length::read(&beside.get())?,
                    above: length::read(&above.get())?,
                    between: length::read(&between.get())?,
                    under: length::read(&under.get())?,
                })
            }
            SINGLE => {
                let [width, height] = self.single;
                Sheet::single((length::read(&width.get())?, length::read(&height.get())?))
                    .and_then(Sheet::on_a4)
            }
            stickers => Sheet::preset(stickers.parse().ok()?),
        }
    }
}

/// The colour with the number that a field holds; the first where it holds none.
fn chosen<T: Copy>(colours: &[T], field: Field) -> T {
    let at: usize = field.get().parse().unwrap_or_default();
    colours.get(at).copied().unwrap_or(colours[0]) // OK because there is a first ink and a first paper.
}
