//! Why a text is no code: each reason as a plain sentence with what to do next.

use crate::gs1::Rejection;
use crate::words::Lang;

/// What is wrong, in a sentence.
pub fn sentence(rejection: &Rejection, lang: Lang) -> String {
    let words = lang.problem();
    match rejection {
        Rejection::Empty => words.empty.to_owned(),
        Rejection::CheckDigit { .. } => words.check_digit.to_owned(),
        Rejection::Length(length) => words.length.replace("{n}", &length.to_string()),
        Rejection::Elements(_) | Rejection::Link(_) => words.broken.to_owned(),
        Rejection::Dangerous => words.dangerous.to_owned(),
        Rejection::Scheme(_) => words.other_program.to_owned(),
    }
}
