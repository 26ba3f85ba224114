//! The texts of the frame around every page.

use super::Lang;

/// The texts of the frame around every page, in one language.
pub struct Shell {
    /// What the app is called, after the page in the title of the window.
    pub name: &'static str,
    /// The first part of the name in the header.
    pub brand: &'static str,
    /// The second part of it, in the other colour.
    pub brand_place: &'static str,
    /// The name of the row of tabs.
    pub tabs: &'static str,
    /// The tab of the home page.
    pub home: &'static str,
    /// The tab of the market.
    pub market: &'static str,
    /// The button that opens the viewfinder.
    pub scan: &'static str,
    /// The tab of what was saved.
    pub saved: &'static str,
    /// The tab of the page about the app.
    pub about: &'static str,
    /// The name of the choice of a language.
    pub language: &'static str,
    /// Under a page in a frame: opens it whole.
    pub full_page: &'static str,
    /// Above sample data: what is made up.
    pub sample: &'static str,
    /// Before the date that rules instead of the clock.
    pub sample_day: &'static str,
    /// While something is on its way.
    pub loading: &'static str,
    /// Closes what stands over the page.
    pub close: &'static str,
    /// Shown while a photo is dragged over the page.
    pub drop_here: &'static str,
    /// Tries again.
    pub again: &'static str,
    /// When a newer version of the app waits.
    pub new_version: &'static str,
    /// Reloads into it.
    pub renew: &'static str,
    /// Puts the app on the home screen.
    pub install: &'static str,
}

const VI: Shell = Shell {
    name: "Chợ phiên Lai Châu",
    brand: "Chợ phiên",
    brand_place: "Lai Châu",
    tabs: "Các trang",
    home: "Trang chủ",
    market: "Chợ",
    scan: "Quét mã",
    saved: "Đã lưu",
    about: "Giới thiệu",
    language: "Ngôn ngữ",
    full_page: "Xem cả trang trên Chợ phiên Lai Châu",
    sample: "Dữ liệu mẫu: tên cơ sở, mã số và chứng nhận ở đây đều không có thật.",
    sample_day: "Ngày đang dùng để tính:",
    loading: "Đang tải…",
    close: "Đóng",
    drop_here: "Thả ảnh vào đây để đọc mã",
    again: "Thử lại",
    new_version: "Có bản mới của ứng dụng.",
    renew: "Tải lại",
    install: "Cài lên màn hình chính",
};

const EN: Shell = Shell {
    name: "Lai Châu market fair",
    brand: "Chợ phiên",
    brand_place: "Lai Châu",
    tabs: "Pages",
    home: "Home",
    market: "Market",
    scan: "Scan",
    saved: "Saved",
    about: "About",
    language: "Language",
    full_page: "See the whole page at Lai Châu market fair",
    sample: "Sample data: producers, codes and certificates here are made up.",
    sample_day: "Dates are counted from:",
    loading: "Loading…",
    close: "Close",
    drop_here: "Drop the photo here to read its code",
    again: "Try again",
    new_version: "A new version of the app is ready.",
    renew: "Reload",
    install: "Add to home screen",
};

impl Lang {
    /// The texts of the frame around every page.
    pub fn shell(self) -> &'static Shell {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
