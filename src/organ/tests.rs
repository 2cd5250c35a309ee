use super::*;

fn organ(system: System, tier: Tier, kind: OrganKind, sort: &str, name: &str) -> Organ {
    Organ {
        system,
        tier,
        kind,
        unit: Unit { sort: sort.into(), name: name.into() },
        superior: Unit { sort: "tỉnh".into(), name: "Hà Tĩnh".into() },
        ..Organ::default()
    }
}

#[test]
fn a_commune_committee_has_its_names() {
    let organ = organ(System::State, Tier::Commune, OrganKind::PeoplesCommittee, "xã", "Cẩm Bình");
    assert_eq!(organ.full_name(), "Ủy ban nhân dân xã Cẩm Bình");
    assert_eq!(organ.short_name(), "UBND xã");
    assert_eq!(organ.symbol(), "UBND");
    assert_eq!(
        organ.head_names(),
        HeadNames { superior: String::new(), own: vec!["ỦY BAN NHÂN DÂN".into(), "XÃ CẨM BÌNH".into()] }
    );
}

#[test]
fn party_committees_stand_under_the_party_body_above() {
    let commune = organ(System::Party, Tier::Commune, OrganKind::PartyCommittee, "xã", "Cẩm Bình");
    assert_eq!(
        commune.head_names(),
        HeadNames {
            superior: "ĐẢNG BỘ TỈNH HÀ TĨNH".into(), own: vec!["ĐẢNG ỦY XÃ CẨM BÌNH".into()]
        }
    );
    assert_eq!((commune.symbol(), commune.body_name()), ("ĐU".into(), "Ban Thường vụ Đảng ủy".into()));
    let district = organ(System::Party, Tier::District, OrganKind::PartyCommittee, "huyện", "Thạch Hà");
    assert_eq!((district.full_name(), district.symbol()), ("Huyện ủy Thạch Hà".into(), "HU".into()));
    let province = organ(System::Party, Tier::Province, OrganKind::PartyCommittee, "tỉnh", "Hà Tĩnh");
    assert_eq!(province.head_names(), HeadNames { superior: String::new(), own: vec!["TỈNH ỦY HÀ TĨNH".into()] });
}

#[test]
fn the_front_has_three_lines() {
    let organ = organ(System::Front, Tier::Commune, OrganKind::Front, "xã", "Cẩm Bình");
    assert_eq!(organ.head_names().own, ["ỦY BAN MTTQ VIỆT NAM", "XÃ CẨM BÌNH", "BAN THƯỜNG TRỰC"]);
    assert_eq!((organ.symbol(), organ.collective()), ("MTTQ-BTT".into(), "BAN THƯỜNG TRỰC".into()));
}

#[test]
fn given_names_win() {
    let mut organ = organ(System::State, Tier::Province, OrganKind::Other, "", "");
    organ.names = OrganNames {
        full: "Tiểu ban Tuyên truyền".into(),
        head_superior: "Ban Chỉ đạo".into(),
        symbol: "TBTT".into(),
        ..OrganNames::default()
    };
    assert_eq!(
        organ.head_names(),
        HeadNames { superior: "BAN CHỈ ĐẠO".into(), own: vec!["TIỂU BAN TUYÊN TRUYỀN".into()] }
    );
    assert_eq!(organ.symbol(), "TBTT");
}
