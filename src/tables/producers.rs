//! Producers: co-operatives, groups and households that sell at the fair.

use super::cells::{Cells, each};
use super::fault::Fault;
use super::known::Known;
use super::pace::Pace;
use super::row::Row;
use super::wording;
use crate::gs1::Gln;
use crate::sources::contact;
use crate::words::Text;

/// A checked producer.
#[derive(Clone, Debug, PartialEq)]
pub struct Producer {
    /// Its id in the tables.
    pub id: String,
    /// Its GLN as a party.
    pub gln: Gln,
    /// The GS1 company prefix under which it gives numbers to its goods.
    pub prefix: String,
    /// The tax code of the organisation, for the national portal.
    pub tax_code: Option<String>,
    /// Its name.
    pub name: Text,
    /// Its brand.
    pub brand: Option<String>,
    /// A few sentences about it.
    pub about: Option<Text>,
    /// The line of its address above the commune.
    pub address_line: Option<Text>,
    /// Commune or ward of its seat, as people call it.
    pub commune: String,
    /// Province of its seat.
    pub province: String,
    /// Country of its seat, two letters.
    pub country: String,
    /// The year it was founded.
    pub founded: Option<u16>,
    /// How many members or households it has.
    pub members: Option<u32>,
    /// Its web page.
    pub web: Option<String>,
    /// How else to reach it.
    pub contact: Reach,
    /// The categories of goods it makes.
    pub categories: Vec<String>,
}

/// How to reach a producer that agreed to have it published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reach {
    /// Its telephone number, with `+84` or a zero in front.
    pub telephone: Option<String>,
    /// Its mail address.
    pub mail: Option<String>,
    /// Its number at Zalo: that of its telephone, or of its official account.
    pub zalo: Option<String>,
}

/// Checks the producers.
pub(super) async fn check(
    rows: &[Row],
    known: &Known,
    sample: bool,
    pace: &Pace<'_>,
    faults: &mut Vec<Fault>,
) -> Vec<Producer> {
    let found = each(rows, pace, faults, |cells| producer(cells, known, sample));
    found.await.into_iter().flatten().collect()
}

fn producer(cells: &mut Cells, known: &Known, sample: bool) -> Option<Producer> {
    cells.sample(sample);
    check_consent(cells);
    let gln = cells.gln("gln");
    check_prefix(cells, gln);
    let categories = cells.texts("categories");
    for category in &categories {
        cells.known("categories", category, &known.categories, "categories");
    }
    let producer = Producer {
        id: cells.text("id"),
        gln: gln?,
        prefix: cells.text("gcp"),
        tax_code: tax_code(cells),
        name: cells.both("name"),
        brand: cells.optional_text("brand"),
        about: cells.optional_both("about"),
        address_line: cells.optional_both("address.line"),
        commune: cells.text("communeName"),
        province: cells.text("address.province"),
        country: cells.text("address.country"),
        founded: cells.optional_whole("foundedYear"),
        members: cells.optional_whole("members"),
        web: cells.optional_text("contact.web"),
        contact: reach(cells),
        categories,
    };
    check_web(cells, producer.web.as_deref());
    Some(producer)
}

fn check_consent(cells: &mut Cells) {
    if cells.flag("consent.publishName") == Some(false) {
        cells.fault("consent.publishName", wording::no_consent());
    }
    let point = cells.text("consent.publishPoint");
    if !point.is_empty() && !["none", "commune", "exact"].contains(&point.as_str()) {
        let message = wording::not_one_of(&point, "none, commune, exact");
        cells.fault("consent.publishPoint", message);
    }
    cells.day("consent.asOf");
}

/// Telephone, mail and Zalo are those of people: they are published only where these agreed to it.
fn reach(cells: &mut Cells) -> Reach {
    let mut read = |field: &str, is_one: fn(&str) -> bool, kind: &str| {
        let found = cells.optional_text(field)?;
        if !is_one(&found) {
            cells.fault(field, wording::no_way_to_reach(&found, kind));
        }
        Some(found)
    };
    let reach = Reach {
        telephone: read("contact.phone", is_whole_number, "+84 213 387 6000"),
        mail: read("contact.mail", contact::is_mail, "ten@congty.vn"),
        zalo: read("contact.zalo", contact::is_zalo, "0912 345 678"),
    };
    let consent = cells
        .value("consent.publishContact")
        .and_then(serde_json::Value::as_bool);
    if reach != Reach::default() && consent != Some(true) {
        cells.fault("consent.publishContact", wording::no_consent_to_contact());
    }
    reach
}

/// A telephone number whose zero in front a spreadsheet program has not taken away; hotlines begin with 1.
fn is_whole_number(number: &str) -> bool {
    contact::is_telephone(number) && number.starts_with(['+', '0', '1', '('])
}

fn check_prefix(cells: &mut Cells, gln: Option<Gln>) {
    let prefix = cells.text("gcp");
    if let Some(gln) = gln
        && !gln.as_str().starts_with(&prefix)
    {
        cells.fault("gln", wording::foreign_prefix(gln.as_str(), &prefix));
    }
}

/// Ten digits of an organisation or twelve of a person, and three more for a branch (Circular 86/2024/TT-BTC).
fn tax_code(cells: &mut Cells) -> Option<String> {
    let code = cells.optional_text("taxCode")?;
    let (main, branch) = code.split_once('-').unwrap_or((&code, "001"));
    let all_digits = main
        .bytes()
        .chain(branch.bytes())
        .all(|byte| byte.is_ascii_digit());
    if !all_digits || ![10, 12].contains(&main.len()) || branch.len() != 3 {
        cells.fault("taxCode", wording::not_a_tax_code(&code));
    }
    Some(code)
}

/// Only addresses of the web: the app offers this one as a link.
fn check_web(cells: &mut Cells, web: Option<&str>) {
    if let Some(web) = web
        && !web.starts_with("https://")
    {
        cells.fault("contact.web", wording::not_one_of(web, "https://…"));
    }
}
