//! One test in one browser: what tests do with a page, in one line each.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use base64::Engine;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, FormatRequestData};
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};
use thirtyfour::common::requestdata::RequestData;
use thirtyfour::{By, Key, SessionId, WebDriver, WebElement, WindowHandle};

use crate::browser::{Driver, Kind};
use crate::pdf::Pdf;
use crate::server::{REPORTS, Server};
use crate::{Result, root};

/// The policy that the element must run under without one report (the contract is in ARCHITECTURE.md).
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    font-src 'self' data:; img-src 'self' data: blob:; frame-src 'self' blob:";

/// How long a page may take over something.
const PATIENCE: Duration = Duration::from_secs(15);

/// One test in one browser.
pub struct Case<'a> {
    /// The test's own server, with the release at `/`.
    pub server: Rc<Server>,
    /// The release as a folder.
    pub dist: PathBuf,
    name: &'static str,
    pub(crate) driver: &'a Driver,
    pub(crate) page: WebDriver,
    /// What pages have fetched once their element was ready.
    late: RefCell<Vec<String>>,
}

impl<'a> Case<'a> {
    /// Starts a server and a browser for it.
    pub fn open(name: &'static str, driver: &'a Driver, dist: &Path) -> Result<Case<'a>> {
        Case::of(name, driver, dist, driver.session()?)
    }

    /// The same with a browser that records its own events, see [`Case::trace`].
    pub fn traced(name: &'static str, driver: &'a Driver, dist: &Path, categories: &str) -> Result<Case<'a>> {
        Case::of(name, driver, dist, driver.traced(categories)?)
    }

    /// The same test's server in a browser over a profile that stays: closed by [`Case::close`] and opened again, it has
    /// what was stored. By a driver of the test's own, for Firefox's has one browser at a time.
    pub fn over<'b>(&self, driver: &'b Driver, profile: &Path) -> Result<Case<'b>> {
        let (server, dist, page) = (Rc::clone(&self.server), self.dist.clone(), driver.session_of(profile)?);
        Ok(Case { server, dist, name: self.name, driver, page, late: RefCell::default() })
    }

    /// Ends such a browser.
    pub fn close(self) -> Result<()> {
        self.driver.wait(self.page.quit())
    }

    fn of(name: &'static str, driver: &'a Driver, dist: &Path, page: WebDriver) -> Result<Case<'a>> {
        Ok(Case {
            server: Rc::new(Server::start(dist)?),
            dist: dist.into(),
            name,
            driver,
            page,
            late: RefCell::default(),
        })
    }

    /// Runs the test, keeps a picture of a failure, and ends the browser. Whatever is tested, nothing may have been fetched
    /// once the element was ready.
    pub fn run(self, test: fn(&Case) -> Result<()>) -> Result<()> {
        let outcome = test(&self).and_then(|()| {
            self.look_back();
            let mut late = self.server.late();
            late.extend(self.late.take());
            if late.is_empty() { Ok(()) } else { Err(format!("fetched after ready: {late:?}").into()) }
        });
        if outcome.is_err()
            && let Err(error) = self.picture("failed")
        {
            eprintln!("no picture: {error}");
        }
        let end = self.driver.wait(self.page.quit());
        outcome.and(end)
    }

    /// Which browser this is.
    pub fn kind(&self) -> Kind {
        self.driver.kind
    }

    /// Opens a path of the test's server.
    pub fn open_path(&self, path: &str) -> Result<()> {
        self.open_url(&self.server.url(path))
    }

    /// Notes what the page in the window has fetched after it was ready. The server sees it too, and sees pages that go
    /// without a word to this side; only the page itself sees what it asks of others.
    pub(crate) fn look_back(&self) {
        // A page without the probe, or one that is gone, has nothing to say.
        if let Ok(late) = self.eval::<Vec<String>>("window.probe?.late ? probe.late() : []") {
            self.late.borrow_mut().extend(late);
        }
    }

    /// Opens any address.
    pub fn open_url(&self, url: &str) -> Result<()> {
        self.look_back();
        self.driver.wait(self.page.goto(url))
    }

    /// Opens a page of the test's own, under the contract's policy as a header.
    pub fn open_strict(&self, html: &str) -> Result<()> {
        self.server.header("/strict.html", "Content-Security-Policy", &format!("{POLICY}; report-uri {REPORTS}"));
        self.server.page("/strict.html", html);
        self.open_path("/strict.html")
    }

    /// The value of an expression in the page; a promise is waited for.
    pub fn eval<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let value = self.driver.wait(self.page.execute(format!("return ({expression});"), Vec::new()))?;
        serde_json::from_value(value.json().clone())
            .map_err(|error| format!("{expression} gave {}: {error}", value.json()).into())
    }

    /// Waits until an expression is truthy, and gives its value.
    pub fn wait_for(&self, expression: &str) -> Result<Value> {
        let begin = Instant::now();
        loop {
            let value: Value = self.eval(expression)?;
            if !matches!(value, Value::Null | Value::Bool(false)) && value != json!("") && value != json!(0) {
                return Ok(value);
            }
            if begin.elapsed() > PATIENCE {
                let probe: Value = self.eval(
                    "window.probe && { events: probe.events, violations: probe.violations, errors: [...new Set(probe.errors)] }",
                )?;
                return Err(format!("waited in vain for: {expression}\n        {probe}").into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until this many elements have said that they are ready.
    pub fn ready(&self, elements: usize) -> Result<()> {
        self.wait_for(&format!("probe.events.filter((event) => event.name === 'ready').length >= {elements}"))?;
        self.server.quiet();
        Ok(())
    }

    /// The text inside an element's shadow root.
    pub fn text_inside(&self, element: &str) -> Result<String> {
        self.eval(&format!("document.querySelector({}).shadowRoot.textContent", json!(element)))
    }

    /// Something in the page.
    pub fn find(&self, css: &str) -> Result<WebElement> {
        self.driver.wait(self.page.find(By::Css(css)))
    }

    /// Something inside the shadow root of an element. By script: the client library asks for children of a shadow root as
    /// if it were an element, which Firefox refuses.
    pub fn find_inside(&self, element: &str, css: &str) -> Result<WebElement> {
        let script =
            format!("return document.querySelector({}).shadowRoot.querySelector({});", json!(element), json!(css));
        Ok(self.driver.wait(self.page.execute(script, Vec::new()))?.element()?)
    }

    /// The element that an expression gives, as soon as it gives one.
    pub fn pick(&self, expression: &str) -> Result<WebElement> {
        self.wait_for(&format!("Boolean({expression})"))?;
        Ok(self.driver.wait(self.page.execute(format!("return ({expression});"), Vec::new()))?.element()?)
    }

    /// Clicks on something.
    pub fn click(&self, target: &WebElement) -> Result<()> {
        self.driver.wait(target.click())
    }

    /// Types into something.
    pub fn keys(&self, target: &WebElement, text: &str) -> Result<()> {
        self.driver.wait(target.send_keys(text))
    }

    /// Presses keys, wherever the focus is.
    pub fn press_keys(&self, keys: &str) -> Result<()> {
        let mut chain = self.page.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        for key in keys.chars() {
            chain = chain.key_down(key).key_up(key);
        }
        self.driver.wait(chain.perform())
    }

    /// Presses a key while others are held.
    pub fn chord(&self, held: &[Key], key: impl Into<char>) -> Result<()> {
        let key = key.into();
        let mut chain = self.page.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        for held in held {
            chain = chain.key_down(held.value());
        }
        chain = chain.key_down(key).key_up(key);
        for held in held.iter().rev() {
            chain = chain.key_up(held.value());
        }
        self.driver.wait(chain.perform())
    }

    /// Lets a pointer ("mouse" or "touch") do something, in CSS px from the window's corner.
    pub fn pointer(&self, kind: &str, actions: &[Value]) -> Result<()> {
        let source =
            json!({ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": actions });
        self.driver.wait(self.page.cmd(Command::PerformActions(json!([source]).into())))?;
        Ok(())
    }

    /// Gives the page a window of this many CSS px.
    pub fn size(&self, width: u32, height: u32) -> Result<()> {
        match self.kind() {
            Kind::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.cdp("Emulation.setDeviceMetricsOverride", metrics)?;
            }
            Kind::Firefox => {
                let (wide, high): (u32, u32) =
                    self.eval("[window.outerWidth - window.innerWidth, window.outerHeight - window.innerHeight]")?;
                self.driver.wait(self.page.set_window_rect(0, 0, width + wide, height + high))?;
            }
        }
        self.wait_for(&format!("innerWidth === {width} && innerHeight === {height}"))?;
        Ok(())
    }

    /// Goes into a frame of the page: all that follows happens there.
    pub fn enter_frame(&self, number: u16) -> Result<()> {
        self.driver.wait(self.page.enter_frame(number))
    }

    /// Goes back to the page around the frame.
    pub fn leave_frame(&self) -> Result<()> {
        self.driver.wait(self.page.enter_parent_frame())
    }

    /// A command of Chromium's own protocol.
    pub fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        self.driver.wait(self.page.cdp().send_raw(method, parameters))
    }

    /// What a traced browser has recorded since it started, in order of time. It can be asked once: Chromium's driver does
    /// not go on recording.
    pub fn trace(&self) -> Result<Vec<Value>> {
        let mut events = Vec::new();
        for entry in self.driver.wait(self.page.get_log("performance"))? {
            let mut entry: Value = serde_json::from_str(&entry.message)?;
            if entry["message"]["method"] == "Tracing.dataCollected" {
                events.push(entry["message"]["params"].take());
            }
        }
        events.sort_by(|a, b| a["ts"].as_f64().unwrap_or(0.0).total_cmp(&b["ts"].as_f64().unwrap_or(0.0)));
        Ok(events)
    }

    /// Everything that a policy has blocked, in this page or in its frames.
    pub fn violations(&self) -> Result<Vec<String>> {
        // A report is sent a moment after the event.
        std::thread::sleep(Duration::from_millis(200));
        let mut all: Vec<String> = self.eval("window.probe ? probe.violations : []")?;
        all.extend(self.server.reports());
        if self.kind() == Kind::Chromium {
            let log = self.driver.wait(self.page.browser_log())?;
            all.extend(
                log.into_iter().map(|entry| entry.message).filter(|text| text.contains("Content Security Policy")),
            );
        }
        Ok(all)
    }

    /// The errors that no script has caught. A resize observer's complaint is a matter of its own, see `first_plan`.
    pub fn errors(&self) -> Result<Vec<String>> {
        self.eval("probe.errors.filter((error) => !String(error).startsWith('ResizeObserver'))")
    }

    /// A picture of the window, as `target/pictures/TEST-NAME-BROWSER.png`.
    pub fn picture(&self, name: &str) -> Result<()> {
        let bytes = self.driver.wait(self.page.screenshot_as_png())?;
        Ok(fs::write(self.output(name, "png")?, bytes)?)
    }

    /// Prints the page, on the paper that its own styles ask for.
    pub fn print(&self, name: &str) -> Result<Pdf> {
        let bytes = match self.kind() {
            Kind::Chromium => {
                let how = json!({ "preferCSSPageSize": true, "printBackground": true });
                let answer = self.cdp("Page.printToPDF", how)?;
                let data = answer["data"].as_str().ok_or("the browser printed nothing")?;
                base64::engine::general_purpose::STANDARD.decode(data)?
            }
            // WebDriver's own command: margins and paper are given here, a page's `@page` margins are not asked.
            Kind::Firefox => self.driver.wait(self.page.print_page(PrintParameters {
                background: true,
                page: PrintPage { width: 21.0, height: 29.7 },
                margin: PrintMargins { top: 0.0, bottom: 0.0, left: 0.0, right: 0.0 },
                shrink_to_fit: false,
                ..Default::default()
            }))?,
        };
        self.keep_pdf(name, &bytes)
    }

    /// Prints a page of the test's own, in a window beside this one.
    pub fn print_html(&self, name: &str, html: &str) -> Result<Pdf> {
        self.beside(html, || self.print(name))
    }

    /// The window that the test is in.
    pub fn window(&self) -> Result<WindowHandle> {
        self.driver.wait(self.page.window())
    }

    /// Opens another window of the same browser, and goes there.
    pub fn new_window(&self) -> Result<WindowHandle> {
        let window = self.driver.wait(self.page.new_tab())?;
        self.to_window(&window)?;
        Ok(window)
    }

    /// Goes to a window.
    pub fn to_window(&self, window: &WindowHandle) -> Result<()> {
        self.driver.wait(self.page.switch_to_window(window.clone()))
    }

    /// Closes a window, and goes to another.
    pub fn close_window(&self, window: &WindowHandle, next: &WindowHandle) -> Result<()> {
        self.to_window(window)?;
        self.driver.wait(self.page.close_window())?;
        self.to_window(next)
    }

    /// Does something with a page of the test's own, in a window beside this one.
    pub fn beside<T>(&self, html: &str, act: impl FnOnce() -> Result<T>) -> Result<T> {
        self.server.page("/printed.html", html);
        let here = self.driver.wait(self.page.window())?;
        let there = self.driver.wait(self.page.new_tab())?;
        self.driver.wait(self.page.switch_to_window(there))?;
        self.open_path("/printed.html")?;
        let done = act();
        self.driver.wait(self.page.close_window())?;
        self.driver.wait(self.page.switch_to_window(here))?;
        done
    }

    /// Prints the page in Firefox with nothing said about paper and margins.
    pub fn print_plain(&self, name: &str) -> Result<Pdf> {
        let answer = self.driver.wait(self.page.cmd(PlainPrint))?;
        let data: String = answer.value()?;
        self.keep_pdf(name, &base64::engine::general_purpose::STANDARD.decode(data)?)
    }

    fn keep_pdf(&self, name: &str, bytes: &[u8]) -> Result<Pdf> {
        let file = self.output(name, "pdf")?;
        fs::write(&file, bytes)?;
        Ok(Pdf(file))
    }

    fn output(&self, name: &str, extension: &str) -> Result<PathBuf> {
        let folder = root().join("target/pictures");
        fs::create_dir_all(&folder)?;
        Ok(folder.join(format!("{}-{name}-{}.{extension}", self.name, self.kind().name())))
    }
}

/// The print command without a parameter.
#[derive(Debug)]
struct PlainPrint;

impl FormatRequestData for PlainPrint {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let mut request = Command::PrintPage(PrintParameters::default()).format_request(session);
        request.body = Some(json!({}));
        request
    }
}
