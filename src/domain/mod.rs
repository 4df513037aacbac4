//! The school's things and their rules.
