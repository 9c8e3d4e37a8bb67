//! Sheets as CSV that spreadsheet programs open right and cannot be tricked by.
//!
//! Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"); numbers do not, so
//! that -5 stays -5.

use sanpo_api::Grain;
use sanpo_table::iso;
use sanpo_tasks::{OutCell, Sheet};

/// Significant digits of calculated numbers.
const DIGITS: usize = 10;

/// The sheet as CSV text with CRLF line ends.
pub fn write(sheet: Sheet) -> String {
    let mut text = String::new();
    line(&mut text, sheet.header.into_iter().map(OutCell::Text));
    for row in sheet.rows {
        line(&mut text, row.into_iter());
    }
    text
}

fn line(out: &mut String, cells: impl Iterator<Item = OutCell>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(',');
        }
        match cell {
            OutCell::Empty => {}
            OutCell::Number(value) | OutCell::Share(value) => out.push_str(&number(value)),
            // Spreadsheet programs know no numbers of weeks: the first day of one is a date to them.
            OutCell::Time(moment, Grain::Week) => out.push_str(&iso(moment, Grain::Day)),
            OutCell::Time(moment, grain) => out.push_str(&iso(moment, grain)),
            OutCell::Text(text) | OutCell::Own(text, _) => quoted(out, &text),
        }
    }
    out.push_str("\r\n");
}

/// A number with at most [`DIGITS`] significant digits, never in exponent form for everyday sizes.
pub fn number(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return "0".to_owned();
    }
    let short: f64 = format!("{value:.*e}", DIGITS - 1).parse().unwrap_or(value);
    let size = short.abs();
    if (1e-15..1e15).contains(&size) { format!("{short}") } else { format!("{short:e}") }
}

fn quoted(out: &mut String, text: &str) {
    let guard = if is_formula(text) { "'" } else { "" };
    if text.contains(['"', ',', '\n', '\r']) {
        out.push('"');
        out.push_str(guard);
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(guard);
        out.push_str(text);
    }
}

/// Whether a spreadsheet would calculate the text: it starts like a formula and is not just a number.
fn is_formula(text: &str) -> bool {
    let starts = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let bare: String = text.chars().filter(|c| *c != ',').collect();
    let number = bare.parse::<f64>().is_ok_and(f64::is_finite);
    // A lone dash means "no value" in office files.
    starts && !number && text.chars().count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: Vec<OutCell>) -> String {
        let header = vec!["名前".to_owned()];
        write(Sheet { stem: "x", header, rows: Box::new(std::iter::once(cells)) })
    }

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        let text = |t: &str| OutCell::Text(t.to_owned());
        let cells = vec![text("=1+1"), text("-5"), text("-"), text("@SUM(A1)"), text("+81-3"), text("-1,234")];
        assert_eq!(written(cells), "名前\r\n'=1+1,-5,-,'@SUM(A1),'+81-3,\"-1,234\"\r\n");
    }

    #[test]
    fn quotes_commas_and_line_breaks_survive() {
        let cells = vec![OutCell::Text("a \"b\", c\nd".into()), OutCell::Empty, OutCell::Number(0.1 + 0.2)];
        assert_eq!(written(cells), "名前\r\n\"a \"\"b\"\", c\nd\",,0.3\r\n");
    }

    #[test]
    fn a_week_is_written_as_its_first_day() {
        let week = |grain| OutCell::Time(sanpo_api::Moment(1_696_204_800), grain);
        assert_eq!(written(vec![week(Grain::Week), week(Grain::Month)]), "名前\r\n2023-10-02,2023-10\r\n");
    }

    #[test]
    fn numbers_keep_ten_digits() {
        assert_eq!(number(1234.5678901234), "1234.56789");
        assert_eq!(number(-0.0), "0");
        assert_eq!(number(1e300), "1e300");
        assert_eq!(number(2.0 / 3.0), "0.6666666667");
    }
}
