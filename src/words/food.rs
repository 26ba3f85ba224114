//! The words for what is in food, how to reach people, and when a place is open.

use super::{Lang, Text};

/// The labels of what is in food, of contacts and of opening hours, in one language.
pub struct Food {
    /// The net weight.
    pub net_weight: &'static str,
    /// The country of origin, as the source of the page declares it.
    pub origin: &'static str,
    /// The ingredients.
    pub ingredients: &'static str,
    /// Allergens.
    pub allergens: &'static str,
    /// Allergens that the source names by a code.
    pub allergen_codes: &'static str,
    /// In place of allergens, where the source says that none must be declared.
    pub none_declared: &'static str,
    /// Before an allergen that may be in the goods.
    pub may_contain: &'static str,
    /// Before an allergen that is not in the goods.
    pub free_from: &'static str,
    /// Before the quantity for which nutrients are given.
    pub per: &'static str,
    /// Energy, fat, saturated fat, carbohydrates, sugars, fibre, protein, salt, sodium.
    pub nutrients: [&'static str; 9],
    /// A telephone number.
    pub telephone: &'static str,
    /// A mail address.
    pub mail: &'static str,
    /// Opening hours.
    pub hours: &'static str,
    /// The days of the week, Monday first.
    pub days: [&'static str; 7],
}

const VI: Food = Food {
    net_weight: "Khối lượng tịnh",
    origin: "Nước xuất xứ (do nguồn khai)",
    ingredients: "Thành phần",
    allergens: "Chất gây dị ứng",
    allergen_codes: "Chất gây dị ứng theo mã GS1",
    none_declared: "nguồn khai là không có",
    may_contain: "có thể có",
    free_from: "không có",
    per: "Trong",
    nutrients: [
        "Năng lượng",
        "Chất béo",
        "Chất béo bão hòa",
        "Chất bột đường",
        "Đường",
        "Chất xơ",
        "Chất đạm",
        "Muối",
        "Natri",
    ],
    telephone: "Điện thoại",
    mail: "Thư điện tử",
    hours: "Giờ mở cửa",
    days: [
        "Thứ Hai",
        "Thứ Ba",
        "Thứ Tư",
        "Thứ Năm",
        "Thứ Sáu",
        "Thứ Bảy",
        "Chủ nhật",
    ],
};

const EN: Food = Food {
    net_weight: "Net weight",
    origin: "Country of origin (as its source declares)",
    ingredients: "Ingredients",
    allergens: "Allergens",
    allergen_codes: "Allergens by their GS1 code",
    none_declared: "none, as its source declares",
    may_contain: "may contain",
    free_from: "free from",
    per: "Per",
    nutrients: [
        "Energy",
        "Fat",
        "Saturated fat",
        "Carbohydrates",
        "Sugars",
        "Fibre",
        "Protein",
        "Salt",
        "Sodium",
    ],
    telephone: "Telephone",
    mail: "E-mail",
    hours: "Opening hours",
    days: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
};

impl Lang {
    /// The words for what is in food, how to reach people, and when a place is open.
    pub fn food(self) -> &'static Food {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}

/// What people call an allergen of gs1:AllergenTypeCode; a code without a name here is told as it is.
pub fn allergen(name: &str) -> Text {
    let (vi, en) = match name {
        "PEANUTS" => ("lạc (đậu phộng)", "peanuts"),
        "TREE_NUTS" => ("các loại hạt cây", "tree nuts"),
        "ALMONDS" => ("hạnh nhân", "almonds"),
        "CASHEW_NUTS" => ("hạt điều", "cashew nuts"),
        "CHESTNUTS" => ("hạt dẻ", "chestnuts"),
        "HAZELNUTS" => ("hạt phỉ", "hazelnuts"),
        "MACADAMIA_NUTS" => ("hạt mắc ca", "macadamia nuts"),
        "PINE_NUTS" => ("hạt thông", "pine nuts"),
        "PISTACHIOS" => ("hạt dẻ cười", "pistachios"),
        "WALNUTS" => ("hạt óc chó", "walnuts"),
        "COCONUTS" => ("dừa", "coconuts"),
        "MILK" => ("sữa", "milk"),
        "LACTOSE" => ("đường lactose của sữa", "lactose"),
        "EGGS" => ("trứng", "eggs"),
        "FISH" => ("cá", "fish"),
        "CRUSTACEANS" => ("tôm, cua", "crustaceans"),
        "MOLLUSCS" => ("trai, ốc, mực", "molluscs"),
        "SHELLFISH" => ("tôm, cua, trai, ốc", "shellfish"),
        "SOYBEANS" => ("đậu nành", "soybeans"),
        "PEAS" => ("đậu Hà Lan", "peas"),
        "PULSES" => ("các loại đậu", "pulses"),
        "SESAME_SEEDS" => ("vừng (mè)", "sesame"),
        "SUNFLOWER_SEEDS" => ("hạt hướng dương", "sunflower seeds"),
        "CEREALS_CONTAINING_GLUTEN" => ("ngũ cốc có gluten", "cereals containing gluten"),
        "GLUTEN" => ("gluten", "gluten"),
        "WHEAT" => ("lúa mì", "wheat"),
        "RYE" => ("lúa mạch đen", "rye"),
        "BARLEY" => ("đại mạch", "barley"),
        "OAT" => ("yến mạch", "oats"),
        "SPELT" => ("lúa mì spelt", "spelt"),
        "CORN" => ("ngô (bắp)", "maize"),
        "CELERY" => ("cần tây", "celery"),
        "CARROTS" => ("cà rốt", "carrots"),
        "CORIANDER" => ("rau mùi (ngò)", "coriander"),
        "MUSTARD" => ("mù tạt", "mustard"),
        "LUPINE" => ("đậu lupin", "lupin"),
        "COCOA" => ("ca cao", "cocoa"),
        "BEEF" => ("thịt bò", "beef"),
        "PORK" => ("thịt lợn (heo)", "pork"),
        "CHICKEN_MEAT" => ("thịt gà", "chicken"),
        "GLUTAMATE" => ("bột ngọt (glutamat)", "glutamate"),
        "SULPHUR_DIOXIDE" => ("sunfit", "sulphites"),
        code if code.len() <= 3 => {
            return Text::new(
                format!("chất có mã GS1 {code}"),
                format!("what has the GS1 code {code}"),
            );
        }
        other => return Text::same(other.replace('_', " ").to_lowercase()),
    };
    Text::new(vi, en)
}
