//! What the checks say, in both languages.

use super::excel::CellError;
use crate::gs1::gtin::GtinError;
use crate::words::Text;

/// A file that must be there is not.
pub(super) fn missing_file() -> Text {
    Text::new("Không có tệp này.", "This file is missing.")
}

/// A file is no JSON.
pub(super) fn not_json(error: &serde_json::Error) -> Text {
    Text::new(
        format!("Tệp không phải JSON: {error}."),
        format!("This file is no JSON: {error}."),
    )
}

/// A file is JSON, but no object with named fields.
pub(super) fn not_an_object() -> Text {
    Text::new(
        "Tệp phải là một đối tượng JSON có tên trường.",
        "This file must be a JSON object with named fields.",
    )
}

/// A field that must be filled is empty.
pub(super) fn missing() -> Text {
    Text::new("Thiếu giá trị.", "A value is missing.")
}

/// A value of another kind than expected: `list`, `text`, `number`, `whole number`, `yes or no`.
pub(super) fn wrong_kind(kind: &str) -> Text {
    let vi = match kind {
        "list" => "một danh sách",
        "number" => "một số",
        "whole number" => "một số nguyên không âm vừa phải",
        "yes or no" => "true hoặc false",
        _ => "một đoạn chữ",
    };
    let en = match kind {
        "list" => "a list",
        "number" => "a number",
        "whole number" => "a whole number of a sensible size",
        "yes or no" => "true or false",
        _ => "a text",
    };
    Text::new(format!("Ở đây phải là {vi}."), format!("This must be {en}."))
}

/// A value outside what is allowed, with what is.
pub(super) fn not_one_of(found: &str, allowed: &str) -> Text {
    Text::new(
        format!("“{found}” không dùng được; chỉ nhận: {allowed}."),
        format!("“{found}” is not accepted; only: {allowed}."),
    )
}

/// A day that is no day.
pub(super) fn not_a_day(found: &str) -> Text {
    Text::new(
        format!("“{found}” không phải ngày dạng NĂM-THÁNG-NGÀY, như 2026-11-23."),
        format!("“{found}” is no date such as 2026-11-23."),
    )
}

/// A moment that is no moment.
pub(super) fn not_a_moment(found: &str) -> Text {
    Text::new(
        format!("“{found}” không phải thời điểm kèm múi giờ, như 2026-12-18T07:00:00+07:00."),
        format!("“{found}” is no time with its offset, such as 2026-12-18T07:00:00+07:00."),
    )
}

/// The end lies before the start.
pub(super) fn ends_before_it_starts() -> Text {
    Text::new("Kết thúc trước khi bắt đầu.", "It ends before it starts.")
}

/// A lowest temperature above the highest.
pub(super) fn upside_down(lowest: f64, highest: f64) -> Text {
    Text::new(
        format!("Nhiệt độ thấp nhất {lowest} °C cao hơn nhiệt độ cao nhất {highest} °C."),
        format!("The lowest temperature, {lowest} °C, is above the highest, {highest} °C."),
    )
}

/// A reference to a record that does not exist.
pub(super) fn unknown(found: &str, table: &str) -> Text {
    Text::new(
        format!("Không có “{found}” trong {table}."),
        format!("There is no “{found}” in {table}."),
    )
}

/// A value that stands twice where it must be the only one.
pub(super) fn duplicate(found: &str, first: &str) -> Text {
    Text::new(
        format!("“{found}” đã dùng ở {first}."),
        format!("“{found}” is already used by {first}."),
    )
}

/// Two values that must agree do not.
pub(super) fn disagrees(found: &str, expected: &str) -> Text {
    Text::new(
        format!("Ghi là “{found}”, nhưng phải là “{expected}”."),
        format!("“{found}” stands here, but it should be “{expected}”."),
    )
}

/// A number outside its owner's company prefix.
pub(super) fn foreign_prefix(found: &str, prefix: &str) -> Text {
    Text::new(
        format!("{found} không bắt đầu bằng mã doanh nghiệp {prefix} của chủ sở hữu."),
        format!("{found} does not start with its owner's company prefix {prefix}."),
    )
}

/// Somebody has not agreed to be published.
pub(super) fn no_consent() -> Text {
    Text::new(
        "Nhà sản xuất chưa đồng ý công bố; hãy bỏ bản ghi này ra.",
        "This producer has not agreed to be published; take the record out.",
    )
}

/// Telephone, mail or Zalo of somebody who has not agreed.
pub(super) fn no_consent_to_contact() -> Text {
    Text::new(
        "Có điện thoại, thư điện tử hoặc Zalo nhưng chưa đồng ý công bố liên hệ; hãy ghi “có” hoặc để trống các ô đó.",
        "There is a telephone number, mail address or Zalo number, but no consent to publish it; write “yes” or leave them empty.",
    )
}

/// A telephone number, mail address or Zalo number that is none.
pub(super) fn no_way_to_reach(found: &str, example: &str) -> Text {
    Text::new(
        format!("“{found}” không dùng để liên hệ được; hãy viết như “{example}”."),
        format!("“{found}” reaches nobody; write it like “{example}”."),
    )
}

/// A point that is finer than its owner agreed to.
pub(super) fn too_fine() -> Text {
    Text::new(
        "Tọa độ chi tiết hơn mức chủ sở hữu đồng ý; với “commune” tối đa ba số lẻ.",
        "The point is finer than its owner agreed to; with “commune” at most three decimals.",
    )
}

/// A lot or serial number that no code can carry.
pub(super) fn not_a_lot(found: &str) -> Text {
    Text::new(
        format!("“{found}” không dùng làm số lô hay số sê-ri được: 1–20 ký tự không dấu, không dấu cách."),
        format!("“{found}” cannot be a lot or serial number: 1 to 20 plain characters without spaces."),
    )
}

/// A lot that its own events never name.
pub(super) fn lot_without_events(uri: &str) -> Text {
    Text::new(
        format!("Không sự kiện nào nhắc tới {uri}."),
        format!("No event names {uri}."),
    )
}

/// Why a number is no GTIN or GLN.
pub(super) fn wrong_number(error: &GtinError, expected: &str) -> Text {
    match error {
        GtinError::Length(found) | GtinError::GlnLength(found) | GtinError::UpcELength(found) => Text::new(
            format!("Phải có {expected} chữ số, không phải {found}."),
            format!("It must have {expected} digits, not {found}."),
        ),
        GtinError::Digit(found) | GtinError::NumberSystem(found) => Text::new(
            format!("Chỉ được có chữ số, không có “{found}”."),
            format!("It must have digits only, not “{found}”."),
        ),
        GtinError::CheckDigit { expected, found } => Text::new(
            format!("Số kiểm tra ở cuối là {found} nhưng phải là {expected}."),
            format!("The check digit at its end is {found} but should be {expected}."),
        ),
    }
}

/// A column that no table of this kind has.
pub(super) fn unknown_column(found: &str, known: &str) -> Text {
    Text::new(
        format!("Không hiểu cột “{found}” nên bỏ qua; các cột dùng được: {known}."),
        format!("The column “{found}” is not known and is passed over; known are: {known}."),
    )
}

/// A column that stands twice.
pub(super) fn column_twice(found: &str) -> Text {
    Text::new(
        format!("Cột “{found}” có hai lần; hãy giữ một."),
        format!("The column “{found}” stands twice; keep one."),
    )
}

/// A column that must be there is not.
pub(super) fn missing_column(vi: &str, en: &str) -> Text {
    Text::new(
        format!("Thiếu cột “{vi}”."),
        format!("The column “{en}” is missing."),
    )
}

/// A record with a double quote that is never closed.
pub(super) fn unclosed() -> Text {
    Text::new(
        "Có dấu nháy kép (\") mở mà không đóng, nên các dòng sau bị nuốt vào một ô; hãy đóng hoặc xóa dấu đó.",
        "A double quote (\") is opened and never closed, so that the rows behind it fall into one cell; close it or take it out.",
    )
}

/// A record with more cells than the header.
pub(super) fn too_many_cells(expected: usize, found: usize) -> Text {
    Text::new(
        format!(
            "Dòng có {found} ô nhưng bảng có {expected} cột; ô có dấu phẩy hay chấm phẩy phải nằm trong dấu nháy kép."
        ),
        format!(
            "The row has {found} cells, but the table has {expected} columns; a cell with a comma or semicolon must stand in double quotes."
        ),
    )
}

/// A cell that does not hold what its column is for.
pub(super) fn wrong_cell(error: &CellError, found: &str, allowed: &str) -> Text {
    match error {
        CellError::Day => Text::new(
            format!("“{found}” không phải ngày; hãy viết như 23/11/2026 (ngày/tháng/năm)."),
            format!("“{found}” is no day; write it as 23/11/2026 (day/month/year)."),
        ),
        CellError::MonthFirst => Text::new(
            format!("“{found}” viết tháng trước ngày; ở đây phải là ngày/tháng/năm, như 23/11/2026."),
            format!("“{found}” has the month first; write day/month/year, such as 23/11/2026."),
        ),
        CellError::NoHour => Text::new(
            format!("“{found}” thiếu giờ; hãy viết như 23/11/2026 6:30."),
            format!("“{found}” has no hour; write it as 23/11/2026 6:30."),
        ),
        CellError::YearFirst => Text::new(
            format!("“{found}” không rõ số nào là năm; hãy viết năm đủ bốn chữ số, như 23/11/2026."),
            format!(
                "“{found}” does not say which number is the year; write it with four digits, such as 23/11/2026."
            ),
        ),
        CellError::Ambiguous => Text::new(
            format!(
                "“{found}” có thể là hàng nghìn hay số lẻ; hãy viết 1000 nếu là một nghìn, 1 hoặc 1,0 nếu là một."
            ),
            format!("“{found}” may be thousands or a fraction; write 1000 for a thousand, 1 or 1.0 for one."),
        ),
        CellError::Number => Text::new(
            format!("“{found}” không phải số; hãy viết như 52,5."),
            format!("“{found}” is no number; write it as 52.5."),
        ),
        CellError::Whole => Text::new(
            format!("“{found}” không phải số nguyên không âm; hãy viết như 120000."),
            format!("“{found}” is no whole number; write it as 120000."),
        ),
        CellError::YesNo => Text::new(
            format!("“{found}” không rõ; hãy viết “có” hoặc “không”."),
            format!("“{found}” is unclear; write “yes” or “no”."),
        ),
        CellError::Rounded => Text::new(
            format!(
                "Excel đã làm tròn mã số thành “{found}” và mất các chữ số cuối; hãy đặt cột này là Văn bản (Text) rồi gõ lại mã."
            ),
            format!(
                "The spreadsheet program rounded the number to “{found}” and lost its last digits; make the column Text and type the number again."
            ),
        ),
        CellError::LostZero(digits) => Text::new(
            format!(
                "“{found}” chỉ có {digits} chữ số: có lẽ mất số 0 ở đầu; hãy đặt cột này là Văn bản (Text) rồi gõ lại mã."
            ),
            format!(
                "“{found}” has {digits} digits only: a zero in front may be lost; make the column Text and type the number again."
            ),
        ),
        CellError::Word => not_one_of(found, allowed),
    }
}

/// An entry of a goods cell that cannot be read.
pub(super) fn not_goods(found: &str) -> Text {
    Text::new(
        format!(
            "Không hiểu “{found}”; hãy viết: mã sản phẩm (hoặc GTIN)/số lô = lượng đơn vị, như tra-xanh-shan/S260918 = 96 kg; hàng có mã riêng: mã sản phẩm#số sê-ri."
        ),
        format!(
            "“{found}” cannot be read; write product (or GTIN)/lot = amount unit, such as tra-xanh-shan/S260918 = 96 kg; single items: product#serial."
        ),
    )
}

/// A consignment that is none.
pub(super) fn not_a_consignment(found: &str) -> Text {
    Text::new(
        format!("“{found}” không phải mã kiện; hãy viết SSCC 18 chữ số."),
        format!("“{found}” is no consignment; write its SSCC of 18 digits."),
    )
}

/// Temperatures that cannot be read.
pub(super) fn not_temperatures(found: &str) -> Text {
    Text::new(
        format!("Không hiểu “{found}”; hãy viết: 8:00 = -19,4; 8:30 = -19,1 (thêm ! khi máy báo động)."),
        format!(
            "“{found}” cannot be read; write 8:00 = -19.4; 8:30 = -19.1 (with ! where the device gave alarm)."
        ),
    )
}

/// Further EPCIS fields that are no JSON object.
pub(super) fn not_extra() -> Text {
    Text::new(
        "Ở đây phải là một đối tượng JSON với các trường EPCIS, hoặc để trống.",
        "This must be a JSON object with fields of EPCIS, or empty.",
    )
}

/// A filled cell that a stage does not read.
pub(super) fn unread(stage: &str) -> Text {
    Text::new(
        format!("Công đoạn “{stage}” không dùng ô này nên bỏ qua."),
        format!("The stage “{stage}” does not use this cell; it is passed over."),
    )
}

/// A lot that two products have.
pub(super) fn whose_lot(lot: &str) -> Text {
    Text::new(
        format!("Lô “{lot}” có ở nhiều sản phẩm; hãy điền cột sản phẩm."),
        format!("Several products have the lot “{lot}”; fill in the column of the product."),
    )
}

/// A lot without any event.
pub(super) fn no_events(lot: &str) -> Text {
    Text::new(
        format!("Lô “{lot}” không có dòng nào trong events.csv và không có tệp EPCIS."),
        format!("The lot “{lot}” has no row in events.csv and no EPCIS file."),
    )
}

/// A row that stands twice.
pub(super) fn same_event(earlier: usize) -> Text {
    Text::new(
        format!("Dòng này nói đúng như dòng {earlier}; hãy xóa một dòng."),
        format!("This row says the same as row {earlier}; delete one."),
    )
}

/// Texts that have no English wording.
pub(super) fn no_english(count: usize, column: &str) -> Text {
    Text::new(
        format!("{count} dòng chưa có tiếng Anh cho cột “{column}”; trang tiếng Anh sẽ hiện tiếng Việt."),
        format!(
            "{count} rows have no English for the column “{column}”; the English page will show the Vietnamese."
        ),
    )
}

/// A table in another encoding.
pub(super) fn not_utf_8() -> Text {
    Text::new(
        "Tệp không phải UTF-8 nên mất dấu tiếng Việt; trong Excel hãy lưu dạng “CSV UTF-8”.",
        "The file is no UTF-8, so letters are lost; save it as “CSV UTF-8”.",
    )
}

/// A name of a photo that is none.
pub(super) fn not_a_photo(found: &str) -> Text {
    Text::new(
        format!(
            "“{found}” không phải tên ảnh trong thư mục photos: chỉ chữ không dấu, số, dấu gạch, đuôi .jpg, .png hoặc .webp."
        ),
        format!(
            "“{found}” is no name of a picture in photos: plain letters, digits and dashes, ending in .jpg, .png or .webp."
        ),
    )
}

/// A tax code that is none.
pub(super) fn not_a_tax_code(found: &str) -> Text {
    Text::new(
        format!("“{found}” không phải mã số thuế: 10 hoặc 12 chữ số, có thể thêm -001 (ba chữ số)."),
        format!("“{found}” is no tax code: 10 or 12 digits, and maybe -001 (three digits)."),
    )
}

/// A GTIN of twelve digits: rare in the country, and what is left of thirteen when a zero in front is lost.
pub(super) fn twelve_digits(found: &str) -> Text {
    Text::new(
        format!(
            "“{found}” có 12 chữ số, được đọc là 0{found}; hãy so với mã vạch in trên bao bì xem có mất số 0 ở đầu không."
        ),
        format!(
            "“{found}” has 12 digits and is read as 0{found}; hold it against the printed bar code: a zero in front may be lost."
        ),
    )
}
