use super::*;

fn ids() -> impl FnMut() -> Id {
    let mut next = 100;
    move || {
        next += 1;
        Id(next)
    }
}

fn block(kind: Kind, options: &[&str]) -> FormBlock {
    let options = options.iter().enumerate().map(|(at, text)| FormItem {
        id: Id(10 + at as u32),
        text: (*text).into(),
        ..FormItem::default()
    });
    FormBlock { id: Id(2), kind, title: "Hỏi".into(), options: options.collect(), ..FormBlock::default() }
}

fn options(block: &FormBlock) -> Vec<Text> {
    block.options.iter().map(|item| item.text.clone()).collect()
}

fn texts(texts: &[&str]) -> Vec<Text> {
    texts.iter().map(|text| Text::from(*text)).collect()
}

#[test]
fn marks_lead_to_texts_and_back() {
    let mut one = block(Kind::Single, &["Có", "Không"]);
    one.help = "(Chọn một)".into();
    let form = Form { id: Id(1), subtitle: "về đường thôn".into(), blocks: vec![one], ..Form::default() };
    let spots: Vec<Spot> = form.spots().collect();
    assert_eq!(spots.len(), 6);
    for spot in &spots {
        assert_eq!(form.spot(spot.mark(form.id)), Some(*spot));
        assert!(form.text_at(*spot).is_some());
    }
    for pair in spots.windows(2) {
        assert_eq!(form.next_spot(pair[0], false), Some(pair[1]));
        assert_eq!(form.next_spot(pair[1], true), Some(pair[0]));
    }
    assert_eq!(form.spot(Mark(77)), None);
}

#[test]
fn enter_makes_two_items_of_one_and_ends_the_list_on_an_empty_one() {
    let mut new = ids();
    let mut one = block(Kind::Single, &["Có không", "Khác", ""]);
    let to = one.enter(Spot::Item(Id(2), Id(10)), "Có".into(), "không".into(), &mut new);
    assert_eq!(options(&one), texts(&["Có", "không", "Khác", ""]));
    assert_eq!(to, Enter::To(Spot::Item(Id(2), one.options[1].id)));
    // The empty item behind is ready, and is not made again.
    let to = one.enter(Spot::Item(Id(2), Id(11)), "Khác".into(), Text::default(), &mut new);
    assert_eq!((one.options.len(), to), (4, Enter::To(Spot::Item(Id(2), Id(12)))));
    let to = one.enter(Spot::Item(Id(2), Id(12)), Text::default(), Text::default(), &mut new);
    assert_eq!((options(&one), to), (texts(&["Có", "không", "Khác"]), Enter::Done));
}

#[test]
fn enter_lists_no_more_than_is_printed() {
    let mut new = ids();
    let mut scale = block(Kind::Scale, &["Kém", "Tốt"]);
    let (low, high) = (Spot::Item(Id(2), Id(10)), Spot::Item(Id(2), Id(11)));
    assert_eq!(scale.enter(low, "Kém".into(), Text::default(), &mut new), Enter::To(high));
    assert_eq!(scale.enter(high, "Tốt".into(), Text::default(), &mut new), Enter::Done);
    assert_eq!(options(&scale), texts(&["Kém", "Tốt"]));
    // In the middle of a list too, Enter in an empty item ends it and leaves none behind.
    let mut one = block(Kind::Single, &["Có", "", "Không"]);
    assert_eq!(one.enter(high, Text::default(), Text::default(), &mut new), Enter::Done);
    assert_eq!(options(&one), texts(&["Có", "Không"]));
}

#[test]
fn another_kind_begins_with_its_own_words_where_nobody_changed_them() {
    let mut one = FormBlock::new(Kind::Multiple, ids());
    one.become_kind(Kind::Single);
    assert_eq!(one.help, Text::words(Kind::Single.info().help));
    one.help = "(Chọn đúng một)".into();
    one.become_kind(Kind::Open);
    assert_eq!((one.help.clone(), one.lines), ("(Chọn đúng một)".into(), Kind::Open.info().lines));
    one.become_kind(Kind::Multiple);
    assert_eq!(one.options.len(), Kind::Multiple.info().options.len(), "what an open question does not use is kept");
}

#[test]
fn enter_leads_from_a_question_to_its_answers() {
    let mut new = ids();
    let title = Spot::Title(Id(2));
    let mut listed = block(Kind::Multiple, &[]);
    assert_eq!(listed.enter(title, "Hỏi".into(), Text::default(), &mut new), Enter::To(Spot::Item(Id(2), Id(101))));
    assert_eq!(options(&listed), texts(&[""]));
    for (kind, expected) in [
        (Kind::Open, Enter::Done),
        (Kind::Section, Enter::Done),
        (Kind::Statement, Enter::Line),
        (Kind::Validity, Enter::Line),
    ] {
        let done = block(kind, &[]).enter(title, "Hỏi".into(), Text::default(), &mut new);
        assert_eq!(done, expected, "{kind:?}");
    }
}

#[test]
fn backspace_joins_items() {
    let mut one = block(Kind::Single, &["Rất ", "tốt", ""]);
    assert_eq!(one.join_back(Spot::Item(Id(2), Id(11))), Some((Spot::Item(Id(2), Id(10)), "Rất ".into())));
    assert_eq!(options(&one), texts(&["Rất tốt", ""]));
    assert_eq!(one.join_back(Spot::Item(Id(2), Id(10))), None, "words are not lost at the beginning of a list");
    one.options[0].text = Text::default();
    assert_eq!(one.join_back(Spot::Item(Id(2), Id(10))), Some((Spot::Title(Id(2)), "Hỏi".into())));
    assert_eq!(options(&one), texts(&[""]));
    assert_eq!(one.join_back(Spot::Title(Id(2))), None);
}

#[test]
fn a_pasted_list_becomes_options() {
    let mut new = ids();
    let lines: Vec<Text> = pasted_lines("a) Đất đai\r\n\r\n2.\tMôi trường\n- Giáo dục\n1.5 triệu\n☐ Y tế")
        .into_iter()
        .map(Text::words)
        .collect();
    assert_eq!(lines, texts(&["Đất đai", "Môi trường", "Giáo dục", "1.5 triệu", "Y tế"]));
    let mut one = block(Kind::Multiple, &["Có", ""]);
    let last = one.paste(Spot::Item(Id(2), Id(11)), "(".into(), &lines[..2], &")".into(), &mut new);
    assert_eq!(options(&one), texts(&["Có", "(Đất đai", "Môi trường)"]));
    assert_eq!(last, Some(Spot::Item(Id(2), one.options[2].id)));
    // Into the question: the first line is the question, the others its answers.
    let mut empty = block(Kind::Single, &["", ""]);
    empty.paste(Spot::Title(Id(2)), "Về ".into(), &lines[..3], &"?".into(), &mut new);
    assert_eq!((empty.title.clone(), options(&empty)), ("Về Đất đai?".into(), texts(&["Môi trường", "Giáo dục"])));
    assert_eq!(block(Kind::Open, &[]).paste(Spot::Title(Id(2)), "".into(), &lines, &"".into(), &mut new), None);
}
