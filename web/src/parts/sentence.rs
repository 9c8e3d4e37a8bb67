//! The settings as a sentence: each answer stands in its place and can be changed there.

use leptos::prelude::*;
use sanpo_api::{Answer, FieldId, TaskId};
use sanpo_text::{Piece, sentence, slot_unit};

use super::slot::Slot;
use crate::platform::focus_next;
use crate::state::App;
use crate::views::{Views, live};

/// Where the focus goes on when a sales log's date or amount is not wanted, and when it is wanted again.
const BESIDE: &[&str] = &["field-columns-select", "field-time-select"];

/// The sentence of a task.
#[component]
pub fn Sentence(task: TaskId) -> impl IntoView {
    let app = App::here();
    let answers = move || -> Vec<(FieldId, bool)> {
        app.choice.forms.with(|forms| {
            let fields = forms.get(task).into_iter().flat_map(|f| &f.fields).filter(|f| !f.folded);
            fields.map(|f| (f.id, f.answer != Answer::None)).collect()
        })
    };
    let clauses = Memo::new(move |_| clauses(sentence(app.place.lang.get(), task, &answers())));
    // A menu keeps its place, and the focus, when the words around it change.
    let slots = Memo::new(move |_| clauses.with(|all| all.iter().filter_map(|(_, slot)| *slot).collect::<Vec<_>>()));
    // A menu that leaves the sentence, or comes back, leaves the focus at nothing: it goes on beside it.
    Effect::new(move |before: Option<()>| {
        slots.track();
        before.into_iter().for_each(|()| focus_next(BESIDE, None));
    });
    let led_to = move |slot| live(move || words(app, task, clauses, slot));
    let menu = move |id| view! { {led_to(Some(id))} <Slot task id /> };
    view! {
        <div class="sentence">
            {live(move || slots.get().into_iter().map(menu).views())}
            {led_to(None)}
        </div>
    }
}

/// Words that lead to a slot; those after the last one lead to none.
type Clause = (Vec<Piece>, Option<FieldId>);

fn clauses(pieces: Vec<Piece>) -> Vec<Clause> {
    let mut all = vec![(Vec::new(), None)];
    for piece in pieces {
        let Some(last) = all.last_mut() else { break };
        match piece {
            Piece::Slot(id) => {
                last.1 = Some(id);
                all.push((Vec::new(), None));
            }
            words => last.0.push(words),
        }
    }
    all
}

fn words(app: App, task: TaskId, clauses: Memo<Vec<Clause>>, slot: Option<FieldId>) -> Vec<AnyView> {
    let found = clauses.with(|all| all.iter().find(|c| c.1 == slot).map(|c| c.0.clone()));
    found.unwrap_or_default().into_iter().map(|piece| word(app, task, piece)).views()
}

fn word(app: App, task: TaskId, piece: Piece) -> AnyView {
    match piece {
        Piece::Words(words) => view! { <span>{words}</span> }.into_any(),
        Piece::Name(name) => view! { <strong>{name}</strong> }.into_any(),
        Piece::Unit(id) => view! { <span>{unit(app, task, id)}</span> }.into_any(),
        Piece::Slot(_) => ().into_any(),
    }
}

/// The unit of the column that answers a field.
fn unit(app: App, task: TaskId, id: FieldId) -> Option<String> {
    let column = app.choice.forms.with(|forms| {
        let field = forms.get(task)?.fields.iter().find(|f| f.id == id)?;
        if let Answer::Column(name) = &field.answer { Some(name.clone()) } else { None }
    })?;
    let find = |p: &std::sync::Arc<sanpo_api::Profile>| p.columns.iter().find(|c| c.name == column)?.unit.clone();
    let unit = app.data.profile.with(|p| p.as_ref().and_then(find))?;
    Some(slot_unit(app.place.lang.get(), &unit))
}
