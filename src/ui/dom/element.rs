//! One element, put together call by call.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, Node};

use super::attribute::Attribute;
use super::content::{Content, View};
use super::live::follow;

/// An element of the document.
#[derive(Clone)]
pub struct El(Element);

/// A new element.
pub fn el(tag: &'static str) -> El {
    El(made(document().create_element(tag)))
}

/// A new element of a drawing.
pub fn svg(tag: &'static str) -> El {
    El(made(document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag)))
}

fn made(element: Result<Element, JsValue>) -> Element {
    // Refused only for a tag that is no name, and every tag is written in the code.
    element.unwrap_throw()
}

impl El {
    /// Its class or classes.
    pub fn class(self, class: impl Attribute) -> Self {
        self.attr("class", class)
    }

    /// One more class, for as long as something is so.
    pub fn class_if(self, class: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        let list = self.0.class_list();
        let is: Box<dyn Fn() -> bool> = Box::new(is);
        // Refused only for a class with a space in it.
        follow(move || drop(list.toggle_with_force(class, is())));
        self
    }

    /// An attribute. A value of `None` or `false` leaves it out.
    pub fn attr(self, name: &'static str, value: impl Attribute) -> Self {
        value.put_on(&self.0, name);
        self
    }

    /// Its id.
    pub fn id(self, id: impl Attribute) -> Self {
        self.attr("id", id)
    }

    /// What a field says. Set only where it differs, so that the cursor stays where it is.
    pub fn value(self, value: Signal<String>) -> Self {
        let field = self.0.clone();
        follow(move || {
            let value = JsValue::from_str(&value.get());
            let name = JsValue::from_str("value");
            // Every field has the property; one that had not would show nothing.
            if js_sys::Reflect::get(&field, &name).as_ref() != Ok(&value) {
                let _ = js_sys::Reflect::set(&field, &name, &value);
            }
        });
        self
    }

    /// A property that is true or false: `checked`, `selected`.
    pub fn flag(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        let element = self.0.clone();
        let is: Box<dyn Fn() -> bool> = Box::new(is);
        // Refused only for a property that can be read alone.
        follow(move || {
            drop(js_sys::Reflect::set(
                &element,
                &JsValue::from_str(name),
                &JsValue::from_bool(is()),
            ))
        });
        self
    }

    /// What happens at an event. The handler lives for as long as the element does.
    pub fn on(self, event: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(handler));
        self
    }

    fn listen(&self, event: &str, handler: Box<dyn FnMut(Event)>) {
        let handler = Closure::wrap(handler).into_js_value();
        // Adding a listener does not fail.
        let _ = self.0.add_event_listener_with_callback(event, handler.unchecked_ref());
    }

    /// Puts something at its end.
    pub fn child(self, content: impl Content) -> Self {
        self.put(&content.view());
        self
    }

    fn put(&self, View(node): &View) {
        // Refused only for what would stand inside itself.
        let _ = self.0.append_child(node);
    }

    /// The element itself.
    pub fn element(&self) -> &Element {
        &self.0
    }

    /// The element itself, with what pages do to elements: focus, click.
    pub fn html(&self) -> &HtmlElement {
        self.0.unchecked_ref()
    }

    /// As a node, for comparing.
    pub fn node(&self) -> &Node {
        &self.0
    }
}

impl Content for El {
    fn view(self) -> View {
        View(self.0.into())
    }
}

/// What the field that an event came from says.
pub fn value_of(event: &Event) -> String {
    event_target_value(event)
}

/// Whether the box or ring that an event came from is chosen.
pub fn checked_of(event: &Event) -> bool {
    event.target().is_some_and(|it| it.unchecked_ref::<HtmlInputElement>().checked())
}

/// The key of a key event: `Enter`, `ArrowLeft`.
pub fn key_of(event: &Event) -> String {
    event.unchecked_ref::<KeyboardEvent>().key()
}
