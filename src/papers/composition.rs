//! What all papers beside the plan and its forms are composed with: who issues them, their passages, their head and foot.
//!
//! A passage is a paragraph of usual words with facts in it, which the officer may word otherwise; it is known by its key,
//! which drafts keep, so a key is never given to another passage.

use chrono::NaiveDate;

use super::head::{self, HeadParts, Issue};
use super::{Place, foot, slots};
use crate::document::{Block, Cell, Document, HOLE, Label, Mark, Paragraph, Row, Run, Table, runs_with_holes};
use crate::dossier::Dossier;
use crate::organ::{Organ, Signatory, System};
use crate::paper::{OwnPaper, PaperKind};
use crate::plan::{Conference, ConferenceKind, Recipients};
use crate::style::{Format, FormatCode, PageSetup, Role, text_width_mm};
use crate::text::{ConferenceFact, Fact, Form, Text};
use crate::words;

/// How a paper opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// With a head of its own.
    Own,
    /// As an enclosure of the plan: with its number among them, none where it is the only one (NĐ 30/2020, Phụ lục I, mục
    /// III.1: enclosures are numbered from two on, in Roman numerals).
    Enclosed(Option<u32>),
}

/// A passage as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// By which a draft keeps the officer's words.
    pub key: String,
    /// What it says: the officer's words, else the usual ones.
    pub text: Text,
    /// Whether the officer worded it.
    pub own: bool,
    /// Where it stands on the paper.
    pub place: Place,
}

/// What stands in braces in the words of a passage.
pub(super) enum Said {
    /// A fact.
    Fact(Fact),
    /// Words that are no fact of the dossier, such as who issues this paper; what is missing in them is dots.
    Words(String),
}

/// A paper being composed.
pub(super) struct Composition<'a> {
    /// The dossier that it is composed of.
    pub dossier: &'a Dossier,
    /// What it has of its own.
    pub own: &'a OwnPaper,
    /// How it is set.
    pub format: Format,
    /// What it is made of so far.
    pub blocks: Vec<Block>,
    /// Its passages so far.
    pub passages: Vec<Passage>,
    /// Who receives it, once it has a foot.
    pub recipients: Recipients,
    organs: &'a [Organ],
    opening: Opening,
}

/// What a paper has of its own that has nothing of its own.
static NOTHING: OwnPaper = OwnPaper {
    organ: None,
    registration: crate::plan::Registration {
        number: None,
        symbol: String::new(),
        place: String::new(),
        issued: None,
        draft_round: None,
    },
    signatories: Vec::new(),
    recipients: None,
    passages: Vec::new(),
    each: false,
    two_up: false,
    enclosed: Vec::new(),
};

impl<'a> Composition<'a> {
    /// An empty paper of a dossier, in the official format of who issues it.
    pub(super) fn new(dossier: &'a Dossier, kind: PaperKind, opening: Opening, today: NaiveDate) -> Self {
        let own = dossier.papers.get(&kind).unwrap_or(&NOTHING);
        let organs = own.organ.as_ref().map_or(dossier.plan.organs.as_slice(), std::slice::from_ref);
        // What is enclosed with the plan is of one piece with it.
        let code = match (opening, &own.organ, dossier.settings.format) {
            (Opening::Enclosed(_), ..) => dossier.format(today),
            (_, None, Some(chosen)) => chosen,
            _ => {
                let system = organs.first().map(|organ| organ.system).unwrap_or_default();
                FormatCode::in_force(system, own.registration.issued.unwrap_or(today))
            }
        };
        let format = code.format().two_sided(dossier.settings.two_sided);
        Self {
            dossier,
            own,
            format,
            blocks: Vec::new(),
            passages: Vec::new(),
            recipients: Recipients::default(),
            organs,
            opening,
        }
    }

    /// The system of who issues it.
    pub(super) fn system(&self) -> System {
        self.organs.first().map(|organ| organ.system).unwrap_or_default()
    }

    /// Who issues it, and how it is registered.
    pub(super) fn issue(&self) -> Issue<'a> {
        Issue { organs: self.organs, registration: &self.own.registration, year: self.dossier.settings.year }
    }

    /// The full name of who issues it, dots where nobody is named; short: "UBND xã".
    pub(super) fn issuer(&self, short: bool) -> String {
        let names: Vec<String> = self
            .organs
            .iter()
            .map(|organ| if short { organ.short_name() } else { organ.full_name() })
            .filter(|name| !name.trim().is_empty())
            .collect();
        if names.is_empty() { HOLE.to_owned() } else { names.join(" và ") }
    }

    /// Turns the page: for wide tables.
    pub(super) fn landscape(&mut self) {
        let page = self.format.page;
        // As a portrait page that is turned to the left and filed at its upper edge: the margins go round with it.
        self.format.page = PageSetup {
            width: page.height,
            height: page.width,
            top: page.left,
            bottom: page.right,
            left: page.bottom,
            right: page.top,
            number_top: page.number_top,
            mirrored: false,
        };
    }

    /// The conference that the papers are about: the first dialogue, else whatever comes first.
    pub(super) fn conference(&self) -> Option<&'a Conference> {
        self.dossier.plan.conference()
    }

    /// The dialogues, without the rounds of meetings before them.
    pub(super) fn conferences(&self) -> Vec<&'a Conference> {
        self.dossier.plan.conferences.iter().filter(|conference| conference.kind == ConferenceKind::Main).collect()
    }

    /// The head of a paper that is registered: names and headings, number, place and date. Nothing for an enclosure.
    pub(super) fn head(&mut self, parts: &HeadParts<'_>) {
        if self.opening == Opening::Own {
            self.blocks.extend(head::head(self.issue(), &self.format, parts));
        }
    }

    /// The head of a paper that bears neither number nor date. Nothing for an enclosure.
    pub(super) fn plain_head(&mut self) {
        if self.opening == Opening::Own {
            self.blocks.push(head::form_head(self.issue(), &self.format, false));
        }
    }

    /// The kind of paper and its title, a passage; an enclosure says first which it is, and then what of.
    pub(super) fn title(&mut self, kind: &str, key: &str, words: &str) {
        let text = self.text(words, &[]);
        let (runs, mark) = self.passage_runs(key, text);
        let Opening::Enclosed(number) = self.opening else {
            self.blocks.extend(head::title(&self.format, kind, runs, Some(mark)));
            return;
        };
        let number = number.map(|number| format!(" {}", words::roman(number))).unwrap_or_default();
        self.plain(Role::Annex, format!("Phụ lục{number}"));
        self.plain(Role::Kind, kind.to_owned());
        self.blocks.push(Block::Paragraph(Paragraph::new(Role::Title, runs, Some(mark))));
        let named = format!("(Kèm theo {})", super::plan::named(self.dossier));
        let mark = Some(Place::Number.mark());
        self.blocks.push(Block::Paragraph(Paragraph::new(Role::FormNote, runs_with_holes(&named, None, mark), mark)));
    }

    /// Words that are always so, and come from no question.
    pub(super) fn plain(&mut self, role: Role, words: String) {
        self.blocks.push(Block::Paragraph(Paragraph::new(role, runs_with_holes(&words, None, None), None)));
    }

    /// A passage that is a paragraph. Its usual words have facts in braces; see [`Composition::text`].
    pub(super) fn passage(&mut self, key: &str, role: Role, words: &str) {
        let text = self.text(words, &[]);
        self.passage_text(key, role, Label::None, text);
    }

    /// A passage whose usual words are a text, with a number or mark in front.
    ///
    /// One that the officer has emptied is not printed.
    pub(super) fn passage_text(&mut self, key: &str, role: Role, label: Label, text: Text) {
        let emptied = self.own.passage(key).is_some_and(Text::is_blank);
        let (runs, mark) = self.passage_runs(key, text);
        if emptied {
            return;
        }
        for (at, runs) in lines(runs).into_iter().enumerate() {
            // The first words of a list stay with the sentence that announces them.
            let announces = runs.last().is_some_and(|run| run.text.trim_end().ends_with(':'));
            let label = if at == 0 { label.clone() } else { Label::None };
            let paragraph = Paragraph { label, keep_next: announces, ..Paragraph::new(role, runs, Some(mark)) };
            self.blocks.push(Block::Paragraph(paragraph));
        }
    }

    /// The runs of a passage, for where it is no paragraph of its own, and its mark. A fact in it leads to the question of
    /// the fact, all else to the passage.
    pub(super) fn passage_runs(&mut self, key: &str, usual: Text) -> (Vec<Run>, Mark) {
        let place = Place::Passage(self.passages.len() as u32);
        let own = self.own.passage(key);
        let text = own.cloned().unwrap_or(usual);
        let mark = place.mark();
        let mut runs = if text.is_blank() { vec![Run::hole(Some(mark))] } else { slots::runs(self.dossier, &text) };
        // What closes a hole is not known until it is filled: its dots stand alone.
        if let [.., before, last] = runs.as_slice()
            && before.hole
            && matches!(last.text.as_str(), "." | ";")
        {
            runs.pop();
        }
        self.passages.push(Passage { key: key.to_owned(), text, own: own.is_some(), place });
        (runs.into_iter().map(|run| Run { mark: run.mark.or(Some(mark)), ..run }).collect(), mark)
    }

    /// A paragraph that prints something of the dossier.
    pub(super) fn fact(&mut self, role: Role, label: Label, text: &Text, mark: Option<Mark>) {
        let runs = if text.is_blank() { vec![Run::hole(mark)] } else { slots::runs(self.dossier, text) };
        self.blocks.push(Block::Paragraph(Paragraph { label, ..Paragraph::new(role, runs, mark) }));
    }

    /// A table with a head, whose columns share the width of the text by these parts.
    pub(super) fn table(&mut self, heads: &[(&str, f32)], rows: Vec<Row>) {
        self.headed_table(Role::TableHead, heads, rows);
    }

    /// The same with narrow heads, for tables of many columns.
    pub(super) fn narrow_table(&mut self, heads: &[(&str, f32)], rows: Vec<Row>) {
        self.headed_table(Role::NarrowHead, heads, rows);
    }

    fn headed_table(&mut self, role: Role, heads: &[(&str, f32)], rows: Vec<Row>) {
        let parts: Vec<f32> = heads.iter().map(|(_, part)| *part).collect();
        let head = heads.iter().map(|(words, _)| Cell::text(role, vec![Run::plain(*words)], None)).collect();
        self.grid(&parts, vec![Row { cells: head, ..Row::default() }], rows, 1);
    }

    /// A table whose head has several rows; so many of its rows stand together at either end.
    pub(super) fn grid(&mut self, parts: &[f32], head: Vec<Row>, rows: Vec<Row>, fewest: u32) {
        self.blocks.push(Block::Table(Table { widths_mm: self.widths(parts), head, rows, bare: false, fewest }));
    }

    /// The widths in mm of columns that share the width of the text by these parts.
    pub(super) fn widths(&self, parts: &[f32]) -> Vec<f32> {
        let whole: f32 = parts.iter().sum();
        let width = self.format.page.text_width();
        parts.iter().map(|part| part / whole * width).collect()
    }

    /// The runs of something that is known, or a hole that leads to its question.
    pub(super) fn or_hole(words: &str, mark: Option<Mark>) -> Vec<Run> {
        let words = words.trim();
        if words.is_empty() { vec![Run::hole(mark)] } else { vec![Run { mark, ..Run::plain(words) }] }
    }

    /// A text of words with facts in braces: "Thực hiện {plan}, {issuer} …". A name with a capital prints its fact with a
    /// capital. `named` adds to the names that every paper has:
    ///
    /// `{event}` the name of the event, `{meeting}` the same with "hội nghị" in front where it does not begin so, `{plan}` the plan with number and date, `{issuer}` who issues this paper and
    /// `{issuer-short}` the same in short, `{organ}` and `{organ-short}` who issues the plan, `{body}` in whose name it
    /// decides, `{unit}` its territory, `{unit-short}` the sort of it, `{superior}` the one above, `{year}`, `{when}`,
    /// `{when-short}`, `{where}` and `{audience}` of the conference, `{total}` how many take part, `{form}` the title of
    /// the form, `{return-by}` when it is due, `{receiver}` who merges the answers, `{held}` when it was
    /// held, `{matter}` what the counted forms ask.
    pub(super) fn text(&self, words: &str, named: &[(&str, Said)]) -> Text {
        let mut text = Text::default();
        for (at, part) in words.split(['{', '}']).enumerate() {
            if at % 2 == 0 {
                text.push_words(part);
                continue;
            }
            let name = part.to_lowercase();
            let capital = name != part;
            match named.iter().find(|(known, _)| *known == name) {
                Some((_, Said::Fact(fact))) => text.push_slot(*fact, if capital { Form::Capital } else { Form::Plain }),
                Some((_, Said::Words(said))) if capital => text.push_words(&words::sentence_start(said)),
                Some((_, Said::Words(said))) => text.push_words(said),
                None => self.push_known(&name, capital, &mut text),
            }
        }
        text
    }

    fn push_known(&self, name: &str, capital: bool, text: &mut Text) {
        let of = |fact| self.conference().map(|conference| Fact::Conference(conference.id, fact));
        let (name, short) = name.strip_suffix("-short").map_or((name, false), |name| (name, true));
        if name == "meeting" && self.event_needs_noun() {
            text.push_words(if capital { "Hội nghị " } else { "hội nghị " });
            text.push_slot(Fact::Event, Form::Plain);
            return;
        }
        let fact = match name {
            // Where nobody else issues it, that is a fact of the dossier, and follows it.
            "issuer" if self.own.organ.is_none() => Some(Fact::Organ),
            "issuer" => {
                let issuer = self.issuer(short);
                text.push_words(&if capital { words::sentence_start(&issuer) } else { issuer });
                return;
            }
            "event" | "meeting" => Some(Fact::Event),
            "plan" => Some(Fact::Plan),
            "held" => Some(Fact::Held),
            "matter" => Some(Fact::Matter),
            "organ" => Some(Fact::Organ),
            "body" => Some(Fact::Body),
            "unit" => Some(Fact::Unit),
            "superior" => Some(Fact::Superior),
            "year" => Some(Fact::Year),
            "total" => Some(Fact::Total),
            "form" => Some(Fact::FormTitle),
            "return-by" => Some(Fact::ReturnBy),
            "receiver" => Some(Fact::Receiver),
            "when" => of(ConferenceFact::When),
            "where" => of(ConferenceFact::Venue),
            "audience" => of(ConferenceFact::Audience),
            _ => None,
        };
        match fact {
            Some(fact) if short => text.push_slot(fact, Form::Short),
            Some(fact) => text.push_slot(fact, if capital { Form::Capital } else { Form::Plain }),
            None => text.push_words(HOLE),
        }
    }

    /// Whether the name of the event says what is held, but not what sort of meeting: "đối thoại giữa …".
    fn event_needs_noun(&self) -> bool {
        let event = slots::words_of(self.dossier, &self.dossier.plan.event).to_lowercase();
        !["hội nghị", "buổi", "cuộc", "diễn đàn", "tọa đàm"].iter().any(|noun| event.trim_start().starts_with(noun))
    }

    /// Closes the text of an official paper with the mark of its system, in place of the last full stop.
    pub(super) fn end_text(&mut self) {
        super::plan::end_text(&mut self.blocks, self.format.marks.end_of_text);
    }

    /// The foot of an official paper: the officer's recipients or the usual ones, and who signs it.
    pub(super) fn foot(&mut self, usual: Recipients) {
        let recipients = self.own.recipients.clone().unwrap_or(usual);
        let usual = self.usual_signatories();
        let signatories = if self.own.signatories.is_empty() { &usual } else { &self.own.signatories };
        self.blocks.push(foot::foot(&recipients, signatories, &self.format));
        self.recipients = recipients;
    }

    /// Who signs it where the officer said nothing: who signs the plan, or where another organ issues it, its head.
    fn usual_signatories(&self) -> Vec<Signatory> {
        match &self.own.organ {
            Some(organ) => vec![Signatory::usual(organ.id, organ, crate::organ::Capacity::Head)],
            None => self.dossier.plan.signatories.clone(),
        }
    }

    /// The paper. Its name is for a file: letters that every file system and mail program keeps.
    pub(super) fn finish(self, name: &str) -> Composed {
        let Self { format, blocks, passages, recipients, own, .. } = self;
        let document = Document {
            two_up: own.two_up && format.page.width < PageSetup::SMALL_MM,
            ..Document::new(name, format, blocks)
        };
        Composed { document, passages, recipients }
    }
}

/// A paper, and the passages that the officer may word otherwise.
#[derive(Clone, Debug)]
pub struct Composed {
    /// The paper.
    pub document: Document,
    /// Its passages in reading order.
    pub passages: Vec<Passage>,
    /// Who receives it, as it says; nobody where it does not say.
    pub recipients: Recipients,
}

/// The paragraphs of a passage: the officer may write several, a line each.
fn lines(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    for run in runs {
        for (at, part) in run.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut().filter(|_| !part.is_empty()) {
                line.push(Run { text: part.to_owned(), ..run.clone() });
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The width in mm of words set in a role.
pub(super) fn width_mm(format: &Format, role: Role, words: &str) -> f32 {
    let set = format.role(role);
    text_width_mm(words, set.size_pt, set.bold)
}
