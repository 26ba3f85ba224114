//! Seasons: ranges of months such as `03-10`; a range such as `11-02` passes the turn of the year.

/// The first and last month (1 to 12) of a range.
pub fn months(range: &str) -> Option<(u8, u8)> {
    let (first, last) = range.split_once('-')?;
    Some((month(first)?, month(last)?))
}

/// Whether `month` (1 to 12) lies in the range; a broken range holds no month.
pub fn contains(range: &str, month: u8) -> bool {
    match months(range) {
        Some((first, last)) if first <= last => (first..=last).contains(&month),
        Some((first, last)) => (1..=12).contains(&month) && (month >= first || month <= last),
        None => false,
    }
}

fn month(text: &str) -> Option<u8> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let month = text.parse().ok().filter(|_| digits)?;
    (1..=12).contains(&month).then_some(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_holds_its_months_also_over_the_turn_of_the_year() {
        for (range, inside) in [
            ("03-10", vec![3, 4, 5, 6, 7, 8, 9, 10]),
            ("11-02", vec![1, 2, 11, 12]),
            ("05-05", vec![5]),
            ("01-12", (1..=12).collect()),
            ("00-12", vec![]),
            ("3-10", vec![]),
            ("+3-10", vec![]),
            ("", vec![]),
        ] {
            let found: Vec<u8> = (0..=13).filter(|month| contains(range, *month)).collect();
            assert_eq!(found, inside, "{range:?}");
        }
    }
}
