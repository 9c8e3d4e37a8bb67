//! Sentences by topic. This one `match` names every phrase; the words are in the files beside it.

mod advice;
mod anomaly;
mod data;
mod demand;
mod forecast;
mod grade;
mod how;
mod predict;
mod promise;
mod reason;
mod season;
mod segment;
mod series;
mod traits;
mod unused;

use sanpo_api::{
    AnomalyPhrase, DataPhrase, ForecastPhrase, GradePhrase, Lang, Phrase as P, PredictPhrase, SegmentPhrase,
    TrialPhrase,
};

use crate::count::members;
use demand::Tried;
use forecast::{Accuracy, Next, Than};

/// The words of a phrase.
pub(crate) fn phrase(lang: Lang, phrase: &P) -> String {
    match phrase {
        // Forecast.
        P::Forecast(ForecastPhrase::Next { what, unit, at, grain, value, lower, upper, series }) => {
            let unit = unit.as_deref();
            let (at, grain, series) = (*at, *grain, series.as_deref());
            let next = Next { what, unit, at, grain, value: *value, lower: *lower, upper: *upper, series };
            forecast::next(lang, &next)
        }
        P::Forecast(ForecastPhrase::Total { what, unit, steps, grain, dates, open, total, range, series }) => {
            let ahead = forecast::ahead(lang, (*steps, *grain), *dates);
            forecast::total(lang, what, unit.as_deref(), (ahead, *steps, *grain, *open), (*total, *range), *series)
        }
        P::Forecast(ForecastPhrase::Change { frac, steps, open, grain, last_year }) => {
            forecast::change(lang, *frac, &Than(*steps, *grain, *last_year, *open))
        }
        P::Forecast(ForecastPhrase::Mean { what, unit, steps, grain, dates, mean, series }) => {
            let ahead = forecast::ahead(lang, (*steps, *grain), *dates);
            demand::mean(lang, what, unit.as_deref(), &ahead, *mean, *series)
        }
        P::Forecast(ForecastPhrase::MeanChange { by, unit, steps, grain, last_year }) => {
            demand::mean_change(lang, *by, unit.as_deref(), &Than(*steps, *grain, *last_year, false))
        }
        P::Forecast(ForecastPhrase::ItemShifted) => demand::shifted(lang),
        P::Forecast(ForecastPhrase::ItemsCaption) => demand::items(lang),
        P::Forecast(ForecastPhrase::ItemEnded { at, grain }) => demand::ended(lang, *at, *grain),
        P::Forecast(ForecastPhrase::ItemShort { have }) => demand::short(lang, *have),
        P::Forecast(ForecastPhrase::ItemGaps { frac }) => demand::gaps(lang, *frac),
        P::Forecast(ForecastPhrase::ItemMoves { up, wide }) => demand::moves(lang, *up, *wide),
        P::Forecast(ForecastPhrase::ItemWide) => demand::wide(lang),
        P::Forecast(ForecastPhrase::PartsCaption) => demand::parts(lang),
        P::Forecast(ForecastPhrase::PartLevel { level, unit }) => demand::level(lang, *level, unit.as_deref()),
        P::Forecast(ForecastPhrase::PartEffect { label, low, high, unit }) => {
            demand::effect(lang, label, *low, *high, unit.as_deref())
        }
        P::Forecast(ForecastPhrase::PartTrend { by, unit }) => demand::rises(lang, *by, unit.as_deref()),
        P::Forecast(ForecastPhrase::PartRest { most, unit }) => demand::rest(lang, *most, unit.as_deref()),
        P::Forecast(ForecastPhrase::WhyFlat) => demand::flat(lang),
        P::Forecast(ForecastPhrase::WhatIfCaption) => demand::what_if(lang),
        P::Trial(TrialPhrase::Caption { what }) => demand::trials(lang, what),
        P::Trial(TrialPhrase::Result { at, grain, steps, steps_grain, error, naive_error, naive, unit }) => {
            let (at, steps, unit) = ((*at, *grain), (*steps, *steps_grain), unit.as_deref());
            let (error, naive_error, naive) = (*error, *naive_error, *naive);
            demand::trial(lang, &Tried { at, steps, error, naive_error, naive, unit })
        }
        P::Data(DataPhrase::NoHelp { labels }) => unused::no_help(lang, labels),
        P::Data(DataPhrase::CannotTell { labels, need }) => unused::cannot_tell(lang, labels, *need),
        P::Trial(TrialPhrase::Inside { level, inside, points }) => demand::trial_inside(lang, *level, *inside, *points),
        P::Forecast(ForecastPhrase::Trend { frac }) => season::trend(lang, *frac),
        P::Forecast(ForecastPhrase::SeasonPeak { high, low, swing_frac }) => season::peak(lang, high, low, *swing_frac),
        P::Forecast(ForecastPhrase::NoSeason) => season::none(lang),
        P::Forecast(ForecastPhrase::SeasonCaption { grain }) => season::caption(lang, *grain),
        P::Trial(TrialPhrase::Accuracy { error, error_frac, naive_error, naive_error_frac, naive, unit, trials }) => {
            let error = (*error, *error_frac);
            let simple = (*naive_error, *naive_error_frac);
            let unit = unit.as_deref();
            forecast::accuracy(lang, &Accuracy { error, simple, naive: *naive, unit, trials: *trials })
        }
        P::Trial(TrialPhrase::Coverage { levels, points }) => forecast::coverage(lang, levels, *points),
        P::Trial(TrialPhrase::TooShortToTest { have, need }) => forecast::too_short_to_test(lang, *have, *need),
        P::Trial(TrialPhrase::ErrorByDistance) => forecast::error_by_distance(lang),
        P::Trial(TrialPhrase::PromiseKept { said, happened, error, error_frac, inside, points, unit }) => {
            promise::kept(
                lang,
                &promise::Kept {
                    said: *said,
                    happened: *happened,
                    error: (*error, *error_frac),
                    inside: *inside,
                    points: *points,
                    unit: unit.as_deref(),
                },
            )
        }
        P::Trial(TrialPhrase::PromiseOpen) => promise::open(lang),
        P::Trial(TrialPhrase::PromiseCaption { what }) => promise::caption(lang, what),
        P::Forecast(ForecastPhrase::Caption { what, steps, grain }) => forecast::caption(lang, what, *steps, *grain),
        P::Forecast(ForecastPhrase::Table) => forecast::table(lang),
        P::Forecast(ForecastPhrase::ModelsUsed { models }) => forecast::models(lang, models),
        // What was done to the data.
        P::Data(DataPhrase::GapsFilled { count, step, series, moments }) => {
            data::gaps_filled(lang, *count, *step, (*series, *moments))
        }
        P::Data(DataPhrase::DuplicatesAdded { count, mean }) => data::duplicates_added(lang, *count, *mean),
        P::Forecast(ForecastPhrase::TotalCaption { what, series }) => data::total(lang, what, *series),
        P::Forecast(ForecastPhrase::GroupTotals { what, column }) => data::group_totals(lang, what, column),
        P::Data(DataPhrase::RunningPeriod { at, grain, so_far, usual, unit }) => {
            data::running(lang, (*at, *grain), [*so_far, *usual], unit.as_deref())
        }
        P::Data(DataPhrase::StrayValues { count, single, grain, unit }) => {
            data::stray(lang, *count, *single, (*grain, unit.as_deref()))
        }
        P::Data(DataPhrase::OwnDaysFew { past }) => unused::own_days_few(lang, *past),
        P::Forecast(ForecastPhrase::OrderUnsure { letter }) => demand::order_unsure(lang, *letter),
        P::Data(DataPhrase::LevelMoved { at, grain, series }) => {
            data::level_moved(lang, at.map(|at| (at, *grain)), *series)
        }
        P::Data(DataPhrase::LevelAdjusted { at, grain, series }) => {
            data::level_adjusted(lang, at.map(|at| (at, *grain)), *series)
        }
        P::Data(DataPhrase::SeasonBorrowed { count, names }) => series::season_borrowed(lang, *count, names),
        P::Data(DataPhrase::ClosedAhead { past, next, count }) => data::closed_ahead(lang, *past, next, *count),
        P::Data(DataPhrase::ClosedWeekdays { weekdays }) => data::closed_weekdays(lang, weekdays),
        P::Data(DataPhrase::RowsLeftOut { count }) => data::rows_left_out(lang, *count),
        P::Data(DataPhrase::EndedEarlier { count, names, long_ago }) => {
            series::ended_earlier(lang, *count, names, *long_ago)
        }
        P::Data(DataPhrase::LeftOut { count, names }) => series::left_out(lang, *count, names),
        P::Data(DataPhrase::ShortSeries { count, need, names }) => series::short_series(lang, *count, *need, names),
        P::Forecast(ForecastPhrase::PanelsCut { shown, total }) => data::panels_cut(lang, *shown, *total),
        P::Data(DataPhrase::ColumnsLeftOut { columns }) => data::columns_left_out(lang, columns),
        P::Data(DataPhrase::Sampled { used, rows }) => data::sampled(lang, *used, *rows),
        // Unusual rows and moments.
        P::Anomaly(AnomalyPhrase::Rows { flagged, rows }) => anomaly::found_rows(lang, *flagged, *rows),
        P::Anomaly(AnomalyPhrase::Events { events, flagged, points }) => {
            anomaly::events(lang, *events, *flagged, *points)
        }
        P::Anomaly(AnomalyPhrase::None { rows, columns, span }) => anomaly::none(lang, *rows, *columns, *span),
        P::Anomaly(AnomalyPhrase::Quiet) => anomaly::quiet(lang),
        P::Anomaly(AnomalyPhrase::TryMore { sensitivity }) => anomaly::try_more(lang, *sensitivity),
        P::Anomaly(AnomalyPhrase::TopRow { row, reasons }) => anomaly::top_row(lang, row, reasons),
        P::Anomaly(AnomalyPhrase::TopMoment { at, grain, reasons }) => anomaly::top_moment(lang, *at, *grain, reasons),
        P::Anomaly(AnomalyPhrase::Reasons { reasons }) => reason::list(lang, reasons),
        P::Anomaly(AnomalyPhrase::Table) => anomaly::table(lang),
        P::Anomaly(AnomalyPhrase::EventTable { shown, events }) => anomaly::event_table(lang, *shown, *events),
        P::Anomaly(AnomalyPhrase::Span { from, to, grain }) => anomaly::span(lang, *from, *to, *grain),
        P::Anomaly(AnomalyPhrase::Chart { what }) => anomaly::chart(lang, what),
        P::Anomaly(AnomalyPhrase::Columns) => anomaly::columns(lang),
        P::Anomaly(AnomalyPhrase::How) => anomaly::how(lang),
        P::Anomaly(AnomalyPhrase::Check) => anomaly::check(lang),
        // Groups.
        P::Segment(SegmentPhrase::Found { groups, rows, customers }) => {
            segment::found(lang, *groups, *rows, *customers)
        }
        P::Segment(SegmentPhrase::Vague { frac }) => segment::vague(lang, *frac),
        P::Segment(SegmentPhrase::None) => segment::none(lang),
        P::Segment(SegmentPhrase::Stability { frac }) => segment::stability(lang, *frac),
        P::Segment(SegmentPhrase::ColumnsAlike { columns }) => segment::alike(lang, columns),
        P::Segment(SegmentPhrase::Largest { group, name, share_frac }) => {
            segment::largest(lang, *group, name, *share_frac)
        }
        P::Segment(SegmentPhrase::Richest { group, name, share_frac, money_frac }) => {
            segment::richest(lang, *group, name, [*share_frac, *money_frac])
        }
        P::Segment(SegmentPhrase::GroupName { traits }) => traits::group_name(lang, traits),
        P::Segment(SegmentPhrase::GroupApart { name, by, nth }) => traits::apart(lang, name, by.as_deref(), *nth),
        P::Segment(SegmentPhrase::Nobody { rows, all }) => segment::nobody(lang, *rows, *all),
        P::Segment(SegmentPhrase::Priced { price, quantity, discount, taken_off }) => {
            segment::priced(lang, [price, quantity], discount.as_deref(), *taken_off)
        }
        P::Segment(SegmentPhrase::RfmGroup { name }) => crate::label::rfm_name(lang, *name).to_owned(),
        P::Segment(SegmentPhrase::TraitHigh { column, mean, overall, unit }) => {
            traits::more_or_less(lang, column, *mean, *overall, unit.as_deref(), true)
        }
        P::Segment(SegmentPhrase::TraitLow { column, mean, overall, unit }) => {
            traits::more_or_less(lang, column, *mean, *overall, unit.as_deref(), false)
        }
        P::Segment(SegmentPhrase::TraitText { column, text, share_frac, overall_frac }) => {
            traits::text(lang, column, text, *share_frac, *overall_frac)
        }
        P::Segment(SegmentPhrase::TraitAverage) => traits::average(lang),
        P::Segment(SegmentPhrase::TraitMonths { months }) => traits::months(lang, months),
        P::Segment(SegmentPhrase::Map) => segment::map(lang),
        P::Segment(SegmentPhrase::Sizes) => segment::sizes(lang),
        P::Segment(SegmentPhrase::Table) => segment::table(lang),
        P::Segment(SegmentPhrase::Log { customers, rows, until }) => segment::log(lang, *customers, *rows, *until),
        P::Segment(SegmentPhrase::RfmAdvice { group, label, name }) => advice::named_advice(lang, *group, label, *name),
        // Predictions.
        P::Predict(PredictPhrase::Picked { target, class, customers, rows, picked, right, by_chance }) => {
            let counts = [*rows, *picked, *right, *by_chance].map(|n| members(lang, n, *customers));
            predict::picked(lang, target, class, counts)
        }
        P::Predict(PredictPhrase::Correct { target, rows, correct_frac, naive_frac }) => {
            predict::correct(lang, target, *rows, *correct_frac, *naive_frac)
        }
        P::Predict(PredictPhrase::Error { target, error, naive_error, unit }) => {
            predict::error(lang, target, *error, *naive_error, unit.as_deref())
        }
        P::Predict(PredictPhrase::Auc { auc }) => predict::auc(lang, *auc),
        P::Predict(PredictPhrase::R2 { r2 }) => predict::r2(lang, *r2),
        P::Predict(PredictPhrase::Drivers { columns }) => predict::drivers(lang, columns),
        P::Predict(PredictPhrase::Rows { rows, new_file, customers, target, unit, class, expected, known }) => {
            let who = predict::Who { rows: *rows, new_file: *new_file, customers: *customers };
            let of = (target.as_str(), unit.as_deref(), class.as_deref());
            predict::predicted_rows(lang, &who, of, (*expected, *known))
        }
        P::Predict(PredictPhrase::Marked { class, customers, rows, from }) => {
            predict::marked(lang, class, &members(lang, *rows, *customers), *from)
        }
        P::Predict(PredictPhrase::GiveFile { target, marks }) => predict::give_file(lang, target, *marks),
        P::Predict(PredictPhrase::TooGood { column }) => predict::too_good(lang, column),
        P::Data(DataPhrase::StoppedSeries { done, all }) => data::stopped_series(lang, *done, *all),
        P::Predict(PredictPhrase::StoppedMethods { done, all }) => predict::stopped(lang, *done, *all),
        P::Predict(PredictPhrase::UnseenValues { rows, columns }) => predict::unseen(lang, *rows, columns),
        P::Predict(PredictPhrase::Marks { target, none, mark }) => predict::marks(lang, target, none, mark),
        P::Predict(PredictPhrase::KnownLate { columns, used }) => predict::known_late(lang, columns, *used),
        P::Predict(PredictPhrase::ImportanceCaption) => predict::importance(lang),
        P::Predict(PredictPhrase::ConfusionCaption) => predict::confusion(lang),
        P::Predict(PredictPhrase::LiftCaption { class, base_frac }) => predict::lift_caption(lang, class, *base_frac),
        P::Predict(PredictPhrase::GainsCaption { class, top_frac, caught_frac }) => {
            predict::gains(lang, class, *top_frac, *caught_frac)
        }
        P::Forecast(ForecastPhrase::HeatCaption { high, low }) => season::heat(lang, high, low),
        P::Predict(PredictPhrase::PredictedActualCaption) => predict::predicted_actual(lang),
        P::Predict(PredictPhrase::Table) => predict::table(lang),
        P::Predict(PredictPhrase::HeldOut { folds, rows }) => predict::held_out(lang, *folds, *rows),
        // Grades.
        P::Grade(GradePhrase::BetterThanNaive { frac }) => grade::better(lang, *frac),
        P::Grade(GradePhrase::WorseThanNaive { frac }) => grade::worse(lang, *frac),
        P::Grade(GradePhrase::ChancesBetter { frac }) => grade::better_chances(lang, *frac),
        P::Grade(GradePhrase::NoBetterThanNaive) => grade::no_better(lang),
        P::Grade(GradePhrase::TooLittleToJudge) => grade::too_little(lang),
        P::Grade(GradePhrase::LargeError { frac, of_sum }) => grade::large_error(lang, *frac, *of_sum),
        P::Grade(GradePhrase::RangeMissed { level, frac }) => grade::range_missed(lang, *level, *frac),
        P::Grade(GradePhrase::OftenOutside) => grade::often_outside(lang),
        P::Grade(GradePhrase::Both { first, then }) => grade::both(lang, first, then),
        P::Grade(GradePhrase::CutShort { reason }) => grade::cut_short(lang, reason),
        P::Grade(GradePhrase::GroupsStable { frac }) => grade::groups(lang, *frac),
        // How it came about.
        P::How(step) => how::how(lang, step),
    }
}
