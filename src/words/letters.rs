//! The marks of numbered lists: Vietnamese letters and Roman numerals.
//!
//! Knows nothing of the list itself: the paper adds the parenthesis, the full stop or the hyphen.

/// The letters of NĐ 30/2020 lists (`a)`, `b)` …): no f, j, w, z, and without ă â ê ô ơ ư, as practice has it.
const LETTERS: [&str; 23] =
    ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"];

/// The letter of the list item at `index`, counted from 0: `a`, `b`, `c`, `d`, `đ` … `y`.
///
/// No rule says what follows `y`; it goes on as spreadsheets do: `aa`, `ab` … `yy`, `aaa`.
pub fn list_letter(index: usize) -> String {
    let mut marks = Vec::new();
    let mut rest = index;
    loop {
        marks.push(LETTERS[rest % LETTERS.len()]);
        match (rest / LETTERS.len()).checked_sub(1) {
            Some(higher) => rest = higher,
            None => break,
        }
    }
    marks.iter().rev().copied().collect()
}

/// `number` in upper-case Roman numerals, 1 to 3999; others, which no part or quarter has, stay in digits.
pub fn roman(number: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut numeral = String::new();
    for (value, sign) in STEPS {
        while rest >= value {
            numeral.push_str(sign);
            rest -= value;
        }
    }
    numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_run_in_vietnamese_order() {
        let row: Vec<String> = (0..23).map(list_letter).collect();
        assert_eq!(row.join(" "), "a b c d đ e g h i k l m n o p q r s t u v x y");
    }

    #[test]
    fn letters_go_on_after_y() {
        assert_eq!(list_letter(23), "aa");
        assert_eq!(list_letter(24), "ab");
        assert_eq!(list_letter(23 + 23 * 23 - 1), "yy");
        assert_eq!(list_letter(23 + 23 * 23), "aaa");
        assert!(!list_letter(usize::MAX).is_empty());
    }

    #[test]
    fn roman_numerals() {
        let row: Vec<String> = [1, 2, 3, 4, 5, 9, 14, 40, 1999, 2026].into_iter().map(roman).collect();
        assert_eq!(row.join(" "), "I II III IV V IX XIV XL MCMXCIX MMXXVI");
        assert_eq!(roman(0), "0");
        assert_eq!(roman(u32::MAX), "4294967295");
    }
}
