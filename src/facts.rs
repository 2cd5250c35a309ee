//! What a dossier says, as the facts that a careful reader would list. It serves `examples/facts` and the tests that
//! hold a dossier, or an import, against what is known of its source.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use crate::dossier::Dossier;
use crate::import::{Import, Reading};
use crate::organ::{Power, Signatory, System};
use crate::papers::{PaperKind, compose, plan, words_of, words_without_quota};
use crate::plan::{Amount, Quota, Venue};
use crate::render;
use crate::style::Format;
use crate::text::Fact;
use crate::words::{Interval, Side, When};

/// The facts of a dossier's documents: `{"documents": [ … ]}`.
pub fn facts(dossier: &Dossier, today: NaiveDate) -> Value {
    json!({ "documents": [plan_facts(dossier, today)] })
}

/// The facts of the papers that an import found, one document a paper.
pub fn of_import(import: &Import, today: NaiveDate) -> Value {
    let draft = import.dossier();
    let letter = draft.as_ref().map(|draft| words_said(draft, PaperKind::Letter, today));
    json!({ "documents": import.readings.iter().map(|reading| reading_facts(reading, letter.as_deref(), today)).collect::<Vec<_>>() })
}

fn reading_facts(reading: &Reading, letter: Option<&str>, today: NaiveDate) -> Value {
    let mut facts = plan_facts(&reading.dossier, today);
    facts["type"] = json!(reading.kind);
    let rules = crate::rules::check(&reading.dossier, today);
    let mut codes: Vec<&str> = reading.findings.iter().chain(&rules).map(|finding| finding.code).collect();
    codes.dedup();
    facts["findings"] = json!(codes);
    if reading.is_letter() {
        facts["addressees"] = json!(reading.addressees);
        facts["text"] = json!(letter);
    }
    facts
}

fn plan_facts(dossier: &Dossier, today: NaiveDate) -> Value {
    let plan = &dossier.plan;
    let registration = &plan.registration;
    let format = dossier.format(today).format();
    let organ = plan.organs.first();
    // A paper that is not registered yet has neither number nor place and date.
    let symbol = registration.number.map(|_| plan::symbol(dossier, &format));
    let issued = registration.issued.map(iso);
    let place = registration
        .issued
        .and(organ)
        .map(|organ| if registration.place.is_empty() { organ.place() } else { registration.place.clone() });
    json!({
        "type": "Kế hoạch",
        "system": match dossier.system() {
            System::Party => "party",
            System::State => "state",
            System::Front => "front",
        },
        "organ": organ.map(crate::organ::Organ::full_name),
        "number": registration.number,
        "symbol": symbol,
        "place": place,
        "issued": issued,
        "title": words_of(dossier, &plan.title),
        "citations": plan.citations.iter().map(|citation| json!({
            "type": citation.kind,
            "number": citation.number,
            "date": citation.date.map(iso),
        })).collect::<Vec<_>>(),
        "headings": plan::flow(dossier).iter().filter(|item| item.is_heading())
            .map(|item| format!("{}{}", item.label.printed(), words_of(dossier, &item.text))).collect::<Vec<_>>(),
        "sessions": plan.conferences.iter().map(|conference| json!({
            "from": conference.when.earliest().map(iso),
            "to": conference.when.latest().map(iso),
            "venue": match &conference.venue {
                Venue::At(venue) => Some(words_of(dossier, venue)),
                Venue::Unset | Venue::Announced => None,
            },
        })).collect::<Vec<_>>(),
        "quotas": quotas(dossier),
        "total": plan.participants_total().map(|(count, _)| count),
        "agenda_items": plan.agenda.items.len(),
        "assignments": plan.assignments.iter().map(|assignment| json!({
            "agency": words_of(dossier, &assignment.agency),
            "tasks": assignment.tasks.len(),
            "deadlines": assignment.tasks.iter().flat_map(|task| &task.deadlines)
                .filter_map(|deadline| deadline_code(&deadline.when)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "deadlines": outside_deadlines(dossier),
        "recipients": plan.recipients.lines.len() + usize::from(!plan.recipients.filed.is_empty()),
        "signature": plan.signatories.last().map(|signatory| signature(signatory, &format)),
        "text": words_said(dossier, PaperKind::Plan, today),
    })
}

/// What a paper says, in plain text. The line that the Party draws below a title with hyphens says nothing.
fn words_said(dossier: &Dossier, paper: PaperKind, today: NaiveDate) -> String {
    let text = render::text::text(&compose(dossier, paper, today));
    let drawn = |line: &str| !line.is_empty() && line.chars().all(|letter| letter == '-');
    text.lines().filter(|line| !drawn(line)).flat_map(|line| [line, "\n"]).collect()
}

fn iso(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

fn quotas(dossier: &Dossier) -> Vec<Value> {
    let entry = |who: String, quota: &Quota| {
        let count = match quota.amount {
            Amount::Exact(count) | Amount::About(count) => Some(count),
            Amount::Share(_) | Amount::All => None,
        }?;
        Some(json!({ "who": who, "count": count, "per": (!quota.per.is_empty()).then_some(&quota.per) }))
    };
    let mut found = Vec::new();
    for circle in &dossier.plan.circles {
        found.extend(circle.quota.as_ref().and_then(|quota| entry(words_of(dossier, &circle.heading), quota)));
        for line in &circle.participants {
            let mut who = words_without_quota(dossier, &line.who);
            // "Đại biểu Nhân dân: mỗi thôn cử 05 người": the line says how many, its circle who they are.
            if who.trim().to_lowercase().starts_with("mỗi ")
                && who.split_whitespace().count() < 6
                && !circle.heading.is_blank()
            {
                who = format!("{}: {}", words_of(dossier, &circle.heading), who.trim());
            }
            found.extend(line.quota.as_ref().and_then(|quota| entry(who, quota)));
        }
    }
    found
}

/// A deadline as the facts write it: a date, `session-7d`, `quarterly`.
fn deadline_code(when: &When) -> Option<String> {
    match *when {
        When::Before { day, .. } | When::By { day, .. } => Some(iso(day)),
        When::Relative { side, days, .. } => {
            Some(format!("session{}{days}d", if side == Side::Before { '-' } else { '+' }))
        }
        When::Recurring { every, .. } => Some(
            match every {
                Interval::Week => "weekly",
                Interval::Month => "monthly",
                Interval::Quarter => "quarterly",
                Interval::HalfYear => "half-yearly",
                Interval::Year => "yearly",
            }
            .into(),
        ),
        _ => when.latest().map(iso),
    }
}

/// The limits that some sentence of the plan prints, and those of collecting opinions.
fn outside_deadlines(dossier: &Dossier) -> Vec<String> {
    let plan = &dossier.plan;
    let mut printed = Vec::new();
    plan.texts(&mut |text| printed.extend(text.slots().map(|slot| slot.fact)));
    let limits = plan.limits.iter().filter(|limit| printed.contains(&Fact::Limit(limit.id))).map(|limit| &limit.when);
    let collecting = [&plan.collecting.return_by, &plan.collecting.merge_by];
    limits.chain(collecting).filter_map(deadline_code).collect()
}

fn signature(signatory: &Signatory, format: &Format) -> Value {
    let marks = format.marks;
    let authority = match &signatory.power {
        Power::Collective { .. } | Power::CollectiveDeputy { .. } => marks.on_behalf,
        Power::OwnDeputy { .. } => marks.in_place,
        Power::ByOrder { .. } => marks.by_order,
        Power::ByAuthorisation { .. } => marks.by_authorisation,
        Power::Acting => marks.acting,
        Power::Own => "",
    };
    json!({
        "authority": authority,
        "body": signatory.power.named(),
        "position": signatory.position,
        "signer": signatory.signer,
    })
}
