//! Which data elements of the law are found in a journey, and what each rests on.

use super::market::{Market, identity, today};
use cho_phien::journey::{Journey, tell};
use cho_phien::sources::Findings;

#[test]
fn each_element_is_proven_declared_or_missing() {
    let market = Market::read();
    let row = market.journey("S260918");
    let link = identity(row["digitalLink"].as_str().unwrap());
    let full = market.findings(&row);
    let no_product = Findings {
        product: None,
        ..full.clone()
    };
    let proven = "trace-code lot certificates";
    let missing = "product-name picture producer-name producer-address brand-serial standards organisation-id certificates safety";
    check(&tell(&link, full, today()), proven, "");
    check(&tell(&link, no_product, today()), "lot", missing);
    let nothing = tell(&link, Findings::default(), today());
    let found: Vec<&str> = nothing
        .conformity
        .elements
        .iter()
        .filter(|element| element.proof.word() != "missing")
        .map(|element| element.key)
        .collect();
    assert_eq!(found, ["trace-code", "lot"]);
}

#[test]
fn the_standard_of_the_kind_stands_first() {
    let market = Market::read();
    for (lot, number) in [
        ("S260918", "TCVN 13993:2024"),
        ("MO260512", "TCVN 13843:2023"),
        ("TT261024", "TCVN 13166-2:2020"),
        ("CH261102", "TCVN 13991:2024"),
        ("MD260118", "TCVN 13987:2024"),
        ("KL261010", "TCVN 12850:2019"),
    ] {
        let row = market.journey(lot);
        let link = identity(row["digitalLink"].as_str().unwrap());
        let journey = tell(&link, market.findings(&row), today());
        assert_eq!(journey.conformity.standards[0].number, number, "{lot}");
    }
}

/// Compares the keys of the elements that are proven, and of those that are missing.
fn check(journey: &Journey, proven: &str, missing: &str) {
    let keys = |word: &str| {
        let elements = journey.conformity.elements.iter();
        let meant = elements.filter(|element| element.proof.word() == word);
        meant.map(|element| element.key).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(journey.conformity.elements.len(), 16);
    assert_eq!(
        (keys("proven").as_str(), keys("missing").as_str()),
        (proven, missing)
    );
}
