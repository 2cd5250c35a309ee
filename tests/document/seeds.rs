//! The samples against the facts of the real plans, by the seeds' own judge. The seeds are not in the repository: the
//! folder is named in `DOI_THOAI_SEEDS`.

use std::path::PathBuf;
use std::process::Command;

use doi_thoai::facts::facts;

use crate::support::{SAMPLES, path, sample, saved_on};

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
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
        std::fs::write(&file, told.to_string()).expect("a file in the target folder");
        let output = Command::new("python3")
            .arg(seeds.join("compare"))
            .arg(&file)
            .arg(seeds.join(format!("{name}.facts.json")))
            .args(["--sample", "--only", "Kế hoạch"])
            .output()
            .expect("python3 runs");
        if !output.status.success() {
            let said = [output.stdout, output.stderr].concat();
            failed.push(format!("{name}:\n{}", String::from_utf8_lossy(&said)));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
