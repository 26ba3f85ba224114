//! The texts of the open figures.

use super::Lang;

/// The texts of the open figures, in one language.
pub struct FiguresWords {
    /// The heading, and what leads to it.
    pub title: &'static str,
    /// What is counted, and for whom.
    pub lead: &'static str,
    /// The heading over the sums.
    pub all: &'static str,
    /// How many producers.
    pub producers: &'static str,
    /// How many products.
    pub products: &'static str,
    /// How many lots.
    pub lots: &'static str,
    /// How many lots have a complete journey.
    pub complete: &'static str,
    /// What a complete journey is.
    pub complete_note: &'static str,
    /// The day of the data.
    pub as_of: &'static str,
    /// The heading over the categories.
    pub by_category: &'static str,
    /// The column of the categories.
    pub category: &'static str,
    /// The heading over the communes.
    pub by_commune: &'static str,
    /// The column of the communes.
    pub commune: &'static str,
    /// Which commune counts.
    pub commune_note: &'static str,
    /// The heading over the verdicts.
    pub by_verdict: &'static str,
    /// The column of the verdicts.
    pub verdict: &'static str,
    /// Nothing irregular, could not be checked, something is missing or odd, not to be used.
    pub verdicts: [&'static str; 4],
    /// The heading over the data elements.
    pub by_element: &'static str,
    /// What the comparison with the law is not.
    pub element_note: &'static str,
    /// The column of the data elements.
    pub element: &'static str,
    /// Marks an element that must be there.
    pub required: &'static str,
    /// Shown, declared, missing.
    pub grounds: [&'static str; 3],
    /// The heading over the ages.
    pub by_age: &'static str,
    /// What is counted as age.
    pub age_note: &'static str,
    /// The column of the ages.
    pub age: &'static str,
    /// A chart, read out; the heading follows.
    pub chart: &'static str,
    /// The heading over the files.
    pub files: &'static str,
    /// What may be done with the files.
    pub files_note: &'static str,
    /// Leads to the JSON file.
    pub json: &'static str,
    /// Leads to the CSV file.
    pub csv: &'static str,
    /// The heading where the market publishes no figures.
    pub none: &'static str,
    /// What to know then.
    pub none_help: &'static str,
}

const VI: FiguresWords = FiguresWords {
    title: "Số liệu mở",
    lead: "Chợ có bao nhiêu cơ sở, bao nhiêu hàng, và dữ liệu truy xuất đầy đủ đến đâu. Chỉ đếm dữ liệu đã công bố.",
    all: "Toàn chợ",
    producers: "Cơ sở",
    products: "Sản phẩm",
    lots: "Lô hàng",
    complete: "Lô đủ hành trình",
    complete_note: "Đủ hành trình: ứng dụng không thấy thiếu chặng hay thông tin nào của lô đó.",
    as_of: "Dữ liệu ngày",
    by_category: "Theo nhóm hàng",
    category: "Nhóm hàng",
    by_commune: "Theo xã, phường",
    commune: "Xã, phường",
    commune_note: "Tính theo nơi đặt cơ sở sản xuất.",
    by_verdict: "Kết quả kiểm tra các lô",
    verdict: "Kết quả",
    verdicts: [
        "Chưa thấy điểm bất thường",
        "Chưa kiểm tra được",
        "Thiếu hoặc chưa khớp",
        "Không nên dùng (thu hồi, hết hạn)",
    ],
    by_element: "Theo nội dung mà văn bản yêu cầu",
    element_note: "Đếm số lô có từng nội dung. Đây không phải kết luận của cơ quan quản lý.",
    element: "Nội dung",
    required: "bắt buộc",
    grounds: ["Có trên mã hoặc bên khác xác nhận", "Cơ sở tự khai", "Chưa có"],
    by_age: "Dữ liệu mới đến đâu",
    age_note: "Tính từ chặng mới nhất của mỗi lô đến ngày của dữ liệu.",
    age: "Chặng mới nhất",
    chart: "Biểu đồ, số liệu ở bảng bên dưới:",
    files: "Tải số liệu",
    files_note: "Ai cũng được dùng lại. Tệp CSV mở được bằng phần mềm bảng tính; tệp JSON dành cho chương trình.",
    json: "Tải JSON",
    csv: "Tải CSV",
    none: "Chưa có số liệu",
    none_help: "Chợ này chưa công bố số liệu.",
};

const EN: FiguresWords = FiguresWords {
    title: "Open figures",
    lead: "How many producers and goods the market has, and how complete their traceability data is. Only published data is counted.",
    all: "The whole market",
    producers: "Producers",
    products: "Products",
    lots: "Lots",
    complete: "Lots with a complete journey",
    complete_note: "Complete: the app finds no step and no detail of that lot missing.",
    as_of: "Data of",
    by_category: "By category",
    category: "Category",
    by_commune: "By commune or ward",
    commune: "Commune or ward",
    commune_note: "By the seat of the producer.",
    by_verdict: "What the checks of the lots came to",
    verdict: "Result",
    verdicts: [
        "Nothing irregular seen",
        "Could not be checked",
        "Something missing or odd",
        "Do not use (recalled, expired)",
    ],
    by_element: "By what the legal texts ask for",
    element_note: "Counts the lots that have each element. It is not the verdict of an authority.",
    element: "Element",
    required: "required",
    grounds: [
        "On the code or confirmed by others",
        "Declared by the producer",
        "Missing",
    ],
    by_age: "How fresh the data is",
    age_note: "From the latest step of each lot to the day of the data.",
    age: "Latest step",
    chart: "Chart; its figures stand in the table below:",
    files: "Download the figures",
    files_note: "Free for everyone to use. The CSV file opens in a spreadsheet program; the JSON file is for programs.",
    json: "Download JSON",
    csv: "Download CSV",
    none: "No figures yet",
    none_help: "This market has not published any figures.",
};

impl Lang {
    /// The texts of the open figures.
    pub fn figures(self) -> &'static FiguresWords {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// A group of ages: at most `up_to` days; without it, more than `after` days.
    pub fn age_group(self, up_to: Option<u32>, after: u32) -> String {
        match (self, up_to) {
            (Lang::Vi, Some(days)) => format!("Trong {} ngày", self.number(days)),
            (Lang::Vi, None) => format!("Hơn {} ngày trước", self.number(after)),
            (Lang::En, Some(days)) => format!("Within {} days", self.number(days)),
            (Lang::En, None) => format!("More than {} days ago", self.number(after)),
        }
    }

    /// A day with how long it is past: `23/11/2026 (2 ngày trước)`.
    pub fn day_and_age(self, date: time::Date, days: i64) -> String {
        let day = self.date(date);
        match (self, days) {
            (_, ..=0) => day,
            (Lang::Vi, _) => format!("{day} ({days} ngày trước)"),
            (Lang::En, 1) => format!("{day} (yesterday)"),
            (Lang::En, _) => format!("{day} ({days} days ago)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::{Date, Month};

    #[test]
    fn ages_read_as_people_say_them() {
        assert_eq!(Lang::Vi.age_group(Some(7), 0), "Trong 7 ngày");
        assert_eq!(Lang::En.age_group(None, 365), "More than 365 days ago");
        let day = Date::from_calendar_date(2026, Month::November, 23).unwrap();
        for (days, vi, en) in [
            (0, "23/11/2026", "23 Nov 2026"),
            (-1, "23/11/2026", "23 Nov 2026"),
            (1, "23/11/2026 (1 ngày trước)", "23 Nov 2026 (yesterday)"),
            (9, "23/11/2026 (9 ngày trước)", "23 Nov 2026 (9 days ago)"),
        ] {
            assert_eq!(Lang::Vi.day_and_age(day, days), vi);
            assert_eq!(Lang::En.day_and_age(day, days), en);
        }
    }
}
