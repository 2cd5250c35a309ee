//! Forms of address: nobody is called by a bare name on an official paper.

use crate::organ::System;
use crate::words;

/// What a name begins with that bears a form of address already, folded.
const ADDRESSES: [&str; 32] = [
    "ông",
    "bà",
    "đồng chí",
    "đ/c",
    "đc",
    "anh",
    "chị",
    "em",
    "thầy",
    "cô",
    "chú",
    "bác",
    "cụ",
    "các",
    "quý",
    "ngài",
    "hòa thượng",
    "thượng tọa",
    "đại đức",
    "ni trưởng",
    "ni sư",
    "sư",
    "linh mục",
    "giám mục",
    "mục sư",
    "tu sĩ",
    "nữ tu",
    "xơ",
    "sơ",
    "chức sắc",
    "chức việc",
    "già làng",
];

/// What an office, a body or a group begins with: it is no person, folded.
const OFFICES: [&str; 26] = [
    "chủ tịch",
    "phó",
    "bí thư",
    "trưởng",
    "chánh",
    "công chức",
    "cán bộ",
    "văn phòng",
    "đại diện",
    "giám đốc",
    "hiệu trưởng",
    "lãnh đạo",
    "thường trực",
    "ủy ban",
    "ubnd",
    "hđnd",
    "ban chấp hành",
    "ban công tác",
    "chi bộ",
    "đảng ủy",
    "đoàn thanh niên",
    "công an",
    "công ty",
    "hợp tác xã",
    "hộ",
    "gia đình",
];

/// The form of address that a name still lacks, with the space behind it; none for one that has it, an office or nothing.
pub(super) fn address(system: System, name: &str) -> &'static str {
    let folded = words::fold(name);
    let begins = |word: &&str| folded.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    if folded.is_empty() || ADDRESSES.iter().any(begins) || is_office(name) {
        return "";
    }
    match system {
        System::Party => "đồng chí ",
        System::State | System::Front => "Ông (bà) ",
    }
}

/// Whether words name an office, a body or a group instead of a person.
pub(super) fn is_office(words: &str) -> bool {
    let folded = words::fold(words);
    OFFICES
        .iter()
        .any(|office| folded.strip_prefix(office).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_name_gets_the_address_of_its_system() {
        for (name, state, party) in [
            ("Nguyễn Văn A", "Ông (bà) ", "đồng chí "),
            ("Ông Nguyễn Văn A", "", ""),
            ("ĐỒNG CHÍ Trần Thị B", "", ""),
            ("Bác Lê Văn C", "", ""),
            ("Hoà thượng Thích A", "", ""),
            ("Linh mục B", "", ""),
            ("Anh", "", ""),
            ("Bành Văn C", "Ông (bà) ", "đồng chí "),
            ("Côn Văn D", "Ông (bà) ", "đồng chí "),
            ("Trưởng thôn 3", "", ""),
            (" ", "", ""),
        ] {
            assert_eq!(address(System::State, name), state, "{name}");
            assert_eq!(address(System::Front, name), state, "{name}");
            assert_eq!(address(System::Party, name), party, "{name}");
        }
    }
}
