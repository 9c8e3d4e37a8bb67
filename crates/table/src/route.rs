//! What kind of file is this? Decided by its bytes, never by its name.

use sanpo_api::{Format, LIMIT_BYTES, Problem};

use crate::workbook;

/// How a file is read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// As delimited text.
    Text,
    /// As a workbook of this format.
    Book(Format),
}

/// Lets delimited text and workbooks through and names everything else.
///
/// Fails: `TooBig`, `EmptyFile`, `ExcelWorkbook`, `PasswordProtected`, `HtmlAsCsv`, `NotATable`, `BinaryNotCsv`.
pub fn find(bytes: &[u8]) -> Result<Route, Problem> {
    let size_bytes = bytes.len() as u64;
    if size_bytes > LIMIT_BYTES {
        return Err(Problem::TooBig { size_bytes, limit_bytes: LIMIT_BYTES });
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook::kind(bytes)?.map(Route::Book).ok_or_else(|| archive(bytes));
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return compound(bytes).map(Route::Book);
    }
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Problem::BinaryNotCsv { kind: (*kind).to_owned() });
    }
    if is_json(bytes) {
        return Err(Problem::NotATable);
    }
    if is_html(bytes) {
        return Err(Problem::HtmlAsCsv);
    }
    if bytes.iter().all(|b| b.is_ascii_whitespace() || matches!(b, 0 | 0x1A | 0xEF | 0xBB | 0xBF)) {
        return Err(Problem::EmptyFile);
    }
    match looks_binary(bytes) {
        true => Err(Problem::BinaryNotCsv { kind: "binary".to_owned() }),
        false => Ok(Route::Text),
    }
}

const MAGIC: [(&[u8], &str); 14] = [
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"\x1F\x8B", "gzip"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"Rar!", "RAR"),
    (b"PK\x05\x06", "ZIP"),
    (b"PAR1\x15", "Parquet"),
    (b"SQLite format 3", "SQLite"),
    (b"MZ\x90", "EXE"),
    (b"\x7FELF", "ELF"),
    (b"{\\rtf", "RTF"),
];

/// A zip archive that is no workbook that is read: a damaged one, another office file, or a plain archive. Entry names stand in
/// the bytes uncompressed.
fn archive(bytes: &[u8]) -> Problem {
    let has = |name: &str| contains(bytes, name.as_bytes());
    if has("xl/workbook") || (has("xl/") && has("[Content_Types].xml")) {
        return Problem::ExcelWorkbook;
    }
    let known = [("word/", "Word"), ("ppt/", "PowerPoint"), ("application/vnd.oasis", "OpenDocument")];
    let kind = known.iter().find(|(mark, _)| has(mark)).map_or("ZIP", |(_, kind)| kind);
    Problem::BinaryNotCsv { kind: kind.to_owned() }
}

/// An OLE container: an encrypted workbook or an old one. Stream names are UTF-16.
fn compound(bytes: &[u8]) -> Result<Format, Problem> {
    let has = |name: &str| contains(bytes, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
    if has("EncryptedPackage") || has("EncryptionInfo") {
        Err(Problem::PasswordProtected)
    } else if has("Workbook") || has("Book") {
        Ok(Format::Xls)
    } else {
        Err(Problem::BinaryNotCsv { kind: "OLE".to_owned() })
    }
}

/// Curly brackets and quoted names: data for programs, not a table.
fn is_json(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let inner = start.strip_prefix(b"[").unwrap_or(start).trim_ascii_start();
    inner.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}

fn is_html(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let head = start[..start.len().min(1000)].to_ascii_lowercase();
    let marks: [&[u8]; 4] = [b"<!doctype html", b"<html", b"<table", b"<head"];
    marks.iter().any(|m| head.starts_with(m)) || (head.starts_with(b"<?xml") && contains(&head, b"<html"))
}

/// Many control characters that no text has. UTF-16 has NULs in every other place, so NULs count only when they stand in both.
fn looks_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(1 << 16)];
    if sample.starts_with(b"\xFF\xFE") || sample.starts_with(b"\xFE\xFF") {
        return false;
    }
    let control = |b: u8| matches!(b, 1..=8 | 14..=25 | 28..=31 | 127);
    let odd = sample.iter().filter(|b| control(**b)).count();
    let nul = |phase: usize| sample.iter().skip(phase).step_by(2).filter(|b| **b == 0).count();
    let nuls = nul(0).min(nul(1));
    (odd + nuls) * 20 > sample.len()
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    memchr::memmem::find(bytes, needle).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_files_are_named() {
        let kind = |k: &str| Err(Problem::BinaryNotCsv { kind: k.into() });
        assert_eq!(find(b"%PDF-1.4 ..."), kind("PDF"));
        assert_eq!(find(b"PK\x03\x04......hello.txt"), kind("ZIP"));
        assert_eq!(find(b"PK\x03\x04[Content_Types].xml xl/worksheets"), Err(Problem::ExcelWorkbook));
        assert_eq!(find(b"  <!DOCTYPE html><html>"), Err(Problem::HtmlAsCsv));
        assert_eq!(find(b" \r\n\t\n"), Err(Problem::EmptyFile));
        assert_eq!(find(b""), Err(Problem::EmptyFile));
        assert_eq!(find(&[1, 2, 3, 0, 0, 0, 7, 8]), kind("binary"));
        assert_eq!(find(b"[\n {\"a\": 1}]"), Err(Problem::NotATable));
        assert_eq!(find(b"a,b\n1,2\n"), Ok(Route::Text));
    }

    #[test]
    fn a_password_is_recognised() {
        let mut bytes = b"\xD0\xCF\x11\xE0".to_vec();
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(find(&bytes), Err(Problem::PasswordProtected));
    }
}
