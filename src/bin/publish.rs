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
    use cho_phien::label::self_scan;
    use cho_phien::publish::sheet::{self, Labels, Wishes};
    use cho_phien::publish::{self, Published, Signer, Signing, Site};
    use cho_phien::scan::photo;
    use cho_phien::tables::{self, Fault, Market};
    use cho_phien::words::{Lang, Text};
    use serde_json::Value;
    use std::collections::BTreeMap;
    use std::io::{IsTerminal as _, Write as _};
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;
    use std::sync::atomic::{AtomicUsize, Ordering};

    const HELP: &str = "\
Turns the tables of a market into the files that the app reads.
Biến các bảng của chợ phiên thành các tệp mà ứng dụng đọc.

Usage / Cách dùng:
  publish example DIR      write the sample market as tables for a spreadsheet program into DIR, to start from
                           ghi chợ mẫu dạng bảng tính vào DIR để bắt đầu
  publish check DATA       tell what is wrong in the tables, and of what shoppers would be warned; write nothing
                           cho biết bảng sai ở đâu và khách hàng sẽ thấy cảnh báo gì; không ghi gì
  publish build DATA OUT   check the tables and write the files into OUT, if there is neither fault nor warning
                           kiểm tra các bảng rồi ghi các tệp vào OUT nếu không có lỗi và cảnh báo
  publish portal DATA FILE write the table that the national traceability portal registers goods from
                           ghi bảng đăng ký hàng hóa cho cổng truy xuất nguồn gốc quốc gia
  publish sheet DATA OUT.html
                           write labels with QR code and barcode for the lots, to print on sheets of stickers
                           ghi tờ nhãn có mã QR và mã vạch cho các lô, để in lên giấy nhãn
  publish keygen FILE KID NAME
                           make a new key of the organiser NAME; KID is what signatures call it
                           tạo khóa mới cho ban tổ chức NAME; KID là tên của khóa trong chữ ký
  publish --help           show this text / xem hướng dẫn này

  --lang vi|en             the language of faults and warnings (vi) / ngôn ngữ của lỗi và cảnh báo
  --allow-warnings         write though there are warnings / vẫn ghi dù có cảnh báo
  --announce OLD           with --key: sign keys.json with the old key / với --key: ký keys.json bằng khóa cũ
  --preset 21|24|40|65, --grid 4x7[,MM,MM,MM,MM], --label 60x40
                           with sheet: the stickers on A4, a grid of your own (margins beside, above, gaps), one label a page
  --product ID, --lot LOT, --copies N
                           with sheet: only these; how many of each (lots fill a sheet)
  --qr MM|no, --correction M|Q, --bars PERCENT|no, --matrix MM|no, --text yes|no
                           with sheet: what stands on a label; without, what there is room for
  --key FILE               sign the files with the organiser's key / ký các tệp bằng khóa của ban tổ chức

DATA  the folder with market.json, producers.csv, products.csv, places.csv, lots.csv, events.csv and photos/
      (docs/publish.md says what stands in each), or with such a folder named market/ in it;
      tables in JSON are read, too (data/README.md)
FILE  the organiser's private key. Keep it secret. What `keygen` prints is the public key: pin it in config.json.
      To change keys, list the public keys used before in DATA/keys.json; they stay valid until their `until`.
OLD   the private key before FILE, which config.json still pins: it announces the new one, so that phones which
      do not know the new one yet believe it. Leave it out once config.json pins the new key.
      A key that was stolen goes into the list `revoked` of DATA/revoked.json by its `kid`.
OUT   the folder that is served at /api/; new, empty, or written by an earlier run

Every fault is told with file, row and column. Nothing is written while there is one.
Exit code: 0 done, 1 faults or warnings found or nothing could be written, 2 wrong call.

Example / Ví dụ:
  cargo run --release --bin publish -- build data dist/api --allow-warnings
";

    /// How many faults or warnings are told; a market with thousands would bury the first.
    const MOST_LINES: usize = 100;

    /// What stands behind the words of a call.
    struct Options {
        lang: Lang,
        allow_warnings: bool,
        key: Option<PathBuf>,
        announcer: Option<PathBuf>,
        labels: Wishes,
    }

    /// Runs the command and tells how it ended.
    pub fn run(arguments: Vec<String>) -> ExitCode {
        let Some((words, options)) = parse(arguments) else {
            eprint!("{HELP}");
            return ExitCode::from(2);
        };
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let ended = match words.as_slice() {
            ["build", data, out] => build(Path::new(data), Path::new(out), &options),
            ["check", data] => check(Path::new(data), &options),
            ["portal", data, file] => portal(Path::new(data), Path::new(file), &options),
            ["sheet", data, file] => write_sheets(Path::new(data), Path::new(file), &options),
            ["example", folder] => example(Path::new(folder)),
            ["keygen", file, kid, name] => keygen(Path::new(file), kid, name),
            ["help"] => {
                print!("{HELP}");
                Ok(())
            }
            _ => {
                eprint!("{HELP}");
                return ExitCode::from(2);
            }
        };
        match ended {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                eprintln!("{message}");
                ExitCode::FAILURE
            }
        }
    }

    /// The words of a call and its options; `None` when an option is unknown or lacks its value.
    fn parse(arguments: Vec<String>) -> Option<(Vec<String>, Options)> {
        let mut options = Options {
            lang: Lang::Vi,
            allow_warnings: false,
            key: None,
            announcer: None,
            labels: Wishes::default(),
        };
        let mut words = Vec::new();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--lang" => options.lang = Lang::from_tag(&arguments.next()?)?,
                "--allow-warnings" => options.allow_warnings = true,
                "--key" => options.key = Some(PathBuf::from(arguments.next()?)),
                "--announce" => options.announcer = Some(PathBuf::from(arguments.next()?)),
                "--help" | "-h" => words.push("help".to_owned()),
                option if sheet::OPTIONS.contains(&option) => {
                    options.labels.set(option, &arguments.next()?)?
                }
                option if option.starts_with("--") => return None,
                _ => words.push(argument),
            }
        }
        Some((words, options))
    }

    fn build(data: &Path, out: &Path, options: &Options) -> Result<(), String> {
        let market = read(data, options)?;
        let site = Site::of(&market);
        let warned = warnings(&site, options);
        if warned > 0 && !options.allow_warnings {
            return Err(told(
                options,
                "Chưa ghi gì. Dùng --allow-warnings để vẫn ghi.",
                "Nothing was written. Use --allow-warnings to write it all the same.",
            ));
        }
        let signing = options
            .key
            .as_ref()
            .map(|key| signing(&market, data, key, options))
            .transpose()?;
        let photos = photos(&market, &folder(data));
        let published = Published::new(&site, signing.as_ref(), photos);
        let bar = Bar::new(told(options, "Ghi tệp", "Writing the files"));
        publish::write(&published, out, &|done, all| bar.tell(done, all))
            .map_err(|error| error.to_string())?;
        bar.end();
        println!(
            "{} files in {}",
            publish::Contents::paths(&published).len(),
            out.display()
        );
        Ok(())
    }

    fn check(data: &Path, options: &Options) -> Result<(), String> {
        let market = read(data, options)?;
        let warned = warnings(&Site::of(&market), options);
        if warned > 0 && !options.allow_warnings {
            return Err(told(
                options,
                "Bảng không có lỗi, nhưng có cảnh báo.",
                "The tables have no fault, but there are warnings.",
            ));
        }
        println!("{}", told(options, "Không có lỗi.", "No faults."));
        Ok(())
    }

    fn portal(data: &Path, file: &Path, options: &Options) -> Result<(), String> {
        let market = read(data, options)?;
        std::fs::write(file, publish::portal::table(&market))
            .map_err(|error| format!("{}: {error}", file.display()))
    }

    /// Writes the labels of the lots, if the scanner reads every one of them back.
    fn write_sheets(data: &Path, file: &Path, options: &Options) -> Result<(), String> {
        let lang = options.lang;
        let market = read(data, options)?;
        let labels = Labels::of(&market, &options.labels, lang).map_err(|faults| {
            let faults = faults.iter();
            let lines = faults.map(|(address, finding)| format!("{address}: {}", finding.sentence(lang)));
            tell_some(lines, options);
            told(options, "Chưa ghi gì.", "Nothing was written.")
        })?;
        let findings = labels.labels.iter().flat_map(|label| {
            let findings = label.findings.iter();
            findings.map(|finding| format!("{}: {}", label.address, finding.sentence(lang)))
        });
        tell_some(findings, options);
        let unread = unread(&labels, options);
        if labels.sheets() == 0 || !unread.is_empty() {
            tell_some(unread.into_iter(), options);
            return Err(told(
                options,
                "Chưa ghi gì: không có lô nào, hoặc nhãn không đọc lại được.",
                "Nothing was written: there is no such lot, or a label does not read back.",
            ));
        }
        std::fs::write(file, labels.html(&market, lang))
            .map_err(|error| format!("{}: {error}", file.display()))?;
        let (count, sheets) = (labels.labels.len(), labels.sheets());
        let done = [
            format!("{count} nhãn, {sheets} tờ"),
            format!("{count} labels, {sheets} sheets"),
        ];
        println!("{}", told(options, &done[0], &done[1]));
        Ok(())
    }

    /// What the scanner does not read back, a line each.
    fn unread(labels: &Labels, options: &Options) -> Vec<String> {
        let lang = options.lang;
        let bar = Bar::new(told(options, "Quét thử nhãn", "Reading the labels back"));
        let mut lines = Vec::new();
        for (done, label) in labels.labels.iter().enumerate() {
            bar.tell(done, labels.labels.len());
            for (level, picture) in self_scan::pictures(&label.sticker).enumerate() {
                let symbols = photo::read(&picture.luma, picture.width, picture.height);
                let missing = self_scan::unread(&label.sticker, level, &symbols);
                lines.extend(
                    missing
                        .iter()
                        .map(|unread| format!("{}: {}", label.address, unread.sentence(lang))),
                );
            }
        }
        bar.end();
        lines
    }

    /// Writes the starter folder, never over files that are there.
    fn example(folder: &Path) -> Result<(), String> {
        let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
        if std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(format!(
                "{}: expected a new or empty folder, found files in it",
                folder.display()
            ));
        }
        std::fs::create_dir_all(folder.join("photos")).map_err(failed)?;
        for (name, text) in publish::example() {
            std::fs::write(folder.join(name), text).map_err(failed)?;
        }
        println!("{}", folder.display());
        Ok(())
    }

    fn told(options: &Options, vi: &str, en: &str) -> String {
        Text::new(vi, en).in_lang(options.lang).to_owned()
    }

    /// The folder of the tables: DATA itself, or the folder `market` in it.
    fn folder(data: &Path) -> PathBuf {
        match data.join("market.json").exists() {
            true => data.to_owned(),
            false => data.join("market"),
        }
    }

    /// Reads and checks the tables; all faults are told at once.
    fn read(data: &Path, options: &Options) -> Result<Market, String> {
        let folder = folder(data);
        // What is no UTF-8 becomes U+FFFD, and the tables tell it.
        let file =
            |name: &str| Some(String::from_utf8_lossy(&std::fs::read(folder.join(name)).ok()?).into_owned());
        let mut faults = Vec::new();
        let bar = Bar::new(told(options, "Đọc bảng", "Reading the tables"));
        let all = if bar.shown { steps(&folder) } else { 0 };
        let read = tables::read_telling(&file, &|done| bar.tell(done, all));
        bar.end();
        match read {
            Ok(market) => {
                faults.extend(missing_photos(&market, &folder));
                if faults.is_empty() {
                    return Ok(market);
                }
            }
            Err(found) => faults = found,
        }
        tell_some(faults.iter().map(|fault| fault.line(options.lang)), options);
        let grave = faults.iter().filter(|fault| fault.grave).count();
        Err(told(
            options,
            &format!("{grave} lỗi; chưa ghi gì."),
            &format!("{grave} faults; nothing was written."),
        ))
    }

    /// About how many steps it takes to read the tables of a folder.
    fn steps(folder: &Path) -> usize {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let tables = files
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "csv"));
        tables
            .filter_map(|path| Some(tables::steps(&std::fs::read_to_string(path).ok()?)))
            .sum()
    }

    fn missing_photos(market: &Market, folder: &Path) -> Vec<Fault> {
        let with_photo = market
            .products
            .iter()
            .filter_map(|product| Some((product, product.photo.as_ref()?)));
        let missing = with_photo.filter(|(_, photo)| !folder.join("photos").join(photo).is_file());
        missing
            .map(|(product, photo)| {
                let message = Text::new(
                    format!("Không có ảnh photos/{photo}."),
                    format!("There is no picture photos/{photo}."),
                );
                Fault {
                    grave: true,
                    ..Fault::warning("products.csv", 0, &product.id, message)
                }
            })
            .collect()
    }

    /// Tells the warnings of the tables and of the journeys, and gives how many there are.
    fn warnings(site: &Site, options: &Options) -> usize {
        let bar = Bar::new(told(options, "Kể thử hành trình", "Telling the journeys"));
        let journeys = publish::check::warnings(site, &|done, all| bar.tell(done, all));
        bar.end();
        let all: Vec<&Fault> = site.market().warnings.iter().chain(&journeys).collect();
        let word = told(options, "cảnh báo", "warning");
        let lines = all
            .iter()
            .map(|warning| format!("{word}: {}", warning.line(options.lang)));
        tell_some(lines, options);
        all.len()
    }

    /// Prints the first of some lines, and how many more there are.
    fn tell_some(mut lines: impl Iterator<Item = String>, options: &Options) {
        for line in lines.by_ref().take(MOST_LINES) {
            eprintln!("{line}");
        }
        let more = lines.count();
        if more > 0 {
            eprintln!(
                "{}",
                told(
                    options,
                    &format!("… và {more} dòng nữa"),
                    &format!("… and {more} more")
                )
            );
        }
    }

    fn photos(market: &Market, folder: &Path) -> BTreeMap<String, PathBuf> {
        let names = market
            .products
            .iter()
            .filter_map(|product| product.photo.as_ref());
        names
            .map(|name| (format!("photos/{name}"), folder.join("photos").join(name)))
            .collect()
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

    /// The key in `key`, ready to sign.
    fn signing(market: &Market, data: &Path, key: &Path, options: &Options) -> Result<Signing, String> {
        let announcer = options.announcer.as_deref().map(signer).transpose()?;
        let (earlier, revoked) = (list(data, "keys")?, list(data, "revoked")?);
        let signing = Signing::new(signer(key)?, earlier, revoked, market.as_of);
        let signing = signing.map_err(|error| error.to_string())?;
        Ok(signing.announced_by(announcer))
    }

    fn signer(key: &Path) -> Result<Signer, String> {
        let told = |error: &dyn std::fmt::Display| format!("{}: {error}", key.display());
        let text = std::fs::read_to_string(key).map_err(|error| told(&error))?;
        Signer::read(&text).map_err(|error| told(&error))
    }

    /// The list `name` of DATA/name.json; empty without the file.
    fn list(data: &Path, name: &str) -> Result<Vec<Value>, String> {
        let path = data.join(format!("{name}.json"));
        let told = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            // OK because a list that cannot be read must not be published as an empty one.
            Err(error) => return Err(told(&error)),
        };
        let document: Value = serde_json::from_str(&text).map_err(|error| told(&error))?;
        let entries = document.get(name).and_then(Value::as_array).cloned();
        entries.ok_or(format!("{}: expected a list `{name}`", path.display()))
    }

    /// How far long work has come, on a terminal only.
    struct Bar {
        shown: bool,
        work: String,
        percent: AtomicUsize,
    }

    impl Bar {
        fn new(work: String) -> Bar {
            Bar {
                shown: std::io::stderr().is_terminal(),
                work,
                percent: AtomicUsize::new(0),
            }
        }

        fn tell(&self, done: usize, all: usize) {
            let percent = (done * 100).checked_div(all).unwrap_or_default().min(100);
            if self.shown && self.percent.fetch_max(percent, Ordering::Relaxed) < percent {
                let filled = percent / 4;
                eprint!(
                    "\r{} [{}{}] {percent} %",
                    self.work,
                    "#".repeat(filled),
                    "·".repeat(25 - filled)
                );
            }
        }

        fn end(&self) {
            if self.shown {
                eprint!("\r{}\r", " ".repeat(60));
            }
        }
    }
}
