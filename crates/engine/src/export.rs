//! Results as files.

use encoding_rs::SHIFT_JIS;
use sanpo_api::{Event, ExportKind, FileFormat, PROJECT_ENDING, Problem, Report, TaskId};
use sanpo_tasks::Sheet;

use crate::{book, csv};

/// Longest file stem taken over from the user's file, in characters.
const MAX_STEM: usize = 60;

/// Media type of a workbook.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A sheet as a workbook named after the user's file, with the whole report where it is given. Fails where the sheet has more
/// cells than a workbook should hold.
pub fn workbook_file(
    source: &book::Source,
    sheet: Sheet,
    report: Option<&Report>,
    into: &book::In,
) -> Result<(Event, Vec<u8>), Problem> {
    let name = file_name(source.name, sheet.stem, "xlsx");
    let bytes = book::write(source, sheet, report, into)?;
    Ok((Event::File { name, mime: WORKBOOK.to_owned() }, bytes))
}

/// A sheet as a CSV file named after the user's file.
pub fn csv_file(source: &str, sheet: Sheet, kind: ExportKind, format: FileFormat) -> (Event, Vec<u8>) {
    // Saved one after the other into one folder, none takes the place of another.
    let variant = match (kind, format) {
        (ExportKind::Plain, _) => "_plain",
        (_, FileFormat::CsvShiftJis) => "_sjis",
        (_, FileFormat::Csv | FileFormat::Workbook) => "",
    };
    let name = file_name(source, &format!("{}{variant}", sheet.stem), "csv");
    let text = csv::write(sheet);
    let bytes = match format {
        // Characters that Shift_JIS lacks become numeric references: nothing is lost without a trace.
        // The wave dash has a twin there that looks the same.
        FileFormat::CsvShiftJis => SHIFT_JIS.encode(&text.replace('〜', "～")).0.into_owned(),
        FileFormat::Csv | FileFormat::Workbook => format!("\u{feff}{text}").into_bytes(),
    };
    (Event::File { name, mime: "text/csv".to_owned() }, bytes)
}

/// The event that announces a project named after the user's file.
pub fn project_event(source: &str, task: TaskId) -> Event {
    let stem = match task {
        TaskId::Forecast => "forecast",
        TaskId::Anomaly => "anomaly",
        TaskId::Segment => "segment",
        TaskId::Predict => "predict",
    };
    Event::File { name: file_name(source, stem, PROJECT_ENDING), mime: "application/octet-stream".to_owned() }
}

/// `売上.csv` and `forecast` make `売上_forecast.csv`; characters that file systems or readers trip over are left out.
fn file_name(source: &str, stem: &str, ending: &str) -> String {
    let base = source.rsplit_once('.').map_or(source, |(base, _)| base);
    let safe = |c: &char| !c.is_control() && !r#"/\:*?"<>|"#.contains(*c) && !('\u{202a}'..='\u{202e}').contains(c);
    let base: String = base.chars().filter(safe).take(MAX_STEM).collect();
    format!("{}_{stem}.{ending}", base.trim_matches([' ', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_safe() {
        assert_eq!(file_name("売上.csv", "forecast", "csv"), "売上_forecast.csv");
        assert_eq!(file_name("../a\u{202e}:b.tar.csv", "x", "csv"), "ab.tar_x.csv");
    }
}
