//! The codes of schema 4: names of enumerated values, slots in texts, and all else that the wire says as a text.

use chrono::NaiveDate;

use super::when::{clock, date, read_clock, read_date, read_when, when};
use super::wire::{Blank, Out, Reader, Wire};
use crate::form::{Kind, Size};
use crate::id::Id;
use crate::json::Json;
use crate::organ::{OrganKind, System, Tier};
use crate::paper::PaperKind;
use crate::plan::{Amount, AssignmentLayout, Bound, ConferenceKind, Layout, LimitKind, Marker, Role, Stage, Venue};
use crate::proceedings::{Level, Outcome};
use crate::style::FormatCode;
use crate::text::{ConferenceFact, Fact, Form, Slot, Text};
use crate::words::{Clock, When};

/// Puts values on the wire as their codes: how one is written, and how it is read.
macro_rules! written {
    ($($kind:ty: $write:expr, $read:expr;)+) => { $(
        impl Wire for $kind {
            fn put(&self, out: &mut Out) -> bool {
                let write: fn(&Self) -> _ = $write;
                out.text(write(self).as_ref())
            }

            fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
                if let Some(value) = reader.code(said, $read) {
                    *self = value;
                }
            }
        }
    )+ };
}

written! {
    Text: |words| text(words), |code| Some(read_text(code));
    When: |time| when(time), read_when;
    NaiveDate: |day| date(*day), read_date;
    Option<NaiveDate>: |day| day.map(date).unwrap_or_default(), |code| given(code, read_date);
    Option<Clock>: |time| time.map(clock).unwrap_or_default(), |code| given(code, read_clock);
    Amount: |count| amount(*count), read_amount;
    Bound: |list| bound(*list), read_bound;
    Kind: |kind| kind.info().code, Kind::from_code;
    PaperKind: |kind| kind.code(), PaperKind::from_code;
    FormatCode: |format| format.code(), FormatCode::from_code;
}

/// What need not be there: nothing is an empty text.
fn given<T>(code: &str, read: fn(&str) -> Option<T>) -> Option<Option<T>> {
    if code.is_empty() { Some(None) } else { read(code).map(Some) }
}

impl Blank for Text {
    fn blank() -> Self {
        Self::default()
    }
}

impl Blank for PaperKind {
    fn blank() -> Self {
        Self::Plan
    }
}

impl Blank for FormatCode {
    fn blank() -> Self {
        Self::Nd30
    }
}

impl Blank for Bound {
    fn blank() -> Self {
        Self::Subjects
    }
}

impl Wire for Venue {
    fn put(&self, out: &mut Out) -> bool {
        match self {
            Self::Unset => false,
            Self::Announced => out.text("tba"),
            // The "=" keeps a hall that is called "tba" apart from one that is to be announced.
            Self::At(venue) => out.text(&format!("={}", text(venue))),
        }
    }

    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
        if matches!(said, None | Some(Json::Null)) {
            return;
        }
        let read = |code: &str| match code {
            "tba" => Some(Self::Announced),
            _ => code.strip_prefix('=').map(|venue| Self::At(read_text(venue))),
        };
        if let Some(venue) = reader.code(said, read) {
            *self = venue;
        }
    }
}

fn find(code: &str, codes: &[&str]) -> Option<usize> {
    codes.iter().position(|known| *known == code)
}

/// Pairs each value of an enumeration with its code; the first is the default and is written as "".
macro_rules! codes {
    ($($kind:ident: $first:ident $(, $value:ident = $code:literal)*;)+) => {
        written! { $(
            $kind:
                |value| match value { $kind::$first => "", $($kind::$value => $code,)* },
                |code| [$kind::$first, $($kind::$value),*].get(find(code, &["", $($code),*])?).copied();
        )+ }
    };
}

codes! {
    System: State, Party = "party", Front = "front";
    Tier: Commune, District = "district", Province = "province";
    OrganKind: PeoplesCommittee, PartyCommittee = "party-committee", Front = "front", Other = "other";
    Marker: None, Dash = "-", Plus = "+", Number = "1.", Paren = "(1)", Letter = "a)";
    Layout: Items, Headings = "headings", Table = "table";
    ConferenceKind: Main, Round = "round";
    Role: Dialogue, Chair = "chair", Attend = "attend", Guest = "guest";
    LimitKind: Announce, Publish = "publish", Answer = "answer", Report = "report", Other = "other";
    Stage: Execution, Preparation = "preparation";
    Size: A4, A5 = "a5";
    AssignmentLayout: Headed, RunIn = "run-in", Sentence = "sentence";
    Level: Commune, Province = "province", Centre = "centre";
    Outcome: Open, Answered = "answered", Assigned = "assigned", PassedOn = "passed-on";
}

/// The lists without a parameter.
const LISTS: [(Bound, &str); 13] = [
    (Bound::LegalBases, "legal-bases"),
    (Bound::Subjects, "subjects"),
    (Bound::Methods, "methods"),
    (Bound::ConferenceAudiences, "audiences"),
    (Bound::ConferenceSubjects, "conference-subjects"),
    (Bound::ConferenceTimes, "times"),
    (Bound::ConferenceVenues, "venues"),
    (Bound::ConferenceTimesAndVenues, "times-and-venues"),
    (Bound::Circles, "circles"),
    (Bound::Total, "total"),
    (Bound::Agenda, "agenda"),
    (Bound::Collecting, "collecting"),
    (Bound::Assignments(Stage::Execution), "assignments"),
];

/// What a block lists, as a code: "circle:12", "assignments:preparation".
fn bound(bound: Bound) -> String {
    match bound {
        Bound::Circle(id) => format!("circle:{id}"),
        Bound::Assignments(Stage::Preparation) => "assignments:preparation".into(),
        plain => LISTS.iter().find(|(list, _)| *list == plain).map(|(_, code)| (*code).to_owned()).unwrap_or_default(),
    }
}

/// Reads [`bound`] back.
fn read_bound(code: &str) -> Option<Bound> {
    if let Some(id) = code.strip_prefix("circle:") {
        return Some(Bound::Circle(Id(id.parse().ok()?)));
    }
    if code == "assignments:preparation" {
        return Some(Bound::Assignments(Stage::Preparation));
    }
    LISTS.iter().find(|(_, name)| *name == code).map(|(bound, _)| *bound)
}

/// Facts without an identity.
const FACTS: [(Fact, &str); 13] = [
    (Fact::Organ, "organ"),
    (Fact::Body, "body"),
    (Fact::Unit, "unit"),
    (Fact::Superior, "superior"),
    (Fact::Year, "year"),
    (Fact::Event, "event"),
    (Fact::FormTitle, "form"),
    (Fact::Total, "total"),
    (Fact::ReturnBy, "return-by"),
    (Fact::Receiver, "receiver"),
    (Fact::Plan, "plan"),
    (Fact::Held, "held"),
    (Fact::Matter, "matter"),
];

/// A slot as its code: `year`, `c3.when`, `k5:short`.
fn slot(slot: Slot) -> String {
    let fact = match slot.fact {
        Fact::Conference(id, fact) => {
            let name = match fact {
                ConferenceFact::When => "when",
                ConferenceFact::Venue => "venue",
                ConferenceFact::Audience => "audience",
                ConferenceFact::Name => "name",
            };
            format!("c{id}.{name}")
        }
        Fact::Deadline(id) => format!("d{id}"),
        Fact::Limit(id) => format!("l{id}"),
        Fact::Agency(id) => format!("a{id}"),
        Fact::Quota(id) => format!("q{id}"),
        Fact::Citation(id) => format!("k{id}"),
        Fact::Part(id) => format!("p{id}"),
        Fact::Subject(id) => format!("s{id}"),
        plain => FACTS.iter().find(|(fact, _)| *fact == plain).map(|(_, code)| (*code).to_owned()).unwrap_or_default(),
    };
    let form = match slot.form {
        Form::Plain => "",
        Form::Short => ":short",
        Form::Capital => ":capital",
    };
    fact + form
}

fn read_slot(code: &str) -> Option<Slot> {
    let (name, form) = match code.split_once(':') {
        None => (code, Form::Plain),
        Some((name, "short")) => (name, Form::Short),
        Some((name, "capital")) => (name, Form::Capital),
        Some(_) => return None,
    };
    if let Some((fact, _)) = FACTS.iter().find(|(_, code)| *code == name) {
        return Some(Slot { fact: *fact, form });
    }
    let kind = name.chars().next()?;
    let rest = name.get(kind.len_utf8()..)?;
    let id = |digits: &str| digits.parse().ok().map(Id);
    let fact = match kind {
        'c' => {
            let (digits, fact) = rest.split_once('.')?;
            let fact = match fact {
                "when" => ConferenceFact::When,
                "venue" => ConferenceFact::Venue,
                "audience" => ConferenceFact::Audience,
                "name" => ConferenceFact::Name,
                _ => return None,
            };
            Fact::Conference(id(digits)?, fact)
        }
        'd' => Fact::Deadline(id(rest)?),
        'l' => Fact::Limit(id(rest)?),
        'a' => Fact::Agency(id(rest)?),
        'q' => Fact::Quota(id(rest)?),
        'k' => Fact::Citation(id(rest)?),
        'p' => Fact::Part(id(rest)?),
        's' => Fact::Subject(id(rest)?),
        _ => return None,
    };
    Some(Slot { fact, form })
}

/// A text with its slots as codes in braces.
fn text(text: &Text) -> String {
    text.to_source(slot)
}

/// Reads [`text`] back.
fn read_text(source: &str) -> Text {
    Text::from_source(source, read_slot)
}

/// How many: "30", "~30", "50%", "all".
fn amount(amount: Amount) -> String {
    match amount {
        Amount::Exact(count) => count.to_string(),
        Amount::About(count) => format!("~{count}"),
        Amount::Share(percent) => format!("{percent}%"),
        Amount::All => "all".into(),
    }
}

/// Reads [`amount`] back.
fn read_amount(code: &str) -> Option<Amount> {
    match code {
        "all" => Some(Amount::All),
        _ if code.starts_with('~') => code[1..].parse().ok().map(Amount::About),
        _ => match code.strip_suffix('%') {
            Some(percent) => percent.parse().ok().map(Amount::Share),
            None => code.parse().ok().map(Amount::Exact),
        },
    }
}
