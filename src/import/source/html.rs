//! What Word, a browser or a mail program puts on the clipboard as HTML, as lines.
//!
//! Reads tags as they come: clipboards hold halves of documents, and Word's is no valid HTML at all. Nothing of it is ever
//! run or shown as markup.

use super::{LONGEST, Line, Source, plain};
use crate::words;

/// Elements whose text is no text of the paper.
const SILENT: [&str; 8] = ["script", "style", "head", "title", "xml", "noscript", "del", "textarea"];

/// Elements that stand on lines of their own.
const LINES: [&str; 22] = [
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "blockquote",
    "header",
    "footer",
    "hr",
    "tbody",
    "caption",
];

/// The lines of a piece of HTML.
pub fn lines(html: &str) -> Source {
    let html = match html.char_indices().nth(LONGEST) {
        Some((end, _)) => &html[..end],
        None => html,
    };
    let mut reader = Reader::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        reader.text(&rest[..at]);
        rest = reader.tag(&rest[at..]);
    }
    reader.text(rest);
    reader.end_row();
    reader.end_line();
    Source { lines: reader.lines }
}

#[derive(Default)]
struct Reader {
    lines: Vec<Line>,
    text: String,
    label: String,
    /// How many letters of the line are bold, and how many it has.
    bold_letters: (usize, usize),
    bold: usize,
    silent: Option<(String, usize)>,
    /// The lists that are open: the next number of an ordered one, none of another.
    lists: Vec<Option<u32>>,
    cells: Vec<String>,
    in_cell: bool,
}

impl Reader {
    fn text(&mut self, text: &str) {
        if self.silent.is_some() || text.is_empty() {
            return;
        }
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        self.bold_letters.1 += letters;
        if self.bold > 0 {
            self.bold_letters.0 += letters;
        }
        push_decoded(text, &mut self.text);
    }

    /// Reads the tag at the start of a text; gives what follows it.
    fn tag<'a>(&mut self, text: &'a str) -> &'a str {
        if let Some(comment) = text.strip_prefix("<!--") {
            // Word hides its list numbers in comments that only other programs pass over; their text stands again outside.
            return comment.find("-->").map_or("", |end| &comment[end + 3..]);
        }
        let inner = &text[1..];
        let closing = inner.starts_with('/');
        let name_from = usize::from(closing);
        let name: String = inner[name_from..]
            .chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, ':' | '-'))
            .collect();
        if name.is_empty() && !inner.starts_with(['!', '?', '/']) {
            self.text("<");
            return inner;
        }
        let end = end_of_tag(inner);
        let rest = inner.get(end + 1..).unwrap_or("");
        let name = name.to_ascii_lowercase();
        // A head that is never closed ends with the body.
        if name == "body" {
            self.silent = None;
        }
        if let Some((silent, depth)) = &mut self.silent {
            if *silent == name {
                *depth = if closing { depth.saturating_sub(1) } else { *depth + 1 };
                if *depth == 0 {
                    self.silent = None;
                }
            }
            return rest;
        }
        if closing {
            self.close(&name)
        } else {
            self.open(&name, &inner[..end])
        }
        rest
    }

    fn open(&mut self, name: &str, tag: &str) {
        if SILENT.contains(&name) && !tag.ends_with('/') {
            self.silent = Some((name.to_owned(), 1));
            return;
        }
        if LINES.contains(&name) {
            self.end_line();
        }
        match name {
            "ol" => {
                let start = tag.split("start=").nth(1).map(|value| value.trim_start_matches(['"', '\'']));
                let digits = start.map(|value| value.chars().take_while(char::is_ascii_digit).collect::<String>());
                self.lists.push(Some(digits.and_then(|digits| digits.parse().ok()).unwrap_or(1)));
            }
            "ul" => self.lists.push(None),
            "li" => {
                self.label = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number = number.saturating_add(1);
                        format!("{}.", *number - 1)
                    }
                    _ => "-".into(),
                };
            }
            // Cells and rows need no closing tags.
            "td" | "th" => {
                self.end_cell();
                self.in_cell = true;
            }
            "tr" => self.end_row(),
            "b" | "strong" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.bold += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "b" | "strong" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.bold = self.bold.saturating_sub(1),
            "ol" | "ul" => {
                self.lists.pop();
            }
            "td" | "th" => self.end_cell(),
            "tr" | "table" | "tbody" => return self.end_row(),
            _ => {}
        }
        if LINES.contains(&name) {
            self.end_line();
        }
    }

    /// Ends a line; inside a cell a line's end is a space.
    fn end_line(&mut self) {
        if self.in_cell {
            self.text.push('\n');
            return;
        }
        let text = std::mem::take(&mut self.text);
        let (bold, all) = std::mem::take(&mut self.bold_letters);
        let label = std::mem::take(&mut self.label);
        for (at, column) in plain::columns(&text.replace(['\n', '\r'], " ")).into_iter().enumerate() {
            let line = plain::unmarked(column);
            if line.text.is_empty() {
                continue;
            }
            let label = if at == 0 { label.clone() } else { String::new() };
            self.lines.push(Line {
                strong: line.strong || (all > 0 && bold * 10 >= all * 9),
                close: true,
                label,
                ..line
            });
        }
    }

    fn end_cell(&mut self) {
        if !self.in_cell {
            // What stands between a row's tags belongs to no cell.
            return self.end_line();
        }
        self.in_cell = false;
        let text = format!("{} {}", std::mem::take(&mut self.label), std::mem::take(&mut self.text));
        self.bold_letters = (0, 0);
        self.cells.push(text.trim().to_owned());
    }

    fn end_row(&mut self) {
        self.end_cell();
        let cells = std::mem::take(&mut self.cells);
        super::push_row(&cells, &mut self.lines);
    }
}

/// Where a tag ends: at the first bracket outside quotes, else at the end.
fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    for (at, letter) in tag.char_indices() {
        match (quote, letter) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    // A quote that never closes is a slip of its writer: the tag ends at its first bracket then.
    tag.find('>').unwrap_or(tag.len())
}

/// Adds text with its character references resolved; what is none stays as it is.
fn push_decoded(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#').unwrap_or(rest.len());
        match reference(&rest[..end.min(12)]) {
            Some(letter) if end <= 12 => {
                out.push_str(&letter);
                rest = rest[end..].strip_prefix(';').unwrap_or(&rest[end..]);
            }
            _ => out.push('&'),
        }
    }
    out.push_str(rest);
}

fn reference(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).map(String::from);
    }
    let known = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" | "ensp" | "emsp" | "thinsp" => " ",
        "ndash" => "–",
        "mdash" => "—",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        "hellip" => "…",
        "bull" => "•",
        "middot" => "·",
        "eth" => "đ",
        "ETH" => "Đ",
        "laquo" => "«",
        "raquo" => "»",
        _ => {
            // "agrave", "Ecirc": a letter and its mark.
            let letter = name.chars().next()?;
            let mark = match &name[letter.len_utf8()..] {
                "grave" => '\u{300}',
                "acute" => '\u{301}',
                "circ" => '\u{302}',
                "tilde" => '\u{303}',
                _ => return None,
            };
            return Some(words::nfc(&String::from_iter([letter, mark])));
        }
    };
    Some(known.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Vec<String> {
        lines(html).lines.into_iter().map(|line| format!("{} {}", line.label, line.text).trim().to_owned()).collect()
    }

    #[test]
    fn paragraphs_lists_and_references_are_read() {
        let html = "<html><head><title>x</title><style>p{}</style></head><body><p class=\"a>b\"><b>I. MỤC Đ&Iacute;CH</b></p>\
                    <ol start='2'><li>Y&ecirc;u cầu&nbsp;chung<li>Nội dung</ol><ul><li>Đại biểu</li></ul>\
                    <p>Bỏ <del>cũ</del>mới<br>dòng sau &#273;&#x1ec3; a &lt; b & c</p><script>alert(1)</script></body></html>";
        assert_eq!(
            texts(html),
            ["I. MỤC ĐÍCH", "2. Yêu cầu chung", "3. Nội dung", "- Đại biểu", "Bỏ mới", "dòng sau để a < b & c"]
        );
        assert!(lines(html).lines[0].strong && !lines(html).lines[1].strong);
    }

    #[test]
    fn words_own_clipboard_is_read() {
        let html = "<p class=MsoListParagraph><!--[if !supportLists]--><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; \
                    </span></span><!--[endif]-->Mục <o:p></o:p></p>\r\n<p>hai\r\ndòng</p><![if !vml]><img src=a><![endif]>";
        assert_eq!(texts(html), ["1. Mục", "hai dòng"]);
    }

    #[test]
    fn tables_are_rows() {
        let html =
            "<table><tr><td><p>TT</p></td><td>Đơn vị</td></tr><tr><td>1</td><td>Công an xã</td></tr></table><p>sau</p>";
        let source = lines(html);
        assert_eq!(source.lines.last().map(|line| line.text.as_str()), Some("sau"));
        assert_eq!(source.lines[1].cells, ["1", "Công an xã"]);
    }

    #[test]
    fn closing_tags_may_be_left_out() {
        let source = lines("<head><title>x<body><p>trước<table><tr><td>Một<td>Hai<tr><td>Ba<td>Bốn</table><p>sau");
        let cells: Vec<Vec<String>> =
            source.lines.iter().map(|line| line.cells.clone()).filter(|cells| !cells.is_empty()).collect();
        assert_eq!(cells, [["Một", "Hai"], ["Ba", "Bốn"]]);
        assert_eq!((source.lines[0].text.as_str(), source.lines[3].text.as_str()), ("trước", "sau"));
        let open = lines("<table><tr><td>A</table><p>hết");
        assert_eq!(open.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["A", "hết"]);
    }

    #[test]
    fn broken_tags_harm_nothing() {
        for html in
            ["<", "<p", "<p class='", "</", "<!--", "<!", "&", "&#xffffffff;", "a < b", "<del>", "<td></td></td></tr>"]
        {
            lines(html);
        }
        assert_eq!(texts("a < b"), ["a < b"]);
    }
}
