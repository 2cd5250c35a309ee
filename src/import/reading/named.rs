//! An organ as it is named in one line, by a webmaster who presets an office.

use super::organ::{of_head, tier, title_case};
use crate::import::scan::Scanned;
use crate::organ::{Organ, OrganKind, OrganNames, System, Tier, Unit};

/// A name without the abbreviations of sorts: "UBND P. Bến Nghé" as "UBND phường Bến Nghé".
fn in_full(text: &str) -> String {
    let spaced = text.replace('.', ". ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let sort = |at: usize| match words[at].trim_end_matches('.') {
        _ if at + 1 == words.len() => words[at],
        "X" => "xã",
        "P" => "phường",
        "ĐK" => "đặc khu",
        "TT" => "thị trấn",
        "H" => "huyện",
        "Q" => "quận",
        "TX" => "thị xã",
        "TP" => "thành phố",
        "T" => "tỉnh",
        _ => words[at],
    };
    (0..words.len()).map(sort).collect::<Vec<_>>().join(" ")
}

/// A territory, whoever of it is named: "xã Cẩm Bình", "UBND xã Cẩm Bình", "Tỉnh ủy Hà Tĩnh".
fn territory(text: &str) -> Unit {
    let unit = named(text).map_or_else(|| Unit::parse(text), |organ| organ.unit);
    Unit { name: title_case(&unit.name), ..unit }
}

/// The organ that a line names by its kind.
fn named(text: &str) -> Option<Organ> {
    let organ = of_head(&[text.trim().to_owned()]).filter(|organ| organ.kind != OrganKind::Other)?;
    // Heads of papers are derived: how the line was written is no wish.
    Some(Organ { names: OrganNames::default(), ..organ })
}

/// The organ that a host page names: `organ` by its name ("UBND xã Cẩm Bình", "Đảng ủy phường …") or by its territory alone
/// ("xã Cẩm Bình"), then of the system `system`; `place` is the territory above, or its own where `organ` names none. None
/// where no territory is named.
pub fn organ_named(system: System, organ: &str, place: &str) -> Option<Organ> {
    let (organ, place) = (&in_full(organ), &in_full(place));
    let mut found = named(organ).unwrap_or_else(|| Organ {
        system,
        kind: match system {
            System::Party => OrganKind::PartyCommittee,
            System::State => OrganKind::PeoplesCommittee,
            System::Front => OrganKind::Front,
        },
        unit: territory(organ),
        ..Organ::default()
    });
    let place = territory(place);
    if found.unit.is_unnamed() {
        let scanned = Scanned::new(organ.as_str());
        let stem = scanned.begins_any(&["uy ban nhan dan", "ubnd", "dang uy"]).unwrap_or_default();
        let rest = organ[scanned.range(0, stem).end..].trim();
        // What stands there is its own, whatever sort it is of.
        let unit = Unit { sort: String::new(), name: title_case(rest) };
        if stem > 0 && !rest.is_empty() {
            (found.unit, found.superior) = (unit, place);
        } else {
            found.unit = place;
        }
    } else if place.name != found.unit.name || tier(&place) == Tier::Province && !place.sort.is_empty() {
        found.superior = place;
    }
    found.tier = tier(&found.unit);
    (!found.unit.is_unnamed()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(system: System, organ: &str, place: &str) -> String {
        let organ = organ_named(system, organ, place).expect("an organ");
        let head = organ.head_names();
        [head.superior, head.own.join(" / ")].join(" > ")
    }

    #[test]
    fn an_organ_is_named_as_people_name_it() {
        let plain = head(System::State, "xã Bình Minh", "tỉnh Sông Xanh");
        for (organ, place) in [
            ("Ủy ban nhân dân xã Bình Minh", "tỉnh Sông Xanh"),
            ("Uỷ ban nhân dân xã Bình Minh", "Tỉnh Sông Xanh"),
            ("UBND xã Bình Minh", "UBND tỉnh Sông Xanh"),
            ("UBND XÃ BÌNH MINH", "TỈNH SÔNG XANH"),
            ("Xã Bình Minh", "tỉnh Sông Xanh"),
        ] {
            assert_eq!(head(System::State, organ, place), plain, "{organ}, {place}");
            assert_eq!(head(System::Party, "UBND xã Bình Minh", "tỉnh Sông Xanh"), plain);
        }
        assert_eq!(plain, " > ỦY BAN NHÂN DÂN / XÃ BÌNH MINH");
        let party = head(System::Party, "xã Bình Minh", "tỉnh Sông Xanh");
        assert_eq!(head(System::State, "Đảng ủy xã Bình Minh", "Tỉnh ủy Sông Xanh"), party);
        let front = head(System::Front, "phường Bình Minh", "");
        assert_eq!(head(System::State, "Ủy ban MTTQ Việt Nam phường Bình Minh", ""), front);
    }

    #[test]
    fn sorts_may_be_abbreviated_or_left_out() {
        for (organ, place, unit, superior) in [
            ("UBND P. Bến Nghé", "TP. Hồ Chí Minh", "phường Bến Nghé", "thành phố Hồ Chí Minh"),
            ("UBND P.Bến Nghé", "TP Hồ Chí Minh", "phường Bến Nghé", "thành phố Hồ Chí Minh"),
            ("UBND TX Hương Thủy", "thành phố Huế", "thị xã Hương Thủy", "thành phố Huế"),
            ("UBND Cẩm Bình", "tỉnh Hà Tĩnh", "Cẩm Bình", "tỉnh Hà Tĩnh"),
            ("Cẩm Bình", "tỉnh Hà Tĩnh", "Cẩm Bình", "tỉnh Hà Tĩnh"),
        ] {
            let found = organ_named(System::State, organ, place).expect("an organ");
            assert_eq!((found.unit.full().as_str(), found.superior.full().as_str()), (unit, superior), "{organ}");
        }
    }

    #[test]
    fn a_place_may_be_its_own() {
        let own = organ_named(System::State, "Ủy ban nhân dân", "xã Bình Minh").expect("an organ");
        assert_eq!((own.unit.full().as_str(), own.superior.is_unnamed()), ("xã Bình Minh", true));
        let twice = organ_named(System::State, "UBND xã Bình Minh", "Bình Minh").expect("an organ");
        assert_eq!((twice.unit.full().as_str(), twice.superior.is_unnamed()), ("xã Bình Minh", true));
        assert_eq!(organ_named(System::State, "", ""), None);
        assert_eq!(organ_named(System::Party, "Đảng ủy", ""), None);
    }
}
