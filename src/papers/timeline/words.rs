//! What an entry of the timeline is called: whose it is, what it is, when, and what is wrong with its day.

use super::picture::{Item, Look};
use crate::document::{Mark, Paragraph, Run};
use crate::id::Id;
use crate::papers::Place;
use crate::papers::composition::{Composition, Said};
use crate::plan::{ANNOUNCE_DAYS, PUBLISH_DAYS};
use crate::plan::{ConferenceKind, LimitKind, Task};
use crate::style::Role;
use crate::text::{ConferenceFact, Fact, Text};
use crate::timeline::{Conflict, Entry, OnDays, State, What, Who};
use crate::words::{self, When, Wording};

/// The question that asks for the day of something.
pub(super) fn place(what: What) -> Place {
    match what {
        What::Issue => Place::Issued,
        What::Conference(id, _) | What::Limit(id, _) => Place::Thing(id),
        What::Return | What::Merge => Place::Collecting,
        What::Task { deadline, .. } => Place::Thing(deadline),
    }
}

/// Whose row it is, and the question that says so.
pub(super) fn who(paper: &Composition<'_>, who: Who) -> (Vec<Run>, Option<Mark>) {
    match who {
        Who::Conferences => (vec![Run::plain("Hội nghị")], None),
        Who::Common => (vec![Run::plain("Việc chung")], None),
        Who::Agency(id) => {
            let agency = paper.dossier.plan.assignments.iter().find(|assignment| assignment.id == id);
            let mark = Mark(id.0);
            (item_runs(paper, agency.map(|assignment| &assignment.agency), mark), Some(mark))
        }
    }
}

/// What it is, in full.
pub(super) fn name(paper: &Composition<'_>, what: What) -> Vec<Run> {
    let plan = &paper.dossier.plan;
    let usual = match what {
        What::Issue => "Ban hành kế hoạch",
        What::Limit(_, LimitKind::Announce) => "Thông báo thời gian, địa điểm, nội dung hội nghị",
        What::Limit(_, LimitKind::Publish) => "Công khai kết quả hội nghị",
        What::Limit(_, LimitKind::Answer) => "Trả lời ý kiến, kiến nghị",
        What::Limit(_, LimitKind::Report) => "Báo cáo kết quả giải quyết ý kiến, kiến nghị",
        What::Limit(_, LimitKind::Other) => "Thời hạn khác",
        What::Return => "Nộp lại phiếu lấy ý kiến",
        What::Merge => "Tổng hợp ý kiến xong",
        What::Conference(id, kind) => {
            let conference = plan.conferences.iter().find(|conference| conference.id == id);
            let several = plan.conferences.len() > 1;
            match (conference, kind) {
                (Some(one), _) if !one.name.is_blank() => return item_runs(paper, Some(&one.name), Mark(id.0)),
                // Among several one without a name is told apart by whom it is held with.
                (Some(one), ConferenceKind::Main) if several && !one.audience.is_blank() => {
                    let words = paper.text("Đối thoại với {who}", &[("who", audience(id))]);
                    return paper.item(&words, Mark(id.0), "");
                }
                (_, ConferenceKind::Main) => "Hội nghị đối thoại",
                (_, ConferenceKind::Round) => "Đợt họp trước hội nghị",
            }
        }
        What::Task { task, .. } => {
            return item_runs(paper, find_task(paper, task).map(|task| &task.text), Mark(task.0));
        }
    };
    vec![Run::plain(usual)]
}

fn audience(id: Id) -> Said {
    Said::Fact(Fact::Conference(id, ConferenceFact::Audience))
}

fn item_runs(paper: &Composition<'_>, text: Option<&Text>, mark: Mark) -> Vec<Run> {
    text.map_or_else(|| vec![Run::hole(Some(mark))], |text| paper.item(text, mark, ""))
}

fn find_task<'a>(paper: &Composition<'a>, id: Id) -> Option<&'a Task> {
    paper.dossier.plan.assignments.iter().flat_map(|assignment| &assignment.tasks).find(|task| task.id == id)
}

/// When it is, as the plan says; a hole where it does not.
pub(super) fn when_runs(paper: &Composition<'_>, what: What) -> Vec<Run> {
    let when = when(paper, what);
    Composition::or_hole(&when.map(wording).unwrap_or_default(), Some(place(what).mark()))
}

fn when(paper: &Composition<'_>, what: What) -> Option<When> {
    let plan = &paper.dossier.plan;
    match what {
        What::Issue => plan.registration.issued.map(|day| When::Day { day, time: None }),
        What::Conference(id, _) => {
            plan.conferences.iter().find(|conference| conference.id == id).map(|conference| conference.when.clone())
        }
        What::Limit(id, _) => plan.limits.iter().find(|limit| limit.id == id).map(|limit| limit.when.clone()),
        What::Return => Some(plan.collecting.return_by.clone()),
        What::Merge => Some(plan.collecting.merge_by.clone()),
        What::Task { task, deadline } => {
            let deadlines = &find_task(paper, task)?.deadlines;
            deadlines.iter().find(|one| one.id == deadline).map(|deadline| deadline.when.clone())
        }
    }
}

fn wording(when: When) -> String {
    if when.is_set() { words::sentence_start(&when.wording(Wording::Full)) } else { String::new() }
}

/// An entry as the picture shows it.
pub(super) fn item(paper: &Composition<'_>, entry: &Entry) -> Item {
    let mark = place(entry.what).mark();
    let when = when(paper, entry.what);
    let name = name(paper, entry.what);
    let words: String = name.iter().map(|run| run.text.as_str()).collect();
    let note = note(entry.state);
    let mut lead = when.clone().map(wording).unwrap_or_default();
    if let (Some(When::Relative { .. }), Some(day)) = (&when, resolved(&entry.days)) {
        lead = format!("{lead} ({day})");
    }
    let mut runs = vec![Run { mark: Some(mark), ..Run::plain(format!("{lead}: ")) }];
    runs.extend(name);
    if !note.is_empty() {
        runs.push(Run { bold: true, ..Run::plain(format!(" ({note})")) });
    }
    Item {
        look: match entry.what {
            What::Conference(_, ConferenceKind::Main) => Look::Dialogue,
            What::Conference(_, ConferenceKind::Round) => Look::Round,
            _ => Look::Other,
        },
        days: entry.days.clone(),
        state: entry.state,
        date: date(&entry.days, when.as_ref()),
        name: words,
        note,
        told: Paragraph::new(Role::NarrowCell, runs, Some(mark)),
    }
}

/// The day that a distance comes to.
fn resolved(days: &OnDays) -> Option<String> {
    match days {
        OnDays::Until(day) => Some(format!("chậm nhất ngày {}", words::short_date(*day))),
        OnDays::From(day) => Some(format!("từ ngày {}", words::short_date(*day))),
        OnDays::On(..) | OnDays::Often(_) => None,
    }
}

/// The days in short, as they stand in the picture, whose months name the year.
fn date(days: &OnDays, when: Option<&When>) -> String {
    match days {
        OnDays::On(from, to) if from == to => words::day_month(*from),
        OnDays::On(from, to) => format!("{} - {}", words::day_month(*from), words::day_month(*to)),
        OnDays::Until(day) | OnDays::From(day) => words::day_month(*day),
        OnDays::Often(_) => when.cloned().map(wording).unwrap_or_default(),
    }
}

/// What is to be said of its day.
fn note(state: State) -> String {
    let count = |days: i64| words::padded(u32::try_from(days).unwrap_or_default());
    match state {
        State::Calm => String::new(),
        State::Tight(0) => "ngay trong ngày hội nghị".into(),
        State::Tight(days) => format!("chỉ còn {} ngày đến hội nghị", count(days)),
        State::Conflict(Conflict::AfterConference(days), _) => format!("sau hội nghị {} ngày", count(days)),
        State::Conflict(Conflict::AnnouncedLate(0), _) => {
            format!("đúng ngày hội nghị, phải trước {} ngày", count(ANNOUNCE_DAYS.into()))
        }
        State::Conflict(Conflict::AnnouncedLate(days), _) => {
            format!("chỉ trước {} ngày, phải đủ {} ngày", count(days), count(ANNOUNCE_DAYS.into()))
        }
        State::Conflict(Conflict::ReturnedAfterDigest(days), _) => format!("sau hạn tổng hợp {} ngày", count(days)),
        State::Conflict(Conflict::PublishedLate(days), _) => {
            format!("sau hội nghị {} ngày, phải trong {} ngày", count(days), count(PUBLISH_DAYS.into()))
        }
    }
}
