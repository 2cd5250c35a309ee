//! What the examples share: arguments, reading a draft, writing the answer.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::process::ExitCode;

use chrono::NaiveDate;
use doi_thoai::dossier::Dossier;
use doi_thoai::draft::read_backup;
use doi_thoai::words::parse_date;

/// The arguments of a call.
pub struct Arguments {
    /// Those that belong to no option.
    pub free: Vec<String>,
    options: Vec<(String, String)>,
}

impl Arguments {
    fn read() -> Self {
        let mut arguments = Self { free: Vec::new(), options: Vec::new() };
        let mut rest = std::env::args().skip(1);
        while let Some(argument) = rest.next() {
            if argument.starts_with("--") {
                arguments.options.push((argument, rest.next().unwrap_or_default()));
            } else {
                arguments.free.push(argument);
            }
        }
        arguments
    }

    /// The value of an option.
    pub fn option(&self, name: &str) -> Option<&str> {
        self.options.iter().find(|(option, _)| option == name).map(|(_, value)| value.as_str())
    }
}

/// Runs a command and writes what it returns to `--out`, or prints it.
pub fn run(command: impl Fn(&Arguments) -> Result<Vec<u8>, Box<dyn Error>>) -> ExitCode {
    let arguments = Arguments::read();
    let done = command(&arguments).and_then(|answer| match arguments.option("--out") {
        Some(file) => Ok(fs::write(file, answer)?),
        None => Ok(std::io::stdout().write_all(&answer)?),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

/// The draft named first, and the day that the command takes for today: `--today`, else the draft's `saved_at`.
pub fn draft(arguments: &Arguments) -> Result<(Dossier, NaiveDate), Box<dyn Error>> {
    let file = arguments.free.first().ok_or("which file?")?;
    let envelope = read_backup(&fs::read_to_string(file)?)?;
    let day = arguments.option("--today").unwrap_or_else(|| envelope.saved_at.get(..10).unwrap_or_default());
    let year = envelope.dossier.settings.year;
    let today = parse_date(day, year).ok().or_else(|| NaiveDate::from_ymd_opt(year, 1, 1)).ok_or("no day")?;
    Ok((envelope.dossier, today))
}
