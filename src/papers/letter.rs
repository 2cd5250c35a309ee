//! The cover letter that passes the plan on (công văn).

use std::collections::HashSet;

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use super::head::HeadParts;
use super::words_of;
use crate::document::{Block, Cell, Label, Line, Paragraph, Row, Run, Table};
use crate::dossier::Dossier;
use crate::organ::{OrganKind, System};
use crate::paper::PaperKind;
use crate::style::Role;
use crate::text::{Fact, Form, Text};
use crate::words;

/// What stands before those whom it addresses.
const TO: &str = "Kính gửi:";

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Letter, opening, today);
    head(&mut paper);
    addressees(&mut paper);
    // A letter of another organ passes on a copy of what is not its own.
    let begins = match paper.own.organ {
        None => {
            "Thực hiện {plan} về việc tổ chức {meeting} (gửi kèm), {issuer-short} đề nghị các cơ quan, đơn vị tập trung \
             thực hiện một số nội dung sau:"
        }
        Some(_) => {
            "{Issuer} sao gửi {plan} về việc tổ chức {meeting} (bản sao kèm theo) và đề nghị các cơ quan, đơn vị \
             tập trung thực hiện một số nội dung sau:"
        }
    };
    paper.passage("opening", Role::Body, begins);
    asked(&mut paper);
    let office = paper.office();
    paper.passage(
        "contact",
        Role::Body,
        &format!(
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh về {office} để được hướng dẫn, giải quyết."
        ),
    );
    paper.end_text();
    let mut lines = vec![("Như trên".to_owned(), "")];
    if paper.own.organ.is_none() {
        lines.extend(paper.reported_to());
    }
    paper.foot(paper.recipients(lines));
    paper.finish("Cong van")
}

/// A letter has no kind: what it is about stands under its number, of the State after "V/v" (NĐ 30/2020, Phụ lục I, mục
/// II.5), of the Party after "về việc" (HD 05-HD/VPTW, confidence M; practice writes either).
fn head(paper: &mut Composition<'_>) {
    let party = paper.system() == System::Party;
    let lead = if party { "về việc" } else { "V/v" };
    let usual = paper.text(&format!("{lead} triển khai Kế hoạch tổ chức {{meeting}}"), &[]);
    let (runs, mark) = paper.passage_runs("subject", usual);
    let subject = [Paragraph::new(Role::Subject, runs, Some(mark))];
    // The office drafts for a People's Committee; the Front's and temporary bodies' letters bear their symbol alone.
    let committee = paper.issue().organs.first().is_some_and(|organ| organ.kind == OrganKind::PeoplesCommittee);
    let (kind, unit) = if party { ("CV", "") } else { ("", if committee { "VP" } else { "" }) };
    paper.head(&HeadParts { kind, unit, subject: &subject, ..HeadParts::default() });
}

/// Whom it addresses: who has a task in the plan, else who usually has; one on the line of "Kính gửi:", several on a line
/// each (NĐ 30/2020, Phụ lục I, mục II.9). The officer writes several with semicolons between them.
fn addressees(paper: &mut Composition<'_>) {
    let usual = usual_addressees(paper);
    let (runs, mark) = paper.passage_runs("addressees", usual);
    let mark = Some(mark);
    // Of the Party, the label is italic.
    let label = Run { italic: paper.system() == System::Party, mark, ..Run::plain(TO) };
    let mut several = split(runs);
    if several.len() < 2 {
        let mut runs = vec![label, Run { mark, ..Run::plain(" ") }];
        runs.extend(several.pop().unwrap_or_else(|| vec![Run::hole(mark)]));
        paper.blocks.push(Block::Paragraph(Paragraph::new(Role::Addressee, runs, mark)));
        return;
    }
    let count = several.len();
    let line = |(at, mut runs): (usize, Vec<Run>)| {
        if runs.last().is_some_and(|run| !run.hole) {
            runs.push(Run { mark, ..Run::plain(if at + 1 == count { "." } else { ";" }) });
        }
        Line::Text(Paragraph { label: Label::Dash, ..Paragraph::new(Role::AddresseeItem, runs, mark) })
    };
    let lines = several.into_iter().enumerate().map(line).collect();
    // The label stands in from the margin, the dashes under each other beside it.
    let (margin, beside) = (20.0, 24.0);
    let whole = paper.format.page.text_width();
    let cells = vec![Cell::new(Vec::new()), Cell::text(Role::AddresseeItem, vec![label], mark), Cell::new(lines)];
    // They keep clear of what the letter is about, which stands above.
    let room = Row { cells: vec![Cell { columns: 3, ..Cell::new(Vec::new()) }], least_mm: 4.0, ..Row::default() };
    paper.blocks.push(Block::Table(Table {
        widths_mm: vec![margin, beside, whole - margin - beside],
        rows: vec![room, Row { cells, ..Row::default() }],
        bare: true,
        ..Table::default()
    }));
}

/// Those with a task, each once; where another organ passes the plan on, or nobody has a task, those below the issuer.
fn usual_addressees(paper: &Composition<'_>) -> Text {
    let mut text = Text::default();
    let mut met = HashSet::new();
    if paper.own.organ.is_none() {
        for assignment in &paper.dossier.plan.assignments {
            let name = words::fold(words_of(paper.dossier, &assignment.agency).trim_end_matches('.'));
            if assignment.agency.is_blank() || !met.insert(name) {
                continue;
            }
            if !text.is_empty() {
                text.push_words("; ");
            }
            text.push_slot(Fact::Agency(assignment.id), Form::Capital);
        }
    }
    if text.is_empty() {
        let unit = paper.unit();
        let usual = match paper.system() {
            System::Party => {
                "Các cơ quan tham mưu, giúp việc {issuer-short}; Các chi bộ, đảng bộ trực thuộc".to_owned()
            }
            System::Front => "Các tổ chức thành viên; Ban Công tác Mặt trận các thôn, tổ dân phố".to_owned(),
            System::State => {
                format!("Các phòng, cơ quan, đơn vị thuộc Ủy ban nhân dân {unit}; Trưởng các thôn, tổ dân phố")
            }
        };
        text = paper.text(&usual, &[]);
    }
    text
}

/// The runs between semicolons and line ends, without the full stops that close names in the plan.
fn split(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut several: Vec<Vec<Run>> = vec![Vec::new()];
    for run in runs {
        for (at, part) in run.text.split([';', '\n']).enumerate() {
            if at > 0 {
                several.push(Vec::new());
            }
            let Some(current) = several.last_mut() else { continue };
            let part = if current.is_empty() { part.trim_start() } else { part };
            if !part.is_empty() {
                current.push(Run { text: part.to_owned(), ..run.clone() });
            }
        }
    }
    for one in &mut several {
        while let Some(last) = one.last_mut().filter(|last| !last.hole) {
            let kept = last.text.trim_end().trim_end_matches(['.', ',']).len();
            last.text.truncate(kept);
            if kept > 0 {
                break;
            }
            one.pop();
        }
        if let Some(first) = one.first_mut() {
            first.text = words::sentence_start(&first.text);
        }
    }
    several.retain(|one| !one.is_empty());
    several
}

/// What it asks of them.
fn asked(paper: &mut Composition<'_>) {
    let collecting = &paper.dossier.plan.collecting;
    let opinions = if collecting.is_blank() {
        let office = paper.office();
        paper.text(
            &format!(
                "Tổng hợp ý kiến, kiến nghị của cán bộ, đảng viên, đoàn viên, hội viên và Nhân dân thuộc phạm vi phụ trách, gửi về \
                 {office} trước ngày tổ chức hội nghị."
            ),
            &[],
        )
    } else {
        let form = if paper.dossier.forms.is_empty() {
            "Phát {form} đến "
        } else {
            "Phát {form} (mẫu gửi kèm) đến "
        };
        let mut text = paper.text(form, &[]);
        if collecting.handed_out_to.is_blank() {
            text.push_words("cán bộ, đảng viên, đoàn viên, hội viên và Nhân dân");
        } else {
            text.push(&collecting.handed_out_to);
        }
        text.push(&paper.text(
            "; hướng dẫn ghi rõ nội dung, địa điểm, vụ việc và đề nghị giải quyết; thu lại phiếu, gửi về {receiver} {return-by}.",
            &[],
        ));
        text
    };
    let plain = |words: &str| Text::words(words);
    let passages = [
        (
            "tasks",
            plain(
                "Triển khai nhiệm vụ được phân công tại Kế hoạch; chuẩn bị báo cáo, nội dung trả lời thuộc trách nhiệm, bảo đảm đúng \
                 tiến độ, chất lượng.",
            ),
        ),
        (
            "spread",
            plain(
                "Tuyên truyền, phổ biến mục đích, nội dung, thời gian, địa điểm tổ chức hội nghị đến cán bộ, đảng viên, đoàn viên, \
                 hội viên và Nhân dân để tham gia ý kiến.",
            ),
        ),
        ("opinions", opinions),
        ("attend", plain("Cử đại biểu dự hội nghị đúng thành phần, đủ số lượng theo Kế hoạch.")),
    ];
    for (number, (key, text)) in (1..).zip(passages) {
        paper.passage_text(key, Role::Body, Label::Count(number), text);
    }
}
