//! The browser, one thin file per thing.
