//! What tests do on the element's own screens, with the words that an officer reads.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::Result;
use crate::case::Case;
use crate::server::PROBE_SCRIPT;

/// The steps of the wizard, in order.
pub const STEPS: [&str; 12] = [
    "Cơ quan, số, tiêu đề",
    "Căn cứ",
    "Mục đích, yêu cầu",
    "Nội dung, cách đối thoại",
    "Hội nghị",
    "Thành phần",
    "Chương trình",
    "Lấy ý kiến",
    "Phân công",
    "Nơi nhận, ký",
    "Bố cục, lời văn",
    "Kiểm tra",
];

/// The steps of a form's screen, in order.
pub const FORM_STEPS: [&str; 4] = ["Phiếu", "Câu hỏi", "Phân phát", "Kiểm tra"];

/// The template of a People's Committee: its name in the gallery.
pub const UBND: &str = "Ủy ban nhân dân xã, phường";

impl Case<'_> {
    /// Opens the page and waits for the element.
    pub fn open_home(&self) -> Result<()> {
        self.open_path("/")?;
        self.ready(1)
    }

    /// Loads the page again and waits for the element.
    pub fn reload(&self) -> Result<()> {
        self.look_back();
        let is_file: bool = self.eval("location.protocol === 'file:'")?;
        self.eval::<Value>("(() => { window.stale = true; location.reload(); return null; })()")?;
        if is_file {
            self.wait_for("!window.stale")?;
            return self.probe_file();
        }
        self.wait_for("!window.stale && window.probe && probe.events.some((event) => event.name === 'ready')")?;
        self.server.quiet();
        Ok(())
    }

    /// Waits for the element in a page that no server has sent, and puts the probe in: the single file's own policy lets no
    /// other script in.
    pub fn probe_file(&self) -> Result<()> {
        self.wait_for("document.querySelector('doi-thoai')?.shadowRoot?.querySelector('.app, .failed')")?;
        let shown: String = self.text_inside("doi-thoai")?;
        if !self.eval::<bool>("Boolean(document.querySelector('doi-thoai').shadowRoot.querySelector('.app'))")? {
            return Err(format!("the element did not start: {shown}").into());
        }
        self.eval::<Value>(&format!(
            "(() => {{ {PROBE_SCRIPT}; window.probe.events.push({{ name: 'ready', at: performance.now() }}); return null; }})()"
        ))?;
        Ok(())
    }

    /// Presses a button by its words.
    pub fn press(&self, words: &str) -> Result<()> {
        self.press_nth(words, 0)
    }

    /// Presses one of several buttons of the same words.
    pub fn press_nth(&self, words: &str, at: usize) -> Result<()> {
        self.click(&self.pick(&format!("probe.button({}, {at})", json!(words)))?)
            .map_err(|error| format!("pressing {words}: {error}").into())
    }

    /// From the home: starts a plan from a template.
    pub fn start_plan(&self, template: &str) -> Result<()> {
        self.press("Soạn kế hoạch")?;
        self.use_template(template)?;
        self.wait_for("probe.one('.wizard') && probe.one('.page')")?;
        Ok(())
    }

    /// Starts a plan in the first element of a host page, writes into it, and sees it on the sheet and saved.
    pub fn write_a_plan(&self) -> Result<()> {
        self.start_plan(UBND)?;
        self.fill("Tên địa bàn", 0, "Hồng Phong")?;
        self.step("Hội nghị")?;
        self.fill("Thời gian", 1, "25/9/2026")?;
        self.sheet_says("25/9/2026")?;
        self.press("Thêm hội nghị")?;
        self.step("Kiểm tra")?;
        self.saved()
    }

    /// In the gallery: presses a template's button.
    pub fn use_template(&self, template: &str) -> Result<()> {
        let button = self.pick(&format!(
            "probe.all('.template').find((it) => probe.words(it.querySelector('h3')) === {})?.querySelector('button')",
            json!(template)
        ))?;
        self.click(&button)
    }

    /// Opens the page with a draft from a sample of the release, and gives the draft's identity.
    pub fn open_sample(&self, sample: &str) -> Result<String> {
        self.open_home()?;
        self.eval::<Value>(&format!(
            "fetch('samples/{sample}.json').then((it) => it.json()).then((it) => {{ probe.element().draft = it; return null; }})"
        ))?;
        self.wait_for("probe.one('.wizard') && probe.one('.page')")?;
        self.draft_id()
    }

    /// The identity of the only draft.
    pub fn draft_id(&self) -> Result<String> {
        let ids: Vec<String> = self.eval("Object.keys(probe.stored()).map((key) => key.split('/').pop())")?;
        match &ids[..] {
            [id] => Ok(id.clone()),
            _ => Err(format!("one draft was expected: {ids:?}").into()),
        }
    }

    /// Goes to a step by the list of steps, as wide screens show it.
    pub fn step(&self, step: &str) -> Result<()> {
        self.click(&self.pick(&format!(
            "probe.all('.step').find((it) => probe.words(it.querySelector('.name')) === {})",
            json!(step)
        ))?)?;
        self.at_step(step)
    }

    /// Waits until a step is shown.
    pub fn at_step(&self, step: &str) -> Result<()> {
        self.wait_for(&format!("probe.words(probe.one('.questions > h2')) === {}", json!(step)))?;
        Ok(())
    }

    /// Puts the focus into a field, selects what it holds, types over it, and leaves the field.
    pub fn fill(&self, label: &str, at: usize, text: &str) -> Result<()> {
        self.enter(label, at, text)?;
        self.press_keys(&char::from(Key::Tab).to_string())
    }

    /// Types over what a field holds, and stays there.
    pub fn enter(&self, label: &str, at: usize, text: &str) -> Result<()> {
        let field = self.pick(&format!("probe.field({}, {at})", json!(label)))?;
        self.click(&field)?;
        self.chord(&[Key::Control], 'a')?;
        self.press_keys(text)
    }

    /// Puts text over what a field holds as a paste does: at once. The field keeps the focus.
    pub fn paste(&self, label: &str, at: usize, text: &str) -> Result<()> {
        let field = self.pick(&format!("probe.field({}, {at})", json!(label)))?;
        self.click(&field)?;
        self.chord(&[Key::Control], 'a')?;
        self.eval::<Value>(&format!("document.execCommand('insertText', false, {})", json!(text)))?;
        Ok(())
    }

    /// What a field holds.
    pub fn value(&self, label: &str, at: usize) -> Result<String> {
        self.pick(&format!("probe.field({}, {at})", json!(label)))?;
        self.eval(&format!("probe.field({}, {at}).value", json!(label)))
    }

    /// The words of the paper on the screen, a paragraph a line.
    pub fn sheet(&self) -> Result<String> {
        self.eval("probe.sheet()")
    }

    /// Waits until the paper says something.
    pub fn sheet_says(&self, words: &str) -> Result<()> {
        self.wait_for(&format!("probe.sheet().includes({})", json!(words)))?;
        Ok(())
    }

    /// Waits until all is saved, and the bar says so.
    pub fn saved(&self) -> Result<()> {
        self.wait_for("probe.status().startsWith('Đã lưu ') && probe.nothingUnsaved()")?;
        Ok(())
    }

    /// A file that the element makes of the draft, as text.
    pub fn export(&self, format: &str) -> Result<String> {
        self.eval(&format!("probe.element().exportFile('plan', '{format}').then((it) => it.text())"))
    }

    /// The draft as a host page gets it.
    pub fn draft(&self) -> Result<Value> {
        self.eval("probe.element().draft")
    }
}

/// A text without any space, for comparisons across line breaks.
pub fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Where two texts begin to differ, with some letters around; none where they are equal.
pub fn difference(a: &str, b: &str) -> Option<String> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let at = (0..a.len().max(b.len())).find(|at| a.get(*at) != b.get(*at))?;
    let around = |text: &[char]| text.iter().skip(at.saturating_sub(30)).take(70).collect::<String>();
    Some(format!("at letter {at}: {:?} and {:?}", around(&a), around(&b)))
}
