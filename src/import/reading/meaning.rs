//! What a part is about, by the words of its heading.

use super::outline::Headed;
use crate::import::scan::Scanned;

/// What parts of plans are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Purposes and requirements.
    Purpose,
    /// The steps of the conference.
    Agenda,
    /// When and where.
    TimeAndVenue,
    /// Who takes part.
    Participants,
    /// With whom the dialogue is held.
    Audiences,
    /// What the dialogue is about.
    Subjects,
    /// How it is held.
    Methods,
    /// How opinions are collected.
    Collecting,
    /// Who prepares what.
    Preparation,
    /// Who does what.
    Execution,
    /// Money, and whatever else.
    Other,
}

/// The words of headings, the more telling first.
const KEYS: [(&str, Meaning); 42] = [
    ("muc dich", Meaning::Purpose),
    ("yeu cau", Meaning::Purpose),
    ("y nghia", Meaning::Purpose),
    ("chuong trinh", Meaning::Agenda),
    ("trinh tu", Meaning::Agenda),
    ("tien trinh", Meaning::Agenda),
    ("kich ban", Meaning::Agenda),
    ("thoi gian", Meaning::TimeAndVenue),
    ("dia diem", Meaning::TimeAndVenue),
    ("thoi diem", Meaning::TimeAndVenue),
    ("lich to chuc", Meaning::TimeAndVenue),
    ("thanh phan", Meaning::Participants),
    ("dai bieu", Meaning::Participants),
    ("chu tri", Meaning::Participants),
    ("chu toa", Meaning::Participants),
    ("tham gia", Meaning::Participants),
    ("tham du", Meaning::Participants),
    ("khach moi", Meaning::Participants),
    ("so luong", Meaning::Participants),
    ("doi tuong", Meaning::Audiences),
    ("noi dung", Meaning::Subjects),
    ("chu de", Meaning::Subjects),
    ("phuong phap", Meaning::Methods),
    ("hinh thuc", Meaning::Methods),
    ("phuong thuc", Meaning::Methods),
    ("cach thuc", Meaning::Methods),
    ("che do", Meaning::Methods),
    ("lay y kien", Meaning::Collecting),
    ("thu thap y kien", Meaning::Collecting),
    ("phieu", Meaning::Collecting),
    ("cong tac chuan bi", Meaning::Preparation),
    ("chuan bi", Meaning::Preparation),
    ("to chuc thuc hien", Meaning::Execution),
    ("trien khai thuc hien", Meaning::Execution),
    ("phan cong", Meaning::Execution),
    ("trach nhiem", Meaning::Execution),
    ("nhiem vu", Meaning::Execution),
    ("to chuc trien khai", Meaning::Execution),
    ("kinh phi", Meaning::Other),
    ("khen thuong", Meaning::Other),
    ("bao cao", Meaning::Other),
    ("thong tin", Meaning::Other),
];

/// The meanings that a heading names, each once, in the order of the list.
pub(super) fn meanings(heading: &Scanned) -> Vec<Meaning> {
    let mut found = Vec::new();
    let execution = heading.has("to chuc thuc hien");
    for (key, meaning) in KEYS {
        // "Tổ chức thực hiện" is about who does what, whatever else it names.
        if (!execution || meaning == Meaning::Execution) && heading.has(key) && !found.contains(&meaning) {
            found.push(meaning);
        }
    }
    found
}

/// What a part is about: what its heading says, else what the part above is about where that is one thing.
pub(super) fn of_part(part: &Headed, above: &[Meaning]) -> Vec<Meaning> {
    let own = meanings(&part.heading.text);
    if !own.is_empty() || above.len() != 1 { own } else { above.to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_what_parts_are_about() {
        for (heading, about) in [
            ("Mục đích, yêu cầu", &[Meaning::Purpose][..]),
            ("Thời gian, địa điểm tổ chức", &[Meaning::TimeAndVenue]),
            ("Hình thức và địa điểm", &[Meaning::TimeAndVenue, Meaning::Methods]),
            ("Chương trình hội nghị", &[Meaning::Agenda]),
            ("Tổ chức thực hiện nhiệm vụ, chương trình", &[Meaning::Execution]),
            ("Công tác chuẩn bị", &[Meaning::Preparation]),
            ("Văn phòng Đảng ủy", &[]),
        ] {
            assert_eq!(meanings(&Scanned::new(heading)), about, "{heading}");
        }
    }
}
