//! The texts of the page where organisers check their tables.

use super::Lang;

/// The texts of the page where organisers check their tables, in one language.
pub struct Publish {
    /// The heading.
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// That nothing leaves the device.
    pub private: &'static str,
    /// Chooses files.
    pub choose: &'static str,
    /// Chooses a folder.
    pub choose_folder: &'static str,
    /// Which files are wanted.
    pub wanted: &'static str,
    /// Shown while files are held over the page.
    pub drop_here: &'static str,
    /// The heading over the files that were given.
    pub given: &'static str,
    /// Puts all files away.
    pub put_away: &'static str,
    /// Behind the name of a file of another kind.
    pub other_kind: &'static str,
    /// Behind the name of a file that is too large for a page.
    pub too_large: &'static str,
    /// Behind the name of a file that the browser does not read.
    pub unreadable: &'static str,
    /// While the tables are checked.
    pub checking: &'static str,
    /// While the journeys are told.
    pub telling: &'static str,
    /// The heading over what is wrong.
    pub faults: &'static str,
    /// Before the count of faults, after it.
    pub must_be_put_right: &'static str,
    /// After the count of warnings in the tables.
    pub should_be_looked_at: &'static str,
    /// When nothing is wrong.
    pub sound: &'static str,
    /// What comes next.
    pub next: &'static str,
    /// After the count of products.
    pub products: &'static str,
    /// After the count of lots.
    pub lots: &'static str,
    /// The column with the numbers of the rows.
    pub row: &'static str,
    /// In place of rows that are left out.
    pub skipped: &'static str,
    /// After the count of rows with faults that are not shown.
    pub more_rows: &'static str,
    /// After the count of warnings that are not shown.
    pub more_warnings: &'static str,
    /// The heading over what shoppers are warned of.
    pub warned: &'static str,
    /// What that means.
    pub warned_help: &'static str,
    /// Before the sign of a fault, for those who do not see its colour.
    pub fault: &'static str,
    /// The same for a warning.
    pub warning: &'static str,
    /// The heading over the journey.
    pub preview: &'static str,
    /// What it shows, and what it does not.
    pub preview_help: &'static str,
    /// The name of the field that finds a lot.
    pub find_lot: &'static str,
    /// The name of the list of lots.
    pub choose_lot: &'static str,
    /// When no lot is found.
    pub no_lot: &'static str,
    /// Shows the journey of a lot that is warned of.
    pub look: &'static str,
    /// The heading over the files to take along.
    pub take_along: &'static str,
    /// What they are.
    pub take_along_help: &'static str,
    /// Before the name of a file to save.
    pub save: &'static str,
    /// What leads here from the page about the app.
    pub for_organisers: &'static str,
}

const VI: Publish = Publish {
    title: "Kiểm tra bảng của chợ",
    lead: "Dành cho ban tổ chức: đưa các bảng của chợ vào đây để biết ô nào sai và hành trình sẽ hiện ra thế nào.",
    private: "Các bảng được đọc ngay trên máy này. Không tệp nào được gửi đi.",
    choose: "Chọn tệp",
    choose_folder: "Chọn cả thư mục",
    wanted: "Hoặc thả tệp vào trang này. Cần có market.json, producers.csv, products.csv, places.csv, lots.csv và events.csv; thêm certificates.csv, goods.csv và tệp EPCIS nếu có.",
    drop_here: "Thả các bảng vào đây để kiểm tra",
    given: "Tệp đã nhận",
    put_away: "Bỏ tất cả ra",
    other_kind: "không dùng: chỉ nhận tệp CSV, JSON và JSON-LD",
    too_large: "lớn quá cho trang này; hãy dùng lệnh publish check",
    unreadable: "trình duyệt không đọc được tệp này; nếu là thư mục, hãy dùng nút chọn cả thư mục",
    checking: "Đang kiểm tra các bảng…",
    telling: "Đang kể thử từng hành trình…",
    faults: "Chỗ sai trong bảng",
    must_be_put_right: "lỗi phải sửa",
    should_be_looked_at: "chỗ nên xem lại",
    sound: "Các bảng không có lỗi.",
    next: "Bước tiếp theo: công bố bằng lệnh publish build.",
    products: "sản phẩm",
    lots: "lô",
    row: "Dòng",
    skipped: "bỏ qua các dòng không có lỗi",
    more_rows: "dòng nữa có lỗi; sửa các dòng trên rồi kiểm tra lại",
    more_warnings: "cảnh báo nữa",
    warned: "Điều khách hàng sẽ được cảnh báo",
    warned_help: "Bảng không sai, nhưng trang hành trình sẽ nói rõ những điều này.",
    fault: "Lỗi:",
    warning: "Nên xem lại:",
    preview: "Hành trình khách hàng sẽ thấy",
    preview_help: "Kể từ các bảng vừa đưa vào. Hình vẽ đứng thay cho ảnh; đường dẫn trong đó mở dữ liệu đang công bố.",
    find_lot: "Tìm lô theo tên hàng hoặc số lô",
    choose_lot: "Chọn lô để xem",
    no_lot: "Không có lô nào như vậy.",
    look: "Xem hành trình",
    take_along: "Lấy lại các bảng đã kiểm tra",
    take_along_help: "Cùng nội dung, viết theo một lối: CSV UTF-8, ngày như 23/11/2026, số lẻ có dấu phẩy.",
    save: "Lưu",
    for_organisers: "Dành cho ban tổ chức: kiểm tra bảng của chợ",
};

const EN: Publish = Publish {
    title: "Check the tables of a fair",
    lead: "For organisers: give your tables to this page to see which cells are wrong and what the journeys will look like.",
    private: "The tables are read on this device. No file is sent anywhere.",
    choose: "Choose files",
    choose_folder: "Choose a folder",
    wanted: "Or drop files on this page. It needs market.json, producers.csv, products.csv, places.csv, lots.csv and events.csv, and takes certificates.csv, goods.csv and EPCIS files where there are any.",
    drop_here: "Drop the tables here to check them",
    given: "Files on the desk",
    put_away: "Put all away",
    other_kind: "not used: only CSV, JSON and JSON-LD files are read",
    too_large: "too large for this page; use the command publish check",
    unreadable: "the browser cannot read it; if it is a folder, use the button that chooses a folder",
    checking: "Checking the tables…",
    telling: "Telling each journey on trial…",
    faults: "What is wrong in the tables",
    must_be_put_right: "faults to put right",
    should_be_looked_at: "places to look at again",
    sound: "The tables have no fault.",
    next: "What comes next: publish them with the command publish build.",
    products: "products",
    lots: "lots",
    row: "Row",
    skipped: "rows without faults are left out",
    more_rows: "more rows have faults; put these right and check again",
    more_warnings: "more warnings",
    warned: "What shoppers will be warned of",
    warned_help: "The tables are not wrong, but the journey pages will say so.",
    fault: "Fault:",
    warning: "Look again:",
    preview: "The journey that shoppers will see",
    preview_help: "Told from the tables on this desk. Drawings stand for photos; links in it open the data that is published now.",
    find_lot: "Find a lot by its goods or number",
    choose_lot: "Choose a lot to look at",
    no_lot: "There is no such lot.",
    look: "See the journey",
    take_along: "Take the checked tables back",
    take_along_help: "The same content, written in one way: CSV in UTF-8, days as 23/11/2026, decimals with a comma.",
    save: "Save",
    for_organisers: "For organisers: check the tables of a fair",
};

impl Lang {
    /// The texts of the page where organisers check their tables.
    pub fn publish(self) -> &'static Publish {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
