//! The texts of the pages that teach.

use super::Lang;

/// The texts of the pages that teach, in one language.
pub struct Learn {
    /// The heading of the list, and what leads to it.
    pub title: &'static str,
    /// What there is.
    pub lead: &'static str,
    /// The heading over the articles.
    pub articles: &'static str,
    /// The heading over the specialities.
    pub specialities: &'static str,
    /// The heading over the picture of a label.
    pub label: &'static str,
    /// What to do with the picture.
    pub label_hint: &'static str,
    /// What the picture shows.
    pub label_picture: &'static str,
    /// The parts of the label: what each is called, and what it tells.
    pub label_parts: [(&'static str, &'static str); 7],
    /// The heading over the quiz.
    pub quiz: &'static str,
    /// What the quiz is about.
    pub quiz_lead: &'static str,
    /// Before the number of a question, `Câu 1`.
    pub question: &'static str,
    /// The answer was right.
    pub right: &'static str,
    /// The answer was wrong.
    pub wrong: &'static str,
    /// Between how many answers were right, and how many questions there are.
    pub of: &'static str,
    /// After both numbers.
    pub score: &'static str,
    /// The next question.
    pub next: &'static str,
    /// Starts the quiz anew.
    pub again: &'static str,
    /// The heading over what a text rests on.
    pub sources: &'static str,
    /// Back to the list.
    pub back: &'static str,
    /// When there is no such article.
    pub missing: &'static str,
    /// Where a speciality comes from.
    pub place: &'static str,
    /// How high it grows.
    pub altitude: &'static str,
    /// When it is in season.
    pub season: &'static str,
    /// The heading over how it is made.
    pub process: &'static str,
    /// The heading over its marks.
    pub marks: &'static str,
    /// That a mark of a kind says nothing of one pack.
    pub marks_note: &'static str,
    /// The heading over what else is known.
    pub facts: &'static str,
    /// What leads to the goods of this kind at the market.
    pub at_the_market: &'static str,
}

const VI: Learn = Learn {
    title: "Tìm hiểu",
    lead: "Đọc nhãn, hiểu mã, biết đặc sản của vùng này.",
    articles: "Bài viết",
    specialities: "Đặc sản Lai Châu",
    label: "Đọc nhãn này thế nào?",
    label_hint: "Bấm vào từng phần để xem nó nói gì.",
    label_picture: "Hình một nhãn gói chè, các phần được đánh số từ 1 đến 7",
    label_parts: [
        (
            "Tên hàng",
            "Tên phải nói đúng thứ trong gói. Tên đẹp mà không nói rõ là gì thì nên hỏi lại.",
        ),
        (
            "Nơi sản xuất",
            "Tên và địa chỉ của người làm ra. Không có địa chỉ thì khi có chuyện không biết tìm ai.",
        ),
        (
            "Dấu chứng nhận",
            "Sao OCOP, VietGAP, chỉ dẫn địa lý. Dấu nào cũng có số và ngày hết hạn; trang hành trình cho biết dấu còn hiệu lực không.",
        ),
        ("Khối lượng tịnh", "Riêng phần hàng, không kể bao bì."),
        (
            "Số lô và hạn dùng",
            "Số lô cho biết đúng mẻ hàng này. Không có số lô thì chỉ biết được loại hàng, không biết được gói này.",
        ),
        (
            "Mã vạch 13 số",
            "Cho biết loại hàng. Ba số đầu chỉ nói ai cấp mã, không nói hàng từ đâu đến.",
        ),
        (
            "Mã QR",
            "Có thể chứa cả số lô. Hãy sờ xem mã có bị dán đè không, rồi quét bằng ứng dụng này.",
        ),
    ],
    quiz: "Nhận ra mã đáng ngờ: năm câu hỏi",
    quiz_lead: "Thử xem bạn có bị mã giả lừa không.",
    question: "Câu",
    right: "Đúng.",
    wrong: "Chưa đúng.",
    of: "trên",
    score: "câu đúng",
    next: "Tiếp theo",
    again: "Làm lại",
    sources: "Nguồn",
    back: "Mọi bài viết",
    missing: "Không có bài viết này.",
    place: "Vùng",
    altitude: "Độ cao",
    season: "Mùa",
    process: "Làm ra thế nào",
    marks: "Dấu chứng nhận của loại này",
    marks_note: "Dấu của cả loại không có nghĩa là gói bạn cầm cũng có. Hãy quét mã trên gói.",
    facts: "Nên biết",
    at_the_market: "Tìm ở chợ",
};

const EN: Learn = Learn {
    title: "Learn",
    lead: "Read labels, understand codes, know the region’s specialities.",
    articles: "Articles",
    specialities: "Specialities of Lai Châu",
    label: "How to read this label",
    label_hint: "Tap a part to see what it tells.",
    label_picture: "A tea packet’s label whose parts are numbered from 1 to 7",
    label_parts: [
        (
            "Name",
            "It must say what is in the pack. A pretty name that does not is a reason to ask.",
        ),
        (
            "Producer",
            "Name and address of whoever made it. Without an address there is nobody to turn to.",
        ),
        (
            "Marks",
            "OCOP stars, VietGAP, a geographical indication. Each has a number and runs out; the journey page says whether it still holds.",
        ),
        ("Net weight", "The goods alone, without the packaging."),
        (
            "Lot and date",
            "The lot names this very batch. Without it only the kind of goods can be known, not this pack.",
        ),
        (
            "Barcode of 13 digits",
            "It names the kind of goods. The first three digits say who issued the number, not where the goods are from.",
        ),
        (
            "QR code",
            "It can hold the lot, too. Feel whether it is pasted over another, then scan it with this app.",
        ),
    ],
    quiz: "Spot a bad code: five questions",
    quiz_lead: "See whether a fake code could fool you.",
    question: "Question",
    right: "Right.",
    wrong: "Not quite.",
    of: "of",
    score: "right",
    next: "Next",
    again: "Try again",
    sources: "Sources",
    back: "All articles",
    missing: "There is no such article.",
    place: "Where",
    altitude: "Altitude",
    season: "Season",
    process: "How it is made",
    marks: "Marks of this kind of goods",
    marks_note: "A mark of the kind does not mean that the pack in your hand has it. Scan the code on the pack.",
    facts: "Good to know",
    at_the_market: "Find it at the market",
};

impl Lang {
    /// The texts of the pages that teach.
    pub fn learn(self) -> &'static Learn {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
