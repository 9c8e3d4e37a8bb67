//! The help pages: guide, glossary, the speaker's page and how to check the privacy. The build turns them into HTML files.
//!
//! A page is data, not markup. The screen takes single entries of the glossary from here; the pages themselves are not in it.

mod glossary;
mod guide;
mod privacy;
mod speaker;

pub use glossary::*;

use sanpo_api::Lang;

use crate::say::pick;

/// A text in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Both {
    /// Japanese.
    pub ja: &'static str,
    /// English.
    pub en: &'static str,
}

impl Both {
    /// The text of the language.
    pub fn of(&self, lang: Lang) -> &'static str {
        pick(lang, self.ja, self.en)
    }
}

/// The two languages of a text.
const fn t(ja: &'static str, en: &'static str) -> Both {
    Both { ja, en }
}

/// A thing and what is said about it.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// The thing.
    pub name: Both,
    /// What is said about it.
    pub says: Both,
}

/// A name with an explanation.
const fn fact(name: Both, says: Both) -> Fact {
    Fact { name, says }
}

/// A part of a page.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A heading.
    Heading(Both),
    /// A paragraph.
    Text(Both),
    /// Points without an order.
    List(&'static [Both]),
    /// Things to do, one after the other.
    Steps(&'static [Both]),
    /// Things and what is said about them.
    Facts(&'static [Fact]),
    /// When something is done, what is done, and what is seen.
    Script(&'static [Scene]),
    /// The address that opens the app in seminar mode.
    SeminarLink(Both),
    /// The tasks with what they need and an example.
    Tasks,
    /// The grades.
    Grades(&'static [Both]),
    /// Entries of the glossary.
    Entries(&'static [&'static Entry]),
}

/// A scene of the speaker's script.
#[derive(Clone, Copy, Debug)]
pub struct Scene {
    /// From which minute to which.
    pub minutes: &'static str,
    /// What the speaker says or shows.
    pub says: Both,
    /// What everybody presses.
    pub does: Both,
    /// What is then to be seen.
    pub sees: Both,
}

/// A help page.
#[derive(Debug)]
pub struct HelpPage {
    /// Name of its folder.
    pub folder: &'static str,
    /// Its title.
    pub title: Both,
    /// What it is for.
    pub lead: Both,
    /// What it says.
    pub parts: &'static [Part],
}

/// All help pages, the first one first.
pub static PAGES: [&HelpPage; 4] = [&guide::PAGE, &glossary::PAGE, &privacy::PAGE, &speaker::PAGE];

/// Words around the pages.
pub static FRAME: Frame = Frame {
    pages: t("使い方の案内", "Help pages"),
    back: t("Sanpoを開く", "Open Sanpo"),
    also: t("ほかの呼び方：", "Also called: "),
    head: [t("時間", "Minutes"), t("話すこと", "Say"), t("操作", "Do"), t("見えるもの", "What is seen")],
    example: t("例", "Example"),
    task: t("知りたいこと", "What you want to know"),
    task_says: t("分かること", "What it tells"),
};

/// Words around the pages; see [`FRAME`].
#[derive(Debug)]
pub struct Frame {
    /// Name of the list of pages.
    pub pages: Both,
    /// The way to the app.
    pub back: Both,
    /// Stands before other names of a term.
    pub also: Both,
    /// Headings of the speaker's script.
    pub head: [Both; 4],
    /// Heading of examples.
    pub example: Both,
    /// Heading of the tasks.
    pub task: Both,
    /// Heading of what a task tells.
    pub task_says: Both,
}
