//! The texts of scanning: viewfinder, photo, typed code.

use super::Lang;

/// The texts of scanning in one language.
pub struct Scan {
    /// The button that opens the viewfinder, and the viewfinder's name.
    pub scan: &'static str,
    /// The button that opens the field for a code.
    pub type_code: &'static str,
    /// The button that opens the choice of a photo.
    pub choose_photo: &'static str,
    /// What to do while the viewfinder looks for a code.
    pub hint: &'static str,
    /// While the camera is being opened.
    pub opening: &'static str,
    /// While the reader is being loaded.
    pub loading: &'static str,
    /// Starts again what failed.
    pub try_again: &'static str,
    /// The camera was stopped because the page was hidden or the system took it.
    pub paused: &'static str,
    /// The picture stands still, or has never come.
    pub frozen: &'static str,
    /// The camera was switched off because nothing was scanned for long.
    pub idle: &'static str,
    /// Opens the camera again after that.
    pub resume: &'static str,
    /// The camera's light, to switch on and off.
    pub light: &'static str,
    /// Switches the light on, offered in the dark.
    pub light_on: &'static str,
    /// How much the picture is enlarged.
    pub zoom: &'static str,
    /// Opens the next lens of the phone.
    pub other_lens: &'static str,
    /// The code is too small in the picture.
    pub closer: &'static str,
    /// The code is too large in the picture or too near for the lens.
    pub farther: &'static str,
    /// It is too dark.
    pub more_light: &'static str,
    /// Light is mirrored.
    pub avoid_glare: &'static str,
    /// The picture moves too much.
    pub hold_still: &'static str,
    /// Several products are in view.
    pub choose: &'static str,
    /// Looks for other codes instead.
    pub scan_again: &'static str,
    /// The page is open inside another app; {app} is its name.
    pub in_app: &'static str,
    /// An app whose name is not known.
    pub other_app: &'static str,
    /// Opens the page in the browser of the phone.
    pub open_outside: &'static str,
    /// Copies the address of the page.
    pub copy_link: &'static str,
    /// The address was copied.
    pub copied: &'static str,
    /// The shopper or the system refused the camera.
    pub camera_refused: &'static str,
    /// There is no camera.
    pub camera_missing: &'static str,
    /// Another program holds the camera.
    pub camera_busy: &'static str,
    /// The browser gives pages no camera.
    pub camera_unsupported: &'static str,
    /// The camera failed for another reason.
    pub camera_failed: &'static str,
    /// The scanner's program could not be loaded.
    pub reader_missing: &'static str,
    /// The scanner's program stopped answering.
    pub reader_hangs: &'static str,
    /// While a photo is read.
    pub photo_reading: &'static str,
    /// A photo without a code.
    pub photo_empty: &'static str,
    /// A file that is no picture.
    pub photo_broken: &'static str,
    /// The label of the code field.
    pub code: &'static str,
    /// What may be typed there.
    pub code_help: &'static str,
    /// Opens the page of the typed code.
    pub show: &'static str,
    /// A code for use inside one shop.
    pub foreign_restricted: &'static str,
    /// A code of a tracing platform.
    pub foreign_platform: &'static str,
    /// A page of a tracing platform; the host is shown behind it.
    pub foreign_page: &'static str,
    /// Leads to the product whose number stands in a platform's code; the number stands behind it.
    pub see_product: &'static str,
    /// A compressed Digital Link; the host is shown behind it.
    pub foreign_compressed: &'static str,
    /// Before the number of an account.
    pub account: &'static str,
    /// Before the number of a bank.
    pub bank: &'static str,
    /// A link; the host is shown behind it.
    pub foreign_link: &'static str,
    /// Opens a foreign link, on the shopper's own tap.
    pub open_in_browser: &'static str,
    /// A payment code.
    pub foreign_payment: &'static str,
    /// The name and password of a wireless network.
    pub foreign_wifi: &'static str,
    /// A telephone number, mail address or visiting card.
    pub foreign_contact: &'static str,
    /// Any other text; the text is shown behind it.
    pub foreign_text: &'static str,
}

const VI: Scan = Scan {
    scan: "Quét mã",
    type_code: "Nhập mã",
    choose_photo: "Chọn ảnh",
    hint: "Đưa mã vạch hoặc mã QR vào khung",
    opening: "Đang mở máy ảnh…",
    loading: "Đang tải bộ đọc mã…",
    try_again: "Thử lại",
    paused: "Máy ảnh đã tạm dừng.",
    frozen: "Máy ảnh không lên hình.",
    idle: "Máy ảnh đã tắt để đỡ tốn pin.",
    resume: "Bật lại máy ảnh",
    light: "Đèn",
    light_on: "Bật đèn",
    zoom: "Phóng to",
    other_lens: "Đổi ống kính",
    closer: "Lại gần hơn một chút",
    farther: "Lùi ra một chút",
    more_light: "Thêm ánh sáng",
    avoid_glare: "Nghiêng một chút để tránh chói",
    hold_still: "Giữ yên máy một chút",
    choose: "Có nhiều món hàng. Bạn muốn xem món nào?",
    scan_again: "Quét lại",
    in_app: "Trang này đang mở bên trong {app}, nơi máy ảnh thường không dùng được.",
    other_app: "một ứng dụng khác",
    open_outside: "Mở bằng trình duyệt",
    copy_link: "Chép liên kết",
    copied: "Đã chép. Hãy dán vào thanh địa chỉ của trình duyệt.",
    camera_refused: "Máy ảnh đang bị chặn. Hãy cho phép trong cài đặt của trình duyệt rồi thử lại, hoặc nhập số, chọn ảnh.",
    camera_missing: "Không tìm thấy máy ảnh trên máy này. Hãy nhập số in dưới mã vạch hoặc chọn ảnh.",
    camera_busy: "Ứng dụng khác đang dùng máy ảnh. Hãy đóng ứng dụng đó rồi thử lại, hoặc nhập số, chọn ảnh.",
    camera_unsupported: "Trình duyệt này không cho trang web dùng máy ảnh. Hãy mở trang bằng Chrome hoặc Safari, hoặc nhập số, chọn ảnh.",
    camera_failed: "Không mở được máy ảnh. Hãy thử lại, hoặc nhập số, chọn ảnh.",
    reader_missing: "Không tải được bộ đọc mã. Hãy kiểm tra mạng rồi thử lại, hoặc nhập số in dưới mã vạch.",
    reader_hangs: "Bộ đọc mã không trả lời. Hãy thử lại, hoặc nhập số in dưới mã vạch.",
    photo_reading: "Đang đọc ảnh…",
    photo_empty: "Không thấy mã trong ảnh này. Hãy chụp gần hơn, đủ sáng và nét rồi thử lại, hoặc nhập số.",
    photo_broken: "Tệp này không phải là ảnh đọc được. Hãy chọn ảnh JPG hoặc PNG.",
    code: "Mã sản phẩm",
    code_help: "Số in dưới mã vạch, dãy có dạng (01)…(10)…, hoặc đường dẫn trong mã QR.",
    show: "Xem",
    foreign_restricted: "Đây là mã nội bộ của một cửa hàng (hàng cân, hàng tự dán), không phải mã của sản phẩm. Hãy hỏi người bán về món hàng này.",
    foreign_platform: "Đây là mã riêng của một nền tảng truy xuất, không phải mã GS1; chỉ nền tảng đó đọc được. Mã:",
    foreign_page: "Mã này dẫn tới trang của một nền tảng truy xuất. Trang:",
    see_product: "Xem sản phẩm",
    foreign_compressed: "Đây là đường dẫn GS1 dạng nén, một dạng đã bỏ, nên ứng dụng không đọc được mã bên trong. Bạn có thể mở bằng trình duyệt. Trang:",
    account: "tài khoản",
    bank: "ngân hàng số",
    foreign_link: "Mã này là đường dẫn tới một trang khác, không phải mã truy xuất. Hãy tìm mã khác trên gói hàng; chỉ mở trang này nếu bạn tin nơi dán mã. Trang:",
    open_in_browser: "Mở trong trình duyệt",
    foreign_payment: "Đây là mã thanh toán, không phải mã sản phẩm. Chúng tôi không mở mã này. Hãy quét mã in trên gói hàng. Người nhận tiền:",
    foreign_wifi: "Đây là mã mạng Wi-Fi, không phải mã sản phẩm. Hãy quét mã in trên gói hàng.",
    foreign_contact: "Đây là mã liên hệ (điện thoại, thư, danh thiếp), không phải mã sản phẩm. Hãy quét mã in trên gói hàng.",
    foreign_text: "Mã này chỉ chứa chữ, không phải mã sản phẩm. Hãy tìm mã khác trên gói hàng. Chữ trong mã:",
};

const EN: Scan = Scan {
    scan: "Scan",
    type_code: "Type a code",
    choose_photo: "Choose a photo",
    hint: "Hold the barcode or QR code inside the frame",
    opening: "Opening the camera…",
    loading: "Loading the code reader…",
    try_again: "Try again",
    paused: "The camera is paused.",
    frozen: "The camera shows no picture.",
    idle: "The camera was switched off to save the battery.",
    resume: "Start the camera again",
    light: "Light",
    light_on: "Switch the light on",
    zoom: "Zoom",
    other_lens: "Try another lens",
    closer: "Move a little closer",
    farther: "Move a little farther away",
    more_light: "More light, please",
    avoid_glare: "Tilt a little to avoid the glare",
    hold_still: "Hold still for a moment",
    choose: "There are several products. Which one do you want to see?",
    scan_again: "Scan again",
    in_app: "This page is open inside {app}, where the camera often does not work.",
    other_app: "another app",
    open_outside: "Open in your browser",
    copy_link: "Copy the link",
    copied: "Copied. Paste it into the address bar of your browser.",
    camera_refused: "The camera is blocked. Allow it in the browser's settings and try again, or type the number, or choose a photo.",
    camera_missing: "No camera was found on this device. Type the number printed under the barcode, or choose a photo.",
    camera_busy: "Another app is using the camera. Close that app and try again, or type the number, or choose a photo.",
    camera_unsupported: "This browser does not let pages use the camera. Open the page in Chrome or Safari, or type the number, or choose a photo.",
    camera_failed: "The camera could not be opened. Try again, or type the number, or choose a photo.",
    reader_missing: "The code reader could not be loaded. Check the connection and try again, or type the number printed under the barcode.",
    reader_hangs: "The code reader does not answer. Try again, or type the number printed under the barcode.",
    photo_reading: "Reading the photo…",
    photo_empty: "No code was found in this photo. Take it closer, in good light and sharp, and try again, or type the number.",
    photo_broken: "This file is not a picture that can be read. Choose a JPG or PNG photo.",
    code: "Product code",
    code_help: "The number under the barcode, a string like (01)…(10)…, or the link inside a QR code.",
    show: "Show",
    foreign_restricted: "This is a shop's internal code (weighed or self-labelled goods), not a product's number. Ask the seller about the goods.",
    foreign_platform: "This is a tracing platform’s own code, not a GS1 code; only that platform can read it. The code:",
    foreign_page: "This code leads to a page of a tracing platform. The page:",
    see_product: "See product",
    foreign_compressed: "This is a compressed GS1 link, a form that was withdrawn, so the code inside cannot be read here. You can open it in the browser. The page:",
    account: "account",
    bank: "bank no.",
    foreign_link: "This code is a link to another page, not a traceability code. Look for another code on the packet; open the page only if you trust whoever put the code there. The page:",
    open_in_browser: "Open in the browser",
    foreign_payment: "This is a payment code, not a product code. We do not open it. Scan the code printed on the packet. The money goes to:",
    foreign_wifi: "This is the code of a Wi-Fi network, not a product code. Scan the code printed on the packet.",
    foreign_contact: "This is a contact code (phone, mail, visiting card), not a product code. Scan the code printed on the packet.",
    foreign_text: "This code only holds text; it is not a product code. Look for another code on the packet. The text:",
};

impl Lang {
    /// The texts of scanning.
    pub fn scan(self) -> &'static Scan {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// How much the picture is enlarged, in tenths of its natural size: `1,5×`, `1.5×`.
    pub fn times(self, tenths: u32) -> String {
        let point = match self {
            Lang::Vi => ',',
            Lang::En => '.',
        };
        match tenths % 10 {
            0 => format!("{}×", tenths / 10),
            rest => format!("{}{point}{rest}×", tenths / 10),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enlargement_has_one_decimal_at_most() {
        for (tenths, vi, en) in [
            (10, "1×", "1×"),
            (15, "1,5×", "1.5×"),
            (5, "0,5×", "0.5×"),
            (100, "10×", "10×"),
        ] {
            assert_eq!(
                (Lang::Vi.times(tenths), Lang::En.times(tenths)),
                (vi.to_owned(), en.to_owned())
            );
        }
    }
}
