//! One or more examples of every code.

mod anomaly;
mod forecast;
mod grade;
mod predict;
mod problem;
mod reading;
mod segment;

use sanpo_api::*;

pub use problem::problems;
pub use reading::{ASKS, choices, notes};

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

const AT: Moment = Moment(1_711_929_600);

fn s(text: &str) -> String {
    text.to_owned()
}

fn yen() -> Option<String> {
    Some(s("円"))
}

pub fn phrases() -> Vec<Phrase> {
    let mut all = phrases_with(0.314);
    all[0] = Phrase::Forecast(ForecastPhrase::Next {
        what: s("売上"),
        unit: yen(),
        at: AT,
        grain: Grain::Day,
        value: 412_345.0,
        lower: 370_210.0,
        upper: 454_900.0,
        series: None,
    });
    all
}

/// Every phrase with one number in all its places.
pub fn phrases_with(v: f64) -> Vec<Phrase> {
    let mut all = forecast::forecasts(v);
    all.extend(anomaly::anomalies(v));
    all.extend(grade::grades(v));
    all.extend(segment::segments(v));
    all.extend(predict::predictions(v));
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
        L::StepsAhead(3, 3, Grain::Week),
        L::StepsAhead(5, 8, Grain::Day),
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
