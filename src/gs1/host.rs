//! Names of hosts: known ones, those that look like them, and those whose letters deceive.

/// Hosts of GS1 itself, of this market, and of the portals that Vietnamese codes lead to.
const KNOWN: &[&str] = &[
    "id.gs1.org",
    "gs1.org",
    "gs1.org.vn",
    "chophien.example",
    "truyxuatnguongoc.gov.vn",
    "icheck.vn",
];

/// Hosts that hide where they lead.
const SHORTENERS: &[&str] = &[
    "bit.ly",
    "tinyurl.com",
    "t.co",
    "goo.gl",
    "ow.ly",
    "is.gd",
    "v.gd",
    "cutt.ly",
    "rebrand.ly",
    "shorturl.at",
    "s.id",
    "rb.gy",
    "buff.ly",
    "t.ly",
    "tiny.cc",
    "lnkd.in",
    "qrco.de",
    "me-qr.com",
    "l.ead.me",
    "shorten.asia",
    "by.com.vn",
];

/// Whether a host, or one under it, is known.
pub(super) fn is_known(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    KNOWN.iter().any(|known| {
        let rest = host.strip_suffix(known);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

/// Whether a host shortens links, or names itself after one that does.
pub(super) fn is_shortener(host: &str) -> bool {
    let is_after = |name: &&str| {
        host.strip_prefix(*name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let bare = host.strip_prefix("www.").unwrap_or(host);
    SHORTENERS.iter().any(|name| is_after(name) || bare == *name)
}

/// The known host that another one looks like: by letters that deceive the eye, by a letter more, less or other,
/// or by carrying the known name inside its own.
pub(super) fn look_alike(host: &str) -> Option<&'static str> {
    if is_known(host) {
        return None;
    }
    let seen = skeleton(host);
    KNOWN.iter().copied().find(|known| {
        let name = known
            .split('.')
            .max_by_key(|label| label.len())
            .unwrap_or_default();
        let is_telling = name.len() >= 6; // OK because shorter names stand in many others by chance.
        let carries = seen.contains(&skeleton(known)) || is_telling && seen.contains(&skeleton(name));
        carries
            || seen
                .split('.')
                .any(|label| name.len() >= 8 && is_near(label, name))
    })
}

/// What the eye sees: similar signs become one, marks and hyphens fall away.
fn skeleton(host: &str) -> String {
    let seen: String = host
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(plain)
        .collect();
    seen.replace("rn", "m").replace("vv", "w")
}

/// The plain Latin letter that a sign looks like.
fn plain(char: char) -> Option<char> {
    const ALIKE: &[(&str, char)] = &[
        ("àáảãạăằắẳẵặâầấẩẫậäåāąаα", 'a'),
        ("ƀвь", 'b'),
        ("çćčсϲ", 'c'),
        ("đďԁ", 'd'),
        ("èéẻẽẹêềếểễệëēėęеє", 'e'),
        ("ɡġģğ", 'g'),
        ("һħĥ", 'h'),
        ("ìíỉĩịîïīįıіӏι", 'i'),
        ("јĵ", 'j'),
        ("κкķ", 'k'),
        ("ñńņňո", 'n'),
        ("òóỏõọôồốổỗộơờớởỡợöøōоο", 'o'),
        ("рρ", 'p'),
        ("ԛ", 'q'),
        ("ŕřг", 'r'),
        ("śšşșѕ", 's'),
        ("ţťțт", 't'),
        ("ùúủũụưừứửữựüūůųυ", 'u'),
        ("ѵν", 'v'),
        ("ԝŵ", 'w'),
        ("хχ", 'x'),
        ("ỳýỷỹỵÿуγ", 'y'),
        ("źżž", 'z'),
        ("µм", 'm'),
    ];
    match char {
        '-' => None,
        '0' => Some('o'),
        '1' | 'l' => Some('i'),
        '5' => Some('s'),
        _ if char.is_ascii() => Some(char),
        _ if matches!(char, '\u{300}'..='\u{36f}') => None,
        _ => Some(
            ALIKE
                .iter()
                .find(|(signs, _)| signs.contains(char))
                .map_or(char, |(_, letter)| *letter),
        ),
    }
}

/// Whether one letter more, less or other, or two neighbours in the other order, make one name of the other.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), skeleton(other).chars().collect());
    let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    match (&one[..one.len() - end], &other[..other.len() - end]) {
        ([a, b], [c, d]) => a == d && b == c,
        (rest, others) => rest.len() <= 1 && others.len() <= 1,
    }
}

/// Whether one label of a host has letters of several scripts.
pub(super) fn is_mixed(host: &str) -> bool {
    let mixed = |label: &str| {
        let mut scripts = label.chars().filter_map(script);
        let first = scripts.next();
        scripts.any(|script| Some(script) != first)
    };
    host.split('.').any(mixed)
}

/// A number for the script of a letter; digits and hyphens belong to all.
fn script(char: char) -> Option<u8> {
    match char {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(0),
        '\u{370}'..='\u{3ff}' => Some(1),
        '\u{400}'..='\u{52f}' => Some(2),
        _ if char.is_alphabetic() => Some(3),
        _ => None,
    }
}

/// Whether a host is an address instead of a name, in the form that browsers give addresses.
pub(super) fn is_address(host: &str) -> bool {
    host.starts_with('[') || host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// The host with its foreign letters instead of `xn--…`; what cannot be decoded shows a sign for that.
pub(super) fn unicode(host: &str) -> String {
    let label = |label: &str| match label.strip_prefix("xn--") {
        Some(encoded) => punycode(encoded).unwrap_or_else(|| "\u{fffd}".to_owned()),
        None => label.to_owned(),
    };
    host.split('.').map(label).collect::<Vec<_>>().join(".")
}

/// The label behind `xn--` (RFC 3492, section 6.2): plain letters up to the last hyphen, then numbers that say which
/// sign goes where, in base 36 with thresholds that adapt.
fn punycode(encoded: &str) -> Option<String> {
    let (plain, numbers) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let mut label: Vec<char> = plain.chars().collect();
    let (mut sign, mut at, mut bias, mut is_first) = (128_u32, 0_u32, 72_u32, true);
    let mut digits = numbers.chars();
    while !digits.as_str().is_empty() {
        let (start, mut weight) = (at, 1_u32);
        for base in (36_u32..).step_by(36) {
            let digit = digits.next()?.to_digit(36)?;
            let digit = if digit < 10 { digit + 26 } else { digit - 10 };
            at = at.checked_add(digit.checked_mul(weight)?)?;
            let threshold = base.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
        }
        let length = u32::try_from(label.len()).ok()? + 1;
        bias = adapted(at - start, length, is_first);
        is_first = false;
        sign = sign.checked_add(at / length)?;
        at %= length;
        label.insert(usize::try_from(at).ok()?, char::from_u32(sign)?);
        at += 1;
    }
    Some(label.into_iter().collect())
}

/// The next bias (RFC 3492, section 6.1).
fn adapted(delta: u32, length: u32, is_first: bool) -> u32 {
    let mut delta = delta / if is_first { 700 } else { 2 };
    delta += delta / length;
    let mut steps = 0;
    while delta > 455 {
        delta /= 35;
        steps += 36;
    }
    steps + 36 * delta / (delta + 38)
}
