//! What is said of groups.

use sanpo_api::*;

use super::{AT, s, yen};

pub fn segments(v: f64) -> Vec<Phrase> {
    use Phrase as P;
    let column = Label::Text(s("年齢"));
    let recency = Label::Code(LabelCode::Recency);
    let high = P::TraitHigh { column: recency, mean: v, overall: v, unit: None };
    let low = P::TraitLow { column: column.clone(), mean: v, overall: v, unit: yen() };
    let text = P::TraitText { column, text: s("女"), share_frac: v, overall_frac: v };
    let mut all = vec![
        P::SegmentFound { groups: 4, rows: 1_200, customers: true },
        P::SegmentFound { groups: 12, rows: 1_200, customers: false },
        P::SegmentVague { frac: 0.99 },
        P::SegmentNone,
        P::SegmentStability { frac: v },
        P::ColumnsAlike { columns: vec![Label::Code(LabelCode::Recency), Label::Code(LabelCode::Frequency)] },
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
        P::SegmentNobody { rows: 1_140, all: 3_108 },
        P::SegmentPriced { price: s("単価"), quantity: s("数量"), discount: None, taken_off: false },
        P::SegmentPriced { price: s("単価"), quantity: s("数量"), discount: Some(s("割引")), taken_off: true },
        P::SegmentPriced { price: s("単価"), quantity: s("数量"), discount: Some(s("割引")), taken_off: false },
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
        all.push(P::RfmAdvice { group: 1, label: Box::new(P::TraitAverage), name });
    }
    all
}
