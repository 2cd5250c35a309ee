//! The templates, as an officer meets them: before anything is filled in.

use doi_thoai::dossier::Dossier;
use doi_thoai::templates::TEMPLATES;
use doi_thoai::words;

use crate::support::{called, holes, plan, read, text};

fn each(mut visit: impl FnMut(&str, &Dossier)) {
    for template in TEMPLATES {
        let dossier = template.dossier(2027, None).unwrap_or_else(|fault| panic!("{}: {fault}", template.code));
        visit(template.code, &dossier);
    }
}

/// Open pairs with the tone on their second letter, as older spelling has it.
const OLD_TONE: [&str; 15] = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"];

/// The district level ended on 01/7/2025, and the Party's board of mass mobilisation before it: a paper of today that
/// names them is wrong.
#[test]
fn no_template_names_a_unit_that_has_ended() {
    each(|code, dossier| names_no_ended_unit(code, &text(dossier)));
}

/// Holds that a paper of today names no unit that has ended.
pub fn names_no_ended_unit(code: &str, paper: &str) {
    let paper = words::fold(paper);
    for ended in ["huyện", "quận", "thị trấn", "thị xã", "ban dân vận", "cấp ủy huyện"] {
        assert!(!paper.contains(ended), "{code}: {ended}");
    }
}

/// One spelling in all templates: composed letters, and the tone on the first letter of an open pair.
#[test]
fn templates_are_spelled_one_way() {
    each(|code, dossier| {
        let paper = text(dossier);
        let data = read(format!("public/templates/{code}.json"));
        is_spelled_one_way(code, &paper);
        is_spelled_one_way(code, &data);
    });
}

/// Holds that a text is spelled as all templates are.
pub fn is_spelled_one_way(code: &str, source: &str) {
    assert_eq!(words::nfc(source), source, "{code}: not composed");
    let small = source.to_lowercase();
    for word in small.split(|letter: char| !letter.is_alphabetic()) {
        // "quý" is no open pair: its u belongs to the q.
        let old = OLD_TONE.iter().any(|pair| word.ends_with(pair)) && !word.starts_with('q');
        assert!(!old, "{code}: {word}");
    }
}

#[test]
fn templates_are_listed_once_and_all_of_them() {
    let folder = crate::support::path("public/templates");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder of templates")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let mut listed = TEMPLATES.map(|template| format!("{}.json", template.code)).to_vec();
    files.sort();
    listed.sort();
    assert_eq!(files, listed);
}

/// What a template leaves open is what only the officer knows; anything else it should have said itself.
#[test]
fn templates_leave_open_what_only_the_officer_knows() {
    each(|code, dossier| {
        let paper = plan(dossier);
        let mut lines = String::new();
        for (paragraph, place) in holes(&paper) {
            let called = called(dossier, place);
            // These a template says itself, or words so that nothing is open; the blank one says nothing.
            assert!(
                code == "trong"
                    || !["assignment", "task", "deadline", "limit", "recipient", "paragraph", "Year", "nothing"]
                        .contains(&called.as_str()),
                "{code}: a {called} is left open: {:?}",
                paragraph.text()
            );
            lines.push_str(&format!("{called} | {} | {}\n", paragraph.role.name(), paragraph.text()));
        }
        insta::assert_snapshot!(format!("{code}.holes"), lines);
    });
}

/// Dots that are no hole cannot be found by the officer, nor counted by the list of drafts.
#[test]
fn every_row_of_dots_in_a_template_is_a_hole() {
    each(|code, dossier| {
        let dots = text(dossier).matches(doi_thoai::document::HOLE).count();
        assert_eq!(dots, holes(&plan(dossier)).len(), "{code}");
    });
}
