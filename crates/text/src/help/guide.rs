//! How to use Sanpo: three steps, what files, how to read a result.

use super::{HelpPage, Part, fact, t};

/// The page.
pub static PAGE: HelpPage = HelpPage {
    folder: "guide",
    title: t("使い方", "How to use it"),
    lead: t(
        "表を1つ入れて、知りたいことを選ぶと、答えが出ます。設定は入力ずみです。",
        "Add one table and choose what you want to know. The settings are filled in for you.",
    ),
    parts: &[
        Part::Heading(t("三つの手順", "Three steps")),
        Part::Steps(&[
            t(
                "データを入れる：ファイルを画面に放すか、ボタンで選びます。コピーした表の貼り付けもできます。",
                "Add your data: drop a file on the page, choose it with the button, or paste copied cells.",
            ),
            t(
                "知りたいことを選ぶ：設定を確かめて、いちばん下の青いボタンを押します。",
                "Choose what to find out: look over the settings and press the blue button at the end.",
            ),
            t(
                "結果を見る・使う：答えの文を読み、図で確かめ、Excelなどに保存します。",
                "See and use the result: read the answer, look at the charts, and save it for Excel.",
            ),
        ]),
        Part::Text(t(
            "手順はいつでも戻れます。戻っても、データと結果は消えません。",
            "You can go back at any time; your data and results stay.",
        )),
        Part::Heading(t("4つの知りたいこと", "Four things to find out")),
        Part::Tasks,
        Part::Heading(t("使えるファイル", "Files that can be used")),
        Part::List(&[
            t(
                "1行目に項目名、2行目からデータがある表です。上の題名や、合計の行は自動で外します。",
                "A table with headings in the first row and data below. Titles above and rows of totals are set aside.",
            ),
            t(
                "CSV、Excel（.xlsx .xlsm .xls）、ODSを使えます。1GBまで、100万行くらいまでです。",
                "CSV, Excel (.xlsx .xlsm .xls) and ODS, up to 1 GB or about a million rows.",
            ),
            t(
                "これからの数を予測するには、日付の項目と、数の項目が必要です。",
                "A forecast needs a column with dates and one with numbers.",
            ),
            t(
                "1行ごとに予測するには、答えの分かる行が必要です。答えが空らんの行に、予測が出ます。",
                "Predictions for rows need rows with a known answer. Rows where it is empty get one.",
            ),
            t(
                "和暦、全角の数字、Shift_JISの文字も読めます。直したことは「読み込みメモ」に出ます。",
                "Japanese era years, full-width digits and Shift_JIS are read. The reading memo says what was done.",
            ),
        ]),
        Part::Heading(t("結果の読み方", "How to read a result")),
        Part::Facts(&[
            fact(
                t("大きな文字の文", "The sentences in large letters"),
                t("答えです。まず、ここだけ読めば使えます。", "The answer. Reading these is enough to start with."),
            ),
            fact(
                t("使う前に知っておくこと", "Before you use this"),
                t(
                    "補った値や、休みとした日など、結果に関わることです。",
                    "What was filled in or taken as closed, and whatever else touches the result.",
                ),
            ),
            fact(
                t("色のついた帯", "The coloured band"),
                t(
                    "見込みの幅です。80%の帯には、10回のうち8回くらい入ります。1つの数だけでなく、幅で計画してください。",
                    "The range: 8 values out of 10 should fall inside the one of 80%. Plan with the range, not with one number.",
                ),
            ),
            fact(
                t("単純な答え方", "The simple answer"),
                t(
                    "「先週と同じ」のような答えです。これとのくらべ方で、確かさが決まります。",
                    "An answer such as “as last week”. How reliable a result is depends on how it does against that.",
                ),
            ),
            fact(
                t("なぜこの結果？", "Why this result?"),
                t(
                    "使ったデータ、確かめ方、分からないことが書いてあります。人に説明するときに使えます。",
                    "Which data was used, how it was checked and what it cannot know: useful when you explain it to others.",
                ),
            ),
        ]),
        Part::Heading(t("A〜Dの意味", "What A to D mean")),
        Part::Text(t(
            "過去のデータで試し、単純な答え方とくらべたときの、ずれの小ささで決まります。",
            "They say how much smaller the error was than that of the simple answer, tried on past data.",
        )),
        Part::Grades(&[
            t("ずれが3割以上、小さくなりました。", "The error was smaller by 30% or more."),
            t("ずれが1割5分以上、小さくなりました。", "The error was smaller by 15% or more."),
            t(
                "少し小さくなりました。または、データが少なくて判断できません。",
                "It was a little smaller, or there are too few data to tell.",
            ),
            t(
                "単純な答え方と変わりません。計画には使わないでください。",
                "No better than the simple answer. Do not plan with it.",
            ),
        ]),
        Part::Text(t(
            "「はい」か「いいえ」のような答えでは、ずれのかわりに、見込み（%）がどれだけ正確かをくらべます。",
            "Where the answer is a yes or no, it is the chances that are held against those of the simple answer.",
        )),
        Part::Text(t(
            "予測では、ずれの大きさも見ます。平均の3割より大きいとA、6割より大きいとBにはなりません。見込みの幅から外れた値が多いときは、1つ下がります。",
            "For a forecast the size of the error counts too: beyond 30% of the average there is no A, beyond 60% no B. Where many \
             values fell outside the expected range, it is one grade lower.",
        )),
        Part::Text(t(
            "グループ分けでは、分け直しても同じになるかで決まります。いつもと違うところの結果には、A〜Dはつきません。",
            "For groups they say whether the same ones are found again. What is unusual has no such grade.",
        )),
        Part::Heading(t("来月も続ける（プロジェクト）", "Going on next month (projects)")),
        Part::Steps(&[
            t(
                "結果の画面で「ほかの保存方法」を開き、「プロジェクトを保存」を押します。設定と結果が、1つのファイルに入ります。",
                "On the result page, open “More ways” and press “Save as a project”. One file takes the settings and the result.",
            ),
            t(
                "来月、そのファイル（.sanpo）を、データと同じように画面に放します。",
                "Next month, drop that file (.sanpo) on the page, just like a data file.",
            ),
            t(
                "新しいデータのファイルを選び、「前回と同じ設定で計算する」を押します。項目の名前が変わっていたら、対応を確かめてから進みます。",
                "Choose the file with the new data and press “Calculate with last time's settings”. If a column has a new name, you are shown the match first.",
            ),
            t(
                "予測のときは「答え合わせ」に、前回の予測と実際の数が並びます。",
                "A forecast then shows, under “How the last forecast did”, what was forecast and what really came.",
            ),
        ]),
        Part::Text(t(
            "「データも入れる」に印があると、データもファイルに入ります。ほかの人に渡すときは、外してください。前のファイルがなくても、同じ結果を開き直せます。",
            "With “Include the data” the file also holds your data, and opens the same result without the old file. Leave it off if you share the file.",
        )),
        Part::Heading(t("こまったとき", "When something is odd")),
        Part::Facts(&[
            fact(
                t("文字がおかしい", "Letters look wrong"),
                t(
                    "読み込んだファイルの「文字コード」から、正しく読めるものを選びます。",
                    "Choose another text encoding under “Your file”.",
                ),
            ),
            fact(
                t("結果がCやD", "The grade is C or D"),
                t(
                    "もっと長い期間のデータを入れるか、天気や値段など関係のありそうな項目を足します。",
                    "Use a longer history, or add columns that may matter, such as weather or prices.",
                ),
            ),
            fact(
                t("時間がかかる", "It takes long"),
                t(
                    "「計算を止める」で、いつでも止められます。データと設定は残ります。",
                    "Press “Stop” at any time; data and settings stay.",
                ),
            ),
        ]),
    ],
};
