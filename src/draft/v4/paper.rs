//! What papers have of their own, on the wire: a value for each paper, under its code.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::wire::{Out, Reader, Wire, record};
use crate::json::Json;
use crate::paper::{OwnPaper, PaperKind};
use crate::plan::{Recipients, Registration};
use crate::text::Text;

record!(OwnPaper: OwnPaper {
    organ, registration: Registration { number, symbol, place, issued, draft_round }, signatories, recipients, passages,
    each, two_up, enclosed,
} => draft_round, each, enclosed, issued, number, organ, passages, place, recipients, signatories, symbol, two_up;
    then say_once);
record!(Recipients { filed, lines });
record!((String, Text): (key, text) => key, text);

/// A key that is there twice has the words that stand last, as a name in JSON has.
fn say_once(own: &mut OwnPaper, _: &mut Reader) {
    for (key, text) in std::mem::take(&mut own.passages) {
        own.set_passage(&key, Some(text));
    }
}

/// One that has nothing of its own is left out: to whoever reads, it is as one that is not there.
impl Wire for BTreeMap<PaperKind, OwnPaper> {
    fn put(&self, out: &mut Out) -> bool {
        let papers = self.iter().filter(|(_, own)| **own != OwnPaper::default());
        out.named(&mut papers.map(|(kind, own)| (Cow::Borrowed(kind.code()), own as &dyn Wire)))
    }

    fn take(&mut self, said: Option<Json<'_>>, reader: &mut Reader) {
        for (code, said) in reader.named(said) {
            let mut own = OwnPaper::default();
            own.take(Some(said), reader);
            match PaperKind::from_code(&code) {
                // A file written by hand may name one without saying anything of it.
                Some(kind) if own != OwnPaper::default() => {
                    self.insert(kind, own);
                }
                Some(_) => {}
                None => reader.fault(code),
            }
        }
    }
}
