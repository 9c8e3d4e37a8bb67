//! The table: typed columns in a polars data frame, and the user's own text beside it.

use std::borrow::Cow;

use polars::prelude::*;
use sanpo_api::{FieldId, Grain, Moment, Problem, Profile};

use crate::cells::{is_missing, label, number, trim};
use crate::civil::iso;
use crate::extent::Extent;
use crate::frame::{internal, series_of};
use crate::profile::preview;
use crate::records::Splitter;
use crate::typing::{Column, Dictionary, MISSING, Origins};

/// A file that was read: typed values, the user's own text, and a profile.
pub struct Table {
    text: String,
    delimiter: u8,
    extent: Extent,
    frame: DataFrame,
    columns: Vec<Meta>,
    profile: Profile,
}

/// What the frame does not hold of a column.
struct Meta {
    /// Its field in a record; `None` for a column that was made from others.
    field: Option<usize>,
    name: String,
    raw: String,
    levels: Option<Dictionary>,
    /// Rows whose text counts, where blanks repeat the one above.
    origins: Option<Origins>,
    closed: Vec<u32>,
    grain: Grain,
    /// Percentages, kept as shares of one.
    is_share: bool,
}

/// A column as codes into its different texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Categories {
    /// One code a row, `u32::MAX` where missing.
    pub codes: Vec<u32>,
    /// The texts, in order of first appearance.
    pub levels: Vec<String>,
}

/// What a cell is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Typed {
    /// A number.
    Number(f64),
    /// A moment of a column of this grain.
    Time(Moment, Grain),
}

/// The text of a file and how to split it.
pub(crate) struct Source {
    pub text: String,
    pub delimiter: u8,
    pub extent: Extent,
}

impl Table {
    /// Stores typed columns.
    pub(crate) fn new(source: Source, columns: Vec<Column>, profile: Profile) -> Result<Self, Problem> {
        let mut series = Vec::with_capacity(columns.len());
        let mut metas = Vec::with_capacity(columns.len());
        for column in columns {
            let is_share = column.is_share();
            let (data, levels) = series_of(&column.name, column.data)?;
            series.push(data);
            metas.push(Meta {
                is_share,
                field: column.made_from.is_empty().then_some(column.field),
                name: column.name,
                raw: column.raw,
                levels,
                origins: column.origins,
                closed: column.closed,
                grain: column.grain.unwrap_or(Grain::Day),
            });
        }
        let frame = DataFrame::new(source.extent.starts.len(), series).map_err(internal)?;
        let mut table = Self {
            text: source.text,
            delimiter: source.delimiter,
            extent: source.extent,
            frame,
            columns: metas,
            profile,
        };
        table.profile.preview = preview(&table);
        Ok(table)
    }

    /// What was found in the file.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Number of data rows.
    pub fn rows(&self) -> usize {
        self.extent.starts.len()
    }

    /// Where a data row stands in the file, counted from 1 as the reading memo and Excel do; where several sheets were read, on its
    /// own sheet, which is given too.
    pub fn file_row(&self, row: usize) -> (Option<&str>, usize) {
        let (sheet, record) = self.extent.place(self.extent.record_of(row));
        (sheet, record + 1)
    }

    /// The same as a person calls it: `12`, or `4月 12`.
    pub fn row_name(&self, row: usize) -> String {
        self.extent.called(self.extent.record_of(row))
    }

    /// Header names as in the file (parts of a header of several rows joined by ` / `; empty where there is none).
    pub fn header(&self) -> Vec<String> {
        self.columns.iter().map(|c| c.raw.clone()).collect()
    }

    /// The user's own text of a cell, columns counted as in the profile; empty beyond the table. A date that was made from several
    /// columns is written in ISO form.
    pub fn original(&self, column: usize, row: usize) -> Cow<'_, str> {
        let mut fields = Vec::new();
        let Some(meta) = self.columns.get(column) else { return Cow::Borrowed("") };
        let Some(field) = meta.field else { return Cow::Owned(self.made(column, row)) };
        let from = meta.origins.as_ref().and_then(|o| o.get(row)).map_or(row, |from| *from as usize);
        let Some(start) = self.extent.starts.get(from) else { return Cow::Borrowed("") };
        self.splitter().record(*start as usize, &mut fields);
        fields.get(field).map_or(Cow::Borrowed(""), |f| f.text(&self.text))
    }

    /// The user's own text of a whole row, one entry a column: one split where `original` would need one a cell.
    pub fn original_row(&self, row: usize) -> Vec<Cow<'_, str>> {
        let mut fields = Vec::new();
        if let Some(start) = self.extent.starts.get(row) {
            self.splitter().record(*start as usize, &mut fields);
        }
        let text = |(column, meta): (usize, &Meta)| match meta.field {
            Some(field) if meta.origins.is_none() => {
                fields.get(field).map_or(Cow::Borrowed(""), |f| f.text(&self.text))
            }
            _ => self.original(column, row),
        };
        self.columns.iter().enumerate().map(text).collect()
    }

    /// What a cell is worth, columns counted as in the profile; `None` for text and for what is missing.
    pub fn typed(&self, column: usize, row: usize) -> Option<Typed> {
        let values = self.frame.columns().get(column)?;
        if let Ok(numbers) = values.f64() {
            return numbers.get(row).map(Typed::Number);
        }
        let moments = values.datetime().ok()?.physical();
        moments.get(row).map(|ms| Typed::Time(Moment(ms / 1000), self.columns[column].grain))
    }

    /// A made date as ISO text.
    fn made(&self, column: usize, row: usize) -> String {
        let values = self.frame.columns()[column].datetime().ok();
        let moment = values.and_then(|v| v.physical().get(row)).map(|ms| Moment(ms / 1000));
        moment.map_or(String::new(), |m| iso(m, self.columns[column].grain))
    }

    /// Rows in which a column says "closed": neither missing nor zero. Fails: `UnknownColumn`.
    pub fn closed_rows(&self, name: &str) -> Result<&[u32], Problem> {
        Ok(&self.columns[self.index(name)?].closed)
    }

    /// A column as numbers in its unit (percentages count in percent), `NaN` where missing.
    ///
    /// Codes made of digits are read as numbers on request. Fails: `UnknownColumn`, `WrongColumnType`.
    pub fn numbers(&self, name: &str) -> Result<Vec<f64>, Problem> {
        let at = self.index(name)?;
        if let Ok(values) = self.frame.columns()[at].f64() {
            let in_unit = if self.columns[at].is_share { number::in_percent } else { |v| v };
            return Ok(values.iter().map(|v| v.map_or(f64::NAN, in_unit)).collect());
        }
        let wrong = || Problem::WrongColumnType { name: name.to_owned(), field: FieldId::Value };
        let levels = self.columns[at].levels.as_ref().ok_or_else(wrong)?;
        let parsed: Vec<f64> = levels.iter().map(|t| number::parse(t, false).map_or(f64::NAN, |n| n.value)).collect();
        if parsed.iter().all(|v| v.is_nan()) {
            return Err(wrong());
        }
        Ok(self.codes(at)?.map(|c| parsed.get(c as usize).copied().unwrap_or(f64::NAN)).collect())
    }

    /// A date column as moments. Fails: `UnknownColumn`, `WrongColumnType`.
    pub fn moments(&self, name: &str) -> Result<Vec<Option<Moment>>, Problem> {
        let at = self.index(name)?;
        let wrong = |_| Problem::WrongColumnType { name: name.to_owned(), field: FieldId::Time };
        let values = self.frame.columns()[at].datetime().map_err(wrong)?;
        Ok(values.physical().iter().map(|v| v.map(|ms| Moment(ms / 1000))).collect())
    }

    /// A column as codes into its texts; numbers and dates by the user's own text. Fails: `UnknownColumn`.
    pub fn categories(&self, name: &str) -> Result<Categories, Problem> {
        let at = self.index(name)?;
        if let Some(levels) = &self.columns[at].levels {
            return Ok(Categories {
                codes: self.codes(at)?.collect(),
                levels: levels.iter().map(str::to_owned).collect(),
            });
        }
        let mut dictionary = Dictionary::default();
        let mut codes = Vec::with_capacity(self.rows());
        let valid = self.frame.columns()[at].is_not_null();
        for (row, valid) in valid.iter().enumerate() {
            let cell = self.original(at, row);
            let cell = trim(&cell);
            let missing = valid != Some(true) || is_missing(cell);
            codes.push(if missing { MISSING } else { dictionary.code(&label(cell)) });
        }
        Ok(Categories { codes, levels: dictionary.iter().map(str::to_owned).collect() })
    }

    /// Place of a column. Fails: `UnknownColumn`.
    fn index(&self, name: &str) -> Result<usize, Problem> {
        self.columns.iter().position(|c| c.name == name).ok_or_else(|| Problem::UnknownColumn {
            name: name.to_owned(),
            have: self.columns.iter().map(|c| c.name.clone()).collect(),
        })
    }

    fn codes(&self, at: usize) -> Result<impl Iterator<Item = u32> + '_, Problem> {
        let codes = self.frame.columns()[at].u32().map_err(internal)?;
        Ok(codes.iter().map(|c| c.unwrap_or(MISSING)))
    }

    fn splitter(&self) -> Splitter<'_> {
        Splitter::new(&self.text, self.delimiter)
    }
}
