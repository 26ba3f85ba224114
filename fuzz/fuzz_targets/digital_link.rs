//! A Digital Link that is understood survives being written, as an address and on another host.

#![no_main]

use cho_phien::gs1::DigitalLink;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(link) = DigitalLink::parse(text) else {
        return;
    };
    assert_eq!(DigitalLink::parse(&link.address()).as_ref(), Ok(&link));
    assert_eq!(DigitalLink::parse(&link.uri("https://shop.example/a")), Ok(link));
});
