//! The texts of the page about the app.

use super::Lang;

/// The texts of the page about the app, in one language.
pub struct About {
    /// The heading.
    pub title: &'static str,
    /// What the app is.
    pub lead: &'static str,
    /// The heading over what it does.
    pub how_title: &'static str,
    /// What it does, in two sentences.
    pub how: &'static str,
    /// What a result does not mean.
    pub verdict: &'static str,
    /// The heading over privacy.
    pub privacy_title: &'static str,
    /// About pictures.
    pub privacy_camera: &'static str,
    /// About codes.
    pub privacy_code: &'static str,
    /// About Open Food Facts.
    pub privacy_third: &'static str,
    /// About what is kept.
    pub privacy_kept: &'static str,
    /// About tracking.
    pub privacy_none: &'static str,
    /// The heading over who runs the page.
    pub operator_title: &'static str,
    /// Where the settings do not say who it is.
    pub operator_none: &'static str,
    /// What they answer for, and what the producers do.
    pub operator_role: &'static str,
    /// Writes a mail to them.
    pub contact: &'static str,
    /// The heading over wrong data.
    pub data_title: &'static str,
    /// How to have it corrected, how to have it removed, and what stays on a phone.
    pub data: [&'static str; 4],
    /// The heading over changes of the last minute.
    pub changes_title: &'static str,
    /// When they are seen.
    pub changes: [&'static str; 2],
    /// The heading over the sample data.
    pub sample_title: &'static str,
    /// What is made up.
    pub sample: &'static str,
    /// The heading over the standards.
    pub standards_title: &'static str,
    /// Which standards and legal texts it goes by.
    pub standards: [&'static str; 7],
    /// The heading over the licences.
    pub licences_title: &'static str,
    /// The typeface.
    pub licence_type: &'static str,
    /// The icons.
    pub licence_icons: &'static str,
    /// Open Food Facts.
    pub licence_food: &'static str,
    /// The program and its drawings.
    pub licence_code: &'static str,
    /// The outlines of the map.
    pub licence_map: &'static str,
    /// The data of the market.
    pub licence_data: &'static str,
    /// The heading over what organisers need.
    pub organisers_title: &'static str,
    /// Leads to the label workshop.
    pub labels: &'static str,
    /// Before the version.
    pub version: &'static str,
}

const VI: About = About {
    title: "Giới thiệu",
    lead: "Chợ phiên Lai Châu giúp bạn quét mã trên gói hàng và xem món hàng đi từ đâu đến gian chợ.",
    how_title: "Ứng dụng làm gì",
    how: "Ứng dụng đọc mã, hỏi các nguồn dữ liệu công khai và kể lại từng chặng đường kèm tên nơi cung cấp thông tin. Chỗ nào chưa có dữ liệu, ứng dụng nói rõ là chưa có.",
    verdict: "Kết quả chỉ dựa trên dữ liệu đã công bố, không thay cho kiểm nghiệm. Chưa có dữ liệu không có nghĩa là hàng giả.",
    privacy_title: "Điều gì rời khỏi máy bạn",
    privacy_camera: "Hình từ máy ảnh và ảnh bạn chọn được đọc ngay trên máy. Không hình nào được gửi đi.",
    privacy_code: "Để tìm hành trình, ứng dụng tải tệp dữ liệu của mã đó từ máy chủ của chợ phiên.",
    privacy_third: "Với mã mà chợ không biết, ứng dụng chỉ hỏi Open Food Facts sau khi bạn đồng ý; khi đó dãy số được gửi đi.",
    privacy_kept: "Lịch sử, món đã lưu, ngôn ngữ và lựa chọn về Open Food Facts chỉ nằm trên máy này; bạn xóa được danh sách ở trang Đã lưu. Dữ liệu đã xem cũng được giữ trên máy để mở khi không có mạng.",
    privacy_none: "Không có cookie, quảng cáo hay theo dõi.",
    operator_title: "Ai vận hành trang này",
    operator_none: "Đơn vị vận hành chưa ghi tên trong tệp cài đặt (config.json).",
    operator_role: "Ban tổ chức công bố dữ liệu. Từng cơ sở chịu trách nhiệm về điều mình khai; trang nào cũng ghi rõ ai nói.",
    contact: "Viết thư cho",
    data_title: "Sửa hoặc gỡ dữ liệu",
    data: [
        "Thấy sai? Ở cuối trang của món hàng có nút “Báo điều bất thường”; với trang khác, hãy viết thư cho ban tổ chức kèm địa chỉ trang.",
        "Cơ sở có dữ liệu ở đây được quyền xem, sửa và rút lại điều đã đồng ý công bố. Ban tổ chức sửa bảng rồi công bố lại; chặng ghi nhầm được thu hồi chứ không xóa lặng lẽ.",
        "Gỡ một cơ sở hay một lô: ban tổ chức xóa dòng đó, lần công bố sau các tệp của nó biến mất khỏi máy chủ.",
        "Bản đã xem vẫn nằm trong máy người xem để mở khi không có mạng, đến khi người đó xóa dữ liệu trang trong trình duyệt.",
    ],
    changes_title: "Thay đổi phút chót",
    changes: [
        "Đổi gian, đổi chương trình, thu hồi: ban tổ chức công bố lại là lần mở sau đã thấy, thường trong vài phút. Có mạng thì dữ liệu chợ luôn được hỏi lại máy chủ.",
        "Mạng chậm hoặc mất mạng thì hiện bản đã lưu và ghi bản đó từ lúc nào. Danh sách thu hồi không bao giờ lấy bản cũ.",
    ],
    sample_title: "Dữ liệu mẫu",
    sample: "Ở trang nào ghi “dữ liệu mẫu”, phiên chợ, cơ sở, sản phẩm, mã số và chứng nhận đều là mẫu, không có thật. Mã bắt đầu bằng 952 là mã dành cho ví dụ của GS1.",
    standards_title: "Tiêu chuẩn",
    standards: [
        "Địa chỉ: GS1 Digital Link. Mã: GS1 General Specifications.",
        "Danh mục liên kết: RFC 9264 với loại liên kết của GS1.",
        "Sản phẩm, cơ sở, địa điểm: GS1 Web Vocabulary (JSON-LD).",
        "Hành trình: EPCIS 2.0 và CBV 2.0 (ISO/IEC 19987, 19988).",
        "Chữ ký: JWS (RFC 7515, RFC 7797) với Ed25519 (RFC 8037). Lịch: RFC 5545.",
        "Nội dung theo luật: Thông tư 02/2024/TT-BKHCN, Nghị định 37/2026/NĐ-CP, TCVN 12850:2019.",
        "Đầu mã 893 chỉ cho biết nơi cấp mã số, không cho biết hàng được làm ở đâu.",
    ],
    licences_title: "Giấy phép",
    licence_type: "Kiểu chữ Be Vietnam Pro: SIL Open Font License 1.1.",
    licence_icons: "Biểu tượng Lucide: giấy phép ISC.",
    licence_food: "Dữ liệu của Open Food Facts: Open Database License (ODbL) 1.0.",
    licence_code: "Chương trình, tranh vẽ và bài viết: Apache-2.0 hoặc MIT.",
    licence_map: "Đường nét bản đồ: Natural Earth (phạm vi công cộng) và số liệu hành chính công khai. Bản đồ chỉ mang tính minh họa.",
    licence_data: "Dữ liệu mẫu của chợ: CC0 1.0. Dữ liệu của chợ thật: theo ban tổ chức công bố.",
    organisers_title: "Cho ban tổ chức và cơ sở",
    labels: "Làm và in nhãn có mã QR và mã vạch",
    version: "Phiên bản",
};

const EN: About = About {
    title: "About",
    lead: "Lai Châu market fair lets you scan the code on a packet and see how the goods came to the stall.",
    how_title: "What it does",
    how: "It reads the code, asks public data sources and retells each step with the name of whoever says so. Where there is no data, it says so plainly.",
    verdict: "A result rests on published data only and replaces no laboratory test. No data does not mean the goods are fake.",
    privacy_title: "What leaves your phone",
    privacy_camera: "Camera pictures and photos you choose are read on the phone. None is sent anywhere.",
    privacy_code: "To find a journey, the app fetches that code’s data files from the market fair’s server.",
    privacy_third: "For a code the market does not know, Open Food Facts is asked only after you agree; the number is then sent to it.",
    privacy_kept: "History, saved goods, language and your choice about Open Food Facts stay on this phone; you can delete the list on the Saved page. Data you have viewed is kept on the phone too, so that it opens offline.",
    privacy_none: "There are no cookies, advertisements or tracking.",
    operator_title: "Who runs this page",
    operator_none: "Whoever runs it has not given a name in the settings (config.json).",
    operator_role: "The organiser publishes the data. Each producer answers for what it declares; every page says who says so.",
    contact: "Write to",
    data_title: "Correcting or removing data",
    data: [
        "Something wrong? At the foot of the page of goods is the button “Report a problem”; for another page, write to the organiser with its address.",
        "Producers with data here may see it, correct it and take back what they agreed to publish. The organiser mends the tables and publishes again; a step noted by mistake is withdrawn, not silently deleted.",
        "To remove a producer or a lot, the organiser deletes its row; with the next publish its files are gone from the server.",
        "What somebody has looked at stays on their phone for times without signal, until they delete the site’s data in their browser.",
    ],
    changes_title: "Changes at the last minute",
    changes: [
        "New stalls, a new programme, a recall: once the organiser has published again, the next look shows it, usually within minutes. With a network, the market’s data is always asked of the server again.",
        "On a slow network or without one, the kept copy is shown with the time it is from. The list of recalls is never taken from an old copy.",
    ],
    sample_title: "Sample data",
    sample: "Where a page says “sample data”, its fair, producers, products, codes and certificates are made up. Numbers beginning with 952 are GS1’s numbers for examples.",
    standards_title: "Standards",
    standards: [
        "Addresses: GS1 Digital Link. Codes: GS1 General Specifications.",
        "Link sets: RFC 9264 with GS1 link types.",
        "Products, producers, places: GS1 Web Vocabulary (JSON-LD).",
        "Journeys: EPCIS 2.0 and CBV 2.0 (ISO/IEC 19987, 19988).",
        "Signatures: JWS (RFC 7515, RFC 7797) with Ed25519 (RFC 8037). Calendar: RFC 5545.",
        "What the law asks for: Circular 02/2024/TT-BKHCN, Decree 37/2026/NĐ-CP, TCVN 12850:2019.",
        "The prefix 893 tells who issued a number, not where the goods were made.",
    ],
    licences_title: "Licences",
    licence_type: "Typeface Be Vietnam Pro: SIL Open Font License 1.1.",
    licence_icons: "Icons from Lucide: ISC licence.",
    licence_food: "Data of Open Food Facts: Open Database License (ODbL) 1.0.",
    licence_code: "The program, its drawings and articles: Apache-2.0 or MIT.",
    licence_map: "Outlines of the map: Natural Earth (public domain) and public administrative figures. The map is an illustration.",
    licence_data: "Sample data of the market: CC0 1.0. Data of a real market: as its organiser publishes it.",
    organisers_title: "For organisers and producers",
    labels: "Make and print labels with QR code and barcode",
    version: "Version",
};

impl Lang {
    /// The texts of the page about the app.
    pub fn about(self) -> &'static About {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
