//! The builder of page boxes: draws only what changed, measures it in a column of the paper's width, and puts it where it
//! goes; what stands where it stood is not touched.

use std::sync::Arc;

use doi_thoai::document::pages::{Fragment, Measured, Page, paginate};
use doi_thoai::document::{
    Block, CODE_ROOM_MM, Columns, ColumnsKind, Document, Group, MARGIN_LINE_PT, NUMBER_ROOM_MM, Numbering, Paragraph,
    STUB_MM, STUB_WORDS_MM,
};
use doi_thoai::render::html::{FAMILY, GROUP_BEFORE_PT, TABLE_BEFORE_PT, decimal};
use doi_thoai::style::{Format, LineSpacing, PageSetup, Role, SINGLE_LINE};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::margins::{Margins, furnish};
use super::nodes::block_element;
use super::split;
use crate::browser::computed_style;

/// CSS pixels in a millimetre.
const PX_PER_MM: f32 = 96.0 / 25.4;
/// CSS pixels in a point.
const PX_PER_PT: f32 = 96.0 / 72.0;
/// A single line of 13 pt in px.
const LINE_PX: f32 = 13.0 * SINGLE_LINE * PX_PER_PT;

/// A block as it was drawn and measured.
struct Drawn {
    /// Changes whenever the block is drawn anew.
    version: u64,
    block: Arc<Block>,
    /// Stands in the column while it is measured or cut, and on its page where that shows all of it: a long form has each
    /// of its elements once.
    element: Element,
}

impl Drawn {
    fn shows(&self, block: &Arc<Block>) -> bool {
        Arc::ptr_eq(&self.block, block) || self.block == *block
    }
}

/// What a page box shows: which version of which block, and which of its lines.
type Shown = Vec<(u64, usize, usize)>;

struct PageBox {
    element: Element,
    content: Element,
    shown: Shown,
    /// What stands for each of it.
    elements: Vec<Option<Element>>,
    margins: Margins,
}

/// The pages of one paper in one document.
pub struct Pages {
    document: web_sys::Document,
    /// Holds the page boxes.
    holder: Element,
    /// A column of the paper's width, off the screen, where blocks are measured.
    column: Element,
    drawn: Vec<Drawn>,
    /// The measures of the drawn blocks, one for each.
    measured: Vec<Measured>,
    boxes: Vec<PageBox>,
    next_version: u64,
    page: Option<PageSetup>,
    /// The class of what is set as this paper is.
    setup: String,
}

/// The style of page boxes, beside that of the paper itself: `scope` is the selector of what holds them.
pub fn page_boxes_css(format: &Format, scope: &str) -> String {
    let page = &format.page;
    let [width, height, top, left, right, number_top] =
        [page.width, page.height, page.top, page.left, page.right, page.number_top].map(decimal);
    let (text, tall) = (decimal(page.text_width()), decimal(page.text_height()));
    let [number, line] = [format.role(Role::PageNumber).size_pt, MARGIN_LINE_PT].map(decimal);
    let [beside_code, beside_number] = [CODE_ROOM_MM, NUMBER_ROOM_MM].map(|room| decimal(page.text_width() - room));
    let [code, stub, stub_words] = [CODE_ROOM_MM, STUB_MM, STUB_WORDS_MM - page.top].map(decimal);
    // A form's number stands in its bottom margin, where the strip of a copy is not.
    format!(
        "{scope} .page{{position:relative;width:{width}mm;height:{height}mm;overflow:hidden;contain:strict;background:#fff;break-after:page}}\
         .part:last-child .page:last-child{{break-after:auto}}\
         {scope} .content{{position:absolute;top:{top}mm;left:{left}mm;width:{text}mm;height:{tall}mm}}\
         {scope} .back .content{{left:{right}mm}}\
         {scope} .page>.page-number{{position:absolute;top:{number_top}mm;left:{left}mm;width:{text}mm;margin:0;text-align:center;color:#000;font:{number}pt/1 {FAMILY}}}\
         {scope} .counted>.page-number{{top:auto;bottom:4mm;font-size:11pt}}{scope} .counted>.aside{{text-align:right}}\
         {scope} .page-header,{scope} .page-footer{{position:absolute;left:{left}mm;width:{text}mm;margin:0;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;color:#000;font:{line}pt/1.2 {FAMILY}}}\
         {scope} .page-header{{top:calc({number_top}mm + var(--cut,0mm))}}{scope} .high{{top:calc(4.5mm + var(--cut,0mm));width:{beside_code}mm}}\
         {scope} .page-footer{{bottom:3.7mm}}{scope} .counted>.page-footer{{width:{beside_number}mm}}\
         {scope} .back>.page-number{{left:{right}mm}}\
         {scope} .strip{{position:absolute;top:calc(9mm + var(--cut,0mm));margin:0;color:#000;font:12pt/1 {FAMILY}}}{scope} .strip.left{{left:{left}mm}}\
         {scope} .strip.right{{right:calc({right}mm + {code}mm)}}{scope} .strip.low{{top:calc(10.5mm + var(--cut,0mm))}}\
         {scope} .strip.on-stub{{top:9mm}}{scope} .strip.on-stub.right{{right:{right}mm}}\
         {scope} .stubbed{{--cut:{stub}mm}}{scope} .cut{{position:absolute;top:{stub}mm;left:0;right:0;border-top:.5pt dashed #000}}\
         {scope} .stub-title,{scope} .stub-fill{{position:relative;top:{stub_words}mm}}\
         {scope} .code{{position:absolute;top:calc(4mm + var(--cut,0mm));right:{right}mm;width:14mm;height:14mm;fill:#000;shape-rendering:crispEdges}}\
         {scope} .corner{{position:absolute;width:4mm;height:4mm;border:solid #000;border-width:0}}\
         {scope} .corner.top{{top:calc(4mm + var(--cut,0mm));border-top-width:1mm}}{scope} .corner.bottom{{bottom:4mm;border-bottom-width:1mm}}\
         {scope} .corner.left{{left:4mm;border-left-width:1mm}}{scope} .corner.right{{right:4mm;border-right-width:1mm}}"
    )
}

/// The style of the column in which blocks are measured: `selector` finds it.
pub fn column_css(format: &Format, selector: &str) -> String {
    let width = decimal(format.page.text_width());
    format!("{selector}{{position:absolute;visibility:hidden;left:-400mm;top:0;width:{width}mm;contain:layout}}")
}

impl Pages {
    /// A builder that puts its page boxes into `holder`, and measures in a column of `around`, which is never scaled.
    /// `setup` is the class of what is set by the style sheet of this paper.
    pub fn new(holder: &Element, around: &Element, setup: &str) -> Option<Self> {
        let document = holder.owner_document()?;
        holder.set_text_content(None);
        let column = document.create_element("div").ok()?;
        column.set_class_name(&format!("paper {setup} column-measure"));
        column.set_attribute("aria-hidden", "true").ok()?;
        around.append_child(&column).ok()?;
        Some(Self {
            document,
            holder: holder.clone(),
            column,
            drawn: Vec::new(),
            measured: Vec::new(),
            boxes: Vec::new(),
            next_version: 1,
            page: None,
            setup: setup.to_owned(),
        })
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.boxes.len()
    }

    /// How many lines of running text stand on the last page, or as much as so many lines take.
    pub fn lines_on_last(&self) -> usize {
        let Some(last) = self.boxes.last() else { return 0 };
        let height = |(version, from, to): &(u64, usize, usize)| {
            let at = self.drawn.iter().position(|drawn| drawn.version == *version)?;
            Some(self.measured[at].lines[*from..*to].iter().sum::<f32>())
        };
        let used: f32 = last.shown.iter().filter_map(height).sum();
        (used / LINE_PX).ceil() as usize
    }

    /// The page boxes, in order.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.boxes.iter().map(|page| &page.element)
    }

    /// Forgets all measures, for when the paper's style sheet has changed.
    pub fn forget(&mut self) {
        self.measured.clear();
        for drawn in self.drawn.drain(..) {
            drawn.element.remove();
        }
        for page in self.boxes.drain(..) {
            page.element.remove();
        }
    }

    /// Shows a paper. Returns the numbers of the page boxes (from 0) that changed.
    pub fn show(&mut self, paper: &Document) -> Vec<usize> {
        let format = &paper.format;
        if self.page != Some(format.page) {
            self.forget();
            self.page = Some(format.page);
        }
        let blocks: Vec<&Arc<Block>> = paper.blocks.iter().collect();
        self.draw(&blocks, format);
        let pages = paginate(&self.measured, page_height(format));
        let mut changed = self.lay_out(&pages, paper);
        self.furnish(paper, &mut changed);
        changed
    }

    /// What stands in the margins of a page, and depends on how many pages there are and which copy it is.
    fn furnish(&mut self, paper: &Document, changed: &mut Vec<usize>) {
        let count = self.boxes.len();
        for (number, page) in self.boxes.iter_mut().enumerate() {
            let margins = Margins::of(paper, number, count);
            if page.margins != margins {
                furnish(&self.document, &page.element, &margins);
                page.margins = margins;
                if !changed.contains(&number) {
                    changed.push(number);
                }
            }
        }
    }

    /// Draws what is new. A fact may stand in many sentences far apart, so blocks are compared one by one as long as
    /// their number is the same; where it is not, those at the start and at the end that are as before are kept.
    fn draw(&mut self, blocks: &[&Arc<Block>], format: &Format) {
        let fresh: Vec<usize> = if blocks.len() == self.drawn.len() {
            let changed = |at: &usize| !self.drawn[*at].shows(blocks[*at]);
            (0..blocks.len()).filter(changed).collect()
        } else {
            let same = |(drawn, block): &(&Drawn, &&Arc<Block>)| drawn.shows(block);
            let head = self.drawn.iter().zip(blocks).take_while(same).count();
            let room = self.drawn.len().min(blocks.len()) - head;
            let tail = self.drawn.iter().rev().zip(blocks.iter().rev()).take(room).take_while(same).count();
            let gone = head..self.drawn.len() - tail;
            let fresh = head..blocks.len() - tail;
            self.measured.splice(gone.clone(), fresh.clone().map(|_| Measured::default()));
            let placeholders: Vec<Drawn> = fresh.clone().filter_map(|at| self.draw_block(blocks[at])).collect();
            for drawn in &placeholders {
                let _ = self.column.append_child(&drawn.element);
            }
            for old in self.drawn.splice(gone, placeholders) {
                old.element.remove();
            }
            return self.measure(fresh, format);
        };
        for at in &fresh {
            let Some(drawn) = self.draw_block(blocks[*at]) else { continue };
            let old = std::mem::replace(&mut self.drawn[*at], drawn).element;
            let Drawn { block, element, .. } = &self.drawn[*at];
            // A group stands whole on its page as a rule, and is measured where it stands: laid out once and not twice.
            if is_whole(block) && old.parent_element().is_some_and(|around| around != self.column) {
                let _ = old.replace_with_with_node_1(element);
            } else {
                let _ = self.column.append_child(element);
                old.remove();
            }
        }
        self.measure(fresh, format);
    }

    /// Measures drawn blocks, all drawing being done: one layout for however many changed.
    fn measure(&mut self, which: impl IntoIterator<Item = usize>, format: &Format) {
        for at in which {
            if let (Some(drawn), Some(measured)) = (self.drawn.get(at), self.measured.get_mut(at)) {
                // What is higher than a page is measured part by part, which only the column's scale allows.
                if is_whole(&drawn.block) && own_height(&drawn.element) > page_height(format) {
                    let _ = self.column.append_child(&drawn.element);
                }
                *measured = measure(&drawn.block, &drawn.element, format);
            }
        }
    }

    fn draw_block(&mut self, block: &Arc<Block>) -> Option<Drawn> {
        let element = block_element(&self.document, block)?;
        self.next_version += 1;
        Some(Drawn { version: self.next_version, block: Arc::clone(block), element })
    }

    fn lay_out(&mut self, pages: &[Page], paper: &Document) -> Vec<usize> {
        let format = &paper.format;
        while self.boxes.len() > pages.len() {
            if let Some(page) = self.boxes.pop() {
                page.element.remove();
            }
        }
        let mut changed = Vec::new();
        for (number, page) in pages.iter().enumerate() {
            let shown: Shown =
                page.iter().map(|fragment| (self.drawn[fragment.block].version, fragment.from, fragment.to)).collect();
            if number == self.boxes.len() {
                match self.page_box(number, paper) {
                    Some(page) => self.boxes.push(page),
                    None => break,
                }
            } else if self.boxes[number].shown == shown {
                continue;
            }
            self.fill(number, page, shown, format);
            changed.push(number);
        }
        changed
    }

    /// Puts onto a page what it shows. What it shows already stays where it is.
    fn fill(&mut self, number: usize, page: &Page, shown: Shown, format: &Format) {
        let old = std::mem::take(&mut self.boxes[number].elements);
        let before = std::mem::replace(&mut self.boxes[number].shown, shown);
        let mut elements = Vec::with_capacity(page.len());
        for (at, fragment) in page.iter().enumerate() {
            let key = self.boxes[number].shown[at];
            let kept = before.iter().position(|shown| *shown == key).and_then(|at| old[at].clone());
            let element = kept.or_else(|| self.element(*fragment, format));
            if let Some(element) = &element {
                let _ = element.class_list().toggle_with_force("first", at == 0);
            }
            elements.push(element);
        }
        let content = &self.boxes[number].content;
        for gone in old.iter().filter(|old| !elements.contains(old)).flatten() {
            // It may stand on another page by now.
            if gone.parent_element().as_ref() == Some(content) {
                gone.remove();
            }
        }
        let mut next = content.first_element_child();
        for element in elements.iter().flatten() {
            if next.as_ref() == Some(element) {
                next = element.next_element_sibling();
            } else {
                let _ = content.insert_before(element, next.as_deref());
            }
        }
        self.boxes[number].elements = elements;
    }

    /// A block, or a copy of some of its lines: then the whole one stands in its column, where it can be measured.
    fn element(&self, fragment: Fragment, format: &Format) -> Option<Element> {
        let drawn = &self.drawn[fragment.block];
        let count = self.measured[fragment.block].lines.len();
        if fragment.from == 0 && fragment.to == count {
            return Some(drawn.element.clone());
        }
        if drawn.element.parent_element().as_ref() != Some(&self.column) {
            let _ = drawn.element.class_list().remove_1("first");
            self.column.append_child(&drawn.element).ok()?;
        }
        self.element_of(&drawn.block, &drawn.element, fragment, count, format)
    }

    fn element_of(
        &self,
        block: &Block,
        element: &Element,
        fragment: Fragment,
        count: usize,
        format: &Format,
    ) -> Option<Element> {
        if fragment.from == 0 && fragment.to == count {
            return element.clone_node_with_deep(true).ok().map(JsCast::unchecked_into);
        }
        match block {
            Block::Paragraph(paragraph) => {
                let pitch = f64::from(line_pitch(paragraph, format));
                split::fragment(&self.document, element, fragment.from, fragment.to, count, pitch)
            }
            Block::Table(_) => split::rows(element, fragment.from, fragment.to),
            Block::Lines(_) => split::children(element, fragment.from, fragment.to),
            Block::Group(group) => self.group_fragment(element, group, fragment, format),
            Block::Rule(_) | Block::Columns(_) | Block::PageBreak(_) => None,
        }
    }

    /// Some lines of a group: of each block in it those that are asked for.
    fn group_fragment(&self, element: &Element, group: &Group, fragment: Fragment, format: &Format) -> Option<Element> {
        let holder: Element = element.clone_node_with_deep(false).ok()?.unchecked_into();
        let mut start = 0;
        for (block, child) in group.blocks.iter().zip(split::elements(element)) {
            let end = start + measure(block, &child, format).lines.len();
            let (from, to) = (fragment.from.max(start), fragment.to.min(end));
            if from < to {
                let part = Fragment { block: 0, from: from - start, to: to - start };
                let element = self.element_of(block, &child, part, end - start, format)?;
                holder.append_child(&element).ok()?;
            }
            start = end;
        }
        Some(holder)
    }

    fn page_box(&self, number: usize, paper: &Document) -> Option<PageBox> {
        let element = self.document.create_element("div").ok()?;
        // The second page is the back of the first sheet.
        let back = paper.format.page.mirrored && number % 2 == 1;
        let side = if back { "page back" } else { "page" };
        let counted = if paper.numbering == Numbering::Counted { " counted" } else { "" };
        element.set_class_name(&format!("{side}{counted}"));
        let content = self.document.create_element("div").ok()?;
        content.set_class_name(&format!("paper {} content", self.setup));
        element.append_child(&content).ok()?;
        self.holder.append_child(&element).ok()?;
        Some(PageBox { element, content, shown: Shown::new(), elements: Vec::new(), margins: Margins::default() })
    }
}

impl Drop for Pages {
    fn drop(&mut self) {
        self.column.remove();
    }
}

fn line_pitch(paragraph: &Paragraph, format: &Format) -> f32 {
    let role = format.role(paragraph.role);
    PX_PER_PT
        * match role.line {
            // Rounded as the style sheet rounds it.
            LineSpacing::Multiple(times) => (role.size_pt * SINGLE_LINE * times * 100.0).round() / 100.0,
            LineSpacing::Exactly(pitch) => pitch,
        }
}

fn height(element: &Element) -> f32 {
    element.get_bounding_client_rect().height() as f32
}

/// The height of what is in a group, without the room above it (its box is that of its content): in px of the paper,
/// whatever the scale at which it is seen.
fn own_height(element: &Element) -> f32 {
    let height = computed_style(element).and_then(|style| style.get_property_value("height").ok());
    height.and_then(|height| height.trim_end_matches("px").parse().ok()).unwrap_or_default()
}

/// The height of the text of a page in px.
fn page_height(format: &Format) -> f32 {
    format.page.text_height() * PX_PER_MM
}

/// Whether a block is a group that stays on one page.
fn is_whole(block: &Block) -> bool {
    matches!(block, Block::Group(group) if !group.split)
}

fn measure(block: &Block, element: &Element, format: &Format) -> Measured {
    match block {
        Block::Paragraph(paragraph) => {
            let role = format.role(paragraph.role);
            let before = role.before_pt * PX_PER_PT;
            let pitch = line_pitch(paragraph, format);
            // All lines of a paragraph are alike, so their number follows from its height.
            let count = ((height(element) - before) / pitch).round().max(1.0) as usize;
            Measured {
                before,
                lines: vec![pitch; count],
                keep_next: role.keep_next || paragraph.keep_next,
                ..Measured::default()
            }
        }
        Block::Rule(_) => Measured { lines: vec![height(element)], keep_next: true, ..Measured::default() },
        Block::Columns(Columns { kind, .. }) => Measured {
            lines: vec![height(element)],
            keep_next: *kind != ColumnsKind::Foot,
            keep_previous: *kind == ColumnsKind::Foot,
            ..Measured::default()
        },
        Block::Table(table) => {
            let rows: Vec<f32> = split::body_rows(element).iter().map(height).collect();
            let before = if table.bare { 0.0 } else { TABLE_BEFORE_PT * PX_PER_PT };
            // What is not rows is the head, with the halves of the outer lines.
            let head = height(element) - before - rows.iter().sum::<f32>();
            let stays = (0..rows.len()).map(|row| table.stays(row)).collect();
            Measured { before, head, lines: rows, fewest: table.fewest.max(1) as usize, stays, ..Measured::default() }
        }
        Block::Lines(lines) => {
            let pitch = lines.pitch_mm * PX_PER_MM;
            Measured { lines: vec![pitch; lines.count as usize], fewest: 1, ..Measured::default() }
        }
        Block::Group(group) => {
            let before = GROUP_BEFORE_PT * PX_PER_PT;
            let own = own_height(element);
            let lines = if group.split || own > page_height(format) {
                let mut lines = Vec::new();
                for (block, child) in group.blocks.iter().zip(split::elements(element)) {
                    let inner = measure(block, &child, format);
                    let above = inner.before + inner.head;
                    let first = lines.len();
                    lines.extend(inner.lines);
                    if let Some(line) = lines.get_mut(first) {
                        *line += above;
                    }
                }
                lines
            } else {
                vec![own]
            };
            Measured { before, lines, ..Measured::default() }
        }
        Block::PageBreak(_) => Measured { lines: vec![0.0], ends_page: true, ..Measured::default() },
    }
}
