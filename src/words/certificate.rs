//! The words of certificates and marks: what each kind means, and what it does not mean.

use super::{Lang, Text};

/// The words of certificates, in one language.
pub struct Certificates {
    /// The number of a certificate.
    pub number: &'static str,
    /// Who issued it.
    pub issuer: &'static str,
    /// For how long it holds.
    pub validity: &'static str,
    /// The day of a test report.
    pub date: &'static str,
    /// Before the first day.
    pub from: &'static str,
    /// Before the last day.
    pub to: &'static str,
    /// Where the source names no last day.
    pub no_end: &'static str,
    /// Added when the last day has passed.
    pub passed: &'static str,
    /// Added before the first day.
    pub not_yet: &'static str,
    /// Before the host of the page about a certificate.
    pub page: &'static str,
}

const VI: Certificates = Certificates {
    number: "Số",
    issuer: "Nơi cấp",
    validity: "Hiệu lực",
    date: "Ngày lập",
    from: "từ",
    to: "đến",
    no_end: "nguồn không ghi ngày hết hạn",
    passed: "đã hết hiệu lực",
    not_yet: "chưa có hiệu lực",
    page: "Xem trang của giấy này tại",
};

const EN: Certificates = Certificates {
    number: "Number",
    issuer: "Issued by",
    validity: "Valid",
    date: "Date",
    from: "from",
    to: "to",
    no_end: "the source names no last day",
    passed: "no longer valid",
    not_yet: "not valid yet",
    page: "See its page at",
};

impl Lang {
    /// The words of certificates.
    pub fn certificates(self) -> &'static Certificates {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}

/// A question that a shopper may have about a kind of certificate, and its answer. `None` for a kind that is not known here.
/// OCOP: Decision 148/QĐ-TTg of 24 February 2023, and 1489/QĐ-TTg of 2025 on who scores.
pub fn meaning(kind: &str) -> Option<(Text, Text)> {
    let (question, answer) = match kind {
        "ocop" => (
            ("Sao OCOP nói lên điều gì?", "What do OCOP stars tell?"),
            (
                "OCOP là chương trình “Mỗi xã một sản phẩm”. Hội đồng chấm sản phẩm trên thang 100 điểm: tổ chức sản xuất, câu chuyện, khả năng tiếp thị và chất lượng. Từ 50 điểm là 3 sao, từ 70 điểm là 4 sao, từ 90 điểm là 5 sao, do cấp quốc gia công nhận. Sao chấm cho sản phẩm, không phải cho từng gói hàng, và có thời hạn.",
                "OCOP is the “One Commune One Product” programme. A council scores a product out of 100: how it is made, its story, how it is sold and its quality. From 50 points it has 3 stars, from 70 points 4, from 90 points 5, which is decided nationally. Stars are given to a product, not to each packet, and hold for a time.",
            ),
        ),
        "vietgap" => (
            ("VietGAP là gì?", "What is VietGAP?"),
            (
                "VietGAP là quy trình trồng trọt, chăn nuôi, nuôi thủy sản: cơ sở ghi chép giống, phân bón, thuốc, thức ăn, thu hoạch, và được một tổ chức chứng nhận kiểm tra. Giấy chứng nhận cho một cơ sở và có thời hạn: hãy xem ngày hết hạn. VietGAP không có nghĩa là hữu cơ.",
                "VietGAP is a way of farming: the farm keeps records of seed, fertiliser, sprays, feed and harvest, and a certification body inspects it. The certificate is given to a farm and holds for a time: look at its last day. VietGAP does not mean organic.",
            ),
        ),
        "gi" => (
            ("Chỉ dẫn địa lý là gì?", "What is a geographical indication?"),
            (
                "Chỉ dẫn địa lý là một tên gọi được Nhà nước bảo hộ cho sản phẩm có chất lượng riêng nhờ vùng đất nơi làm ra. Chỉ những người được phép trong vùng mới được dùng tên đó. Chỉ dẫn địa lý nói về vùng và cách làm, không phải là phiếu kiểm nghiệm của gói hàng này.",
                "A geographical indication is a name that the state protects for goods that owe their quality to the land they come from. Only permitted makers within the area may use it. It speaks of the area and the way of making, and is no test of this packet.",
            ),
        ),
        "organic" => (
            ("Hữu cơ nghĩa là gì?", "What does organic mean?"),
            (
                "Hữu cơ là canh tác không dùng phân bón và thuốc hóa học tổng hợp, có tổ chức chứng nhận kiểm tra. Giấy chứng nhận có phạm vi và thời hạn.",
                "Organic is farming without synthetic fertilisers and sprays, inspected by a certification body. The certificate has a scope and holds for a time.",
            ),
        ),
        "mark" => (
            ("Nhãn hiệu chứng nhận là gì?", "What is a certification mark?"),
            (
                "Nhãn hiệu chứng nhận là tên chung mà các cơ sở đạt yêu cầu được chủ nhãn hiệu cho phép dùng.",
                "A certification mark is a shared name that its owner lets makers use who meet its rules.",
            ),
        ),
        "test-report" => (
            (
                "Phiếu kiểm nghiệm nói lên điều gì?",
                "What does a test report tell?",
            ),
            (
                "Phòng kiểm nghiệm đo những chỉ tiêu ghi trên phiếu, ở mẫu đã nhận. Phiếu không nói gì về điều không đo, và chỉ về lô ghi trên phiếu.",
                "A laboratory measured what the report names, in the sample that it received. The report says nothing of what was not measured, and speaks of the lot that it names only.",
            ),
        ),
        _ => return None,
    };
    Some((Text::new(question.0, question.1), Text::new(answer.0, answer.1)))
}
