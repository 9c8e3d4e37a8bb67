//! Kinds of customers.

use sanpo_api::{Label, LabelCode, RfmName};
use sanpo_models::segment::{RfmKind, Trait, TraitKind};

/// A kind for every group, where there are kinds at all: who fits none either came lately or did not.
pub fn nearest(kinds: &[Option<RfmName>], found: &[Vec<Trait>], labels: &[(Label, Option<String>)]) -> Vec<RfmName> {
    if kinds.iter().all(Option::is_none) {
        return vec![];
    }
    let recency = |t: &&Trait| labels.get(t.column).is_some_and(|(label, _)| *label == Label::Code(LabelCode::Recency));
    let long_ago = |g: usize| found[g].iter().find(recency).is_some_and(|t| t.kind == TraitKind::High);
    let other = |g: usize| if long_ago(g) { RfmName::AtRisk } else { RfmName::Regular };
    (0..kinds.len()).map(|g| kinds[g].unwrap_or_else(|| other(g))).collect()
}

/// The kind in the words of the report.
pub fn name(kind: RfmKind) -> RfmName {
    match kind {
        RfmKind::Champion => RfmName::Champion,
        RfmKind::Loyal => RfmName::Loyal,
        RfmKind::New => RfmName::New,
        RfmKind::Once => RfmName::Once,
        RfmKind::AtRisk => RfmName::AtRisk,
        RfmKind::Lost => RfmName::Lost,
        RfmKind::Regular => RfmName::Regular,
    }
}
