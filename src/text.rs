//! Text with slots: the words of a sentence, and between them the facts that it prints.
//!
//! A slot names a fact and the wording that it prints it in; changing the fact changes every sentence.
//! Knows neither how a fact is stored nor how it is worded: `papers/` does that.

use crate::id::Id;

/// What a slot prints of a conference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConferenceFact {
    /// When it is held.
    When,
    /// Where it is held.
    Venue,
    /// With whom the dialogue is held.
    Audience,
    /// What it is called among several.
    Name,
}

/// A fact of the dossier that a sentence can print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// The issuing organ ("Ủy ban nhân dân xã …").
    Organ,
    /// The body in whose name the organ decides ("Ban Thường vụ Đảng ủy").
    Body,
    /// The territory of the issuing organ ("xã …").
    Unit,
    /// The territory above it ("tỉnh …").
    Superior,
    /// The year of the plan.
    Year,
    /// The name of the event ("hội nghị đối thoại giữa …"), as the title has it.
    Event,
    /// The title of the opinion form that goes with the plan.
    FormTitle,
    /// One fact of one conference. `Id(0)` stands for "the one being listed" in a bound block's wording.
    Conference(Id, ConferenceFact),
    /// A deadline of a task.
    Deadline(Id),
    /// A limit that holds for the whole plan, such as the answer within 30 days.
    Limit(Id),
    /// Who has an assignment.
    Agency(Id),
    /// How many come, of a circle or of a participant entry.
    Quota(Id),
    /// The total of all participants.
    Total,
    /// A legal basis.
    Citation(Id),
    /// The number of a part of the outline, for references such as "mục II.1".
    Part(Id),
    /// A subject of the dialogue.
    Subject(Id),
    /// By when the opinion forms are back.
    ReturnBy,
    /// Who collects the opinion forms.
    Receiver,
    /// The plan by its number and date.
    Plan,
    /// The day on which the conference was held; as long as that is not told, when it is planned.
    Held,
    /// What the forms that were counted ask.
    Matter,
}

impl Fact {
    /// The thing that it is about; none for a fact that every dossier has.
    pub fn thing(self) -> Option<Id> {
        match self {
            Self::Conference(id, _)
            | Self::Deadline(id)
            | Self::Limit(id)
            | Self::Agency(id)
            | Self::Quota(id)
            | Self::Citation(id)
            | Self::Part(id)
            | Self::Subject(id) => Some(id),
            Self::Organ
            | Self::Body
            | Self::Unit
            | Self::Superior
            | Self::Year
            | Self::Event
            | Self::FormTitle
            | Self::Total
            | Self::ReturnBy
            | Self::Receiver
            | Self::Plan
            | Self::Held
            | Self::Matter => None,
        }
    }
}

/// In which wording a slot prints its fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// The wording that usually stands in a sentence.
    #[default]
    Plain,
    /// The short wording: "UBND xã", a citation by number only, a date without its introduction.
    Short,
    /// The plain wording with a capital first letter, for the start of a sentence.
    Capital,
}

/// A place in a sentence where a fact is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The fact.
    pub fact: Fact,
    /// Its wording.
    pub form: Form,
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words as the officer wrote them.
    Words(String),
    /// A fact in its place.
    Slot(Slot),
}

/// A sentence or paragraph: words and slots in order. No two `Words` pieces are neighbours, none is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    pieces: Vec<Piece>,
}

impl Text {
    /// A text of words alone.
    pub fn words(words: impl Into<String>) -> Self {
        let mut text = Self::default();
        text.push_words(&words.into());
        text
    }

    /// Its pieces in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Whether it prints nothing at all.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Whether it has neither a slot nor a visible character.
    pub fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece, Piece::Words(words) if words.trim().is_empty()))
    }

    /// Adds words at the end, joining them to words that stand there.
    pub fn push_words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if let Some(Piece::Words(last)) = self.pieces.last_mut() {
            last.push_str(words);
        } else {
            self.pieces.push(Piece::Words(words.to_owned()));
        }
    }

    /// Adds a slot at the end.
    pub fn push_slot(&mut self, fact: Fact, form: Form) {
        self.pieces.push(Piece::Slot(Slot { fact, form }));
    }

    /// Adds another text at the end.
    pub fn push(&mut self, more: &Self) {
        for piece in &more.pieces {
            match piece {
                Piece::Words(words) => self.push_words(words),
                Piece::Slot(slot) => self.pieces.push(Piece::Slot(*slot)),
            }
        }
    }

    /// Takes away the full stop or semicolon at the end, so that something can follow in the same sentence.
    pub fn trim_stop(&mut self) {
        if let Some(Piece::Words(last)) = self.pieces.last_mut() {
            last.truncate(last.trim_end().trim_end_matches(['.', ';']).len());
        }
    }

    /// Takes words away from its start; says whether they stood there.
    pub fn take_lead(&mut self, lead: &str) -> bool {
        let Some(Piece::Words(first)) = self.pieces.first_mut() else { return false };
        let Some(rest) = first.strip_prefix(lead) else { return false };
        if rest.is_empty() {
            self.pieces.remove(0);
        } else {
            *first = rest.to_owned();
        }
        true
    }

    /// The same text with other words; the slots between them stay.
    #[must_use]
    pub fn reworded(&self, mut change: impl FnMut(&str) -> String) -> Self {
        let mut text = Self::default();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => text.push_words(&change(words)),
                Piece::Slot(slot) => text.pieces.push(Piece::Slot(*slot)),
            }
        }
        text
    }

    /// The slots in order.
    pub fn slots(&self) -> impl Iterator<Item = Slot> + '_ {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Slot(slot) => Some(*slot),
            Piece::Words(_) => None,
        })
    }

    /// The same text with "the one being listed" (`Id(0)`) replaced by the conference `id`.
    pub fn bind(&self, id: Id) -> Self {
        let mut bound = self.clone();
        for piece in &mut bound.pieces {
            if let Piece::Slot(Slot { fact: Fact::Conference(of @ Id(0), _), .. }) = piece {
                *of = id;
            }
        }
        bound
    }

    /// The text as one line of source, each slot in braces as `name` calls it; `{{` and `}}` stand for braces.
    pub fn to_source(&self, name: impl Fn(Slot) -> String) -> String {
        let mut source = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => source.push_str(&words.replace('{', "{{").replace('}', "}}")),
                Piece::Slot(slot) => {
                    source.push('{');
                    source.push_str(&name(*slot));
                    source.push('}');
                }
            }
        }
        source
    }

    /// Reads back what [`Text::to_source`] wrote. Braces around a name that `slot` does not know stay as words,
    /// so nothing typed is ever lost.
    pub fn from_source(source: &str, slot: impl Fn(&str) -> Option<Slot>) -> Self {
        let mut text = Self::default();
        let mut rest = source;
        while let Some(at) = rest.find(['{', '}']) {
            text.push_words(&rest[..at]);
            let brace = &rest[at..at + 1];
            let after = &rest[at + 1..];
            if let Some(doubled) = after.strip_prefix(brace) {
                text.push_words(brace);
                rest = doubled;
                continue;
            }
            let named =
                if brace == "{" { after.find('}').and_then(|end| Some((slot(&after[..end])?, end))) } else { None };
            match named {
                Some((found, end)) => {
                    text.push_slot(found.fact, found.form);
                    rest = &after[end + 1..];
                }
                None => {
                    text.push_words(brace);
                    rest = after;
                }
            }
        }
        text.push_words(rest);
        text
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::words(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(name: &str) -> Option<Slot> {
        (name == "năm").then_some(Slot { fact: Fact::Year, form: Form::Plain })
    }

    #[test]
    fn source_is_read_back() {
        let mut text = Text::words("Đối thoại {năm} ");
        text.push_slot(Fact::Year, Form::Plain);
        let source = text.to_source(|_| "năm".into());
        assert_eq!(source, "Đối thoại {{năm}} {năm}");
        assert_eq!(Text::from_source(&source, year), text);
    }

    #[test]
    fn unknown_braces_stay_words() {
        for source in ["a {gì} b", "{", "}", "a {năm", "{năm {năm", "{} }"] {
            let text = Text::from_source(source, |_| None);
            assert_eq!(text, Text::words(source), "{source}");
        }
    }
}
