//! Payment codes that a merchant shows (EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1; VietQR is one).

/// What a payment code says, as far as it can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Payment {
    /// Whether it is whole: its check sum fits, and nothing in it is cut off.
    pub is_whole: bool,
    /// The receiving bank as six digits (NAPAS BIN), where it is a VietQR code.
    pub bank: Option<String>,
    /// The receiving account or card, where it is a VietQR code.
    pub account: Option<String>,
    /// The name of the receiver.
    pub name: Option<String>,
    /// The town of the receiver.
    pub town: Option<String>,
    /// The amount as it is written; without one the payer types it.
    pub amount: Option<String>,
}

/// The globally unique identifier of NAPAS, under which VietQR keeps bank and account.
const NAPAS: &str = "A000000727";

impl Payment {
    /// Reads a payment code. It starts with the format indicator 00, two characters, 01 (4.7.1); a damaged one is still one.
    pub fn read(text: &str) -> Option<Payment> {
        if !text.starts_with("000201") {
            return None;
        }
        let (fields, is_complete) = fields(text);
        let accounts = fields.iter().filter(|(tag, _)| (26..=51).contains(tag));
        let accounts: Vec<_> = accounts.map(|(_, value)| self::fields(value).0).collect();
        let napas = accounts.iter().find(|inner| get(inner, 0) == Some(NAPAS));
        let receiver = napas
            .and_then(|inner| get(inner, 1))
            .map(|inner| self::fields(inner).0);
        let of_receiver = |tag| receiver.as_ref().and_then(|inner| get(inner, tag));
        let of = |tag| get(&fields, tag).filter(|value| !value.is_empty());
        Some(Payment {
            is_whole: is_complete && has_right_sum(text),
            bank: of_receiver(0).map(str::to_owned),
            account: of_receiver(1).map(str::to_owned),
            name: of(59).map(str::to_owned),
            town: of(60).map(str::to_owned),
            amount: of(54).map(str::to_owned),
        })
    }
}

/// The fields of a template: two digits of tag, two of length, the value. Tells, too, whether the last one is complete.
fn fields(text: &str) -> (Vec<(u8, &str)>, bool) {
    let mut fields = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let Some((field, tail)) = field(rest) else {
            return (fields, false);
        };
        fields.push(field);
        rest = tail;
    }
    (fields, true)
}

fn field(text: &str) -> Option<((u8, &str), &str)> {
    let number = |digits: &str| {
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u8>().ok().filter(|_| is_number)
    };
    let (tag, rest) = text.split_at_checked(2)?;
    let (length, rest) = rest.split_at_checked(2)?;
    // Lengths count characters, and names may have letters that are not ASCII.
    let length = usize::from(number(length)?);
    let end = rest
        .char_indices()
        .map(|(at, _)| at)
        .chain([rest.len()])
        .nth(length)?;
    let (value, tail) = rest.split_at(end);
    Some(((number(tag)?, value), tail))
}

fn get<'a>(fields: &[(u8, &'a str)], tag: u8) -> Option<&'a str> {
    fields
        .iter()
        .find(|(other, _)| *other == tag)
        .map(|(_, value)| *value)
}

/// Whether the last field is the check sum of all that stands before its value (4.7.3).
fn has_right_sum(text: &str) -> bool {
    let Some(at) = text.len().checked_sub(4) else {
        return false;
    };
    let (Some(before), Some(sum)) = (text.get(..at), text.get(at..)) else {
        return false;
    };
    let found = u16::from_str_radix(sum, 16).ok();
    before.ends_with("6304") && found == Some(crc16(before.as_bytes()))
}

/// CRC-16 with the polynomial 0x1021, starting from 0xFFFF (ISO/IEC 13239).
fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xFFFF, |sum, &byte| {
        (0..8).fold(sum ^ u16::from(byte) << 8, |sum, _| match sum & 0x8000 {
            0 => sum << 1,
            _ => sum << 1 ^ 0x1021,
        })
    })
}
