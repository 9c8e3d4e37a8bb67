//! Views of one type. Leptos compiles its machinery once for each type of a view, list or condition, so what is drawn again,
//! repeated or left out is an [`AnyView`].

use leptos::either::Either;
use leptos::prelude::*;

/// Many views, or one that may be missing.
pub trait Views: IntoIterator<Item: IntoView + 'static> + Sized {
    /// All of them, in their order.
    fn views(self) -> Vec<AnyView> {
        self.into_iter().map(IntoAny::into_any).collect()
    }
}

impl<I: IntoIterator<Item: IntoView + 'static>> Views for I {}

/// Draws its children while the condition holds, and what stands in for them otherwise. Leptos' own is compiled once a place.
#[component]
pub fn Show(
    /// What is drawn.
    children: ChildrenFn,
    /// The condition.
    #[prop(into)]
    when: Signal<bool>,
    /// What is drawn otherwise.
    #[prop(optional, into)]
    fallback: ViewFn,
) -> impl IntoView {
    let when = Memo::new(move |_| when.get());
    move || if when.get() { Either::Left(children()) } else { Either::Right(fallback.run()) }
}
