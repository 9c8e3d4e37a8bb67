//! What stands on every screen, and trouble.

use super::words;

words! {
    /// What stands on every screen, and trouble.
    FrameWords
    texts {
        app: "三歩 Sanpo", "Sanpo";
        app_says: "表を入れると、これからの数や、いつもと違うところが分かります。", "Open a spreadsheet to see what comes next, and what looks unusual.";
        skip_to_main: "本文へ移動", "Skip to main content";
        language: "表示の言葉", "Language";
        private_badge: "データは外へ出ません", "Your data stays here";
        steps_label: "手順", "Steps";
        step_done: "完了", "done";
        back: "戻る", "Back";
        optional: "※任意", "(optional)";
        problem_title: "うまくいきませんでした", "Something went wrong";
        data_kept: "データと設定はそのままです。", "Your data and settings are still here.";
        try_again: "もう一度試す", "Try again";
        save_record: "記録を保存する", "Save an error report";
        close: "閉じる", "Close";
        engine_failed: "計算の部品を読み込めませんでした。通信を確かめて、もう一度試してください。", "The calculation engine could not be loaded. Check your connection and try again.";
        update_says: "新しい版があります。", "A new version is available.";
        update_now: "更新する", "Update";
        update_wait: "計算が終わったら、更新できます。", "You can update when the calculation is done.";
        footer_says: "インターネットがなくても動きます。", "Works without the internet.";
        value_none: "なし", "None";
    }
    others {
        /// Names of the three steps.
        step_names: [&'static str; 3],
            ["データを入れる", "知りたいことを選ぶ", "結果を見る・使う"],
            ["Add data", "Choose what to find out", "See and use the result"];
        /// Which of the three steps this is, from 1.
        step_position: fn(usize) -> String,
            |n| format!("全3ステップ中、{n}ステップ目"),
            |n| format!("Step {n} of 3");
        /// What is still there after trouble.
        problem_kept: fn(&str) -> String,
            |file| format!("前に読み込んだ「{file}」は、そのまま使えます。"),
            |file| format!("The file you read before, “{file}”, is still here.");
        /// A text with a remark behind it.
        with_remark: fn(&str, &str) -> String, |text, more| format!("{text}（{more}）"), |text, more| format!("{text} ({more})");
    }
}
