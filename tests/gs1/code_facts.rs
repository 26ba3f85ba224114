//! What a code says by itself, in the shopper's words.

use cho_phien::gs1::facts::{facts, inside, odd};
use cho_phien::gs1::restricted::Layout;
use cho_phien::gs1::{DigitalLink, Identity};
use cho_phien::words::Lang;

fn link(text: &str) -> DigitalLink {
    match Identity::read(text, None) {
        Ok(Identity::Gs1(link)) => link,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn values_are_told_with_their_units_and_never_as_a_claim_of_ours() {
    let check = |text: &str, vi: &str, en: &str| {
        for (lang, expected) in [(Lang::Vi, vi), (Lang::En, en)] {
            let facts = facts(&link(text), 2026, lang);
            let lines = facts.iter().map(|(label, value)| format!("{label}: {value}"));
            assert_eq!(lines.collect::<Vec<_>>().join(" | "), expected, "{text}");
        }
    };
    check(
        "4006381333931",
        "Nơi cấp dãy số: GS1 Germany",
        "Number issued by: GS1 Germany",
    );
    check(
        "8930000000019",
        "Nơi cấp dãy số: GS1 Vietnam",
        "Number issued by: GS1 Vietnam",
    );
    check("9790260000438", "Nơi cấp dãy số: ISMN", "Number issued by: ISMN");
    check("(00)106141411234567897", "", "");
    check(
        "(01)08930000000019(3103)000750(3922)12345(422)704(427)01(17)270200",
        "Nơi cấp dãy số: GS1 Vietnam | Khối lượng tịnh: 0,750\u{a0}kg | Hạn sử dụng: 28/02/2027 | Giá: 123,45 (mã không ghi loại tiền) | Nước xuất xứ, theo mã: Việt Nam | Vùng xuất xứ, theo mã: 01",
        "Number issued by: GS1 Vietnam | Net weight: 0.750\u{a0}kg | Use by: 28 Feb 2027 | Price: 123.45 (the code names no currency) | Country of origin, as the code says: Việt Nam | Region of origin, as the code says: 01",
    );
    check(
        "(01)08930000000019(3930)70412000(7003)2802290830(7007)261001261030(8008)26092308(423)156276(240)ABC(30)12",
        "Nơi cấp dãy số: GS1 Vietnam | Giá: 12000\u{a0}₫ | Hạn sử dụng: 29/02/2028 8:30 | Ngày thu hoạch: 01/10 – 30/10/2026 | Ngày sản xuất: 23/09/2026 8:00 | Nước chế biến, theo mã: Trung Quốc, Đức | Phần khác trong mã: (240) ABC | Số lượng: 12",
        "Number issued by: GS1 Vietnam | Price: 12000\u{a0}₫ | Use by: 29 Feb 2028 8:30 | Harvested: 1 Oct – 30 Oct 2026 | Made on: 23 Sep 2026 8:00 | Country of processing, as the code says: China, Germany | Also in the code: (240) ABC | Count: 12",
    );
    check(
        "(01)08930000000019(422)008(3932)8401000",
        "Nơi cấp dãy số: GS1 Vietnam | Nước xuất xứ, theo mã: nước số 008 | Giá: 10,00 (loại tiền số 840)",
        "Number issued by: GS1 Vietnam | Country of origin, as the code says: country no. 008 | Price: 10.00 (currency no. 840)",
    );
}

#[test]
fn what_is_odd_is_told_once_and_in_both_languages() {
    let link = link("(01)09528060030016(02)09528060030016(7007)261030261001");
    let told = |lang| odd(&link, &[], 2026, lang);
    let vi = told(Lang::Vi);
    assert_eq!(vi.len(), told(Lang::En).len());
    assert!(vi.iter().any(|sentence| sentence.contains("(7007)")), "{vi:?}");
    assert!(vi.iter().any(|sentence| sentence.contains("(02)")), "{vi:?}");
    let mut once = vi.clone();
    once.dedup();
    assert_eq!(once, vi);
}

#[test]
fn the_page_of_a_shops_number_says_what_it_is_and_never_that_its_prefix_is_nobodys() {
    let number = DigitalLink::parse("/01/02112345012506").unwrap();
    let layout = Layout::read("21IIIIIVVVVV", "kg", 3).unwrap();
    let told = odd(&number, &[layout], 2026, Lang::Vi);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].contains("hàng cân") && told[1].contains("1,250\u{a0}kg"),
        "{told:?}"
    );
    assert_eq!(facts(&number, 2026, Lang::Vi), []);
    let internal = odd(
        &DigitalLink::parse("/01/00412345678903").unwrap(),
        &[],
        2026,
        Lang::Vi,
    );
    assert_eq!(internal.len(), 1, "{internal:?}");
}

#[test]
fn a_shops_number_is_read_by_the_layout_that_the_organiser_tells_or_only_guessed() {
    let layouts = [
        Layout::read("21IIIIIVVVVV", "kg", 3).unwrap(),
        Layout::read("22IIIICVVVVV", "VND", 0).unwrap(),
    ];
    let told = |text: &str, layouts: &[Layout]| match Identity::read(text, None) {
        Ok(Identity::Foreign(foreign)) => inside(&foreign, layouts, Lang::Vi),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(
        told("2112345012506", &layouts),
        ["Theo cách ghi mà ban tổ chức khai: món số 12345 của cửa hàng, 1,250\u{a0}kg."]
    );
    let guessed = told("2112345012506", &[]);
    assert_eq!(guessed.len(), 2, "{guessed:?}");
    assert!(
        guessed[0].contains("không biết chắc") && guessed[1].contains("01250"),
        "{guessed:?}"
    );
    assert_eq!(told("0412345678903", &layouts), [""; 0]);
    assert_eq!(told("Chợ phiên", &layouts), [""; 0]);
}
