//! The stages of the way of the goods in plain words, and what EPCIS calls them.

use super::columns::letters;

/// How a stage is told in EPCIS 2.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Something comes into being: ObjectEvent, action ADD.
    Begins,
    /// Something is seen: ObjectEvent, action OBSERVE.
    Seen,
    /// Something becomes something else: TransformationEvent.
    Becomes,
    /// Something goes into a consignment: AggregationEvent, action ADD.
    Joins,
    /// Something comes out of a consignment: AggregationEvent, action DELETE.
    Parts,
}

/// One stage.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stage {
    /// What it is called in the market's vocabulary (`lc:process`).
    pub process: &'static str,
    /// How it is told.
    pub shape: Shape,
    /// Its business step (CBV 2.0, 7.1).
    pub step: &'static str,
    /// Its disposition (CBV 2.0, 7.2).
    pub disposition: &'static str,
    /// Its words, Vietnamese first, then English.
    words: &'static [&'static str],
}

impl Stage {
    /// Whether a lot begins here and gets its number.
    pub fn begins_lot(&self) -> bool {
        self.shape == Shape::Begins || (self.shape == Shape::Becomes && self.disposition == "active")
    }

    /// Its first word, as it is written into tables.
    pub fn word(&self) -> &'static str {
        self.words.first().copied().unwrap_or(self.process)
    }
}

/// The stage with this word.
pub(super) fn stage(written: &str) -> Option<&'static Stage> {
    let wanted = letters(written);
    STAGES
        .iter()
        .find(|stage| stage.words.iter().any(|word| letters(word) == wanted))
        .or_else(|| STAGES.iter().find(|stage| letters(stage.process) == wanted))
}

/// The stage that an event with these values comes from.
pub(super) fn stage_of(process: &str, disposition: &str) -> Option<&'static Stage> {
    let mut same = STAGES.iter().filter(|stage| stage.process == process);
    let exact = same.clone().find(|stage| stage.disposition == disposition);
    exact.or_else(|| same.next())
}

/// The first words of all stages, for a message.
pub(super) fn words() -> String {
    let words: Vec<&str> = STAGES.iter().map(Stage::word).collect();
    words.join(", ")
}

const fn made(process: &'static str, words: &'static [&'static str]) -> Stage {
    Stage {
        process,
        shape: Shape::Becomes,
        step: "creating_class_instance",
        disposition: "in_progress",
        words,
    }
}

const fn told(
    process: &'static str,
    shape: Shape,
    step: &'static str,
    disposition: &'static str,
    words: &'static [&'static str],
) -> Stage {
    Stage {
        process,
        shape,
        step,
        disposition,
        words,
    }
}

const STAGES: &[Stage] = &[
    told(
        "harvest",
        Shape::Begins,
        "commissioning",
        "active",
        &["thu hoạch", "harvest", "hái", "đánh bắt"],
    ),
    told(
        "purchase",
        Shape::Begins,
        "commissioning",
        "active",
        &["mua nguyên liệu", "raw material bought", "nhập mua"],
    ),
    told(
        "receive-raw",
        Shape::Seen,
        "receiving",
        "in_progress",
        &["nhập nguyên liệu", "raw material received", "nhập xưởng"],
    ),
    made("blend", &["phối trộn", "blending", "trộn"]),
    made("clean", &["làm sạch", "cleaning", "rửa"]),
    made("dry", &["sấy khô", "drying", "phơi", "sấy"]),
    made("extract", &["chiết tách", "extracting", "quay mật", "ép"]),
    made("ferment", &["lên men", "fermenting"]),
    made("fillet", &["phi lê", "filleting", "làm cá"]),
    made("filter", &["lọc", "filtering"]),
    made("fix", &["diệt men", "fixing", "sao diệt men"]),
    made("freeze", &["cấp đông", "freezing"]),
    made("husk", &["tách vỏ", "husking"]),
    made("marinate", &["tẩm ướp", "marinating"]),
    made("mill", &["xay xát", "milling"]),
    made("noodle", &["làm sợi", "making noodles", "tráng miến"]),
    made("roast", &["rang", "roasting", "sao"]),
    made("roll", &["vò", "rolling"]),
    made("slice", &["thái lát", "slicing"]),
    made("smoke", &["hun khói", "smoking", "gác bếp"]),
    made("sort", &["phân loại", "sorting"]),
    made("starch", &["lấy tinh bột", "extracting starch"]),
    made("weave", &["dệt", "weaving"]),
    made("wither", &["làm héo", "withering"]),
    told(
        "batik",
        Shape::Becomes,
        "commissioning",
        "active",
        &["vẽ sáp ong, nhuộm", "beeswax drawing and dyeing", "nhuộm"],
    ),
    told(
        "test",
        Shape::Seen,
        "inspecting",
        "conformant",
        &[
            "kiểm tra chất lượng",
            "quality check",
            "kiểm nghiệm",
            "kiểm nghiệm đạt",
            "test passed",
        ],
    ),
    told(
        "test",
        Shape::Seen,
        "inspecting",
        "non_conformant",
        &["kiểm nghiệm không đạt", "test failed", "không đạt"],
    ),
    told(
        "pack",
        Shape::Becomes,
        "packing",
        "active",
        &["đóng gói", "packed", "packing"],
    ),
    told(
        "case",
        Shape::Joins,
        "packing",
        "container_closed",
        &["xếp kiện", "packed for transport", "đóng thùng"],
    ),
    told(
        "ship",
        Shape::Seen,
        "shipping",
        "in_transit",
        &["gửi hàng", "shipped", "xuất kho", "giao hàng"],
    ),
    told(
        "coldchain",
        Shape::Seen,
        "sensor_reporting",
        "in_transit",
        &["theo dõi nhiệt độ", "temperature log", "đo nhiệt độ"],
    ),
    told(
        "arrive",
        Shape::Seen,
        "receiving",
        "in_progress",
        &["nhập kho", "received", "nhận hàng"],
    ),
    told(
        "unpack",
        Shape::Parts,
        "unpacking",
        "in_progress",
        &["mở kiện", "unpacked", "mở thùng"],
    ),
    told(
        "display",
        Shape::Seen,
        "stocking",
        "sellable_accessible",
        &["bày bán", "on display", "lên kệ"],
    ),
    told(
        "sell",
        Shape::Seen,
        "retail_selling",
        "retail_sold",
        &["đã bán", "sold", "bán"],
    ),
    told(
        "hold",
        Shape::Seen,
        "holding",
        "non_sellable_other",
        &["tạm dừng bán", "sale paused", "tạm giữ"],
    ),
    told(
        "recall",
        Shape::Seen,
        "removing",
        "recalled",
        &["thu hồi", "recalled", "recall"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_are_known_by_plain_words_of_both_languages() {
        for (written, process, disposition) in [
            ("Thu hoạch", "harvest", "active"),
            ("THU HOACH", "harvest", "active"),
            ("harvest", "harvest", "active"),
            ("Kiểm nghiệm không đạt", "test", "non_conformant"),
            ("receive-raw", "receive-raw", "in_progress"),
            ("Thu hồi", "recall", "recalled"),
        ] {
            let found = stage(written).map(|stage| (stage.process, stage.disposition));
            assert_eq!(found, Some((process, disposition)), "{written}");
        }
        assert_eq!(stage("bay lên"), None);
    }

    #[test]
    fn no_word_stands_for_two_stages() {
        let all: Vec<String> = STAGES
            .iter()
            .flat_map(|stage| stage.words)
            .map(|word| letters(word))
            .collect();
        let mut once = all.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), all.len());
    }
}
