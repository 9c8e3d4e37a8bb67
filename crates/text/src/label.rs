//! Short names on charts and tables.

use sanpo_api::{Grain, Label, LabelCode as L, Lang, ModelName, Occasion, RfmName, Words};

use crate::Text;
use crate::count::{count, grain_count};
use crate::say::{names, pick};

/// Days of the week from Monday on.
pub(crate) const WEEKDAYS: [(&str, &str); 7] = [
    ("月", "Monday"),
    ("火", "Tuesday"),
    ("水", "Wednesday"),
    ("木", "Thursday"),
    ("金", "Friday"),
    ("土", "Saturday"),
    ("日", "Sunday"),
];

/// English months from January on.
pub(crate) const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The short text of a code.
pub(crate) fn label_code(lang: Lang, code: &L) -> String {
    match code {
        L::Row => both(lang, "ファイルの行", "Row in file"),
        L::Time => both(lang, "日付", "Date"),
        L::Series => both(lang, "種類", "Series"),
        L::Actual => both(lang, "実績", "Actual"),
        L::Forecast => both(lang, "予測", "Forecast"),
        L::Expected => both(lang, "予想される値", "Expected"),
        L::Lower(0) => both(lang, "ふだんの範囲の下", "Usual range, lower end"),
        L::Upper(0) => both(lang, "ふだんの範囲の上", "Usual range, upper end"),
        L::Lower(level) => say!(lang, "少なめの場合（{level}%）", "Lower end ({level}%)"),
        L::Upper(level) => say!(lang, "多めの場合（{level}%）", "Upper end ({level}%)"),
        L::Score => both(lang, "違いの大きさ（0〜1）", "How unusual (0 to 1)"),
        L::IsAnomaly => both(lang, "いつもと違う", "Unusual"),
        L::Reason => both(lang, "理由", "Reason"),
        L::Group(n) => say!(lang, "グループ{n}", "Group {n}"),
        L::GroupHeading => both(lang, "グループ", "Group"),
        L::GroupName => both(lang, "グループの名前", "Name of the group"),
        L::Count => both(lang, "行の数", "Rows"),
        L::MoneyShare => both(lang, "買った金額の割合", "Share of the amount"),
        L::CustomerCount => both(lang, "人数", "Customers"),
        L::Share => both(lang, "割合", "Share"),
        L::Prediction => both(lang, "予測", "Prediction"),
        L::Probability(class) => say!(lang, "「{class}」になる見込み", "Chance of “{class}”"),
        L::StepsAhead(first, last, grain) => {
            let span = grain_count(lang, *last, *grain);
            let from =
                if first < last { count(lang, *first as usize) + pick(lang, "～", " to ") } else { String::new() };
            say!(lang, "{from}{span}先", "{from}{span} ahead")
        }
        L::Weekday(day) => weekday(lang, *day),
        L::Month(number) => month(lang, *number),
        L::Hour(hour) => say!(lang, "{hour}時台", "{hour}:00"),
        L::Quarter(quarter) => say!(lang, "第{quarter}四半期", "Q{quarter}"),
        L::Customer => both(lang, "お客さま", "Customer"),
        L::Recency => both(lang, "最後の買い物からの日数", "Days since the last purchase"),
        L::Frequency => both(lang, "買った日の数", "Days with a purchase"),
        L::Monetary => both(lang, "買った金額の合計", "Amount spent"),
        L::Total => both(lang, "合計", "Total"),
        L::TotalOf => both(lang, "どの合計か", "Total of"),
        L::GroupTotal(column, group) => say!(lang, "{column}：{group}", "{column}: {group}"),
        L::ActualClass(class) => say!(lang, "実績「{class}」", "Actual “{class}”"),
        L::PredictedClass(class) => say!(lang, "予測「{class}」", "Predicted “{class}”"),
        L::TopPercent(top) => say!(lang, "上位{top}%", "Top {top}%"),
        L::LookedAt => both(lang, "選んだ行の割合（%）", "Rows picked (%)"),
        L::Found => both(lang, "見つかる割合（%）", "Share found (%)"),
        L::ByChance => both(lang, "でたらめに選んだ場合", "Picked at random"),
        L::Mostly(columns) => mostly(lang, columns),
        L::When => both(lang, "いつ", "When"),
        L::Columns => both(lang, "項目", "Columns"),
        L::Yes => both(lang, "はい", "Yes"),
        L::Occasion(occasion) => occasion_name(lang, *occasion).to_owned(),
        L::MeanForecast => both(lang, "予測の平均", "Forecast, mean"),
        L::DemandOver(n, grain) => {
            let span = grain_count(lang, *n, *grain);
            say!(lang, "これから{span}の見込み", "Expected, next {span}")
        }
        L::OrderQuantity => both(lang, "用意する量", "Quantity to have"),
        L::SafetyStock => both(lang, "念のための在庫", "Safety stock"),
        L::RunOutChance => both(lang, "足りなくなる見込み", "Chance of running out"),
        L::Change => both(lang, "直前との差", "Change from just before"),
        L::RangeWidth => both(lang, "見込みの幅（±）", "Width of the range (±)"),
        L::PastError => both(lang, "過去のずれ", "Error in the past"),
        L::Remark => both(lang, "気をつけること", "Look out for"),
        L::Level => both(lang, "ふだんの水準", "Usual level"),
        L::Trend => both(lang, "長い目での増減", "Rise or fall in the long run"),
        L::Season => both(lang, "くり返し", "Repeating pattern"),
        L::Rest => both(lang, "その他の動き", "Other movements"),
        L::LastForecast => both(lang, "前回の予測", "Last forecast"),
        L::PastForecast => both(lang, "過去の予測", "Past forecast"),
        L::SeasonOver(Grain::Day) => both(lang, "1日の中の動き", "Time of day"),
        L::SeasonOver(Grain::Week) => both(lang, "1週間の中の動き", "Time of the week"),
        L::SeasonOver(_) => both(lang, "季節の動き", "Time of year"),
        L::YearChange => both(lang, "前の年の同じ時期との差", "Change from a year before"),
        L::Candidate => both(lang, "候補", "Candidate"),
        L::Trial => both(lang, "試しの予測（答えは分かっている）", "Trial prediction (answer known)"),
    }
}

/// What a direction of the map of groups carries most of; nothing where all are alike.
fn mostly(lang: Lang, columns: &[Label]) -> String {
    if columns.is_empty() {
        return both(lang, "違いなし", "No difference");
    }
    let columns = labels(lang, columns, usize::MAX);
    say!(lang, "おもに{columns}", "Mostly {columns}")
}

/// Short names in quotation marks, at most `most` of them.
pub(crate) fn labels(lang: Lang, list: &[Label], most: usize) -> String {
    let list: Vec<String> = list.iter().map(|label| Text.label(lang, label)).collect();
    names(lang, &list, most)
}

/// A day of the week, 0 = Monday: 月曜日, Monday.
pub fn weekday(lang: Lang, day: u8) -> String {
    let (ja, en) = WEEKDAYS[usize::from(day % 7)];
    say!(lang, "{ja}曜日", "{en}")
}

/// A day of the week at the head of a calendar, 0 = Monday: 月, Mon.
pub fn weekday_short(lang: Lang, day: u8) -> &'static str {
    let (ja, en) = WEEKDAYS[usize::from(day % 7)];
    pick(lang, ja, &en[..3])
}

/// A month, 1 to 12: 4月, April.
pub fn month(lang: Lang, month: u8) -> String {
    let en = MONTHS_EN[usize::from(month.max(1) - 1) % 12];
    say!(lang, "{month}月", "{en}")
}

/// A method's name, for details only.
pub(crate) fn model_name(lang: Lang, name: ModelName) -> &'static str {
    match name {
        ModelName::Naive => pick(lang, "最後の値のくり返し", "Last value"),
        ModelName::SeasonalNaive => pick(lang, "前の周期のくり返し", "Last season"),
        ModelName::Ets => pick(lang, "指数平滑法（ETS）", "Exponential smoothing (ETS)"),
        ModelName::Theta => pick(lang, "シータ法（Theta）", "Theta method"),
        ModelName::Ces => pick(lang, "複素指数平滑法（CES）", "Complex exponential smoothing (CES)"),
        ModelName::Decomposed => {
            pick(lang, "くり返しを除いた指数平滑法", "Exponential smoothing after taking the season off")
        }
        ModelName::Mean => pick(lang, "平均", "Mean"),
        ModelName::Linear => pick(lang, "線形モデル", "Linear model"),
        ModelName::Boosting => pick(lang, "勾配ブースティング", "Gradient boosting"),
        ModelName::Forest => pick(lang, "ランダムフォレスト", "Random forest"),
        ModelName::LogLinear => pick(lang, "線形モデル（対数）", "Linear model of the logarithm"),
        ModelName::LogBoosting => pick(lang, "勾配ブースティング（対数）", "Gradient boosting of the logarithm"),
        ModelName::Drift => pick(lang, "直線の延長（ドリフト法）", "Straight line continued (drift)"),
        ModelName::SlowLevel => pick(lang, "ゆっくり動く水準", "Slow level"),
        ModelName::Folded => pick(lang, "周期ごとの水準と形", "Level and shape of the cycle"),
        ModelName::Autoregression => pick(lang, "自己回帰", "Regression on past values"),
        ModelName::Croston => pick(lang, "クロストン法（Croston）", "Croston's method"),
        ModelName::Sba => pick(lang, "補正クロストン法（SBA）", "Corrected Croston's method (SBA)"),
        ModelName::Tsb => pick(lang, "TSB法", "TSB method"),
        ModelName::Adida => pick(lang, "期間集計法（ADIDA）", "Smoothing of sums (ADIDA)"),
        ModelName::Imapa => pick(lang, "複数期間集計法（IMAPA）", "Smoothing of sums of several lengths (IMAPA)"),
    }
}

/// A customer group's name.
pub(crate) fn rfm_name(lang: Lang, name: RfmName) -> &'static str {
    match name {
        RfmName::Champion => pick(lang, "いちばんのお得意さま", "Best customers"),
        RfmName::Loyal => pick(lang, "よく買うお客さま", "Frequent customers"),
        RfmName::New => pick(lang, "新しいお客さま", "New customers"),
        RfmName::Once => pick(lang, "一度だけのお客さま", "One-time customers"),
        RfmName::AtRisk => pick(lang, "足が遠のいているお客さま", "Customers drifting away"),
        RfmName::Lost => pick(lang, "長く来ていないお客さま", "Customers long gone"),
        RfmName::Regular => pick(lang, "ふつうのお客さま", "Typical customers"),
    }
}

fn both(lang: Lang, ja: &'static str, en: &'static str) -> String {
    pick(lang, ja, en).to_owned()
}

/// A kind of day.
fn occasion_name(lang: Lang, occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::YearEnd => pick(lang, "年末年始", "Turn of the year"),
        Occasion::BeforeYearEnd => pick(lang, "年の瀬", "Run-up to the new year"),
        Occasion::GoldenWeek => pick(lang, "ゴールデンウィーク", "Golden Week"),
        Occasion::Obon => pick(lang, "お盆", "Obon"),
        Occasion::PublicHoliday => pick(lang, "祝日", "Public holidays"),
        Occasion::AroundHoliday => pick(lang, "祝日の前後", "Around public holidays"),
        Occasion::Payday => pick(lang, "給料日", "Payday"),
        Occasion::MonthEnd => pick(lang, "月末", "End of the month"),
        Occasion::Gotobi => pick(lang, "五十日", "Days of settlement"),
        Occasion::WeekOfMonth => pick(lang, "月の中の週", "Week of the month"),
        Occasion::OwnEvent => pick(lang, "自分で選んだ日", "Your own days"),
    }
}
