//! How to reach an organisation and when a place is open: gs1:ContactPoint (GS1 Web Vocabulary 1.17), and OpeningHoursSpecification,
//! which is a term of schema.org: the GS1 vocabulary extends that one and has no hours of its own.

use super::json_ld::{first, get, many, string, text, word_of};
use crate::words::Text;
use serde_json::Value;

/// How many contact points and opening hours are read.
const MOST: usize = 14;

/// One way to reach an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// For what: `sales`, or a title in words.
    pub title: Option<Text>,
    /// Its telephone number: digits, spaces, and `+ - ( ) .`.
    pub telephone: Option<String>,
    /// Its mail address.
    pub mail: Option<String>,
    /// Its number at Zalo, the messenger of Việt Nam: a telephone number, or that of an official account.
    pub zalo: Option<String>,
}

impl Contact {
    /// The address that calls the number, opened on a tap only (RFC 3966): `tel:+842130000001`.
    pub fn call(&self) -> Option<String> {
        Some(format!("tel:{}", dialled(self.telephone.as_ref()?)))
    }

    /// The address that writes a mail, opened on a tap only (RFC 6068).
    pub fn write(&self) -> Option<String> {
        Some(format!("mailto:{}", self.mail.as_ref()?))
    }

    /// The page of the number at Zalo, opened on a tap only.
    pub fn chat(&self) -> Option<String> {
        let number = dialled(self.zalo.as_ref()?);
        Some(format!("https://zalo.me/{}", number.trim_start_matches('+')))
    }
}

/// The digits of a number, with the plus in front; the zero in brackets that is not dialled from abroad is left out.
fn dialled(number: &str) -> String {
    let number = match number.starts_with('+') {
        true => number.replace("(0)", ""),
        false => number.to_owned(),
    };
    let digits = number.chars().enumerate();
    let digits = digits.filter(|(place, char)| char.is_ascii_digit() || (*place == 0 && *char == '+'));
    digits.map(|(_, char)| char).collect()
}

/// When a place is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The days of the week, 0 for Monday; empty where none is named.
    pub days: Vec<u8>,
    /// From: `07:00`.
    pub opens: String,
    /// To: `17:30`.
    pub closes: String,
}

const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The contact points of an organisation that name a number or an address.
pub(super) fn contacts(value: &Value) -> Vec<Contact> {
    let points = many(value, "contactPoint").iter().take(MOST);
    points.filter_map(contact).collect()
}

fn contact(value: &Value) -> Option<Contact> {
    let telephone = string(value, "telephone").filter(|number| is_telephone(number));
    let mail = string(value, "email").map(|mail| mail.trim_start_matches("mailto:").to_owned());
    let mail = mail.filter(|mail| is_mail(mail));
    let zalo = string(value, "zalo").filter(|number| is_zalo(number));
    (telephone.is_some() || mail.is_some() || zalo.is_some()).then(|| Contact {
        title: text(value, "contactTitle").or_else(|| text(value, "contactType")),
        telephone,
        mail,
        zalo,
    })
}

/// The opening hours of a place.
pub(super) fn hours(value: &Value) -> Vec<Hours> {
    let hours = many(value, &member(value, "openingHoursSpecification"));
    hours.iter().take(MOST).filter_map(hours_of).collect()
}

/// The name under which a document has a term of schema.org: bare, or with one of the prefixes of that vocabulary.
fn member(value: &Value, term: &str) -> String {
    let prefixes = ["", "schema:", "https://schema.org/", "http://schema.org/"];
    let mut names = prefixes.map(|prefix| format!("{prefix}{term}")).into_iter();
    let found = names.find(|name| get(value, name).is_some());
    found.unwrap_or_else(|| term.to_owned())
}

fn hours_of(value: &Value) -> Option<Hours> {
    let days = many(value, "dayOfTheWeek").iter();
    let days = days.chain(many(value, &member(value, "dayOfWeek")));
    let day = |value: &Value| {
        let name = value.as_str().or_else(|| value.get("@id")?.as_str())?;
        let name = name.rsplit(['/', '-', ':']).next()?.to_lowercase();
        u8::try_from(DAYS.iter().position(|day| *day == name)?).ok()
    };
    let named: Vec<u8> = days.filter_map(day).collect();
    Some(Hours {
        days: (0..7).filter(|day| named.contains(day)).collect(),
        opens: clock(&string(value, &member(value, "opens"))?)?,
        closes: clock(&string(value, &member(value, "closes"))?)?,
    })
}

/// `07:30` of `07:30:00` or `07:30+07:00`.
fn clock(text: &str) -> Option<String> {
    let (hour, rest) = text.split_once(':')?;
    let minute = rest.get(..2)?;
    let number = |digits: &str, most: u8| {
        digits
            .parse()
            .ok()
            .filter(|number: &u8| digits.len() == 2 && *number <= most)
    };
    let hour_number = number(hour, 24)?;
    let minute_number = number(minute, 59)?;
    // OK because 24:00 is the end of a day, and nothing comes after it.
    (hour_number < 24 || minute_number == 0).then_some(())?;
    Some(format!("{hour}:{minute}"))
}

/// Whether a text is a telephone number: three to fifteen digits (ITU-T E.164), and what people put between them.
pub fn is_telephone(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    (3..=15).contains(&digits)
        && number
            .chars()
            .all(|char| char.is_ascii_digit() || "+-(). ".contains(char))
}

/// Whether a text is a number at Zalo. Those of official accounts are longer than telephone numbers.
pub fn is_zalo(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let rest = number.strip_prefix('+').unwrap_or(number);
    (9..=20).contains(&digits)
        && rest
            .chars()
            .all(|char| char.is_ascii_digit() || ". ".contains(char))
}

/// Whether a text is a mail address in plain letters, with nothing behind it that would fill in a letter.
pub fn is_mail(mail: &str) -> bool {
    let plain = mail
        .chars()
        .all(|char| char.is_ascii_alphanumeric() || "@.-_+".contains(char));
    let parts = mail.split_once('@');
    mail.len() <= 254
        && plain
        && parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
}

/// The country that a term names: its name where the source gives one, else its code in two or three letters or digits.
pub(super) fn country(value: &Value, term: &str) -> Option<Text> {
    let country = first(value, term)?;
    let name = text(country, "countryName");
    let code = string(country, "countryCode").or_else(|| word_of(value, term));
    let code = code.map(|code| code.rsplit('-').next().unwrap_or_default().to_owned());
    let code = code
        .filter(|code| matches!(code.len(), 2..=3) && code.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    name.or_else(|| code.map(named))
}

/// The countries that goods at the fair come from by their names; others by their code.
fn named(code: String) -> Text {
    match code.as_str() {
        "VN" | "VNM" | "704" => Text::new("Việt Nam", "Viet Nam"),
        "LA" | "LAO" | "418" => Text::new("Lào", "Laos"),
        "CN" | "CHN" | "156" => Text::new("Trung Quốc", "China"),
        "TH" | "THA" | "764" => Text::new("Thái Lan", "Thailand"),
        "MM" | "MMR" | "104" => Text::new("Mi-an-ma", "Myanmar"),
        "KH" | "KHM" | "116" => Text::new("Cam-pu-chia", "Cambodia"),
        _ => Text::same(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn contacts_are_numbers_and_addresses_and_nothing_else() {
        for (value, telephone, mail) in [
            (
                json!({"telephone": "+84 213 3876 000", "email": "hop-tac-xa@coop.example"}),
                Some("+84 213 3876 000"),
                Some("hop-tac-xa@coop.example"),
            ),
            (
                json!({"gs1:email": {"@value": "mailto:a@b.example"}}),
                None,
                Some("a@b.example"),
            ),
            (
                json!({"telephone": "javascript:1234", "email": "a@b.example?bcc=x@y.example"}),
                None,
                None,
            ),
            (json!({"telephone": "12", "email": "a@b@c.example"}), None, None),
            (json!({}), None, None),
        ] {
            let found = contact(&value);
            let parts = found
                .as_ref()
                .map(|one| (one.telephone.as_deref(), one.mail.as_deref()));
            let expected = (telephone.is_some() || mail.is_some()).then_some((telephone, mail));
            assert_eq!(parts, expected, "{value}");
        }
    }

    #[test]
    fn a_tap_reaches_the_number_and_nothing_else() {
        let contact = |telephone: &str, zalo: &str| {
            contact(&json!({"telephone": telephone, "lc:zalo": zalo, "email": "a@b.example"})).unwrap()
        };
        for (telephone, call) in [
            ("+84 213 000 0001", Some("tel:+842130000001")),
            ("0213 000-0001", Some("tel:02130000001")),
            ("+84 (0)213.000.0001", Some("tel:+842130000001")),
            ("(0213) 000 0001", Some("tel:02130000001")),
            ("1900;ext=1", None),
        ] {
            assert_eq!(contact(telephone, "").call().as_deref(), call, "{telephone}");
        }
        for (zalo, chat) in [
            ("+84 213 000 0001", Some("https://zalo.me/842130000001")),
            ("0213 000 0001", Some("https://zalo.me/02130000001")),
            ("1234567890123456789", Some("https://zalo.me/1234567890123456789")),
            ("evil.example/0213000001", None),
            ("12345", None),
        ] {
            assert_eq!(contact("", zalo).chat().as_deref(), chat, "{zalo}");
        }
        assert_eq!(contact("", "").write().as_deref(), Some("mailto:a@b.example"));
    }

    #[test]
    fn hours_name_their_days() {
        let value = json!({"openingHoursSpecification": {"@set": [
            {"dayOfTheWeek": ["gs1:DayOfTheWeek-SUNDAY", {"@id": "https://schema.org/Saturday"}], "opens": "07:00:00", "closes": "17:30"},
            {"opens": "08:00", "closes": "12:00+07:00"},
            {"opens": "25:00", "closes": "26:00"},
            {"opens": "07:00"},
        ]}});
        let hours: Vec<_> = hours(&value)
            .into_iter()
            .map(|one| (one.days, one.opens, one.closes))
            .collect();
        assert_eq!(
            hours,
            [
                (vec![5, 6], "07:00".to_owned(), "17:30".to_owned()),
                (vec![], "08:00".to_owned(), "12:00".to_owned())
            ]
        );
    }

    #[test]
    fn hours_are_read_in_every_spelling_of_schema_org() {
        for prefix in ["", "schema:", "https://schema.org/", "http://schema.org/", "gs1:"] {
            let term = |name: &str| format!("{prefix}{name}");
            let entry = json!({term("dayOfWeek"): {"@id": "https://schema.org/Monday"}, term("opens"): "06:00", term("closes"): "18:00"});
            let found = hours(&json!({term("openingHoursSpecification"): entry}));
            let found = found.first().map(|one| (one.days.as_slice(), one.opens.as_str()));
            assert_eq!(found, Some((&[0][..], "06:00")), "{prefix}");
        }
    }

    #[test]
    fn a_day_ends_at_twenty_four() {
        for (text, read) in [
            ("00:00", true),
            ("23:59", true),
            ("24:00", true),
            ("24:01", false),
            ("24:59:00", false),
            ("25:00", false),
        ] {
            assert_eq!(clock(text).is_some(), read, "{text}");
        }
    }

    #[test]
    fn countries_are_named_or_shown_by_their_code() {
        for (value, expected) in [
            (json!("VN"), Some(Text::new("Việt Nam", "Viet Nam"))),
            (
                json!({"@id": "gs1:Country-VN"}),
                Some(Text::new("Việt Nam", "Viet Nam")),
            ),
            (
                json!({"countryCode": "704"}),
                Some(Text::new("Việt Nam", "Viet Nam")),
            ),
            (
                json!([{"gs1:countryCode": {"@value": "LA"}}]),
                Some(Text::new("Lào", "Laos")),
            ),
            (
                json!({"countryCode": "FR", "countryName": {"vi": "Pháp", "en": "France"}}),
                Some(Text::new("Pháp", "France")),
            ),
            (json!("ET"), Some(Text::same("ET"))),
            (json!("somewhere"), None),
            (json!(null), None),
        ] {
            assert_eq!(
                country(&json!({"countryOfOrigin": value}), "countryOfOrigin"),
                expected,
                "{value}"
            );
        }
    }
}
