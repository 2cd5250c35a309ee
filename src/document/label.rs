//! The number or mark in front of a paragraph: as a value, so that a word processor can go on counting.

use crate::words;

/// The number or mark in front of a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Label {
    /// None.
    #[default]
    None,
    /// Its place in an outline, from the top: `[2, 3, 1]` prints "3.1.".
    Number(Vec<u32>),
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// `(1)`
    Paren(u32),
    /// `a)`, counted from 0.
    Letter(u32),
    /// `1.`, of a list that is no part of the outline, such as the questions of a form.
    Count(u32),
}

impl Label {
    /// As it is printed, with the space behind it.
    pub fn printed(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Number(path) => match path.as_slice() {
                [first] => format!("{}. ", words::roman(*first)),
                [_, second] => format!("{second}. "),
                [_, second, third] => format!("{second}.{third}. "),
                [.., last] => format!("{}) ", words::list_letter(last.saturating_sub(1) as usize)),
                [] => String::new(),
            },
            Self::Dash => "- ".into(),
            Self::Plus => "+ ".into(),
            Self::Paren(number) => format!("({number}) "),
            Self::Letter(index) => format!("{}) ", words::list_letter(*index as usize)),
            Self::Count(number) => format!("{number}. "),
        }
    }
}
