//! Identifiers in their canonical web form: EPC Pure Identity URNs (GS1 EPC Tag Data Standard 2.1 §6; class and pattern URIs §8)
//! → GS1 Digital Links, and these made canonical.

use crate::gs1::DigitalLink;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What a Digital Link leaves as it stands in a value (RFC 3986 §2.3).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The canonical web form of an identifier; `None` for one that has none, or is of a kind that is not known here.
pub fn web_uri(id: &str) -> Option<String> {
    if id.starts_with("urn:epc:") {
        return path(id).map(|path| format!("https://id.gs1.org{path}"));
    }
    let is_web = id.starts_with("https://") || id.starts_with("http://");
    if !is_web {
        return None;
    }
    let mut link = DigitalLink::parse(id).ok()?;
    // Only the finest level counts: an item says no lot, a lot no variant.
    let finest = link.qualifiers.pop().filter(|(ai, _)| ai != "22");
    link.qualifiers = finest.into_iter().collect();
    Some(link.canonical())
}

/// The path of the Digital Link for an EPC URN: `/01/00614141123452/21/7` of `urn:epc:id:sgtin:0614141.012345.7`.
/// `None` where the scheme has no GS1 key or the parts do not fit it.
fn path(urn: &str) -> Option<String> {
    let rest = urn.strip_prefix("urn:epc:")?;
    let (form, rest) = rest.split_once(':')?;
    let (scheme, value) = rest.split_once(':')?;
    if !matches!(form, "id" | "class" | "idpat") {
        return None;
    }
    let parts: Vec<&str> = value.splitn(parts_of(scheme)?, '.').collect();
    let (company, rest) = parts.split_first()?;
    let is_whole = rest.iter().all(|part| !part.is_empty());
    if !is_whole || !is_number(company) || !(6..=12).contains(&company.len()) {
        return None;
    }
    key(scheme, company, rest)
}

/// How many parts the value of a scheme has. The last one may itself hold dots.
fn parts_of(scheme: &str) -> Option<usize> {
    match scheme {
        "sscc" | "giai" | "gsrn" | "gsrnp" | "pgln" | "ginc" | "gsin" => Some(2),
        "sgtin" | "lgtin" | "upui" | "sgln" | "grai" | "gdti" | "sgcn" | "cpi" => Some(3),
        "itip" => Some(5),
        _ => None,
    }
}

fn key(scheme: &str, company: &str, rest: &[&str]) -> Option<String> {
    match (scheme, rest) {
        ("sgtin", [item, serial]) => Some(one(&gtin(company, item)?, "21", serial)),
        ("lgtin", [item, lot]) => Some(one(&gtin(company, item)?, "10", lot)),
        ("upui", [item, number]) => Some(one(&gtin(company, item)?, "235", number)),
        ("sscc", [serial]) => Some(format!("/00/{}", indicated(company, serial, 17)?)),
        ("sgln", [place, "0" | "*"]) => Some(format!("/414/{}", checked(company, place, 12)?)),
        ("sgln", [place, extension]) => Some(one(
            &format!("/414/{}", checked(company, place, 12)?),
            "254",
            extension,
        )),
        ("pgln", [party]) => Some(format!("/417/{}", checked(company, party, 12)?)),
        ("grai", [kind, serial]) => Some(joined(
            "8003",
            &format!("0{}", checked(company, kind, 12)?),
            serial,
        )),
        ("gdti", [kind, serial]) => Some(joined("253", &checked(company, kind, 12)?, serial)),
        ("sgcn", [coupon, serial]) => Some(joined("255", &checked(company, coupon, 12)?, serial)),
        ("giai", [asset]) => Some(joined("8004", company, asset)),
        ("gsrn", [service]) => Some(format!("/8018/{}", checked(company, service, 17)?)),
        ("gsrnp", [service]) => Some(format!("/8017/{}", checked(company, service, 17)?)),
        ("ginc", [consignment]) => Some(joined("401", company, consignment)),
        ("gsin", [shipment]) => Some(format!("/402/{}", checked(company, shipment, 16)?)),
        ("cpi", [part, serial]) => Some(one(&joined("8010", company, part), "8011", serial)),
        ("itip", [item, piece, total, serial]) => {
            let item = gtin(company, item)?.replacen("/01/", "/8006/", 1);
            Some(one(&format!("{item}{piece}{total}"), "21", serial))
        }
        _ => None,
    }
}

/// The product: the first digit of the item reference is the indicator and stands in front.
fn gtin(company: &str, item: &str) -> Option<String> {
    Some(format!("/01/{}", indicated(company, item, 13)?))
}

/// A number whose first digit stands before the company prefix, with its check digit.
fn indicated(company: &str, reference: &str, length: usize) -> Option<String> {
    let (first, rest) = reference.split_at_checked(1)?;
    checked(first, &format!("{company}{rest}"), length)
}

/// Two runs of digits as one number of this length, with its check digit.
fn checked(first: &str, second: &str, length: usize) -> Option<String> {
    let digits = format!("{first}{second}");
    (digits.len() == length && is_number(&digits)).then(|| format!("{digits}{}", check_digit(&digits)))
}

/// The check digit: weights 3, 1, 3 … from the right (GS1 General Specifications §7.9).
fn check_digit(digits: &str) -> u32 {
    let values = digits.bytes().rev().map(|digit| u32::from(digit - b'0')); // OK because all are digits.
    let sum: u32 = values
        .zip([3, 1].into_iter().cycle())
        .map(|(digit, weight)| digit * weight)
        .sum();
    (10 - sum % 10) % 10
}

/// A key with one qualifier; the pattern `*` says nothing about it.
fn one(key: &str, ai: &str, value: &str) -> String {
    match value {
        "*" => key.to_owned(),
        _ => format!("{key}/{ai}/{}", encoded(value)),
    }
}

/// A key whose value ends in a serial or reference of any characters.
fn joined(ai: &str, number: &str, serial: &str) -> String {
    let serial = if serial == "*" { "" } else { serial };
    format!("/{ai}/{number}{}", encoded(serial))
}

/// A part of a URN as a value of a Digital Link: both escape other characters.
fn encoded(part: &str) -> String {
    utf8_percent_encode(&percent_decode_str(part).decode_utf8_lossy(), ENCODED).to_string()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::json_ld::canonical;
    use super::web_uri;

    #[test]
    fn epc_urns_and_digital_links_are_one_identity() {
        for (urn, path) in [
            (
                "urn:epc:id:sgtin:0614141.107346.2017",
                "/01/10614141073464/21/2017",
            ),
            (
                "urn:epc:id:sgtin:0614141.107346.a%2Fb.c",
                "/01/10614141073464/21/a%2Fb.c",
            ),
            (
                "urn:epc:class:lgtin:4012345.012345.998877",
                "/01/04012345123456/10/998877",
            ),
            ("urn:epc:idpat:sgtin:4012345.098765.*", "/01/04012345987652"),
            ("urn:epc:id:sscc:0614141.1234567890", "/00/106141412345678908"),
            (
                "urn:epc:id:sgln:0614141.07346.1234",
                "/414/0614141073467/254/1234",
            ),
            ("urn:epc:id:sgln:0012345.11111.0", "/414/0012345111112"),
            ("urn:epc:id:pgln:4012345.00225", "/417/4012345002256"),
            ("urn:epc:id:grai:4012345.55555.98765", "/8003/0401234555555498765"),
            ("urn:epc:id:giai:4000001.111", "/8004/4000001111"),
            (
                "urn:epc:id:gdti:0614141.00001.1618034",
                "/253/06141410000121618034",
            ),
            ("urn:epc:id:gsrn:0614141.0000010253", "/8018/061414100000102534"),
            (
                "urn:epc:id:itip:4012345.012345.01.02.987",
                "/8006/040123451234560102/21/987",
            ),
            (
                "urn:epc:id:upui:1234567.089456.51qIgY%29",
                "/01/01234567894560/235/51qIgY%29",
            ),
        ] {
            assert_eq!(canonical(urn), format!("https://id.gs1.org{path}"), "{urn}");
        }
    }

    #[test]
    fn other_urns_stay_as_they_stand() {
        for urn in [
            "urn:epc:id:gid:95100000.12345.400",
            "urn:epc:id:sgtin:0614141.107346",
            "urn:epc:id:sgtin:061414.107346.1",
            "urn:epc:id:sgtin:061414x.107346.1",
            "urn:epc:id:sgtin:0614141..1",
            "urn:epc:id:sscc:0614141.é34567890",
            "urn:epc:tag:sgtin-96:3.0614141.812345.6789",
            "urn:epc:id:",
            "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8",
            "urn:epcglobal:cbv:bt:0614141073467:1152",
        ] {
            assert_eq!(canonical(urn), urn);
        }
    }

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
