//! The settings of a project for another file: its columns are found again, under the names that they have there.

use super::Project;
use crate::{Answer, Answers, Profile};

impl Project {
    /// The settings for another file: each column that they name, as that file calls it.
    pub fn fit(&self, profile: &Profile) -> Fit {
        let named = self.answers.values().flat_map(|answer| match answer {
            Answer::Column(name) => std::slice::from_ref(name),
            Answer::Columns(names) => names,
            _ => &[],
        });
        let mut columns: Vec<FitColumn> = Vec::new();
        for name in named {
            if !columns.iter().any(|c| c.old == *name) {
                columns.push(FitColumn { old: name.clone(), new: self.find(name, profile) });
            }
        }
        Fit { columns }
    }

    /// The column of another file that takes a column's place: of the same name; else of nearly the same name; else the only
    /// one of its kind that is new, where the old one is gone.
    fn find(&self, name: &str, profile: &Profile) -> Option<String> {
        let here =
            |wanted: &dyn Fn(&str) -> bool| profile.columns.iter().find(|c| wanted(&c.name)).map(|c| c.name.clone());
        here(&|other| other == name).or_else(|| here(&|other| bare(other) == bare(name))).or_else(|| {
            let kind = self.columns.iter().find(|c| c.name == name)?.kind;
            let known = |other: &str| self.columns.iter().any(|c| bare(&c.name) == bare(other));
            let mut fresh = profile.columns.iter().filter(|c| c.kind == kind && !known(&c.name));
            let only = fresh.next()?;
            fresh.next().is_none().then(|| only.name.clone())
        })
    }
}

/// How the columns of a project are found again in another file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The columns that the settings name.
    pub columns: Vec<FitColumn>,
}

/// A column, then and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FitColumn {
    /// Its name in the project.
    pub old: String,
    /// Its name in the new file; `None` where it has no such column.
    pub new: Option<String>,
}

impl Fit {
    /// Whether every column was found.
    pub fn is_whole(&self) -> bool {
        self.columns.iter().all(|c| c.new.is_some())
    }

    /// The settings with the new names; a list of columns goes on without those that are gone.
    pub fn answers(&self, old: &Answers) -> Answers {
        let new = |name: &String| self.columns.iter().find(|c| c.old == *name).and_then(|c| c.new.clone());
        let answer = |answer: &Answer| match answer {
            Answer::Column(name) => new(name).map(Answer::Column),
            Answer::Columns(names) => Some(Answer::Columns(names.iter().filter_map(new).collect())),
            other => Some(other.clone()),
        };
        old.iter().filter_map(|(field, old)| Some((*field, answer(old)?))).collect()
    }
}

/// A name without what spelling changes: case, spaces, and the width of Latin letters and digits.
fn bare(name: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let kept = name.chars().map(narrow).filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '・'));
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::project;
    use super::*;
    use crate::FieldId;

    #[test]
    fn settings_without_a_column_leave_it_out() {
        let fit = Fit { columns: vec![FitColumn { old: "日付".into(), new: Some("年月日".into()) }] };
        let answers = fit.answers(&project().answers);
        assert_eq!(answers.get(&FieldId::Time), Some(&Answer::Column("年月日".into())));
        assert_eq!(answers.get(&FieldId::Value), None);
        assert_eq!(answers.get(&FieldId::Horizon), Some(&Answer::Count(7)));
    }

    #[test]
    fn spelling_does_not_hide_a_name() {
        assert_eq!(bare("Ｕｎｉｔ Price"), bare("unit_price"));
        assert_ne!(bare("売上"), bare("売上高"));
    }
}
