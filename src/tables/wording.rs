//! What the checks say, in both languages.

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
