//! The texts of the label workshop. `{}` stands where a value comes.

use super::Lang;

/// The texts of the label workshop, in one language.
pub struct Labels {
    /// The heading.
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// The heading over what is labelled.
    pub goods: &'static str,
    /// The name of the choice of a product.
    pub product: &'static str,
    /// The first choice: none of them.
    pub other_product: &'static str,
    /// The name of the field with the number.
    pub number: &'static str,
    /// The name of the field with the lot.
    pub lot: &'static str,
    /// Before the lot on the label.
    pub lot_mark: &'static str,
    /// The name of the field with the serial number.
    pub serial: &'static str,
    /// Before the serial number on the label.
    pub serial_mark: &'static str,
    /// The name of the field with the address of the site.
    pub site: &'static str,
    /// Asks for name and lot in words.
    pub texts: &'static str,
    /// The heading over the codes.
    pub codes: &'static str,
    /// The name of the field with the size of the QR code.
    pub qr_size: &'static str,
    /// The name of the choice of error correction.
    pub correction: &'static str,
    /// Level M.
    pub correction_m: &'static str,
    /// Level Q.
    pub correction_q: &'static str,
    /// The name of the field with the margin of the QR code.
    pub qr_quiet: &'static str,
    /// The name of the field with the size of the bars.
    pub bars_size: &'static str,
    /// The name of the field with the size of the Data Matrix.
    pub matrix_size: &'static str,
    /// The name of the choice of ink.
    pub ink: &'static str,
    /// The name of the choice of paper.
    pub paper: &'static str,
    /// The heading over the sheet, and the name of its choice.
    pub sheet: &'static str,
    /// A sheet of the trade: how many stickers, how wide and high.
    pub stickers: &'static str,
    /// The choice of a grid of one's own.
    pub own_grid: &'static str,
    /// The choice of one label alone.
    pub single: &'static str,
    /// The name of a field of the grid.
    pub columns: &'static str,
    /// The name of a field of the grid.
    pub rows: &'static str,
    /// The name of a field of the grid.
    pub beside: &'static str,
    /// The name of a field of the grid.
    pub above: &'static str,
    /// The name of a field of the grid.
    pub between: &'static str,
    /// The name of a field of the grid.
    pub under: &'static str,
    /// The name of a field of the single label.
    pub width: &'static str,
    /// The name of a field of the single label.
    pub height: &'static str,
    /// The heading over the picture of the sheet.
    pub preview: &'static str,
    /// The heading over what is to be known.
    pub lint: &'static str,
    /// Nothing is wrong.
    pub fine: &'static str,
    /// The heading over the reading.
    pub self_scan: &'static str,
    /// The reading is under way.
    pub reading: &'static str,
    /// Every code was read.
    pub all_read: &'static str,
    /// A code was not read: which, and at which level.
    pub unread: &'static str,
    /// The scanner did not answer.
    pub not_tried: &'static str,
    /// Prints the sheet.
    pub print: &'static str,
    /// How to print it.
    pub print_help: &'static str,
    /// Saves the sheet.
    pub save_sheet: &'static str,
    /// Saves one label.
    pub save_label: &'static str,
    /// The check digit is wrong: found, expected.
    pub check_digit: &'static str,
    /// The number is none.
    pub no_number: &'static str,
    /// The lot is none.
    pub no_lot: &'static str,
    /// The site is none.
    pub no_site: &'static str,
    /// The grid leaves no stickers.
    pub no_grid: &'static str,
    /// The size of a code is none: which code.
    pub no_size: &'static str,
    /// The number has no bars.
    pub no_bars: &'static str,
    /// The text is too long: which code.
    pub too_long: &'static str,
    /// No code is chosen.
    pub no_code: &'static str,
    /// The codes do not fit: needed and found width and height.
    pub does_not_fit: &'static str,
    /// The modules are small: which code, found, least.
    pub small_module: &'static str,
    /// The margin is narrow: which code, found, needed.
    pub quiet_zone: &'static str,
    /// The bars are low: found, standard.
    pub low_bars: &'static str,
    /// Ink and paper are alike: found, least.
    pub contrast: &'static str,
    /// The site has no https.
    pub no_https: &'static str,
    /// What the codes are called: QR code, bars, Data Matrix.
    pub kinds: [&'static str; 3],
    /// Asks for each code: QR code, bars, Data Matrix.
    pub wants: [&'static str; 3],
    /// How a label is looked at: near, at arm's length, from afar.
    pub levels: [&'static str; 3],
    /// The inks.
    pub inks: [&'static str; 4],
    /// The papers.
    pub papers: [&'static str; 3],
}

const VI: Labels = Labels {
    title: "In nhãn",
    lead: "Làm nhãn có mã QR dẫn tới hành trình của lô hàng và mã vạch của sản phẩm. Máy đọc thử mọi mã trước khi cho in.",
    goods: "Hàng hóa",
    product: "Sản phẩm của chợ",
    other_product: "Sản phẩm khác",
    number: "Mã số sản phẩm (GTIN)",
    lot: "Số lô",
    lot_mark: "Lô",
    serial: "Số sê-ri, nếu mỗi món một số",
    serial_mark: "Số",
    site: "Địa chỉ trang trong mã QR",
    texts: "Ghi tên và số lô lên nhãn",
    codes: "Mã trên nhãn",
    qr_size: "Cỡ mã QR, không kể viền (mm)",
    correction: "Mức sửa lỗi của mã QR",
    correction_m: "M: mất 15 % vẫn đọc được",
    correction_q: "Q: mất 25 % vẫn đọc được",
    qr_quiet: "Viền trắng quanh mã QR (số ô)",
    bars_size: "Cỡ mã vạch (%)",
    matrix_size: "Cỡ GS1 DataMatrix (mm)",
    ink: "Màu mực",
    paper: "Màu giấy",
    sheet: "Tờ nhãn",
    stickers: "{} nhãn, {} × {} mm",
    own_grid: "Tự chia tờ A4",
    single: "Một nhãn",
    columns: "Số cột",
    rows: "Số hàng",
    beside: "Lề trái và phải (mm)",
    above: "Lề trên và dưới (mm)",
    between: "Khe giữa các cột (mm)",
    under: "Khe giữa các hàng (mm)",
    width: "Chiều rộng nhãn (mm)",
    height: "Chiều cao nhãn (mm)",
    preview: "Xem trước",
    lint: "Kiểm tra nhãn",
    fine: "Không có gì phải sửa.",
    self_scan: "Đọc thử",
    reading: "Đang đọc thử ở ba mức…",
    all_read: "Máy quét đọc đúng mọi mã ở cả ba mức. Có thể in.",
    unread: "Không đọc được {} khi {}. Hãy cho mã to hơn, giảm mức sửa lỗi hoặc chọn màu đậm hơn.",
    not_tried: "Chưa đọc thử được vì máy quét không chạy. Hãy tải lại trang rồi thử lại.",
    print: "In tờ nhãn",
    print_help: "Khi in, chọn khổ A4, tỉ lệ 100 % và không thêm lề.",
    save_sheet: "Tải cả tờ (SVG)",
    save_label: "Tải một nhãn (SVG)",
    check_digit: "Số kiểm tra ở cuối mã số là {} nhưng phải là {}.",
    no_number: "Hãy nhập mã số sản phẩm gồm 8, 12, 13 hoặc 14 chữ số.",
    no_lot: "Số lô và số sê-ri có tối đa 20 chữ cái không dấu, chữ số và dấu thường dùng, không có dấu cách.",
    no_site: "Địa chỉ trang phải có dạng https://ten-mien, không có gì phía sau.",
    no_grid: "Số cột, số hàng, lề và khe không chia được tờ A4 thành nhãn từ 8 mm trở lên.",
    no_size: "{}: hãy nhập cỡ bằng số, vừa với nhãn.",
    no_bars: "Mã số 14 chữ số là của thùng hàng, không có mã vạch bán lẻ. Hãy bỏ chọn mã vạch.",
    too_long: "Nội dung quá dài cho {}.",
    no_code: "Hãy chọn ít nhất một mã.",
    does_not_fit: "Các mã cần nhãn {} × {} mm, nhãn này chỉ có {} × {} mm.",
    small_module: "{}: phần nhỏ nhất chỉ {} mm, nên từ {} mm trở lên.",
    quiet_zone: "{}: viền trắng chỉ {} mm, cần {} mm.",
    low_bars: "Mã vạch cao {} mm, theo chuẩn là {} mm; máy quét ở quầy có thể khó đọc.",
    contrast: "Mực và giấy chỉ chênh {} % dưới ánh sáng đỏ, cần ít nhất {} %. Máy quét ở quầy dùng ánh sáng đỏ.",
    no_https: "Địa chỉ trang không có https: điện thoại sẽ cảnh báo và không mở máy ảnh.",
    kinds: ["mã QR", "mã vạch", "GS1 DataMatrix"],
    wants: ["Mã QR dẫn tới trang", "Mã vạch (EAN, UPC)", "GS1 DataMatrix"],
    levels: ["nhìn gần, rõ nét", "cầm vừa tầm tay", "ở xa, hơi mờ"],
    inks: ["Đen", "Chàm", "Nâu", "Đỏ"],
    papers: ["Trắng", "Kem", "Giấy gói nâu"],
};

const EN: Labels = Labels {
    title: "Labels",
    lead: "Make labels with a QR code that opens the journey of the lot, and with the barcode of the product. Every code is read back before you can print.",
    goods: "Goods",
    product: "Product of the market",
    other_product: "Another product",
    number: "Product number (GTIN)",
    lot: "Lot number",
    lot_mark: "Lot",
    serial: "Serial number, if each item has one",
    serial_mark: "No.",
    site: "Site address in the QR code",
    texts: "Print name and lot on the label",
    codes: "Codes on the label",
    qr_size: "QR code size without margin (mm)",
    correction: "QR error correction",
    correction_m: "M: 15 % may be lost",
    correction_q: "Q: 25 % may be lost",
    qr_quiet: "QR margin (modules)",
    bars_size: "Barcode size (%)",
    matrix_size: "GS1 DataMatrix size (mm)",
    ink: "Ink",
    paper: "Paper",
    sheet: "Sheet",
    stickers: "{} labels, {} × {} mm",
    own_grid: "Own grid on A4",
    single: "One label",
    columns: "Columns",
    rows: "Rows",
    beside: "Left and right margin (mm)",
    above: "Top and bottom margin (mm)",
    between: "Gap between columns (mm)",
    under: "Gap between rows (mm)",
    width: "Label width (mm)",
    height: "Label height (mm)",
    preview: "Preview",
    lint: "Label check",
    fine: "Nothing to correct.",
    self_scan: "Test reading",
    reading: "Reading back at three levels…",
    all_read: "The scanner reads every code correctly at all three levels. Ready to print.",
    unread: "{} cannot be read {}. Make it larger, lower the error correction or choose a darker ink.",
    not_tried: "Could not be read back, because the scanner does not run. Reload the page and try again.",
    print: "Print the sheet",
    print_help: "Print on A4 at 100 % scale without margins.",
    save_sheet: "Save the sheet (SVG)",
    save_label: "Save one label (SVG)",
    check_digit: "The check digit is {} but should be {}.",
    no_number: "Enter a product number of 8, 12, 13 or 14 digits.",
    no_lot: "Lot and serial numbers have at most 20 plain letters, digits and common signs, without spaces.",
    no_site: "The site address must be https://your-host and nothing more.",
    no_grid: "Columns, rows, margins and gaps leave no labels of at least 8 mm on A4.",
    no_size: "{}: enter its size as a number that suits a label.",
    no_bars: "A number of 14 digits belongs to a carton and has no retail barcode. Leave the barcode out.",
    too_long: "The text is too long for the {}.",
    no_code: "Choose at least one code.",
    does_not_fit: "The codes need a label of {} × {} mm; this one has {} × {} mm.",
    small_module: "{}: the smallest element is {} mm wide; it should be at least {} mm.",
    quiet_zone: "{}: the light margin is {} mm; it needs {} mm.",
    low_bars: "The bars are {} mm high, by the standard {} mm; checkout scanners may find them hard to hit.",
    contrast: "Ink and paper differ by {} % in red light and need at least {} %. Checkout scanners shine red.",
    no_https: "The site address has no https: phones will warn and will not open the camera.",
    kinds: ["QR code", "barcode", "GS1 DataMatrix"],
    wants: [
        "QR code that opens the page",
        "Barcode (EAN, UPC)",
        "GS1 DataMatrix",
    ],
    levels: [
        "from near and sharp",
        "at arm’s length",
        "from afar and a little blurred",
    ],
    inks: ["Black", "Indigo", "Brown", "Red"],
    papers: ["White", "Cream", "Brown wrapping paper"],
};

impl Lang {
    /// The texts of the label workshop.
    pub fn labels(self) -> &'static Labels {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}

/// A sentence with each `{}` replaced by the next of some values.
pub fn filled(sentence: &str, values: &[String]) -> String {
    let mut parts = sentence.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (at, part) in parts.enumerate() {
        text += values.get(at).map_or("", String::as_str);
        text += part;
    }
    text
}
