//! The pages of a paper, and behind them those of what is enclosed with it: each part has its own paper and numbers.

use doi_thoai::document::Document;
use doi_thoai::render::html::css;
use doi_thoai::style::{FormatCode, PageSetup};
use web_sys::Element;

use super::pages::{Pages, column_css, page_boxes_css};

/// How a part is set, and the class of what is set so.
type Setup = (FormatCode, PageSetup);

/// One part: its place among the setups, and its pages.
struct Part {
    setup: usize,
    holder: Element,
    pages: Pages,
}

/// The pages of papers in one document.
pub struct Parts {
    holder: Element,
    /// Holds the columns in which blocks are measured; never scaled.
    around: Element,
    parts: Vec<Part>,
    setups: Vec<Setup>,
    /// What the classes of its setups begin with.
    name: String,
}

/// How many pages of which size stand one after the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// How many pages.
    pub pages: usize,
    /// Their size.
    pub page: PageSetup,
}

impl Parts {
    /// A builder that puts its page boxes into `holder`, and what it measures into `around`. Two builders under one root
    /// have names that differ: their rules are told apart by them.
    pub fn new(holder: &Element, around: &Element, name: &str) -> Self {
        holder.set_text_content(None);
        let (holder, around, name) = (holder.clone(), around.clone(), name.to_owned());
        Self { holder, around, parts: Vec::new(), setups: Vec::new(), name }
    }

    /// The class of what is set by a setup.
    fn class(&self, setup: usize) -> String {
        format!("{}{setup}", self.name)
    }

    /// The style sheet of these papers, where it is another than before; whoever adopts it must do so before
    /// [`Parts::show`].
    pub fn rules<'a>(&mut self, papers: impl Iterator<Item = &'a Document>) -> Option<String> {
        let mut setups: Vec<Setup> = Vec::new();
        let mut rules = String::new();
        for part in papers.flat_map(Document::parts) {
            let setup = (part.format.code, part.format.page);
            if setups.contains(&setup) {
                continue;
            }
            let class = self.class(setups.len());
            rules.push_str(&css(&part.format, &format!(".paper.{class}")));
            rules.push_str(&page_boxes_css(&part.format, &format!(".part.{class}")));
            rules.push_str(&column_css(&part.format, &format!(".{class}.column-measure")));
            setups.push(setup);
        }
        if setups == self.setups {
            return None;
        }
        // Other rules, other heights.
        self.parts.iter_mut().for_each(|part| part.pages.forget());
        self.setups = setups;
        Some(rules)
    }

    /// Shows papers. Returns the numbers of the page boxes (from 0, through all parts) that changed.
    pub fn show<'a>(&mut self, papers: impl Iterator<Item = &'a Document>) -> Vec<usize> {
        let mut changed = Vec::new();
        let (mut at, mut before) = (0, 0);
        for paper in papers.flat_map(Document::parts) {
            let Some(shown) = self.show_part(at, paper) else { break };
            changed.extend(shown.into_iter().map(|number| before + number));
            before += self.parts[at].pages.count();
            at += 1;
        }
        self.cut_off(at);
        changed
    }

    /// Adds a paper behind those that are there.
    pub fn add(&mut self, paper: &Document) {
        for part in paper.parts() {
            self.show_part(self.parts.len(), part);
        }
    }

    /// Shows a part in its place.
    fn show_part(&mut self, at: usize, paper: &Document) -> Option<Vec<usize>> {
        let setup = (paper.format.code, paper.format.page);
        let setup = self.setups.iter().position(|known| *known == setup).unwrap_or(0);
        if self.parts.get(at).is_none_or(|part| part.setup != setup) {
            self.cut_off(at);
            let part = self.part(setup)?;
            self.parts.push(part);
        }
        Some(self.parts[at].pages.show(paper))
    }

    /// Takes away the parts from one on.
    fn cut_off(&mut self, from: usize) {
        for mut part in self.parts.drain(from.min(self.parts.len())..) {
            part.pages.forget();
            part.holder.remove();
        }
    }

    fn part(&self, setup: usize) -> Option<Part> {
        let class = self.class(setup);
        let holder = self.holder.owner_document()?.create_element("div").ok()?;
        holder.set_class_name(&format!("part {class}"));
        self.holder.append_child(&holder).ok()?;
        let pages = Pages::new(&holder, &self.around, &class)?;
        Some(Part { setup, holder, pages })
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.parts.iter().map(|part| part.pages.count()).sum()
    }

    /// The pages by their sizes, in order.
    pub fn stretches(&self) -> Vec<Stretch> {
        self.parts.iter().map(|part| Stretch { pages: part.pages.count(), page: self.setups[part.setup].1 }).collect()
    }

    /// How many lines of running text stand on the last page, or as much as so many lines take.
    pub fn lines_on_last(&self) -> usize {
        self.parts.last().map_or(0, |part| part.pages.lines_on_last())
    }

    /// The page boxes, in order.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.parts.iter().flat_map(|part| part.pages.elements())
    }

    /// What holds each part, and its page boxes.
    pub fn held(&self) -> impl Iterator<Item = (&Element, Vec<Element>)> {
        self.parts.iter().map(|part| (&part.holder, part.pages.elements().cloned().collect()))
    }
}
