//! The texts of the fair: its filters, its stalls, its days and its seasons.

use super::Lang;

/// The texts of the fair, in one language.
pub struct FairWords {
    /// The name of the row of pages about the market.
    pub pages: &'static str,
    /// Leads to the goods.
    pub goods: &'static str,
    /// Leads to the plan of the stalls, and its heading.
    pub stalls: &'static str,
    /// Leads to the days, and their heading.
    pub days: &'static str,
    /// Leads to the seasons, and their heading.
    pub seasons: &'static str,
    /// Opens the filters.
    pub filters: &'static str,
    /// The commune of the producer.
    pub commune: &'static str,
    /// The mark that goods bear.
    pub mark: &'static str,
    /// No filter.
    pub any: &'static str,
    /// Only what is in season.
    pub in_season: &'static str,
    /// Only what is sold at the fair.
    pub at_a_stall: &'static str,
    /// The order of what is found.
    pub order: &'static str,
    /// The orders: best answer, name, price, stars.
    pub orders: [&'static str; 4],
    /// The marks: OCOP, VietGAP, organic, geographical indication, certification mark.
    pub marks: [&'static str; 5],
    /// Takes all filters away.
    pub clear: &'static str,
    /// Shows more of what was found.
    pub more: &'static str,
    /// What the plan of the stalls shows, read out.
    pub plan: &'static str,
    /// What to do with the plan.
    pub plan_hint: &'static str,
    /// Marks the stall where the shopper stands.
    pub here: &'static str,
    /// Marks the stall that the shopper looks for.
    pub sought: &'static str,
    /// The heading over the stalls as a list.
    pub all_stalls: &'static str,
    /// Leads from a place to the plan.
    pub on_the_plan: &'static str,
    /// The heading over the sessions to come.
    pub sessions: &'static str,
    /// The heading over a session's programme.
    pub programme: &'static str,
    /// Saves one session into the phone's calendar.
    pub save_session: &'static str,
    /// Saves all sessions.
    pub save_all: &'static str,
    /// A session that is over.
    pub past: &'static str,
    /// The heading over the highland markets.
    pub highland: &'static str,
    /// How sure the days of the highland markets are.
    pub highland_note: &'static str,
    /// The rule of the market that follows the animals.
    pub horned: &'static str,
    /// The days of the week, from Monday.
    pub weekdays: [&'static str; 7],
    /// Before the next days of a market.
    pub next_days: &'static str,
    /// The heading over the year of the goods.
    pub year: &'static str,
    /// What the table of the year shows, read out.
    pub wheel: &'static str,
    /// Before the month that rules.
    pub this_month: &'static str,
    /// When nothing is in season.
    pub out_of_season: &'static str,
    /// The whole ground of the fair.
    pub whole_ground: &'static str,
}

const VI: FairWords = FairWords {
    pages: "Các trang của chợ",
    goods: "Hàng hóa",
    stalls: "Sơ đồ gian",
    days: "Lịch phiên chợ",
    seasons: "Mùa nào thức nấy",
    filters: "Lọc và sắp xếp",
    commune: "Xã, phường",
    mark: "Chứng nhận",
    any: "Tất cả",
    in_season: "Đang vào mùa",
    at_a_stall: "Có bán ở phiên này",
    order: "Sắp xếp",
    orders: ["Hợp nhất trước", "Theo tên", "Giá thấp trước", "Nhiều sao trước"],
    marks: [
        "OCOP",
        "VietGAP",
        "Hữu cơ",
        "Chỉ dẫn địa lý",
        "Nhãn hiệu chứng nhận",
    ],
    clear: "Bỏ lọc",
    more: "Xem thêm",
    plan: "Sơ đồ các gian, danh sách ở bên dưới",
    plan_hint: "Bấm vào một gian để xem có gì. Sơ đồ chỉ mang tính minh họa.",
    here: "Bạn đang ở đây",
    sought: "Gian bạn tìm",
    all_stalls: "Danh sách gian",
    on_the_plan: "Xem trên sơ đồ gian",
    sessions: "Các phiên",
    programme: "Chương trình",
    save_session: "Lưu vào lịch",
    save_all: "Lưu tất cả vào lịch",
    past: "Đã qua",
    highland: "Chợ phiên vùng cao",
    highland_note: "Lịch ghi lại từ báo chí tháng 11/2026, hãy hỏi lại trước khi đi.",
    horned: "Ngày Sửu và ngày Mùi, sáu ngày một phiên",
    weekdays: [
        "Thứ Hai",
        "Thứ Ba",
        "Thứ Tư",
        "Thứ Năm",
        "Thứ Sáu",
        "Thứ Bảy",
        "Chủ nhật",
    ],
    next_days: "Sắp tới",
    year: "Cả năm",
    wheel: "Vòng mùa vụ: mỗi hàng một món, mỗi ô một tháng; tháng có hàng được tô đậm",
    this_month: "Tháng này",
    out_of_season: "Tháng này chưa có món nào vào mùa.",
    whole_ground: "Cả khu chợ",
};

const EN: FairWords = FairWords {
    pages: "Pages of the market",
    goods: "Goods",
    stalls: "Stall plan",
    days: "Market days",
    seasons: "In season",
    filters: "Filter and sort",
    commune: "Commune or ward",
    mark: "Mark",
    any: "All",
    in_season: "In season now",
    at_a_stall: "Sold at this fair",
    order: "Order",
    orders: [
        "Best answer first",
        "By name",
        "Cheapest first",
        "Most stars first",
    ],
    marks: [
        "OCOP",
        "VietGAP",
        "Organic",
        "Geographical indication",
        "Certification mark",
    ],
    clear: "Clear filters",
    more: "Show more",
    plan: "A plan of the stalls; the list is below",
    plan_hint: "Tap a stall to see what is there. The plan is a sketch.",
    here: "You are here",
    sought: "The stall you look for",
    all_stalls: "List of stalls",
    on_the_plan: "Show on the stall plan",
    sessions: "Sessions",
    programme: "Programme",
    save_session: "Save to calendar",
    save_all: "Save all to calendar",
    past: "Over",
    highland: "Highland markets",
    highland_note: "Days noted from the press in November 2026; ask again before you go.",
    horned: "Ox days and goat days, every sixth day",
    weekdays: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    next_days: "Next",
    year: "The whole year",
    wheel: "The year of the goods: a row for each, a field for each month; months in season are filled",
    this_month: "This month",
    out_of_season: "Nothing is in season this month.",
    whole_ground: "The whole ground",
};

impl Lang {
    /// The texts of the fair.
    pub fn fair(self) -> &'static FairWords {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// The market is open until an hour such as `21:00`.
    pub fn open_until(self, hour: &str) -> String {
        match self {
            Lang::Vi => format!("Đang mở cửa, đến {hour}"),
            Lang::En => format!("Open now, until {hour}"),
        }
    }

    /// The market opens today at an hour.
    pub fn opens_today(self, hour: &str) -> String {
        match self {
            Lang::Vi => format!("Mở cửa hôm nay lúc {hour}"),
            Lang::En => format!("Opens today at {hour}"),
        }
    }

    /// The market has closed for the night and opens tomorrow at an hour.
    pub fn opens_tomorrow(self, hour: &str) -> String {
        match self {
            Lang::Vi => format!("Đã đóng cửa, mai mở lúc {hour}"),
            Lang::En => format!("Closed, opens tomorrow at {hour}"),
        }
    }

    /// The market opens in so many whole days and hours.
    pub fn opens_in(self, days: i64, hours: i64) -> String {
        let (day, hour) = match self {
            Lang::Vi => ("ngày", "giờ"),
            Lang::En if days == 1 && hours == 1 => ("day", "hour"),
            Lang::En if days == 1 => ("day", "hours"),
            Lang::En if hours == 1 => ("days", "hour"),
            Lang::En => ("days", "hours"),
        };
        match (self, days, hours) {
            (Lang::Vi, 0, _) => format!("Còn {hours} {hour}"),
            (Lang::Vi, _, 0) => format!("Còn {days} {day}"),
            (Lang::Vi, ..) => format!("Còn {days} {day} {hours} {hour}"),
            (Lang::En, 0, _) => format!("In {hours} {hour}"),
            (Lang::En, _, 0) => format!("In {days} {day}"),
            (Lang::En, ..) => format!("In {days} {day} and {hours} {hour}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_until_the_market_opens_leaves_out_what_is_none() {
        for (days, hours, vi, en) in [
            (0, 1, "Còn 1 giờ", "In 1 hour"),
            (1, 0, "Còn 1 ngày", "In 1 day"),
            (2, 1, "Còn 2 ngày 1 giờ", "In 2 days and 1 hour"),
            (1, 5, "Còn 1 ngày 5 giờ", "In 1 day and 5 hours"),
        ] {
            assert_eq!(Lang::Vi.opens_in(days, hours), vi);
            assert_eq!(Lang::En.opens_in(days, hours), en);
        }
    }
}
