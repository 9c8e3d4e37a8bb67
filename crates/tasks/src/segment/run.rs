//! A grouping run: features from a customer table or from a sales log, one job, names for the groups.

use sanpo_api::{
    Answers, ExportKind, FieldId, JobId, Label, LabelCode, Lang, Phrase, Problem, RfmName, SegmentPhrase, Stage,
    TaskId, Words, decode, encode,
};
use sanpo_models::feature::{Feature, Features, MISSING};
use sanpo_models::segment::{self, Grouping, Trait, TraitKind};
use sanpo_table::{Rfm, Table};

use super::names::{Columns, names};
use super::work::SegmentJob;
use super::{kinds, report, season};
use crate::answers::{columns as chosen, count, optional_column};
use crate::columns::{self, FeatureSpec};
use crate::{Job, Next, Run, Sheet};

/// The groups with all that is said about them.
pub struct Groups {
    /// Group of each row and the evidence for it.
    pub grouping: Grouping,
    /// What sets each group apart.
    pub traits: Vec<Vec<Phrase>>,
    /// A name for each group.
    pub names: Vec<Phrase>,
    /// The kind of customers that each group is nearest to: what to do with them.
    pub kinds: Vec<RfmName>,
}

/// The run.
pub struct SegmentRun {
    /// The number of groups that the person chose.
    pub asked: Option<usize>,
    /// The columns as models see them: of rows, or of the customers of a log.
    pub features: Features,
    /// As they are compared, where that is on another scale.
    compared: Option<Features>,
    /// Their names on the screen, with units.
    pub labels: Vec<(Label, Option<String>)>,
    /// Texts of the category columns.
    levels: Vec<Option<Vec<String>>>,
    /// The customers, if the file is a sales log.
    pub rfm: Option<Rfm>,
    /// What the amount of the log is made of, if it is no column.
    pub priced: Option<Phrase>,
    /// Columns left out.
    pub left_out: Vec<String>,
    /// Sides of the customers in which all are alike: nothing to compare by.
    pub alike: Vec<Label>,
    /// The result.
    pub groups: Option<Groups>,
}

impl SegmentRun {
    /// A sales log when customer, date and amount are given; else a table of rows.
    pub fn new(table: &Table, answers: &Answers) -> Result<Self, Problem> {
        let asked = count(answers, FieldId::Groups).map(|n| n as usize);
        let field = |id| optional_column(answers, id);
        match (field(FieldId::Customer), field(FieldId::Time), field(FieldId::Value)) {
            (Some(customer), Some(time), Some(value)) => {
                let unit = columns::profile(table, &value)?.unit.clone();
                let quantity = field(FieldId::Quantity).filter(|quantity| *quantity != value);
                let discount = match &quantity {
                    Some(quantity) => table.discount(&value, quantity)?,
                    None => None,
                };
                let off = discount.as_ref().and_then(|(column, off)| Some((column.as_str(), (*off)?)));
                let rfm = table.rfm(&customer, &time, &value, quantity.as_deref(), off)?;
                let have = rfm.customers.len();
                if have < segment::MIN_ROWS {
                    return Err(Problem::TooFewCustomers { have, need: segment::MIN_ROWS });
                }
                let taken_off = off.is_some();
                let discount = discount.map(|(column, _)| column);
                let priced = quantity.map(|quantity| {
                    Phrase::Segment(SegmentPhrase::Priced { price: value, quantity, discount, taken_off })
                });
                let run = Self { priced, ..Self::of_log(rfm, unit, asked) };
                // All customers are alike in everything.
                if run.features.columns.is_empty() { Err(Problem::NoFeatureColumn) } else { Ok(run) }
            }
            _ => Self::of_table(table, &chosen(answers, FieldId::Columns), asked),
        }
    }

    /// By recency, frequency and amount, as far as the customers differ in them.
    fn of_log(rfm: Rfm, unit: Option<String>, asked: Option<usize>) -> Self {
        let unit_of = |unit: &str| Some(unit.to_owned());
        let [recency, frequency, monetary] = segment::rfm_scale(&rfm.recency_days, &rfm.frequency, &rfm.monetary);
        let sides = [
            (LabelCode::Recency, unit_of("日"), &rfm.recency_days, recency),
            (LabelCode::Frequency, unit_of("日"), &rfm.frequency, frequency),
            (LabelCode::Monetary, unit, &rfm.monetary, monetary),
        ];
        let (mut columns, mut compared, mut labels, mut alike) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (code, unit, values, scaled) in sides {
            if values.windows(2).any(|w| w[0] != w[1]) {
                columns.push(Feature::Number(values.clone()));
                compared.push(Feature::Number(scaled));
                labels.push((Label::Code(code), unit));
            } else {
                alike.push(Label::Code(code));
            }
        }
        let levels = vec![None; columns.len()];
        let (features, compared) = (Features { columns }, Some(Features { columns: compared }));
        Self {
            asked,
            features,
            compared,
            labels,
            levels,
            rfm: Some(rfm),
            priced: None,
            left_out: vec![],
            alike,
            groups: None,
        }
    }

    fn of_table(table: &Table, names: &[String], asked: Option<usize>) -> Result<Self, Problem> {
        if names.is_empty() {
            return Err(Problem::NoFeatureColumn);
        }
        let (features, specs) = columns::features(table, names)?;
        let label = |s: &FeatureSpec| (Label::Text(s.name.clone()), columns::unit(table, &s.name));
        let labels = specs.iter().map(label).collect();
        let levels = specs.into_iter().map(|s| s.levels).collect();
        let left_out = columns::names(table, |c| !names.contains(&c.name));
        Ok(Self {
            asked,
            features,
            compared: None,
            labels,
            levels,
            rfm: None,
            priced: None,
            left_out,
            alike: vec![],
            groups: None,
        })
    }

    /// What a trait says in a sentence.
    fn phrase(&self, found: &Trait) -> Option<Phrase> {
        let (column, unit) = self.labels.get(found.column)?.clone();
        let (mean, overall) = (found.inside, found.overall);
        Some(match found.kind {
            TraitKind::High => Phrase::Segment(SegmentPhrase::TraitHigh { column, mean, overall, unit }),
            TraitKind::Low => Phrase::Segment(SegmentPhrase::TraitLow { column, mean, overall, unit }),
            TraitKind::More(code) => {
                let text = self.levels.get(found.column)?.as_ref()?.get(code as usize)?.clone();
                Phrase::Segment(SegmentPhrase::TraitText { column, text, share_frac: mean, overall_frac: overall })
            }
        })
    }

    fn describe(&self, grouping: Grouping) -> Groups {
        let found = segment::describe(&self.features, &grouping.group, grouping.groups);
        let traits: Vec<Vec<Phrase>> = found
            .iter()
            .zip(0..)
            .map(|(group, own)| {
                let mut phrases: Vec<Phrase> = group.iter().filter_map(|t| self.phrase(t)).take(5).collect();
                phrases.extend(self.rfm.as_ref().and_then(|rfm| season::months(rfm, &grouping.group, own)));
                if phrases.is_empty() { vec![Phrase::Segment(SegmentPhrase::TraitAverage)] } else { phrases }
            })
            .collect();
        let rfm_names = self.rfm.as_ref().map(|rfm| {
            let (r, f, m) = (&rfm.recency_days, &rfm.frequency, &rfm.monetary);
            let kinds = segment::rfm_names(r, f, m, &grouping.group, grouping.groups);
            kinds.into_iter().map(|kind| kind.map(kinds::name)).collect::<Vec<_>>()
        });
        let kinds = rfm_names.as_deref().map_or(vec![], |own| kinds::nearest(own, &found, &self.labels));
        let columns = Columns { features: &self.features, labels: &self.labels, levels: &self.levels };
        let names = names(&columns, rfm_names.as_deref(), &traits, &grouping.group);
        Groups { grouping, traits, names, kinds }
    }

    /// Mean of a number column in a group; `NaN` for categories.
    pub fn mean(&self, column: usize, group: Option<u32>) -> f64 {
        let (Feature::Number(values), Some(groups)) = (&self.features.columns[column], &self.groups) else {
            return f64::NAN;
        };
        let inside =
            |&(row, value): &(usize, &f64)| value.is_finite() && group.is_none_or(|g| groups.grouping.group[row] == g);
        let (sum, count) =
            values.iter().enumerate().filter(inside).fold((0.0, 0), |(s, n), (_, value)| (s + value, n + 1));
        sum / f64::from(count)
    }

    /// The most frequent text of a category column in a group.
    pub fn mode(&self, column: usize, group: u32) -> Option<String> {
        let Feature::Category { codes, levels } = &self.features.columns[column] else { return None };
        let groups = self.groups.as_ref()?;
        let mut counts = vec![0usize; *levels as usize];
        for (row, &code) in codes.iter().enumerate() {
            if code != MISSING && groups.grouping.group[row] == group {
                counts[code as usize] += 1;
            }
        }
        let best = (0..counts.len()).filter(|&i| counts[i] > 0).max_by_key(|&i| (counts[i], std::cmp::Reverse(i)))?;
        self.levels.get(column)?.as_ref()?.get(best).cloned()
    }
}

impl Run for SegmentRun {
    fn start(&mut self, _table: &Table) -> Result<Next, Problem> {
        let cost = segment::cost::fit_ms(self.features.rows(), self.features.columns.len());
        let features = self.compared.as_ref().unwrap_or(&self.features).clone();
        let job = SegmentJob { features, groups: self.asked };
        Ok(Next::Jobs { stage: Stage::Train, jobs: vec![Job { cost, body: encode(&job) }] })
    }

    fn collect(&mut self, table: &Table, _job: JobId, result: Vec<u8>) -> Result<Next, Problem> {
        let grouping: Grouping = decode(&result)?;
        self.groups = Some(self.describe(grouping));
        Ok(Next::Report(Box::new(report::report(self, table)?)))
    }

    fn task(&self) -> TaskId {
        TaskId::Segment
    }

    fn sheet<'a>(
        &'a self,
        table: &'a Table,
        kind: ExportKind,
        lang: Lang,
        words: &'a dyn Words,
    ) -> Result<Sheet<'a>, Problem> {
        super::sheet::sheet(self, table, kind, lang, words)
    }
}
