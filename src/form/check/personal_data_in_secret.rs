//! A secret form that asks who fills it in.

use super::{Check, Facts, reading};
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, FormItem, Kind};

/// By what a person is known, folded.
const IDENTITY: [&str; 15] = [
    "họ và tên",
    "họ tên",
    "họ, tên",
    "họ, chữ đệm và tên",
    "tên chủ hộ",
    "điện thoại",
    "địa chỉ",
    "số nhà",
    "cccd",
    "cmnd",
    "căn cước",
    "định danh cá nhân",
    "email",
    "thư điện tử",
    "ngày sinh",
];

/// How a title bids to write something.
const BIDS: [&str; 4] = ["ghi", "cho biết", "để lại", "cung cấp"];

/// How it goes on where an identity is asked for: whose, which, where it is. "Địa chỉ cần lắp đèn" goes on otherwise.
const WHOSE: [&str; 16] = [
    "của",
    "người",
    "ông",
    "bà",
    "chủ hộ",
    "đại diện",
    "nơi ở",
    "nơi cư trú",
    "thường trú",
    "liên hệ",
    "liên lạc",
    "di động",
    "công dân",
    "số",
    "và",
    "hoặc",
];

/// A ballot with a name, a signature or a telephone number is no secret one, whatever its title says: who answers must
/// not be known from the sheet. Signature and identity break it. Other fields of who answers (sex, age) may tell a
/// person in a small circle, which is a warning. Names on a ballot that are voted on are no breach, nor is a sentence
/// that tells people to write no name. (M)
pub const CHECK: Check = Check {
    code: "personal-data-in-secret",
    run,
    fix: Some(|form, finding, _| {
        let Some(block) = form.blocks.iter().find(|block| Some(block.mark()) == finding.place) else {
            return reading::without_item(form, finding);
        };
        match block.kind {
            Kind::Persons => reading::with_block(form, finding, |block| block.lines = 0),
            _ => reading::without_block(form, finding),
        }
    }),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    if form.secret { form.blocks.iter().flat_map(of_block).collect() } else { Vec::new() }
}

fn of_block(block: &FormBlock) -> Vec<Finding> {
    let found = |severity| {
        Finding::new(CHECK.code, severity).at(block.mark()).with("kind", block.kind.info().code).fixable(true)
    };
    match block.kind {
        Kind::Signature => vec![found(Severity::Error)],
        Kind::Respondent => {
            let fields: Vec<String> = block.options.iter().map(|option| reading::folded(&option.text)).collect();
            let harmless = reading::any_usable(&block.options) && !fields.iter().any(|field| names_identity(field));
            vec![found(if harmless { Severity::Warning } else { Severity::Error })]
        }
        // Free rows are for names; the rows that are printed may be those voted on.
        Kind::Persons if block.lines > 0 => {
            vec![found(Severity::Error).fixable(reading::any_usable(&block.rows))]
        }
        Kind::Open | Kind::Number | Kind::Date | Kind::Statement => {
            let title = reading::folded(&block.title);
            let asks = if block.kind == Kind::Statement { leaves_room(&title) } else { asks(&title) };
            if asks { vec![found(Severity::Error).with("field", reading::shown(&block.title))] } else { Vec::new() }
        }
        Kind::Table => {
            let column = |option: &FormItem| {
                Finding::new(CHECK.code, Severity::Error)
                    .at(reading::mark_of(option))
                    .with("kind", block.kind.info().code)
                    .with("field", reading::shown(&option.text))
                    .fixable(block.options.len() > 1)
            };
            block.options.iter().filter(|option| asks(&reading::folded(&option.text))).map(column).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a field of who answers is about identity.
fn names_identity(folded: &str) -> bool {
    IDENTITY.iter().any(|known| reading::has_words(folded, known))
}

/// Whether a title asks for what a person is known by: it is that, or it bids to write it, or it leaves room behind it.
/// A question about addresses does not.
fn asks(folded: &str) -> bool {
    let is_it = |known: &str| {
        let begins = |from: usize| from == 0 || &folded[..from] == "số ";
        reading::places_of(folded, known).any(|(from, to)| begins(from) && is_whose(folded[to..].trim_start()))
    };
    let bids = BIDS.iter().any(|bid| reading::has_words(folded, bid));
    let ends = |known: &str| reading::places_of(folded, known).any(|(_, to)| folded[to..].trim().is_empty());
    !forbids(folded) && (leaves_room(folded) || IDENTITY.iter().any(|known| is_it(known) || bids && ends(known)))
}

/// Whether what follows says only whose it is, or nothing.
fn is_whose(behind: &str) -> bool {
    !behind.starts_with(char::is_alphanumeric)
        || WHOSE.iter().any(|start| reading::places_of(behind, start).any(|(from, _)| from == 0))
}

/// Whether room is left to write it: a colon or dots behind it.
fn leaves_room(folded: &str) -> bool {
    let room = |rest: &str| [":", "…", "..", "__"].iter().any(|sign| rest.trim_start().starts_with(sign));
    !forbids(folded)
        && IDENTITY.iter().any(|known| reading::places_of(folded, known).any(|(_, to)| room(&folded[to..])))
}

/// Whether a text says that nothing of the kind is to be written.
fn forbids(folded: &str) -> bool {
    ["không ghi", "không cần ghi", "không phải ghi", "không yêu cầu"]
        .iter()
        .any(|words| reading::has_words(folded, words))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    fn secret(blocks: Vec<FormBlock>) -> Form {
        Form { secret: true, ..form(blocks) }
    }

    pub fn trips() -> Case {
        let blocks = vec![
            block(1, Kind::Respondent, "", &["Họ và tên"]),
            block(5, Kind::Number, "Số điện thoại", &[]),
            block(7, Kind::Table, "Danh sách", &["Nội dung", "Địa chỉ"]),
            block(12, Kind::Signature, "", &["Người bỏ phiếu"]),
        ];
        (secret(blocks), facts())
    }

    pub fn passes() -> Case {
        let persons = block(1, Kind::Persons, "Tín nhiệm", &["Cao", "Thấp"]);
        let told = block(9, Kind::Statement, "Không ghi họ và tên: phiếu này là phiếu kín", &[]);
        let asked = block(10, Kind::Open, "Theo ông (bà), địa chỉ nào cần lắp đèn?", &[]);
        (secret(vec![persons, told, asked]), facts())
    }

    #[test]
    fn identity_is_asked_for_in_many_words() {
        for title in [
            "Họ và tên",
            "Họ tên: ……",
            "Địa chỉ nơi ở",
            "Số điện thoại (nếu có)",
            "Xin ông (bà) cho biết số điện thoại",
            "CCCD số: ...",
        ] {
            assert!(asks(&reading::folded(&title.into())), "{title}");
        }
        for title in
            ["Địa chỉ nào cần lắp đèn", "Nội dung trao đổi qua điện thoại với cán bộ", "Sóng điện thoại yếu ở đâu"]
        {
            assert!(!asks(&reading::folded(&title.into())), "{title}");
        }
    }

    #[test]
    fn only_what_breaks_secrecy_is_an_error() {
        let form = secret(vec![block(1, Kind::Respondent, "", &["Giới tính", "Độ tuổi"])]);
        assert_eq!(run(&form, &facts())[0].severity, Severity::Warning);
        assert!(run(&Form { secret: false, ..trips().0 }, &facts()).is_empty());
    }

    #[test]
    fn a_ballot_is_not_taken_away() {
        let free = FormBlock { lines: 4, rows: Vec::new(), ..block(1, Kind::Persons, "Ý kiến", &["Đồng ý"]) };
        assert!(!run(&secret(vec![free]), &facts())[0].fixable);
    }
}
