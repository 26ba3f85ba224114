//! Where the project stands, and how programs are started in it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// A clone of the project, and the folder of its tools.
pub struct Project {
    /// The folder that holds Trunk.toml.
    pub root: PathBuf,
    /// The per-user folder for build tools, shared by all clones.
    pub tools: PathBuf,
    /// The wasm-bindgen version of Cargo.lock; the command-line tool has to match it exactly.
    pub wasm_bindgen_version: String,
}

impl Project {
    /// Looks for the project upwards from the current folder.
    pub fn find() -> Result<Self> {
        let here = std::env::current_dir().context("the current folder cannot be read")?;
        let root = here
            .ancestors()
            .find(|folder| folder.join("Trunk.toml").is_file())
            .context("no Trunk.toml here or above: call cargo xtask inside the project")?;
        let lock = std::fs::read_to_string(root.join("Cargo.lock")).context("Cargo.lock cannot be read")?;
        Ok(Self {
            root: root.to_owned(),
            tools: cache_folder()?.join("cho-phien").join("tools"),
            wasm_bindgen_version: locked_version(&lock, "wasm-bindgen")
                .context("Cargo.lock names no wasm-bindgen")?
                .to_owned(),
        })
    }

    /// The folder of the wasm-bindgen tools; versions live side by side.
    pub fn wasm_bindgen_folder(&self) -> PathBuf {
        self.tools
            .join(format!("wasm-bindgen-{}", self.wasm_bindgen_version))
    }

    /// A program to be run in the project's root, finding the project's tools first.
    pub fn command(&self, program: impl AsRef<Path>) -> Result<Command> {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root).env("PATH", self.path()?);
        for (name, _) in std::env::vars_os() {
            if is_of_this_package(&name.to_string_lossy()) {
                command.env_remove(name);
            }
        }
        // OK because the variable only colours output, and Trunk refuses to start with NO_COLOR=1.
        command.env_remove("NO_COLOR");
        Ok(command)
    }

    /// The folder into which cargo builds, wherever its settings have put it: this program lies in it, too.
    pub fn target(&self) -> Result<PathBuf> {
        let this_program = std::env::current_exe().context("this program has no path")?;
        let folder = this_program.ancestors().nth(2);
        folder
            .map(Path::to_owned)
            .context("this program lies in no target folder")
    }

    fn path(&self) -> Result<OsString> {
        let this_program = std::env::current_exe().context("this program has no path")?;
        let mut folders = vec![
            self.wasm_bindgen_folder().join("bin"),
            self.tools.join("bin"),
            self.root.join("node_modules/binaryen/bin"),
        ];
        // Trunk's hook calls `xtask` by name.
        folders.extend(this_program.parent().map(Path::to_owned));
        folders.extend(std::env::split_paths(
            &std::env::var_os("PATH").unwrap_or_default(),
        ));
        std::env::join_paths(folders).context("a folder of PATH holds a path separator")
    }
}

/// Runs a program to its end; an error when it cannot be started or fails.
pub fn run(command: &mut Command) -> Result<()> {
    let name = told(command);
    let status = command
        .status()
        .with_context(|| format!("`{name}` cannot be started"))?;
    if !status.success() {
        bail!("`{name}` failed ({status})");
    }
    Ok(())
}

/// The command as a person would type it.
pub fn told(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy()));
    words.join(" ")
}

/// The first program of these names on the machine's PATH.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|file| file.is_file())
}

fn cache_folder() -> Result<PathBuf> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    set("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(set("HOME")?).join(".cache")))
        .context("neither XDG_CACHE_HOME nor HOME is set, so there is no folder for the tools")
}

/// Whether `cargo run` set this variable for xtask itself; passed on, it would make nested builds start afresh.
fn is_of_this_package(name: &str) -> bool {
    const PREFIXES: [&str; 3] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"];
    name == "CARGO" || PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_package_with_the_very_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "bindgen"), None);
    }

    #[test]
    fn variables_of_the_user_are_passed_on() {
        assert!(is_of_this_package("CARGO_PKG_NAME"));
        assert!(!is_of_this_package("CARGO_TARGET_DIR"));
        assert!(!is_of_this_package("CARGO_HOME"));
    }
}
