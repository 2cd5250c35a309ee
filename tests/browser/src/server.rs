//! A web server of one test: a release, pages of the test's own, headers by path, and a record of what was asked for.
//!
//! A thread for each connection, one answer on each: browsers open connections ahead of need and leave them idle, which
//! holds up a server that shares its threads.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::Result;

/// Where a policy's reports go: they come from every frame, also from those that no script of the page can look into.
pub const REPORTS: &str = "/policy-report";
const PROBE: &str = "/probe.js";
/// What that address answers.
pub const PROBE_SCRIPT: &str = include_str!("probe.js");
/// What tests themselves fetch or tell, and the icons, which browsers ask for when they like.
const BESIDES: [&str; 4] = ["/saved/", "/samples/", "/icon.svg", "/favicon.ico"];
/// A portal's name.
pub const PORTAL: &str = "portal.example";

/// What one address answers.
#[derive(Clone)]
struct Answer {
    status: u16,
    mime: String,
    body: Vec<u8>,
}

#[derive(Default)]
struct State {
    answers: HashMap<String, Answer>,
    headers: Vec<(String, String, String)>,
    requests: Vec<String>,
    reports: Vec<String>,
    /// Whether the page that was asked for last has all that it wants.
    quiet: bool,
    late: Vec<String>,
}

/// The server; it ends with this value.
pub struct Server {
    state: Arc<Mutex<State>>,
    address: SocketAddr,
    ended: Arc<AtomicBool>,
}

impl Server {
    /// Serves a release at `/`, on a port of its own: an origin that no other test has stored anything in.
    pub fn start(dist: &Path) -> Result<Server> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let server = Server { state: Arc::default(), address: listener.local_addr()?, ended: Arc::default() };
        let (state, ended, dist) = (server.state.clone(), server.ended.clone(), dist.to_path_buf());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if ended.load(Ordering::Relaxed) {
                    break;
                }
                let (state, dist) = (state.clone(), dist.clone());
                // A browser that has gone away needs no answer.
                std::thread::spawn(move || serve(stream, &state, &dist).ok());
            }
        });
        Ok(server)
    }

    /// An address here.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The same address under a name that browsers look up here (see `browser.rs`); over plain http that is no secure
    /// context, as 127.0.0.1 is.
    pub fn named_url(&self, path: &str) -> String {
        format!("http://{PORTAL}:{}{path}", self.address.port())
    }

    /// Answers `path` with this page. `<head>` gets the probe, see `probe.js`.
    pub fn page(&self, path: &str, html: &str) {
        self.answer(path, 200, "text/html", html.as_bytes());
    }

    /// Answers `path` with this, whatever the release has there.
    pub fn answer(&self, path: &str, status: u16, mime: &str, body: &[u8]) {
        let answer = Answer { status, mime: mime.into(), body: body.into() };
        self.state().answers.insert(path.into(), answer);
    }

    /// Adds a header to each answer whose path begins so.
    pub fn header(&self, path: &str, name: &str, value: &str) {
        self.state().headers.push((path.into(), name.into(), value.into()));
    }

    /// The paths that were asked for, oldest first; not the icon (a browser asks for it when it likes).
    pub fn requests(&self) -> Vec<String> {
        self.state()
            .requests
            .iter()
            .filter(|path| !path.ends_with("icon.svg") && !path.ends_with(".ico"))
            .cloned()
            .collect()
    }

    /// From now to the next page that is asked for nothing else may be.
    pub fn quiet(&self) {
        self.state().quiet = true;
    }

    /// What was asked for all the same.
    pub fn late(&self) -> Vec<String> {
        self.state().late.clone()
    }

    /// What browsers have reported against a policy that names `REPORTS`.
    pub fn reports(&self) -> Vec<String> {
        self.state().reports.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        // Wakes the thread that listens; a listener that is gone needs no waking.
        let _ = TcpStream::connect(self.address);
    }
}

/// Reads one request and answers it.
fn serve(mut stream: TcpStream, state: &Mutex<State>, dist: &Path) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut length = 0;
    let mut target = None;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? <= 2 {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("sec-fetch-dest:") {
            target = Some(value.trim().to_owned());
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let Some(path) = first.split([' ', '?', '#']).nth(1).filter(|path| path.starts_with('/')) else {
        return Ok(());
    };

    let (answer, headers) = {
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        if path == REPORTS {
            state.reports.push(String::from_utf8_lossy(&body).into_owned());
        } else if path != PROBE {
            state.requests.push(path.to_owned());
        }
        let answer = state.answers.get(path).cloned().unwrap_or_else(|| file(path, dist));
        // Browsers say what a request is for, though not over plain http to another name.
        let is_page = answer.mime.starts_with("text/html")
            && target.is_none_or(|target| ["document", "iframe", "frame"].contains(&target.as_str()));
        if is_page {
            state.quiet = false;
        } else if state.quiet && path != PROBE && path != REPORTS && !BESIDES.iter().any(|it| path.starts_with(it)) {
            state.late.push(path.to_owned());
        }
        let of_path = state.headers.iter().filter(|(prefix, ..)| path.starts_with(prefix.as_str()));
        let headers: String = of_path.map(|(_, name, value)| format!("{name}: {value}\r\n")).collect();
        (answer, headers)
    };
    let body = if answer.mime.starts_with("text/html") {
        let (tag, probe) = ("<head>", format!("<head><script src=\"{PROBE}\"></script>"));
        match answer.body.windows(tag.len()).position(|at| at == tag.as_bytes()) {
            Some(at) => [&answer.body[..at], probe.as_bytes(), &answer.body[at + tag.len()..]].concat(),
            None => answer.body,
        }
    } else {
        answer.body
    };
    write!(
        stream,
        "HTTP/1.1 {} -\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n",
        answer.status,
        answer.mime,
        body.len()
    )?;
    stream.write_all(&body)
}

fn file(path: &str, dist: &Path) -> Answer {
    if path == PROBE {
        return Answer { status: 200, mime: "text/javascript".into(), body: PROBE_SCRIPT.into() };
    }
    let mut file = dist.join(path.trim_start_matches('/'));
    if path.ends_with('/') {
        file.push("index.html");
    }
    match std::fs::read(&file) {
        Ok(body) if !path.contains("..") => Answer { status: 200, mime: mime(&file).into(), body },
        _ => Answer { status: 404, mime: "text/plain".into(), body: b"not here".to_vec() },
    }
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html",
        "js" => "text/javascript",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        _ => "text/plain",
    }
}
