use super::*;

#[test]
fn the_loader_and_what_rust_asks_by_name_are_known_to_the_oldest_browsers() {
    let read = |path: &std::path::Path| std::fs::read_to_string(path).expect("a file");
    let mut unfit = unfit(&crate::pack::loader().expect("the loader's files"));
    let mut folders = vec![crate::root().join("components")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = read(&path);
                let asked = text.lines().filter(|line| line.contains("Reflect::get("));
                let named = asked.filter_map(|line| line.split("&\"").nth(1)?.split('"').next());
                // What a constructor is called stands in the table as it is.
                let name =
                    |name: &str| format!("{}{name}", if name.starts_with(char::is_uppercase) { "" } else { "." });
                unfit.extend(named.filter_map(|it| table::fault(&KNOWN, &name(it))));
            }
        }
    }
    assert!(unfit.is_empty(), "{}", unfit.join("\n"));
}

#[test]
fn a_script_is_taken_apart() {
    let script = "// a.b\n/* c.d */ const Own = 1; class Two extends HTMLElement { #x; m() { return this.#x?.toString(); } }\n\
        let t = `a.b ${f.g(`${h.i}`)} j.k`, r = /[/]l.m/u.test(\"n.o\"); fetch({ Key: [...p] }); Own.q; 1.5.toFixed(); import_x.__wbg_y;";
    let found: Vec<String> = names(&plain(script)).into_iter().collect();
    assert_eq!(found, [".g", ".i", ".q", ".test", ".toFixed", ".toString", "HTMLElement", "fetch"]);
}

#[test]
fn what_came_later_is_told() {
    for late in [
        "a.toSorted()",
        "Promise.withResolvers()",
        "new CloseWatcher()",
        "scheduler.yield()",
        "e.showPopover()",
        "{ using file = f }",
        "import.meta.url",
        "a.getHTML()",
    ] {
        assert!(!unfit(late).is_empty(), "{late}");
    }
    assert_eq!(unfit("a.indexOf(b); fetch(c)"), Vec::<String>::new());
}
