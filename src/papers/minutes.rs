//! The minutes of the conference (biên bản hội nghị).

use chrono::NaiveDate;

use super::Place;
use super::composition::{Composed, Composition, Opening, Said};
use super::foot::{Signing, signatures};
use super::head::HeadParts;
use super::told::{self, or_dots};
use crate::document::{HOLE, Label, Run};
use crate::dossier::Dossier;
use crate::organ::System;
use crate::paper::PaperKind;
use crate::plan::{Circle, Role as Part};
use crate::style::Role;
use crate::text::Text;
use crate::words;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Minutes, opening, today);
    paper.head(&HeadParts { kind: "BB", undated: true, ..HeadParts::default() });
    paper.title("BIÊN BẢN", "title", "{Meeting}");
    let told = &dossier.proceedings;
    let began = [("clock", Said::Words(told::clock(told.began)))];
    paper.tell(Place::Proceedings, Label::None, "Thời gian bắt đầu: {clock}, {held}.", &began);
    paper.say("place", Label::None, "Địa điểm: {where}.");
    present(&mut paper);
    let chair = [("who", Said::Words(or_dots(&told.chair)))];
    paper.tell(Place::Proceedings, Label::None, "Chủ trì: {who}.", &chair);
    let secretary = [("who", Said::Words(or_dots(&told.secretary)))];
    paper.tell(Place::Proceedings, Label::None, "Thư ký: {who}.", &secretary);
    paper.say("contents", Label::None, "Nội dung:");
    paper.heading(&[1], "Diễn biến hội nghị");
    agenda(&mut paper);
    paper.heading(&[2], "Ý kiến, kiến nghị và nội dung trả lời");
    opinions(&mut paper);
    paper.heading(&[3], "Kết luận");
    paper.say("conclusion", Label::None, "Chủ trì hội nghị kết luận các nội dung sau:");
    paper.resolutions(|number| Label::Number(vec![3, number]));
    let ended = [("clock", Said::Words(told::clock(told.ended)))];
    paper.tell(Place::Proceedings, Label::None, "Hội nghị kết thúc vào hồi {clock}, {held}.", &ended);
    paper.end_text();
    sign(&mut paper);
    paper.finish("Bien ban hoi nghi")
}

/// Who came: the circles of the plan, without who chairs, and how many in all.
fn present(paper: &mut Composition<'_>) {
    let circles: Vec<&Circle> = paper.dossier.plan.circles.iter().filter(|circle| circle.role != Part::Chair).collect();
    if circles.is_empty() {
        paper.say("present", Label::None, "Thành phần tham dự: ……");
    } else {
        paper.say("present", Label::None, "Thành phần tham dự:");
    }
    for circle in circles {
        self::circle(paper, circle);
    }
    let attended = [("count", Said::Words(told::number(paper.dossier.proceedings.attended)))];
    let words = "Tổng số đại biểu dự hội nghị: {count} người (có danh sách kèm theo).";
    paper.tell(Place::Proceedings, Label::None, words, &attended);
}

/// A circle: its heading with its only line behind it, or with its lines below, without numbers: those were planned.
fn circle(paper: &mut Composition<'_>, circle: &Circle) {
    let mark = Some(Place::Thing(circle.id).mark());
    let lines: Vec<_> = circle.participants.iter().filter(|line| !line.who.is_blank()).collect();
    let mut text = if circle.heading.is_blank() { Text::words(HOLE) } else { circle.heading.clone() };
    text.trim_stop();
    match lines.as_slice() {
        [] => text.push_words("."),
        [only] => {
            text.push_words(": ");
            text.push(&only.who);
            text.trim_stop();
            text.push_words(".");
        }
        _ => text.push_words(":"),
    }
    paper.fact(Role::Body, Label::Dash, &text, mark);
    if let [_] = lines.as_slice() {
        return;
    }
    for (at, line) in lines.iter().enumerate() {
        let mut text = line.who.clone();
        text.trim_stop();
        text.push_words(if at + 1 == lines.len() { "." } else { ";" });
        paper.fact(Role::Body, Label::Plus, &text, Some(Place::Thing(line.id).mark()));
        paper.capital();
    }
}

/// The steps of the agenda, as they were taken.
fn agenda(paper: &mut Composition<'_>) {
    let items = &paper.dossier.plan.agenda.items;
    for (at, item) in items.iter().enumerate() {
        let mut text = item.text.clone();
        if !text.is_blank() {
            text.trim_stop();
            text.push_words(".");
        }
        let mark = Some(Place::Thing(item.id).mark());
        paper.fact(Role::Body, Label::Number(vec![1, at as u32 + 1]), &text, mark);
    }
    if items.is_empty() {
        paper.say("course", Label::None, "……");
    }
}

/// What was raised, by whom, and what was answered.
fn opinions(paper: &mut Composition<'_>) {
    let opinions = &paper.dossier.proceedings.opinions;
    if opinions.is_empty() {
        return paper.tell(Place::Opinions, Label::None, "……", &[]);
    }
    let count = u32::try_from(opinions.len()).ok();
    let named = [("count", Said::Words(told::number(count)))];
    let words = "Hội nghị đã tiếp nhận {count} ý kiến, kiến nghị, cụ thể như sau:";
    paper.tell(Place::Opinions, Label::None, words, &named);
    for (at, opinion) in opinions.iter().enumerate() {
        let place = Place::Thing(opinion.id);
        let named = [
            ("source", Said::Words(words::sentence_start(&told::source(opinion)))),
            ("repeated", Said::Words(repeated(opinion.repeated))),
            ("text", Said::Words(told::sentence(&opinion.text))),
        ];
        paper.tell(place, Label::Number(vec![2, at as u32 + 1]), "{source}{repeated}: {text}", &named);
        let answer = [("answer", Said::Words(told::answer(opinion, &paper.dossier.plan.organs)))];
        paper.tell(place, Label::Dash, "{answer}", &answer);
    }
}

fn repeated(count: u32) -> String {
    if count == 0 {
        String::new()
    } else {
        format!(" và {} ý kiến khác cùng nội dung", told::number(Some(count)))
    }
}

/// Who kept them signs at the left, who chaired at the right (NĐ 30/2020, Phụ lục III, mẫu 1.9; the Party's by custom).
fn sign(paper: &mut Composition<'_>) {
    let told = &paper.dossier.proceedings;
    let party = paper.system() == System::Party;
    let titles =
        if party { ["Người ghi biên bản", "Chủ trì hội nghị"] } else { ["Thư ký", "Chủ tọa"] };
    let signing = |title, words: &str| {
        // An office without a name is no hole: the name is written in by hand.
        let name = match told::person(words) {
            Some(name) => vec![Run::plain(name)],
            None if words.trim().is_empty() => vec![Run::hole(told::course())],
            None => Vec::new(),
        };
        Signing { title, name, mark: told::course() }
    };
    let [secretary, chair] = titles;
    let signing = [signing(secretary, &told.secretary), signing(chair, &told.chair)];
    let filed = if party { "" } else { "VT, Hồ sơ" };
    paper.blocks.push(signatures(&signing, None, filed, &paper.format));
}
