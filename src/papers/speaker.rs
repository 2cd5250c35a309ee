//! The form on which a speaker registers (phiếu đăng ký phát biểu): half a sheet, always with a name.

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use super::words_of;
use crate::document::{AnswerLines, Block, Cell, Group, Line, Mark, Paragraph, Row, Run, Table};
use crate::dossier::Dossier;
use crate::form::{FormPaper, LINE_MM, Size};
use crate::paper::PaperKind;
use crate::style::{Role, text_width_mm};
use crate::words;

/// The fields where the plan's subjects name none: those that dialogues of communes have (practice, M).
const USUAL: [&str; 6] = [
    "Xây dựng Đảng",
    "Kinh tế, đất đai, dự án",
    "Môi trường",
    "Văn hóa - xã hội",
    "An ninh, trật tự",
    "Cải cách hành chính",
];

/// So many lines of boxes stand on half a sheet beside the rest, one that is always there not counted.
const MOST_LINES: usize = 6;

/// A line of boxes in mm.
const BOX_MM: f32 = 6.5;

/// The fewest lines of handwriting that say anything.
const LEAST_ANSWER: usize = 2;

/// What is neither title nor boxes nor lines of handwriting takes about half of the page in mm; a few mm are left over,
/// since every program sets lines a little otherwise.
const REST_MM: f32 = 101.0;

/// What a telephone number takes in mm.
const PHONE_MM: u16 = 34;

/// Longer than this, a subject is no field but a sentence.
const LONGEST: usize = 75;

/// What a subject begins with that says what is done at the dialogue, and no field that one speaks on.
const DOES: [&str; 9] =
    ["nghe", "thông tin", "tiếp nhận", "cùng", "trao đổi", "trả lời", "kết quả", "chủ tịch", "đồng chí"];

/// A field with its box, and the question that it comes from.
struct Field {
    words: String,
    mark: Option<Mark>,
}

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Speaker, opening, today);
    paper.format.page = FormPaper { size: Size::A5, ..FormPaper::default() }.page();
    paper.title("PHIẾU ĐĂNG KÝ PHÁT BIỂU", "title", "Tại {meeting}");
    let name = vec![Run::plain("Họ và tên: "), Run::leader(0), Run::plain(" Điện thoại: "), Run::leader(PHONE_MM)];
    block(&mut paper, Role::Fill, name);
    let unit = vec![Run::plain("Đơn vị (thôn, tổ dân phố): "), Run::leader(0)];
    block(&mut paper, Role::Fill, unit);
    let room = room_mm(&paper, opening);
    let from = paper.blocks.len();
    paper.passage("fields", Role::Question, "Lĩnh vực phát biểu (đánh dấu x vào ô phù hợp):");
    let taken = boxes(&mut paper, fields(dossier), most_lines(room));
    group(&mut paper, from);
    let from = paper.blocks.len();
    paper.passage("summary", Role::Question, "Tóm tắt nội dung phát biểu:");
    let left = ((room - taken as f32 * BOX_MM) / LINE_MM).floor();
    let count = left.clamp(LEAST_ANSWER as f32, 6.0) as u32;
    paper.blocks.push(Block::Lines(AnswerLines { count, pitch_mm: LINE_MM, mark: None }));
    group(&mut paper, from);
    times(&mut paper);
    let from = paper.blocks.len();
    signature(&mut paper);
    group(&mut paper, from);
    secretary(&mut paper);
    paper.finish("Phieu dang ky phat bieu")
}

/// Makes one group of what was set last, with the room above it that a question of a form has.
fn group(paper: &mut Composition<'_>, from: usize) {
    let blocks = paper.blocks.split_off(from);
    paper.blocks.push(Block::Group(Group { blocks, mark: None, split: false }));
}

/// The room in mm that the page has for boxes and handwriting beside a title of its length.
fn room_mm(paper: &Composition<'_>, opening: Opening) -> f32 {
    let format = &paper.format;
    let whole = format.page.text_width();
    let set = format.role(Role::Title);
    let title = words_of(paper.dossier, &paper.dossier.plan.event);
    let title = text_width_mm(&title, set.size_pt, set.bold) / whole + 1.0;
    let above = match opening {
        Opening::Own => 0.0,
        // Which enclosure it is, and what of: lines end where words do, not where the page does.
        Opening::Enclosed(_) => {
            let set = format.role(Role::FormNote);
            let of = format!("(Kèm theo {})", super::plan::named(paper.dossier));
            let lines = (text_width_mm(&of, set.size_pt, set.bold) / (whole * 0.9)).ceil();
            6.0 + lines * 5.5
        }
    };
    format.page.text_height() - REST_MM - title.ceil() * 5.0 - above
}

/// How many lines of boxes leave room for an answer, the one that is always there not counted.
fn most_lines(room_mm: f32) -> usize {
    let lines = (room_mm - LEAST_ANSWER as f32 * LINE_MM) / BOX_MM - 1.0;
    lines.floor().clamp(1.0, MOST_LINES as f32) as usize
}

fn block(paper: &mut Composition<'_>, role: Role, runs: Vec<Run>) {
    paper.blocks.push(Block::Paragraph(Paragraph::new(role, runs, None)));
}

/// How long, and whether papers go with it.
fn times(paper: &mut Composition<'_>) {
    let mut runs = vec![Run { bold: true, ..Run::plain("Thời lượng: ") }];
    let mut answer = |words: &str| runs.extend([Run::tick_box(), Run::plain(words)]);
    answer("03 phút ");
    answer("05 phút   ");
    runs.push(Run { bold: true, ..Run::plain("Tài liệu: ") });
    let mut answer = |words: &str| runs.extend([Run::tick_box(), Run::plain(words)]);
    answer("Có ");
    answer("Không");
    block(paper, Role::Fill, runs);
}

/// The fields of the plan's subjects; where none has any, the subjects that are as short as a field; else the usual ones.
fn fields(dossier: &Dossier) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let subjects = &dossier.plan.subjects;
    let has_fields = subjects.iter().any(|subject| !subject.fields.is_empty());
    for subject in subjects {
        let own = std::slice::from_ref(&subject.text);
        for text in if has_fields { &subject.fields } else { own } {
            // What follows a colon or a semicolon tells the field in detail.
            let words = words_of(dossier, text);
            let words = words.split([':', ';']).next().unwrap_or_default().trim().trim_end_matches(['.', ',']);
            let folded = words::fold(words);
            let does = !has_fields && DOES.iter().any(|verb| folded.starts_with(verb));
            if !words.is_empty() && words.chars().count() <= LONGEST && !does {
                fields.push(Field { words: words::sentence_start(words), mark: Some(Mark(subject.id.0)) });
            }
        }
    }
    if fields.len() < 2 {
        return USUAL.map(|words| Field { words: words.to_owned(), mark: None }).into();
    }
    fields
}

/// The boxes on at most so many lines: in two columns where all are short, and one for what is no field of these. How many
/// lines they take.
fn boxes(paper: &mut Composition<'_>, mut fields: Vec<Field>, most: usize) -> usize {
    let width = paper.format.page.text_width();
    let set = paper.format.role(Role::Answer);
    // A box and the space behind it take 8 mm.
    let wide = |field: &Field| text_width_mm(&field.words, set.size_pt, set.bold) + 8.0;
    let beside = fields.iter().all(|field| wide(field) < width / 2.0);
    let mut lines = 0;
    fields.retain(|field| {
        let more = if beside { 1 } else { 2 * (wide(field) / width).ceil() as usize };
        let fits = lines + more <= 2 * most;
        lines += if fits { more } else { 0 };
        fits
    });
    let answers = fields.into_iter().map(|field| {
        let runs = vec![Run::tick_box(), Run { mark: field.mark, ..Run::plain(field.words) }];
        Paragraph::new(Role::Answer, runs, field.mark)
    });
    if beside {
        let mut cells: Vec<Cell> = answers.map(|answer| Cell::new(vec![Line::Text(answer)])).collect();
        if cells.len() % 2 == 1 {
            cells.push(Cell::new(Vec::new()));
        }
        let rows = cells.chunks(2).map(|cells| Row { cells: cells.to_vec(), ..Row::default() }).collect();
        paper.blocks.push(Block::Table(Table {
            widths_mm: vec![width / 2.0; 2],
            rows,
            bare: true,
            ..Table::default()
        }));
    } else {
        paper.blocks.extend(answers.map(Block::Paragraph));
    }
    block(paper, Role::Answer, vec![Run::tick_box(), Run::plain("Khác: "), Run::leader(0)]);
    lines.div_ceil(2) + 1
}

/// Place and date, and who registers, at the right. The dots are written on by hand.
fn signature(paper: &mut Composition<'_>) {
    let width = paper.format.page.text_width();
    let right = 84.0_f32.min(width);
    let line = |role, words: &str| Line::Text(Paragraph::new(role, vec![Run::plain(words)], None));
    let lines = vec![
        line(Role::FormNote, "…………, ngày …… tháng …… năm ………"),
        line(Role::TableHead, "Người đăng ký"),
        line(Role::FormNote, "(Ký, ghi rõ họ tên)"),
        Line::Gap(Role::TableHead, 2),
    ];
    let rows = vec![Row { cells: vec![Cell::new(Vec::new()), Cell::new(lines)], ..Row::default() }];
    paper.blocks.push(Block::Table(Table {
        widths_mm: vec![width - right, right],
        rows,
        bare: true,
        ..Table::default()
    }));
}

/// The box of the secretariat.
fn secretary(paper: &mut Composition<'_>) {
    let line = |runs| Line::Text(Paragraph::new(Role::NarrowCell, runs, None));
    let filled = |words: &str| line(vec![Run::plain(words), Run::leader(0)]);
    let choice = vec![
        Run::plain("Được mời phát biểu:  "),
        Run::tick_box(),
        Run::plain("Có   "),
        Run::tick_box(),
        Run::plain("Không"),
    ];
    let head = Run { bold: true, ..Run::plain("Phần ghi của Tổ thư ký") };
    let left = Cell::new(vec![line(vec![head]), filled("Số thứ tự: "), filled("Nhận lúc: ")]);
    let right = Cell::new(vec![line(choice), filled("Cơ quan trả lời: ")]);
    let rows = vec![Row { cells: vec![left, right], ..Row::default() }];
    let width = paper.format.page.text_width();
    // Half of the right line stands outside the table; a browser that prints the flowing file cuts that half off.
    let widths_mm = vec![width * 0.42, width * 0.58 - 0.3];
    paper.blocks.push(Block::Table(Table { widths_mm, rows, ..Table::default() }));
}
