//! Who issues a paper: by its head, by its symbol, by the sentence in which it issues the plan.

use crate::id::Id;
use crate::import::scan::{Scanned, is_capitals, same_words};
use crate::organ::{Organ, OrganKind, OrganNames, System, Tier, Unit};
use crate::words;

/// The cities that are provinces.
const CITIES: [&str; 6] = ["ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue"];

/// A name in capitals as it is written in a sentence: "CẨM BÌNH" as "Cẩm Bình".
pub(super) fn title_case(name: &str) -> String {
    let name = name.trim_matches(['.', '…', ' ']);
    if !is_capitals(name) {
        return name.trim().to_owned();
    }
    let word = |word: &str| words::sentence_start(&word.to_lowercase());
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// The tier of a territory.
pub(super) fn tier(unit: &Unit) -> Tier {
    let key = words::strip_marks(&unit.name).to_lowercase();
    match unit.sort.as_str() {
        "tỉnh" => Tier::Province,
        "thành phố" if CITIES.contains(&key.as_str()) => Tier::Province,
        "huyện" | "quận" | "thị xã" | "thành phố" => Tier::District,
        _ => Tier::Commune,
    }
}

/// A territory at the start of a text, such as "XÃ CẨM BÌNH".
fn unit(text: &str) -> Option<Unit> {
    let sorts = ["xa", "phuong", "dac khu", "thi tran", "huyen", "quan", "thi xa", "thanh pho", "tinh"];
    let scanned = Scanned::new(text);
    let count = scanned.begins_any(&sorts)?;
    let sort = text[scanned.range(0, count)].to_lowercase();
    let name = title_case(text[scanned.range(0, count).end..].trim());
    Some(Unit { sort: words::nfc(&sort), name })
}

/// The organ that the lines of a head name.
pub(super) fn of_head(lines: &[String]) -> Option<Organ> {
    let mut organ = Organ::default();
    let mut own: Vec<&str> = Vec::new();
    let mut known = false;
    for (at, line) in lines.iter().enumerate() {
        let scanned = Scanned::new(line.as_str());
        let behind = |count: usize| line[scanned.range(0, count).end..].trim();
        let next = lines.get(at + 1).map(String::as_str);
        let own_unit = |count: usize| unit(behind(count)).or_else(|| next.and_then(unit));
        if let Some(count) = scanned.begins_any(&["dang bo", "ban chap hanh dang bo"]) {
            organ.superior = unit(behind(count)).unwrap_or_default();
            organ.system = System::Party;
            continue;
        }
        if scanned.has_any(&["mat tran to quoc", "mttq"]) {
            (organ.system, organ.kind, known) = (System::Front, OrganKind::Front, true);
            let sorts = ["xa", "phuong", "dac khu", "huyen", "tinh", "thanh pho", "thi xa", "thi tran", "quan"];
            let found = (0..scanned.words.len())
                .find_map(|at| sorts.iter().find_map(|sort| scanned.stands(at, sort).map(|_| at)));
            organ.unit = found
                .and_then(|at| unit(&line[scanned.words[at].range.start..]))
                .or_else(|| next.and_then(unit))
                .unwrap_or(organ.unit);
        } else if let Some(count) = scanned.begins_any(&["uy ban nhan dan", "ubnd"]) {
            let found = own_unit(count).unwrap_or_default();
            // Of two committees the lower one issues.
            if known && organ.kind == OrganKind::PeoplesCommittee {
                organ.superior = std::mem::replace(&mut organ.unit, found);
                own.clear();
            } else {
                (organ.kind, organ.unit, known) = (OrganKind::PeoplesCommittee, found, true);
            }
        } else if let Some(found) = party(&scanned, line) {
            (organ.system, organ.kind, organ.unit, known) = (System::Party, OrganKind::PartyCommittee, found, true);
        } else if let Some(found) = unit(line).filter(|_| known) {
            if organ.unit.is_unnamed() {
                organ.unit = found;
            }
        } else if !known && at + 1 == lines.len() {
            (organ.kind, known) = (OrganKind::Other, true);
            organ.names.full = words::sentence_start(&line.to_lowercase());
        }
        own.push(line);
    }
    if !known {
        return None;
    }
    organ.tier = tier(&organ.unit);
    keep_lines(&mut organ, &own);
    Some(organ)
}

/// Keeps the lines of a head where the derived ones are others.
fn keep_lines(organ: &mut Organ, own: &[&str]) {
    let derived = organ.head_names();
    if !same_words(&derived.own.join(" "), &own.join(" ")) {
        organ.names.head_own = own.join("\n");
    }
}

/// The territory of a Party committee: "HUYỆN ỦY TÂN YÊN", "ĐẢNG ỦY XÃ DIỄN CHÂU".
fn party(scanned: &Scanned, line: &str) -> Option<Unit> {
    for (stem, sort) in [
        ("tinh uy", "tỉnh"),
        ("huyen uy", "huyện"),
        ("quan uy", "quận"),
        ("thi uy", "thị xã"),
        ("thanh uy", "thành phố"),
    ] {
        if let Some(count) = scanned.stands(0, stem) {
            return Some(Unit { sort: sort.into(), name: title_case(line[scanned.range(0, count).end..].trim()) });
        }
    }
    let count = scanned.stands(0, "dang uy")?;
    Some(unit(line[scanned.range(0, count).end..].trim()).unwrap_or_default())
}

/// The organ of a paper without a head, from its symbol, its place and its words.
pub(super) fn of_text(symbol: &str, place: &str, text: &str, party_signs: bool) -> Option<Organ> {
    let tail = symbol.rsplit(['/', '-']).next().unwrap_or_default();
    let by_symbol = match tail {
        "TU" => Some("tỉnh"),
        "HU" => Some("huyện"),
        "QU" => Some("quận"),
        "ThU" | "THU" => Some("thị xã"),
        "ĐU" | "DU" => Some("xã"),
        _ => None,
    };
    let scanned = Scanned::new(text);
    let mut found = None;
    for (stem, sort) in [
        ("tinh uy", "tỉnh"),
        ("huyen uy", "huyện"),
        ("quan uy", "quận"),
        ("thi uy", "thị xã"),
        ("thanh uy", "thành phố"),
        ("dang uy xa", "xã"),
        ("dang uy phuong", "phường"),
        ("dang uy dac khu", "đặc khu"),
        ("ubnd xa", "xã"),
        ("uy ban nhan dan xa", "xã"),
        ("ubnd phuong", "phường"),
        ("uy ban nhan dan phuong", "phường"),
    ] {
        let state = stem.contains("nhan dan") || stem.starts_with("ubnd");
        if (party_signs && state) || by_symbol.is_some_and(|by_symbol| by_symbol != sort) {
            continue;
        }
        if let Some((organ, at)) = issuer(&scanned, stem, sort, state)
            && found.as_ref().is_none_or(|(_, best)| at < *best)
        {
            found = Some((organ, at));
        }
    }
    let mut organ = found.map(|(organ, _)| organ).or_else(|| {
        let sort = by_symbol?;
        let unit = Unit { sort: sort.into(), name: place.to_owned() };
        Some(Organ { system: System::Party, kind: OrganKind::PartyCommittee, unit, ..Organ::default() })
    })?;
    if organ.unit.is_unnamed() {
        organ.unit.name = place.to_owned();
    }
    organ.tier = tier(&organ.unit);
    Some(organ)
}

/// Names the territories that a head leaves out, where the text names them beyond doubt: "trên địa bàn tỉnh …".
pub(super) fn name_units(organ: &mut Organ, text: &Scanned) {
    let unnamed = match (organ.tier, organ.system) {
        (Tier::Province, _) => &mut organ.unit,
        (_, System::Party) => &mut organ.superior,
        _ => return,
    };
    if unnamed.is_unnamed()
        && let Some(unit) = province(text)
    {
        *unnamed = unit;
    }
}

/// The province that a text names first.
fn province(text: &Scanned) -> Option<Unit> {
    (0..text.words.len()).find_map(|at| {
        let (sort, count) =
            [("tinh uy", "tỉnh"), ("thanh uy", "thành phố"), ("tinh", "tỉnh"), ("thanh pho", "thành phố")]
                .into_iter()
                .find_map(|(stem, sort)| Some((sort, text.stands(at, stem)?)))?;
        let from = at + count;
        let end = (from..text.words.len().min(from + 4))
            .take_while(|at| is_name_word(text, *at) && touches(text, *at))
            .count()
            + from;
        let name =
            text.text.get(text.range(from, end - from)).filter(|_| end > from + 1 || (end > from && sort == "tỉnh"))?;
        let unit = Unit { sort: sort.into(), name: name.to_owned() };
        // "Thành phố" of a district is none.
        (tier(&unit) == Tier::Province && !name.contains("ủy")).then_some(unit)
    })
}

/// How a sentence goes on behind who issues.
const ISSUES: [&str; 6] = ["xay dung ke hoach", "ban hanh ke hoach", "to chuc", "lap ke hoach", "xay dung", "ban hanh"];

/// The organ that a stem names where a sentence says that it issues, and where that is; its name may stand elsewhere.
fn issuer(scanned: &Scanned, stem: &str, sort: &str, state: bool) -> Option<(Organ, usize)> {
    let count = stem.split(' ').count();
    let mut named = String::new();
    let mut issues = None;
    for at in 0..scanned.words.len() {
        if scanned.stands(at, stem).is_none() || scanned.is_small(at) && !state {
            continue;
        }
        let mut end = at + count;
        let from = end;
        while end < scanned.words.len() && end < from + 4 && is_name_word(scanned, end) && touches(scanned, end) {
            end += 1;
        }
        let name = if end > from { scanned.text[scanned.range(from, end - from)].to_owned() } else { String::new() };
        if issues.is_none() && ISSUES.iter().any(|verb| scanned.stands(end, verb).is_some()) {
            issues = Some(at);
            if !name.is_empty() {
                named = name;
                break;
            }
        } else if named.is_empty() {
            named = name;
        }
    }
    let at = issues?;
    let (system, kind) =
        if state { (System::State, OrganKind::PeoplesCommittee) } else { (System::Party, OrganKind::PartyCommittee) };
    Some((
        Organ {
            system,
            kind,
            unit: Unit { sort: sort.into(), name: named },
            names: OrganNames::default(),
            id: Id(0),
            ..Organ::default()
        },
        at,
    ))
}

/// Whether only a space stands before a word.
fn touches(scanned: &Scanned, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    &scanned.text[scanned.words[before].range.end..scanned.words[at].range.start] == " "
}

fn is_name_word(scanned: &Scanned, at: usize) -> bool {
    let word = &scanned.text[scanned.words[at].range.clone()];
    word.starts_with(char::is_uppercase) && !is_capitals(word)
        || word.chars().count() == 1 && word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(lines: &[&str]) -> Organ {
        of_head(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>()).expect("an organ")
    }

    #[test]
    fn heads_name_organs() {
        let organ = head(&["ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH"]);
        assert_eq!((organ.full_name().as_str(), organ.names.head_own.as_str()), ("Ủy ban nhân dân xã Bình Minh", ""));
        let organ = head(&["UBND HUYỆN SÔNG TRƯỜNG", "UBND XÃ BÌNH MINH"]);
        assert_eq!((organ.unit.full().as_str(), organ.superior.full().as_str()), ("xã Bình Minh", "huyện Sông Trường"));
        let organ = head(&["ĐẢNG BỘ TỈNH SÔNG XANH", "ĐẢNG ỦY XÃ BÌNH MINH"]);
        assert_eq!((organ.system, organ.full_name().as_str()), (System::Party, "Đảng ủy xã Bình Minh"));
        assert_eq!(organ.names.head_own, "");
        let organ = head(&["HUYỆN ỦY SÔNG TRƯỜNG"]);
        assert_eq!((organ.tier, organ.full_name().as_str()), (Tier::District, "Huyện ủy Sông Trường"));
        let organ = head(&["ỦY BAN MTTQ VIỆT NAM", "XÃ BÌNH MINH", "BAN THƯỜNG TRỰC"]);
        assert_eq!((organ.system, organ.unit.full().as_str()), (System::Front, "xã Bình Minh"));
        assert_eq!(organ.names.head_own, "");
    }

    #[test]
    fn sentences_name_who_issues() {
        let text = "Thực hiện Quyết định của Tỉnh ủy, Ban Thường vụ Huyện ủy ban hành Kế hoạch đối thoại của Bí thư Huyện ủy Sông Trường với nhân dân";
        let organ = of_text("", "", text, true).expect("an organ");
        assert_eq!(organ.full_name(), "Huyện ủy Sông Trường");
        let organ = of_text("KH/HU", "Sông Trường", "", true).expect("an organ");
        assert_eq!(organ.full_name(), "Huyện ủy Sông Trường");
        let organ = of_text("", "", "Đảng ủy xã Bình Minh xây dựng Kế hoạch", true).expect("an organ");
        assert_eq!(organ.full_name(), "Đảng ủy xã Bình Minh");
        assert_eq!(of_text("", "", "Không ai ban hành", false), None);
    }
}
