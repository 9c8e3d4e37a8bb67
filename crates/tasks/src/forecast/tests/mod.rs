//! From text to the run's facts and back to the sheet, on made shops.

mod columns;
mod days;
mod ended;
mod grades;
mod last_year;
mod levels;
mod seasons;
mod totals;

use sanpo_api::{Answer, Answers, Choices, FieldId, Label, LabelCode, Occasion};
use sanpo_models::calendar::Date;
use sanpo_models::random::Random;
use sanpo_table::read;

use super::run::ForecastRun;
use super::state::{Effect, SeriesState};
use super::work::work;
use crate::{Next, Run};

/// A year's wave, January highest.
const YEAR: [f64; 12] = [1.0, 0.87, 0.5, 0.0, -0.5, -0.87, -1.0, -0.87, -0.5, 0.0, 0.5, 0.87];

/// A day by its parts.
fn day(year: i64, month: u8, day: u8) -> i64 {
    Date::new(year, month, day).unwrap().day_number()
}

fn text_of(day: i64) -> String {
    let date = Date::of_day(day).unwrap();
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

fn answers(horizon: u32, series: bool) -> Answers {
    let column = |name: &str| Answer::Column(name.to_owned());
    let mut answers = Answers::from([
        (FieldId::Time, column("日付")),
        (FieldId::Value, column("売上")),
        (FieldId::Horizon, Answer::Count(horizon)),
    ]);
    if series {
        answers.insert(FieldId::Series, column("商品"));
    }
    answers
}

/// Runs a file to its end.
fn run(csv: &str, answers: &Answers) -> ForecastRun {
    let table = read("shop.csv", csv.as_bytes(), &Choices::default(), &mut |_| {}).unwrap();
    let mut run = ForecastRun::new(&table, answers).unwrap();
    let Next::Jobs { jobs, .. } = run.start(&table).unwrap() else { panic!("no jobs") };
    for (number, job) in jobs.into_iter().enumerate() {
        let result = work(&job.body, &mut |_| {}).unwrap();
        run.collect(&table, number as u32, result).unwrap();
    }
    run
}

/// Sales of a day: a week and a little noise.
fn sales(day: i64, random: &mut Random) -> f64 {
    let week = [90.0, 95.0, 100.0, 105.0, 130.0, 160.0, 140.0];
    week[usize::from(sanpo_models::calendar::weekday(day))] * (0.95 + 0.1 * random.unit())
}

fn effect(state: &SeriesState, occasion: Occasion) -> Option<&Effect> {
    state.effects.iter().find(|e| e.label == Label::Code(LabelCode::Occasion(occasion)))
}
