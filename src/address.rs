//! The addresses of the app: what the path of the page says, and the path that says it.

use crate::gs1::digital_link::Key;
use crate::gs1::{DigitalLink, Gln, Rejection};

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// `/`
    Home,
    /// `/scan`: the home page with the viewfinder over it.
    Scan,
    /// `/01/…`, `/00/…` and every other key: a journey.
    Journey(DigitalLink),
    /// `/417/{gln}`
    Producer(Gln),
    /// `/414/{gln}`
    Place(Gln),
    /// `/market`
    Market,
    /// `/market/stalls`
    Stalls,
    /// `/market/days`
    Days,
    /// `/market/seasons`
    Seasons,
    /// `/market/figures`
    Figures,
    /// `/saved`
    Saved,
    /// `/learn`, or `/learn/{id}` of one article or speciality.
    Learn(Option<String>),
    /// `/labels`: the label workshop.
    Labels,
    /// `/about`
    About,
    /// `/publish`: the organiser's tables.
    Publish,
    /// `/kiosk`: the show on a big screen.
    Kiosk,
    /// A GS1 address with a fault in it, such as a wrong check digit: the path, and what is wrong.
    Faulty(String, Rejection),
    /// No page of the app: the path.
    Unknown(String),
}

/// An address taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Which page.
    pub page: Page,
    /// Whether it stands under `/embed/`: without the app's frame around it.
    pub embedded: bool,
}

impl Address {
    /// Reads path and query of a page, such as `/embed/01/09528060010018?17=280912`.
    pub fn read(path_and_query: &str) -> Address {
        let (page, embedded) = match path_and_query.strip_prefix("/embed") {
            Some("") => ("/", true),
            Some(rest) if rest.starts_with(['/', '?', '#']) => (rest, true),
            _ => (path_and_query, false),
        };
        Address {
            page: Page::read(page),
            embedded,
        }
    }

    /// The canonical path and query that leads here.
    pub fn path(&self) -> String {
        let page = self.page.path();
        if self.embedded {
            format!("/embed{page}")
        } else {
            page
        }
    }
}

impl Page {
    /// The canonical path of the page outside a frame, with the query that belongs to it.
    pub fn path(&self) -> String {
        match self {
            Page::Home => "/".to_owned(),
            Page::Scan => "/scan".to_owned(),
            Page::Journey(link) => link.address(),
            Page::Producer(gln) => format!("/417/{gln}"),
            Page::Place(gln) => format!("/414/{gln}"),
            Page::Market => "/market".to_owned(),
            Page::Stalls => "/market/stalls".to_owned(),
            Page::Days => "/market/days".to_owned(),
            Page::Seasons => "/market/seasons".to_owned(),
            Page::Figures => "/market/figures".to_owned(),
            Page::Saved => "/saved".to_owned(),
            Page::Learn(None) => "/learn".to_owned(),
            Page::Learn(Some(id)) => format!("/learn/{id}"),
            Page::Labels => "/labels".to_owned(),
            Page::About => "/about".to_owned(),
            Page::Publish => "/publish".to_owned(),
            Page::Kiosk => "/kiosk".to_owned(),
            Page::Faulty(path, _) | Page::Unknown(path) => path.clone(),
        }
    }

    /// Whether a GS1 key names what the page shows.
    pub fn is_identified(&self) -> bool {
        matches!(self, Page::Journey(_) | Page::Producer(_) | Page::Place(_))
    }

    fn read(path_and_query: &str) -> Page {
        let path = path_and_query.split(['?', '#']).next().unwrap_or_default();
        let mut segments = path.trim_matches('/').split('/');
        match (segments.next().unwrap_or_default(), segments.next()) {
            ("", None) => Page::Home,
            ("scan", None) => Page::Scan,
            ("market", None) => Page::Market,
            ("market", Some("stalls")) => Page::Stalls,
            ("market", Some("days")) => Page::Days,
            ("market", Some("seasons")) => Page::Seasons,
            ("market", Some("figures")) => Page::Figures,
            ("saved", None) => Page::Saved,
            ("learn", None) => Page::Learn(None),
            ("learn", Some(id)) if segments.next().is_none() => Page::Learn(Some(id.to_owned())),
            ("labels", None) => Page::Labels,
            ("about", None) => Page::About,
            ("publish", None) => Page::Publish,
            ("kiosk", None) => Page::Kiosk,
            (key, Some(_)) if Key::is_key(key) => match DigitalLink::parse(path_and_query) {
                Ok(link) => Page::of(link),
                Err(error) => Page::Faulty(path.to_owned(), Rejection::from(error)),
            },
            _ => Page::Unknown(path.to_owned()),
        }
    }

    fn of(link: DigitalLink) -> Page {
        match link.key {
            Key::Party(gln) => Page::Producer(gln),
            Key::Place(gln) => Page::Place(gln),
            Key::Gtin(_) | Key::Sscc(_) | Key::Other(..) => Page::Journey(link),
        }
    }
}
