//! The browser's own way to put a page on paper.

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Where a browser has no printing nothing happens, and nothing is lost.
        let _ = window.print();
    }
}
