//! The texts of problems: pages that are not there, codes with a fault, sources that keep silent.

use super::Lang;

/// The texts of problems: pages that are not there, codes with a fault, sources that keep silent, in one language.
pub struct Problem {
    /// The heading of an address that has no page.
    pub not_found: &'static str,
    /// What to do about it.
    pub not_found_help: &'static str,
    /// The heading of an address with a faulty code.
    pub faulty: &'static str,
    /// Before the address as it was given.
    pub address: &'static str,
    /// Nothing was given.
    pub empty: &'static str,
    /// The check digit does not fit.
    pub check_digit: &'static str,
    /// A number of the wrong length.
    pub length: &'static str,
    /// A code that cannot be understood.
    pub broken: &'static str,
    /// A link that must not be followed.
    pub dangerous: &'static str,
    /// A link for another program than the browser.
    pub other_program: &'static str,
    /// Opens the field for a code.
    pub type_again: &'static str,
    /// Opens the viewfinder.
    pub scan: &'static str,
    /// Leads to the home page.
    pub home: &'static str,
    /// Before why the market data did not come.
    pub market_silent: &'static str,
    /// Before why the recall list did not come.
    pub recalls_silent: &'static str,
    /// A file of the market is not there.
    pub file_missing: &'static str,
    /// The heading of a page whose part of the program did not come.
    pub page_missing: &'static str,
    /// What to do about it.
    pub page_missing_help: &'static str,
    /// A source does not know it.
    pub not_there: &'static str,
    /// A source cannot be reached.
    pub unreachable: &'static str,
    /// The phone has no network.
    pub offline: &'static str,
    /// A source took too long.
    pub timed_out: &'static str,
    /// A source lets no page of another site ask.
    pub closed: &'static str,
    /// A source leads on to another address.
    pub leads_away: &'static str,
    /// A source was asked too often.
    pub too_often: &'static str,
    /// A source holds the code to be no valid one.
    pub invalid: &'static str,
    /// A source knows more than is read at once.
    pub cut_off: &'static str,
    /// A source answered with an error.
    pub refused: &'static str,
    /// A source answered something that cannot be read.
    pub unreadable: &'static str,
    /// A source was not asked.
    pub not_asked: &'static str,
    /// The heading over sources that gave nothing.
    pub silences: &'static str,
    /// What the market is called as a source.
    pub the_market: &'static str,
    /// A producer that the market does not know.
    pub producer_missing: &'static str,
    /// A place that the market does not know.
    pub place_missing: &'static str,
    /// The heading where every source answered that it does not know the code.
    pub nothing_unknown: &'static str,
    /// The heading where the phone has no network.
    pub nothing_offline: &'static str,
    /// The heading where a source cannot be reached or fails.
    pub nothing_down: &'static str,
    /// The heading where a source was asked too often.
    pub nothing_busy: &'static str,
    /// The heading where a source lets no page of another site ask.
    pub nothing_closed: &'static str,
    /// What to do about an unknown code.
    pub help_unknown: &'static str,
    /// What to do without a network.
    pub help_offline: &'static str,
    /// What to do about a server in trouble.
    pub help_down: &'static str,
    /// What to do about a source that is too busy.
    pub help_busy: &'static str,
    /// What to do about a source that is closed to this page.
    pub help_closed: &'static str,
    /// The heading of what the code itself says.
    pub label_says: &'static str,
    /// The heading over what sources say differently.
    pub differ: &'static str,
    /// Before the age of an answer that was kept.
    pub kept: &'static str,
    /// The product’s name, as a matter on which sources differ.
    pub product_name: &'static str,
    /// The maker, as a matter on which sources differ.
    pub maker: &'static str,
    /// Before what is wrong with the settings of the site.
    pub settings: &'static str,
}

const VI: Problem = Problem {
    not_found: "Không có trang này",
    not_found_help: "Địa chỉ này không dẫn tới trang nào của chợ phiên. Hãy quét lại mã hoặc về trang chủ.",
    faulty: "Mã này có chỗ chưa đúng",
    address: "Địa chỉ:",
    empty: "Chưa có mã nào. Hãy nhập dãy số dưới mã vạch.",
    check_digit: "Dãy số này không khớp số kiểm tra; có thể gõ nhầm hoặc in sai một chữ số. Hãy so lại với gói hàng rồi nhập lại.",
    length: "Mã sản phẩm có 8, 12, 13 hoặc 14 chữ số. Dãy số này dài {n} chữ số; hãy nhập lại cho đủ.",
    broken: "Mã này có phần không đọc hiểu được. Hãy quét lại, hoặc nhập dãy số dưới mã vạch.",
    dangerous: "Đường dẫn này có thể gây hại nên không được mở. Hãy tìm mã khác trên gói hàng, hoặc nhập dãy số dưới mã vạch.",
    other_program: "Mã này muốn mở một ứng dụng khác trên máy, không phải mã sản phẩm. Chúng tôi không mở. Hãy quét mã in trên gói hàng.",
    type_again: "Nhập mã",
    scan: "Quét mã",
    home: "Về trang chủ",
    market_silent: "Chưa tải được dữ liệu chợ.",
    recalls_silent: "Chưa tải được danh sách thu hồi.",
    file_missing: "thiếu một tệp dữ liệu. Hãy thử lại sau.",
    page_missing: "Chưa mở được trang này",
    page_missing_help: "Một phần của ứng dụng chưa tải về được. Hãy kiểm tra mạng rồi thử lại; nếu vẫn chưa được, hãy tải lại trang.",
    not_there: "không có dữ liệu về mã này. Hãy hỏi người bán hoặc Quầy hướng dẫn.",
    unreachable: "không liên lạc được. Hãy thử lại sau ít phút.",
    offline: "Máy đang không có mạng. Trang đã xem trước đây vẫn mở được; hãy thử lại khi có mạng.",
    timed_out: "trả lời quá chậm. Mạng có thể đang yếu; hãy thử lại.",
    closed: "có hoạt động nhưng không cho trang này đọc dữ liệu. Hãy mở trang của nguồn đó, hoặc hỏi người bán.",
    leads_away: "chuyển sang một địa chỉ khác, và trang này không đi theo. Nếu mạng ở đây cần đăng nhập, hãy đăng nhập rồi thử lại.",
    too_often: "đang được hỏi quá nhiều. Hãy đợi {n} giây rồi thử lại.",
    invalid: "cho rằng mã này không đúng. Hãy so lại dãy số với gói hàng.",
    cut_off: "có nhiều dữ liệu hơn mức đọc trong một lần. Phần đã đọc vẫn được hiển thị.",
    refused: "đang trục trặc (mã lỗi {n}). Hãy thử lại sau.",
    unreadable: "trả lời bằng dữ liệu không đọc được. Hãy thử lại sau.",
    not_asked: "chưa được hỏi, vì bạn chưa đồng ý gửi dãy số đi.",
    silences: "Nguồn chưa trả lời",
    the_market: "Máy chủ của chợ phiên",
    producer_missing: "Chợ phiên không có thông tin về nhà sản xuất này. Hãy so lại mã số, hoặc quét mã trên gói hàng.",
    place_missing: "Chợ phiên không có thông tin về địa điểm này. Hãy so lại mã số, hoặc quét mã trên gói hàng.",
    nothing_unknown: "Chưa nguồn nào biết mã này",
    nothing_offline: "Máy đang không có mạng",
    nothing_down: "Máy chủ dữ liệu đang trục trặc",
    nothing_busy: "Nguồn dữ liệu đang quá tải",
    nothing_closed: "Nguồn dữ liệu không cho xem ở đây",
    help_unknown: "Mã đọc được, nhưng chưa ai công bố dữ liệu. Hãy so dãy số với gói hàng rồi nhập lại, hỏi người bán, hoặc báo cho chợ.",
    help_offline: "Mã vẫn đọc được. Khi có mạng, trang này tự hỏi lại; những gì in trên mã có ở dưới đây.",
    help_down: "Lỗi không phải ở mã hay ở máy của bạn. Hãy thử lại sau ít phút.",
    help_busy: "Nguồn này chỉ cho hỏi một số lần mỗi phút. Hãy đợi khoảng {n} giây rồi thử lại.",
    help_closed: "Nguồn này có hoạt động nhưng chỉ trả lời trên trang của họ. Hãy nhập mã khác trên gói hàng hoặc hỏi người bán.",
    label_says: "Mã trên gói hàng cho biết",
    differ: "Các nguồn nói khác nhau",
    kept: "Dữ liệu đã lưu trên máy từ",
    product_name: "Tên sản phẩm",
    maker: "Nhà sản xuất",
    settings: "Thiết lập của trang có lỗi (config.json):",
};

const EN: Problem = Problem {
    not_found: "There is no such page",
    not_found_help: "This address leads to no page of the market fair. Scan the code again or go to the home page.",
    faulty: "Something is wrong with this code",
    address: "Address:",
    empty: "There is no code. Type the number under the bars.",
    check_digit: "The check digit does not fit: one digit may be mistyped or misprinted. Compare it with the packet and type it again.",
    length: "A product number has 8, 12, 13 or 14 digits. This one has {n}; type it again in full.",
    broken: "Part of this code cannot be understood. Scan it again, or type the number under the bars.",
    dangerous: "This link may do harm, so it was not opened. Look for another code on the packet, or type the number under the bars.",
    other_program: "This code wants to open another app on the phone; it is not a product code. We do not open it. Scan the code printed on the packet.",
    type_again: "Type a code",
    scan: "Scan",
    home: "Go to the home page",
    market_silent: "The market’s data could not be loaded.",
    recalls_silent: "The recall list could not be loaded.",
    file_missing: "lacks one of its data files. Try again later.",
    page_missing: "This page could not be opened",
    page_missing_help: "A part of the app could not be loaded. Check your network and try again; if that does not help, reload the page.",
    not_there: "has no data on this code. Ask the seller or the help desk.",
    unreachable: "could not be reached. Try again in a few minutes.",
    offline: "Your phone is offline. Pages you have viewed still open; try again when there is a network.",
    timed_out: "took too long to answer. The network may be weak; try again.",
    closed: "is there but does not let this page read its data. Open the source’s own page, or ask the seller.",
    leads_away: "leads on to another address, which this page does not follow. If the network here asks for a login, log in and try again.",
    too_often: "is being asked too often. Wait {n} seconds and try again.",
    invalid: "holds this code to be wrong. Compare the number with the packet.",
    cut_off: "has more data than is read at once. What was read is shown.",
    refused: "is having trouble (error {n}). Try again later.",
    unreadable: "answered with data that cannot be read. Try again later.",
    not_asked: "was not asked, because you have not agreed to send the number.",
    silences: "Sources without an answer",
    the_market: "The market fair’s server",
    producer_missing: "The market fair knows nothing of this producer. Compare the number, or scan the code on a packet.",
    place_missing: "The market fair knows nothing of this place. Compare the number, or scan the code on a packet.",
    nothing_unknown: "No source knows this code",
    nothing_offline: "Your phone is offline",
    nothing_down: "The data server is in trouble",
    nothing_busy: "The data source is too busy",
    nothing_closed: "The data source cannot be shown here",
    help_unknown: "The code was read, but nobody has published data on it. Compare the number with the packet and type it again, ask the seller, or tell the market.",
    help_offline: "The code was read all the same. When the network is back, this page asks again by itself; what the code itself says is below.",
    help_down: "The fault is neither the code nor your phone. Try again in a few minutes.",
    help_busy: "The source limits how often it may be asked. Wait about {n} seconds and try again.",
    help_closed: "The source works, but answers on its own pages only. Type another code from the packet, or ask the seller.",
    label_says: "What the code itself says",
    differ: "The sources differ",
    kept: "Data kept on this phone since",
    product_name: "Product name",
    maker: "Maker",
    settings: "The settings of this site have a fault (config.json):",
};

impl Lang {
    /// The texts of problems: pages that are not there, codes with a fault, sources that keep silent.
    pub fn problem(self) -> &'static Problem {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
