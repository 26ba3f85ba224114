//! What the labels of lenses say of them, in the languages of phones.

/// Parts of labels for a lens that looks away from the user, in lower case, by language.
const BACK: &[&str] = &[
    "back",
    "rear",
    "environment", // en
    "sau",         // vi
    "arrière",     // fr
    "rück",
    "hinter", // de
    "traser",
    "posterior", // es, pt, it
    "achter",
    "bakre",
    "bagside",
    "tyln",
    "arka",
    "belakang", // nl, sv, da, pl, tr, id
    "задн",
    "тыл", // ru
    "后",
    "後",
    "背",   // zh, ja
    "후면", // ko
    "หลัง",  // th
];

/// Parts of labels for a lens that looks at the user.
const FRONT: &[&str] = &[
    "front",
    "user",
    "facetime",
    "selfie",
    "truedepth", // en, de, es, fr, it, pt
    "trước",     // vi
    "avant",
    "delanter",
    "dianteir",
    "anterior", // fr, es, pt, it
    "voor",
    "främre",
    "przedni",
    "ön ",
    "depan", // nl, sv, pl, tr, id
    "передн",
    "фронт", // ru
    "前",
    "フロント", // zh, ja
    "전면",     // ko
    "หน้า",      // th
];

/// Several lenses that take turns by themselves, so that near things are always in focus: three of them, and two.
const TRIPLE: &[&str] = &[
    "triple",
    "tripla",
    "drei",
    "ba ống",
    "bộ ba",
    "camera ba",
    "三",
    "トリプル",
    "트리플",
    "тройн",
];
const DUAL: &[&str] = &[
    "dual",
    "double",
    "dupla",
    "doble",
    "doppia",
    "kép",
    "双",
    "雙",
    "デュアル",
    "듀얼",
    "двойн",
];

const WIDE: &[&str] = &[
    "wide",
    "angle",
    "weitwinkel",
    "angular",
    "rộng",
    "角",
    "와이드",
    "широк",
];

/// A lens for wide views: on most phones its focus is fixed.
const ULTRA: &[&str] = &["ultra", "siêu", "超", "울트라", "초광각", "сверх"];

/// A lens for far things: it cannot focus on near ones.
const TELE: &[&str] = &[
    "tele",
    "télé",
    "chụp xa",
    "长焦",
    "長焦",
    "远",
    "望遠",
    "망원",
    "теле",
];

/// No lens for pictures.
const BLIND: &[&str] = &["depth", "infrared", "tof camera", "độ sâu", "hồng ngoại", "深度"];

/// Whether a lens with this label looks away from the user and sees.
pub fn is_rear(label: &str) -> bool {
    let label = lower(label);
    has(&label, BACK) && !has(&label, FRONT) && !has(&label, BLIND)
}

/// How good a lens that looks away is for near things: 0 for a far one, 5 for three that take turns.
pub fn rank(label: &str) -> u8 {
    let label = lower(label);
    match () {
        () if has(&label, TRIPLE) => 5,
        () if has(&label, DUAL) && has(&label, WIDE) => 4,
        () if has(&label, DUAL) => 3,
        () if has(&label, TELE) => 0,
        () if has(&label, ULTRA) => 1,
        () => 2,
    }
}

/// The number of a camera on Android: 0 in `camera2 0, facing back`.
pub fn number(label: &str) -> Option<u32> {
    let (name, _) = label.split_once(',')?;
    name.rsplit(' ').next()?.parse().ok()
}

fn lower(label: &str) -> String {
    label.chars().flat_map(char::to_lowercase).collect()
}

fn has(label: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| label.contains(part))
}
