//! What texts are: one JSON string, or object `{"text": …, "symbology": …}`, a line in; one JSON object a line out.
//!
//! ```sh
//! echo '"(01)09528060030016(10)SC261003"' | cargo run --example identify
//! ```
//!
//! `symbology` is a name such as `EAN-13`, `GS1-128` or `QR`, or a symbology identifier such as `]d2`; the text may begin with
//! one, too. Years of two digits are those nearest to 2026, or to the year that the variable THIS_YEAR names.

use cho_phien::gs1::report::answer;
use std::io::{self, BufRead, Write};

/// The year that dates are understood from, unless THIS_YEAR names another.
const THIS_YEAR: i32 = 2026;

fn main() -> io::Result<()> {
    let year = std::env::var("THIS_YEAR").ok().and_then(|year| year.parse().ok());
    let year = year.filter(|year| (1900..=2200).contains(year));
    let mut input = io::BufReader::new(io::stdin().lock());
    let mut output = io::BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        writeln!(
            output,
            "{}",
            answer(text.trim_end_matches(['\n', '\r']), year.unwrap_or(THIS_YEAR))
        )?;
        // Whoever waits for an answer before the next question gets it.
        if input.buffer().is_empty() {
            output.flush()?;
        }
        line.clear();
    }
    Ok(())
}
