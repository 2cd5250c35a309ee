//! A paper that was read, as a dossier.

use std::collections::HashMap;
use std::ops::Range;

use super::meaning::{self, Meaning};
use super::outline::{Headed, Node, Outline, Para, outline};
use super::participants::marker;
use super::split::Paper;
use super::{As, LETTER, Ledger, Reading, Reworded};
use crate::dossier::Dossier;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::import::label::Label;
use crate::import::scan::{Scanned, same_words};
use crate::plan::{Block, Bound, Layout, Limit, LimitKind, Marker, Part, Stage, Subject};
use crate::text::{Fact, Form, Text};
use crate::words::{self, When, Wording};

/// Words that close a plan behind its last part.
const CLOSINGS: [&str; 10] = [
    "tren day la",
    "trong qua trinh",
    "trong thuc hien",
    "qua trinh trien khai",
    "nhan duoc ke hoach",
    "ke hoach nay",
    "de nghi cac co quan",
    "yeu cau cac",
    "tren co so ke hoach",
    "can cu ke hoach nay",
];

/// A dossier being built, and what is noted on the way.
pub(super) struct Builder<'l, 'c> {
    pub dossier: Dossier,
    pub year: i32,
    pub ledger: &'l mut Ledger<'c>,
    /// The stages whose assignments are listed already.
    pub listed_stages: Vec<Stage>,
    listed: Vec<Bound>,
    /// Whether all participants stand in one part.
    one_list: bool,
    pub capitals: HashMap<String, Option<String>>,
}

/// Reads a paper.
pub(super) fn reading(paper: Paper, ledger: &mut Ledger<'_>) -> Reading {
    let year = year(&paper, ledger.year);
    let read = outline(&paper.body, ledger);
    let twice = read.twice.clone();
    let capitals = super::capitals::capitals(&read, &paper.head.title);
    let mut builder = Builder {
        dossier: Dossier::empty(year),
        year,
        ledger,
        listed_stages: Vec::new(),
        listed: Vec::new(),
        one_list: false,
        capitals,
    };
    builder.issuer(&paper, &read);
    builder.signatories(&paper.foot.signatures);
    builder.recipients(&paper);
    let letter = paper.head.is_letter();
    let kind =
        if letter { LETTER.to_owned() } else { paper.head.kind.clone().unwrap_or_else(|| "Kế hoạch".into()) };
    if letter {
        builder.letter(&paper.head, read);
    } else {
        builder.title(&paper.head.title);
        builder.text(read);
    }
    builder.account(&paper, &kind);
    let mut dossier = builder.dossier;
    dossier.name = crate::papers::words_of(&dossier, &dossier.plan.title);
    let findings = twice
        .into_iter()
        .map(|number| Finding::new("number-twice", Severity::Warning).with("number", number))
        .collect();
    Reading { line: paper.line, kind, dossier, addressees: paper.head.addressees, findings }
}

/// The year that a paper is for: its title's, else its date's, else the one that most of its days fall in.
fn year(paper: &Paper, default: i32) -> i32 {
    let of_words = |text: &str| {
        let scanned = Scanned::new(text);
        let at = (0..scanned.words.len()).rev().find(|at| scanned.stands(*at, "nam").is_some())?;
        scanned.words.get(at + 1)?.key.parse::<i32>().ok().filter(|year| (1990..2100).contains(year))
    };
    if let Some(year) = of_words(&paper.head.title) {
        return year;
    }
    if let Some(issued) = paper.head.issued {
        return chrono::Datelike::year(&issued);
    }
    let mut counts: HashMap<i32, usize> = HashMap::new();
    for row in paper.body.iter().take(400) {
        // Citations name years of their own.
        if Scanned::new(row.line.text.as_str()).begins("can cu") {
            continue;
        }
        for word in row.line.text.split(|letter: char| !letter.is_ascii_digit()).filter(|word| word.len() == 4) {
            if let Some(year) = word.parse().ok().filter(|year| (2000..2100).contains(year)) {
                *counts.entry(year).or_default() += 1;
            }
        }
    }
    counts.into_iter().max_by_key(|(year, count)| (*count, *year)).map_or(default, |(year, _)| year)
}

impl Builder<'_, '_> {
    /// Notes words that the product prints otherwise.
    pub(super) fn reworded(&mut self, line: usize, before: &str, after: &str) {
        self.ledger.reworded.push(Reworded { line, before: before.to_owned(), after: after.to_owned() });
    }

    /// Puts a time's slot where its words stand, in the wording that comes nearest to them. That a time is only expected
    /// ("dự kiến"), or comes at set times ("định kỳ"), stays in the sentence.
    pub(super) fn put_when(&mut self, para: &mut Para, range: Range<usize>, fact: Fact, when: &When) {
        if para.is_taken(&range) {
            return;
        }
        let (lead, range) = hedge_first(para, range);
        let source = para.text.text[range.clone()].to_owned();
        let (full, bare) = (when.wording(Wording::Full), when.wording(Wording::Bare));
        // The short wording is only nearer where the source has all of its words, and not those of the full one.
        let has = |wording: &str| missing(wording, &source) == 0;
        let form = if has(&bare) && !has(&full) { Form::Short } else { Form::Plain };
        let printed = if form == Form::Short { &bare } else { &full };
        if !same_words(&source, printed) {
            self.reworded(para.line(), &source, printed);
        }
        let capital = form == Form::Plain && lead && source.starts_with(char::is_uppercase);
        para.slots.push((range, fact, if capital { Form::Capital } else { form }));
    }

    /// A free paragraph.
    pub(super) fn words(&mut self, para: &Para) -> Block {
        let id = self.dossier.new_id();
        Block::words(id, marker(&para.label), para.to_text())
    }

    /// The title, with the event and the year in it as facts.
    fn title(&mut self, title: &str) {
        let title = self.sentence_case(title);
        let plan = &mut self.dossier.plan;
        let rest = ["Tổ chức ", "tổ chức "].iter().find_map(|lead| title.strip_prefix(lead)).unwrap_or(&title);
        let lead = &title[..title.len() - rest.len()];
        let tail = format!(" năm {}", self.year);
        let (event, has_year) = match rest.strip_suffix(&tail) {
            Some(event) => (event, true),
            None => (rest, false),
        };
        if event.trim().is_empty() {
            plan.title = Text::words(title);
            return;
        }
        // Other papers name the event within a sentence; a title that begins with it has its capital.
        let capital = lead.is_empty() && event.starts_with(char::is_uppercase);
        let within =
            if capital && begins_with_common_word(event) { words::lower_start(event) } else { event.to_owned() };
        plan.event = Text::words(within);
        let mut text = Text::words(lead);
        text.push_slot(Fact::Event, if capital { Form::Capital } else { Form::Plain });
        if has_year {
            text.push_words(" năm ");
            text.push_slot(Fact::Year, Form::Plain);
        }
        plan.title = text;
    }

    /// The text of a plan: facts first, then the parts that list them.
    fn text(&mut self, mut outline: Outline) {
        let mut facts = |para: &mut Para| {
            para.find_times(self.year);
            self.cite(para);
        };
        outline.preamble.iter_mut().for_each(&mut facts);
        outline.parts.iter_mut().for_each(|part| each(part, &mut facts));
        self.conferences(&mut outline.parts);
        for para in &mut outline.preamble {
            self.limits(para);
        }
        for part in &mut outline.parts {
            self.limits_of(part, &[]);
        }
        let closing = closing(&mut outline);
        self.one_list = super::circles::are_in_one_part(&outline.parts);
        self.preamble(&outline.preamble);
        for part in outline.parts {
            let part = self.part(&part, &[]);
            self.dossier.plan.outline.push(part);
        }
        for para in &closing {
            let block = self.words(para);
            self.dossier.plan.closing.push(block);
        }
    }

    /// What stands before the first part: legal bases where each is one citation, else as it stands.
    fn preamble(&mut self, paras: &[Para]) {
        let bases = paras.iter().take_while(|para| self.is_basis(para)).count();
        for para in paras.iter().filter(|para| para.text.begins("can cu")) {
            self.ledger.read(para.line(), As::Basis);
        }
        let cited: Vec<Id> = paras[..bases].iter().filter_map(citation_of).collect();
        let all: Vec<Id> = self.dossier.plan.citations.iter().map(|citation| citation.id).collect();
        let from = if bases > 0 && cited == all {
            let id = self.dossier.new_id();
            self.dossier.plan.preamble.push(Block::bound(id, Marker::None, Bound::LegalBases, Layout::Items));
            bases
        } else {
            0
        };
        for para in &paras[from..] {
            let block = self.words(para);
            self.dossier.plan.preamble.push(block);
        }
    }

    /// Whether a paragraph is "Căn cứ" and one citation, in the words that the product prints.
    fn is_basis(&self, para: &Para) -> bool {
        let Some((range, ..)) = para.slots.first().filter(|_| para.slots.len() == 1) else { return false };
        let rest = para.text.text[range.end..].trim_matches([' ', ';', '.', ',']);
        para.text.begins("can cu")
            && citation_of(para).is_some()
            && rest.is_empty()
            && para.text.text[..range.start].trim().chars().count() <= 6
    }

    /// Limits outside of assignments.
    fn limits_of(&mut self, part: &mut Headed, above: &[Meaning]) {
        let about = meaning::of_part(part, above);
        // Tasks have limits of their own.
        if about.iter().any(|about| matches!(about, Meaning::Preparation | Meaning::Execution)) {
            return;
        }
        for item in &mut part.items {
            match item {
                Node::Para(para) => self.limits(para),
                Node::Part(part) => self.limits_of(part, &about),
            }
        }
    }

    pub(super) fn limits(&mut self, para: &mut Para) {
        for found in para.times.clone() {
            if !super::assignments::is_deadline(&found.when) || para.is_taken(&found.range) {
                continue;
            }
            let id = self.dossier.new_id();
            let kind = limit_kind(&para.text, found.range.start);
            self.put_when(para, found.range, Fact::Limit(id), &found.when);
            self.dossier.plan.limits.push(Limit { id, kind, when: found.when });
        }
    }

    fn part(&mut self, headed: &Headed, above: &[Meaning]) -> Part {
        let about = meaning::of_part(headed, above);
        let own = meaning::meanings(&headed.heading.text);
        let id = self.dossier.new_id();
        let heading = Text::words(self.sentence_case(&headed.heading.text.text));
        let mut part = Part { id, heading, run_in: headed.run_in, ..Part::default() };
        let chosen =
            |read: As| headed.items.iter().any(|item| matches!(item, Node::Para(para) if para.chosen == Some(read)));
        let stage = if about.contains(&Meaning::Preparation) && !about.contains(&Meaning::Execution) {
            Stage::Preparation
        } else {
            Stage::Execution
        };
        let works =
            about.iter().any(|about| matches!(about, Meaning::Preparation | Meaning::Execution)) || chosen(As::Task);
        let is_agenda = own.contains(&Meaning::Agenda)
            && own.iter().all(|about| matches!(about, Meaning::Agenda | Meaning::Subjects | Meaning::TimeAndVenue));
        let has_participants =
            about.contains(&Meaning::Participants) || about == [Meaning::Audiences] || chosen(As::Participant);
        let paras_alone = headed.items.iter().all(|item| matches!(item, Node::Para(_)));
        if (is_agenda && (paras_alone || own == [Meaning::Agenda]) || chosen(As::AgendaStep))
            && self.list(Bound::Agenda)
        {
            part.blocks = self.agenda(headed);
            return part;
        }
        if has_participants
            && !works
            && self.one_list
            && !about.contains(&Meaning::TimeAndVenue)
            && let Some(blocks) = self.circles(headed)
        {
            part.blocks = blocks;
            return part;
        }
        let mut items = headed.items.as_slice();
        if works && let Some((from, count, block)) = self.assignments(items, stage) {
            for item in &items[..from] {
                self.push(&mut part, item, &about);
            }
            if part.parts.is_empty() {
                part.blocks.push(block)
            } else {
                part.after.push(block)
            }
            items = &items[from + count..];
        } else if !works && paras_alone {
            let paras: Vec<Para> = items
                .iter()
                .filter_map(|item| if let Node::Para(para) = item { Some(para.clone()) } else { None })
                .collect();
            if has_participants && !about.contains(&Meaning::TimeAndVenue) {
                part.blocks = self.participants(&headed.heading, &paras);
                return part;
            }
            if let Some(blocks) = self.subjects(&about, &paras) {
                part.blocks = blocks;
                return part;
            }
        } else if has_participants && !works {
            // Paragraphs before the parts name participants as well.
            let lead: Vec<Para> = items
                .iter()
                .map_while(|item| if let Node::Para(para) = item { Some(para.clone()) } else { None })
                .collect();
            part.blocks = self.participants(&headed.heading, &lead);
            items = &items[lead.len()..];
        }
        for item in items {
            self.push(&mut part, item, &about);
        }
        part
    }

    /// Whether a list is not in the plan yet; from now on it is.
    fn list(&mut self, bound: Bound) -> bool {
        let new = !self.listed.contains(&bound);
        if new {
            self.listed.push(bound);
        }
        new
    }

    fn push(&mut self, part: &mut Part, item: &Node, about: &[Meaning]) {
        match item {
            Node::Part(headed) => {
                let sub = self.part(headed, about);
                // What stands between two parts closes the one above it: no paragraph can stand between.
                let between = std::mem::take(&mut part.after);
                match part.parts.last_mut() {
                    Some(last) if !between.is_empty() => last.after.extend(between),
                    _ => part.blocks.extend(between),
                }
                part.parts.push(sub);
            }
            Node::Para(para) => {
                let block = self.words(para);
                if part.parts.is_empty() { part.blocks.push(block) } else { part.after.push(block) }
            }
        }
    }

    /// A list of subjects or of methods, where a part is about nothing else and is one list.
    fn subjects(&mut self, about: &[Meaning], paras: &[Para]) -> Option<Vec<Block>> {
        let bound = match about {
            [Meaning::Subjects] => Bound::Subjects,
            [Meaning::Methods] => Bound::Methods,
            _ => return None,
        };
        let first = paras.first()?.label.clone();
        let same = |label: &Label| std::mem::discriminant(label) == std::mem::discriminant(&first);
        let one_list = paras.len() > 1
            && paras.iter().all(|para| {
                (same(&para.label) || (para.label == Label::Plus && first != Label::Plus)) && para.chosen.is_none()
            });
        if !one_list || !self.list(bound) {
            return None;
        }
        let mut subjects: Vec<Subject> = Vec::new();
        for para in paras {
            match subjects.last_mut() {
                Some(last) if !same(&para.label) => last.fields.push(para.to_text()),
                _ => {
                    let id = self.dossier.new_id();
                    subjects.push(Subject { id, text: para.to_text(), ..Subject::default() });
                }
            }
        }
        let plan = &mut self.dossier.plan;
        if bound == Bound::Subjects {
            plan.subjects = subjects
        } else {
            plan.methods = subjects
        }
        let id = self.dossier.new_id();
        Some(vec![Block::bound(id, marker(&first), bound, Layout::Items)])
    }
}

/// Whether the name of an event begins with a word that is no name: such has a capital only where a sentence begins.
fn begins_with_common_word(event: &str) -> bool {
    let common = ["hoi nghi", "doi thoai", "tiep xuc", "gap go", "gap mat", "buoi", "cuoc", "ky"];
    Scanned::head(event).begins_any(&common).is_some()
}

/// Moves "dự kiến" and the like before the words of a time; says whether the time begins the paragraph, and where it stands.
fn hedge_first(para: &mut Para, range: Range<usize>) -> (bool, Range<usize>) {
    let text = &para.text.text;
    for hedge in ["dự kiến ", "Dự kiến ", "định kỳ ", "Định kỳ "] {
        let Some(at) = text[range.clone()].find(hedge) else { continue };
        let from = range.start + at;
        // As many bytes as before: what else stands in the paragraph keeps its place.
        let moved = format!("{hedge}{}{}", &text[range.start..from], &text[from + hedge.len()..range.end]);
        let whole = format!("{}{moved}{}", &text[..range.start], &text[range.end..]);
        para.text = Scanned::new(whole);
        return (false, range.start + hedge.len()..range.end);
    }
    (range.start == 0, range)
}

/// How many words of a text another lacks.
fn missing(text: &str, other: &str) -> usize {
    let mut other = keys(other);
    let lacks = |key: &String| match other.iter().position(|known| known == key) {
        Some(at) => {
            other.swap_remove(at);
            false
        }
        None => true,
    };
    keys(text).into_iter().filter(lacks).count()
}

/// The words of a text as they are compared.
pub(super) fn keys(text: &str) -> Vec<String> {
    Scanned::new(text).words.into_iter().map(|word| word.key).collect()
}

/// The citation that the only slot of a paragraph prints.
fn citation_of(para: &Para) -> Option<Id> {
    match para.slots.as_slice() {
        [(_, Fact::Citation(id), Form::Plain)] => Some(*id),
        _ => None,
    }
}

/// Visits the paragraphs of a part and of all below it.
fn each(part: &mut Headed, visit: &mut impl FnMut(&mut Para)) {
    for item in &mut part.items {
        match item {
            Node::Para(para) => visit(para),
            Node::Part(part) => each(part, visit),
        }
    }
}

/// Takes the paragraphs at the end that close the plan.
fn closing(outline: &mut Outline) -> Vec<Para> {
    let mut closing = Vec::new();
    let Some(mut last) = outline.parts.last_mut() else { return closing };
    while matches!(last.items.last(), Some(Node::Part(_))) {
        let Some(Node::Part(part)) = last.items.last_mut() else { return closing };
        last = part;
    }
    // Below a list, what has no mark closes the plan; among sentences without marks only the usual words do.
    let bare = |item: &Node| matches!(item, Node::Para(para) if para.label == Label::None && para.chosen.is_none());
    let tail = last.items.iter().rev().take_while(|item| bare(item)).count();
    let above = &last.items[..last.items.len() - tail];
    let listed = matches!(above.last(), Some(Node::Para(para)) if para.label.is_item())
        || (matches!(above.last(), Some(Node::Para(para)) if matches!(para.label, Label::Number(_)))
            && !above.iter().any(bare));
    while let Some(Node::Para(para)) = last.items.last() {
        let usual = para.text.begins_any(&CLOSINGS).is_some();
        if !bare(&Node::Para(para.clone())) || !(usual || listed) {
            break;
        }
        if let Some(Node::Para(para)) = last.items.pop() {
            closing.insert(0, para);
        }
    }
    closing
}

/// What a limit is for, by the words before it.
fn limit_kind(text: &Scanned, at: usize) -> LimitKind {
    let before = Scanned::new(&text.text[..at]);
    let whole = |phrases: &[&str]| before.has_any(phrases) || text.has_any(phrases);
    if whole(&["cong bo ket qua", "cong khai ket qua", "thong bao ket qua", "niem yet ket qua"]) {
        LimitKind::Publish
    } else if whole(&["tra loi", "giai quyet", "giai trinh"]) {
        LimitKind::Answer
    } else if whole(&["thong bao", "niem yet"]) {
        LimitKind::Announce
    } else if whole(&["bao cao"]) {
        LimitKind::Report
    } else {
        LimitKind::Other
    }
}
