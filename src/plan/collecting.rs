//! How opinions are collected before the conference (lấy ý kiến).

use crate::id::Id;
use crate::text::Text;
use crate::words::When;

/// The way of the opinion form: out to the people and back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collecting {
    /// The title of the form; none where no form is used.
    pub form_title: Text,
    /// The form of the dossier that is handed out, once one is bound.
    pub form: Option<Id>,
    /// Who hands it out.
    pub handed_out_by: Text,
    /// Who gets it.
    pub handed_out_to: Text,
    /// Who collects and merges the answers.
    pub merged_by: Text,
    /// By when the forms are back.
    pub return_by: When,
    /// By when the digest is ready.
    pub merge_by: When,
}

impl Collecting {
    /// Whether the plan says anything of a form.
    pub fn is_blank(&self) -> bool {
        self.form_title.is_blank() && self.handed_out_by.is_blank() && self.merged_by.is_blank()
    }
}
