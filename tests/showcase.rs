//! The sample market as the shop window shows it: what the search finds, and where the pages to learn from lead.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use cho_phien::market::catalogue::CataloguePage;
use cho_phien::market::query::Query;
use cho_phien::market::search::Catalogue;
use cho_phien::market::speciality::Speciality;
use cho_phien::words::Lang;
use cho_phien::{publish, tables};
use std::path::Path;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let table = |file: &str| std::fs::read_to_string(Path::new("data/market").join(file)).ok();
    let files = publish::files(&tables::read(&table).unwrap());
    let page = serde_json::from_str(&files["catalogue/1.json"]).unwrap();
    let mut catalogue = Catalogue::default();
    catalogue.add(CataloguePage::read(&page, "/api/catalogue/1.json").products);
    catalogue
});

/// The Vietnamese names of what is found.
fn found(query: &Query) -> Vec<&'static str> {
    let places = CATALOGUE.find(query).into_iter();
    places.map(|at| CATALOGUE.cards()[at].name.vi.as_str()).collect()
}

#[test]
fn a_speciality_leads_to_its_goods_in_both_languages() {
    let file = std::fs::read_to_string("public/learn/specialities.json").unwrap();
    let specialities = Speciality::read_all(&serde_json::from_str(&file).unwrap());
    let sold = [
        ("che-shan", "Chè xanh Shan cổ thụ"),
        ("o-long", "Chè Ô long Kim Tuyên"),
        ("dong-phuong-my-nhan", "Chè Đông phương mỹ nhân"),
        ("che-tinh", "Chè Ô long Kim Tuyên"),
        ("gao-seng-cu", "Gạo Séng Cù"),
        ("te-rau", "Gạo tẻ râu"),
        ("nep-tan-co-giang", "Gạo nếp Tan Co Giàng"),
        ("mien-dong", "Miến dong"),
        ("sam", "Củ sâm Lai Châu (6 năm tuổi)"),
        ("mac-ca", "Mắc ca sấy nứt vỏ"),
        ("ca-nuoc-lanh", "Phi lê cá hồi vân cấp đông"),
        ("mat-ong", "Mật ong hoa rừng"),
        ("thit-trau", "Thịt trâu gác bếp"),
        ("cham-cheo", "Chẩm chéo khô"),
        ("chuoi", "Chuối sấy dẻo"),
        ("thao-qua", "Thảo quả sấy khô"),
        ("que", "Quế thanh"),
        ("duong-quy", "Đương quy thái lát"),
        ("la-tam", "Lá tắm người Dao"),
    ];
    for one in &specialities {
        let wanted = sold.iter().find(|(id, _)| *id == one.id).map(|(_, name)| *name);
        for lang in [Lang::Vi, Lang::En] {
            let names = found(&Query::of_text(one.sought.in_lang(lang)));
            match wanted {
                Some(name) => assert!(names.contains(&name), "{} {lang:?}: {names:?}", one.id),
                None => assert!(names.is_empty(), "{} {lang:?}: {names:?}", one.id),
            }
        }
    }
}

#[test]
fn some_digits_of_a_damaged_code_rank_the_likely_goods() {
    for (text, expected) in [
        ("010018", &["Chè xanh Shan cổ thụ"][..]),
        ("0018", &["Chè xanh Shan cổ thụ"]),
        ("952806 0018", &["Chè xanh Shan cổ thụ", "Hồng trà Shan"]),
        ("80011", &["Mật ong hoa rừng"]),
        ("6008", &["Mật ong hoa rừng", "Sáp ong vàng"]),
        ("6008 mật", &["Mật ong hoa rừng"]),
        ("9528060010019", &["Chè xanh Shan cổ thụ"]),
    ] {
        assert_eq!(found(&Query::of_text(text)), expected, "{text}");
    }
}

#[test]
fn each_filter_keeps_the_goods_that_it_names() {
    let all = Query::default();
    let none = Query::default;
    let rows = [
        (all, 24),
        (
            Query {
                commune: Some("Xã Tả Lèng".into()),
                ..none()
            },
            2,
        ),
        (
            Query {
                category: Some("thu-cong".into()),
                ..none()
            },
            1,
        ),
        (
            Query {
                commune: Some("Xã Không Có".into()),
                ..none()
            },
            0,
        ),
    ];
    for (query, count) in rows {
        assert_eq!(found(&query).len(), count, "{query:?}");
    }
    let is_kept = |query: Query, is_meant: fn(&cho_phien::market::catalogue::Card) -> bool| {
        let meant = CATALOGUE.cards().iter().filter(|card| is_meant(card)).count();
        assert!(
            meant > 0 && meant < CATALOGUE.cards().len(),
            "{query:?} keeps {meant}"
        );
        assert_eq!(found(&query).len(), meant, "{query:?}");
    };
    is_kept(
        Query {
            mark: Some("ocop".into()),
            ..none()
        },
        |card| card.stars.is_some(),
    );
    is_kept(
        Query {
            month: Some(11),
            ..none()
        },
        |card| card.is_in_season(11),
    );
}
