//! Describes the fields of a record, a line each, in place of a reader and a writer written out by hand.
//!
//! ```ignore
//! fields! {
//!     /// Where and when.
//!     Lesson {
//!         /// Its day.
//!         day / set_day: Day = DAY,
//!         /// The room.
//!         room / set_room: Text = "room",
//!         /// What an adult does.
//!         role / set_role(adult): Text = "roles/{adult}",
//!     }
//! }
//! ```
//!
//! Each line names the reader, the writer, the shape and the path; what stands once for each of several things
//! names their ids, and its path says where they go:
//!
//! | shape | reads and writes | stored as |
//! |---|---|---|
//! | `Text` | `String`, written as `&str` | the text; an empty one is not there |
//! | `Record` | `Option<RecordId>` | its text |
//! | `Day` | `Option<NaiveDate>` | `2026-11-23` |
//! | `Time` | `Option<NaiveTime>` | `08:15` |
//! | `Flag` | `bool` | `true`, or not there |
//! | `Number` | `Option<u64>` | the number |
//!
//! Reading forgives: a value of another type counts as absent and stays as it is.

/// See the module.
macro_rules! fields {
    (@read $self:ident, $path:expr, Text) => { $self.0.text($path) };
    (@read $self:ident, $path:expr, Record) => { $self.0.parsed($path) };
    (@read $self:ident, $path:expr, Day) => { $self.0.day($path) };
    (@read $self:ident, $path:expr, Time) => { $self.0.time($path) };
    (@read $self:ident, $path:expr, Flag) => { $self.0.flag($path) };
    (@read $self:ident, $path:expr, Number) => { $self.0.number($path) };

    (@write $self:ident, $path:expr, $value:ident, Text) => { $self.0.set_text($path, $value) };
    (@write $self:ident, $path:expr, $value:ident, Record) => {
        $self.0.set($path, $crate::domain::record::values::of_record($value))
    };
    (@write $self:ident, $path:expr, $value:ident, Day) => {
        $self.0.set($path, $crate::domain::record::values::of_day($value))
    };
    (@write $self:ident, $path:expr, $value:ident, Time) => {
        $self.0.set($path, $crate::domain::record::values::of_time($value))
    };
    (@write $self:ident, $path:expr, $value:ident, Flag) => {
        $self.0.set($path, $crate::domain::record::values::of_flag($value))
    };
    (@write $self:ident, $path:expr, $value:ident, Number) => {
        $self.0.set($path, $value.map(serde_json::Value::from))
    };

    (@type Text) => { String };
    (@type Record) => { Option<$crate::ledger::RecordId> };
    (@type Day) => { Option<chrono::NaiveDate> };
    (@type Time) => { Option<chrono::NaiveTime> };
    (@type Flag) => { bool };
    (@type Number) => { Option<u64> };
    (@given Text) => { &str };
    (@given $shape:ident) => { $crate::domain::record::fields!(@type $shape) };

    // One field: at a path of its own, or one for each of the ids that its path names.
    (@both $shape:ident, $path:expr, $read:ident, $write:ident, $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $read(&self) -> $crate::domain::record::fields!(@type $shape) {
            $crate::domain::record::fields!(@read self, $path, $shape)
        }

        #[doc = concat!("Writes what [`Self::", stringify!($read), "`] reads.")]
        pub fn $write(&mut self, value: $crate::domain::record::fields!(@given $shape)) {
            $crate::domain::record::fields!(@write self, $path, value, $shape);
        }
    };
    (@both $shape:ident, $path:expr, $read:ident, $write:ident ($($id:ident),+), $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $read(&self, $($id: &str),+) -> $crate::domain::record::fields!(@type $shape) {
            $crate::domain::record::fields!(@read self, &format!($path), $shape)
        }

        #[doc = concat!("Writes what [`Self::", stringify!($read), "`] reads.")]
        pub fn $write(&mut self, $($id: &str),+, value: $crate::domain::record::fields!(@given $shape)) {
            $crate::domain::record::fields!(@write self, format!($path), value, $shape);
        }
    };

    ($(#[$about:meta])* $record:ident {
        $($(#[$doc:meta])* $read:ident / $write:ident $(($($id:ident),+))?: $shape:ident = $path:expr,)*
    }) => {
        $(#[$about])*
        impl $record {
            $($crate::domain::record::fields! {
                @both $shape, $path, $read, $write $(($($id),+))?, $(#[$doc])*
            })*
        }
    };
}

pub(in crate::domain) use fields;
