//! Small choices that this phone remembers (localStorage). A browser that refuses to keep them forgets them.

use super::site;
use web_sys::Storage;

/// The value kept under a name.
pub fn read(name: &str) -> Option<String> {
    storage()?.get_item(&key(name)).ok().flatten()
}

/// Keeps a value under a name.
pub fn write(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&key(name), value); // OK because a choice that cannot be kept is asked again.
    }
}

fn storage() -> Option<Storage> {
    site::window()?.local_storage().ok().flatten()
}

fn key(name: &str) -> String {
    format!("cho-phien:{name}")
}
