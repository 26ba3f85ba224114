//! What is odd about GS1 codes that are understood all the same.

use super::Lang;

/// What is odd about GS1 codes that are understood all the same, in one language.
pub struct Warning {
    /// A GTIN with fewer than fourteen digits in a link.
    pub short_gtin: &'static str,
    /// A slash at the end of a link.
    pub trailing_slash: &'static str,
    /// A qualifier in the query.
    pub qualifier_in_query: &'static str,
    /// A name instead of an identifier.
    pub old_name: &'static str,
    /// A character that no host has.
    pub odd_host: &'static str,
    /// A companion that is missing.
    pub missing: &'static str,
    /// Two that exclude each other.
    pub excluded: &'static str,
    /// A signed key without its serial number.
    pub unserialised: &'static str,
    /// A demonstration number.
    pub demonstration: &'static str,
    /// A prefix that nobody has.
    pub unknown_prefix: &'static str,
    /// A date that no calendar has, or days in the wrong order.
    pub date: &'static str,
    /// A link on a host that is not known.
    pub unknown_host: &'static str,
}

const VI: Warning = Warning {
    short_gtin: "Đường dẫn ghi mã sản phẩm chưa đủ 14 chữ số; đã thêm số 0 ở đầu.",
    trailing_slash: "Đường dẫn thừa dấu / ở cuối.",
    qualifier_in_query: "Một phần của mã, như số lô hay số sê-ri, đứng sau dấu ? thay vì trong đường dẫn; vẫn đọc được.",
    old_name: "Đường dẫn dùng tên cũ như gtin hay lot thay cho số định danh.",
    odd_host: "Tên máy chủ có ký tự lạ.",
    missing: "Mã ({ai}) phải đi cùng ({needs}) nhưng không thấy.",
    excluded: "Mã ({ai}) không được đi cùng ({by}).",
    unserialised: "Chữ ký số (8030) cần số sê-ri của ({ai}).",
    demonstration: "Mã 952 là mã minh họa của GS1, không phải hàng thật.",
    unknown_prefix: "Không có tổ chức GS1 nào cấp dãy số bắt đầu như thế này.",
    date: "Ngày trong mã ({ai}) không có trong lịch, hoặc ngày cuối đứng trước ngày đầu.",
    unknown_host: "Mã được hiểu theo các số định danh; trang {host} không quen biết và không được mở.",
};

const EN: Warning = Warning {
    short_gtin: "The link has fewer than 14 digits of the product number; zeros were put before it.",
    trailing_slash: "There is a slash too many at the end of the link.",
    qualifier_in_query: "A part of the code, such as lot or serial number, stands behind the ? and not in the path; it was read all the same.",
    old_name: "The link has old names such as gtin or lot instead of identifiers.",
    odd_host: "The name of the host has an odd character.",
    missing: "({ai}) must stand with ({needs}), which is missing.",
    excluded: "({ai}) must not stand with ({by}).",
    unserialised: "The digital signature (8030) needs the serial number of ({ai}).",
    demonstration: "952 is the GS1 prefix for demonstrations, not for real goods.",
    unknown_prefix: "No GS1 organisation issues numbers that start like this.",
    date: "The date in ({ai}) is in no calendar, or its last day comes before its first.",
    unknown_host: "The code is understood by its identifiers; the page {host} is not known and was not opened.",
};

impl Lang {
    /// What is odd about GS1 codes that are understood all the same.
    pub fn warning(self) -> &'static Warning {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
