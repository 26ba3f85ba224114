//! The table that the national portal registers goods from: name, picture, net content, GTIN and the organisation.

use crate::api::picture;
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

/// The table as CSV with a byte order mark, one row a product.
pub fn table(market: &Market) -> String {
    let producers: BTreeMap<&str, &Producer> = market
        .producers
        .iter()
        .map(|producer| (producer.id.as_str(), producer))
        .collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut put = |cells: [String; 10]| {
        writer
            .write_record(cells)
            .expect("a Vec takes whatever is written")
    };
    put(HEADER.map(str::to_owned));
    for product in &market.products {
        put(row(
            market,
            product,
            producers.get(product.producer.as_str()).copied(),
        ));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
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
