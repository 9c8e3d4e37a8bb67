//! How to see for oneself that nothing leaves the computer.

use super::{HelpPage, Part, fact, t};

/// The page.
pub static PAGE: HelpPage = HelpPage {
    folder: "privacy",
    title: t("データが外へ出ないことを確かめる", "Check that nothing leaves this computer"),
    lead: t(
        "ファイルは、このパソコンの中だけで処理します。言葉だけでなく、自分で確かめられます。",
        "Files are handled on this computer only. You need not take our word for it.",
    ),
    parts: &[
        Part::Heading(t("いちばん簡単な確かめ方：ネットを切る", "The easiest way: switch the network off")),
        Part::Steps(&[
            t("Sanpoを一度開きます。", "Open Sanpo once."),
            t(
                "Wi-Fiを切るか、ケーブルを抜きます。機内モードでもかまいません。",
                "Switch Wi-Fi off, pull the cable, or use flight mode.",
            ),
            t("ファイルを選んで、結果を見て、保存まで進めます。", "Choose a file, go on to the result and save it."),
            t(
                "最後まで動きます。データを送る先がなくても、計算できるからです。",
                "It works to the end, because nothing has to be sent anywhere.",
            ),
        ]),
        Part::Heading(t("くわしい確かめ方：通信の記録を見る", "A closer look: the record of connections")),
        Part::Steps(&[
            t(
                "EdgeやChromeでSanpoを開き、F12キーを押して「ネットワーク」を選びます。",
                "Open Sanpo in Edge or Chrome, press F12 and choose “Network”.",
            ),
            t(
                "記録を消してから、ファイルを選んで結果まで進めます。",
                "Clear the list, choose a file and go on to the result.",
            ),
            t(
                "一覧に出るのは、アプリ自身の部品だけです。ファイルの中身を送る行はありません。",
                "The list shows the app's own parts only. No line sends what is in your file.",
            ),
        ]),
        Part::Heading(t("なぜ送れないのか", "Why it cannot be sent")),
        Part::List(&[
            t(
                "計算する部分が、ページといっしょにパソコンへ届きます。サーバーは、ページを配るだけです。",
                "What calculates comes to your computer with the page. The server only hands the page out.",
            ),
            t(
                "ページには「自分のフォルダー以外へつながない」という決まりがあり、ブラウザーが守らせます。",
                "The page carries a rule, “connect to your own folder only”, and the browser enforces it.",
            ),
            t(
                "広告や、利用状況を調べる仕組みは入っていません。",
                "There are no advertisements, and nothing that watches how it is used.",
            ),
        ]),
        Part::Heading(t("残るもの、消えるもの", "What stays and what goes")),
        Part::Facts(&[
            fact(
                t("消えるもの", "What goes"),
                t(
                    "ファイルと結果は、画面を閉じると消えます。残したいときは、結果を保存します。",
                    "Files and results are gone when the page is closed. Save the result to keep it.",
                ),
            ),
            fact(
                t("残るもの", "What stays"),
                t(
                    "次に早く開くための、アプリの部品です。データは入っていません。",
                    "The app's own parts, so that it opens without a network. They hold no data.",
                ),
            ),
        ]),
        Part::Heading(t("情報システム担当の方へ", "For those who look after computers")),
        Part::Text(t(
            "決まりの本体は、応答の Content-Security-Policy です。F12の「ネットワーク」で、ページの応答ヘッダーを見てください。connect-src 'self' と form-action 'none' があります。",
            "The rule is the Content-Security-Policy of the response: see the page's headers under “Network”. It has connect-src 'self' and form-action 'none'.",
        )),
    ],
};
