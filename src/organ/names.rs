//! The names of an organ: in sentences, in the head of a paper, in a symbol and above a signature.
//!
//! Sources: NĐ 30/2020/NĐ-CP, Phụ lục I (State heads); HD 36-HD/VPTW and HD 05-HD/VPTW (Party heads, symbols);
//! papers of communes' Fronts of 2023 to 2026 (Front heads, confidence M).

use super::{Organ, OrganKind, Tier, Unit};
use crate::words;

/// The lines at the top left of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadNames {
    /// The superior organ, in capitals and regular weight; empty where the system has none.
    pub superior: String,
    /// The organ's own name, in capitals and bold, a line each.
    pub own: Vec<String>,
}

/// The office that the head of an organ holds, in capitals as above a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capacity {
    /// The head.
    Head,
    /// The deputy.
    Deputy,
}

impl Unit {
    /// Sort and name: "xã Cẩm Bình"; what is missing is left out.
    pub fn full(&self) -> String {
        [self.sort.as_str(), self.name.as_str()]
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Reads "xã Cẩm Bình" as a sort and a name; a text that begins with no sort is a name alone.
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        let sorts = ["xã", "phường", "đặc khu", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh"];
        let folded = text.to_lowercase();
        let sort = sorts.into_iter().find(|sort| folded.strip_prefix(sort).is_some_and(|rest| rest.starts_with(' ')));
        match sort.and_then(|sort| Some((sort, text.get(sort.len()..)?))) {
            Some((sort, name)) => Self { sort: sort.into(), name: name.trim().into() },
            None => Self { sort: String::new(), name: text.into() },
        }
    }

    /// Whether the proper name is still missing.
    pub fn is_unnamed(&self) -> bool {
        self.name.trim().is_empty()
    }
}

/// The override if there is one, else the derived name.
fn or(given: &str, derived: impl FnOnce() -> String) -> String {
    if given.trim().is_empty() { derived() } else { given.trim().to_owned() }
}

impl Organ {
    /// The name of a Party committee without its territory's name: "Tỉnh ủy", "Huyện ủy", "Đảng ủy xã".
    fn party_stem(&self) -> String {
        match (self.tier, self.unit.sort.as_str()) {
            (Tier::Province, "thành phố") => "Thành ủy".into(),
            (Tier::Province, _) => "Tỉnh ủy".into(),
            (Tier::District, "quận") => "Quận ủy".into(),
            (Tier::District, "thị xã") => "Thị ủy".into(),
            (Tier::District, "thành phố") => "Thành ủy".into(),
            (Tier::District, _) => "Huyện ủy".into(),
            (Tier::Commune, sort) => format!("Đảng ủy {sort}").trim_end().into(),
        }
    }

    /// The full name in a sentence: "Ủy ban nhân dân xã Cẩm Bình", "Đảng ủy xã Diễn Châu".
    pub fn full_name(&self) -> String {
        or(&self.names.full, || {
            let stem = match self.kind {
                OrganKind::PeoplesCommittee => format!("Ủy ban nhân dân {}", self.unit.full()),
                OrganKind::PartyCommittee => format!("{} {}", self.party_stem(), self.unit.name),
                OrganKind::Front => format!("Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam {}", self.unit.full()),
                OrganKind::Other => String::new(),
            };
            stem.trim().to_owned()
        })
    }

    /// The short name in a sentence: "UBND xã", "Đảng ủy xã", "Huyện ủy".
    pub fn short_name(&self) -> String {
        or(&self.names.short, || match self.kind {
            OrganKind::PeoplesCommittee => format!("UBND {}", self.unit.sort).trim_end().to_owned(),
            OrganKind::PartyCommittee => self.party_stem(),
            OrganKind::Front => format!("Ủy ban MTTQ Việt Nam {}", self.unit.sort).trim_end().to_owned(),
            OrganKind::Other => self.names.full.trim().to_owned(),
        })
    }

    /// The body in whose name the organ decides, in a sentence: "Ban Thường vụ Đảng ủy"; for a People's Committee itself.
    pub fn body_name(&self) -> String {
        match self.kind {
            OrganKind::PartyCommittee if self.tier == Tier::Commune => "Ban Thường vụ Đảng ủy".into(),
            OrganKind::PartyCommittee => format!("Ban Thường vụ {}", self.party_stem()),
            OrganKind::Front => format!("Ban Thường trực {}", self.short_name()),
            _ => self.short_name(),
        }
    }

    /// The lines at the top left.
    pub fn head_names(&self) -> HeadNames {
        let superior = or(&self.names.head_superior, || match (self.kind, self.tier) {
            (OrganKind::PartyCommittee, Tier::District | Tier::Commune) => {
                format!("Đảng bộ {}", self.superior.full())
            }
            _ => String::new(),
        });
        let own = or(&self.names.head_own, || match self.kind {
            OrganKind::PeoplesCommittee => format!("Ủy ban nhân dân\n{}", self.unit.full()),
            OrganKind::PartyCommittee => self.full_name(),
            OrganKind::Front => format!("Ủy ban MTTQ Việt Nam\n{}\nBan Thường trực", self.unit.full()),
            OrganKind::Other => self.full_name(),
        });
        HeadNames {
            superior: words::upper(superior.trim()),
            own: own.lines().map(str::trim).filter(|line| !line.is_empty()).map(words::upper).collect(),
        }
    }

    /// The symbol of the organ: "UBND", "ĐU", "TU", "HU", "MTTQ-BTT".
    pub fn symbol(&self) -> String {
        or(&self.names.symbol, || {
            match (self.kind, self.tier, self.unit.sort.as_str()) {
                (OrganKind::PeoplesCommittee, ..) => "UBND",
                (OrganKind::PartyCommittee, Tier::Province, _) => "TU",
                (OrganKind::PartyCommittee, Tier::District, "quận") => "QU",
                (OrganKind::PartyCommittee, Tier::District, "thị xã" | "thành phố") => "ThU",
                (OrganKind::PartyCommittee, Tier::District, _) => "HU",
                (OrganKind::PartyCommittee, Tier::Commune, _) => "ĐU",
                (OrganKind::Front, ..) => "MTTQ-BTT",
                (OrganKind::Other, ..) => "",
            }
            .to_owned()
        })
    }

    /// The collective above a signature, in capitals: "ỦY BAN NHÂN DÂN", "BAN THƯỜNG VỤ".
    pub fn collective(&self) -> String {
        or(&self.names.collective, || {
            match self.kind {
                OrganKind::PeoplesCommittee => "ỦY BAN NHÂN DÂN",
                OrganKind::PartyCommittee => "BAN THƯỜNG VỤ",
                OrganKind::Front => "BAN THƯỜNG TRỰC",
                OrganKind::Other => "",
            }
            .to_owned()
        })
    }

    /// The office of its head or deputy, in capitals.
    pub fn office(&self, capacity: Capacity) -> &'static str {
        match (self.kind, capacity) {
            (OrganKind::PartyCommittee, Capacity::Head) => "BÍ THƯ",
            (OrganKind::PartyCommittee, Capacity::Deputy) => "PHÓ BÍ THƯ",
            (OrganKind::Other, Capacity::Head) => "TRƯỞNG BAN",
            (OrganKind::Other, Capacity::Deputy) => "PHÓ TRƯỞNG BAN",
            (_, Capacity::Head) => "CHỦ TỊCH",
            (_, Capacity::Deputy) => "PHÓ CHỦ TỊCH",
        }
    }

    /// The place (địa danh) of its papers: the name of its territory.
    pub fn place(&self) -> String {
        match (self.unit.sort.as_str(), self.tier) {
            // NĐ 30/2020, Phụ lục I: names of numbers, persons or events keep their sort; the officer can override.
            ("thành phố", Tier::Province) if self.unit.name == "Hồ Chí Minh" => self.unit.full_capital(),
            _ => self.unit.name.clone(),
        }
    }
}

impl Unit {
    /// Sort and name with a capital: "Thành phố Hồ Chí Minh".
    fn full_capital(&self) -> String {
        words::sentence_start(&self.full())
    }
}
