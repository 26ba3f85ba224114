//! A starter folder for an organiser: the sample market as tables of a spreadsheet program.

use crate::tables;
use std::collections::BTreeMap;

/// The files of the starter folder by their names.
pub fn example() -> BTreeMap<String, String> {
    let file = |name: &str| {
        let found = SAMPLE.iter().find(|(known, _)| *known == name);
        found.map(|(_, text)| (*text).to_owned())
    };
    // OK because the sample market stands in the program, and a test holds that it has no fault.
    tables::csv(&file).unwrap_or_default()
}

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../data/market/", $name)))),+]
    };
}

/// The files of the sample market.
const SAMPLE: [(&str, &str); 35] = files![
    "fair.json",
    "index.json",
    "places.json",
    "producers.json",
    "products.json",
    "journeys/ca-tam-hun-khoi-CT261028.jsonld",
    "journeys/cham-cheo-CC261030.jsonld",
    "journeys/chuoi-say-deo-CS260920.jsonld",
    "journeys/dong-phuong-my-nhan-DM260612.jsonld",
    "journeys/duong-quy-DQ260112.jsonld",
    "journeys/gao-seng-cu-SC261003.jsonld",
    "journeys/gao-te-rau-TR261006.jsonld",
    "journeys/hong-tra-shan-H260510.jsonld",
    "journeys/khan-lanh-KL261010.jsonld",
    "journeys/la-tam-dao-LT260816.jsonld",
    "journeys/mac-ca-MC260822.jsonld",
    "journeys/mac-khen-MK261018.jsonld",
    "journeys/mat-ong-rung-MO260512.jsonld",
    "journeys/mien-dong-MD260118.jsonld",
    "journeys/nep-tan-co-giang-NT261015.jsonld",
    "journeys/phi-le-ca-hoi-CH261102.jsonld",
    "journeys/que-thanh-QT260905.jsonld",
    "journeys/ruoc-ca-hoi-RC261020.jsonld",
    "journeys/sam-lai-chau-SL261105.jsonld",
    "journeys/sap-ong-SA260602.jsonld",
    "journeys/thao-qua-TQ261004.jsonld",
    "journeys/thit-trau-gac-bep-TT261024.jsonld",
    "journeys/tra-o-long-OL260925.jsonld",
    "journeys/tra-xanh-shan-S260918.jsonld",
    "journeys/x-cert-tra-o-long-OL260326.jsonld",
    "journeys/x-coldchain-phi-le-ca-hoi-CH261108.jsonld",
    "journeys/x-expired-ruoc-ca-hoi-RC260215.jsonld",
    "journeys/x-gap-mat-ong-rung-MO260420.jsonld",
    "journeys/x-mass-mac-ca-MC260830.jsonld",
    "journeys/x-recall-thit-trau-TT261012.jsonld",
];
