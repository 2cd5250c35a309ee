//! An old opinion form as a form: what asks, what is ticked, what is written on, tables, who answers and signs.
//!
//! Nothing is dropped: what is no question stands as text to read. Numbers and lines are drawn by the product.

mod signs;

use signs::{
    BOXES, asks, before_dots, has_box, is_answer, is_field, is_options, is_place_and_date, is_section, is_short,
    is_signer, is_subtitle, is_title, question,
};

use super::label::{self, Label};
use super::reading::{As, Import};
use super::scan::{Scanned, is_capitals};
use super::source::{Line, Source};
use crate::dossier::Dossier;
use crate::form::{Form, FormBlock, FormItem, Kind};
use crate::id::Id;
use crate::text::Text;
use crate::words;

/// The form that a source is, where it is one and nothing else.
pub fn form(source: &Source, import: &Import) -> Option<Form> {
    let alone = !import.readings.is_empty() && import.readings.iter().all(|reading| reading.is_form());
    if alone { enclosed_form(source, import) } else { None }
}

/// The form among the papers of a source.
fn enclosed_form(source: &Source, import: &Import) -> Option<Form> {
    let at = import.readings.iter().position(|reading| reading.is_form())?;
    let from = import.readings[at].line;
    let to = import.readings.get(at + 1).map_or(source.lines.len(), |next| next.line);
    // What is debris, and what the user leaves out, is none of it.
    let kept = source.lines.iter().zip(&import.lines).enumerate();
    let kept = kept.filter(|(at, (_, read))| (from..to).contains(at) && **read != As::LeftOut);
    read(&kept.map(|(_, (line, _))| line.clone()).collect::<Vec<_>>())
}

/// The draft that the papers of a source make, with the form that is enclosed.
pub fn draft(source: &Source, import: &Import) -> Option<Dossier> {
    let mut dossier = import.dossier()?;
    if let Some(form) = enclosed_form(source, import) {
        let form = dossier.adopted(form);
        dossier.plan.collecting.form = Some(form.id);
        dossier.forms.push(form);
    }
    Some(dossier)
}

/// Reads the lines of a form.
fn read(lines: &[Line]) -> Option<Form> {
    let titled = lines.iter().position(|line| is_title(&line.text))?;
    let mut reader = Reader::default();
    reader.head(&lines[..titled]);
    let mut at = reader.title(lines, titled);
    while at < lines.len() {
        at = reader.line(lines, at);
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    form: Form,
    next: u32,
    numbered: usize,
}

impl Reader {
    fn id(&mut self) -> Id {
        self.next += 1;
        Id(self.next)
    }

    fn item(&mut self, text: &str) -> FormItem {
        FormItem { id: self.id(), text: Text::words(text.trim()), sub: false }
    }

    fn block(&mut self, kind: Kind, title: &str) -> FormBlock {
        FormBlock { id: self.id(), kind, title: Text::words(title.trim()), ..FormBlock::default() }
    }

    fn head(&mut self, lines: &[Line]) {
        self.form.headed =
            lines.iter().any(|line| is_capitals(&line.text) && Scanned::head(&line.text).words.len() > 1);
        for line in lines {
            let text = line.text.trim();
            if let Some(model) = text.strip_prefix("Mẫu").filter(|_| text.len() < 40) {
                self.form.model = format!("Mẫu{model}");
            }
        }
    }

    /// The title, what stands under it, and where the form goes on.
    fn title(&mut self, lines: &[Line], at: usize) -> usize {
        let mut title = words::sentence_start(&lines[at].text.to_lowercase());
        let mut next = at + 1;
        while let Some(line) = lines
            .get(next)
            .filter(|line| is_capitals(&line.text) && label::split(&line.text).1.is_empty() && line.cells.is_empty())
        {
            title = format!("{title} {}", line.text.to_lowercase());
            next += 1;
        }
        self.form.title = Text::words(title);
        if let Some(line) = lines.get(next).filter(|line| is_subtitle(line)) {
            let text = line.text.trim();
            if Scanned::head(text.trim_start_matches('(')).begins("kem theo") {
                self.form.enclosed = true;
            } else {
                self.form.subtitle = Text::words(text.trim_matches(['(', ')']));
            }
            next += 1;
        }
        if let Some(line) =
            lines.get(next).filter(|line| Scanned::head(line.text.trim_start_matches('(')).begins("kem theo"))
        {
            self.form.enclosed = line.text.chars().count() < 300;
            next += usize::from(self.form.enclosed);
        }
        next
    }

    /// Reads what begins on a line; gives where the form goes on.
    fn line(&mut self, lines: &[Line], at: usize) -> usize {
        let line = &lines[at];
        let text = line.text.trim();
        if !line.cells.is_empty() {
            return if is_options(line) { self.options(lines, at) } else { self.table(lines, at) };
        }
        if is_answer(text) {
            return self.answers(lines, at);
        }
        if is_options(line) {
            return self.options(lines, at);
        }
        if is_signer(text) || is_place_and_date(text) {
            return self.signature(lines, at);
        }
        let (question, rest) = question(line);
        if is_field(rest) && (!question || !asks(lines.get(at + 1))) {
            return self.field(lines, at);
        }
        if question || asks(lines.get(at + 1)) {
            let title = before_dots(rest).map_or(rest, |(title, _)| title);
            let mut block = self.block(Kind::Open, title.trim_end_matches(':'));
            block.unnumbered = !question;
            self.numbered += usize::from(question);
            block.lines = u32::from(before_dots(rest).is_some());
            self.form.blocks.push(block);
            return self.help(lines, at + 1);
        }
        let kind = if is_section(line) { Kind::Section } else { Kind::Statement };
        let (_, _, words) = label::split(text);
        let block = self.block(kind, if kind == Kind::Section { words } else { text });
        self.form.blocks.push(block);
        if kind == Kind::Section { self.help(lines, at + 1) } else { at + 1 }
    }

    /// What helps to answer stands in brackets under a question.
    fn help(&mut self, lines: &[Line], at: usize) -> usize {
        let Some(line) = lines
            .get(at)
            .filter(|line| line.text.starts_with('(') && line.text.trim_end().ends_with(')') && line.cells.is_empty())
        else {
            return at;
        };
        if let Some(last) = self.form.blocks.last_mut() {
            last.help = Text::words(line.text.trim());
        }
        at + 1
    }

    /// Lines to write on belong to the question above them.
    fn answers(&mut self, lines: &[Line], at: usize) -> usize {
        let count = lines[at..].iter().take_while(|line| is_answer(&line.text) && line.cells.is_empty()).count();
        let open = self.form.blocks.last_mut().filter(|last| {
            matches!(last.kind, Kind::Open | Kind::Statement | Kind::Single | Kind::Multiple | Kind::Agree)
        });
        let lines_of = u32::try_from(count).unwrap_or(1);
        match open {
            Some(last) => {
                if last.kind == Kind::Statement {
                    last.kind = Kind::Open;
                    last.unnumbered = true;
                }
                last.lines = last.lines.saturating_add(lines_of);
            }
            None => {
                let block = self.block(Kind::Open, "");
                self.form.blocks.push(FormBlock { unnumbered: true, lines: lines_of, ..block });
            }
        }
        at + count
    }

    /// Boxes to tick belong to the question above them.
    fn options(&mut self, lines: &[Line], at: usize) -> usize {
        let mut texts: Vec<String> = Vec::new();
        let mut next = at;
        let mut lead = String::new();
        while let Some(line) = lines.get(next).filter(|line| is_options(line)) {
            let text = line.text.replace("[ ]", "☐").replace("[  ]", "☐");
            let mut parts = text.split(BOXES);
            let first = parts.next().unwrap_or_default().trim().to_owned();
            let parts: Vec<String> = parts.map(|part| part.trim().to_owned()).collect();
            let behind = !first.is_empty() && parts.iter().all(String::is_empty);
            if behind {
                // The box stands behind its words.
                texts.push(first);
            } else {
                if !first.is_empty() && texts.is_empty() {
                    lead = first;
                }
                texts.extend(parts.into_iter().filter(|part| !part.is_empty()));
            }
            next += 1;
        }
        let asks = self.form.blocks.last_mut().filter(|last| {
            matches!(last.kind, Kind::Open | Kind::Statement | Kind::Section) && lead.is_empty() && last.lines == 0
        });
        if asks.is_none() {
            let (_, _, title) = label::split(&lead);
            let mut block = self.block(Kind::Open, title.trim_end_matches(':'));
            block.unnumbered = label::split(&lead).0 == Label::None;
            self.numbered += usize::from(!block.unnumbered);
            self.form.blocks.push(block);
        }
        let mut items = Vec::new();
        let mut other = false;
        for text in &texts {
            let bare =
                before_dots(text).map_or(text.as_str(), |(before, _)| before).trim_end_matches([':', ';', '.', ' ']);
            if Scanned::head(bare).begins_any(&["y kien khac", "khac"]).is_some() && before_dots(text).is_some() {
                other = true;
            } else {
                items.push(self.item(bare));
            }
        }
        let agree = matches!(items.as_slice(), [one, two] if is(one, "đồng ý") && is(two, "không đồng ý"));
        if let Some(last) = self.form.blocks.last_mut() {
            let several =
                Scanned::new(words_of(&last.help)).has_any(&[
                    "nhieu o",
                    "nhieu y",
                    "nhieu phuong an",
                    "nhieu lua chon",
                ]) || Scanned::new(words_of(&last.title)).has_any(&["nhieu o", "nhieu phuong an", "nhieu lua chon"]);
            last.unnumbered |= matches!(last.kind, Kind::Statement | Kind::Section);
            last.kind = match (agree, several) {
                (true, _) => Kind::Agree,
                (false, true) => Kind::Multiple,
                (false, false) => Kind::Single,
            };
            last.columns =
                if next - at < texts.len() { u32::try_from(texts.len().div_ceil(next - at)).unwrap_or(1) } else { 1 };
            last.other = other;
            last.options = items;
        }
        next
    }

    /// Fields of who answers: lines with a name and dots.
    fn field(&mut self, lines: &[Line], at: usize) -> usize {
        let mut fields = Vec::new();
        let mut next = at;
        while let Some(line) = lines.get(next).filter(|line| line.cells.is_empty() && !has_box(&line.text)) {
            let (_, _, mut rest) = label::split(line.text.trim());
            if !is_field(rest)
                || is_answer(rest)
                || is_place_and_date(rest)
                || (next > at && question(line).0 && asks(lines.get(next + 1)))
            {
                break;
            }
            while let Some((field, more)) = before_dots(rest) {
                let field = field.trim_end_matches([':', ' ']);
                if !field.is_empty() {
                    fields.push(field.to_owned());
                }
                rest = more;
            }
            next += 1;
        }
        let items: Vec<FormItem> = fields.iter().map(|field| self.item(field)).collect();
        // The line above says whose fields they are.
        match self.form.blocks.last_mut().filter(|last| {
            matches!(last.kind, Kind::Section | Kind::Open) && last.lines == 0 && last.options.is_empty()
        }) {
            Some(last) => {
                last.kind = Kind::Respondent;
                last.options = items;
            }
            None => {
                let block = self.block(Kind::Respondent, "");
                self.form.blocks.push(FormBlock { options: items, columns: 1, ..block });
            }
        }
        next.max(at + 1)
    }

    /// A table: its first row are the columns, rows with words in their first column are named.
    fn table(&mut self, lines: &[Line], at: usize) -> usize {
        let count = lines[at..].iter().take_while(|line| !line.cells.is_empty()).count();
        let rows: Vec<&[String]> = lines[at..at + count].iter().map(|line| line.cells.as_slice()).collect();
        let numbers = rows[0]
            .first()
            .is_some_and(|first| matches!(words::strip_marks(first).to_lowercase().as_str(), "tt" | "stt" | "so tt"));
        let skip = usize::from(numbers);
        let ticked = rows[1..].iter().any(|row| row.iter().skip(skip + 1).any(|cell| has_box(cell)));
        let skip_head = skip + usize::from(ticked);
        let columns: Vec<FormItem> = rows[0].iter().skip(skip_head).map(|cell| self.item(cell)).collect();
        let mut named = Vec::new();
        let mut free = 0;
        let mut said = Vec::new();
        for row in &rows[1..] {
            let words = |cell: &&String| cell.chars().any(char::is_alphabetic) && !has_box(cell);
            said.extend(row.iter().skip(skip + 1).filter(words).cloned());
            match row.get(skip).map(|cell| cell.trim()).filter(|cell| !cell.is_empty() && !is_answer(cell)) {
                Some(name) => named.push(self.item(name)),
                None => free += 1,
            }
        }
        let asks = self.form.blocks.last_mut().filter(|last| {
            matches!(last.kind, Kind::Open | Kind::Section) && last.lines == 0 && last.options.is_empty()
        });
        match asks {
            Some(last) => {
                last.kind = if ticked { Kind::Grid } else { Kind::Table };
                (last.options, last.rows, last.lines) = (columns, named, free);
            }
            None => {
                let block = self.block(if ticked { Kind::Grid } else { Kind::Table }, "");
                self.form.blocks.push(FormBlock {
                    unnumbered: true,
                    options: columns,
                    rows: named,
                    lines: free,
                    ..block
                });
            }
        }
        // What a table to fill in already says stands below it.
        for text in said {
            let block = self.block(Kind::Statement, &text);
            self.form.blocks.push(block);
        }
        at + count
    }

    /// Place, date, who signs and how.
    fn signature(&mut self, lines: &[Line], at: usize) -> usize {
        let mut block = self.block(Kind::Signature, "");
        let mut next = at;
        while let Some(line) = lines.get(next).filter(|line| line.cells.is_empty()) {
            let text = line.text.trim();
            if is_place_and_date(text) {
                block.title = Text::words(text);
            } else if text.starts_with('(') && Scanned::head(text).has("ky") {
                block.help = Text::words(text);
            } else if is_signer(text) || (!block.title.is_blank() && block.options.len() < 3 && is_short(text)) {
                let signer = words::sentence_start(&text.to_lowercase());
                let item = self.item(&signer);
                block.options.push(item);
            } else if !is_answer(text) {
                break;
            }
            next += 1;
        }
        self.form.blocks.push(block);
        next.max(at + 1)
    }

    fn finish(mut self) -> Option<Form> {
        self.form.numbered = self.numbered > 1;
        self.form.id = self.id();
        let asks = self.form.blocks.iter().any(|block| block.kind.info().asks() || block.kind == Kind::Respondent);
        asks.then_some(self.form)
    }
}

fn is(item: &FormItem, words: &str) -> bool {
    words::fold(&words_of(&item.text)) == words
}

fn words_of(text: &Text) -> String {
    text.to_source(|_| String::new())
}

#[cfg(test)]
mod tests;
