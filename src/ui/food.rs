//! What is in food: ingredients, allergens and nutrients, as facts.

use crate::sources::food::{Food, Nutrient};
use crate::words::Lang;

/// The facts that the source gives; none for what is no food.
pub fn facts(food: &Food, lang: Lang) -> Vec<(&'static str, String)> {
    let words = lang.food();
    let said = food.allergen_statement.as_ref();
    let said = said.map(|statement| statement.in_lang(lang).to_owned());
    let named = food.allergen_list();
    let named = named.map(|list| list.in_lang(lang).to_owned());
    let allergens: Vec<String> = said.into_iter().chain(named).collect();
    let mut facts = Vec::new();
    let ingredients = food.ingredients.as_ref();
    facts.extend(ingredients.map(|text| (words.ingredients, text.in_lang(lang).to_owned())));
    facts.extend((!allergens.is_empty()).then(|| (words.allergens, allergens.join("; "))));
    let basis = food.basis.as_ref().filter(|_| !food.nutrients.is_empty());
    let basis = basis.map(|basis| format!(" ({} {basis})", words.per.to_lowercase()));
    let basis = basis.unwrap_or_default();
    let nutrients = food.nutrients.iter();
    facts.extend(nutrients.map(|(nutrient, value)| (label(*nutrient, lang), format!("{value}{basis}"))));
    facts
}

fn label(nutrient: Nutrient, lang: Lang) -> &'static str {
    let position = match nutrient {
        Nutrient::Energy => 0,
        Nutrient::Fat => 1,
        Nutrient::SaturatedFat => 2,
        Nutrient::Carbohydrates => 3,
        Nutrient::Sugars => 4,
        Nutrient::Fibre => 5,
        Nutrient::Protein => 6,
        Nutrient::Salt => 7,
        Nutrient::Sodium => 8,
    };
    lang.food().nutrients[position]
}
