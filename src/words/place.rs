//! The kinds of places.

use super::Lang;

impl Lang {
    /// What kind of place it is, by the word on the wire; a word that is not known stands as it is.
    pub fn kind_of_place(self, kind: &str) -> &str {
        let (vi, en) = match kind {
            "farm" => ("Vùng trồng, vùng nuôi", "Farm or growing area"),
            "plant" => ("Xưởng chế biến", "Workshop"),
            "lab" => ("Phòng kiểm nghiệm", "Laboratory"),
            "warehouse" => ("Kho", "Warehouse"),
            "market" => ("Chợ", "Market"),
            "stall" => ("Gian hàng", "Stall"),
            "vehicle" => ("Xe chở hàng", "Vehicle"),
            other => (other, other),
        };
        match self {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}
