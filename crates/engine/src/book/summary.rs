//! The first sheet: what the result is of and what it says, so that a saved workbook can be understood a year later.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};
use sanpo_api::{BookWord, Report, SheetName};

use super::{In, Source, cells};

/// Width of the sentences, in digits; longer ones go on below.
const WIDTH: f64 = 90.0;

/// The sheet: the answer in words, the grade, the file, the version, and what each of the other sheets shows.
pub fn sheet(
    name: &str,
    source: &Source,
    report: &Report,
    contents: &[(String, String)],
    into: &In,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    let bold = Format::new().set_bold().set_align(FormatAlign::Top);
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.write_string_with_format(0, 0, into.book(BookWord::Sheet(SheetName::Summary)), &bold)?;
    let mut widest = 0;
    for ((heading, says), row) in rows(source, report, contents, into).into_iter().zip(1u32..) {
        widest = widest.max(cells::width(&heading));
        sheet.write_string_with_format(row, 0, cells::cut(&heading), &bold)?;
        if !says.is_empty() {
            sheet.write_string_with_format(row, 1, cells::cut(&says), &wrapped)?;
        }
    }
    sheet.set_column_width(0, cells::column_width(widest))?;
    sheet.set_column_width(1, WIDTH)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(sheet)
}

fn rows(source: &Source, report: &Report, contents: &[(String, String)], into: &In) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    let mut put = |heading: BookWord, says: String| rows.push((into.book(heading), says));
    for phrase in &report.headline {
        put(BookWord::Answer, into.says(phrase));
    }
    if let Some(grade) = &report.grade {
        put(BookWord::Grade, into.book(BookWord::GradeSays(grade.letter)));
        put(BookWord::GradeReason, into.says(&grade.reason));
    }
    for phrase in &report.cautions {
        put(BookWord::Caution, into.says(phrase));
    }
    put(BookWord::Task, into.book(BookWord::TaskName(report.task)));
    put(BookWord::SourceFile, source.name.to_owned());
    if let Some(rows) = source.rows {
        put(BookWord::DataRows, into.book(BookWord::Rows(rows)));
    }
    if let Some((from, to, grain)) = source.period {
        put(BookWord::Period, into.book(BookWord::Span(from, to, grain)));
    }
    put(BookWord::Version, env!("CARGO_PKG_VERSION").to_owned());
    rows.push((String::new(), String::new()));
    rows.push((into.book(BookWord::Contents), String::new()));
    rows.extend(contents.iter().cloned());
    rows
}
