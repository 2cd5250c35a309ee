//! The browsers: a driver's process for each, and sessions in it.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use thirtyfour::WebDriver;
use tokio::runtime::Runtime;

use crate::server::PORTAL;
use crate::{Result, root};

/// Which browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Chromium, for all that are built on it.
    Chromium,
    /// Firefox ESR.
    Firefox,
}

impl Kind {
    /// For messages, files and `--browser`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Chromium => "chromium",
            Kind::Firefox => "firefox",
        }
    }
}

/// A running driver; it ends with this value.
pub struct Driver {
    /// Which browser it drives.
    pub kind: Kind,
    url: String,
    process: Child,
    runtime: Runtime,
}

impl Driver {
    /// Starts the driver that the environment names, or the one on PATH.
    pub fn start(kind: Kind) -> Result<Driver> {
        let (variable, program) = match kind {
            Kind::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Kind::Firefox => ("GECKODRIVER", "geckodriver"),
        };
        let folder = root().join("target/browser-tests");
        fs::create_dir_all(&folder)?;
        let log = fs::File::create(folder.join(format!("{program}.log")))?;
        // A port that was free a moment ago: the drivers cannot tell which one they chose.
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let process = Command::new(std::env::var_os(variable).unwrap_or_else(|| program.into()))
            .arg(format!("--port={port}"))
            .env("FONTCONFIG_FILE", fonts(&folder)?)
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .map_err(|error| format!("cannot start {program}: {error}"))?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let driver = Driver { kind, url: format!("http://127.0.0.1:{port}"), process, runtime };
        let begin = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if begin.elapsed() > Duration::from_secs(20) {
                return Err(format!("{program} does not answer").into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(driver)
    }

    /// A session: a browser with a fresh profile.
    pub fn session(&self) -> Result<WebDriver> {
        self.open(None, None)
    }

    /// A session over a profile that stays when it ends.
    pub fn session_of(&self, profile: &Path) -> Result<WebDriver> {
        self.open(None, Some(profile))
    }

    /// The processes that show the pages of the browser over a profile.
    pub fn renderers(&self, profile: &Path) -> Vec<u32> {
        let mut found = Vec::new();
        let mut parents = self.browsers(profile);
        while let Some(parent) = parents.pop() {
            let shows = match self.kind {
                Kind::Chromium => command_line(parent).contains("--type=renderer"),
                Kind::Firefox => command_line(parent).contains("-isForBrowser"),
            };
            found.extend(shows.then_some(parent));
            parents.extend(children(parent));
        }
        found
    }

    /// The browsers over a profile that this driver has started.
    pub fn browsers(&self, profile: &Path) -> Vec<u32> {
        let profile = profile.display().to_string();
        children(self.process.id()).into_iter().filter(|it| command_line(*it).contains(&profile)).collect()
    }

    /// A session of Chromium that records events of these categories, for [`Case::trace`](crate::case::Case::trace).
    pub fn traced(&self, categories: &str) -> Result<WebDriver> {
        self.open(Some(categories), None)
    }

    fn open(&self, traced: Option<&str>, profile: Option<&Path>) -> Result<WebDriver> {
        // The flags stand in the file that the runner of the wasm tests reads as well.
        let file: Map<String, Value> = serde_json::from_str(&fs::read_to_string(root().join("webdriver.json"))?)?;
        let key = match self.kind {
            Kind::Chromium => "goog:chromeOptions",
            Kind::Firefox => "moz:firefoxOptions",
        };
        let mut options = file.get(key).cloned().ok_or_else(|| format!("webdriver.json has no {key}"))?;
        let more: &[&str] = match self.kind {
            Kind::Chromium => {
                &["--window-size=1280,900", "--lang=vi", "--host-resolver-rules=MAP portal.example 127.0.0.1"]
            }
            Kind::Firefox => &["--width=1280", "--height=900"],
        };
        if let Some(args) = options["args"].as_array_mut() {
            args.extend(more.iter().map(|arg| json!(arg)));
            match (self.kind, profile) {
                (Kind::Chromium, Some(profile)) => args.push(json!(format!("--user-data-dir={}", profile.display()))),
                (Kind::Firefox, Some(profile)) => args.extend([json!("-profile"), json!(profile)]),
                (_, None) => {}
            }
            if let (Kind::Firefox, Some(profile)) = (self.kind, profile) {
                options["binary"] = json!(patient(profile)?);
            }
        }
        if self.kind == Kind::Firefox {
            let quiet = json!({
                // The print button prints into a file instead of opening a dialog that nobody answers.
                "print.always_print_silent": true,
                "print_printer": "Mozilla Save to PDF",
                "print.printer_Mozilla_Save_to_PDF.print_to_file": true,
                "print.printer_Mozilla_Save_to_PDF.print_to_filename": printed()?,
                "browser.download.folderList": 2,
                "browser.download.dir": downloads(self.kind)?,
                "browser.helperApps.neverAsk.saveToDisk": "application/json",
                "network.dns.localDomains": PORTAL,
            });
            if let (Some(prefs), Some(quiet)) = (options["prefs"].as_object_mut(), quiet.as_object()) {
                prefs.extend(quiet.clone());
            }
        }
        let mut logs = json!({ "browser": "ALL" });
        if let Some(categories) = traced {
            options["perfLoggingPrefs"] =
                json!({ "enableNetwork": false, "enablePage": false, "traceCategories": categories });
            logs["performance"] = "ALL".into();
        }
        let mut capabilities = Map::new();
        capabilities.insert(key.into(), options);
        if self.kind == Kind::Chromium {
            capabilities.insert("goog:loggingPrefs".into(), logs);
        }
        self.wait(WebDriver::new(&self.url, capabilities))
    }

    /// Waits for the driver's answer. The tests are plain functions; only the client library is asynchronous.
    pub fn wait<T, E: std::error::Error + 'static>(
        &self,
        answer: impl IntoFuture<Output = std::result::Result<T, E>>,
    ) -> Result<T> {
        Ok(self.runtime.block_on(answer.into_future())?)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Sessions have ended by now; a driver that is gone already needs no end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Firefox without the word of its driver that it has to end as soon as a process of its pages dies: as it is at work.
fn patient(profile: &Path) -> Result<PathBuf> {
    let script = profile.with_extension("sh");
    fs::write(
        &script,
        "#!/bin/sh\nunset MOZ_CRASHREPORTER_SHUTDOWN\nexec \"$(command -v firefox || command -v firefox-esr)\" \"$@\"\n",
    )?;
    Command::new("chmod").args([std::ffi::OsStr::new("+x"), script.as_os_str()]).status()?;
    Ok(script)
}

/// The processes that a process has started.
fn children(parent: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{parent}/task")).into_iter().flatten().flatten();
    let lists = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>()).collect()
}

/// What a process was called with; nothing of one that is gone.
fn command_line(process: u32) -> String {
    let bytes = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&bytes).replace('\0', " ")
}

/// The file that the print button prints into, in Firefox.
pub fn printed() -> Result<PathBuf> {
    Ok(root().canonicalize()?.join("target/browser-tests/printed.pdf"))
}

/// The folder of a browser's downloads.
pub fn downloads(kind: Kind) -> Result<PathBuf> {
    let folder = root().join("target/browser-tests/downloads").join(kind.name());
    fs::create_dir_all(&folder)?;
    Ok(folder.canonicalize()?)
}

/// Fonts as on an office machine: what asks for Times New Roman gets the same widths, on every test machine.
fn fonts(folder: &Path) -> Result<PathBuf> {
    let file = folder.canonicalize()?.join("fonts.conf");
    fs::write(
        &file,
        r#"<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<match target="pattern">
<test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit>
</match>
</fontconfig>
"#,
    )?;
    Ok(file)
}
