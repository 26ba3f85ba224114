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

/// What people call an allergen of gs1:AllergenTypeCode; others in plain letters.
pub fn allergen(name: &str) -> Text {
    let (vi, en) = match name {
        "PEANUTS" => ("lạc (đậu phộng)", "peanuts"),
        "TREE_NUTS" => ("các loại hạt cây", "tree nuts"),
        "MILK" => ("sữa", "milk"),
        "EGGS" => ("trứng", "eggs"),
        "FISH" => ("cá", "fish"),
        "CRUSTACEANS" => ("tôm, cua", "crustaceans"),
        "MOLLUSCS" => ("trai, ốc, mực", "molluscs"),
        "SOYBEANS" => ("đậu nành", "soybeans"),
        "SESAME_SEEDS" => ("vừng (mè)", "sesame"),
        "CEREALS_CONTAINING_GLUTEN" => ("ngũ cốc có gluten", "cereals containing gluten"),
        "CELERY" => ("cần tây", "celery"),
        "MUSTARD" => ("mù tạt", "mustard"),
        "LUPINE" => ("đậu lupin", "lupin"),
        "SULPHUR_DIOXIDE" => ("sunfit", "sulphites"),
        other => return Text::same(other.replace('_', " ").to_lowercase()),
    };
    Text::new(vi, en)
}
