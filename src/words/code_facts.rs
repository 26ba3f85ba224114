//! The labels of what a code says by itself.

use super::Lang;

/// The labels of what a code says by itself, in one language. Its sentences stand in the room `gs1`'s warnings.
pub struct CodeFacts {
    /// The heading.
    pub heading: &'static str,
    /// Under it: nobody has confirmed any of it.
    pub from_code: &'static str,
    /// Who issued the number.
    pub issuer: &'static str,
    /// What that does not tell.
    pub issuer_note: &'static str,
    /// The day of making (AI 11, 8008).
    pub made_on: &'static str,
    /// The day by which it is to be paid (AI 12).
    pub due: &'static str,
    /// The day of packing (AI 13).
    pub packed_on: &'static str,
    /// Best before (AI 15).
    pub best_before: &'static str,
    /// To be sold by (AI 16).
    pub sell_by: &'static str,
    /// The last day (AI 17, 7003).
    pub expires: &'static str,
    /// The day of first freezing (AI 7006).
    pub frozen_on: &'static str,
    /// The days of harvest (AI 7007).
    pub harvested: &'static str,
    /// Another day.
    pub day: &'static str,
    /// A count of pieces (AI 30, 37).
    pub count: &'static str,
    /// The net weight (AI 310n, 320n, 356n).
    pub net_weight: &'static str,
    /// The gross weight (AI 330n, 340n).
    pub gross_weight: &'static str,
    /// A volume (AI 315n, 316n, 357n and others).
    pub volume: &'static str,
    /// A length, width, height or area.
    pub size: &'static str,
    /// The price (AI 392n, 393n).
    pub price: &'static str,
    /// The price of one unit of measure (AI 395n).
    pub unit_price: &'static str,
    /// The amount to pay (AI 390n, 391n).
    pub amount: &'static str,
    /// The discount of a coupon (AI 394n).
    pub discount: &'static str,
    /// Behind an amount whose currency the code does not name.
    pub no_currency: &'static str,
    /// Before the number of a currency.
    pub currency: &'static str,
    /// The country of origin (AI 422).
    pub origin: &'static str,
    /// The countries of processing (AI 423 to 426).
    pub processed: &'static str,
    /// The part of the country of origin (AI 427).
    pub origin_part: &'static str,
    /// Before the number of a country whose name is not listed.
    pub country: &'static str,
    /// A species of fish (AI 7008).
    pub species: &'static str,
    /// Anything else that stands in the code.
    pub other: &'static str,
    /// A shop's number for weighed goods, of which no layout is known.
    pub own_layout: &'static str,
    /// How it might be divided: {item} and {value}.
    pub guess: &'static str,
    /// The same, where a check digit of the value's own fits.
    pub guess_checked: &'static str,
    /// What stands in it by the organiser's layout: {item} and {value}.
    pub by_layout: &'static str,
    /// The check digit of the value does not fit.
    pub value_damaged: &'static str,
    /// Pieces.
    pub pieces: &'static str,
}

const VI: CodeFacts = CodeFacts {
    heading: "Mã tự nói gì",
    from_code: "Những điều dưới đây đọc từ chính mã này; chưa ai xác nhận.",
    issuer: "Nơi cấp dãy số",
    issuer_note: "Dãy số cho biết ai cấp mã, không cho biết hàng làm ra ở đâu.",
    made_on: "Ngày sản xuất",
    due: "Hạn thanh toán",
    packed_on: "Ngày đóng gói",
    best_before: "Dùng tốt nhất trước",
    sell_by: "Bán trước ngày",
    expires: "Hạn sử dụng",
    frozen_on: "Ngày cấp đông lần đầu",
    harvested: "Ngày thu hoạch",
    day: "Ngày khác",
    count: "Số lượng",
    net_weight: "Khối lượng tịnh",
    gross_weight: "Khối lượng cả bao bì",
    volume: "Thể tích",
    size: "Kích thước",
    price: "Giá",
    unit_price: "Giá một đơn vị đo",
    amount: "Số tiền phải trả",
    discount: "Giảm giá",
    no_currency: "mã không ghi loại tiền",
    currency: "loại tiền số",
    origin: "Nước xuất xứ, theo mã",
    processed: "Nước chế biến, theo mã",
    origin_part: "Vùng xuất xứ, theo mã",
    country: "nước số",
    species: "Loài thủy sản (mã FAO)",
    other: "Phần khác trong mã",
    own_layout: "Cách ghi số bên trong là của riêng cửa hàng; ứng dụng không biết chắc số nào là món hàng, số nào là khối lượng hay giá tiền.",
    guess: "Thường gặp: món số {item} của cửa hàng, và {value} là khối lượng hoặc giá tiền.",
    guess_checked: "Cũng có thể: món số {item} của cửa hàng, và {value} là khối lượng hoặc giá tiền (số kiểm tra riêng của phần này khớp).",
    by_layout: "Theo cách ghi mà ban tổ chức khai: món số {item} của cửa hàng, {value}.",
    value_damaged: "Số kiểm tra của khối lượng hoặc giá tiền không khớp; hãy hỏi người bán.",
    pieces: "cái",
};

const EN: CodeFacts = CodeFacts {
    heading: "What the code itself says",
    from_code: "This was read from the code itself; nobody has confirmed it.",
    issuer: "Number issued by",
    issuer_note: "The number tells who issued it, not where the goods were made.",
    made_on: "Made on",
    due: "Payment due on",
    packed_on: "Packed on",
    best_before: "Best before",
    sell_by: "Sell by",
    expires: "Use by",
    frozen_on: "First frozen on",
    harvested: "Harvested",
    day: "Another day",
    count: "Count",
    net_weight: "Net weight",
    gross_weight: "Weight with packing",
    volume: "Volume",
    size: "Size",
    price: "Price",
    unit_price: "Price of one unit",
    amount: "Amount to pay",
    discount: "Discount",
    no_currency: "the code names no currency",
    currency: "currency no.",
    origin: "Country of origin, as the code says",
    processed: "Country of processing, as the code says",
    origin_part: "Region of origin, as the code says",
    country: "country no.",
    species: "Species (FAO code)",
    other: "Also in the code",
    own_layout: "How the digits inside are laid out is the shop’s own affair; the app cannot be sure which name the goods and which a weight or price.",
    guess: "Often: the shop’s item {item}, and {value} a weight or a price.",
    guess_checked: "Perhaps: the shop’s item {item}, and {value} a weight or a price (its own check digit fits).",
    by_layout: "By the layout that the organiser tells: the shop’s item {item}, {value}.",
    value_damaged: "The check digit of the weight or price does not fit; ask the seller.",
    pieces: "pieces",
};

/// Names of countries by their number (ISO 3166-1): Việt Nam, its neighbours, and those it trades most with.
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("036", "Úc", "Australia"),
    ("104", "Myanmar", "Myanmar"),
    ("116", "Campuchia", "Cambodia"),
    ("156", "Trung Quốc", "China"),
    ("250", "Pháp", "France"),
    ("276", "Đức", "Germany"),
    ("356", "Ấn Độ", "India"),
    ("360", "Indonesia", "Indonesia"),
    ("392", "Nhật Bản", "Japan"),
    ("410", "Hàn Quốc", "South Korea"),
    ("418", "Lào", "Laos"),
    ("458", "Malaysia", "Malaysia"),
    ("608", "Philippines", "Philippines"),
    ("643", "Nga", "Russia"),
    ("702", "Singapore", "Singapore"),
    ("704", "Việt Nam", "Việt Nam"),
    ("764", "Thái Lan", "Thailand"),
    ("840", "Hoa Kỳ", "United States"),
];

impl Lang {
    /// The labels of what a code says by itself.
    pub fn code_facts(self) -> &'static CodeFacts {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// A country by its number in ISO 3166-1: its name, or the number where no name is listed.
    pub fn country(self, number: &str) -> String {
        let known = COUNTRIES.iter().find(|(known, ..)| *known == number);
        match (known, self) {
            (Some((_, vi, _)), Lang::Vi) => (*vi).to_owned(),
            (Some((_, _, en)), Lang::En) => (*en).to_owned(),
            (None, _) => format!("{} {number}", self.code_facts().country),
        }
    }
}
