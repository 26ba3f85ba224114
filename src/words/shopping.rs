//! The texts of what a shopper keeps beside the list of scans: what to buy, notes, files to take along.

use super::Lang;

/// The texts of the list of what to buy, of notes and of files, in one language.
pub struct Shopping {
    /// When the browser refuses to keep anything.
    pub not_kept: &'static str,
    /// The heading over what to buy.
    pub title: &'static str,
    /// What to do with it.
    pub title_help: &'static str,
    /// Puts a thing on the list of what to buy, or takes it off.
    pub buy: &'static str,
    /// Takes a thing off the list of what to buy.
    pub unlist: &'static str,
    /// Goods of which no stall is known.
    pub no_stall: &'static str,
    /// The field for a note.
    pub note: &'static str,
    /// The heading over the files to take along.
    pub take_along: &'static str,
    /// Saves the table.
    pub as_table: &'static str,
    /// Saves the file for other programs.
    pub as_json: &'static str,
    /// The columns of the table.
    pub columns: [&'static str; 8],
    /// In the table: it was bought.
    pub bought: &'static str,
    /// In the table: it is still to buy.
    pub to_buy: &'static str,
    /// In the table: it is so.
    pub yes: &'static str,
    /// In the table: it is not so.
    pub no: &'static str,
}

const VI: Shopping = Shopping {
    not_kept: "Trình duyệt này không cho lưu (có thể do cửa sổ riêng tư hoặc máy đã đầy). Danh sách chỉ còn đến khi bạn đóng trang.",
    title: "Cần mua",
    title_help: "Xếp theo gian để đi một vòng. Mua rồi thì đánh dấu.",
    buy: "Cần mua",
    unlist: "Bỏ khỏi danh sách mua",
    no_stall: "Chưa rõ gian",
    note: "Ghi chú",
    take_along: "Mang danh sách đi",
    as_table: "Tải bảng (CSV)",
    as_json: "Tải tệp JSON",
    columns: [
        "Tên",
        "Mã sản phẩm (GTIN)",
        "Lô",
        "Xem lúc",
        "Đã lưu lại",
        "Mua sắm",
        "Ghi chú",
        "Địa chỉ trang",
    ],
    bought: "đã mua",
    to_buy: "cần mua",
    yes: "có",
    no: "không",
};

const EN: Shopping = Shopping {
    not_kept: "This browser keeps nothing (a private window, perhaps, or a full phone). The list lasts until you close the page.",
    title: "To buy",
    title_help: "In the order of the stalls, for one round. Tick what you have bought.",
    buy: "To buy",
    unlist: "Take off the list",
    no_stall: "Stall not known",
    note: "Note",
    take_along: "Take the list along",
    as_table: "Download table (CSV)",
    as_json: "Download JSON file",
    columns: [
        "Name",
        "Product number (GTIN)",
        "Lot",
        "Viewed",
        "Saved",
        "Shopping",
        "Note",
        "Address of the page",
    ],
    bought: "bought",
    to_buy: "to buy",
    yes: "yes",
    no: "no",
};

impl Lang {
    /// The texts of the list of what to buy, of notes and of files.
    pub fn shopping(self) -> &'static Shopping {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
