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
    use cho_phien::publish::{Files, Signer};
    use cho_phien::tables::Market;
    use cho_phien::words::Text;
    use cho_phien::{publish, tables};
    use serde_json::Value;
    use std::io::Write as _;
    use std::path::Path;
    use std::process::ExitCode;

    const HELP: &str = "\
Turns the tables of a market into the files that the app reads.
Biến các bảng của chợ phiên thành các tệp mà ứng dụng đọc.

Usage / Cách dùng:
  publish build DATA OUT [--key FILE [--announce OLD]]
                           check the tables in DATA/market and write the files into OUT; with a key, sign them;
                           with an old key, sign keys.json with that one
                           kiểm tra các bảng trong DATA/market rồi ghi các tệp vào OUT; có khóa thì ký;
                           có khóa cũ thì ký keys.json bằng khóa cũ
  publish keygen FILE KID NAME
                           make a new key of the organiser NAME; KID is what signatures call it
                           tạo khóa mới cho ban tổ chức NAME; KID là tên của khóa trong chữ ký
  publish --help           show this text / xem hướng dẫn này

DATA  the folder that holds market/ with fair.json, index.json, places.json, producers.json,
      products.json and journeys/ (data/README.md says what stands in each)
FILE  the organiser's private key. Keep it secret. What `keygen` prints is the public key: pin it in config.json.
      To change keys, list the public keys used before in DATA/keys.json; they stay valid until their `until`.
OLD   the private key before FILE, which config.json still pins: it announces the new one, so that phones which
      do not know the new one yet believe it. Leave it out once config.json pins the new key.
      A key that was stolen goes into the list `revoked` of DATA/revoked.json by its `kid`.
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
            ["build", data, out] => build(Path::new(data), Path::new(out), &[]),
            ["build", data, out, "--key", key] => build(Path::new(data), Path::new(out), &[key]),
            ["build", data, out, "--key", key, "--announce", old] => {
                build(Path::new(data), Path::new(out), &[key, old])
            }
            ["keygen", file, kid, name] => ended(keygen(Path::new(file), kid, name)),
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

    fn ended(result: Result<(), String>) -> ExitCode {
        match result {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        }
    }

    /// Writes a new private key for its owner alone, never over another file, and prints its public half.
    fn keygen(file: &Path, kid: &str, name: &str) -> Result<(), String> {
        let told = |error: std::io::Error| format!("{}: {error}", file.display());
        let signer = Signer::generate(kid, Text::same(name)).map_err(|error| error.to_string())?;
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut created = options.open(file).map_err(told)?;
        writeln!(created, "{:#}", signer.private_jwk()).map_err(told)?;
        println!("{:#}", signer.public_jwk());
        Ok(())
    }

    /// Signs the files with the first of the keys, and the list of keys with the second, if there is one.
    fn sign(files: &mut Files, market: &Market, data: &Path, keys: &[&str]) -> Result<(), String> {
        let signers: Vec<Signer> = keys.iter().map(|key| signer(key)).collect::<Result<_, _>>()?;
        let earlier = list(data, "keys")?;
        let revoked = list(data, "revoked")?;
        if let Some(signer) = signers.first() {
            publish::sign(files, signer, &earlier, &revoked, market.as_of);
        }
        if let Some(old) = signers.get(1) {
            publish::announce(files, old, market.as_of);
        }
        Ok(())
    }

    fn signer(key: &str) -> Result<Signer, String> {
        let told = |error: &dyn std::fmt::Display| format!("{key}: {error}");
        let text = std::fs::read_to_string(key).map_err(|error| told(&error))?;
        Signer::read(&text).map_err(|error| told(&error))
    }

    /// The list `name` of DATA/name.json; empty without the file.
    fn list(data: &Path, name: &str) -> Result<Vec<Value>, String> {
        let path = data.join(format!("{name}.json"));
        let Ok(text) = std::fs::read_to_string(&path) else {
            return Ok(Vec::new());
        };
        let document: Value =
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let entries = document.get(name).and_then(Value::as_array).cloned();
        entries.ok_or(format!("{}: expected a list `{name}`", path.display()))
    }

    fn build(data: &Path, out: &Path, keys: &[&str]) -> ExitCode {
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
        let mut files = publish::files(&market);
        if let Err(error) = sign(&mut files, &market, data, keys) {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
        if let Err(error) = publish::write(&files, out) {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
        println!("{} files in {}", files.len(), out.display());
        ExitCode::SUCCESS
    }
}
