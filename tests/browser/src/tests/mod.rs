//! The tests, a file each.

mod element;
mod faults;
mod font;
mod portal;
mod quiet;
mod single_file;
mod start;
mod strict_policy;

use crate::Result;
use crate::browser::Kind;
use crate::case::Case;

/// One test.
pub struct Test {
    /// Its file's name.
    pub name: &'static str,
    /// What it shows, in a sentence.
    pub what: &'static str,
    /// The browsers that it is for.
    pub browsers: &'static [Kind],
    /// Whether it wants the build with the bench hooks.
    pub bench: bool,
    /// The test.
    pub run: fn(&Case) -> Result<()>,
}

const BOTH: &[Kind] = &[Kind::Chromium, Kind::Firefox];

const fn test(name: &'static str, what: &'static str, run: fn(&Case) -> Result<()>) -> Test {
    Test {
        name,
        what,
        browsers: BOTH,
        bench: false,
        run,
    }
}

/// All tests, in the order in which they run.
pub const TESTS: &[Test] = &[
    test(
        "start",
        "the page opens, is ready and shows the program",
        start::run,
    ),
    test(
        "strict_policy",
        "an element and a placeholder run under the contract's policy without one report",
        strict_policy::run,
    ),
    test(
        "portal",
        "a portal with a 10 px root and loud rules does not reach into the element, nor the element out",
        portal::run,
    ),
    test(
        "single_file",
        "the page in one file opens from file://",
        single_file::run,
    ),
    test(
        "quiet",
        "nothing is fetched once the element is ready",
        quiet::run,
    ),
    test(
        "element",
        "elements may be moved, taken out, put back, and made before they are shown",
        element::run,
    ),
    test(
        "faults",
        "what keeps the program from starting is told in the element and by an event",
        faults::run,
    ),
    test(
        "font",
        "the papers' font has every Vietnamese letter and comes from the release",
        font::run,
    ),
];

/// Fails a test with a message unless something holds.
macro_rules! check {
    ($holds:expr, $($message:tt)+) => {
        if !$holds {
            return Err(format!($($message)+).into());
        }
    };
}
use check;
