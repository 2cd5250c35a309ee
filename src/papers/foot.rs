//! The foot of a paper: recipients at the left, one signature or two at the right.

use super::Place;
use crate::document::{Block, Columns, ColumnsKind, HOLE, Label, Line, Paragraph, Run, runs_with_holes};
use crate::organ::{Power, Signatory};
use crate::plan::Recipients;
use crate::style::{Format, Role};

/// The foot of a paper: who receives it, who signs it.
pub(super) fn foot(recipients: &Recipients, signatories: &[Signatory], format: &Format) -> Block {
    let whole = format.page.text_width();
    let mut columns = vec![recipients_lines(recipients, format)];
    columns.extend(signatories.iter().map(|signatory| signature(signatory, format)));
    if signatories.is_empty() {
        let mark = Some(Place::Signature.mark());
        columns.push(vec![Line::Text(Paragraph::new(Role::Authority, vec![Run::hole(mark)], mark))]);
    }
    // The model files of NĐ 30/2020 give the recipients about a third; three columns share alike.
    let widths_mm = match columns.len() {
        2 => vec![whole * 0.45, whole * 0.55],
        count => vec![whole / count as f32; count],
    };
    Block::Columns(Columns { widths_mm, columns, kind: ColumnsKind::Foot })
}

fn recipients_lines(recipients: &Recipients, format: &Format) -> Vec<Line> {
    let mut lines = vec![Line::Text(Paragraph::new(
        Role::RecipientsLabel,
        vec![Run::plain("Nơi nhận:")],
        Some(Place::Filed.mark()),
    ))];
    for recipient in &recipients.lines {
        let mark = Some(Place::Thing(recipient.id).mark());
        let mut runs = if recipient.who.trim().is_empty() {
            vec![Run::hole(mark)]
        } else {
            vec![Run::plain(recipient.who.trim())]
        };
        if !recipient.purpose.trim().is_empty() {
            runs.push(Run::plain(format!(" ({})", recipient.purpose.trim())));
        }
        runs.push(Run::plain(format.marks.recipient_end));
        lines.push(Line::Text(Paragraph { label: Label::Dash, ..Paragraph::new(Role::Recipient, runs, mark) }));
    }
    let mark = Some(Place::Filed.mark());
    let filed = recipients.filed.trim();
    let mut runs = vec![Run::plain(format.marks.filed_label)];
    runs.push(if filed.is_empty() { Run::hole(mark) } else { Run::plain(filed) });
    runs.push(Run::plain("."));
    lines.push(Line::Text(Paragraph { label: Label::Dash, ..Paragraph::new(Role::Recipient, runs, mark) }));
    lines
}

/// The lines of power and office above a signature, each with its role.
pub(super) fn signature_lines(signatory: &Signatory, format: &Format) -> Vec<(Role, String)> {
    let marks = format.marks;
    let position = signatory.position.trim();
    let or_hole = |words: &str| if words.trim().is_empty() { HOLE.to_owned() } else { words.trim().to_owned() };
    let first = |mark: &str, named: &str| (Role::Authority, format!("{mark} {}", or_hole(named)));
    let office = (Role::Office, or_hole(position));
    match &signatory.power {
        Power::Collective { body } => vec![first(marks.on_behalf, body), office],
        Power::CollectiveDeputy { body, .. } if format.deputy_signs_directly => {
            vec![first(marks.on_behalf, body), office]
        }
        Power::CollectiveDeputy { body, head } => {
            vec![first(marks.on_behalf, body), (Role::Office, format!("{} {}", marks.in_place, or_hole(head))), office]
        }
        Power::Own => vec![office],
        Power::OwnDeputy { head } => vec![first(marks.in_place, head), office],
        Power::ByOrder { of } => vec![first(marks.by_order, of), office],
        Power::ByAuthorisation { of } => vec![first(marks.by_authorisation, of), office],
        Power::Acting => vec![(Role::Office, format!("{} {}", marks.acting, or_hole(position)))],
    }
}

pub(super) fn signature(signatory: &Signatory, format: &Format) -> Vec<Line> {
    let mark = Some(Place::Thing(signatory.id).mark());
    let mut lines: Vec<Line> = signature_lines(signatory, format)
        .into_iter()
        .map(|(role, words)| Line::Text(Paragraph::new(role, runs_with_holes(&words, None, mark), mark)))
        .collect();
    lines.push(Line::Gap(Role::Signer, format.signature_gap_lines));
    // NĐ 30/2020, Phụ lục I, II.7đ: a temporary body's signer has the standing office above the name.
    let standing = signatory.standing_office.trim();
    if !standing.is_empty() {
        lines.push(Line::Text(Paragraph::new(Role::Office, vec![Run::plain(standing)], mark)));
    }
    let signer = signatory.signer.trim();
    let run = if signer.is_empty() { Run::hole(mark) } else { Run::plain(signer) };
    lines.push(Line::Text(Paragraph::new(Role::Signer, vec![run], mark)));
    lines
}
