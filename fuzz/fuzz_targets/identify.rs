//! Any bytes as a line of examples/identify.rs, and as a scanned text of every kind of symbol that reads numbers its own way.

#![no_main]

use cho_phien::gs1::Identity;
use cho_phien::gs1::report::answer;
use cho_phien::symbol::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let line = answer(&text, 2026);
    assert!(!line.contains('\n'));
    for format in [None, Some(Format::UpcE), Some(Format::QrCode)] {
        let _ = Identity::read(&text, format);
    }
});
