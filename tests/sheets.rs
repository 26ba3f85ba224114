//! The labels that `publish sheet` makes for the lots of the sample market.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use cho_phien::label::Finding;
use cho_phien::label::self_scan::{LEVELS, unread};
use cho_phien::label::{Picture, Sheet};
use cho_phien::publish::sheet::{Labels, Wishes};
use cho_phien::scan::photo;
use cho_phien::tables::{self, Market};
use cho_phien::words::Lang;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

static MARKET: LazyLock<Market> = LazyLock::new(|| {
    let table = |file: &str| std::fs::read_to_string(Path::new("data/market").join(file)).ok();
    tables::read(&table).unwrap()
});

fn wishes(options: &[(&str, &str)]) -> Wishes {
    let mut wishes = Wishes::default();
    for (option, value) in options {
        wishes
            .set(option, value)
            .unwrap_or_else(|| panic!("{option} {value}"));
    }
    wishes
}

fn labels(options: &[(&str, &str)]) -> Labels {
    Labels::of(&MARKET, &wishes(options), Lang::Vi).unwrap()
}

#[test]
fn every_lot_and_item_of_the_market_has_a_label_that_reads_at_arms_length() {
    let labels = labels(&[]);
    let lots = MARKET
        .journeys
        .iter()
        .filter(|lot| lot.serials.is_empty())
        .count();
    let items: usize = MARKET.journeys.iter().map(|lot| lot.serials.len()).sum();
    assert_eq!(labels.labels.len(), lots + items);
    assert!(items > 0, "some goods are numbered one by one");
    for label in &labels.labels {
        let picture = Picture::of(&label.sticker, LEVELS[1]);
        let symbols = photo::read(&picture.luma, picture.width, picture.height);
        assert_eq!(unread(&label.sticker, 1, &symbols), [], "{}", label.address);
        assert_eq!(label.findings, [], "{}", label.address);
    }
}

#[test]
fn lots_fill_a_sheet_and_items_stand_once_unless_copies_are_wished_for() {
    let market = &*MARKET;
    let one = [("--product", "tra-xanh-shan"), ("--lot", "S260918")];
    let with = |more: &[(&'static str, &'static str)]| labels(&[&one, more].concat());
    let uses = |labels: &Labels| labels.html(market, Lang::Vi).matches("<use ").count();
    for (more, sheets, stickers) in [
        (&[][..], 1, 24),
        (&[("--preset", "65")], 1, 65),
        (&[("--copies", "3")], 1, 3),
        (&[("--copies", "25")], 2, 25),
        (&[("--grid", "2x5,8,10"), ("--copies", "11")], 2, 11),
        (&[("--label", "60x40"), ("--copies", "2")], 2, 2),
    ] {
        let labels = with(more);
        assert_eq!(
            (labels.labels.len(), labels.sheets(), uses(&labels)),
            (1, sheets, stickers),
            "{more:?}"
        );
    }
    let serial = market.journeys.iter().find(|lot| lot.serials.len() > 1).unwrap();
    let items = labels(&[("--lot", &serial.lot)]);
    assert_eq!(uses(&items), serial.serials.len());
    assert!(
        items.labels[0].address.contains("/21/"),
        "{}",
        items.labels[0].address
    );
}

#[test]
fn paper_is_as_large_as_the_sheet() {
    let market = &*MARKET;
    let html = labels(&[("--lot", "S260918"), ("--label", "60.5x40")]).html(market, Lang::Vi);
    assert!(html.contains("@page { size: 60.5mm 40mm; margin: 0 }"));
    assert!(html.contains("width=\"60.5mm\" height=\"40mm\" viewBox=\"0 0 60500 40000\""));
    let html = labels(&[("--lot", "S260918")]).html(market, Lang::En);
    assert!(html.contains("@page { size: 210mm 297mm; margin: 0 }"));
    for outside in ["http://", "src=", "<script", "url("] {
        let inside = html.replace("http://www.w3.org/2000/svg", "");
        assert!(
            !inside.contains(outside),
            "{outside}: the page needs nothing else"
        );
    }
}

#[test]
fn a_wish_that_cannot_be_is_refused() {
    for (option, value) in [
        ("--preset", "23"),
        ("--grid", "0x4"),
        ("--grid", "4"),
        ("--grid", "4x7,1,2,3,4,5"),
        ("--grid", "4x7,-1"),
        ("--label", "60"),
        ("--label", "6000x40"),
        ("--copies", "0"),
        ("--qr", "2"),
        ("--qr", "big"),
        ("--correction", "H"),
        ("--bars", "201"),
        ("--text", "maybe"),
        ("--paper", "A5"),
    ] {
        assert_eq!(Wishes::default().set(option, value), None, "{option} {value}");
    }
}

#[test]
fn what_does_not_fit_is_told_for_every_lot() {
    let wishes = wishes(&[("--preset", "65"), ("--qr", "30")]);
    let faults = Labels::of(&MARKET, &wishes, Lang::Vi).unwrap_err();
    assert!(faults.len() > 20, "{}", faults.len());
    let room = Sheet::preset(65).unwrap().sticker;
    let is_room =
        |finding: &Finding| matches!(finding, Finding::DoesNotFit { room: found, .. } if *found == room);
    assert!(faults.iter().all(|(_, finding)| is_room(finding)), "{faults:?}");
}

#[test]
fn the_command_writes_labels_and_refuses_those_that_do_not_read() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sheets");
    std::fs::create_dir_all(&folder).unwrap();
    let check = |name: &str, options: &[&str], code: i32, says: &str| -> Option<String> {
        let file = folder.join(name);
        let _ = std::fs::remove_file(&file); // OK because there is none the first time.
        let run = publish(&file, options);
        let told = format!(
            "{}{}",
            String::from_utf8_lossy(&run.stdout),
            String::from_utf8_lossy(&run.stderr)
        );
        assert_eq!(run.status.code(), Some(code), "{options:?}: {told}");
        assert!(told.contains(says), "{options:?}: {told}");
        std::fs::read_to_string(&file).ok()
    };
    let one = ["--lot", "S260918"];
    let html = check("good.html", &one, 0, "1 nhãn, 1 tờ").unwrap();
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("Lô S260918"));
    let small = [&one[..], &["--qr", "5"]].concat();
    assert_eq!(check("small.html", &small, 1, "Không đọc được mã QR"), None);
    assert_eq!(check("none.html", &["--lot", "NONE"], 1, "không có lô nào"), None);
    assert_eq!(
        check("bad.html", &["--qr", "huge"], 2, "publish sheet DATA"),
        None
    );
}

/// Runs `publish sheet` on the sample market.
fn publish(file: &PathBuf, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_publish"));
    command.args(["sheet", "data"]).arg(file).args(options);
    command.output().unwrap()
}
