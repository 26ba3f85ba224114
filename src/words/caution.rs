//! What to be careful about with codes that name no product.

use super::Lang;

/// What to be careful about with codes that name no product, in one language.
pub struct Caution {
    /// A number for weighed goods.
    pub measured: &'static str,
    /// A number for use inside one company.
    pub internal: &'static str,
    /// A coupon or refund receipt.
    pub coupon: &'static str,
    /// A check digit that one platform does not compute anew.
    pub check_digit: &'static str,
    /// A host that looks like a known one.
    pub look_alike: &'static str,
    /// Letters of several scripts in one name.
    pub mixed_scripts: &'static str,
    /// Letters outside English in the name of the host.
    pub foreign_letters: &'static str,
    /// A number instead of a name.
    pub address_as_host: &'static str,
    /// A user name before the host.
    pub user_info: &'static str,
    /// An unusual port.
    pub port: &'static str,
    /// A shortened link.
    pub shortener: &'static str,
    /// Another link inside the link.
    pub redirect: &'static str,
    /// A program to install.
    pub program: &'static str,
    /// An unencrypted connection.
    pub not_encrypted: &'static str,
    /// A damaged payment code.
    pub damaged: &'static str,
    /// An open wireless network.
    pub open_network: &'static str,
    /// A message that may cost money.
    pub paid_message: &'static str,
    /// An order to the telephone network.
    pub service_code: &'static str,
}

const VI: Caution = Caution {
    measured: "Mã hàng cân của một cửa hàng; trong dãy số có thể có khối lượng hoặc giá tiền.",
    internal: "Mã dùng nội bộ của một cửa hàng hoặc công ty; nơi khác dùng cùng dãy số cho hàng khác.",
    coupon: "Mã phiếu giảm giá hoặc phiếu hoàn tiền, không phải mã của món hàng.",
    check_digit: "Sai số kiểm tra: chữ số đầu đã được đặt theo cách riêng mà không tính lại số kiểm tra.",
    look_alike: "Tên trang này na ná {host} nhưng không phải trang đó. Đây là cách lừa thường gặp.",
    mixed_scripts: "Tên trang trộn chữ của nhiều hệ chữ viết để trông giống tên khác.",
    foreign_letters: "Tên trang có chữ ngoài bảng chữ cái tiếng Anh (dạng xn--); có thể trông giống tên khác.",
    address_as_host: "Đường dẫn dùng dãy số thay cho tên trang; trang đáng tin hiếm khi làm vậy.",
    user_info: "Trước tên trang có thêm một tên khác và dấu @ để đánh lừa mắt. Trang thật là tên ở trên.",
    port: "Đường dẫn đi vào một cổng khác thường của máy chủ.",
    shortener: "Đường dẫn rút gọn: không thấy được trang thật ở phía sau.",
    redirect: "Trong đường dẫn có một đường dẫn khác; bạn có thể bị đưa sang trang khác.",
    program: "Đường dẫn tải về một ứng dụng. Đừng cài ứng dụng từ mã QR.",
    not_encrypted: "Kết nối không mã hóa (http): người khác có thể xem hoặc sửa nội dung.",
    damaged: "Mã thanh toán này bị hỏng hoặc đã bị sửa: số kiểm tra không khớp. Đừng trả tiền bằng mã này.",
    open_network: "Mạng này không có mật khẩu mạnh; người khác có thể xem những gì bạn gửi.",
    paid_message: "Mã này muốn gửi tin nhắn; có thể mất tiền.",
    service_code: "Số có dấu * hoặc # là lệnh gửi tới nhà mạng; nó có thể đổi cài đặt cuộc gọi hoặc trừ tiền. Đừng gọi nếu bạn không biết nó làm gì.",
};

const EN: Caution = Caution {
    measured: "A shop’s code for weighed goods; the digits may hold the weight or the price.",
    internal: "A code for use inside one shop or company; elsewhere the same digits mean other goods.",
    coupon: "The code of a coupon or refund, not of goods.",
    check_digit: "The check digit is wrong: the first digit was set in a way of its own, without computing it anew.",
    look_alike: "The name of this page resembles {host} but is another one. That is a common trick.",
    mixed_scripts: "The name of the page mixes letters of several scripts to look like another name.",
    foreign_letters: "The name of the page has letters outside the English alphabet (written xn--); it may look like another name.",
    address_as_host: "The link has a number instead of a name; pages worth trusting rarely do.",
    user_info: "Another name and an @ stand before the name of the page to deceive the eye. The real page is the name above.",
    port: "The link goes to an unusual port of the host.",
    shortener: "A shortened link: the real page behind it cannot be seen.",
    redirect: "There is another link inside this link; you may be sent on to another page.",
    program: "The link downloads an app. Do not install apps from QR codes.",
    not_encrypted: "The connection is not encrypted (http): others can read or change what you see.",
    damaged: "This payment code is damaged or was changed: its check sum does not fit. Do not pay with it.",
    open_network: "This network has no strong password; others may read what you send.",
    paid_message: "This code wants to send a message, which may cost money.",
    service_code: "A number with * or # is an order to the network; it may change call settings or cost money. Do not call it unless you know what it does.",
};

impl Lang {
    /// What to be careful about with codes that name no product.
    pub fn caution(self) -> &'static Caution {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
