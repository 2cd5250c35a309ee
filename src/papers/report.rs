//! The report on the results (báo cáo kết quả).

use chrono::NaiveDate;

use super::Place;
use super::composition::{Composed, Composition, Opening, Said};
use super::head::HeadParts;
use super::told::{self, number, or_dots};
use super::usual::is_report;
use crate::document::{HOLE, Label};
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::plan::{LimitKind, Recipient, Recipients};
use crate::proceedings::{Level, Opinion, Outcome};
use crate::words::{self, When};

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
    let usual = recipients(&paper);
    paper.foot(usual);
    paper.finish("Bao cao ket qua doi thoai")
}

/// Who receives the plan, those first whom the report is for; the others have nothing to carry out of it.
fn recipients(paper: &Composition<'_>) -> Recipients {
    let Recipients { lines, filed } = paper.recipients_of_plan(std::iter::empty());
    let (mut lines, others): (Vec<Recipient>, Vec<Recipient>) = lines.into_iter().partition(is_report);
    lines.extend(others.into_iter().map(|line| Recipient { purpose: String::new(), ..line }));
    Recipients { lines, filed }
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
    let collecting = &dossier.plan.collecting;
    if collecting.is_blank() && dossier.forms.is_empty() {
        return paper.say("collected", label, "Việc lấy ý kiến Nhân dân trước hội nghị: ……");
    }
    let form = if collecting.form_title.is_blank() { "phiếu lấy ý kiến" } else { "{form}" };
    let receiver = if collecting.merged_by.is_blank() { "" } else { "; nơi nhận, tổng hợp phiếu: {receiver}" };
    let limited = collecting.return_by.is_set() && collecting.return_by != When::Announced;
    let limit = if limited { "; thời hạn nhận phiếu: {return-by}" } else { "" };
    let words = format!("Việc lấy ý kiến Nhân dân trước hội nghị được thực hiện bằng {form}{receiver}{limit}.");
    paper.say("collected", label, &words);
    // What was counted is another form: the vote of households.
    paper.say("collected-count", Label::Dash, "Số phiếu phát ra: …… phiếu; số phiếu thu về: …… phiếu.");
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
    if !told.counts.is_empty() || !told.matter.is_blank() {
        counts(paper);
    }
}

/// What the households voted.
fn counts(paper: &mut Composition<'_>) {
    let sums = paper.dossier.proceedings.counted();
    paper.heading(&[2, 3], "Kết quả lấy ý kiến bằng phiếu");
    let back = sums.returned.zip(sums.issued).and_then(|(part, whole)| words::percent(part, whole));
    let named = [
        ("agree", Said::Words(number(sums.agree))),
        ("households", Said::Words(number(sums.households))),
        ("share", Said::Words(sums.share().unwrap_or_else(|| format!("{HOLE}%")))),
        ("issued", Said::Words(number(sums.issued))),
        ("returned", Said::Words(number(sums.returned))),
        ("back", Said::Words(back.map(|share| format!(", đạt {share} số phiếu phát ra")).unwrap_or_default())),
    ];
    let about = paper.about_matter();
    let words = format!("{about}: {{agree}}/{{households}} hộ gia đình đồng ý, đạt {{share}} tổng số hộ gia đình.");
    paper.tell(Place::Counts, Label::Dash, &words, &named);
    paper.capital();
    let words = "Số phiếu phát ra: {issued} phiếu; số phiếu thu về: {returned} phiếu{back}.";
    paper.tell(Place::Counts, Label::Dash, words, &named);
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
    let above: Vec<&Opinion> = opinions
        .iter()
        .filter(|opinion| opinion.outcome == Outcome::PassedOn && opinion.level != Level::Commune)
        .collect();
    if above.is_empty() {
        return paper.say("requests", Label::None, "……");
    }
    paper.say("requests-lead", Label::None, "Đề nghị cấp có thẩm quyền xem xét, giải quyết các ý kiến, kiến nghị sau:");
    for opinion in above {
        let to = told::passed_to(opinion, &paper.dossier.plan.organs);
        let to = to.unwrap_or_else(|| words::sentence_start(told::in_sentence(opinion.level)));
        let named = [("to", Said::Words(to)), ("text", Said::Words(told::sentence(&opinion.text)))];
        paper.tell(Place::Thing(opinion.id), Label::Dash, "{to}: {text}", &named);
    }
}
