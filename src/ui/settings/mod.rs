//! What a person chooses for this device, and the trash.

mod settings_page;
mod trash;

pub use settings_page::settings;
pub use trash::trash;
