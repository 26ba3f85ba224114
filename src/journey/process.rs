//! What a step is called and which pictogram it wears, from the market's process word or the CBV business step.

use super::step::Process;
use crate::sources::epcis::{Event, EventKind};
use crate::words::Text;

/// The pictogram and the title of an event: in its source's words, else in the table's, else by its kind.
pub fn process_of(event: &Event) -> (Process, Text) {
    let words = [event.process.as_deref(), event.step.as_deref()];
    let row = words.into_iter().flatten().find_map(row);
    let fallback = by_kind(event.kind);
    let (process, vi, en) = row.unwrap_or(fallback);
    let own_title = event.title.clone().filter(|title| !title.is_empty());
    (process, own_title.unwrap_or_else(|| Text::new(vi, en)))
}

type Row = (Process, &'static str, &'static str);

fn row(word: &str) -> Option<Row> {
    TABLE
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, row)| *row)
}

fn by_kind(kind: EventKind) -> Row {
    match kind {
        EventKind::Transformation => (Process::Make, "Chế biến", "Processing"),
        EventKind::Aggregation => (Process::Pack, "Xếp kiện", "Grouped for transport"),
        EventKind::Transaction => (Process::Other, "Giao dịch", "Transaction"),
        EventKind::Object | EventKind::Association => (Process::Other, "Ghi nhận", "Recorded"),
    }
}

/// The market's process words first, then the business steps of CBV 2.0, 7.1.
const TABLE: &[(&str, Row)] = &[
    ("harvest", (Process::Harvest, "Thu hoạch", "Harvest")),
    (
        "purchase",
        (Process::Purchase, "Mua nguyên liệu", "Raw material bought"),
    ),
    (
        "receive-raw",
        (Process::Receive, "Nhập nguyên liệu", "Raw material received"),
    ),
    (
        "batik",
        (Process::Make, "Vẽ sáp ong, nhuộm", "Beeswax drawing and dyeing"),
    ),
    ("blend", (Process::Make, "Phối trộn", "Blending")),
    ("clean", (Process::Make, "Làm sạch", "Cleaning")),
    ("dry", (Process::Make, "Sấy khô", "Drying")),
    ("extract", (Process::Make, "Chiết, tách", "Extracting")),
    ("ferment", (Process::Make, "Lên men", "Fermenting")),
    ("fillet", (Process::Make, "Phi lê", "Filleting")),
    ("filter", (Process::Make, "Lọc", "Filtering")),
    ("fix", (Process::Make, "Diệt men", "Fixing")),
    ("freeze", (Process::Make, "Cấp đông", "Freezing")),
    ("husk", (Process::Make, "Tách vỏ", "Husking")),
    ("marinate", (Process::Make, "Tẩm ướp", "Marinating")),
    ("mill", (Process::Make, "Xay xát", "Milling")),
    ("noodle", (Process::Make, "Làm sợi", "Making noodles")),
    ("roast", (Process::Make, "Rang", "Roasting")),
    ("roll", (Process::Make, "Vò", "Rolling")),
    ("slice", (Process::Make, "Thái lát", "Slicing")),
    ("smoke", (Process::Make, "Hun khói", "Smoking")),
    ("sort", (Process::Make, "Phân loại", "Sorting")),
    ("starch", (Process::Make, "Lấy tinh bột", "Extracting starch")),
    ("weave", (Process::Make, "Dệt", "Weaving")),
    ("wither", (Process::Make, "Làm héo", "Withering")),
    ("test", (Process::Test, "Kiểm tra chất lượng", "Quality check")),
    ("pack", (Process::Pack, "Đóng gói", "Packed")),
    ("case", (Process::Pack, "Xếp kiện", "Packed for transport")),
    ("ship", (Process::Ship, "Gửi hàng", "Shipped")),
    (
        "coldchain",
        (
            Process::Sensor,
            "Theo dõi nhiệt độ trên đường",
            "Temperature on the way",
        ),
    ),
    ("arrive", (Process::Receive, "Nhập kho", "Received")),
    ("unpack", (Process::Receive, "Mở kiện", "Unpacked")),
    ("display", (Process::Display, "Bày bán", "On display")),
    ("sell", (Process::Sell, "Đã bán", "Sold")),
    ("hold", (Process::Withdraw, "Tạm dừng bán", "Sale paused")),
    ("recall", (Process::Withdraw, "Thu hồi", "Recalled")),
    ("accepting", (Process::Receive, "Nhận hàng", "Accepted")),
    ("arriving", (Process::Receive, "Hàng đến nơi", "Arrived")),
    ("assembling", (Process::Make, "Lắp ghép", "Assembled")),
    ("collecting", (Process::Purchase, "Thu gom", "Collected")),
    ("commissioning", (Process::Make, "Tạo lô hàng", "Lot created")),
    ("consigning", (Process::Ship, "Ký gửi", "Consigned")),
    (
        "creating_class_instance",
        (Process::Make, "Chế biến", "Processing"),
    ),
    ("cycle_counting", (Process::Receive, "Kiểm đếm", "Counted")),
    ("decommissioning", (Process::Withdraw, "Hủy mã", "Code retired")),
    ("departing", (Process::Ship, "Rời đi", "Departed")),
    ("destroying", (Process::Withdraw, "Tiêu hủy", "Destroyed")),
    ("holding", (Process::Withdraw, "Tạm giữ", "Held back")),
    ("inspecting", (Process::Test, "Kiểm tra", "Inspected")),
    ("loading", (Process::Ship, "Xếp hàng lên xe", "Loaded")),
    ("packing", (Process::Pack, "Đóng gói", "Packed")),
    ("picking", (Process::Receive, "Lấy hàng", "Picked from stock")),
    ("receiving", (Process::Receive, "Nhận hàng", "Received")),
    (
        "removing",
        (Process::Withdraw, "Đưa ra khỏi nơi bán", "Removed from sale"),
    ),
    ("repackaging", (Process::Pack, "Đóng gói lại", "Repackaged")),
    ("retail_selling", (Process::Sell, "Đã bán", "Sold")),
    ("sampling", (Process::Test, "Lấy mẫu", "Sampled")),
    (
        "sensor_reporting",
        (Process::Sensor, "Cảm biến ghi lại", "Sensor readings"),
    ),
    ("shipping", (Process::Ship, "Gửi hàng", "Shipped")),
    ("stocking", (Process::Display, "Bày bán", "On display")),
    ("storing", (Process::Receive, "Cất giữ", "Stored")),
    ("transporting", (Process::Ship, "Vận chuyển", "Transported")),
    ("unloading", (Process::Receive, "Dỡ hàng", "Unloaded")),
    ("unpacking", (Process::Receive, "Mở kiện", "Unpacked")),
];
