//! The file as bytes and rows. Encoding and sheet can be changed here: each alternative with the person's own cells.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{AskWhat, Choice, Lang, Profile};

use crate::state::App;
use crate::views::{Show, Views, live};

/// A fact that can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chip {
    Encoding,
    Sheet,
}

/// Another way to read the file.
struct Way {
    choice: Choice,
    name: String,
    cells: Vec<String>,
    in_force: bool,
}

/// The file as bytes and rows.
#[component]
pub fn Facts(profile: Signal<Arc<Profile>>) -> impl IntoView {
    let app = App::here();
    let line = |(name, text): (&'static str, String)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> };
    let lines = move |range: fn(&[Fact]) -> &[Fact]| {
        profile.with(|p| range(&facts(app.place.lang.get(), p)).iter().cloned().map(line).views())
    };
    let open = RwSignal::new(None);
    view! {
        <div class="card facts-card">
            <dl class="facts">
                {live(move || lines(|facts| &facts[..4]))}
                <ChipLine chip=Chip::Encoding profile open />
                <ChipLine chip=Chip::Sheet profile open />
                {live(move || lines(|facts| &facts[4..]))}
            </dl>
            {live(move || open.get().map(|chip| view! { <Ways chip profile open /> }.into_any()))}
        </div>
    }
}

type Fact = (&'static str, String);

fn facts(lang: Lang, profile: &Profile) -> Vec<Fact> {
    let (ui, file) = (sanpo_text::ui(lang), &profile.file);
    let (size, exact) = (sanpo_text::bytes(lang, file.size_bytes), (ui.data.bytes_exact)(file.size_bytes));
    let size = if size == exact { size } else { (ui.frame.with_remark)(&size, &exact) };
    let mut facts = vec![
        (ui.data.fact_name, file.name.clone()),
        (ui.data.fact_rows, (ui.data.rows)(file.data_rows)),
        (ui.data.fact_columns, (ui.data.columns)(profile.columns.len())),
        (ui.data.fact_size, size),
    ];
    facts.extend(file.delimiter.map(|d| (ui.data.fact_delimiter, (ui.data.delimiter)(d))));
    facts.push((
        ui.data.fact_header,
        file.header_row.map_or(ui.frame.value_none.to_owned(), |row| (ui.data.row_number)(row + 1)),
    ));
    facts
}

/// A fact, as a button where there are alternatives; nothing where the file has no such fact.
#[component]
fn ChipLine(chip: Chip, profile: Signal<Arc<Profile>>, open: RwSignal<Option<Chip>>) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let value = Memo::new(move |_| profile.with(|p| chip.value(p)));
    let chosen = Memo::new(move |_| profile.with(|p| chip.chosen(p).is_some()));
    let changeable = Memo::new(move |_| profile.with(|p| chip.chosen(p).is_some() || chip.ways(p).len() > 1));
    let is_open = move || open.get() == Some(chip);
    let name = move || if chip == Chip::Sheet { words().data.fact_sheet } else { words().data.fact_encoding };
    let text = move || (words().data.found_or_chosen)(&value.get().unwrap_or_default(), chosen.get());
    let toggle = move |_| open.update(|o| *o = if *o == Some(chip) { None } else { Some(chip) });
    let button = move || {
        view! {
            <button
                type="button"
                id=chip.id()
                class="fact-chip"
                aria-expanded=Signal::derive(move || is_open().to_string())
                on:click=toggle
            >
                {text}
            </button>
        }
    };
    view! {
        <Show when=move || value.with(Option::is_some)>
            <div>
                <dt>{name}</dt>
                <dd>
                    <Show when=move || changeable.get() fallback=move || value.get()>
                        {button}
                    </Show>
                </dd>
            </div>
        </Show>
    }
}

/// The alternatives of a fact.
#[component]
fn Ways(chip: Chip, profile: Signal<Arc<Profile>>, open: RwSignal<Option<Chip>>) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let take = move |choice: Choice| {
        open.set(None);
        app.decide(choice, chip.focus());
    };
    let automatic = move |choice: Choice| {
        open.set(None);
        app.take_back(&choice, chip.focus());
    };
    let says = move || if chip == Chip::Sheet { words().data.sheet_says } else { words().data.chip_says };
    let ways = move || {
        let mark = words().data.ask_in_force;
        let way = |way: Way| {
            let badge = way.in_force.then(|| view! { <span class="badge badge-role">{mark}</span> }.into_any());
            view! {
                <li>
                    <button
                        type="button"
                        class="option"
                        class:is-chosen=way.in_force
                        disabled=Signal::derive(move || !app.can_decide())
                        on:click=move |_| take(way.choice.clone())
                    >
                        <span class="option-name">{way.name}{badge}</span>
                        <span class="option-cells">
                            {way.cells.into_iter().map(|cell| view! { <span>{cell}</span> }).views()}
                        </span>
                    </button>
                </li>
            }
        };
        profile.with(|p| chip.ways(p)).into_iter().map(way).views()
    };
    let back = move || {
        profile.with(|p| chip.chosen(p)).map(|choice| {
            view! {
                <button type="button" class="button button-text flush" on:click=move |_| automatic(choice.clone())>
                    {app.say(|w| w.data.chip_automatic)}
                </button>
            }
        })
    };
    view! {
        <div class="ways" role="group" aria-labelledby=chip.id()>
            <p>{says}</p>
            <ul class="ask-options">{ways}</ul>
            {back}
        </div>
    }
}

impl Chip {
    fn id(self) -> &'static str {
        self.focus()[0]
    }

    fn focus(self) -> &'static [&'static str] {
        match self {
            Self::Encoding => &["fact-encoding", "file-title"],
            Self::Sheet => &["fact-sheet", "file-title"],
        }
    }

    /// What the file has; a workbook has no encoding that one could choose.
    fn value(self, profile: &Profile) -> Option<String> {
        let file = &profile.file;
        match self {
            Self::Encoding => (!file.encoding.is_empty() && file.sheet.is_none()).then(|| file.encoding.clone()),
            Self::Sheet => file.sheet.clone(),
        }
    }

    /// The decision of the person, if there is one.
    fn chosen(self, profile: &Profile) -> Option<Choice> {
        profile.choices.find(|choice| match (self, choice) {
            (Self::Encoding, Choice::Encoding(_)) | (Self::Sheet, Choice::Sheet(_)) => Some(choice.clone()),
            _ => None,
        })
    }

    /// All ways to read it, the one in force among them.
    fn ways(self, profile: &Profile) -> Vec<Way> {
        match self {
            Self::Encoding => profile.file.encodings.iter().map(|view| Way {
                choice: Choice::Encoding(view.name.clone()),
                name: view.name.clone(),
                cells: view.cells.clone(),
                in_force: view.name == profile.file.encoding,
            }),
            Self::Sheet => return sheets(profile),
        }
        .collect()
    }
}

fn sheets(profile: &Profile) -> Vec<Way> {
    let options = profile.asks.iter().filter(|a| a.what == AskWhat::Sheet).flat_map(|a| &a.options);
    let way = |option: &sanpo_api::AskOption| match &option.choice {
        Choice::Sheet(name) => Some(Way {
            choice: option.choice.clone(),
            name: name.clone(),
            cells: option.cells.iter().map(|(cell, _)| cell.clone()).collect(),
            in_force: option.in_force,
        }),
        _ => None,
    };
    options.filter_map(way).collect()
}
