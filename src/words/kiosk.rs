//! The texts of the kiosk.

use super::Lang;

/// The texts of the kiosk, in one language.
pub struct KioskWords {
    /// The heading.
    pub title: &'static str,
    /// What to do at the reader.
    pub hint: &'static str,
    /// The name of the slides, read out.
    pub slides: &'static str,
    /// Goes back one slide.
    pub before: &'static str,
    /// Stops the slides.
    pub pause: &'static str,
    /// Goes on one slide.
    pub next: &'static str,
    /// Closes a page that was opened.
    pub to_slides: &'static str,
    /// Said shortly before that happens by itself; every touch and key puts it off.
    pub soon: &'static str,
    /// Leaves the kiosk.
    pub leave: &'static str,
    /// Switches to the other language, in that language.
    pub other_language: &'static str,
    /// Over the goods of a producer.
    pub makes: &'static str,
    /// Under the code of a product.
    pub phone: &'static str,
    /// A stall without goods.
    pub nothing: &'static str,
    /// Leads to the kiosk.
    pub open: &'static str,
    /// What it is for.
    pub open_help: &'static str,
}

const VI: KioskWords = KioskWords {
    title: "Màn hình chợ phiên",
    hint: "Đưa mã trên gói hàng vào đầu đọc để xem hàng đến từ đâu.",
    slides: "Trình chiếu",
    before: "Trước",
    pause: "Dừng",
    next: "Sau",
    to_slides: "Về trình chiếu",
    soon: "Sắp quay về trình chiếu. Chạm màn hình để xem tiếp.",
    leave: "Giữ để thoát",
    other_language: "English",
    makes: "Hàng của cơ sở này",
    phone: "Quét bằng điện thoại để xem trên máy bạn",
    nothing: "Chưa có hàng nào ghi ở gian này.",
    open: "Chiếu lên màn hình lớn",
    open_help: "Dành cho ban tổ chức: hàng hóa, cơ sở và chương trình chạy lần lượt; cắm đầu đọc mã vạch USB là quét được.",
};

const EN: KioskWords = KioskWords {
    title: "Market screen",
    hint: "Hold the code on a pack to the reader and see where the goods come from.",
    slides: "Slides",
    before: "Back",
    pause: "Pause",
    next: "Next",
    to_slides: "Back to the slides",
    soon: "Going back to the slides. Touch the screen to read on.",
    leave: "Hold to leave",
    other_language: "Tiếng Việt",
    makes: "What they make",
    phone: "Scan with your phone to see it there",
    nothing: "No goods are listed for this stall yet.",
    open: "Show on a big screen",
    open_help: "For organisers: goods, producers and the programme in turn; plug in a USB bar code reader to scan.",
};

impl Lang {
    /// The texts of the kiosk.
    pub fn kiosk(self) -> &'static KioskWords {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
