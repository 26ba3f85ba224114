//! The bench: the scanner of dist/ beside other decoders, in Node.

use std::path::{Path, PathBuf, absolute};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::{Project, run};
use crate::{npm, site};

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
}

/// Measures, after bringing what that needs; prints the tables.
pub fn bench(project: &Project, arguments: &[&str]) -> Result<()> {
    let settings = Settings::read(arguments)?;
    if project.root.join("dist/scanner_bg.wasm").is_file() {
        site::write_scanner_module(project)?;
    } else {
        site::build(project)?;
    }
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
    let said = format!("cargo xtask bench {}", arguments.join(" "));
    node.args(["--commit", &commit(project)?, "--command", said.trim_end()]);
    run(node.args(settings.passed))
}

impl Settings {
    fn read(arguments: &[&str]) -> Result<Self> {
        let mut settings = Self::default();
        let mut against = PEERS;
        let mut rest = arguments;
        while let [name, value, more @ ..] = rest {
            rest = more;
            match *name {
                "--images" => {
                    let others = more.iter().take_while(|word| !word.starts_with("--")).count();
                    let (others, more) = more.split_at(others);
                    let files = [*value].into_iter().chain(others.iter().copied());
                    settings
                        .images
                        .extend(files.map(whole).collect::<Result<Vec<_>>>()?);
                    rest = more;
                }
                "--out" | "--markdown" => settings.pass(name, &whole(value)?.to_string_lossy()),
                "--limit" => {
                    let limit: u32 = value
                        .parse()
                        .with_context(|| format!("a limit is a number, not `{value}`"))?;
                    settings.pass(name, &limit.to_string());
                }
                "--only" => settings.pass(name, value),
                "--against" => against = value,
                other => bail!("`{other}` is no setting of bench; `cargo xtask --help` lists them"),
            }
        }
        if let [name] = rest {
            bail!("nothing stands after `{name}`");
        }
        settings.pass("--against", against);
        Ok(settings)
    }

    fn pass(&mut self, name: &str, value: &str) {
        self.passed.extend([name.to_owned(), value.to_owned()]);
    }
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

/// The tests in Node, of the scanner's module and of the bench. They read what `draw` makes.
pub fn tests(project: &Project) -> Result<Command> {
    draw(project, &["--plain", "target/bench/plain"])?;
    let mut command = project.command("node")?;
    command.args(["--test", "--test-reporter=tap"]);
    // By name, because Node's versions look for tests in different places.
    for file in ["compare", "scanner", "tables"] {
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
            "--only sustech --against zxing-wasm",
        );
    }

    #[test]
    fn a_wrong_call_is_refused() {
        for words in [
            &["--limit", "many"][..],
            &["--image", "a"],
            &["--out"],
            &["a.jsonl", "b.jsonl"],
        ] {
            assert!(Settings::read(words).is_err(), "{words:?}");
        }
    }
}
