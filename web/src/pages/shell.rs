//! The frame around the steps.

use crate::views::live;
use leptos::prelude::*;

use super::choice::ChoicePage;
use super::data::DataPage;
use super::result::ResultPage;
use crate::parts::{DropAnywhere, Footer, Header, HelpWindow, SeminarBar, StepNav, Tour, UpdateBar, tour_at};
use crate::state::{App, StepId};

/// The whole page.
#[component]
pub fn Shell() -> impl IntoView {
    let app = App::new();
    provide_context(app);
    view! {
        <a class="skip" href="#main" on:click=skip_to_main>{app.say(|w| w.frame.skip_to_main)}</a>
        <Header />
        <UpdateBar />
        <SeminarBar />
        <StepNav />
        <Tour />
        <main id="main" tabindex="-1" data-tour=Signal::derive(move || tour_at(app).to_string())>
            {live(move || match app.place.step.get() {
                StepId::Data => view! { <DataPage /> }.into_any(),
                StepId::Choice => view! { <ChoicePage /> }.into_any(),
                StepId::Result => view! { <ResultPage /> }.into_any(),
            })}
        </main>
        <Footer />
        <HelpWindow />
        <DropAnywhere />
    }
}

/// The hash says where in the page we are, so the link moves the focus itself.
fn skip_to_main(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    crate::platform::focus_by_id("main");
}
