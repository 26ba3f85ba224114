//! How long the search takes among 10,000 products, built as the app is (opt-level z). The aim is 16 ms, one frame.

// A bench ends at the first surprise.
#![allow(clippy::unwrap_used)]

use cho_phien::market::catalogue::Card;
use cho_phien::market::search::{Catalogue, Query};
use cho_phien::words::Text;
use std::time::Instant;

const PRODUCTS: usize = 10_000;
const ROUNDS: usize = 21;
const NAMES: [&str; 8] = [
    "Chè xanh Shan cổ thụ",
    "Gạo tẻ râu",
    "Mật ong hoa rừng",
    "Thịt trâu gác bếp",
    "Miến dong sợi nhỏ",
    "Đương quy thái lát",
    "Quế thanh loại một",
    "Cá hồi vân phi lê",
];
const COMMUNES: [&str; 4] = ["Xã Tả Lèng", "Xã Bình Lư", "Xã Sìn Hồ", "Phường Tân Phong"];

fn card(number: usize) -> Card {
    let name = NAMES[number % NAMES.len()];
    Card {
        gtin: format!("0952{:010}", number * 7),
        name: Text::new(format!("{name} {number}"), format!("Highland goods {number}")),
        producer_name: Text::same(format!("Hợp tác xã số {}", number % 400)),
        commune: COMMUNES[number % COMMUNES.len()].into(),
        ..Card::default()
    }
}

fn main() {
    let start = Instant::now();
    let mut catalogue = Catalogue::default();
    for page in 0..PRODUCTS / 100 {
        catalogue.add((page * 100..(page + 1) * 100).map(card).collect());
    }
    println!(
        "reading {PRODUCTS} products: {:.1} ms",
        start.elapsed().as_secs_f64() * 1e3
    );
    for text in ["che shan", "gao te dau binh lu", "5321", "mật omg"] {
        let query = Query {
            text: text.into(),
            ..Query::default()
        };
        let mut times: Vec<f64> = (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                assert!(!catalogue.find(&query).is_empty(), "{text}");
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!(
            "{text:?}: median {:.1} ms, slowest {:.1} ms",
            times[ROUNDS / 2],
            times[ROUNDS - 1]
        );
    }
}
