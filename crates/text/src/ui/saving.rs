//! Saving, the sheet of paper, and projects.

use sanpo_api::Lang;

use super::{whole, words};
use crate::count::{counted, rows};

words! {
    /// Saving, the sheet of paper, and projects.
    SavingWords
    texts {
        report_contents: "この結果の内容", "What is in this result";
        save_title: "結果を保存する", "Save the result";
        save_more: "ほかの保存方法", "More ways";
        save_workbook: "Excelブックで保存", "Save for Excel";
        save_workbook_says: "まとめ、結果、グラフとその値を、それぞれのシートに入れます。",
            "A summary, the results, and the charts with their values, each on its own sheet.";
        save_sheet: "CSVで保存", "Save as CSV";
        save_sheet_says: "結果の表です。Excelでそのまま開けます。", "The results as a table that opens in Excel.";
        save_shift_jis: "古いソフト用に保存（Shift_JIS）", "Save for older programs (Shift_JIS)";
        save_shift_jis_says: "文字が正しく出ないときは、こちらを使ってください。", "Use this if Japanese text looks wrong.";
        save_plain: "ほかのソフト用に保存（CSV）", "Save for other programs (CSV)";
        save_plain_says: "結果だけの表です。項目名は英語です。", "A table of the results alone, with English column names.";
        save_print: "印刷する", "Print";
        save_project: "プロジェクトを保存", "Save as a project";
        save_project_says: "来月、新しいデータで続きができます。設定と結果が入ります。",
            "Keeps the settings and the result, to go on next month with new data.";
        save_project_data: "データも入れる（ほかの人に渡すときは、外してください）",
            "Include the data (leave off if you share the file)";
        project_title: "プロジェクトの続き", "Your project";
        project_wait: "新しいファイルを選ぶと、同じ設定で続きができます。このプロジェクトに、データは入っていません。",
            "Choose a new file to use the same settings again. This project holds no data.";
        project_next: "来月のファイルを選ぶと、同じ設定で続きができます。", "Choose next month's file to use the same settings again.";
        project_fits: "このファイルでも、前回と同じ設定が使えます。", "Last time's settings work for this file too.";
        project_renamed: "項目の名前が変わっています。これで合っていますか。", "Some columns have new names. Do these match?";
        project_lacks: "前回使った項目が見つかりません。設定を確かめてください。",
            "Some of last time's columns are missing. Check the settings.";
        project_go: "前回と同じ設定で計算する", "Calculate with last time's settings";
        project_settings: "設定を確かめる", "Check the settings";
        project_close: "プロジェクトを閉じる", "Close the project";
        lost_says: "計算の部品が途中で止まったため、この結果は保存できません。計算し直すと、保存できます。",
            "The calculation engine stopped, so this result can't be saved. Recalculate to save it.";
        remake: "同じ設定で計算し直す", "Recalculate with the same settings";
        saving: "保存の準備をしています", "Preparing the file";
        apply_title: "新しいデータで予測する", "Predict for new data";
        apply_says: "同じ項目名のファイルを選ぶと、その行の予測が出ます。", "Choose a file with the same columns to get predictions for its rows.";
        apply_busy: "新しいデータで予測しています", "Predicting for the new data";
        again_title: "続けて試す", "What next?";
        again_settings: "設定を変えて試す", "Try other settings";
        again_tasks: "ほかのことも調べる", "Find out something else";
        again_file: "別のファイルで始める", "Start with another file";
        outdated: "設定が変わっています。下は前の設定の結果です。", "You changed the settings. This result still uses the earlier ones.";
        paper: "1枚の報告書を保存（HTML）", "Save a one-page report";
        paper_says: "ほかの人に渡せます。どのパソコンでも開けて、A4で印刷できます。",
            "For sharing: opens on any computer and prints on A4.";
        paper_data: "使ったデータ", "The data";
        paper_period: "データの期間", "Period";
        paper_made: "作った日", "Made on";
        paper_version: "作った道具", "Made with";
    }
    others {
        /// A file was saved.
        saved: fn(&str) -> String, |name| format!("「{name}」を保存しました。"), |name| format!("Saved “{name}”.");
        /// A column of a project, and what it is called now.
        project_column: fn(&str, Option<&str>) -> String,
            |old, new| new.map_or_else(|| format!("「{old}」：見つかりません"), |new| format!("「{old}」→「{new}」")),
            |old, new| new.map_or_else(|| format!("“{old}”: not found"), |new| format!("“{old}” → “{new}”"));
        /// The file that a project was made with, and its rows.
        project_of: fn(&str, usize) -> String,
            |file, n| format!("「{file}」（{}）で作ったプロジェクトです。", rows(Lang::Ja, n)),
            |file, n| format!("Made with “{file}” ({}).", rows(Lang::En, n));
        /// Name of a report's file, from that of the data.
        paper_name: fn(&str) -> String, |file| format!("{file}_報告書.html"), |file| format!("{file}_report.html");
        /// Of a long table only its first rows are on paper.
        first_rows: fn(usize) -> String,
            |n| format!("はじめの{}行です。全部の行は、表のファイルにあります。", whole(n)),
            |n| format!("The first {}. The table file has them all.", counted(n, "row", "rows"));
    }
}
