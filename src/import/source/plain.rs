//! Plain text as lines: columns apart, lines that a program has wrapped joined again, marks of emphasis taken away.

use super::super::label::has_label;
use super::{LONGEST, Line, Source, tidy};

/// The lines of a text.
pub fn lines(text: &str) -> Source {
    let text = match text.char_indices().nth(LONGEST) {
        Some((end, _)) => &text[..end],
        None => text,
    };
    let mut lines = Vec::new();
    let mut close = false;
    for raw in text.split(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']) {
        if raw.trim().is_empty() {
            close = false;
            continue;
        }
        for column in columns(raw) {
            let mut line = unmarked(column);
            if line.is_blank() {
                continue;
            }
            line.close = close;
            close = true;
            lines.push(line);
        }
    }
    unwrap_lines(&mut lines);
    Source { lines }
}

/// The two halves of a line that stand apart, as heads and signatures do when a program writes columns as spaces.
pub(super) fn columns(raw: &str) -> Vec<&str> {
    let Some((left, right)) = halves(raw) else { return vec![raw] };
    let letters = |half: &str| half.chars().filter(|letter| letter.is_alphabetic()).count();
    if letters(left) < 4 || letters(right) < 4 {
        return vec![raw];
    }
    vec![left, right]
}

/// A line at its first wide gap: a tabulator, or four spaces.
fn halves(raw: &str) -> Option<(&str, &str)> {
    let raw = raw.trim();
    let gap = |text: &str| text.find('\t').into_iter().chain(text.find("    ")).min();
    let at = gap(raw)?;
    let (left, right) = (raw[..at].trim(), raw[at..].trim());
    // The gaps of a day that is still open: "ngày      tháng      năm".
    let open_day = ["ngày", "tháng", "năm", "Số", "Số:"].iter().any(|word| left.ends_with(word));
    (!open_day).then_some((left, right))
}

/// A line without marks of emphasis and headings, as some programs write them (`**bold**`, `## heading`).
pub(super) fn unmarked(raw: &str) -> Line {
    let raw = raw.trim();
    // A star and a space begin an item, as a dash does.
    if let Some(item) = raw
        .strip_prefix("* ")
        .filter(|item| item.matches('*').count() % 2 == 0 && item.chars().any(char::is_alphanumeric))
    {
        return unmarked(&format!("- {item}"));
    }
    let heading = raw.trim_start_matches(['#', '>']);
    let strong = (heading.len() < raw.len() && raw.starts_with('#')) || (raw.starts_with("**") && raw.ends_with("**"));
    let raw = if heading.starts_with(' ') || heading.starts_with('*') { heading.trim() } else { raw };
    let marked = raw.contains('*') || raw.contains("__");
    if !marked {
        return Line { strong, ..Line::words(raw) };
    }
    let slanted = slanted_end(raw);
    let text = tidy(&raw.replace("__", "").replace('*', ""));
    let slanted_end = slanted.and_then(|end| text.strip_suffix(&tidy(end)).map(str::len));
    Line { text, strong, slanted_end, ..Line::default() }
}

/// The words that a line ends with in slanted letters: `… (15). *2/*`.
fn slanted_end(raw: &str) -> Option<&str> {
    let inner = raw.strip_suffix('*')?;
    let at = inner.rfind('*')?;
    let words = &inner[at + 1..];
    // Two stars are bold, and so is what is set in bold and slanted.
    (!words.is_empty() && !inner[..at].ends_with('*') && !words.starts_with('*')).then_some(words)
}

/// Joins lines that a program has cut at a width of its own: the first word of the next line would not have fitted on them.
fn unwrap_lines(lines: &mut Vec<Line>) {
    let lengths: Vec<usize> = lines.iter().map(|line| line.text.chars().count()).collect();
    let Some(width) = width(&lengths) else { return };
    let is_full = |at: usize| {
        let next = &lines[at + 1];
        let word = next.text.split(' ').next().map_or(0, |word| word.chars().count());
        next.close && lengths[at] + 1 + word > width && !has_label(&next.text)
    };
    let joined: Vec<bool> = (0..lines.len()).map(|at| at > 0 && is_full(at - 1)).collect();
    // A few lines may be full by chance.
    let open = (1..lines.len()).filter(|at| joined[*at] && is_open(&lines[at - 1].text)).count();
    if open < 3 || open * 5 < lines.len() {
        return;
    }
    let mut whole: Vec<Line> = Vec::new();
    for (line, joins) in std::mem::take(lines).into_iter().zip(joined) {
        match whole.last_mut() {
            Some(last) if joins => {
                last.text.push(' ');
                last.text.push_str(&line.text);
            }
            _ => whole.push(line),
        }
    }
    *lines = whole;
}

/// The width at which lines are cut: hardly any is longer.
fn width(lengths: &[usize]) -> Option<usize> {
    let mut sorted = lengths.to_vec();
    sorted.sort_unstable();
    let width = *sorted.get(sorted.len().checked_sub(1)? * 98 / 100)?;
    (40..=130).contains(&width).then_some(width)
}

/// Whether a sentence goes on after this text.
fn is_open(text: &str) -> bool {
    !text.trim_end().ends_with(['.', ';', ':', '!', '?', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        lines(text).lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn columns_are_read_apart() {
        assert_eq!(
            texts("ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n1.\tMục đích"),
            ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "1. Mục đích"]
        );
    }

    #[test]
    fn marks_of_emphasis_go() {
        let source = lines("## **II. NỘI DUNG**\n***2.1. Đối thoại*** với dân\n- Lưu VT (2). *nv*\n(*để báo cáo*)");
        let texts: Vec<&str> = source.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["II. NỘI DUNG", "2.1. Đối thoại với dân", "- Lưu VT (2). nv", "(để báo cáo)"]);
        assert_eq!(lines("* Chủ trì: Chủ tịch xã").lines[0].text, "- Chủ trì: Chủ tịch xã");
        assert!(source.lines[0].strong);
        assert_eq!(source.lines[2].slanted_end, Some("- Lưu VT (2). ".len()));
        assert_eq!(source.lines[3].slanted_end, None);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "Việc tổ chức đối thoại bảo đảm công khai, dân chủ, đúng quy định của\n\
                    pháp luật; các ý kiến của Nhân dân được ghi chép đầy đủ, trả lời đúng\n\
                    thời hạn và công khai kết quả trên các phương tiện thông tin để mọi\n\
                    người dân trên địa bàn được biết và giám sát.\n\
                    - Các cơ quan, đơn vị chuẩn bị nội dung trả lời thuộc trách nhiệm của\n\
                    mình.";
        assert_eq!(texts(text).len(), 2);
        assert!(texts(text)[0].contains("quy định của pháp luật"));
    }
}
