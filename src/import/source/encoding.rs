//! Bytes as text: Unicode is read, what is no text and the Vietnamese letters of before Unicode are told apart.
//!
//! TCVN3 and VNI are recognised and refused, not converted: a font decides there which letter a byte is, and capitals of
//! TCVN3 are a font of their own, so a conversion would guess.

use super::super::FileFault;
use crate::words;

/// The most bytes of a text; the longest plan of an office has a hundredth of it.
const MOST_BYTES: usize = 8_000_000;

/// The fewest words by which a language is judged.
const ENOUGH_WORDS: usize = 30;

/// Frequent words of offices as they look where TCVN3 is read as Western letters.
const TCVN3: [&str; 12] = ["nh©n", "d©n", "x·", "ñy", "®¶ng", "cña", "vµ", "®èi", "tho¹i", "héi", "kÕ", "ho¹ch"];

/// The same for VNI.
const VNI: [&str; 12] =
    ["nhaân", "daân", "xaõ", "uûy", "ñaûng", "cuûa", "vaø", "ñoái", "thoaïi", "hoäi", "keá", "hoaïch"];

/// The text of a file.
///
/// # Errors
/// Where it is no Vietnamese text in Unicode; says which of the usual mistakes it is.
pub fn decoded(bytes: &[u8]) -> Result<String, FileFault> {
    if bytes.len() > MOST_BYTES {
        return Err(FileFault::TooLarge);
    }
    if bytes.starts_with(b"%PDF") {
        return Err(FileFault::Pdf);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(FileFault::OldOrEncrypted);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(FileFault::RichText);
    }
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, rest @ ..] => sixteen(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => sixteen(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => return Err(old_letters(bytes)),
        },
    };
    judged(&text)?;
    Ok(text)
}

/// Whether a text is Vietnamese in Unicode, as far as that can be told.
///
/// # Errors
/// Which of the usual mistakes it is.
pub fn judged(text: &str) -> Result<(), FileFault> {
    if text.trim().is_empty() {
        return Err(FileFault::Empty);
    }
    let odd = text.chars().filter(|letter| letter.is_control() && !letter.is_whitespace()).count();
    if odd * 50 > text.chars().count() {
        return Err(FileFault::Binary);
    }
    if let Some(fault) = old_encoding(text) {
        return Err(fault);
    }
    let all: Vec<&str> = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    if all.len() < ENOUGH_WORDS {
        return Ok(());
    }
    let marked = all.iter().filter(|word| words::strip_marks(word) != **word).count();
    let keys = words::fold(&words::strip_marks(text));
    let known = ["nhan dan", "doi thoai", "ke hoach", "uy ban", "to chuc", "hoi nghi", "dang uy"];
    let spoken = known.iter().filter(|phrase| keys.contains(**phrase)).count();
    if marked * 20 < all.len() && spoken < 3 { Err(FileFault::OtherLanguage) } else { Ok(()) }
}

/// What bytes are that are no Unicode.
fn old_letters(bytes: &[u8]) -> FileFault {
    let western: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    if let Some(fault) = old_encoding(&western) {
        return fault;
    }
    let odd = bytes.iter().filter(|byte| **byte < 9 || (14..32).contains(*byte)).count();
    if odd * 50 > bytes.len() { FileFault::Binary } else { FileFault::Encoding }
}

/// Which encoding of before Unicode a text is in that was read as Western letters.
fn old_encoding(text: &str) -> Option<FileFault> {
    let low = text.to_lowercase();
    let share = |known: &[&str]| {
        let all = low.split(|letter: char| letter.is_whitespace() || letter.is_ascii_punctuation());
        all.filter(|word| known.contains(word)).count()
    };
    let (tcvn3, vni) = (share(&TCVN3), share(&VNI));
    let proper =
        low.chars().filter(|letter| ('\u{1ea0}'..='\u{1ef9}').contains(letter) || matches!(letter, 'ơ' | 'ư')).count();
    let most = tcvn3.max(vni);
    // A sentence on encodings in a proper text is no old text.
    if most < 3 || proper > most {
        return None;
    }
    Some(if tcvn3 > vni { FileFault::Tcvn3 } else { FileFault::Vni })
}

fn sixteen(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unicode_is_read_whatever_its_form() {
        let text = "KẾ HOẠCH đối thoại với Nhân dân";
        let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for bytes in [text.as_bytes(), &little, &big, &marked] {
            assert_eq!(decoded(bytes).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_vietnamese_text_is_told_apart() {
        let tcvn3: Vec<u8> = "ñy ban nh©n d©n x· kÕ ho¹ch ®èi tho¹i".chars().map(|letter| letter as u8).collect();
        let vni: Vec<u8> = "Uûy ban nhaân daân xaõ keá hoaïch ñoái thoaïi".chars().map(|letter| letter as u8).collect();
        let english = "The committee of the commune holds a meeting with the people of the villages about roads and \
                       water and schools and asks everybody to come and to say what should be done about them all";
        for (bytes, fault) in [
            (&tcvn3[..], FileFault::Tcvn3),
            ("ñy ban nh©n d©n x· kÕ ho¹ch".as_bytes(), FileFault::Tcvn3),
            (&vni[..], FileFault::Vni),
            (b" \n ", FileFault::Empty),
            (b"", FileFault::Empty),
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d\x49\x48", FileFault::Binary),
            (b"{\\rtf1 text}", FileFault::RichText),
            (b"%PDF-1.7", FileFault::Pdf),
            (english.as_bytes(), FileFault::OtherLanguage),
        ] {
            assert_eq!(decoded(bytes), Err(fault), "{:?}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(decoded(&vec![b'a'; 50_000_000]), Err(FileFault::TooLarge));
        // Typed without marks, it is Vietnamese all the same.
        let plain = "Uy ban nhan dan xa to chuc hoi nghi doi thoai voi nhan dan nam nay theo ke hoach da ban hanh cua Dang \
                     uy xa ve viec tiep xuc doi thoai truc tiep voi cac tang lop nhan dan tren dia ban";
        assert!(decoded(plain.as_bytes()).is_ok());
    }
}
