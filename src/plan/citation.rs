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
        matches!(words::fold(&self.kind).as_str(), "luật" | "bộ luật" | "pháp lệnh" | "hiến pháp")
    }

    /// The first citation, in full. A law is cited without number and issuer, and with its date in words (NĐ 30/2020,
    /// Phụ lục I, mục II.6a and the models of Phụ lục III). The Party sets a comma before "ngày", the State none
    /// (NĐ 30/2020 Điều 8; HD 05-HD/VPTW, confidence M).
    pub fn full(&self, system: System) -> String {
        let (kind, about) = (self.kind.trim(), self.about.trim());
        let comma = if system == System::Party { "," } else { "" };
        if self.is_named_by_title() {
            let date = self.date.map(|date| format!("{comma} {}", words::long_date(date))).unwrap_or_default();
            return format!("{kind} {about}{date}").trim().to_owned();
        }
        let mut text = kind.to_owned();
        let mut push = |lead: &str, part: &str| {
            if !part.is_empty() {
                text.push_str(lead);
                text.push_str(part);
            }
        };
        push(" số ", self.number.trim());
        if let Some(date) = self.date {
            push(&format!("{comma} ngày "), &words::short_date(date));
        }
        push(" của ", self.issuer.trim());
        push(" ", about);
        text.trim().to_owned()
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
