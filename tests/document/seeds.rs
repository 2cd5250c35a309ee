//! The samples, and the real plans as they come in, against the facts of the real plans, by the seeds' own judge. The seeds are not in the repository: the
//! folder is named in `DOI_THOAI_SEEDS`.

use std::path::PathBuf;
use std::process::Command;

use doi_thoai::facts::{facts, of_import};
use doi_thoai::import;

use crate::support::{SAMPLES, path, sample, saved_on};

/// What the judge of the seeds says of facts, where it is not content.
fn judged(seeds: &std::path::Path, name: &str, facts: &str, arguments: &[&str]) -> Option<String> {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    std::fs::write(&file, facts).expect("a file in the target folder");
    let output = Command::new("python3")
        .arg(seeds.join("compare"))
        .arg(&file)
        .arg(seeds.join(format!("{name}.facts.json")))
        .args(arguments)
        .output()
        .expect("python3 runs");
    let said = [output.stdout, output.stderr].concat();
    (!output.status.success()).then(|| format!("{name}:\n{}", String::from_utf8_lossy(&said)))
}

#[test]
fn each_seed_comes_in_with_every_fact() {
    let Some(seeds) = std::env::var_os("DOI_THOAI_SEEDS") else {
        eprintln!("seeds not given: set DOI_THOAI_SEEDS to their folder");
        return;
    };
    let seeds = path(seeds);
    let mut failed = Vec::new();
    for name in SAMPLES {
        let source = seeds.join(format!("{name}.txt"));
        let bytes = std::fs::read(&source).expect("a seed");
        let import = import::read(&import::file(&bytes).expect("a text"), &import::NO_CORRECTIONS, 2026);
        let told = of_import(&import, crate::support::day(2026, 1, 1)).to_string();
        failed.extend(judged(&seeds, name, &told, &["--source", &source.display().to_string()]));
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn each_sample_tells_every_fact_of_its_seed() {
    let Some(seeds) = std::env::var_os("DOI_THOAI_SEEDS") else {
        eprintln!("seeds not given: set DOI_THOAI_SEEDS to their folder");
        return;
    };
    let seeds = path(seeds);
    let mut failed = Vec::new();
    for name in SAMPLES {
        let envelope = sample(name);
        let told = facts(&envelope.dossier, saved_on(&envelope));
        failed.extend(judged(&seeds, name, &told.to_string(), &["--sample", "--only", "Kế hoạch"]));
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
