//! Figures in the language of the person.

use crate::analysis::shown_figures as shown;
use crate::domain::text::Lang;
use crate::ui::shell::App;

fn comma(app: App) -> bool {
    app.lang() == Lang::Da
}

/// A score or a mean: `2,7`.
pub fn plain(app: App, figure: f64, decimals: usize) -> String {
    shown::plain(figure, decimals, comma(app))
}

/// A change: `+0,5`.
pub fn change(app: App, figure: f64, decimals: usize) -> String {
    shown::change(figure, decimals, comma(app))
}

/// A number that somebody typed: `12,5`.
pub fn typed(app: App, figure: f64) -> String {
    shown::typed(figure, comma(app))
}
