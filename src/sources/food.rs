//! What gs1:FoodBeverageTobaccoProduct says of food: ingredients, allergens, nutrients (GS1 Web Vocabulary 1.16).

use super::json_ld::{first, many, number, string, text, word_of};
use crate::words::Text;
use crate::words::measure::decimal;
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
    /// Its name in gs1:AllergenTypeCode: `PEANUTS`.
    pub name: String,
    /// Whether the goods contain it, may contain it, or are free from it; `None` where the source does not say.
    pub level: Option<Level>,
}

/// How much of an allergen is in the goods (gs1:LevelOfContainmentCode).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It is in them.
    Contains,
    /// It may have come in.
    MayContain,
    /// It is not in them.
    FreeFrom,
}

/// The nutrients of a label (Regulation (EU) 1169/2011 and Circular 29/2023/TT-BYT name the same ones).
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
            allergens: many(product, "hasAllergen").iter().filter_map(allergen).collect(),
            basis: first(product, "nutrientBasisQuantity").and_then(quantity),
            nutrients: nutrients.collect(),
        }
    }
}

fn allergen(value: &Value) -> Option<Allergen> {
    let code = word_of(value, "allergenType")?;
    let name = code
        .rsplit_once('-')
        .map_or(code.as_str(), |(_, name)| name)
        .to_owned();
    let level = word_of(value, "allergenLevelOfContainmentCode");
    let level = match level
        .as_deref()
        .map(|level| level.rsplit('-').next().unwrap_or_default())
    {
        Some("CONTAINS") => Some(Level::Contains),
        Some("MAY_CONTAIN") => Some(Level::MayContain),
        Some("FREE_FROM") => Some(Level::FreeFrom),
        _ => None,
    };
    Some(Allergen { name, level })
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
    fn food_is_read_in_every_spelling() {
        let food = Food::read(&json!({
            "https://ref.gs1.org/voc/ingredientStatement": [{"@value": "Lạc, đường", "@language": "vi"}, {"@value": "Peanuts, sugar", "@language": "en"}],
            "gs1:allergenStatement": {"@set": [{"@value": "Có lạc", "@language": "vi"}]},
            "gs1:hasAllergen": {"@set": [
                {"gs1:allergenType": {"@id": "https://gs1.org/voc/AllergenTypeCode-PEANUTS"}, "gs1:allergenLevelOfContainmentCode": {"@id": "gs1:LevelOfContainmentCode-CONTAINS"}},
                {"allergenType": "AllergenTypeCode-MILK", "allergenLevelOfContainmentCode": "MAY_CONTAIN"},
                {"allergenType": "gs1:AllergenTypeCode-TREE_NUTS"},
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
                ("TREE_NUTS", None)
            ]
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
