//! The one walk through a dossier: it lists what would change, or carries out what was chosen.

use std::fmt::Display;

use chrono::{Datelike, NaiveDate};

use super::day::Shift;
use super::prose::{Edit, edits};
use super::{Change, Kind};
use crate::document::Mark;
use crate::dossier::Dossier;
use crate::form::Form;
use crate::id::Id;
use crate::organ::ended::find;
use crate::organ::{Organ, Power, Signatory, Tier};
use crate::paper::{OwnPaper, PaperKind};
use crate::papers::{Place, words_of};
use crate::plan::{Block, BlockContent, Citation, Part, Plan, Quota, Recipients, Registration, Venue};
use crate::proceedings::Proceedings;
use crate::style::FormatCode;
use crate::text::{Piece, Text};
use crate::words::{self, When, Wording};

/// How much of the words around a change is shown with it, in characters.
const AROUND: usize = 36;

/// Where the name of the draft stands.
const NAME: &str = "name";

/// How much is said of what a change is about, in characters.
const ABOUT: usize = 80;

pub(super) struct Walk<'a> {
    /// The dossier as it was, for what its slots print.
    was: &'a Dossier,
    shift: Shift,
    today: NaiveDate,
    /// The sort of the commune that issues, for the names of successors.
    commune: String,
    /// What is carried out; none while listing.
    chosen: Option<&'a [String]>,
    /// The paper that is walked through, where that is not the plan.
    paper: Option<PaperKind>,
    found: Vec<Change>,
}

impl<'a> Walk<'a> {
    pub fn new(was: &'a Dossier, year: i32, today: NaiveDate, chosen: Option<&'a [String]>) -> Self {
        let commune = was.plan.organs.first().map(|organ| organ.unit.sort.trim().to_lowercase()).unwrap_or_default();
        let shift = Shift { from: was.settings.year, to: year };
        Self { was, shift, today, commune, chosen, paper: None, found: Vec::new() }
    }

    /// Walks through a copy of the dossier; what was chosen is other afterwards. All that was found, while listing.
    pub fn run(mut self, dossier: &mut Dossier) -> Vec<Change> {
        let moves = self.shift.from != self.shift.to;
        if moves {
            self.settings(dossier);
            self.registration("plan", &mut dossier.plan.registration);
        }
        self.string(NAME, None, &mut dossier.name);
        self.plan(&mut dossier.plan);
        for form in &mut dossier.forms {
            self.form(form);
        }
        for (kind, own) in &mut dossier.papers {
            self.paper = Some(*kind);
            self.own_paper(*kind, own, moves);
        }
        self.paper = None;
        self.proceedings(&mut dossier.proceedings);
        if moves {
            self.emptied(&mut dossier.proceedings);
            self.notes(&dossier.plan);
        }
        self.found
    }

    /// Tells of a change; says whether it is to be carried out now.
    fn offer(&mut self, change: Change) -> bool {
        match self.chosen {
            Some(chosen) => chosen.contains(&change.key),
            None => {
                self.found.push(change);
                false
            }
        }
    }

    fn change(&self, key: impl Display, kind: Kind, place: Option<Mark>, before: String, after: String) -> Change {
        let (paper, about) = (self.paper, String::new());
        Change { key: key.to_string(), kind, place, paper, about, before, after, advised: true }
    }

    fn settings(&mut self, dossier: &mut Dossier) {
        let Shift { from, to } = self.shift;
        let mark = Some(Place::Year.mark());
        if self.offer(self.change("year", Kind::Year, mark, from.to_string(), to.to_string())) {
            dossier.settings.year = to;
        }
        let in_force = FormatCode::in_force(self.was.system(), self.today);
        // Only what another set replaced goes: choosing the set of another system is a wish.
        if let Some(chosen @ FormatCode::Hd36) = dossier.settings.format
            && in_force == FormatCode::Hd05
        {
            let (before, after) = (chosen.code().to_owned(), in_force.code().to_owned());
            if self.offer(self.change("format", Kind::Format, None, before, after)) {
                dossier.settings.format = None;
            }
        }
    }

    fn registration(&mut self, site: &str, registration: &mut Registration) {
        let of_plan = |place: Place| (site == "plan").then(|| place.mark());
        if let Some(number) = registration.number {
            let (mark, before) = (of_plan(Place::Number), words::padded(number));
            if self.offer(self.change(format!("{site}/number"), Kind::Number, mark, before, String::new())) {
                registration.number = None;
            }
        }
        if let Some(issued) = registration.issued {
            let (mark, before) = (of_plan(Place::Issued), words::short_date(issued));
            if self.offer(self.change(format!("{site}/issued"), Kind::Issued, mark, before, String::new())) {
                registration.issued = None;
            }
        }
    }

    fn when(&mut self, key: impl Display, kind: Kind, place: Place, about: String, when: &mut When) {
        let Some(moved) = self.shift.when(when) else { return };
        let (before, after) = (when.wording(Wording::Full), moved.wording(Wording::Full));
        let change = self.change(key, kind, Some(place.mark()), before, after);
        if self.offer(Change { about, ..change }) {
            *when = moved;
        }
    }

    fn text(&mut self, site: impl Display, place: Option<Place>, text: &mut Text) {
        // What stands around a slot is read with a mark in its place, so that a sentence stays one.
        const SLOT: &str = "\u{FFFC}";
        let whole: String = text
            .pieces()
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => words,
                Piece::Slot(_) => SLOT,
            })
            .collect();
        // What a draft is called tells it from others; it is not printed.
        let site = site.to_string();
        let wanted = |edit: &Edit| site != NAME || edit.kind != Kind::Ended;
        let edits = edits(&whole, self.shift, &self.commune).into_iter().filter(wanted);
        let mut edits = edits.enumerate().peekable();
        if edits.peek().is_none() {
            return;
        }
        let (mut new, mut end) = (Text::default(), 0);
        for (index, piece) in text.pieces().iter().enumerate() {
            let start = end;
            let words = match piece {
                Piece::Words(words) => words,
                Piece::Slot(slot) => {
                    end += SLOT.len();
                    new.push_slot(slot.fact, slot.form);
                    continue;
                }
            };
            end += words.len();
            let mut at = start;
            while let Some((number, edit)) = edits.next_if(|(_, edit)| edit.range.start < end) {
                // One that reaches over a slot would take the slot away.
                if edit.range.start < at || edit.range.end > end {
                    continue;
                }
                new.push_words(&whole[at..edit.range.start]);
                let before = self.shown(text, index, &whole[start..edit.range.start], true);
                let after = self.shown(text, index, &whole[edit.range.end..end], false);
                let old = &whole[edit.range.clone()];
                let around = |middle: &str| format!("{before}{middle}{after}");
                let mark = place.map(Place::mark);
                let key = format!("{site}/{}/{number}", edit.kind.code());
                let change = self.change(key, edit.kind, mark, around(old), around(&edit.new));
                let done = self.offer(Change { advised: edit.advised, ..change });
                new.push_words(if done { &edit.new } else { old });
                at = edit.range.end;
            }
            new.push_words(&whole[at..end]);
        }
        *text = new;
    }

    /// The words around a change in one piece of a text, with what the pieces beside it print.
    fn shown(&self, text: &Text, index: usize, near: &str, before: bool) -> String {
        let print = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Slot(slot) => {
                let mut alone = Text::default();
                alone.push_slot(slot.fact, slot.form);
                words_of(self.was, &alone)
            }
        };
        let pieces = text.pieces();
        if before {
            let whole = pieces[..index].iter().map(print).collect::<String>() + near;
            match whole.char_indices().rev().nth(AROUND) {
                Some((cut, _)) => format!("…{}", &whole[cut + whole[cut..].find(' ').unwrap_or(0)..]),
                None => whole,
            }
        } else {
            let whole = near.to_owned() + &pieces[index + 1..].iter().map(print).collect::<String>();
            cut(&whole, AROUND)
        }
    }

    fn string(&mut self, site: impl Display, place: Option<Place>, string: &mut String) {
        let mut text = Text::words(string.as_str());
        self.text(site, place, &mut text);
        if let [Piece::Words(words)] = text.pieces() {
            string.clone_from(words);
        }
    }

    fn about(&self, text: &Text) -> String {
        cut(&words_of(self.was, text), ABOUT)
    }

    fn plan(&mut self, plan: &mut Plan) {
        for organ in &mut plan.organs {
            self.organ("organ", organ);
        }
        self.text("title", Some(Place::Title), &mut plan.title);
        self.text("event", Some(Place::Event), &mut plan.event);
        self.blocks(&mut plan.preamble);
        self.parts(&mut plan.outline);
        self.blocks(&mut plan.closing);
        for subject in plan.subjects.iter_mut().chain(&mut plan.methods) {
            let place = Some(Place::Thing(subject.id));
            self.text(format!("subject/{}", subject.id), place, &mut subject.text);
            for (at, field) in subject.fields.iter_mut().enumerate() {
                self.text(format!("subject/{}/{at}", subject.id), place, field);
            }
        }
        for conference in &mut plan.conferences {
            let (id, place) = (conference.id, Place::Thing(conference.id));
            let about = if conference.name.is_blank() { &conference.audience } else { &conference.name };
            let about = self.about(about);
            self.when(format!("conference/{id}"), Kind::Conference, place, about, &mut conference.when);
            self.text(format!("conference/{id}/name"), Some(place), &mut conference.name);
            self.text(format!("conference/{id}/audience"), Some(place), &mut conference.audience);
            if let Venue::At(venue) = &mut conference.venue {
                self.text(format!("conference/{id}/venue"), Some(place), venue);
            }
        }
        for circle in &mut plan.circles {
            let place = Some(Place::Thing(circle.id));
            self.text(format!("circle/{}", circle.id), place, &mut circle.heading);
            self.quota(circle.id, &mut circle.quota);
            for line in &mut circle.participants {
                self.text(format!("participant/{}", line.id), Some(Place::Thing(line.id)), &mut line.who);
                self.quota(line.id, &mut line.quota);
            }
        }
        for item in &mut plan.agenda.items {
            self.text(format!("agenda/{}", item.id), Some(Place::Thing(item.id)), &mut item.text);
        }
        let (collecting, place) = (&mut plan.collecting, Place::Collecting);
        self.when("collecting/return", Kind::Collecting, place, String::new(), &mut collecting.return_by);
        self.when("collecting/merge", Kind::Collecting, place, String::new(), &mut collecting.merge_by);
        self.text("collecting/title", Some(place), &mut collecting.form_title);
        self.text("collecting/by", Some(place), &mut collecting.handed_out_by);
        self.text("collecting/to", Some(place), &mut collecting.handed_out_to);
        self.text("collecting/merged", Some(place), &mut collecting.merged_by);
        for limit in &mut plan.limits {
            let (key, place) = (format!("limit/{}", limit.id), Place::Thing(limit.id));
            self.when(key, Kind::Limit, place, String::new(), &mut limit.when);
        }
        for assignment in &mut plan.assignments {
            let place = Some(Place::Thing(assignment.id));
            self.text(format!("assignment/{}", assignment.id), place, &mut assignment.agency);
            for task in &mut assignment.tasks {
                for deadline in &mut task.deadlines {
                    let (key, place) = (format!("deadline/{}", deadline.id), Place::Thing(deadline.id));
                    let about = self.about(&task.text);
                    self.when(key, Kind::Deadline, place, about, &mut deadline.when);
                }
                self.text(format!("task/{}", task.id), Some(Place::Thing(task.id)), &mut task.text);
            }
        }
        self.recipients("plan", &mut plan.recipients);
        self.signatories("plan", &mut plan.signatories);
    }

    fn quota(&mut self, id: Id, quota: &mut Option<Quota>) {
        if let Some(quota) = quota {
            let place = Some(Place::Thing(id));
            self.string(format!("quota/{id}/noun"), place, &mut quota.noun);
            self.string(format!("quota/{id}/per"), place, &mut quota.per);
        }
    }

    fn parts(&mut self, parts: &mut [Part]) {
        for part in parts {
            self.text(format!("part/{}", part.id), Some(Place::Thing(part.id)), &mut part.heading);
            self.blocks(&mut part.blocks);
            self.parts(&mut part.parts);
            self.blocks(&mut part.after);
        }
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            let place = Some(Place::Thing(block.id));
            match &mut block.content {
                BlockContent::Words(text) => self.text(format!("block/{}", block.id), place, text),
                BlockContent::Bound { wordings, .. } => {
                    for (fact, text) in wordings {
                        self.text(format!("block/{}/{fact}", block.id), place, text);
                    }
                }
            }
        }
    }

    fn organ(&mut self, site: &str, organ: &mut Organ) {
        let place = Place::Thing(organ.id);
        let key = |what: &str| format!("{site}/{}/{what}", organ.id);
        let unit = organ.unit.full();
        if organ.tier == Tier::District || !find(&unit).is_empty() {
            let sort = "xã";
            let after = [sort, organ.unit.name.trim()].join(" ").trim_end().to_owned();
            let change = self.change(key("unit"), Kind::EndedOrgan, Some(place.mark()), unit, after);
            if self.offer(Change { advised: false, ..change }) {
                (organ.tier, organ.unit.sort) = (Tier::Commune, sort.to_owned());
            }
        }
        let above = organ.superior.full();
        if !find(&above).is_empty() {
            // Above a commune stands its province, whose name nothing here tells.
            let change = self.change(key("superior"), Kind::EndedOrgan, Some(place.mark()), above, "tỉnh …".to_owned());
            if self.offer(Change { advised: false, ..change }) {
                organ.superior.sort = "tỉnh".to_owned();
                organ.superior.name.clear();
            }
        }
        let keys = ["full", "short", "head-superior", "head-own", "collective"].map(key);
        let names = &mut organ.names;
        let fields =
            [&mut names.full, &mut names.short, &mut names.head_superior, &mut names.head_own, &mut names.collective];
        for (key, name) in keys.into_iter().zip(fields) {
            self.string(key, Some(place), name);
        }
    }

    fn recipients(&mut self, site: &str, recipients: &mut Recipients) {
        for line in &mut recipients.lines {
            let place = Some(Place::Thing(line.id));
            self.string(format!("{site}/recipient/{}", line.id), place, &mut line.who);
            self.string(format!("{site}/recipient/{}/purpose", line.id), place, &mut line.purpose);
        }
        self.string(format!("{site}/filed"), Some(Place::Filed), &mut recipients.filed);
    }

    fn signatories(&mut self, site: &str, signatories: &mut [Signatory]) {
        for signatory in signatories {
            let (id, place) = (signatory.id, Some(Place::Thing(signatory.id)));
            let named = match &mut signatory.power {
                Power::Collective { body } => Some(body),
                Power::CollectiveDeputy { body, .. } => Some(body),
                Power::OwnDeputy { head } => Some(head),
                Power::ByOrder { of } | Power::ByAuthorisation { of } => Some(of),
                Power::Own | Power::Acting => None,
            };
            if let Some(named) = named {
                self.string(format!("{site}/signatory/{id}/power"), place, named);
            }
            self.string(format!("{site}/signatory/{id}/position"), place, &mut signatory.position);
            self.string(format!("{site}/signatory/{id}/office"), place, &mut signatory.standing_office);
        }
    }

    fn form(&mut self, form: &mut Form) {
        self.paper = Some(PaperKind::Form);
        let mut at = 0;
        let id = form.id;
        form.change_texts(|text| {
            self.text(format!("form/{id}/{at}"), None, text);
            at += 1;
        });
        for lot in &mut form.copies.lots {
            self.string(format!("lot/{}", lot.id), None, &mut lot.name);
            self.string(format!("lot/{}/head", lot.id), None, &mut lot.head);
        }
        self.paper = None;
    }

    fn own_paper(&mut self, kind: PaperKind, own: &mut OwnPaper, moves: bool) {
        let site = format!("paper/{}", kind.code());
        if moves {
            self.registration(&site, &mut own.registration);
        }
        if let Some(organ) = &mut own.organ {
            self.organ(&site, organ);
        }
        for (key, text) in &mut own.passages {
            self.text(format!("{site}/passage/{key}"), None, text);
        }
        if let Some(recipients) = &mut own.recipients {
            self.recipients(&site, recipients);
        }
        self.signatories(&site, &mut own.signatories);
    }

    /// What stays of what became known around the old conference, for as long as it stays.
    fn proceedings(&mut self, proceedings: &mut Proceedings) {
        self.text("matter", Some(Place::Counts), &mut proceedings.matter);
        for invitee in &mut proceedings.invitees {
            self.string(format!("invitee/{}", invitee.id), Some(Place::Thing(invitee.id)), &mut invitee.office);
        }
    }

    /// What became known around the old conference. Who was invited is often invited again.
    fn emptied(&mut self, proceedings: &mut Proceedings) {
        let place = |place: Place| Some(place.mark());
        let count = |count: usize| if count == 0 { None } else { Some(count.to_string()) };
        let held = proceedings.held.map(words::short_date);
        let came = held.or_else(|| {
            let told = proceedings.attended.is_some() || proceedings.began.is_some() || proceedings.ended.is_some();
            told.then(|| proceedings.attended.map(|count| count.to_string()).unwrap_or_default())
        });
        let offers = [
            ("opinions", Kind::Proceedings, place(Place::Opinions), count(proceedings.opinions.len())),
            ("counts", Kind::Proceedings, place(Place::Counts), count(proceedings.counts.len())),
            ("resolutions", Kind::Proceedings, place(Place::Resolutions), count(proceedings.resolutions.len())),
            ("held", Kind::Proceedings, place(Place::Proceedings), came),
            ("invitees", Kind::Invitees, place(Place::Invitees), count(proceedings.invitees.len())),
        ];
        for (key, kind, mark, before) in offers {
            let Some(before) = before else { continue };
            let change = self.change(format!("proceedings/{key}"), kind, mark, before, String::new());
            let (about, advised) = (key.to_owned(), kind != Kind::Invitees);
            if !self.offer(Change { about, advised, ..change }) {
                continue;
            }
            match key {
                "opinions" => proceedings.opinions.clear(),
                "counts" => proceedings.counts.clear(),
                "resolutions" => proceedings.resolutions.clear(),
                "invitees" => proceedings.invitees.clear(),
                _ => {
                    (proceedings.held, proceedings.attended) = (None, None);
                    (proceedings.began, proceedings.ended) = (None, None);
                }
            }
        }
    }

    /// What nobody but the officer can say: whether last year's papers are still the basis, and who signs now.
    fn notes(&mut self, plan: &Plan) {
        for citation in &plan.citations {
            if is_of_year(citation, self.shift.from) {
                let (mark, before) = (Some(Place::Thing(citation.id).mark()), citation.full(self.was.system()));
                let change =
                    self.change(format!("citation/{}", citation.id), Kind::Citation, mark, before, String::new());
                self.offer(Change { advised: false, ..change });
            }
        }
        for signatory in plan.signatories.iter().filter(|signatory| !signatory.signer.trim().is_empty()) {
            let (mark, before) = (Some(Place::Thing(signatory.id).mark()), signatory.signer.trim().to_owned());
            let change = self.change(format!("signer/{}", signatory.id), Kind::Signer, mark, before, String::new());
            self.offer(Change { advised: false, ..change });
        }
    }
}

/// Whether a cited paper was itself a plan for the year: next year it is another.
fn is_of_year(citation: &Citation, year: i32) -> bool {
    let dated = citation.date.is_some_and(|date| date.year() == year);
    words::fold(&citation.kind) == "kế hoạch" && dated || citation.about.contains(&format!("năm {year}"))
}

/// The first so many characters, up to the end of a word.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].rsplit_once(' ').map_or(&text[..end], |(whole, _)| whole)),
        None => text.to_owned(),
    }
}
