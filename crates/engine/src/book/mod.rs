//! Results as an Excel workbook: first a summary, then the results with the person's own columns, then a sheet for each block of
//! the report, with a drawing where the screen has one. Typed cells, headings that stay in view and filter, sheets that print on
//! A4, no formulas.
//!
//! The bytes depend on the result alone: the time of writing that a workbook carries is left at a fixed day.

mod blocks;
mod cells;
mod drawing;
mod lines;
mod look;
mod name;
mod parts;
mod print;
mod sheets;
mod summary;
mod trials;

use rust_xlsxwriter::XlsxError;
use sanpo_api::{
    BookWord, Grain, Label, LabelCode, Lang, Moment, NumberFormat, Phrase, Problem, Report, Role, SheetName, Words,
};
use sanpo_table::Table;
use sanpo_tasks::{OutCell, Sheet};

use drawing::Drawing;
use sheets::Book;

/// Whose words a workbook is written in.
pub struct In<'a> {
    /// The language.
    pub lang: Lang,
    /// The words.
    pub words: &'a dyn Words,
}

impl In<'_> {
    fn code(&self, code: LabelCode) -> String {
        self.words.label(self.lang, &Label::Code(code))
    }

    fn label(&self, label: &Label) -> String {
        self.words.label(self.lang, label)
    }

    fn says(&self, phrase: &Phrase) -> String {
        self.words.phrase(self.lang, phrase)
    }

    fn book(&self, word: BookWord) -> String {
        self.words.book(self.lang, &word)
    }
}

/// The file that a result is of.
pub struct Source<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its data rows; not known of another file that was predicted.
    pub rows: Option<usize>,
    /// The first and the last moment of its dates, where it has any.
    pub period: Option<(Moment, Moment, Grain)>,
}

impl<'a> Source<'a> {
    /// The table's file, or the other file that was predicted from it.
    pub fn of(table: &'a Table, applied: Option<&'a str>) -> Self {
        if let Some(name) = applied {
            return Self { name, rows: None, period: None };
        }
        let profile = table.profile();
        let dates = profile.columns.iter().find(|column| column.role == Some(Role::Time));
        let period = dates.and_then(|dates| {
            let moment = |secs: f64| Moment(secs as i64);
            Some((moment(dates.min?), moment(dates.max?), dates.grain.unwrap_or(Grain::Day)))
        });
        Self { name: &profile.file.name, rows: Some(table.rows()), period }
    }
}

/// Rows with a heading, and the sheet that they go to.
struct Page<'a> {
    name: SheetName,
    /// What the sheet shows; empty for the results themselves.
    says: String,
    header: Vec<String>,
    /// How the numbers of each column are written; columns without an entry are plain.
    formats: Vec<NumberFormat>,
    /// The column from which on all count the same thing.
    alike_from: usize,
    rows: Box<dyn Iterator<Item = Vec<OutCell>> + 'a>,
    /// What stands below the rows; empty for most.
    remark: String,
    /// Whether the rows can be filtered.
    is_list: bool,
    drawings: Vec<Drawing>,
}

impl<'a> Page<'a> {
    /// A page of plain numbers without a drawing.
    fn new(
        name: SheetName,
        says: String,
        header: Vec<String>,
        rows: impl IntoIterator<Item = Vec<OutCell>, IntoIter: 'a>,
    ) -> Self {
        let rows = Box::new(rows.into_iter());
        Self {
            name,
            says,
            header,
            formats: vec![],
            alike_from: usize::MAX,
            rows,
            remark: String::new(),
            is_list: true,
            drawings: vec![],
        }
    }

    /// How the numbers of a column are written.
    fn format(&self, column: usize) -> &NumberFormat {
        const PLAIN: &NumberFormat = &NumberFormat::Plain { unit: None };
        self.formats.get(column).unwrap_or(PLAIN)
    }

    /// Whether two columns count the same thing, by their unit or by what the page is: they have the same decimals.
    fn alike(&self, column: usize, other: usize) -> bool {
        let format = self.format(column);
        let unit = matches!(format, NumberFormat::Plain { unit: Some(_) });
        column == other || column.min(other) >= self.alike_from || unit && format == self.format(other)
    }

    /// The same with all columns from the `first` on in one format.
    fn formatted(mut self, first: usize, format: &NumberFormat) -> Self {
        self.formats = vec![NumberFormat::Plain { unit: None }; first];
        self.formats.resize(self.header.len().max(first), format.clone());
        self.alike_from = first;
        self
    }
}

/// The bytes of a workbook with the result's rows and, where a report is given, with what it shows. Fails: `TooManyCells`.
pub fn write(source: &Source, sheet: Sheet, report: Option<&Report>, into: &In) -> Result<Vec<u8>, Problem> {
    let mut book = Book::new(source.name)?;
    // Its name is the first to be taken, its place the first of all.
    let summary = report.map(|_| book.reserve(&SheetName::Summary, into));
    let says = into.book(BookWord::ResultsSay);
    let mut contents = vec![book.add(Page::new(SheetName::Results, says, sheet.header, sheet.rows), into)?];
    if let Some((report, name)) = report.zip(summary) {
        for page in blocks::pages(report, into) {
            contents.push(book.add(page, into)?);
        }
        let first = summary::sheet(&name, source, report, &contents, book.picture(), into);
        book.put_first(first.map_err(|error| internal(&error))?);
    }
    book.bytes()
}

fn internal(error: &XlsxError) -> Problem {
    // The kind alone: the text of an error may hold a name of the person's.
    let kind = format!("{error:?}");
    Problem::Internal { detail: kind.split(['(', ' ']).next().unwrap_or_default().to_owned() }
}
