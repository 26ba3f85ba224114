//! The open figures (`api/figures.json`): what the published data of the market come to, for the public and the province.

use super::fair::word;
use crate::sources::json_ld::{flag, get, many, string, text, whole};
use crate::words::Text;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The figures of one market on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// Whether it is sample data that was counted.
    pub sample: bool,
    /// The day the data stands for (YYYY-MM-DD).
    pub as_of: String,
    /// The whole market.
    #[serde(flatten)]
    pub all: Counts,
    /// By the commune of the producer, the most products first.
    pub communes: Vec<CommuneFigures>,
    /// By category, in the order of the market.
    pub categories: Vec<CategoryFigures>,
    /// What all checks of a lot came to.
    pub verdicts: Verdicts,
    /// By data element, in the order of the law.
    pub elements: Vec<ElementFigures>,
    /// By the age of the latest step on `as_of`, the youngest first. Lots without a step are in none.
    pub ages: Vec<AgeFigures>,
}

/// How many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Producers that have such products.
    pub producers: u32,
    /// Products.
    pub products: u32,
    /// Published lots of these products.
    pub lots: u32,
    /// The lots in whose journey the app finds nothing missing.
    pub complete: u32,
}

/// What one commune or ward has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CommuneFigures {
    /// Its name.
    pub name: String,
    /// Its province.
    pub province: String,
    /// How many there are.
    #[serde(flatten)]
    pub counts: Counts,
    /// Its products by the id of their category; a category without any is left out.
    pub products_by_category: BTreeMap<String, u32>,
}

/// What there is of one category.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CategoryFigures {
    /// Its id, such as `nong-san`.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// How many there are.
    #[serde(flatten)]
    pub counts: Counts,
}

/// Lots by what all checks together came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verdicts {
    /// Nothing irregular was seen.
    pub ok: u32,
    /// It could not be checked.
    pub unknown: u32,
    /// Something is missing or does not fit.
    pub warn: u32,
    /// Recalled, expired or changed: not to be used.
    pub stop: u32,
}

/// Lots by what one data element rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ElementFigures {
    /// Its name for programs: `product-name`.
    pub key: String,
    /// What it is called.
    pub name: Text,
    /// The number of the legal text that asks for it: `02/2024/TT-BKHCN`.
    pub law: String,
    /// Whether it must be there; the others only where there is such a thing.
    pub required: bool,
    /// Lots in which somebody else than the producer shows it, or the code itself bears it.
    pub shown: u32,
    /// Lots in which the producer or organiser declares it, with or without a signature.
    pub declared: u32,
    /// Lots in which it is missing.
    pub missing: u32,
}

/// Lots by the age of their latest step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AgeFigures {
    /// At most so many days old, and older than the group before; `None` for all that is older still.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub up_to_days: Option<u32>,
    /// How many lots.
    pub lots: u32,
}

impl Figures {
    /// Reads what `figures.json` says. What is missing is empty or none.
    pub fn read(document: &Value) -> Figures {
        let verdicts = get(document, "verdicts").unwrap_or(&Value::Null);
        Figures {
            sample: flag(document, "sample"),
            as_of: word(document, "asOf"),
            all: Counts::read(document),
            communes: many(document, "communes")
                .iter()
                .map(CommuneFigures::read)
                .collect(),
            categories: many(document, "categories")
                .iter()
                .map(CategoryFigures::read)
                .collect(),
            verdicts: Verdicts {
                ok: count(verdicts, "ok"),
                unknown: count(verdicts, "unknown"),
                warn: count(verdicts, "warn"),
                stop: count(verdicts, "stop"),
            },
            elements: many(document, "elements")
                .iter()
                .map(ElementFigures::read)
                .collect(),
            ages: many(document, "ages").iter().map(AgeFigures::read).collect(),
        }
    }
}

impl Counts {
    fn read(value: &Value) -> Counts {
        Counts {
            producers: count(value, "producers"),
            products: count(value, "products"),
            lots: count(value, "lots"),
            complete: count(value, "complete"),
        }
    }
}

impl CommuneFigures {
    fn read(value: &Value) -> CommuneFigures {
        let by_category = get(value, "productsByCategory").and_then(Value::as_object);
        let of =
            |(id, products): (&String, &Value)| Some((id.clone(), u32::try_from(products.as_u64()?).ok()?));
        CommuneFigures {
            name: word(value, "name"),
            province: word(value, "province"),
            counts: Counts::read(value),
            products_by_category: by_category.into_iter().flatten().filter_map(of).collect(),
        }
    }
}

impl CategoryFigures {
    fn read(value: &Value) -> CategoryFigures {
        CategoryFigures {
            id: word(value, "id"),
            name: text(value, "name").unwrap_or_default(),
            counts: Counts::read(value),
        }
    }
}

impl ElementFigures {
    fn read(value: &Value) -> ElementFigures {
        ElementFigures {
            key: word(value, "key"),
            name: text(value, "name").unwrap_or_default(),
            law: string(value, "law").unwrap_or_default(),
            required: flag(value, "required"),
            shown: count(value, "shown"),
            declared: count(value, "declared"),
            missing: count(value, "missing"),
        }
    }
}

impl AgeFigures {
    fn read(value: &Value) -> AgeFigures {
        AgeFigures {
            up_to_days: whole(value, "upToDays"),
            lots: count(value, "lots"),
        }
    }
}

fn count(value: &Value, name: &str) -> u32 {
    whole(value, name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_back_as_they_were_written() {
        let counts = Counts {
            producers: 1,
            products: 3,
            lots: 4,
            complete: 2,
        };
        let figures = Figures {
            sample: true,
            as_of: "2026-11-23".into(),
            all: counts,
            communes: vec![CommuneFigures {
                name: "Xã Tả Lèng".into(),
                province: "Lai Châu".into(),
                counts,
                products_by_category: BTreeMap::from([("nong-san".into(), 3)]),
            }],
            categories: vec![CategoryFigures {
                id: "nong-san".into(),
                name: Text::new("Nông sản", "Farm produce"),
                counts,
            }],
            verdicts: Verdicts {
                ok: 1,
                unknown: 0,
                warn: 2,
                stop: 1,
            },
            elements: vec![ElementFigures {
                key: "lot".into(),
                name: Text::new("Số lô, mẻ", "Batch or lot"),
                law: "37/2026/NĐ-CP".into(),
                required: true,
                shown: 4,
                declared: 0,
                missing: 0,
            }],
            ages: vec![
                AgeFigures {
                    up_to_days: Some(7),
                    lots: 1,
                },
                AgeFigures {
                    up_to_days: None,
                    lots: 3,
                },
            ],
        };
        assert_eq!(Figures::read(&serde_json::json!(figures)), figures);
    }

    #[test]
    fn what_is_broken_counts_as_none() {
        let document = serde_json::json!({"products": -3, "lots": "four", "communes": [7], "verdicts": [], "ages": {"lots": 2}});
        let figures = Figures::read(&document);
        assert_eq!(figures.all, Counts::default());
        assert_eq!(figures.communes, [CommuneFigures::default()]);
        assert_eq!(figures.ages[0].lots, 2, "one value stands for a list of one");
    }
}
