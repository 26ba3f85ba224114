//! An element string that is understood survives both of its forms.

#![no_main]

use cho_phien::gs1::ElementString;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for read in [ElementString::parse(text), ElementString::parse_bracketed(text)] {
        let Ok(elements) = read else {
            continue;
        };
        assert_eq!(ElementString::parse(&elements.raw()).as_ref(), Ok(&elements));
        assert_eq!(ElementString::parse_bracketed(&elements.bracketed()), Ok(elements));
    }
});
