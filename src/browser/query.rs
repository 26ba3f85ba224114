//! The query of an address: `?q=che&c=nong-san`.

use web_sys::UrlSearchParams;

/// The value of a field in the query of `path_and_query`, decoded.
pub fn read(path_and_query: &str, field: &str) -> Option<String> {
    let (_, query) = path_and_query.split_once('?')?;
    UrlSearchParams::new_with_str(query).ok()?.get(field)
}

/// A path with a query of those fields that are not empty.
pub fn write(path: &str, fields: &[(&str, &str)]) -> String {
    let Ok(query) = UrlSearchParams::new() else {
        return path.to_owned();
    };
    for (field, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        query.append(field, value);
    }
    let query = String::from(query.to_string());
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}
