//! The house's fences, read from its own source: who uses whom, what `src/` never names, how long files are.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{read, rust_files};

/// Who may use whom, from the ground up. A module may use what its row names and nothing else.
///
/// `form`, `import` and `rules` have their rows from the design, so that they are fenced from their first line.
const MAY_USE: [(&str, &[&str]); 25] = [
    // JSON knows nothing of what it says.
    ("json", &[]),
    // Vietnamese of offices, and identities: they know nothing of papers.
    ("words", &[]),
    ("id", &[]),
    // A slot names a fact by its identity; what the fact says is not its business.
    ("text", &["id"]),
    ("organ", &["words", "id"]),
    ("plan", &["organ", "text", "words", "id"]),
    // What one paper has of its own, and what became known around the conference: values beside the plan.
    ("paper", &["plan", "organ", "text"]),
    ("proceedings", &["plan", "text", "words", "id"]),
    // What an office says of itself once: its organ, and who usually signs and receives.
    ("office", &["plan", "organ", "text", "words", "id"]),
    // Official format hangs on the system that issues, and measures capitals without their marks.
    ("style", &["organ", "words"]),
    // The tree carries roles and their parameter set, so the tree knows style, and style no tree. Its labels are counted in
    // Vietnamese letters.
    ("document", &["style", "words"]),
    // A finding names a place on a paper by its mark. So those who make papers, or stand above them, can have findings;
    // nobody below has one to give.
    ("finding", &["document"]),
    // A block of a form declares how it is set, so a form knows the tree; what its texts print is passed in. A form
    // checks itself, so it has findings.
    ("form", &["finding", "document", "style", "text", "words", "id"]),
    // The settings of a dossier name the format that the officer chose; a format is data and knows no dossier.
    ("dossier", &["paper", "proceedings", "plan", "form", "style", "organ", "text", "words", "id"]),
    ("edit", &["paper", "proceedings", "dossier", "plan", "form", "organ", "text", "words", "id"]),
    // Days of a plan on a line: how they are worded and drawn is for the paper that shows them.
    ("timeline", &["dossier", "plan", "text", "words", "id"]),
    (
        "papers",
        &[
            "timeline",
            "paper",
            "proceedings",
            "document",
            "finding",
            "style",
            "dossier",
            "plan",
            "form",
            "organ",
            "text",
            "words",
            "id",
        ],
    ),
    // Two versions are compared by what their papers print.
    ("compare", &["papers", "document", "style", "dossier", "plan", "text", "words", "id"]),
    // Moving a plan to another year is a step of editing; what a change is shown with is what its slots print.
    (
        "renew",
        &[
            "paper",
            "proceedings",
            "papers",
            "document",
            "style",
            "dossier",
            "edit",
            "plan",
            "form",
            "organ",
            "text",
            "words",
            "id",
        ],
    ),
    // Plain text prints capitals where the style sets them, which is a matter of letters.
    ("render", &["document", "style", "words"]),
    // A draft keeps the code of the chosen format; the office profile is stored beside the drafts.
    (
        "draft",
        &[
            "paper",
            "proceedings",
            "finding",
            "dossier",
            "office",
            "plan",
            "form",
            "style",
            "organ",
            "text",
            "words",
            "id",
            "json",
        ],
    ),
    (
        "import",
        &[
            "paper",
            "proceedings",
            "render",
            "papers",
            "finding",
            "document",
            "style",
            "dossier",
            "plan",
            "form",
            "organ",
            "text",
            "words",
            "id",
        ],
    ),
    // A rule reads the plan and its papers, and repairs by a command as an officer would.
    (
        "rules",
        &[
            "paper",
            "proceedings",
            "edit",
            "papers",
            "finding",
            "document",
            "style",
            "dossier",
            "plan",
            "form",
            "organ",
            "text",
            "words",
            "id",
        ],
    ),
    // The roof: what a dossier says, and what a new one starts from. Nothing stands on it.
    (
        "facts",
        &[
            "paper",
            "proceedings",
            "import",
            "rules",
            "draft",
            "render",
            "papers",
            "finding",
            "document",
            "style",
            "dossier",
            "plan",
            "form",
            "organ",
            "text",
            "words",
            "id",
        ],
    ),
    (
        "templates",
        &[
            "paper",
            "proceedings",
            "draft",
            "render",
            "papers",
            "document",
            "style",
            "dossier",
            "office",
            "plan",
            "form",
            "organ",
            "text",
            "words",
            "id",
        ],
    ),
];

/// Crates that only a browser has.
const BROWSER: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "leptos", "gloo"];

/// What would make a paper differ from one run to the next, or reach out of the page.
const OUTSIDE: [&str; 10] = [
    "SystemTime",
    "Instant",
    "Local::now",
    "Utc::now",
    "rand",
    "std::time",
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
];

/// Longer than this, a file holds more than one thing.
const LONGEST: usize = 500;

/// The lines of a file with their numbers, without comments: those may tell of anything.
fn code(file: &str) -> Vec<(usize, String)> {
    let text = read(file);
    let lines = text.lines().enumerate();
    lines.filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(at, line)| (at + 1, line.to_owned())).collect()
}

/// The module of `src/` that a file belongs to; none for the list of modules itself.
fn owner(file: &str) -> Option<&str> {
    let inner = file.strip_prefix("src/")?;
    let top = inner.split('/').next()?;
    let top = top.strip_suffix(".rs").unwrap_or(top);
    (top != "lib").then_some(top)
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Whether a line names something as a whole word.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(is_name) && !line[at + word.len()..].starts_with(is_name))
}

/// The names that follow `crate::` in a line; "{" where a group follows.
fn uses(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("crate::").map(|(at, found)| {
        let rest = &line[at + found.len()..];
        let end = rest.find(|letter| !is_name(letter)).unwrap_or(rest.len());
        if rest.starts_with('{') { "{" } else { &rest[..end] }
    })
}

#[test]
fn every_module_keeps_to_its_neighbours() {
    let table: BTreeMap<&str, BTreeSet<&str>> =
        MAY_USE.iter().map(|(module, others)| (*module, others.iter().copied().collect())).collect();
    let mut breaches = Vec::new();
    for file in rust_files("src") {
        let Some(module) = owner(&file) else { continue };
        let Some(allowed) = table.get(module) else {
            breaches.push(format!("{file}: {module} has no row in MAY_USE"));
            continue;
        };
        for (number, line) in code(&file) {
            for used in uses(&line) {
                if used == "{" {
                    breaches.push(format!("{file}:{number}: one `use crate::` a module, so that the fence reads it"));
                } else if used != module && !allowed.contains(used) {
                    breaches.push(format!("{file}:{number}: {module} may not use {used}"));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

/// `super::` from the ground of a module leads out of it past the fence.
#[test]
fn no_module_climbs_out_by_super() {
    for file in rust_files("src") {
        // src/plan.rs, src/plan/mod.rs: one step up is the crate; src/plan/agenda.rs: two.
        let inner = file.trim_start_matches("src/").trim_end_matches("mod.rs").trim_end_matches(".rs");
        let depth = inner.split('/').filter(|part| !part.is_empty()).count();
        let climb = "super::".repeat(depth);
        for (number, line) in code(&file) {
            for (at, _) in line.match_indices(&climb) {
                let rest = &line[at + climb.len()..];
                let end = rest.find(|letter| !is_name(letter)).unwrap_or(rest.len());
                let of_crate = MAY_USE.iter().any(|(module, _)| *module == &rest[..end]);
                assert!(
                    !of_crate || Some(&rest[..end]) == owner(&file),
                    "{file}:{number}: write `crate::{}`",
                    &rest[..end]
                );
            }
        }
    }
}

/// Rust lets modules use each other in a circle; then none of them can be read first.
#[test]
fn the_table_has_no_circle() {
    for (at, (module, others)) in MAY_USE.iter().enumerate() {
        for other in *others {
            let stands = MAY_USE.iter().position(|(name, _)| name == other);
            let stands = stands.unwrap_or_else(|| panic!("{module} stands on {other}, which has no row"));
            assert!(stands < at, "{module} stands on {other}, which comes later");
        }
    }
}

#[test]
fn every_module_of_the_crate_has_a_row() {
    for (_, line) in code("src/lib.rs") {
        let Some(module) = line.trim().strip_prefix("pub mod ") else { continue };
        let module = module.trim_end_matches(';');
        assert!(MAY_USE.iter().any(|(name, _)| *name == module), "{module} has no row in MAY_USE");
    }
}

#[test]
fn the_document_half_knows_no_browser_no_clock_and_no_chance() {
    for file in rust_files("src") {
        for (number, line) in code(&file) {
            for word in BROWSER.iter().chain(&OUTSIDE) {
                assert!(!names(&line, word), "{file}:{number}: names {word}");
            }
        }
    }
}

/// Derived readers and writers are large, and `serde_json` alone is 80 kB of the module: facts are not in it.
#[test]
fn files_are_read_and_written_by_our_own_json() {
    let all = rust_files("src").into_iter().chain(rust_files("components"));
    for file in all.filter(|file| file != "src/facts.rs") {
        for (number, line) in code(&file) {
            for word in ["serde", "serde_json"] {
                assert!(!names(&line, word), "{file}:{number}: names {word}");
            }
        }
    }
}

/// The tree and its renderers serve papers that do not exist yet.
#[test]
fn tree_and_renderers_know_no_plan_and_no_form() {
    for file in rust_files("src/document").into_iter().chain(rust_files("src/render")) {
        for (number, line) in code(&file) {
            for word in ["plan", "form", "dossier", "Plan", "Dossier"] {
                assert!(!names(&line, word), "{file}:{number}: names {word}");
            }
        }
    }
}

/// A paper that writes markup could be printed, but not exported to Word.
#[test]
fn papers_know_no_markup() {
    for file in rust_files("src/papers") {
        for (number, line) in code(&file) {
            for word in ["html", "docx", "render"] {
                assert!(!names(&line, word), "{file}:{number}: names {word}");
            }
            // A string that begins with a tag, a closing tag, an entity, or WordprocessingML's prefix.
            for mark in ["\"<", "</", "&lt;", "&amp;", "\"w:"] {
                assert!(!line.contains(mark), "{file}:{number}: contains {mark}");
            }
        }
    }
}

#[test]
fn files_stay_short_enough_to_be_read() {
    // The texts of one language: a table, which one reads by searching.
    let tables = ["components/locales/vi.rs", "components/locales/en.rs"];
    let all = rust_files("src").into_iter().chain(rust_files("components"));
    for file in all.filter(|file| !tables.iter().any(|table| file.ends_with(table))) {
        let lines = read(&file).lines().count();
        assert!(lines <= LONGEST, "{file} has {lines} lines: split it, or name it here with what keeps it together");
    }
}

/// The same library runs in tests and examples, where no browser is.
#[test]
fn the_root_package_depends_on_no_browser_crate() {
    let manifest = read("Cargo.toml");
    let dependencies = manifest.split("\n[").filter(|section| section.contains("dependencies]"));
    for section in dependencies.filter(|section| !section.starts_with("workspace.")) {
        for line in section.lines().skip(1) {
            let package = line.split(['.', '=', ' ']).next().unwrap_or_default().replace('-', "_");
            let of_browser = BROWSER.iter().any(|name| package.starts_with(name));
            assert!(!of_browser, "{line}");
        }
    }
}
