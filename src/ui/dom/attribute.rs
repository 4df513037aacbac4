//! What an attribute can be set to: a value, or something that gives one and is followed.

use std::borrow::Cow;

use leptos::prelude::*;
use web_sys::Element;

use super::live::follow;

/// A value of an attribute.
pub trait Value {
    /// As the document takes it; `None` leaves the attribute out.
    fn value(self) -> Option<Cow<'static, str>>;
}

/// A value, or a closure or signal that gives one.
pub trait Attribute {
    /// Puts it on the element, and keeps it there as it changes.
    fn put_on(self, element: &Element, name: &'static str);
}

impl Value for &'static str {
    fn value(self) -> Option<Cow<'static, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Value for String {
    fn value(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self))
    }
}

/// There or not: `disabled`, `hidden`.
impl Value for bool {
    fn value(self) -> Option<Cow<'static, str>> {
        self.then_some(Cow::Borrowed(""))
    }
}

impl Value for u32 {
    fn value(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self.to_string()))
    }
}

impl<V: Value> Value for Option<V> {
    fn value(self) -> Option<Cow<'static, str>> {
        self.and_then(Value::value)
    }
}

macro_rules! fixed {
    ($($kind:ty),+) => {$(
        impl Attribute for $kind {
            fn put_on(self, element: &Element, name: &'static str) {
                put(element, name, self.value().as_deref());
            }
        }
    )+};
}

fixed!(&'static str, String, bool, u32);

impl<A: Attribute> Attribute for Option<A> {
    fn put_on(self, element: &Element, name: &'static str) {
        if let Some(value) = self {
            value.put_on(element, name);
        }
    }
}

impl<F: Fn() -> V + 'static, V: Value> Attribute for F {
    fn put_on(self, element: &Element, name: &'static str) {
        keep(element.clone(), name, Box::new(move || self().value()));
    }
}

impl<V: Value + Clone + Send + Sync + 'static> Attribute for Signal<V> {
    fn put_on(self, element: &Element, name: &'static str) {
        keep(element.clone(), name, Box::new(move || self.get().value()));
    }
}

fn put(element: &Element, name: &str, value: Option<&str>) {
    // Refused only for names that are no names, and ours are written in the code.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Follows a value and touches the document only where it differs.
fn keep(element: Element, name: &'static str, value: Box<dyn Fn() -> Option<Cow<'static, str>>>) {
    let mut before = None;
    follow(move || {
        let now = value();
        if now != before {
            put(&element, name, now.as_deref());
            before = now;
        }
    });
}
