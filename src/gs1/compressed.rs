//! Compressed Digital Links, which versions 1.1 and 1.2 of the standard knew. They were withdrawn; they are recognised, not unpacked.

/// Whether the last segment of a path is a compressed Digital Link: base64 in its safe form, whose first bits name a GTIN
/// or SSCC, and whose next bits are that number with its check digit right.
pub(super) fn is_compressed(path: &str) -> bool {
    let segment = path.rsplit('/').next().unwrap_or_default();
    let Some(bits) = bits(segment) else {
        return false;
    };
    let take = |from: usize, length: usize| Some(number(bits.get(from..from + length)?));
    let (Some(start), gtin, sscc) = (take(0, 8), take(8, 47), take(8, 60)) else {
        return false;
    };
    match start {
        // AI 01, alone or at the head of one of the combinations that the standard numbers 0A to 3F with a letter at the end.
        0x01 | 0x0A..=0x0F | 0x1A..=0x1F | 0x2A..=0x2F | 0x3A..=0x3F => {
            gtin.is_some_and(|number| has_check_digit(number, 14))
        }
        0x00 => sscc.is_some_and(|number| has_check_digit(number, 18)),
        _ => false,
    }
}

fn has_check_digit(number: u64, digits: u32) -> bool {
    let mut sum = 0;
    let mut rest = number / 10;
    let mut weight = 3;
    while rest > 0 {
        sum += rest % 10 * weight;
        rest /= 10;
        weight = 4 - weight;
    }
    number > 0 && number < 10_u64.pow(digits) && (10 - sum % 10) % 10 == number % 10
}

/// The bits of base64 in its safe form, highest first; `None` where another character stands, or too few.
fn bits(segment: &str) -> Option<Vec<bool>> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut bits = Vec::new();
    for byte in segment.bytes() {
        let value = ALPHABET.iter().position(|&known| known == byte)?;
        bits.extend((0..6).rev().map(|bit| value >> bit & 1 == 1));
    }
    (segment.len() >= 10).then_some(bits)
}

fn number(bits: &[bool]) -> u64 {
    bits.iter().fold(0, |number, &bit| number << 1 | u64::from(bit))
}
