//! What the tests share: files of the repository, small dossiers, composed papers.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use doi_thoai::document::{Block, Document, Line, Mark, Paragraph};
use doi_thoai::dossier::Dossier;
use doi_thoai::draft::{Envelope, read_backup};
use doi_thoai::id::Id;
use doi_thoai::organ::{Organ, OrganKind, System, Tier, Unit};
use doi_thoai::papers::{PaperKind, Place, compose};
use doi_thoai::plan::{Block as Words, Layout, Marker, Part};
use doi_thoai::render;
use doi_thoai::style::Role;
use doi_thoai::text::{Fact, Form, Text};
use doi_thoai::words::{Bound, Clock, Interval, MonthPart, Side, Sitting, TimeOfDay, When};
use proptest::prelude::*;

/// The samples, by the names of the seeds whose facts they tell anew.
pub const SAMPLES: [&str; 5] =
    ["cam-quang-2021", "dien-chau-2026", "tan-yen-2024", "thach-that-2023", "thai-nguyen-2022"];

/// A path of the repository.
pub fn path(relative: impl AsRef<Path>) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// The text of a file of the repository.
pub fn read(relative: impl AsRef<Path>) -> String {
    let path = path(relative);
    fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// The Rust files below a folder of the repository, as paths from its root, in order.
pub fn rust_files(folder: &str) -> Vec<String> {
    let mut files = Vec::new();
    let entries = fs::read_dir(path(folder)).unwrap_or_else(|fault| panic!("{folder}: {fault}"));
    for entry in entries {
        let entry = entry.expect("an entry of the folder");
        let inner = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files.extend(rust_files(&inner));
        } else if inner.ends_with(".rs") {
            files.push(inner);
        }
    }
    files.sort();
    files
}

/// The name of a file without folders and ending.
pub fn module_of(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(".rs").unwrap_or(name)
}

/// A sample as it is stored.
pub fn sample(name: &str) -> Envelope {
    read_backup(&read(format!("public/samples/{name}.json"))).unwrap_or_else(|fault| panic!("{name}: {fault}"))
}

/// A day that exists.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// The day on which a draft was saved: it decides the format of a paper without a date.
pub fn saved_on(envelope: &Envelope) -> NaiveDate {
    envelope.saved_at[..10].parse().expect("a date in front")
}

/// The plan of a dossier, composed on a day after the newest format came into force.
pub fn plan(dossier: &Dossier) -> Document {
    compose(dossier, PaperKind::Plan, day(2026, 11, 22))
}

/// The plan as plain text.
pub fn text(dossier: &Dossier) -> String {
    render::text::text(&plan(dossier))
}

/// The plan as a file of HTML.
pub fn html(dossier: &Dossier) -> String {
    render::html::file(&plan(dossier))
}

/// The texts of the paragraphs of one role, labels in front.
pub fn of_role(document: &Document, role: Role) -> Vec<String> {
    let mut found = Vec::new();
    document.paragraphs(|paragraph| {
        if paragraph.role == role {
            found.push(paragraph.text());
        }
    });
    found
}

/// The lines of the columns of a paper: the head's first, then the foot's.
pub fn column_lines(document: &Document) -> Vec<&Line> {
    let blocks = document.blocks.iter();
    blocks
        .filter_map(|block| match &**block {
            Block::Columns(columns) => Some(columns.columns.iter().flatten()),
            _ => None,
        })
        .flatten()
        .collect()
}

/// Every hole of a paper: the paragraph in which it stands, and the place that fills it.
pub fn holes(document: &Document) -> Vec<(&Paragraph, Place)> {
    let mut found = Vec::new();
    document.paragraphs(|paragraph| {
        for run in paragraph.runs.iter().filter(|run| run.hole) {
            found.push((paragraph, place(run.mark.or(paragraph.mark))));
        }
    });
    found
}

fn place(mark: Option<Mark>) -> Place {
    mark.and_then(Place::of).expect("a hole whose mark says which question fills it")
}

/// What a place of a dossier is, in a word.
pub fn called(dossier: &Dossier, place: Place) -> String {
    let Place::Thing(id) = place else {
        return format!("{place:?}");
    };
    let plan = &dossier.plan;
    let circles = || plan.circles.iter().flat_map(|circle| &circle.participants);
    let blocks = || dossier.forms.iter().flat_map(|form| &form.blocks);
    let tasks = || plan.assignments.iter().flat_map(|assignment| &assignment.tasks);
    let kinds = [
        ("organ", plan.organs.iter().any(|organ| organ.id == id)),
        ("citation", plan.citations.iter().any(|citation| citation.id == id)),
        ("conference", plan.conferences.iter().any(|conference| conference.id == id)),
        ("limit", plan.limits.iter().any(|limit| limit.id == id)),
        ("circle", plan.circles.iter().any(|circle| circle.id == id)),
        ("participant", circles().any(|line| line.id == id)),
        ("assignment", plan.assignments.iter().any(|assignment| assignment.id == id)),
        ("task", tasks().any(|task| task.id == id)),
        ("deadline", tasks().flat_map(|task| &task.deadlines).any(|limit| limit.id == id)),
        ("recipient", plan.recipients.lines.iter().any(|line| line.id == id)),
        ("signatory", plan.signatories.iter().any(|signatory| signatory.id == id)),
        ("step of the agenda", plan.agenda.items.iter().any(|item| item.id == id)),
        ("subject", plan.subjects.iter().chain(&plan.methods).any(|subject| subject.id == id)),
        ("form", dossier.forms.iter().any(|form| form.id == id)),
        ("block of a form", blocks().any(|block| block.id == id)),
        (
            "item of a form",
            blocks().flat_map(|block| block.options.iter().chain(&block.rows)).any(|item| item.id == id),
        ),
        ("paragraph", plan.blocks().iter().any(|block| block.id == id)),
    ];
    let kind = kinds.iter().find(|(_, is)| *is).map_or("nothing", |(kind, _)| kind);
    kind.to_owned()
}

/// A territory.
pub fn unit(sort: &str, name: &str) -> Unit {
    Unit { sort: sort.into(), name: name.into() }
}

/// A dossier of a commune's organ of each system, with nothing else in it.
pub fn commune(system: System) -> Dossier {
    let mut dossier = Dossier::empty(2026);
    let organ = Organ {
        id: dossier.new_id(),
        system,
        tier: Tier::Commune,
        kind: match system {
            System::State => OrganKind::PeoplesCommittee,
            System::Party => OrganKind::PartyCommittee,
            System::Front => OrganKind::Front,
        },
        unit: unit("xã", "An Bình"),
        superior: unit("tỉnh", "Hà Tĩnh"),
        ..Organ::default()
    };
    dossier.plan.organs.push(organ);
    dossier
}

/// A slot in its plain wording.
pub fn slot(fact: Fact) -> Text {
    let mut text = Text::default();
    text.push_slot(fact, Form::Plain);
    text
}

/// Words, a slot, and more words.
pub fn around(before: &str, fact: Fact, after: &str) -> Text {
    let mut text = Text::words(before);
    text.push_slot(fact, Form::Plain);
    text.push_words(after);
    text
}

/// Adds a free paragraph after the last part.
pub fn close_with(dossier: &mut Dossier, text: impl Into<Text>) -> Id {
    let id = dossier.new_id();
    let block = Words::words(id, Marker::None, text.into());
    dossier.plan.closing.push(block);
    id
}

/// Adds a part that lists facts.
pub fn list(dossier: &mut Dossier, heading: &str, bound: doi_thoai::plan::Bound, marker: Marker) -> Id {
    let block = Words::bound(dossier.new_id(), marker, bound, Layout::Items);
    let id = dossier.new_id();
    dossier.plan.outline.push(Part { id, heading: heading.into(), blocks: vec![block], ..Part::default() });
    id
}

/// Every day that a draft can name.
pub fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..62_457).prop_map(|offset| day(1930, 1, 1) + Days::new(offset))
}

/// Every time of a clock.
pub fn any_clock() -> impl Strategy<Value = Clock> {
    (0u32..24, 0u32..60).prop_map(|(hour, minute)| Clock { hour, minute })
}

fn any_moment() -> impl Strategy<Value = TimeOfDay> {
    prop_oneof![
        Just(TimeOfDay::Morning),
        Just(TimeOfDay::Afternoon),
        Just(TimeOfDay::Evening),
        any_clock().prop_map(TimeOfDay::At),
    ]
}

fn any_time() -> impl Strategy<Value = TimeOfDay> {
    let sitting = prop::sample::select(vec![
        Sitting::HalfDay,
        Sitting::Morning,
        Sitting::Afternoon,
        Sitting::Evening,
        Sitting::Day,
    ]);
    prop_oneof![
        any_moment(),
        Just(TimeOfDay::WholeDay),
        (any_clock(), any_clock())
            .prop_filter("an end after the start", |(from, to)| from < to)
            .prop_map(|(from, to)| TimeOfDay::Hours { from, to }),
        (1u32..1000, sitting).prop_map(|(count, sitting)| TimeOfDay::Sittings { count, sitting }),
    ]
}

/// Every time that can stand in a paper.
pub fn any_when() -> impl Strategy<Value = When> {
    use prop::option::of;
    use prop::sample::select;
    let part = select(vec![
        MonthPart::Whole,
        MonthPart::Start,
        MonthPart::Middle,
        MonthPart::End,
        MonthPart::FirstTen,
        MonthPart::MiddleTen,
        MonthPart::LastTen,
    ]);
    let every = select(vec![Interval::Week, Interval::Month, Interval::Quarter, Interval::HalfYear, Interval::Year]);
    let side = select(vec![Side::Before, Side::After]);
    let bound = select(vec![Bound::AtLeast, Bound::Exactly, Bound::AtMost]);
    prop_oneof![
        Just(When::Unset),
        Just(When::Announced),
        (any_day(), of(any_time())).prop_map(|(day, time)| When::Day { day, time }),
        (any_day(), 0u64..800, of(any_time())).prop_map(|(from, length, time)| When::Span {
            from,
            to: (from + Days::new(length)).min(day(2100, 12, 31)),
            time,
        }),
        (1930i32..=2100, 1u32..=12, part, of(any_time()))
            .prop_map(|(year, month, part, time)| { When::MonthPart { year, month, part, time } }),
        (1930i32..=2100, 1u32..=4).prop_map(|(year, quarter)| When::Quarter { year, quarter }),
        (any_day(), of(any_moment())).prop_map(|(day, time)| When::Before { day, time }),
        (any_day(), of(any_moment())).prop_map(|(day, time)| When::By { day, time }),
        (side, 1u32..1000, bound, any::<bool>())
            .prop_map(|(side, days, bound, working)| { When::Relative { side, days, bound, working } }),
        (every, 1u32..1000).prop_map(|(every, times)| When::Recurring { every, times }),
    ]
}

/// Numbers that look like chance and come again in the same order.
pub struct Dice(pub u64);

impl Dice {
    /// A number below this one.
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % below.max(1)
    }
}
