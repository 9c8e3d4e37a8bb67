//! Putting a file in, and what was found in it.

use sanpo_api::Lang;

use super::{whole, words};
use crate::count::{bytes, counted, rows};
use crate::number::grouped;

words! {
    /// Putting a file in, and what was found in it.
    DataWords
    texts {
        privacy_line: "ファイルはこのパソコンの中だけで処理します。外へは送りません。", "Everything happens on this computer. Nothing is sent anywhere.";
        privacy_how: "確かめる方法", "How to check";
        drop_here: "ファイルをここへドラッグするか、ボタンで選んでください。", "Drag a file here, or choose one with the button.";
        drop_formats: "CSV、Excel（.xlsx .xlsm .xls）、ODSの表を使えます。1GBまで、100万行くらいまでです。", "CSV, Excel (.xlsx .xlsm .xls) and ODS tables, up to 1 GB or about a million rows.";
        drop_release: "ここで放すと、読み込みます", "Let go to read the file";
        drop_busy: "計算が終わってから、ファイルを入れてください。", "Wait for the calculation to finish, then add the file.";
        choose_file: "ファイルを選ぶ", "Choose a file";
        choose_other: "別のファイルを選ぶ", "Choose another file";
        paste: "コピーした表を貼り付ける", "Paste copied cells";
        paste_keys: "Excelでコピーした表は、この画面で Ctrl+V（Macは ⌘V）でも入れられます。", "Cells copied in Excel can also be put in with Ctrl+V (Cmd+V on a Mac).";
        paste_title: "表をここに貼り付けてください", "Paste the cells here";
        paste_says: "Excelなどで表を選んでコピーし、下の枠に貼り付けます。項目名の行も一緒にコピーしてください。", "Copy the cells in Excel, with their headings, and paste them into the box.";
        paste_read: "この表を読み込む", "Read these cells";
        pasted_name: "貼り付けた表.tsv", "pasted table.tsv";
        several_title: "使えるファイルは、一度に1つです", "One file at a time";
        several_says: "どのファイルを読み込みますか。", "Which one should be read?";
        several_none: "どれも読み込まない", "None of them";
        samples_title: "見本データで試す", "Try it with sample data";
        samples_lead: "ファイルがなくても、すぐに試せます。", "No file at hand? Try one of these right away.";
        sample_failed: "見本を読み込めませんでした。ネットワークにつないで、もう一度選んでください。", "The sample could not be loaded. Connect to the network and try again.";
        reading: "読み込んでいます", "Reading the file";
        reading_again: "読み直しています", "Reading again";
        reading_stop: "読み込みをやめる", "Stop reading";
        reading_stopped: "読み込みをやめました。", "Reading was stopped.";
        reading_stop_short: "やめる", "Stop";
        glimpse_title: "読み込んでいる表のはじめ", "The first rows so far";
        preparing: "計算の準備をしています", "Getting ready";
        file_title: "読み込んだファイル", "Your file";
        fact_name: "ファイル名", "File name";
        fact_size: "大きさ", "Size";
        fact_rows: "データの行", "Data rows";
        fact_columns: "項目", "Columns";
        fact_encoding: "文字コード", "Text encoding";
        fact_sheet: "シート", "Sheet";
        fact_delimiter: "区切り", "Separator";
        fact_header: "項目名の行", "Header row";
        preview_title: "表のはじめ", "First rows";
        preview_more: "もっと見る", "Show more";
        preview_less: "少なくする", "Show fewer";
        empty_cell: "（空らん）", "(empty)";
        columns_title: "項目ごとに分かったこと", "What each column holds";
        col_range: "範囲・例", "Range or examples";
        col_missing: "空らん", "Empty";
        col_closed: "休み", "Closed";
        col_unique: "値の種類", "Different values";
        col_grain: "日付の間隔", "Step";
        col_unit: "単位", "Unit";
        col_made: "自動で作った項目", "Made for you";
        no_missing: "なし", "none";
        memo_title: "読み込みメモ", "Reading memo";
        memo_none: "直したところはありません。そのまま読めました。", "Nothing had to be changed.";
        memo_warn: "下の内容を確かめてください。", "Please look at these points.";
        decided_title: "あなたが決めたこと", "What you decided";
        take_back: "戻す", "Undo";
        ask_in_force: "今の読み方", "in use now";
        ask_pass: "今の読み方で進む", "Go on with this";
        ask_seen: "わかりました", "I see";
        asks_again: "確認をもう一度見る", "Show the questions again";
        chip_says: "項目名が正しく読めるものを選んでください。", "Choose the one that shows your headings as they should be.";
        chip_automatic: "自動に戻す", "Back to automatic";
        sheet_says: "使うシートを選んでください。", "Choose the sheet to use.";
    }
    others {
        /// The question of so many.
        ask_position: fn(usize, usize) -> String,
            |n, all| if all < 2 { "確認".to_owned() } else { format!("確認 {n}／{all}") },
            |n, all| if all < 2 { "Please check".to_owned() } else { format!("Please check: {n} of {all}") };
        /// A name that was found, or that the person chose.
        found_or_chosen: fn(&str, bool) -> String,
            |name, chosen| format!("{name}（{}）", if chosen { "選択" } else { "自動" }),
            |name, chosen| format!("{name} ({})", if chosen { "chosen" } else { "automatic" });
        /// The file was read again, and has so many rows.
        read_again: fn(usize) -> String,
            |n| format!("読み直しました。データは{}です。", rows(Lang::Ja, n)),
            |n| format!("Read again: {} of data.", rows(Lang::En, n));
        /// Name of a character between fields.
        delimiter: fn(char) -> String,
            |c| delimiter(c).0.map_or_else(|| format!("「{c}」"), str::to_owned),
            |c| delimiter(c).1.map_or_else(|| format!("“{c}”"), str::to_owned);
        /// So many rows.
        rows: fn(usize) -> String, |n| rows(Lang::Ja, n), |n| rows(Lang::En, n);
        /// So many columns.
        columns: fn(usize) -> String, |n| whole(n) + "項目", |n| counted(n, "column", "columns");
        /// A row by its number.
        row_number: fn(usize) -> String, |n| whole(n) + "行目", |n| "row ".to_owned() + &whole(n);
        /// An exact size.
        bytes_exact: fn(u64) -> String,
            |n| grouped(n) + "バイト",
            |n| grouped(n) + if n == 1 { " byte" } else { " bytes" };
        /// A size rounded to kB, MB or GB.
        bytes: fn(u64) -> String, |n| bytes(Lang::Ja, n), |n| bytes(Lang::En, n);
        /// Caption of the first rows.
        preview_caption: fn(usize) -> String,
            |n| format!("はじめの{}行", whole(n)),
            |n| format!("The first {}", counted(n, "row", "rows"));
        /// From one value to another.
        range: fn(&str, &str) -> String, |a, b| format!("{a} ～ {b}"), |a, b| format!("{a} to {b}");
        /// Title of a small picture of a column's values.
        histogram_says: fn(&str) -> String,
            |column| format!("「{column}」の散らばりの図"),
            |column| format!("How the values of “{column}” spread");
        /// A text with how often it occurs.
        text_counted: fn(&str, usize) -> String,
            |text, n| format!("{text}（{}）", whole(n)),
            |text, n| format!("{text} ({})", whole(n));
        /// So many columns are shown, of all.
        columns_shown: fn(usize, usize) -> String,
            |n, all| format!("全部で{}項目のうち、{}項目を出しています。計算には全部使えます。", whole(all), whole(n)),
            |n, all| format!("{} of {} columns are shown. All can be used.", whole(n), whole(all));
    }
}

/// Names of the usual characters between fields, Japanese and English.
fn delimiter(c: char) -> (Option<&'static str>, Option<&'static str>) {
    let name = match c {
        ',' => ("カンマ", "comma"),
        '\t' => ("タブ", "tab"),
        ';' => ("セミコロン", "semicolon"),
        ' ' => ("空白", "space"),
        '|' => ("縦線", "vertical bar"),
        _ => return (None, None),
    };
    (Some(name.0), Some(name.1))
}
