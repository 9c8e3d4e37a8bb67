//! A cell of an OpenDocument spreadsheet: its value in attributes, what the person sees in paragraphs.

use quick_xml::events::BytesStart;

use super::super::format::{DateParts, Shape, affixed};
use super::super::value;
use super::{attribute, repeats};
use crate::cells::number;
use crate::records::CELL_BYTES;

/// What a cell holds, as far as it was read.
pub struct Cell {
    kind: String,
    /// The number, date, time or truth value.
    value: Option<String>,
    currency: String,
    /// The paragraphs.
    shown: String,
    paragraphs: usize,
    /// Depth inside notes and phonetic guides, which are not the cell's own text.
    aside: usize,
    /// Depth inside paragraphs.
    inside: usize,
    /// How often the cell stands side by side.
    pub repeats: u32,
    /// Rows of a merged cell.
    pub rows_spanned: u32,
}

impl Cell {
    /// Starts with the attributes of a cell.
    pub fn new(element: &BytesStart) -> Self {
        let error = attribute_of(element, "calcext:value-type").is_some_and(|kind| kind == "error");
        let kind = if error { None } else { attribute_of(element, "office:value-type") };
        // What lies under a merged cell is not seen.
        let covered = element.local_name().as_ref() == "covered-table-cell";
        let value = ["value", "date-value", "time-value", "boolean-value", "string-value"];
        Self {
            kind: kind.unwrap_or_default(),
            value: value.into_iter().find_map(|name| attribute(element, name)).filter(|_| !error && !covered),
            currency: attribute(element, "currency").unwrap_or_default(),
            shown: String::new(),
            paragraphs: 0,
            aside: usize::from(covered),
            inside: 0,
            repeats: repeats(element, "number-columns-repeated"),
            rows_spanned: repeats(element, "number-rows-spanned"),
        }
    }

    /// An element inside the cell begins.
    pub fn start(&mut self, name: &str, element: &BytesStart) {
        match name {
            "annotation" | "ruby-text" | "shape" | "frame" => self.aside += 1,
            _ if self.aside > 0 => {}
            "p" | "h" => {
                self.inside += 1;
                self.paragraphs += 1;
                if self.paragraphs > 1 {
                    self.text("\n");
                }
            }
            "s" => {
                let count = attribute(element, "c").and_then(|c| c.parse::<usize>().ok()).unwrap_or(1);
                self.text(&" ".repeat(count.clamp(1, 1000)));
            }
            "tab" => self.text("\t"),
            "line-break" => self.text("\n"),
            _ => {}
        }
    }

    /// An element inside the cell ends.
    pub fn end(&mut self, name: &str) {
        match name {
            "annotation" | "ruby-text" | "shape" | "frame" => self.aside = self.aside.saturating_sub(1),
            "p" | "h" if self.aside == 0 => self.inside = self.inside.saturating_sub(1),
            _ => {}
        }
    }

    /// Text inside the cell.
    pub fn text(&mut self, text: &str) {
        if self.aside == 0 && self.inside > 0 && self.shown.len() <= CELL_BYTES {
            self.shown += text;
        }
    }

    /// The cell in text; empty where there is nothing.
    pub fn value(&self) -> String {
        let mut out = String::new();
        let value = self.value.as_deref();
        match (self.kind.as_str(), value, value.and_then(|v| v.trim().parse::<f64>().ok())) {
            ("float", _, Some(number)) => self.number(&mut out, number),
            ("percentage", _, Some(number)) => value::write(&mut out, number, &Shape::Percent, false),
            ("currency", _, Some(number)) => self.money(&mut out, number),
            ("date", Some(date), _) if self.shows_month() && date.len() >= 10 && date.is_ascii() => out += &date[..7],
            ("date", Some(date), _) => value::iso(&mut out, date),
            ("time", Some(time), _) => self.time(&mut out, time),
            ("boolean", Some(truth), _) => out += if truth.eq_ignore_ascii_case("true") { "TRUE" } else { "FALSE" },
            ("string", Some(text), _) if self.shown.is_empty() => out += text,
            _ => out += &self.shown,
        }
        out
    }

    /// A number with the zeros or the unit that it is shown with, if they belong to it.
    fn number(&self, out: &mut String, number: f64) {
        let shown = self.shown.trim();
        let zeros = shown.len() > 1 && shown.starts_with('0') && shown.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
        if zeros && digits.parse::<f64>() == Ok(number) {
            *out += shown;
            return;
        }
        let digit = |c: char| c.is_ascii_digit();
        let shape = match (shown.find(digit), shown.rfind(digit)) {
            (Some(first), Some(last)) => {
                affixed(shown[..first].trim_start_matches('-').trim(), shown[last + 1..].trim())
            }
            _ => Shape::Plain,
        };
        // A scale in the format shows another number than the cell holds.
        let same = number::parse(shown, false).is_some_and(|n| (n.value - number).abs() <= 0.5 + number.abs() * 1e-6);
        let calendar = matches!(&shape, Shape::Affixed { suffix, .. } if suffix.starts_with(['年', '月']));
        value::write(out, number, if same || calendar { &shape } else { &Shape::Plain }, false);
    }

    fn money(&self, out: &mut String, number: f64) {
        let prefix = match self.currency.as_str() {
            "JPY" => "¥",
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            _ => return self.number(out, number),
        };
        value::write(out, number, &affixed(prefix, ""), false);
    }

    /// Whether a date is shown by its year and month only.
    fn shows_month(&self) -> bool {
        let mut numbers = self.shown.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty());
        let first_two = (numbers.next(), numbers.next());
        matches!(first_two, (Some(year), Some(month)) if year.len() == 4 && month.len() <= 2)
            && numbers.next().is_none()
    }

    /// `PT09H30M00S`: a time of day, or elapsed time.
    fn time(&self, out: &mut String, time: &str) {
        let Some(secs) = seconds(time) else {
            *out += &self.shown;
            return;
        };
        let parts = DateParts { time: true, ..DateParts::default() };
        let long = secs >= 86_400.0 && !self.shown.contains("日");
        let shape = if long { Shape::Duration } else { Shape::Date(parts) };
        value::write(out, secs / 86_400.0, &shape, false);
    }
}

fn attribute_of(element: &BytesStart, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|a| a.key.as_ref() == name)?;
    Some(found.value.into_owned())
}

/// Seconds of an ISO duration of hours, minutes and seconds.
fn seconds(text: &str) -> Option<f64> {
    let rest = text.strip_prefix("PT")?;
    let (mut sum, mut digits) = (0.0, String::new());
    for c in rest.chars() {
        let unit = match c {
            'H' => 3600.0,
            'M' => 60.0,
            'S' => 1.0,
            _ => {
                digits.push(if c == ',' { '.' } else { c });
                continue;
            }
        };
        sum += unit * digits.parse::<f64>().ok()?;
        digits.clear();
    }
    (0.0..1e12).contains(&sum).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(attributes: &str, shown: &str, expected: &str) {
        let element = BytesStart::from_content(format!("table:table-cell {attributes}"), "table:table-cell".len());
        let mut cell = Cell::new(&element);
        let paragraph = BytesStart::new("text:p");
        cell.start("p", &paragraph);
        cell.text(shown);
        cell.end("p");
        assert_eq!(cell.value(), expected, "{attributes} {shown}");
    }

    #[test]
    fn values_as_shown() {
        check("office:value-type=\"float\" office:value=\"1234.5\"", "1,235", "1234.5");
        check("office:value-type=\"float\" office:value=\"5000\"", "5,000円", "5000円");
        check("office:value-type=\"float\" office:value=\"5000000\"", "5,000千円", "5000000");
        check("office:value-type=\"float\" office:value=\"-300\"", "-¥300", "-¥300");
        check("office:value-type=\"float\" office:value=\"12\"", "00012", "00012");
        check("office:value-type=\"float\" office:value=\"4\"", "4月", "4月");
        check("office:value-type=\"percentage\" office:value=\"0.059\"", "6%", "5.9%");
        check("office:value-type=\"currency\" office:currency=\"JPY\" office:value=\"80\"", "¥80", "¥80");
        check("office:value-type=\"date\" office:date-value=\"2024-04-01\"", "4月1日", "2024-04-01");
        check("office:value-type=\"date\" office:date-value=\"2024-04-01\"", "2024年4月", "2024-04");
        check("office:value-type=\"date\" office:date-value=\"2024-04-01T09:30:00\"", "", "2024-04-01 09:30:00");
        check("office:value-type=\"time\" office:time-value=\"PT09H30M00S\"", "9:30", "09:30");
        check("office:value-type=\"time\" office:time-value=\"PT30H00M00S\"", "30:00", "30h");
        check("office:value-type=\"boolean\" office:boolean-value=\"true\"", "TRUE", "TRUE");
        check(
            "office:value-type=\"string\" calcext:value-type=\"error\" office:string-value=\"\"",
            "#DIV/0!",
            "#DIV/0!",
        );
        check("office:value-type=\"string\"", "渋谷", "渋谷");
    }
}
