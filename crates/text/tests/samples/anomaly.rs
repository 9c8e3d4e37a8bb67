//! What is said of what is unusual.

use sanpo_api::*;

use super::{AT, s};

pub fn anomalies(v: f64) -> Vec<Phrase> {
    use Phrase as P;
    let grain = Grain::Minute;
    vec![
        P::AnomalyRows { flagged: 3, rows: 2_000 },
        P::AnomalyEvents { events: 2, flagged: 12, points: 4_000 },
        P::AnomalyNone { rows: 2_000, columns: 4, span: None },
        P::AnomalyNone { rows: 2_000, columns: 1, span: Some((AT, Moment(AT.0 + 7_200), grain)) },
        P::AnomalyQuiet,
        P::AnomalyTryMore { sensitivity: 3 },
        P::AnomalyTopRow { row: 1_234, reasons: reasons(v) },
        P::AnomalyTopMoment { at: AT, grain, reasons: reasons(v) },
        P::AnomalyReasons { reasons: reasons(v) },
        P::AnomalyReasons { reasons: vec![] },
        P::AnomalyTable,
        P::AnomalyEventTable { shown: 20, events: 20 },
        P::AnomalyEventTable { shown: 200, events: 300 },
        P::AnomalySpan { from: AT, to: AT, grain },
        P::AnomalySpan { from: AT, to: Moment(AT.0 + 200_000), grain },
        P::AnomalyChart { what: s("温度") },
        P::AnomalyColumns,
        P::AnomalyHow,
        P::AnomalyCheck,
    ]
}

fn reasons(v: f64) -> Vec<Reason> {
    let (column, unit) = (s("温度"), Some(s("℃")));
    vec![
        Reason::Beyond { column: column.clone(), unit: unit.clone(), value: v, low: 60.0, high: 80.0 },
        Reason::Beyond { column: column.clone(), unit: unit.clone(), value: v, low: v, high: 80.0 },
        Reason::Combination { column: column.clone(), unit: None, value: v },
        Reason::Rare { column: column.clone(), text: s("沖縄"), share_frac: v },
        Reason::Missing { column: column.clone() },
        Reason::Expected { column: column.clone(), unit, value: v, expected: 300.0, low: 250.0, high: 350.0 },
        Reason::Shape { column },
    ]
}
