//! Old papers read back: what the product composes comes back with the same facts, whatever debris, numbering and file it
//! came through, and no word of a source is lost.

use std::collections::BTreeMap;

use chrono::Datelike;
use doi_thoai::dossier::Dossier;
use doi_thoai::facts::{facts, of_import};
use doi_thoai::form::Form;
use doi_thoai::import::{self, As, Corrections, FileFault, Import, NO_CORRECTIONS};
use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::render;
use doi_thoai::templates::FORM_TEMPLATES;
use doi_thoai::words;
use serde_json::Value;

use crate::support::{Dice, SAMPLES, day, read, sample, saved_on};

/// Facts that a text tells of itself. A place or an organ without its name, a citation by its title alone and a sum that is
/// not printed are known to the dossier only.
const TOLD: [&str; 12] = [
    "type",
    "system",
    "number",
    "symbol",
    "issued",
    "title",
    "headings",
    "sessions",
    "agenda_items",
    "assignments",
    "recipients",
    "signature",
];

fn read_text(text: &str, year: i32) -> Import {
    import::read(&import::plain(text), &NO_CORRECTIONS, year)
}

fn plan_text(dossier: &Dossier, today: chrono::NaiveDate) -> String {
    render::text::text(&compose(dossier, PaperKind::Plan, today))
}

/// One document's facts, names without the full stop at their end.
fn told(facts: &Value) -> BTreeMap<String, Value> {
    fn trimmed(value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(text.trim_end_matches(['.', ';', ' ']).to_owned()),
            Value::Array(all) => Value::Array(all.iter().map(trimmed).collect()),
            Value::Object(fields) => {
                Value::Object(fields.iter().map(|(key, value)| (key.clone(), trimmed(value))).collect())
            }
            other => other.clone(),
        }
    }
    TOLD.iter().map(|key| ((*key).to_owned(), trimmed(&facts[*key]))).collect()
}

fn first(facts: &Value) -> Value {
    facts["documents"][0].clone()
}

/// The keys of all words of a text: no marks of spelling, no leading zeros.
fn keys(text: &str) -> Vec<String> {
    // Marks of emphasis stand in the middle of words as well, and a name that is glued to an office is a word of its own.
    let text = text.replace('*', "").to_lowercase().replace("tịchtrần", "tịch trần");
    let bare = words::strip_marks(&text.to_lowercase());
    let all = bare.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    all.map(|word| word.trim_start_matches('0').to_owned()).filter(|word| !word.is_empty()).collect()
}

/// The words of a source that are nowhere: not in the papers composed anew, not left out, not worded otherwise. Numbers
/// and marks before paragraphs are counted by the product.
fn lost(source: &str, import: &Import) -> Vec<String> {
    let today = day(2026, 1, 1);
    let mut have: BTreeMap<String, usize> = BTreeMap::new();
    let mut add = |text: &str| keys(text).into_iter().for_each(|key| *have.entry(key).or_default() += 1);
    for document in of_import(import, today)["documents"].as_array().expect("documents") {
        add(document["text"].as_str().unwrap_or_default());
    }
    import.left_out.iter().for_each(|out| add(&out.words));
    import.reworded.iter().for_each(|reworded| add(&reworded.before));
    let label = |word: &str| {
        word.len() <= 2
            || words::strip_marks(word).chars().all(|letter| "ivx".contains(letter))
            || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    // As often as the source says it.
    let mut missing = |key: &String| match have.get_mut(key) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    keys(source).into_iter().filter(|key| !label(key) && missing(key)).collect()
}

/// Facts that are not what they should be. A numbered sentence that asks somebody may come back as an assignment, where the
/// dossier had it as free text.
fn wrong(name: &str, got: &BTreeMap<String, Value>, want: &BTreeMap<String, Value>) -> Vec<String> {
    let same = |key: &str| match (&got[key], &want[key]) {
        (Value::Array(got), Value::Array(want)) if key == "assignments" && got.len() == want.len() + 1 => {
            got.starts_with(want)
        }
        (got, want) => got == want,
    };
    want.keys()
        .filter(|key| !same(key))
        .map(|key| format!("{name} {key}:\n  want {}\n  got  {}", want[key], got[key]))
        .collect()
}

#[test]
fn a_plan_that_was_printed_comes_back() {
    let mut all = Vec::new();
    for name in SAMPLES {
        let envelope = sample(name);
        let (dossier, today) = (envelope.dossier.clone(), saved_on(&envelope));
        let import = read_text(&plan_text(&dossier, today), today.year());
        let got = of_import(&import, today);
        all.extend(wrong(name, &told(&first(&got)), &told(&first(&facts(&dossier, today)))));
        // And the same again from what was composed of it.
        let again = import.dossier().expect("a draft");
        let second = read_text(&plan_text(&again, today), today.year());
        assert_eq!(of_import(&second, today), got, "{name}");
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn a_plan_comes_back_from_its_word_file() {
    let mut all = Vec::new();
    for name in SAMPLES {
        let envelope = sample(name);
        let (dossier, today) = (envelope.dossier.clone(), saved_on(&envelope));
        let file = render::docx::file(&compose(&dossier, PaperKind::Plan, today));
        let import = import::read(&import::word(&file).expect("a Word file"), &NO_CORRECTIONS, today.year());
        all.extend(wrong(name, &told(&first(&of_import(&import, today))), &told(&first(&facts(&dossier, today)))));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

/// Old papers of the project's own, written in the shape of real ones: what is read of them, and what is left out.
#[test]
fn old_papers_are_read_as_they_were() {
    for name in ["xa-cong-thong-tin", "cong-van-va-ke-hoach"] {
        let import = read_text(&read(format!("tests/fixtures/old/{name}.txt")), 2026);
        let left: Vec<String> = import.left_out.iter().map(|out| format!("{:?} {:?}", out.why, out.words)).collect();
        let reworded: Vec<String> =
            import.reworded.iter().map(|reworded| format!("{:?} -> {:?}", reworded.before, reworded.after)).collect();
        let told = format!("{:#}\n{}\n{}\n", of_import(&import, day(2026, 1, 1)), left.join("\n"), reworded.join("\n"));
        insta::assert_snapshot!(format!("old.{name}"), told);
    }
}

/// The kinds of the blocks of a form, in order.
fn kinds(form: &Form) -> String {
    form.blocks.iter().map(|block| block.kind.info().code).collect::<Vec<_>>().join(" ")
}

#[test]
fn forms_come_back_from_their_word_files() {
    let mut told = String::new();
    for template in FORM_TEMPLATES {
        let form = template.form().expect("a template");
        let mut dossier = Dossier::empty(2026);
        dossier.next_id = 1_000_000;
        dossier.forms.push(form.clone());
        let file = render::docx::file(&compose(&dossier, PaperKind::Form, day(2026, 1, 1)));
        let source = import::file(&file).expect("a Word file");
        let read = import::form(&source, &import::read(&source, &NO_CORRECTIONS, 2026));
        // The empty form has no title by which it could be known.
        assert_eq!(read.is_none(), template.code == "trong", "{}", template.code);
        let read = read.as_ref().map(kinds).unwrap_or_default();
        told.push_str(&format!("{}\n  was  {}\n  read {read}\n", template.code, kinds(&form)));
    }
    insta::assert_snapshot!("old.forms", told);
}

#[test]
fn a_form_that_is_enclosed_comes_in_with_its_plan() {
    let plan = read("tests/fixtures/old/xa-cong-thong-tin.txt");
    let plan = plan.split("Lượt xem").next().unwrap_or_default();
    let text = format!(
        "{plan}\nPHIẾU LẤY Ý KIẾN\n1. Ông (bà) có ý kiến gì về đường xóm?\n...........................\n\
         2. Thái độ phục vụ của cán bộ xã?\n☐ Tốt\n☐ Chưa tốt\n"
    );
    let source = import::plain(&text);
    let import = import::read(&source, &NO_CORRECTIONS, 2026);
    assert!(import::form(&source, &import).is_none(), "a plan is taken for a form");
    let draft = import::draft(&source, &import).expect("a draft");
    assert_eq!(draft.plan.registration.number, Some(27));
    assert_eq!(draft.forms.iter().map(kinds).collect::<Vec<_>>(), ["open single"]);
    assert_eq!(draft.plan.collecting.form, draft.forms.first().map(|form| form.id));
}

/// What a source can have been through.
#[derive(Clone, Copy, Debug)]
enum Through {
    /// A portal's menus and counters around it.
    Portal,
    /// A program that wraps lines.
    Wrapped,
    /// Page numbers at the start of lines.
    Pages,
    /// Marks of emphasis.
    Emphasis,
    /// "I-" and "1/" for "I." and "1.".
    Numbers,
    /// Other dashes.
    Dashes,
    /// Marks apart from their letters.
    Decomposed,
    /// Line ends of Windows, and blank lines.
    LineEnds,
    /// Initials and the mark of a digital signature.
    Stamped,
    /// A head in two columns.
    Columns,
    /// A web page.
    Html,
}

const WAYS: [Through; 11] = [
    Through::Portal,
    Through::Wrapped,
    Through::Pages,
    Through::Emphasis,
    Through::Numbers,
    Through::Dashes,
    Through::Decomposed,
    Through::LineEnds,
    Through::Stamped,
    Through::Columns,
    Through::Html,
];

fn through(text: &str, way: Through) -> String {
    let lines = || text.lines().map(str::to_owned).collect::<Vec<_>>();
    match way {
        Through::Portal => format!(
            "Trang chủ | Tin tức | Liên hệ\nThứ ba - 14/01/2025 08:15 1203 0\n{text}\nLượt xem: 1.203\nBài viết cùng chuyên mục\nBản quyền thuộc về Cổng thông tin điện tử\n"
        ),
        Through::Wrapped => {
            let mut wrapped = String::new();
            for line in lines() {
                let mut width = 0;
                for word in line.split(' ') {
                    let letters = word.chars().count();
                    if width > 0 && width + letters > 78 && !line.contains("CỘNG") {
                        wrapped.push('\n');
                        width = 0;
                    }
                    if width > 0 {
                        wrapped.push(' ');
                    }
                    wrapped.push_str(word);
                    width += letters + 1;
                }
                wrapped.push('\n');
            }
            wrapped
        }
        Through::Pages => {
            let (mut page, mut letters) = (2, 0);
            let mut paged = Vec::new();
            for line in lines() {
                letters += line.len();
                let numbered = line.starts_with(|letter: char| letter.is_ascii_digit());
                if letters > 2500 && numbered {
                    paged.push(format!("{page} {line}"));
                    (page, letters) = (page + 1, 0);
                } else if letters > 4000 {
                    paged.push(format!("- {page} -"));
                    paged.push(line);
                    (page, letters) = (page + 1, 0);
                } else {
                    paged.push(line);
                }
            }
            paged.join("\n")
        }
        Through::Emphasis => {
            let marked = |line: String| {
                let heading = line.starts_with(['I', 'V', 'X']) && line.contains(". ") && line.len() < 200;
                if heading { format!("## **{line}**") } else { line.replace("Kế hoạch", "*Kế hoạch*") }
            };
            lines().into_iter().map(marked).collect::<Vec<_>>().join("\n\n")
        }
        Through::Numbers => {
            let renumbered = |line: String| {
                let Some((label, rest)) = line.split_once(". ") else { return line };
                let roman = !label.is_empty() && label.chars().all(|letter| "IVX".contains(letter));
                let number = !label.is_empty() && label.len() <= 2 && label.bytes().all(|byte| byte.is_ascii_digit());
                match (roman, number) {
                    (true, _) => format!("{label}- {rest}"),
                    (_, true) => format!("{label}/ {rest}"),
                    _ => line,
                }
            };
            lines().into_iter().map(renumbered).collect::<Vec<_>>().join("\n")
        }
        Through::Dashes => {
            let dashed = |line: String| line.strip_prefix("- ").map_or(line.clone(), |rest| format!("– {rest}"));
            lines().into_iter().map(dashed).collect::<Vec<_>>().join("\n")
        }
        Through::Decomposed => {
            use unicode_normalization::UnicodeNormalization;
            text.nfd().collect()
        }
        Through::LineEnds => text.replace('\n', "\r\n\r\n"),
        Through::Stamped => {
            let mut all = lines();
            if let Some(at) = all.iter().position(|line| line.starts_with("Nơi nhận")) {
                all[at - 1].push_str(" Hạnh");
                let last = all.len() - 1;
                all.insert(last, "Ký bởi: Văn phòng\nThời gian ký: 02.03.2025 10:11:12 +07:00".into());
            }
            all.join("\n")
        }
        Through::Columns => text.replacen("\nCỘNG HÒA", "            CỘNG HÒA", 1),
        Through::Html => {
            let escaped = |line: String| line.replace('&', "&amp;").replace('<', "&lt;");
            let all: Vec<String> =
                lines().into_iter().map(|line| format!("<p style=\"margin:0\">{}</p>", escaped(line))).collect();
            all.join("\r\n")
        }
    }
}

fn read_through(text: &str, way: Through, year: i32) -> Import {
    let source = match way {
        Through::Html => import::html(text),
        _ => import::plain(text),
    };
    import::read(&source, &NO_CORRECTIONS, year)
}

#[test]
fn debris_and_other_numbering_change_no_fact() {
    let mut all = Vec::new();
    for name in SAMPLES {
        let envelope = sample(name);
        let (dossier, today) = (envelope.dossier.clone(), saved_on(&envelope));
        let text = plan_text(&dossier, today);
        let want = told(&first(&of_import(&read_text(&text, today.year()), today)));
        for way in WAYS {
            let import = read_through(&through(&text, way), way, today.year());
            let got = told(&first(&of_import(&import, today)));
            all.extend(wrong(&format!("{name} {way:?}"), &got, &want));
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn no_word_is_lost() {
    for name in SAMPLES {
        let envelope = sample(name);
        let text = plan_text(&envelope.dossier, saved_on(&envelope));
        for way in WAYS {
            if matches!(way, Through::Html) {
                continue;
            }
            let changed = through(&text, way);
            let import = read_text(&changed, 2026);
            let lost = lost(&words::nfc(&changed), &import);
            assert!(lost.is_empty(), "{name} {way:?}: {lost:?}");
        }
    }
}

/// How many mutated sources are read: `--full` asks for a hundred thousand in all.
fn rounds() -> usize {
    if std::env::var_os("DOI_THOAI_FULL").is_some() { 60_000 } else { 60 }
}

/// Pieces of papers in places where nobody expects them.
const PIECES: [&str; 30] = [
    "Nơi nhận:",
    "KẾ HOẠCH",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCHTrần Văn A",
    "Kính gửi:",
    "V/v",
    "Số: /",
    "Số: 9-",
    "I.",
    "1.1.1.1.1",
    "(99)",
    "a)",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ngày tháng năm",
    "Căn cứ Luật",
    "Quyết định số 1-",
    "mỗi cử 5 người",
    "khoảng 0 đại biểu",
    "Thời gian: ; địa điểm:",
    "7h61:",
    "Lưu:",
    "./.",
    "*",
    "**",
    "(",
    ")",
    ":",
    "\u{301}",
    "\u{f0b7}",
    "2 ",
];

fn mutated(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..1 + dice.roll(12) {
        let at = dice.roll(lines.len());
        match dice.roll(8) {
            0 => {
                lines.remove(at);
            }
            1 => {
                let line = lines[at].clone();
                lines.insert(dice.roll(lines.len()), line);
            }
            2 => {
                let other = dice.roll(lines.len());
                lines.swap(at, other);
            }
            3 => lines.insert(at, PIECES[dice.roll(PIECES.len())].into()),
            4 => {
                let letters: Vec<char> = lines[at].chars().collect();
                let cut = dice.roll(letters.len() + 1);
                let (left, right) = (letters[..cut].iter().collect(), letters[cut..].iter().collect());
                lines[at] = left;
                lines.insert(at + 1, right);
            }
            5 => {
                let piece = PIECES[dice.roll(PIECES.len())];
                let letters: Vec<char> = lines[at].chars().collect();
                let cut = dice.roll(letters.len() + 1);
                lines[at] = letters[..cut]
                    .iter()
                    .chain(piece.chars().collect::<Vec<_>>().iter())
                    .chain(&letters[cut..])
                    .collect();
            }
            6 => lines[at] = lines[at].to_uppercase(),
            _ => lines[at] = lines[at].chars().rev().collect(),
        }
        if lines.is_empty() {
            lines.push(String::new());
        }
    }
    lines.join("\n")
}

fn sources() -> Vec<String> {
    SAMPLES
        .iter()
        .map(|name| {
            let envelope = sample(name);
            plan_text(&envelope.dossier, saved_on(&envelope))
        })
        .collect()
}

#[test]
fn whatever_a_text_says_it_is_read_and_no_word_is_lost() {
    let sources = sources();
    let mut dice = Dice(0x0dd1_7e11_5eed);
    for round in 0..rounds() {
        let text = mutated(&sources[dice.roll(sources.len())], &mut dice);
        let import = read_text(&text, 2026);
        // Composing the papers again costs more than reading them, so every tenth is held against its source.
        if round % 10 == 0 {
            let lost = lost(&words::nfc(&text), &import);
            // The text goes to a file: it is long.
            let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/lost.txt");
            assert!(lost.is_empty() || std::fs::write(file, &text).is_err(), "round {round}: {lost:?}, see {file}");
        }
    }
}

#[test]
fn whatever_the_user_says_of_lines_is_done_and_no_word_is_lost() {
    let sources = sources();
    let mut dice = Dice(0x00c0_44ec_7ed5);
    for round in 0..rounds() / 10 {
        let chosen = dice.roll(sources.len());
        let text = &sources[chosen];
        let lines = import::plain(text).lines.len();
        let corrections: Corrections =
            (0..1 + dice.roll(6)).map(|_| (dice.roll(lines), As::CHOICES[dice.roll(As::CHOICES.len())])).collect();
        let import = import::read(&import::plain(text), &corrections, 2026);
        for (line, chosen) in &corrections {
            if *chosen == As::LeftOut {
                assert_eq!(import.lines[*line], As::LeftOut);
            }
        }
        let lost = lost(text, &import);
        assert!(lost.is_empty(), "round {round}, source {chosen}, {corrections:?}: {lost:?}");
    }
}

/// A Word file with these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its bytes");
    }
    zip.finish().expect("a file").into_inner()
}

#[test]
fn whatever_a_file_holds_it_is_read_or_refused() {
    let sources = sources();
    let envelope = sample(SAMPLES[0]);
    let file = render::docx::file(&compose(&envelope.dossier, PaperKind::Plan, saved_on(&envelope)));
    let tags = [
        "<w:p>",
        "</w:p>",
        "<w:tbl>",
        "<w:tr>",
        "<w:tc>",
        "</w:tc>",
        "</w:tr>",
        "</w:tbl>",
        "<w:r>",
        "</w:r>",
        "<w:t>",
        "</w:t>",
        "<w:del>",
        "</w:del>",
        "<w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"-1\"/></w:numPr>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "&b;",
        "&#xffffffff;",
        "<![CDATA[",
        "]]>",
        "<w:p",
        "\u{0}",
        "<w:br/>",
        "<mc:Fallback>",
    ];
    let mut dice = Dice(0xf11e_f112_f113);
    for _ in 0..rounds() / 2 {
        // Bytes at random places of a real file.
        let mut bytes = file.clone();
        for _ in 0..1 + dice.roll(8) {
            let at = dice.roll(bytes.len());
            bytes[at] = u8::try_from(dice.roll(256)).unwrap_or(0);
        }
        if let Ok(source) = import::word(&bytes) {
            import::read(&source, &NO_CORRECTIONS, 2026);
        }
        // Hostile XML in a proper archive.
        let mut xml = String::from("<w:document><w:body>");
        for _ in 0..dice.roll(60) {
            xml.push_str(tags[dice.roll(tags.len())]);
            xml.push_str(PIECES[dice.roll(PIECES.len())]);
        }
        let numbering = xml.replace("w:p", "w:num");
        if let Ok(source) = import::word(&packed(&[
            ("word/document.xml", &xml),
            ("word/numbering.xml", &numbering),
            ("word/styles.xml", &numbering),
        ])) {
            import::read(&source, &NO_CORRECTIONS, 2026);
        }
        // Random bytes under the name of a text.
        let noise: Vec<u8> = (0..dice.roll(400)).map(|_| u8::try_from(dice.roll(256)).unwrap_or(0)).collect();
        if let Ok(text) = import::decoded(&noise) {
            read_text(&text, 2026);
        }
        import::read(
            &import::html(&mutated(&sources[0], &mut dice).replace(' ', tags[dice.roll(8)])),
            &NO_CORRECTIONS,
            2026,
        );
    }
}

/// A paragraph, or a table whose rows are lines and whose cells stand between bars.
fn word_of(text: &str) -> String {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", text.trim());
    let mut body = String::new();
    let mut open = false;
    for line in text.lines() {
        let is_row = line.contains('|');
        if is_row != open {
            body.push_str(if is_row { "<w:tbl>" } else { "</w:tbl>" });
            open = is_row;
        }
        if is_row {
            let cells: String = line.split('|').map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell))).collect();
            body.push_str(&format!("<w:tr>{cells}</w:tr>"));
        } else {
            body.push_str(&paragraph(line));
        }
    }
    format!("<w:document><w:body>{body}</w:body></w:document>")
}

#[test]
fn tables_of_a_plan_are_read() {
    let text = "KẾ HOẠCH\nĐối thoại với Nhân dân năm 2026\nĐảng ủy xã Bình Minh xây dựng Kế hoạch như sau:\nI. THỜI GIAN, ĐỊA ĐIỂM\n\
        TT | Hội nghị | Thời gian | Địa điểm\n1 | Đợt 1, với thanh niên | sáng 05/9/2026 | Hội trường xã\n2 | Đợt 2, với nông dân | chiều 12/9/2026 | Nhà văn hóa thôn Đông\n\
        II. THÀNH PHẦN\nTT | Thành phần | Số lượng\n1 | Trưởng các thôn | 12 người\n2 | Đại diện Nhân dân | 60\n\
        III. CHƯƠNG TRÌNH\nThời gian | Nội dung | Người thực hiện\n7h30 | Đón tiếp đại biểu | Văn phòng\n8h00 | Khai mạc | Chủ tịch xã\n8h15 | Đối thoại | Chủ tịch xã\n\
        IV. TỔ CHỨC THỰC HIỆN\nTT | Nội dung công việc | Đơn vị thực hiện | Thời gian hoàn thành\n1 | Gửi giấy mời | Văn phòng | 25/8/2026\n\
        2 | Tổng hợp ý kiến | Ủy ban MTTQ xã | trước ngày 28/8/2026\n3 | Bảo vệ hội nghị | Công an xã | Trong ngày hội nghị\n\
        Nơi nhận:\n- Lưu VT.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Thị Mẫu";
    let xml = word_of(text);
    let import =
        import::read(&import::word(&packed(&[("word/document.xml", &xml)])).expect("a file"), &NO_CORRECTIONS, 2026);
    let facts = first(&of_import(&import, day(2026, 1, 1)));
    let sessions: Vec<(&str, &str)> = facts["sessions"]
        .as_array()
        .expect("sessions")
        .iter()
        .map(|one| (one["from"].as_str().unwrap_or_default(), one["venue"].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(sessions, [("2026-09-05", "Hội trường xã"), ("2026-09-12", "Nhà văn hóa thôn Đông")]);
    assert_eq!(facts["quotas"].as_array().map(Vec::len), Some(2), "{}", facts["quotas"]);
    assert_eq!(facts["agenda_items"], 3);
    let assignments: Vec<String> = facts["assignments"]
        .as_array()
        .expect("assignments")
        .iter()
        .map(|one| format!("{} {}", one["agency"].as_str().unwrap_or_default(), one["deadlines"]))
        .collect();
    assert_eq!(assignments, ["Văn phòng [\"2026-08-25\"]", "Ủy ban MTTQ xã [\"2026-08-28\"]", "Công an xã []"]);
    let lost = lost(&text.replace('|', " "), &import);
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn tables_in_tables_and_boxes_of_text_lose_no_word() {
    let xml = "<w:document><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>ngoài trước</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r>\
        <w:t>trong một</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>trong hai</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:r><w:t>ngoài sau</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>Đầu đoạn </w:t></w:r><w:r><w:txbxContent>\
        <w:p><w:r><w:t>trong hộp</w:t></w:r></w:p></w:txbxContent></w:r><w:r><w:t>cuối đoạn</w:t></w:r></w:p></w:body></w:document>";
    let source = import::word(&packed(&[("word/document.xml", xml)])).expect("a file");
    let said: String = source.lines.iter().map(|line| format!("{}|", line.text)).collect();
    for words in ["ngoài trước", "trong một", "trong hai", "ngoài sau", "trong hộp", "Đầu đoạn cuối đoạn"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn a_paper_that_a_draft_has_no_place_for_is_told() {
    let plan = read("tests/fixtures/old/xa-cong-thong-tin.txt");
    let plan = plan.split("Lượt xem").next().unwrap_or_default();
    let text = format!(
        "QUYẾT ĐỊNH\nBan hành Kế hoạch đối thoại\nĐiều kiện thi hành do Văn phòng nêu.\nCHỦ TỊCH\nLê Thị Mẫu\n{plan}\nPHỤ LỤC\nDanh sách xóm\n- Xóm Đông\n"
    );
    let import = read_text(&text, 2026);
    let draft = import.dossier().expect("a draft");
    assert_eq!(draft.plan.registration.number, Some(27), "the decision before it is taken for the plan");
    let told: Vec<&str> = import.left_out.iter().map(|out| out.words.as_str()).collect();
    for words in ["Điều kiện thi hành do Văn phòng nêu.", "- Xóm Đông"] {
        assert!(told.contains(&words), "{words}: {told:?}");
    }
}

#[test]
fn a_line_that_the_user_keeps_comes_back_to_the_paper() {
    let text = read("tests/fixtures/old/xa-cong-thong-tin.txt");
    let source = import::plain(&text);
    let at = source.lines.iter().position(|line| line.text.starts_with("Lượt xem")).expect("the portal's counter");
    let corrections: Corrections = [(at, As::Kept)].into();
    let import = import::read(&source, &corrections, 2026);
    assert!(import.left_out.iter().all(|out| out.line != at));
    let draft = import.dossier().expect("a draft");
    assert!(plan_text(&draft, day(2026, 1, 1)).contains("Lượt xem: 87"));
}

#[test]
fn deep_and_large_files_are_refused() {
    let deep = format!("<w:document>{}</w:document>", "<w:tbl><w:tr><w:tc>".repeat(5000));
    assert_eq!(import::word(&packed(&[("word/document.xml", &deep)])), Err(FileFault::Damaged));
    let bomb = format!("<w:document><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:document>", "a ".repeat(3_000_000));
    assert_eq!(import::word(&packed(&[("word/document.xml", &bomb)])), Err(FileFault::TooLarge));
    assert_eq!(import::word(&vec![b'P'; 50_000_000]), Err(FileFault::TooLarge));
    let pictures = packed(&[
        ("word/document.xml", "<w:document><w:body><w:p/></w:body></w:document>"),
        ("word/media/image1.png", "x"),
    ]);
    assert_eq!(import::word(&pictures), Err(FileFault::Pictures));
    assert_eq!(import::word(&packed(&[("word/document.xml", "<w:document/>")])), Err(FileFault::Empty));
    assert_eq!(import::word(&packed(&[("content.xml", "<a/>")])), Err(FileFault::Other));
    assert_eq!(import::word("KẾ HOẠCH".as_bytes()), Err(FileFault::Other));
}
