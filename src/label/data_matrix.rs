//! A GS1 DataMatrix (ISO/IEC 16022:2006; GS1 General Specifications 5.6) of what a Digital Link names, as an element string.

use super::modules::Modules;
use crate::gs1::{DigitalLink, ElementString};
use datamatrix::{DataMatrixBuilder, SymbolList};

/// The light border that readers need, in modules (ISO/IEC 16022:2006, 7.1).
pub const QUIET_ZONE: i32 = 1;

/// The element string of a link: its key, its qualifiers, its attributes, without the leading FNC1.
pub fn element_string(link: &DigitalLink) -> String {
    let key = (link.key.ai().to_owned(), link.key.value().to_owned());
    let rest = link.qualifiers.iter().chain(&link.attributes).cloned();
    let elements = std::iter::once(key).chain(rest).collect();
    ElementString { elements }.raw()
}

/// The modules of the symbol, FNC1 first, separators as GS. `None` for a text that is too long for any square symbol.
pub(super) fn modules(element_string: &str) -> Option<Modules> {
    let symbol = DataMatrixBuilder::new()
        .with_fnc1_start(true)
        .with_macros(false)
        .with_symbol_list(SymbolList::default().enforce_square())
        .encode(element_string.as_bytes())
        .ok()?;
    let bitmap = symbol.bitmap();
    let width = bitmap.width();
    let mut dark = vec![false; width * bitmap.height()];
    for (x, y) in bitmap.pixels() {
        if let Some(module) = dark.get_mut(y * width + x) {
            *module = true;
        }
    }
    Some(Modules::new(width, dark))
}
