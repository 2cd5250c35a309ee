//! The shapes of schema 4. Texts with slots, times and counts are strings in the codes of `codes.rs` and `when.rs`,
//! so that a draft can be read and written by hand. What is empty is left out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

macro_rules! wire {
    ($($(#[$meta:meta])* $name:ident { $($field:ident: $kind:ty),+ $(,)? })+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        pub struct $name { $(
            #[serde(default, skip_serializing_if = "is_default")]
            pub $field: $kind,
        )+ }
    )+ };
}

wire! {
    Dossier {
        name: String, year: i32, format: Option<String>, two_sided: bool, next_id: u32, plan: Plan, forms: Vec<Form>,
        proceedings: Proceedings, papers: BTreeMap<String, OwnPaper>,
    }
    Plan {
        organs: Vec<Organ>, number: Option<u32>, symbol: String, place: String, issued: String, draft_round: Option<u32>,
        title: String, event: String, citations: Vec<Citation>, preamble: Vec<Block>, outline: Vec<Part>, closing: Vec<Block>,
        subjects: Vec<Subject>, methods: Vec<Subject>, conferences: Vec<Conference>, circles: Vec<Circle>, agenda: Agenda,
        collecting: Collecting, limits: Vec<Limit>, assignments: Vec<Assignment>, recipients: Vec<Recipient>, filed: String,
        signatories: Vec<Signatory>,
    }
    Unit { sort: String, name: String }
    Names { full: String, short: String, head_superior: String, head_own: String, symbol: String, collective: String }
    Organ { id: u32, system: String, tier: String, kind: String, unit: Unit, superior: Unit, names: Names }
    Citation { id: u32, kind: String, number: String, date: String, issuer: String, about: String }
    Block { id: u32, marker: String, words: Option<String>, list: Option<String>, layout: String, wordings: BTreeMap<u32, String> }
    Part { id: u32, heading: String, run_in: bool, blocks: Vec<Block>, parts: Vec<Part>, after: Vec<Block> }
    Subject { id: u32, text: String, fields: Vec<String>, conference: Option<u32> }
    Conference { id: u32, kind: String, name: String, audience: String, when: String, venue: Option<String> }
    Quota { count: String, noun: String, per: String, units: Option<u32> }
    Participant { id: u32, who: String, quota: Option<Quota> }
    Circle { id: u32, role: String, heading: String, quota: Option<Quota>, participants: Vec<Participant> }
    AgendaItem { id: u32, text: String, minutes: Option<u32> }
    Agenda { start: String, items: Vec<AgendaItem> }
    Collecting {
        form_title: String, form: Option<u32>, handed_out_by: String, handed_out_to: String, merged_by: String,
        return_by: String, merge_by: String,
    }
    Limit { id: u32, kind: String, when: String }
    Deadline { id: u32, when: String }
    Task { id: u32, text: String, deadlines: Vec<Deadline> }
    Assignment { id: u32, agency: String, stage: String, layout: String, tasks: Vec<Task> }
    Recipient { id: u32, who: String, purpose: String }
    Signatory { id: u32, power: String, of: String, head: String, position: String, signer: String, standing_office: String }
    FormItem { id: u32, text: String, sub: bool }
    FormBlock {
        id: u32, kind: String, title: String, help: String, options: Vec<FormItem>, rows: Vec<FormItem>, lines: u32,
        columns: u32, other: bool, split: bool, unnumbered: bool,
    }
    Form {
        id: u32, title: String, subtitle: String, model: String, headed: bool, sealed: bool, enclosed: bool, secret: bool,
        numbered: bool, size: String, landscape: bool, two_up: bool, two_sided: bool, counted: bool, corner_marks: bool,
        header: String, footer: String, blocks: Vec<FormBlock>, lots: Vec<Village>, first: Option<u32>, stub: bool,
    }
    Village { id: u32, name: String, head: String, copies: u32 }
    Invitee { id: u32, name: String, office: String, role: String }
    Opinion {
        id: u32, text: String, by: String, from: String, field: String, repeated: u32, level: String, answered_by: String,
        result: String, outcome: String, deadline: String,
    }
    VillageCount {
        id: u32, village: String, households: Option<u32>, issued: Option<u32>, returned: Option<u32>, valid: Option<u32>,
        invalid: Option<u32>, agree: Option<u32>, disagree: Option<u32>, other: Option<u32>,
    }
    Resolution { id: u32, text: String, agency: String, deadline: String }
    Proceedings {
        invitees: Vec<Invitee>, opinions: Vec<Opinion>, counts: Vec<VillageCount>, matter: String,
        resolutions: Vec<Resolution>, chair: String, secretary: String, attended: Option<u32>, held: String, began: String,
        ended: String,
    }
    Passage { key: String, text: String }
    Recipients { lines: Vec<Recipient>, filed: String }
    OwnPaper {
        organ: Option<Organ>, number: Option<u32>, symbol: String, place: String, issued: String, draft_round: Option<u32>,
        signatories: Vec<Signatory>, recipients: Option<Recipients>, passages: Vec<Passage>, each: bool, two_up: bool,
        enclosed: Vec<String>,
    }
    Office { schema: u32, organ: Organ, place: String, signatories: Vec<Signatory>, recipients: Vec<Recipient>, villages: Vec<Village> }
}
