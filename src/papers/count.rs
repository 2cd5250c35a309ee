//! The minutes of the count (biên bản kiểm phiếu).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening, Said};
use super::foot::{Signing, signatures};
use super::head::HeadParts;
use super::told::number;
use super::{Place, tally};
use crate::document::{HOLE, Label};
use crate::dossier::Dossier;
use crate::organ::System;
use crate::paper::PaperKind;
use crate::proceedings::VillageCount;

/// As many villages as still stand on the minutes themselves; more stand on the tally that goes with them.
const MOST_VILLAGES: usize = 20;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Count, opening, today);
    paper.head(&HeadParts { kind: "BB", undated: true, ..HeadParts::default() });
    let title = format!("Kiểm phiếu lấy ý kiến hộ gia đình {}", paper.about_matter());
    paper.title("BIÊN BẢN", "title", &title);
    let when = "Thời gian bắt đầu: …… giờ …… phút, ngày …… tháng …… năm {year}.";
    paper.say("began", Label::None, when);
    paper.say("place", Label::None, "Địa điểm: ……");
    paper.heading(&[1], "Thành phần");
    paper.say("counters", Label::Number(vec![1, 1]), "Tổ kiểm phiếu:");
    for (key, who) in [
        ("counters-head", "Tổ trưởng: ……"),
        ("counters-secretary", "Thư ký: ……"),
        ("counters-members", "Thành viên: ……"),
    ] {
        paper.say(key, Label::Dash, who);
    }
    paper.say("witnesses", Label::Number(vec![1, 2]), "Đại diện chứng kiến:");
    let front = "Đại diện Ủy ban Mặt trận Tổ quốc Việt Nam {unit}: ……";
    paper.say("witness-front", Label::Dash, front);
    paper.say("witness-households", Label::Dash, "Đại diện hộ gia đình: ……");
    paper.heading(&[2], "Nội dung và kết quả kiểm phiếu");
    paper.say("matter", Label::Number(vec![2, 1]), "Nội dung lấy ý kiến: {matter}.");
    result(&mut paper);
    paper.heading(&[3], "Kết luận");
    conclusion(&mut paper, &dossier.proceedings.counted());
    let end = "Việc kiểm phiếu kết thúc vào hồi …… giờ …… phút, ngày …… tháng …… năm {year}. Biên bản đã được đọc \
               lại cho những người có tên trên cùng nghe, nhất trí và ký tên.";
    paper.say("ended", Label::None, end);
    paper.end_text();
    let signing =
        [Signing::by_hand("Thư ký"), Signing::by_hand("Người chứng kiến"), Signing::by_hand("Tổ trưởng tổ kiểm phiếu")];
    let filed = if paper.system() == System::Party { "" } else { "VT, Hồ sơ" };
    paper.blocks.push(signatures(&signing, None, filed, &paper.format));
    paper.finish("Bien ban kiem phieu")
}

/// The sums in sentences, and the villages one by one.
fn result(paper: &mut Composition<'_>) {
    let told = tally::counted(paper.dossier);
    let sums = told.counted();
    paper.say("result", Label::Number(vec![2, 2]), "Kết quả kiểm phiếu:");
    let named = [
        ("households", Said::Words(number(sums.households))),
        ("issued", Said::Words(number(sums.issued))),
        ("returned", Said::Words(number(sums.returned))),
        ("valid", Said::Words(number(sums.valid))),
        ("invalid", Said::Words(number(sums.invalid))),
        ("agree", Said::Words(number(sums.agree))),
        ("share", Said::Words(share(&sums))),
        ("disagree", Said::Words(number(sums.disagree))),
        ("other", Said::Words(number(sums.other))),
    ];
    for words in [
        "Tổng số hộ gia đình: {households} hộ.",
        "Số phiếu phát ra: {issued} phiếu; số phiếu thu về: {returned} phiếu.",
        "Số phiếu hợp lệ: {valid} phiếu; số phiếu không hợp lệ: {invalid} phiếu.",
        "Đồng ý: {agree} phiếu, đạt {share} tổng số hộ gia đình.",
        "Không đồng ý: {disagree} phiếu; ý kiến khác: {other} phiếu.",
    ] {
        paper.tell(Place::Counts, Label::Dash, words, &named);
    }
    match told.counts.len() {
        0 | 1 => {}
        2..=MOST_VILLAGES => {
            paper.say("villages", Label::Number(vec![2, 3]), "Kết quả ở từng thôn, tổ dân phố:");
            tally::table(paper, &told);
        }
        _ => {
            let words = "Kết quả ở từng thôn, tổ dân phố: theo bảng tổng hợp kèm theo biên bản này.";
            paper.say("villages", Label::Number(vec![2, 3]), words);
        }
    }
}

/// Whether more than half of all households are for it; dots where the numbers do not say.
fn conclusion(paper: &mut Composition<'_>, sums: &VillageCount) {
    let words = match sums.is_carried() {
        Some(true) => {
            "Có {agree}/{households} hộ gia đình đồng ý, đạt {share}, trên 50% tổng số hộ gia đình. Nội dung lấy ý kiến \
             đạt tỷ lệ tán thành để thông qua."
        }
        Some(false) => {
            "Có {agree}/{households} hộ gia đình đồng ý, đạt {share}, không quá 50% tổng số hộ gia đình. Nội dung lấy ý \
             kiến không đạt tỷ lệ tán thành để thông qua."
        }
        None => {
            "Có {agree}/{households} hộ gia đình đồng ý, đạt {share} tổng số hộ gia đình. Nội dung lấy ý kiến …… tỷ lệ \
             tán thành trên 50% tổng số hộ gia đình để thông qua."
        }
    };
    let named = [
        ("agree", Said::Words(number(sums.agree))),
        ("households", Said::Words(number(sums.households))),
        ("share", Said::Words(share(sums))),
    ];
    paper.tell(Place::Counts, Label::None, words, &named);
}

/// The share of all households that are for it, dots where it is not known.
fn share(sums: &VillageCount) -> String {
    sums.share().unwrap_or_else(|| format!("{HOLE}%"))
}
