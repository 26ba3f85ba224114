//! The words of the map.

use super::Lang;

/// The words of the map in one language.
pub struct Chart {
    /// The heading where there is a journey.
    pub heading: &'static str,
    /// The heading where there is one place.
    pub place_heading: &'static str,
    /// What the map is for people who do not see it, and with which keys it is moved.
    pub help: &'static str,
    /// The name of the group of buttons.
    pub tools: &'static str,
    /// Looks closer.
    pub closer: &'static str,
    /// Looks from farther away.
    pub farther: &'static str,
    /// Shows the whole route.
    pub route: &'static str,
    /// Shows the place.
    pub place: &'static str,
    /// Shows the whole country.
    pub country: &'static str,
    /// What every map says.
    pub illustration: &'static str,
    /// The small map beside it.
    pub inset: &'static str,
    /// Before the length of the way, which follows with its unit.
    pub whole_way: &'static str,
    /// What the length is.
    pub straight: &'static str,
    /// What the dashed line is.
    pub sample_way: &'static str,
    /// Opens the list of stops.
    pub stops: &'static str,
    /// Of a stop whose place is not known.
    pub no_point: &'static str,
    /// Of a stop that is off the map.
    pub off_map: &'static str,
    /// The names of the archipelagos: Hoàng Sa, Trường Sa.
    pub islands: [&'static str; 2],
    /// The sea in the east.
    pub sea: &'static str,
}

const VI: Chart = Chart {
    heading: "Bản đồ hành trình",
    place_heading: "Trên bản đồ",
    help: "Bản đồ. Phím mũi tên để di chuyển, + và − để phóng to, thu nhỏ, 0 để trở về ban đầu.",
    tools: "Điều khiển bản đồ",
    closer: "Phóng to",
    farther: "Thu nhỏ",
    route: "Cả chặng đường",
    place: "Nơi này",
    country: "Cả nước",
    illustration: "Bản đồ mang tính minh họa.",
    inset: "Việt Nam, với quần đảo Hoàng Sa và quần đảo Trường Sa",
    whole_way: "Chặng đường của hàng:",
    straight: "đường chim bay.",
    sample_way: "Nét đứt: chỉ mẫu kiểm nghiệm đi.",
    stops: "Các chặng và khoảng cách",
    no_point: "chưa có vị trí",
    off_map: "nằm ngoài bản đồ",
    islands: ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"],
    sea: "Biển Đông",
};

const EN: Chart = Chart {
    heading: "Map of the journey",
    place_heading: "On the map",
    help: "Map. Arrow keys move it, + and − zoom, 0 goes back to the start.",
    tools: "Map controls",
    closer: "Zoom in",
    farther: "Zoom out",
    route: "Whole route",
    place: "This place",
    country: "Whole country",
    illustration: "This map is for illustration only.",
    inset: "Việt Nam, with the Hoàng Sa and Trường Sa archipelagos",
    whole_way: "The way of the goods:",
    straight: "as the crow flies.",
    sample_way: "Dashed: only a sample for testing went this way.",
    stops: "Stops and distances",
    no_point: "place not known",
    off_map: "off this map",
    islands: ["Hoàng Sa archipelago", "Trường Sa archipelago"],
    sea: "East Sea",
};

impl Lang {
    /// The words of the map.
    pub fn chart(self) -> &'static Chart {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// A distance that is only roughly known: `dưới 1 km`, `286 km`.
    pub fn rough_kilometres(self, km: f64) -> String {
        match (km.round() as u32, self) {
            (0, Lang::Vi) => "dưới 1\u{a0}km".to_owned(), // OK because a float that does not fit is cut.
            (0, Lang::En) => "less than 1\u{a0}km".to_owned(),
            (km, _) => format!("{}\u{a0}km", self.number(km)),
        }
    }

    /// How far a stop lies from an earlier one: `cách chặng 2 khoảng 5 km`.
    pub fn from_stop(self, stop: usize, km: f64) -> String {
        let rough = self.about_kilometres(km);
        match self {
            Lang::Vi => format!("cách chặng {stop} {rough}"),
            Lang::En => format!("{rough} from stop {stop}"),
        }
    }

    /// A distance that says how sure it is: `khoảng 286 km`, `dưới 1 km`.
    pub fn about_kilometres(self, km: f64) -> String {
        let rough = self.rough_kilometres(km);
        match self {
            _ if km < 0.5 => rough,
            Lang::Vi => format!("khoảng {rough}"),
            Lang::En => format!("about {rough}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_told_no_finer_than_they_are_known() {
        for (km, vi, en) in [
            (0.3, "dưới 1\u{a0}km", "less than 1\u{a0}km"),
            (4.4, "4\u{a0}km", "4\u{a0}km"),
            (1286.7, "1.287\u{a0}km", "1,287\u{a0}km"),
        ] {
            assert_eq!(Lang::Vi.rough_kilometres(km), vi);
            assert_eq!(Lang::En.rough_kilometres(km), en);
        }
        assert_eq!(Lang::En.from_stop(2, 5.0), "about 5\u{a0}km from stop 2");
        assert_eq!(Lang::En.from_stop(2, 0.2), "less than 1\u{a0}km from stop 2");
        assert_eq!(Lang::Vi.about_kilometres(0.2), "dưới 1\u{a0}km");
        assert_eq!(Lang::Vi.about_kilometres(4.4), "khoảng 4\u{a0}km");
    }
}
