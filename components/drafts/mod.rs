//! Drafts: the home with their list, the gallery of templates, the status line, the backup file.

mod backup;
mod home;
mod status;
mod templates;

pub use backup::{backup_text, file_name, save_backup, save_form};
pub use home::{Home, saved_words};
pub use status::StatusLine;
pub use templates::{Miniature, TemplateGallery, start_from};
