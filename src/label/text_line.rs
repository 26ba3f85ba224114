//! Lines of text on a label, and how they are broken to fit: without a typeface at hand, widths are estimates on the safe side.

use super::rect::Rect;

/// A line of text, in µm from the upper left corner of what it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its left end.
    pub x: i32,
    /// The line that its letters stand on.
    pub baseline: i32,
    /// The size of the type.
    pub size: i32,
    /// How wide it is: exactly where it is spread, else at most about so.
    pub width: i32,
    /// Whether it is set exactly so wide.
    pub spread: bool,
    /// The words.
    pub text: String,
}

impl Line {
    /// The space that it takes: from the top of its capitals to its baseline.
    pub fn space(&self) -> Rect {
        let height = self.size * 3 / 4;
        Rect::new(self.x, self.baseline - height, self.width, height)
    }

    /// The same line farther to the right and lower.
    pub fn moved(&self, (x, y): (i32, i32)) -> Line {
        Line {
            x: self.x + x,
            baseline: self.baseline + y,
            ..self.clone()
        }
    }
}

/// How much higher than its size a line of type is.
pub fn leading(size: i32) -> i32 {
    size * 5 / 4
}

/// Sets paragraphs (text and size) into a space, broken between words; what does not fit ends with `…`.
pub fn set(paragraphs: &[(&str, i32)], space: Rect) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut top = space.y;
    for &(text, size) in paragraphs {
        for text in broken(text, letters(space.width, size)) {
            if top + leading(size) > space.bottom() {
                end(lines.last_mut(), space.width);
                return lines;
            }
            lines.push(Line {
                x: space.x,
                baseline: top + size,
                size,
                width: width(&text, size),
                spread: false,
                text,
            });
            top += leading(size);
        }
    }
    lines
}

/// How wide a text is at most, about: a letter of Be Vietnam Pro is seldom wider than 0.6 of its size.
fn width(text: &str, size: i32) -> i32 {
    text.chars().count() as i32 * size * 3 / 5 // OK because a line has few letters.
}

/// How many letters go into a width.
fn letters(width: i32, size: i32) -> usize {
    usize::try_from(width * 5 / (size * 3).max(1)).unwrap_or_default()
}

/// Breaks a text between words into lines of at most so many letters; longer words are cut.
fn broken(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + length <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ if length <= most => lines.push(word.to_owned()),
            _ => lines.push(cut(word, most)),
        }
    }
    lines
}

/// The beginning of a word, with `…` for its end.
fn cut(word: &str, most: usize) -> String {
    word.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

/// Ends the last line that found room.
fn end(line: Option<&mut Line>, room: i32) {
    if let Some(line) = line {
        let most = letters(room, line.size);
        line.text = cut(&line.text, most.min(line.text.chars().count() + 1));
        line.width = width(&line.text, line.size);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraphs: &[(&str, i32)], (width, height): (i32, i32), expected: &[&str]) {
        let lines = set(paragraphs, Rect::new(0, 0, width, height));
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, expected);
        for line in lines {
            assert!(
                line.x + line.width <= width && line.baseline <= height,
                "{line:?}"
            );
        }
    }

    #[test]
    fn lines_are_broken_between_words_and_end_where_there_is_no_room() {
        let name = "Chè xanh Shan tuyết cổ thụ";
        check(&[(name, 3000)], (60_000, 4_000), &[name]);
        check(
            &[(name, 3000), ("Lô S260918", 2500)],
            (27_000, 12_000),
            &["Chè xanh Shan", "tuyết cổ thụ", "Lô S260918"],
        );
        check(&[(name, 3000)], (27_000, 4_000), &["Chè xanh Shan…"]);
        check(&[(name, 3000)], (60_000, 3_000), &[]);
        check(
            &[("Supercalifragilistic", 3000)],
            (18_000, 4_000),
            &["Supercali…"],
        );
        check(&[("", 3000)], (18_000, 4_000), &[]);
    }
}
