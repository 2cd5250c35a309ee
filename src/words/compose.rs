//! Latin letters and their marks, put together and taken apart: normalisation forms C and D, for Latin alone.
//!
//! Knows letters and marks, no word. It exists for its size: the tables of a crate for all of Unicode cost some 60 kB
//! compressed in a program whose whole budget is 200 kB; these cost about two. The crate stays as the yardstick of
//! the tests below.
//!
//! For text of U+0000 to U+036F and U+1E00 to U+1EFF -- every letter of Vietnamese, Latin-1, Latin Extended-A and -B
//! and Latin Extended Additional, with any marks of U+0300 to U+036F in any order -- the result is exactly Unicode's;
//! so it is for the Kelvin and Ångström signs.
//!
//! Not covered: everything else stays as it came, composed or not. Greek and Cyrillic letters do not join their
//! marks nor give them up (the marks are put in order); Korean syllables and Indic letters are neither built nor
//! split; marks outside that block keep their place; compatibility ideographs are not replaced.

use std::sync::LazyLock;

/// Pairs of a letter and the same with the mark: `"AÁEÉ"` for the acute. A letter with two marks is made of one
/// with one. The marks of Vietnamese come first, as they are looked up most.
static MARKED: [(char, &str); 27] = [
    (
        '\u{301}',
        "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗ\
         üǘGǴgǵÅǺåǻÆǼæǽØǾøǿÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕ\
         ŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ¨΅",
    ),
    (
        '\u{300}',
        "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀ\
         êềÔỒôồƠỜơờƯỪưừYỲyỳ¨῭",
    ),
    ('\u{309}', "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
    (
        '\u{303}',
        "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮ\
         ưữYỸyỹ",
    ),
    (
        '\u{323}',
        "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒ\
         zẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ",
    ),
    (
        '\u{302}',
        "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐ\
         zẑẠẬạậẸỆẹệỌỘọộ",
    ),
    ('\u{306}', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭȨḜȩḝẠẶạặ"),
    ('\u{31B}', "OƠoơUƯuư"),
    (
        '\u{304}',
        "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰ\
         ȯȱYȲyȳGḠgḡḶḸḷḹṚṜṛṝ",
    ),
    (
        '\u{307}',
        "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅ\
         PṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ",
    ),
    ('\u{308}', "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"),
    ('\u{30A}', "AÅaåUŮuůwẘyẙ"),
    ('\u{30B}', "OŐoőUŰuű"),
    (
        '\u{30C}',
        "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓ\
         uǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ",
    ),
    ('\u{30F}', "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ"),
    ('\u{311}', "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
    ('\u{324}', "UṲuṳ"),
    ('\u{325}', "AḀaḁ"),
    ('\u{326}', "SȘsșTȚtț"),
    ('\u{327}', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"),
    ('\u{328}', "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
    ('\u{32D}', "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"),
    ('\u{32E}', "HḪhḫ"),
    ('\u{330}', "EḚeḛIḬiḭUṴuṵ"),
    ('\u{331}', "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"),
    ('\u{338}', "=≠<≮>≯"),
    ('\u{342}', "¨῁"),
];

/// The letters in normalisation form C.
pub(super) fn composed(letters: impl Iterator<Item = char>) -> String {
    let mut out = String::with_capacity(letters.size_hint().0);
    // Where the last letter starts, and where its marks do.
    let (mut start, mut marks) = (0, 0);
    for letter in letters.map(canonical) {
        if class(letter) == 0 {
            finish(&mut out, start, marks);
            start = out.len();
            out.push(letter);
            marks = out.len();
        } else {
            if marks == out.len()
                && let Some(whole) = char_at(&out, start)
            {
                // A letter shows its own marks only when others join them.
                out.truncate(start);
                take_apart(whole, &mut out);
                marks = start + char_at(&out, start).map_or(0, char::len_utf8);
            }
            take_apart(letter, &mut out);
        }
    }
    finish(&mut out, start, marks);
    out
}

/// The letters in normalisation form D.
pub(super) fn decomposed(letters: impl Iterator<Item = char>) -> String {
    let mut out = String::with_capacity(letters.size_hint().0);
    let mut marks = 0;
    for letter in letters.map(canonical) {
        if class(letter) == 0 {
            put_in_order(&mut out, marks);
            let start = out.len();
            take_apart(letter, &mut out);
            marks = start + char_at(&out, start).map_or(0, char::len_utf8);
        } else {
            take_apart(letter, &mut out);
        }
    }
    put_in_order(&mut out, marks);
    out
}

/// The one letter that is `letter` with `mark`, if there is one.
pub(super) fn join(letter: char, mark: char) -> Option<char> {
    let (_, row) = MARKED.iter().find(|(known, _)| *known == mark)?;
    pairs(row).find(|(bare, _)| *bare == letter).map(|(_, whole)| whole)
}

/// The letter without its outermost mark, and that mark: `ế` gives `ê` and the acute.
pub(super) fn split(letter: char) -> Option<(char, char)> {
    // Below it no letter has a mark.
    if letter < '\u{C0}' {
        return None;
    }
    match place(letter) {
        Some(at) => SPLIT[at],
        None => MARKED.iter().find_map(|(mark, row)| of_row(row, letter).map(|bare| (bare, *mark))),
    }
}

/// The two blocks that hold the letters of Latin with marks: every text is looked up there, letter by letter.
const BLOCKS: [(u32, usize); 2] = [(0xC0, 0x190), (0x1E00, 0x100)];

/// What [`split`] says of the letters of both blocks, made from [`MARKED`] once.
static SPLIT: LazyLock<Vec<Option<(char, char)>>> = LazyLock::new(|| {
    let mut table = vec![None; BLOCKS[0].1 + BLOCKS[1].1];
    for (mark, row) in &MARKED {
        for (bare, whole) in pairs(row) {
            if let Some(known) = place(whole).map(|at| &mut table[at]) {
                known.get_or_insert((bare, *mark));
            }
        }
    }
    table
});

/// Where a letter stands in [`SPLIT`].
fn place(letter: char) -> Option<usize> {
    let code = u32::from(letter);
    let mut before = 0;
    for (first, count) in BLOCKS {
        let at = code.wrapping_sub(first) as usize;
        if at < count {
            return Some(before + at);
        }
        before += count;
    }
    None
}

fn of_row(row: &str, letter: char) -> Option<char> {
    pairs(row).find(|(_, whole)| *whole == letter).map(|(bare, _)| bare)
}

/// The letter without any of its marks.
pub(super) fn bare(letter: char) -> char {
    let mut left = canonical(letter);
    while let Some((inner, _)) = split(left) {
        left = inner;
    }
    left
}

/// Whether `letter` is a mark that joins the letter before it.
pub(super) fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&letter)
}

fn pairs(row: &str) -> impl Iterator<Item = (char, char)> {
    let mut letters = row.chars();
    std::iter::from_fn(move || Some((letters.next()?, letters.next()?)))
}

/// The one code point that stands for `letter`, where Unicode has a second by mistake.
fn canonical(letter: char) -> char {
    match letter {
        '\u{340}' => '\u{300}',
        '\u{341}' => '\u{301}',
        '\u{343}' => '\u{313}',
        '\u{212A}' => 'K',
        '\u{212B}' => 'Å',
        _ => letter,
    }
}

/// Writes a letter and then its marks, innermost first, or a mark as what it is made of.
fn take_apart(letter: char, out: &mut String) {
    if letter == '\u{344}' {
        out.push_str("\u{308}\u{301}");
    } else if let Some((inner, mark)) = split(letter) {
        take_apart(inner, out);
        out.push(mark);
    } else {
        out.push(letter);
    }
}

/// The canonical combining class: marks stand in its order, and two of one class keep theirs. 0 for a letter.
fn class(letter: char) -> u8 {
    match letter {
        '\u{34F}' => 0,
        '\u{334}'..='\u{338}' => 1,
        '\u{321}' | '\u{322}' | '\u{327}' | '\u{328}' => 202,
        '\u{31B}' => 216,
        '\u{316}'..='\u{319}'
        | '\u{31C}'..='\u{320}'
        | '\u{323}'..='\u{326}'
        | '\u{329}'..='\u{333}'
        | '\u{339}'..='\u{33C}'
        | '\u{347}'..='\u{349}'
        | '\u{34D}'
        | '\u{34E}'
        | '\u{353}'..='\u{356}'
        | '\u{359}'
        | '\u{35A}' => 220,
        '\u{315}' | '\u{31A}' | '\u{358}' => 232,
        '\u{35C}' | '\u{35F}' | '\u{362}' => 233,
        '\u{35D}' | '\u{35E}' | '\u{360}' | '\u{361}' => 234,
        '\u{345}' => 240,
        _ if is_mark(letter) => 230,
        _ => 0,
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Orders the marks from `marks` to the end and joins those that can be to the letter at `start`.
fn finish(out: &mut String, start: usize, marks: usize) {
    let end = out.len();
    if marks == end {
        return;
    }
    put_in_order(out, marks);
    if start == marks {
        // Marks without a letter, at the start of the text.
        return;
    }
    let Some(mut whole) = char_at(out, start) else {
        return;
    };
    // What is left over goes to the end, and the old row out.
    let (mut at, mut last) = (marks, 0);
    while at < end
        && let Some(mark) = char_at(out, at)
    {
        at += mark.len_utf8();
        // A mark that stays bars the way to the letter for others of its class.
        match join(whole, mark) {
            Some(joined) if last < class(mark) => whole = joined,
            _ => {
                out.push(mark);
                last = class(mark);
            }
        }
    }
    out.replace_range(start..end, whole.encode_utf8(&mut [0; 4]));
}

/// Orders the marks from `marks` to the end by class: one pass for each class found, however many marks there are.
fn put_in_order(out: &mut String, marks: usize) {
    let end = out.len();
    let row = out.get(marks..).unwrap_or_default();
    if row.chars().is_sorted_by_key(class) {
        return;
    }
    let mut done = 0;
    while let Some(next) =
        out.get(marks..end).and_then(|row| row.chars().map(class).filter(|class| *class > done).min())
    {
        let mut at = marks;
        while at < end
            && let Some(mark) = char_at(out, at)
        {
            at += mark.len_utf8();
            if class(mark) == next {
                out.push(mark);
            }
        }
        done = next;
    }
    out.drain(marks..end);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::canonical_combining_class;

    /// The marks of Vietnamese and its neighbours, and the two tone marks no longer used.
    const COMMON: [char; 14] = [
        '\u{300}', '\u{301}', '\u{302}', '\u{303}', '\u{306}', '\u{308}', '\u{309}', '\u{30A}', '\u{30C}', '\u{31B}',
        '\u{323}', '\u{327}', '\u{340}', '\u{341}',
    ];

    fn nfc(text: &str) -> String {
        composed(text.chars())
    }

    fn nfd(text: &str) -> String {
        decomposed(text.chars())
    }

    fn holds(text: &str) {
        assert_eq!(nfc(text), text.nfc().collect::<String>(), "{text:?}");
        assert_eq!(nfd(text), text.nfd().collect::<String>(), "{text:?}");
    }

    fn covered() -> impl Iterator<Item = char> {
        ('\u{0}'..='\u{36F}').chain('\u{1E00}'..='\u{1EFF}')
    }

    #[test]
    fn every_letter_alone_is_as_in_unicode() {
        for letter in covered().chain(['\u{212A}', '\u{212B}']) {
            holds(letter.encode_utf8(&mut [0; 4]));
            assert_eq!(class(letter), canonical_combining_class(letter));
            let first = letter.nfd().next().unwrap();
            assert!(is_mark(letter) || bare(letter) == first, "{letter:?}");
        }
    }

    #[test]
    fn every_letter_joins_each_pair_of_marks_in_both_orders() {
        let vietnamese = "ĂÂĐÊÔƠƯăâđêôơư".chars();
        for letter in ('A'..='Z').chain('a'..='z').chain(vietnamese) {
            for one in COMMON {
                for other in COMMON {
                    holds(&String::from_iter([letter, one, other]));
                }
            }
        }
    }

    #[test]
    fn every_letter_joins_every_mark_of_the_block() {
        for letter in covered() {
            for mark in '\u{300}'..='\u{36F}' {
                let text = String::from_iter([letter, mark]);
                assert_eq!(nfc(&text), text.nfc().collect::<String>(), "{text:?}");
            }
        }
    }

    #[test]
    fn the_table_holds_pairs_that_unicode_holds() {
        for (mark, row) in MARKED {
            assert!(row.chars().count().is_multiple_of(2), "{row}");
            for (bare, whole) in pairs(row) {
                assert_eq!(join(bare, mark), Some(whole));
                assert_eq!(split(whole), Some((bare, mark)));
                assert_eq!(unicode_normalization::char::compose(bare, mark), Some(whole));
            }
        }
    }

    #[test]
    fn other_scripts_stay() {
        for text in ["\u{1112}\u{1161}\u{11AB}", "한국", "\u{438}\u{306}", "й", "ά", "か\u{3099}", "\u{F900}"] {
            assert_eq!(nfc(text), text);
            assert_eq!(nfd(text), text);
        }
    }

    #[test]
    fn a_long_row_of_marks_is_put_in_order_without_delay() {
        let text = format!("a{}", "\u{301}\u{323}\u{31B}".repeat(20_000));
        assert_eq!(nfc(&text), text.nfc().collect::<String>());
    }

    fn letter() -> impl Strategy<Value = char> {
        prop_oneof![
            Just('ế'),
            prop::char::range('A', 'z'),
            prop::char::range('\u{C0}', '\u{24F}'),
            prop::char::range('\u{1E00}', '\u{1EFF}'),
        ]
    }

    proptest! {
        #[test]
        fn latin_text_is_as_in_unicode(
            letters in prop::collection::vec(
                prop_oneof![letter(), prop::sample::select(&COMMON[..])],
                0..40,
            ),
        ) {
            let text = String::from_iter(letters);
            prop_assert_eq!(nfc(&text), text.nfc().collect::<String>());
            prop_assert_eq!(nfd(&text), text.nfd().collect::<String>());
        }

        #[test]
        fn all_that_is_covered_is_as_in_unicode(
            letters in prop::collection::vec(
                prop_oneof![
                    letter(),
                    prop::char::range('\u{0}', '\u{36F}'),
                    prop::char::range('\u{300}', '\u{36F}'),
                ],
                0..40,
            ),
        ) {
            let text = String::from_iter(letters);
            prop_assert_eq!(nfc(&text), text.nfc().collect::<String>());
            prop_assert_eq!(nfd(&text), text.nfd().collect::<String>());
        }

        #[test]
        fn any_text_is_composed_in_one_step(text in any::<String>()) {
            let once = nfc(&text);
            prop_assert_eq!(&nfc(&once), &once);
            prop_assert_eq!(nfc(&nfd(&text)), once);
        }
    }
}
