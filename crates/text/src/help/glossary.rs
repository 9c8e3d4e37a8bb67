//! The glossary: each word of the screens in one or two plain sentences. One word for one thing.

use super::{Both, HelpPage, Part, t};

/// A word of the screens.
#[derive(Debug)]
pub struct Entry {
    /// Its anchor on the glossary's page.
    pub anchor: &'static str,
    /// The word.
    pub name: Both,
    /// What it means.
    pub says: Both,
    /// What others call it; empty if all call it the same.
    pub also: Both,
}

/// Builds the entries, and the list of each topic.
macro_rules! entries {
    ($($list:ident, $about:literal { $($entry:ident $anchor:literal: $ja:literal, $en:literal;
        $says_ja:literal, $says_en:literal; $also_ja:literal, $also_en:literal;)* })*) => {
        $($(#[doc = $en] pub static $entry: Entry = Entry {
            anchor: $anchor, name: t($ja, $en), says: t($says_ja, $says_en), also: t($also_ja, $also_en),
        };)*
        #[doc = $about] pub static $list: &[&Entry] = &[$(&$entry,)*];)*
    };
}

entries! {
    DATA_WORDS, "Words about the file." {
        COLUMN "column": "項目", "Column";
            "表の縦の列です。1行目の名前で呼びます。", "A column of the table, called by the name in its first row.";
            "列、変数、フィールド", "variable, field";
        MEMO "memo": "読み込みメモ", "Reading memo";
            "ファイルを読むときに直したことや、外した行の一覧です。1つずつ元に戻せます。",
            "What was repaired or set aside while the file was read. Each line can be undone.";
            "", "";
        EMPTY "empty": "空らん", "Empty";
            "値が入っていないところです。0とは別のものとして扱います。", "No value stands there. It is not the same as 0.";
            "欠損値、欠測値", "missing value";
        STRAY "stray": "飛びぬけた値", "Value far off";
            "ほかの値から大きく離れた値です。入力まちがいのことも、本当のこともあります。",
            "A value far from all others: a typing mistake, or something real.";
            "外れ値", "outlier";
        CHARSET "charset": "文字コード", "Text encoding";
            "文字の保存のしかたです。古い日本語のファイルはShift_JIS、今はUTF-8が多く使われます。",
            "How letters are stored: older Japanese files use Shift_JIS, newer ones UTF-8.";
            "エンコーディング", "encoding";
        LONG_WIDE "layout": "表の向き", "Layout of the table";
            "月や店が横に並ぶ表は、下に並ぶ形に直して読みます。", "A table with months or shops side by side is turned so that they stand below each other.";
            "横持ち・縦持ち", "wide and long format";
        CLOSED "closed": "休みの日", "Closed day";
            "定休日や、お盆などの休みです。売上0の日とは分けて考えます。",
            "A weekly or yearly closing day. It is not a day with sales of 0.";
            "定休日", "regular closing day";
    }
    FORECAST_WORDS, "Words about forecasts." {
        FORECAST "forecast": "予測", "Forecast";
            "過去の動きから計算した、これからの値です。", "The values to come, worked out from the past.";
            "需要予測、時系列予測", "demand forecast, time-series forecast";
        ACTUAL "actual": "実績", "Actual";
            "本当にあった値です。", "What really happened.";
            "実測値", "observed value";
        RANGE "range": "見込みの幅", "Range";
            "80%の幅なら、10回のうち8回はこの中に入る見込みです。広いほど、先が読みにくいということです。",
            "With a range of 80%, 8 times out of 10 the value should lie inside. The wider it is, the harder it is to tell.";
            "予測区間、信頼区間", "prediction interval, confidence interval";
        AHEAD "ahead": "どこまで予測するか", "How far ahead";
            "何日先、何か月先まで予測するかです。先になるほど、幅が広くなります。",
            "How many days or months to forecast. The further ahead, the wider the range.";
            "予測期間", "forecast period";
        LEVEL "level": "ふだんの水準", "Usual level";
            "くり返しや特別な日の影響をのぞいた、今の大きさです。",
            "How large the value is now, apart from repeating patterns and special days.";
            "レベル", "level";
        TREND "trend": "長い目での増減", "Rise or fall in the long run";
            "曜日や季節とは別に、だんだん増えているか減っているかです。",
            "Whether it slowly grows or shrinks, apart from weekdays and seasons.";
            "トレンド", "trend";
        SEASON "season": "くり返し", "Repeating pattern";
            "曜日、月、時刻などで、決まってくり返す動きです。", "Ups and downs that return with the weekday, the month or the hour.";
            "周期性、季節性", "seasonality";
        SPECIAL "special": "特別な日", "Special day";
            "祭りやセールなど、ふだんと違う日です。過去の日から影響を学びます。",
            "A day unlike others, such as a festival or a sale. Its effect is learnt from past ones.";
            "イベント", "event";
        ORDER "order": "用意する量", "Quantity to have";
            "足りないときの損と、余ったときの損を比べて決めた量です。",
            "The quantity found by weighing the cost of running short against that of left-overs.";
            "発注量", "order quantity";
        SAFETY "safety": "念のための在庫", "Safety stock";
            "見込みより多く売れたときのために、余分に用意する分です。",
            "What is kept beyond the expected amount, in case more is needed.";
            "安全在庫", "buffer stock";
        PARTS "parts": "予測の内訳", "What a forecast is made of";
            "水準、増減、くり返し、特別な日に分けたものです。足すと予測になります。",
            "Level, rise or fall, repeating patterns and special days. Together they make the forecast.";
            "成分分解", "decomposition";
    }
    UNUSUAL_WORDS, "Words about what is unusual." {
        UNUSUAL "unusual": "いつもと違う", "Unusual";
            "ふだんの動きや、ほかの行から大きく離れていることです。まちがいとは限りません。",
            "Far from its usual course or from the other rows. It need not be a mistake.";
            "異常、アノマリー", "anomaly";
        SCORE "score": "違いの大きさ", "How unusual";
            "0から1の数です。1に近いほど、ほかと違います。", "A number from 0 to 1; near 1 is most unlike the others.";
            "異常スコア", "anomaly score";
        READY "sensitivity": "印のつけやすさ", "How readily to mark";
            "1は少なめ、5は多めに印をつけます。見のがしたくないときは、大きくします。",
            "1 marks few, 5 marks many. Choose more when nothing must be missed.";
            "感度、しきい値", "sensitivity, threshold";
        EXPECTED "expected": "予想される値", "Expected";
            "くり返しと最近の動きから考えた、ふつうの値です。",
            "What would have been usual, going by repeating patterns and by what came just before.";
            "期待値", "expected value";
    }
    GROUP_WORDS, "Words about groups." {
        GROUP "group": "グループ", "Group";
            "似た行やお客さまの集まりです。名前は、ほかとの違いからつけています。",
            "Rows or customers that are alike, named after what sets them apart.";
            "クラスタ、セグメント", "cluster, segment";
        GROUPS "groups": "グループの数", "Number of groups";
            "「ちょうどよい数」では、分け直しても変わりにくい数を選びます。使いやすい数に変えられます。",
            "“The right number” is the one that holds up best when repeated. You can choose another.";
            "クラスタ数", "number of clusters";
        RFM "rfm": "最近・回数・金額", "Recency, frequency, amount";
            "最後に買った日、買った日の数、買った金額の3つで、お客さまを見る方法です。",
            "Looking at customers by when they last bought, how often, and how much.";
            "RFM分析", "RFM analysis";
        GROUP_MAP "map": "グループの地図", "Map of the groups";
            "似たものが近くになるように並べた図です。軸に単位はありません。",
            "A picture in which those alike are near each other. Its axes have no unit.";
            "次元圧縮", "projection";
        STABLE "stable": "分かれ方の確かさ", "How clear the groups are";
            "データの一部で分け直したとき、同じ分け方になった割合です。",
            "How many end up together again when only part of the data is grouped.";
            "安定性", "stability";
    }
    ROW_WORDS, "Words about predictions for rows." {
        TARGET "target": "予測したい項目", "Column to predict";
            "答えを知りたい項目です。答えのある行から学び、空らんの行に答えを出します。",
            "The column whose answer is wanted. Rows with an answer teach; rows without get one.";
            "目的変数、ターゲット", "target variable";
        CLUES "clues": "手がかり", "Columns to learn from";
            "答えを当てるために使う項目です。予測するときに分かっているものだけを選びます。",
            "The columns used to find the answer. They must be known when you predict.";
            "説明変数、特徴量", "features, input variables";
        LEARN "learn": "学習", "Learning";
            "答えの分かる行から、手がかりと答えの関係を見つけることです。",
            "Finding out from rows with an answer how the columns go with it.";
            "トレーニング", "training";
        CHANCE "chance": "なる見込み", "Chance";
            "その答えになりそうな度合いです。80%なら、似た10行のうち8行くらいがそうなります。",
            "How likely the answer is. At 80%, about 8 of 10 such rows turn out that way.";
            "予測確率", "predicted probability";
        CONTRIBUTION "contribution": "寄与度", "Contribution";
            "その項目が、予測にどれだけ効いたかです。原因とは限りません。",
            "How much the column told about the answer. It need not be the cause.";
            "重要度、影響度", "importance";
        RIGHT_WRONG "right-wrong": "当たり外れの内訳", "Right and wrong answers";
            "どの答えを、どの答えと予測したかを数えた表です。", "A count of which answer was predicted as which.";
            "混同行列", "confusion matrix";
        TOP "top": "上位から選ぶ", "The likeliest first";
            "見込みの高い順に連絡したとき、少ない手間でどれだけ見つかるかを表します。",
            "How many are found with little work when the likeliest rows are taken first.";
            "リフト、ゲインチャート", "lift, gain chart";
        TOO_GOOD "too-good": "当たりすぎ", "Too good";
            "手がかりに答えが混ざっていると、当たりすぎます。その項目を外して試します。",
            "If a column holds the answer, everything seems right. Leave that column out and try again.";
            "リーク", "leakage";
    }
    RESULT_WORDS, "Words about the result." {
        GRADE "grade": "結果の確かさ（A〜D）", "How reliable it is (A to D)";
            "単純な答え方より当たったかと、ずれの大きさで決まります。Aがいちばん確かで、Dは参考までです。",
            "How much better it did than the simple answer, and how large its error is. A is best; D is for reference only.";
            "精度、パフォーマンスグレード", "accuracy, performance grade";
        SIMPLE "simple": "単純な答え方", "Simple answer";
            "「先週と同じ」「いつも平均」のような、計算のいらない答えです。これより当たってこそ、使う意味があります。",
            "An answer without any work, such as “as last week” or “always the average”. A result is of use only if it beats that.";
            "ナイーブ予測、ベースライン", "naive forecast, baseline";
        SURE "sure": "当たりやすさ", "How sure this is";
            "答えの分かっている過去で試したときの、当たり具合です。",
            "How well it did on the past, where the answer is known.";
            "精度", "accuracy";
        ERROR "error": "ずれ", "Error";
            "予測と実績の差です。小さいほど、よく当たっています。", "The gap between prediction and what happened. Smaller is better.";
            "誤差、残差", "residual";
        TRIAL "trial": "過去で試す", "Tried on the past";
            "過去のある日に戻ったつもりで予測し、本当の値とくらべます。その日より後のデータは使いません。",
            "A forecast made as if on a past day, without anything that came later, and held against what happened.";
            "バックテスト、交差検証", "backtest, cross-validation";
        COVERAGE "coverage": "幅に入った割合", "Share inside the range";
            "過去で試したとき、実績が見込みの幅に入った割合です。80%の幅で80%に近いほど、正直な幅です。",
            "How often past values fell inside the range. A range of 80% is honest when this is near 80%.";
            "カバー率", "coverage";
        METHOD "method": "方法", "Method";
            "計算のしかたです。名前は「詳しく」にだけ出ます。", "A way of working it out. Names appear under “Details” only.";
            "モデル、アルゴリズム", "model, algorithm";
        WHY "why": "なぜこの結果？", "Why this result?";
            "使ったデータ、試したこと、確かめ方、分からないことを、順に書いたものです。",
            "What data were used, what was tried, how it was checked and what it cannot know.";
            "説明可能性", "explainability";
    }
}

/// The page.
pub static PAGE: HelpPage = HelpPage {
    folder: "glossary",
    title: t("用語集", "Glossary"),
    lead: t(
        "画面で使う言葉を、短く説明します。本やほかのソフトでの呼び方も書きました。",
        "The words of the screens, in short, and what books and other programs call them.",
    ),
    parts: &[
        Part::Heading(t("データ", "Data")),
        Part::Entries(DATA_WORDS),
        Part::Heading(t("結果と確かさ", "The result and how sure it is")),
        Part::Entries(RESULT_WORDS),
        Part::Heading(t("これからの数を予測する", "Forecast what comes")),
        Part::Entries(FORECAST_WORDS),
        Part::Heading(t("いつもと違うところを探す", "Find what is unusual")),
        Part::Entries(UNUSUAL_WORDS),
        Part::Heading(t("似たもの同士に分ける", "Sort into similar groups")),
        Part::Entries(GROUP_WORDS),
        Part::Heading(t("1行ごとに予測する", "Predict for each row")),
        Part::Entries(ROW_WORDS),
    ],
};
