//! A legal basis (căn cứ), kept as its parts so that it prints in the right form everywhere.

use chrono::NaiveDate;

use crate::id::{Id, keyed};
use crate::organ::System;
use crate::words;

/// A cited document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// Identity within the dossier.
    pub id: Id,
    /// The kind: "Luật", "Nghị định", "Quyết định" …
    pub kind: String,
    /// The number with its symbol: "2200-QĐ/TU"; for a law "72/2025/QH15".
    pub number: String,
    /// Its date, if it is cited with one.
    pub date: Option<NaiveDate>,
    /// Who issued it: "Bộ Chính trị (khóa XI)"; for a law usually left out.
    pub issuer: String,
    /// What it is about, as it follows the issuer: "về …", "ban hành …"; for a law its name.
    pub about: String,
}

keyed!(Citation);

impl Citation {
    /// Whether it is a law or ordinance, which is cited by its name: "Luật Thực hiện dân chủ ở cơ sở".
    pub fn is_named_by_title(&self) -> bool {
        matches!(
            words::fold(&self.kind).as_str(),
            "luật" | "bộ luật" | "pháp lệnh" | "hiến pháp"
        )
    }

    /// The first citation, in full. The Party sets a comma before "ngày", the State none (NĐ 30/2020 Điều 8 and
    /// Phụ lục I; HD 05-HD/VPTW, confidence M).
    pub fn full(&self, system: System) -> String {
        let mut parts = vec![self.kind.trim().to_owned()];
        if self.is_named_by_title() {
            parts.push(self.about.trim().to_owned());
        }
        if !self.number.trim().is_empty() {
            parts.push(format!("số {}", self.number.trim()));
        }
        if let Some(date) = self.date {
            if system == System::Party
                && let Some(last) = parts.last_mut()
            {
                last.push(',');
            }
            parts.push(format!("ngày {}", words::short_date(date)));
        }
        if !self.issuer.trim().is_empty() {
            parts.push(format!("của {}", self.issuer.trim()));
        }
        if !self.is_named_by_title() {
            parts.push(self.about.trim().to_owned());
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" ")
    }

    /// Every later citation: kind and number, a law by its name alone.
    pub fn short(&self) -> String {
        let name = if self.is_named_by_title() || self.number.trim().is_empty() {
            self.about.trim().to_owned()
        } else {
            format!("số {}", self.number.trim())
        };
        format!("{} {name}", self.kind.trim()).trim().to_owned()
    }

    /// Whether nothing tells which document it is.
    pub fn is_blank(&self) -> bool {
        self.number.trim().is_empty() && self.about.trim().is_empty()
    }
}
