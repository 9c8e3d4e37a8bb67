//! A project as one file: a head with everything but the data, and behind it, if the person wants so, the data file as it was.
//!
//! Bytes: the mark, the version (u16), the length of the head (u32), its sum (u64), all little-endian; the head in postcard; the
//! data. The head is untrusted: its length, sum and version are checked before it is decoded.

use serde::{Deserialize, Serialize};

use crate::{Answer, Answers, Choices, ColumnType, Profile, Report, TaskId, decode, encode};

/// How a project file begins: a name, and a byte that no text has.
pub const PROJECT_MARK: &[u8; 6] = b"SANPO\x1a";
/// Ending of a project file's name.
pub const PROJECT_ENDING: &str = "sanpo";
/// Bytes before the head.
pub const PROJECT_PREFIX: usize = PROJECT_MARK.len() + 2 + 4 + 8;
/// The version that is written, and the only one that is read: it counts up when the vocabulary changes.
const VERSION: u16 = 2;
/// Longest head that is read.
const MAX_HEAD: u32 = 256 << 20;

/// Everything that is needed to go on with a result, but not the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// The version of Sanpo that wrote it.
    pub app_version: String,
    /// Name of the data file.
    pub file: String,
    /// Its size.
    #[serde(with = "crate::wide")]
    pub size_bytes: u64,
    /// Its data rows.
    pub rows: usize,
    /// What the person decided about its reading.
    pub choices: Choices,
    /// Its columns.
    pub columns: Vec<ColumnMark>,
    /// The task.
    pub task: TaskId,
    /// The settings in force.
    pub answers: Answers,
    /// The answer.
    pub report: Report,
    /// What a forecast said, to be held against what then happens.
    pub promise: Option<Promise>,
}

/// What a column is known by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMark {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: ColumnType,
}

/// What a forecast said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    /// The series.
    pub series: Vec<PromisedSeries>,
}

/// What was said of one series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PromisedSeries {
    /// Its name; empty if there was one only.
    pub name: String,
    /// Moments in seconds, ascending.
    pub x: Vec<i64>,
    /// What was expected.
    pub mean: Vec<f64>,
    /// Lower end of the 80 % range.
    pub lower: Vec<f64>,
    /// Upper end of the 80 % range.
    pub upper: Vec<f64>,
}

/// Why bytes are not a project that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoProject {
    /// They do not begin like one.
    OtherFile,
    /// Another version of Sanpo wrote it.
    OtherVersion,
    /// It is cut off, or was changed.
    Damaged,
}

impl Project {
    /// The bytes up to the data.
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = encode(self);
        let mut bytes = PROJECT_MARK.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend((head.len() as u32).to_le_bytes());
        bytes.extend(sum(&head).to_le_bytes());
        bytes.extend(head);
        bytes
    }

    /// Bytes of the head, from the first [`PROJECT_PREFIX`] bytes of a file. Fails as [`Project::from_bytes`] does.
    pub fn head_length(prefix: &[u8]) -> Result<usize, NoProject> {
        let rest = prefix.strip_prefix(PROJECT_MARK).ok_or(NoProject::OtherFile)?;
        let version = rest.first_chunk().map(|b| u16::from_le_bytes(*b)).ok_or(NoProject::Damaged)?;
        if version != VERSION {
            return Err(NoProject::OtherVersion);
        }
        let length = rest[2..].first_chunk().map(|b| u32::from_le_bytes(*b)).ok_or(NoProject::Damaged)?;
        if length > MAX_HEAD { Err(NoProject::Damaged) } else { Ok(length as usize) }
    }

    /// Reads a project from the bytes of a file; those of the data need not be there. Fails: not a project, of another
    /// version, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoProject> {
        let length = Self::head_length(bytes)?;
        let head = bytes.get(PROJECT_PREFIX..PROJECT_PREFIX + length).ok_or(NoProject::Damaged)?;
        let stated = bytes[PROJECT_PREFIX - 8..].first_chunk().map(|b| u64::from_le_bytes(*b));
        if stated != Some(sum(head)) {
            return Err(NoProject::Damaged);
        }
        decode(head).map_err(|_| NoProject::Damaged)
    }

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

/// FNV-1a, 64 bits: enough to notice a damaged file.
fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FieldId;

    fn project() -> Project {
        let column = |name: &str, kind| ColumnMark { name: name.into(), kind };
        Project {
            app_version: "1".into(),
            file: "売上.csv".into(),
            size_bytes: 10,
            rows: 3,
            choices: Choices::default(),
            columns: vec![column("日付", ColumnType::Date), column("売上", ColumnType::Number)],
            task: TaskId::Forecast,
            answers: Answers::from([
                (FieldId::Time, Answer::Column("日付".into())),
                (FieldId::Value, Answer::Column("売上".into())),
                (FieldId::Horizon, Answer::Count(7)),
            ]),
            report: Report {
                task: TaskId::Forecast,
                headline: vec![],
                grade: None,
                cautions: vec![],
                sections: vec![],
                exports: vec![],
                takes_new_file: false,
            },
            promise: None,
        }
    }

    #[test]
    fn a_project_comes_back_and_damage_is_noticed() {
        let bytes = project().to_bytes();
        assert_eq!(Project::head_length(&bytes[..PROJECT_PREFIX]), Ok(bytes.len() - PROJECT_PREFIX));
        let mut with_data = bytes.clone();
        with_data.extend(b"a,b\n1,2\n");
        assert_eq!(Project::from_bytes(&with_data), Ok(project()));
        for cut in 0..bytes.len() {
            let wanted = if cut < 6 { NoProject::OtherFile } else { NoProject::Damaged };
            assert_eq!(Project::from_bytes(&bytes[..cut]), Err(wanted), "{cut}");
        }
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0x40;
            assert!(Project::from_bytes(&changed).is_err(), "{at}");
        }
    }

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
