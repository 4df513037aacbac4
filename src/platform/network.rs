//! Whether there is a net at all.

/// Whether the browser says that there is none. That there is one says nothing about what it reaches.
pub fn is_offline() -> bool {
    web_sys::window().is_some_and(|window| !window.navigator().on_line())
}
