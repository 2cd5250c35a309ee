//! The conclusion notice (thông báo kết luận).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening, Said};
use super::head::HeadParts;
use super::told::{self, number, or_dots};
use super::{Place, words_of};
use crate::document::Label;
use crate::dossier::Dossier;
use crate::organ::{OrganKind, System};
use crate::paper::PaperKind;
use crate::plan::LimitKind;
use crate::text::Fact;

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Conclusion, opening, today);
    paper.head(&HeadParts { kind: "TB", ..HeadParts::default() });
    let title = title(&paper);
    paper.title("THÔNG BÁO", "title", title);
    let words = format!("{{Held}}, {}, {{issuer}} tổ chức {{event}}.", paper.at_venue());
    paper.say("opening", Label::None, &words);
    attendance(&mut paper);
    let lead =
        "Sau khi nghe các ý kiến, kiến nghị và nội dung trả lời tại hội nghị, chủ trì hội nghị kết luận như sau:";
    paper.say("lead", Label::None, lead);
    paper.heading(&[1], "Đánh giá chung");
    assessment(&mut paper);
    paper.heading(&[2], "Kết luận về các nội dung cụ thể");
    paper.resolutions(Label::Count);
    paper.heading(&[3], "Tổ chức thực hiện");
    follow_up(&mut paper);
    let closing = "{Issuer} thông báo để các cơ quan, đơn vị, cá nhân liên quan biết, thực hiện.";
    paper.say("closing", Label::None, closing);
    paper.end_text();
    let agencies = dossier.proceedings.resolutions.iter().map(|resolution| resolution.agency.clone());
    let usual = paper.recipients_of_plan(agencies);
    paper.foot(usual);
    paper.finish("Thong bao ket luan")
}

/// Whose conclusion it is: of the head of who issues it; of the conference itself where that is a body of another sort.
fn title(paper: &Composition<'_>) -> &'static str {
    match paper.issue().organs {
        [organ] if organ.kind == OrganKind::PeoplesCommittee => "Kết luận của Chủ tịch {issuer} tại {meeting}",
        [organ] if organ.kind == OrganKind::PartyCommittee => "Kết luận của đồng chí Bí thư {issuer} tại {meeting}",
        _ => "Kết luận {meeting}",
    }
}

/// Who chaired, and how many came.
fn attendance(paper: &mut Composition<'_>) {
    let told = &paper.dossier.proceedings;
    let named = [("chair", Said::Words(or_dots(&told.chair))), ("count", Said::Words(number(told.attended)))];
    let words = "Chủ trì hội nghị: {chair}; tham dự hội nghị có {count} đại biểu.";
    paper.tell(Place::Proceedings, Label::None, words, &named);
}

/// What was raised, and what the office says of it.
fn assessment(paper: &mut Composition<'_>) {
    let opinions = &paper.dossier.proceedings.opinions;
    if !opinions.is_empty() {
        let named = [
            ("count", Said::Words(number(u32::try_from(opinions.len()).ok()))),
            ("outcomes", Said::Words(told::outcomes(opinions))),
        ];
        let words = "Hội nghị đã tiếp nhận {count} ý kiến, kiến nghị, trong đó: {outcomes}.";
        paper.tell(Place::Opinions, Label::None, words, &named);
    }
    let words = "Về công tác chuẩn bị, tinh thần đối thoại và chất lượng các ý kiến: ……";
    paper.say("assessment", Label::None, words);
}

/// Who watches over it, who answers what is left, where it is published.
fn follow_up(paper: &mut Composition<'_>) {
    let mut given = 0;
    let mut next = || {
        given += 1;
        Label::Count(given)
    };
    let agencies = "Các cơ quan, đơn vị được giao nhiệm vụ chủ động triển khai thực hiện, báo cáo kết quả với {issuer-short} \
                    đúng thời hạn.";
    paper.say("agencies", next(), agencies);
    let words = "Ý kiến, kiến nghị chưa được trả lời tại hội nghị: cơ quan được giao giải quyết trả lời bằng văn bản cho \
                 người kiến nghị{limit}.";
    limited(paper, "answer", next(), words, LimitKind::Answer, "");
    let words = "Kết quả đối thoại được công khai trên hệ thống truyền thanh, trang thông tin điện tử, niêm yết tại trụ sở \
                 và gửi Trưởng các thôn, Tổ trưởng các tổ dân phố{limit}.";
    limited(paper, "publish", next(), words, LimitKind::Publish, " theo quy định");
    let office = if office(paper).is_some() { "{office}" } else { "Văn phòng" };
    let words = format!("Giao {office} theo dõi, đôn đốc việc thực hiện, tổng hợp báo cáo {{issuer-short}}{{limit}}.");
    limited(paper, "watch", next(), &words, LimitKind::Report, "");
}

/// Who sees to papers and deadlines at who issues it: the office that has a task in the plan.
fn office(paper: &Composition<'_>) -> Option<Fact> {
    let noun = if paper.system() == System::Front { "cơ quan " } else { "văn phòng" };
    let mut assignments = paper.dossier.plan.assignments.iter();
    let found = assignments.find(|assignment| {
        let agency = words_of(paper.dossier, &assignment.agency).to_lowercase();
        agency.trim_start().starts_with(noun) && !agency.contains([',', ';', '.'])
    });
    found.map(|assignment| Fact::Agency(assignment.id))
}

/// A passage that prints a limit of the plan, or other words where the plan has none of its kind.
fn limited(paper: &mut Composition<'_>, key: &str, label: Label, words: &str, kind: LimitKind, else_words: &str) {
    let limit = paper.limit(kind);
    let named: Vec<(&str, Said)> = [("limit", limit), ("office", office(paper))]
        .into_iter()
        .filter_map(|(name, fact)| Some((name, Said::Fact(fact?))))
        .collect();
    paper.say_with(
        key,
        label,
        &words.replace("{limit}", if limit.is_some() { " {limit}" } else { else_words }),
        &named,
    );
}
