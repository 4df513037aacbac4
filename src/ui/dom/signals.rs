//! Signals, memos and callbacks by what they give, not by which closure gives it: one of each kind
//! in the program instead of one for each place that makes one.

use std::rc::Rc;

use leptos::prelude::*;

/// Words as they reach a component: fixed, or following the language.
pub type Words = Signal<String>;

/// What happens when something is pressed.
pub type Press = Rc<dyn Fn()>;

/// Who is told of something new.
pub type Told<T> = Rc<dyn Fn(T)>;

/// What happens when something is pressed.
pub fn press(run: impl Fn() + 'static) -> Press {
    Rc::new(run)
}

/// Who is told of something new.
pub fn told<T>(run: impl Fn(T) + 'static) -> Told<T> {
    Rc::new(run)
}

/// Words that follow what they are made of.
pub fn words(give: impl Fn() -> String + Send + Sync + 'static) -> Words {
    derived(Box::new(give))
}

fn derived(give: Box<dyn Fn() -> String + Send + Sync>) -> Words {
    Signal::derive(give)
}

/// Something worked out from signals, told on only when it has become another.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    give: impl Fn() -> T + Send + Sync + 'static,
) -> Signal<T> {
    memo_boxed(Box::new(give))
}

fn memo_boxed<T: PartialEq + Send + Sync + 'static>(
    give: Box<dyn Fn() -> T + Send + Sync>,
) -> Signal<T> {
    Memo::new(move |_| give()).into()
}
