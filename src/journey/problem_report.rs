//! A shopper's report of a problem to the organiser: what is filled in beforehand, as text and as a mail.

use super::Journey;
use crate::words::Lang;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use time::Date;

/// A report, ready to be sent or copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemReport {
    /// What it is about: the code.
    pub subject: String,
    /// A line for the shopper's own words, then page, verdict, day and version, a line each.
    pub body: String,
}

impl ProblemReport {
    /// The report about a journey that stands at `address` (whole, with `https://`), made by `version` of the app.
    pub fn of(journey: &Journey, address: &str, version: &str, lang: Lang) -> ProblemReport {
        let says = journey.headline.in_lang(lang);
        let path = journey.identity.address();
        ProblemReport::about(&path, says, journey.today, (address, version), lang)
    }

    /// The report about the page at `path` that says `says` on the day `today`; `made_by` is its whole address and the
    /// version of the app.
    pub fn about(path: &str, says: &str, today: Date, made_by: (&str, &str), lang: Lang) -> ProblemReport {
        let words = lang.page_tools();
        let lines = [
            (words.what_is_wrong, String::new()),
            ("", String::new()),
            (words.page, made_by.0.to_owned()),
            (words.says, says.to_owned()),
            (words.day, lang.date(today)),
            (words.version, made_by.1.to_owned()),
        ];
        let lines = lines.map(|(term, value)| format!("{term} {value}").trim().to_owned());
        ProblemReport {
            subject: format!("{}: {path}", words.subject),
            body: lines.join("\n"),
        }
    }

    /// The link that opens a mail to `contact` (RFC 6068: lines end in CRLF).
    pub fn mail_link(&self, contact: &str) -> String {
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let body = self.body.replace('\n', "\r\n");
        format!(
            "mailto:{contact}?subject={}&body={}",
            encode(&self.subject),
            encode(&body)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_link_hides_nothing_in_its_texts() {
        let report = ProblemReport {
            subject: "A&cc=b".to_owned(),
            body: "Lô 1\n?".to_owned(),
        };
        assert_eq!(
            report.mail_link("ban@cho.example"),
            "mailto:ban@cho.example?subject=A%26cc%3Db&body=L%C3%B4%201%0D%0A%3F"
        );
    }
}
