//! Does somebody vouch for the files, and are they as they were signed?

use super::{Check, Verdict};
use crate::sources::epcis::Event;
use crate::sources::findings::Findings;
use crate::sources::signature::Signature;
use crate::words::Text;
use crate::words::journey::{both, day};
use time::Date;

const RULE: &str = "signature";

/// Stop when a signature does not fit its file. Unknown when a file of a source that signs bears none, it could not be
/// fetched, or the list of revoked keys is an old one. `None` when no source signs.
pub fn check(findings: &Findings, today: Date) -> Option<Check> {
    let seals = &findings.seals;
    if seals.iter().any(|seal| seal.signature == Signature::Mismatch) {
        let (flag, sentence) = ("signature:mismatch", mismatch());
        return Some(Check::fault(RULE, Verdict::Stop, flag, sentence, Vec::new()));
    }
    if !findings.are_revocations_fresh(today) {
        return Some(Check::plain(RULE, Verdict::Unknown, old_list()));
    }
    let unclear = seals.iter().find_map(|seal| match seal.signature {
        Signature::Unknown => Some(unknown()),
        Signature::Unsigned => Some(unsigned()),
        _ => None,
    });
    if let Some(sentence) = unclear {
        return Some(Check::plain(RULE, Verdict::Unknown, sentence));
    }
    seals.iter().find_map(|seal| match &seal.signature {
        Signature::Signed { by, on, .. } => {
            let on = on.map(day);
            Some(Check::plain(RULE, Verdict::Ok, signed(by, on)))
        }
        _ => None,
    })
}

/// Warns when an event is not what its hash says. Right hashes prove that nothing was changed since, not who wrote it.
/// `None` when no event is named by its hash.
pub fn check_hashes<'a>(events: impl Iterator<Item = &'a Event>) -> Option<Check> {
    let hashed: Vec<(&Event, bool)> = events
        .filter_map(|event| Some((event, event.hash_fits?)))
        .collect();
    let changed: Vec<String> = hashed
        .iter()
        .filter(|(_, fits)| !fits)
        .map(|(event, _)| event.id.clone())
        .collect();
    if !changed.is_empty() {
        let sentence = Text::new(
            "Có chặng không còn đúng như lúc được ghi: dấu băm không khớp.",
            "A step is not as it was recorded: its hash does not match.",
        );
        return Some(Check::fault(
            "hash",
            Verdict::Warn,
            "hash:mismatch",
            sentence,
            changed,
        ));
    }
    let sentence = Text::new(
        "Dấu băm của các chặng khớp: nội dung chưa bị sửa. Điều đó chưa cho biết ai đã khai.",
        "The hashes of the steps match: nothing was changed. That does not tell who declared it.",
    );
    (!hashed.is_empty()).then(|| Check::plain("hash", Verdict::Ok, sentence))
}

fn signed(by: &Text, on: Option<Text>) -> Text {
    both(|lang| {
        let name = by.in_lang(lang);
        let text = match &on {
            Some(on) => Text::new(
                format!("Có chữ ký của {name}, ngày {}.", on.vi),
                format!("Signed by {name} on {}.", on.en),
            ),
            None => Text::new(format!("Có chữ ký của {name}."), format!("Signed by {name}.")),
        };
        text.in_lang(lang).to_owned()
    })
}

fn unsigned() -> Text {
    Text::new(
        "Dữ liệu không có chữ ký của ban tổ chức: chưa ai đứng ra bảo đảm.",
        "The data bears no signature of the organiser: nobody vouches for it.",
    )
}

fn unknown() -> Text {
    Text::new(
        "Chưa tải được chữ ký, nên chưa biết dữ liệu có bị sửa hay không.",
        "The signature could not be fetched, so it is not known whether the data was changed.",
    )
}

fn old_list() -> Text {
    Text::new(
        "Danh sách khóa bị thu hồi nhận được đã cũ, nên chưa biết khóa ký còn dùng được hay không.",
        "The list of revoked keys that came is an old one, so it is not known whether the signing key still holds.",
    )
}

fn mismatch() -> Text {
    Text::new(
        "Chữ ký không khớp: dữ liệu đã bị sửa sau khi ký. Đừng tin trang này.",
        "The signature does not match: the data was changed after it was signed. Do not trust this page.",
    )
}
