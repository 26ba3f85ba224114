//! The table that the national portal registers goods from: name, picture, net content, GTIN and the organisation.

use crate::api::picture;
use crate::market::spreadsheet::csv;
use crate::tables::{Market, Producer, Product};
use std::collections::BTreeMap;

/// The columns: what the national traceability portal asks for (Circular 02/2024/TT-BKHCN), in its words.
const HEADER: [&str; 10] = [
    "Tên sản phẩm",
    "Hình ảnh",
    "Khối lượng tịnh",
    "Đơn vị",
    "GTIN",
    "Tổ chức",
    "Mã số thuế",
    "GLN",
    "Địa chỉ",
    "Tiêu chuẩn",
];

/// The table for spreadsheet programs, one row a product.
pub fn table(market: &Market) -> String {
    let producers: BTreeMap<&str, &Producer> = market
        .producers
        .iter()
        .map(|producer| (producer.id.as_str(), producer))
        .collect();
    let products = market.products.iter();
    let rows = products.map(|product| {
        let producer = producers.get(product.producer.as_str()).copied();
        row(market, product, producer)
    });
    csv(std::iter::once(HEADER.map(str::to_owned)).chain(rows))
}

fn row(market: &Market, product: &Product, producer: Option<&Producer>) -> [String; 10] {
    let of = |read: fn(&Producer) -> String| producer.map(read).unwrap_or_default();
    [
        product.name.vi.clone(),
        format!("{}{}", market.site, picture(product)),
        product.net.value.to_string().replace('.', ","),
        product.net.unit.to_owned(),
        product.gtin.shown().to_owned(),
        of(|producer| producer.name.vi.clone()),
        of(|producer| producer.tax_code.clone().unwrap_or_default()),
        of(|producer| producer.gln.to_string()),
        of(|producer| format!("{}, {}", producer.commune, producer.province)),
        product.standard.clone().unwrap_or_default(),
    ]
}
