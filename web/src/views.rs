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

/// A view that is made again whenever what it reads has changed. As a bare closure each would be compiled with all that Leptos
/// does for it; a boxed one is compiled once.
pub fn live<V: IntoView + 'static>(make: impl Fn() -> V + Send + 'static) -> AnyView {
    boxed(Box::new(move || make().into_any()))
}

fn boxed(make: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || make()).into_any()
}

/// A memo that does not compare: each value it makes is news. Comparing reports or charts would be a lot of code, and slow.
pub fn fresh<T: Send + Sync + 'static>(make: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    Memo::new_with_compare(move |_| make(), |_, _| true)
}

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
