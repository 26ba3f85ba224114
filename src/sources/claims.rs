//! What several sources say of one product: the first one's word is shown, and where another says otherwise, both are.

use super::attribution::Attribution;
use super::product::Product;
use crate::words::Text;

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The product's name.
    Name,
    /// Its brand.
    Brand,
    /// How much is in it.
    Content,
    /// Who makes it.
    Maker,
    /// How to keep it.
    Storage,
    /// The standard it is made to.
    Standard,
    /// The country that it comes from.
    Origin,
    /// What is in it.
    Ingredients,
    /// What it says of allergens.
    Allergens,
    /// The allergens that it names one by one, and how much of each is in it.
    AllergenCodes,
    /// Its net weight, where it is told beside the content.
    NetWeight,
}

/// What one source says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it says.
    pub value: Text,
    /// Which source, as of when, and how sure that makes it.
    pub by: Attribution,
}

/// One matter with what is said of it beside the first product: two claims or more where sources differ, one where only a later one speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What it is about.
    pub matter: Matter,
    /// The claims in the order of the sources, each value once.
    pub claims: Vec<Claim>,
}

/// Every matter in which the sources differ, or on which only a later one speaks. Empty where there is one product or all agree.
pub fn beside_the_first(first: &Product, others: &[Product]) -> Vec<Said> {
    let matters = [
        Matter::Name,
        Matter::Brand,
        Matter::Content,
        Matter::Maker,
        Matter::Storage,
        Matter::Standard,
        Matter::Origin,
        Matter::Ingredients,
        Matter::Allergens,
        Matter::AllergenCodes,
        Matter::NetWeight,
    ];
    let said = matters.map(|matter| Said {
        matter,
        claims: claims(matter, first, others),
    });
    let is_told = |said: &Said| {
        let first_is_silent = value(first, said.matter).is_none();
        said.claims.len() > 1 || (first_is_silent && !said.claims.is_empty())
    };
    said.into_iter().filter(is_told).collect()
}

fn claims(matter: Matter, first: &Product, others: &[Product]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for product in [first].into_iter().chain(others) {
        let Some(value) = value(product, matter) else {
            continue;
        };
        if claims.iter().all(|claim| differ(&claim.value, &value)) {
            let by = product.by.clone();
            claims.push(Claim { value, by });
        }
    }
    claims
}

fn value(product: &Product, matter: Matter) -> Option<Text> {
    let same = |text: &Option<String>| text.clone().map(Text::same);
    let value = match matter {
        Matter::Name => Some(product.name.clone()),
        Matter::Brand => same(&product.brand),
        Matter::Content => same(&product.net_content),
        Matter::Maker => product.producer.as_ref().map(|maker| maker.name.clone()),
        Matter::Storage => product.storage.clone(),
        Matter::Standard => same(&product.standard),
        Matter::Origin => product.origin.clone(),
        Matter::Ingredients => product.food.ingredients.clone(),
        Matter::Allergens => product.food.allergen_statement.clone(),
        Matter::AllergenCodes => product.food.allergen_list(),
        Matter::NetWeight => same(&product.net_weight),
    };
    value.filter(|text| !text.is_empty())
}

/// Whether two texts differ in a language that both have; where they share none, nobody can tell.
fn differ(one: &Text, other: &Text) -> bool {
    let both = |a: &str, b: &str| !a.is_empty() && !b.is_empty();
    let vi = both(&one.vi, &other.vi) && plain(&one.vi) != plain(&other.vi);
    let en = both(&one.en, &other.en) && plain(&one.en) != plain(&other.en);
    vi || (en && !both(&one.vi, &other.vi))
}

/// A text without what makes no difference: case, space, full stops. What makes another number stays: the point or comma
/// between two digits, and the minus or dash before one. A hyphen after a letter is none.
fn plain(text: &str) -> String {
    let mut kept = String::new();
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(char) = rest.next() {
        let is_before_digit = rest.peek().is_some_and(char::is_ascii_digit);
        let is_minus = matches!(char, '-' | '\u{2212}') && !before.is_alphabetic();
        match char {
            '.' | ',' if is_before_digit && before.is_ascii_digit() => kept.push(char),
            _ if is_minus && is_before_digit => kept.push('-'),
            _ if char.is_alphanumeric() => kept.extend(char.to_lowercase()),
            _ => {}
        }
        before = char;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_makes_another_number_makes_a_difference() {
        for (one, other, are_alike) in [
            ("1.5 kg", "15 kg", false),
            ("1.5 kg", "1,5 kg", false),
            ("-18 °C", "18 °C", false),
            ("-18 °C", "\u{2212}18°C", true),
            ("2-8 °C", "28 °C", false),
            ("Chè xanh.", "CHÈ-XANH", true),
            ("100 g", "100g.", true),
        ] {
            assert_eq!(plain(one) == plain(other), are_alike, "{one} {other}");
        }
    }
}
