//! The names by which an officer writes facts into a sentence: `{thời gian hội nghị 1}`.

use crate::dossier::Dossier;
use crate::plan::ConferenceKind;
use crate::text::{ConferenceFact, Fact, Form, Slot, Text};

/// The facts of a dossier that can be written into a sentence, each by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlotNames {
    names: Vec<(String, Slot)>,
}

/// What stands for a fact that was removed; it reads as what it is, and is no slot any more once it is edited.
const GONE: &str = "thông tin đã bỏ";

impl SlotNames {
    /// The names of a dossier's facts. A name says the place of a thing in its list, so it changes when the list is
    /// reordered; the slot itself does not.
    pub fn of(dossier: &Dossier) -> Self {
        let plan = &dossier.plan;
        let mut names = Self::default();
        for (name, fact) in [
            ("năm", Fact::Year),
            ("tên hội nghị", Fact::Event),
            ("cơ quan", Fact::Organ),
            ("tập thể lãnh đạo", Fact::Body),
            ("địa bàn", Fact::Unit),
            ("cấp trên", Fact::Superior),
            ("tên phiếu", Fact::FormTitle),
            ("tổng số đại biểu", Fact::Total),
            ("hạn nộp phiếu", Fact::ReturnBy),
            ("nơi nhận phiếu", Fact::Receiver),
            ("kế hoạch", Fact::Plan),
            ("ngày tổ chức", Fact::Held),
            ("việc lấy phiếu", Fact::Matter),
        ] {
            names.push(name.into(), fact);
        }
        let (mut mains, mut rounds) = (0, 0);
        let several = |kind| plan.conferences.iter().filter(|conference| conference.kind == kind).count() > 1;
        for conference in &plan.conferences {
            let (word, number) = match conference.kind {
                ConferenceKind::Main => ("hội nghị", &mut mains),
                ConferenceKind::Round => ("đợt họp", &mut rounds),
            };
            *number += 1;
            let called = if several(conference.kind) { format!("{word} {number}") } else { word.to_owned() };
            names.push(format!("thời gian {called}"), Fact::Conference(conference.id, ConferenceFact::When));
            names.push(format!("địa điểm {called}"), Fact::Conference(conference.id, ConferenceFact::Venue));
            names.push(format!("đối tượng {called}"), Fact::Conference(conference.id, ConferenceFact::Audience));
            names.push(format!("tên gọi {called}"), Fact::Conference(conference.id, ConferenceFact::Name));
        }
        for (at, subject) in plan.subjects.iter().enumerate() {
            names.push(format!("nội dung {}", at + 1), Fact::Subject(subject.id));
        }
        for (at, citation) in plan.citations.iter().enumerate() {
            names.push(format!("căn cứ {}", at + 1), Fact::Citation(citation.id));
        }
        for (at, limit) in plan.limits.iter().enumerate() {
            names.push(format!("thời hạn chung {}", at + 1), Fact::Limit(limit.id));
        }
        for (at, assignment) in plan.assignments.iter().enumerate() {
            names.push(format!("đơn vị {}", at + 1), Fact::Agency(assignment.id));
            let deadlines = assignment.tasks.iter().flat_map(|task| &task.deadlines);
            for (number, deadline) in deadlines.enumerate() {
                names.push(format!("hạn {}.{}", at + 1, number + 1), Fact::Deadline(deadline.id));
            }
        }
        for (at, circle) in plan.circles.iter().enumerate() {
            if circle.quota.is_some() {
                names.push(format!("số lượng nhóm {}", at + 1), Fact::Quota(circle.id));
            }
            for (number, line) in circle.participants.iter().enumerate().filter(|(_, line)| line.quota.is_some()) {
                names.push(format!("số lượng {}.{}", at + 1, number + 1), Fact::Quota(line.id));
            }
        }
        for (place, number) in super::plan::part_numbers(dossier) {
            // Headings of assignments and circles are numbered with the parts, but are no parts.
            if let super::Place::Thing(id) = place
                && plan.part(id).is_some()
            {
                names.push(format!("mục {number}"), Fact::Part(id));
            }
        }
        names
    }

    fn push(&mut self, name: String, fact: Fact) {
        self.names.push((name, Slot { fact, form: Form::Plain }));
    }

    /// The names with their slots, those of the whole plan first.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Slot)> {
        self.names.iter().map(|(name, slot)| (name.as_str(), *slot))
    }

    /// A text as the officer edits it.
    pub fn source(&self, text: &Text) -> String {
        text.to_source(|slot| {
            let name = self.names.iter().find(|(_, named)| named.fact == slot.fact).map_or(GONE, |(name, _)| name);
            match slot.form {
                Form::Plain => name.to_owned(),
                Form::Short => format!("{name}, gọn"),
                Form::Capital => format!("{name}, viết hoa"),
            }
        })
    }

    /// Reads what the officer wrote. A name that is not known stays as words.
    pub fn text(&self, source: &str) -> Text {
        Text::from_source(source, |called| {
            let (name, form) = match called.rsplit_once(", ") {
                Some((name, "gọn")) => (name, Form::Short),
                Some((name, "viết hoa")) => (name, Form::Capital),
                _ => (called, Form::Plain),
            };
            let (_, slot) = self.names.iter().find(|(known, _)| known == name)?;
            Some(Slot { form, ..*slot })
        })
    }
}
