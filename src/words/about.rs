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
    /// The heading over the sample data.
    pub sample_title: &'static str,
    /// What is made up.
    pub sample: &'static str,
    /// The heading over the standards.
    pub standards_title: &'static str,
    /// Which standards it speaks.
    pub standards: &'static str,
    /// The heading over the licences.
    pub licences_title: &'static str,
    /// The typeface.
    pub licence_type: &'static str,
    /// The icons.
    pub licence_icons: &'static str,
    /// Open Food Facts.
    pub licence_food: &'static str,
    /// The program.
    pub licence_code: &'static str,
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
    sample_title: "Dữ liệu mẫu",
    sample: "Ở trang nào ghi “dữ liệu mẫu”, phiên chợ, cơ sở, sản phẩm, mã số và chứng nhận đều là mẫu, không có thật. Mã bắt đầu bằng 952 là mã dành cho ví dụ của GS1.",
    standards_title: "Tiêu chuẩn",
    standards: "GS1 Digital Link cho địa chỉ, RFC 9264 cho danh mục liên kết, GS1 Web Vocabulary cho sản phẩm và EPCIS 2.0 cho hành trình. Đầu mã 893 chỉ cho biết nơi cấp mã số, không cho biết hàng được làm ở đâu.",
    licences_title: "Giấy phép",
    licence_type: "Kiểu chữ Be Vietnam Pro: SIL Open Font License 1.1.",
    licence_icons: "Biểu tượng Lucide: giấy phép ISC.",
    licence_food: "Dữ liệu của Open Food Facts: Open Database License (ODbL) 1.0.",
    licence_code: "Chương trình: Apache-2.0 hoặc MIT.",
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
    sample_title: "Sample data",
    sample: "Where a page says “sample data”, its fair, producers, products, codes and certificates are made up. Numbers beginning with 952 are GS1’s numbers for examples.",
    standards_title: "Standards",
    standards: "GS1 Digital Link for addresses, RFC 9264 for link sets, the GS1 Web Vocabulary for products and EPCIS 2.0 for journeys. The prefix 893 tells who issued a number, not where the goods were made.",
    licences_title: "Licences",
    licence_type: "Typeface Be Vietnam Pro: SIL Open Font License 1.1.",
    licence_icons: "Icons from Lucide: ISC licence.",
    licence_food: "Data of Open Food Facts: Open Database License (ODbL) 1.0.",
    licence_code: "The program: Apache-2.0 or MIT.",
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
