//! Labels for the lots of a market on sheets of stickers: what `publish sheet` prints, and how it is asked for.

use crate::gs1::DigitalLink;
use crate::label::design::QrWish;
use crate::label::ean::MODULE_UM;
use crate::label::length::{self, mm};
use crate::label::lint::lint;
use crate::label::qr_code::Correction;
use crate::label::sheet::Grid;
use crate::label::{Design, Finding, Sheet, Sticker, svg};
use crate::tables::{Journey, Market};
use crate::words::Lang;

/// What may be wished for: each option has one value.
pub const OPTIONS: [&str; 11] = [
    "--preset",
    "--grid",
    "--label",
    "--product",
    "--lot",
    "--copies",
    "--qr",
    "--correction",
    "--bars",
    "--matrix",
    "--text",
];

/// What is wished for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    sheet: Sheet,
    product: Option<String>,
    lot: Option<String>,
    copies: Option<usize>,
    /// Whether the sizes of the codes are wished for; else they are what there is room for.
    sized: bool,
    qr: Option<QrWish>,
    correction: Correction,
    bars: Option<i32>,
    data_matrix: Option<i32>,
    text: bool,
}

/// The labels of a market, ready to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// Every label, each once.
    pub labels: Vec<Label>,
    sheet: Sheet,
    /// The labels on each sheet, by their place in the list.
    sheets: Vec<Vec<usize>>,
}

/// The label of a lot, or of a single item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What it is for, as an address of the app.
    pub address: String,
    /// How it looks.
    pub sticker: Sticker,
    /// What is to be known of it.
    pub findings: Vec<Finding>,
}

/// A label that cannot be made, and why.
pub type Fault = (String, Finding);

impl Default for Wishes {
    /// Sheets of 24, full of each lot, with QR code, bars and text as large as there is room for.
    fn default() -> Wishes {
        Wishes {
            sheet: crate::label::sheet::PRESETS[1],
            product: None,
            lot: None,
            copies: None,
            sized: false,
            qr: Some(QrWish::default()),
            correction: Correction::M,
            bars: Some(MODULE_UM),
            data_matrix: None,
            text: true,
        }
    }
}

impl Wishes {
    /// Takes the value of one of [`OPTIONS`]; `None` where it is none that the option can have.
    pub fn set(&mut self, option: &str, value: &str) -> Option<()> {
        let size = |most: i32| match value {
            "no" => Some(None),
            value => length::read(value)
                .filter(|size| (mm(3)..=mm(most)).contains(size))
                .map(Some),
        };
        self.sized |= matches!(option, "--qr" | "--bars" | "--matrix");
        match option {
            "--preset" => self.sheet = Sheet::preset(value.parse().ok()?)?,
            "--grid" => self.sheet = Sheet::by_grid(grid(value)?)?,
            "--label" => {
                let (width, height) = value.split_once('x')?;
                self.sheet = Sheet::single((length::read(width)?, length::read(height)?))?;
            }
            "--product" => self.product = Some(value.to_owned()),
            "--lot" => self.lot = Some(value.to_owned()),
            "--copies" => {
                self.copies = Some(
                    value
                        .parse()
                        .ok()
                        .filter(|copies| (1..=10_000).contains(copies))?,
                )
            }
            "--qr" => {
                self.qr = size(200)?.map(|side| QrWish {
                    side,
                    ..QrWish::default()
                })
            }
            "--correction" => {
                self.correction = match value {
                    "M" => Correction::M,
                    "Q" => Correction::Q,
                    _ => return None,
                }
            }
            "--bars" => self.bars = size(200)?.map(|percent| MODULE_UM * percent / mm(100)),
            "--matrix" => self.data_matrix = size(200)?,
            "--text" => {
                self.text = match value {
                    "yes" => true,
                    "no" => false,
                    _ => return None,
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn means(&self, journey: &Journey) -> bool {
        let is_product = |wanted: &String| journey.product == *wanted || journey.gtin.shown() == wanted;
        self.product.as_ref().is_none_or(is_product)
            && self.lot.as_ref().is_none_or(|lot| journey.lot == *lot)
    }

    fn label(
        &self,
        market: &Market,
        journey: &Journey,
        link: DigitalLink,
        lang: Lang,
    ) -> Result<Label, Fault> {
        let address = link.address();
        let product = market
            .products
            .iter()
            .find(|product| product.id == journey.product);
        let name = product
            .map(|product| product.name.in_lang(lang))
            .unwrap_or_default();
        let words = lang.labels();
        let note = match (link.serial(), link.lot()) {
            (Some(serial), _) => format!("{} {serial}", words.serial_mark),
            (None, lot) => format!("{} {}", words.lot_mark, lot.unwrap_or_default()),
        };
        let design = Design {
            name: if self.text { name.to_owned() } else { String::new() },
            note: if self.text { note } else { String::new() },
            qr: self.qr.map(|wish| QrWish {
                correction: self.correction,
                ..wish
            }),
            bars: self.bars,
            data_matrix: self.data_matrix,
            ..Design::of(&market.site, link)
        };
        let design = if self.sized {
            design
        } else {
            design.suited(self.sheet.sticker)
        };
        match Sticker::of(&design, self.sheet.sticker) {
            Ok(sticker) => Ok(Label {
                findings: lint(&design, &sticker),
                address,
                sticker,
            }),
            Err(finding) => Err((address, finding)),
        }
    }
}

impl Labels {
    /// The labels of the lots that are meant: each lot, or each item where items are numbered, on sheets of its own. Lots fill
    /// one sheet, items stand once, unless so many copies are wished for. All faults are told at once.
    pub fn of(market: &Market, wishes: &Wishes, lang: Lang) -> Result<Labels, Vec<Fault>> {
        let mut made = Labels {
            labels: Vec::new(),
            sheet: wishes.sheet,
            sheets: Vec::new(),
        };
        let mut faults = Vec::new();
        for journey in market.journeys.iter().filter(|journey| wishes.means(journey)) {
            let items = journey.serial_links();
            let (links, copies) = match items.is_empty() {
                true => (vec![journey.lot_link()], wishes.sheet.capacity()),
                false => (items, 1),
            };
            let mut stickers = Vec::new();
            for link in links {
                match wishes.label(market, journey, link, lang) {
                    Ok(label) => {
                        let copies = wishes.copies.unwrap_or(copies);
                        stickers.extend(std::iter::repeat_n(made.labels.len(), copies));
                        made.labels.push(label);
                    }
                    Err(fault) => faults.push(fault),
                }
            }
            made.sheets
                .extend(stickers.chunks(wishes.sheet.capacity()).map(<[usize]>::to_vec));
        }
        if faults.is_empty() { Ok(made) } else { Err(faults) }
    }

    /// How many sheets there are.
    pub fn sheets(&self) -> usize {
        self.sheets.len()
    }

    /// The sheets as a page of HTML that needs nothing else: print it, or save it as PDF.
    pub fn html(&self, market: &Market, lang: Lang) -> String {
        let stickers: Vec<&Sticker> = self.labels.iter().map(|label| &label.sticker).collect();
        let title = format!("{} – {}", lang.labels().title, market.fair.name.in_lang(lang));
        svg::html(&title, lang, self.sheet, &stickers, &self.sheets)
    }
}

/// A grid such as `4x7,8,10.5,2,1`: columns × rows, then in mm what is free left and right, above and below, between columns,
/// between rows; what is left out is 0.
fn grid(value: &str) -> Option<Grid> {
    let mut parts = value.split(',');
    let (columns, rows) = parts.next()?.split_once('x')?;
    let lengths: Vec<i32> = parts.map(length::read).collect::<Option<_>>()?;
    let length = |at: usize| lengths.get(at).copied().unwrap_or_default();
    (lengths.len() <= 4).then_some(Grid {
        columns: columns.parse().ok()?,
        rows: rows.parse().ok()?,
        beside: length(0),
        above: length(1),
        between: length(2),
        under: length(3),
    })
}
