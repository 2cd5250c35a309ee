//! System packages: browsers, fonts, PDF tools. They come by apt where this is root on Debian; else the developer is told
//! what to install.

use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::process::{on_path, output, run};

/// Something that the system has to bring.
pub struct Need {
    /// Debian's package.
    package: &'static str,
    /// Whether it is there.
    present: fn() -> bool,
}

/// npm (with Node), for wasm-opt.
pub const NPM: Need = Need { package: "npm", present: || any(&["npm", "npm.cmd"]) };

/// What the tests in browsers need.
pub const BROWSERS: &[Need] = &[
    Need { package: "chromium", present: || any(&["chromium", "chromium-browser", "google-chrome"]) },
    Need { package: "chromium-driver", present: || any(&["chromedriver"]) },
    Need { package: "firefox-esr", present: || any(&["firefox", "firefox-esr"]) },
    Need { package: "poppler-utils", present: || any(&["pdftotext"]) },
    // Tinos, with the widths of Times New Roman and every Vietnamese letter.
    Need { package: "fonts-croscore", present: || lists_font("Tinos") },
];

/// What the tests of Word files need.
pub const OFFICE: &[Need] = &[
    Need { package: "libreoffice-writer", present: || any(&["soffice"]) },
    Need {
        package: "libreoffice-calc",
        present: || output(Command::new("dpkg").args(["-s", "libreoffice-calc"])).is_some(),
    },
    Need { package: "python3-docx", present: || python().is_some() },
    Need { package: "poppler-utils", present: || any(&["pdftotext"]) },
    Need { package: "fonts-croscore", present: || lists_font("Tinos") },
];

/// A Python that has python-docx; another than the system's may come first on PATH.
pub fn python() -> Option<&'static str> {
    ["python3", "/usr/bin/python3"]
        .into_iter()
        .find(|python| output(Command::new(python).args(["-c", "import docx"])).is_some())
}

/// Sees to these packages, all at once.
pub fn need(needs: &[Need]) -> Result<()> {
    let missing: Vec<_> = needs.iter().filter(|need| !(need.present)()).map(|need| need.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !is_root_on_debian() {
        return Err(format!("please install: {list} (Debian's names), or what your system calls them").into());
    }
    eprintln!("installing system packages: {list}");
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(apt().args(["update", "--quiet"]))?;
    run(apt().args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(&missing))
}

fn any(programs: &[&str]) -> bool {
    programs.iter().any(|program| on_path(program).is_some())
}

fn lists_font(family: &str) -> bool {
    output(&mut Command::new("fc-list")).is_some_and(|fonts| fonts.contains(family))
}

fn is_root_on_debian() -> bool {
    Path::new("/etc/debian_version").exists()
        && output(Command::new("id").arg("-u")).is_some_and(|user| user.trim() == "0")
}
