//! The whole answer: sentences first, then how good it is, then charts and tables under their headings.

use std::sync::Arc;

use leptos::ev::Event;
use leptos::prelude::*;
use sanpo_api::{Block, Grade, Handling, Lang, Letter, Phrase, Report, Section, SectionId, TaskId, Words};
use sanpo_text::{Text, grade, help, section, ui};

use super::bars::BarsBlock;
use super::chooser::Chosen;
use super::gains::GainsBlock;
use super::groups::GroupsBlock;
use super::heat::HeatBlock;
use super::items::ItemsBlock;
use super::line::LineBlock;
use super::order::OrderBlock;
use super::parts::PartsBlock;
use super::scatter::ScatterBlock;
use super::sentences::sentences;
use super::table::TableBlock;
use super::trials::TrialsBlock;
use super::what_if::WhatIfBlock;
use crate::parts::term;
use crate::platform::{after_paint, focus_by_id};
use crate::views::{Views, live};

/// The answer of a run.
#[component]
pub fn ReportView(
    /// The report.
    report: Signal<Arc<Report>>,
    /// The language.
    lang: Signal<Lang>,
    /// What was left out of it.
    left_out: Signal<Vec<Handling>>,
    /// Works it out again without something.
    undo: Callback<Handling>,
    /// The ways to save it: below the answer, not below everything.
    children: ChildrenFn,
) -> impl IntoView {
    // What was chosen to be seen holds for a report, in whatever language.
    let chosen = RwSignal::new(0);
    provide_context(Chosen(chosen));
    let shown = StoredValue::new(report.get_untracked());
    move || {
        let (report, lang) = (report.get(), lang.get());
        if !Arc::ptr_eq(&report, &shown.get_value()) {
            chosen.set(0);
            shown.set_value(report.clone());
        }
        let sections = 0..report.sections.len();
        let all = sections.len();
        let drawn = one_by_one(all);
        let own = report.clone();
        let parts = sections
            .map(move |index| {
                let (report, there) = (own.clone(), Memo::new(move |_| drawn.get() > index));
                move || there.get().then(|| part(report.clone(), index, lang))
            })
            .views();
        view! {
            <div class="report" aria-busy=Signal::derive(move || (drawn.get() < all).to_string())>
                {headline(&report.headline, lang)}
                {report.grade.as_ref().map(|g| grade_line(g, lang))}
                <div class="report-bar">
                    {contents(&report, lang)}
                    {children()}
                </div>
                {cautions(&report.cautions, left_out, undo, lang)}
                {parts}
            </div>
        }
    }
}

/// How many of so many sections are drawn: one more after each paint, so that the page stays quick to answer.
fn one_by_one(sections: usize) -> RwSignal<usize> {
    let drawn = RwSignal::new(0);
    Effect::new(move || {
        if drawn.get() < sections {
            after_paint(move || {
                drawn.try_update(|n| *n += 1);
            });
        }
    });
    drawn
}

/// Leads to each section that is not folded away.
fn contents(report: &Report, lang: Lang) -> AnyView {
    let task = report.task;
    let link = move |(index, found): (usize, &Section)| {
        view! {
            <li>
                <button
                    type="button"
                    class="button button-text button-small"
                    on:click=move |_| focus_by_id(&heading_id(index))
                >
                    {section(lang, task, found.id)}
                </button>
            </li>
        }
    };
    let parts = report.sections.iter().enumerate().filter(|(_, found)| !is_folded(found.id));
    view! {
        <nav class="report-contents" aria-label=ui(lang).saving.report_contents>
            <ul>{parts.map(link).views()}</ul>
        </nav>
    }
    .into_any()
}

fn heading_id(index: usize) -> String {
    format!("part-{index}")
}

/// Sections for those who want to know more.
fn is_folded(section: SectionId) -> bool {
    matches!(section, SectionId::Details | SectionId::How)
}

/// The answer in large letters.
fn headline(phrases: &[Phrase], lang: Lang) -> impl IntoView + use<> {
    let sentence = |phrase: &Phrase| view! { <p>{Text.phrase(lang, phrase)}</p> };
    view! { <div class="headline" id="headline">{phrases.iter().map(sentence).views()}</div> }
}

fn grade_line(found: &Grade, lang: Lang) -> impl IntoView + use<> {
    let (letter, class) = match found.letter {
        Letter::A => ("A", "grade-letter grade-a"),
        Letter::B => ("B", "grade-letter grade-b"),
        Letter::C => ("C", "grade-letter grade-c"),
        Letter::D => ("D", "grade-letter grade-d"),
    };
    view! {
        <div class="grade">
            <div class="grade-title titled">
                <p>{ui(lang).report.grade_title}</p>
                {term(&help::GRADE, lang)}
            </div>
            <p class=class>{letter}</p>
            <p class="grade-words">
                <strong>{grade(lang, found.letter)}</strong>
                <span>{Text.phrase(lang, &found.reason)}</span>
            </p>
        </div>
    }
}

/// Sentences to know first; what was done on the person's behalf can be undone.
fn cautions(
    phrases: &[Phrase],
    left_out: Signal<Vec<Handling>>,
    undo: Callback<Handling>,
    lang: Lang,
) -> Option<impl IntoView + use<>> {
    let button = move |handling: Handling| {
        view! {
            <button type="button" class="button button-text button-small" on:click=move |_| undo.run(handling)>
                {ui(lang).choice.undo_handling}
            </button>
        }
    };
    let done = |handling: &Handling| left_out.with_untracked(|l| !l.contains(handling));
    let mut offered = Vec::new();
    let line = |phrase: &Phrase| {
        // Two sentences may have one cause: it is undone once, beside the first.
        let cause = Handling::behind(phrase).filter(|h| done(h) && !offered.contains(h));
        offered.extend(cause);
        view! { <li>{Text.phrase(lang, phrase)} {cause.map(button)}</li> }
    };
    let list = phrases.iter().map(line).views();
    (!phrases.is_empty()).then(|| {
        view! {
            <div class="card card-warning cautions">
                <h2>{ui(lang).report.cautions_title}</h2>
                <ul>{list}</ul>
            </div>
        }
    })
}

/// A section under its heading; details are folded and drawn when they are opened for the first time.
fn part(report: Arc<Report>, index: usize, lang: Lang) -> AnyView {
    let Some(found) = report.sections.get(index) else { return ().into_any() };
    let title = section(lang, report.task, found.id);
    if !is_folded(found.id) {
        let word = explained(report.task, found.id).map(|entry| term(entry, lang));
        return view! {
            <section class="report-part">
                <div class="titled">
                    <h2 id=heading_id(index) tabindex="-1">
                        {title}
                    </h2>
                    {word}
                </div>
                {blocks(found, lang)}
            </section>
        }
        .into_any();
    }
    let opened = RwSignal::new(false);
    view! {
        <details class="report-part report-details" on:toggle=move |_: Event| opened.set(true)>
            <summary>{title}</summary>
            {live(move || opened.get().then(|| report.sections.get(index).map(|found| blocks(found, lang))))}
        </details>
    }
    .into_any()
}

/// The word of the glossary that a section is about.
fn explained(task: TaskId, section: SectionId) -> Option<&'static help::Entry> {
    Some(match (task, section) {
        (TaskId::Forecast | TaskId::Predict, SectionId::HowSure) => &help::SIMPLE,
        (TaskId::Forecast, SectionId::Why) => &help::PARTS,
        (TaskId::Forecast, SectionId::WhatToDo) => &help::ORDER,
        (TaskId::Anomaly, SectionId::WhatToDo) => &help::READY,
        (TaskId::Anomaly, SectionId::Answer) => &help::UNUSUAL,
        (TaskId::Anomaly, SectionId::Rows) => &help::SCORE,
        (TaskId::Segment, SectionId::Answer) => &help::GROUP,
        (TaskId::Segment, SectionId::Why) => &help::GROUP_MAP,
        (TaskId::Segment, SectionId::HowSure) => &help::STABLE,
        (TaskId::Predict, SectionId::Rows) => &help::CHANCE,
        (TaskId::Predict, SectionId::Why) => &help::CONTRIBUTION,
        _ => return None,
    })
}

fn blocks(section: &Section, lang: Lang) -> Vec<AnyView> {
    section.blocks.iter().map(|b| block(b, lang)).collect()
}

fn block(block: &Block, lang: Lang) -> AnyView {
    match block.clone() {
        Block::Sentences { phrases } => sentences(&phrases, lang).into_any(),
        Block::Line(chart) => view! { <LineBlock chart lang /> }.into_any(),
        Block::Bars(chart) => view! { <BarsBlock chart lang /> }.into_any(),
        Block::Scatter(chart) => view! { <ScatterBlock chart lang /> }.into_any(),
        Block::Gains(chart) => view! { <GainsBlock chart lang /> }.into_any(),
        Block::Heat(chart) => view! { <HeatBlock chart lang /> }.into_any(),
        Block::Table(table) => view! { <TableBlock table lang /> }.into_any(),
        Block::Items(list) => view! { <ItemsBlock list lang /> }.into_any(),
        Block::Order(list) => view! { <OrderBlock list lang /> }.into_any(),
        Block::Trials(trials) => view! { <TrialsBlock trials lang /> }.into_any(),
        Block::Parts(chart) => view! { <PartsBlock chart lang /> }.into_any(),
        Block::WhatIf(chart) => view! { <WhatIfBlock chart lang /> }.into_any(),
        Block::Groups { cards } => view! { <GroupsBlock cards lang /> }.into_any(),
    }
}
