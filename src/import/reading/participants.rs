//! Who takes part, in circles, and how many.

use std::ops::Range;

use super::As;
use super::build::Builder;
use super::outline::Para;
use crate::id::Id;
use crate::import::label::Label;
use crate::import::scan::{Scanned, same_words};
use crate::plan::{Amount, Block, Bound, Circle, Layout, Marker, Participant, Quota, Role};
use crate::text::{Fact, Form, Text};

/// What participants are counted as.
const NOUNS: [&str; 21] = [
    "dai bieu",
    "nguoi dan",
    "nguoi",
    "dong chi",
    "d c",
    "ho gia dinh",
    "ho dan",
    "hoi vien",
    "doan vien",
    "dang vien",
    "cong dan",
    "cu tri",
    "khach moi",
    "vi",
    "thanh vien",
    "can bo",
    "dai dien",
    "cong nhan",
    "thanh nien",
    "hoc sinh",
    "ong ba",
];

/// Verbs between the unit that sends and the number.
const SENDS: [&str; 9] = ["cu", "chon", "moi", "co", "gioi thieu", "lua chon", "bau", "trieu tap", "it nhat"];

/// Units at the end of a line that each send so many.
const UNITS: [&str; 8] =
    ["xã, thị trấn", "xã, phường", "thôn, tổ dân phố", "tổ dân phố", "thôn", "xóm", "ấp", "khu dân cư"];

/// A number of participants in a text, and the bytes that it stands on.
pub(super) fn quota(text: &Scanned) -> Option<(Range<usize>, Quota)> {
    for at in 0..text.words.len() {
        let word = &text.words[at];
        let Some(count) = word.key.parse::<u32>().ok().filter(|count| (1..100_000).contains(count)) else { continue };
        let Some(noun) = NOUNS.iter().find_map(|noun| text.stands(at + 1, noun)) else { continue };
        let joined = text.text[..word.range.start].ends_with(['.', ',', '/', '-']);
        let between = &text.text[word.range.end..text.words[at + 1].range.start];
        let is_share = between.trim() == "%";
        if (joined
            && text.text[..word.range.start]
                .trim_end_matches(['.', ',', '/', '-'])
                .ends_with(|c: char| c.is_ascii_digit()))
            || !(between.trim().is_empty() || is_share)
        {
            continue;
        }
        let noun_range = text.range(at + 1, noun);
        let about = at > 0 && matches!(text.words[at - 1].key.as_str(), "khoang");
        let start = if about { text.words[at - 1].range.start } else { word.range.start };
        let amount = match (is_share, about) {
            (true, _) => Amount::Share(count.min(100)),
            (false, true) => Amount::About(count),
            (false, false) => Amount::Exact(count),
        };
        let per = sent_by(text, if about { at - 1 } else { at })
            .or_else(|| per_behind(text, at + 1 + noun))
            .or_else(|| if count <= 3 { unit_at_end(&text.text) } else { None })
            .unwrap_or_default();
        let noun = text.text[noun_range.clone()].to_owned();
        return Some((start..noun_range.end, Quota { amount, noun, per, units: None }));
    }
    None
}

/// "mỗi xã, thị trấn cử" before a number.
fn sent_by(text: &Scanned, at: usize) -> Option<String> {
    let from = (at.saturating_sub(10)..at).rev().find(|from| {
        text.stands(*from, "moi").is_some()
            && text.text[text.words[*from].range.clone()].to_lowercase().starts_with("mỗi")
    })?;
    let mut end = at;
    for next in from + 1..at {
        if SENDS.iter().any(|verb| text.stands(next, verb).is_some()) {
            end = next;
            break;
        }
    }
    (end > from + 1).then(|| text.text[text.range(from + 1, end - from - 1)].trim_end_matches(',').to_owned())
}

/// "/thôn", "mỗi thôn" behind a number.
fn per_behind(text: &Scanned, at: usize) -> Option<String> {
    let before = text.words.get(at.checked_sub(1)?)?.range.end;
    let next = text.words.get(at)?;
    let between = &text.text[before..next.range.start];
    if between.trim() == "/" {
        return Some(text.text[next.range.clone()].to_owned());
    }
    let each = between.trim().is_empty() && text.text[next.range.clone()].to_lowercase() == "mỗi";
    each.then(|| text.words.get(at + 1).map(|word| text.text[word.range.clone()].to_owned()))?
}

fn unit_at_end(text: &str) -> Option<String> {
    let bare = text.trim_end_matches(['.', ';', ',', ')', ' ']);
    UNITS.iter().find(|unit| bare.ends_with(*unit)).map(|unit| (*unit).to_owned())
}

/// What a circle does, by its words.
pub(super) fn role(text: &Scanned) -> Role {
    if text.has_any(&["chu tri", "chu toa"]) {
        Role::Chair
    } else if text.has_any(&["khach moi", "moi du", "dai bieu moi"]) || text.begins("moi") {
        Role::Guest
    } else if text.has_any(&["doi thoai voi", "thanh phan tiep xuc", "doi tuong", "thanh phan doi thoai"]) {
        Role::Dialogue
    } else {
        Role::Attend
    }
}

/// Whether a paragraph announces the lines below it.
fn announces(para: &Para, next: Option<&Para>) -> bool {
    let Some(next) = next else { return false };
    if para.chosen == Some(As::Participant) {
        return false;
    }
    let deeper = match para.label {
        Label::None => next.label.is_item() && para.text.text.ends_with(':'),
        Label::Plus => next.label == Label::Dash,
        Label::Dash => {
            matches!(next.label, Label::Plus)
                || (para.text.text.ends_with(':') && next.label != Label::Dash && next.label != Label::None)
        }
        Label::Paren(_) | Label::Letter(_) | Label::Number(_) => matches!(next.label, Label::Dash | Label::Plus),
        Label::Roman(_) | Label::Capital(_) => false,
    };
    deeper && para.text.words.len() <= 40
}

/// The circle being read.
struct Open {
    id: Id,
    heading: Text,
    role: Role,
    quota: Option<Quota>,
    lines: Vec<Participant>,
    marker: Marker,
}

impl Builder<'_, '_> {
    /// The participants among the paragraphs of a part, as blocks that list them; what names none stays as free words.
    pub(super) fn participants(&mut self, heading: &Para, paras: &[Para]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut open = self.circle(heading.to_text(), role(&heading.text));
        for (at, para) in paras.iter().enumerate() {
            if is_free(para) {
                self.close(&mut open, &mut blocks);
                self.total(para, &mut blocks);
                continue;
            }
            if bracketed(para) && open.lines.is_empty() {
                // "(khoảng 30 đại biểu)" behind a heading counts the whole circle.
                let mut para = para.clone();
                if let Some((range, quota)) = quota(&para.text) {
                    para.slots.push((range, Fact::Quota(open.id), Form::Short));
                    open.quota = Some(quota);
                }
                self.ledger.read(para.line(), As::Participant);
                let block = self.words(&para);
                blocks.push(block);
                continue;
            }
            if announces(para, paras.get(at + 1)) {
                // What counted the part counts its first circle, and is printed by its identity.
                let counted = open.quota.take().filter(|_| open.lines.is_empty()).map(|quota| (open.id, quota));
                self.close(&mut open, &mut blocks);
                open = self.circle(Text::words(para.text.text.trim_end_matches([':', ' '])), role(&para.text));
                if let Some((id, quota)) = counted {
                    (open.id, open.quota) = (id, Some(quota));
                }
                self.ledger.read(para.line(), As::Participant);
                let block = self.words(para);
                blocks.push(block);
                continue;
            }
            let marker = marker(&para.label);
            let own_role =
                if para.text.begins_any(&["chu tri", "chu toa"]).is_some() { Role::Chair } else { open.role };
            let splits = !open.lines.is_empty()
                && (open.marker != marker
                    || (own_role != open.role && matches!(marker, Marker::None | Marker::Dash | Marker::Plus)));
            if splits {
                let (heading, role) = (open.heading.clone(), open.role);
                self.close(&mut open, &mut blocks);
                open = self.circle(heading, role);
            }
            // Who chairs is a circle of its own.
            if own_role == Role::Chair && open.role != Role::Chair && open.lines.is_empty() {
                open.role = Role::Chair;
            } else if open.role == Role::Chair
                && own_role == Role::Chair
                && !role_is_chair(&heading.text)
                && para.text.begins_any(&["chu tri", "chu toa"]).is_none()
            {
                let heading_text = open.heading.clone();
                self.close(&mut open, &mut blocks);
                open = self.circle(heading_text, role(&heading.text));
            }
            open.marker = marker;
            let line = self.participant(para);
            open.lines.push(line);
        }
        self.close(&mut open, &mut blocks);
        blocks
    }

    fn circle(&mut self, heading: Text, role: Role) -> Open {
        Open { id: self.dossier.new_id(), heading, role, quota: None, lines: Vec::new(), marker: Marker::None }
    }

    /// Ends the circle that is open, where it has lines or a number of its own.
    fn close(&mut self, open: &mut Open, blocks: &mut Vec<Block>) {
        let lines = std::mem::take(&mut open.lines);
        let quota = open.quota.take();
        if lines.is_empty() && quota.is_none() {
            return;
        }
        let id = self.dossier.new_id();
        if !lines.is_empty() {
            blocks.push(Block::bound(id, open.marker, Bound::Circle(open.id), Layout::Items));
        }
        self.dossier.plan.circles.push(Circle {
            id: open.id,
            role: open.role,
            heading: open.heading.clone(),
            quota,
            participants: lines,
        });
        open.id = self.dossier.new_id();
    }

    pub(super) fn participant(&mut self, para: &Para) -> Participant {
        let mut para = para.clone();
        let id = self.dossier.new_id();
        self.ledger.read(para.line(), As::Participant);
        let found = quota(&para.text);
        if let Some((range, quota)) = &found
            && let Some(who) = alone_in_bracket(&para.text.text, range, quota)
        {
            // The product prints it so itself.
            return Participant { id, who: para.text_of(0..who), quota: Some(quota.clone()) };
        }
        let quota = found.map(|(range, quota)| {
            let printed = crate::papers::quota_words(&quota, true);
            let source = para.text.text[range.clone()].to_owned();
            if !same_words(&source, &printed) {
                self.reworded(para.line(), &source, &printed);
            }
            para.slots.push((range, Fact::Quota(id), Form::Short));
            quota
        });
        Participant { id, who: para.to_text(), quota }
    }

    /// A free paragraph among participants; where it states the sum of all, it prints that sum.
    pub(super) fn total(&mut self, para: &Para, blocks: &mut Vec<Block>) {
        let mut para = para.clone();
        if para.text.has("tong so")
            && let Some((range, quota)) = quota(&para.text)
            && let Amount::Exact(stated) | Amount::About(stated) = quota.amount
            && self
                .dossier
                .plan
                .participants_total()
                .is_some_and(|(total, about)| total == stated && about == quota.is_about())
        {
            let noun = range.end - quota.noun.len();
            let number = range.start..para.text.text[..noun].trim_end().len();
            para.slots.push((number, Fact::Total, Form::Plain));
            self.ledger.read(para.line(), As::Participant);
        }
        let block = self.words(&para);
        blocks.push(block);
    }
}

/// Where the words before a bracket end that says nothing but a number, in the words that the product prints.
pub(super) fn alone_in_bracket(text: &str, range: &Range<usize>, quota: &Quota) -> Option<usize> {
    let start = text[..range.start].rfind('(')?;
    let rest = text[range.end..].trim_start().strip_prefix(')')?;
    let inner = &text[start + 1..range.end];
    let closes = rest.trim_matches([' ', '.', ';', ',']).is_empty();
    (closes && same_words(inner, &crate::papers::quota_words(quota, false))).then_some(text[..start].trim_end().len())
}

fn role_is_chair(heading: &Scanned) -> bool {
    role(heading) == Role::Chair
}

/// Whether a paragraph names no participants: it says when or where, or how many there are in all, or much else.
pub(super) fn is_free(para: &Para) -> bool {
    para.chosen == Some(As::Body)
        || !para.slots.iter().all(|(_, fact, _)| matches!(fact, Fact::Citation(_)))
        || para.text.has("tong so")
        || para.text.words.len() > 90
}

/// Whether a paragraph is nothing but a number in brackets.
pub(super) fn bracketed(para: &Para) -> bool {
    let text = para.text.text.trim().trim_end_matches(['.', ';', ':']);
    para.label == Label::None
        && text.starts_with('(')
        && text.ends_with(')')
        && para.text.words.len() <= 8
        && quota(&para.text).is_some()
}

/// The marker that prints a label.
pub(super) fn marker(label: &Label) -> Marker {
    match label {
        Label::None | Label::Roman(_) | Label::Capital(_) => Marker::None,
        Label::Dash => Marker::Dash,
        Label::Plus => Marker::Plus,
        Label::Number(_) => Marker::Number,
        Label::Paren(_) => Marker::Paren,
        Label::Letter(_) => Marker::Letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotas_are_read() {
        for (text, amount, per) in [
            ("Đại diện Nhân dân (mỗi xã, thị trấn cử 03 đại biểu).", Amount::Exact(3), "xã, thị trấn"),
            ("mỗi thôn cử 5 người đang sống trên địa bàn", Amount::Exact(5), "thôn"),
            ("(khoảng 30 đại biểu)", Amount::About(30), ""),
            ("lựa chọn 90 đại biểu là đại diện các xã", Amount::Exact(90), ""),
            ("Chủ tịch và 01 đồng chí đại diện các hội xã, thị trấn", Amount::Exact(1), "xã, thị trấn"),
            ("10 hộ dân/thôn", Amount::Exact(10), "thôn"),
            ("100% cán bộ, công chức", Amount::Share(100), ""),
        ] {
            let (_, quota) = quota(&Scanned::new(text)).expect(text);
            assert_eq!((quota.amount, quota.per.as_str()), (amount, per), "{text}");
        }
        for text in ["Bí thư, trưởng 10 thôn", "kết quả 6 tháng đầu năm", "ngày 05/9 người dân"] {
            assert_eq!(quota(&Scanned::new(text)), None, "{text}");
        }
    }
}
