//! The label workshop: labels are read back before they are printed, and what is printed has its size and reads.

use crate::driver::Browser;
use crate::paper::Paper;
use crate::site::Site;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cho_phien::publish::sheet::{Labels, Wishes};
use cho_phien::scan::photo;
use cho_phien::symbol::{Format, Symbol};
use cho_phien::tables;
use cho_phien::words::Lang;
use serde_json::json;

const LOT: &str = "/01/09528060010018/10/S260918";
const READ: &str = "Máy quét đọc đúng mọi mã";

/// Types into the field with this label, in place of what stands there.
async fn fill(browser: &Browser, label: &str, text: &str) {
    browser.see(".label-form").await;
    let script = format!(
        "const label = [...document.querySelectorAll('label')].find(label => label.innerText.trim().startsWith({label:?}));
         const field = label.querySelector('input, select');
         field.value = {text:?};
         field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', {{bubbles: true}}));"
    );
    browser.evaluate(&script).await;
}

/// Prints the page as it asks to be printed: paper and margins are its own.
async fn print(browser: &Browser) -> Vec<Paper> {
    let wish = json!({"preferCSSPageSize": true, "printBackground": true});
    let pdf = browser
        .page
        .cdp()
        .send_raw("Page.printToPDF", wish)
        .await
        .unwrap();
    Paper::read(&STANDARD.decode(pdf["data"].as_str().unwrap()).unwrap())
}

/// What the scanner reads of a part of the paper (left, top, width, height in mm), at 200 dots an inch.
fn read(paper: &Paper, part: (f64, f64, f64, f64)) -> Vec<Symbol> {
    let (luma, width, height) = paper.luma(part, PIXELS_PER_MM);
    photo::read(&luma, width, height)
}

const PIXELS_PER_MM: f64 = 200.0 / 25.4;

/// The side of the QR code in a part of the paper, in mm: from its first dark rectangle to its last.
fn side(paper: &Paper, part: (f64, f64, f64, f64)) -> f64 {
    let symbols = read(paper, part);
    let code = symbols
        .iter()
        .find(|symbol| symbol.format == Format::QrCode)
        .unwrap();
    let place = |&(x, y): &(f32, f32)| {
        (
            part.0 + f64::from(x) / PIXELS_PER_MM,
            part.1 + f64::from(y) / PIXELS_PER_MM,
        )
    };
    let corners: Vec<(f64, f64)> = code.corners.iter().map(place).collect();
    let span = |of: fn(&(f64, f64)) -> f64| {
        let values = corners.iter().map(of);
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        })
    };
    let ((left, right), (top, bottom)) = (span(|corner| corner.0), span(|corner| corner.1));
    let inside = paper.filled.iter().filter(|dark| {
        let (x, y) = ((dark.left + dark.right) / 2.0, (dark.top + dark.bottom) / 2.0);
        dark.light < 0.5 && x > left - 0.5 && x < right + 0.5 && y > top - 0.5 && y < bottom + 0.5
    });
    let (from, to) = inside.fold((f64::INFINITY, f64::NEG_INFINITY), |(from, to), dark| {
        (from.min(dark.left), to.max(dark.right))
    });
    to - from
}

fn texts(symbols: &[Symbol]) -> Vec<(Format, &str)> {
    symbols
        .iter()
        .map(|symbol| (symbol.format, symbol.text.as_str()))
        .collect()
}

#[tokio::test]
async fn a_printed_sheet_has_its_size_and_every_code_on_it_reads() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser
        .open(&site.url(&format!("/labels?id={}", &LOT[1..])))
        .await;
    fill(&browser, "Địa chỉ trang trong mã QR", "https://chophien.example").await;
    browser.read(".labels [role=status]", READ).await;
    browser.read(".fine", "Không có gì phải sửa").await;
    let papers = print(&browser).await;
    assert_eq!(papers.len(), 1, "24 labels are one page");
    let paper = &papers[0];
    assert!(
        (paper.size.0 - 210.0).abs() < 0.5 && (paper.size.1 - 297.0).abs() < 0.5,
        "{:?}",
        paper.size
    );
    let link = format!("https://chophien.example{LOT}");
    for (column, row) in [(0, 0), (1, 3), (2, 7)] {
        let part = (70.0 * f64::from(column), 0.5 + 37.0 * f64::from(row), 70.0, 37.0);
        let symbols = read(paper, part);
        let found = texts(&symbols);
        assert!(found.contains(&(Format::QrCode, &link)), "{part:?}: {found:?}");
        assert!(
            found.contains(&(Format::Ean13, "9528060010018")),
            "{part:?}: {found:?}"
        );
        let side = side(paper, part);
        assert!((side - 20.0).abs() < 0.4, "20 mm are {side} mm on paper");
    }
    browser.quit().await;
}

#[tokio::test]
async fn what_the_scanner_cannot_read_is_not_printed() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser
        .open(&site.url(&format!("/labels?id={}", &LOT[1..])))
        .await;
    browser.read(".labels [role=status]", READ).await;
    browser.see("button.primary").await;
    browser.read(".lints", "không có https").await;
    fill(&browser, "Cỡ mã QR", "5").await;
    browser
        .read(".labels [data-kind=warn]", "Không đọc được mã QR khi ở xa")
        .await;
    browser.read(".lints", "phần nhỏ nhất chỉ 0,1").await;
    browser
        .hold("document.querySelector('.labels .acts') === null")
        .await;
    fill(&browser, "Cỡ mã QR", "19").await;
    browser.read(".labels [role=status]", READ).await;
    browser.see(".labels .acts button.primary").await;
    fill(&browser, "Mã số sản phẩm", "9528060010019").await;
    browser
        .read(".lints [data-kind=stop]", "là 9 nhưng phải là 8")
        .await;
    browser
        .hold("document.querySelector('.labels .acts, .label-sheet') === null")
        .await;
    browser.quit().await;
}

#[tokio::test]
async fn the_workshop_is_reached_from_the_goods_and_works_without_the_network() {
    let mut site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    browser.hold("navigator.serviceWorker.controller").await;
    browser.open(&site.url(LOT)).await;
    browser.follow(".page-tools a[href^='/labels']").await;
    browser.read(".labels [role=status]", READ).await;
    site.stop();
    browser.page.refresh().await.unwrap();
    browser.read(".labels [role=status]", READ).await;
    browser
        .hold("document.querySelectorAll('.label-sheet use').length === 24")
        .await;
    fill(&browser, "Tờ nhãn", "65").await;
    browser
        .hold("document.querySelectorAll('.label-sheet use').length === 65")
        .await;
    browser.read(".labels [role=status]", READ).await;
    browser.quit().await;
}

#[tokio::test]
async fn the_sheets_of_the_command_print_a_page_each_and_read() {
    let folder = std::path::Path::new("data/market");
    let market = tables::read(&|name| std::fs::read_to_string(folder.join(name)).ok()).unwrap();
    let mut wishes = Wishes::default();
    wishes.set("--product", "tra-xanh-shan").unwrap();
    wishes.set("--qr", "18,5").unwrap();
    let labels = Labels::of(&market, &wishes, Lang::Vi).unwrap();
    assert!(labels.sheets() > 0);
    let site = Site::of_partner(labels.html(&market, Lang::Vi));
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    let papers = print(&browser).await;
    assert_eq!(papers.len(), labels.sheets());
    for (paper, label) in papers.iter().zip(&labels.labels) {
        let part = (70.0, 0.5 + 37.0 * 4.0, 70.0, 37.0);
        let symbols = read(paper, part);
        let link = format!("{}{}", market.site, label.address);
        assert!(texts(&symbols).contains(&(Format::QrCode, &link)), "{symbols:?}");
        let side = side(paper, part);
        assert!((side - 18.5).abs() < 0.37, "18.5 mm are {side} mm on paper");
    }
    browser.quit().await;
}
