//! One or more examples of every code.

use sanpo_api::*;

pub const FIELDS: [FieldId; 12] = [
    FieldId::Time,
    FieldId::Value,
    FieldId::Series,
    FieldId::Horizon,
    FieldId::Columns,
    FieldId::Sensitivity,
    FieldId::Customer,
    FieldId::Groups,
    FieldId::Target,
    FieldId::Events,
    FieldId::Handling,
    FieldId::Quantity,
];

pub const ASKS: [AskWhat; 13] = [
    AskWhat::Year,
    AskWhat::NoDateColumn,
    AskWhat::ColumnNames,
    AskWhat::DayMonthOrder,
    AskWhat::TwoDigitYearOrder,
    AskWhat::Unpivot,
    AskWhat::Transpose,
    AskWhat::TwoTables,
    AskWhat::WeekNumbering,
    AskWhat::TimeZone,
    AskWhat::MixedUnits,
    AskWhat::Sheet,
    AskWhat::Spellings,
];

const AT: Moment = Moment(1_711_929_600);

fn s(text: &str) -> String {
    text.to_owned()
}

fn yen() -> Option<String> {
    Some(s("円"))
}

pub fn reasons(v: f64) -> Vec<Reason> {
    let column = s("温度");
    vec![
        Reason::High { column: column.clone(), value: v, low: 60.0, high: 80.0 },
        Reason::Low { column: column.clone(), value: v, low: v, high: 80.0 },
        Reason::Combination { column: column.clone(), value: v },
        Reason::Rare { column: column.clone(), text: s("沖縄"), share_frac: v },
        Reason::Missing { column: column.clone() },
        Reason::Expected { column: column.clone(), value: v, expected: 300.0, low: 250.0, high: 350.0 },
        Reason::Shape { column },
    ]
}

pub fn phrases() -> Vec<Phrase> {
    let mut all = phrases_with(0.314);
    all[0] = Phrase::ForecastNext {
        what: s("売上"),
        unit: yen(),
        at: AT,
        grain: Grain::Day,
        value: 412_345.0,
        lower: 370_210.0,
        upper: 454_900.0,
        series: None,
    };
    all
}

/// Every phrase with one number in all its places.
pub fn phrases_with(v: f64) -> Vec<Phrase> {
    let mut all = forecast(v);
    all.extend(rest(v));
    all.extend(segments(v));
    all.extend(predictions(v));
    all
}

fn forecast(v: f64) -> Vec<Phrase> {
    use Phrase as P;
    let (what, grain, steps) = (s("sales"), Grain::Month, 12);
    vec![
        P::ForecastNext {
            what: what.clone(),
            unit: None,
            at: AT,
            grain,
            value: v,
            lower: v,
            upper: v,
            series: Some(s("A")),
        },
        P::ForecastTotal { what: what.clone(), unit: yen(), steps, grain, open: steps, total: v, series: 1 },
        P::ForecastTotal { what: what.clone(), unit: None, steps: 30, grain, open: 26, total: v, series: 12 },
        P::ForecastTotal { what: what.clone(), unit: None, steps: 0, grain, open: 0, total: v, series: 0 },
        P::ForecastChange { frac: v, steps, grain },
        P::ForecastChange { frac: -v, steps, grain },
        P::ForecastChange { frac: 0.0, steps, grain },
        P::Trend { frac: v },
        P::Trend { frac: -v },
        P::ForecastMean { what: s("気温"), unit: Some(s("℃")), steps, grain, mean: v, series: 1 },
        P::ForecastMean { what: s("price"), unit: None, steps, grain, mean: v, series: 12 },
        P::ForecastMeanChange { by: v, unit: yen(), steps, grain },
        P::ForecastMeanChange { by: -v, unit: None, steps, grain },
        P::ForecastMeanChange { by: 0.0, unit: None, steps, grain },
        P::ItemsCaption,
        P::ItemShifted,
        P::ItemEnded,
        P::ItemShort { have: 3 },
        P::ItemGaps { frac: v },
        P::ItemMoves { up: true },
        P::ItemMoves { up: false },
        P::ItemWide,
        P::PartsCaption,
        P::PartLevel { level: v, unit: yen() },
        P::PartEffect { label: Label::Text(s("価格")), low: -v, high: v, unit: yen() },
        P::PartEffect { label: Label::Code(LabelCode::Season), low: 0.0, high: 0.0, unit: None },
        P::PartEffect { label: Label::Code(LabelCode::Season), low: v, high: v, unit: None },
        P::PartRest { most: v, unit: None },
        P::WhyFlat,
        P::WhatIfCaption,
        P::TrialsCaption { what: s("売上") },
        trial(v, v),
        trial(v, 2.0),
        trial(2.0, v),
        P::SeasonPeak { high: LabelCode::Weekday(5), low: LabelCode::Month(2), swing_frac: v },
        P::NoSeason,
        P::SeasonCaption { period: 7, grain: Grain::Day },
        P::SeasonCaption { period: 48, grain: Grain::Minute },
        accuracy(v, Naive::Yesterday, 4, Some(v)),
        accuracy(v, Naive::LastWeek, 4, Some(v)),
        accuracy(v, Naive::LastYear, 4, Some(v)),
        accuracy(v, Naive::LastValue, 1, None),
        P::Coverage { levels: vec![(80, v), (95, v)], points: 365 },
        P::NoHelp { labels: vec![Label::Text(s("天気")), Label::Code(LabelCode::Occasion(Occasion::OwnEvent))] },
        P::TrialInside { level: 80, inside: 24, points: 30 },
        P::TooShortToTest { have: 5, need: 12 },
        P::ErrorByDistance,
        P::PromiseKept { said: v, happened: v, error: v, error_frac: Some(v), inside_frac: v, points: 30, unit: None },
        P::PromiseOpen,
        P::PromiseCaption { what: what.clone() },
        P::ForecastCaption { what, steps, grain },
        P::ForecastTable,
        P::ModelsUsed { models: vec![(ModelName::Ets, v), (ModelName::Theta, v)] },
        P::GapsFilled { count: 3, grain: Grain::Day },
        P::DuplicatesAdded { count: 1 },
        P::TotalCaption { what: s("売上"), series: 12 },
        P::GroupTotals { what: s("売上"), column: s("部門") },
        P::RunningPeriod { at: Moment(0), grain: Grain::Month, so_far: v, usual: v, unit: Some(s("円")) },
        P::StrayValues { count: 3 },
        P::OwnDaysFew { past: 0 },
        P::OwnDaysFew { past: 1 },
        P::OrderUnsure { letter: Letter::C },
        P::OrderUnsure { letter: Letter::D },
        P::LevelMoved { at: Some(Moment(0)), grain: Grain::Day, series: 1 },
        P::LevelMoved { at: None, grain: Grain::Day, series: 4 },
        P::LevelAdjusted { at: Some(Moment(0)), grain: Grain::Day, series: 1 },
        P::LevelAdjusted { at: None, grain: Grain::Day, series: 4 },
        P::SeasonBorrowed { count: 2, names: vec![s("A"), s("B")] },
        P::ClosedAhead { past: 3, next: vec![Moment(0), Moment(86_400)], count: 4 },
        P::ClosedAhead { past: 3, next: vec![], count: 0 },
        P::ClosedWeekdays { weekdays: vec![5, 6] },
        P::RowsLeftOut { count: 2 },
        P::EndedEarlier { count: 1, names: vec![s("A")] },
        P::LeftOut { count: 1, names: vec![s("A")] },
        P::ShortSeries { count: 2, need: 8, names: vec![s("A"), s("B")] },
        P::PanelsCut { shown: 50, total: 1_200 },
    ]
}

fn trial(error: f64, naive_error: f64) -> Phrase {
    let (grain, naive) = (Grain::Day, Naive::LastWeek);
    Phrase::TrialResult { at: AT, grain, steps: 30, steps_grain: grain, error, naive_error, naive, unit: yen() }
}

fn accuracy(v: f64, naive: Naive, trials: usize, frac: Option<f64>) -> Phrase {
    Phrase::ForecastAccuracy {
        error: v,
        error_frac: frac,
        naive_error: v,
        naive_error_frac: frac,
        naive,
        unit: yen(),
        trials,
    }
}

fn rest(v: f64) -> Vec<Phrase> {
    use Phrase as P;
    let grain = Grain::Minute;
    vec![
        P::AnomalyRows { flagged: 3, rows: 2_000 },
        P::AnomalyEvents { events: 2, flagged: 12, points: 4_000 },
        P::AnomalyNone { rows: 2_000 },
        P::AnomalyTopRow { row: 1_234, reasons: reasons(v) },
        P::AnomalyTopMoment { at: AT, grain, reasons: reasons(v) },
        P::AnomalyReasons { reasons: reasons(v) },
        P::AnomalyReasons { reasons: vec![] },
        P::AnomalyTable,
        P::AnomalyEventTable { rows: 40, flagged: 40, shown: 20, events: 20 },
        P::AnomalyEventTable { rows: 826, flagged: 511, shown: 200, events: 300 },
        P::AnomalyChart { what: s("温度") },
        P::AnomalyColumns,
        P::AnomalyHow,
        P::AnomalyCheck,
        P::BetterThanNaive { frac: v },
        P::CutShort { reason: Box::new(P::NoBetterThanNaive) },
        P::WorseThanNaive { frac: 0.2 },
        P::NoBetterThanNaive,
        P::TooLittleToJudge,
        P::GroupsStable { frac: v },
        P::GroupsStable { frac: 0.93 },
        P::GroupsStable { frac: 0.7 },
    ]
    .into_iter()
    .chain(steps().into_iter().map(P::How))
    .collect()
}

/// How answers come about.
fn steps() -> Vec<How> {
    let columns = vec![s("年齢"), s("地域")];
    let labels = vec![Label::Code(LabelCode::Occasion(Occasion::YearEnd)), Label::Text(s("値段"))];
    vec![
        How::Past { what: s("売上"), series: 9, from: AT, to: AT },
        How::Past { what: s("売上"), series: 1, from: AT, to: AT },
        How::Prepared,
        How::Effects { labels: labels.clone() },
        How::Effects { labels: vec![] },
        How::Trials { count: 1 },
        How::Trials { count: 36 },
        How::Methods { count: 1 },
        How::Methods { count: 4 },
        How::ForecastLimits,
        How::LookedAt { columns: columns.clone(), rows: 8640 },
        How::UsualInTime,
        How::UsualAmongRows,
        How::Marked { sensitivity: 3 },
        How::AnomalyLimits,
        How::Compared { columns: labels, rows: 1200, customers: true },
        How::GroupCount { groups: 4, asked: true },
        How::GroupCount { groups: 4, asked: false },
        How::SegmentLimits,
        How::Learnt { target: s("継続"), columns, rows: 2000 },
        How::PredictLimits,
    ]
}

fn segments(v: f64) -> Vec<Phrase> {
    use Phrase as P;
    let column = Label::Text(s("年齢"));
    let recency = Label::Code(LabelCode::Recency);
    let high = P::TraitHigh { column: recency, mean: v, overall: v, unit: None };
    let low = P::TraitLow { column: column.clone(), mean: v, overall: v, unit: yen() };
    let text = P::TraitText { column, text: s("女"), share_frac: v, overall_frac: v };
    let mut all = vec![
        P::SegmentFound { groups: 4, rows: 1_200, customers: true },
        P::SegmentFound { groups: 12, rows: 1_200, customers: false },
        P::SegmentVague,
        P::SegmentNone,
        P::SegmentStability { frac: v },
        P::SegmentLargest { group: 1, name: Box::new(P::GroupName { traits: vec![] }), share_frac: v },
        P::GroupName { traits: vec![high.clone(), low.clone()] },
        P::GroupName { traits: vec![text.clone(), P::TraitAverage] },
        P::GroupApart {
            name: Box::new(P::GroupName { traits: vec![high.clone()] }),
            by: Some(Box::new(high.clone())),
            nth: 1,
        },
        P::GroupApart { name: Box::new(P::GroupName { traits: vec![] }), by: Some(Box::new(text.clone())), nth: 2 },
        P::GroupApart { name: Box::new(P::GroupName { traits: vec![] }), by: None, nth: 2 },
        P::SegmentPriced { price: s("単価"), quantity: s("数量") },
        P::TraitAverage,
        P::SegmentMap,
        P::SegmentSizes,
        P::SegmentTable,
        P::SegmentLog { customers: 321, rows: 4_000, until: AT },
        high,
        low,
        text,
    ];
    for name in [RfmName::Champion, RfmName::Loyal, RfmName::New, RfmName::AtRisk, RfmName::Lost, RfmName::Regular] {
        all.push(P::RfmGroup { name });
        all.push(P::RfmAdvice { name });
    }
    all
}

fn predictions(v: f64) -> Vec<Phrase> {
    use Phrase as P;
    let target = s("解約");
    vec![
        P::PredictPicked { target: target.clone(), class: s("yes"), picked: 180, right: 135, by_chance: 50 },
        P::PredictCorrect { target: target.clone(), rows: 1_800, correct_frac: v, naive_frac: v },
        P::PredictError { target: target.clone(), error: v, naive_error: v, unit: yen() },
        P::PredictAuc { auc: v },
        P::PredictR2 { r2: v },
        P::PredictR2 { r2: -0.2 },
        P::PredictDrivers { columns: vec![s("a"), s("b"), s("c")] },
        P::PredictRows { rows: 12, new_file: true },
        P::PredictRows { rows: 1, new_file: false },
        P::PredictGiveFile { target },
        P::PredictTooGood { column: s("解約日") },
        P::StoppedSeries { done: 1, all: 12 },
        P::StoppedMethods { done: 2, all: 3 },
        P::UnseenValues { rows: 1, columns: vec![s("都道府県")] },
        P::ImportanceCaption,
        P::ConfusionCaption,
        P::LiftCaption { class: s("yes"), base_frac: v },
        P::GainsCaption { class: s("yes"), top_frac: v, caught_frac: v },
        P::HeatCaption {
            high: (LabelCode::Weekday(5), LabelCode::Month(12)),
            low: (LabelCode::Weekday(2), LabelCode::Hour(4)),
        },
        P::PredictedActualCaption,
        P::PredictTable,
        P::ColumnsLeftOut { columns: vec![s("氏名")] },
        P::HeldOut { folds: 5, rows: 900 },
        P::Sampled { used: 5_000, rows: 90_000 },
    ]
}

pub fn problems() -> Vec<Problem> {
    use Problem as P;
    let name = || s("売上");
    vec![
        P::EmptyFile,
        P::NoDataRows,
        P::NotATable,
        P::BinaryNotCsv { kind: s("PDF") },
        P::HtmlAsCsv,
        P::ExcelWorkbook,
        P::PasswordProtected,
        P::TooBig { size_bytes: 345_000_000, limit_bytes: 200_000_000 },
        P::TooManyColumns { have: 5_000, limit: 1_000 },
        P::TooFewRows { have: 1, need: 12 },
        P::NoDateColumn,
        P::NoNumberColumn,
        P::NoFeatureColumn,
        P::UnknownColumn { name: name(), have: vec![s("a"), s("b")] },
        P::UnknownColumn { name: name(), have: vec![] },
        P::WrongColumnType { name: name(), field: FieldId::Time },
        P::AllMissing { name: name() },
        P::ConstantTarget { name: name() },
        P::TooManyClasses { name: name(), have: 90, limit: 20 },
        P::SeriesTooShort { have: 3, need: 8 },
        P::GridTooLong { have: 1_000_000, limit: 100_000 },
        P::TooManyGroups { asked: 12, limit: 8 },
        P::TooManyCells { limit: 4_000_000 },
        P::ProjectDamaged,
        P::ProjectOfOtherVersion,
        P::MissingAnswer { field: FieldId::Target },
        P::BadAnswer { field: FieldId::Groups },
        P::ColumnsDiffer { missing: vec![s("年齢")] },
        P::NoFile,
        P::NoResult,
        P::NothingYet,
        P::NotApplicable { task: TaskId::Forecast },
        P::File { name: s("a.csv"), cause: s("permission denied") },
        P::OutOfMemory,
        P::Internal { detail: s("x") },
    ]
}

pub fn notes() -> Vec<Note> {
    let column = || s("売上");
    vec![
        Note::Decoded { encoding: s("Shift_JIS") },
        Note::BadCharacters { count: 2 },
        Note::RowsSetAside { why: NotDataWhy::Total, count: 12, rows: vec![3, 8, 12, 14, 19, 22] },
        Note::RowsSetAside { why: NotDataWhy::Blank, count: 1, rows: vec![] },
        Note::EmptyColumnsDropped { count: 1 },
        Note::NoHeader,
        Note::ColumnsNamed { names: vec![s("a")] },
        Note::BadCells { column: column(), count: 2, examples: vec![(8, s("2024/2/30")), (11, s("2024/13/4"))] },
        Note::BadCells { column: column(), count: 2, examples: vec![] },
        Note::UnitRemoved { column: column(), unit: s("円") },
        Note::EraDates { column: column() },
        Note::RaggedRows { count: 1, rows: vec![5] },
        Note::ClosedDays { column: column(), count: 4 },
        Note::Garbled { guessed: 3, restored: true },
        Note::Garbled { guessed: 0, restored: false },
        Note::SheetRead { name: s("4月"), others: 0 },
        Note::SheetRead { name: s("4月"), others: 2 },
        Note::FarCells { count: 2 },
        Note::UnitsConverted { column: column(), unit: s("kg") },
        Note::SerialDates { column: column() },
        Note::RoundedCodes { column: column() },
        Note::ThousandsJoined { count: 3 },
        Note::FilledDown { column: column(), count: 9 },
        Note::DateJoined { columns: vec![s("年"), s("月"), s("日")], name: s("日付") },
        Note::MadeLong { columns: 12 },
        Note::SumsLeftOut { columns: vec![s("合計")] },
        Note::Transposed,
        Note::WeekdaysWrong { column: column(), count: 2, rows: vec![3, 9] },
        Note::GluedEncodings,
        Note::StrayQuotes { rows: vec![5] },
        Note::SpellingsMerged { column: column(), count: 2 },
        Note::RepeatedDates { column: column(), count: 2 },
        Note::NewestFirst { column: column() },
        Note::WeeklyGaps { column: column(), weekdays: vec![2, 6] },
        Note::Derived { column: column(), from: vec![s("日付")] },
        Note::LeakSuspect { column: column(), label: s("解約") },
    ]
}

pub fn choices() -> Vec<Choice> {
    let column = || s("A");
    let mut all = vec![
        Choice::Encoding(s("EUC-JP")),
        Choice::Sheet(s("4")),
        Choice::KeepEmptyColumns,
        Choice::Year(2024),
        Choice::Weeks(WeekNumbering::Iso),
        Choice::Weeks(WeekNumbering::FromNewYear),
        Choice::Zone(Zone::Japan),
        Choice::Zone(Zone::Utc),
        Choice::AsText { column: column() },
        Choice::ConvertUnits { column: column() },
        Choice::ClosedAsZero { column: column() },
    ];
    all.extend([TablePart::Whole, TablePart::Beside(0), TablePart::Stacked(1)].map(Choice::Table));
    all.extend([Layout::AsIs, Layout::Long, Layout::Transposed].map(Choice::Layout));
    all.extend([NotDataWhy::Title, NotDataWhy::Total, NotDataWhy::OtherTable].map(Choice::KeepRows));
    let order = |order| Choice::DateOrder { column: column(), order };
    all.extend([DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy].map(order));
    for yes in [true, false] {
        all.extend([Choice::Header(yes), Choice::JoinDate(yes), Choice::Restore(yes)]);
        all.push(Choice::FillDown { column: column(), fill: yes });
        all.push(Choice::MergeSpellings { column: column(), merge: yes });
    }
    all
}

pub fn labels() -> Vec<LabelCode> {
    use LabelCode as L;
    let mut all = vec![
        L::Row,
        L::Time,
        L::Lower(80),
        L::Upper(95),
        L::Group(3),
        L::Probability(s("yes")),
        L::StepsAhead(3, Grain::Week),
        L::Hour(9),
        L::ActualClass(s("x")),
        L::TopPercent(10),
        L::LookedAt,
        L::Found,
        L::ByChance,
        L::Customer,
        L::Total,
        L::GroupTotal(s("部門"), s("A")),
        L::MeanForecast,
        L::DemandOver(30, Grain::Day),
        L::OrderQuantity,
        L::SafetyStock,
        L::RunOutChance,
        L::Change,
        L::RangeWidth,
        L::PastError,
        L::Remark,
        L::Level,
        L::Trend,
        L::Season,
        L::Rest,
    ];
    // Numbers out of range must not fail either.
    all.extend(Occasion::ALL.map(L::Occasion));
    all.extend([0, 6, 7, 255].map(L::Weekday));
    all.extend([0, 1, 12, 13, 255].map(L::Month));
    all
}
