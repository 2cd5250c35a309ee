//! The script: the names of the browser's interfaces that glue and loader use, and syntax that came late.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::table::{self, Table};

static KNOWN: LazyLock<Table> = LazyLock::new(|| table::read(include_str!("script.txt")));

/// Words of the language before a bracket.
const KEYWORDS: [&str; 12] =
    ["if", "for", "while", "switch", "catch", "return", "typeof", "function", "await", "async", "of", "in"];

/// What the oldest browsers do not know of a script.
pub fn unfit(script: &str) -> Vec<String> {
    let code = plain(script);
    let faults = names(&code).into_iter().filter_map(|name| table::fault(&KNOWN, &name));
    faults.chain(late_syntax(&code)).map(|fault| format!("script: {fault}")).collect()
}

/// All syntax that MDN's data call newer than either browser, as far as a classic script can have it. Patterns are not
/// looked into: the flag tells of the one, and the other two begin with a sign that nothing else has.
fn late_syntax(code: &str) -> Option<String> {
    let late = [
        ("using ", "a declaration with `using` (134, 141)"),
        ("(?i:", "flags within a pattern (125, 132)"),
        ("(?-i:", "flags within a pattern (125, 132)"),
        ("/v.test", "a pattern of sets (112, 116)"),
        ("import.meta", "the address of a module: this is a classic script"),
    ];
    late.iter().find(|(sign, _)| code.contains(sign)).map(|(_, what)| (*what).to_owned())
}

/// The names in a script: members (`.name`), and what is called or begins with a capital (`Name`) unless the script itself
/// declares it.
fn names(code: &str) -> BTreeSet<String> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$' | '#');
    let mut names = BTreeSet::new();
    let mut declared: BTreeSet<&str> = BTreeSet::new();
    let (mut at, mut last) = (0, "");
    while let Some(start) = code[at..].find(is_name).map(|next| at + next) {
        let end = code[start..].find(|letter| !is_name(letter)).map_or(code.len(), |length| start + length);
        let (word, before, after) = (&code[start..end], code[..start].trim_end(), code[end..].trim_start());
        let is_member = before.ends_with('.') && !before.ends_with("...");
        if ["const", "let", "var", "function", "class"].contains(&last) {
            declared.insert(word);
        }
        if word.starts_with(|letter: char| letter.is_ascii_digit()) || word.contains('#') || is_of_glue(word) {
            // A number, a private field, a name of the glue.
        } else if is_member {
            names.insert(format!(".{word}"));
        } else if !KEYWORDS.contains(&word)
            && (after.starts_with('(') || word.starts_with(|letter: char| letter.is_ascii_uppercase()))
            // A key or a method is a name of the script's own.
            && !(after.starts_with(':') && before.ends_with(['{', ',']))
            && !is_method(after)
        {
            names.insert(word.to_owned());
        }
        last = word;
        at = end;
    }
    names.retain(|name| !declared.contains(name.as_str()));
    names
}

/// Whether wasm-bindgen made a name up.
fn is_of_glue(name: &str) -> bool {
    ["__", "_wb", "wasm_bindgen", "intounderlying"].iter().any(|start| name.starts_with(start))
}

/// Whether parameters and a body follow: then a method is written here, not called.
fn is_method(after: &str) -> bool {
    let mut depth = 0;
    let end = after.find(|letter| {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        depth == 0
    });
    after.starts_with('(') && end.is_some_and(|end| after[end + 1..].trim_start().starts_with('{'))
}

/// A script without comments, texts and patterns; what stands between `${` and `}` stays.
fn plain(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut letters = script.chars().peekable();
    // Open braces within each template string that is being read.
    let mut templates: Vec<u32> = Vec::new();
    let mut in_template = false;
    while let Some(letter) = letters.next() {
        if in_template {
            match letter {
                '\\' => drop(letters.next()),
                '`' => in_template = false,
                '$' if letters.next_if_eq(&'{').is_some() => {
                    templates.push(0);
                    in_template = false;
                    out.push(' ');
                }
                _ => {}
            }
            continue;
        }
        match letter {
            '"' | '\'' => skip_to(&mut letters, letter),
            '`' => in_template = true,
            '/' if letters.peek() == Some(&'/') => while letters.next_if(|next| *next != '\n').is_some() {},
            '/' if letters.peek() == Some(&'*') => {
                let mut star = false;
                for next in letters.by_ref() {
                    if star && next == '/' {
                        break;
                    }
                    star = next == '*';
                }
            }
            // A pattern stands where a value is wanted. Its flags stay.
            '/' if out.trim_end().ends_with(['(', ',', '=', ':', '[', '!', '&', '|', '?', '{', '}', ';', '>']) => {
                skip_to(&mut letters, '/');
                out.push('/');
            }
            '{' | '}' => {
                match templates.last_mut() {
                    Some(0) if letter == '}' => {
                        templates.pop();
                        in_template = true;
                    }
                    Some(depth) if letter == '}' => *depth -= 1,
                    Some(depth) => *depth += 1,
                    None => {}
                }
                out.push(letter);
            }
            _ => out.push(letter),
        }
    }
    out
}

/// Goes behind the next of these letters that no backslash protects. Within a class of a pattern it would mean itself.
fn skip_to(letters: &mut impl Iterator<Item = char>, end: char) {
    let mut class = false;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '[' if end == '/' => class = true,
            ']' => class = false,
            _ if letter == end && !class => return,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
