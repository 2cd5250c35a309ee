//! The codes of schema 4: names of enumerated values, and slots in texts.

use crate::dossier::Dossier;
use crate::form::Size;
use crate::id::Id;
use crate::organ::{OrganKind, System, Tier};
use crate::plan::{Amount, AssignmentLayout, Bound, ConferenceKind, Layout, LimitKind, Marker, Role, Stage};
use crate::proceedings::{Level, Outcome};
use crate::text::{ConferenceFact, Fact, Form, Slot, Text};

/// Pairs each value of an enumeration with its code; the first is the default and is written as "".
macro_rules! codes {
    ($($kind:ident: $first:ident $(, $value:ident = $code:literal)*;)+) => { $(
        impl Code for $kind {
            fn code(self) -> &'static str {
                match self { Self::$first => "", $(Self::$value => $code,)* }
            }
            fn from_code(code: &str) -> Option<Self> {
                match code { "" => Some(Self::$first), $($code => Some(Self::$value),)* _ => None }
            }
        }
    )+ };
}

/// A value that is written as a word.
pub(super) trait Code: Sized + Copy {
    /// Its word.
    fn code(self) -> &'static str;
    /// Reads the word back.
    fn from_code(code: &str) -> Option<Self>;
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
pub(super) fn bound(bound: Bound) -> String {
    match bound {
        Bound::Circle(id) => format!("circle:{id}"),
        Bound::Assignments(Stage::Preparation) => "assignments:preparation".into(),
        plain => LISTS.iter().find(|(list, _)| *list == plain).map(|(_, code)| (*code).to_owned()).unwrap_or_default(),
    }
}

/// Reads [`bound`] back.
pub(super) fn read_bound(code: &str) -> Option<Bound> {
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
pub(super) fn text(text: &Text) -> String {
    text.to_source(slot)
}

/// Reads [`text`] back.
pub(super) fn read_text(source: &str) -> Text {
    Text::from_source(source, read_slot)
}

/// How many: "30", "~30", "50%", "all".
pub(super) fn amount(amount: Amount) -> String {
    match amount {
        Amount::Exact(count) => count.to_string(),
        Amount::About(count) => format!("~{count}"),
        Amount::Share(percent) => format!("{percent}%"),
        Amount::All => "all".into(),
    }
}

/// Reads [`amount`] back.
pub(super) fn read_amount(code: &str) -> Option<Amount> {
    match code {
        "all" => Some(Amount::All),
        _ if code.starts_with('~') => code[1..].parse().ok().map(Amount::About),
        _ => match code.strip_suffix('%') {
            Some(percent) => percent.parse().ok().map(Amount::Share),
            None => code.parse().ok().map(Amount::Exact),
        },
    }
}

/// The largest identity in use, so that new ones never meet an old one.
pub(super) fn next_id(given: u32, largest: u32) -> u32 {
    given.max(largest.saturating_add(1)).max(1)
}

// The wire names every field of a dossier; a new one must be thought of here.
const _: fn(&Dossier) = |dossier| {
    let Dossier { name: _, settings: _, plan: _, forms: _, proceedings: _, papers: _, next_id: _ } = dossier;
};
