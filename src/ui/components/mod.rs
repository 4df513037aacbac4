//! The base of components that every page is built from.
