//! A static host for the built site, as a CDN would serve it: its headers, its start page for unknown paths.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use tokio::runtime::Runtime;
use tower_http::services::{ServeDir, ServeFile};

/// What the host answers for one path instead of the file.
#[derive(Clone)]
pub enum Answer {
    /// 404.
    Missing,
    /// 404 the first time, then the file.
    MissingOnce,
    /// 200 with this text as JSON.
    Json(String),
    /// 200 with this text as JSON the first time, then the file.
    JsonOnce(String),
    /// 200 with this script the first time, then the file.
    ScriptOnce(&'static str),
    /// 200 with these bytes as a sound file.
    Sound(Vec<u8>),
    /// No answer for as long as the test lasts.
    Silence,
}

/// A running host. Stops when dropped.
pub struct Site {
    address: SocketAddr,
    runtime: Option<Runtime>,
    asked: Asked,
}

/// The paths that were asked for, in order.
type Asked = Arc<Mutex<Vec<String>>>;

impl Site {
    /// Serves the built site.
    pub fn start() -> Site {
        Site::with(&[])
    }

    /// Serves the built site, but for these paths gives these answers.
    pub fn with(answers: &[(&str, Answer)]) -> Site {
        Site::trusting("", answers)
    }

    /// The same, with a policy that lets the pages ask one more origin, which has no https.
    pub fn trusting(origin: &str, answers: &[(&str, Answer)]) -> Site {
        let answers: Vec<_> = answers
            .iter()
            .map(|(path, answer)| Exception::new(path, answer))
            .collect();
        let dist = dist();
        assert!(
            dist.join("index.html").is_file(),
            "{} has no built site: run `cargo xtask build`",
            dist.display()
        );
        let files = ServeDir::new(&dist).fallback(ServeFile::new(dist.join("index.html")));
        let rules = Arc::new(Rules::read(&dist.join("_headers"), origin));
        let answers = Arc::new(answers);
        let asked = Asked::default();
        let noted = asked.clone();
        let router = Router::new().fallback_service(files).layer(middleware::from_fn(
            move |request: Request, next: Next| {
                noted.lock().unwrap().push(request.uri().path().to_owned());
                let (rules, answers) = (rules.clone(), answers.clone());
                async move { serve(request, next, &rules, &answers).await }
            },
        ));
        let mut site = Site::serve(router);
        site.asked = asked;
        site
    }

    /// Serves one page of somebody else, on an origin of its own.
    pub fn of_partner(html: String) -> Site {
        Site::serve(Router::new().fallback(move || {
            let html = html.clone();
            async move { axum::response::Html(html) }
        }))
    }

    /// Answers every question with this JSON, on an origin of its own that others may ask.
    pub fn of_volunteers(json: &'static str) -> Site {
        let headers = [
            (header::CONTENT_TYPE, "application/json"),
            (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        ];
        Site::serve(Router::new().fallback(move || async move { (headers, json) }))
    }

    /// Sends every question away as one too many, on an origin of its own that others may ask.
    pub fn too_busy() -> Site {
        let headers = [
            (header::RETRY_AFTER, "7"),
            (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
            (header::ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After"),
        ];
        Site::serve(Router::new().fallback(move || async move { (StatusCode::TOO_MANY_REQUESTS, headers) }))
    }

    /// Gives every question this answer, on an origin of its own; others may ask unless `closed`.
    pub fn misbehaving(answer: fn() -> Response, closed: bool) -> Site {
        Site::serve(Router::new().fallback(move || async move {
            let mut response = answer();
            if !closed {
                let headers = response.headers_mut();
                headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
                let exposed = HeaderValue::from_static("Retry-After, Date");
                headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
            }
            response
        }))
    }

    /// Answers each question as it is asked, on an origin of its own that others may ask.
    pub fn asking(answer: impl Fn(&Request) -> Response + Clone + Send + Sync + 'static) -> Site {
        Site::serve(Router::new().fallback(move |request: Request| {
            let mut response = answer(&request);
            let headers = response.headers_mut();
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
            async move { response }
        }))
    }

    fn serve(router: Router) -> Site {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let (tell, told) = std::sync::mpsc::channel();
        runtime.spawn(async move {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            tell.send(listener.local_addr().unwrap()).unwrap();
            axum::serve(listener, router).await.unwrap();
        });
        Site {
            address: told.recv().unwrap(),
            runtime: Some(runtime),
            asked: Asked::default(),
        }
    }

    /// The paths of the built site that were asked for so far.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// The address of a path on this host. `localhost`, so that the browser grants camera and service worker.
    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.address.port())
    }

    /// Goes off the network: every open and new connection fails.
    pub fn stop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn serve(request: Request, next: Next, rules: &Rules, answers: &[Exception]) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = match answers.iter().find_map(|exception| exception.answer(&path)) {
        None => next.run(request).await,
        Some(Answer::Missing | Answer::MissingOnce) => status(StatusCode::NOT_FOUND, Body::empty()),
        Some(Answer::Json(text) | Answer::JsonOnce(text)) => of_type("application/json", text.clone()),
        Some(Answer::ScriptOnce(text)) => of_type("text/javascript", (*text).to_owned()),
        Some(Answer::Sound(bytes)) => of_type("audio/wav", bytes.clone()),
        Some(Answer::Silence) => std::future::pending().await,
    };
    rules.apply(&path, &mut response);
    response
}

/// What the host answers instead of a file, and whether it has done so.
struct Exception {
    part: String,
    answer: Answer,
    given: AtomicBool,
}

impl Exception {
    fn new(part: &str, answer: &Answer) -> Exception {
        Exception {
            part: part.to_owned(),
            answer: answer.clone(),
            given: AtomicBool::new(false),
        }
    }

    fn answer(&self, path: &str) -> Option<&Answer> {
        let fits = path.contains(&self.part);
        let is_again = fits && self.given.swap(true, Ordering::Relaxed);
        let is_over = is_again
            && matches!(
                self.answer,
                Answer::ScriptOnce(_) | Answer::JsonOnce(_) | Answer::MissingOnce
            );
        (fits && !is_over).then_some(&self.answer)
    }
}

fn of_type(content_type: &'static str, body: impl Into<Body>) -> Response {
    let mut response = status(StatusCode::OK, body.into());
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

fn status(code: StatusCode, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = code;
    response
}

/// The folder of the built site.
pub fn dist() -> PathBuf {
    std::env::var_os("DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
        PathBuf::from,
    )
}

/// The header rules of the site's `_headers` file: a path pattern, then indented header lines.
/// `! Name` takes a header of an earlier rule back.
struct Rules(Vec<(String, HeaderName, Option<HeaderValue>)>);

impl Rules {
    /// Reads the file, with `origin` among those that the pages may ask.
    fn read(file: &Path, origin: &str) -> Rules {
        let text = std::fs::read_to_string(file)
            .unwrap()
            .replace("connect-src 'self'", &format!("connect-src 'self' {origin}"));
        let mut rules = Vec::new();
        let mut pattern = String::new();
        for line in text
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.trim().starts_with('#'))
        {
            let rule = line.trim();
            if !line.starts_with(' ') {
                pattern = rule.to_owned();
            } else if let Some(name) = rule.strip_prefix("! ") {
                rules.push((pattern.clone(), name.parse().unwrap(), None));
            } else {
                let (name, value) = rule
                    .split_once(": ")
                    .expect("a header line has a name and a value");
                rules.push((
                    pattern.clone(),
                    name.parse().unwrap(),
                    Some(value.parse().unwrap()),
                ));
            }
        }
        Rules(rules)
    }

    /// Obeys every rule that fits the path, in their order.
    fn apply(&self, path: &str, response: &mut Response) {
        for (pattern, name, value) in &self.0 {
            let fits = match pattern.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => path == pattern,
            };
            match value {
                Some(value) if fits => {
                    response.headers_mut().insert(name.clone(), value.clone());
                }
                None if fits => {
                    response.headers_mut().remove(name);
                }
                _ => {}
            }
        }
    }
}
