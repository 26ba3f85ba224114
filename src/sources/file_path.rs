//! Where the files of an identity lie under the API root: every static host can serve these names, whatever a lot number holds.

use crate::gs1::DigitalLink;

/// A value as one segment of a file path: every byte outside `A–Z a–z 0–9 - _` stands as `~hh` in lower-case hex.
pub fn encode(value: &str) -> String {
    let mut segment = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' {
            segment.push(char::from(byte));
        } else {
            segment.push('~');
            segment.push(hex(byte >> 4));
            segment.push(hex(byte & 0x0f));
        }
    }
    segment
}

/// The folder of an identity, without slashes at its ends: `01/09528060010018/10/S260918`.
pub fn folder(link: &DigitalLink) -> String {
    let mut path = format!("{}/{}", link.key.ai(), encode(link.key.value()));
    for (ai, value) in &link.qualifiers {
        path.push_str(&format!("/{ai}/{}", encode(value)));
    }
    path
}

fn hex(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0') // OK because a nibble is below 16.
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gs1::digital_link::Key;

    #[test]
    fn what_a_file_name_cannot_hold_is_written_as_hex() {
        for (value, segment) in [
            ("S260918", "S260918"),
            ("a-b_C", "a-b_C"),
            ("A/1.5%", "A~2f1~2e5~25"),
            ("~", "~7e"),
            ("lô 1", "l~c3~b4~201"),
            ("..", "~2e~2e"),
            ("", ""),
        ] {
            assert_eq!(encode(value), segment, "{value:?}");
        }
    }

    #[test]
    fn a_folder_names_the_key_and_then_its_qualifiers() {
        let link = DigitalLink {
            key: Key::Sscc("095280600100000014".into()),
            qualifiers: vec![("10".into(), "A/1".into()), ("21".into(), "7".into())],
            attributes: vec![("17".into(), "280912".into())],
        };
        assert_eq!(folder(&link), "00/095280600100000014/10/A~2f1/21/7");
    }
}
