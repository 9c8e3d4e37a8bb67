//! One date from several columns: year, month and day apart, or a date and a time of day.

use sanpo_api::{Choice, Choices, ColumnType, Grain, Moment};

use crate::cells::date::{Dated, full_year};
use crate::cells::{fold, time, trim};
use crate::civil::midnight;
use crate::extent::Extent;
use crate::records::Splitter;

use super::{Column, Data, Hint, YearSource};

/// Which columns make the date.
enum Parts {
    /// Year, month, perhaps day; a fiscal year runs from April.
    Calendar { year: usize, fiscal: bool, month: usize, day: Option<usize> },
    /// A date and the time of day beside it.
    Clock { date: usize, time: usize },
}

/// Adds the column with the joined date, if there is one and the person does not want it apart.
pub fn add(columns: &mut Vec<Column>, splitter: &Splitter, extent: &Extent, choices: &Choices) {
    if choices.has(&Choice::JoinDate(false)) {
        return;
    }
    let hints: Vec<Hint> = columns.iter().map(|c| Hint::of(&c.raw)).collect();
    let Some(parts) = calendar(columns, &hints).or_else(|| clock(columns, &hints)) else { return };
    let (values, grain, from) = match &parts {
        Parts::Calendar { year, month, day, .. } => {
            let grain = if day.is_some() { Grain::Day } else { Grain::Month };
            let from = [Some(*year), Some(*month), *day].into_iter().flatten().collect();
            (dates(&parts, columns, splitter, extent), grain, from)
        }
        Parts::Clock { date, time } => {
            (times(&columns[*date], *time, columns, splitter, extent), Grain::Minute, vec![*date, *time])
        }
    };
    let have = values.iter().filter(|v| **v != i64::MIN).count();
    if have * 10 < values.len() * 9 {
        return;
    }
    for part in &from {
        // Its year stands in the other column.
        columns[*part].year = YearSource::Cells;
    }
    let name = match grain {
        Grain::Month => "年月",
        Grain::Day => "年月日",
        _ => "日時",
    };
    let taken: Vec<String> = columns.iter().map(|c| c.name.clone()).chain([name.to_owned()]).collect();
    let mut made = Column::empty(Data::Moments(values));
    made.name = super::name::distinct(&taken).pop().unwrap_or_default();
    made.kind = ColumnType::Date;
    made.grain = Some(grain);
    made.made_from = from;
    made.raw.clone_from(&made.name);
    columns.push(made);
}

fn calendar(columns: &[Column], hints: &[Hint]) -> Option<Parts> {
    let at = |words: &[&str]| hints.iter().position(|h| words.contains(&h.words.as_str()));
    let year = hints.iter().position(|h| h.year)?;
    let month = at(&["月", "month", "mm", "月度"])?;
    let day = at(&["日", "day", "dd", "日にち"]);
    let whole = |i: usize| Some(i) != day && i != year && i != month;
    let other_date = |(i, c): (usize, &Column)| whole(i) && c.kind == ColumnType::Date && c.grain <= Some(Grain::Month);
    if columns.iter().enumerate().any(other_date) {
        return None;
    }
    Some(Parts::Calendar { year, fiscal: hints[year].fiscal, month, day })
}

fn clock(columns: &[Column], hints: &[Hint]) -> Option<Parts> {
    let date = columns.iter().position(|c| c.kind == ColumnType::Date && c.grain == Some(Grain::Day))?;
    let named = |h: &Hint| ["時刻", "時間", "time"].iter().any(|w| h.words == *w || h.words.ends_with("時刻"));
    let time = (0..columns.len()).find(|i| {
        let text = matches!(columns[*i].data, Data::Texts(..));
        *i != date && text && named(&hints[*i])
    })?;
    Some(Parts::Clock { date, time })
}

/// The trimmed, folded cell of a column.
fn cell(column: &Column, row: usize, splitter: &Splitter, extent: &Extent) -> String {
    let from = column.origins.as_ref().map_or(row, |o| o[row] as usize);
    let mut fields = Vec::new();
    splitter.record(extent.starts[from] as usize, &mut fields);
    fields.get(column.field).map(|f| fold(trim(&f.text(splitter.text()))).into_owned()).unwrap_or_default()
}

fn dates(parts: &Parts, columns: &[Column], splitter: &Splitter, extent: &Extent) -> Vec<i64> {
    let Parts::Calendar { year, fiscal, month, day } = parts else { return Vec::new() };
    let number = |column: usize, row: usize| -> Option<u32> {
        let text = cell(&columns[column], row, splitter, extent);
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest = text[digits.len()..].trim();
        (rest.chars().count() <= 2 && (1..=4).contains(&digits.len())).then(|| digits.parse().ok())?
    };
    let of = |row: usize| -> Option<Moment> {
        let month = number(*month, row)?;
        let year = match &columns[*year].data {
            Data::Moments(values) => Moment(values[row]).civil().year as u32,
            _ => number(*year, row).map(|y| if y < 100 { full_year(y) } else { y })?,
        };
        let year = if *fiscal && month < 4 { year + 1 } else { year };
        let day = match day {
            Some(day) => number(*day, row)?,
            None => 1,
        };
        midnight(year as i32, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
            .filter(|_| (1900..=2100).contains(&year))
    };
    (0..extent.starts.len()).map(|row| of(row).map_or(i64::MIN, |m| m.0)).collect()
}

fn times(date: &Column, time: usize, columns: &[Column], splitter: &Splitter, extent: &Extent) -> Vec<i64> {
    let Data::Moments(days) = &date.data else { return Vec::new() };
    let of = |row: usize| -> Option<i64> {
        let day = Some(days[row]).filter(|d| *d != i64::MIN)?;
        let text = cell(&columns[time], row, splitter, extent);
        let dated = Dated::at(Moment(day));
        time::with_time(dated, &text).map(|d| d.moment.0)
    };
    (0..extent.starts.len()).map(|row| of(row).unwrap_or(i64::MIN)).collect()
}
