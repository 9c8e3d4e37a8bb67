//! Help, the tour, seminars and how to check.

use super::words;

words! {
    /// Help, the tour, seminars and how to check.
    HelpWords
    texts {
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
    }
}
