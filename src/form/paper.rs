//! The paper of a form.

use crate::style::PageSetup;

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Size {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 148 by 210 mm.
    A5,
}

/// How a form is put on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormPaper {
    /// The size of one page of the form.
    pub size: Size,
    /// Whether the long side lies.
    pub landscape: bool,
    /// Whether two A5 pages stand side by side on one A4 sheet, with a line to cut along.
    pub two_up: bool,
    /// Whether it is printed on both sides of the sheet.
    pub two_sided: bool,
    /// Whether each page says which of how many it is.
    pub counted: bool,
    /// Whether each page has marks in its corners, by which a scan finds the page.
    pub corner_marks: bool,
}

impl FormPaper {
    /// The page in mm. A form is no official document: its margins are practice (M), wide enough for every office
    /// printer, narrower on A5.
    pub fn page(&self) -> PageSetup {
        let (short, long, margin) = match self.size {
            Size::A4 => (210.0, 297.0, 15.0),
            Size::A5 => (148.0, 210.0, 10.0),
        };
        let (width, height) = if self.landscape { (long, short) } else { (short, long) };
        PageSetup {
            width,
            height,
            top: margin,
            bottom: margin,
            // A4 sheets are filed: room for two holes.
            left: if self.size == Size::A4 { 20.0 } else { margin + 2.0 },
            right: if self.size == Size::A4 { margin } else { margin + 2.0 },
            number_top: margin / 2.0,
            mirrored: false,
        }
    }

    /// Whether two pages of it can stand on one A4 sheet.
    pub fn can_be_two_up(&self) -> bool {
        self.size == Size::A5 && !self.landscape
    }
}
