//! Forms: each kind of block as it is set, the templates as an officer meets them, and files of forms.

use std::sync::Arc;

use doi_thoai::document::Document;
use doi_thoai::dossier::Dossier;
use doi_thoai::draft::{DraftFault, Envelope, SCHEMA, read_backup, read_form, write_form};
use doi_thoai::form::{Copies, Form, FormBlock, FormItem, FormPaper, KINDS, Kind, Lot, Size, set_rows};
use doi_thoai::id::Id;
use doi_thoai::organ::System;
use doi_thoai::papers;
use doi_thoai::render;
use doi_thoai::templates::FORM_TEMPLATES;
use doi_thoai::text::{Fact, Text};
use doi_thoai::words::When;
use serde_json::{Value, json};

use crate::support::{SAMPLES, around, called, commune, day, holes, path, read, sample};
use crate::templates::{is_spelled_one_way, names_no_ended_unit};

/// A form on the day of these tests.
fn composed(dossier: &Dossier, form: &Form) -> Document {
    papers::form::compose(dossier, form, day(2026, 11, 22))
}

/// Words for the properties of a block of a kind, as an officer could have them.
fn words(kind: Kind) -> (&'static str, &'static [&'static str], &'static [&'static str]) {
    match kind {
        Kind::Open => ("Ông (bà) đề nghị xã làm việc gì trước?", &[], &[]),
        Kind::Single => ("Ông (bà) ở đâu?", &["Thôn Đông", "Thôn Tây", "Thôn Nam"], &[]),
        Kind::Multiple => ("Ông (bà) quan tâm lĩnh vực nào?", &["Đất đai", "Môi trường", "Giáo dục"], &[]),
        Kind::Agree => ("Mức góp vốn nêu trong dự thảo", &["Đồng ý", "Không đồng ý"], &[]),
        Kind::Scale => ("Việc trả lời kiến nghị", &["Rất chậm", "Rất nhanh"], &[]),
        Kind::Grid => ("Đánh giá từng việc", &["Tốt", "Đạt", "Chưa đạt"], &["Đón tiếp", "Trả lời"]),
        Kind::Ranking => ("Việc cần làm trước", &["Làm đường", "Xây chợ"], &[]),
        Kind::Number => ("Số người trong hộ:", &["người"], &[]),
        Kind::Date => ("Đã gửi kiến nghị", &[], &[]),
        Kind::Persons => ("Tán thành tên thôn mới", &["Đồng ý", "Không đồng ý"], &["Chủ hộ:"]),
        Kind::StrikeOut => ("Danh sách lấy phiếu", &["Ông A", "Bà B"], &[]),
        Kind::Table => ("Vụ việc cụ thể", &["Nội dung", "Địa điểm"], &["Đường liên thôn"]),
        Kind::Respondent => ("Người cho ý kiến", &["Họ và tên", "Số điện thoại", "Nơi ở"], &[]),
        Kind::Statement => ("Đề nghị đọc kỹ trước khi ghi.", &[], &[]),
        Kind::Consent => ("Tôi đồng ý để xã dùng thông tin này.", &[], &[]),
        Kind::Key => ("Ghi chú:", &["Tên công trình", "Địa điểm"], &[]),
        Kind::Return => ("Gửi lại cho Trưởng thôn.", &[], &[]),
        Kind::Validity => ("Phiếu không hợp lệ là phiếu:", &["Để trống", "Tẩy xóa"], &[]),
        Kind::Signature => ("……, ngày …… tháng …… năm ……", &["Người thu phiếu", "Chủ hộ"], &[]),
        Kind::Section => ("Ý kiến chung", &[], &[]),
        Kind::PageBreak => ("", &[], &[]),
    }
}

/// A block of a kind with every value that it uses.
fn fixture(kind: Kind, columns: u32) -> FormBlock {
    let (title, options, rows) = words(kind);
    let mut last = 1;
    let mut items = |texts: &[&str]| {
        let item = |text: &&str| {
            last += 1;
            FormItem { id: Id(last), text: Text::words(*text), ..FormItem::default() }
        };
        texts.iter().map(item).collect::<Vec<_>>()
    };
    let (options, rows) = (items(options), items(rows));
    let help = Text::words("(Ghi chữ in)");
    FormBlock {
        id: Id(1),
        kind,
        title: title.into(),
        help,
        options,
        rows,
        lines: 2,
        columns,
        other: true,
        ..FormBlock::default()
    }
}

/// What a block alone is set as, as text and as markup, a tag a line; without the title and without a style sheet.
fn printed(block: FormBlock) -> String {
    let form = Form { id: Id(90), numbered: true, blocks: vec![block], ..Form::default() };
    let mut paper = composed(&Dossier::empty(2026), &form);
    let set: Vec<_> = std::mem::take(&mut paper.blocks).into_iter().skip(1).collect();
    let mut markup = render::html::Markup::default();
    set.iter().for_each(|block| render::html::draw(block, &mut markup));
    let markup = markup.finish().replace("><", ">\n<");
    paper.blocks = set;
    format!("{}\n{markup}", render::text::text(&paper))
}

#[test]
fn each_kind_is_set_as_it_was() {
    for info in KINDS {
        insta::assert_snapshot!(format!("kind.{}", info.code), printed(fixture(info.kind, 2)));
    }
}

/// A part of a grid is judged as a whole, and so is each thing in it.
#[test]
fn rows_stand_under_rows() {
    let rows = ["Đón tiếp", "- Nơi chờ", "- Thái độ", "Trả lời", "- Đúng hạn"];
    let mut block = fixture(Kind::Grid, 0);
    let mut last = 10;
    set_rows(&mut block.rows, &rows.join("\n").as_str().into(), || {
        last += 1;
        Id(last)
    });
    insta::assert_snapshot!("kind.grid-parts", printed(block.clone()));
    let table = printed(FormBlock { kind: Kind::Table, ..block });
    assert!(table.contains("\t- Nơi chờ\t"), "where rows have no parts the dash stays: {table}");
}

/// Answers stand one under the other unless the officer sets them side by side.
#[test]
fn one_column_makes_no_table() {
    for kind in [Kind::Single, Kind::Multiple, Kind::Agree, Kind::Ranking, Kind::StrikeOut, Kind::Respondent] {
        for columns in [0, 1] {
            assert!(!printed(fixture(kind, columns)).contains("<table"), "{kind:?}");
        }
        assert!(printed(fixture(kind, 2)).contains("<table"), "{kind:?}");
    }
}

#[test]
fn a_block_that_says_nothing_has_a_hole_for_it() {
    for info in KINDS {
        let mut last = 0;
        let block = FormBlock::new(info.kind, || {
            last += 1;
            Id(last)
        });
        let silent = block.title.is_blank() && info.asks();
        let form = Form { title: "Phiếu".into(), blocks: vec![block], ..Form::default() };
        let paper = composed(&Dossier::empty(2026), &form);
        assert!(!silent || paper.holes() > 0, "{}", info.code);
    }
}

/// A row of dots that the person signing fills in is nothing that the officer has left open.
#[test]
fn the_dots_of_a_signature_are_no_holes() {
    let with = |title: Text| {
        let block = FormBlock { title, ..fixture(Kind::Signature, 0) };
        let form = Form { title: "Phiếu".into(), blocks: vec![block], ..Form::default() };
        composed(&Dossier::empty(2026), &form)
    };
    let dots = with("……, ngày ……".into());
    assert_eq!(dots.holes(), 0);
    assert!(render::text::text(&dots).contains("……, ngày ……"));
    assert_eq!(with(around("", Fact::Unit, ", ngày ……")).holes(), 1, "but a fact that is missing is one");
}

#[test]
fn one_row_alone_has_no_number_and_people_are_named_as_such() {
    let table = |lines| printed(FormBlock { rows: Vec::new(), lines, ..fixture(Kind::Table, 0) });
    assert!(!table(1).contains("TT"));
    assert!(table(2).contains("TT"));
    let grid = |row: &str| {
        let rows = vec![FormItem { id: Id(7), text: row.into(), ..FormItem::default() }];
        printed(FormBlock { rows, ..fixture(Kind::Grid, 0) })
    };
    assert!(grid("Ông A").contains("Họ và tên"));
    assert!(grid("Bàn giao đất").contains("Nội dung"));
}

/// A dossier of a commune that says where forms go back and by when, with one form in it.
fn with_form(form: Form) -> Dossier {
    let mut dossier = commune(System::State);
    dossier.plan.event = "hội nghị đối thoại với Nhân dân".into();
    dossier.plan.collecting.merged_by = "Văn phòng HĐND và UBND xã".into();
    dossier.plan.collecting.return_by = When::Before { day: day(2026, 10, 5), time: None };
    let form = dossier.adopted(form);
    dossier.forms.push(form);
    dossier
}

fn each_template(mut visit: impl FnMut(&str, Form)) {
    for template in FORM_TEMPLATES {
        visit(template.code, template.form().unwrap_or_else(|fault| panic!("{}: {fault}", template.code)));
    }
}

#[test]
fn templates_are_listed_once_and_all_of_them() {
    let mut files: Vec<String> = std::fs::read_dir(path("public/forms"))
        .expect("the folder of forms")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let mut listed = FORM_TEMPLATES.map(|template| format!("{}.json", template.code)).to_vec();
    files.sort();
    listed.sort();
    assert_eq!(files, listed);
}

#[test]
fn templates_name_no_unit_that_has_ended_and_are_spelled_one_way() {
    each_template(|code, form| {
        let dossier = with_form(form);
        let text = render::text::text(&composed(&dossier, &dossier.forms[0]));
        assert!(!text.contains(['{', '}']), "{code}: a slot that no code names");
        names_no_ended_unit(code, &text);
        is_spelled_one_way(code, &text);
        is_spelled_one_way(code, &read(format!("public/forms/{code}.json")));
    });
}

/// What a template leaves open is what only the officer knows.
#[test]
fn templates_leave_open_what_only_the_officer_knows() {
    each_template(|code, form| {
        let dossier = with_form(form);
        let paper = composed(&dossier, &dossier.forms[0]);
        let mut lines = String::new();
        for (paragraph, place) in holes(&paper) {
            lines.push_str(&format!(
                "{} | {} | {}\n",
                called(&dossier, place),
                paragraph.role.name(),
                paragraph.text()
            ));
        }
        insta::assert_snapshot!(format!("{code}.holes"), lines);
    });
}

/// The day carries its preposition along, so that whoever words the sentence need not know which it is.
#[test]
fn the_day_of_return_reads_right_in_each_template() {
    each_template(|code, form| {
        let mut dossier = with_form(form);
        let text = |dossier: &Dossier| render::text::text(&composed(dossier, &dossier.forms[0]));
        if !text(&dossier).contains("05/10/2026") {
            return;
        }
        let receiver = "cho Văn phòng HĐND và UBND xã";
        assert!(text(&dossier).contains(&format!("{receiver} trước ngày 05/10/2026.")), "{code}");
        dossier.plan.collecting.return_by = When::By { day: day(2026, 10, 5), time: None };
        assert!(text(&dossier).contains(&format!("{receiver} chậm nhất ngày 05/10/2026.")), "{code}");
    });
}

#[test]
fn a_secret_form_asks_for_no_name_and_no_signature() {
    each_template(|code, form| {
        let tells = |block: &FormBlock| matches!(block.kind, Kind::Respondent | Kind::Signature | Kind::Persons);
        assert!(!form.secret || !form.blocks.iter().any(tells), "{code}");
        assert_eq!(form.secret, code.starts_with("tin-nhiem"), "{code}");
    });
}

#[test]
fn two_of_a_slip_stand_on_one_sheet() {
    each_template(|code, form| {
        let slip = matches!(code, "gop-y" | "dang-ky-phat-bieu");
        let paper = FormPaper { size: Size::A5, two_up: true, ..FormPaper::default() };
        assert_eq!(form.paper == paper, slip, "{code}");
    });
}

/// The file says nothing that the reader does not know, and what is written of it is written again as it is.
#[test]
fn templates_are_written_byte_for_byte_as_they_were_read() {
    each_template(|code, form| {
        let file: Value = serde_json::from_str(&read(format!("public/forms/{code}.json"))).expect("JSON");
        let text = write_form(&form);
        let written: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(file["data"], written["data"], "{code}");
        let again = read_form(&text).unwrap_or_else(|fault| panic!("{code}: {fault}"));
        assert_eq!((&again, write_form(&again)), (&form, text), "{code}");
    });
}

#[test]
fn an_adopted_form_has_identities_of_its_own() {
    for name in SAMPLES {
        let mut envelope = sample(name);
        let dossier = &mut envelope.dossier;
        let mut largest = dossier.next_id;
        each_template(|code, form| {
            for _ in 0..2 {
                let form = dossier.adopted(form.clone());
                let blocks = form.blocks.iter();
                let items = blocks.clone().flat_map(|block| block.options.iter().chain(&block.rows));
                let mut ids: Vec<u32> = items.map(|item| item.id.0).chain(blocks.map(|block| block.id.0)).collect();
                ids.push(form.id.0);
                ids.sort_unstable();
                assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{name}, {code}: one is used twice");
                assert!(ids[0] >= largest, "{name}, {code}: one is the plan's");
                largest = dossier.next_id;
                assert!(ids.last().is_some_and(|last| *last < largest), "{name}, {code}: one is given out again");
                dossier.forms.push(form);
            }
        });
        // The wire refuses an identity that is there twice.
        assert_eq!(Envelope::read(&envelope.write()), Ok(envelope), "{name}");
    }
}

#[test]
fn what_is_no_form_file_is_told() {
    let form = FORM_TEMPLATES[0].form().expect("a form");
    let text = write_form(&form);
    assert_eq!(read_form(&format!("\u{feff}{text}")), Ok(form), "a mark of byte order does no harm");
    let damaged = text.replace("Tài nguyên", "Tài sản");
    assert_ne!(damaged, text);
    assert_eq!(read_form(&damaged), Err(DraftFault::Damaged));
    for schema in [SCHEMA + 1, 9] {
        let newer = json!({ "app": "doi-thoai", "kind": "form", "schema": schema, "checksum": "x", "data": 1 });
        assert_eq!(read_form(&newer.to_string()), Err(DraftFault::Newer(schema)));
    }
    assert_eq!(read_form(&read("public/samples/tan-yen-2024.json")), Err(DraftFault::NotADraft));
    assert_eq!(read_backup(&text), Err(DraftFault::NotADraft), "nor is a form a draft");
    for cut in ["", "{", "Phiếu"] {
        assert!(matches!(read_form(cut), Err(DraftFault::NotJson(_))), "{cut}");
    }
    let with = |data: Value| {
        let text = json!({ "app": "doi-thoai", "kind": "form", "schema": 2, "data": data }).to_string();
        read_form(&text)
    };
    assert!(with(json!({ "id": 1 })).is_ok());
    for data in [
        json!("Phiếu"),
        json!({}),
        json!({ "size": "a3" }),
        json!({ "blocks": [{ "id": 1, "kind": "riddle" }] }),
        json!({ "blocks": [{ "id": 1, "kind": "open", "lines": 100_000 }] }),
        json!({ "id": 1, "blocks": [{ "id": 1, "kind": "open" }] }),
    ] {
        assert!(matches!(with(data.clone()), Err(DraftFault::Value { .. })), "{data}");
    }
}

#[test]
fn the_handout_tells_each_village_its_numbers() {
    let mut dossier = commune(System::State);
    let lots = [("Thôn Đông", "Trưởng thôn", 40), ("Thôn Tây", "", 1200), ("Thôn Nam", "", 0)];
    let mut form = Form { id: dossier.new_id(), title: "Phiếu góp ý".into(), ..Form::default() };
    for (name, head, copies) in lots {
        form.copies.lots.push(Lot { id: dossier.new_id(), name: name.into(), head: head.into(), copies });
    }
    form.copies.first = Some(1);
    let text = render::text::text(&papers::handout::compose(&dossier, &form, day(2026, 11, 22)));
    let rows: Vec<&str> = text.lines().filter(|line| line.contains('\t')).collect();
    assert_eq!(
        rows,
        [
            "TT\tThôn, tổ dân phố\tNgười nhận\tSố phiếu\tTừ số – đến số\tNgày nhận\tKý nhận",
            "1\tThôn Đông\tTrưởng thôn\t40\t0001 – 0040\t\t",
            "2\tThôn Tây\t\t1.200\t0041 – 1240\t\t",
            "3\tThôn Nam\t\t0\t\t\t",
        ]
    );
    assert!(text.contains("Tổng cộng: 1.240 phiếu."), "{text}");
    // A secret form has no numbers to tell, but those of its stubs.
    form.secret = true;
    let secret = render::text::text(&papers::handout::compose(&dossier, &form, day(2026, 11, 22)));
    assert!(!secret.contains("Từ số"), "{secret}");
    form.copies.stub = true;
    let stubs = render::text::text(&papers::handout::compose(&dossier, &form, day(2026, 11, 22)));
    assert!(stubs.contains("0041 – 1240"), "{stubs}");
}

/// A form with a line above, one below, a stub and parts, as text and as a file.
#[test]
fn margins_and_stubs_are_set_as_they_were() {
    let mut form = Form { title: "Phiếu khảo sát".into(), secret: true, ..Form::default() };
    form.header = around("", Fact::Organ, " –\nĐợt 1");
    form.footer = around("Năm ", Fact::Year, "");
    form.copies.lots.push(Lot { id: Id(1), name: "Thôn Đông".into(), copies: 2, ..Lot::default() });
    (form.copies.first, form.copies.stub) = (Some(101), true);
    form.blocks = vec![fixture(Kind::Open, 1)];
    form.blocks[0].id = Id(2);
    let dossier = with_form(form);
    let paper = composed(&dossier, &dossier.forms[0]);
    insta::assert_snapshot!("margins.text", render::text::text(&paper));
    let html = render::html::file(&paper);
    let (_, body) = html.split_once("</head>").expect("a body");
    insta::assert_snapshot!("margins.html", body.replace("><", ">\n<"));
    let strip = paper.strip.expect("copies are told apart");
    assert_eq!((strip.left.as_str(), strip.right.as_str()), ("Thôn Đông", ""));
    assert_eq!(strip.on_stub, "Số phiếu: 0101");
}

#[test]
fn a_stub_names_its_form_in_short() {
    let stub = |title: &str| {
        let form = Form { title: title.into(), ..Form::default() };
        let copies = Copies { stub: true, ..Copies::default() };
        let paper = composed(&Dossier::empty(2026), &Form { copies, ..form });
        let mut words = Vec::new();
        paper.blocks[0].paragraphs(&mut |paragraph| words.push(paragraph.text()));
        words.swap_remove(0)
    };
    assert_eq!(stub("Phiếu góp ý"), "Cuống phiếu góp ý");
    assert_eq!(stub("Thăm dò"), "Cuống phiếu: Thăm dò");
    assert_eq!(stub(""), "Cuống phiếu ……");
    let long = stub(&"Phiếu lấy ý kiến ".repeat(9));
    assert!(long.ends_with('…') && long.chars().count() < 90, "{long}");
}

#[test]
fn a_form_that_leaves_its_plan_says_what_it_said_there() {
    for name in SAMPLES {
        let dossier = sample(name).dossier;
        let form = &dossier.forms[0];
        let alone = papers::form::detached(&dossier, form);
        alone.texts(&mut |text| {
            let bound = text
                .pieces()
                .iter()
                .any(|piece| matches!(piece, doi_thoai::text::Piece::Slot(slot) if slot.fact.thing().is_some()));
            assert!(!bound, "{name}: {text:?}");
        });
        let told = |form: &Form| render::text::text(&composed(&dossier, form));
        assert_eq!(told(&alone), told(&Form { copies: Default::default(), ..form.clone() }), "{name}");
        assert_eq!(read_form(&write_form(&alone)).as_ref(), Ok(&alone), "{name}");
    }
}

#[test]
fn templates_and_samples_trip_no_check_that_matters() {
    use doi_thoai::finding::Severity;
    use doi_thoai::form::check::{Facts, check};
    let templates = FORM_TEMPLATES.iter().map(|template| (template.code, template.form().expect("a form")));
    let samples = SAMPLES.iter().map(|name| (*name, sample(name).dossier.forms[0].clone()));
    for (name, form) in templates.chain(samples) {
        let found = check(&form, &Facts::default());
        // The empty form has no title yet, and says so.
        let allowed = |code: &str| name == "trong" && code == "empty-title";
        let heavy: Vec<_> =
            found.iter().filter(|finding| finding.severity != Severity::Advice && !allowed(finding.code)).collect();
        assert!(heavy.is_empty(), "{name}: {heavy:?}");
    }
}

/// A form that is composed again after each change is the form as it would be composed at once.
#[test]
fn what_is_composed_again_is_as_composed_at_once() {
    let dossier = Dossier::empty(2026);
    let block =
        |id: u32| FormBlock { id: Id(id), title: Text::words(format!("Hỏi {id}")), ..fixture(Kind::Open, 100) };
    let blocks = |ids: &[u32]| ids.iter().map(|id| block(*id)).collect::<Vec<_>>();
    let mut form = Form { id: Id(90), numbered: true, blocks: blocks(&[1, 2, 3, 4, 5]), ..Form::default() };
    let mut composer = papers::form::Composer::default();
    let mut follows = |form: &Form| {
        let again = composer.compose(&dossier, form, day(2026, 11, 22));
        assert_eq!(again.blocks, composed(&dossier, form).blocks);
        again
    };
    let first = follows(&form);
    form.blocks[2].title = Text::words("Hỏi khác");
    let second = follows(&form);
    // The paper's first paragraph is its title; one block of five was set anew.
    let kept = first.blocks.iter().zip(&second.blocks).filter(|(a, b)| Arc::ptr_eq(a, b));
    assert_eq!(kept.count(), 4);
    for ids in [&[5, 1, 2, 3, 4][..], &[5, 9, 2, 4], &[], &[2, 9]] {
        form.blocks = blocks(ids);
        follows(&form);
    }
    form.blocks[0].unnumbered = true;
    follows(&form);
    form.secret = true;
    follows(&form);
    form.paper.landscape = true;
    follows(&form);
}

/// A block that is kept by itself comes back.
#[test]
fn blocks_kept_by_themselves_are_read_back() {
    let block = fixture(Kind::Multiple, 2);
    let form = Form { id: Id(90), title: Text::words("Riêng"), blocks: vec![block], ..Form::default() };
    let read = read_form(&write_form(&form)).unwrap();
    assert_eq!(read, form);
}
