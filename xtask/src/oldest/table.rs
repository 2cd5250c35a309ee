//! A table of names with the first Chrome and the first Firefox that have what they name.

use std::collections::BTreeMap;

use super::{CHROME, FIREFOX};

/// A name that the product uses.
#[derive(Debug)]
pub struct Entry {
    /// The versions that have it; nothing where the name is the product's own.
    since: Option<(u32, u32)>,
    /// Why the product may use it all the same, where the oldest browsers lack it.
    fallback: &'static str,
}

/// Names with what is known of them.
pub type Table = BTreeMap<&'static str, Entry>;

/// Reads a table: a line for each name, `name | Chrome | Firefox | what happens without it`, and `own | names`.
pub fn read(text: &'static str) -> Table {
    let mut table = Table::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut cells = line.split('|').map(str::trim);
        let name = cells.next().unwrap_or_default();
        if name == "own" {
            let names = cells.next().unwrap_or_default().split_whitespace();
            table.extend(names.map(|name| (name, Entry { since: None, fallback: "" })));
            continue;
        }
        // What is not a number came with a version that is not out yet.
        let mut since = || cells.next().and_then(|cell| cell.parse().ok()).unwrap_or(u32::MAX);
        let since = Some((since(), since()));
        table.insert(name, Entry { since, fallback: cells.next().unwrap_or_default() });
    }
    table
}

/// What is wrong with the use of a name, if anything is.
pub fn fault(table: &Table, name: &str) -> Option<String> {
    let Some(entry) = table.get(name) else {
        return Some(format!("{name}: in no table"));
    };
    let (chrome, firefox) = entry.since?;
    if (chrome <= CHROME && firefox <= FIREFOX) || !entry.fallback.is_empty() {
        return None;
    }
    Some(format!("{name}: since Chrome {chrome}, Firefox {firefox}"))
}

/// The exceptions of a table that are none: nothing uses them, or the oldest browsers have them.
#[cfg(test)]
pub fn idle<'a>(table: &'a Table, used: &std::collections::BTreeSet<String>) -> Vec<&'a str> {
    let late = |entry: &Entry| entry.since.is_some_and(|(chrome, firefox)| chrome > CHROME || firefox > FIREFOX);
    let excused = table.iter().filter(|(_, entry)| !entry.fallback.is_empty());
    excused.filter(|(name, entry)| !used.contains(**name) || !late(entry)).map(|(name, _)| *name).collect()
}
