//! The notice as it is read out on the loudspeaker (bản tin truyền thanh): short, without tables and abbreviations, what
//! counts said twice.

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use super::words_of;
use crate::document::{Block, Label, Mark};
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::plan::{LimitKind, Subject};
use crate::style::Role;
use crate::text::{Fact, Form, Text};
use crate::words;

/// So many characters of subjects are read out; more than these the ear does not keep.
const MOST_SUBJECTS: usize = 450;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Broadcast, opening, today);
    paper.plain_head();
    paper.title("BẢN TIN TRUYỀN THANH", "title", "Về việc tổ chức {meeting}");
    let from = paper.blocks.len();
    paper.passage("greeting", Role::Body, "Kính thưa toàn thể Nhân dân {unit}!");
    paper.passage("news", Role::Body, "{Issuer} trân trọng thông báo về việc tổ chức {meeting}.");
    paper.when_and_where("", &Label::None, true);
    subjects(&mut paper);
    opinions(&mut paper);
    paper.passage(
        "appeal",
        Role::Body,
        "{Issuer} đề nghị Nhân dân quan tâm theo dõi, tham gia đầy đủ, thẳng thắn góp ý và nêu kiến nghị để hội nghị đạt kết quả tốt.",
    );
    repeat(&mut paper);
    paper.passage("thanks", Role::Body, "Xin trân trọng cảm ơn toàn thể Nhân dân đã chú ý lắng nghe.");
    note(&mut paper);
    // The title is read out as well; what stands under it is a line.
    let title = from.saturating_sub(2);
    for block in &mut paper.blocks[title..] {
        if let Block::Paragraph(paragraph) = block {
            paragraph.runs.iter_mut().filter(|run| !run.hole).for_each(|run| run.text = words::spoken(&run.text));
        }
    }
    paper.finish("Ban tin truyen thanh")
}

/// What the dialogue is about, as far as one can listen to it.
fn subjects(paper: &mut Composition<'_>) {
    let plan = &paper.dossier.plan;
    let general: Vec<&Subject> = plan.subjects.iter().filter(|subject| subject.conference.is_none()).collect();
    let length: usize = general.iter().map(|subject| words_of(paper.dossier, &subject.text).chars().count()).sum();
    // Several conferences, said twice, take the time that subjects would.
    if general.is_empty() || length > MOST_SUBJECTS || paper.conferences().len() > 2 {
        let words = "Nội dung đối thoại được nêu trong Thông báo niêm yết tại trụ sở {issuer} và tại nhà văn hóa các thôn, tổ dân phố.";
        return paper.passage("subjects", Role::Body, words);
    }
    paper.passage("subjects", Role::Body, "Nội dung đối thoại gồm:");
    let line = |subject: &&Subject| {
        let mut text = Text::default();
        text.push_slot(Fact::Subject(subject.id), Form::Plain);
        // The fields of a subject are for the eye: what announces them announces nothing here.
        let said = words_of(paper.dossier, &subject.text);
        let said = said.trim().trim_end_matches(", tập trung vào").trim_end_matches("; tập trung vào");
        let text = if subject.fields.is_empty() { text } else { Text::words(said) };
        (text, Mark(subject.id.0))
    };
    let lines: Vec<(Text, Mark)> = general.iter().map(line).collect();
    paper.list(&Label::Dash, &lines);
}

/// How to send an opinion.
fn opinions(paper: &mut Composition<'_>) {
    if paper.dossier.plan.collecting.is_blank() {
        let office = paper.office();
        let words = format!("Ý kiến, kiến nghị của Nhân dân gửi về {office} trước ngày tổ chức hội nghị.");
        return paper.passage("opinions", Role::Body, &words);
    }
    paper.passage(
        "opinions",
        Role::Body,
        "Nhân dân có thể gửi ý kiến trước bằng cách ghi vào {form}. Nơi nhận phiếu: {receiver}. Thời hạn nhận phiếu: {return-by}.",
    );
}

/// Time and place once more: who did not listen from the beginning hears them.
fn repeat(paper: &mut Composition<'_>) {
    let conferences = paper.conferences();
    if conferences.len() < 2 {
        let words = "Xin nhắc lại. Thời gian tổ chức hội nghị: {when}. Địa điểm: {where}.";
        return paper.passage("repeat", Role::Body, words);
    }
    paper.passage("repeat", Role::Body, "Xin nhắc lại thời gian, địa điểm:");
    let lines = paper.conference_lines(&conferences);
    paper.list(&Label::Dash, &lines);
}

/// For who reads it: from when on, and how often.
fn note(paper: &mut Composition<'_>) {
    let limit = paper.dossier.plan.limits.iter().find(|limit| limit.kind == LimitKind::Announce);
    let mut text = Text::words("(Phát lần đầu ");
    match limit {
        Some(limit) => text.push_slot(Fact::Limit(limit.id), Form::Plain),
        None => text.push_words("trước hội nghị ít nhất 07 ngày"),
    }
    text.push_words(
        "; sau đó mỗi ngày 02 buổi, sáng và chiều, đến hết ngày tổ chức hội nghị; mỗi buổi đọc 02 lượt, chậm, rõ ràng.)",
    );
    paper.passage_text("note", Role::FormNote, Label::None, text);
}
