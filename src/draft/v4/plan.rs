//! The plan on the wire.

use std::borrow::Cow;

use super::wire::{Blank, Fields, Out, Reader, Record, Wire, record};
use crate::id::Id;
use crate::json::Json;
use crate::plan::{
    Agenda, AgendaItem, Amount, Assignment, Block, BlockContent, Circle, Citation, Collecting, Conference, Deadline,
    Layout, Limit, Marker, Part, Participant, Plan, Quota, Recipients, Registration, Subject, Task,
};
use crate::text::Text;

/// Parts nest at most this deep; a deeper file is damaged or hostile.
const DEEPEST_PART: usize = 8;

record!(Plan: Plan {
    organs, registration: Registration { number, symbol, place, issued, draft_round }, title, event, citations, preamble,
    outline, closing, subjects, methods, conferences, circles, agenda, collecting, limits, assignments,
    recipients: Recipients { lines: recipients, filed }, signatories,
} => agenda, assignments, circles, citations, closing, collecting, conferences, draft_round, event, filed, issued, limits,
    methods, number, organs, outline, place, preamble, recipients, signatories, subjects, symbol, title;
    then check_depth);
record!(Citation { about, date, id, issuer, kind, number });
record!(Part { after, blocks, heading, id, parts, run_in });
record!(Subject { conference, fields, id, text });
record!(Conference { audience, id, kind, name, venue, when });
record!(Quota: Quota { amount: count, noun, per, units } => count, noun, per, units;
    blank Quota { amount: Amount::All, noun: String::new(), per: String::new(), units: None });
record!(Participant { id, quota, who });
record!(Circle { heading, id, participants, quota, role });
record!(AgendaItem { id, minutes, text });
record!(Agenda { items, start });
record!(Collecting { form, form_title, handed_out_by, handed_out_to, merge_by, merged_by, return_by });
record!(Limit { id, kind, when });
record!(Deadline { id, when });
record!(Task { deadlines, id, text });
record!(Assignment { agency, id, layout, stage, tasks });

fn check_depth(plan: &mut Plan, reader: &mut Reader) {
    if depth(&plan.outline) > DEEPEST_PART {
        reader.fault_in("outline", "[…]");
    }
}

fn depth(parts: &[Part]) -> usize {
    parts.iter().map(|part| 1 + depth(&part.parts)).max().unwrap_or(0)
}

impl Blank for Block {
    fn blank() -> Self {
        Self::words(Id::default(), Marker::default(), Text::default())
    }
}

/// A block has words, or a list with how it is laid out and worded.
impl Record for Block {
    fn put_fields(&self, out: &mut Out) {
        let Self { id, marker, content } = self;
        out.field("id", id);
        match content {
            BlockContent::Words(words) => {
                out.field("marker", marker);
                out.said("words", words);
            }
            BlockContent::Bound { bound, layout, wordings } => {
                out.field("layout", layout);
                out.said("list", bound);
                out.field("marker", marker);
                out.field("wordings", wordings);
            }
        }
    }

    fn take_fields(&mut self, from: &mut Fields<'_, '_>) {
        let Self { id, marker, content } = self;
        let (mut words, mut list, mut layout, mut wordings) = (None, None, Layout::default(), Vec::new());
        from.field("id", id);
        from.field("layout", &mut layout);
        from.field("list", &mut list);
        from.field("marker", marker);
        from.field("wordings", &mut wordings);
        from.field("words", &mut words);
        *content = match (words, list) {
            (Some(words), None) => BlockContent::Words(words),
            (None, Some(bound)) => BlockContent::Bound { bound, layout, wordings },
            _ => return from.reader.fault(id),
        };
    }
}

/// Wordings by the identities of what they word.
impl Wire for Vec<(Id, Text)> {
    fn put(&self, out: &mut Out) -> bool {
        out.named(&mut self.iter().map(|(id, words)| (Cow::Owned(id.to_string()), words as &dyn Wire)))
    }

    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
        for (name, said) in reader.named(said) {
            // As it would be written: "7", never "07" or "+7".
            let Some(id) = name.parse().ok().filter(|id: &u32| id.to_string() == name).map(Id) else {
                return reader.fault(name);
            };
            let mut words = Text::default();
            words.take(Some(said), reader);
            self.insert(self.partition_point(|(known, _)| *known < id), (id, words));
        }
    }
}
