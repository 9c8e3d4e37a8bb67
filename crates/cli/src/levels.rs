//! Keeps only the ranges that were asked for in a written forecast.

use std::path::Path;

use sanpo_api::Problem;

use crate::task::file_problem;

/// Levels that the engine gives.
pub const ALL: [&str; 2] = ["80", "95"];

const BOM: &[u8] = "\u{feff}".as_bytes();

/// Drops the `lower_` and `upper_` columns of the other levels from the file.
pub fn keep(out: &Path, levels: &[String]) -> Result<(), Problem> {
    if ALL.iter().all(|level| levels.iter().any(|l| l == level)) {
        return Ok(());
    }
    let text = std::fs::read(out).map_err(|e| file_problem(out, &e))?;
    let kept = columns_of(&text, levels).map_err(|e| file_problem(out, &std::io::Error::other(e)))?;
    std::fs::write(out, kept).map_err(|e| file_problem(out, &e))
}

fn columns_of(text: &[u8], levels: &[String]) -> Result<Vec<u8>, csv::Error> {
    // The reader drops the byte order mark that Excel needs.
    let mark = if text.starts_with(BOM) { BOM } else { &[] };
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(mark.to_vec());
    let mut keep: Vec<bool> = Vec::new();
    for record in reader.records() {
        let record = record?;
        if keep.is_empty() {
            let level = |name: &str| name.rsplit_once('_').map(|(_, level)| level.to_owned());
            let wanted = |name: &str| level(name).is_none_or(|l| levels.contains(&l));
            keep = record.iter().map(wanted).collect();
        }
        writer.write_record(record.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(cell, _)| cell))?;
    }
    writer.into_inner().map_err(|e| e.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_level_is_gone_and_the_rest_stays() {
        let text = "series,time,forecast,lower_80,upper_80,lower_95,upper_95,model\r\n\"a,b\",2024,1,2,3,4,5,ets\r\n";
        let kept = columns_of(text.as_bytes(), &["95".to_owned()]).unwrap();
        let want = "series,time,forecast,lower_95,upper_95,model\r\n\"a,b\",2024,1,4,5,ets\r\n";
        assert_eq!(String::from_utf8(kept).unwrap(), want);
    }
}
