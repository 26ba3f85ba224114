//! What the room `label` draws is read back from the drawing itself, by another decoder and by the scanner.

#![allow(clippy::unwrap_used)]

use cho_phien::gs1::gtin::with_check_digit;
use cho_phien::gs1::{DigitalLink, Gtin, Identity};
use cho_phien::label::code::Kind;
use cho_phien::label::colour::INKS;
use cho_phien::label::design::QrWish;
use cho_phien::label::ean::Bars;
use cho_phien::label::length::mm;
use cho_phien::label::lint::{is_site, lint};
use cho_phien::label::qr_code::{Correction, QUIET_ZONE};
use cho_phien::label::rect::Rect;
use cho_phien::label::self_scan::{self, Unread};
use cho_phien::label::{Code, Design, Finding, Picture, QrCode, Sheet, Sticker, svg};
use cho_phien::scan::photo;
use cho_phien::symbol::Format;
use cho_phien::words::Lang;
use proptest::prelude::*;
use rxing::{BarcodeFormat, MultiFormatWriter, Writer};

const SITE: &str = "https://chophien.example";

/// How many pixels a module is wide.
const SCALE: usize = 4;

#[test]
fn the_picture_of_an_address_reads_back_as_that_address() {
    let site = "https://chophien.example";
    for path in [
        "/01/09528060010018",
        "/01/09528060010018/10/S260918",
        "/01/09528060010018/10/a%2Fb.c-d/21/00000000000000000001",
        "/417/9528060010001",
        "/414/9528060901002",
    ] {
        let code = QrCode::of_link(site, &link(path)).unwrap();
        assert_eq!(read(&code), format!("{site}{path}"), "{path}");
    }
}

#[test]
fn every_length_up_to_the_longest_reads_back() {
    for length in [1, 17, 90, 300, 900] {
        let text = "n".repeat(length);
        assert_eq!(read(&QrCode::of(&text).unwrap()), text, "{length} letters");
    }
}

#[test]
fn a_text_too_long_for_any_symbol_has_none() {
    assert!(QrCode::of(&"n".repeat(2331)).is_some());
    assert_eq!(QrCode::of(&"n".repeat(2332)), None);
}

#[test]
fn the_quiet_zone_is_free_of_dark_modules() {
    let code = QrCode::of("https://chophien.example/01/09528060010018").unwrap();
    let (side, pixels) = draw(&code);
    let margin = QUIET_ZONE * SCALE;
    let is_inside = |at: usize| (margin..side - margin).contains(&at);
    let dark = pixels.iter().enumerate().filter(|(_, luma)| **luma < 128);
    for (at, _) in dark {
        assert!(is_inside(at % side) && is_inside(at / side), "pixel {at}");
    }
}

/// A label of this product and lot with all three codes, as large as most are printed.
fn design(number: &str, lot: &str) -> Design {
    let mut link = DigitalLink::product(Gtin::parse(number).unwrap());
    if !lot.is_empty() {
        link.qualifiers.push(("10".to_owned(), lot.to_owned()));
    }
    Design {
        name: "Chè xanh Shan tuyết".to_owned(),
        note: format!("Lô {lot}"),
        data_matrix: Some(mm(14)),
        ..Design::of(SITE, link)
    }
}

/// What the scanner does not read of a sticker, at each level.
fn missed(sticker: &Sticker) -> Vec<Unread> {
    let levels = self_scan::pictures(sticker).enumerate();
    let missed = levels.map(|(level, picture)| {
        let symbols = photo::read(&picture.luma, picture.width, picture.height);
        self_scan::unread(sticker, level, &symbols)
    });
    missed.flatten().collect()
}

#[test]
fn every_kind_of_code_reads_back_at_three_levels() {
    for (number, lot, correction, size) in [
        ("9528060010018", "S260918", Correction::M, (mm(70), mm(60))),
        ("9528060010018", "S260918", Correction::Q, (mm(70), mm(60))),
        ("9528060010018", "a%/b.c-d", Correction::M, (mm(120), mm(40))),
        ("036000291452", "1", Correction::M, (mm(70), mm(60))),
        ("96385074", "", Correction::Q, (mm(70), mm(60))),
    ] {
        let mut design = design(number, lot);
        design.qr = design.qr.map(|wish| QrWish { correction, ..wish });
        let sticker = Sticker::of(&design, size).unwrap();
        assert_eq!(sticker.codes.len(), 3);
        assert_eq!(missed(&sticker), [], "{number} {lot} {correction:?}");
    }
}

#[test]
fn labels_suited_to_the_sheets_of_the_trade_have_no_findings_and_read_back() {
    for (stickers, side, has_bars) in [(21, 18, true), (24, 20, true), (40, 20, false), (65, 14, false)] {
        let sheet = Sheet::preset(stickers).unwrap();
        let design = design("9528060010018", "S260918").suited(sheet.sticker);
        assert_eq!(design.qr.unwrap().side, mm(side), "{stickers}");
        assert_eq!(design.bars.is_some(), has_bars, "{stickers}");
        let sticker = Sticker::of(&design, sheet.sticker).unwrap();
        assert!(!sticker.texts.is_empty(), "{stickers}: name and lot stand on it");
        assert_eq!(lint(&design, &sticker), [], "{stickers}");
        assert_eq!(missed(&sticker), [], "{stickers}");
    }
}

#[test]
fn what_cannot_be_read_is_told_by_code_and_level() {
    let mut design = design("9528060010018", "S260918");
    design.qr = design.qr.map(|wish| QrWish { side: mm(5), ..wish });
    design.data_matrix = None;
    let sticker = Sticker::of(&design, (mm(70), mm(37))).unwrap();
    let missed = missed(&sticker);
    assert!(
        missed.contains(&Unread {
            kind: Kind::QrCode,
            level: 2
        }),
        "{missed:?}"
    );
    assert!(
        missed.iter().all(|unread| unread.kind == Kind::QrCode),
        "{missed:?}"
    );
}

#[test]
fn another_text_or_format_is_no_proof() {
    let sticker = Sticker::of(&design("9528060010018", "S260918"), (mm(70), mm(60))).unwrap();
    let level = self_scan::LEVELS[0];
    let picture = Picture::of(&sticker, level);
    let mut symbols = photo::read(&picture.luma, picture.width, picture.height);
    assert_eq!(self_scan::unread(&sticker, 0, &symbols), []);
    for symbol in &mut symbols {
        match symbol.format {
            Format::QrCode => symbol.text.push('9'),
            Format::Ean13 => symbol.format = Format::Ean8,
            _ => {}
        }
    }
    let kinds: Vec<Kind> = self_scan::unread(&sticker, 0, &symbols)
        .iter()
        .map(|unread| unread.kind)
        .collect();
    assert_eq!(kinds, [Kind::QrCode, Kind::Bars]);
}

#[test]
fn bars_are_those_that_another_encoder_draws() {
    let thirteen = (0..10).map(|first| with_check_digit(&format!("{first}52806001234")).unwrap());
    let others = ["036000291452", "96385074", "12345670"].map(str::to_owned);
    for number in thirteen.chain(others) {
        let format = match number.len() {
            8 => BarcodeFormat::EAN_8,
            12 => BarcodeFormat::UPC_A,
            _ => BarcodeFormat::EAN_13,
        };
        let drawn = MultiFormatWriter.encode(&number, &format, 0, 1).unwrap();
        let row: Vec<bool> = (0..drawn.getWidth()).map(|x| drawn.get(x, 0)).collect();
        let first = row.iter().position(|dark| *dark).unwrap();
        let bars = Bars::of(Gtin::parse(&number).unwrap()).unwrap();
        assert_eq!(bars.modules, row[first..][..bars.modules.len()], "{number}");
    }
}

#[test]
fn codes_are_as_large_as_asked_for() {
    let bars = Bars::of(Gtin::parse("9528060010018").unwrap()).unwrap();
    // GS1 General Specifications 5.2.6.6: 37.29 × 25.93 mm at 100 %, light margins included.
    let code = Code::bars(&bars, 330, mm(100));
    assert_eq!(code.size, (37_290, 25_930));
    assert_eq!(code.symbol, Rect::new(3_630, 0, 31_350, 22_850));
    let low = Code::bars(&bars, 330, mm(15));
    assert_eq!((low.size.1, low.standard_height), (mm(15), 22_850));
    for side in [mm(12), mm(20), 33_333] {
        let text = "https://chophien.example/01/09528060010018/10/S260918";
        let code = Code::qr(text, &QrCode::of(text).unwrap(), side, 4);
        let right = code.dark.iter().map(|rect| rect.right()).max().unwrap();
        let left = code.dark.iter().map(|rect| rect.x).min().unwrap();
        assert_eq!(right - left, side, "the modules fill the side exactly");
        assert_eq!(
            code.size.0 - side,
            2 * left,
            "and the margin is the same on both sides"
        );
    }
}

#[test]
fn what_lies_on_a_sticker_never_overlaps_or_leaves_it() {
    for size in [(70, 37), (63, 38), (70, 60), (45, 70), (110, 30), (200, 100)] {
        let size = (mm(size.0), mm(size.1));
        let Ok(sticker) = Sticker::of(&design("9528060010018", "S260918"), size) else {
            continue;
        };
        let boxes = sticker.codes.iter().map(|placed| {
            let (width, height) = placed.code.size;
            Rect::new(placed.at.0, placed.at.1, width, height)
        });
        let boxes: Vec<Rect> = boxes
            .chain(sticker.texts.iter().map(|line| line.space()))
            .collect();
        for (at, rect) in boxes.iter().enumerate() {
            assert!(rect.x >= 0 && rect.y >= 0, "{size:?} {rect:?}");
            assert!(
                rect.right() <= size.0 && rect.bottom() <= size.1,
                "{size:?} {rect:?}"
            );
            assert!(
                !boxes[..at].iter().any(|other| other.overlaps(*rect)),
                "{size:?} {rect:?}"
            );
        }
    }
}

#[test]
fn each_fault_of_a_label_has_its_finding() {
    let check = |change: fn(&mut Design), size: (i32, i32), expected: fn(&Finding) -> bool| {
        let mut design = design("9528060010018", "S260918");
        design.data_matrix = None;
        change(&mut design);
        let size = (mm(size.0), mm(size.1));
        let findings = match Sticker::of(&design, size) {
            Ok(sticker) => lint(&design, &sticker),
            Err(finding) => vec![finding],
        };
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(expected(&findings[0]), "{findings:?}");
        for lang in [Lang::Vi, Lang::En] {
            let sentence = findings[0].sentence(lang);
            assert!(!sentence.contains("{}") && sentence.len() > 20, "{sentence}");
        }
    };
    let large = (70, 60);
    check(
        |design| {
            design.qr = design.qr.map(|wish| QrWish { quiet: 1, ..wish });
            design.bars = None;
            (design.name, design.note) = Default::default();
        },
        (24, 24),
        |finding| {
            matches!(
                finding,
                Finding::QuietZone {
                    kind: Kind::QrCode,
                    found: 2_000,
                    needed: 2_424
                }
            )
        },
    );
    check(
        |design| design.qr = design.qr.map(|wish| QrWish { side: mm(10), ..wish }),
        large,
        |finding| {
            matches!(
                finding,
                Finding::SmallModule {
                    kind: Kind::QrCode,
                    found: 303
                }
            )
        },
    );
    check(
        |design| design.bars = Some(264),
        large,
        |finding| {
            matches!(
                finding,
                Finding::SmallModule {
                    kind: Kind::Bars,
                    found: 264
                }
            )
        },
    );
    check(
        |design| design.ink = INKS[3],
        large,
        |finding| *finding == Finding::Contrast { found: 31 },
    );
    check(
        |design| design.site = "http://localhost:8080".to_owned(),
        large,
        |finding| *finding == Finding::NoHttps,
    );
    check(
        |_| {},
        (80, 27),
        |finding| matches!(finding, Finding::LowBars { found, standard: 22_850 } if *found < 22_850),
    );
    check(
        |_| {},
        (38, 21),
        |finding| {
            matches!(
                finding,
                Finding::DoesNotFit {
                    room: (38_000, 21_000),
                    ..
                }
            )
        },
    );
    check(
        |design| design.link = DigitalLink::product(Gtin::parse("19528060010015").unwrap()),
        large,
        |finding| *finding == Finding::NoBars,
    );
    check(
        |design| {
            design.qr = None;
            design.bars = None;
        },
        large,
        |finding| *finding == Finding::NoCode,
    );
}

#[test]
fn a_good_label_has_no_findings() {
    let mut design = design("9528060010018", "S260918");
    for data_matrix in [None, Some(mm(14))] {
        design.data_matrix = data_matrix;
        let sticker = Sticker::of(&design, (mm(90), mm(60))).unwrap();
        assert_eq!(lint(&design, &sticker), []);
    }
}

#[test]
fn a_wrong_check_digit_is_told_with_the_right_one() {
    let wrong = Finding::Number(Gtin::parse("9528060010019").unwrap_err());
    assert!(wrong.stops());
    assert_eq!(
        wrong.sentence(Lang::Vi),
        "Số kiểm tra ở cuối mã số là 9 nhưng phải là 8."
    );
    assert_eq!(wrong.sentence(Lang::En), "The check digit is 9 but should be 8.");
}

#[test]
fn a_site_is_scheme_and_host_alone() {
    for (site, expected) in [
        ("https://chophien.example", true),
        ("http://localhost:8080", true),
        ("http://[::1]:8080", true),
        ("https://", false),
        ("chophien.example", false),
        ("https://chophien.example/x", false),
        ("https://me@chophien.example", false),
        ("javascript:alert(1)", false),
        ("https://a b", false),
    ] {
        assert_eq!(is_site(site), expected, "{site}");
    }
}

#[test]
fn names_stand_in_markup_as_what_they_are() {
    let mut design = design("9528060010018", "S260918");
    design.name = "<script>\"&\u{7}".to_owned();
    let sheet = Sheet::preset(24).unwrap();
    design.data_matrix = None;
    let sticker = Sticker::of(&design, sheet.sticker).unwrap();
    let html = svg::html("a<b", Lang::Vi, sheet, &[&sticker], &[vec![0; 24]]);
    assert!(html.contains("<title>a&lt;b</title>"));
    assert!(html.contains(">&lt;script&gt;&quot;&amp;<"));
    assert!(!html.contains("<script"));
    assert!(html.contains("width=\"210mm\" height=\"297mm\""));
    assert_eq!(html.matches("<use ").count(), 24);
    let document = svg::document(sheet, &[&sticker; 24]);
    assert_eq!(document.matches("<g transform").count(), 24);
    assert!(!document.contains("<script"));
}

/// A number with its check digit, and a lot of any characters that lots may have.
fn goods() -> impl Strategy<Value = (String, String)> {
    let number = "[0-9]{12}".prop_map(|digits| with_check_digit(&digits).unwrap());
    (number, "[!\"%&'()*+,./0-9:;<=>?A-Z_a-z-]{1,20}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_number_and_lot_makes_a_label_that_reads_back((number, lot) in goods()) {
        let mut design = design(&number, &lot);
        design.qr = design.qr.map(|wish| QrWish { side: mm(28), ..wish });
        design.data_matrix = Some(mm(18));
        let sticker = Sticker::of(&design, (mm(100), mm(70))).unwrap();
        prop_assert_eq!(missed(&sticker), []);
    }
}

fn link(path: &str) -> DigitalLink {
    match Identity::read(&format!("https://id.gs1.org{path}"), None).unwrap() {
        Identity::Gs1(link) => link,
        other => panic!("{path} is {other:?}"),
    }
}

fn read(code: &QrCode) -> String {
    let (side, pixels) = draw(code);
    let side = u32::try_from(side).unwrap();
    let result = rxing::helpers::detect_in_luma(pixels, side, side, Some(BarcodeFormat::QR_CODE));
    result.unwrap().getText().to_owned()
}

/// Side and luma of the SVG document, drawn from its text: the rectangles of its second path.
fn draw(code: &QrCode) -> (usize, Vec<u8>) {
    let svg = code.svg();
    let side = svg.split("viewBox=\"0 0 ").nth(1).unwrap();
    let side: usize = side.split(' ').next().unwrap().parse().unwrap();
    assert_eq!(side, code.side());
    let path = svg.split(" d=\"").nth(2).unwrap().split('"').next().unwrap();
    let width = side * SCALE;
    let mut pixels = vec![255; width * width];
    for run in path.split('M').skip(1) {
        let (start, rest) = run.split_once('h').unwrap();
        let (x, y) = start.split_once(' ').unwrap();
        let length = rest.split_once("v1").unwrap().0;
        let [x, y, length] = [x, y, length].map(|number| number.parse::<usize>().unwrap() * SCALE);
        for row in y..y + SCALE {
            pixels[row * width + x..row * width + x + length].fill(0);
        }
    }
    (width, pixels)
}
