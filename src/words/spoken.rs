//! The words of reading aloud.

use super::Lang;

/// The words of reading aloud, in one language.
pub struct Spoken {
    /// Starts to read.
    pub listen: &'static str,
    /// Stops.
    pub stop: &'static str,
    /// Said where the phone has no voice for the language.
    pub no_voice: &'static str,
    /// The name of the choice of a language to listen in.
    pub language: &'static str,
    /// Before the number of a step.
    pub step: &'static str,
    /// Said after a verdict that is not green.
    pub ask_seller: &'static str,
}

const VI: Spoken = Spoken {
    listen: "Nghe đọc",
    stop: "Dừng đọc",
    no_voice: "Máy này chưa có giọng đọc tiếng Việt. Mời bạn đọc chữ trên trang, hoặc cài giọng đọc trong phần cài đặt của máy.",
    language: "Nghe bằng tiếng",
    step: "Chặng",
    ask_seller: "Hãy hỏi người bán.",
};

const EN: Spoken = Spoken {
    listen: "Listen",
    stop: "Stop reading",
    no_voice: "This phone has no English voice. Please read the page instead, or add a voice in the phone’s settings.",
    language: "Listen in",
    step: "Step",
    ask_seller: "Ask the seller.",
};

impl Lang {
    /// The words of reading aloud.
    pub fn spoken(self) -> &'static Spoken {
        match self {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}
