//! The organiser's command: turns the market's tables into the files that the app reads.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run(std::env::args().skip(1).collect())
}

/// Nothing to run in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod command {
    use cho_phien::{publish, tables};
    use std::path::Path;
    use std::process::ExitCode;

    const HELP: &str = "\
Turns the tables of a market into the files that the app reads.
Biến các bảng của chợ phiên thành các tệp mà ứng dụng đọc.

Usage / Cách dùng:
  publish build DATA OUT   check the tables in DATA/market and write the files into OUT
                           kiểm tra các bảng trong DATA/market rồi ghi các tệp vào OUT
  publish --help           show this text / xem hướng dẫn này

DATA  the folder that holds market/ with fair.json, index.json, places.json, producers.json,
      products.json and journeys/ (data/README.md says what stands in each)
OUT   the folder that is served at /api/; new, empty, or written by an earlier run

Faults in the tables come one per line as file:row:field: message. Nothing is written then.
Exit code: 0 done, 1 faults found or nothing could be written, 2 wrong call.

Example / Ví dụ:
  cargo run --bin publish -- build data dist/api
";

    /// Runs the command and tells how it ended.
    pub fn run(arguments: Vec<String>) -> ExitCode {
        let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["build", data, out] => build(Path::new(data), Path::new(out)),
            ["--help" | "-h" | "help"] => {
                print!("{HELP}");
                ExitCode::SUCCESS
            }
            _ => {
                eprint!("{HELP}");
                ExitCode::from(2)
            }
        }
    }

    fn build(data: &Path, out: &Path) -> ExitCode {
        let folder = data.join("market");
        let read = |file: &str| std::fs::read_to_string(folder.join(file)).ok();
        let market = match tables::read(&read) {
            Ok(market) => market,
            Err(faults) => {
                for fault in &faults {
                    eprintln!("{fault}");
                }
                return ExitCode::FAILURE;
            }
        };
        let files = publish::files(&market);
        if let Err(error) = publish::write(&files, out) {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
        println!("{} files in {}", files.len(), out.display());
        ExitCode::SUCCESS
    }
}
