//! A letter: what it is about, whom it addresses, and its paragraphs with the facts in them.

use super::build::Builder;
use super::head::Head;
use super::outline::{Headed, Node, Outline, Para};
use crate::import::label::Label;
use crate::plan::{Block, Marker};
use crate::text::Text;

impl Builder<'_, '_> {
    /// Puts the paragraphs of a letter where a plan has what stands before its parts; numbers and marks stay before them.
    pub(super) fn letter(&mut self, head: &Head, outline: Outline) {
        self.dossier.plan.title = Text::words(head.title.trim());
        let mut paras = outline.preamble;
        outline.parts.into_iter().for_each(|part| flatten(part, &mut paras));
        for mut para in paras {
            para.find_times(self.year);
            self.cite(&mut para);
            self.limits(&mut para);
            let mut text = Text::words(mark(&para.label));
            text.push(&para.to_text());
            let id = self.dossier.new_id();
            self.dossier.plan.preamble.push(Block::words(id, Marker::None, text));
        }
    }
}

/// A label as it is written before its words.
fn mark(label: &Label) -> String {
    match label {
        Label::None => String::new(),
        Label::Roman(number) => format!("{}. ", crate::words::roman(*number)),
        Label::Capital(letter) => char::from_u32(*letter).map(|letter| format!("{letter}. ")).unwrap_or_default(),
        Label::Number(path) => format!("{}. ", path.iter().map(u32::to_string).collect::<Vec<_>>().join(".")),
        Label::Paren(number) => format!("({number}) "),
        Label::Letter(letter) => format!("{letter}) "),
        Label::Dash => "- ".into(),
        Label::Plus => "+ ".into(),
    }
}

fn flatten(part: Headed, paras: &mut Vec<Para>) {
    let mut items = part.items.into_iter();
    let mut heading = part.heading;
    if part.run_in
        && let Some(Node::Para(first)) = items.next()
    {
        let joined = format!("{}: {}", heading.text.text, first.text.text);
        heading.text = crate::import::scan::Scanned::new(joined);
    }
    paras.push(heading);
    for item in items {
        match item {
            Node::Para(para) => paras.push(para),
            Node::Part(part) => flatten(part, paras),
        }
    }
}
