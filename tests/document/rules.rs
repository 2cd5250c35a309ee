//! What the rules say of the samples and the templates: nothing but what their sources deserve.

use doi_thoai::dossier::Dossier;
use doi_thoai::draft::read_backup;
use doi_thoai::rules::{RULES, check, fix};
use doi_thoai::templates::TEMPLATES;

use crate::support::{SAMPLES, called, day, read, sample, saved_on};

fn lines(dossier: &Dossier, today: chrono::NaiveDate) -> String {
    let mut lines = String::new();
    for finding in check(dossier, today) {
        let place = finding.place.and_then(doi_thoai::papers::Place::of).map(|place| called(dossier, place));
        let said: Vec<String> = finding.arguments.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        let fixable = if finding.fixable { " | fixable" } else { "" };
        lines.push_str(&format!("{} | {} | {}{fixable}\n", finding.code, place.unwrap_or_default(), said.join(", ")));
    }
    lines
}

#[test]
fn each_sample_trips_what_its_source_deserves() {
    for name in SAMPLES {
        let envelope = sample(name);
        insta::assert_snapshot!(format!("{name}.rules"), lines(&envelope.dossier, saved_on(&envelope)));
    }
}

#[test]
fn templates_trip_nothing() {
    let mut found = String::new();
    for template in TEMPLATES {
        let dossier = template.dossier(2027, None).unwrap_or_else(|fault| panic!("{}: {fault}", template.code));
        for line in lines(&dossier, day(2026, 11, 22)).lines() {
            found.push_str(&format!("{}: {line}\n", template.code));
        }
    }
    assert_eq!(found, "");
}

/// Each repair takes its finding away and makes no other without end; what is found twice over is repaired once.
#[test]
fn repairs_come_to_an_end() {
    let strange = read_backup(&read("tests/fixtures/draft-v4.json")).expect("the fixture opens");
    let envelopes = SAMPLES.map(sample).into_iter().chain([strange]);
    for envelope in envelopes {
        let (mut dossier, today) = (envelope.dossier.clone(), saved_on(&envelope));
        for step in 0.. {
            let found = check(&dossier, today);
            let Some(finding) = found.iter().find(|finding| finding.fixable) else { break };
            assert!(step < 100, "{}: {finding:?} comes again", dossier.name);
            let mut next = dossier.next_id;
            let command = fix(&dossier, finding, today, &mut || {
                next += 1;
                doi_thoai::id::Id(next - 1)
            });
            let command = command.unwrap_or_else(|| panic!("{finding:?} is not repaired"));
            command.apply(&mut dossier).unwrap_or_else(|refused| panic!("{finding:?}: {refused}"));
            dossier.next_id = next;
            assert!(!check(&dossier, today).contains(finding), "{}: {finding:?} is still there", dossier.name);
        }
    }
}

/// A rule without words would show its code to the officer.
#[test]
fn every_rule_has_its_words() {
    let words = read("components/locales/rules.rs");
    for rule in &RULES {
        assert!(words.contains(&format!("\"{}\" =>", rule.code)), "{}", rule.code);
    }
}
