//! The texts of a producer's page: how to reach it, its lots, and the sheet for bulk buyers.

use super::Lang;

/// The texts of a producer's page, in one language.
pub struct ProducerWords {
    /// Before a telephone number that a tap calls.
    pub call: &'static str,
    /// Before a number that a tap writes to at Zalo.
    pub chat: &'static str,
    /// Before an address that a tap writes a mail to.
    pub write: &'static str,
    /// What a tap on one of them does.
    pub reach_help: &'static str,
    /// The heading over its lots.
    pub lots: &'static str,
    /// Before the day a lot was packed.
    pub packed: &'static str,
    /// Before the last day of a lot.
    pub until: &'static str,
    /// The heading over the sheet for bulk buyers.
    pub buyers: &'static str,
    /// What it holds.
    pub buyers_help: &'static str,
    /// Prints the sheet.
    pub print: &'static str,
    /// Saves the sheet.
    pub table: &'static str,
    /// The columns on paper: product, number, content, price, certificates.
    pub paper: [&'static str; 5],
    /// In place of a price that is not given.
    pub no_price: &'static str,
    /// Before the day of the sheet.
    pub as_of: &'static str,
    /// The columns of the table: of the product, then of the producer.
    pub columns: [&'static str; 12],
}

const VI: ProducerWords = ProducerWords {
    call: "Gọi",
    chat: "Nhắn Zalo",
    write: "Viết thư",
    reach_help: "Bấm thì điện thoại của bạn mở ứng dụng gọi, Zalo hoặc thư; trang này không gửi gì đi.",
    lots: "Các lô đang bán",
    packed: "đóng gói",
    until: "hạn dùng",
    buyers: "Cho người mua sỉ",
    buyers_help: "Một trang A4 hoặc một bảng tính: tên hàng, mã số, khối lượng, giá, chứng nhận và cách liên hệ.",
    print: "In bảng hàng",
    table: "Tải bảng hàng (CSV)",
    paper: [
        "Sản phẩm",
        "Mã số (GTIN)",
        "Khối lượng",
        "Giá",
        "Chứng nhận còn hiệu lực",
    ],
    no_price: "hỏi giá",
    as_of: "Lập ngày",
    columns: [
        "Sản phẩm",
        "GTIN",
        "Khối lượng",
        "Giá (đồng)",
        "Chứng nhận còn hiệu lực",
        "Nhà sản xuất",
        "GLN",
        "Xã, phường",
        "Điện thoại",
        "Zalo",
        "Thư điện tử",
        "Trang web",
    ],
};

const EN: ProducerWords = ProducerWords {
    call: "Call",
    chat: "Zalo",
    write: "Write to",
    reach_help: "A tap opens the telephone, Zalo or mail on your phone; this page sends nothing.",
    lots: "Lots on sale",
    packed: "packed",
    until: "expires",
    buyers: "For bulk buyers",
    buyers_help: "One A4 page or a table: goods, numbers, net content, prices, certificates, and how to get in touch.",
    print: "Print the list of goods",
    table: "Download the list (CSV)",
    paper: [
        "Product",
        "Number (GTIN)",
        "Content",
        "Price",
        "Certificates in force",
    ],
    no_price: "on request",
    as_of: "As of",
    columns: [
        "Product",
        "GTIN",
        "Content",
        "Price (VND)",
        "Certificates in force",
        "Producer",
        "GLN",
        "Commune",
        "Telephone",
        "Zalo",
        "Mail",
        "Web",
    ],
};

impl Lang {
    /// The texts of a producer's page.
    pub fn producer(self) -> &'static ProducerWords {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
