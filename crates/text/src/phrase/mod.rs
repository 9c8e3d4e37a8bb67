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

use sanpo_api::{Lang, Phrase as P};

use crate::count::members;
use demand::Tried;
use forecast::{Accuracy, Next, Than};

/// The words of a phrase.
pub(crate) fn phrase(lang: Lang, phrase: &P) -> String {
    match phrase {
        // Forecast.
        P::ForecastNext { what, unit, at, grain, value, lower, upper, series } => {
            let unit = unit.as_deref();
            let (at, grain, series) = (*at, *grain, series.as_deref());
            let next = Next { what, unit, at, grain, value: *value, lower: *lower, upper: *upper, series };
            forecast::next(lang, &next)
        }
        P::ForecastTotal { what, unit, steps, grain, open, total, series } => {
            forecast::total(lang, what, unit.as_deref(), (*steps, *grain, *open), *total, *series)
        }
        P::ForecastChange { frac, steps, grain, last_year } => {
            forecast::change(lang, *frac, &Than(*steps, *grain, *last_year))
        }
        P::ForecastMean { what, unit, steps, grain, mean, series } => {
            demand::mean(lang, what, unit.as_deref(), (*steps, *grain), *mean, *series)
        }
        P::ForecastMeanChange { by, unit, steps, grain, last_year } => {
            demand::mean_change(lang, *by, unit.as_deref(), &Than(*steps, *grain, *last_year))
        }
        P::ItemShifted => demand::shifted(lang),
        P::ItemsCaption => demand::items(lang),
        P::ItemEnded { at, grain } => demand::ended(lang, *at, *grain),
        P::ItemShort { have } => demand::short(lang, *have),
        P::ItemGaps { frac } => demand::gaps(lang, *frac),
        P::ItemMoves { up } => demand::moves(lang, *up),
        P::ItemWide => demand::wide(lang),
        P::PartsCaption => demand::parts(lang),
        P::PartLevel { level, unit } => demand::level(lang, *level, unit.as_deref()),
        P::PartEffect { label, low, high, unit } => demand::effect(lang, label, *low, *high, unit.as_deref()),
        P::PartTrend { by, unit } => demand::rises(lang, *by, unit.as_deref()),
        P::PartRest { most, unit } => demand::rest(lang, *most, unit.as_deref()),
        P::WhyFlat => demand::flat(lang),
        P::WhatIfCaption => demand::what_if(lang),
        P::TrialsCaption { what } => demand::trials(lang, what),
        P::TrialResult { at, grain, steps, steps_grain, error, naive_error, naive, unit } => {
            let (at, steps, unit) = ((*at, *grain), (*steps, *steps_grain), unit.as_deref());
            let (error, naive_error, naive) = (*error, *naive_error, *naive);
            demand::trial(lang, &Tried { at, steps, error, naive_error, naive, unit })
        }
        P::NoHelp { labels } => unused::no_help(lang, labels),
        P::CannotTell { labels, need } => unused::cannot_tell(lang, labels, *need),
        P::TrialInside { level, inside, points } => demand::trial_inside(lang, *level, *inside, *points),
        P::Trend { frac } => season::trend(lang, *frac),
        P::SeasonPeak { high, low, swing_frac } => season::peak(lang, high, low, *swing_frac),
        P::NoSeason => season::none(lang),
        P::SeasonCaption { grain } => season::caption(lang, *grain),
        P::ForecastAccuracy { error, error_frac, naive_error, naive_error_frac, naive, unit, trials } => {
            let error = (*error, *error_frac);
            let simple = (*naive_error, *naive_error_frac);
            let unit = unit.as_deref();
            forecast::accuracy(lang, &Accuracy { error, simple, naive: *naive, unit, trials: *trials })
        }
        P::Coverage { levels, points } => forecast::coverage(lang, levels, *points),
        P::TooShortToTest { have, need } => forecast::too_short_to_test(lang, *have, *need),
        P::ErrorByDistance => forecast::error_by_distance(lang),
        P::PromiseKept { said, happened, error, error_frac, inside, points, unit } => promise::kept(
            lang,
            &promise::Kept {
                said: *said,
                happened: *happened,
                error: (*error, *error_frac),
                inside: *inside,
                points: *points,
                unit: unit.as_deref(),
            },
        ),
        P::PromiseOpen => promise::open(lang),
        P::PromiseCaption { what } => promise::caption(lang, what),
        P::ForecastCaption { what, steps, grain } => forecast::caption(lang, what, *steps, *grain),
        P::ForecastTable => forecast::table(lang),
        P::ModelsUsed { models } => forecast::models(lang, models),
        // What was done to the data.
        P::GapsFilled { count, step, series, moments } => data::gaps_filled(lang, *count, *step, (*series, *moments)),
        P::DuplicatesAdded { count } => data::duplicates_added(lang, *count),
        P::TotalCaption { what, series } => data::total(lang, what, *series),
        P::GroupTotals { what, column } => data::group_totals(lang, what, column),
        P::RunningPeriod { at, grain, so_far, usual, unit } => {
            data::running(lang, (*at, *grain), [*so_far, *usual], unit.as_deref())
        }
        P::StrayValues { count } => data::stray(lang, *count),
        P::OwnDaysFew { past } => unused::own_days_few(lang, *past),
        P::OrderUnsure { letter } => demand::order_unsure(lang, *letter),
        P::LevelMoved { at, grain, series } => data::level_moved(lang, at.map(|at| (at, *grain)), *series),
        P::LevelAdjusted { at, grain, series } => data::level_adjusted(lang, at.map(|at| (at, *grain)), *series),
        P::SeasonBorrowed { count, names } => series::season_borrowed(lang, *count, names),
        P::ClosedAhead { past, next, count } => data::closed_ahead(lang, *past, next, *count),
        P::ClosedWeekdays { weekdays } => data::closed_weekdays(lang, weekdays),
        P::RowsLeftOut { count } => data::rows_left_out(lang, *count),
        P::EndedEarlier { count, names, long_ago } => series::ended_earlier(lang, *count, names, *long_ago),
        P::LeftOut { count, names } => series::left_out(lang, *count, names),
        P::ShortSeries { count, need, names } => series::short_series(lang, *count, *need, names),
        P::PanelsCut { shown, total } => data::panels_cut(lang, *shown, *total),
        P::ColumnsLeftOut { columns } => data::columns_left_out(lang, columns),
        P::Sampled { used, rows } => data::sampled(lang, *used, *rows),
        // Unusual rows and moments.
        P::AnomalyRows { flagged, rows } => anomaly::found_rows(lang, *flagged, *rows),
        P::AnomalyEvents { events, flagged, points } => anomaly::events(lang, *events, *flagged, *points),
        P::AnomalyNone { rows, columns, span } => anomaly::none(lang, *rows, *columns, *span),
        P::AnomalyQuiet => anomaly::quiet(lang),
        P::AnomalyTryMore { sensitivity } => anomaly::try_more(lang, *sensitivity),
        P::AnomalyTopRow { row, reasons } => anomaly::top_row(lang, *row, reasons),
        P::AnomalyTopMoment { at, grain, reasons } => anomaly::top_moment(lang, *at, *grain, reasons),
        P::AnomalyReasons { reasons } => reason::list(lang, reasons),
        P::AnomalyTable => anomaly::table(lang),
        P::AnomalyEventTable { shown, events } => anomaly::event_table(lang, *shown, *events),
        P::AnomalySpan { from, to, grain } => anomaly::span(lang, *from, *to, *grain),
        P::AnomalyChart { what } => anomaly::chart(lang, what),
        P::AnomalyColumns => anomaly::columns(lang),
        P::AnomalyHow => anomaly::how(lang),
        P::AnomalyCheck => anomaly::check(lang),
        // Groups.
        P::SegmentFound { groups, rows, customers } => segment::found(lang, *groups, *rows, *customers),
        P::SegmentVague { frac } => segment::vague(lang, *frac),
        P::SegmentNone => segment::none(lang),
        P::SegmentStability { frac } => segment::stability(lang, *frac),
        P::ColumnsAlike { columns } => segment::alike(lang, columns),
        P::SegmentLargest { group, name, share_frac } => segment::largest(lang, *group, name, *share_frac),
        P::GroupName { traits } => traits::group_name(lang, traits),
        P::GroupApart { name, by, nth } => traits::apart(lang, name, by.as_deref(), *nth),
        P::SegmentNobody { rows, all } => segment::nobody(lang, *rows, *all),
        P::SegmentPriced { price, quantity, discount, taken_off } => {
            segment::priced(lang, [price, quantity], discount.as_deref(), *taken_off)
        }
        P::RfmGroup { name } => crate::label::rfm_name(lang, *name).to_owned(),
        P::TraitHigh { column, mean, overall, unit } => {
            traits::more_or_less(lang, column, *mean, *overall, unit.as_deref(), true)
        }
        P::TraitLow { column, mean, overall, unit } => {
            traits::more_or_less(lang, column, *mean, *overall, unit.as_deref(), false)
        }
        P::TraitText { column, text, share_frac, overall_frac } => {
            traits::text(lang, column, text, *share_frac, *overall_frac)
        }
        P::TraitAverage => traits::average(lang),
        P::SegmentMap => segment::map(lang),
        P::SegmentSizes => segment::sizes(lang),
        P::SegmentTable => segment::table(lang),
        P::SegmentLog { customers, rows, until } => segment::log(lang, *customers, *rows, *until),
        P::RfmAdvice { group, label, name } => advice::named_advice(lang, *group, label, *name),
        // Predictions.
        P::PredictPicked { target, class, customers, rows, picked, right, by_chance } => {
            let counts = [*rows, *picked, *right, *by_chance].map(|n| members(lang, n, *customers));
            predict::picked(lang, target, class, counts)
        }
        P::PredictCorrect { target, rows, correct_frac, naive_frac } => {
            predict::correct(lang, target, *rows, *correct_frac, *naive_frac)
        }
        P::PredictError { target, error, naive_error, unit } => {
            predict::error(lang, target, *error, *naive_error, unit.as_deref())
        }
        P::PredictAuc { auc } => predict::auc(lang, *auc),
        P::PredictR2 { r2 } => predict::r2(lang, *r2),
        P::PredictDrivers { columns } => predict::drivers(lang, columns),
        P::PredictRows { rows, new_file, customers, target, unit, class, expected, known } => {
            let who = predict::Who { rows: *rows, new_file: *new_file, customers: *customers };
            let of = (target.as_str(), unit.as_deref(), class.as_deref());
            predict::predicted_rows(lang, &who, of, (*expected, *known))
        }
        P::PredictMarked { class, customers, rows } => predict::marked(lang, class, members(lang, *rows, *customers)),
        P::PredictGiveFile { target, marks } => predict::give_file(lang, target, *marks),
        P::PredictTooGood { column } => predict::too_good(lang, column),
        P::StoppedSeries { done, all } => data::stopped_series(lang, *done, *all),
        P::StoppedMethods { done, all } => predict::stopped(lang, *done, *all),
        P::UnseenValues { rows, columns } => predict::unseen(lang, *rows, columns),
        P::PredictMarks { target, none, mark } => predict::marks(lang, target, none, mark),
        P::ImportanceCaption => predict::importance(lang),
        P::ConfusionCaption => predict::confusion(lang),
        P::LiftCaption { class, base_frac } => predict::lift_caption(lang, class, *base_frac),
        P::GainsCaption { class, top_frac, caught_frac } => predict::gains(lang, class, *top_frac, *caught_frac),
        P::HeatCaption { high, low } => season::heat(lang, high, low),
        P::PredictedActualCaption => predict::predicted_actual(lang),
        P::PredictTable => predict::table(lang),
        P::HeldOut { folds, rows } => predict::held_out(lang, *folds, *rows),
        // Grades.
        P::BetterThanNaive { frac } => grade::better(lang, *frac),
        P::WorseThanNaive { frac } => grade::worse(lang, *frac),
        P::NoBetterThanNaive => grade::no_better(lang),
        P::TooLittleToJudge => grade::too_little(lang),
        P::LargeError { frac, of_sum } => grade::large_error(lang, *frac, *of_sum),
        P::RangeMissed { level, frac } => grade::range_missed(lang, *level, *frac),
        P::OftenOutside => grade::often_outside(lang),
        P::Both { first, then } => grade::both(lang, first, then),
        P::CutShort { reason } => grade::cut_short(lang, reason),
        P::GroupsStable { frac } => grade::groups(lang, *frac),
        // How it came about.
        P::How(step) => how::how(lang, step),
    }
}
