//! What is said of what is unusual.

use sanpo_api::*;

use super::{AT, s};

pub fn anomalies(v: f64) -> Vec<Phrase> {
    use Phrase as P;
    let grain = Grain::Minute;
    vec![
        P::Anomaly(AnomalyPhrase::Rows { flagged: 3, rows: 2_000 }),
        P::Anomaly(AnomalyPhrase::Events { events: 2, flagged: 12, points: 4_000 }),
        P::Anomaly(AnomalyPhrase::None { rows: 2_000, columns: 4, span: None }),
        P::Anomaly(AnomalyPhrase::None { rows: 2_000, columns: 1, span: Some((AT, Moment(AT.0 + 7_200), grain)) }),
        P::Anomaly(AnomalyPhrase::Quiet),
        P::Anomaly(AnomalyPhrase::TryMore { sensitivity: 3 }),
        P::Anomaly(AnomalyPhrase::TopRow { row: s("1234"), reasons: reasons(v) }),
        P::Anomaly(AnomalyPhrase::TopMoment { at: AT, grain, reasons: reasons(v) }),
        P::Anomaly(AnomalyPhrase::Reasons { reasons: reasons(v) }),
        P::Anomaly(AnomalyPhrase::Reasons { reasons: vec![] }),
        P::Anomaly(AnomalyPhrase::Table),
        P::Anomaly(AnomalyPhrase::EventTable { shown: 20, events: 20 }),
        P::Anomaly(AnomalyPhrase::EventTable { shown: 200, events: 300 }),
        P::Anomaly(AnomalyPhrase::Span { from: AT, to: AT, grain }),
        P::Anomaly(AnomalyPhrase::Span { from: AT, to: Moment(AT.0 + 200_000), grain }),
        P::Anomaly(AnomalyPhrase::Chart { what: s("温度") }),
        P::Anomaly(AnomalyPhrase::Columns),
        P::Anomaly(AnomalyPhrase::How),
        P::Anomaly(AnomalyPhrase::Check),
    ]
}

fn reasons(v: f64) -> Vec<Reason> {
    let (column, unit) = (s("温度"), Some(s("℃")));
    vec![
        Reason::Beyond { column: column.clone(), unit: unit.clone(), value: v, low: 60.0, high: 80.0, of: None },
        Reason::Beyond {
            column: column.clone(),
            unit: unit.clone(),
            value: v,
            low: v,
            high: 80.0,
            of: Some("A".into()),
        },
        Reason::Combination { column: column.clone(), unit: None, value: v },
        Reason::Rare { column: column.clone(), text: s("沖縄"), share_frac: v },
        Reason::Missing { column: column.clone() },
        Reason::Expected { column: column.clone(), unit, value: v, expected: 300.0, low: 250.0, high: 350.0 },
        Reason::Shape { column },
    ]
}
