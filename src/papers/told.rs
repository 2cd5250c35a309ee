//! What the papers after a conference tell alike: when it was held, what was raised and answered, what was concluded.

use std::collections::HashMap;

use super::address::is_office;
use super::composition::{Composition, Said};
use super::{Place, words_of};
use crate::document::{Block, HOLE, Label, Mark};
use crate::id::Id;
use crate::organ::Organ;
use crate::plan::{LimitKind, Recipient, Recipients, Venue};
use crate::proceedings::{Level, Opinion, Outcome, Resolution};
use crate::style::Role;
use crate::text::{Fact, Text};
use crate::words::{self, Clock, TimeOfDay, When, Wording};

impl Composition<'_> {
    /// A sentence of facts, which the officer cannot word otherwise; what is missing in it leads to `place`.
    pub(super) fn tell(&mut self, place: Place, label: Label, words: &str, named: &[(&str, Said)]) {
        let text = self.text(words, named);
        self.fact(Role::Body, label, &text, Some(place.mark()));
        self.leave_open();
    }

    /// A passage of the body.
    pub(super) fn say(&mut self, key: &str, label: Label, words: &str) {
        self.say_with(key, label, words, &[]);
    }

    /// A passage of the body with facts of its own.
    pub(super) fn say_with(&mut self, key: &str, label: Label, words: &str, named: &[(&str, Said)]) {
        let text = self.text(words, named);
        self.passage_text(key, Role::Body, label, text);
        self.leave_open();
    }

    /// A heading that is always so.
    pub(super) fn heading(&mut self, path: &[u32], words: &str) {
        let role = if path.len() == 1 { Role::Heading1 } else { Role::Heading2 };
        self.fact(role, Label::Number(path.to_vec()), &Text::words(words), None);
    }

    /// What closes a hole is not known until it is filled: its dots stand alone at the end of a sentence.
    fn leave_open(&mut self) {
        let Some(Block::Paragraph(paragraph)) = self.blocks.last_mut() else { return };
        if let [.., before, last] = paragraph.runs.as_slice()
            && before.hole
            && matches!(last.text.trim(), "." | ";")
        {
            paragraph.runs.pop();
        }
    }

    /// Begins the last paragraph with a capital, whatever its text says.
    pub(super) fn capital(&mut self) {
        if let Some(Block::Paragraph(paragraph)) = self.blocks.last_mut()
            && let Some(first) = paragraph.runs.first_mut()
        {
            first.text = words::sentence_start(&first.text);
        }
    }

    /// "tại {where}"; dots for a place that was only to be announced.
    pub(super) fn at_venue(&self) -> String {
        let announced = self.conference().is_some_and(|conference| conference.venue == Venue::Announced);
        if announced { format!("tại {HOLE}") } else { "tại {where}".to_owned() }
    }

    /// "về {matter}", also where the officer wrote "về" in it.
    pub(super) fn about_matter(&self) -> &'static str {
        let matter = words_of(self.dossier, &self.dossier.proceedings.matter).to_lowercase();
        if matter.trim_start().starts_with("về ") { "{matter}" } else { "về {matter}" }
    }

    /// The first limit of a kind.
    pub(super) fn limit(&self, kind: LimitKind) -> Option<Fact> {
        self.dossier
            .plan
            .limits
            .iter()
            .find(|limit| limit.kind == kind && limit.when.is_set())
            .map(|limit| Fact::Limit(limit.id))
    }

    /// Who receives a paper on what came of the conference: those of the plan, and these.
    pub(super) fn recipients_of_plan(&self, more: impl Iterator<Item = String>) -> Recipients {
        let mut lines = self.dossier.plan.recipients.lines.clone();
        for who in more {
            let who = who.trim().trim_end_matches(['.', ';', ',']).to_owned();
            let known = lines.iter().any(|line| covers(&words::fold(&line.who), &words::fold(&who)));
            if !who.is_empty() && !known {
                lines.push(Recipient { id: Id::default(), who, purpose: "để t/h".into() });
            }
        }
        if lines.is_empty() {
            lines.push(Recipient::default());
        }
        Recipients { lines, filed: self.filed() }
    }

    /// What was concluded, a numbered paragraph each; dots where nothing is.
    pub(super) fn resolutions(&mut self, label: impl Fn(u32) -> Label) {
        let resolutions = &self.dossier.proceedings.resolutions;
        for (at, resolution) in resolutions.iter().enumerate() {
            let mark = Some(Place::Thing(resolution.id).mark());
            self.fact(Role::Body, label(at as u32 + 1), &resolution_text(resolution), mark);
            self.leave_open();
        }
        if resolutions.is_empty() {
            self.fact(Role::Body, label(1), &Text::default(), Some(Place::Resolutions.mark()));
        }
    }
}

/// Whether a line of recipients covers somebody, both folded: by name, or among others of their sort ("Phòng Kinh tế" in
/// "Các phòng, đơn vị").
fn covers(line: &str, who: &str) -> bool {
    if line.contains(who) {
        return true;
    }
    let Some(sort) = who.split(' ').next() else { return false };
    let line = format!(" {line}");
    let Some((before, all)) = line.split_once(" các ") else { return false };
    // "Trưởng các thôn" names the sort in front.
    let in_front = before.split([',', ';']).next_back().is_some_and(|last| last.trim() == sort);
    in_front || all.split([',', ';']).any(|part| part.split_whitespace().next() == Some(sort))
}

/// Words, or dots where there are none.
pub(super) fn or_dots(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { HOLE.to_owned() } else { words }
}

/// A count in running text, dots where it is not known: "05", "98", "1.250".
pub(super) fn number(count: Option<u32>) -> String {
    match count {
        Some(count) if count < 10 => words::padded(count),
        Some(count) => words::thousands(u64::from(count)),
        None => HOLE.to_owned(),
    }
}

/// "08 giờ 00 phút", dots where it is not known.
pub(super) fn clock(at: Option<Clock>) -> String {
    at.map_or_else(
        || format!("{HOLE} giờ {HOLE} phút"),
        |at| format!("{} giờ {} phút", words::padded(at.hour), words::padded(at.minute)),
    )
}

/// The mark of what is known of the course of the conference.
pub(super) fn course() -> Option<Mark> {
    Some(Place::Proceedings.mark())
}

/// By when something is done, as it ends a sentence: "hoàn thành trước ngày 30/9/2026". A plain day is the last one.
pub(super) fn deadline(when: &When) -> String {
    use TimeOfDay::{Afternoon, At, Evening, Morning, WholeDay};
    match when {
        When::Day { day, time: time @ (None | Some(WholeDay | Morning | Afternoon | Evening | At(_))) } => {
            let limit = When::By { day: *day, time: time.filter(|time| *time != WholeDay) };
            format!("hoàn thành {}", limit.wording(Wording::Clause))
        }
        When::Unset => format!("hoàn thành {HOLE}"),
        When::Announced => "thời hạn thông báo sau".into(),
        When::Recurring { .. } => format!("thực hiện {}", when.wording(Wording::Clause)),
        _ => format!("hoàn thành {}", when.wording(Wording::Clause)),
    }
}

/// What was concluded, and who does it and by when as far as that was said: many a conclusion is for all and for always.
pub(super) fn resolution_text(resolution: &Resolution) -> Text {
    let mut text = resolution.text.clone();
    if text.is_blank() {
        text = Text::words(HOLE);
    }
    text.trim_stop();
    text.push_words(".");
    let agency = resolution.agency.trim().trim_end_matches(['.', ';', ',']);
    let deadline = resolution.deadline.is_set().then(|| deadline(&resolution.deadline));
    let given = match (agency.is_empty(), deadline) {
        (true, None) => return text,
        (true, Some(deadline)) => words::sentence_start(&deadline),
        (false, None) => format!("Giao {} thực hiện", or_dots(agency)),
        (false, Some(deadline)) => format!("Giao {} thực hiện, {deadline}", or_dots(agency)),
    };
    text.push_words(&format!(" {}", sentence(&given)));
    text
}

/// Who gets an opinion that was passed on; none where nobody is named but who passes it on.
pub(super) fn passed_to(opinion: &Opinion, from: &[Organ]) -> Option<String> {
    let who = words::fold(&opinion.answered_by);
    let own = from.iter().flat_map(|organ| [organ.short_name(), organ.full_name()]);
    let other = !who.is_empty() && own.into_iter().all(|name| words::fold(&name) != who);
    other.then(|| or_dots(&opinion.answered_by))
}

/// What became of an opinion, as a sentence below it; `from` are those who held the conference.
pub(super) fn answer(opinion: &Opinion, from: &[Organ]) -> String {
    let (who, result) = (opinion.answered_by.trim(), sentence(&opinion.result));
    match opinion.outcome {
        Outcome::Answered if who.is_empty() => format!("Trả lời: {result}"),
        Outcome::Answered => format!("{} trả lời: {result}", words::sentence_start(&or_dots(who))),
        Outcome::Assigned => {
            let given = format!("Giao {} giải quyết, {}", or_dots(who), deadline(&opinion.deadline));
            sentence(&given) + &behind(&opinion.result)
        }
        Outcome::PassedOn => {
            let level = match opinion.level {
                Level::Commune => String::new(),
                level => format!("thuộc thẩm quyền của {}; ", in_sentence(level)),
            };
            let to = passed_to(opinion, from).unwrap_or_else(|| "cơ quan có thẩm quyền".to_owned());
            let sentence = format!("{level}ghi nhận, chuyển {to} xem xét, giải quyết.{}", behind(&opinion.result));
            words::sentence_start(&sentence)
        }
        Outcome::Open => format!("Trả lời: {result}"),
    }
}

/// Words as a sentence of their own behind another.
fn behind(words: &str) -> String {
    if words.trim().is_empty() { String::new() } else { format!(" {}", words::sentence_start(&sentence(words))) }
}

/// Words closed by a full stop; dots where there are none.
pub(super) fn sentence(words: &str) -> String {
    let words = or_dots(words);
    if words.ends_with(['.', '!', '?', '…', ';', ':']) { words } else { words + "." }
}

/// Who can settle it, in a sentence.
pub(super) fn in_sentence(level: Level) -> &'static str {
    match level {
        Level::Commune => "cấp xã",
        Level::Province => "cấp tỉnh",
        Level::Centre => "Trung ương",
    }
}

/// Who raised an opinion and where it comes from: "Ông Nguyễn Văn A (Thôn 3)".
pub(super) fn source(opinion: &Opinion) -> String {
    let (by, from) = (opinion.by.trim(), opinion.from.trim());
    match (by.is_empty(), from.is_empty()) {
        (true, true) => HOLE.to_owned(),
        (false, true) => or_dots(by),
        (true, false) => or_dots(from),
        (false, false) => format!("{} ({})", or_dots(by), or_dots(from)),
    }
}

/// The name in "Ông Nguyễn Văn A, Chủ tịch UBND xã", as it stands under a signature; none where there is no name.
pub(super) fn person(words: &str) -> Option<String> {
    let mut name = words.split([',', ';', '(', '–', '\n']).next()?.split(" - ").next()?.trim();
    for address in ["đồng chí ", "đ/c ", "ông ", "bà "] {
        let start: String = name.chars().take(address.chars().count()).collect();
        if start.to_lowercase() == address {
            name = name.get(start.len()..)?.trim();
        }
    }
    // An office without a name: that signs nothing.
    (!name.is_empty() && !is_office(name)).then(|| name.to_owned())
}

/// How many of the opinions are so, each counted once.
pub(super) fn how_many(opinions: &[Opinion], so: impl Fn(&Opinion) -> bool) -> u32 {
    u32::try_from(opinions.iter().filter(|opinion| so(opinion)).count()).unwrap_or(u32::MAX)
}

/// "đã trả lời tại hội nghị 05 ý kiến; …": what became of opinions, those cases that there are.
pub(super) fn outcomes(opinions: &[Opinion]) -> String {
    let cases = [
        (Outcome::Answered, "đã trả lời tại hội nghị"),
        (Outcome::Assigned, "giao giải quyết"),
        (Outcome::PassedOn, "chuyển cơ quan có thẩm quyền"),
        (Outcome::Open, "chưa xử lý"),
    ];
    listed(cases.map(|(outcome, words)| (words.to_owned(), how_many(opinions, |opinion| opinion.outcome == outcome))))
}

/// "thuộc thẩm quyền cấp xã 09 ý kiến; …".
pub(super) fn levels(opinions: &[Opinion]) -> String {
    let cases = [Level::Commune, Level::Province, Level::Centre];
    listed(cases.map(|level| (in_sentence(level).to_owned(), how_many(opinions, |opinion| opinion.level == level))))
}

/// "đất đai 05 ý kiến; …": the fields in the order in which they are first met, what has none last.
pub(super) fn fields(opinions: &[Opinion]) -> String {
    let mut fields: Vec<(String, u32)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut none = 0;
    for opinion in opinions {
        let field = opinion.field.split_whitespace().collect::<Vec<_>>().join(" ");
        if field.is_empty() {
            none += 1;
            continue;
        }
        let place = *places.entry(words::fold(&field)).or_insert(fields.len());
        match fields.get_mut(place) {
            Some((_, count)) => *count += 1,
            // The Party, the State and the People keep their capitals in a sentence (NĐ 30/2020, Phụ lục II).
            None if ["Đảng", "Nhà nước", "Nhân dân", "Mặt trận"].iter().any(|name| field.starts_with(name)) =>
            {
                fields.push((field, 1));
            }
            None => fields.push((words::lower_start(&field), 1)),
        }
    }
    fields.push(("lĩnh vực khác".into(), none));
    listed(fields)
}

/// Counts of several cases; those with none are left out.
fn listed(cases: impl IntoIterator<Item = (String, u32)>) -> String {
    let cases = cases.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = cases.map(|(words, count)| format!("{words} {} ý kiến", number(Some(count)))).collect();
    parts.join("; ")
}

/// How often something was said: each opinion, and those that said the same.
pub(super) fn voices(opinions: &[Opinion]) -> u32 {
    opinions.iter().fold(0_u32, |sum, opinion| sum.saturating_add(1).saturating_add(opinion.repeated))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_in_what_the_officer_wrote() {
        for (words, name) in [
            ("Ông Nguyễn Văn A, Chủ tịch UBND xã", Some("Nguyễn Văn A")),
            ("đồng chí Trần Thị B - Bí thư Đảng ủy", Some("Trần Thị B")),
            ("Bà Lê Thị C (Văn phòng)", Some("Lê Thị C")),
            ("Nguyễn Văn A", Some("Nguyễn Văn A")),
            ("Chủ tịch UBND xã", None),
            ("", None),
        ] {
            assert_eq!(person(words).as_deref(), name, "{words}");
        }
    }

    #[test]
    fn fields_are_counted_whatever_their_capitals() {
        let of = |field: &str| Opinion { field: field.into(), ..Opinion::default() };
        let opinions = [of("Đất đai"), of("môi trường"), of("đất đai "), of("")];
        assert_eq!(fields(&opinions), "đất đai 02 ý kiến; môi trường 01 ý kiến; lĩnh vực khác 01 ý kiến");
        assert_eq!(fields(&[]), "");
    }

    #[test]
    fn somebody_is_covered_by_name_or_by_sort() {
        for (line, who, covered) in [
            ("Công an, Trạm Y tế, các trường học", "Trạm Y tế", true),
            ("Các phòng, đơn vị thuộc UBND", "Phòng Kinh tế", true),
            ("Trưởng các thôn, tổ dân phố", "Trưởng thôn 3", true),
            ("Các ban, ngành cấp xã", "Đài phát thanh xã", false),
            ("Chủ tịch, các Phó Chủ tịch UBND", "Công an", false),
            ("Thường trực Đảng ủy", "Phòng Kinh tế", false),
        ] {
            assert_eq!(covers(&words::fold(line), &words::fold(who)), covered, "{line}: {who}");
        }
    }

    #[test]
    fn a_conclusion_says_who_and_by_when_as_far_as_it_is_known() {
        let told = |agency: &str, deadline: &str| {
            let deadline = When::parse(deadline, 2026).expect("a time");
            let resolution = Resolution {
                text: Text::words("Sửa đường thôn."),
                agency: agency.into(),
                deadline,
                ..Resolution::default()
            };
            resolution_text(&resolution).to_source(|_| String::new())
        };
        assert_eq!(told("", ""), "Sửa đường thôn.");
        assert_eq!(told("Phòng Kinh tế", ""), "Sửa đường thôn. Giao Phòng Kinh tế thực hiện.");
        assert_eq!(told("", "31/12/2026"), "Sửa đường thôn. Hoàn thành chậm nhất ngày 31/12/2026.");
        assert_eq!(
            told("Phòng Kinh tế", "trước ngày 31/12/2026"),
            "Sửa đường thôn. Giao Phòng Kinh tế thực hiện, hoàn thành trước ngày 31/12/2026."
        );
        assert_eq!(
            told("Phòng Kinh tế", "tháng 12/2026"),
            "Sửa đường thôn. Giao Phòng Kinh tế thực hiện, hoàn thành trong tháng 12/2026."
        );
    }

    #[test]
    fn what_is_passed_on_goes_to_another() {
        let commune =
            Organ { unit: crate::organ::Unit { sort: "xã".into(), name: "An Bình".into() }, ..Organ::default() };
        let told = |who: &str| {
            let opinion = Opinion { answered_by: who.into(), outcome: Outcome::PassedOn, ..Opinion::default() };
            answer(&opinion, std::slice::from_ref(&commune))
        };
        let nobody = "Ghi nhận, chuyển cơ quan có thẩm quyền xem xét, giải quyết.";
        assert_eq!(told(""), nobody);
        assert_eq!(told("UBND xã"), nobody);
        assert_eq!(told("Sở Xây dựng"), "Ghi nhận, chuyển Sở Xây dựng xem xét, giải quyết.");
    }

    #[test]
    fn what_became_of_an_opinion_is_a_sentence() {
        let opinion =
            Opinion { answered_by: "Phòng Kinh tế".into(), outcome: Outcome::Assigned, ..Opinion::default() };
        assert_eq!(answer(&opinion, &[]), "Giao Phòng Kinh tế giải quyết, hoàn thành ……");
    }
}
