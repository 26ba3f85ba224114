//! What gs1:FoodBeverageTobaccoProduct says of food: ingredients, allergens, nutrients (GS1 Web Vocabulary 1.17).

use super::json_ld::{first, id, many, number, string, text};
use super::vocabulary::word;
use crate::words::food::allergen;
use crate::words::journey::both;
use crate::words::measure::decimal;
use crate::words::{Lang, Text};
use serde_json::Value;

/// What is in food, as its source declares it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Food {
    /// The ingredients, as they stand on the packet.
    pub ingredients: Option<Text>,
    /// What is said of allergens, as a sentence of the source.
    pub allergen_statement: Option<Text>,
    /// The allergens that are named one by one.
    pub allergens: Vec<Allergen>,
    /// For how much the nutrients are given, ready to read: `100 g`.
    pub basis: Option<String>,
    /// The nutrients that are given, ready to read: `(Nutrient::Fat, "3.5 g")`.
    pub nutrients: Vec<(Nutrient, String)>,
}

/// One allergen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allergen {
    /// Its name: `PEANUTS`, also where the source gives the code `AP`. A code that has no name here stays as it is.
    pub name: String,
    /// Whether the goods contain it, may contain it, or are free from it; `None` where the source does not say.
    pub level: Option<Level>,
}

/// The codes of gs1:AllergenTypeCode for the allergens that have words here, each with the name that the vocabulary had for it
/// before version 1.17 put the codes in place of the names.
const CODES: [(&str, &str); 42] = [
    ("AC", "CRUSTACEANS"),
    ("AE", "EGGS"),
    ("AF", "FISH"),
    ("AM", "MILK"),
    ("AN", "TREE_NUTS"),
    ("AP", "PEANUTS"),
    ("AS", "SESAME_SEEDS"),
    ("AU", "SULPHUR_DIOXIDE"),
    ("AW", "CEREALS_CONTAINING_GLUTEN"),
    ("AX", "GLUTEN"),
    ("AY", "SOYBEANS"),
    ("BC", "CELERY"),
    ("BF", "BEEF"),
    ("BM", "MUSTARD"),
    ("CM", "CHICKEN_MEAT"),
    ("GB", "BARLEY"),
    ("GL", "GLUTAMATE"),
    ("GO", "OAT"),
    ("GS", "SPELT"),
    ("ML", "LACTOSE"),
    ("NC", "COCOA"),
    ("NE", "PEAS"),
    ("NK", "CORIANDER"),
    ("NL", "LUPINE"),
    ("NM", "CORN"),
    ("NR", "RYE"),
    ("NW", "CARROTS"),
    ("PN", "PINE_NUTS"),
    ("PO", "PORK"),
    ("SA", "ALMONDS"),
    ("SC", "CASHEW_NUTS"),
    ("SH", "HAZELNUTS"),
    ("SM", "MACADAMIA_NUTS"),
    ("SN", "CHESTNUTS"),
    ("SO", "COCONUTS"),
    ("SS", "SUNFLOWER_SEEDS"),
    ("ST", "PISTACHIOS"),
    ("SW", "WALNUTS"),
    ("SX", "PULSES"),
    ("UM", "MOLLUSCS"),
    ("UN", "SHELLFISH"),
    ("UW", "WHEAT"),
];

/// What a source says that names no allergen at all: nothing is in the goods that must be declared.
const NONE_DECLARED: [&str; 2] = ["X99", "NO_DECLARED_ALLERGENS"];

/// How much of an allergen is in the goods (gs1:LevelOfContainmentCode).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It is in them.
    Contains,
    /// It may have come in.
    MayContain,
    /// It is not in them.
    FreeFrom,
}

/// The nutrients of a label: those of Regulation (EU) 1169/2011, and sodium, which Circular 29/2023/TT-BYT of 30 December 2023 has
/// in place of salt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nutrient {
    /// Energy.
    Energy,
    /// Fat.
    Fat,
    /// Of which saturated.
    SaturatedFat,
    /// Carbohydrates.
    Carbohydrates,
    /// Of which sugars.
    Sugars,
    /// Fibre.
    Fibre,
    /// Protein.
    Protein,
    /// Salt.
    Salt,
    /// Sodium.
    Sodium,
}

/// Each nutrient with its term.
const NUTRIENTS: [(&str, Nutrient); 9] = [
    ("energyPerNutrientBasis", Nutrient::Energy),
    ("fatPerNutrientBasis", Nutrient::Fat),
    ("saturatedFatPerNutrientBasis", Nutrient::SaturatedFat),
    ("carbohydratesPerNutrientBasis", Nutrient::Carbohydrates),
    ("sugarsPerNutrientBasis", Nutrient::Sugars),
    ("fibrePerNutrientBasis", Nutrient::Fibre),
    ("proteinPerNutrientBasis", Nutrient::Protein),
    ("saltPerNutrientBasis", Nutrient::Salt),
    ("sodiumPerNutrientBasis", Nutrient::Sodium),
];

impl Food {
    /// Reads what a product says of itself as food. Empty for what is none.
    pub fn read(product: &Value) -> Food {
        let nutrients = NUTRIENTS.iter().filter_map(|(term, nutrient)| {
            let value = first(product, term)?;
            Some((*nutrient, quantity(value)?))
        });
        Food {
            ingredients: text(product, "ingredientStatement"),
            allergen_statement: text(product, "allergenStatement"),
            allergens: many(product, "hasAllergen")
                .iter()
                .filter_map(Allergen::read)
                .collect(),
            basis: first(product, "nutrientBasisQuantity").and_then(quantity),
            nutrients: nutrients.collect(),
        }
    }

    /// The allergens that are named one by one, each once and in an order that no source chooses, ready to read:
    /// `lạc (đậu phộng); có thể có sữa`. `None` where none is named.
    pub fn allergen_list(&self) -> Option<Text> {
        let mut named: Vec<(Level, &str)> = self.allergens.iter().map(Allergen::meant).collect();
        named.sort_unstable();
        named.dedup();
        let line = |lang| {
            let words = named.iter().map(|(level, name)| shown(*level, name, lang));
            words.collect::<Vec<_>>().join("; ")
        };
        (!named.is_empty()).then(|| both(line))
    }
}

impl Allergen {
    fn read(value: &Value) -> Option<Allergen> {
        let code = code(value, "allergenType", "AllergenTypeCode-")?;
        let named = CODES.iter().find(|(known, _)| *known == code);
        let level = code_of_level(value);
        let name = named.map_or(code, |(_, name)| name).to_owned();
        Some(Allergen { name, level })
    }

    /// The level and the name. What is named without a level is in the goods.
    fn meant(&self) -> (Level, &str) {
        (self.level.unwrap_or(Level::Contains), &self.name)
    }
}

fn code_of_level(value: &Value) -> Option<Level> {
    match code(value, "allergenLevelOfContainmentCode", "LevelOfContainmentCode-")? {
        "CONTAINS" => Some(Level::Contains),
        "MAY_CONTAIN" => Some(Level::MayContain),
        "FREE_FROM" => Some(Level::FreeFrom),
        _ => None,
    }
}

/// The code of a member, without the name of its list before it.
fn code<'a>(value: &'a Value, member: &str, list: &str) -> Option<&'a str> {
    let code = word(id(first(value, member)?)?);
    let code = code.strip_prefix(list).unwrap_or(code);
    (!code.is_empty()).then_some(code)
}

fn shown(level: Level, name: &str, lang: Lang) -> String {
    let words = lang.food();
    let called = allergen(name);
    let called = called.in_lang(lang);
    match level {
        _ if NONE_DECLARED.contains(&name) => words.none_declared.to_owned(),
        Level::Contains => called.to_owned(),
        Level::MayContain => format!("{} {called}", words.may_contain),
        Level::FreeFrom => format!("{} {called}", words.free_from),
    }
}

/// `100 g` of a gs1:QuantitativeValue; pieces as `× 5` (UN/CEFACT Recommendation 20 units). A list stands for its first.
pub(super) fn quantity(value: &Value) -> Option<String> {
    let value = value.as_array().map_or(Some(value), |list| list.first())?;
    let amount = decimal(number(value, "value")?, 6);
    Some(match string(value, "unitCode").as_deref() {
        None | Some("H87" | "EA" | "C62") => format!("× {amount}"),
        Some("GRM") => format!("{amount} g"),
        Some("KGM") => format!("{amount} kg"),
        Some("MGM") => format!("{amount} mg"),
        Some("MLT") => format!("{amount} ml"),
        Some("LTR") => format!("{amount} l"),
        Some("KJO") => format!("{amount} kJ"),
        Some("E14") => format!("{amount} kcal"),
        Some(other) => format!("{amount} {other}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn quantities_are_ready_to_read() {
        for (value, expected) in [
            (json!({"value": 100, "unitCode": "GRM"}), Some("100 g")),
            (json!({"value": "1.5", "unitCode": "KGM"}), Some("1.5 kg")),
            (json!([{"gs1:value": 500, "gs1:unitCode": "MLT"}]), Some("500 ml")),
            (json!({"value": 120, "unitCode": "E14"}), Some("120 kcal")),
            (json!({"value": 5}), Some("× 5")),
            (json!({"value": 2, "unitCode": "MTR"}), Some("2 MTR")),
            (json!({"unitCode": "GRM"}), None),
            (json!([]), None),
        ] {
            assert_eq!(quantity(&value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn every_code_of_an_allergen_has_words_and_stands_once() {
        for (at, (code, name)) in CODES.iter().enumerate() {
            let called = allergen(name);
            assert!(
                !called.vi.contains('_') && !called.en.contains("GS1"),
                "{code}: {called:?}"
            );
            assert!(
                CODES[..at].iter().all(|(before, _)| before < code),
                "{code}: expected the codes in order"
            );
        }
        for none in NONE_DECLARED {
            let food =
                Food::read(&json!({"hasAllergen": {"allergenType": format!("gs1:AllergenTypeCode-{none}")}}));
            let expected = Text::new("nguồn khai là không có", "none, as its source declares");
            assert_eq!(food.allergen_list(), Some(expected));
        }
    }

    #[test]
    fn food_is_read_in_every_spelling() {
        let food = Food::read(&json!({
            "https://ref.gs1.org/voc/ingredientStatement": [{"@value": "Lạc, đường", "@language": "vi"}, {"@value": "Peanuts, sugar", "@language": "en"}],
            "gs1:allergenStatement": {"@set": [{"@value": "Có lạc", "@language": "vi"}]},
            "gs1:hasAllergen": {"@set": [
                {"gs1:allergenType": {"@id": "https://gs1.org/voc/AllergenTypeCode-PEANUTS"}, "gs1:allergenLevelOfContainmentCode": {"@id": "gs1:LevelOfContainmentCode-CONTAINS"}},
                {"allergenType": "AllergenTypeCode-MILK", "allergenLevelOfContainmentCode": "MAY_CONTAIN"},
                {"allergenType": "gs1:AllergenTypeCode-TREE_NUTS"},
                {"allergenType": {"@id": "https://ref.gs1.org/voc/AllergenTypeCode-AY"}, "allergenLevelOfContainmentCode": "FREE_FROM"},
                {"allergenType": [{"@id": "gs1:AllergenTypeCode-AP"}], "allergenLevelOfContainmentCode": "gs1:LevelOfContainmentCode-CONTAINS"},
                {"allergenType": "AllergenTypeCode-ABD", "allergenLevelOfContainmentCode": "SOMEWHAT"},
                {},
            ]},
            "nutrientBasisQuantity": {"value": 100, "unitCode": "GRM"},
            "https://gs1.org/voc/energyPerNutrientBasis": [{"value": 2100, "unitCode": "KJO"}, {"value": 502, "unitCode": "E14"}],
            "fatPerNutrientBasis": {"value": {"@value": "28.5"}, "unitCode": "GRM"},
        }));
        assert_eq!(food.ingredients, Some(Text::new("Lạc, đường", "Peanuts, sugar")));
        assert_eq!(food.allergen_statement, Some(Text::new("Có lạc", "")));
        let allergens: Vec<_> = food
            .allergens
            .iter()
            .map(|one| (one.name.as_str(), one.level))
            .collect();
        assert_eq!(
            allergens,
            [
                ("PEANUTS", Some(Level::Contains)),
                ("MILK", Some(Level::MayContain)),
                ("TREE_NUTS", None),
                ("SOYBEANS", Some(Level::FreeFrom)),
                ("PEANUTS", Some(Level::Contains)),
                ("ABD", None),
            ]
        );
        let list = food.allergen_list().unwrap();
        assert_eq!(
            list,
            Text::new(
                "chất có mã GS1 ABD; lạc (đậu phộng); các loại hạt cây; có thể có sữa; không có đậu nành",
                "what has the GS1 code ABD; peanuts; tree nuts; may contain milk; free from soybeans"
            )
        );
        assert_eq!(food.basis.as_deref(), Some("100 g"));
        assert_eq!(
            food.nutrients,
            [
                (Nutrient::Energy, "2100 kJ".to_owned()),
                (Nutrient::Fat, "28.5 g".to_owned())
            ]
        );
        assert_eq!(Food::read(&json!({"productName": "Nón"})), Food::default());
    }
}
