//! Default wordings of bound blocks: the genre's formulas, with slots. The officer may change the words around them.

use crate::dossier::Dossier;
use crate::id::Id;
use crate::papers::words_of;
use crate::plan::{Bound, Conference};
use crate::text::{ConferenceFact, Fact, Form, Text};

/// "The conference being listed".
const THIS: Id = Id(0);

/// A text of words and slots.
fn text(parts: &[Result<(Fact, Form), &str>]) -> Text {
    let mut text = Text::default();
    for part in parts {
        match part {
            Ok((fact, form)) => text.push_slot(*fact, *form),
            Err(words) => text.push_words(words),
        }
    }
    text
}

fn slot(fact: ConferenceFact, form: Form) -> Result<(Fact, Form), &'static str> {
    Ok((Fact::Conference(THIS, fact), form))
}

/// What a list says of a conference unless the officer worded it otherwise; `among` is how many the plan has.
pub fn default_wording(bound: Bound, conference: &Conference, among: usize) -> Text {
    // Among several, a conference is told apart by its name, else by its audience.
    let mut parts = Vec::new();
    let named = if !conference.name.is_blank() {
        Some(vec![slot(ConferenceFact::Name, Form::Capital)])
    } else if !conference.audience.is_blank() {
        Some(vec![Err("Hội nghị với "), slot(ConferenceFact::Audience, Form::Plain)])
    } else {
        None
    };
    let lead = |parts: &mut Vec<_>, single: &'static str| match (among > 1, named.clone()) {
        (true, Some(name)) => {
            parts.extend(name);
            parts.push(Err(": "));
        }
        _ => parts.push(Err(single)),
    };
    let when = slot(ConferenceFact::When, Form::Plain);
    let venue = slot(ConferenceFact::Venue, Form::Plain);
    match bound {
        Bound::ConferenceTimes => {
            lead(&mut parts, "Thời gian: ");
            parts.push(when);
        }
        Bound::ConferenceVenues => {
            lead(&mut parts, "Địa điểm: ");
            parts.push(venue);
        }
        Bound::ConferenceTimesAndVenues => {
            lead(&mut parts, "Thời gian: ");
            parts.extend([when, Err("; địa điểm: "), venue]);
        }
        Bound::ConferenceSubjects => match named {
            Some(name) if !conference.name.is_blank() => parts.extend(name),
            Some(_) => parts.extend([Err("Đối thoại với "), slot(ConferenceFact::Audience, Form::Plain)]),
            None => parts.push(Err("Nội dung")),
        },
        _ => parts.push(slot(ConferenceFact::Audience, Form::Capital)),
    }
    text(&parts).bind(conference.id)
}

/// A conference in a table: with whom, when, where.
pub(super) fn schedule_row(conference: &Conference) -> Vec<Text> {
    let who = if conference.name.is_blank() { ConferenceFact::Audience } else { ConferenceFact::Name };
    [(who, Form::Capital), (ConferenceFact::When, Form::Capital), (ConferenceFact::Venue, Form::Capital)]
        .map(|(fact, form)| text(&[slot(fact, form)]).bind(conference.id))
        .into()
}

/// The sentences of a bound block whose words may be changed: the fact, what to call it, and its usual wording. Lists
/// whose items are texts of their own (subjects, agenda, tasks, participants) have none.
pub fn wordings(dossier: &Dossier, bound: Bound) -> Vec<(Id, String, Text)> {
    let plan = &dossier.plan;
    match bound {
        Bound::LegalBases => {
            plan.citations.iter().map(|citation| (citation.id, citation.short(), basis(citation.id))).collect()
        }
        Bound::ConferenceAudiences
        | Bound::ConferenceTimes
        | Bound::ConferenceVenues
        | Bound::ConferenceTimesAndVenues
        | Bound::ConferenceSubjects => {
            let among = plan.conferences.len();
            let name = |conference: &Conference| {
                let called = if conference.name.is_blank() { &conference.audience } else { &conference.name };
                words_of(dossier, called)
            };
            let line =
                |conference: &Conference| (conference.id, name(conference), default_wording(bound, conference, among));
            plan.conferences.iter().map(line).collect()
        }
        _ => Vec::new(),
    }
}

/// "Căn cứ …"
pub(super) fn basis(citation: Id) -> Text {
    text(&[Err("Căn cứ "), Ok((Fact::Citation(citation), Form::Plain))])
}

/// "Tổng số đại biểu: … người."
pub(super) fn total() -> Text {
    text(&[Err("Tổng số đại biểu dự hội nghị: "), Ok((Fact::Total, Form::Plain)), Err(" người.")])
}

/// How opinions are collected, a sentence each for what the plan says of it.
pub(super) fn collecting(dossier: &Dossier) -> Vec<Text> {
    let collecting = &dossier.plan.collecting;
    if collecting.is_blank() {
        return vec![Text::default()];
    }
    let mut sentences = Vec::new();
    let mut out = Text::default();
    let say = |text: &mut Text, words: &str, fact: &Text| {
        text.push_words(words);
        if fact.is_blank() {
            text.push_words(crate::document::HOLE);
        } else {
            text.push(fact);
        }
    };
    say(&mut out, "", &collecting.handed_out_by);
    say(&mut out, " phát ", &collecting.form_title);
    say(&mut out, " đến ", &collecting.handed_out_to);
    if collecting.return_by.is_set() {
        out.push_words("; thu lại ");
        out.push_words(&collecting.return_by.wording(crate::words::Wording::Full));
    }
    out.push_words(".");
    sentences.push(out);
    if !collecting.merged_by.is_blank() {
        let mut merge = Text::default();
        say(&mut merge, "", &collecting.merged_by);
        merge.push_words(" tổng hợp ý kiến");
        if collecting.merge_by.is_set() {
            merge.push_words(", hoàn thành ");
            merge.push_words(&collecting.merge_by.wording(crate::words::Wording::Full));
        }
        merge.push_words(".");
        sentences.push(merge);
    }
    sentences
}
