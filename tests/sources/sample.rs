//! The journeys of the sample market.

use crate::documents::{files, json_of};
use cho_phien::sources::EpcisDocument;
use cho_phien::words::Text;
use std::path::Path;

#[test]
fn every_journey_of_the_sample_market_is_read_without_loss() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/market/journeys");
    for file in files(&folder, "jsonld") {
        let document = EpcisDocument::read(&json_of(&file), "/epcis.json", &Text::default()).unwrap();
        assert_eq!((document.broken, document.fault), (0, None), "{}", file.display());
        for event in &document.events {
            let known = event
                .read_point
                .as_ref()
                .is_some_and(|uri| document.places.contains_key(uri));
            assert!(
                known,
                "{}: {} happens at an unnamed place",
                file.display(),
                event.id
            );
            assert!(
                event.title.is_some() && event.process.is_some(),
                "{}",
                file.display()
            );
        }
    }
}
