//! The texts of the comparison with the law and of the raw data.

use super::Lang;

/// These texts in one language.
pub struct Evidence {
    /// What the comparison is, and what it is not.
    pub law_help: &'static str,
    /// The column of the elements.
    pub element: &'static str,
    /// The column of what each rests on.
    pub rests_on: &'static str,
    /// The column of who says so.
    pub says: &'static str,
    /// The column of the national standards.
    pub tcvn: &'static str,
    /// Marks an element that must be there.
    pub required: &'static str,
    /// The minimum data of the circular.
    pub circular: &'static str,
    /// What the decree adds.
    pub decree: &'static str,
    /// The voluntary product passport.
    pub passport: &'static str,
    /// In the place of a source: the code itself.
    pub code: &'static str,
    /// What the raw data are.
    pub raw_help: &'static str,
    /// Copies a document.
    pub copy: &'static str,
    /// Said after it was copied.
    pub copied: &'static str,
    /// Said where the browser did not allow it.
    pub not_copied: &'static str,
    /// Saves a document as a file.
    pub download: &'static str,
    /// Shows a document.
    pub show: &'static str,
    /// A document too long to be kept; it stands at its address.
    pub too_long: &'static str,
    /// What is shown is only the beginning.
    pub cut: &'static str,
    /// No document of events was received.
    pub none: &'static str,
}

const VI: Evidence = Evidence {
    law_help: "Bảng này xếp dữ liệu theo các nội dung mà văn bản yêu cầu. Đây không phải kết luận của cơ quan quản lý.",
    element: "Nội dung",
    rests_on: "Căn cứ",
    says: "Ai nói",
    tcvn: "TCVN áp dụng cho loại hàng này",
    required: "bắt buộc",
    circular: "Dữ liệu tối thiểu, Thông tư",
    decree: "Bổ sung, Nghị định",
    passport: "Hộ chiếu số sản phẩm (tự nguyện), Nghị định",
    code: "chính mã trên bao bì",
    raw_help: "Các tệp EPCIS đúng như ứng dụng đã nhận, từng chữ một.",
    copy: "Chép",
    copied: "Đã chép",
    not_copied: "Trình duyệt không cho chép",
    download: "Tải về",
    show: "Xem nội dung",
    too_long: "Tệp quá dài nên không được giữ lại; hãy mở tại địa chỉ của nó.",
    cut: "Chỉ hiện phần đầu; tải về để có cả tệp.",
    none: "Chưa nhận được tệp nào về hành trình này.",
};

const EN: Evidence = Evidence {
    law_help: "This table sorts the data by what the texts ask for. It is not the verdict of an authority.",
    element: "Element",
    rests_on: "Rests on",
    says: "Who says so",
    tcvn: "TCVN for this kind of goods",
    required: "required",
    circular: "Minimum data, Circular",
    decree: "Added by Decree",
    passport: "Digital product passport (voluntary), Decree",
    code: "the code itself",
    raw_help: "The EPCIS documents exactly as the app received them, word for word.",
    copy: "Copy",
    copied: "Copied",
    not_copied: "The browser does not allow it",
    download: "Download",
    show: "Show the text",
    too_long: "This file is too long to be kept; open it at its address.",
    cut: "Only the beginning is shown; download it for the whole file.",
    none: "No document about this journey was received.",
};

impl Lang {
    /// The texts of the comparison with the law and of the raw data.
    pub fn evidence(self) -> &'static Evidence {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
