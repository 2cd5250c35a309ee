//! Nothing leaves the machine.

use super::check;
use crate::Result;
use crate::case::Case;

/// What was asked for until `ready` is all that is ever asked for, also by a second element.
pub fn run(case: &Case) -> Result<()> {
    case.open_path("/")?;
    case.ready(1)?;
    let before = case.server.requests();
    let fonts = before.iter().filter(|path| path.ends_with(".woff2")).count();
    check!(fonts == 4, "{fonts} fonts were fetched before ready: {before:?}");

    case.wait_for("document.body.append(document.createElement('doi-thoai')) || 1")?;
    case.ready(2)?;
    std::thread::sleep(std::time::Duration::from_millis(1000));
    let after = case.server.requests();
    check!(after == before, "asked for after ready: {:?}", &after[before.len()..]);
    let names: Vec<String> = case.eval("performance.getEntriesByType('resource').map((it) => it.name)")?;
    let foreign: Vec<_> = names.iter().filter(|name| !name.starts_with(&case.server.url("/"))).collect();
    check!(foreign.is_empty(), "asked of others: {foreign:?}");
    Ok(())
}
