//! The public notice (thông báo), posted and on the portal.

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use super::head::HeadParts;
use super::plan::participant_text;
use crate::document::{Block, HOLE, Label, Mark, Paragraph};
use crate::dossier::Dossier;
use crate::organ::{OrganKind, System, Tier};
use crate::paper::PaperKind;
use crate::plan::{Bound, Circle, Conference, LimitKind, Subject};
use crate::style::Role;
use crate::text::{Fact, Form, Text};

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Notice, opening, today);
    paper.head(&HeadParts { kind: "TB", ..HeadParts::default() });
    let lead = if paper.system() == System::Party { "về" } else { "Về" };
    paper.title("THÔNG BÁO", "title", &format!("{lead} việc tổ chức {{meeting}}"));
    let basis = if is_by_law(&paper) {
        "quy định tại Điều 43 Luật Tổ chức chính quyền địa phương và "
    } else {
        ""
    };
    let issuer = paper.issuer_again();
    paper.passage(
        "opening",
        Role::Body,
        &format!("Thực hiện {basis}{{plan}}, {issuer} thông báo việc tổ chức {{meeting}} như sau:"),
    );
    heading(&mut paper, 1, "when", "Thời gian, địa điểm");
    // Whoever cannot come to the conference may come to the round of meetings before it.
    let all: Vec<&Conference> = dossier.plan.conferences.iter().collect();
    if all.len() > 1 {
        let lines = paper.conference_lines(&all);
        paper.list(&Label::Dash, &lines);
    } else {
        paper.when_and_where("", &Label::Dash, false);
    }
    heading(&mut paper, 2, "subjects", "Nội dung đối thoại");
    subjects(&mut paper);
    heading(&mut paper, 3, "participants", "Thành phần tham dự");
    participants(&mut paper);
    heading(&mut paper, 4, "ways", "Cách thức tham gia, gửi ý kiến");
    ways(&mut paper);
    closing(&mut paper);
    paper.end_text();
    let receive = receive(&paper);
    paper.foot(paper.recipients(receive));
    paper.finish("Thong bao")
}

/// Whether the law on local government obliges the issuer: a commune's State organ, from 01/7/2025 (Luật 72/2025/QH15).
fn is_by_law(paper: &Composition<'_>) -> bool {
    let committee = |kind, tier| kind == OrganKind::PeoplesCommittee && tier == Tier::Commune;
    let commune = paper.issue().organs.first().is_some_and(|organ| committee(organ.kind, organ.tier));
    let issued = paper.own.registration.issued.or(paper.dossier.plan.registration.issued);
    let in_force = NaiveDate::from_ymd_opt(2025, 7, 1);
    commune && issued.map_or(paper.dossier.settings.year >= 2025, |issued| Some(issued) >= in_force)
}

fn heading(paper: &mut Composition<'_>, number: u32, key: &str, words: &str) {
    paper.passage_text(&format!("heading-{key}"), Role::Heading2, Label::Count(number), Text::words(words));
}

/// A passage of a list.
fn dash(paper: &mut Composition<'_>, key: &str, words: &str) {
    let text = paper.text(words, &[]);
    paper.passage_text(key, Role::Body, Label::Dash, text);
}

/// What the dialogue is about, with what belongs to one conference alone below its name.
fn subjects(paper: &mut Composition<'_>) {
    let plan = &paper.dossier.plan;
    if plan.subjects.is_empty() {
        dash(paper, "subjects", HOLE);
        return;
    }
    let general: Vec<&Subject> = plan.subjects.iter().filter(|subject| subject.conference.is_none()).collect();
    let mut lines = Vec::new();
    push_subjects(&general, &Label::Dash, &mut lines);
    for conference in &plan.conferences {
        let own = plan.subjects.iter().filter(|subject| subject.conference == Some(conference.id));
        let own: Vec<&Subject> = own.collect();
        if !own.is_empty() {
            let name = super::plan::default_wording(Bound::ConferenceSubjects, conference, plan.conferences.len());
            lines.push((Label::Dash, name, Mark(conference.id.0), true));
            push_subjects(&own, &Label::Plus, &mut lines);
        }
    }
    let count = lines.len();
    for (at, (label, text, mark, announces)) in lines.into_iter().enumerate() {
        let end = match announces {
            true => ":",
            false if at + 1 == count => ".",
            false => ";",
        };
        let runs = paper.item(&text, mark, end);
        let paragraph = Paragraph { label, keep_next: announces, ..Paragraph::new(Role::Body, runs, Some(mark)) };
        paper.blocks.push(Block::Paragraph(paragraph));
    }
}

/// Subjects with their fields below them: label, text, question, whether something follows below it.
fn push_subjects(subjects: &[&Subject], label: &Label, lines: &mut Vec<(Label, Text, Mark, bool)>) {
    for subject in subjects {
        let mark = Mark(subject.id.0);
        let mut text = Text::default();
        text.push_slot(Fact::Subject(subject.id), Form::Plain);
        lines.push((label.clone(), text, mark, !subject.fields.is_empty()));
        lines.extend(subject.fields.iter().map(|field| (Label::Plus, field.clone(), mark, false)));
    }
}

/// Who takes part, a line for each circle.
fn participants(paper: &mut Composition<'_>) {
    let circles = &paper.dossier.plan.circles;
    if circles.is_empty() {
        let unit = paper.unit();
        dash(
            paper,
            "participants",
            &format!("Đại biểu các cơ quan, tổ chức có liên quan và Nhân dân trên địa bàn {unit}."),
        );
        return;
    }
    let line = |circle: &Circle| {
        let mut text = circle.heading.clone();
        for (at, participant) in circle.participants.iter().filter(|line| !line.who.is_blank()).enumerate() {
            text.trim_stop();
            text.push_words(if at == 0 { ": " } else { "; " });
            text.push(&participant_text(participant));
        }
        (text, Mark(circle.id.0))
    };
    let lines: Vec<(Text, Mark)> = circles.iter().map(line).collect();
    paper.list(&Label::Dash, &lines);
}

/// How to attend, and how to send an opinion.
fn ways(paper: &mut Composition<'_>) {
    dash(
        paper,
        "attend",
        "Đại biểu và người dân tham dự trực tiếp tại địa điểm nêu trên; người có nguyện vọng phát biểu đăng ký với Tổ thư ký trước \
         giờ khai mạc hoặc tại hội nghị.",
    );
    let collecting = &paper.dossier.plan.collecting;
    let office = paper.office();
    if collecting.is_blank() {
        dash(
            paper,
            "opinions",
            &format!("Ý kiến, kiến nghị bằng văn bản gửi về {office} trước ngày tổ chức hội nghị."),
        );
    } else {
        dash(
            paper,
            "opinions",
            "Người không có điều kiện tham dự hoặc muốn gửi ý kiến trước ghi ý kiến, kiến nghị vào {form}, gửi về {receiver} {return-by}.",
        );
    }
    dash(
        paper,
        "complaints",
        "Đơn khiếu nại, tố cáo không thuộc nội dung đối thoại; người dân gửi đến cơ quan, người có thẩm quyền để được xem xét, giải \
         quyết theo quy định của pháp luật về khiếu nại, tố cáo.",
    );
    dash(paper, "contact", &format!("Thông tin cần trao đổi thêm, liên hệ {office} trong giờ hành chính."));
}

/// Where it is published, and by when.
fn closing(paper: &mut Composition<'_>) {
    let unit = paper.unit();
    let limit = paper.dossier.plan.limits.iter().find(|limit| limit.kind == LimitKind::Announce);
    let mut text = paper.text(
        &format!(
            "Thông báo này được niêm yết tại trụ sở {{issuer-short}}, nhà văn hóa các thôn, tổ dân phố, đăng trên trang thông tin điện \
             tử và phát trên hệ thống truyền thanh {unit} "
        ),
        &[],
    );
    match limit {
        Some(limit) => text.push_slot(Fact::Limit(limit.id), Form::Plain),
        // The law's own limit (Luật 72/2025/QH15, Điều 43), which practice kept before it.
        None => text.push_words("trước hội nghị ít nhất 07 ngày"),
    }
    text.push_words(" để Nhân dân biết, tham gia.");
    paper.passage_text("closing", Role::Body, Label::None, text);
}

/// Who usually receives it.
fn receive(paper: &Composition<'_>) -> Vec<(String, &'static str)> {
    let organ = paper.issue().organs.first();
    let sort = organ.map(|organ| organ.unit.sort.as_str()).unwrap_or_default();
    let line = |who: &str, purpose| (format!("{who} {sort}").trim().to_owned(), purpose);
    let bare = |who: &str, purpose| (who.to_owned(), purpose);
    let commune = organ.is_none_or(|organ| organ.tier == Tier::Commune);
    let mut lines = match paper.system() {
        System::State if commune => vec![
            line("Thường trực Đảng ủy, HĐND", "để b/c"),
            line("Ban Thường trực Ủy ban MTTQ Việt Nam", "để p/h"),
            line("Các phòng, đơn vị thuộc UBND", "để t/h"),
        ],
        System::Party if commune => vec![
            line("Thường trực HĐND, UBND", "để t/h"),
            line("Ban Thường trực Ủy ban MTTQ Việt Nam", "để p/h"),
            bare("Các chi bộ, đảng bộ trực thuộc", "để t/h"),
        ],
        System::Front if commune => vec![
            bare("Thường trực Đảng ủy", "để b/c"),
            line("Thường trực HĐND, UBND", "để p/h"),
            line("Các tổ chức chính trị - xã hội", "để t/h"),
        ],
        _ => vec![bare("Các cơ quan, đơn vị, địa phương có liên quan", "để t/h")],
    };
    if commune {
        lines.push(bare("Trưởng các thôn, tổ dân phố", "để niêm yết, thông báo"));
    }
    lines.push(line("Trang thông tin điện tử, hệ thống truyền thanh", "để đăng, phát"));
    lines
}
