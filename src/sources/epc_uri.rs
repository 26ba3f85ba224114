//! Identifiers in their canonical web form: EPC URIs (EPC Tag Data Standard 2.0, 6.3) → GS1 Digital Links, and these made canonical.

use crate::gs1::DigitalLink;

/// The canonical web form of an identifier; `None` for one that has none, or is of a kind that is not known here.
pub fn web_uri(id: &str) -> Option<String> {
    if let Some(rest) = id.strip_prefix("urn:epc:") {
        return of_epc(rest);
    }
    let is_web = id.starts_with("https://") || id.starts_with("http://");
    if !is_web {
        return None;
    }
    let Ok(mut link) = DigitalLink::parse(id) else {
        return other_key(id);
    };
    // Only the finest level counts: an item says no lot, a lot no variant.
    let finest = link.qualifiers.pop().filter(|(ai, _)| ai != "22");
    link.qualifiers = finest.into_iter().collect();
    Some(link.canonical())
}

/// A Digital Link of a key that no page of the app is about, on the canonical host: assets, documents, services.
fn other_key(id: &str) -> Option<String> {
    let keys = [
        "253", "255", "401", "402", "8003", "8004", "8006", "8010", "8017", "8018",
    ];
    let address = id.split(['?', '#']).next()?;
    let at = keys
        .iter()
        .filter_map(|key| address.find(&format!("/{key}/")))
        .min()?;
    Some(format!("https://id.gs1.org{}", address.get(at..)?))
}

/// Scheme, company prefix, reference and what stands behind them.
fn of_epc(rest: &str) -> Option<String> {
    let (scheme, value) = rest.split_once(':').and_then(|(kind, rest)| {
        let (scheme, value) = rest.split_once(':')?;
        matches!(kind, "id" | "class" | "idpat").then_some((scheme, value))
    })?;
    let parts: Vec<&str> = value.splitn(3, '.').collect();
    let root = "https://id.gs1.org";
    match (scheme, parts.as_slice()) {
        ("sgtin", [prefix, item, serial]) => {
            let (indicator, item) = item.split_at_checked(1)?;
            let gtin = with_check_digit(&format!("{indicator}{prefix}{item}"))?;
            Some(match *serial {
                "*" => format!("{root}/01/{gtin}"),
                serial => format!("{root}/01/{gtin}/21/{serial}"),
            })
        }
        ("lgtin", [prefix, item, lot]) => {
            let (indicator, item) = item.split_at_checked(1)?;
            let gtin = with_check_digit(&format!("{indicator}{prefix}{item}"))?;
            Some(format!("{root}/01/{gtin}/10/{lot}"))
        }
        ("sscc", [prefix, serial]) => {
            let (extension, serial) = serial.split_at_checked(1)?;
            Some(format!(
                "{root}/00/{}",
                with_check_digit(&format!("{extension}{prefix}{serial}"))?
            ))
        }
        ("sgln", [prefix, place, extension]) => {
            let gln = with_check_digit(&format!("{prefix}{place}"))?;
            Some(match *extension {
                "0" => format!("{root}/414/{gln}"),
                extension => format!("{root}/414/{gln}/254/{extension}"),
            })
        }
        ("pgln", [prefix, party]) => Some(format!(
            "{root}/417/{}",
            with_check_digit(&format!("{prefix}{party}"))?
        )),
        ("gdti", [prefix, kind, serial]) => Some(format!(
            "{root}/253/{}{serial}",
            with_check_digit(&format!("{prefix}{kind}"))?
        )),
        ("grai", [prefix, kind, serial]) => {
            let number = with_check_digit(&format!("{prefix}{kind}"))?;
            Some(match *serial {
                "*" => format!("{root}/8003/0{number}"),
                serial => format!("{root}/8003/0{number}{serial}"),
            })
        }
        ("giai", [prefix, rest @ ..]) if !rest.is_empty() => {
            Some(format!("{root}/8004/{prefix}{}", rest.join(".")))
        }
        _ => None,
    }
}

/// The digits with their check digit: weights 3 and 1 in turn, from the right (GS1 General Specifications, 7.9).
fn with_check_digit(digits: &str) -> Option<String> {
    let mut sum = 0;
    for (digit, weight) in digits.chars().rev().zip([3, 1].into_iter().cycle()) {
        sum += digit.to_digit(10)? * weight;
    }
    Some(format!("{digits}{}", (10 - sum % 10) % 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_take_their_canonical_web_form() {
        for (id, expect) in [
            (
                "urn:epc:id:sgtin:0614141.107346.2017",
                "https://id.gs1.org/01/10614141073464/21/2017",
            ),
            (
                "urn:epc:class:lgtin:4012345.022222.87545GHGH",
                "https://id.gs1.org/01/04012345222227/10/87545GHGH",
            ),
            (
                "urn:epc:idpat:sgtin:4012345.044444.*",
                "https://id.gs1.org/01/04012345444445",
            ),
            (
                "urn:epc:id:sgln:0614141.07346.1234",
                "https://id.gs1.org/414/0614141073467/254/1234",
            ),
            (
                "urn:epc:id:sgln:4012345.00011.0",
                "https://id.gs1.org/414/4012345000115",
            ),
            (
                "urn:epc:id:pgln:4012345.00000",
                "https://id.gs1.org/417/4012345000009",
            ),
            (
                "https://shop.example/01/09528060010018/22/V/10/A/21/7?17=280912",
                "https://id.gs1.org/01/09528060010018/21/7",
            ),
            (
                "https://shop.example/01/09528060010018/22/V",
                "https://id.gs1.org/01/09528060010018",
            ),
            ("urn:uuid:1", ""),
            ("urn:epc:id:sgtin:x", ""),
            ("urn:epc:id:sscc:1", ""),
        ] {
            assert_eq!(web_uri(id).unwrap_or_default(), expect, "{id}");
        }
    }
}
