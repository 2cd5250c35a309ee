//! Developer commands, called as `cargo xtask COMMAND` (the alias stands in `.cargo/config.toml`).

mod bench;
mod build;
mod check;
mod dist;
mod guide;
mod oldest;
mod pack;
mod process;
mod serve;
mod single;
mod system;
mod test;
mod tools;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a command gives back; its error is one message for the developer.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "\
cargo xtask serve [--port N]                            build and serve the page for development
cargo xtask test [--full] [--seeds DIR] [--only STEP]   everything that must pass; --only may be given again
cargo xtask dist [--bench]                              write dist/ (with --bench: target/bench/)
cargo xtask bench                                       print the figures of MEASUREMENTS.md
cargo xtask hook                                        called by Trunk after its build, see Trunk.toml";

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The values of the options of one command, taken off one by one; what is left over is a mistake.
struct Arguments(Vec<String>);

impl Arguments {
    fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|argument| argument != name);
        self.0.len() < before
    }

    fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|argument| argument == name) else {
            return Ok(None);
        };
        if at + 1 >= self.0.len() {
            return Err(format!("{name} needs a value").into());
        }
        self.0.remove(at);
        Ok(Some(self.0.remove(at)))
    }

    fn done(self) -> Result<()> {
        match self.0.first() {
            None => Ok(()),
            Some(left) => Err(format!("unknown argument {left}\n\n{USAGE}").into()),
        }
    }
}

fn command(name: &str, mut arguments: Arguments) -> Result<bool> {
    match name {
        "serve" => {
            let port = arguments.value("--port")?.map(|port| port.parse()).transpose()?;
            arguments.done()?;
            serve::serve(port.unwrap_or(8080)).map(|()| true)
        }
        "hook" => {
            arguments.done()?;
            serve::hook().map(|()| true)
        }
        "dist" => {
            let flavour = if arguments.flag("--bench") { dist::Flavour::Bench } else { dist::Flavour::Release };
            arguments.done()?;
            dist::dist(flavour).map(|_| true)
        }
        "bench" => {
            arguments.done()?;
            bench::bench().map(|()| true)
        }
        "test" => {
            let full = arguments.flag("--full");
            // The tests run in other folders than the developer.
            let seeds = match arguments.value("--seeds")? {
                Some(seeds) => {
                    let folder = PathBuf::from(&seeds).canonicalize();
                    Some(folder.map_err(|error| format!("--seeds {seeds}: {error}"))?)
                }
                None => None,
            };
            let mut only = Vec::new();
            while let Some(step) = arguments.value("--only")? {
                only.push(step);
            }
            arguments.done()?;
            test::test(&test::Options { full, seeds, only })
        }
        _ => Err(format!("unknown command {name}\n\n{USAGE}").into()),
    }
}

fn main() -> ExitCode {
    let mut given = std::env::args().skip(1);
    let Some(name) = given.next() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    match command(&name, Arguments(given.collect())) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask {name}: {error}");
            ExitCode::FAILURE
        }
    }
}
