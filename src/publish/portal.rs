//! The table that the national portal registers goods from: name, picture, net content, GTIN and the organisation.

use super::index::Index;
use super::terms::picture;
use crate::tables::{Market, Product};

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
    let index = Index::of(market);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut put = |cells: [String; 10]| {
        writer
            .write_record(cells)
            .expect("a Vec takes whatever is written")
    };
    put(HEADER.map(str::to_owned));
    for product in &market.products {
        put(row(&index, product));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

fn row(index: &Index, product: &Product) -> [String; 10] {
    let producer = index.producer(&product.producer);
    let of = |read: fn(&crate::tables::Producer) -> String| producer.map(read).unwrap_or_default();
    [
        product.name.vi.clone(),
        format!("{}{}", index.market.site, picture(product)),
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
