//! What is said of groups.

use sanpo_api::*;

use super::{AT, s, yen};

pub fn segments(v: f64) -> Vec<Phrase> {
    use Phrase as P;
    let column = Label::Text(s("年齢"));
    let recency = Label::Code(LabelCode::Recency);
    let high = P::Segment(SegmentPhrase::TraitHigh { column: recency, mean: v, overall: v, unit: None });
    let low = P::Segment(SegmentPhrase::TraitLow { column: column.clone(), mean: v, overall: v, unit: yen() });
    let text = P::Segment(SegmentPhrase::TraitText { column, text: s("女"), share_frac: v, overall_frac: v });
    let mut all = vec![
        P::Segment(SegmentPhrase::Found { groups: 4, rows: 1_200, customers: true }),
        P::Segment(SegmentPhrase::Found { groups: 12, rows: 1_200, customers: false }),
        P::Segment(SegmentPhrase::Vague { frac: 0.99 }),
        P::Segment(SegmentPhrase::None),
        P::Segment(SegmentPhrase::Stability { frac: v }),
        P::Segment(SegmentPhrase::ColumnsAlike {
            columns: vec![Label::Code(LabelCode::Recency), Label::Code(LabelCode::Frequency)],
        }),
        P::Segment(SegmentPhrase::Largest {
            group: 1,
            name: Box::new(P::Segment(SegmentPhrase::GroupName { traits: vec![] })),
            share_frac: v,
        }),
        P::Segment(SegmentPhrase::Richest {
            group: 2,
            name: Box::new(P::Segment(SegmentPhrase::RfmGroup { name: RfmName::Champion })),
            share_frac: v,
            money_frac: v,
        }),
        P::Segment(SegmentPhrase::GroupName { traits: vec![high.clone(), low.clone()] }),
        P::Segment(SegmentPhrase::GroupName { traits: vec![text.clone(), P::Segment(SegmentPhrase::TraitAverage)] }),
        P::Segment(SegmentPhrase::GroupApart {
            name: Box::new(P::Segment(SegmentPhrase::GroupName { traits: vec![high.clone()] })),
            by: Some(Box::new(high.clone())),
            nth: 1,
        }),
        P::Segment(SegmentPhrase::GroupApart {
            name: Box::new(P::Segment(SegmentPhrase::GroupName { traits: vec![] })),
            by: Some(Box::new(text.clone())),
            nth: 2,
        }),
        P::Segment(SegmentPhrase::GroupApart {
            name: Box::new(P::Segment(SegmentPhrase::GroupName { traits: vec![] })),
            by: None,
            nth: 2,
        }),
        P::Segment(SegmentPhrase::Nobody { rows: 1_140, all: 3_108 }),
        P::Segment(SegmentPhrase::Priced {
            price: s("単価"), quantity: s("数量"), discount: None, taken_off: false
        }),
        P::Segment(SegmentPhrase::Priced {
            price: s("単価"),
            quantity: s("数量"),
            discount: Some(s("割引")),
            taken_off: true,
        }),
        P::Segment(SegmentPhrase::Priced {
            price: s("単価"),
            quantity: s("数量"),
            discount: Some(s("割引")),
            taken_off: false,
        }),
        P::Segment(SegmentPhrase::TraitAverage),
        P::Segment(SegmentPhrase::TraitMonths { months: vec![7, 12] }),
        P::Segment(SegmentPhrase::Map),
        P::Segment(SegmentPhrase::Sizes),
        P::Segment(SegmentPhrase::Table),
        P::Segment(SegmentPhrase::Log { customers: 321, rows: 4_000, until: AT }),
        high,
        low,
        text,
    ];
    use RfmName::{AtRisk, Champion, Lost, Loyal, New, Once, Regular};
    for name in [Champion, Loyal, New, AtRisk, Lost, Regular, Once] {
        all.push(P::Segment(SegmentPhrase::RfmGroup { name }));
        all.push(P::Segment(SegmentPhrase::RfmAdvice {
            group: 1,
            label: Box::new(P::Segment(SegmentPhrase::TraitAverage)),
            name,
        }));
    }
    all
}
