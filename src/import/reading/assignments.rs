//! Who does what, by when.

use super::As;
use super::agenda::leaves;
use super::build::Builder;
use super::outline::{Headed, Node, Para};
use super::participants::marker;

use crate::import::label::Label;
use crate::import::scan::Scanned;
use crate::plan::{Assignment, AssignmentLayout, Block, Bound, Deadline, Layout, Marker, Stage, Task};
use crate::text::{Fact, Form, Text};
use crate::words::When;

/// How the names of agencies and of those who hold an office begin.
const AGENCIES: [&str; 62] = [
    "van phong",
    "uy ban",
    "ubnd",
    "hdnd",
    "hoi dong",
    "dang uy",
    "chi bo",
    "ban",
    "mttq",
    "ubmttq",
    "mat tran",
    "cong an",
    "quan su",
    "truong thon",
    "truong xom",
    "truong ban",
    "truong",
    "thon",
    "xom",
    "to dan pho",
    "to",
    "doan",
    "hoi",
    "cac",
    "phong",
    "trung tam",
    "dai truyen thanh",
    "dai phat thanh",
    "dai",
    "cong chuc",
    "can bo",
    "thuong truc",
    "bi thu",
    "chu tich",
    "pho chu tich",
    "huyen uy",
    "tinh uy",
    "thanh uy",
    "thi uy",
    "quan uy",
    "so",
    "cap uy",
    "lien doan",
    "tram",
    "nha",
    "hop tac xa",
    "doan the",
    "don vi",
    "co quan",
    "khoi",
    "dong chi",
    "ong",
    "ba",
    "nguoi",
    "ke toan",
    "tieu ban",
    "nhan vien",
    "bo phan",
    "khu",
    "ap",
    "tap the",
    "nganh",
];

/// What stands before an agency at the start of a sentence.
const ASKS: [&str; 6] = ["de nghi", "giao", "yeu cau", "phan cong", "giao cho", "moi"];

/// Verbs with which the task of an agency begins.
const VERBS: [&str; 87] = [
    "chu tri",
    "phoi hop",
    "xay dung",
    "thong tin",
    "tuyen truyen",
    "chuan bi",
    "tham muu",
    "to chuc",
    "chi dao",
    "trien khai",
    "tiep nhan",
    "tong hop",
    "thuc hien",
    "bo tri",
    "can cu",
    "co trach nhiem",
    "chiu trach nhiem",
    "co nhiem vu",
    "phan cong",
    "ban hanh",
    "gui",
    "moi",
    "lap",
    "theo doi",
    "don doc",
    "thong bao",
    "nam bat",
    "nam",
    "cu",
    "bao cao",
    "dam bao",
    "bao dam",
    "huong dan",
    "phan loai",
    "van dong",
    "phat",
    "thu",
    "lanh dao",
    "de xuat",
    "giup",
    "quan triet",
    "cung cap",
    "dang tai",
    "niem yet",
    "viet",
    "trang tri",
    "tap hop",
    "chu dong",
    "tiep tuc",
    "kiem tra",
    "giam sat",
    "ra soat",
    "phu trach",
    "tham gia",
    "du",
    "tra loi",
    "giai trinh",
    "lam",
    "ghi",
    "don tiep",
    "truc",
    "soan",
    "in",
    "phan phoi",
    "cong khai",
    "pho bien",
    "giai quyet",
    "dieu hanh",
    "len",
    "lam tot",
    "tang cuong",
    "dua",
    "truyen",
    "phan anh",
    "lay",
    "rang",
    "khan truong",
    "nghiem tuc",
    "cung",
    "tren co so",
    "theo",
    "khi",
    "truoc",
    "sau",
    "de",
    "tu",
    "hang",
];

/// The bytes of the agency that a sentence begins with, behind "Đề nghị" and the like; none where it begins with none.
fn agency(text: &Scanned) -> Option<std::ops::Range<usize>> {
    let asked = text.begins_any(&ASKS).unwrap_or(0);
    AGENCIES.iter().find(|name| text.stands(asked, name).is_some())?;
    let start = text.words.get(asked)?.range.start;
    let mut end = start;
    for at in asked..text.words.len() {
        let word = &text.words[at];
        let between = &text.text[end..word.range.start];
        let verb = at > asked
            && text.is_small(at)
            && VERBS.iter().any(|verb| text.stands(at, verb).is_some())
            && !is_noun_here(text, at);
        if at > asked && (between.contains([':', ';', '.']) || verb) {
            break;
        }
        end = word.range.end;
    }
    let name = text.text[start..end].trim_end();
    let whole = end >= text.words.last().map_or(0, |last| last.range.end);
    let fits = Scanned::new(name).words.len() <= 70;
    (fits && !whole).then_some(start..start + name.trim_end_matches([',', ' ', '(']).len())
}

/// Verbs that are names here: "thông tin" in "Trung tâm thông tin", "tổ chức" in "các tổ chức", "đoàn thể, tổ chức".
fn is_noun_here(text: &Scanned, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| text.words[before].key.as_str());
    let noun =
        text.stands(at, "to chuc").is_some() || text.stands(at, "nam").is_some() || text.stands(at, "thu").is_some();
    let lists = text.stands(at, "to chuc chinh tri").is_some()
        || text.stands(at, "to chuc thanh vien").is_some()
        || text.stands(at, "to chuc doan the").is_some();
    let unit = text.stands(at, "thong tin").is_some() && matches!(before, Some("tam" | "hoa" | "phong"));
    lists || unit || (noun && matches!(before, Some("cac" | "ban" | "va" | "bi" | "phu" | "thuong")))
}

/// Whether a heading names an agency.
fn is_agency(heading: &Scanned) -> bool {
    let asked = heading.begins_any(&ASKS).unwrap_or(0);
    AGENCIES.iter().any(|name| heading.stands(asked, name).is_some())
}

/// Whether a time limits a task.
pub(super) fn is_deadline(when: &When) -> bool {
    matches!(when, When::Before { .. } | When::By { .. } | When::Relative { .. })
}

impl Builder<'_, '_> {
    /// The assignments of a part: where the first run of them stands among its items, and how many items it takes. They are
    /// put down in the plan; none where the part has none, or the plan has already listed such.
    pub(super) fn assignments(&mut self, items: &[Node], stage: Stage) -> Option<(usize, usize, Block)> {
        if self.listed_stages.contains(&stage) {
            return None;
        }
        let numbered = items.iter().any(|item| {
            matches!(item, Node::Part(_)) || matches!(item, Node::Para(para) if matches!(para.label, Label::Number(_)))
        });
        let (from, count) = run(items, numbered)?;
        self.listed_stages.push(stage);
        let mut markers = Vec::new();
        let mut at = from;
        while at < from + count {
            let assignment = match &items[at] {
                Node::Part(part) => {
                    at += 1;
                    self.headed(part, stage, &mut markers)
                }
                Node::Para(first) => {
                    let mut more = Vec::new();
                    at += 1;
                    while let Some(Node::Para(para)) = items.get(at).filter(|_| at < from + count) {
                        if starts_one(para, numbered) {
                            break;
                        }
                        more.push(para);
                        at += 1;
                    }
                    self.sentence(first, &more, stage, &mut markers)
                }
            };
            self.dossier.plan.assignments.push(assignment);
        }
        let id = self.dossier.new_id();
        let block = Block::bound(id, most(&markers), Bound::Assignments(stage), Layout::Items);
        Some((from, count, block))
    }

    /// An agency as a heading, its tasks below.
    fn headed(&mut self, part: &Headed, stage: Stage, markers: &mut Vec<Marker>) -> Assignment {
        let id = self.dossier.new_id();
        let layout = if part.run_in { AssignmentLayout::RunIn } else { AssignmentLayout::Headed };
        let mut tasks = Vec::new();
        for (at, para) in leaves(part).into_iter().enumerate() {
            if !(part.run_in && at == 0) {
                markers.push(marker(&para.label));
            }
            tasks.push(self.task(para, None));
        }
        self.ledger.read(part.heading.line(), As::Task);
        Assignment { id, agency: part.heading.to_text(), stage, layout, tasks }
    }

    /// An agency in its sentence, and what follows it.
    fn sentence(&mut self, first: &Para, more: &[&Para], stage: Stage, markers: &mut Vec<Marker>) -> Assignment {
        let id = self.dossier.new_id();
        let range = agency(&first.text).unwrap_or(0..0);
        let name = first.text.text[range.clone()].to_owned();
        let mut tasks = vec![self.task(first, Some((range, Fact::Agency(id))))];
        for para in more {
            markers.push(marker(&para.label));
            tasks.push(self.task(para, None));
        }
        Assignment { id, agency: Text::words(name), stage, layout: AssignmentLayout::Sentence, tasks }
    }

    fn task(&mut self, para: &Para, slot: Option<(std::ops::Range<usize>, Fact)>) -> Task {
        let mut para = para.clone();
        let id = self.dossier.new_id();
        self.ledger.read(para.line(), As::Task);
        if let Some((range, fact)) = slot {
            para.slots.retain(|(taken, ..)| taken.end <= range.start || range.end <= taken.start);
            para.slots.push((range, fact, Form::Plain));
        }
        let mut deadlines = Vec::new();
        for found in std::mem::take(&mut para.times) {
            let limits = is_deadline(&found.when) || matches!(found.when, When::Recurring { .. });
            if !limits || para.is_taken(&found.range) {
                continue;
            }
            let id = self.dossier.new_id();
            self.put_when(&mut para, found.range, Fact::Deadline(id), &found.when);
            deadlines.push(Deadline { id, when: found.when });
        }
        Task { id, text: para.to_text(), deadlines }
    }
}

/// Whether a paragraph begins an assignment.
fn starts_one(para: &Para, numbered: bool) -> bool {
    match para.chosen {
        Some(As::Task) => return agency(&para.text).is_some(),
        Some(_) => return false,
        None => {}
    }
    let label = matches!(para.label, Label::Number(_))
        || (!numbered && matches!(para.label, Label::Dash | Label::Letter(_) | Label::Paren(_)));
    label && agency(&para.text).is_some()
}

/// The longest run of assignments among the items of a part.
fn run(items: &[Node], numbered: bool) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    let mut at = 0;
    while at < items.len() {
        let from = at;
        while let Some(item) = items.get(at) {
            let goes_on = match item {
                Node::Part(part) => {
                    is_agency(&part.heading.text)
                        && super::meaning::meanings(&part.heading.text)
                            .iter()
                            .all(|about| *about != super::meaning::Meaning::Agenda)
                }
                Node::Para(para) if starts_one(para, numbered) => true,
                // What follows a sentence without a number is more of its task.
                Node::Para(para) => {
                    at > from
                        && !matches!(items[at - 1], Node::Part(_))
                        && !matches!(para.label, Label::Number(_))
                        && para.chosen != Some(As::Body)
                }
            };
            if !goes_on {
                break;
            }
            at += 1;
        }
        if at > from && best.is_none_or(|(_, count)| at - from > count) {
            best = Some((from, at - from));
        }
        at = at.max(from + 1);
    }
    best
}

/// The marker that most tasks have.
fn most(markers: &[Marker]) -> Marker {
    let count = |marker: &Marker| markers.iter().filter(|other| *other == marker).count();
    // A list of tasks with lines below them is a list of dashes.
    markers.iter().copied().max_by_key(count).filter(|marker| *marker != Marker::Number).unwrap_or(Marker::Dash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_are_told_from_their_tasks() {
        for (text, name) in [
            ("Văn phòng Đảng ủy xã xây dựng kế hoạch", "Văn phòng Đảng ủy xã"),
            (
                "Đề nghị Ủy ban MTTQ xã và các tổ chức thành viên, căn cứ kế hoạch này, tuyên truyền",
                "Ủy ban MTTQ xã và các tổ chức thành viên",
            ),
            ("Đảng ủy các xã, thị trấn thông tin, tuyên truyền rộng rãi", "Đảng ủy các xã, thị trấn"),
            ("Giao Công an xã: bảo đảm an ninh", "Công an xã"),
            ("Trung tâm Văn hóa, thông tin chủ trì thông báo", "Trung tâm Văn hóa, thông tin"),
            ("Các tổ chức chính trị - xã hội vận động hội viên", "Các tổ chức chính trị - xã hội"),
        ] {
            let text = Scanned::new(text);
            assert_eq!(agency(&text).map(|range| &text.text[range]), Some(name));
        }
        for text in [
            "Nhận được kế hoạch, các đơn vị triển khai",
            "Trong quá trình thực hiện",
            "Công tác tuyên truyền phải kịp thời",
        ] {
            assert_eq!(agency(&Scanned::new(text)), None, "{text}");
        }
    }
}
