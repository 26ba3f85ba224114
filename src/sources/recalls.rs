//! recalls.json: the market's list of goods called back.

use super::findings::Recall;
use super::json_ld::{canonical, date, get, id, text};
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
    Some(Recall {
        id: canonical(id(entry)?),
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
    fn an_entry_without_id_is_counted() {
        let (recalls, broken) =
            read(&json!({"recalls": [{"id": "x", "reason": {"vi": "Mốc"}}, {}]})).unwrap();
        assert_eq!((recalls.len(), broken), (1, 1));
        assert_eq!(recalls[0].reason.vi, "Mốc");
    }
}
