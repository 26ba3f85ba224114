//! Which of a phone's lenses is worth opening for codes, by what browsers say of them and what has decoded before.

use super::labels::{is_rear, number, rank};

/// A lens, as `enumerateDevices` names it once the camera is allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lens {
    /// The id of the device; some browsers give it a new one at every visit.
    pub id: String,
    /// Its label, in the language of the phone; empty in some browsers.
    pub label: String,
}

/// The lens to open instead of the open one, if there is a better one. First the lens that decoded a code on an earlier visit,
/// by its id or else by its label; then one that looks away from the user; then several lenses that take turns; then a plain
/// lens instead of a wide or far one; last, where the open one is known not to focus (`focuses`), the main lens of an
/// Android phone, which has the lowest number.
pub fn better<'a>(
    lenses: &'a [Lens],
    open: &Lens,
    focuses: Option<bool>,
    decoded: Option<&Lens>,
) -> Option<&'a Lens> {
    let other = |lens: &&Lens| lens.id != open.id;
    if let Some(decoded) = decoded {
        let found = lenses
            .iter()
            .find(|lens| lens.id == decoded.id)
            .or_else(|| by_label(lenses, &decoded.label));
        if let Some(found) = found {
            return Some(found).filter(other);
        }
    }
    let rear = || lenses.iter().filter(|lens| is_rear(&lens.label));
    // Of lenses with the same rank, the first one: browsers list the main lens before its companions.
    let best = rear().min_by_key(|lens| std::cmp::Reverse(rank(&lens.label)))?;
    if !is_rear(&open.label) || rank(&best.label) > rank(&open.label) {
        return Some(best).filter(other);
    }
    let main = || {
        rear()
            .filter(|lens| number(&lens.label).is_some())
            .min_by_key(|lens| number(&lens.label))
    };
    (focuses == Some(false)).then(main).flatten().filter(other)
}

/// The lenses that seem as good for near things as the open one, itself among them, in the browser's order: their labels
/// rank them alike, so that only their pictures can tell which is better. None where it stands alone.
pub fn alike(lenses: &[Lens], open: &Lens) -> Vec<Lens> {
    let is_alike = |lens: &&Lens| is_rear(&lens.label) && rank(&lens.label) == rank(&open.label);
    let alike: Vec<Lens> = lenses.iter().filter(is_alike).cloned().collect();
    let has_open = alike.iter().any(|lens| lens.id == open.id);
    if has_open && alike.len() > 1 {
        alike
    } else {
        Vec::new()
    }
}

/// The lenses to try when one did not start: those that look away, without it and without those that have no id.
pub fn instead<'a>(lenses: &'a [Lens], failed: Option<&Lens>) -> Vec<&'a Lens> {
    let is_other = |lens: &&Lens| !lens.id.is_empty() && failed.is_none_or(|failed| failed.id != lens.id);
    rear(lenses).into_iter().filter(is_other).collect()
}

/// The lenses that look away from the user, or all where the labels do not tell.
pub fn rear(lenses: &[Lens]) -> Vec<&Lens> {
    let rear: Vec<&Lens> = lenses.iter().filter(|lens| is_rear(&lens.label)).collect();
    if rear.is_empty() {
        lenses.iter().collect()
    } else {
        rear
    }
}

/// The lens after the open one, round and round. `None` where there is no other.
pub fn next<'a>(lenses: &'a [Lens], open: &str) -> Option<&'a Lens> {
    let rear = rear(lenses);
    let place = rear
        .iter()
        .position(|lens| lens.id == open)
        .map_or(0, |place| place + 1);
    let next = rear.iter().cycle().nth(place)?;
    (next.id != open).then_some(*next)
}

/// The only lens with a label; of several with one name, none can be told apart.
fn by_label<'a>(lenses: &'a [Lens], label: &str) -> Option<&'a Lens> {
    let mut alike = lenses
        .iter()
        .filter(|lens| !label.is_empty() && lens.label == label);
    let first = alike.next()?;
    alike.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lenses whose ids are their places.
    fn lenses(labels: &[&str]) -> Vec<Lens> {
        let lens = |(id, label): (usize, &&str)| Lens {
            id: id.to_string(),
            label: (*label).to_owned(),
        };
        labels.iter().enumerate().map(lens).collect()
    }

    /// The place of the better lens than the one at `open`.
    fn check(labels: &[&str], open: usize, focuses: Option<bool>, expect: Option<usize>) {
        let lenses = lenses(labels);
        let found = better(&lenses, &lenses[open], focuses, None);
        let place = found.map(|lens| lens.id.parse::<usize>().unwrap());
        assert_eq!(place, expect, "{labels:?} with {open} open");
    }

    #[test]
    fn an_iphone_is_opened_with_the_lenses_that_take_turns_in_every_language() {
        for labels in [
            [
                "Front Camera",
                "Back Camera",
                "Back Ultra Wide Camera",
                "Back Triple Camera",
            ],
            [
                "Camera mặt trước",
                "Camera mặt sau",
                "Camera sau siêu rộng",
                "Camera ba ống kính mặt sau",
            ],
            [
                "Caméra avant",
                "Caméra arrière",
                "Caméra arrière ultra grand-angle",
                "Triple caméra arrière",
            ],
            [
                "Frontkamera",
                "Rückkamera",
                "Ultra-Weitwinkelkamera auf der Rückseite",
                "Rückseitige Triple-Kamera",
            ],
            [
                "Cámara frontal",
                "Cámara trasera",
                "Cámara trasera ultra gran angular",
                "Cámara triple trasera",
            ],
            ["前置相机", "后置相机", "后置超广角相机", "后置三镜头相机"],
            [
                "前面カメラ",
                "背面カメラ",
                "背面超広角カメラ",
                "背面トリプルカメラ",
            ],
            [
                "전면 카메라",
                "후면 카메라",
                "후면 울트라 와이드 카메라",
                "후면 트리플 카메라",
            ],
            [
                "Передняя камера",
                "Задняя камера",
                "Задняя сверхширокоугольная камера",
                "Задняя тройная камера",
            ],
        ] {
            check(&labels, 1, Some(true), Some(3));
            check(&labels, 3, Some(true), None);
            check(&labels, 0, Some(true), Some(3));
            check(&labels[..3], 1, Some(true), None);
            check(&labels[..3], 2, Some(true), Some(1));
        }
    }

    #[test]
    fn two_lenses_that_take_turns_are_better_than_one() {
        let labels = [
            "Back Camera",
            "Back Dual Camera",
            "Back Dual Wide Camera",
            "Back Telephoto Camera",
        ];
        check(&labels, 0, None, Some(2));
        check(&labels[..2], 0, None, Some(1));
        check(&labels, 3, None, Some(2));
        check(
            &["Caméra arrière", "Double caméra arrière avec grand-angle"],
            0,
            None,
            Some(1),
        );
        check(&["Camera mặt sau", "Camera kép rộng mặt sau"], 0, None, Some(1));
    }

    #[test]
    fn an_android_lens_without_focus_gives_way_to_the_main_one() {
        let labels = [
            "camera2 1, facing front",
            "camera2 2, facing back",
            "camera2 0, facing back",
        ];
        check(&labels, 1, Some(false), Some(2));
        check(&labels, 1, Some(true), None);
        check(&labels, 1, None, None);
        check(&labels, 2, Some(false), None);
        check(&labels, 0, Some(true), Some(1));
        check(&["camera 0, facing back"], 0, Some(false), None);
    }

    #[test]
    fn labels_that_do_not_tell_change_nothing() {
        check(&["", ""], 0, Some(false), None);
        check(&["HD Webcam", "USB Camera"], 0, Some(false), None);
        check(&["fake_device_0"], 0, None, None);
        check(
            &["Back Camera", "Back Depth Camera", "Front TrueDepth Camera"],
            0,
            None,
            None,
        );
    }

    #[test]
    fn the_lens_that_decoded_is_found_again_by_id_or_label() {
        let found = lenses(&[
            "camera2 1, facing front",
            "camera2 2, facing back",
            "camera2 0, facing back",
        ]);
        let check = |id: &str, label: &str, open: usize, expect: Option<usize>| {
            let decoded = Lens {
                id: id.to_owned(),
                label: label.to_owned(),
            };
            let better = better(&found, &found[open], Some(true), Some(&decoded));
            assert_eq!(better.map(|lens| lens.id.parse().unwrap()), expect, "{decoded:?}");
        };
        check("1", "", 2, Some(1));
        check("gone", "camera2 2, facing back", 2, Some(1));
        check("gone", "camera2 2, facing back", 1, None);
        check("gone", "camera2 9, facing back", 2, None);
    }

    #[test]
    fn the_button_goes_round_the_lenses_that_look_away() {
        let found = lenses(&[
            "camera2 1, facing front",
            "camera2 2, facing back",
            "camera2 0, facing back",
        ]);
        let after = |open: &str| next(&found, open).map(|lens| lens.id.as_str());
        assert_eq!(
            (after("1"), after("2"), after("0")),
            (Some("2"), Some("1"), Some("1"))
        );
        assert_eq!(next(&found[..2], "1"), None);
        let nameless = lenses(&["", ""]);
        assert_eq!(next(&nameless, "0").map(|lens| lens.id.as_str()), Some("1"));
        assert_eq!(next(&[], "0"), None);
    }

    #[test]
    fn only_lenses_that_look_away_and_rank_alike_are_alike() {
        let check = |labels: &[&str], open: usize, expect: &[&str]| {
            let lenses = lenses(labels);
            let alike = alike(&lenses, &lenses[open]);
            let ids: Vec<&str> = alike.iter().map(|lens| lens.id.as_str()).collect();
            assert_eq!(ids, expect, "{labels:?} with {open} open");
        };
        let android = [
            "camera2 1, facing front",
            "camera2 2, facing back",
            "camera2 0, facing back",
        ];
        check(&android, 2, &["1", "2"]);
        check(&android, 0, &[]);
        check(&android[..2], 1, &[]);
        check(&["Back Camera", "Back Ultra Wide Camera"], 0, &[]);
        check(&["", ""], 0, &[]);
    }

    #[test]
    fn any_lens_that_looks_away_is_tried_instead_of_one_that_does_not_start() {
        let found = lenses(&[
            "camera2 1, facing front",
            "camera2 2, facing back",
            "camera2 0, facing back",
        ]);
        let ids = |failed: Option<&Lens>| -> Vec<&str> {
            let instead = instead(&found, failed);
            instead.iter().map(|lens| lens.id.as_str()).collect()
        };
        assert_eq!(ids(None), ["1", "2"]);
        assert_eq!(ids(Some(&found[2])), ["1"]);
        let unnamed = [Lens::default()];
        assert_eq!(instead(&unnamed, None), Vec::<&Lens>::new());
    }
}
