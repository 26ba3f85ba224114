//! The business documents that go with events (CBV 2.0, 7.3).

use crate::sources::epcis::Event;
use crate::words::Text;

/// Each document with what it is: `Phiếu giao hàng S260918`.
pub fn documents(events: &[&Event]) -> Vec<Text> {
    let mut documents: Vec<Text> = Vec::new();
    for (kind, number) in events.iter().flat_map(|event| &event.transactions) {
        let (vi, en) = match kind.as_deref().unwrap_or_default() {
            "desadv" => ("Phiếu giao hàng", "Delivery note"),
            "inv" => ("Hóa đơn", "Invoice"),
            "po" => ("Đơn đặt hàng", "Purchase order"),
            "recadv" => ("Phiếu nhận hàng", "Receipt note"),
            "bol" => ("Vận đơn", "Bill of lading"),
            "rma" => ("Giấy trả hàng", "Return authorisation"),
            "testres" => ("Kết quả kiểm nghiệm", "Test result"),
            _ => ("Chứng từ", "Document"),
        };
        let number = shown_number(number);
        let document = Text::new(format!("{vi} {number}"), format!("{en} {number}"));
        if !documents.contains(&document) {
            documents.push(document);
        }
    }
    documents
}

/// What people call the number of a document: the end of a web address, and other identifiers as they are.
fn shown_number(id: &str) -> &str {
    let is_web = id.starts_with("https://") || id.starts_with("http://");
    let end = id.rsplit('/').find(|part| !part.is_empty());
    end.filter(|_| is_web).unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_called_by_its_number() {
        for (id, expect) in [
            ("https://example.org/da/S260918", "S260918"),
            ("https://example.org/da/S260918/", "S260918"),
            (
                "urn:epcglobal:cbv:bt:9528060010001:17",
                "urn:epcglobal:cbv:bt:9528060010001:17",
            ),
            ("17/2026", "17/2026"),
            ("", ""),
        ] {
            assert_eq!(shown_number(id), expect);
        }
    }
}
