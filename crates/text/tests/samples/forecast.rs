//! What is said of a forecast.

use sanpo_api::*;

use super::{AT, s, yen};

pub fn forecasts(v: f64) -> Vec<Phrase> {
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
        P::ItemEnded { at: AT, grain },
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
        P::PartTrend { by: v, unit: yen() },
        P::PartTrend { by: -v, unit: None },
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
        P::PromiseKept { said: v, happened: v, error: v, error_frac: Some(v), inside: 26, points: 30, unit: None },
        P::PromiseOpen,
        P::PromiseCaption { what: what.clone() },
        P::ForecastCaption { what, steps, grain },
        P::ForecastTable,
        P::ModelsUsed { models: vec![(ModelName::Ets, v), (ModelName::Theta, v)] },
        P::GapsFilled { count: 3, grain: Grain::Day, series: 1, moments: 3 },
        P::GapsFilled { count: 54, grain: Grain::Day, series: 9, moments: 6 },
        P::GapsFilled { count: 7, grain: Grain::Month, series: 2, moments: 5 },
        P::DuplicatesAdded { count: 1 },
        P::TotalCaption { what: s("売上"), series: 12 },
        P::GroupTotals { what: s("売上"), column: s("部門") },
        P::RunningPeriod { at: Moment(0), grain: Grain::Month, so_far: v, usual: v, unit: Some(s("円")) },
        P::StrayValues { count: 3 },
        P::OwnDaysFew { past: 0 },
        P::OwnDaysFew { past: 1 },
        P::OwnDaysFew { past: 3 },
        cannot_tell(Untold::Short { need: 150 }),
        cannot_tell(Untold::Long),
        cannot_tell(Untold::Zeros),
        cannot_tell(Untold::Seldom),
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
        P::EndedEarlier { count: 1, names: vec![s("A")], long_ago: false },
        P::EndedEarlier { count: 12, names: vec![s("A"), s("B")], long_ago: true },
        P::LeftOut { count: 1, names: vec![s("A")] },
        P::ShortSeries { count: 2, need: 8, names: vec![s("A"), s("B")] },
        P::PanelsCut { shown: 50, total: 1_200 },
    ]
}

fn cannot_tell(why: Untold) -> Phrase {
    Phrase::CannotTell { labels: vec![Label::Text(s("天気"))], why }
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
