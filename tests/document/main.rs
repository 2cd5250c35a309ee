//! Tests of the document half from the outside: only what `doi_thoai` makes public, and files of the repository.

mod agree; // One fact, one place: every paper follows what is changed in the dossier.
mod any; // Values at random: texts, what papers have of their own, what became known around a conference.
mod companions_after; // The papers at and after a conference, from every dossier: what they say, and what they compute.
mod companions_before; // The papers before and at the conference: their text, and what each computes of the dossier.
mod comparing; // Two versions side by side: both can be read out of their comparison, each changed fact is told once.
mod fences; // Who may use whom in `src/`, what it may never name, and how long a file may grow.
mod forms; // Forms: every kind of block, the templates, files of forms, identities in a dossier.
mod hostile; // Hostile drafts, backups, forms and profiles: refused in words, or a dossier of which every paper can be made.
mod hostile_files; // Hostile Word files: bombs, broken archives, markup that no office writes, drafts that are none.
mod import; // Old papers read back: by text, HTML and Word file, with debris and without; no word lost, no panic.
mod json; // JSON against serde_json: what is JSON, what is read of it, what is written.
mod keeping; // Fault injection: a store that fails in every way, tabs in one another's way; what was acknowledged is there.
mod papers; // What stands on a plan: head, signatures, marks, numbers, holes, and text that is no markup.
mod renewing; // A plan moved to another year: what is listed changes and nothing else, and it can be taken back.
mod rules; // The rules on the samples and the templates: each trips what its source deserves, and nothing else.
mod samples; // The dossiers in `public/samples`: they open, compose without holes and keep their wire form.
mod seeds; // The samples against what a careful reader found in the real plans, where those are given.
mod shelf; // The shelf of drafts: whatever happens to the store, nothing acknowledged is lost.
mod shelf_copies; // Copies of drafts, and what goes first in a full store.
mod support; // What these tests share: files of the repository, small dossiers, composed papers.
mod templates; // The templates: today's units and spelling, and holes only where the officer alone knows.
mod timeline; // The timeline as a paper: what it says of days, where its entries lead, how it is drawn and cut into rows.
mod wire; // The wire and its frozen fixtures, every code in them, and texts that are no draft.
mod word; // Papers as Word files: what Word counts, what stands in every part, that nothing else goes out.
mod workbooks; // Papers with tables as workbooks: lists to sign, tables of conferences, forms.

/// A file that nobody lists is compiled by nobody, and its tests pass for ever.
#[test]
fn no_file_here_is_forgotten() {
    let listed = support::read("tests/document/main.rs");
    for path in support::rust_files("tests/document") {
        let name = support::module_of(&path);
        assert!(
            name == "main" || listed.contains(&format!("\nmod {name}; // ")),
            "{path}: main.rs does not list it with a sentence"
        );
    }
}
