//! The foot of a paper: recipients at the left, one signature or two at the right.

use super::Place;
use super::composition::width_mm;
use crate::document::{Block, Columns, ColumnsKind, HOLE, Label, Line, Mark, Paragraph, Run, runs_with_holes};
use crate::id::Id;
use crate::organ::{Power, Signatory};
use crate::plan::Recipients;
use crate::style::{Format, Role};
use crate::words;

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

/// Columns as wide as what stands in them, and what is left over shared alike: a title stays on one line if it can. One
/// who signs alone has the right half.
fn signature_widths(signing: &[Signing<'_>], format: &Format) -> Vec<f32> {
    let whole = format.page.text_width();
    if signing.len() < 3 {
        return vec![whole / 2.0; 2];
    }
    let title = |who: &Signing<'_>| width_mm(format, Role::Authority, &words::upper(who.title));
    let widths: Vec<f32> = signing.iter().map(|who| title(who).max(30.0) + 1.0).collect();
    let over = (whole - widths.iter().sum::<f32>()) / signing.len() as f32;
    if over < 0.0 {
        vec![whole / signing.len() as f32; signing.len()]
    } else {
        widths.iter().map(|width| width + over).collect()
    }
}

fn recipients_lines(recipients: &Recipients, format: &Format) -> Vec<Line> {
    let mut lines = vec![Line::Text(Paragraph::new(
        Role::RecipientsLabel,
        vec![Run::plain("Nơi nhận:")],
        Some(Place::Filed.mark()),
    ))];
    for recipient in &recipients.lines {
        // One that is usual for a paper is no thing of the dossier yet.
        let place = if recipient.id == Id::default() { Place::Filed } else { Place::Thing(recipient.id) };
        let mark = Some(place.mark());
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
    // What closes a hole is not known until it is filled.
    runs.push(if filed.is_empty() { Run::hole(mark) } else { Run::plain(format!("{filed}.")) });
    lines.push(Line::Text(Paragraph { label: Label::Dash, ..Paragraph::new(Role::Recipient, runs, mark) }));
    lines
}

/// Who signs beside others, without power and seal: who kept the minutes, who counted, who drew up a list.
pub(super) struct Signing<'a> {
    /// As what.
    pub title: &'a str,
    /// Their name; none for one that is written in by hand.
    pub name: Vec<Run>,
    /// What leads to the name.
    pub mark: Option<Mark>,
}

impl<'a> Signing<'a> {
    /// Somebody who writes the name in by hand.
    pub(super) fn by_hand(title: &'a str) -> Self {
        Self { title, name: Vec::new(), mark: None }
    }
}

/// A row of signatures, which share the width. `dated` stands above the last of them; `filed` is where the paper is filed,
/// which stands under the first (NĐ 30/2020, Phụ lục III, mẫu 1.9).
pub(super) fn signatures(signing: &[Signing<'_>], dated: Option<Paragraph>, filed: &str, format: &Format) -> Block {
    // One alone signs at the right.
    let mut columns: Vec<Vec<Line>> = if signing.len() == 1 { vec![Vec::new()] } else { Vec::new() };
    for (at, who) in signing.iter().enumerate() {
        let mut lines = Vec::new();
        if let Some(dated) = dated.as_ref() {
            lines.push(if at + 1 == signing.len() { Line::Text(dated.clone()) } else { Line::Gap(Role::PlaceDate, 1) });
        }
        lines.push(Line::Text(Paragraph::new(Role::Authority, vec![Run::plain(who.title)], who.mark)));
        lines.push(Line::Text(Paragraph::new(Role::FormNote, vec![Run::plain("(Ký, ghi rõ họ tên)")], None)));
        lines.push(Line::Gap(Role::Signer, format.signature_gap_lines));
        lines.push(Line::Text(Paragraph::new(Role::Signer, who.name.clone(), who.mark)));
        columns.push(lines);
    }
    if !filed.is_empty()
        && let Some(first) = columns.first_mut()
    {
        let recipients = Recipients { lines: Vec::new(), filed: filed.to_owned() };
        first.push(Line::Gap(Role::Recipient, 1));
        first.extend(recipients_lines(&recipients, format));
    }
    let widths_mm = signature_widths(signing, format);
    Block::Columns(Columns { widths_mm, columns, kind: ColumnsKind::Foot })
}

/// The lines of power and office above a signature, each with its role.
pub fn signature_lines(signatory: &Signatory, format: &Format) -> Vec<(Role, String)> {
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
