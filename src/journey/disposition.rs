//! The state of the goods after a step, from the CBV disposition, in the shopper's words.

use crate::words::Text;

/// The words for a disposition (CBV 2.0, 7.2); `None` for one that tells a shopper nothing, or is not known here.
pub fn state(disposition: &str) -> Option<Text> {
    let row = TABLE.iter().find(|(known, ..)| *known == disposition);
    row.map(|(_, vi, en)| Text::new(*vi, *en))
}

const TABLE: &[(&str, &str, &str)] = &[
    ("available", "Có sẵn", "Available"),
    ("conformant", "Đạt yêu cầu", "Passed"),
    ("container_closed", "Đã niêm phong", "Closed and sealed"),
    ("container_open", "Đang mở", "Open"),
    ("damaged", "Bị hư hỏng", "Damaged"),
    ("destroyed", "Đã tiêu hủy", "Destroyed"),
    ("disposed", "Đã thải bỏ", "Disposed of"),
    ("expired", "Hết hạn", "Expired"),
    ("in_transit", "Đang trên đường", "On its way"),
    (
        "mismatch_quantity",
        "Số lượng không khớp",
        "The quantity does not match",
    ),
    ("non_conformant", "Không đạt yêu cầu", "Failed"),
    ("non_sellable_other", "Tạm không bán", "Not for sale for now"),
    ("recalled", "Bị thu hồi", "Recalled"),
    ("reserved", "Đã giữ chỗ", "Reserved"),
    ("retail_sold", "Đã bán", "Sold"),
    ("returned", "Được trả lại", "Returned"),
    ("sellable_accessible", "Đang bày bán", "On sale"),
    ("sellable_not_accessible", "Chờ bày bán", "Waiting to go on sale"),
    ("stolen", "Bị mất cắp", "Stolen"),
];
