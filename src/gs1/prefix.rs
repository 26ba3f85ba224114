//! GS1 prefixes: who issued a number, or what numbers of that kind are for. They never tell where goods come from.

use super::Gtin;

/// What a number is for, as far as its prefix tells (GS1 General Specifications, 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Use {
    /// It names a product everywhere.
    Product,
    /// A demonstration or example of the GS1 system (prefix 952).
    Demonstration,
    /// For weighed goods inside one country or shop; a weight or price may be inside (prefixes 02 and 20 to 29).
    Measured,
    /// For use inside one company (prefix 04, and numbers of eight digits that start with 0 or 2).
    Internal,
    /// A coupon or a refund receipt (prefixes 05, 980 to 984 and 99).
    Coupon,
}

/// What a number is for. Prefixes belong to numbers of thirteen digits and of eight; a carton's number, which has
/// a digit before them, is never restricted.
pub fn use_of(gtin: Gtin) -> Use {
    let digits = gtin.as_str();
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| digits.starts_with(prefix));
    if starts(&["0000000", "0000002"]) {
        // Six zeros before it: a number of eight digits.
        return Use::Internal;
    }
    if starts(&["000000952"]) {
        return Use::Demonstration;
    }
    match digits.split_at(1) {
        ("0", thirteen) => of_thirteen(thirteen),
        (_, thirteen) if thirteen.starts_with("952") => Use::Demonstration,
        _ => Use::Product,
    }
}

fn of_thirteen(digits: &str) -> Use {
    let prefix: u16 = digits
        .get(..3)
        .and_then(|prefix| prefix.parse().ok())
        .unwrap_or_default();
    match prefix {
        952 => Use::Demonstration,
        20..=29 | 200..=299 => Use::Measured,
        40..=49 => Use::Internal,
        50..=59 | 980..=984 | 990..=999 => Use::Coupon,
        _ => Use::Product,
    }
}

/// Who issued a number: the name of the GS1 member organisation, or the system that other numbers come from.
/// `None` where the prefix is nobody's, or is not an organisation's.
pub fn issuer(gtin: Gtin) -> Option<&'static str> {
    if matches!(use_of(gtin), Use::Measured | Use::Internal | Use::Coupon) {
        return None;
    }
    let thirteen = gtin.as_str().get(1..)?;
    if thirteen.starts_with("9790") {
        return Some("ISMN"); // OK because 979 is shared: printed music has 979-0, books the rest (ISO 10957).
    }
    let eight = thirteen
        .strip_prefix("00000")
        .filter(|eight| !eight.starts_with('0'));
    let prefix: u16 = eight.unwrap_or(thirteen).get(..3)?.parse().ok()?;
    let after = ISSUERS.partition_point(|&(first, ..)| first <= prefix);
    let &(_, last, name) = ISSUERS.get(after.checked_sub(1)?)?;
    (prefix <= last).then_some(name)
}

/// The prefixes from the first to the last, and whose they are (GS1 company prefix list, gs1.org/standards/id-keys/company-prefix).
#[rustfmt::skip]
const ISSUERS: &[(u16, u16, &str)] = &[
    (0, 19, "GS1 US"), (30, 39, "GS1 US"), (60, 139, "GS1 US"), (300, 379, "GS1 France"), (380, 380, "GS1 Bulgaria"),
    (383, 383, "GS1 Slovenia"), (385, 385, "GS1 Croatia"), (387, 387, "GS1 Bosnia-Herzegovina"), (389, 389, "GS1 Montenegro"),
    (390, 390, "GS1 Kosovo"), (400, 440, "GS1 Germany"), (450, 459, "GS1 Japan"), (460, 469, "GS1 Russia"),
    (470, 470, "GS1 Kyrgyzstan"), (471, 471, "GS1 Chinese Taipei"), (474, 474, "GS1 Estonia"), (475, 475, "GS1 Latvia"),
    (476, 476, "GS1 Azerbaijan"), (477, 477, "GS1 Lithuania"), (478, 478, "GS1 Uzbekistan"), (479, 479, "GS1 Sri Lanka"),
    (480, 480, "GS1 Philippines"), (481, 481, "GS1 Belarus"), (482, 482, "GS1 Ukraine"), (483, 483, "GS1 Turkmenistan"),
    (484, 484, "GS1 Moldova"), (485, 485, "GS1 Armenia"), (486, 486, "GS1 Georgia"), (487, 487, "GS1 Kazakhstan"),
    (488, 488, "GS1 Tajikistan"), (489, 489, "GS1 Hong Kong"), (490, 499, "GS1 Japan"), (500, 509, "GS1 UK"),
    (520, 521, "GS1 Greece"), (528, 528, "GS1 Lebanon"), (529, 529, "GS1 Cyprus"), (530, 530, "GS1 Albania"),
    (531, 531, "GS1 North Macedonia"), (535, 535, "GS1 Malta"), (539, 539, "GS1 Ireland"),
    (540, 549, "GS1 Belgium & Luxembourg"), (560, 560, "GS1 Portugal"), (569, 569, "GS1 Iceland"), (570, 579, "GS1 Denmark"),
    (590, 590, "GS1 Poland"), (594, 594, "GS1 Romania"), (599, 599, "GS1 Hungary"), (600, 601, "GS1 South Africa"),
    (603, 603, "GS1 Ghana"), (604, 604, "GS1 Senegal"), (608, 608, "GS1 Bahrain"), (609, 609, "GS1 Mauritius"),
    (611, 611, "GS1 Morocco"), (613, 613, "GS1 Algeria"), (615, 615, "GS1 Nigeria"), (616, 616, "GS1 Kenya"),
    (617, 617, "GS1 Cameroon"), (618, 618, "GS1 Côte d'Ivoire"), (619, 619, "GS1 Tunisia"), (620, 620, "GS1 Tanzania"),
    (621, 621, "GS1 Syria"), (622, 622, "GS1 Egypt"), (624, 624, "GS1 Libya"), (625, 625, "GS1 Jordan"), (626, 626, "GS1 Iran"),
    (627, 627, "GS1 Kuwait"), (628, 628, "GS1 Saudi Arabia"), (629, 629, "GS1 UAE"), (630, 630, "GS1 Qatar"),
    (631, 631, "GS1 Namibia"), (640, 649, "GS1 Finland"), (680, 681, "GS1 China"), (690, 699, "GS1 China"),
    (700, 709, "GS1 Norway"), (729, 729, "GS1 Israel"), (730, 739, "GS1 Sweden"), (740, 740, "GS1 Guatemala"),
    (741, 741, "GS1 El Salvador"), (742, 742, "GS1 Honduras"), (743, 743, "GS1 Nicaragua"), (744, 744, "GS1 Costa Rica"),
    (745, 745, "GS1 Panama"), (746, 746, "GS1 Dominican Republic"), (750, 750, "GS1 Mexico"), (754, 755, "GS1 Canada"),
    (759, 759, "GS1 Venezuela"), (760, 769, "GS1 Switzerland"), (770, 771, "GS1 Colombia"), (773, 773, "GS1 Uruguay"),
    (775, 775, "GS1 Peru"), (777, 777, "GS1 Bolivia"), (778, 779, "GS1 Argentina"), (780, 780, "GS1 Chile"),
    (784, 784, "GS1 Paraguay"), (786, 786, "GS1 Ecuador"), (789, 790, "GS1 Brazil"), (800, 839, "GS1 Italy"),
    (840, 849, "GS1 Spain"), (850, 850, "GS1 Cuba"), (858, 858, "GS1 Slovakia"), (859, 859, "GS1 Czech Republic"),
    (860, 860, "GS1 Serbia"), (865, 865, "GS1 Mongolia"), (867, 867, "GS1 North Korea"), (868, 869, "GS1 Türkiye"),
    (870, 879, "GS1 Netherlands"), (880, 881, "GS1 South Korea"), (883, 883, "GS1 Myanmar"), (884, 884, "GS1 Cambodia"),
    (885, 885, "GS1 Thailand"), (888, 888, "GS1 Singapore"), (890, 890, "GS1 India"), (893, 893, "GS1 Vietnam"),
    (896, 896, "GS1 Pakistan"), (899, 899, "GS1 Indonesia"), (900, 919, "GS1 Austria"), (930, 939, "GS1 Australia"),
    (940, 949, "GS1 New Zealand"), (950, 952, "GS1 Global Office"), (955, 955, "GS1 Malaysia"), (958, 958, "GS1 Macau"),
    (960, 969, "GS1 Global Office"), (977, 977, "ISSN"), (978, 979, "ISBN"),
];
