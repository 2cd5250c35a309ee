//! The report on the results (báo cáo kết quả).

use chrono::NaiveDate;

use super::Place;
use super::composition::{Composed, Composition, Opening, Said};
use super::head::HeadParts;
use super::told::{self, number, or_dots};
use crate::document::{HOLE, Label};
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::plan::LimitKind;
use crate::proceedings::{Opinion, Outcome};
use crate::words;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Report, opening, today);
    paper.head(&HeadParts { kind: "BC", ..HeadParts::default() });
    paper.title("BÁO CÁO", "title", "Kết quả tổ chức {meeting}");
    let opening = "Thực hiện {plan}, {issuer} báo cáo kết quả tổ chức {event} như sau:";
    paper.say("opening", Label::None, opening);
    preparation(&mut paper);
    result(&mut paper);
    paper.heading(&[3], "Đánh giá chung");
    paper.say("strengths", Label::Number(vec![3, 1]), "Ưu điểm: ……");
    paper.say("weaknesses", Label::Number(vec![3, 2]), "Hạn chế, nguyên nhân: ……");
    next(&mut paper);
    paper.say("closing", Label::None, "Trên đây là Báo cáo kết quả tổ chức {event} của {issuer}.");
    paper.end_text();
    let usual = paper.recipients_of_plan(std::iter::empty());
    paper.foot(usual);
    paper.finish("Bao cao ket qua doi thoai")
}

/// How it was prepared: the plan, the announcement, the opinions that were collected.
fn preparation(paper: &mut Composition<'_>) {
    paper.heading(&[1], "Công tác chuẩn bị");
    let plan = "{Organ} đã ban hành Kế hoạch, phân công nhiệm vụ cho các cơ quan, đơn vị liên quan; chuẩn bị nội dung, tài \
                liệu, địa điểm và các điều kiện phục vụ {meeting}.";
    paper.say("plan", Label::Number(vec![1, 1]), plan);
    let mut named = Vec::new();
    let mut limit = "";
    if let Some(fact) = paper.limit(LimitKind::Announce) {
        named.push(("limit", Said::Fact(fact)));
        limit = " {limit}";
    }
    let announced = format!(
        "Thời gian, địa điểm, nội dung và cách thức tham dự đã được thông báo công khai đến Nhân dân{limit}, bằng các \
         hình thức: ……"
    );
    paper.say_with("announced", Label::Number(vec![1, 2]), &announced, &named);
    collected(paper);
}

/// The forms that were handed out and came back.
fn collected(paper: &mut Composition<'_>) {
    let dossier = paper.dossier;
    let label = Label::Number(vec![1, 3]);
    if dossier.plan.collecting.is_blank() && dossier.forms.is_empty() && dossier.proceedings.counts.is_empty() {
        return paper.say("collected", label, "Việc lấy ý kiến Nhân dân trước hội nghị: ……");
    }
    if dossier.plan.collecting.form_title.is_blank() {
        paper.say("collected", label, "Việc lấy ý kiến Nhân dân trước hội nghị được thực hiện bằng phiếu lấy ý kiến.");
    } else {
        let words = "Việc lấy ý kiến Nhân dân trước hội nghị được thực hiện bằng {form}; {receiver} tổng hợp.";
        paper.say("collected", label, words);
    }
    let sums = super::tally::counted(dossier).counted();
    let share = sums.returned.zip(sums.issued).and_then(|(part, whole)| words::percent(part, whole));
    let share = share.map(|share| format!(", đạt {share} số phiếu phát ra")).unwrap_or_default();
    let named = [
        ("issued", Said::Words(number(sums.issued))),
        ("returned", Said::Words(number(sums.returned))),
        ("share", Said::Words(share)),
    ];
    let words = "Số phiếu phát ra: {issued} phiếu; số phiếu thu về: {returned} phiếu{share}.";
    paper.tell(Place::Counts, Label::Dash, words, &named);
}

/// What came of it: when, where, who, and what was raised.
fn result(paper: &mut Composition<'_>) {
    let told = &paper.dossier.proceedings;
    paper.heading(&[2], "Kết quả tổ chức hội nghị");
    paper.heading(&[2, 1], "Thời gian, địa điểm, thành phần");
    paper.say("when", Label::Dash, "Thời gian: {held}; địa điểm: {where}.");
    let named = [("chair", Said::Words(or_dots(&told.chair))), ("count", Said::Words(number(told.attended)))];
    paper.tell(Place::Proceedings, Label::Dash, "Chủ trì: {chair}.", &named);
    paper.tell(Place::Proceedings, Label::Dash, "Số đại biểu tham dự: {count} người.", &named);
    paper.heading(&[2, 2], "Ý kiến, kiến nghị của Nhân dân và kết quả trả lời");
    opinions(paper, &told.opinions);
    let sums = told.counted();
    if !told.counts.is_empty() && !told.matter.is_blank() {
        paper.heading(&[2, 3], "Kết quả lấy ý kiến bằng phiếu");
        let named = [
            ("agree", Said::Words(number(sums.agree))),
            ("households", Said::Words(number(sums.households))),
            ("share", Said::Words(sums.share().unwrap_or_else(|| format!("{HOLE}%")))),
        ];
        let about = paper.about_matter();
        let words = format!("{about}: {{agree}}/{{households}} hộ gia đình đồng ý, đạt {{share}} tổng số hộ gia đình.");
        paper.tell(Place::Counts, Label::None, &words, &named);
        paper.capital();
    }
}

/// How many there were, by field, by who can settle them, by what became of them.
fn opinions(paper: &mut Composition<'_>, opinions: &[Opinion]) {
    if opinions.is_empty() {
        for words in
            ["Tổng số ý kiến, kiến nghị: …… ý kiến.", "Theo lĩnh vực: ……", "Theo thẩm quyền: ……", "Kết quả xử lý: ……"]
        {
            paper.tell(Place::Opinions, Label::Dash, words, &[]);
        }
        return;
    }
    let all = u32::try_from(opinions.len()).unwrap_or(u32::MAX);
    let voices = told::voices(opinions);
    let voices = if voices > all {
        format!(" ({} lượt, tính cả ý kiến trùng)", number(Some(voices)))
    } else {
        String::new()
    };
    let named = [
        ("all", Said::Words(number(Some(all)))),
        ("voices", Said::Words(voices)),
        ("fields", Said::Words(told::fields(opinions))),
        ("levels", Said::Words(told::levels(opinions))),
        ("outcomes", Said::Words(told::outcomes(opinions))),
    ];
    for words in [
        "Tổng số ý kiến, kiến nghị: {all} ý kiến{voices}.",
        "Theo lĩnh vực: {fields}.",
        "Theo thẩm quyền: {levels}.",
        "Kết quả xử lý: {outcomes}.",
    ] {
        paper.tell(Place::Opinions, Label::Dash, words, &named);
    }
}

/// What is still to be done, and what is asked of those above.
fn next(paper: &mut Composition<'_>) {
    let opinions = &paper.dossier.proceedings.opinions;
    paper.heading(&[4], "Nhiệm vụ tiếp theo và kiến nghị");
    paper.heading(&[4, 1], "Nhiệm vụ tiếp theo");
    paper.resolutions(|_| Label::Dash);
    let open = told::how_many(opinions, |opinion| matches!(opinion.outcome, Outcome::Assigned | Outcome::Open));
    if open > 0 {
        let named = [("count", Said::Words(number(Some(open))))];
        let words =
            "Đôn đốc giải quyết, trả lời {count} ý kiến, kiến nghị còn lại và thông tin kết quả đến người kiến nghị.";
        paper.tell(Place::Opinions, Label::Dash, words, &named);
    }
    paper.heading(&[4, 2], "Kiến nghị, đề xuất");
    if !opinions.iter().any(|opinion| opinion.outcome == Outcome::PassedOn) {
        return paper.say("requests", Label::None, "……");
    }
    paper.say("requests-lead", Label::None, "Đề nghị cấp có thẩm quyền xem xét, giải quyết các ý kiến, kiến nghị sau:");
    for opinion in opinions.iter().filter(|opinion| opinion.outcome == Outcome::PassedOn) {
        let to = if opinion.answered_by.trim().is_empty() {
            words::sentence_start(told::in_sentence(opinion.level))
        } else {
            or_dots(&opinion.answered_by)
        };
        let named = [("to", Said::Words(to)), ("text", Said::Words(told::sentence(&opinion.text)))];
        paper.tell(Place::Thing(opinion.id), Label::Dash, "{to}: {text}", &named);
    }
}
