//! One finding as a line: its weight, its words, the way to its place, its repair, and what helps to judge it.

use doi_thoai::finding::{Finding, Severity};
use leptos::prelude::*;

use crate::kit::{Action, Row};
use crate::locales::{Messages, finding_words};

/// What can be done about a finding.
#[derive(Clone, Copy)]
pub struct Ways {
    /// Shows the question of its place.
    pub go: Callback<u32>,
    /// Repairs it.
    pub repair: Callback<Finding>,
    /// What stands below it, beside the words of its code.
    pub below: fn(&Finding) -> AnyView,
}

/// The most places of one sentence that are led to, each by its button.
const MOST_PLACES: usize = 12;

/// Findings as rows of a list; one that did not change keeps its nodes. The same sentence about several places is told once.
pub fn finding_rows(found: Vec<Finding>, messages: &'static Messages, ways: Ways) -> Vec<Row> {
    let mut told: Vec<(String, Finding, Vec<u32>)> = Vec::new();
    for finding in found {
        let words = finding_words(messages, &finding);
        let place = finding.place.map(|mark| mark.0);
        let same = |(known, first, _): &&mut (String, Finding, Vec<u32>)| {
            // What can be repaired is repaired place by place.
            *known == words && first.code == finding.code && !first.fixable && !finding.fixable && place.is_some()
        };
        match told.iter_mut().find(same) {
            Some((.., places)) => places.extend(place.filter(|place| !places.contains(place))),
            None => told.push((words, finding, place.into_iter().collect())),
        }
    }
    let mut keys: Vec<String> = Vec::new();
    let row = |(words, finding, places): (String, Finding, Vec<u32>)| {
        let mut key = format!("{} {} {places:?} {words}", finding.code, finding.fixable);
        // The same may be found twice at one place.
        while keys.contains(&key) {
            key.push('+');
        }
        keys.push(key.clone());
        Row::new(key, move || line(messages, ways, words, finding, &places))
    };
    told.into_iter().map(row).collect()
}

fn line(messages: &'static Messages, ways: Ways, words: String, finding: Finding, places: &[u32]) -> AnyView {
    let (class, weight) = match finding.severity {
        Severity::Error => ("missing wrong", messages.finding_error),
        Severity::Warning => ("missing", messages.finding_warning),
        Severity::Advice => ("missing advice", messages.finding_advice),
    };
    let go = places.iter().take(MOST_PLACES).enumerate().map(|(at, place)| {
        let place = *place;
        let label = if at == 0 { messages.go_there.to_owned() } else { format!("{} {}", messages.go_there, at + 1) };
        view! { <Action label=label on_press=Callback::new(move |()| ways.go.run(place))/> }
    });
    let go = go.collect_view();
    let below = (ways.below)(&finding);
    let fixable = finding.fixable;
    let repair = move |()| ways.repair.run(finding.clone());
    view! {
        <li class=class>
            <p><strong>{weight}": "</strong>{words}</p>
            <span class="draft-actions">
                {go}
                {fixable.then(|| view! { <Action label=messages.fix_it on_press=Callback::new(repair)/> })}
            </span>
            {below}
        </li>
    }
    .into_any()
}
