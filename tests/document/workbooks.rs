//! Papers with tables as workbooks, read back by another reader.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use doi_thoai::document::Document;
use doi_thoai::form::{Form, Lot};
use doi_thoai::organ::System;
use doi_thoai::papers;
use doi_thoai::plan::{Block, Bound, Conference, Layout, Marker};
use doi_thoai::render::xlsx;
use doi_thoai::templates::FORM_TEMPLATES;
use doi_thoai::words::When;

use crate::support::{SAMPLES, commune, day, plan, sample};

/// The sheet of a paper; what the same paper makes twice is the same file.
fn sheet(document: &Document) -> Option<Range<Data>> {
    let file = xlsx::workbook(document)?;
    assert_eq!(Some(&file), xlsx::workbook(document).as_ref());
    let mut book = Xlsx::new(Cursor::new(file)).expect("a workbook");
    Some(book.worksheet_range("Bảng").expect("its sheet"))
}

fn lines(sheet: &Range<Data>) -> Vec<String> {
    sheet.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("\t")).collect()
}

#[test]
fn villages_sign_on_a_sheet_of_their_own() {
    let mut dossier = commune(System::State);
    let mut form = Form { id: dossier.new_id(), title: "Phiếu góp ý".into(), ..Form::default() };
    for (name, head, copies) in [("Thôn Đông", "Trưởng thôn", 40), ("=Thôn Tây", "", 1200)] {
        form.copies.lots.push(Lot { id: dossier.new_id(), name: name.into(), head: head.into(), copies });
    }
    form.copies.first = Some(1);
    let sheet = sheet(&papers::handout::compose(&dossier, &form, day(2026, 11, 22))).expect("a workbook");
    assert_eq!(
        lines(&sheet),
        [
            "DANH SÁCH GIAO, NHẬN PHIẾU\t\t\t\t\t\t",
            "Phiếu góp ý\t\t\t\t\t\t",
            "TT\tThôn, tổ dân phố\tNgười nhận\tSố phiếu\tTừ số – đến số\tNgày nhận\tKý nhận",
            "1\tThôn Đông\tTrưởng thôn\t40\t0001 – 0040\t\t",
            "2\t=Thôn Tây\t\t1200\t0041 – 1240\t\t",
        ]
    );
    assert_eq!(sheet.get_value((4, 3)), Some(&Data::Float(1200.0)));
}

#[test]
fn conferences_stand_in_a_sheet_with_a_row_each() {
    let mut dossier = commune(System::State);
    for number in 1..=2 {
        let id = dossier.new_id();
        dossier.plan.conferences.push(Conference {
            id,
            name: format!("thôn {number}").as_str().into(),
            when: When::parse(&format!("{number}/10/2026"), 2026).expect("a day"),
            ..Conference::default()
        });
    }
    assert!(sheet(&plan(&dossier)).is_none(), "no table yet");
    let block = Block::bound(dossier.new_id(), Marker::None, Bound::ConferenceTimesAndVenues, Layout::Table);
    dossier.plan.closing.push(block);
    let lines = lines(&sheet(&plan(&dossier)).expect("a workbook"));
    assert_eq!(lines[0], "KẾ HOẠCH\t\t\t");
    // A place that is still open is a cell to fill in.
    assert_eq!(
        lines[lines.len() - 3..],
        ["TT\tHội nghị\tThời gian\tĐịa điểm", "1\tThôn 1\tNgày 01/10/2026\t", "2\tThôn 2\tNgày 02/10/2026\t"]
    );
}

/// Whatever a paper holds, its workbook opens.
#[test]
fn every_sample_and_template_opens() {
    let mut opened = 0;
    for name in SAMPLES {
        let dossier = sample(name).dossier;
        opened += u32::from(sheet(&plan(&dossier)).is_some());
    }
    let dossier = commune(System::State);
    for template in FORM_TEMPLATES {
        let form = template.form().expect("a form");
        for paper in [papers::form::compose, papers::handout::compose] {
            opened += u32::from(sheet(&paper(&dossier, &form, day(2026, 11, 22))).is_some());
        }
    }
    assert!(opened >= FORM_TEMPLATES.len() as u32, "{opened}");
}
