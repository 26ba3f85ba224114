//! Kinds of broken tables, each with its message in both languages.

use super::EXAMPLE;
use cho_phien::tables::{self, Fault};
use cho_phien::words::Lang;
use std::collections::BTreeMap;

/// The faults and warnings when `from` is replaced by `to` in one file of the starter folder, once.
fn broken(file: &str, from: &str, to: &str) -> Vec<Fault> {
    let mut files = EXAMPLE.clone();
    let text = files.get_mut(file).unwrap();
    assert!(
        text.contains(from),
        "{file}: no {from}\n{}",
        text.lines().take(3).collect::<Vec<_>>().join("\n")
    );
    *text = text.replacen(from, to, 1);
    match tables::read(&|name| files.get(name).cloned()) {
        Ok(market) => market.warnings,
        Err(faults) => faults,
    }
}

/// Breaks tables and expects each message to begin so, in Vietnamese and in English.
#[track_caller]
fn check(rows: &[(&str, &str, &str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (file, from, to, vi, en) in rows {
        let faults = broken(file, from, to);
        for (lang, expected) in [(Lang::Vi, vi), (Lang::En, en)] {
            let lines: Vec<String> = faults.iter().map(|fault| fault.line(lang)).collect();
            if !lines.iter().any(|line| line.starts_with(expected)) {
                wrong.push(format!(
                    "{file}: {from} → {to}\n  expected {expected}\n  found    {}",
                    lines.join("\n           ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_that_a_spreadsheet_program_damaged_are_told_with_row_and_column() {
    check(&[
        (
            "products.csv",
            "9 528060 010018",
            "\"9,52806E+12\"",
            "products.csv: dòng 2 (tra-xanh-shan), cột “GTIN”: Excel đã làm tròn mã số thành “9,52806E+12”",
            "products.csv: row 2 (tra-xanh-shan), column “GTIN”: The spreadsheet program rounded the number to “9,52806E+12”",
        ),
        (
            "products.csv",
            "9 528060 010018",
            "952806001001",
            "products.csv: dòng 2 (tra-xanh-shan), cột “GTIN”: “952806001001” có 12 chữ số, được đọc là 0952806001001",
            "products.csv: row 2 (tra-xanh-shan), column “GTIN”: “952806001001” has 12 digits and is read as 0952806001001",
        ),
        (
            "places.csv",
            "9 528060 014016",
            "952806001401",
            "places.csv: dòng 2 (p01-f1), cột “GLN”: “952806001401” chỉ có 12 chữ số: có lẽ mất số 0",
            "places.csv: row 2 (p01-f1), column “GLN”: “952806001401” has 12 digits only",
        ),
        (
            "products.csv",
            "9 528060 010018",
            "9528060010019",
            "products.csv: dòng 2 (tra-xanh-shan), cột “GTIN”: Số kiểm tra ở cuối là 9 nhưng phải là 8.",
            "products.csv: row 2 (tra-xanh-shan), column “GTIN”: The check digit at its end is 9 but should be 8.",
        ),
        (
            "products.csv",
            "9 528060 010018",
            "95280600A0018",
            "products.csv: dòng 2 (tra-xanh-shan), cột “GTIN”: Chỉ được có chữ số",
            "products.csv: row 2 (tra-xanh-shan), column “GTIN”: It must have digits only",
        ),
        (
            "products.csv",
            "9 528060 010018",
            "9 528060 010025",
            "products.csv: dòng 3 (hong-tra-shan), cột “GTIN”: “09528060010025” đã dùng ở",
            "products.csv: row 3 (hong-tra-shan), column “GTIN”: “09528060010025” is already used by",
        ),
        (
            "products.csv",
            "9 528060 010018",
            "9 528060 020017",
            "products.csv: dòng 2 (tra-xanh-shan), cột “GTIN”: 09528060020017 không bắt đầu bằng mã doanh nghiệp",
            "products.csv: row 2 (tra-xanh-shan), column “GTIN”: 09528060020017 does not start with",
        ),
    ]);
}

#[test]
fn wrong_days_hours_and_amounts_are_told() {
    check(&[
        (
            "lots.csv",
            "23/09/2026",
            "hôm qua",
            "lots.csv: dòng 2 (S260918), cột “ngày đóng gói”: “hôm qua” không phải ngày",
            "lots.csv: row 2 (S260918), column “ngày đóng gói”: “hôm qua” is no day",
        ),
        (
            "lots.csv",
            "23/09/2026",
            "09/23/2026",
            "lots.csv: dòng 2 (S260918), cột “ngày đóng gói”: “09/23/2026” viết tháng trước ngày",
            "lots.csv: row 2 (S260918), column “ngày đóng gói”: “09/23/2026” has the month first",
        ),
        (
            "lots.csv",
            "23/09/2026",
            "31/09/2026",
            "lots.csv: dòng 2 (S260918), cột “ngày đóng gói”: “31/09/2026” không phải ngày",
            "lots.csv: row 2 (S260918), column “ngày đóng gói”: “31/09/2026” is no day",
        ),
        (
            "lots.csv",
            "12/09/2028",
            "13/09/2028",
            "lots.csv: dòng 2 (S260918), cột “hạn dùng”: Ghi là “2028-09-13”, nhưng phải là “2028-09-12”",
            "lots.csv: row 2 (S260918), column “hạn dùng”: “2028-09-13” stands here",
        ),
        (
            "events.csv",
            "18/09/2026 08:30",
            "18/09/2026",
            "events.csv: dòng 2 (S260918), cột “thời điểm”: “18/09/2026” thiếu giờ",
            "events.csv: row 2 (S260918), column “thời điểm”: “18/09/2026” has no hour",
        ),
        (
            "events.csv",
            "18/09/2026 08:30",
            "18/09/2026 sáng",
            "events.csv: dòng 2 (S260918), cột “thời điểm”: “18/09/2026 sáng” không phải ngày",
            "events.csv: row 2 (S260918), column “thời điểm”: “18/09/2026 sáng” is no day",
        ),
        (
            "products.csv",
            ",120000,",
            ",rẻ,",
            "products.csv: dòng 2 (tra-xanh-shan), cột “giá”: “rẻ” không phải số nguyên",
            "products.csv: row 2 (tra-xanh-shan), column “giá”: “rẻ” is no whole number",
        ),
        (
            "products.csv",
            ",100,gam,",
            ",một lạng,gam,",
            "products.csv: dòng 2 (tra-xanh-shan), cột “khối lượng tịnh”: “một lạng” không phải số",
            "products.csv: row 2 (tra-xanh-shan), column “khối lượng tịnh”: “một lạng” is no number",
        ),
        (
            "products.csv",
            ",100,gam,",
            ",100,cân,",
            "products.csv: dòng 2 (tra-xanh-shan), cột “đơn vị”: “cân” không dùng được",
            "products.csv: row 2 (tra-xanh-shan), column “đơn vị”: “cân” is not accepted",
        ),
        (
            "places.csv",
            "\"22,377\"",
            "\"22,37714\"",
            "places.csv: dòng 2 (p01-f1), cột “vĩ độ”: Tọa độ chi tiết hơn",
            "places.csv: row 2 (p01-f1), column “vĩ độ”: The point is finer",
        ),
        (
            "places.csv",
            "\"22,377\"",
            "22377",
            "places.csv: dòng 2 (p01-f1), cột “vĩ độ”: “22377” không dùng được",
            "places.csv: row 2 (p01-f1), column “vĩ độ”: “22377” is not accepted",
        ),
        (
            "products.csv",
            "03–10",
            "13–10",
            "products.csv: dòng 2 (tra-xanh-shan), cột “mùa vụ”: “13-10” không dùng được",
            "products.csv: row 2 (tra-xanh-shan), column “mùa vụ”: “13-10” is not accepted",
        ),
    ]);
}

#[test]
fn wrong_words_and_references_are_told() {
    check(&[
        (
            "products.csv",
            ",p01,",
            ",p99,",
            "products.csv: dòng 2 (tra-xanh-shan), cột “nhà sản xuất”: Không có “p99” trong producers",
            "products.csv: row 2 (tra-xanh-shan), column “nhà sản xuất”: There is no “p99” in producers",
        ),
        (
            "products.csv",
            ",nong-san,",
            ",chè,",
            "products.csv: dòng 2 (tra-xanh-shan), cột “nhóm hàng”: Không có “chè”",
            "products.csv: row 2 (tra-xanh-shan), column “nhóm hàng”: There is no “chè”",
        ),
        (
            "products.csv",
            ",ocop-01,",
            ",ocop-99,",
            "products.csv: dòng 2 (tra-xanh-shan), cột “chứng nhận”: Không có “ocop-99”",
            "products.csv: row 2 (tra-xanh-shan), column “chứng nhận”: There is no “ocop-99”",
        ),
        (
            "producers.csv",
            ",có,",
            ",có lẽ,",
            "producers.csv: dòng 2 (p01), cột “đồng ý công bố tên”: “có lẽ” không rõ",
            "producers.csv: row 2 (p01), column “đồng ý công bố tên”: “có lẽ” is unclear",
        ),
        (
            "producers.csv",
            ",có,",
            ",không,",
            "producers.csv: dòng 2 (p01), cột “đồng ý công bố tên”: Nhà sản xuất chưa đồng ý",
            "producers.csv: row 2 (p01), column “đồng ý công bố tên”: This producer has not agreed",
        ),
        (
            "producers.csv",
            "https://chophien.example/p01",
            "javascript:alert(1)",
            "producers.csv: dòng 2 (p01), cột “trang web”: “javascript:alert(1)” không dùng được",
            "producers.csv: row 2 (p01), column “trang web”: “javascript:alert(1)” is not accepted",
        ),
        (
            "places.csv",
            ",vùng trồng,",
            ",mặt trăng,",
            "places.csv: dòng 2 (p01-f1), cột “loại”: “mặt trăng” không dùng được; chỉ nhận: vùng trồng, xưởng",
            "places.csv: row 2 (p01-f1), column “loại”: “mặt trăng” is not accepted",
        ),
        (
            "certificates.csv",
            "ocop-01,OCOP",
            "ocop-01,giấy khen",
            "certificates.csv: dòng 2 (ocop-01), cột “loại”: “giấy khen” không dùng được",
            "certificates.csv: row 2 (ocop-01), column “loại”: “giấy khen” is not accepted",
        ),
        (
            "certificates.csv",
            "31/05/2028",
            "31/05/2020",
            "certificates.csv: dòng 2 (ocop-01), cột “đến ngày”: Kết thúc trước khi bắt đầu",
            "certificates.csv: row 2 (ocop-01), column “đến ngày”: It ends before it starts",
        ),
        (
            "lots.csv",
            "tra-xanh-shan,S260918",
            "tra-xanh,S260918",
            "lots.csv: dòng 2 (S260918), cột “sản phẩm”: Không có “tra-xanh” trong products",
            "lots.csv: row 2 (S260918), column “sản phẩm”: There is no “tra-xanh” in products",
        ),
        (
            "lots.csv",
            "tra-xanh-shan,S260918",
            "tra-xanh-shan,lô 1",
            "lots.csv: dòng 2 (lô 1), cột “lô”: “lô 1” không dùng làm số lô",
            "lots.csv: row 2 (lô 1), column “lô”: “lô 1” cannot be a lot",
        ),
        (
            "lots.csv",
            "tra-xanh-shan,S260918",
            "tra-xanh-shan,S1",
            "lots.csv: dòng 2 (S1), cột “lô”: Lô “S1” không có dòng nào trong events.csv",
            "lots.csv: row 2 (S1), column “lô”: The lot “S1” has no row in events.csv",
        ),
    ]);
}

#[test]
fn wrong_events_are_told() {
    check(&[
        (
            "events.csv",
            "S260918,18/09/2026",
            "S999,18/09/2026",
            "events.csv: dòng 2 (S999), cột “lô”: Không có “S999” trong lots.csv",
            "events.csv: row 2 (S999), column “lô”: There is no “S999” in lots.csv",
        ),
        (
            "events.csv",
            "S260918,18/09/2026",
            ",18/09/2026",
            "events.csv: dòng 2, cột “lô”: Thiếu giá trị",
            "events.csv: row 2, column “lô”: A value is missing",
        ),
        (
            "events.csv",
            ",thu hoạch,",
            ",bay lên,",
            "events.csv: dòng 2 (S260918), cột “công đoạn”: “bay lên” không dùng được; chỉ nhận: thu hoạch, mua nguyên liệu",
            "events.csv: row 2 (S260918), column “công đoạn”: “bay lên” is not accepted",
        ),
        (
            "events.csv",
            ",p01-f1,",
            ",p01-f9,",
            "events.csv: dòng 2 (S260918), cột “nơi”: Không có “p01-f9” trong places.csv",
            "events.csv: row 2 (S260918), column “nơi”: There is no “p01-f9” in places.csv",
        ),
        (
            "events.csv",
            ",p01-f1,",
            ",,",
            "events.csv: dòng 2 (S260918), cột “nơi”: Thiếu giá trị",
            "events.csv: row 2 (S260918), column “nơi”: A value is missing",
        ),
        (
            "events.csv",
            "/S260918-T1 = ",
            "/S260918-T1 = nhiều ",
            "events.csv: dòng 2 (S260918), cột “hàng”: Không hiểu “",
            "events.csv: row 2 (S260918), column “hàng”: “",
        ),
        (
            "events.csv",
            "195280 600100 010014",
            "195280 600100 010015",
            "events.csv: dòng",
            "events.csv: row",
        ),
        (
            "events.csv",
            "08:00 = -19,4",
            "8 giờ: -19,4",
            "events.csv: dòng",
            "events.csv: row",
        ),
    ]);
}

#[test]
fn broken_files_and_headers_are_told() {
    check(&[
        (
            "products.csv",
            "GTIN",
            "Giá vốn",
            "products.csv: dòng 1, cột “GTIN”: Thiếu cột “GTIN”.",
            "products.csv: row 1, column “GTIN”: The column “gtin” is missing.",
        ),
        (
            "products.csv",
            "GTIN",
            "Giá vốn",
            "products.csv: dòng 1, cột “Giá vốn”: Không hiểu cột “Giá vốn” nên bỏ qua",
            "products.csv: row 1, column “Giá vốn”: The column “Giá vốn” is not known",
        ),
        (
            "products.csv",
            "thương hiệu",
            "tên sản phẩm",
            "products.csv: dòng 1, cột “tên sản phẩm”: Cột “tên sản phẩm” có hai lần",
            "products.csv: row 1, column “tên sản phẩm”: The column “tên sản phẩm” stands twice",
        ),
        (
            "producers.csv",
            "Mây Ngàn",
            "M\u{fffd}y Ng\u{fffd}n",
            "producers.csv: Tệp không phải UTF-8",
            "producers.csv: The file is no UTF-8",
        ),
        (
            "market.json",
            "\"asOf\"",
            "asOf",
            "market.json: Tệp không phải JSON",
            "market.json: This file is no JSON",
        ),
        (
            "market.json",
            "\"asOf\"",
            "\"as\"",
            "market.json, cột “asOf”: Thiếu giá trị",
            "market.json, column “asOf”: A value is missing",
        ),
        (
            "lots.csv",
            "tra-xanh-shan,S260918",
            "tra-xanh-shan,S260918,a,b,c,d,e,f",
            "lots.csv: dòng 2",
            "lots.csv: row 2",
        ),
    ]);
}

#[test]
fn a_row_that_stands_twice_is_told_and_a_lot_of_two_products_asks_for_the_product() {
    let line = EXAMPLE["events.csv"].lines().nth(1).unwrap().to_owned();
    let twice = format!("{line}\r\n{line}");
    check(&[(
        "events.csv",
        &line,
        &twice,
        "events.csv: dòng 3 (S260918): Dòng này nói đúng như dòng 2",
        "events.csv: row 3 (S260918): This row says the same as row 2",
    )]);
    check(&[(
        "lots.csv",
        ",H260510",
        ",S260918",
        "events.csv: dòng 2 (S260918), cột “sản phẩm”: Lô “S260918” có ở nhiều sản phẩm",
        "events.csv: row 2 (S260918), column “sản phẩm”: Several products have the lot “S260918”",
    )]);
}

#[test]
fn a_missing_table_is_told_alone() {
    for missing in [
        "producers.csv",
        "products.csv",
        "places.csv",
        "lots.csv",
        "events.csv",
    ] {
        let files = |name: &str| EXAMPLE.get(name).filter(|_| name != missing).cloned();
        let faults = tables::read(&files).unwrap_err();
        let lines: Vec<String> = faults.iter().map(|fault| fault.line(Lang::En)).collect();
        assert!(
            lines.contains(&format!("{missing}: This file is missing.")),
            "{lines:#?}"
        );
    }
}

#[test]
fn all_faults_of_all_files_are_told_in_one_run() {
    let mut files = EXAMPLE.clone();
    for (file, from, to) in [
        ("products.csv", "9 528060 010018", "1"),
        ("places.csv", "9 528060 014016", "1"),
        ("events.csv", ",thu hoạch,", ",bay,"),
        ("lots.csv", "23/09/2026", "?"),
    ] {
        let text = files.get_mut(file).unwrap();
        *text = text.replacen(from, to, 1);
    }
    let faults = tables::read(&|name| files.get(name).cloned()).unwrap_err();
    let told: Vec<&str> = faults.iter().map(|fault| fault.file.as_str()).collect();
    for file in ["products.csv", "places.csv", "events.csv", "lots.csv"] {
        assert!(told.contains(&file), "{told:?}");
    }
}

#[test]
fn texts_without_english_are_told_once_for_a_column_and_stand_for_both_languages() {
    let mut files = EXAMPLE.clone();
    let text = files.get_mut("products.csv").unwrap();
    *text = text.replacen("tên (en)", "ghi chú riêng", 1);
    let market = tables::read(&|name| files.get(name).cloned()).unwrap();
    let lines: Vec<String> = market.warnings.iter().map(|fault| fault.line(Lang::En)).collect();
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("products.csv: 24 rows have no English for the column “tên”")),
        "{lines:#?}"
    );
    assert_eq!(market.products[0].name.en, market.products[0].name.vi);
}

#[test]
fn semicolons_byte_order_marks_english_headers_and_serial_numbers_change_nothing() {
    let mut files = EXAMPLE.clone();
    let lots = "product;lot;packed on;last day\r\n";
    let mut text = lots.to_owned();
    for line in EXAMPLE["lots.csv"].lines().skip(1) {
        if line.starts_with("tra-xanh-shan,S260918") {
            text.push_str("tra-xanh-shan;S260918;46288;12-9-28\r\n");
        }
    }
    files.insert("lots.csv".to_owned(), text);
    let header = EXAMPLE["events.csv"].lines().next().unwrap();
    let events: Vec<&str> = EXAMPLE["events.csv"]
        .lines()
        .filter(|line| line.starts_with("S260918,"))
        .collect();
    files.insert(
        "events.csv".to_owned(),
        format!("{header}\n{}\n", events.join("\n")),
    );
    let market = tables::read(&|name| files.get(name).cloned()).unwrap();
    let journey = &market.journeys[0];
    let days = [journey.packed_on, journey.expires_on].map(|day| day.unwrap().to_string());
    assert_eq!(days, ["2026-09-23", "2028-09-12"]);
}

/// The starter folder with some texts replaced, each once.
fn changed(changes: &[(&str, &str, &str)]) -> BTreeMap<String, String> {
    let mut files = EXAMPLE.clone();
    for (file, from, to) in changes {
        let text = files.get_mut(*file).unwrap();
        assert!(text.contains(from), "{file}: no {from}");
        *text = text.replacen(from, to, 1);
    }
    files
}

/// A lot with a file of its own, whose table has a recall as well.
fn with_file_and_recall() -> BTreeMap<String, String> {
    let name = "journeys/tra-xanh-shan-S260918.jsonld";
    let header = EXAMPLE["events.csv"]
        .lines()
        .next()
        .unwrap()
        .trim_start_matches('\u{feff}');
    let others: Vec<&str> = EXAMPLE["events.csv"]
        .lines()
        .skip(1)
        .filter(|line| !line.starts_with("S260918,"))
        .collect();
    let filled = |column: &str| match column {
        "lô" => "S260918",
        "thời điểm" => "20/11/2026 9:00",
        "công đoạn" => "thu hồi",
        "nơi" => "p01-f1",
        "ghi chú" | "ghi chú (en)" => "Thử thu hồi",
        _ => "",
    };
    let recall: Vec<&str> = header.split(',').map(filled).collect();
    let lots: Vec<String> = EXAMPLE["lots.csv"]
        .lines()
        .enumerate()
        .map(|(at, line)| match line {
            line if at == 0 => format!("{line},tệp EPCIS"),
            line if line.starts_with("tra-xanh-shan,S260918") => format!("{line},{name}"),
            line => format!("{line},"),
        })
        .collect();
    let mut files = EXAMPLE.clone();
    files.insert("lots.csv".into(), lots.join("\n"));
    files.insert(
        "events.csv".into(),
        format!("{header}\n{}\n{}\n", others.join("\n"), recall.join(",")),
    );
    files.insert(
        name.into(),
        std::fs::read_to_string(format!("data/market/{name}")).unwrap(),
    );
    files
}

#[test]
fn a_recall_in_the_table_reaches_a_lot_whose_other_events_lie_in_a_file() {
    let files = with_file_and_recall();
    let market = super::read(&files);
    let recalls = cho_phien::publish::files(&market)["recalls.json"].clone();
    assert!(recalls.contains("S260918"), "{recalls}");
    let document = market.document(&market.journeys[0]);
    let events = document
        .pointer("/epcisBody/eventList")
        .unwrap()
        .as_array()
        .unwrap();
    assert_eq!(events.last().unwrap()["lc:process"], "recall");
}

#[test]
fn the_day_of_packing_comes_from_the_event_of_the_lot_and_not_of_another_with_its_number() {
    let own = market_with_ingredient_of_the_same_number();
    let days = |market: &tables::Market| (market.journeys[0].packed_on, market.journeys[0].expires_on);
    let packed = days(&super::read(&own)).0.unwrap().to_string();
    assert_eq!(packed, "2026-09-23");
}

/// The first lot without its days, and a raw material with the number of the lot bought before.
fn market_with_ingredient_of_the_same_number() -> BTreeMap<String, String> {
    let mut files = changed(&[("events.csv", "/S260918-T1 = ", "/S260918 = ")]);
    let lots = files.get_mut("lots.csv").unwrap();
    *lots = lots.replacen("23/09/2026", "", 1).replacen("12/09/2028", "", 1);
    files
}

#[test]
fn a_double_quote_that_is_not_closed_is_told_with_its_row() {
    check(&[(
        "lots.csv",
        "tra-xanh-shan,S260918",
        "\"tra-xanh-shan,S260918",
        "lots.csv: dòng 2: Có dấu nháy kép",
        "lots.csv: row 2: A double quote",
    )]);
}

#[test]
fn a_missing_column_of_lots_is_told_once() {
    let faults = broken("events.csv", "lô,", "mẻ số,");
    let grave: Vec<String> = faults
        .iter()
        .filter(|fault| fault.grave && fault.file == "events.csv")
        .map(|fault| fault.line(Lang::En))
        .collect();
    assert_eq!(grave.len(), 1, "{grave:#?}");
}

#[test]
fn json_with_a_byte_order_mark_is_read() {
    let mut files = EXAMPLE.clone();
    let text = files.get_mut("market.json").unwrap();
    text.insert(0, '\u{feff}');
    super::read(&files);
}

/// The first lot's events with one more row, whose cells are given by their column.
fn with_row(cells: &[(&str, &str)]) -> Result<tables::Market, Vec<Fault>> {
    let text = &EXAMPLE["events.csv"];
    let header = text
        .lines()
        .next()
        .unwrap()
        .trim_start_matches('\u{feff}')
        .split(',');
    let filled = |column: &str| {
        let cell = cells
            .iter()
            .find(|(name, _)| *name == column)
            .map_or("", |(_, cell)| cell);
        format!("\"{}\"", cell.replace('"', "\"\""))
    };
    let row: Vec<String> = header.map(filled).collect();
    let mut files = EXAMPLE.clone();
    files.insert("events.csv".into(), format!("{text}{}\n", row.join(",")));
    tables::read(&|name| files.get(name).cloned())
}

const ROW: [(&str, &str); 3] = [
    ("lô", "S260918"),
    ("thời điểm", "20/11/2026 9:00"),
    ("nơi", "p01-f1"),
];

#[test]
fn what_the_column_of_further_fields_names_must_be_in_the_tables_too() {
    for extra in [
        r#"{"readPoint": {"id": "geo:22.37714,103.58298"}}"#,
        r#"{"bizLocation": {"id": "https://id.gs1.org/414/9528060014999"}}"#,
        r#"{"type": "PartyEvent"}"#,
        r#"{"certificationInfo": "https://chophien.example/cert/none"}"#,
    ] {
        let row = [&ROW[..], &[("công đoạn", "bày bán"), ("thêm (EPCIS)", extra)]].concat();
        assert!(with_row(&row).is_err(), "{extra}");
    }
}

#[test]
fn filled_cells_that_a_stage_does_not_read_are_warned_of() {
    for (stage, column, cell) in [
        ("bày bán", "đầu vào", "tra-xanh-shan"),
        ("bày bán", "kiện", "195280 600100 010014"),
        ("bày bán", "hạn dùng", "1/1/2028"),
        ("bày bán", "cảm biến", "M1"),
        ("xếp kiện", "đầu ra", "tra-xanh-shan"),
    ] {
        let goods = [("hàng", "tra-xanh-shan = 1"), ("kiện", "195280 600100 010014")];
        let more = if stage == "xếp kiện" { &goods[..] } else { &[] };
        let row = [&ROW[..], &[("công đoạn", stage), (column, cell)], more].concat();
        let warnings = with_row(&row).unwrap().warnings;
        let told: Vec<&str> = warnings.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(told, [column], "{stage}");
    }
}

#[test]
fn packing_with_goods_alone_gives_them_their_number() {
    let row = [
        &ROW[..],
        &[("công đoạn", "đóng gói"), ("hàng", "tra-xanh-shan = 5")],
    ]
    .concat();
    let market = with_row(&row).unwrap();
    let document = market.document(&market.journeys[0]);
    let event = document
        .pointer("/epcisBody/eventList")
        .unwrap()
        .as_array()
        .unwrap()
        .last()
        .unwrap();
    assert_eq!(
        [&event["action"], &event["ilmd"]["cbvmda:lotNumber"]],
        ["ADD", "S260918"]
    );
}

#[test]
fn a_rounded_consignment_is_told_as_such() {
    let row = [
        &ROW[..],
        &[
            ("công đoạn", "xếp kiện"),
            ("hàng", "tra-xanh-shan = 1"),
            ("kiện", "1,95281E+17"),
        ],
    ]
    .concat();
    let faults = with_row(&row).unwrap_err();
    assert!(faults[0].line(Lang::En).contains("rounded"), "{}", faults[0]);
}
