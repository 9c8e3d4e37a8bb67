//! Wide tables: one measure spread over many columns.

use sanpo_api::{ColumnType, Grain, Moment};

use crate::cells::date::{Digits, Order, Style, parse};
use crate::civil::iso;
use crate::extent::Heading;
use crate::profile::is_label;
use crate::typing::{Clues, Column, YearSource, settle};

use super::sums;

/// Fewest dates side by side; one fewer will do where they follow each other without a gap.
const LEAST_DATES: usize = 4;
/// Most columns beside the dates of a table that is certainly meant to be long.
const MOST_BESIDE: usize = 3;

/// Fewest series side by side.
const LEAST_SERIES: usize = 3;

/// A wide table: which columns hold the measure, and what their headings say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wide {
    /// The columns with the measure.
    pub measures: Vec<usize>,
    /// What stands in the new column for each of them: a date in ISO form, or the heading.
    pub labels: Vec<String>,
    /// Columns that add up the measures.
    pub sums: Vec<usize>,
    /// The headings are dates of this grain; `None` for names of series.
    pub grain: Option<Grain>,
    /// Where the years of the headings come from.
    pub year: YearSource,
    /// The year of the first heading.
    pub first_year: Option<i32>,
    /// The rows are measures of different kinds (sales, visitors), so that the table is better turned than made long.
    pub turned: bool,
    /// Dates without a gap, and nothing beside them but what the rows are called: nobody would keep them side by side.
    pub plain: bool,
}

impl Wide {
    /// Looks for dates, then for series side by side.
    pub fn find(columns: &[Column], headings: &[Heading], titles: &[String], year: Option<i32>) -> Option<Self> {
        dates(columns, headings, titles, year).or_else(|| series(columns))
    }
}

/// Dates side by side as headings of columns of numbers.
fn dates(columns: &[Column], headings: &[Heading], titles: &[String], year: Option<i32>) -> Option<Wide> {
    let styles =
        [Digits::No, Digits::Year, Digits::Month, Digits::Day].map(|digits| Style { order: Order::Ymd, digits });
    let read = |style: Style| -> Vec<(usize, Moment, Grain)> {
        let heads = headings.iter().take(columns.len()).enumerate();
        let dated = heads.filter_map(|(i, h)| of_heading(h, style).map(|(moment, grain)| (i, moment, grain)));
        dated.filter(|(i, ..)| matches!(columns[*i].kind, ColumnType::Number | ColumnType::Empty)).collect()
    };
    let found = styles.into_iter().map(read).max_by_key(Vec::len).filter(|found| found.len() + 1 >= LEAST_DATES)?;
    let in_a_row = found.windows(2).filter(|w| w[1].0 - w[0].0 == 1).count();
    if in_a_row + 1 < found.len() {
        return None;
    }
    let mut values: Vec<i64> = found.iter().map(|(_, moment, _)| moment.0).collect();
    let yearless = values.iter().any(|v| Moment(*v).civil().year == i64::from(crate::cells::date::NO_YEAR));
    let source = match yearless {
        true => settle(&mut values, &Clues { titles, named: year, ..Clues::default() }),
        false => YearSource::Cells,
    };
    let grain = found.iter().map(|(.., grain)| *grain).min()?;
    let measures: Vec<usize> = found.iter().map(|(i, ..)| *i).collect();
    let sums: Vec<usize> = (0..columns.len()).filter(|c| !measures.contains(c) && is_named_sum(&columns[*c])).collect();
    let unbroken = is_unbroken(&values);
    if found.len() < LEAST_DATES && !unbroken {
        return None;
    }
    let beside = || (0..columns.len()).filter(|c| !measures.contains(c) && !sums.contains(c)).map(|c| &columns[c]);
    let names_rows =
        |c: &Column| matches!(c.kind, ColumnType::Category | ColumnType::Id | ColumnType::Text) && !is_label(&c.name);
    // What rows are called stands before the dates; what comes after them is about the row as a whole.
    let before = (0..columns.len()).all(|c| measures.contains(&c) || sums.contains(&c) || c < measures[0]);
    let plain = unbroken && before && (1..=MOST_BESIDE).contains(&beside().count()) && beside().all(names_rows);
    Some(Wide {
        plain,
        labels: values.iter().map(|v| iso(Moment(*v), grain)).collect(),
        turned: rows_are_measures(columns, &measures),
        first_year: values.first().map(|v| Moment(*v).civil().year as i32),
        year: source,
        grain: Some(grain),
        measures,
        sums,
    })
}

/// Whether each date is one step after the one before it; months and years are not all of one length.
fn is_unbroken(values: &[i64]) -> bool {
    let steps = || values.windows(2).map(|w| w[1] - w[0]);
    let (least, most) = (steps().min().unwrap_or(0), steps().max().unwrap_or(0));
    least > 0 && most * 2 < least * 3
}

/// The date of a heading; the parts of a header of several rows may each hold a part of it.
fn of_heading(heading: &Heading, style: Style) -> Option<(Moment, Grain)> {
    let whole = heading.parts.concat();
    let last = heading.parts.last()?;
    let found = parse(&whole, style).or_else(|| parse(last, style))?;
    Some((found.moment, found.grain))
}

/// A number column beside the measures whose name says that it adds them up.
fn is_named_sum(column: &Column) -> bool {
    let name = column.name.to_lowercase();
    let named = ["計", "平均", "total", "sum", "average"].iter().any(|word| name.ends_with(word));
    named && column.kind == ColumnType::Number
}

/// Rows that measure different things: sales, visitors, prices.
fn rows_are_measures(columns: &[Column], measures: &[usize]) -> bool {
    let Some(crate::typing::Data::Texts(codes, levels)) =
        columns.iter().enumerate().find_map(|(i, c)| (!measures.contains(&i)).then_some(&c.data))
    else {
        return false;
    };
    let labels: Vec<&str> = codes.iter().map(|c| levels.get(*c)).collect();
    if labels.is_empty() || labels.len() > 30 || columns.len() - measures.len() > 1 {
        return false;
    }
    let measured = labels.iter().filter(|l| MEASURES.iter().any(|word| l.to_lowercase().contains(word))).count();
    measured * 2 > labels.len()
}

/// Words for things that are measured.
const MEASURES: [&str; 36] = [
    "売上",
    "客数",
    "客単価",
    "単価",
    "数量",
    "金額",
    "件数",
    "個数",
    "点数",
    "来店",
    "来客",
    "利益",
    "粗利",
    "原価",
    "費用",
    "経費",
    "人数",
    "気温",
    "湿度",
    "降水",
    "在庫",
    "受注",
    "出荷",
    "仕入",
    "注文",
    "販売",
    "率",
    "時間",
    "sales",
    "visitors",
    "price",
    "cost",
    "profit",
    "orders",
    "quantity",
    "revenue",
];

/// One date column and numbers of one kind beside it: one of them adds the others up, or their names are places.
fn series(columns: &[Column]) -> Option<Wide> {
    let of = |kind: ColumnType| columns.iter().filter(move |c| c.kind == kind).count();
    let others = columns.len() - of(ColumnType::Date) - of(ColumnType::Number);
    if of(ColumnType::Date) != 1 || others > 0 {
        return None;
    }
    let sum = sums::find(columns);
    let sums: Vec<usize> = sum.iter().map(|s| s.column).collect();
    let measures: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(i, c)| c.kind == ColumnType::Number && !sums.contains(i))
        .map(|(i, _)| i)
        .collect();
    let places = measures.iter().filter(|i| is_place(&columns[**i].name)).count();
    let units = measures.iter().all(|i| columns[*i].unit == columns[measures[0]].unit);
    if measures.len() < LEAST_SERIES || !units || (sum.is_none() && places < measures.len()) {
        return None;
    }
    let labels = measures.iter().map(|i| columns[*i].name.clone()).collect();
    let year = YearSource::Cells;
    Some(Wide { measures, labels, sums, grain: None, year, first_year: None, turned: false, plain: false })
}

/// A name of a prefecture, town or shop.
pub fn is_place(name: &str) -> bool {
    ["都", "道", "府", "県", "市", "区", "町", "村", "店", "支店", "営業所", "工場"]
        .iter()
        .any(|end| name.ends_with(end))
}
