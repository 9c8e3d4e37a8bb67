//! Results as files.

use encoding_rs::SHIFT_JIS;
use sanpo_api::{Charset, Event};
use sanpo_tasks::Sheet;

use crate::csv;

/// Longest file stem taken over from the user's file, in characters.
const MAX_STEM: usize = 60;

/// A sheet as a CSV file named after the user's file.
pub fn file(source: &str, sheet: Sheet, charset: Charset) -> (Event, Vec<u8>) {
    let name = file_name(source, sheet.stem);
    let text = csv::write(sheet);
    let bytes = match charset {
        Charset::Utf8Bom => format!("\u{feff}{text}").into_bytes(),
        // Characters that Shift_JIS lacks become numeric references: nothing is lost without a trace.
        Charset::ShiftJis => SHIFT_JIS.encode(&text).0.into_owned(),
    };
    (Event::File { name, mime: "text/csv".to_owned() }, bytes)
}

/// `売上.csv` and `forecast` make `売上_forecast.csv`; characters that file systems or readers trip over are left out.
fn file_name(source: &str, stem: &str) -> String {
    let base = source.rsplit_once('.').map_or(source, |(base, _)| base);
    let safe = |c: &char| !c.is_control() && !r#"/\:*?"<>|"#.contains(*c) && !('\u{202a}'..='\u{202e}').contains(c);
    let base: String = base.chars().filter(safe).take(MAX_STEM).collect();
    format!("{}_{stem}.csv", base.trim_matches([' ', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_safe() {
        assert_eq!(file_name("売上.csv", "forecast"), "売上_forecast.csv");
        assert_eq!(file_name("../a\u{202e}:b.tar.csv", "x"), "ab.tar_x.csv");
    }
}
