//! What came out of the printer: a PDF, looked at with poppler's tools.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;

/// A printed file.
pub struct Pdf(pub PathBuf);

impl Pdf {
    /// Each page's paper, width and height in millimetres.
    pub fn pages(&self) -> Result<Vec<(f64, f64)>> {
        let text = tool(Command::new("pdfinfo").args(["-f", "1", "-l", "99999"]).arg(&self.0))?;
        let mut pages = Vec::new();
        for line in text.lines().filter(|line| line.starts_with("Page ") && line.contains(" size:")) {
            let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
            // "Page 1 size: 595.28 x 841.89 pts (A4)": the first number is the page's own.
            if let [_, width, height, ..] = numbers[..] {
                pages.push((width / 72.0 * 25.4, height / 72.0 * 25.4));
            }
        }
        Ok(pages)
    }

    /// The names of its fonts, sorted, without the letters that mark a subset.
    pub fn fonts(&self) -> Result<Vec<String>> {
        let text = tool(Command::new("pdffonts").arg(&self.0))?;
        let names = text.lines().skip(2).filter_map(|line| line.split_whitespace().next());
        let names: BTreeSet<_> = names.map(|name| name.rsplit('+').next().unwrap_or(name).to_owned()).collect();
        Ok(names.into_iter().collect())
    }

    /// Its words, laid out as on the pages.
    pub fn text(&self) -> Result<String> {
        tool(Command::new("pdftotext").arg("-layout").arg(&self.0).arg("-"))
    }

    /// The words of each page, in the order in which they were drawn.
    pub fn page_texts(&self) -> Result<Vec<String>> {
        let text = tool(Command::new("pdftotext").arg("-raw").arg(&self.0).arg("-"))?;
        let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        // Each page ends with a form feed.
        pages.pop();
        Ok(pages)
    }

    /// What the codes (QR) on a page say.
    pub fn codes(&self, page: u32) -> Result<Vec<String>> {
        let number = page.to_string();
        let output = Command::new("pdftoppm")
            .args(["-gray", "-r", "200", "-f", &number, "-l", &number])
            .arg(&self.0)
            .output()
            .map_err(|error| format!("cannot start pdftoppm: {error}"))?;
        let (width, height, grey) = portable_graymap(&output.stdout).ok_or("pdftoppm gave no picture")?;
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
        Ok(picture.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect())
    }

    /// One page as a picture beside the file.
    pub fn picture(&self, page: u32) -> Result<PathBuf> {
        let name = self.0.with_extension("");
        let number = page.to_string();
        tool(
            Command::new("pdftoppm").args(["-png", "-r", "80", "-singlefile", "-f", &number]).arg(&self.0).arg(&name),
        )?;
        Ok(Path::new(&name).with_extension("png"))
    }
}

/// Width, height and grey values of a picture in the "P5" form of pdftoppm.
fn portable_graymap(bytes: &[u8]) -> Option<(usize, usize, &[u8])> {
    let mut at = 0;
    let mut word = || {
        let start = at + bytes[at..].iter().position(|byte| !byte.is_ascii_whitespace())?;
        at = start + bytes[start..].iter().position(u8::is_ascii_whitespace)?;
        std::str::from_utf8(&bytes[start..at]).ok()
    };
    let (kind, width, height) = (word()?, word()?.parse().ok()?, word()?.parse::<usize>().ok()?);
    word()?;
    (kind == "P5").then_some((width, height, bytes.get(at + 1..)?))
}

fn tool(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("cannot start {name}: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)).into())
    }
}
