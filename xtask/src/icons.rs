//! The icons: an SVG file with a symbol for each name of a list, style/icons.txt for the first visit, style/icons-more.txt for the rest.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::Project;

/// Writes icons.svg and icons-more.svg into the site; an icon is shown by `<svg><use href="/icons.svg#name"/></svg>`.
pub fn write(project: &Project, site: &Path) -> Result<()> {
    for sprite in ["icons", "icons-more"] {
        write_sprite(project, site, sprite)?;
    }
    Ok(())
}

fn write_sprite(project: &Project, site: &Path, sprite: &str) -> Result<()> {
    let list = format!("style/{sprite}.txt");
    let names_of =
        fs::read_to_string(project.root.join(&list)).with_context(|| format!("{list} cannot be read"))?;
    let drawings = project.root.join("node_modules/lucide-static/icons");
    let mut drawn = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
    for name in names(&names_of) {
        let drawing = fs::read_to_string(drawings.join(format!("{name}.svg")))
            .with_context(|| format!("`{name}` of {list} is no icon of Lucide"))?;
        let shapes = shapes(&drawing).with_context(|| format!("{name}.svg has no shapes"))?;
        drawn.push_str(&symbol(name, &shapes));
    }
    drawn.push_str("</svg>\n");
    fs::write(site.join(format!("{sprite}.svg")), drawn)
        .with_context(|| format!("{sprite}.svg cannot be written"))
}

/// The names of the list, each once: one a line, `#` begins a comment.
fn names(list: &str) -> BTreeSet<&str> {
    list.lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|name| !name.is_empty())
        .collect()
}

/// What stands inside the drawing's `svg` element, on one line.
fn shapes(drawing: &str) -> Option<String> {
    let (_, element) = drawing.split_once("<svg")?;
    let (_, content) = element.split_once('>')?;
    let (content, _) = content.rsplit_once("</svg>")?;
    Some(content.lines().map(str::trim).collect())
}

/// Without paint: the class `i` of the style paints icons, so that a star or a pressed heart can be filled.
fn symbol(name: &str, shapes: &str) -> String {
    format!("<symbol id=\"{name}\" viewBox=\"0 0 24 24\">{shapes}</symbol>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_may_repeat_names_and_hold_comments() {
        let found: Vec<_> = names("star\n\n# the scanner\nx # closes it\nstar\n")
            .into_iter()
            .collect();
        assert_eq!(found, ["star", "x"]);
    }

    #[test]
    fn shapes_are_what_the_drawing_holds() {
        let drawing = "<!-- licence -->\n<svg\n  width=\"24\"\n>\n  <path d=\"M1 2\" />\n  <path d=\"M3 4\" />\n</svg>\n";
        assert_eq!(
            shapes(drawing).as_deref(),
            Some("<path d=\"M1 2\" /><path d=\"M3 4\" />")
        );
        assert_eq!(shapes("no drawing"), None);
    }

    #[test]
    fn a_symbol_leaves_paint_to_the_style() {
        let found = symbol("star", "<path d=\"M1 2\" />");
        assert!(!found.contains("fill") && !found.contains("stroke"), "{found}");
    }
}
