//! Which national standards (TCVN) apply to the traceability of a kind of goods.

use crate::sources::product::Product;
use crate::words::Text;

/// A national standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tcvn {
    /// Its number and year: `TCVN 13993:2024`.
    pub number: &'static str,
    /// What it is about, in Vietnamese and English.
    pub about: (&'static str, &'static str),
}

impl Tcvn {
    /// What it is about.
    pub fn text(&self) -> Text {
        Text::new(self.about.0, self.about.1)
    }
}

/// The standards for a product: those of its kind, then those that hold for all goods. The kind is told by what the
/// product is called, else by its category.
pub fn standards(product: Option<&Product>) -> Vec<Tcvn> {
    let mut found: Vec<Tcvn> = Vec::new();
    if let Some(product) = product {
        found.extend(of_kind(product));
        if is_chilled(product) {
            found.push(COLD_CHAIN);
        }
    }
    found.extend(ALL_GOODS);
    found
}

fn of_kind(product: &Product) -> Option<Tcvn> {
    let name = format!(" {} {} ", product.name.vi, product.name.en).to_lowercase();
    let by_name = KINDS
        .iter()
        .find(|(words, _)| words.iter().any(|word| name.contains(&format!(" {word} "))));
    let category = product.category.as_deref().unwrap_or_default();
    let by_category = || CATEGORIES.iter().find(|(known, _)| *known == category);
    by_name
        .map(|(_, standard)| *standard)
        .or_else(|| by_category().map(|(_, standard)| *standard))
}

/// Whether it must be kept no warmer than a refrigerator is.
fn is_chilled(product: &Product) -> bool {
    let highest = product.storage_range_c.and_then(|(_, high)| high);
    highest.is_some_and(|high| high <= 8.0)
}

const fn tcvn(number: &'static str, vi: &'static str, en: &'static str) -> Tcvn {
    Tcvn {
        number,
        about: (vi, en),
    }
}

const TEA: Tcvn = tcvn(
    "TCVN 13993:2024",
    "truy xuất nguồn gốc chè",
    "traceability of tea",
);
const HONEY: Tcvn = tcvn(
    "TCVN 13843:2023",
    "truy xuất nguồn gốc mật ong",
    "traceability of honey",
);
const BEEF: Tcvn = tcvn(
    "TCVN 13166-2:2020",
    "truy xuất nguồn gốc thịt trâu, thịt bò",
    "traceability of buffalo meat and beef",
);
const AQUATIC: Tcvn = tcvn(
    "TCVN 13991:2024",
    "truy xuất nguồn gốc thủy sản",
    "traceability of aquatic products",
);
const GREENS: Tcvn = tcvn(
    "TCVN 12827:2023",
    "truy xuất nguồn gốc rau quả tươi",
    "traceability of fresh fruit and vegetables",
);
const COFFEE: Tcvn = tcvn(
    "TCVN 13840:2023",
    "truy xuất nguồn gốc cà phê",
    "traceability of coffee",
);
const FOOD: Tcvn = tcvn(
    "TCVN 13987:2024",
    "thu thập thông tin đối với thực phẩm bao gói",
    "information capture for packaged food",
);
const COLD_CHAIN: Tcvn = tcvn("TCVN 13990:2024", "chuỗi cung ứng lạnh", "cold-chain logistics");

/// General requirements, code formats, data carriers.
const ALL_GOODS: [Tcvn; 3] = [
    tcvn("TCVN 12850:2019", "yêu cầu chung", "general requirements"),
    tcvn(
        "TCVN 13274:2020",
        "định dạng mã truy vết",
        "formats of trace codes",
    ),
    tcvn("TCVN 13275:2020", "vật mang dữ liệu", "data carriers"),
];

/// What goods are called, in lower case, with the standard of their kind.
const KINDS: &[(&[&str], Tcvn)] = &[
    (&["chè", "trà", "tea"], TEA),
    (&["mật ong", "honey"], HONEY),
    (&["thịt trâu", "thịt bò", "buffalo", "beef"], BEEF),
    (&["cà phê", "coffee"], COFFEE),
    (
        &["rau", "quả tươi", "quả lê", "vegetables", "fruit", "pears"],
        GREENS,
    ),
];

/// The market's categories with the standard that holds where the kind has none of its own.
const CATEGORIES: &[(&str, Tcvn)] = &[
    ("thuy-san", AQUATIC),
    ("nong-san", FOOD),
    ("lam-san", FOOD),
    ("che-bien", FOOD),
    ("duoc-lieu", FOOD),
];
