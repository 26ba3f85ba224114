//! What a bulk buyer takes along from a producer: its goods with content, price, number and certificates, and how to reach it.

use super::spreadsheet::csv;
use crate::gs1::Gtin;
use crate::sources::place::{Organization, ProductEntry};
use crate::sources::product::Certificate;
use crate::words::Lang;
use time::Date;

/// One of the goods, as it stands on paper. What is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its number as it stands under the bars.
    pub gtin: String,
    /// Net content with its unit: `100 g`.
    pub content: String,
    /// Price in đồng.
    pub price_vnd: Option<u32>,
    /// Its certificates that are in force, each with its number.
    pub certificates: String,
}

/// The goods of a producer, as of a day.
pub fn rows(producer: &Organization, today: Date, lang: Lang) -> Vec<Row> {
    producer
        .products
        .iter()
        .map(|product| row(product, today, lang))
        .collect()
}

fn row(product: &ProductEntry, today: Date, lang: Lang) -> Row {
    let certificates = product.certificates.iter();
    let certificates: Vec<String> = certificates
        .filter(|certificate| is_in_force(certificate, today))
        .map(|certificate| named(certificate, lang))
        .collect();
    Row {
        name: product.name.in_lang(lang).to_owned(),
        gtin: Gtin::parse(&product.gtin)
            .map_or_else(|_| product.gtin.clone(), |gtin| gtin.shown().to_owned()),
        content: product.net_content.clone().unwrap_or_default(),
        price_vnd: product.price_vnd,
        certificates: certificates.join("; "),
    }
}

fn is_in_force(certificate: &Certificate, today: Date) -> bool {
    certificate.from.is_none_or(|from| from <= today) && certificate.to.is_none_or(|to| today <= to)
}

fn named(certificate: &Certificate, lang: Lang) -> String {
    let title = certificate.title.in_lang(lang);
    match &certificate.number {
        Some(number) => format!("{title} ({number})"),
        None => title.to_owned(),
    }
}

/// The sheet as a table: one row a product, each with its producer, so that the sheets of several can be put together.
pub fn as_csv(producer: &Organization, today: Date, lang: Lang) -> String {
    let contact = |read: fn(&crate::sources::contact::Contact) -> Option<String>| {
        producer.contacts.iter().find_map(read).unwrap_or_default()
    };
    let of_producer = [
        producer.name.in_lang(lang).to_owned(),
        producer.gln.clone().unwrap_or_default(),
        producer.commune.clone().unwrap_or_default(),
        contact(|contact| contact.telephone.clone()),
        contact(|contact| contact.zalo.clone()),
        contact(|contact| contact.mail.clone()),
        producer.web.clone().unwrap_or_default(),
    ];
    let goods = rows(producer, today, lang).into_iter().map(|row| {
        let price = row.price_vnd.map(|price| price.to_string());
        let own = [
            row.name,
            row.gtin,
            row.content,
            price.unwrap_or_default(),
            row.certificates,
        ];
        own.into_iter()
            .chain(of_producer.clone())
            .collect::<Vec<String>>()
    });
    let head = lang.producer().columns.map(str::to_owned).to_vec();
    csv(std::iter::once(head).chain(goods))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use time::Month;

    fn producer() -> Organization {
        let document = json!({
            "@id": "https://id.gs1.org/417/9528060010001", "organizationName": {"vi": "=Hợp tác xã", "en": "=Co-operative"},
            "address": {"addressLocality": "Xã Tả Lèng"},
            "contactPoint": {"telephone": "+84 213 000 0001", "email": "a@b.example"}, "lc:web": "https://coop.example/",
            "lc:products": [
                {
                    "gtin": "09528060010018", "name": {"vi": "Chè, xanh", "en": "Tea, green"},
                    "netContent": {"value": 100, "unitCode": "GRM"}, "lc:priceVnd": 120000,
                    "certification": [
                        {"certificationType": "ocop", "certificationStandard": "OCOP 4 sao", "certificationIdentification": "MAU-1",
                         "certificationStartDate": "2025-06-01", "certificationEndDate": "2028-05-31"},
                        {"certificationType": "vietgap", "certificationStandard": "VietGAP", "certificationIdentification": "MAU-2",
                         "certificationEndDate": "2026-11-22"},
                        {"certificationType": "vietgap", "certificationStandard": "VietGAP", "certificationIdentification": "MAU-3",
                         "certificationStartDate": "2026-11-24"},
                    ],
                },
                {"gtin": "09528060010025", "name": "Hồng trà"},
            ],
        });
        Organization::read(&document, "/api/417/9528060010001.json").unwrap()
    }

    fn today() -> Date {
        Date::from_calendar_date(2026, Month::November, 23).unwrap()
    }

    #[test]
    fn goods_stand_with_what_is_known_and_certificates_in_force() {
        let rows = rows(&producer(), today(), Lang::Vi);
        let first = Row {
            name: "Chè, xanh".into(),
            gtin: "9528060010018".into(),
            content: "100 g".into(),
            price_vnd: Some(120_000),
            certificates: "OCOP 4 sao (MAU-1)".into(),
        };
        let second = Row {
            name: "Hồng trà".into(),
            gtin: "9528060010025".into(),
            ..Row::default()
        };
        assert_eq!(rows, [first, second]);
    }

    #[test]
    fn the_table_names_the_producer_in_each_row_and_holds_no_formula() {
        let table = as_csv(&producer(), today(), Lang::En);
        let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        let head = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let cell = |row: usize, name: &str| {
            let place = head.iter().position(|column| column == name);
            rows[row][place.unwrap_or_else(|| panic!("no {name} in {head:?}"))].to_owned()
        };
        assert_eq!(rows.len(), 2);
        assert_eq!(cell(0, "Product"), "Tea, green");
        assert_eq!(cell(0, "Price (VND)"), "120000");
        assert_eq!(cell(1, "Price (VND)"), "");
        for row in [0, 1] {
            assert_eq!(cell(row, "Producer"), "'=Co-operative");
            assert_eq!(cell(row, "Telephone"), "'+84 213 000 0001");
            assert_eq!(cell(row, "Web"), "https://coop.example/");
            assert_eq!(cell(row, "Zalo"), "");
        }
    }
}
