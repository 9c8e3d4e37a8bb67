//! How good an answer is, and how it came about.

use sanpo_api::*;

use super::{AT, s};

pub fn grades(v: f64) -> Vec<Phrase> {
    use Phrase as P;
    let mut all = vec![
        P::Grade(GradePhrase::BetterThanNaive { frac: v }),
        P::Grade(GradePhrase::CutShort { reason: Box::new(P::Grade(GradePhrase::NoBetterThanNaive)) }),
        P::Grade(GradePhrase::WorseThanNaive { frac: 0.2 }),
        P::Grade(GradePhrase::NoBetterThanNaive),
        P::Grade(GradePhrase::ChancesBetter { frac: v }),
        P::Grade(GradePhrase::TooLittleToJudge),
        P::Grade(GradePhrase::LargeError { frac: v, of_sum: false }),
        P::Grade(GradePhrase::LargeError { frac: v, of_sum: true }),
        P::Grade(GradePhrase::OftenOutside),
        P::Grade(GradePhrase::RangeMissed { level: 80, frac: 0.52 }),
        P::Grade(GradePhrase::Both {
            first: Box::new(P::Grade(GradePhrase::NoBetterThanNaive)),
            then: Box::new(P::Grade(GradePhrase::TooLittleToJudge)),
        }),
        P::Grade(GradePhrase::GroupsStable { frac: v }),
    ];
    all.extend(steps().into_iter().map(P::How));
    all
}

/// How answers come about.
fn steps() -> Vec<How> {
    let columns = vec![s("年齢"), s("地域")];
    let labels = vec![Label::Code(LabelCode::Occasion(Occasion::YearEnd)), Label::Text(s("値段"))];
    vec![
        How::Past { what: s("売上"), series: 9, from: AT, to: AT, grain: Grain::Day },
        How::Past { what: s("売上"), series: 1, from: AT, to: AT, grain: Grain::FiscalYear },
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
