//! recalls.json: the market's list of goods called back.

use super::findings::Recall;
use super::json_ld::{canonical, date, get, id, text};
use crate::gs1::DigitalLink;
use serde_json::Value;

/// Reads the list and how many of its entries could not be read. The error says what is wrong with the document.
pub fn read(document: &Value) -> Result<(Vec<Recall>, usize), String> {
    // OK because a list that is missing must not pass for an empty one: that would say "nothing recalled".
    let entries = get(document, "recalls").and_then(Value::as_array);
    let entries = entries.ok_or("expected a list `recalls`")?;
    let recalls: Vec<Recall> = entries.iter().filter_map(recall).collect();
    let broken = entries.len() - recalls.len();
    Ok((recalls, broken))
}

fn recall(entry: &Value) -> Option<Recall> {
    // OK because an identifier that is none would name no goods, and its entry would pass for read.
    let named = DigitalLink::parse(&canonical(id(entry)?)).ok()?;
    Some(Recall {
        id: named.canonical(),
        since: date(entry, "since"),
        reason: text(entry, "reason").unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_missing_list_is_not_an_empty_one() {
        assert_eq!(read(&json!({"recalls": []})), Ok((Vec::new(), 0)));
        assert!(read(&json!({})).is_err());
        assert!(read(&json!({"recalls": "none"})).is_err());
    }

    #[test]
    fn an_entry_that_names_no_goods_is_counted() {
        let lot = "https://id.gs1.org/01/09528060010018/10/A";
        for (id, named) in [
            (json!(lot), Some(lot)),
            (json!("HTTPS://ID.GS1.ORG/01/09528060010018/10/A"), Some(lot)),
            (json!("http://coop.example/01/09528060010018/10/A"), Some(lot)),
            (json!("Https://id.gs1.org/01/09528060010018/10/A"), Some(lot)),
            (json!("https://id.gs1.org/01/09528060010019/10/A"), None),
            (json!("09528060010018"), None),
            (json!("x"), None),
            (json!(null), None),
        ] {
            let (recalls, broken) = read(&json!({"recalls": [{"id": id, "reason": {"vi": "Mốc"}}]})).unwrap();
            assert_eq!(recalls.first().map(|recall| recall.id.as_str()), named, "{id}");
            assert_eq!(broken, usize::from(named.is_none()), "{id}");
            assert!(recalls.iter().all(|recall| recall.reason.vi == "Mốc"));
        }
    }
}
