//! Everything the page knows, in one hand that is cheap to copy.

use leptos::prelude::*;
use sanpo_text::Ui;

use super::{Choice, Data, Opened, Past, Place, Run, journal};
use crate::client::Client;
use crate::platform::{Update, after_paint, samples, watch_paste, watch_updates};

/// Everything the page knows.
#[derive(Clone, Copy)]
pub struct App {
    /// Where the person stands.
    pub place: Place,
    /// The file.
    pub data: Data,
    /// The choice.
    pub choice: Choice,
    /// The calculation and its results.
    pub run: Run,
    /// The project that was opened.
    pub project: Opened,
    /// How far the person was before the page was loaded again.
    pub past: RwSignal<Option<Past>>,
    /// A new version of the page that waits.
    pub update: RwSignal<Option<Update>, LocalStorage>,
    /// Whether the engine stands.
    pub engine_ready: RwSignal<bool>,
    client: StoredValue<Option<Client>, LocalStorage>,
}

impl App {
    /// The state of a page that was just opened. The engine and the list of samples load after the first paint.
    pub fn new() -> Self {
        let app = Self {
            place: Place::new(),
            data: Data::new(),
            choice: Choice::new(),
            run: Run::new(),
            project: Opened::new(),
            past: RwSignal::new(journal::past()),
            update: RwSignal::new_local(None),
            engine_ready: RwSignal::new(false),
            client: StoredValue::new_local(None),
        };
        app.client.set_value(Some(Client::new(move |heard| app.hear(heard))));
        app.keep_journal();
        watch_paste(move |pasted| app.pasted(pasted));
        watch_updates(move |update| app.update.set(Some(update)));
        after_paint(move || {
            app.with_client(Client::load);
            leptos::task::spawn_local(async move { app.data.samples.set(samples().await) });
        });
        app
    }

    /// The app of the component tree.
    pub fn here() -> Self {
        expect_context()
    }

    /// A text of the page in the language of the screen. One type for all texts: what draws them is compiled once.
    pub fn say(self, pick: fn(&'static Ui) -> &'static str) -> Signal<&'static str> {
        Signal::derive(move || pick(self.place.words()))
    }

    pub(super) fn with_client(self, act: impl FnOnce(&Client)) {
        let client = self.client.get_value();
        if let Some(client) = client {
            act(&client);
        }
    }
}
