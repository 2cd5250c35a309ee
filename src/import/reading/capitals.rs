//! Headings in capitals as they are written in a sentence: names keep the capitals that the text gives them.

use std::collections::{HashMap, HashSet};

use super::build::Builder;
use super::outline::{Headed, Node, Outline};
use crate::import::scan::{Scanned, is_capitals};
use crate::words;

/// How the words of the headings in capitals are written in the middle of sentences, by their small letters: none where they
/// are written both ways.
pub(super) fn capitals(outline: &Outline, title: &str) -> HashMap<String, Option<String>> {
    let mut known: HashMap<String, Option<String>> = HashMap::new();
    let mut wanted: HashSet<String> = HashSet::new();
    let mut want = |text: &Scanned| {
        if is_capitals(&text.text) {
            wanted.extend(text.words.iter().map(|word| word.key.clone()));
        }
    };
    want(&Scanned::new(title));
    fn headings(part: &Headed, want: &mut impl FnMut(&Scanned)) {
        want(&part.heading.text);
        for item in &part.items {
            if let Node::Part(part) = item {
                headings(part, want);
            }
        }
    }
    outline.parts.iter().for_each(|part| headings(part, &mut want));
    let mut add = |text: &Scanned| {
        if wanted.is_empty() || is_capitals(&text.text) {
            return;
        }
        for at in 1..text.words.len() {
            let before = &text.text[text.words[at - 1].range.end..text.words[at].range.start];
            if !wanted.contains(&text.words[at].key) || before.contains(['.', ':', '“', '"', '-', '–']) {
                continue;
            }
            let word = &text.text[text.words[at].range.clone()];
            let small = word.to_lowercase();
            match known.get_mut(&small) {
                Some(known) if known.as_deref() != Some(word) => *known = None,
                Some(_) => {}
                None => {
                    known.insert(small, Some(word.to_owned()));
                }
            }
        }
    };
    outline.preamble.iter().for_each(|para| add(&para.text));
    for part in &outline.parts {
        super::agenda::leaves(part).into_iter().for_each(|para| add(&para.text));
    }
    known
}

impl Builder<'_, '_> {
    /// A heading in capitals as it is written in a sentence, names as the text writes them.
    pub(super) fn sentence_case(&self, text: &str) -> String {
        if !is_capitals(text) {
            return text.to_owned();
        }
        let scanned = Scanned::new(text);
        let mut written = String::with_capacity(text.len());
        let mut done = 0;
        for word in &scanned.words {
            written.push_str(&text[done..word.range.start]);
            let small = text[word.range.clone()].to_lowercase();
            let known = self.capitals.get(&small).and_then(Option::as_deref);
            let short = matches!(word.key.as_str(), "ubnd" | "hdnd" | "mttq" | "ubmttq" | "tw" | "bcd")
                || crate::import::label::is_roman(&text[word.range.clone()]);
            match known {
                Some(known) => written.push_str(known),
                None if short => written.push_str(&text[word.range.clone()]),
                None => written.push_str(&small),
            }
            done = word.range.end;
        }
        written.push_str(&text[done..]);
        words::sentence_start(&written)
    }
}
