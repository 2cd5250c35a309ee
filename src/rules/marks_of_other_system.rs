//! Marks of the other system: "T/M" on a paper of the State, "TM." and "./." on one of the Party.

use super::typed::{self, Sort, Spot};
use super::{Context, Rule, Source};
use crate::edit::Command;
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::organ::System;
use crate::papers::Place;
use crate::style::Confidence;

/// The format sets "./.", "Số:" and "TM." itself; typed by hand they come from a paper of the other system, or stand there
/// twice. The end mark typed at the end of a State paper is where it belongs. HD 36 and HD 05 end in a full stop (M: much
/// practice writes "./.").
pub const RULE: Rule = Rule {
    code: "marks-of-other-system",
    source: Source::law(
        "Nghị định 30/2020/NĐ-CP, Phụ lục I và III; Hướng dẫn số 36-HD/VPTW, từ 27/5/2026 là số 05-HD/VPTW",
        Confidence::Medium,
    ),
    severity: Severity::Warning,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// Marks of powers, as the State, as the Party and as nobody writes them.
const POWERS: [(&str, &str, &[&str]); 4] = [
    ("TM.", "T/M", &["TM/", "T.M.", "T.M"]),
    ("KT.", "K/T", &["KT/", "K.T.", "K.T"]),
    ("TL.", "T/L", &["TL/", "T.L.", "T.L"]),
    ("TUQ.", "T/L", &[]),
];

/// What is wrong in words, and the words put right.
struct Wrong {
    mark: &'static str,
    right: &'static str,
    words: String,
}

fn run(context: &Context<'_>) -> Vec<Finding> {
    let typed = context.typed.iter();
    typed
        .filter_map(|typed| {
            let wrong = look(context, typed.spot, &typed.words)?;
            let finding = RULE.finding().at(typed.spot.place.mark());
            Some(finding.with("written", wrong.mark).with("right", wrong.right).fixable(true))
        })
        .collect()
}

/// The first mark that does not belong here, and the words with all such put right.
fn look(context: &Context<'_>, spot: Spot, words: &str) -> Option<Wrong> {
    let mut first = None;
    let mut now = words.to_owned();
    let mut meet = |mark, right, words: &mut String, other: String| {
        *words = other;
        first.get_or_insert((mark, right));
    };
    let party = context.system() == System::Party;
    for (state, of_party, neither) in POWERS {
        let (own, foreign) = if party { (of_party, state) } else { (state, of_party) };
        for mark in std::iter::once(foreign).chain(neither.iter().copied()) {
            while let Some(at) = begins_with(&now, mark) {
                let right = if spot.sort == Sort::Signing { "" } else { own };
                let other = put(&now, at, mark, right);
                meet(mark, right, &mut now, other);
            }
        }
        // Above a signature the format sets the mark: typed as well, it is printed twice.
        if spot.sort == Sort::Signing && begins_with(&now, own) == Some(0) {
            let other = put(&now, 0, own, "");
            meet(own, "", &mut now, other);
        }
    }
    if spot.sort != Sort::Citation {
        while let Some(at) = now.find("./.").filter(|at| party || !ends_paper(context, spot.place, &now, *at)) {
            let other = put(&now, at, "./.", ".");
            meet("./.", ".", &mut now, other);
        }
        while let Some(at) = now.find("Số: ").filter(|at| party && followed_by_number(&now[at + "Số: ".len()..])) {
            let other = put(&now, at, "Số: ", "Số ");
            meet("Số:", "Số", &mut now, other);
        }
    }
    first.map(|(mark, right)| Wrong { mark, right, words: now })
}

/// Where a mark stands at the start of a word, before a name in capitals.
fn begins_with(words: &str, mark: &str) -> Option<usize> {
    words.match_indices(mark).map(|(at, _)| at).find(|at| {
        let before = words[..*at].chars().next_back();
        let after = words[at + mark.len()..].trim_start().chars().next();
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '-' || letter == '/')
            && after.is_some_and(char::is_uppercase)
    })
}

/// The words with a mark replaced; where nothing comes in its place, the spaces behind it go along.
fn put(words: &str, at: usize, mark: &str, right: &str) -> String {
    let rest = &words[at + mark.len()..];
    let rest = if right.is_empty() { rest.trim_start() } else { rest };
    let gap = if right.is_empty() || right.ends_with(' ') || rest.starts_with(char::is_whitespace) || mark == "./." {
        ""
    } else {
        " "
    };
    format!("{}{right}{gap}{rest}", &words[..at])
}

fn followed_by_number(words: &str) -> bool {
    words.starts_with(|letter: char| letter.is_ascii_digit())
}

/// Whether a mark at this place of the words is the last of the paper's text.
fn ends_paper(context: &Context<'_>, place: Place, words: &str, at: usize) -> bool {
    let last = context.lines.last().is_some_and(|line| line.item.place == place);
    last && words[at + "./.".len()..].trim().is_empty()
}

fn fix(context: &Context<'_>, finding: &Finding, _: &mut dyn FnMut() -> Id) -> Option<Command> {
    typed::reword(context.dossier, |spot, words| {
        (Some(spot.place.mark()) == finding.place).then(|| look(context, spot, words))?.map(|wrong| wrong.words)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, party, with, with_words};
    use super::*;
    use crate::dossier::Dossier;
    use crate::organ::Power;

    pub fn trips() -> Dossier {
        with(|dossier| {
            dossier.plan.signatories[0].power = Power::Collective { body: "T/M ỦY BAN NHÂN DÂN".into() };
        })
    }

    pub fn passes() -> Dossier {
        with_words("Kế hoạch số 12-KH/TM, các ông TMA và TM.")
    }

    #[test]
    fn what_is_typed_is_read_by_its_system() {
        let words = |dossier: &Dossier| {
            let context = Context::of(dossier, on(2026, 9, 1));
            run(&context).iter().map(|found| found.argument("written").unwrap_or("").to_owned()).collect::<Vec<_>>()
        };
        let mut paper = party();
        paper.plan.closing[0] =
            crate::plan::Block::words(Id(25), Default::default(), "Số: 12-KH/ĐU gửi TM. BAN./.".into());
        assert_eq!(words(&paper), ["TM."]);
        let state = with_words("Các đơn vị thực hiện./.");
        assert_eq!(words(&state), ["./."]);
        // At the end of a State paper it is where it belongs.
        let mut last = with_words("Việc.");
        last.plan.closing[0] = crate::plan::Block::words(Id(25), Default::default(), "Đề nghị thực hiện./.".into());
        assert_eq!(words(&last), Vec::<String>::new());
    }
}
