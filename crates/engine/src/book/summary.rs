//! The first sheet: what the result is of and what it says, on one page, so that it can be handed on and understood a year later.

use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};
use sanpo_api::{BookWord, Report, SheetName};

use super::drawing::{self, Drawing};
use super::print::{self, Extent};
use super::{In, Source, cells, look};

/// Width of the sentences, in digits; longer ones go on below.
const WIDTH: f64 = 90.0;
/// Size of the title in points.
const TITLE: f64 = 16.0;

/// The sheet: the answer in words, the grade, the file, the version, the first drawing, and what each of the other sheets shows.
pub fn sheet(
    name: &str,
    source: &Source,
    report: &Report,
    contents: &[(String, String)],
    picture: Option<&(Drawing, String)>,
    into: &In,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?.set_default_row_height(cells::LINE);
    let title = Format::new().set_bold().set_font_size(TITLE);
    let heading = look::heading(false);
    sheet.write_string_with_format(0, 0, into.book(BookWord::Sheet(SheetName::Summary)), &title)?;
    sheet.set_row_height(0, 1.5 * cells::LINE)?;
    let mut row = 0;
    let mut widest = 0;
    for (words, says) in rows(source, report, into) {
        row += 1;
        widest = widest.max(cells::width(&words));
        sheet.write_string_with_format(row, 0, cells::cut(&words), &heading)?;
        sentence(&mut sheet, row, &says)?;
    }
    if let Some((picture, of)) = picture {
        picture.put(&mut sheet, of, row + 2, 0)?;
        row += drawing::row(1);
    }
    row += 2;
    sheet.write_string_with_format(row, 0, into.book(BookWord::Contents), &heading)?;
    sheet.write_blank(row, 1, &heading)?;
    for (other, says) in contents {
        row += 1;
        widest = widest.max(cells::width(other));
        sheet.write_url_with_text(row, 0, Url::new(link(other)), other)?;
        sentence(&mut sheet, row, says)?;
    }
    let widths = [cells::column_width(widest), WIDTH];
    for (column, width) in (0u16..).zip(widths) {
        sheet.set_column_width(column, width)?;
    }
    let extent = Extent { rows: row + 1, width: 0.0, drawings: (0, 0) };
    print::set_up(&mut sheet, source.name, &extent)?;
    sheet.set_print_fit_to_pages(1, 1).set_print_gridlines(false);
    Ok(sheet)
}

/// Writes a sentence beside its heading, in as many lines as it takes.
fn sentence(sheet: &mut Worksheet, row: u32, says: &str) -> Result<(), XlsxError> {
    let wrapped = look::plain().set_text_wrap();
    sheet.write_string_with_format(row, 1, cells::cut(says), &wrapped)?;
    if let Some(height) = cells::height([(says, WIDTH)].into_iter()) {
        sheet.set_row_height(row, height)?;
    }
    Ok(())
}

/// The place of a sheet within the workbook; a quotation mark in its name is written twice.
fn link(sheet: &str) -> String {
    format!("internal:'{}'!A1", sheet.replace('\'', "''"))
}

fn rows(source: &Source, report: &Report, into: &In) -> Vec<(String, String)> {
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
    rows
}
