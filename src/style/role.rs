//! The roles of text on papers: what a stretch is, whatever paper it stands on.

/// What a stretch of a paper is; a parameter set says how each is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The superior organ, top left.
    HeadSuperior,
    /// The issuing organ, top left.
    HeadOwn,
    /// National or Party heading, top right.
    HeadNation,
    /// The motto under the national heading.
    HeadMotto,
    /// The asterisk under a Party organ.
    HeadAsterisk,
    /// Number and symbol.
    Number,
    /// Place and date.
    PlaceDate,
    /// The mark of a draft.
    DraftMark,
    /// The kind of paper: KẾ HOẠCH.
    Kind,
    /// The title (trích yếu).
    Title,
    /// The dashes under a Party title.
    TitleDashes,
    /// A legal basis.
    Basis,
    /// Body text.
    Body,
    /// A heading of the first level.
    Heading1,
    /// A heading of the second level.
    Heading2,
    /// A heading of the third level.
    Heading3,
    /// A heading of the fourth level.
    Heading4,
    /// "Nơi nhận:".
    RecipientsLabel,
    /// A line of the recipients.
    Recipient,
    /// The line of signing power: TM. ỦY BAN NHÂN DÂN.
    Authority,
    /// The office of the signer.
    Office,
    /// The signer's name.
    Signer,
    /// The head of a column of a table.
    TableHead,
    /// A cell of a table.
    TableCell,
    /// A short cell of a table, such as a number in a row.
    TableMiddle,
    /// The code of a model form, top right: "Mẫu số 01".
    FormCode,
    /// Running text of a form.
    FormText,
    /// The heading of a section of a form.
    FormSection,
    /// A question of a form.
    Question,
    /// What helps to answer a question.
    Help,
    /// An answer to choose.
    Answer,
    /// A line to fill in.
    Fill,
    /// A note in the middle of a form, or under who signs it.
    FormNote,
    /// What a stub is the stub of.
    StubTitle,
    /// A line of a stub to fill in.
    StubFill,
    /// The page number.
    PageNumber,
    /// What a letter is about, under its number (trích yếu công văn).
    Subject,
    /// Whom a letter addresses (kính gửi).
    Addressee,
    /// One of several whom a letter addresses, a line each.
    AddresseeItem,
    /// Which enclosure it is (phụ lục).
    Annex,
    /// The head of a column of a wide table.
    NarrowHead,
    /// A cell of a wide table.
    NarrowCell,
    /// A short cell of a wide table.
    NarrowMiddle,
    /// A line of a stage banner.
    BannerLine,
    /// The main line of a stage banner.
    BannerTitle,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 45] = [
        Self::HeadSuperior,
        Self::HeadOwn,
        Self::HeadNation,
        Self::HeadMotto,
        Self::HeadAsterisk,
        Self::Number,
        Self::PlaceDate,
        Self::DraftMark,
        Self::Kind,
        Self::Title,
        Self::TitleDashes,
        Self::Basis,
        Self::Body,
        Self::Heading1,
        Self::Heading2,
        Self::Heading3,
        Self::Heading4,
        Self::RecipientsLabel,
        Self::Recipient,
        Self::Authority,
        Self::Office,
        Self::Signer,
        Self::TableHead,
        Self::TableCell,
        Self::TableMiddle,
        Self::FormCode,
        Self::FormText,
        Self::FormSection,
        Self::Question,
        Self::Help,
        Self::Answer,
        Self::Fill,
        Self::FormNote,
        Self::StubTitle,
        Self::StubFill,
        Self::PageNumber,
        Self::Subject,
        Self::Addressee,
        Self::AddresseeItem,
        Self::Annex,
        Self::NarrowHead,
        Self::NarrowCell,
        Self::NarrowMiddle,
        Self::BannerLine,
        Self::BannerTitle,
    ];

    /// A short name for style sheets and Word styles.
    pub fn name(self) -> &'static str {
        match self {
            Self::HeadSuperior => "head-superior",
            Self::HeadOwn => "head-own",
            Self::HeadNation => "head-nation",
            Self::HeadMotto => "head-motto",
            Self::HeadAsterisk => "head-asterisk",
            Self::Number => "number",
            Self::PlaceDate => "place-date",
            Self::DraftMark => "draft-mark",
            Self::Kind => "kind",
            Self::Title => "title",
            Self::TitleDashes => "title-dashes",
            Self::Basis => "basis",
            Self::Body => "body",
            Self::Heading1 => "heading-1",
            Self::Heading2 => "heading-2",
            Self::Heading3 => "heading-3",
            Self::Heading4 => "heading-4",
            Self::RecipientsLabel => "recipients-label",
            Self::Recipient => "recipient",
            Self::Authority => "authority",
            Self::Office => "office",
            Self::Signer => "signer",
            Self::TableHead => "table-head",
            Self::TableCell => "table-cell",
            Self::TableMiddle => "table-middle",
            Self::FormCode => "form-code",
            Self::FormText => "form-text",
            Self::FormSection => "form-section",
            Self::Question => "question",
            Self::Help => "help",
            Self::Answer => "answer",
            Self::Fill => "fill",
            Self::FormNote => "form-note",
            Self::StubTitle => "stub-title",
            Self::StubFill => "stub-fill",
            Self::PageNumber => "page-number",
            Self::Subject => "subject",
            Self::Addressee => "addressee",
            Self::AddresseeItem => "addressee-item",
            Self::Annex => "annex",
            Self::NarrowHead => "narrow-head",
            Self::NarrowCell => "narrow-cell",
            Self::NarrowMiddle => "narrow-middle",
            Self::BannerLine => "banner-line",
            Self::BannerTitle => "banner-title",
        }
    }

    /// What an office calls it: the name of its style in a Word file.
    pub fn title(self) -> &'static str {
        match self {
            Self::HeadSuperior => "Cơ quan chủ quản",
            Self::HeadOwn => "Cơ quan ban hành",
            Self::HeadNation => "Quốc hiệu hoặc tiêu đề",
            Self::HeadMotto => "Tiêu ngữ",
            Self::HeadAsterisk => "Dấu sao",
            Self::Number => "Số và ký hiệu",
            Self::PlaceDate => "Địa danh và ngày tháng",
            Self::DraftMark => "Dấu dự thảo",
            Self::Kind => "Tên loại",
            Self::Title => "Trích yếu",
            Self::TitleDashes => "Gạch dưới trích yếu",
            Self::Basis => "Căn cứ",
            Self::Body => "Nội dung",
            Self::Heading1 => "Đề mục cấp 1",
            Self::Heading2 => "Đề mục cấp 2",
            Self::Heading3 => "Đề mục cấp 3",
            Self::Heading4 => "Đề mục cấp 4",
            Self::RecipientsLabel => "Nơi nhận",
            Self::Recipient => "Dòng nơi nhận",
            Self::Authority => "Quyền hạn ký",
            Self::Office => "Chức vụ ký",
            Self::Signer => "Họ tên người ký",
            Self::TableHead => "Đầu cột",
            Self::TableCell => "Ô bảng",
            Self::TableMiddle => "Ô bảng giữa",
            Self::FormCode => "Mẫu số",
            Self::FormText => "Lời trên phiếu",
            Self::FormSection => "Đề mục trên phiếu",
            Self::Question => "Câu hỏi",
            Self::Help => "Hướng dẫn trả lời",
            Self::Answer => "Phương án trả lời",
            Self::Fill => "Dòng điền",
            Self::FormNote => "Ghi chú trên phiếu",
            Self::StubTitle => "Tên cuống phiếu",
            Self::StubFill => "Dòng cuống phiếu",
            Self::PageNumber => "Số trang",
            Self::Subject => "Trích yếu công văn",
            Self::Addressee => "Kính gửi",
            Self::AddresseeItem => "Dòng kính gửi",
            Self::Annex => "Phụ lục",
            Self::NarrowHead => "Đầu cột bảng rộng",
            Self::NarrowCell => "Ô bảng rộng",
            Self::NarrowMiddle => "Ô bảng rộng giữa",
            Self::BannerLine => "Dòng maket",
            Self::BannerTitle => "Tiêu đề maket",
        }
    }
}
