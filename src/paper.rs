//! The papers of a dossier (văn bản): which kinds there are, and what one has of its own beside what the dossier says.
//!
//! Knows no wording and no layout: `papers/` does.

use crate::organ::{Organ, Signatory};
use crate::plan::{Recipients, Registration};
use crate::text::Text;

/// The kinds of paper that a dossier yields, in the order in which an office needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PaperKind {
    /// The plan (kế hoạch).
    Plan,
    /// The opinion form (phiếu lấy ý kiến): the first of the dossier's forms.
    Form,
    /// The cover letter that passes the plan on (công văn).
    Letter,
    /// The invitation (giấy mời).
    Invitation,
    /// The public notice, posted and on the portal (thông báo).
    Notice,
    /// The notice as it is read out on the loudspeaker (bản tin truyền thanh).
    Broadcast,
    /// The agenda with clock times (chương trình).
    Agenda,
    /// The introduction of guests (giới thiệu đại biểu).
    Guests,
    /// The rules of the conference (nội quy).
    Rules,
    /// The assignment timetable (bảng phân công nhiệm vụ).
    Timetable,
    /// The timeline: the days of all assignments as a picture (lịch công việc).
    Timeline,
    /// The form on which a speaker registers (phiếu đăng ký phát biểu).
    Speaker,
    /// The register of speakers (danh sách đăng ký phát biểu).
    Register,
    /// The sign-in sheet (danh sách đại biểu dự).
    SignIn,
    /// The sheet on which villages sign for forms (danh sách giao nhận phiếu).
    Handout,
    /// The digest of opinions (bảng tổng hợp ý kiến).
    Digest,
    /// The tally of returned forms (bảng tổng hợp kết quả phiếu).
    Tally,
    /// The minutes of the count (biên bản kiểm phiếu).
    Count,
    /// The minutes of the conference (biên bản hội nghị).
    Minutes,
    /// The conclusion notice (thông báo kết luận).
    Conclusion,
    /// The report on the results (báo cáo kết quả).
    Report,
    /// The text of the stage banner (maket).
    Banner,
}

impl PaperKind {
    /// All kinds.
    pub const ALL: [Self; 22] = [
        Self::Plan,
        Self::Form,
        Self::Letter,
        Self::Invitation,
        Self::Notice,
        Self::Broadcast,
        Self::Agenda,
        Self::Guests,
        Self::Rules,
        Self::Timetable,
        Self::Timeline,
        Self::Speaker,
        Self::Register,
        Self::SignIn,
        Self::Handout,
        Self::Digest,
        Self::Tally,
        Self::Count,
        Self::Minutes,
        Self::Conclusion,
        Self::Report,
        Self::Banner,
    ];

    /// The name by which commands, attributes and drafts call it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Form => "form",
            Self::Letter => "letter",
            Self::Invitation => "invitation",
            Self::Notice => "notice",
            Self::Broadcast => "broadcast",
            Self::Agenda => "agenda",
            Self::Guests => "guests",
            Self::Rules => "rules",
            Self::Timetable => "timetable",
            Self::Timeline => "timeline",
            Self::Speaker => "speaker",
            Self::Register => "register",
            Self::SignIn => "sign-in",
            Self::Handout => "handout",
            Self::Digest => "digest",
            Self::Tally => "tally",
            Self::Count => "count",
            Self::Minutes => "minutes",
            Self::Conclusion => "conclusion",
            Self::Report => "report",
            Self::Banner => "banner",
        }
    }

    /// Reads [`PaperKind::code`] back.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What one paper has of its own. One whose everything is default follows the dossier in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnPaper {
    /// Who issues it, where that is not who issues the plan: a cover letter may be of another system than its plan.
    pub organ: Option<Organ>,
    /// Number, place and date.
    pub registration: Registration,
    /// Who signs, where that is not who signs the plan; empty for the plan's.
    pub signatories: Vec<Signatory>,
    /// Who receives it, where the officer said so; none for who usually receives such a paper.
    pub recipients: Option<Recipients>,
    /// The passages that the officer worded, by their keys; all others have their usual words.
    pub passages: Vec<(String, Text)>,
    /// Whether it is printed once for each who is on the list of invitees.
    pub each: bool,
    /// Whether two stand on one sheet, with a line to cut along.
    pub two_up: bool,
    /// For the plan: the papers that are enclosed with it, as Phụ lục I, II …
    pub enclosed: Vec<PaperKind>,
}

impl OwnPaper {
    /// The officer's words of a passage.
    pub fn passage(&self, key: &str) -> Option<&Text> {
        self.passages.iter().find(|(known, _)| known == key).map(|(_, text)| text)
    }

    /// Words a passage; none gives it back its usual words.
    pub fn set_passage(&mut self, key: &str, text: Option<Text>) {
        let at = self.passages.iter().position(|(known, _)| known == key);
        match (at, text) {
            (Some(at), Some(text)) => self.passages[at].1 = text,
            (Some(at), None) => {
                self.passages.remove(at);
            }
            (None, Some(text)) => self.passages.push((key.to_owned(), text)),
            (None, None) => {}
        }
    }
}
