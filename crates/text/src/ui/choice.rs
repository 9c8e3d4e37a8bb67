//! Choosing, setting, and waiting.

use sanpo_api::{Grain, Lang, Step};

use super::{whole, words};
use crate::count::steps;

words! {
    /// Choosing, setting, and waiting.
    ChoiceWords
    texts {
        tasks_title: "このデータでできること", "What you can do with this data";
        tasks_lead: "選ぶと、次の画面で設定を確かめられます。", "Choose one; you can check its settings on the next screen.";
        task_best: "おすすめ", "Suggested";
        task_less: "このデータには向かないかもしれません", "May not suit this data";
        to_choice: "知りたいことを選ぶ", "Choose what to find out";
        choice_lead: "設定は入力ずみです。そのまま始められます。", "The settings are filled in, so you can start right away.";
        choice_tasks: "知りたいこと", "What you want to know";
        choice_settings: "設定", "Settings";
        more_settings: "もっと細かく決める", "More settings";
        form_waiting: "設定を調べています", "Looking for good settings";
        select_all: "すべて選ぶ", "Select all";
        select_none: "すべて外す", "Select none";
        count_other: "数を決める", "Another number";
        year_before: "前の年", "Year before";
        month_before: "前の月", "Month before";
        month_after: "次の月", "Next month";
        year_after: "次の年", "Next year";
        days_chosen: "選んだ日", "Chosen days";
        days_none: "まだ選んでいません。", "None chosen yet.";
        days_few: "過去の日を2日以上選ぶと、その影響を予測に入れられます。", "Choose at least two past days so that their effect can be learned.";
        day_off: "外す", "Remove";
        undo_handling: "これをせずに計算し直す", "Recalculate without this";
        redo_handling: "元に戻して計算し直す", "Recalculate with it";
        missing_column: "項目を選んでください", "Choose a column";
        choose_columns: "項目を1つ以上選んでください", "Choose at least one column";
        no_file_title: "まだファイルがありません", "There is no file yet";
        no_file_says: "はじめに、データを入れてください。", "Start by adding your data.";
        to_data: "データを入れる", "Add data";
        no_result_title: "まだ結果がありません", "There is no result yet";
        no_result_says: "知りたいことを選んで、計算を始めてください。", "Choose what to find out, and start the calculation.";
        running_title: "計算しています", "Working on it";
        running_says: "このパソコンの中で計算しています。この画面のまま、お待ちください。", "Your computer is doing the work. Keep this page open.";
        cancel: "計算を止める", "Stop";
        best_so_far: "ここまでの結果", "So far";
        finish_now: "ここまでの結果を使う", "Use the result so far";
        cancelled: "計算を止めました。設定はそのままです。", "Calculation stopped. Your settings are still here.";
        slow_says: "しばらく進んでいません。待つか、計算を止めてください。", "No progress for a while. Wait, or stop it.";
        journal_title: "前回の続き", "Where you stopped";
        journal_same: "前回と同じファイルです。設定を前回に戻しました。", "This is the same file as last time. Your settings are back.";
        journal_forget: "忘れる", "Dismiss";
    }
    others {
        /// So many chosen, of so many.
        selected: fn(usize, usize) -> String,
            |n, all| format!("{}項目のうち{}項目を選んでいます", whole(all), whole(n)),
            |n, all| format!("{} of {} columns selected", whole(n), whole(all));
        /// How far the person came with a file before the page was loaded again: its name, the task, and whether there was a result.
        journal_says: fn(&str, &str, bool) -> String,
            |file, task, result| format!("前回は「{file}」で「{task}」の{}まで進みました。同じファイルを選ぶと、続きから始められます。", if result { "結果" } else { "設定" }),
            |file, task, result| format!("Last time you got to the {} of “{task}” with “{file}”. Choose the same file to continue.", if result { "result" } else { "settings" });
        /// The numbers that are possible, and what one of them is where nobody would guess it.
        count_range: fn(u32, u32, Option<Step>) -> String,
            |min, max, step| format!("{min}から{max}までの数") + &step_of(Lang::Ja, step),
            |min, max, step| format!("a number from {min} to {max}") + &step_of(Lang::En, step);
        /// How much is done, in percent.
        progress: fn(u32) -> String, |p| format!("{p}%まで終わりました"), |p| format!("{p}% done");
        /// Time since the start, in seconds.
        elapsed: fn(u64) -> String,
            |s| if s < 60 { format!("経過 {s}秒") } else { format!("経過 {}分{}秒", s / 60, s % 60) },
            |s| if s < 60 { format!("{s} s") } else { format!("{} min {} s", s / 60, s % 60) };
        /// Parts of the work done, of all.
        jobs_done: fn(usize, usize) -> String,
            |n, all| format!("{}／{}件", whole(n), whole(all)),
            |n, all| format!("{} of {}", whole(n), whole(all));
    }
}

/// （1つは30分）: a clock steps by any number of minutes.
fn step_of(lang: Lang, step: Option<Step>) -> String {
    let Some(step) = step.filter(|step| step.every > 1 || step.grain < Grain::Day) else { return String::new() };
    let one = steps(lang, 1, step);
    say!(lang, "（1つは{one}）", " of {one} each")
}
