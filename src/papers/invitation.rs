//! The invitation (giấy mời), one for all or one for each (NĐ 30/2020, Phụ lục III, mẫu 1.7).

use chrono::NaiveDate;

use super::address::address;
use super::composition::{Composed, Composition, Opening};
use super::head::HeadParts;
use crate::document::{Block, HOLE, Label, Mark, Paragraph, Run};
use crate::dossier::Dossier;
use crate::form::{FormPaper, Size};
use crate::organ::System;
use crate::paper::PaperKind;
use crate::plan::Role as Part;
use crate::proceedings::Invitee;
use crate::style::Role;
use crate::text::Text;
use crate::words::{Clock, TimeOfDay, When};

/// Composes it as the screen shows it: for the first who is invited by name, where there is one for each.
pub(super) fn compose(dossier: &Dossier, today: NaiveDate) -> Composed {
    let each = dossier.papers.get(&PaperKind::Invitation).is_some_and(|own| own.each);
    for_guest(dossier, dossier.proceedings.invitees.first().filter(|_| each), today)
}

/// Composes it for somebody who is invited by name, or for all.
pub(super) fn for_guest(dossier: &Dossier, guest: Option<&Invitee>, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Invitation, Opening::Own, today);
    if paper.own.two_up {
        paper.format.page = FormPaper { size: Size::A5, ..FormPaper::default() }.page();
    }
    paper.head(&HeadParts { kind: "GM", ..HeadParts::default() });
    let lead = if paper.system() == System::Party { "dự" } else { "Dự" };
    paper.title("GIẤY MỜI", "title", &format!("{lead} {{meeting}}"));
    invited(&mut paper, guest);
    paper.passage("event", Role::Body, "Tới dự: {meeting}.");
    let chair = chair(&paper);
    paper.passage_text("chair", Role::Body, Label::None, chair);
    paper.when_and_where("", &Label::None, true);
    if let Some(start) = start(&paper) {
        paper.passage("start", Role::Body, &format!("Khai mạc lúc {:02} giờ {:02} phút.", start.hour, start.minute));
    }
    let office = paper.office();
    paper.passage(
        "note",
        Role::Body,
        &format!(
            "Đề nghị đại biểu sắp xếp công việc, đến dự đúng thời gian, địa điểm nêu trên; trường hợp không thể dự, báo trước với \
             {office}."
        ),
    );
    paper.end_text();
    paper.foot(paper.recipients(vec![("Như trên".to_owned(), "")]));
    paper.finish("Giay moi")
}

/// Who invites whom. The name of a guest is no part of the passage: the officer words it once for all.
fn invited(paper: &mut Composition<'_>, guest: Option<&Invitee>) {
    let usual = paper.text("{Issuer} trân trọng kính mời:", &[]);
    let (mut runs, mark) = paper.passage_runs("invites", usual);
    runs.push(Run { mark: Some(mark), ..Run::plain(" ") });
    match guest {
        Some(guest) => {
            let mark = Some(Mark(guest.id.0));
            let name = [address(paper.system(), &guest.name), guest.name.trim()].concat();
            let name = Composition::or_hole(&name, mark).into_iter();
            runs.extend(name.map(|run| Run { bold: !run.hole, ..run }));
            if !guest.office.trim().is_empty() {
                runs.push(Run { mark, ..Run::plain(format!(", {}", guest.office.trim())) });
            }
            runs.push(Run::plain("."));
        }
        None => {
            let circles = !paper.dossier.plan.circles.is_empty();
            let usual =
                if circles { "đại biểu thuộc thành phần dự hội nghị theo {plan}." } else { HOLE };
            let usual = paper.text(usual, &[]);
            runs.extend(paper.passage_runs("invited", usual).0);
        }
    }
    paper.blocks.push(Block::Paragraph(Paragraph::new(Role::Body, runs, Some(mark))));
}

/// Who chairs: the plan's circle, else who is invited by name to chair.
fn chair(paper: &Composition<'_>) -> Text {
    let mut text = Text::words("Chủ trì: ");
    let circles = paper.dossier.plan.circles.iter().filter(|circle| circle.role == Part::Chair);
    let invitees = paper.dossier.proceedings.invitees.iter();
    let chairs = invitees.filter(|invitee| invitee.role == Part::Chair && !invitee.name.trim().is_empty());
    let chairs: Vec<String> = chairs
        .map(|invitee| {
            let name = [address(paper.system(), &invitee.name), invitee.name.trim()].concat();
            let office = invitee.office.trim();
            if office.is_empty() { name } else { format!("{name}, {office}") }
        })
        .collect();
    let named = circles.map(|circle| circle.participants.iter().filter(|line| !line.who.is_blank()));
    let first = named.map(Iterator::collect::<Vec<_>>).find(|lines| !lines.is_empty()).unwrap_or_default();
    for (at, line) in first.iter().enumerate() {
        if at > 0 {
            text.push_words("; ");
        }
        text.push(&line.who);
    }
    match (first.is_empty(), chairs.is_empty()) {
        (true, true) => text.push_words(HOLE),
        (true, false) => text.push_words(&chairs.join("; ")),
        (false, _) => text.trim_stop(),
    }
    text.push_words(".");
    text
}

/// When the agenda begins, where the time of the one conference does not say the hour.
fn start(paper: &Composition<'_>) -> Option<Clock> {
    let has_hour = match paper.conference()?.when {
        When::Day { time, .. } | When::Span { time, .. } => {
            matches!(time, Some(TimeOfDay::At(_) | TimeOfDay::Hours { .. }))
        }
        _ => return None,
    };
    let one = paper.conferences().len() < 2;
    paper.dossier.plan.agenda.start.filter(|_| one && !has_hour)
}
