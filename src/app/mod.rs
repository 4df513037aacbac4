//! Use cases, and the traits that the browser implements for them.
