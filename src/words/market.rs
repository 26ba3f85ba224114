//! The texts of the market, its producers and its places.

use super::Lang;

/// The texts of the market, its producers and its places, in one language.
pub struct Market {
    /// The heading.
    pub title: &'static str,
    /// The name of the search field.
    pub search: &'static str,
    /// What may be written into it.
    pub search_hint: &'static str,
    /// The name of the row of categories.
    pub categories: &'static str,
    /// All categories.
    pub all: &'static str,
    /// The heading over the goods found.
    pub results: &'static str,
    /// The heading over the producers.
    pub producers: &'static str,
    /// When nothing was found.
    pub nothing: &'static str,
    /// After the count of products that were read of a large catalogue.
    pub read_so_far: &'static str,
    /// Reads more of it.
    pub read_on: &'static str,
    /// Leads to all goods found.
    pub all_results: &'static str,
    /// Before the name of a stall.
    pub stall: &'static str,
    /// What a producer is called before its name is known.
    pub producer: &'static str,
    /// What a place is called before its name is known.
    pub place: &'static str,
    /// The heading over the goods of a producer.
    pub makes: &'static str,
    /// The heading over the other goods of the maker of a product.
    pub other_goods: &'static str,
    /// The heading over the goods of a stall.
    pub sold_here: &'static str,
    /// The year of founding.
    pub founded: &'static str,
    /// How many members or households.
    pub members: &'static str,
    /// Where it has its seat.
    pub seat: &'static str,
    /// Its brand.
    pub brand: &'static str,
    /// Its number.
    pub number: &'static str,
    /// How high it lies.
    pub altitude: &'static str,
    /// What kind of place it is.
    pub kind: &'static str,
    /// The heading over whose place it is.
    pub owner: &'static str,
    /// The heading over its web page.
    pub contact: &'static str,
    /// Before the host of its web page.
    pub visit: &'static str,
    /// Said beside a link to another site.
    pub leaves: &'static str,
    /// OCOP stars, read out.
    pub stars: &'static str,
    /// Latitude and longitude.
    pub point: &'static str,
}

const VI: Market = Market {
    title: "Hàng ở chợ phiên",
    search: "Tìm sản phẩm",
    search_hint: "Tên hàng, xã hoặc hợp tác xã",
    categories: "Nhóm hàng",
    all: "Tất cả",
    results: "Sản phẩm",
    producers: "Nhà sản xuất",
    nothing: "Không tìm thấy. Thử từ khác hoặc bỏ bớt điều kiện lọc nhé.",
    read_so_far: "sản phẩm đã tải. Danh mục còn nữa, phần đó chưa tìm được.",
    read_on: "Tải thêm sản phẩm",
    all_results: "Xem tất cả kết quả ở Chợ",
    stall: "Gian",
    producer: "Nhà sản xuất",
    place: "Địa điểm",
    makes: "Hàng của cơ sở này",
    other_goods: "Hàng khác của cơ sở này",
    sold_here: "Hàng ở đây",
    founded: "Thành lập",
    members: "Thành viên",
    seat: "Địa chỉ",
    brand: "Nhãn hiệu",
    number: "Mã địa điểm (GLN)",
    altitude: "Độ cao",
    kind: "Loại",
    owner: "Nơi này của ai",
    contact: "Liên hệ",
    visit: "Mở trang",
    leaves: "Trang của bên khác, mở trong thẻ mới.",
    stars: "OCOP {n} sao",
    point: "Tọa độ",
};

const EN: Market = Market {
    title: "Goods at the market fair",
    search: "Search products",
    search_hint: "Goods, communes or co-operatives",
    categories: "Category",
    all: "All",
    results: "Products",
    producers: "Producers",
    nothing: "Nothing found. Try another word or fewer filters.",
    read_so_far: "products are loaded. The catalogue has more, which the search does not know yet.",
    read_on: "Load more products",
    all_results: "See all results in the market",
    stall: "Stall",
    producer: "Producer",
    place: "Place",
    makes: "What they make",
    other_goods: "Other goods they make",
    sold_here: "Goods here",
    founded: "Founded",
    members: "Members",
    seat: "Address",
    brand: "Brand",
    number: "Location number (GLN)",
    altitude: "Altitude",
    kind: "Kind",
    owner: "Who it belongs to",
    contact: "Contact",
    visit: "Open",
    leaves: "Another site; opens in a new tab.",
    stars: "OCOP {n} stars",
    point: "Coordinates",
};

impl Lang {
    /// The texts of the market, its producers and its places.
    pub fn market(self) -> &'static Market {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
