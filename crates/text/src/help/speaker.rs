//! For the speaker of a seminar: what to prepare, what to say when, what people ask.

use super::{HelpPage, Part, Scene, fact, t};

/// The page.
pub static PAGE: HelpPage = HelpPage {
    folder: "speaker",
    title: t("講習をする方へ", "For the speaker of a seminar"),
    lead: t(
        "45分の講習の進め方です。ネットがつながりにくい会場でも、30台で同じ画面になります。",
        "A seminar of 45 minutes. With 30 laptops and a bad network, everybody still sees the same.",
    ),
    parts: &[
        Part::Heading(t("前の日までに", "The day before")),
        Part::List(&[
            t(
                "すべてのパソコンで、Sanpoを一度開きます。見出しと見本が出たら、次からはネットなしで動きます。",
                "Open Sanpo once on every laptop. When the samples are there, it works without a network from then on.",
            ),
            t(
                "開いたあとWi-Fiを切り、もう一度開きます。同じ画面が出れば、準備は終わりです。",
                "Then switch Wi-Fi off and open it again. If the same page comes up, the laptop is ready.",
            ),
            t(
                "Edge、Chrome、Firefox、Safariの新しい版を使います。プライベートウィンドウは、閉じると部品も消えるので使いません。",
                "Use a current Edge, Chrome, Firefox or Safari, and no private window: it forgets the app when it is closed.",
            ),
            t(
                "ブックマークに、下の「講習モード」のアドレスを入れておきます。",
                "Bookmark the address of the seminar mode below.",
            ),
            t(
                "参加者が自分のファイルを使うときは、USBメモリーかデスクトップに置いてもらいます。Sanpoは、そこから直接読みます。",
                "Ask people who bring a file to put it on the desktop or a USB stick; Sanpo reads it from there.",
            ),
            t("予備の1台と、このページを印刷したものを用意します。", "Have one spare laptop, and this page on paper."),
        ]),
        Part::Heading(t("ネットがまったく使えない会場では", "Where there is no network at all")),
        Part::Text(t(
            "アプリのフォルダー一式をUSBメモリーで渡し、各パソコンの簡易Webサーバーで開きます（localhostなら、ネットなしで動きます）。フォルダーの中のファイルを直接開いても動きません。情報システム担当の方に頼んでください。",
            "Copy the app's folder by USB stick and open it through a small web server on each laptop (localhost needs no network). Opening the file itself does not work. Ask whoever looks after the computers.",
        )),
        Part::Heading(t("講習モード", "Seminar mode")),
        Part::SeminarLink(t(
            "講習モードで開く（アドレスの最後に #seminar=1 がつきます）",
            "Open in seminar mode (the address ends in #seminar=1)",
        )),
        Part::List(&[
            t(
                "画面の上に帯が出て、はじめはステップ1までしか進めません。先へ行こうとすると、合図を待つように伝えます。",
                "A bar appears on top, and only step 1 is open. Whoever goes on is asked to wait for the signal.",
            ),
            t(
                "講師の合図で、全員が「次のステップへ進めるようにする」を押します。",
                "At the signal everybody presses “Open the next step”.",
            ),
            t(
                "「はじめに戻す」を2回押すと、ファイル、設定、結果が消え、ステップ1だけの画面に戻ります。次の組の前に使います。",
                "“Start over”, pressed twice, forgets file, settings and results, and locks all but step 1: for the next group.",
            ),
            t(
                "講習モードをやめるには、#から後ろのないアドレスで開き直します。",
                "To leave the seminar mode, open the address without # and what follows.",
            ),
        ]),
        Part::Heading(t("45分の台本", "A script of 45 minutes")),
        Part::Script(&[
            Scene {
                minutes: "0–5",
                says: t(
                    "機械学習の知識はいりません。データはこのパソコンから外へ出ません。今からそれを確かめます。",
                    "Nobody needs to know about machine learning. Your data stays on this laptop, as you will now see.",
                ),
                does: t("講習モードで開き、Wi-Fiを切る。", "Open in seminar mode; switch Wi-Fi off."),
                sees: t("ネットを切っても、画面はそのまま動く。", "The page goes on working without a network."),
            },
            Scene {
                minutes: "5–14",
                says: t(
                    "まず見本のパン屋さんです。どの項目が日付で、どれが数か、自動で見つけています。",
                    "First the bakery. Which column holds dates and which numbers is found for you.",
                ),
                does: t(
                    "「パン屋の売上」を押し、表のはじめと読み込みメモを見る。",
                    "Press “Bakery sales”; look at the first rows and the reading memo.",
                ),
                sees: t(
                    "日付、商品、天気、売上数の4項目と、それぞれの種類の印。",
                    "Four columns (date, product, weather, units sold), each with a mark for its kind.",
                ),
            },
            Scene {
                minutes: "14–20",
                says: t(
                    "設定は入力ずみです。読んで、自分の知りたいことと合っているかだけを確かめます。",
                    "All settings are filled in. Read them and see whether they are what you want to know.",
                ),
                does: t(
                    "「次のステップへ進めるようにする」を押し、ステップ2へ。",
                    "Press “Open the next step” and go to step 2.",
                ),
                sees: t(
                    "日付の項目、売上数、商品、30日先までが選ばれている。",
                    "The date, the units sold, the products and 30 days ahead are chosen.",
                ),
            },
            Scene {
                minutes: "20–32",
                says: t(
                    "大きな文字が答えです。1つの数ではなく、幅で考えます。なぜそう言えるのかも読みましょう。",
                    "The large text is the answer. Think in ranges, not in one number. Then read why.",
                ),
                does: t(
                    "ステップを進め、「予測する」を押す。「なぜこの結果？」を開く。",
                    "Open the step, press “Forecast”, and open “Why this result?”.",
                ),
                sees: t(
                    "水曜日は定休日。やめた商品（シナモンロール）は合計に入らない。土日と祝日は多い。",
                    "Wednesdays are closed; a product given up is not in the total; weekends and holidays are high.",
                ),
            },
            Scene {
                minutes: "32–39",
                says: t(
                    "予測のほかに、いつもと違うところも探せます。印は候補です。記録と照らし合わせます。",
                    "It can also find what is unusual. The marks are candidates: check them against the records.",
                ),
                does: t(
                    "ステップ1で「設備の温度」を押し、同じように進める。",
                    "In step 1 press “Machine temperature” and go on as before.",
                ),
                sees: t(
                    "7月12日の空気もれ（圧力）、8月14日ごろの軸受けの傷み（振動）、8月21日の冷却の故障（温度）に印がつく。",
                    "Marks on the air leak of 12 July (pressure), the worn bearing about 14 August (vibration) and the failed cooling of 21 August (temperature).",
                ),
            },
            Scene {
                minutes: "39–45",
                says: t(
                    "自分のファイルで試しましょう。うまくいかないときは、画面の文を読んでください。",
                    "Now try a file of your own. Where something does not work, the page says what to do.",
                ),
                does: t("自分のファイルを入れる。質問を受ける。", "Put in a file; take questions."),
                sees: t("それぞれの答え。", "Everybody's own answer."),
            },
        ]),
        Part::Heading(t("よくある質問", "What people ask")),
        Part::Facts(&[
            fact(
                t("となりの人と数字が同じなのはなぜ？", "Why are my neighbour's numbers the same?"),
                t(
                    "同じファイルと同じ設定なら、どのパソコンでも同じ数字になるように作ってあります。",
                    "The same file with the same settings gives the same digits on every computer, by design.",
                ),
            ),
            fact(
                t("Excelの予測とどう違う？", "How does it differ from the forecast in Excel?"),
                t(
                    "いくつもの方法を過去のデータで試し、よく当たったものを重く見ます。単純な答え方より当たったかも書きます。",
                    "Several methods are tried on the past, and those that did well count for more. It also says whether it beat the simple answer.",
                ),
            ),
            fact(
                t("Dになった。失敗？", "I got a D. Is that a failure?"),
                t(
                    "いいえ。「このデータからは読めない」と分かったということです。期間をのばすか、項目を足してみます。",
                    "No: you know now that these data do not tell. Try a longer time or more columns.",
                ),
            ),
            fact(
                t("会社のデータを入れてもよい？", "May I put in my firm's data?"),
                t(
                    "データは外へ出ません。ただし、持ち出しの決まりは会社ごとに違います。会社の決まりに従ってください。",
                    "Nothing leaves the laptop. But whether you may take data along is for your firm to say.",
                ),
            ),
            fact(
                t("予測は必ず当たる？", "Is the forecast always right?"),
                t(
                    "いいえ。過去と同じようなことが続くときの見込みです。データにない出来事は分かりません。",
                    "No. It holds if things go on much as before; what is not in the data it cannot know.",
                ),
            ),
        ]),
    ],
};
