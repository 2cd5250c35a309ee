//! JSON (RFC 8259): what files and options are made of, read and written.
//!
//! A value borrows from its text what stands there as it is. A number is kept as its text: only whole ones are asked for
//! here, and so none loses a digit. Knows nothing of what a value means: `draft/` does.

use std::borrow::Cow;
use std::collections::BTreeMap;

use thiserror::Error;

/// Lists and objects nest less deep than this; a deeper text is damaged or hostile.
const DEEPEST: usize = 128;

/// A value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Json<'a> {
    /// Nothing.
    #[default]
    Null,
    /// Yes or no.
    Flag(bool),
    /// A number, as it is written.
    Number(&'a str),
    /// A text.
    Text(Cow<'a, str>),
    /// Values in their order.
    List(Vec<Json<'a>>),
    /// Values by their names; of a name that is there twice, the last.
    Object(BTreeMap<Cow<'a, str>, Json<'a>>),
}

/// The text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("at byte {at}")]
pub struct NotJson {
    /// Where reading came to an end.
    pub at: usize,
}

impl<'a> Json<'a> {
    /// Reads a text that is one value.
    ///
    /// # Errors
    /// Where the text is not JSON.
    pub fn read(text: &'a str) -> Result<Self, NotJson> {
        let mut reader = Reader { text, at: 0, depth: 0 };
        let value = reader.value();
        reader.space();
        value.filter(|_| reader.at == text.len()).ok_or(NotJson { at: reader.at })
    }

    /// The value of a name; none where it is not there, or this is no object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(values) => values.get(name),
            _ => None,
        }
    }

    /// Takes the value of a name out, where it is there.
    pub fn take(&mut self, name: &str) -> Option<Self> {
        match self {
            Self::Object(values) => values.get_mut(name).map(std::mem::take),
            _ => None,
        }
    }

    /// What a text says; none for all else.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A whole number from 0 on; none for all else.
    pub fn count(&self) -> Option<u32> {
        match self {
            Self::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    /// The canonical text of the value: names in order, no space between.
    pub fn write(&self) -> String {
        let mut text = String::new();
        self.write_to(&mut text);
        text
    }

    fn write_to(&self, to: &mut String) {
        match self {
            Self::Null => to.push_str("null"),
            Self::Flag(flag) => to.push_str(if *flag { "true" } else { "false" }),
            Self::Number(digits) => to.push_str(digits),
            Self::Text(text) => quote(text, to),
            Self::List(items) => {
                to.push('[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        to.push(',');
                    }
                    item.write_to(to);
                }
                to.push(']');
            }
            Self::Object(values) => {
                to.push('{');
                for (at, (name, value)) in values.iter().enumerate() {
                    if at > 0 {
                        to.push(',');
                    }
                    quote(name, to);
                    to.push(':');
                    value.write_to(to);
                }
                to.push('}');
            }
        }
    }
}

/// Whether a byte of a text is not written as it is.
fn is_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// Writes a text in its quotation marks.
pub fn quote(text: &str, to: &mut String) {
    to.push('"');
    let mut rest = text;
    while let Some((plain, byte, after)) = until_escaped(rest) {
        to.push_str(plain);
        to.push('\\');
        match byte {
            b'"' | b'\\' => to.push(char::from(byte)),
            0x08 => to.push('b'),
            0x0c => to.push('f'),
            b'\n' => to.push('n'),
            b'\r' => to.push('r'),
            b'\t' => to.push('t'),
            _ => {
                to.push_str("u00");
                for digit in [byte >> 4, byte & 0xf] {
                    to.push(char::from(if digit < 10 { b'0' + digit } else { b'a' - 10 + digit }));
                }
            }
        }
        rest = after;
    }
    to.push_str(rest);
    to.push('"');
}

/// What stands before the first byte that is not written as it is, that byte, and what stands behind it.
fn until_escaped(text: &str) -> Option<(&str, u8, &str)> {
    let at = text.bytes().position(is_escaped)?;
    Some((text.get(..at)?, *text.as_bytes().get(at)?, text.get(at + 1..)?))
}

/// A text of [`Json::write`], laid out to be read by people too: a line for each value, two spaces for each depth.
pub fn laid_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut depth = 0_usize;
    // Within quotation marks, behind a backslash, behind a bracket that opened.
    let (mut quoted, mut escaped, mut opened) = (false, false, false);
    for letter in text.chars() {
        if quoted {
            quoted = escaped || letter != '"';
            escaped = !escaped && letter == '\\';
            out.push(letter);
            continue;
        }
        let closes = matches!(letter, '}' | ']');
        if closes {
            depth = depth.saturating_sub(1);
        }
        // What is empty stays on its line.
        if opened != closes {
            new_line(&mut out, depth);
        }
        opened = matches!(letter, '{' | '[');
        quoted = letter == '"';
        out.push(letter);
        match letter {
            '{' | '[' => depth += 1,
            ',' => new_line(&mut out, depth),
            ':' => out.push(' '),
            _ => {}
        }
    }
    out
}

fn new_line(to: &mut String, depth: usize) {
    to.push('\n');
    for _ in 0..depth {
        to.push_str("  ");
    }
}

/// Reads from a place of a text on. Whatever gives nothing has met what is not JSON.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes over a byte, if it is this one.
    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.at += 1;
        }
        found
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        self.eat(byte).then_some(())
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn value(&mut self) -> Option<Json<'a>> {
        self.space();
        match self.peek()? {
            b'"' => self.quoted().map(Json::Text),
            b'{' => {
                let mut values = BTreeMap::new();
                self.between(b'}', &mut |reader| {
                    reader.space();
                    let name = reader.quoted()?;
                    reader.space();
                    reader.expect(b':')?;
                    values.insert(name, reader.value()?);
                    Some(())
                })?;
                Some(Json::Object(values))
            }
            b'[' => {
                let mut items = Vec::new();
                self.between(b']', &mut |reader| {
                    items.push(reader.value()?);
                    Some(())
                })?;
                Some(Json::List(items))
            }
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Flag(true)),
            b'f' => self.word("false", Json::Flag(false)),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Json<'a>) -> Option<Json<'a>> {
        let found = self.text.get(self.at..)?.starts_with(word);
        self.at += if found { word.len() } else { 0 };
        found.then_some(value)
    }

    /// Reads what stands between two brackets, with commas between.
    fn between(&mut self, end: u8, item: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        self.depth += 1;
        if self.depth == DEEPEST {
            return None;
        }
        self.space();
        if !self.eat(end) {
            loop {
                item(self)?;
                self.space();
                if self.eat(end) {
                    break;
                }
                self.expect(b',')?;
            }
        }
        self.depth -= 1;
        Some(())
    }

    fn number(&mut self) -> Option<Json<'a>> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        self.text.get(start..self.at).map(Json::Number)
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn quoted(&mut self) -> Option<Cow<'a, str>> {
        self.expect(b'"')?;
        let mut text = String::new();
        loop {
            let (plain, byte, _) = until_escaped(self.text.get(self.at..)?)?;
            self.at += plain.len();
            match byte {
                b'"' => {
                    self.at += 1;
                    // An escape gives a letter at least, so nothing means that there was none.
                    return Some(if text.is_empty() { Cow::Borrowed(plain) } else { Cow::Owned(text + plain) });
                }
                b'\\' => {
                    self.at += 1;
                    text.push_str(plain);
                    text.push(self.escaped()?);
                }
                _ => return None,
            }
        }
    }

    /// The letter that stands behind a backslash.
    fn escaped(&mut self) -> Option<char> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.numbered(),
            _ => return None,
        })
    }

    /// The letter of a number in four digits, or in two such halves.
    fn numbered(&mut self) -> Option<char> {
        let first = self.hexadecimal()?;
        if !matches!(first, 0xd800..=0xdbff) {
            return char::from_u32(first);
        }
        self.expect(b'\\')?;
        self.expect(b'u')?;
        let second = self.hexadecimal()?;
        matches!(second, 0xdc00..=0xdfff).then_some(())?;
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00))
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(number)
    }
}
