//! The rules of the conference (nội quy).

use chrono::NaiveDate;

use super::composition::{Composed, Composition, Opening};
use crate::document::Label;
use crate::dossier::Dossier;
use crate::paper::PaperKind;
use crate::style::Role;
use crate::text::Text;

/// The rules, each with its key.
const RULES: [(&str, &str); 9] = [
    (
        "time",
        "Đại biểu đến dự đúng giờ, ký tên vào danh sách đại biểu, ngồi đúng vị trí được bố trí và dự hết thời gian hội nghị; \
         trường hợp ra về sớm, báo cáo chủ trì hoặc Tổ thư ký.",
    ),
    ("dress", "Trang phục gọn gàng, lịch sự; lực lượng vũ trang mặc trang phục theo quy định của ngành."),
    ("order", "Giữ trật tự, vệ sinh nơi họp; không hút thuốc, không uống rượu, bia trước và trong thời gian hội nghị."),
    ("phones", "Tắt điện thoại hoặc để ở chế độ im lặng; không nói chuyện điện thoại trong hội trường."),
    (
        "registering",
        "Đại biểu có nguyện vọng phát biểu ghi phiếu đăng ký gửi Tổ thư ký, hoặc giơ tay đăng ký trực tiếp; chỉ phát biểu khi được \
         chủ trì mời.",
    ),
    (
        "speaking",
        "Trước khi phát biểu, giới thiệu họ tên, chức vụ hoặc nơi ở; mỗi lượt phát biểu từ 03 đến 05 phút, không nhắc lại nội dung đã \
         có người nêu. Người chưa được phát biểu gửi ý kiến bằng văn bản cho Tổ thư ký để tổng hợp, trả lời.",
    ),
    (
        "content",
        "Nội dung phát biểu ngắn gọn, đúng chủ đề, nêu rõ sự việc, địa điểm và đề nghị giải quyết; người phát biểu chịu trách nhiệm \
         về tính trung thực của ý kiến mình nêu.",
    ),
    (
        "respect",
        "Tôn trọng chủ trì và các đại biểu; không lợi dụng quyền tự do, dân chủ để xuyên tạc, xúc phạm danh dự, nhân phẩm của tổ chức, \
         cá nhân hoặc gây mất trật tự tại hội nghị.",
    ),
    (
        "complaints",
        "Khiếu nại, tố cáo không xem xét tại hội nghị; người có đơn được hướng dẫn gửi đến cơ quan, người có thẩm quyền để giải quyết \
         theo quy định của pháp luật về khiếu nại, tố cáo.",
    ),
];

/// Composes it.
pub(super) fn compose(dossier: &Dossier, opening: Opening, today: NaiveDate) -> Composed {
    let mut paper = Composition::new(dossier, PaperKind::Rules, opening, today);
    paper.plain_head();
    paper.title("NỘI QUY", "title", "{Meeting}");
    paper.passage(
        "opening",
        Role::Body,
        "Để hội nghị diễn ra dân chủ, an toàn và đúng chương trình, đề nghị các vị đại biểu thực hiện các quy định sau:",
    );
    for (number, (key, words)) in (1..).zip(RULES) {
        paper.passage_text(key, Role::Body, Label::Count(number), Text::words(words));
    }
    paper.finish("Noi quy hoi nghi")
}
