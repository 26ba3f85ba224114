//! Stickers as SVG documents to save, and as a page of HTML to print; measures in millimetres.

use super::length;
use super::sheet::Sheet;
use super::sticker::Sticker;
use super::text_line::Line;
use crate::words::Lang;

/// The typefaces of digits and text, the first that is there.
pub const DIGITS_FACE: &str = "OCR-B, OCRB, monospace";
/// The typefaces of name and note.
pub const TEXT_FACE: &str = "Be Vietnam Pro, sans-serif";

/// The dark parts of a sticker as SVG path data, in µm.
pub fn path(sticker: &Sticker) -> String {
    sticker.dark().map(|rect| rect.path()).collect()
}

/// The stickers on a sheet, in order; those that find no place are left out.
pub fn document(sheet: Sheet, stickers: &[&Sticker]) -> String {
    let placed = sheet.places().zip(stickers);
    let drawn = placed.map(|(place, sticker)| {
        format!(
            "<g transform=\"translate({} {})\">{}</g>",
            place.x,
            place.y,
            group(sticker)
        )
    });
    framed(sheet, "", &drawn.collect::<String>())
}

/// A page of HTML with sheets to print, each on paper of its own; nothing else is needed to show it. `sheets` says which of the
/// stickers lie on each; every sticker is drawn once and used wherever it lies.
pub fn html(title: &str, lang: Lang, sheet: Sheet, stickers: &[&Sticker], sheets: &[Vec<usize>]) -> String {
    let drawn = stickers.iter().enumerate();
    let drawn: String = drawn
        .map(|(at, sticker)| format!("<g id=\"s{at}\">{}</g>\n", group(sticker)))
        .collect();
    let pages = sheets.iter().map(|on_it| {
        let places = sheet.places().zip(on_it);
        let uses =
            places.map(|(place, at)| format!("<use href=\"#s{at}\" x=\"{}\" y=\"{}\"/>", place.x, place.y));
        framed(sheet, " class=\"sheet\"", &uses.collect::<String>()) + "\n"
    });
    let pages: String = pages.collect();
    let (width, height) = millimetres(sheet);
    let (title, lang) = (escaped(title), lang.tag());
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>\n\
         @page {{ size: {width}mm {height}mm; margin: 0 }}\n\
         body {{ margin: 0 }}\n\
         .drawn {{ position: absolute; inline-size: 0; block-size: 0 }}\n\
         .sheet {{ display: block; break-inside: avoid }}\n\
         .sheet + .sheet {{ break-before: page }}\n\
         @media screen {{ body {{ background: #ccc }} .sheet {{ margin: 5mm auto; background: #fff }} }}\n\
         </style>\n<svg class=\"drawn\"><defs>\n{drawn}</defs></svg>\n{pages}</html>\n"
    )
}

/// An SVG document as large as the paper.
fn framed(sheet: Sheet, class: &str, drawn: &str) -> String {
    let ((wide, high), (width, height)) = (sheet.paper, millimetres(sheet));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"{class} width=\"{width}mm\" height=\"{height}mm\" viewBox=\"0 0 {wide} {high}\">{drawn}</svg>"
    )
}

/// The paper's width and height, as style sheets write them.
fn millimetres(sheet: Sheet) -> (String, String) {
    let mm = |um| length::shown(um, Lang::En);
    (mm(sheet.paper.0), mm(sheet.paper.1))
}

fn group(sticker: &Sticker) -> String {
    let (width, height) = sticker.size;
    let (ink, paper) = (sticker.ink.css(), sticker.paper.css());
    let ground = match paper.as_str() {
        "#ffffff" => String::new(), // OK because the paper itself is white.
        colour => format!("<path fill=\"{colour}\" d=\"M0 0h{width}v{height}h-{width}z\"/>"),
    };
    let lines: String = sticker.lines().map(|line| text(&line)).collect();
    format!(
        "{ground}<g fill=\"{ink}\"><path d=\"{}\"/>{lines}</g>",
        path(sticker)
    )
}

fn text(line: &Line) -> String {
    let Line {
        x,
        baseline,
        size,
        width,
        ..
    } = line;
    let spread = match line.spread {
        true => {
            format!(" font-family=\"{DIGITS_FACE}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\"")
        }
        false => format!(" font-family=\"{TEXT_FACE}\""),
    };
    format!(
        "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\"{spread}>{}</text>",
        escaped(&line.text)
    )
}

/// A text that stands in markup as what it is.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // OK because XML knows no other control characters.
            char if char.is_control() => {}
            char => safe.push(char),
        }
    }
    safe
}
