//! The dossiers in `public/samples`, which the page offers and the facts are checked on.

use doi_thoai::draft::{Envelope, backup, read_backup};
use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::render;

use crate::support::{SAMPLES, called, holes, rust_files, sample, saved_on};

#[test]
fn the_folder_holds_these_samples_and_no_other_file() {
    let folder = crate::support::path("public/samples");
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder of samples")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    found.sort();
    assert_eq!(found, SAMPLES.map(|name| format!("{name}.json")));
    assert!(rust_files("public").is_empty());
}

#[test]
fn each_sample_composes_as_it_did() {
    for name in SAMPLES {
        let envelope = sample(name);
        let paper = compose(&envelope.dossier, PaperKind::Plan, saved_on(&envelope));
        insta::assert_snapshot!(format!("{name}.text"), render::text::text(&paper));
        // A tag or a rule a line, so that a change of the paper is a change of few lines.
        let html = render::html::file(&paper).replace("><", ">\n<").replace('}', "}\n");
        insta::assert_snapshot!(format!("{name}.html"), html);
    }
}

/// Its form belongs to the plan: bound, in the plan's words, and with nothing open but the register's number.
#[test]
fn each_sample_has_a_form_that_follows_its_plan() {
    for name in SAMPLES {
        let envelope = sample(name);
        let dossier = &envelope.dossier;
        let [form] = &dossier.forms[..] else { panic!("{name}: {} forms", dossier.forms.len()) };
        assert_eq!(dossier.plan.collecting.form, Some(form.id), "{name}");
        let paper = compose(dossier, PaperKind::Form, saved_on(&envelope));
        for (paragraph, place) in holes(&paper) {
            assert_eq!(called(dossier, place), "Number", "{name}: a hole in {:?}", paragraph.text());
        }
        insta::assert_snapshot!(format!("{name}.form"), render::text::text(&paper));
    }
}

/// Persons do not go into samples, and a number is given by the register; everything else is told.
#[test]
fn only_the_signer_is_missing() {
    for name in SAMPLES {
        let envelope = sample(name);
        let paper = compose(&envelope.dossier, PaperKind::Plan, saved_on(&envelope));
        for (paragraph, place) in holes(&paper) {
            let called = called(&envelope.dossier, place);
            assert_eq!(called, "signatory", "{name}: a hole in {:?}", paragraph.text());
        }
        let text = render::text::text(&paper);
        let dots = text.matches(doi_thoai::document::HOLE).count();
        assert_eq!(dots, holes(&paper).len(), "{name}: dots that are no hole, or cannot be found");
    }
}

#[test]
fn each_sample_is_the_same_after_writing_and_reading() {
    for name in SAMPLES {
        let envelope = sample(name);
        assert_eq!(Envelope::read(&envelope.write()), Ok(envelope.clone()), "{name}");
        assert_eq!(read_backup(&backup(&envelope)), Ok(envelope), "{name}");
    }
}
