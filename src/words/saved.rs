//! The texts of the page of saved scans.

use super::Lang;

/// The texts of the page of saved scans, in one language.
pub struct Saved {
    /// The heading.
    pub title: &'static str,
    /// Where the list is kept.
    pub lead: &'static str,
    /// The heading over what the shopper wants to find again.
    pub favourites: &'static str,
    /// The heading over everything that was looked at.
    pub history: &'static str,
    /// When there is nothing yet.
    pub empty: &'static str,
    /// Forgets one scan.
    pub remove: &'static str,
    /// Forgets all scans.
    pub clear: &'static str,
    /// Asks before it does.
    pub clear_sure: &'static str,
    /// Says yes to it.
    pub clear_yes: &'static str,
    /// Says no to it.
    pub keep: &'static str,
    /// Marks a scan as a favourite, or no longer.
    pub save: &'static str,
    /// Before a lot number.
    pub lot: &'static str,
}

const VI: Saved = Saved {
    title: "Đã lưu",
    lead: "Danh sách này chỉ nằm trên máy bạn.",
    favourites: "Món bạn lưu lại",
    history: "Đã xem",
    empty: "Chưa có gì ở đây. Quét một mã để bắt đầu.",
    remove: "Xóa",
    clear: "Xóa tất cả",
    clear_sure: "Xóa hết danh sách trên máy này?",
    clear_yes: "Xóa hết",
    keep: "Giữ lại",
    save: "Lưu lại",
    lot: "Lô",
};

const EN: Saved = Saved {
    title: "Saved",
    lead: "This list is kept on your phone only.",
    favourites: "What you saved",
    history: "Viewed",
    empty: "Nothing here yet. Scan a code to begin.",
    remove: "Remove",
    clear: "Delete all",
    clear_sure: "Delete the whole list on this phone?",
    clear_yes: "Delete it",
    keep: "Keep it",
    save: "Save",
    lot: "Lot",
};

impl Lang {
    /// The texts of the page of saved scans.
    pub fn saved(self) -> &'static Saved {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
