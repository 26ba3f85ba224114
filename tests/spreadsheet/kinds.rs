//! Every kind of fault that tables can have, once: its message in both languages, and that no two kinds say the same.

use super::EXAMPLE;
use cho_phien::tables::{self, Fault};
use std::collections::{BTreeMap, BTreeSet};

/// File, column, what is written into the first row of it, and what is said of it in Vietnamese and in English.
type Kind = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

/// What one cell can have wrong with it by itself.
const CELLS: [Kind; 22] = [
    (
        "products.csv",
        "GTIN",
        "9,52806E+12",
        "Excel đã làm tròn",
        "rounded the number to",
    ),
    (
        "products.csv",
        "GTIN",
        "952806001001",
        "có 12 chữ số, được đọc là",
        "has 12 digits and is read as",
    ),
    (
        "places.csv",
        "GLN",
        "952806001401",
        "có lẽ mất số 0 ở đầu",
        "a zero in front may be lost; make",
    ),
    (
        "products.csv",
        "GTIN",
        "9528060010019",
        "Số kiểm tra ở cuối là 9",
        "check digit at its end is 9",
    ),
    (
        "products.csv",
        "GTIN",
        "95280600A0018",
        "Chỉ được có chữ số",
        "It must have digits only",
    ),
    (
        "products.csv",
        "GTIN",
        "952806",
        "Phải có 8, 12, 13, 14 chữ số",
        "It must have 8, 12, 13, 14 digits",
    ),
    (
        "products.csv",
        "khối lượng tịnh",
        "một lạng",
        "không phải số; hãy viết",
        "is no number; write",
    ),
    (
        "products.csv",
        "khối lượng tịnh",
        "1.000",
        "có thể là hàng nghìn hay số lẻ",
        "may be thousands or a fraction",
    ),
    (
        "products.csv",
        "giá",
        "rẻ",
        "không phải số nguyên không âm",
        "is no whole number",
    ),
    (
        "products.csv",
        "đơn vị",
        "cân",
        "không dùng được; chỉ nhận: gam",
        "is not accepted; only: gam",
    ),
    (
        "products.csv",
        "ảnh",
        "chè xanh.gif",
        "không phải tên ảnh",
        "is no name of a picture",
    ),
    (
        "producers.csv",
        "mã số thuế",
        "01-23",
        "không phải mã số thuế",
        "is no tax code",
    ),
    (
        "producers.csv",
        "đồng ý công bố tên",
        "có lẽ",
        "không rõ; hãy viết “có”",
        "is unclear; write “yes”",
    ),
    (
        "lots.csv",
        "ngày đóng gói",
        "hôm qua",
        "không phải ngày; hãy viết",
        "is no day; write it as",
    ),
    (
        "lots.csv",
        "ngày đóng gói",
        "09/23/2026",
        "viết tháng trước ngày",
        "has the month first",
    ),
    (
        "lots.csv",
        "ngày đóng gói",
        "26-09-23",
        "không rõ số nào là năm",
        "does not say which number is the year",
    ),
    (
        "lots.csv",
        "lô",
        "lô 1",
        "không dùng làm số lô",
        "cannot be a lot or serial number",
    ),
    (
        "events.csv",
        "thời điểm",
        "18/09/2026",
        "thiếu giờ",
        "has no hour",
    ),
    (
        "events.csv",
        "hàng",
        "một ít chè",
        "hãy viết: mã sản phẩm",
        "cannot be read; write product",
    ),
    (
        "events.csv",
        "nhiệt độ",
        "8 giờ lạnh",
        "hãy viết: 8:00 = -19,4",
        "cannot be read; write 8:00",
    ),
    (
        "events.csv",
        "thêm (EPCIS)",
        "[1]",
        "phải là một đối tượng JSON với",
        "must be a JSON object with fields of EPCIS",
    ),
    (
        "producers.csv",
        "năm thành lập",
        "99999999",
        "một số nguyên không âm vừa phải",
        "a whole number of a sensible size",
    ),
];

/// What only shows when rows and tables are held against each other.
const RECORDS: [Kind; 12] = [
    (
        "products.csv",
        "nhà sản xuất",
        "",
        "Thiếu giá trị",
        "A value is missing",
    ),
    (
        "products.csv",
        "nhà sản xuất",
        "p99",
        "Không có “p99” trong producers",
        "There is no “p99” in producers",
    ),
    (
        "products.csv",
        "GTIN",
        "9 528060 010025",
        "đã dùng ở",
        "is already used by",
    ),
    (
        "products.csv",
        "GTIN",
        "9 528060 020017",
        "không bắt đầu bằng mã doanh nghiệp",
        "does not start with its owner's",
    ),
    (
        "producers.csv",
        "đồng ý công bố tên",
        "không",
        "chưa đồng ý công bố",
        "has not agreed to be published",
    ),
    (
        "places.csv",
        "vĩ độ",
        "22,37712",
        "Tọa độ chi tiết hơn",
        "The point is finer",
    ),
    (
        "certificates.csv",
        "đến ngày",
        "31/05/2020",
        "Kết thúc trước khi bắt đầu",
        "It ends before it starts",
    ),
    (
        "lots.csv",
        "hạn dùng",
        "13/09/2028",
        "Ghi là “2028-09-13”, nhưng",
        "“2028-09-13” stands here",
    ),
    (
        "lots.csv",
        "lô",
        "S1",
        "không có dòng nào trong events.csv",
        "has no row in events.csv",
    ),
    (
        "lots.csv",
        "số sê-ri",
        "SR1",
        "Không sự kiện nào nhắc tới",
        "No event names",
    ),
    (
        "lots.csv",
        "lô",
        "H260510",
        "có ở nhiều sản phẩm",
        "Several products have the lot",
    ),
    (
        "events.csv",
        "cảm biến",
        "TB-1",
        "không dùng ô này nên bỏ qua",
        "does not use this cell",
    ),
];

/// What a whole table can have wrong with it: a text is replaced by another.
const FILES: [Kind; 9] = [
    (
        "market.json",
        "\"asOf\"",
        "asOf",
        "Tệp không phải JSON",
        "This file is no JSON",
    ),
    (
        "market.json",
        "\"schedule\": [",
        "\"schedule\": 1, \"x\": [",
        "phải là một danh sách",
        "This must be a list",
    ),
    (
        "market.json",
        "2026-12-18T07:00:00+07:00",
        "sáng sớm",
        "không phải thời điểm kèm múi giờ",
        "is no time with its offset",
    ),
    (
        "products.csv",
        "giá",
        "giá vốn",
        "Không hiểu cột “giá vốn”",
        "The column “giá vốn” is not known",
    ),
    (
        "products.csv",
        "thương hiệu",
        "tên sản phẩm",
        "có hai lần; hãy giữ một",
        "stands twice; keep one",
    ),
    (
        "products.csv",
        "GTIN",
        "số",
        "Thiếu cột “GTIN”",
        "The column “gtin” is missing",
    ),
    (
        "products.csv",
        "tên (en)",
        "ghi riêng",
        "chưa có tiếng Anh",
        "have no English",
    ),
    (
        "producers.csv",
        "Mây Ngàn",
        "M\u{fffd}y Ngàn",
        "Tệp không phải UTF-8",
        "The file is no UTF-8",
    ),
    (
        "lots.csv",
        "S260918,",
        "S260918,a,b,c,d,e",
        "Dòng có",
        "The row has",
    ),
];

/// Writes a value into the first row of a column, which is added where the table has none of that name.
fn set(files: &mut BTreeMap<String, String>, file: &str, column: &str, value: &str) {
    let text = files[file].trim_start_matches('\u{feff}').to_owned();
    let mut reader = csv::ReaderBuilder::new();
    let records = reader
        .has_headers(false)
        .from_reader(text.as_bytes())
        .into_records();
    let mut rows: Vec<Vec<String>> = records
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    let at = rows[0].iter().position(|name| name == column);
    let at = at.unwrap_or(rows[0].len());
    for (number, row) in rows.iter_mut().enumerate() {
        let fill = if number == 0 { column } else { "" };
        row.resize(row.len().max(at + 1), fill.to_owned());
    }
    rows[1][at] = value.to_owned();
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    let written = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    files.insert(file.to_owned(), written);
}

fn with_cell(file: &str, column: &str, value: &str) -> BTreeMap<String, String> {
    let mut files = EXAMPLE.clone();
    set(&mut files, file, column, value);
    files
}

fn with_text(file: &str, from: &str, to: &str) -> BTreeMap<String, String> {
    let mut files = EXAMPLE.clone();
    let text = files.get_mut(file).unwrap();
    assert!(text.contains(from), "{file}: {from}");
    *text = text.replacen(from, to, 1);
    files
}

fn told(files: &BTreeMap<String, String>) -> Vec<Fault> {
    match tables::read(&|name| files.get(name).cloned()) {
        Ok(market) => market.warnings,
        Err(faults) => faults,
    }
}

/// The fault that says so in both languages.
fn found(files: &BTreeMap<String, String>, vi: &str, en: &str) -> Fault {
    let faults = told(files);
    let says = |fault: &&Fault| fault.message.vi.contains(vi) && fault.message.en.contains(en);
    let fault = faults.iter().find(says).cloned();
    fault.unwrap_or_else(|| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("expected {vi} / {en}, found\n{}", lines.join("\n"))
    })
}

/// The message without what it quotes and counts: what is left is its kind.
fn kind(message: &str) -> String {
    let unquoted = message.split(['“', '”']).step_by(2).collect::<Vec<_>>().join("…");
    unquoted.replace(|char: char| char.is_ascii_digit(), "0")
}

#[test]
fn more_than_forty_kinds_of_broken_tables_are_told_each_in_its_own_words() {
    let cells = CELLS.iter().chain(&RECORDS);
    let cells = cells.map(|(file, column, value, vi, en)| (with_cell(file, column, value), vi, en));
    let texts = FILES
        .iter()
        .map(|(file, from, to, vi, en)| (with_text(file, from, to), vi, en));
    let faults: Vec<Fault> = cells
        .chain(texts)
        .map(|(files, vi, en)| found(&files, vi, en))
        .collect();
    for wording in [
        |fault: &Fault| fault.message.vi.clone(),
        |fault: &Fault| fault.message.en.clone(),
    ] {
        let kinds: BTreeSet<String> = faults.iter().map(|fault| kind(&wording(fault))).collect();
        assert_eq!(kinds.len(), faults.len(), "{kinds:#?}");
        assert!(kinds.len() > 40);
    }
    // Five more have no cell of their own: a file that is missing or no object, a quote that stays open, a row that
    // stands twice, temperatures that are upside down.
    let missing = EXAMPLE.iter().filter(|(name, _)| *name != "places.csv");
    let missing: BTreeMap<String, String> =
        missing.map(|(name, text)| (name.clone(), text.clone())).collect();
    found(&missing, "Không có tệp này.", "This file is missing.");
    let mut list = EXAMPLE.clone();
    list.insert("market.json".into(), "[]".into());
    found(
        &list,
        "phải là một đối tượng JSON có tên trường",
        "must be a JSON object with named fields",
    );
    found(
        &with_text("lots.csv", "S260918", "\"S260918"),
        "mở mà không đóng",
        "never closed",
    );
    let row = EXAMPLE["events.csv"].lines().nth(1).unwrap();
    let twice = with_text("events.csv", row, &format!("{row}\n{row}"));
    found(
        &twice,
        "Dòng này nói đúng như dòng 2",
        "This row says the same as row 2",
    );
    let mut cold = with_cell("products.csv", "nhiệt độ thấp nhất", "9");
    set(&mut cold, "products.csv", "nhiệt độ cao nhất", "4");
    found(&cold, "cao hơn nhiệt độ cao nhất", "is above the highest");
}
