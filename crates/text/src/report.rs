//! Headings, stages and parts of a report.

use sanpo_api::{Lang, Letter, LineRole, MarkKind, SectionId, Stage, TaskId};

use crate::say::pick;

/// Heading of a section. Predictions come true or not; groups and marks are more or less sure.
pub fn section(lang: Lang, task: TaskId, section: SectionId) -> &'static str {
    match section {
        SectionId::HowSure if matches!(task, TaskId::Anomaly | TaskId::Segment) => {
            pick(lang, "どれくらい確かか", "How sure this is")
        }
        SectionId::Answer => pick(lang, "結果", "Answer"),
        SectionId::How => pick(lang, "なぜこの結果？", "Why this result?"),
        SectionId::Checked => pick(lang, "答え合わせ", "How the last forecast did"),
        SectionId::Why => pick(lang, "結果を決めたもの", "What drives the result"),
        SectionId::HowSure => pick(lang, "当たりやすさ", "How sure this is"),
        SectionId::WhatToDo => pick(lang, "これからすること", "What to do"),
        SectionId::Rows => pick(lang, "一覧", "Rows"),
        SectionId::Details => pick(lang, "詳しく", "Details"),
    }
}

/// What is being done.
pub fn stage(lang: Lang, stage: Stage) -> &'static str {
    match stage {
        Stage::Read => pick(lang, "ファイルを読んでいます", "Reading the file"),
        Stage::Prepare => pick(lang, "項目をそろえています", "Getting the columns ready"),
        Stage::Evaluate => pick(lang, "過去のデータで試しています", "Trying it on past data"),
        Stage::Train => pick(lang, "すべてのデータで学習しています", "Learning from all data"),
        Stage::Report => pick(lang, "結果をまとめています", "Putting the result together"),
    }
}

/// What a line shows.
pub fn line_role(lang: Lang, role: LineRole) -> &'static str {
    match role {
        LineRole::Actual => pick(lang, "実績", "Actual"),
        LineRole::Forecast => pick(lang, "予測", "Forecast"),
        LineRole::PastForecast => pick(lang, "過去に試した予測", "Forecast tried on the past"),
        LineRole::LastForecast => pick(lang, "前回の予測", "Last forecast"),
        LineRole::WhatIf => pick(lang, "変えたときの予測", "Forecast with the change"),
        LineRole::Expected => pick(lang, "予想される値", "Expected"),
    }
}

/// What a mark means.
pub fn mark(lang: Lang, kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::High => pick(lang, "いつもより高い", "Higher than usual"),
        MarkKind::Low => pick(lang, "いつもより低い", "Lower than usual"),
        MarkKind::Odd => pick(lang, "動き方がいつもと違う", "Moves in an unusual way"),
    }
}

/// A grade in words.
pub fn grade(lang: Lang, letter: Letter) -> &'static str {
    match letter {
        Letter::A => pick(lang, "とてもよい", "Very good"),
        Letter::B => pick(lang, "よい", "Good"),
        Letter::C => pick(lang, "注意して使う", "Use with care"),
        Letter::D => pick(lang, "参考まで", "For reference only"),
    }
}
