//! Chromium and its driver: one fresh browser a test, found by the names that people hear and read.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use thirtyfour::components::SelectElement;
use thirtyfour::prelude::*;
use tokio::process::{Child, Command};

/// How long a page may take before a test gives up. Conditions are looked at again and again until then.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// What the browser is given as a camera.
pub enum Camera<'a> {
    /// This film, allowed at once.
    Film(&'a Path),
    /// A camera that the shopper refuses.
    Refused,
    /// No camera at all.
    None,
}

/// A running browser. Its driver ends with it.
pub struct Browser {
    /// The WebDriver session.
    pub page: WebDriver,
    _driver: Child,
}

impl Browser {
    /// A browser in Vietnamese on a phone-sized screen, without a camera.
    pub async fn start() -> Browser {
        Browser::with(Camera::None, "vi").await
    }

    /// A browser with this camera and this language.
    pub async fn with(camera: Camera<'_>, language: &str) -> Browser {
        let port = free_port().await;
        let driver = Command::new(std::env::var_os("CHROMEDRIVER").unwrap_or("chromedriver".into()))
            .arg(format!("--port={port}"))
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("chromedriver starts");
        let url = format!("http://127.0.0.1:{port}");
        let capabilities = capabilities(camera, language);
        let page = until("chromedriver answers", async || {
            WebDriver::new(&url, capabilities.clone()).await.ok()
        })
        .await;
        page.set_script_timeout(PATIENCE).await.unwrap();
        let browser = Browser {
            page,
            _driver: driver,
        };
        // A page of many chunks asks for more files than browsers list of their own accord.
        browser
            .prepare("performance.setResourceTimingBufferSize(2000)")
            .await;
        browser.screen(360, 740).await;
        browser
    }

    /// Ends the browser.
    pub async fn quit(self) {
        self.page.quit().await.unwrap();
    }

    /// Sets the size of the page in CSS pixels.
    pub async fn screen(&self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.command("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Sends a DevTools command.
    pub async fn command(&self, name: &str, parameters: Value) {
        self.page.cdp().send_raw(name, parameters).await.unwrap();
    }

    /// Runs a script in every page before its own, to give it another camera, clock or storage.
    pub async fn prepare(&self, script: &str) {
        let source = json!({"source": script});
        self.command("Page.addScriptToEvaluateOnNewDocument", source)
            .await;
    }

    /// Keeps what pages save: its text in `window.saved`, the name of the file in `window.savedAs`.
    pub async fn keep_what_is_saved(&self) {
        let script = "URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return 'blob:none'; };
             HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };";
        self.prepare(script).await;
    }

    /// Opens an address.
    pub async fn open(&self, url: &str) {
        self.page.goto(url).await.unwrap();
    }

    /// The first element for this selector, once it is there and can be seen.
    pub async fn see(&self, css: &str) -> WebElement {
        until(css, async || {
            let found = self.page.find(By::Css(css)).await.ok()?;
            found.is_displayed().await.ok()?.then_some(found)
        })
        .await
    }

    /// The text of the first element for this selector, once it contains `part`.
    pub async fn read(&self, css: &str, part: &str) -> String {
        until(&format!("{css} with {part:?}"), async || {
            for element in self.page.find_all(By::Css(css)).await.ok()? {
                let text = element.text().await.ok()?;
                if text.contains(part) {
                    return Some(text);
                }
            }
            None
        })
        .await
    }

    /// Presses the button with this name, once it can be pressed.
    pub async fn press(&self, name: &str) {
        let path = format!("//button[normalize-space(.)={name:?} or @aria-label={name:?}]");
        until(&format!("button {name:?}"), async || {
            for button in self.page.find_all(By::XPath(&path)).await.ok()? {
                // To the middle, because at the lower edge the dock lies over it.
                let _ = button.scroll_into_view().await;
                if button.is_displayed().await.unwrap_or(false) && button.click().await.is_ok() {
                    return Some(());
                }
            }
            None
        })
        .await;
    }

    /// Follows the first link for this selector, once it can be pressed.
    pub async fn follow(&self, css: &str) {
        until(&format!("link {css}"), async || {
            let link = self.page.find(By::Css(css)).await.ok()?;
            let _ = link.scroll_into_view().await; // To the middle, because at the lower edge the dock lies over it.
            link.click().await.ok()
        })
        .await;
    }

    /// Waits until the path of the page is this.
    pub async fn arrive(&self, path: &str) {
        until(&format!("path {path}"), async || {
            (self.path().await == path).then_some(())
        })
        .await;
    }

    /// Path and query of the page.
    pub async fn path(&self) -> String {
        self.evaluate("return location.pathname + location.search")
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// What a script returns.
    pub async fn evaluate(&self, script: &str) -> Value {
        self.page
            .execute(script, Vec::new())
            .await
            .unwrap()
            .json()
            .clone()
    }

    /// Waits until a script returns true.
    pub async fn hold(&self, script: &str) {
        let script = format!("return Boolean({script})");
        until(&script, async || {
            (self.page.execute(&script, Vec::new()).await.ok()?.json() == &json!(true)).then_some(())
        })
        .await;
    }

    /// Chooses a language in the header.
    pub async fn speak(&self, tag: &str) {
        let select = SelectElement::new(&self.see(".language select").await)
            .await
            .unwrap();
        select.select_by_value(tag).await.unwrap();
    }
}

/// Looks at a condition until it gives a value; panics with `what` when it never does.
pub async fn until<T>(what: &str, look: impl AsyncFn() -> Option<T>) -> T {
    let waiting = async {
        loop {
            if let Some(found) = look().await {
                return found;
            }
            tokio::time::sleep(LOOK_AGAIN).await; // OK because it only spaces out the looks; the condition decides.
        }
    };
    match tokio::time::timeout(PATIENCE, waiting).await {
        Ok(found) => found,
        Err(_) => panic!("waited in vain for {what}"),
    }
}

/// A folder for films and photos of this run.
pub fn scratch() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn capabilities(camera: Camera<'_>, language: &str) -> Capabilities {
    static PROFILES: AtomicU32 = AtomicU32::new(0);
    let number = PROFILES.fetch_add(1, Ordering::Relaxed);
    let profile = scratch().join(format!("profile-{}-{number}", std::process::id()));
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--window-size=1280,900",
    ]
    .map(str::to_owned)
    .to_vec();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments.push(format!("--accept-lang={language}"));
    match camera {
        Camera::Film(film) => {
            arguments.push("--use-fake-ui-for-media-stream".to_owned());
            arguments.push("--use-fake-device-for-media-stream=fps=30".to_owned());
            arguments.push(format!("--use-file-for-fake-video-capture={}", film.display()));
        }
        Camera::Refused => {
            arguments.push("--use-fake-device-for-media-stream=fps=30".to_owned());
            arguments.push("--deny-permission-prompts".to_owned());
        }
        Camera::None => arguments.push("--use-fake-ui-for-media-stream".to_owned()),
    }
    let mut options = json!({"args": arguments, "prefs": {"intl.accept_languages": language}});
    if let Some(binary) = chromium() {
        options["binary"] = json!(binary);
    }
    serde_json::from_value(json!({"browserName": "chrome", "goog:chromeOptions": options})).unwrap()
}

/// The browser that CHROME names, or Debian's; elsewhere the driver finds its own.
fn chromium() -> Option<String> {
    let debian = || {
        ["/usr/bin/chromium", "/usr/bin/chromium-browser"]
            .into_iter()
            .find(|path| Path::new(path).is_file())
            .map(str::to_owned)
    };
    std::env::var("CHROME").ok().or_else(debian)
}

async fn free_port() -> u16 {
    tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
