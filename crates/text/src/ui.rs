//! The page's own words: headings, buttons, remarks. One line a text, Japanese and English side by side.

use sanpo_api::{Grain, Lang, Step};

use crate::count::{bytes, counted, members, rows, steps};
use crate::number::{grouped, share};

/// Builds the struct and its two values from one list. The English text is the documentation of the field.
macro_rules! words {
    (
        texts { $($text:ident: $ja:literal, $en:literal;)* }
        others { $($(#[$about:meta])* $other:ident: $kind:ty, $other_ja:expr, $other_en:expr;)* }
    ) => {
        /// The page's own words in one language; see [`ui`].
        #[derive(Debug)]
        pub struct Ui {
            $(#[doc = $en] pub $text: &'static str,)*
            $($(#[$about])* pub $other: $kind,)*
        }

        static JA: Ui = Ui { $($text: $ja,)* $($other: $other_ja,)* };
        static EN: Ui = Ui { $($text: $en,)* $($other: $other_en,)* };

        /// Each text in both languages.
        #[cfg(test)]
        pub(crate) const TEXTS: &[(&str, &str)] = &[$(($ja, $en),)*];
    };
}

/// The page's own words.
pub fn ui(lang: Lang) -> &'static Ui {
    match lang {
        Lang::Ja => &JA,
        Lang::En => &EN,
    }
}

words! {
    texts {
        // Everywhere.
        app: "三歩 Sanpo", "Sanpo";
        app_says: "表を入れると、これからの数や、いつもと違うところが分かります。", "Open a spreadsheet to see what comes next, and what looks unusual.";
        skip_to_main: "本文へ移動", "Skip to main content";
        language: "表示の言葉", "Language";
        private_badge: "データは外へ出ません", "Your data stays here";
        steps_label: "手順", "Steps";
        step_done: "完了", "done";
        back: "戻る", "Back";
        optional: "※任意", "(optional)";
        // Putting data in.
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
        // What was found in the file.
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
        // Choosing and setting.
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
        // Without a file or a result.
        no_file_title: "まだファイルがありません", "There is no file yet";
        no_file_says: "はじめに、データを入れてください。", "Start by adding your data.";
        to_data: "データを入れる", "Add data";
        no_result_title: "まだ結果がありません", "There is no result yet";
        no_result_says: "知りたいことを選んで、計算を始めてください。", "Choose what to find out, and start the calculation.";
        // While it works.
        running_title: "計算しています", "Working on it";
        running_says: "このパソコンの中で計算しています。この画面のまま、お待ちください。", "Your computer is doing the work. Keep this page open.";
        cancel: "計算を止める", "Stop";
        best_so_far: "ここまでの結果", "So far";
        finish_now: "ここまでの結果を使う", "Use the result so far";
        cancelled: "計算を止めました。設定はそのままです。", "Calculation stopped. Your settings are still here.";
        slow_says: "しばらく進んでいません。待つか、計算を止めてください。", "No progress for a while. Wait, or stop it.";
        // What a reload left behind.
        journal_title: "前回の続き", "Where you stopped";
        journal_same: "前回と同じファイルです。設定を前回に戻しました。", "This is the same file as last time. Your settings are back.";
        journal_forget: "忘れる", "Dismiss";
        // Saving and going on.
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
        // Trouble.
        problem_title: "うまくいきませんでした", "Something went wrong";
        data_kept: "データと設定はそのままです。", "Your data and settings are still here.";
        try_again: "もう一度試す", "Try again";
        save_record: "記録を保存する", "Save an error report";
        close: "閉じる", "Close";
        engine_failed: "計算の部品を読み込めませんでした。通信を確かめて、もう一度試してください。", "The calculation engine could not be loaded. Check your connection and try again.";
        // The app itself.
        update_says: "新しい版があります。", "A new version is available.";
        update_now: "更新する", "Update";
        update_wait: "計算が終わったら、更新できます。", "You can update when the calculation is done.";
        footer_says: "インターネットがなくても動きます。", "Works without the internet.";
        value_none: "なし", "None";
        // The report.
        cautions_title: "使う前に知っておくこと", "Before you use this";
        grade_title: "結果の確かさ", "How reliable it is";
        as_table: "表で見る", "Show as a table";
        as_chart: "グラフで見る", "Show as a chart";
        whole_history: "すべての期間を見る", "Show the whole history";
        recent_history: "最近だけを見る", "Show the recent part";
        choose_panel: "見たいものを選ぶ", "Choose what to see";
        small_charts: "1つずつの動きと予測です。縦の目盛りは、それぞれ違います。選ぶと、大きなグラフで見られます。",
            "Past and forecast of each, on its own scale. Choose one to enlarge it.";
        small_more: "ほかのグラフも見る", "Show the other charts";
        chart_keys: "グラフを選ぶと、左右の矢印キーで値を読めます。＋と−のキーで拡大と縮小、0で全体に戻ります。",
            "Select the chart, then use the arrow keys to read values, + and - to zoom, and 0 to show all.";
        point_keys: "グラフを選ぶと、左右の矢印キーで値を読めます。", "Select the chart, then use the arrow keys to read values.";
        zoom_in: "拡大する（Ctrlキー＋ホイール、2本の指でもできます）", "Zoom in (also Ctrl and the wheel, or two fingers)";
        zoom_out: "縮小する", "Zoom out";
        chart_earlier: "前の期間へ動かす", "Move to earlier times";
        chart_later: "後の期間へ動かす", "Move to later times";
        chart_crowded: "拡大すると全部の点が見えます。", "Zoom in to see every point.";
        chart_png: "画像で保存（PNG）", "Save as a picture (PNG)";
        chart_svg: "SVGで保存", "Save as SVG";
        chart_copy: "画像をコピー", "Copy the picture";
        chart_saved: "保存しました。", "Saved.";
        chart_copied: "コピーしました。WordやPowerPointに貼り付けられます。", "Copied. Paste it into Word or PowerPoint.";
        chart_not_copied: "コピーできませんでした。「画像で保存」を使ってください。", "The browser does not allow copying. Save the picture instead.";
        chart_not_saved: "画像を作れませんでした。「SVGで保存」を試してください。", "The picture could not be made. Try saving as SVG.";
        paper: "1枚の報告書を保存（HTML）", "Save a one-page report";
        paper_says: "ほかの人に渡せます。どのパソコンでも開けて、A4で印刷できます。",
            "For sharing: opens on any computer and prints on A4.";
        paper_data: "使ったデータ", "The data";
        paper_period: "データの期間", "Period";
        paper_made: "作った日", "Made on";
        paper_version: "作った道具", "Made with";
        order_title: "どれだけ用意するか", "How much to have ready";
        order_lead: "足りないときと余ったときの損を比べて、ちょうどよい量を出します。損は1つあたりで、円でも比でもかまいません。", "Weigh running short against leftovers to find the right quantity. Costs are for one piece, in money or in proportion.";
        order_span: "いつまでの分", "For how long";
        order_short: "1つ足りないときの損", "Cost of being one short";
        order_left: "1つ余ったときの損", "Cost of one left over";
        order_stock: "今ある在庫", "Stock on hand";
        order_need: "注文する量", "Quantity to order";
        order_list: "注文リスト", "Order list";
        order_save: "注文リストを保存（CSV）", "Save the order list (CSV)";
        what_if_title: "条件を変えてみる", "What if";
        what_if_lead: "100%が今の予測です。0%では影響がなくなり、200%では2倍になります。", "100% is the forecast as it stands; 0% removes the effect, 200% doubles it.";
        trial_when: "いつの時点で予測するか", "When the forecast is made";
        trial_earlier: "前の回", "Earlier";
        trial_later: "次の回", "Later";
        bar_name: "名前", "Name";
        bar_value: "値", "Value";
        // Help.
        help: "使い方の案内", "Help";
        help_failed: "案内を読み込めませんでした。ネットワークにつないで、もう一度選んでください。", "Help could not be loaded. Connect to the network and try again.";
        term_more: "用語集で見る", "See the glossary";
        privacy_more: "もっと詳しい確かめ方", "More ways to check";
        tour: "1分の案内", "One-minute tour";
        tour_begin: "1分で試す", "Try it in one minute";
        tour_end: "案内をやめる", "End the tour";
        seminar: "講習モード", "Seminar mode";
        seminar_next: "次のステップへ進めるようにする", "Open the next step";
        seminar_reset: "はじめに戻す", "Start over";
        seminar_sure: "もう一度押すと、ファイルと結果を消します", "Press again to clear the file and results";
        seminar_wait: "ここから先は、合図のあとで進めます。少しお待ちください。", "The next step opens at the signal. Please wait a moment.";
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
        /// The help pages: folder and name.
        help_pages: [(&'static str, &'static str); 4],
            [("guide", "使い方"), ("glossary", "用語集"), ("privacy", "データが外へ出ないことを確かめる"), ("speaker", "講習をする方へ")],
            [("guide", "How to use it"), ("glossary", "Glossary"), ("privacy", "Check that nothing leaves this computer"), ("speaker", "For the speaker of a seminar")];
        /// Address of a help page, and of a place on it.
        help_address: fn(&str, &str) -> String,
            |folder, place| format!("./help/ja/{folder}/#{place}"),
            |folder, place| format!("./help/en/{folder}/#{place}");
        /// The button beside a word.
        term_means: fn(&str) -> String, |word| format!("「{word}」の説明"), |word| format!("What “{word}” means");
        /// The tour: what each remark says, and its button.
        tour_remarks: [(&'static str, &'static str); 4],
            [
                ("パン屋の見本を読みました。行の数や項目の数が出ています。", "次の説明を見る"),
                ("どの項目が日付で、どれが数か。項目ごとに自動で見つけています。", "設定を見る"),
                ("設定は入力ずみです。青い「予測する」を押すと、計算が始まります。", "予測する"),
                ("大きな文字が答えです。下に、図、確かさ、理由が続きます。", "案内を終える"),
            ],
            [
                ("The bakery sample is open. Here are its rows and columns.", "Next"),
                ("What each column holds, such as dates or numbers, was found for you.", "See the settings"),
                ("The settings are filled in. Press the blue “Forecast” button to start.", "Forecast"),
                ("The large text is the answer. The chart, grade and reasons follow below.", "End the tour"),
            ];
        /// How far everybody may go in a seminar.
        seminar_open: fn(usize) -> String,
            |n| format!("講習モード：いまはステップ{n}まで"),
            |n| format!("Seminar mode: open up to step {n}");
        /// Names of the three steps.
        step_names: [&'static str; 3],
            ["データを入れる", "知りたいことを選ぶ", "結果を見る・使う"],
            ["Add data", "Choose what to find out", "See and use the result"];
        /// Which of the three steps this is, from 1.
        step_position: fn(usize) -> String,
            |n| format!("全3ステップ中、{n}ステップ目"),
            |n| format!("Step {n} of 3");
        /// How to see for oneself that nothing is sent.
        privacy_steps: &'static [&'static str],
            &[
                "Wi-Fiを切るか、ケーブルを抜いてください。",
                "そのままファイルを選んで、結果まで進めます。",
                "インターネットがなくても動くのは、データを送らないからです。",
            ],
            &[
                "Switch Wi-Fi off or pull the cable.",
                "Choose a file and go on to the result.",
                "It works without the internet because nothing is sent.",
            ];
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
        /// So many chosen, of so many.
        selected: fn(usize, usize) -> String,
            |n, all| format!("{}項目のうち{}項目を選んでいます", whole(all), whole(n)),
            |n, all| format!("{} of {} columns selected", whole(n), whole(all));
        /// How far the person came with a file before the page was loaded again: its name, the task, and whether there was a result.
        journal_says: fn(&str, &str, bool) -> String,
            |file, task, result| format!("前回は「{file}」で「{task}」の{}まで進みました。同じファイルを選ぶと、続きから始められます。", if result { "結果" } else { "設定" }),
            |file, task, result| format!("Last time you got to the {} of “{task}” with “{file}”. Choose the same file to continue.", if result { "result" } else { "settings" });
        /// Something that a result was made without.
        without_handling: fn(&str) -> String,
            |name| format!("「{name}」を外して計算した結果です。"),
            |name| format!("Calculated without “{name}”.");
        /// What an effect that can be turned is called.
        effect_of: fn(&str) -> String, |name| format!("{name}の影響"), |name| format!("Effect of {name}");
        /// The mean of a changed forecast, and how far it is from the forecast as it stands.
        what_if_mean: fn(&str, &str) -> String,
            |mean, by| format!("変えたときの予測は、平均で{mean}です。今の予測との差は、平均で{by}です。"),
            |mean, by| format!("With the change the forecast is {mean} on average. That differs from the forecast by {by}.");
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
        /// Whose result it is.
        result_of: fn(&str) -> String, |file| format!("「{file}」の結果"), |file| format!("Result for “{file}”");
        /// A file was saved.
        saved: fn(&str) -> String, |name| format!("「{name}」を保存しました。"), |name| format!("Saved “{name}”.");
        /// Whose predictions are shown.
        applied_to: fn(&str) -> String,
            |file| format!("「{file}」の予測を表示しています。"),
            |file| format!("These are the predictions for “{file}”.");
        /// A column of a project, and what it is called now.
        project_column: fn(&str, Option<&str>) -> String,
            |old, new| new.map_or_else(|| format!("「{old}」：見つかりません"), |new| format!("「{old}」→「{new}」")),
            |old, new| new.map_or_else(|| format!("“{old}”: not found"), |new| format!("“{old}” → “{new}”"));
        /// The file that a project was made with, and its rows.
        project_of: fn(&str, usize) -> String,
            |file, n| format!("「{file}」（{}）で作ったプロジェクトです。", rows(Lang::Ja, n)),
            |file, n| format!("Made with “{file}” ({}).", rows(Lang::En, n));
        /// What is still there after trouble.
        problem_kept: fn(&str) -> String,
            |file| format!("前に読み込んだ「{file}」は、そのまま使えます。"),
            |file| format!("The file you read before, “{file}”, is still here.");
        /// What a band of so many percent means; of 0, what is usual.
        band: fn(u8) -> String,
            |level| if level == 0 { "ふだんの範囲".to_owned() } else { format!("この間に入る見込み（{level}%）") },
            |level| if level == 0 { "Usual range".to_owned() } else { format!("Expected range ({level}%)") };
        /// A range read out.
        between: fn(&str, &str) -> String,
            |low, high| format!("{low}〜{high}の間"),
            |low, high| format!("between {low} and {high}");
        /// Name of a report's file, from that of the data.
        paper_name: fn(&str) -> String, |file| format!("{file}_報告書.html"), |file| format!("{file}_report.html");
        /// Of a long table only its first rows are on paper.
        first_rows: fn(usize) -> String,
            |n| format!("はじめの{}行です。全部の行は、表のファイルにあります。", whole(n)),
            |n| format!("The first {}. The table file has them all.", counted(n, "row", "rows"));
        /// Show so many more rows.
        more_rows: fn(usize) -> String,
            |n| format!("あと{}行を見る", whole(n)),
            |n| format!("Show {} more", counted(n, "row", "rows"));
        /// So many rows are shown, of all.
        rows_shown: fn(usize, usize) -> String,
            |n, all| format!("全部で{}行のうち、{}行を出しています。保存する表には全部入ります。", whole(all), whole(n)),
            |n, all| format!("{} of {} rows are shown. The saved table has them all.", whole(n), whole(all));
        /// So many columns are shown, of all.
        columns_shown: fn(usize, usize) -> String,
            |n, all| format!("全部で{}項目のうち、{}項目を出しています。計算には全部使えます。", whole(all), whole(n)),
            |n, all| format!("{} of {} columns are shown. All can be used.", whole(n), whole(all));
        /// A text with a remark behind it.
        with_remark: fn(&str, &str) -> String, |text, more| format!("{text}（{more}）"), |text, more| format!("{text} ({more})");
        /// Size of a group in rows or customers, and its share.
        group_size: fn(usize, bool, f64) -> String,
            |n, customers, frac| format!("{}（{}）", members(Lang::Ja, n, customers), share(Lang::Ja, frac)),
            |n, customers, frac| format!("{} ({})", members(Lang::En, n, customers), share(Lang::En, frac));
        /// How likely it is that a quantity is enough.
        order_enough: fn(u8) -> String,
            |level| format!("100回のうち{level}回は、足りる見込みです。"),
            |level| format!("This is enough {level} times out of 100.");
        /// A trial by its number, of all.
        trial_place: fn(usize, usize) -> String,
            |n, all| format!("{all}回のうち{n}回目"),
            |n, all| format!("{n} of {all}");
        /// A name and what it is: used where a value is read out.
        named: fn(&str, &str) -> String, |name, value| format!("{name}：{value}"), |name, value| format!("{name}: {value}");
    }
}

/// （1つは30分）: a clock steps by any number of minutes.
fn step_of(lang: Lang, step: Option<Step>) -> String {
    let Some(step) = step.filter(|step| step.every > 1 || step.grain < Grain::Day) else { return String::new() };
    let one = steps(lang, 1, step);
    say!(lang, "（1つは{one}）", " of {one} each")
}

fn whole(n: usize) -> String {
    grouped(n as u64)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_empty_or_in_the_wrong_language() {
        for (ja, en) in TEXTS {
            assert!(!ja.is_empty() && !en.is_empty());
            assert!(en.is_ascii() || en.contains('“'), "{en}");
        }
    }

    #[test]
    fn sentences_with_numbers() {
        assert_eq!((ui(Lang::Ja).elapsed)(75), "経過 1分15秒");
        assert_eq!((ui(Lang::En).elapsed)(5), "5 s");
        let half_hour = Step { grain: Grain::Minute, every: 30 };
        assert_eq!((ui(Lang::Ja).count_range)(1, 1000, Some(half_hour)), "1から1000までの数（1つは30分）");
        assert_eq!((ui(Lang::En).count_range)(1, 9, Some(half_hour)), "a number from 1 to 9 of 30 minutes each");
        assert_eq!(
            (ui(Lang::En).count_range)(1, 9, Some(Step { grain: Grain::Day, every: 1 })),
            "a number from 1 to 9"
        );
        assert_eq!((ui(Lang::Ja).delimiter)('\t'), "タブ");
        assert_eq!((ui(Lang::En).delimiter)('#'), "“#”");
        assert_eq!((ui(Lang::En).rows)(1), "1 row");
        assert_eq!((ui(Lang::Ja).group_size)(1_200, false, 0.25), "1,200行（25%）");
        assert_eq!((ui(Lang::En).group_size)(1, true, 0.25), "1 customer (25%)");
    }
}
