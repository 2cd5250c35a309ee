//! The templates that a new plan starts from, and those of forms: files as data, told in the genre's formulas with
//! slots.

use crate::dossier::Dossier;
use crate::draft::{DraftFault, read_backup, read_form};
use crate::form::Form;
use crate::office::OfficeProfile;
use crate::organ::{Signatory, System};
use crate::plan::Recipient;

/// A template.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// Its name in attributes and in the locales.
    pub code: &'static str,
    /// The system that it is for; none for any.
    pub system: Option<System>,
    data: &'static str,
}

macro_rules! template {
    ($code:literal, $system:expr) => {
        Template { code: $code, system: $system, data: include_str!(concat!("../public/templates/", $code, ".json")) }
    };
}

/// All templates, in the order in which they are offered.
pub const TEMPLATES: [Template; 8] = [
    template!("ubnd-xa", Some(System::State)),
    template!("dang-uy-xa", Some(System::Party)),
    template!("mttq-xa", Some(System::Front)),
    template!("ubnd-dang-uy", Some(System::State)),
    template!("thanh-nien", Some(System::State)),
    template!("nhieu-doi-tuong", Some(System::Party)),
    template!("bi-thu-tinh-uy", Some(System::Party)),
    template!("trong", None),
];

impl Template {
    /// The template with this code.
    pub fn by_code(code: &str) -> Option<Self> {
        TEMPLATES.into_iter().find(|template| template.code == code)
    }

    /// A new dossier from it, for a year and an office. What the office has not said stays as the template has it.
    ///
    /// # Errors
    /// If the template's own data cannot be read, which its test rules out.
    pub fn dossier(&self, year: i32, office: Option<&OfficeProfile>) -> Result<Dossier, DraftFault> {
        let mut dossier = read_backup(self.data)?.dossier;
        dossier.settings.year = year;
        if let (Some(office), Some(organ)) = (office, dossier.plan.organs.first_mut()) {
            // The territory is the same for every organ of a commune; who issues is the template's matter, except
            // where the office is of the template's own kind.
            organ.tier = office.organ.tier;
            organ.unit = office.organ.unit.clone();
            organ.superior = office.organ.superior.clone();
            if organ.kind == office.organ.kind {
                organ.names = office.organ.names.clone();
                dossier.plan.registration.place.clone_from(&office.place);
                start_from_office(&mut dossier, office);
            }
        }
        Ok(dossier)
    }
}

/// Takes over who usually signs and who usually receives, where the office has said so.
fn start_from_office(dossier: &mut Dossier, office: &OfficeProfile) {
    if !office.signatories.is_empty() {
        let signatories = office.signatories.iter().map(|one| Signatory { id: dossier.new_id(), ..one.clone() });
        dossier.plan.signatories = signatories.collect();
    }
    if !office.recipients.is_empty() {
        let lines = office.recipients.iter().map(|one| Recipient { id: dossier.new_id(), ..one.clone() });
        dossier.plan.recipients.lines = lines.collect();
    }
}

/// A template of a form.
#[derive(Clone, Copy, Debug)]
pub struct FormTemplate {
    /// Its name in files and in the locales.
    pub code: &'static str,
    data: &'static str,
}

macro_rules! form_template {
    ($code:literal) => {
        FormTemplate { code: $code, data: include_str!(concat!("../public/forms/", $code, ".json")) }
    };
}

/// All templates of forms, in the order in which they are offered: before the conference, in the hall, what households
/// and voters decide, confidence, satisfaction, and an empty one.
pub const FORM_TEMPLATES: [FormTemplate; 9] = [
    form_template!("y-kien"),
    form_template!("gop-y"),
    form_template!("dang-ky-phat-bieu"),
    form_template!("ho-gia-dinh"),
    form_template!("cu-tri"),
    form_template!("tin-nhiem-danh-dau"),
    form_template!("tin-nhiem-gach-ten"),
    form_template!("hai-long"),
    form_template!("trong"),
];

impl FormTemplate {
    /// The template with this code.
    pub fn by_code(code: &str) -> Option<Self> {
        FORM_TEMPLATES.into_iter().find(|template| template.code == code)
    }

    /// Its form, with identities of its own: a dossier adopts it. Its slots are facts that every plan has.
    ///
    /// # Errors
    /// If the template's own data cannot be read, which its test rules out.
    pub fn form(&self) -> Result<Form, DraftFault> {
        read_form(self.data)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Block;
    use crate::form::Kind;
    use crate::form::check::any_form::any_form;
    use crate::papers::{self, PaperKind, compose};
    use crate::render;
    use chrono::NaiveDate;
    use proptest::prelude::*;

    #[test]
    fn every_template_opens_and_composes() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for template in TEMPLATES {
            let dossier = template.dossier(2027, None).unwrap_or_else(|fault| panic!("{}: {fault}", template.code));
            assert_eq!(dossier.settings.year, 2027);
            assert_eq!(template.system.unwrap_or(dossier.system()), dossier.system(), "{}", template.code);
            let paper = compose(&dossier, PaperKind::Plan, today);
            assert!(paper.holes() > 0, "{}: only the officer knows the unit's name and the dates", template.code);
            let text = crate::render::text::text(&paper);
            assert!(!text.contains('{') && !text.contains('}'), "{}: a slot that no code names", template.code);
        }
    }

    proptest! {
        /// A form that no template has: whatever a file holds is set, drawn and told.
        #[test]
        fn any_form_at_all_is_set(form in any_form()) {
            let dossier = Dossier::empty(2026);
            let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
            let paper = papers::form::compose(&dossier, &form, day);
            prop_assert!(!render::html::file(&paper).is_empty() && !render::text::text(&paper).is_empty());
            // Every block but the end of a page stands on the paper.
            let breaks = form.blocks.iter().filter(|block| block.kind == Kind::PageBreak).count();
            let blocks = paper.blocks.iter();
            let groups = blocks.filter(|block| matches!(***block, Block::Group(_))).count();
            prop_assert_eq!(groups + breaks, form.blocks.len());
        }
    }
}
