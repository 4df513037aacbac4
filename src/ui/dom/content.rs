//! What can stand inside an element.

use leptos::prelude::*;
use web_sys::Node;

use super::live::{live, live_text};

/// Something made: an element, a text, or several of them in a row.
#[derive(Clone)]
pub struct View(pub(super) Node);

impl View {
    /// Nothing.
    pub fn nothing() -> Self {
        Self(document().create_document_fragment().into())
    }

    /// The node, for the one who puts it in the document.
    pub fn node(&self) -> &Node {
        &self.0
    }
}

/// What can stand inside an element: elements, texts, numbers, options and lists of those, and
/// closures that give any of them, which are followed.
pub trait Content: Sized + 'static {
    /// Makes it.
    fn view(self) -> View;

    /// Makes what a closure gives, anew whenever a signal it read has changed.
    fn followed(give: impl Fn() -> Self + 'static) -> View {
        live(Box::new(move || give().view()))
    }
}

impl Content for View {
    fn view(self) -> View {
        self
    }
}

impl Content for () {
    fn view(self) -> View {
        View::nothing()
    }
}

impl Content for &'static str {
    fn view(self) -> View {
        text(self)
    }

    fn followed(give: impl Fn() -> Self + 'static) -> View {
        live_text(Box::new(move || give().to_owned()))
    }
}

impl Content for String {
    fn view(self) -> View {
        text(&self)
    }

    fn followed(give: impl Fn() -> Self + 'static) -> View {
        live_text(Box::new(give))
    }
}

macro_rules! numbers {
    ($($kind:ty),+) => {$(
        impl Content for $kind {
            fn view(self) -> View {
                self.to_string().view()
            }

            fn followed(give: impl Fn() -> Self + 'static) -> View {
                live_text(Box::new(move || give().to_string()))
            }
        }
    )+};
}

numbers!(u8, u32, u64, usize, i64);

impl<C: Content> Content for Option<C> {
    fn view(self) -> View {
        self.map_or_else(View::nothing, Content::view)
    }
}

impl<C: Content> Content for Vec<C> {
    fn view(self) -> View {
        row(self.into_iter().map(Content::view).collect())
    }
}

impl<C: Content, F: Fn() -> C + 'static> Content for F {
    fn view(self) -> View {
        C::followed(self)
    }
}

impl<C: Content + Clone + Send + Sync> Content for Signal<C> {
    fn view(self) -> View {
        C::followed(move || self.get())
    }
}

macro_rules! several {
    ($($name:ident),+) => {
        impl<$($name: Content),+> Content for ($($name,)+) {
            fn view(self) -> View {
                #[allow(non_snake_case, reason = "named as their types")]
                let ($($name,)+) = self;
                row(vec![$($name.view()),+])
            }
        }
    };
}

several!(A, B);
several!(A, B, C);
several!(A, B, C, D);
several!(A, B, C, D, E);
several!(A, B, C, D, E, G);

fn text(text: &str) -> View {
    View(document().create_text_node(text).into())
}

fn row(views: Vec<View>) -> View {
    let row = View::nothing();
    for View(node) in views {
        // A fragment that was just made takes any node.
        let _ = row.0.append_child(&node);
    }
    row
}
