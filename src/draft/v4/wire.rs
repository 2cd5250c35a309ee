//! How values of the model stand on the wire. A record is a table of its names on the wire, in the alphabet's order, as the
//! wire has them; what says nothing is left out.
//!
//! Fields, lists and records are handled as `dyn Wire`: one writer and one reader serve all of them, and a record costs
//! the module its names. Knows no dossier: the tables stand beside it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use crate::draft::DraftFault;
use crate::id::Id;
use crate::json::{Json, quote};

/// How many letters are told of a value that cannot be.
const LONGEST_TOLD: usize = 60;

/// A value that stands on the wire.
pub(super) trait Wire {
    /// Writes it; false where it says nothing, and a field of it is left out.
    fn put(&self, out: &mut Out) -> bool;
    /// Becomes what is said; none where nothing is. A fault is left with the reader.
    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader);
}

/// A value of which a new one can be read: an item of a list, or one that need not be there.
pub(super) trait Blank {
    /// One that says nothing yet.
    fn blank() -> Self;
}

/// A value with names; [`record!`](record) makes one of a table.
pub(super) trait Record {
    /// Writes its fields, in the alphabet's order.
    fn put_fields(&self, out: &mut Out);
    /// Reads its fields.
    fn take_fields(&mut self, from: &mut Fields<'_, '_>);
}

/// Makes records of tables.
///
/// `record!(Unit { name, sort })` has fields that are called on the wire as in the model.
/// `record!(Quota: Quota { amount: count, noun } => count, noun)` has a pattern that gives the model's values the wire's
/// names, and the names in order; `; blank …` says what a new one is where it has no default, and `; then …` what is
/// looked at once it is read. Either way the pattern is of all that the model has, so that nothing is forgotten.
macro_rules! record {
    ($kind:ident { $($name:ident),+ $(,)? } $(; then $then:expr)?) => {
        record!($kind: Self { $($name),+ } => $($name),+ $(; then $then)?);
    };
    ($kind:ty: $pattern:pat => $($name:ident),+ $(; then $then:expr)?) => {
        record!($kind: $pattern => $($name),+; blank <$kind>::default() $(; then $then)?);
    };
    ($kind:ty: $pattern:pat => $($name:ident),+; blank $blank:expr $(; then $then:expr)?) => {
        const _: () = assert!($crate::draft::v4::wire::are_in_order(&[$(stringify!($name)),+]));

        impl $crate::draft::v4::wire::Blank for $kind {
            fn blank() -> Self {
                $blank
            }
        }

        impl $crate::draft::v4::wire::Record for $kind {
            fn put_fields(&self, out: &mut $crate::draft::v4::wire::Out) {
                let $pattern = self;
                $(out.field(stringify!($name), $name);)+
            }

            fn take_fields(&mut self, from: &mut $crate::draft::v4::wire::Fields<'_, '_>) {
                let $pattern = self;
                $(from.field(stringify!($name), $name);)+
                $($then(self, from.reader);)?
            }
        }
    };
}
pub(crate) use record;

/// Whether names stand in the order in which the wire has them.
pub(super) const fn are_in_order(names: &[&str]) -> bool {
    let mut at = 1;
    while at < names.len() {
        let (one, next) = (names[at - 1].as_bytes(), names[at].as_bytes());
        let mut same = 0;
        while same < one.len() && same < next.len() && one[same] == next[same] {
            same += 1;
        }
        if same == next.len() || same < one.len() && one[same] > next[same] {
            return false;
        }
        at += 1;
    }
    true
}

/// What is being written.
#[derive(Default)]
pub(super) struct Out(String);

impl Out {
    /// The text of a value.
    pub(super) fn text_of(value: &dyn Wire) -> String {
        let mut out = Self::default();
        value.put(&mut out);
        out.0
    }

    /// Writes a field, unless it says nothing.
    pub(super) fn field(&mut self, name: &str, value: &dyn Wire) {
        let start = self.0.len();
        self.name(name);
        if !value.put(self) {
            self.0.truncate(start);
        }
    }

    /// Writes a field that is there whatever it says.
    pub(super) fn said(&mut self, name: &str, value: &dyn Wire) {
        self.name(name);
        value.put(self);
    }

    fn name(&mut self, name: &str) {
        self.next('{');
        quote(name, &mut self.0);
        self.0.push(':');
    }

    /// Parts what comes next from what stands before it since this bracket.
    fn next(&mut self, bracket: char) {
        // No value ends in a bracket that opens: a text ends in its quotation mark.
        if !self.0.ends_with(bracket) {
            self.0.push(',');
        }
    }

    /// Writes a text; false where it is empty.
    pub(super) fn text(&mut self, text: &str) -> bool {
        quote(text, &mut self.0);
        !text.is_empty()
    }

    fn number(&mut self, number: i64) -> bool {
        self.0.push_str(&number.to_string());
        number != 0
    }

    fn record(&mut self, record: &dyn Record) -> bool {
        self.0.push('{');
        record.put_fields(self);
        let said = !self.0.ends_with('{');
        self.0.push('}');
        said
    }

    /// Writes as many items as there are; false where there is none.
    fn list(&mut self, count: usize, item: &dyn Fn(usize, &mut Self)) -> bool {
        self.0.push('[');
        for at in 0..count {
            self.next('[');
            item(at, self);
        }
        self.0.push(']');
        count > 0
    }

    /// Writes values by names that are not known beforehand; of a name that is there twice, the last.
    pub(super) fn named(&mut self, values: &mut dyn Iterator<Item = (Cow<'static, str>, &dyn Wire)>) -> bool {
        let mut named: Vec<(Cow<'static, str>, &dyn Wire)> = Vec::new();
        for (name, value) in values {
            match named.binary_search_by(|(known, _)| known.cmp(&name)) {
                Ok(at) => named[at].1 = value,
                Err(at) => named.insert(at, (name, value)),
            }
        }
        self.0.push('{');
        for (name, value) in &named {
            self.said(name, *value);
        }
        self.0.push('}');
        !named.is_empty()
    }
}

/// What was met so far while reading: the first fault, and the identities.
pub(super) struct Reader {
    /// The names that lead to the field that is read.
    path: Vec<&'static str>,
    fault: Option<DraftFault>,
    met: HashSet<u32>,
    /// The largest identity in use.
    pub(super) largest: u32,
}

impl Reader {
    /// Reads a value; `at` is what it is called.
    pub(super) fn read<T: Wire>(mut value: T, at: &'static str, said: Json<'_>) -> Result<T, DraftFault> {
        let mut reader = Self { path: vec![at], fault: None, met: HashSet::new(), largest: 0 };
        value.take(Some(said), &mut reader);
        reader.fault.map_or(Ok(value), Err)
    }

    /// Something cannot be. What is met after the first fault is not told.
    pub(super) fn fail(&mut self, fault: DraftFault) {
        self.fault.get_or_insert(fault);
    }

    /// The value that is read cannot be.
    pub(super) fn fault(&mut self, what: impl ToString) {
        let what = what.to_string();
        // A hostile value may be as long as its file, and this is a sentence.
        let what = match what.char_indices().nth(LONGEST_TOLD) {
            Some((end, _)) => format!("{}…", &what[..end]),
            None => what,
        };
        self.fail(DraftFault::Value { at: self.path.join("."), what });
    }

    /// The value of this name within what is read cannot be.
    pub(super) fn fault_in(&mut self, name: &'static str, what: impl ToString) {
        self.path.push(name);
        self.fault(what);
        self.path.pop();
    }

    /// The value that is read is of another kind.
    pub(super) fn wrong(&mut self, said: &Json<'_>) {
        match said {
            Json::List(_) => self.fault("[…]"),
            Json::Object(_) => self.fault("{…}"),
            plain => self.fault(plain.write()),
        }
    }

    /// The text that is said; an empty one where nothing is.
    pub(super) fn text<'a>(&mut self, said: Option<Json<'a>>) -> Option<Cow<'a, str>> {
        match said {
            None => Some(Cow::Borrowed("")),
            Some(Json::Text(text)) => Some(text),
            Some(other) => {
                self.wrong(&other);
                None
            }
        }
    }

    /// The value whose code is said.
    pub(super) fn code<T>(&mut self, said: Option<Json<'_>>, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let code = self.text(said)?;
        let value = read(&code);
        if value.is_none() {
            self.fault(code);
        }
        value
    }

    /// The number that is said, between bounds; 0 where nothing is.
    fn number(&mut self, said: Option<Json<'_>>, least: i64, most: i64) -> i64 {
        let number = match &said {
            None => Some(0),
            Some(Json::Number(digits)) => digits.parse().ok().filter(|number| (least..=most).contains(number)),
            Some(_) => None,
        };
        if let (None, Some(other)) = (number, &said) {
            self.wrong(other);
        }
        number.unwrap_or(0)
    }

    /// A count; 0 where nothing is said.
    fn count(&mut self, said: Option<Json<'_>>) -> u32 {
        u32::try_from(self.number(said, 0, i64::from(u32::MAX))).unwrap_or(0)
    }

    /// The values by names that are said.
    pub(super) fn named<'a>(&mut self, said: Option<Json<'a>>) -> BTreeMap<Cow<'a, str>, Json<'a>> {
        match said {
            Some(Json::Object(values)) => return values,
            Some(other) => self.wrong(&other),
            None => {}
        }
        BTreeMap::new()
    }

    fn list(&mut self, said: Option<Json<'_>>, item: &mut dyn FnMut(Json<'_>, &mut Self)) {
        match said {
            Some(Json::List(items)) => items.into_iter().for_each(|said| item(said, self)),
            Some(other) => self.wrong(&other),
            None => {}
        }
    }
}

/// The fields of a record that is read. Names that are not asked for are passed over.
pub(super) struct Fields<'r, 'a> {
    values: BTreeMap<Cow<'a, str>, Json<'a>>,
    /// Who reads.
    pub(super) reader: &'r mut Reader,
}

impl Fields<'_, '_> {
    /// Reads a field.
    pub(super) fn field(&mut self, name: &'static str, value: &mut dyn Wire) {
        self.reader.path.push(name);
        value.take(self.values.get_mut(name).map(std::mem::take), self.reader);
        self.reader.path.pop();
    }
}

impl<T: Record> Wire for T {
    fn put(&self, out: &mut Out) -> bool {
        out.record(self)
    }

    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
        // One that is not there has no field either: it may lack one that it needs.
        let values = reader.named(said);
        self.take_fields(&mut Fields { values, reader });
    }
}

impl<T: Wire + Blank> Wire for Vec<T> {
    fn put(&self, out: &mut Out) -> bool {
        out.list(self.len(), &|at, out| {
            if let Some(item) = self.get(at) {
                item.put(out);
            }
        })
    }

    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
        reader.list(said, &mut |said, reader| {
            let mut item = T::blank();
            item.take(Some(said), reader);
            self.push(item);
        });
    }
}

impl<T: Wire + Blank> Wire for Option<T> {
    fn put(&self, out: &mut Out) -> bool {
        // One that is there is said even where it is empty.
        if let Some(value) = self {
            value.put(out);
        }
        self.is_some()
    }

    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
        match said {
            None | Some(Json::Null) => {}
            said => self.insert(T::blank()).take(said, reader),
        }
    }
}

impl Wire for String {
    fn put(&self, out: &mut Out) -> bool {
        out.text(self)
    }

    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
        *self = reader.text(said).unwrap_or_default().into_owned();
    }
}

impl Blank for String {
    fn blank() -> Self {
        Self::new()
    }
}

impl Wire for bool {
    fn put(&self, out: &mut Out) -> bool {
        out.0.push_str(if *self { "true" } else { "false" });
        *self
    }

    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
        match said {
            Some(Json::Flag(flag)) => *self = flag,
            Some(other) => reader.wrong(&other),
            None => {}
        }
    }
}

impl Wire for u32 {
    fn put(&self, out: &mut Out) -> bool {
        out.number(i64::from(*self))
    }

    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
        *self = reader.count(said);
    }
}

impl Blank for u32 {
    fn blank() -> Self {
        0
    }
}

impl Wire for i32 {
    fn put(&self, out: &mut Out) -> bool {
        out.number(i64::from(*self))
    }

    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
        let number = reader.number(said, i64::from(Self::MIN), i64::from(Self::MAX));
        *self = Self::try_from(number).unwrap_or(0);
    }
}

/// The identity of the thing whose field it is.
impl Wire for Id {
    fn put(&self, out: &mut Out) -> bool {
        self.0.put(out)
    }

    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
        self.0.take(said, reader);
        // The top of the range stands for questions of which there is only one.
        if self.0 == 0 || self.0 > u32::MAX / 2 || !reader.met.insert(self.0) {
            // Where it stands says nothing of one that stands at two places.
            reader.fail(DraftFault::Value { at: "id".into(), what: self.0.to_string() });
        }
        reader.largest = reader.largest.max(self.0);
    }
}

/// The thing that is meant, if any.
impl Wire for Option<Id> {
    fn put(&self, out: &mut Out) -> bool {
        self.map(|id| id.0).put(out)
    }

    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
        let mut id: Option<u32> = None;
        Wire::take(&mut id, said, reader);
        *self = id.map(Id);
    }
}
