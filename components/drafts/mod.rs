//! Drafts: the home with their list, the gallery of templates, the status line, the copies that are
//! kept, the backup file, and what is told where another tab has a draft.

mod backup;
mod home;
mod keeping;
mod own_page;
mod standing;
mod status;
mod templates;
mod versions;

pub use backup::{backup_text, file_name, save_backup, save_form};
pub use home::{Home, saved_words};
pub use own_page::OwnPage;
pub use standing::StandingBanner;
pub use status::StatusLine;
pub use templates::{Miniature, TemplateGallery, start_from};
pub use versions::VersionsScreen;
