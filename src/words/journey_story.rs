//! The labels of the journey's steps, of what speaks for them, and of the choice of a lot.

use super::Lang;

/// These labels in one language.
pub struct JourneyStory {
    /// Opens what else is known of a step.
    pub details: &'static str,
    /// What a step took.
    pub went_in: &'static str,
    /// What a step made.
    pub came_out: &'static str,
    /// What a step was about.
    pub goods: &'static str,
    /// What its source says of a step.
    pub note: &'static str,
    /// The state of the goods after a step.
    pub state: &'static str,
    /// The business documents of a step.
    pub documents: &'static str,
    /// Before the day on which a step was taken down.
    pub recorded: &'static str,
    /// After the number of events that are told as one step.
    pub folded: &'static str,
    /// How much came out; `{n}` is a number in percent.
    pub part: &'static str,
    /// One of several sources of a batch; `{n}` is its number.
    pub branch: &'static str,
    /// On paper, of a journey that is too long for it: `{n}` steps at either end, of `{all}`.
    pub on_paper: &'static str,
    /// Several sources become one; `{n}` is how many.
    pub joined: &'static str,
    /// Before who made an ingredient.
    pub made_by: &'static str,
    /// Leads to the journey of an ingredient.
    pub own_journey: &'static str,
    /// The heading of what is proven, declared and missing.
    pub honesty: &'static str,
    /// Shown by somebody else, or borne by the code: what it is called, and what that means.
    pub shown: (&'static str, &'static str),
    /// Signed: the same.
    pub signed: (&'static str, &'static str),
    /// Declared: the same.
    pub declared: (&'static str, &'static str),
    /// Missing: the same.
    pub missing: (&'static str, &'static str),
    /// Where all is there that must be.
    pub nothing_missing: &'static str,
    /// Over what is not there and need not be.
    pub optional: &'static str,
    /// Opens the checks that saw nothing wrong; `{n}` is how many.
    pub passed: &'static str,
    /// Opens the comparison with the law.
    pub law: &'static str,
    /// Opens the documents as they were received.
    pub originals: &'static str,
    /// Over the choice of a lot: what the page cannot say.
    pub no_claim: &'static str,
    /// The name of the field for a lot.
    pub lot_field: &'static str,
    /// Opens the lot.
    pub lot_open: &'static str,
    /// What is wrong with a typed lot.
    pub lot_fault: &'static str,
}

const VI: JourneyStory = JourneyStory {
    details: "Chi tiết",
    went_in: "Đưa vào",
    came_out: "Làm ra",
    goods: "Hàng",
    note: "Ghi chú",
    state: "Sau chặng này",
    documents: "Giấy tờ kèm theo",
    recorded: "ghi nhận ngày",
    folded: "bản ghi gộp làm một chặng",
    part: "thu được {n} %",
    branch: "Nguồn {n}",
    on_paper: "Trên giấy có {n} chặng đầu và {n} chặng cuối trong {all} chặng. Mở trang này để xem tất cả.",
    joined: "{n} nguồn nhập làm một",
    made_by: "của",
    own_journey: "Xem hành trình riêng",
    honesty: "Điều gì đã rõ, điều gì chưa",
    shown: ("Có bằng chứng", "Có phiếu của bên thứ ba, hoặc đọc từ chính mã."),
    signed: (
        "Có chữ ký số",
        "Biết chắc ai nói. Chưa ai khác kiểm chứng lời nói đó.",
    ),
    declared: (
        "Chỉ do nhà sản xuất khai",
        "Không có chữ ký số, chưa ai kiểm chứng.",
    ),
    missing: ("Còn thiếu", "Không ai nói gì về những điều này."),
    nothing_missing: "Không thấy thiếu điều gì phải có.",
    optional: "Không có, và không bắt buộc",
    passed: "{n} điều đã kiểm tra, không thấy gì lạ",
    law: "Đối chiếu với quy định",
    originals: "Dữ liệu gốc",
    no_claim: "Trang này nói về loại hàng, không nói gì về gói hàng bạn đang cầm.",
    lot_field: "Nhập số lô in trên bao bì",
    lot_open: "Xem lô này",
    lot_fault: "Số lô chỉ gồm chữ không dấu, chữ số và dấu câu, nhiều nhất 20 ký tự.",
};

const EN: JourneyStory = JourneyStory {
    details: "Details",
    went_in: "Went in",
    came_out: "Came out",
    goods: "Goods",
    note: "Note",
    state: "After this step",
    documents: "Documents with it",
    recorded: "taken down on",
    folded: "records told as one step",
    part: "yield {n}%",
    branch: "Source {n}",
    on_paper: "On paper are the first {n} and the last {n} of {all} steps. Open this page to see all of them.",
    joined: "{n} sources become one",
    made_by: "by",
    own_journey: "See its own journey",
    honesty: "What is clear and what is not",
    shown: ("Proven", "Shown by a third party, or read from the code itself."),
    signed: (
        "Digitally signed",
        "Who says it is certain. Nobody else has verified what is said.",
    ),
    declared: (
        "Only declared by the producer",
        "Without a digital signature, verified by nobody.",
    ),
    missing: ("Missing", "Nobody says anything about these."),
    nothing_missing: "Nothing is missing that must be there.",
    optional: "Not there, and not required",
    passed: "{n} checks that found nothing odd",
    law: "Held against the law",
    originals: "Raw data",
    no_claim: "This page is about the kind of goods. It says nothing about the pack in your hand.",
    lot_field: "Type the lot printed on the pack",
    lot_open: "Open this lot",
    lot_fault: "A lot number has letters without accents, digits and punctuation, at most 20 of them.",
};

impl Lang {
    /// The labels of the journey's steps, of what speaks for them, and of the choice of a lot.
    pub fn journey_story(self) -> &'static JourneyStory {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
