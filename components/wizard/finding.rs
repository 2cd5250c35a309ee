//! One finding as a line: its weight, its words, the way to its place, its repair, and what helps to judge it.

use doi_thoai::finding::{Finding, Severity};
use leptos::prelude::*;

use crate::kit::{Action, Row};
use crate::locales::{Messages, finding_words};

/// What can be done about a finding.
pub struct Ways {
    /// Shows the question of its place.
    pub go: Callback<u32>,
    /// Repairs it.
    pub repair: Callback<Finding>,
    /// What stands below it, beside the words of its code.
    pub below: fn(&Finding) -> AnyView,
}

impl Clone for Ways {
    fn clone(&self) -> Self {
        *self
    }
}

impl Copy for Ways {}

/// Findings as rows of a list; one that did not change keeps its nodes.
pub fn finding_rows(found: Vec<Finding>, messages: &'static Messages, ways: Ways) -> Vec<Row> {
    let row = |(at, finding): (usize, Finding)| {
        let words = finding_words(messages, &finding);
        let key = format!("{at} {} {:?} {words}", finding.code, finding.place);
        Row::new(key, move || line(messages, ways, words, finding))
    };
    found.into_iter().enumerate().map(row).collect()
}

fn line(messages: &'static Messages, ways: Ways, words: String, finding: Finding) -> AnyView {
    let (class, weight) = match finding.severity {
        Severity::Error => ("missing wrong", messages.finding_error),
        Severity::Warning => ("missing", messages.finding_warning),
        Severity::Advice => ("missing advice", messages.finding_advice),
    };
    let go = finding.place.map(|mark| {
        view! { <Action label=messages.go_there on_press=Callback::new(move |()| ways.go.run(mark.0))/> }
    });
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
