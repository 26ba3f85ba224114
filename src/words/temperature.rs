//! The words of a chart of temperatures.

use super::Lang;

/// The words of a chart of temperatures in one language.
pub struct Temperature {
    /// The name of the chart.
    pub chart: &'static str,
    /// Before the range that is allowed.
    pub allowed: &'static str,
    /// Said where nothing measured was outside.
    pub inside_all_the_time: &'static str,
    /// Before the time outside.
    pub outside_for: &'static str,
    /// Before who states the range.
    pub stated: &'static str,
    /// Opens the table.
    pub table: &'static str,
    /// The column of times.
    pub time: &'static str,
    /// The column of temperatures.
    pub temperature: &'static str,
    /// The column that says whether it is allowed.
    pub allowed_column: &'static str,
    /// In that column.
    pub inside: &'static str,
    /// In that column.
    pub outside: &'static str,
}

const VI: Temperature = Temperature {
    chart: "Nhiệt độ theo thời gian",
    allowed: "Mức bảo quản:",
    inside_all_the_time: "Không lần đo nào ngoài mức.",
    outside_for: "Ngoài mức: khoảng",
    stated: "Mức bảo quản lấy từ thông tin sản phẩm:",
    table: "Xem từng lần đo",
    time: "Lúc",
    temperature: "Nhiệt độ",
    allowed_column: "So với mức",
    inside: "trong mức",
    outside: "ngoài mức",
};

const EN: Temperature = Temperature {
    chart: "Temperature over time",
    allowed: "To be kept:",
    inside_all_the_time: "No reading was outside.",
    outside_for: "Outside: for about",
    stated: "How it is to be kept is taken from the data of the product:",
    table: "All readings",
    time: "Time",
    temperature: "Temperature",
    allowed_column: "Allowed",
    inside: "inside",
    outside: "outside",
};

impl Lang {
    /// The words of a chart of temperatures.
    pub fn temperature(self) -> &'static Temperature {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// A time in hours and minutes: `3 giờ 30 phút`, `3 h 30 min`.
    pub fn duration(self, minutes: f64) -> String {
        let minutes = minutes.round() as u32; // OK because a float that does not fit is cut.
        let (hours, minutes) = (minutes / 60, minutes % 60);
        let (hour, minute) = match self {
            Lang::Vi => ("giờ", "phút"),
            Lang::En => ("h", "min"),
        };
        match (hours, minutes) {
            (0, minutes) => format!("{minutes}\u{a0}{minute}"),
            (hours, 0) => format!("{}\u{a0}{hour}", self.number(hours)),
            (hours, minutes) => format!("{}\u{a0}{hour} {minutes}\u{a0}{minute}", self.number(hours)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_hours_and_minutes() {
        for (minutes, vi, en) in [
            (0.0, "0\u{a0}phút", "0\u{a0}min"),
            (45.4, "45\u{a0}phút", "45\u{a0}min"),
            (60.0, "1\u{a0}giờ", "1\u{a0}h"),
            (210.0, "3\u{a0}giờ 30\u{a0}phút", "3\u{a0}h 30\u{a0}min"),
        ] {
            assert_eq!(Lang::Vi.duration(minutes), vi);
            assert_eq!(Lang::En.duration(minutes), en);
        }
    }
}
