//! Splitting a drawn paragraph between two of its lines, a drawn table between two of its rows, lines to write on
//! anywhere.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, NodeFilter, Range, Text};

use crate::browser::all;

/// The text nodes of an element with the offset at which each begins, and the length of all, in UTF-16 units.
pub fn text_nodes(document: &Document, element: &Element) -> (Vec<(Text, u32)>, u32) {
    const SHOW_TEXT: u32 = 4;
    let mut nodes = Vec::new();
    let mut length = 0;
    let Ok(walker) = document.create_tree_walker_with_what_to_show_and_filter(element, SHOW_TEXT, None::<&NodeFilter>)
    else {
        return (nodes, 0);
    };
    while let Ok(Some(node)) = walker.next_node() {
        let text: Text = node.unchecked_into();
        let own = text.length();
        nodes.push((text, length));
        length += own;
    }
    (nodes, length)
}

fn at(nodes: &[(Text, u32)], offset: u32) -> Option<(&Text, u32)> {
    let index = nodes.partition_point(|(_, start)| *start <= offset).checked_sub(1)?;
    let (node, start) = nodes.get(index)?;
    Some((node, offset - start))
}

/// The top edge of the character at an offset, in px of the window; none where it has no box.
fn top_of(range: &Range, nodes: &[(Text, u32)], offset: u32) -> Option<f64> {
    let (node, inner) = at(nodes, offset)?;
    range.set_start(node, inner).ok()?;
    range.set_end(node, (inner + 1).min(node.length())).ok()?;
    Some(range.get_bounding_client_rect().top())
}

/// The offset of the first character of line `line` (from 0) of a paragraph whose lines are `pitch` px apart.
fn start_of_line(document: &Document, paragraph: &Element, line: usize, pitch: f64) -> Option<u32> {
    let (nodes, length) = text_nodes(document, paragraph);
    let range = document.create_range().ok()?;
    let first = top_of(&range, &nodes, 0)?;
    let wanted = first + (line as f64 - 0.5) * pitch;
    let (mut low, mut high) = (0, length);
    while low < high {
        let middle = low + (high - low) / 2;
        if top_of(&range, &nodes, middle)? < wanted {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Some(low)
}

/// The lines `from` to `to` of a drawn paragraph of `count` lines, as an element of its own. The paragraph must stand
/// in the page, since its lines are measured there.
pub fn fragment(
    document: &Document,
    paragraph: &Element,
    from: usize,
    to: usize,
    count: usize,
    pitch: f64,
) -> Option<Element> {
    let start = if from == 0 { None } else { Some(start_of_line(document, paragraph, from, pitch)?) };
    let end = if to >= count { None } else { Some(start_of_line(document, paragraph, to, pitch)?) };
    let copy: Element = paragraph.clone_node_with_deep(true).ok()?.unchecked_into();
    // The end goes first: cutting there leaves the offsets before it as they are.
    if let Some(end) = end {
        cut(document, &copy, end, true)?;
        copy.class_list().add_1("goes-on").ok()?;
    }
    if let Some(start) = start {
        cut(document, &copy, start, false)?;
        copy.class_list().add_1("continued").ok()?;
    }
    Some(copy)
}

/// The rows of a drawn table, those of its head left out.
pub fn body_rows(table: &Element) -> Vec<Element> {
    all(table, "tbody>tr")
}

/// The rows `from` to `to` of a drawn table, with its head, as an element of its own.
pub fn rows(table: &Element, from: usize, to: usize) -> Option<Element> {
    let copy: Element = table.clone_node_with_deep(true).ok()?.unchecked_into();
    for (at, row) in body_rows(&copy).into_iter().enumerate() {
        if !(from..to).contains(&at) {
            row.remove();
        }
    }
    if from > 0 {
        copy.class_list().add_1("continued").ok()?;
    }
    Some(copy)
}

/// The elements in an element, in order.
pub fn elements(holder: &Element) -> Vec<Element> {
    let children = holder.children();
    (0..children.length()).filter_map(|at| children.item(at)).collect()
}

/// The children `from` to `to` of a drawn block, as an element of its own.
pub fn children(block: &Element, from: usize, to: usize) -> Option<Element> {
    let copy: Element = block.clone_node_with_deep(true).ok()?.unchecked_into();
    for (at, child) in elements(&copy).into_iter().enumerate() {
        if !(from..to).contains(&at) {
            child.remove();
        }
    }
    Some(copy)
}

/// Takes away what stands behind an offset, or before it.
fn cut(document: &Document, element: &Element, offset: u32, behind: bool) -> Option<()> {
    let (nodes, length) = text_nodes(document, element);
    let range = document.create_range().ok()?;
    let whole: &Node = element;
    range.select_node_contents(whole).ok()?;
    match at(&nodes, offset.min(length)) {
        Some((node, inner)) if behind => range.set_start(node, inner).ok()?,
        Some((node, inner)) => range.set_end(node, inner).ok()?,
        None => return None,
    }
    range.delete_contents().ok()
}
