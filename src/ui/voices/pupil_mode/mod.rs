//! The tablet in the hands of pupils or staff: one question a screen, and no way out without the code.

mod adult;
mod answers;
mod area;
mod faces;
mod parts;
mod screens;
mod sitting;
mod tablet;

pub use faces::face;
pub use screens::screen;
pub use tablet::{Tablet, is_code};
