//! The steps of the conference, with the clock times and lengths that they have.

use super::As;
use super::build::Builder;
use super::outline::{Headed, Node, Para};
use super::participants::marker;
use crate::import::label::Label;
use crate::import::scan::Scanned;
use crate::plan::{AgendaItem, Block, Bound, Layout, Marker};
use crate::text::Text;
use crate::words::Clock;

/// A clock time at the start of a step, and its end where it says one; the bytes behind them.
fn clocks(text: &str) -> Option<(Clock, Option<Clock>, usize)> {
    let scanned = Scanned::new(text);
    let lead = usize::from(scanned.stands(0, "tu").is_some() || scanned.stands(0, "luc").is_some());
    let (from, mut at) = clock(&scanned, lead)?;
    let mut until = None;
    let dash = |text: &str| matches!(text.trim(), "-" | "–" | "đến");
    let next = if scanned.stands(at, "den").is_some() { at + 1 } else { at };
    let between = scanned.words.get(next).map(|word| &text[scanned.words[at - 1].range.end..word.range.start]);
    if let Some(between) = between
        && (next > at || dash(between))
        && let Some((end, behind)) = clock(&scanned, next)
    {
        until = Some(end);
        at = behind;
    }
    let end = scanned.words.get(at - 1)?.range.end;
    let rest = &text[end..];
    let sign = rest.trim_start();
    let closed = sign.starts_with([':', '-', '–', '.', ',']) || sign.starts_with(')');
    closed.then(|| (from, until, end + (rest.len() - sign.len()) + sign.chars().next().map_or(0, char::len_utf8)))
}

/// "7h30", "07 giờ 30 phút", "7:30", "8 giờ"
fn clock(scanned: &Scanned, at: usize) -> Option<(Clock, usize)> {
    let word = scanned.words.get(at)?;
    let read = |text: &str| text.parse::<u32>().ok();
    let made =
        |hour: u32, minute: u32, next: usize| (hour < 24 && minute < 60).then_some((Clock { hour, minute }, next));
    if let Some((hour, minute)) = word.key.split_once(['h', 'g']) {
        let minute = if minute.is_empty() { 0 } else { read(minute)? };
        return made(read(hour)?, minute, at + 1);
    }
    let hour = read(&word.key)?;
    let sign = scanned.words.get(at + 1).map(|next| &scanned.text[word.range.end..next.range.start]);
    if sign == Some(":") {
        return made(hour, read(&scanned.words.get(at + 1)?.key)?, at + 2);
    }
    if !["gio", "h"].iter().any(|unit| scanned.stands(at + 1, unit).is_some()) {
        return None;
    }
    let minute =
        scanned.words.get(at + 2).and_then(|word| read(&word.key)).filter(|_| {
            scanned.text[scanned.words[at + 1].range.end..scanned.words[at + 2].range.start].trim().is_empty()
        });
    match minute {
        Some(minute) => made(hour, minute, at + 3 + usize::from(scanned.stands(at + 3, "phut").is_some())),
        None => made(hour, 0, at + 2),
    }
}

/// How long a step takes where it says so: "(thời lượng tối đa 20 phút)".
fn minutes(text: &Scanned) -> Option<u32> {
    let at = text.find("phut").filter(|at| *at > 0)?;
    text.words[at - 1].key.parse().ok().filter(|minutes| (1..=600).contains(minutes))
}

fn of_day(clock: Clock) -> u32 {
    clock.hour * 60 + clock.minute
}

/// A step before it has an identity.
struct Step {
    line: usize,
    /// With its clock time as it is written, and without.
    whole: Text,
    text: Text,
    /// The clock time as it is written.
    written: String,
    start: Option<Clock>,
    end: Option<Clock>,
    minutes: Option<u32>,
}

impl Builder<'_, '_> {
    /// The steps of a part on the agenda: its blocks in order.
    pub(super) fn agenda(&mut self, part: &Headed) -> Vec<Block> {
        let mut steps = Vec::new();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let mut listed = Marker::None;
        let usual = usual_label(part);
        for (at, item) in part.items.iter().enumerate() {
            match item {
                Node::Para(para) if self.is_step(para, &usual, part.items.get(at + 1)) => {
                    if steps.is_empty() {
                        listed = marker(&para.label);
                    }
                    self.ledger.read(para.line(), As::AgendaStep);
                    steps.push(self.step(para));
                }
                // What stands below a step belongs to it.
                Node::Para(para) if !steps.is_empty() && para.slots.is_empty() && is_below(&para.label, &usual) => {
                    self.ledger.read(para.line(), As::AgendaStep);
                    if let Some(step) = steps.last_mut() {
                        join(step, &para.to_text());
                    }
                }
                Node::Para(para) => {
                    let block = self.words(para);
                    if steps.is_empty() { before.push(block) } else { after.push(block) }
                }
                Node::Part(sub) => {
                    if steps.is_empty() {
                        listed = Marker::Number;
                    }
                    let mut step = self.step(&sub.heading);
                    self.ledger.read(sub.heading.line(), As::AgendaStep);
                    for para in leaves(sub) {
                        self.ledger.read(para.line(), As::AgendaStep);
                        join(&mut step, &para.to_text());
                    }
                    steps.push(step);
                }
            }
        }
        if steps.is_empty() {
            return before;
        }
        self.set_agenda(steps);
        let id = self.dossier.new_id();
        before.push(Block::bound(id, listed, Bound::Agenda, Layout::Items));
        before.extend(after);
        before
    }

    fn is_step(&self, para: &Para, usual: &Label, next: Option<&Node>) -> bool {
        if let Some(chosen) = para.chosen {
            return chosen == As::AgendaStep;
        }
        let same = std::mem::discriminant(&para.label) == std::mem::discriminant(usual);
        let announces = para.label == Label::None
            && para.text.text.ends_with(':')
            && matches!(next, Some(Node::Para(next)) if next.label.is_item());
        let told = para.slots.iter().any(|(_, fact, _)| matches!(fact, crate::text::Fact::Conference(..)));
        let leads =
            para.label == Label::None && para.text.begins_any(&["thoi gian", "dia diem", "ghi chu", "luu y"]).is_some();
        same && !announces && !told && !leads
    }

    fn step(&mut self, para: &Para) -> Step {
        let written = clocks(&para.text.text);
        let from = written.map_or(0, |(_, _, end)| end);
        let whole = &para.text.text;
        let from = from + (whole[from..].len() - whole[from..].trim_start().len());
        Step {
            line: para.line(),
            whole: para.to_text(),
            text: para.text_of(from..whole.len()),
            written: whole[..from].trim().to_owned(),
            start: written.map(|(start, ..)| start),
            end: written.and_then(|(_, end, _)| end),
            minutes: minutes(&para.text),
        }
    }

    /// Sets the agenda. Where every step has its clock time, the lengths follow from them and the product prints them;
    /// otherwise they stay in the words.
    fn set_agenda(&mut self, steps: Vec<Step>) {
        let starts: Vec<Option<Clock>> = steps.iter().map(|step| step.start).collect();
        let rises = |pair: &[Option<Clock>]| matches!(pair, [Some(one), Some(next)] if one < next);
        let timed = starts.iter().all(Option::is_some) && starts.windows(2).all(rises);
        for (at, step) in steps.into_iter().enumerate() {
            let next = starts.get(at + 1).copied().flatten();
            let lasted =
                step.start.zip(next.or(step.end)).and_then(|(start, end)| of_day(end).checked_sub(of_day(start)));
            let id = self.dossier.new_id();
            let item = match step.start.filter(|_| timed) {
                Some(start) => {
                    self.reworded(step.line, &step.written, &format!("{:02} giờ {:02}:", start.hour, start.minute));
                    AgendaItem { id, text: step.text, minutes: lasted }
                }
                None => AgendaItem { id, text: step.whole, minutes: step.minutes },
            };
            self.dossier.plan.agenda.items.push(item);
        }
        self.dossier.plan.agenda.start = starts.first().copied().flatten().filter(|_| timed);
    }
}

/// The label that most paragraphs of a part have.
fn usual_label(part: &Headed) -> Label {
    let labels: Vec<&Label> = part
        .items
        .iter()
        .filter_map(|item| match item {
            Node::Para(para) => Some(&para.label),
            Node::Part(_) => None,
        })
        .collect();
    let same = |one: &Label, other: &Label| std::mem::discriminant(one) == std::mem::discriminant(other);
    let count = |label: &Label| labels.iter().filter(|other| same(label, other)).count();
    // Of a step with lines below it, the first label is the step's.
    let first_item = labels.iter().find(|label| label.is_item() || matches!(label, Label::Number(_)));
    match first_item {
        Some(first) if labels.iter().any(|label| is_below(label, first)) => (*first).clone(),
        _ => labels.iter().copied().max_by_key(|label| count(label)).cloned().unwrap_or_default(),
    }
}

/// Whether a mark is one that stands below another.
fn is_below(label: &Label, usual: &Label) -> bool {
    let rank = |label: &Label| match label {
        Label::Roman(_) | Label::Capital(_) => 0,
        Label::Number(_) => 1,
        Label::Paren(_) | Label::Letter(_) => 2,
        Label::Dash => 3,
        Label::Plus => 4,
        Label::None => 0,
    };
    rank(label) > rank(usual) && *usual != Label::None
}

fn join(step: &mut Step, more: &Text) {
    for text in [&mut step.text, &mut step.whole] {
        text.push_words(" ");
        text.push(more);
    }
}

/// All paragraphs below a heading.
pub(super) fn leaves(part: &Headed) -> Vec<&Para> {
    let mut found = Vec::new();
    for item in &part.items {
        match item {
            Node::Para(para) => found.push(para),
            Node::Part(part) => {
                found.push(&part.heading);
                found.extend(leaves(part));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_times_are_read() {
        for (text, from, until, rest) in [
            ("7h30: Đón tiếp đại biểu", (7, 30), None, "Đón tiếp đại biểu"),
            ("07 giờ 30 phút - 08 giờ 00: Đón tiếp", (7, 30), Some((8, 0)), "Đón tiếp"),
            ("Từ 8:00 đến 8:15: Khai mạc", (8, 0), Some((8, 15)), "Khai mạc"),
            ("8 giờ: Khai mạc", (8, 0), None, "Khai mạc"),
        ] {
            let (start, end, at) = clocks(text).expect(text);
            assert_eq!((start.hour, start.minute), from, "{text}");
            assert_eq!(end.map(|end| (end.hour, end.minute)), until, "{text}");
            assert_eq!(text[at..].trim(), rest);
        }
        for text in ["Đón tiếp đại biểu", "8 đại biểu: phát biểu", "2026: năm", "30 phút: nghỉ"] {
            assert!(clocks(text).is_none(), "{text}");
        }
        assert_eq!(minutes(&Scanned::new("Báo cáo (thời lượng tối đa 20 phút)")), Some(20));
    }
}
