//! The introduction of guests (giới thiệu đại biểu): what is said at the microphone, in the order of rank.

use chrono::NaiveDate;

use super::Place;
use super::address::address;
use super::composition::{Composed, Composition, Opening};
use super::plan::participant_text;
use crate::document::{Block, Label, Mark, Paragraph, Run};
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::plan::{Circle, Role as Part};
use crate::style::Role;
use crate::text::Text;
use crate::words;

/// Who is introduced, in the order in which it is done, with the key and the words of the passage that does it.
const ORDER: [(Part, &str, &str); 4] = [
    (Part::Guest, "guests", "Xin trân trọng giới thiệu các vị khách mời:"),
    (Part::Chair, "chairs", "Xin trân trọng giới thiệu các đồng chí chủ trì hội nghị:"),
    (Part::Dialogue, "dialogue", "Xin trân trọng giới thiệu các vị đại biểu tham gia đối thoại:"),
    (Part::Attend, "attend", "Xin trân trọng giới thiệu các đồng chí, các vị đại biểu dự hội nghị:"),
];

/// More of those who only attend are not named one by one: nobody would listen.
const MOST_NAMED: usize = 30;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Guests, opening, today);
    paper.plain_head();
    paper.title("LỜI GIỚI THIỆU ĐẠI BIỂU", "title", "Tại {meeting}");
    paper.passage("greeting", Role::Body, "Kính thưa các vị đại biểu! Kính thưa toàn thể hội nghị!");
    paper.passage(
        "opening",
        Role::Body,
        "Thay mặt Ban Tổ chức, tôi xin trân trọng giới thiệu các vị đại biểu về dự hội nghị hôm nay.",
    );
    let by_name = !dossier.proceedings.invitees.is_empty();
    let mut said = false;
    for (part, key, words) in ORDER {
        said |= if by_name { named(&mut paper, part, key, words) } else { in_circles(&mut paper, part, key, words) };
    }
    if !said {
        let mark = Place::Invitees.mark();
        paper.blocks.push(Block::Paragraph(Paragraph::new(Role::Body, vec![Run::hole(Some(mark))], Some(mark))));
    }
    paper.passage("welcome", Role::Body, "Đề nghị hội nghị nhiệt liệt chào mừng các vị đại biểu.");
    paper.passage(
        "closing",
        Role::Body,
        "Xin trân trọng kính mời các đồng chí chủ trì và thư ký lên vị trí điều hành hội nghị. Xin trân trọng cảm ơn!",
    );
    paper.finish("Gioi thieu dai bieu")
}

/// Those who are invited by name and have this part; says whether there are any.
fn named(paper: &mut Composition<'_>, part: Part, key: &str, words: &str) -> bool {
    let system = paper.system();
    let invitees = paper.dossier.proceedings.invitees.iter().filter(|invitee| invitee.role == part);
    let lines: Vec<Vec<Run>> = invitees
        .map(|invitee| {
            let mark = Some(Mark(invitee.id.0));
            let name = invitee.name.trim();
            let name = words::sentence_start(&[address(system, name), name].concat());
            let mut runs = Composition::or_hole(&name, mark);
            if !invitee.office.trim().is_empty() {
                runs.push(Run { mark, ..Run::plain(format!(", {}", invitee.office.trim())) });
            }
            runs
        })
        .collect();
    if lines.is_empty() {
        return false;
    }
    let count = lines.len();
    if part == Part::Attend && count > MOST_NAMED {
        let words = format!(
            "Xin trân trọng giới thiệu {count} vị đại biểu đại diện cho các thôn, tổ dân phố, cơ quan, đơn vị về dự hội nghị."
        );
        paper.passage("many", Role::Body, &words);
        return true;
    }
    paper.passage(key, Role::Body, words);
    for (at, mut runs) in lines.into_iter().enumerate() {
        let mark = runs.first().and_then(|run| run.mark);
        runs.push(Run::plain(if at + 1 == count { "." } else { ";" }));
        let paragraph = Paragraph { label: Label::Dash, ..Paragraph::new(Role::Body, runs, mark) };
        paper.blocks.push(Block::Paragraph(paragraph));
    }
    true
}

/// The circles that have this part; says whether there are any.
fn in_circles(paper: &mut Composition<'_>, part: Part, key: &str, words: &str) -> bool {
    let circles = paper.dossier.plan.circles.iter().filter(|circle| circle.role == part);
    // A circle of one line is that line; one of none is its heading.
    let lines = |circle: &Circle| -> Vec<(Text, Mark)> {
        let known = circle.participants.iter().filter(|line| !line.who.is_blank());
        let lines: Vec<_> = known.map(|line| (participant_text(line), Mark(line.id.0))).collect();
        if lines.is_empty() { vec![(circle.heading.clone(), Mark(circle.id.0))] } else { lines }
    };
    let lines: Vec<_> = circles.flat_map(lines).collect();
    if lines.is_empty() {
        return false;
    }
    paper.passage(key, Role::Body, words);
    paper.list(&Label::Dash, &lines);
    true
}
