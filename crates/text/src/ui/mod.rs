//! The page's own words: headings, buttons, remarks. One line a text, Japanese and English side by side.

mod chart;
mod choice;
mod data;
mod frame;
mod help;
mod planning;
mod report;
mod saving;

use sanpo_api::Lang;

use crate::number::grouped;

/// Builds a struct and its two values from one list. The English text is the documentation of the field.
macro_rules! words {
    (
        #[doc = $doc:literal] $words:ident
        texts { $($text:ident: $ja:literal, $en:literal;)* }
        others { $($(#[$about:meta])* $other:ident: $kind:ty, $other_ja:expr, $other_en:expr;)* }
    ) => {
        #[doc = $doc]
        #[derive(Debug)]
        pub struct $words {
            $(#[doc = $en] pub $text: &'static str,)*
            $($(#[$about])* pub $other: $kind,)*
        }

        pub(super) static JA: $words = $words { $($text: $ja,)* $($other: $other_ja,)* };
        pub(super) static EN: $words = $words { $($text: $en,)* $($other: $other_en,)* };

        /// Each text in both languages.
        #[cfg(test)]
        pub(super) const TEXTS: &[(&str, &str)] = &[$(($ja, $en),)*];
    };
}
use words;

/// The page's own words in one language; see [`ui`].
#[derive(Debug)]
pub struct Ui {
    /// What stands on every screen, and trouble.
    pub frame: &'static frame::FrameWords,
    /// Putting a file in, and what was found in it.
    pub data: &'static data::DataWords,
    /// Choosing, setting, and waiting.
    pub choice: &'static choice::ChoiceWords,
    /// Saving, the sheet of paper, and projects.
    pub saving: &'static saving::SavingWords,
    /// Around the answer.
    pub report: &'static report::ReportWords,
    /// Around charts.
    pub chart: &'static chart::ChartWords,
    /// Orders, what-if and trials.
    pub planning: &'static planning::PlanningWords,
    /// Help, the tour, seminars and how to check.
    pub help: &'static help::HelpWords,
}

static JA: Ui = Ui {
    frame: &frame::JA,
    data: &data::JA,
    choice: &choice::JA,
    saving: &saving::JA,
    report: &report::JA,
    chart: &chart::JA,
    planning: &planning::JA,
    help: &help::JA,
};
static EN: Ui = Ui {
    frame: &frame::EN,
    data: &data::EN,
    choice: &choice::EN,
    saving: &saving::EN,
    report: &report::EN,
    chart: &chart::EN,
    planning: &planning::EN,
    help: &help::EN,
};

/// The page's own words.
pub fn ui(lang: Lang) -> &'static Ui {
    match lang {
        Lang::Ja => &JA,
        Lang::En => &EN,
    }
}

fn whole(n: usize) -> String {
    grouped(n as u64)
}

#[cfg(test)]
mod tests {
    use sanpo_api::{Grain, Step};

    use super::*;

    #[test]
    fn no_text_is_empty_or_in_the_wrong_language() {
        for (ja, en) in [
            chart::TEXTS,
            choice::TEXTS,
            data::TEXTS,
            frame::TEXTS,
            help::TEXTS,
            planning::TEXTS,
            report::TEXTS,
            saving::TEXTS,
        ]
        .concat()
        {
            assert!(!ja.is_empty() && !en.is_empty());
            assert!(en.is_ascii() || en.contains('“'), "{en}");
        }
    }

    #[test]
    fn sentences_with_numbers() {
        assert_eq!((ui(Lang::Ja).choice.elapsed)(75), "経過 1分15秒");
        assert_eq!((ui(Lang::En).choice.elapsed)(5), "5 s");
        let half_hour = Step { grain: Grain::Minute, every: 30 };
        assert_eq!((ui(Lang::Ja).choice.count_range)(1, 1000, Some(half_hour)), "1から1000までの数（1つは30分）");
        assert_eq!((ui(Lang::En).choice.count_range)(1, 9, Some(half_hour)), "a number from 1 to 9 of 30 minutes each");
        assert_eq!(
            (ui(Lang::En).choice.count_range)(1, 9, Some(Step { grain: Grain::Day, every: 1 })),
            "a number from 1 to 9"
        );
        assert_eq!((ui(Lang::Ja).data.delimiter)('\t'), "タブ");
        assert_eq!((ui(Lang::En).data.delimiter)('#'), "“#”");
        assert_eq!((ui(Lang::En).data.rows)(1), "1 row");
        assert_eq!((ui(Lang::Ja).report.group_size)(1_200, false, 0.25), "1,200行（25%）");
        assert_eq!((ui(Lang::En).report.group_size)(1, true, 0.25), "1 customer (25%)");
    }
}
