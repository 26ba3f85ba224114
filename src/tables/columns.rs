//! The columns of each table: what they are called in both languages, and what their cells hold.

use super::stages;
use crate::market::folding::fold;

/// A table as an organiser keeps it in a spreadsheet program.
#[derive(Debug)]
pub(super) struct Table {
    /// Its file: `products.csv`.
    pub file: &'static str,
    /// Its columns, in the order in which they are written.
    pub columns: &'static [Column],
}

/// One column.
#[derive(Debug, PartialEq)]
pub(super) struct Column {
    /// The field that it fills, with dots into nested ones: `name.vi`.
    pub path: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether the table is of no use without it.
    pub needed: bool,
    /// Its name in Vietnamese, in English, and other names that are understood.
    pub names: &'static [&'static str],
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Any text.
    Text,
    /// A GTIN.
    Gtin,
    /// A GLN.
    Gln,
    /// Another number that is no amount: a company prefix, a tax code.
    Digits,
    /// A number.
    Number,
    /// How much of something: a number that nobody could take for another.
    Amount,
    /// A whole number.
    Whole,
    /// A day.
    Day,
    /// A moment.
    Moment,
    /// Yes or no.
    YesNo,
    /// Several words, parted by commas, semicolons, bars or line breaks.
    List,
    /// Ranges of months.
    Months,
    /// One of some words: what is kept, and what may be written for it.
    Word(&'static [(&'static str, &'static [&'static str])]),
    /// A stage of the way of the goods.
    Stage,
}

impl Table {
    /// The column with this name, however its letters are written.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        let wanted = letters(name);
        self.columns
            .iter()
            .find(|column| column.path == name || column.names.iter().any(|known| letters(known) == wanted))
    }
}

/// The letters and digits of a text, without diacritics and case.
pub(super) fn letters(text: &str) -> String {
    fold(text).split(' ').collect()
}

/// The word that is kept for one that was written.
pub(super) fn word(words: &[(&'static str, &[&str])], written: &str) -> Option<&'static str> {
    let wanted = letters(written);
    let row = words.iter().find(|(kept, others)| {
        letters(kept) == wanted || others.iter().any(|other| letters(other) == wanted)
    });
    row.map(|(kept, _)| *kept)
}

/// What may stand in a column of this kind, for a message.
pub(super) fn allowed(kind: Kind) -> String {
    let words = |words: &[(&str, &[&str])]| -> String {
        let all: Vec<&str> = words
            .iter()
            .map(|(kept, others)| *others.first().unwrap_or(kept))
            .collect();
        all.join(", ")
    };
    match kind {
        Kind::Word(list) => words(list),
        Kind::Stage => stages::words(),
        _ => String::new(),
    }
}

const fn must(path: &'static str, kind: Kind, names: &'static [&'static str]) -> Column {
    Column {
        path,
        kind,
        needed: true,
        names,
    }
}

const fn may(path: &'static str, kind: Kind, names: &'static [&'static str]) -> Column {
    Column {
        path,
        kind,
        needed: false,
        names,
    }
}

const PRECISION: Kind = Kind::Word(&[
    ("none", &["không", "no"]),
    ("commune", &["xã", "đến xã"]),
    ("exact", &["chính xác", "đúng điểm"]),
]);

const PLACE_KIND: Kind = Kind::Word(&[
    (
        "farm",
        &["vùng trồng", "trang trại", "trại nuôi", "nương", "field"],
    ),
    ("plant", &["xưởng", "cơ sở chế biến", "workshop"]),
    ("lab", &["phòng kiểm nghiệm", "laboratory"]),
    ("warehouse", &["kho"]),
    ("market", &["chợ", "khu chợ"]),
    ("stall", &["gian hàng", "gian"]),
    ("vehicle", &["xe", "phương tiện"]),
]);

const MARK_KIND: Kind = Kind::Word(&[
    ("ocop", &["OCOP"]),
    ("vietgap", &["VietGAP"]),
    ("gi", &["chỉ dẫn địa lý", "geographical indication"]),
    ("test-report", &["phiếu kiểm nghiệm", "test report"]),
]);

const UNIT: Kind = Kind::Word(&[
    ("g", &["gam", "gram"]),
    ("kg", &["ký", "kilogram"]),
    ("ml", &["mililít"]),
    ("l", &["lít", "litre"]),
    ("chiếc", &["cái", "piece"]),
    ("củ", &["root"]),
    ("gói", &["túi", "packet"]),
    ("hộp", &["box"]),
]);

/// Who sells at the fair.
pub(super) const PRODUCERS: Table = Table {
    file: "producers.csv",
    columns: &[
        must("id", Kind::Text, &["mã", "id", "mã nhà sản xuất"]),
        must(
            "name.vi",
            Kind::Text,
            &["tên", "name (vi)", "tên (vi)", "tên nhà sản xuất"],
        ),
        may("name.en", Kind::Text, &["tên (en)", "name (en)", "tên tiếng Anh"]),
        must("gln", Kind::Gln, &["GLN", "gln", "mã địa điểm toàn cầu"]),
        must(
            "gcp",
            Kind::Digits,
            &["mã doanh nghiệp", "company prefix", "gcp", "mã DN GS1"],
        ),
        may("taxCode", Kind::Digits, &["mã số thuế", "tax code", "MST"]),
        may("brand", Kind::Text, &["thương hiệu", "brand", "nhãn hiệu"]),
        may("categories", Kind::List, &["nhóm hàng", "categories"]),
        must(
            "communeName",
            Kind::Text,
            &["xã/phường", "commune", "xã", "phường"],
        ),
        must(
            "address.province",
            Kind::Text,
            &["tỉnh", "province", "tỉnh/thành phố"],
        ),
        may("address.country", Kind::Text, &["nước", "country"]),
        may(
            "address.line.vi",
            Kind::Text,
            &["địa chỉ", "address (vi)", "bản/thôn"],
        ),
        may("address.line.en", Kind::Text, &["địa chỉ (en)", "address (en)"]),
        may("about.vi", Kind::Text, &["giới thiệu", "about (vi)"]),
        may("about.en", Kind::Text, &["giới thiệu (en)", "about (en)"]),
        may("foundedYear", Kind::Whole, &["năm thành lập", "founded"]),
        may("members", Kind::Whole, &["số thành viên", "members"]),
        may("contact.web", Kind::Text, &["trang web", "web", "website"]),
        may(
            "contact.phone",
            Kind::Text,
            &["điện thoại", "phone", "số điện thoại", "telephone"],
        ),
        may("contact.mail", Kind::Text, &["thư điện tử", "e-mail", "email"]),
        may("contact.zalo", Kind::Text, &["Zalo", "zalo"]),
        must(
            "consent.publishName",
            Kind::YesNo,
            &["đồng ý công bố tên", "consent to name"],
        ),
        must(
            "consent.publishPoint",
            PRECISION,
            &["đồng ý công bố tọa độ", "consent to point"],
        ),
        may(
            "consent.publishContact",
            Kind::YesNo,
            &["đồng ý công bố liên hệ", "consent to contact"],
        ),
        must("consent.asOf", Kind::Day, &["ngày đồng ý", "consent day"]),
    ],
};

/// What is sold.
pub(super) const PRODUCTS: Table = Table {
    file: "products.csv",
    columns: &[
        must("id", Kind::Text, &["mã", "id", "mã sản phẩm"]),
        must("gtin", Kind::Gtin, &["GTIN", "gtin", "mã vạch", "mã số sản phẩm"]),
        must(
            "name.vi",
            Kind::Text,
            &["tên", "name (vi)", "tên (vi)", "tên sản phẩm"],
        ),
        may("name.en", Kind::Text, &["tên (en)", "name (en)", "tên tiếng Anh"]),
        must(
            "producer",
            Kind::Text,
            &["nhà sản xuất", "producer", "mã nhà sản xuất"],
        ),
        must("category", Kind::Text, &["nhóm hàng", "category"]),
        may("brand", Kind::Text, &["thương hiệu", "brand", "nhãn hiệu"]),
        must(
            "net.value",
            Kind::Amount,
            &["khối lượng tịnh", "net content", "lượng", "khối lượng"],
        ),
        must("net.unit", UNIT, &["đơn vị", "unit"]),
        may("priceVnd", Kind::Whole, &["giá", "price", "giá (đồng)"]),
        may("story.vi", Kind::Text, &["câu chuyện", "story (vi)", "mô tả"]),
        may("story.en", Kind::Text, &["câu chuyện (en)", "story (en)"]),
        may("storage.vi", Kind::Text, &["bảo quản", "storage (vi)"]),
        may("storage.en", Kind::Text, &["bảo quản (en)", "storage (en)"]),
        may(
            "storageRangeC.0",
            Kind::Number,
            &["nhiệt độ thấp nhất", "lowest temperature"],
        ),
        may(
            "storageRangeC.1",
            Kind::Number,
            &["nhiệt độ cao nhất", "highest temperature"],
        ),
        may("certificates", Kind::List, &["chứng nhận", "certificates"]),
        may(
            "gi",
            Kind::Text,
            &["chỉ dẫn địa lý", "geographical indication", "CDĐL"],
        ),
        may("icon", Kind::Text, &["hình vẽ", "icon"]),
        may("photo", Kind::Text, &["ảnh", "photo"]),
        may("season", Kind::Months, &["mùa vụ", "season", "mùa"]),
        may("stall", Kind::Text, &["gian hàng", "stall", "gian"]),
        may("standard", Kind::Text, &["tiêu chuẩn", "standard", "TCCS"]),
    ],
};

/// Fields, workshops, stalls and what else has a number as a place.
pub(super) const PLACES: Table = Table {
    file: "places.csv",
    columns: &[
        must("id", Kind::Text, &["mã", "id", "mã nơi"]),
        must("gln", Kind::Gln, &["GLN", "gln"]),
        must("kind", PLACE_KIND, &["loại", "kind", "loại nơi"]),
        must(
            "name.vi",
            Kind::Text,
            &["tên", "name (vi)", "tên (vi)", "tên nơi"],
        ),
        may("name.en", Kind::Text, &["tên (en)", "name (en)", "tên tiếng Anh"]),
        must(
            "communeName",
            Kind::Text,
            &["xã/phường", "commune", "xã", "phường"],
        ),
        must("province", Kind::Text, &["tỉnh", "province"]),
        may("owner", Kind::Text, &["chủ", "owner", "nhà sản xuất"]),
        may("precision", PRECISION, &["mức tọa độ", "precision"]),
        may("lat", Kind::Number, &["vĩ độ", "latitude"]),
        may("lon", Kind::Number, &["kinh độ", "longitude"]),
        may(
            "altitudeM",
            Kind::Number,
            &["độ cao (m)", "altitude (m)", "độ cao"],
        ),
    ],
};

/// Certificates, geographical indications and test reports.
pub(super) const MARKS: Table = Table {
    file: "certificates.csv",
    columns: &[
        must("id", Kind::Text, &["mã", "id"]),
        must("type", MARK_KIND, &["loại", "type"]),
        must("title.vi", Kind::Text, &["tên", "title (vi)", "tên (vi)"]),
        may("title.en", Kind::Text, &["tên (en)", "title (en)"]),
        must("number", Kind::Text, &["số", "number", "số hiệu"]),
        may(
            "issuer.vi",
            Kind::Text,
            &["nơi cấp", "issuer (vi)", "cơ quan cấp"],
        ),
        may("issuer.en", Kind::Text, &["nơi cấp (en)", "issuer (en)"]),
        may("validFrom", Kind::Day, &["từ ngày", "from", "ngày cấp"]),
        may("validTo", Kind::Day, &["đến ngày", "until", "ngày hết hạn"]),
        may("stars", Kind::Whole, &["số sao", "stars"]),
        may("lot", Kind::Text, &["lô", "lot", "số lô"]),
        may("uri", Kind::Text, &["địa chỉ", "uri", "địa chỉ mạng"]),
    ],
};

/// Raw materials and what lies between two stages, with a number but not for sale.
pub(super) const GOODS: Table = Table {
    file: "goods.csv",
    columns: &[
        must("gtin", Kind::Gtin, &["GTIN", "gtin"]),
        must("name.vi", Kind::Text, &["tên", "name (vi)", "tên (vi)"]),
        may("name.en", Kind::Text, &["tên (en)", "name (en)"]),
    ],
};

/// The lots that may be asked for.
pub(super) const LOTS: Table = Table {
    file: "lots.csv",
    columns: &[
        must("product", Kind::Text, &["sản phẩm", "product", "mã sản phẩm"]),
        must("lot", Kind::Text, &["lô", "lot", "số lô"]),
        may("serials", Kind::List, &["số sê-ri", "serials", "sê-ri"]),
        may("packedOn", Kind::Day, &["ngày đóng gói", "packed on"]),
        may("expiresOn", Kind::Day, &["hạn dùng", "last day", "hạn sử dụng"]),
        may("file", Kind::Text, &["tệp EPCIS", "EPCIS file"]),
    ],
};

/// What happened to the goods, one row an event.
pub(super) const EVENTS: Table = Table {
    file: "events.csv",
    columns: &[
        may("product", Kind::Text, &["sản phẩm", "product", "mã sản phẩm"]),
        must("lot", Kind::Text, &["lô", "lot", "số lô"]),
        must("time", Kind::Moment, &["thời điểm", "time", "ngày giờ"]),
        must("stage", Kind::Stage, &["công đoạn", "stage"]),
        must("place", Kind::Text, &["nơi", "place", "địa điểm"]),
        may("goods", Kind::Text, &["hàng", "goods"]),
        may("in", Kind::Text, &["đầu vào", "inputs", "nguyên liệu"]),
        may("out", Kind::Text, &["đầu ra", "outputs", "thành phẩm"]),
        may("parent", Kind::Text, &["kiện", "consignment", "SSCC"]),
        may("title.vi", Kind::Text, &["tên việc", "title (vi)"]),
        may("title.en", Kind::Text, &["tên việc (en)", "title (en)"]),
        may("note.vi", Kind::Text, &["ghi chú", "note (vi)"]),
        may("note.en", Kind::Text, &["ghi chú (en)", "note (en)"]),
        may(
            "marks",
            Kind::List,
            &["chứng nhận", "certificates", "phiếu kiểm nghiệm"],
        ),
        may("from", Kind::Text, &["bên giao", "from"]),
        may("to", Kind::Text, &["nơi nhận", "to"]),
        may("paper", Kind::Text, &["phiếu giao hàng", "delivery note"]),
        may("expires", Kind::Day, &["hạn dùng", "last day", "hạn sử dụng"]),
        may("temperatures", Kind::Text, &["nhiệt độ", "temperatures"]),
        may("device", Kind::Text, &["cảm biến", "sensor"]),
        may("extra", Kind::Text, &["thêm (EPCIS)", "extra (EPCIS)"]),
    ],
};
