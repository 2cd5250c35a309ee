//! A ballot that does not say when it counts.

use super::{Check, Facts, reading};
use crate::finding::{Finding, Severity};
use crate::form::{Form, FormBlock, Kind};

/// No mark or both boxes make a ballot invalid, and the sheet says so: the voters' form of NĐ 54/2018, the form of
/// Công văn 03/CV-BCĐ of 15/4/2025 (`reference/document-format.md`, 7.4). A ballot is a secret form with boxes, a
/// form with a row for each person or names to strike out, and a household's or voters' form that is for or against.
pub const CHECK: Check = Check {
    code: "ballot-without-validity",
    run,
    fix: Some(|form, _, new_id| Some(reading::with_before_end(form, Kind::Validity, new_id))),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

fn run(form: &Form, _: &Facts) -> Vec<Finding> {
    let lacks = form.blocks.iter().any(|block| is_ballot(form, block)) && !reading::has(form, Kind::Validity);
    lacks.then(|| Finding::new(CHECK.code, Severity::Warning).fixable(true)).into_iter().collect()
}

/// Whether a block makes a ballot of its form.
fn is_ballot(form: &Form, block: &FormBlock) -> bool {
    match block.kind {
        Kind::Persons | Kind::StrikeOut => true,
        Kind::Agree => form.secret || of_households(form),
        Kind::Single | Kind::Multiple | Kind::Grid | Kind::Ranking | Kind::Scale => form.secret,
        _ => false,
    }
}

/// Whether the form says that households or voters answer it.
fn of_households(form: &Form) -> bool {
    let titles = [&form.title, &form.subtitle].map(reading::folded);
    titles.iter().any(|title| ["hộ gia đình", "chủ hộ", "cử tri"].iter().any(|who| reading::has_words(title, who)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Case, block, facts, form};
    use super::*;

    fn agree() -> Form {
        let signed = block(9, Kind::Signature, "", &["Đại diện hộ gia đình"]);
        form(vec![block(1, Kind::Agree, "Về mức đóng góp", &["Đồng ý", "Không đồng ý"]), signed])
    }

    pub fn trips() -> Case {
        (Form { title: "Phiếu lấy ý kiến của hộ gia đình".into(), ..agree() }, facts())
    }

    pub fn passes() -> Case {
        (agree(), facts())
    }

    #[test]
    fn it_stands_before_the_signature() {
        let form = CHECK.fix.unwrap()(&trips().0, &run(&trips().0, &facts())[0], &mut || crate::id::Id(99)).unwrap();
        let kinds: Vec<Kind> = form.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [Kind::Agree, Kind::Validity, Kind::Signature]);
    }

    #[test]
    fn open_questions_are_no_ballot() {
        let form = Form { secret: true, ..form(vec![block(1, Kind::Open, "Góp ý", &[])]) };
        assert!(run(&form, &facts()).is_empty());
    }
}
