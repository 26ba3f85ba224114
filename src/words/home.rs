//! The texts of the home page.

use super::Lang;

/// The texts of the home page, in one language.
pub struct Home {
    /// The heading.
    pub title: &'static str,
    /// What the app does, in a sentence.
    pub lead: &'static str,
    /// The big button that opens the viewfinder.
    pub scan: &'static str,
    /// Opens the field for a code.
    pub type_code: &'static str,
    /// Opens the choice of a photo.
    pub choose_photo: &'static str,
    /// The heading over the market session.
    pub next_session: &'static str,
    /// When a session is on.
    pub open_now: &'static str,
    /// When no session is known.
    pub no_session: &'static str,
    /// The heading over what is in season.
    pub in_season: &'static str,
    /// Leads from the home page to the market.
    pub whole_market: &'static str,
    /// The heading over the latest scans.
    pub recent: &'static str,
    /// Leads to all scans.
    pub all_saved: &'static str,
    /// Leads to what there is to learn.
    pub learn: &'static str,
    /// What becomes of the picture.
    pub private: &'static str,
}

const VI: Home = Home {
    title: "Món hàng này từ đâu đến?",
    lead: "Đưa mã vạch hoặc mã QR trên gói hàng vào máy ảnh để xem ai làm ra, làm ở đâu và đã đi qua những chặng nào.",
    scan: "Quét mã",
    type_code: "Nhập mã",
    choose_photo: "Chọn ảnh",
    next_session: "Lịch phiên chợ",
    open_now: "Đang họp chợ",
    no_session: "Chưa có lịch phiên chợ mới.",
    in_season: "Đang vào mùa",
    whole_market: "Xem cả chợ",
    recent: "Vừa xem gần đây",
    all_saved: "Xem tất cả",
    learn: "Tìm hiểu: đọc nhãn, nhận ra mã đáng ngờ, đặc sản của vùng",
    private: "Mã được đọc ngay trên máy bạn, không gửi ảnh đi đâu.",
};

const EN: Home = Home {
    title: "Where does this come from?",
    lead: "Hold the barcode or QR code on the packet up to the camera: see who made it, where, and how it travelled here.",
    scan: "Scan",
    type_code: "Type a code",
    choose_photo: "Choose a photo",
    next_session: "Market session",
    open_now: "Open now",
    no_session: "No new market session has been announced yet.",
    in_season: "In season now",
    whole_market: "See the whole market",
    recent: "Recently viewed",
    all_saved: "See all",
    learn: "Learn: read labels, spot bad codes, know the specialities",
    private: "Codes are read on your phone; no picture leaves it.",
};

impl Lang {
    /// The texts of the home page.
    pub fn home(self) -> &'static Home {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
