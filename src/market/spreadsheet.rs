//! A table for spreadsheet programs: CSV (RFC 4180) with a byte order mark, in which no cell can become a formula.

/// Rows as CSV. Spreadsheet programs take a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula, which data of
/// others could use to act on the reader's computer: an apostrophe before it makes it a text again (OWASP, CSV Injection).
pub fn csv<R, C>(rows: R) -> String
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = String>,
{
    let mut text = String::from('\u{feff}');
    for row in rows {
        for (place, cell) in row.into_iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            push_cell(&mut text, &cell);
        }
        text.push_str("\r\n");
    }
    text
}

fn push_cell(text: &mut String, cell: &str) {
    let is_formula = cell
        .trim_start_matches(' ')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let needs_quotes = cell.contains([',', ';', '"', '\r', '\n', '\t']) || cell.starts_with(' ');
    if needs_quotes {
        text.push('"');
    }
    if is_formula {
        text.push('\'');
    }
    for letter in cell.chars() {
        if letter == '"' {
            text.push('"');
        }
        text.push(letter);
    }
    if needs_quotes {
        text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What another reader makes of one cell.
    #[track_caller]
    fn check(cell: &str, expected: &str) {
        let written = csv([["a".to_owned(), cell.to_owned(), "z".to_owned()]]);
        let plain = written.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(plain.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 1, "{written:?}");
        assert_eq!(
            rows[0].iter().collect::<Vec<_>>(),
            ["a", expected, "z"],
            "{written:?}"
        );
    }

    #[test]
    fn cells_come_back_as_they_were() {
        for cell in [
            "",
            "Chè xanh Shan cổ thụ",
            "a,b;c",
            "say \"yes\"",
            "two\nlines",
            "09528060010018",
            " 1",
            "2-3",
        ] {
            check(cell, cell);
        }
    }

    #[test]
    fn no_cell_can_become_a_formula() {
        for cell in [
            "=1+1",
            "+84 213 000 0001",
            "-18",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "=HYPERLINK(\"https://evil.example\")",
        ] {
            check(cell, &format!("'{cell}"));
        }
        check("  =1", "'  =1");
    }
}
