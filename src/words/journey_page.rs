//! The labels of the journey page. Its sentences about the goods come from the room `journey`.

use super::Lang;

/// The labels of the journey page in one language.
pub struct JourneyPage {
    /// The name of the list of steps, and of the page before its product is known.
    pub journey: &'static str,
    /// Goes back.
    pub back: &'static str,
    /// Shares the address.
    pub share: &'static str,
    /// Said after the address was copied.
    pub copied: &'static str,
    /// Keeps the product among the saved ones.
    pub save: &'static str,
    /// Marks sample data.
    pub sample: &'static str,
    /// The product number.
    pub number: &'static str,
    /// Leads to the national tracing portal; its host stands beside it.
    pub portal: &'static str,
    /// The lot number.
    pub lot: &'static str,
    /// The serial number.
    pub serial: &'static str,
    /// The day of packing.
    pub packed: &'static str,
    /// The last day of use.
    pub expires: &'static str,
    /// Added to it when that day has passed.
    pub expired: &'static str,
    /// The best-before day.
    pub best_before: &'static str,
    /// The net content.
    pub content: &'static str,
    /// The price.
    pub price: &'static str,
    /// The last stop: the shopper.
    pub your_scan: &'static str,
    /// What stands under it.
    pub your_scan_note: &'static str,
    /// The heading of what is missing.
    pub gaps: &'static str,
    /// The heading of the checks.
    pub checks: &'static str,
    /// The heading of certificates and marks.
    pub certificates: &'static str,
    /// Before the last day of a certificate.
    pub valid_to: &'static str,
    /// The heading of the facts about the product.
    pub about: &'static str,
    /// How to keep it.
    pub storage: &'static str,
    /// The standard it is made to.
    pub standard: &'static str,
    /// The heading of the choice of lots.
    pub choose_lot: &'static str,
    /// What to do with it.
    pub choose_lot_help: &'static str,
    /// Before the name of the source.
    pub says: &'static str,
    /// Before the day of the source's data.
    pub as_of: &'static str,
    /// The source's standing: signed.
    pub signed: &'static str,
    /// The source's standing: declared.
    pub declared: &'static str,
    /// The source's standing: volunteers.
    pub community: &'static str,
    /// The heading of the question to Open Food Facts.
    pub ask_heading: &'static str,
    /// The question: what leaves the phone, and to whom.
    pub ask_question: &'static str,
    /// Agrees to it.
    pub ask_yes: &'static str,
    /// Takes the agreement back.
    pub ask_no: &'static str,
    /// The heading of what volunteers say.
    pub volunteers: &'static str,
    /// Origin of the ingredients.
    pub origins: &'static str,
    /// Place of manufacture.
    pub made_in: &'static str,
    /// Labels.
    pub labels: &'static str,
    /// Quantity.
    pub quantity: &'static str,
    /// Brands.
    pub brands: &'static str,
    /// The link to the page at Open Food Facts, and the licence.
    pub food_facts_page: &'static str,
    /// What a prefix does not tell.
    pub name_unknown: &'static str,
}

const VI: JourneyPage = JourneyPage {
    journey: "Hành trình",
    back: "Quay lại",
    share: "Chia sẻ",
    copied: "Đã chép đường dẫn",
    save: "Lưu lại",
    sample: "dữ liệu mẫu",
    number: "Mã số",
    portal: "Tra mã này trên cổng truy xuất quốc gia",
    lot: "Số lô",
    serial: "Số sê-ri",
    packed: "Đóng gói",
    expires: "Hạn sử dụng",
    expired: "đã hết hạn",
    best_before: "Dùng tốt nhất trước",
    content: "Lượng trong gói",
    price: "Giá",
    your_scan: "Bạn quét mã",
    your_scan_note: "Hành trình đến tay bạn tại đây.",
    gaps: "Còn thiếu",
    checks: "Đã kiểm tra những gì",
    certificates: "Chứng nhận và phiếu kiểm nghiệm",
    valid_to: "hiệu lực đến",
    about: "Về sản phẩm",
    storage: "Bảo quản",
    standard: "Tiêu chuẩn công bố",
    choose_lot: "Chọn số lô trên bao bì",
    choose_lot_help: "Mã vạch chỉ cho biết loại hàng. Hành trình đi theo từng lô: hãy tìm số lô in trên gói.",
    says: "Theo",
    as_of: "dữ liệu ngày",
    signed: "có chữ ký số",
    declared: "do nhà sản xuất khai",
    community: "cộng đồng viết, chưa kiểm chứng",
    ask_heading: "Hỏi thêm Open Food Facts?",
    ask_question: "Chợ không biết mã này. Open Food Facts là kho dữ liệu thực phẩm do cộng đồng quốc tế viết. Nếu bạn đồng ý, con số này sẽ được gửi tới máy chủ của họ; như khi mở một trang web, họ cũng thấy địa chỉ IP của bạn. Chợ không gửi gì khác về bạn.",
    ask_yes: "Đồng ý, hỏi giúp tôi",
    ask_no: "Không hỏi Open Food Facts nữa",
    volunteers: "Cộng đồng viết về sản phẩm này",
    origins: "Nguồn gốc nguyên liệu",
    made_in: "Nơi sản xuất",
    labels: "Nhãn",
    quantity: "Lượng",
    brands: "Nhãn hiệu",
    food_facts_page: "Dữ liệu: Open Food Facts (ODbL)",
    name_unknown: "Sản phẩm chưa rõ tên",
};

const EN: JourneyPage = JourneyPage {
    journey: "Journey",
    back: "Back",
    share: "Share",
    copied: "Link copied",
    save: "Save",
    sample: "sample data",
    number: "Number",
    portal: "Look this code up on the national tracing portal",
    lot: "Lot",
    serial: "Serial number",
    packed: "Packed",
    expires: "Use by",
    expired: "expired",
    best_before: "Best before",
    content: "Content",
    price: "Price",
    your_scan: "Your scan",
    your_scan_note: "The journey has reached you here.",
    gaps: "What is missing",
    checks: "What was checked",
    certificates: "Certificates and test reports",
    valid_to: "valid to",
    about: "About the product",
    storage: "How to keep it",
    standard: "Declared standard",
    choose_lot: "Choose the lot printed on the packet",
    choose_lot_help: "The barcode only tells the kind of goods. A journey belongs to a lot: look for the lot number on the packet.",
    says: "According to",
    as_of: "data of",
    signed: "digitally signed",
    declared: "declared by the producer",
    community: "written by volunteers, not verified",
    ask_heading: "Ask Open Food Facts too?",
    ask_question: "The market does not know this code. Open Food Facts is a food database written by volunteers around the world. If you agree, this number is sent to their server; as with any web page, they also see your IP address. We send nothing else about you.",
    ask_yes: "Yes, ask for me",
    ask_no: "Stop asking Open Food Facts",
    volunteers: "What volunteers wrote about it",
    origins: "Origin of ingredients",
    made_in: "Place of manufacture",
    labels: "Labels",
    quantity: "Quantity",
    brands: "Brands",
    food_facts_page: "Data: Open Food Facts (ODbL)",
    name_unknown: "Product without a known name",
};

impl Lang {
    /// The labels of the journey page.
    pub fn journey_page(self) -> &'static JourneyPage {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
