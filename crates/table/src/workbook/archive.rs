//! The zip archive around a workbook: what it holds, and that it stays within bounds when it is unpacked.
//!
//! The sizes that a zip directory declares can lie, and calamine unpacks without a limit. So every packed entry is unpacked once
//! here and only counted; nothing is kept.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use sanpo_api::{Format, Problem};
use zip::{CompressionMethod, ZipArchive};

/// All entries together may unpack to this much.
const INFLATED_LIMIT_BYTES: u64 = 512 << 20;

/// Beyond this size an archive must not be packed more than [`RATIO`] times.
const SMALL_BYTES: u64 = 16 << 20;
const RATIO: u64 = 200;

/// Most entries of an archive.
const LIMIT_ENTRIES: usize = 20_000;

/// Most different texts of a workbook.
const LIMIT_STRINGS: u64 = 8 << 20;

/// Styles are copied once for each cell format: their number times the longest one is held to this.
const STYLE_BYTES: usize = 256 << 20;

/// A zip archive in memory.
pub type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What a zip archive was found to be.
pub struct Archive<'a> {
    /// The opened archive.
    pub zip: Zip<'a>,
    /// Some part names merged cells.
    pub has_merges: bool,
}

/// The kind of workbook that a zip archive holds; `None` where it holds something else or cannot be opened.
///
/// Fails: `ExcelWorkbook` for the binary kind (`.xlsb`), which is not read.
pub fn kind(bytes: &[u8]) -> Result<Option<Format>, Problem> {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return Ok(None) };
    let has = |wanted: &str| zip.file_names().flatten().any(|name| name.to_ascii_lowercase().ends_with(wanted));
    if has("xl/workbook.bin") {
        return Err(Problem::ExcelWorkbook);
    }
    if has("xl/workbook.xml") || (has("/workbook.xml") && has("[content_types].xml")) {
        return Ok(Some(Format::Xlsx));
    }
    let mut kind = String::new();
    if let Ok(entry) = zip.by_name("mimetype") {
        // What is no text is no mimetype: the kind stays unknown.
        let _ = entry.take(100).read_to_string(&mut kind);
    }
    Ok(kind.trim().starts_with("application/vnd.oasis.opendocument.spreadsheet").then_some(Format::Ods))
}

/// Opens an archive whose entries stay within bounds. `damaged` is what a broken one is called.
///
/// Fails: `TooBig`, `damaged`.
pub fn open<'a>(bytes: &'a [u8], damaged: &Problem) -> Result<Archive<'a>, Problem> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged.clone())?;
    if zip.len() > LIMIT_ENTRIES {
        return Err(damaged.clone());
    }
    let mut meter = Meter { packed: bytes.len() as u64, inflated: 0, has_merges: false };
    // Honest bombs are refused before anything is unpacked.
    let declared: u128 = (0..zip.len()).filter_map(|at| zip.by_index_raw(at).ok().map(|e| u128::from(e.size()))).sum();
    meter.check(u64::try_from(declared).unwrap_or(u64::MAX))?;
    for at in 0..zip.len() {
        if zip.by_index_raw(at).is_ok_and(|entry| entry.encrypted()) {
            return Err(Problem::PasswordProtected);
        }
        // What cannot be opened here cannot be opened by a reader either.
        let Ok(entry) = zip.by_index(at) else { continue };
        // A stored entry cannot grow.
        if entry.compression() != CompressionMethod::Stored || entry.name().is_ok_and(|name| name.ends_with(".xml")) {
            meter.count(entry)?;
        }
    }
    guard(&mut zip).ok_or_else(|| damaged.clone())?;
    Ok(Archive { zip, has_merges: meter.has_merges })
}

/// Counts unpacked bytes.
struct Meter {
    packed: u64,
    inflated: u64,
    has_merges: bool,
}

impl Meter {
    /// Unpacks an entry, keeping nothing. One that breaks off counts as far as it came: its reader will say what is wrong.
    fn count(&mut self, mut entry: impl Read) -> Result<(), Problem> {
        const MARK: &[u8] = b"mergeCell ";
        let mut chunk = vec![0; 64 << 10];
        let mut kept = 0;
        while let Ok(read @ 1..) = entry.read(&mut chunk[kept..]) {
            self.check(self.inflated + read as u64)?;
            self.inflated += read as u64;
            let end = kept + read;
            self.has_merges = self.has_merges || memchr::memmem::find(&chunk[..end], MARK).is_some();
            // The end of a chunk stays, for a mark across the border.
            kept = end.min(MARK.len() - 1);
            chunk.copy_within(end - kept..end, 0);
        }
        Ok(())
    }

    fn check(&self, inflated: u64) -> Result<(), Problem> {
        let beyond = inflated > SMALL_BYTES && inflated / self.packed.max(1) > RATIO;
        match beyond || inflated > INFLATED_LIMIT_BYTES {
            true => Err(Problem::TooBig { size_bytes: inflated, limit_bytes: INFLATED_LIMIT_BYTES }),
            false => Ok(()),
        }
    }
}

/// Parts that would make calamine ask for memory that the file does not justify; `None` if there is one.
fn guard(zip: &mut Zip) -> Option<()> {
    for at in 0..zip.len() {
        let Ok(entry) = zip.by_index(at) else { continue };
        let Ok(name) = entry.name().map(|name| name.to_ascii_lowercase()) else { continue };
        if name.ends_with("sharedstrings.xml") {
            honest_count(entry)?;
        } else if name.ends_with("styles.xml") {
            modest_styles(entry)?;
        }
    }
    Some(())
}

/// A table of strings reserves room for as many as it declares.
fn honest_count(part: impl Read) -> Option<()> {
    let mut xml = reader(part);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(e)) if e.local_name().as_ref() == "sst" => {
                let modest = |count: &str| count.trim().parse::<u64>().is_ok_and(|count| count <= LIMIT_STRINGS);
                let mut all = e.attributes();
                let mut counts = all.with_checks(false).flatten().filter(|a| a.key.as_ref().ends_with("uniqueCount"));
                return counts.all(|a| modest(&a.value)).then_some(());
            }
            // What is broken will be named by the reader itself.
            Ok(Event::Eof) | Err(_) => return Some(()),
            Ok(_) => {}
        }
    }
}

/// The longest entry of the styles times their number stays within bounds.
fn modest_styles(part: impl Read) -> Option<()> {
    let mut xml = reader(part);
    let mut buffer = Vec::new();
    let (mut count, mut longest) = (0usize, 0usize);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(e)) => {
                count += 1;
                longest = longest.max(e.len());
            }
            Ok(Event::Eof) | Err(_) => return (count.saturating_mul(longest) <= STYLE_BYTES).then_some(()),
            Ok(_) => {}
        }
    }
}

/// An XML reader that takes what office programs write; empty elements come as a start and an end.
pub fn reader<R: Read>(part: R) -> Reader<BufReader<R>> {
    let mut xml = Reader::from_reader(BufReader::new(part));
    let config = xml.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    xml
}

/// The value of an attribute, looked up without its namespace.
pub fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}
