use std::collections::BTreeSet;
use std::fs;

use doi_thoai::papers::{PaperKind, compose};
use doi_thoai::render::html;

use super::*;

/// Every style sheet of the product as text: the screen's, the page's, the element's own, and those of all papers.
fn sheets() -> Vec<String> {
    let root = crate::root();
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    let mut sheets = Vec::new();
    for folder in ["components/styles", "public", "public/demo"] {
        let files = fs::read_dir(root.join(folder)).expect("a folder").map(|entry| entry.expect("a file").path());
        let files = files.filter(|file| file.extension().is_some_and(|it| it == "css"));
        sheets.extend(files.map(|file| fs::read_to_string(file).expect("a style sheet")));
    }
    let loader = read("public/loader/element.js");
    let reset = loader.split("const RESET = `").nth(1).and_then(|rest| rest.split('`').next());
    sheets.push(reset.expect("the element's own sheet").to_owned());
    // What the frame that prints adds stands in one text.
    let frame = read("components/browser/frame.rs");
    let added = frame.split("const SHEET_CSS: &str = \"").nth(1).and_then(|rest| rest.split("\";").next());
    sheets.push(added.expect("the frame's own rules").replace("\\\n", ""));
    for name in ["cam-quang-2021", "dien-chau-2026", "thai-nguyen-2022"] {
        let backup = read(&format!("public/samples/{name}.json"));
        let dossier = doi_thoai::draft::read_backup(&backup).expect("a sample").dossier;
        for kind in PaperKind::ALL {
            let page = html::file(&compose(&dossier, kind, "2026-11-22".parse().expect("a day")));
            let style = page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next());
            sheets.push(style.expect("a style sheet").to_owned());
            sheets.extend(
                page.split(" style=\"")
                    .skip(1)
                    .map(|rest| format!("p{{{}}}", rest.split('"').next().unwrap_or_default())),
            );
        }
    }
    sheets
}

#[test]
fn every_style_sheet_is_known_to_the_oldest_browsers() {
    let unfit: BTreeSet<String> = sheets().iter().flat_map(|sheet| unfit(sheet)).collect();
    assert!(unfit.is_empty(), "{}", unfit.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_exception_is_one_and_is_used() {
    let used: BTreeSet<String> = sheets().iter().flat_map(|sheet| names(sheet)).collect();
    assert_eq!(table::idle(&KNOWN, &used), Vec::<&str>::new());
}

#[test]
fn a_style_sheet_is_taken_apart() {
    let sheet = "/* a{b:c} */ @media (max-width: 9px) and (hover: none) { .a > b:not(.c):hover::before { \
        content: \"x{y:z}\"; width: min(2em, calc(50% - 1.5vh)); --own: left; color: #fade00; grid-area: main } } \
        @page x{margin:0}p{font:400 12pt/1.5 \"A B\",Arial,serif}";
    let expected = [
        "1%",
        "1em",
        "1pt",
        "1vh",
        "::before",
        ":hover",
        ":not",
        "@media",
        "@media (hover)",
        "@media (max-width)",
        "@page",
        "calc()",
        "color",
        "content",
        "font",
        "grid-area",
        "margin",
        "min()",
        "width",
    ];
    let mut found = names(sheet);
    assert!(found.remove("--own: left"));
    assert_eq!(found.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn what_came_later_is_told() {
    for late in [
        ".a:has(b){color:red}",
        "@container (width > 9px){a{color:red}}",
        "a{text-wrap:balance}",
        "a{width:9cqw}",
        "a{color:light-dark(red,blue)}",
        "a{grid-template-columns:subgrid}",
        "a{&:hover{color:red}}",
    ] {
        assert!(!unfit(late).is_empty(), "{late}");
    }
    assert_eq!(unfit_names("\0..{color:red;text-wrap:balance;Not a:name;{x y:z"), ["css: text-wrap: in no table"]);
}
