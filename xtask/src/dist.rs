//! Releases: `dist/`, the folder that is put on a server or a USB stick.

use std::fs;
use std::path::PathBuf;

use crate::pack::Element;
use crate::{Result, build, check, guide, oldest, single};

/// Which build.
#[derive(Clone, Copy)]
pub enum Flavour {
    /// What is given to users, in `dist/`.
    Release,
    /// With the hooks that benches drive the designer by, in `target/bench/`.
    Bench,
}

/// Builds and writes; the folder is new each time. Gives back where it is.
pub fn dist(flavour: Flavour) -> Result<PathBuf> {
    let (features, folder): (&[&str], _) = match flavour {
        Flavour::Release => (&[], crate::root().join("dist")),
        Flavour::Bench => (&["bench"], crate::root().join("target").join("bench")),
    };
    let element = Element::new(build::release(features)?)?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    element.write(&folder)?;
    fs::write(folder.join(single::FILE), single::html(&element)?)?;
    guide::write(&folder, &element)?;
    check::folder(&folder, &element)?;
    oldest::folder(&folder)?;
    println!("{}: build {}", folder.strip_prefix(crate::root()).unwrap_or(&folder).display(), element.build);
    Ok(folder)
}
