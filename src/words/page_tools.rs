//! The texts of what can be done with a page: share it, show its code, print it, report a problem.

use super::Lang;

/// The texts of what can be done with a page, in one language.
pub struct PageTools {
    /// The heading.
    pub this_page: &'static str,
    /// Shows the code of the page; the name of the sheet that does.
    pub code: &'static str,
    /// What the code is good for.
    pub code_help: &'static str,
    /// The name of the field with the address.
    pub address: &'static str,
    /// Copies the address.
    pub copy: &'static str,
    /// Said after something was copied.
    pub copied: &'static str,
    /// Said where the browser does not let the page copy: the text is selected.
    pub copy_by_hand: &'static str,
    /// Prints the page.
    pub print: &'static str,
    /// Leads to the label workshop.
    pub labels: &'static str,
    /// Opens the report of a problem.
    pub report: &'static str,
    /// What to do with the report.
    pub report_help: &'static str,
    /// The name of the field with the text of the report.
    pub report_text: &'static str,
    /// Opens a mail to the organiser; the address stands beside it.
    pub write: &'static str,
    /// Copies the text of the report.
    pub copy_report: &'static str,
    /// The subject of the mail, before the code.
    pub subject: &'static str,
    /// Where the shopper writes.
    pub what_is_wrong: &'static str,
    /// Before the address of the page.
    pub page: &'static str,
    /// Before what the page says of the goods.
    pub says: &'static str,
    /// Before the day that rules on the page.
    pub day: &'static str,
    /// Before the version of the app.
    pub version: &'static str,
}

const VI: PageTools = PageTools {
    this_page: "Trang này",
    code: "Mã QR của trang",
    code_help: "Cho người khác quét mã này để mở đúng trang bạn đang xem.",
    address: "Địa chỉ của trang",
    copy: "Chép địa chỉ",
    copied: "Đã chép.",
    copy_by_hand: "Trình duyệt không cho chép. Nội dung đã được chọn sẵn: hãy nhấn giữ rồi chọn Sao chép.",
    print: "In trang này",
    labels: "In nhãn cho hàng này",
    report: "Báo điều bất thường",
    report_help: "Hãy ghi điều bạn thấy vào thư. Mã hàng và phiên bản đã có sẵn. Không có mạng thì chép lại, gửi sau.",
    report_text: "Nội dung báo",
    write: "Viết thư cho ban tổ chức",
    copy_report: "Chép nội dung",
    subject: "Báo điều bất thường",
    what_is_wrong: "Điều tôi thấy:",
    page: "Trang:",
    says: "Trang ghi:",
    day: "Ngày:",
    version: "Phiên bản ứng dụng:",
};

const EN: PageTools = PageTools {
    this_page: "This page",
    code: "QR code of this page",
    code_help: "Let others scan this code: it opens the very page you are looking at.",
    address: "Address of this page",
    copy: "Copy the address",
    copied: "Copied.",
    copy_by_hand: "The browser does not allow copying. The text is selected: press and hold it, then choose Copy.",
    print: "Print this page",
    labels: "Print labels for these goods",
    report: "Report a problem",
    report_help: "Write what you noticed into the mail. The code and the version are filled in. Without a network, copy it and send it later.",
    report_text: "Text of the report",
    write: "Write to the organiser",
    copy_report: "Copy the text",
    subject: "Problem report",
    what_is_wrong: "What I noticed:",
    page: "Page:",
    says: "The page says:",
    day: "Day:",
    version: "Version of the app:",
};

impl Lang {
    /// The texts of what can be done with a page.
    pub fn page_tools(self) -> &'static PageTools {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
