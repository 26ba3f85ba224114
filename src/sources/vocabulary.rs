//! The names of the GS1 vocabularies without their wrapping: prefixes, URNs and URLs of one name mean the same.

/// The vocabularies whose names are read without their prefix; a name of any other vocabulary is not ours.
const PREFIXES: [&str; 15] = [
    "gs1:",
    "https://ref.gs1.org/voc/",
    "http://ref.gs1.org/voc/",
    "https://gs1.org/voc/",
    "http://gs1.org/voc/",
    "lc:",
    "https://chophien.example/voc/",
    "cbvmda:",
    "urn:epcglobal:cbv:mda#",
    "cbv:",
    "https://ref.gs1.org/cbv/",
    "http://ref.gs1.org/cbv/",
    "epcis:",
    "https://ref.gs1.org/epcis/",
    "http://www.iana.org/assignments/relation/",
];

/// A name without the prefix of a known vocabulary: `productName` of `gs1:productName`.
/// A name of another vocabulary stays as it stands.
pub fn local_name(name: &str) -> &str {
    // Most names are bare, and every member of every document comes by here.
    if !name.contains(':') {
        return name;
    }
    PREFIXES
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
        .unwrap_or(name)
}

/// A word of the Core Business Vocabulary without its wrapping: `shipping` of `cbv:BizStep-shipping`,
/// `urn:epcglobal:cbv:bizstep:shipping` or `https://ref.gs1.org/cbv/BizStep-shipping`. Words of others stay as they stand.
pub fn word(name: &str) -> &str {
    if let Some(rest) = name.strip_prefix("urn:epcglobal:cbv:") {
        return rest.rsplit(':').next().unwrap_or(rest);
    }
    let local = local_name(name);
    match local.split_once('-') {
        Some((_, word)) if local.len() < name.len() => word,
        _ => local,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_known_vocabularies_are_read_without_prefix() {
        for (name, local) in [
            ("productName", "productName"),
            ("gs1:productName", "productName"),
            ("https://ref.gs1.org/voc/pip", "pip"),
            ("https://gs1.org/voc/pip", "pip"),
            ("http://gs1.org/voc/pip", "pip"),
            ("lc:asOf", "asOf"),
            ("urn:epcglobal:cbv:mda#name", "name"),
            ("ext1:title", "ext1:title"),
            ("https://example.com/voc/pip", "https://example.com/voc/pip"),
        ] {
            assert_eq!(local_name(name), local, "{name}");
        }
    }

    #[test]
    fn vocabulary_words_are_bared() {
        for (name, bare) in [
            ("shipping", "shipping"),
            ("cbv:BizStep-shipping", "shipping"),
            ("urn:epcglobal:cbv:bizstep:shipping", "shipping"),
            ("https://ref.gs1.org/cbv/BizStep-shipping", "shipping"),
            ("cbv:Disp-in_transit", "in_transit"),
            ("gs1:Temperature", "Temperature"),
            ("gs1:MeasurementType-Temperature", "Temperature"),
            (
                "https://example.com/steps/dye-twice",
                "https://example.com/steps/dye-twice",
            ),
            ("slow-dry", "slow-dry"),
        ] {
            assert_eq!(word(name), bare, "{name}");
        }
    }
}
