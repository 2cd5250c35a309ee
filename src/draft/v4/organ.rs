//! Who issues, signs and receives, and the office profile, on the wire.

use super::wire::{Blank, Fields, Out, Record, record};
use crate::draft::DraftFault;
use crate::id::Id;
use crate::office::{OfficeProfile, Village};
use crate::organ::{Organ, OrganNames, Power, Signatory, Unit};
use crate::plan::Recipient;

/// The schema of the office profile, which this version writes.
const OFFICE_SCHEMA: u32 = 1;

record!(Unit { name, sort });
record!(OrganNames { collective, full, head_own, head_superior, short, symbol });
record!(Organ { id, kind, names, superior, system, tier, unit });
record!(Recipient { id, purpose, who });
record!(Village { copies, head, id, name });

impl Record for OfficeProfile {
    fn put_fields(&self, out: &mut Out) {
        let Self { organ, place, signatories, recipients, villages } = self;
        out.field("organ", organ);
        out.field("place", place);
        out.field("recipients", recipients);
        out.field("schema", &OFFICE_SCHEMA);
        out.field("signatories", signatories);
        out.field("villages", villages);
    }

    fn take_fields(&mut self, from: &mut Fields<'_, '_>) {
        let Self { organ, place, signatories, recipients, villages } = self;
        let mut schema = 0;
        from.field("schema", &mut schema);
        if schema > OFFICE_SCHEMA {
            return from.reader.fail(DraftFault::Newer(schema));
        }
        from.field("organ", organ);
        from.field("place", place);
        from.field("recipients", recipients);
        from.field("signatories", signatories);
        from.field("villages", villages);
    }
}

impl Blank for Signatory {
    fn blank() -> Self {
        let [position, signer, standing_office] = Default::default();
        Self { id: Id::default(), power: Power::Own, position, signer, standing_office }
    }
}

/// A power is a word, with the body or the office that it is of, and the head that is stood in for.
impl Record for Signatory {
    fn put_fields(&self, out: &mut Out) {
        let Self { id, power, position, signer, standing_office } = self;
        let nobody = String::new();
        let (power, of, head) = match power {
            Power::Collective { body } => ("collective", body, &nobody),
            Power::CollectiveDeputy { body, head } => ("collective-deputy", body, head),
            Power::Own => ("own", &nobody, &nobody),
            Power::OwnDeputy { head } => ("own-deputy", &nobody, head),
            Power::ByOrder { of } => ("by-order", of, &nobody),
            Power::ByAuthorisation { of } => ("by-authorisation", of, &nobody),
            Power::Acting => ("acting", &nobody, &nobody),
        };
        out.field("head", head);
        out.field("id", id);
        out.field("of", of);
        out.field("position", position);
        out.field("power", &power.to_owned());
        out.field("signer", signer);
        out.field("standing_office", standing_office);
    }

    fn take_fields(&mut self, from: &mut Fields<'_, '_>) {
        let Self { id, power, position, signer, standing_office } = self;
        let [mut code, mut of, mut head] = <[String; 3]>::default();
        from.field("head", &mut head);
        from.field("id", id);
        from.field("of", &mut of);
        from.field("position", position);
        from.field("power", &mut code);
        from.field("signer", signer);
        from.field("standing_office", standing_office);
        *power = match code.as_str() {
            "collective" => Power::Collective { body: of },
            "collective-deputy" => Power::CollectiveDeputy { body: of, head },
            "own" => Power::Own,
            "own-deputy" => Power::OwnDeputy { head },
            "by-order" => Power::ByOrder { of },
            "by-authorisation" => Power::ByAuthorisation { of },
            "acting" => Power::Acting,
            _ => return from.reader.fault_in("power", code),
        };
    }
}
