//! The addresses of the app: what the path of the page says, and the path that says it.

use crate::gs1::{DigitalLink, Gln};

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// `/`
    Home,
    /// `/scan`: the home page with the viewfinder over it.
    Scan,
    /// `/01/…`, `/00/…`: a journey.
    Journey(DigitalLink),
    /// `/417/{gln}`
    Producer(Gln),
    /// `/414/{gln}`
    Place(Gln),
    /// `/market`
    Market,
    /// `/saved`
    Saved,
    /// `/about`
    About,
    /// A GS1 address with a fault in it, such as a wrong check digit: the path, and what is wrong.
    Faulty(String, crate::gs1::Rejection),
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
        let _ = path_and_query;
        todo!()
    }
}
