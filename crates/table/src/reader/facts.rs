//! What the first screen says of the file itself.

use sanpo_api::{EncodingView, FileFacts, Format};

use super::Source;
use crate::extent::Extent;
use crate::layout::Draft;
use crate::records::Splitter;
use crate::{decode, profile};

/// Cells of the row of names that the question about the encoding shows.
const VIEW_CELLS: usize = 6;

/// All of it.
pub fn facts(name: &str, bytes: &[u8], source: &Source, draft: &Draft) -> FileFacts {
    let delimiter = char::from(source.dialect.delimiter);
    let text = source.format == Format::Csv;
    FileFacts {
        name: name.to_owned(),
        size_bytes: bytes.len() as u64,
        format: source.format,
        encoding: source.reading.encoding.to_owned(),
        encodings: if text { encodings(bytes, source, &draft.extent) } else { Vec::new() },
        sheet: source.sheet.clone(),
        delimiter: text.then_some(delimiter),
        header_row: draft.extent.header_row,
        header_rows: draft.extent.header_rows,
        data_rows: draft.extent.starts.len(),
        not_data: draft.extent.not_data.clone(),
    }
}

/// What each possible encoding makes of the row of names.
fn encodings(bytes: &[u8], source: &Source, extent: &Extent) -> Vec<EncodingView> {
    let wanted = extent.header_row.unwrap_or(0);
    let view = |(name, text): (&str, String)| {
        let splitter = Splitter::new(&text, source.dialect.delimiter);
        let (mut at, mut fields) = (0, Vec::new());
        for _ in 0..=wanted {
            at = splitter.record(at, &mut fields)?;
        }
        let cells = fields.iter().take(VIEW_CELLS).map(|f| profile::harmless(f.text(&text).trim())).collect();
        Some(EncodingView { name: name.to_owned(), cells })
    };
    decode::beginnings(bytes, source.reading.encoding).into_iter().filter_map(view).collect()
}
