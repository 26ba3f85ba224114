//! The bench: the scanner of dist/ beside other decoders, in Node.

use std::path::{Path, PathBuf, absolute};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::{Project, run};
use crate::{npm, site, tools};

/// What is measured against unless something else is said.
const PEERS: &str = "zxing-wasm,zbar-wasm";

/// Photos that are not ours to give away, where they lie beside the project.
const CORPUS: &str = "../shared/corpus/images.jsonl";

/// The pictures that the project draws itself.
const DRAWN: &str = "target/bench/pictures";

/// What the call of the command says.
#[derive(Debug, Default, PartialEq)]
struct Settings {
    images: Vec<PathBuf>,
    /// The other settings, as they are passed on.
    passed: Vec<String>,
    /// Those on which the figures depend, as they stand beside the figures.
    said: Vec<String>,
}

/// Measures, after bringing what that needs; prints the tables.
pub fn bench(project: &Project, arguments: &[&str]) -> Result<()> {
    let settings = Settings::read(arguments)?;
    if project.root.join("dist/scanner_bg.wasm").is_file() {
        site::write_scanner_module(project)?;
    } else {
        site::build(project)?;
    }
    build_search(project)?;
    npm::ensure_in(project, &project.root.join("xtask/bench"))?;
    let images = match settings.images.as_slice() {
        [] => vec![usual_images(project)?],
        images => images.to_vec(),
    };
    let mut node = project.command("node")?;
    node.arg("xtask/bench/bench.mjs");
    for list in images {
        node.arg("--images").arg(list);
    }
    let said = format!("cargo xtask bench {}", settings.said.join(" "));
    node.args(["--commit", &commit(project)?, "--command", said.trim_end()]);
    run(node.args(settings.passed))
}

/// Builds target/bench/locate/: the scanner's search for bars alone, in the scanner's profile, for Node. It is a program of its
/// own, so that the scanner need not carry what only the bench calls.
fn build_search(project: &Project) -> Result<()> {
    tools::ensure_for_site(project)?;
    let mut cargo = project.command("cargo")?;
    cargo.args([
        "build",
        "--quiet",
        "--offline",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    cargo.args(["--features", "web", "--example", "locate", "--profile", "scanner"]);
    run(&mut cargo)?;
    let built = project
        .target()?
        .join("wasm32-unknown-unknown/scanner/examples/locate.wasm");
    let mut bindgen = project.command("wasm-bindgen")?;
    bindgen.args(["--target", "nodejs", "--no-typescript", "--out-dir"]);
    run(bindgen.arg(project.root.join("target/bench/locate")).arg(built))
}

impl Settings {
    fn read(arguments: &[&str]) -> Result<Self> {
        let mut settings = Self::default();
        for section in sections(arguments)? {
            settings.take(section)?;
        }
        if !arguments.contains(&"--against") {
            settings.pass("--against", PEERS);
        }
        Ok(settings)
    }

    /// Takes a setting: its name and what stands behind it.
    fn take(&mut self, section: &[&str]) -> Result<()> {
        match *section {
            ["--images", ref files @ ..] if !files.is_empty() => {
                let files = files.iter().map(|file| whole(file));
                self.images.extend(files.collect::<Result<Vec<_>>>()?);
            }
            [name @ ("--out" | "--markdown"), file] => self.pass(name, &whole(file)?.to_string_lossy()),
            ["--limit", number] if number.parse::<u32>().is_err() => {
                bail!("a limit is a number, not `{number}`");
            }
            [name @ ("--limit" | "--only" | "--against"), value] => {
                self.pass(name, value);
                self.said.extend([name.to_owned(), value.to_owned()]);
            }
            _ => bail!(
                "`{}` is no setting of bench; `cargo xtask --help` lists them",
                section.join(" ")
            ),
        }
        Ok(())
    }

    fn pass(&mut self, name: &str, value: &str) {
        self.passed.extend([name.to_owned(), value.to_owned()]);
    }
}

/// The words of a call, cut before each that begins with `--`.
fn sections<'a>(arguments: &'a [&'a str]) -> Result<Vec<&'a [&'a str]>> {
    let starts = |words: &[&str]| words.first().is_none_or(|word| word.starts_with("--"));
    if !starts(arguments) {
        bail!("`{}` stands before any setting of bench", arguments.join(" "));
    }
    let chunks = arguments.chunk_by(|_, next| !next.starts_with("--"));
    Ok(chunks.collect())
}

/// The path from the root of the machine: Node runs in the project's root, the words come from anywhere.
fn whole(path: &str) -> Result<PathBuf> {
    absolute(path).with_context(|| format!("`{path}` is no path"))
}

/// The corpus where there is one, else pictures drawn for it.
fn usual_images(project: &Project) -> Result<PathBuf> {
    let corpus = project.root.join(CORPUS);
    if corpus.is_file() {
        return Ok(corpus);
    }
    draw(project, &[DRAWN])?;
    Ok(project.root.join(DRAWN).join("images.jsonl"))
}

/// Draws pictures of symbols, as the arguments for examples/pictures.rs say.
pub fn draw(project: &Project, arguments: &[&str]) -> Result<()> {
    let mut command = project.command("cargo")?;
    command.args(["run", "--quiet", "--example", "pictures", "--"]);
    run(command.args(arguments))
}

/// The tests in Node, of the scanner's module, of the bench, and of the published addresses, which a reader of another house from
/// the bench's packages reads. They read what `draw` makes.
pub fn tests(project: &Project) -> Result<Command> {
    npm::ensure_in(project, &project.root.join("xtask/bench"))?;
    draw(project, &["--plain", "target/bench/plain"])?;
    let mut command = project.command("node")?;
    command.args(["--test", "--test-reporter=tap"]);
    // By name, because Node's versions look for tests in different places.
    for file in ["addresses", "compare", "scanner", "tables"] {
        command.arg(Path::new("xtask/bench").join(format!("{file}.test.mjs")));
    }
    Ok(command)
}

/// The commit, and whether there are changes beside it.
fn commit(project: &Project) -> Result<String> {
    let git = |arguments: &[&str]| -> Result<String> {
        let output = project.command("git")?.args(arguments).output()?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let id = git(&["rev-parse", "--short", "HEAD"])?;
    let changes = git(&["status", "--porcelain", "--", "src", "Cargo.toml", "Cargo.lock"])?;
    Ok(if changes.is_empty() {
        id
    } else {
        format!("{id} with changes")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a call; the images' names and what is passed on.
    fn check(words: &str, images: &[&str], passed: &str) {
        let words: Vec<&str> = words.split_whitespace().collect();
        let settings = Settings::read(&words).unwrap();
        let names: Vec<_> = settings
            .images
            .iter()
            .map(|path| path.file_name().unwrap())
            .collect();
        assert_eq!(names, images, "{words:?}");
        assert_eq!(settings.passed.join(" "), passed, "{words:?}");
    }

    #[test]
    fn several_lists_may_follow_one_word() {
        let peers = "--against zxing-wasm,zbar-wasm";
        check("", &[], peers);
        check("--images a.jsonl b.jsonl", &["a.jsonl", "b.jsonl"], peers);
        check(
            "--images a.jsonl --limit 5 --images b.jsonl",
            &["a.jsonl", "b.jsonl"],
            &format!("--limit 5 {peers}"),
        );
        check(
            "--against zxing-wasm --only sustech",
            &[],
            "--against zxing-wasm --only sustech",
        );
    }

    #[test]
    fn a_wrong_call_is_refused() {
        for words in [
            &["--limit", "many"][..],
            &["--image", "a"],
            &["--out"],
            &["--images", "--limit", "5"],
            &["a.jsonl", "b.jsonl"],
        ] {
            assert!(Settings::read(words).is_err(), "{words:?}");
        }
    }
}
