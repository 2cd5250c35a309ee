//! What is read out aloud: dates with their months in words, and no abbreviation.
//!
//! Knows no sentence: it goes from word to word and leaves alone what it does not know.

/// Abbreviations of offices, and what is said for them.
const ABBREVIATIONS: [(&str, &str); 27] = [
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("MTTQVN", "Mặt trận Tổ quốc Việt Nam"),
    ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
    ("UBMTTQVN", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ("BTV", "Ban Thường vụ"),
    ("BCH", "Ban Chấp hành"),
    ("BCĐ", "Ban Chỉ đạo"),
    ("VP", "Văn phòng"),
    ("TW", "Trung ương"),
    ("CT-XH", "chính trị - xã hội"),
    ("KT-XH", "kinh tế - xã hội"),
    ("VH-XH", "văn hóa - xã hội"),
    ("QP-AN", "quốc phòng - an ninh"),
    ("ANTT", "an ninh, trật tự"),
    ("GPMB", "giải phóng mặt bằng"),
    ("NTM", "nông thôn mới"),
    ("CCHC", "cải cách hành chính"),
    ("TTHC", "thủ tục hành chính"),
    ("HTX", "hợp tác xã"),
    ("TDP", "tổ dân phố"),
    ("THCS", "trung học cơ sở"),
    ("THPT", "trung học phổ thông"),
    ("BHYT", "bảo hiểm y tế"),
    ("BHXH", "bảo hiểm xã hội"),
    ("GCN", "giấy chứng nhận"),
];

/// The text as it is read out: "ngày 05/9/2026" as "ngày 05 tháng 9 năm 2026", "UBND xã" as "Ủy ban nhân dân xã". An
/// abbreviation in brackets behind its own words is left out.
pub fn spoken(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(' ') {
        let core = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let (before, after) = match word.find(core) {
            Some(at) if !core.is_empty() => (&word[..at], &word[at + core.len()..]),
            _ => {
                out.push_str(word);
                continue;
            }
        };
        if let Some(behind) = after.strip_prefix(')')
            && before.ends_with('(')
            && said(core).is_some()
        {
            // The space before the bracket goes with it, unless another word follows.
            if !behind.starts_with(' ') && out.ends_with(' ') {
                out.pop();
            }
            out.push_str(behind.strip_prefix(' ').unwrap_or(behind));
            continue;
        }
        out.push_str(before);
        match said(core).or_else(|| date(core)) {
            Some(words) => out.push_str(&words),
            None => out.push_str(core),
        }
        out.push_str(after);
    }
    out
}

/// What is said for an abbreviation, or for several that a dash joins.
fn said(word: &str) -> Option<String> {
    let known =
        |word: &str| ABBREVIATIONS.iter().find(|(short, _)| *short == word).map(|(_, words)| (*words).to_owned());
    known(word).or_else(|| {
        let parts: Option<Vec<String>> = word.split('-').map(known).collect();
        parts.filter(|parts| parts.len() > 1).map(|parts| parts.join(" - "))
    })
}

/// "05/9/2026" as "05 tháng 9 năm 2026", "25/9" as "25 tháng 9", "9/2026" as "9 năm 2026", "II/2026" as "II năm 2026".
fn date(word: &str) -> Option<String> {
    let number =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let year = |part: &str| part.len() == 4 && number(part, 4);
    match word.split('/').collect::<Vec<_>>().as_slice() {
        [day, month, y] if number(day, 2) && number(month, 2) && year(y) => {
            Some(format!("{day} tháng {month} năm {y}"))
        }
        [month, y] if year(y) && (number(month, 2) || matches!(*month, "I" | "II" | "III" | "IV")) => {
            Some(format!("{month} năm {y}"))
        }
        [day, month] if number(day, 2) && number(month, 2) => Some(format!("{day} tháng {month}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_said_in_words() {
        for (written, read) in [
            ("ngày 05/9/2026", "ngày 05 tháng 9 năm 2026"),
            ("từ ngày 25/9 đến ngày 29/9/2026.", "từ ngày 25 tháng 9 đến ngày 29 tháng 9 năm 2026."),
            ("giữa tháng 10/2026;", "giữa tháng 10 năm 2026;"),
            ("quý II/2026", "quý II năm 2026"),
            ("Nghị định số 30/2020/NĐ-CP", "Nghị định số 30/2020/NĐ-CP"),
            ("01 quý/lần", "01 quý/lần"),
        ] {
            assert_eq!(spoken(written), read);
        }
    }

    #[test]
    fn abbreviations_are_said_in_full() {
        for (written, read) in [
            ("Chủ tịch UBND xã", "Chủ tịch Ủy ban nhân dân xã"),
            ("Hội trường UBND, HĐND.", "Hội trường Ủy ban nhân dân, Hội đồng nhân dân."),
            ("Văn phòng HĐND-UBND", "Văn phòng Hội đồng nhân dân - Ủy ban nhân dân"),
            ("Chủ tịch Ủy ban nhân dân (UBND) xã", "Chủ tịch Ủy ban nhân dân xã"),
            ("Mặt trận Tổ quốc (MTTQ), các đoàn thể", "Mặt trận Tổ quốc, các đoàn thể"),
            ("phòng dịch Covid-19", "phòng dịch Covid-19"),
        ] {
            assert_eq!(spoken(written), read);
        }
    }

    proptest! {
        #[test]
        fn nothing_else_changes(text in "[a-zđàáạ ,.;:()]{0,40}") {
            prop_assert_eq!(spoken(&text), text);
        }

        #[test]
        fn reading_out_never_panics(text: String) {
            let _ = spoken(&text);
        }
    }
}
