//! An agency with a task that is not among the recipients.

use super::typed::thing_of;
use super::{Context, Rule, Source, seek};
use crate::edit::{Command, ListEdit};
use crate::finding::{Finding, Severity};
use crate::id::Id;
use crate::organ::System;
use crate::papers::{Place, words_of};
use crate::plan::{Assignment, Recipient};
use crate::style::Confidence;
use crate::words;

/// Who shall do something must get the paper: NĐ 30/2020, Phụ lục I, II.9 lists among the recipients those who carry it
/// out. A line of recipients may name a group ("các phòng, đơn vị", "các ban, ngành, đoàn thể"), which holds its members.
/// Told are agencies that no line can mean; the organ's own office keeps the paper on file.
pub const RULE: Rule = Rule {
    code: "task-without-copy",
    source: Source::law("Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, khoản 9", Confidence::High),
    severity: Severity::Warning,
    run,
    fix: Some(fix),
    #[cfg(test)]
    trips: tests::trips,
    #[cfg(test)]
    passes: tests::passes,
};

/// How agencies are named, and what else in a line of recipients means them; folded and spelled out.
const GROUPS: [(&[&str], &[&str]); 9] = [
    (
        &["phòng", "trung tâm", "trạm", "trường", "ban quản lý", "ban chỉ huy quân sự", "công an"],
        &["các phòng", "đơn vị", "cơ quan chuyên môn", "ban, ngành", "ban ngành", "các ngành", "phòng, ban"],
    ),
    (
        &[
            "ban xây dựng đảng",
            "ban tuyên giáo",
            "ban dân vận",
            "ban tổ chức",
            "ban nội chính",
            "ủy ban kiểm tra",
            "cơ quan ủy ban kiểm tra",
            "văn phòng đảng ủy",
            "văn phòng tỉnh ủy",
            "văn phòng huyện ủy",
        ],
        &["cơ quan tham mưu", "các ban đảng", "ban đảng", "các cơ quan", "tổ chức đảng", "ban xây dựng đảng"],
    ),
    (
        &["đoàn", "hội", "liên đoàn", "công đoàn", "các đoàn thể", "tổ chức chính trị"],
        &["đoàn thể", "tổ chức chính trị", "tổ chức thành viên"],
    ),
    (&["ủy ban mặt trận", "mặt trận", "cơ quan ủy ban mặt trận"], &["mặt trận"]),
    (&["ủy ban nhân dân", "đảng ủy ủy ban nhân dân", "ban cán sự đảng ủy ban nhân dân"], &["ủy ban nhân dân"]),
    (&["văn phòng hội đồng nhân dân", "văn phòng ủy ban nhân dân"], &["các phòng", "đơn vị", "các cơ quan"]),
    (
        &["chi bộ", "các chi bộ", "đảng ủy", "cấp ủy", "đảng bộ"],
        &["chi bộ", "đảng bộ", "tổ chức đảng", "đảng ủy các", "cấp ủy"],
    ),
    (
        &["trưởng", "ban công tác mặt trận", "các thôn", "thôn", "xóm", "ban cán sự các thôn"],
        &["thôn", "xóm", "tổ dân phố", "khu dân cư", "khu phố", "bản", "ấp"],
    ),
    (
        &["các ban", "các phòng", "các cơ quan", "các đơn vị", "các ngành", "cơ quan"],
        &["cơ quan", "đơn vị", "ban", "ngành", "phòng"],
    ),
];

/// Who has every paper without being named: whoever is meant is told in the plan or by their office.
const NOBODY: [&str; 6] = ["thành viên", "đại biểu", "cán bộ", "đồng chí", "chủ tịch", "bí thư"];

/// How names are shortened, and what they are in full; folded.
const SHORT: [(&str, &str); 9] = [
    ("ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"),
    ("ubmttq", "ủy ban mặt trận tổ quốc"),
    ("mttq", "mặt trận tổ quốc"),
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("ct-xh", "chính trị - xã hội"),
    ("vp", "văn phòng"),
    ("ub", "ủy ban"),
    ("bch", "ban chấp hành"),
];

fn run(context: &Context<'_>) -> Vec<Finding> {
    let lines = &context.dossier.plan.recipients.lines;
    // No recipients at all is what is missing, and is told there.
    let lines: Vec<String> = lines.iter().map(|line| spelled_out(&line.who)).filter(|who| !who.is_empty()).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let mut told: Vec<String> = Vec::new();
    let mut findings = Vec::new();
    for assignment in &context.dossier.plan.assignments {
        let Some(agency) = without_copy(context, assignment, &lines) else { continue };
        let key = spelled_out(&agency);
        if !told.contains(&key) {
            findings.push(RULE.finding().at(Place::Thing(assignment.id).mark()).with("agency", &agency).fixable(true));
            told.push(key);
        }
    }
    findings
}

/// The agencies of an assignment that no recipient means, as they are named; none where all get the paper.
fn without_copy(context: &Context<'_>, assignment: &Assignment, lines: &[String]) -> Option<String> {
    let named = words_of(context.dossier, &assignment.agency);
    let named = named.trim().trim_end_matches(['.', ':', ';']).trim();
    // A hole is told as what is missing.
    if named.is_empty() || named.contains(crate::document::HOLE) || is_meant(context, named, lines) {
        return None;
    }
    let missing: Vec<String> = named.split(';').filter_map(|chunk| missing(context, chunk.trim(), lines)).collect();
    (!missing.is_empty()).then(|| words::sentence_start(&missing.join("; ")))
}

/// Those of several agencies that no recipient means; all of them as they are written, where it is all.
fn missing(context: &Context<'_>, named: &str, lines: &[String]) -> Option<String> {
    if named.is_empty() || is_meant(context, named, lines) {
        return None;
    }
    let parts: Vec<&str> = named.split(',').flat_map(|part| part.split(" và ")).map(str::trim).collect();
    let missing: Vec<&str> = parts.iter().copied().filter(|part| !is_meant(context, part, lines)).collect();
    match missing.len() {
        0 => None,
        count if count == parts.len() => Some(named.to_owned()),
        _ => Some(missing.join(", ")),
    }
}

/// Whether a line of recipients means an agency, or it needs none.
fn is_meant(context: &Context<'_>, agency: &str, lines: &[String]) -> bool {
    let agency = spelled_out(agency);
    if NOBODY.iter().any(|person| seek::whole(&agency, person).is_some()) || is_own_office(context, &agency) {
        return true;
    }
    let core = core(&agency);
    lines.iter().any(|line| {
        let named = core.iter().all(|word| seek::whole(line, word).is_some());
        let mut groups = GROUPS.iter().filter(|(names, _)| names.iter().any(|name| starts_with(&agency, name)));
        (named && !core.is_empty()) || groups.any(|(_, means)| seek::any(line, means))
    })
}

fn starts_with(agency: &str, name: &str) -> bool {
    agency.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The words that tell an agency: all but the small ones and its territory's.
fn core(agency: &str) -> Vec<&str> {
    const SMALL: [&str; 22] = [
        "các",
        "và",
        "của",
        "với",
        "cùng",
        "xã",
        "phường",
        "huyện",
        "tỉnh",
        "thành",
        "phố",
        "thị",
        "trấn",
        "cấp",
        "nơi",
        "thuộc",
        "trên",
        "địa",
        "bàn",
        "liên",
        "quan",
        "việt",
    ];
    let words = agency.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !SMALL.contains(word) && *word != "nam").collect()
}

/// The office of the organ that issues, or the organ itself.
fn is_own_office(context: &Context<'_>, agency: &str) -> bool {
    let own: &[&str] = match context.system() {
        System::Party => &["văn phòng đảng ủy", "văn phòng huyện ủy", "văn phòng tỉnh ủy"],
        System::State => &["văn phòng hội đồng nhân dân", "văn phòng ủy ban nhân dân"],
        System::Front => &["cơ quan ủy ban mặt trận", "văn phòng ủy ban mặt trận"],
    };
    let issues = context.dossier.plan.organs.iter().any(|organ| spelled_out(&organ.full_name()) == agency);
    issues || own.iter().any(|name| starts_with(agency, name))
}

/// Boards that stand for their body: what one gets, the other has.
const BOARDS: [&str; 4] = ["ban thường trực ", "thường trực ", "ban thường vụ ", "lãnh đạo "];

/// A name as it is compared: folded, shortenings in full, a board as its body.
fn spelled_out(name: &str) -> String {
    let folded = words::fold(name).replace('&', " và ");
    let whole = SHORT.iter().fold(folded, |name, (short, long)| seek::replaced(&name, short, long));
    let whole = whole.trim();
    BOARDS.iter().find_map(|board| whole.strip_prefix(board)).unwrap_or(whole).to_owned()
}

fn fix(context: &Context<'_>, finding: &Finding, new_id: &mut dyn FnMut() -> Id) -> Option<Command> {
    let id = thing_of(finding)?;
    let plan = &context.dossier.plan;
    let assignment = plan.assignments.iter().find(|assignment| assignment.id == id)?;
    let lines: Vec<String> = plan.recipients.lines.iter().map(|line| spelled_out(&line.who)).collect();
    let who = without_copy(context, assignment, &lines)?;
    let item = Recipient { id: new_id(), who, purpose: String::new() };
    Some(Command::Recipients(ListEdit::Insert { at: plan.recipients.lines.len(), item }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::with;
    use super::*;
    use crate::dossier::Dossier;

    fn of(agency: &str, recipient: &str) -> Dossier {
        with(|dossier| {
            dossier.plan.assignments[0].agency = agency.into();
            dossier.plan.recipients.lines[1].who = recipient.into();
            dossier.plan.assignments.truncate(1);
        })
    }

    pub fn trips() -> Dossier {
        of("Hội Nông dân và Đoàn Thanh niên xã", "Các phòng, đơn vị thuộc UBND xã")
    }

    pub fn passes() -> Dossier {
        of("Hội Nông dân và Đoàn Thanh niên xã", "Các phòng, ban, ngành, đoàn thể xã")
    }

    #[test]
    fn a_line_means_its_own_and_its_group() {
        let meant = |agency: &str, recipient: &str| {
            let dossier = of(agency, recipient);
            run(&Context::of(&dossier, super::super::tests::on(2026, 9, 1))).is_empty()
        };
        assert!(meant("Phòng Kinh tế", "Các phòng, đơn vị thuộc UBND"));
        assert!(meant("Ban Thường trực Ủy ban MTTQ Việt Nam xã", "UBMTTQ xã"));
        assert!(meant("Trưởng các thôn", "Trưởng các thôn, tổ dân phố"));
        assert!(meant("Văn phòng HĐND và UBND xã", "Thường trực Đảng ủy"));
        assert!(!meant("Trưởng các thôn", "Thường trực HĐND, UBND xã"));
        assert!(!meant("Công an xã", "Các đoàn thể"));
    }
}
