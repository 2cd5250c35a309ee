//! When and where conferences are: times and places in the parts on them, paired in reading order.

use std::ops::Range;

use super::As;
use super::build::Builder;
use super::meaning::Meaning;
use super::outline::{Headed, Node, Para};
use crate::import::scan::{Scanned, same_words};
use crate::plan::{Conference, ConferenceKind, Venue};
use crate::text::{ConferenceFact, Fact, Form, Text};
use crate::words::{When, Wording};

/// A time or a place that a paragraph names.
struct Mention {
    line: usize,
    /// Which part it stands in: parts come again to what others have set.
    part: usize,
    range: Range<usize>,
    said: Said,
    /// With whom, where the sentence of a time says so.
    audience: Option<Range<usize>>,
    /// Whether it belongs to a round of meetings before the conference.
    round: bool,
}

enum Said {
    Time(When),
    Place(Option<String>),
}

/// A paragraph, with what its part is about.
struct Seen<'p> {
    para: &'p Para,
    part: usize,
    about: Vec<Meaning>,
    heading: Scanned,
}

fn seen<'p>(part: &'p Headed, above: &[Meaning], count: &mut usize, found: &mut Vec<Seen<'p>>) {
    let about = super::meaning::of_part(part, above);
    *count += 1;
    let own = *count;
    for item in &part.items {
        match item {
            Node::Para(para) => {
                found.push(Seen { para, part: own, about: about.clone(), heading: part.heading.text.clone() })
            }
            Node::Part(part) => seen(part, &about, count, found),
        }
    }
}

/// Whether a time is one that something is held at, and no limit.
fn is_event(when: &When) -> bool {
    matches!(when, When::Day { .. } | When::Span { .. } | When::MonthPart { .. } | When::Quarter { .. })
}

/// Whether a time is part of what a conference is called: "Hội nghị quý I: …".
fn is_name(text: &Scanned, range: &Range<usize>) -> bool {
    let before = text.words.iter().rposition(|word| word.range.end <= range.start);
    let called = before.is_some_and(|at| ["nghi", "dot", "ky", "phien"].contains(&text.words[at].key.as_str()));
    called && text.text[range.end..].trim_start().starts_with(':')
}

/// Meetings of villages and quarters.
const ROUNDS: [&str; 8] =
    ["hop thon", "hop xom", "hop to dan pho", "hop ban", "hop ap", "hop khu dan cu", "hop chi bo", "cac cuoc hop o"];

impl Builder<'_, '_> {
    /// Finds the conferences of a plan in its parts, and puts slots where their times and places stand.
    pub(super) fn conferences(&mut self, parts: &mut [Headed]) {
        let mut all = Vec::new();
        let mut count = 0;
        for part in parts.iter() {
            seen(part, &[], &mut count, &mut all);
        }
        let held = |seen: &&Seen<'_>| {
            !seen
                .about
                .iter()
                .any(|about| matches!(about, Meaning::Purpose | Meaning::Preparation | Meaning::Execution))
                && seen.para.chosen.is_none_or(|chosen| chosen == As::Conference)
        };
        let told = |seen: &&Seen<'_>| {
            let text = &seen.para.text;
            seen.about.contains(&Meaning::TimeAndVenue)
                || text.begins_any(&["thoi gian", "dia diem", "noi hop"]).is_some()
                || seen.para.chosen == Some(As::Conference)
        };
        let mut mentions = self.mentions(all.iter().filter(held).filter(told));
        if !mentions.iter().any(|mention| matches!(mention.said, Said::Time(_))) {
            // No part is on the time: a part on how it is held may say it.
            let elsewhere = |seen: &&Seen<'_>| {
                let about = [Meaning::TimeAndVenue, Meaning::Agenda, Meaning::Subjects, Meaning::Participants];
                seen.about.iter().all(|told| !about.contains(told))
            };
            mentions.extend(self.mentions(all.iter().filter(held).filter(elsewhere)));
            mentions.sort_by_key(|mention| mention.line);
        }
        self.pair(mentions, parts);
    }

    fn mentions<'p>(&self, paras: impl Iterator<Item = &'p Seen<'p>>) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::new();
        let mut round = false;
        for seen in paras {
            let text = &seen.para.text;
            round |= text.has_any(&ROUNDS) || seen.heading.has_any(&ROUNDS);
            let times: Vec<_> = seen
                .para
                .times
                .iter()
                .filter(|found| is_event(&found.when) && !is_name(text, &found.range))
                .cloned()
                .collect();
            let first_time = times.first().map(|found| found.range.start);
            let mention = |range: Range<usize>, said: Said, round: bool| Mention {
                line: seen.para.line(),
                part: seen.part,
                range,
                said,
                audience: None,
                round,
            };
            let place = place(seen, first_time.is_some());
            let single = times.len() == 1;
            for found in times {
                if place
                    .as_ref()
                    .is_some_and(|(range, _)| range.start <= found.range.start && found.range.start < range.end)
                {
                    continue;
                }
                let audience = if single { audience(text, found.range.start) } else { None };
                mentions.push(Mention { audience, ..mention(found.range, Said::Time(found.when), round) });
            }
            if let Some((range, name)) = place {
                mentions.push(mention(range, Said::Place(name), round));
                // What follows a place is on the next meeting.
                round = false;
            }
        }
        mentions
    }

    /// Makes conferences of times, and gives them their places.
    fn pair(&mut self, mentions: Vec<Mention>, parts: &mut [Headed]) {
        let mut first_part_of: Vec<(When, usize)> = Vec::new();
        let mut times: Vec<(&Mention, When)> = Vec::new();
        for mention in &mentions {
            let Said::Time(when) = &mention.said else { continue };
            // Another part that names the same days means the same conference.
            let same = |known: &When| known.earliest() == when.earliest() && known.latest() == when.latest();
            if first_part_of.iter().any(|(known, part)| same(known) && *part != mention.part) {
                continue;
            }
            first_part_of.push((when.clone(), mention.part));
            times.push((mention, when.clone()));
        }
        let places: Vec<&Mention> = mentions.iter().filter(|mention| matches!(mention.said, Said::Place(_))).collect();
        if times.is_empty() && places.is_empty() {
            return;
        }
        let own_lines = times.windows(2).all(|pair| pair[0].0.line != pair[1].0.line);
        let several = times.len() > 1;
        let mut made: Vec<(usize, crate::id::Id)> = Vec::new();
        for at in 0..times.len().max(1) {
            let id = self.dossier.new_id();
            let mut conference = Conference { id, ..Conference::default() };
            if let Some((mention, when)) = times.get(at) {
                conference.when = when.clone();
                if mention.round {
                    conference.kind = ConferenceKind::Round;
                }
                let text = para_of(parts, mention.line).map(|para| para.text.clone()).unwrap_or_default();
                if several
                    && own_lines
                    && let Some(range) = &mention.audience
                {
                    conference.audience = Text::words(text.text[range.clone()].trim());
                }
                if mention.round
                    && let Some(name) = round_name(&text).or_else(|| Some("họp thôn".to_owned()))
                {
                    conference.name = Text::words(name);
                }
            }
            conference.venue = venue_for(at, times.len(), &times, &places);
            made.push((times.get(at).map_or(0, |(mention, _)| mention.line), id));
            self.dossier.plan.conferences.push(conference);
        }
        // Slots: times where they stand first, places, audiences.
        for (at, (mention, when)) in times.iter().enumerate() {
            let id = made[at].1;
            let audience = self.dossier.plan.conferences[at].audience.clone();
            let Some(para) = para_of_mut(parts, mention.line) else { continue };
            self.ledger.read(mention.line, As::Conference);
            self.put_when(para, mention.range.clone(), Fact::Conference(id, ConferenceFact::When), when);
            if let Some(range) = mention.audience.clone().filter(|_| !audience.is_blank()) {
                let range = trimmed(&para.text.text, range);
                if !para.is_taken(&range) {
                    para.slots.push((range, Fact::Conference(id, ConferenceFact::Audience), Form::Plain));
                }
            }
        }
        for (order, mention) in places.iter().enumerate() {
            let Some(at) = conference_of_place(order, &times, &places) else { continue };
            let Some((_, id)) = made.get(at) else { continue };
            let Some(para) = para_of_mut(parts, mention.line) else { continue };
            self.ledger.read(mention.line, As::Conference);
            let fact = Fact::Conference(*id, ConferenceFact::Venue);
            let source = para.text.text[mention.range.clone()].to_owned();
            let Said::Place(name) = &mention.said else { continue };
            let printed = name.clone().unwrap_or_else(|| "sẽ thông báo sau".into());
            // A place that went to no conference of its own stays as it is.
            let kept = self.dossier.plan.conferences.get(at).map(|conference| &conference.venue);
            let same = match (kept, name) {
                (Some(Venue::At(venue)), Some(name)) => *venue == Text::words(name.as_str()),
                (Some(Venue::Announced), None) => true,
                _ => false,
            };
            if same && !para.is_taken(&mention.range) {
                if !same_words(&source, &printed) {
                    self.reworded(mention.line, &source, &printed);
                }
                para.slots.push((mention.range.clone(), fact, Form::Plain));
            }
        }
        // Later parts that name the same days in the same words print the same fact.
        for mention in &mentions {
            let Said::Time(when) = &mention.said else { continue };
            let known = self.dossier.plan.conferences.iter().find(|known| known.when == *when).map(|known| known.id);
            let (Some(id), Some(para)) = (known, para_of_mut(parts, mention.line)) else { continue };
            let source = &para.text.text[mention.range.clone()];
            if !para.is_taken(&mention.range) && same_words(source, &when.wording(Wording::Full)) {
                para.slots.push((mention.range.clone(), Fact::Conference(id, ConferenceFact::When), Form::Plain));
            }
        }
    }
}

/// Which place a conference has: the same place in order where there are as many, one for all, else the next one behind it.
fn venue_for(at: usize, count: usize, times: &[(&Mention, When)], places: &[&Mention]) -> Venue {
    let of = |place: &Mention| match &place.said {
        Said::Place(Some(name)) => Venue::At(Text::words(name.as_str())),
        _ => Venue::Announced,
    };
    if let [only] = places {
        return of(only);
    }
    let order = if places.len() == count.max(1) {
        Some(at)
    } else {
        (0..places.len()).find(|order| conference_of_place(*order, times, places) == Some(at))
    };
    order.and_then(|order| places.get(order)).map_or(Venue::Unset, |place| of(place))
}

/// Which conference a place belongs to.
fn conference_of_place(order: usize, times: &[(&Mention, When)], places: &[&Mention]) -> Option<usize> {
    if places.len() == times.len() || times.is_empty() {
        return Some(order);
    }
    if places.len() == 1 {
        return Some(0);
    }
    let line = places.get(order)?.line;
    let before = times.iter().rposition(|(time, _)| time.line <= line);
    Some(before.unwrap_or(0))
}

/// The place that a paragraph names: its bytes and its name, none for one to be announced.
fn place(seen: &Seen<'_>, has_time: bool) -> Option<(Range<usize>, Option<String>)> {
    let text = &seen.para.text;
    let on_place = seen.heading.has("dia diem") && !seen.heading.has("thoi gian");
    let on_both = seen.about.contains(&Meaning::TimeAndVenue);
    let named = PLACES.iter().find_map(|lead| Some((text.find(lead)?, lead.split(' ').count())));
    let range = if let Some((at, count)) = named {
        let end = text.range(at, count).end;
        let rest = &text.text[end..];
        match rest.char_indices().take(60).find(|(_, letter)| *letter == ':').map(|(at, _)| at) {
            Some(colon) => end + colon + 1..text.text.len(),
            None => behind_at(text, at)?,
        }
    } else if let Some((from, to)) = bracket(&text.text).filter(|_| on_place && !has_time) {
        from..to
    } else if let Some(range) = behind_at(text, 0).filter(|_| on_place || has_time || on_both) {
        range
    } else if let Some(colon) = text.text.rfind(": ").filter(|_| on_place && !has_time) {
        colon + 1..text.text.len()
    } else if on_place && !has_time && text.words.len() <= 16 {
        0..text.text.len()
    } else {
        return None;
    };
    let range = trimmed(&text.text, range);
    let range = ended(&text.text, range);
    let name = &text.text[range.clone()];
    let scanned = Scanned::new(name);
    if scanned.words.is_empty() {
        return None;
    }
    if scanned.has("thong bao sau") || scanned.has("thong bao cu the") {
        return Some((range, None));
    }
    // "Tại Hội trường" is the hall; the preposition stays in the sentence.
    let lead =
        scanned.begins_any(&["tai", "du kien tai", "to chuc tai"]).map_or(0, |count| scanned.range(0, count).end);
    let range = trimmed(&text.text, range.start + lead..range.end);
    let name = text.text[range.clone()].to_owned();
    (!name.is_empty() && name.chars().count() <= 200).then_some((range, Some(name)))
}

/// What stands before a place.
const PLACES: [&str; 3] = ["dia diem", "noi hop", "noi to chuc"];

/// Behind the last "tại" or "ở" that a place follows.
fn behind_at(text: &Scanned, from: usize) -> Option<Range<usize>> {
    let halls = [
        "hoi truong",
        "nha van hoa",
        "nha hop",
        "tru so",
        "trung tam",
        "san",
        "phong hop",
        "truong",
        "nha sinh hoat",
        "uy ban",
        "ubnd",
        "hoi",
        "diem",
    ];
    let at = (from..text.words.len()).rev().find(|at| {
        let hall = || halls.iter().any(|hall| text.stands(at + 1, hall).is_some());
        let at_place =
            text.stands(*at, "tai").is_some() && (text.letter(at + 1).is_some_and(char::is_uppercase) || hall());
        at_place || (text.stands(*at, "o").is_some() && hall())
    })?;
    Some(text.words[at].range.end..text.text.len())
}

/// Words in brackets at the end of a sentence.
fn bracket(text: &str) -> Option<(usize, usize)> {
    let end = text.trim_end_matches(['.', ';', ' ']).strip_suffix(')')?.len();
    let start = text[..end].rfind('(')?;
    Some((start + 1, end))
}

/// A range without spaces and closing signs at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start_matches([' ', ':', '-', ',']).len());
    let part = &text[start.min(range.end)..range.end];
    let end = start + part.trim_end_matches([' ', '.', ';', ',', ':', '/']).len();
    start..end.max(start)
}

/// A place ends with its sentence.
fn ended(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let end = [". ", "; ", " (", ", thời gian", ", vào ", ", với "]
        .iter()
        .filter_map(|stop| part.find(stop))
        .min()
        .unwrap_or(part.len());
    trimmed(text, range.start..range.start + end)
}

/// With whom: behind "với", up to a time.
fn audience(text: &Scanned, before: usize) -> Option<Range<usize>> {
    let at = text.find("voi").filter(|at| text.words[*at].range.end < before)?;
    let range = trimmed(&text.text, text.words[at].range.end..before);
    let part = &text.text[range.clone()];
    let end = part.trim_end_matches(['(', ' ', ',', ':', '-']).len();
    let range = trimmed(&text.text, range.start..range.start + end);
    let part = Scanned::new(&text.text[range.clone()]);
    ((1..=30).contains(&part.words.len()) && !part.text.contains([';', '.', '('])).then_some(range)
}

fn round_name(text: &Scanned) -> Option<String> {
    ROUNDS.iter().find_map(|phrase| {
        let at = text.find(phrase)?;
        Some(text.text[text.range(at, phrase.split(' ').count())].to_owned())
    })
}

/// The paragraph that begins on a line.
fn para_of(parts: &[Headed], line: usize) -> Option<&Para> {
    parts.iter().find_map(|part| {
        part.items.iter().find_map(|item| match item {
            Node::Para(para) => Some(para).filter(|para| para.line() == line),
            Node::Part(part) => para_of(std::slice::from_ref(part), line),
        })
    })
}

fn para_of_mut(parts: &mut [Headed], line: usize) -> Option<&mut Para> {
    parts.iter_mut().find_map(|part| {
        part.items.iter_mut().find_map(|item| match item {
            Node::Para(para) => Some(para).filter(|para| para.line() == line),
            Node::Part(part) => para_of_mut(std::slice::from_mut(part), line),
        })
    })
}
