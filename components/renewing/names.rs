//! What changes are called on the screen, and what is said of a kind of them.

use doi_thoai::renew::{Change, Kind};
use doi_thoai::style::FormatCode;

use crate::locales::{Messages, fill};
use crate::papers::name;

/// The heading of a kind of changes.
pub fn heading(messages: &Messages, kind: Kind) -> &'static str {
    match kind {
        Kind::Year => messages.year,
        Kind::Number => messages.renew_number,
        Kind::Issued => messages.renew_issued,
        Kind::Conference => messages.renew_conference,
        Kind::Limit => messages.limits,
        Kind::Collecting => messages.step_collecting,
        Kind::Deadline => messages.renew_deadline,
        Kind::DateInWords => messages.renew_dates,
        Kind::YearInWords => messages.renew_years,
        Kind::Ended => messages.renew_ended,
        Kind::EndedOrgan => messages.organ,
        Kind::Format => messages.format,
        Kind::Invitees => messages.renew_invitees,
        Kind::Proceedings => messages.renew_proceedings,
        Kind::Citation => messages.renew_citation,
        Kind::Signer => messages.renew_signer,
    }
}

/// What helps to judge changes of a kind.
pub fn hint(messages: &Messages, kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Ended | Kind::EndedOrgan => Some(messages.renew_ended_hint),
        Kind::Citation => Some(messages.renew_citation_hint),
        Kind::Signer => Some(messages.renew_signer_hint),
        _ => None,
    }
}

/// What a change is about: its paper where that is not the plan, and its thing.
pub fn about(messages: &Messages, change: &Change) -> String {
    let thing = match change.key.as_str() {
        "collecting/return" => messages.fact_return,
        "collecting/merge" => messages.fact_merge,
        "proceedings/opinions" => messages.opinions,
        "proceedings/counts" => messages.counts,
        "proceedings/resolutions" => messages.resolutions,
        "proceedings/held" => messages.course,
        "proceedings/invitees" => messages.invitees,
        _ => change.about.as_str(),
    };
    let paper = change.paper.map_or("", |kind| name(messages, kind));
    let parts = [paper, thing].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// What stands before and after, in words.
pub fn sides(messages: &Messages, change: &Change) -> (String, String) {
    let format = |code: &str| match FormatCode::from_code(code) {
        Some(FormatCode::Nd30) => messages.format_nd30.to_owned(),
        Some(FormatCode::Hd36) => messages.format_hd36.to_owned(),
        Some(FormatCode::Hd05) => messages.format_hd05.to_owned(),
        None => code.to_owned(),
    };
    let counted = matches!(change.kind, Kind::Proceedings | Kind::Invitees) && change.key != "proceedings/held";
    match change.kind {
        Kind::Format => (format(&change.before), format(&change.after)),
        _ if counted => (fill(messages.entries_n, &[("n", &change.before)]), change.after.clone()),
        _ => (change.before.clone(), change.after.clone()),
    }
}
