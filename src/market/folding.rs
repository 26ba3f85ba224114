//! Vietnamese text without its diacritics, so that `che shan` finds `Chè Shan`.

/// The text in lower-case letters without diacritics, composed or combining; `đ` becomes `d`.
/// What is neither letter nor digit becomes a space.
pub fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| !is_combining_mark(*letter))
        .map(base_letter)
        .collect()
}

/// The marks that Vietnamese typing may leave as characters of their own (Unicode block U+0300–U+036F).
fn is_combining_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

fn base_letter(letter: char) -> char {
    match letter {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ' | 'ẫ'
        | 'ậ' => 'a',
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ'
        | 'ợ' => 'o',
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        'đ' => 'd',
        other if other.is_alphanumeric() => other,
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vietnamese_letter_loses_its_diacritics() {
        for (text, folded) in [
            ("Chè xanh Shan cổ thụ", "che xanh shan co thu"),
            ("ĐƯƠNG QUY", "duong quy"),
            ("Phường Tân Phong", "phuong tan phong"),
            ("mắc khén, thảo quả", "mac khen  thao qua"),
            ("Lử Khâu Thỷ ỹ", "lu khau thy y"),
            ("me\u{301}o o\u{31b}\u{300}", "meo o"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }
}
