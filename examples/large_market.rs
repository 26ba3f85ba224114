//! Makes up the tables of a large market, to measure `publish` with: `large_market FOLDER [PRODUCTS]`.
//!
//! A hundred products a producer, one lot a product, ten events a lot; all of it sample data.

#![allow(clippy::unwrap_used)] // OK because it is a tool of the measurements: a full disk may stop it.

use cho_phien::gs1::gtin::with_check_digit;
use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};
use std::path::Path;

/// The events of a lot: days after it began, hour, stage, and where: field, workshop or market.
const STAGES: [(u32, u32, &str, &str); 10] = [
    (1, 8, "thu hoạch", "f"),
    (1, 12, "nhập nguyên liệu", "w"),
    (1, 15, "làm héo", "w"),
    (2, 9, "sấy khô", "w"),
    (3, 9, "kiểm tra chất lượng", "w"),
    (4, 9, "đóng gói", "w"),
    (4, 11, "xếp kiện", "w"),
    (5, 6, "gửi hàng", "w"),
    (5, 13, "nhập kho", "m"),
    (6, 6, "mở kiện", "m"),
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().expect("the folder to write into");
    let count: usize = arguments.next().map_or(100_000, |count| count.parse().unwrap());
    write_tables(Path::new(&folder), count);
}

/// Writes the tables of so many products into a folder.
pub fn write_tables(folder: &Path, count: usize) {
    std::fs::create_dir_all(folder).unwrap();
    let write = |name: &str, text: String| std::fs::write(folder.join(name), text).unwrap();
    write("market.json", MARKET.to_owned());
    let producers = count.div_ceil(100);
    write(
        "producers.csv",
        rows(
            "mã,tên,tên (en),GLN,mã doanh nghiệp,nhóm hàng,xã/phường,tỉnh,đồng ý công bố tên,đồng ý công bố tọa độ,ngày đồng ý",
            0..producers,
            producer,
        ),
    );
    write(
        "products.csv",
        rows(
            "mã,GTIN,tên,tên (en),nhà sản xuất,nhóm hàng,khối lượng tịnh,đơn vị,giá,hình vẽ",
            0..count,
            product,
        ),
    );
    write(
        "places.csv",
        rows(
            "mã,GLN,loại,tên,tên (en),xã/phường,tỉnh,chủ,mức tọa độ,vĩ độ,kinh độ",
            0..2 * producers,
            place,
        ),
    );
    write(
        "lots.csv",
        rows("sản phẩm,lô", 0..count, |at| format!("s{at},L{at}")),
    );
    let mut events = BufWriter::new(std::fs::File::create(folder.join("events.csv")).unwrap());
    writeln!(
        events,
        "lô,thời điểm,công đoạn,nơi,hàng,đầu vào,đầu ra,kiện,ghi chú,hạn dùng"
    )
    .unwrap();
    for at in 0..count {
        for line in lot(at) {
            writeln!(events, "{line}").unwrap();
        }
    }
    events.flush().unwrap();
}

fn rows(header: &str, range: std::ops::Range<usize>, row: impl Fn(usize) -> String) -> String {
    let mut text = format!("{header}\n");
    for at in range {
        writeln!(text, "{}", row(at)).unwrap();
    }
    text
}

/// Six digits of the producer behind 952, three of the thing: prefix 952 is for demonstrations.
fn number(producer: usize, thing: usize) -> String {
    with_check_digit(&format!("952{producer:06}{thing:03}")).unwrap()
}

fn producer(at: usize) -> String {
    let gln = number(at, 0);
    format!(
        "p{at},Hợp tác xã {at} (mẫu),Co-operative {at} (sample),{gln},952{at:06},nong-san,Xã Mẫu,Lai Châu,có,xã,20/11/2026"
    )
}

fn product(at: usize) -> String {
    let gtin = number(at / 100, 100 + at % 100);
    format!(
        "s{at},{gtin},Chè mẫu số {at},Sample tea {at},p{},nong-san,100,gam,120000,leaf",
        at / 100
    )
}

/// A field and a workshop for each producer; the fair is held on the first field.
fn place(at: usize) -> String {
    let (owner, kind) = (at / 2, at % 2);
    let (id, word) = [("f", "vùng trồng"), ("w", "xưởng")][kind];
    let gln = number(owner, 1 + kind);
    format!(
        "{id}{owner},{gln},{word},Nơi {at},Place {at},Xã Mẫu,Lai Châu,p{owner},xã,\"22,3{:02}\",\"103,4{:02}\"",
        owner % 100,
        at % 100
    )
}

fn lot(at: usize) -> [String; 10] {
    let producer = at / 100;
    let raw = |stage: usize| format!("{}/L{at}", number(producer, 200 + stage));
    let sscc = with_check_digit(&format!("1952{at:013}")).unwrap();
    let day = 1 + at % 20;
    STAGES.map(|(after, hour, stage, place)| {
        let time = format!("{:02}/10/2026 {hour:02}:00", day + after as usize);
        let place = if place == "m" {
            "f0".to_owned()
        } else {
            format!("{place}{producer}")
        };
        let goods = match stage {
            "thu hoạch" | "nhập nguyên liệu" => format!("{} = 100 kg,,,", raw(0)),
            "làm héo" => format!(",{} = 100 kg,{} = 80 kg,", raw(0), raw(1)),
            "sấy khô" => format!(",{} = 80 kg,{} = 30 kg,", raw(1), raw(2)),
            "kiểm tra chất lượng" => format!("{} = 30 kg,,,", raw(2)),
            "đóng gói" => format!(",{} = 30 kg,s{at}/L{at} = 300,", raw(2)),
            "xếp kiện" | "mở kiện" => format!("s{at}/L{at} = 300,,,{sscc}"),
            _ => format!("{sscc},,,"),
        };
        let expires = if stage == "đóng gói" { "01/10/2028" } else { "" };
        format!("L{at},{time},{stage},{place},{goods},Ghi chú mẫu của lô {at}.,{expires}")
    })
}

const MARKET: &str = r#"{ "sample": true, "asOf": "2026-11-23", "site": "https://chophien.example",
  "name": { "vi": "Chợ lớn (mẫu)", "en": "Large fair (sample)" },
  "venue": { "place": "f0", "name": { "vi": "Khu chợ", "en": "Fair ground" } },
  "sessions": [], "schedule": [], "zones": [], "stalls": [],
  "categories": [ { "id": "nong-san", "name": { "vi": "Nông sản", "en": "Farm produce" } } ] }
"#;
