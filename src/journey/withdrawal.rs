//! Why a step counts for nothing.

use crate::words::Text;

/// The whole sentence. The words are the error reasons of CBV 2.0; others stand as their source wrote them.
pub fn withdrawn(reason: &str) -> Text {
    let (vi, en) = match reason.trim() {
        "" => {
            return Text::new(
                "Nơi khai đã rút lại chặng này.",
                "Its source has withdrawn this step.",
            );
        }
        "did_not_occur" => ("việc này đã không xảy ra.", "it did not take place."),
        "incorrect_data" => ("dữ liệu khai bị sai.", "what was declared was wrong."),
        other => (other, other),
    };
    Text::new(
        format!("Nơi khai đã rút lại chặng này: {vi}"),
        format!("Its source has withdrawn this step: {en}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_withdrawn_step_says_why_in_plain_words() {
        for (reason, vi, en) in [
            (
                "",
                "Nơi khai đã rút lại chặng này.",
                "Its source has withdrawn this step.",
            ),
            (
                "did_not_occur",
                "Nơi khai đã rút lại chặng này: việc này đã không xảy ra.",
                "Its source has withdrawn this step: it did not take place.",
            ),
            (
                "incorrect_data",
                "Nơi khai đã rút lại chặng này: dữ liệu khai bị sai.",
                "Its source has withdrawn this step: what was declared was wrong.",
            ),
            (
                "Cân nhầm",
                "Nơi khai đã rút lại chặng này: Cân nhầm",
                "Its source has withdrawn this step: Cân nhầm",
            ),
        ] {
            assert_eq!(withdrawn(reason), Text::new(vi, en), "{reason}");
        }
    }
}
