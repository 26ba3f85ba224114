//! `cargo xtask`: sets the machine up, then builds, serves, tests and measures.

#![cfg_attr(test, allow(clippy::unwrap_used))]

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use project::Project;

mod announce;
mod app;
mod bench;
mod check;
mod chromium;
mod icons;
mod npm;
mod postbuild;
mod precache;
mod project;
mod serve;
mod site;
mod size;
mod tally;
mod test;
mod tools;

const HELP: &str = "\
Chợ phiên: one command for everything a developer does.

    cargo xtask <COMMAND>

  serve [--port N]   Build the site for development and serve it at http://localhost:8080/
                     (or port N). Edits of src, style, public and data rebuild it.
  build              Build the release site into dist/.
  test               Build the release site, run all tests (native, Node, wasm, browser) and
                     all checks. Ends with one line: `N passed, N failed`.
  check              Formatting, clippy for every door, the rooms, dependencies and licences.
  size               Print the download sizes of dist/ as JSON lines; fail over budget.
  bench [--images FILE.jsonl …] [--against zxing-wasm,zbar-wasm] [--only WORD] [--limit N]
        [--out FILE.jsonl] [--markdown FILE.md]
                     Read pictures with the scanner of dist/ and with other decoders: what is
                     read, what is misread, how long it takes. Without --images the corpus
                     beside the project, or else drawn pictures. --only takes the folders
                     whose name holds WORD, --limit N pictures in even steps; --out writes a
                     line a picture and decoder, --markdown the tables into a document.
  help, --help       Print this text.

Every command first installs what it needs: the wasm target through rustup, build tools into
~/.cache/cho-phien (shared by all clones; XDG_CACHE_HOME moves it), npm packages into
node_modules, and, for test only, Chromium through apt. The first time this compiles for about
ten minutes; after that it takes no time.
";

const DEFAULT_PORT: u16 = 8080;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match obey(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cargo xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(arguments: &[&str]) -> Result<()> {
    match arguments {
        [] | ["help" | "--help" | "-h"] | [_, "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        ["serve"] => serve::serve(&Project::find()?, DEFAULT_PORT),
        ["serve", "--port", port] => serve::serve(&Project::find()?, parse_port(port)?),
        ["build"] => site::build(&Project::find()?),
        ["test"] => test::test(&Project::find()?),
        ["check"] => check::check(&Project::find()?),
        ["size"] => size::size(&Project::find()?),
        ["bench", arguments @ ..] => bench::bench(&Project::find()?, arguments),
        // Trunk's hook and the background half of `serve`; not for hands, hence not in the help.
        ["postbuild"] => postbuild::postbuild(&Project::find()?),
        ["announce", port] => announce::announce(parse_port(port)?),
        _ => bail!(
            "`{}` is not a command; `cargo xtask --help` lists them",
            arguments.join(" ")
        ),
    }
}

fn parse_port(text: &str) -> Result<u16> {
    text.parse()
        .with_context(|| format!("a port is a number from 1 to 65535, not `{text}`"))
}
