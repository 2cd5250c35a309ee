//! The stub of a form (cuống phiếu): what whoever hands the copy out keeps, signed by who received it.

use super::slots;
use crate::document::{Block, Cell, HOLE, Line, Paragraph, Row, Run, STUB_MM, Table};
use crate::dossier::Dossier;
use crate::form::Form;
use crate::style::{Format, Role, text_width_mm};

/// The words of a stub, in the room that is torn off: what it is the stub of, and a line to sign on. What tells the copy
/// stands in the margin above them.
pub(super) fn block(dossier: &Dossier, form: &Form, format: &Format) -> Block {
    // Nothing on it is a text of its own: the title is asked for, and marked, where it stands whole.
    let line = |role, runs| Line::Text(Paragraph::new(role, runs, None));
    let title = vec![Run::plain(title(dossier, form, format))];
    let signed = vec![Run::plain("Người nhận ký, ghi rõ họ tên: "), Run::leader(0)];
    let cell = Cell::new(vec![line(Role::StubTitle, title), line(Role::StubFill, signed)]);
    let rows = vec![Row { cells: vec![cell], least_mm: STUB_MM, ..Row::default() }];
    Block::Table(Table { widths_mm: vec![format.page.text_width()], rows, bare: true, ..Table::default() })
}

/// "Cuống phiếu góp ý": the title of the form in short, on one line.
fn title(dossier: &Dossier, form: &Form, format: &Format) -> String {
    let whole = slots::words_of(dossier, &form.title);
    let whole: Vec<&str> = whole.split_whitespace().collect();
    let mut title = match whole.split_first() {
        None => format!("Cuống phiếu {HOLE}"),
        Some((first, rest)) if first.to_lowercase() == "phiếu" => {
            ["Cuống", "phiếu"].into_iter().chain(rest.iter().copied()).collect::<Vec<_>>().join(" ")
        }
        Some(_) => format!("Cuống phiếu: {}", whole.join(" ")),
    };
    let set = format.role(Role::StubTitle);
    let fits = |title: &str| text_width_mm(title, set.size_pt, set.bold) <= format.page.text_width();
    if fits(&title) {
        return title;
    }
    while let Some(end) = title.rfind(' ') {
        title.truncate(end);
        let short = format!("{title}…");
        if fits(&short) {
            return short;
        }
    }
    title
}
