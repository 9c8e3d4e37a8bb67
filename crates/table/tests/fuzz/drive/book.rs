//! Workbooks: small ones of each kind, and what hostile ones do.

use super::Draw;
use super::compound;
use super::mutate;
use super::zip::{Entry, archive};

/// Parts of an archive before it is closed.
type Parts = Vec<(String, String)>;

fn parts(all: &[(&str, &str)]) -> Parts {
    all.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// A workbook with one sheet; `rows` and `extra` stand inside and behind its data.
fn xlsx(rows: &str, extra: &str, strings: &str) -> Parts {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const KIN: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACK: &str = "http://schemas.openxmlformats.org/package/2006";
    let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData>{extra}</worksheet>");
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{KIN}\"><sheets><sheet name=\"売上\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let kin = format!(
        "<Relationships xmlns=\"{PACK}/relationships\"><Relationship Id=\"r1\" Type=\"{KIN}/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let top = format!(
        "<Relationships xmlns=\"{PACK}/relationships\"><Relationship Id=\"r1\" Type=\"{KIN}/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let types = "<Types/>";
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    );
    let shared = format!("<sst xmlns=\"{MAIN}\">{strings}</sst>");
    parts(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", &top),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &kin),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/sharedStrings.xml", &shared),
        ("xl/styles.xml", &styles),
    ])
}

const ROWS: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
    <row r=\"2\"><c r=\"A2\" s=\"1\"><v>45383</v></c><c r=\"B2\"><v>12.5</v></c></row>\
    <row r=\"3\"><c r=\"A3\" s=\"1\"><v>45384</v></c><c r=\"B3\"><f>1+1</f><v>2</v></c></row>\
    <row r=\"4\"><c r=\"A4\" s=\"1\"><v>45385</v></c><c r=\"B4\" t=\"inlineStr\"><is><t>休</t></is></c></row>";

const STRINGS: &str = "<si><t>日付</t></si><si><r><t>売</t></r><r><t>上</t></r><rPh><t>ウ</t></rPh></si>";

/// An OpenDocument spreadsheet.
fn ods(rows: &str) -> Parts {
    const NAMES: &str = "xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:x=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
    let names = NAMES.replace(":o=", ":office=").replace(":t=", ":table=").replace(":x=", ":text=");
    let content = format!(
        "<office:document-content {names}><office:body><office:spreadsheet><table:table table:name=\"売上\">{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    parts(&[("mimetype", kind), ("content.xml", &content), ("META-INF/manifest.xml", manifest)])
}

const ODS_ROWS: &str = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>日付</text:p></table:table-cell>\
    <table:table-cell office:value-type=\"string\"><text:p>数</text:p></table:table-cell></table:table-row>\
    <table:table-row table:number-rows-repeated=\"3\"><table:table-cell office:value-type=\"date\" office:date-value=\"2024-04-01\"/>\
    <table:table-cell office:value-type=\"float\" office:value=\"5\"/></table:table-row>";

fn stored(parts: &Parts) -> Vec<u8> {
    archive(&parts.iter().map(|(name, text)| Entry::stored(name, text.as_bytes())).collect::<Vec<_>>())
}

/// One small workbook of each kind that is read, and each trick once.
pub fn plain() -> Vec<Vec<u8>> {
    let mut all = vec![stored(&xlsx(ROWS, "", STRINGS)), stored(&ods(ODS_ROWS)), old(0, None)];
    all.push(compound::container("EncryptedPackage", &[0; 16], None));
    all.extend((0..TRICKS).map(|trick| stored(&hostile(&mut Draw::new(7, trick as u64), trick))));
    all
}

fn old(rows: u16, links: Option<u32>) -> Vec<u8> {
    compound::container("Workbook", &compound::sheet_records("Sheet1", rows + 2), links)
}

/// Tricks that [`hostile`] knows.
const TRICKS: usize = 12;

/// A workbook that claims too much of something.
fn hostile(draw: &mut Draw, trick: usize) -> Parts {
    let many = draw.number().unsigned_abs();
    let far = draw.word(&["XFD1048576", "ZZZZ99999999", "A0", "1A", "", "A-1", "XFE1", "A4294967297"]);
    match trick {
        0 => xlsx(&format!("{ROWS}<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"), "", STRINGS),
        1 => xlsx(&format!("{ROWS}<row r=\"{many}\"><c r=\"{far}\"><v>1</v></c></row>"), "", STRINGS),
        2 => xlsx(&ROWS.replace("<v>0</v>", &format!("<v>{many}</v>")), "", STRINGS),
        3 => {
            xlsx(ROWS, "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"A2:A4\"/></mergeCells>", STRINGS)
        }
        4 => xlsx(
            ROWS,
            &format!("<mergeCells><mergeCell ref=\"B2:{far}\"/><mergeCell ref=\"{far}:A1\"/></mergeCells>"),
            STRINGS,
        ),
        5 => xlsx(&ROWS.replace("s=\"1\"", &format!("s=\"{many}\"")), "", STRINGS),
        6 => xlsx(&ROWS.replace("45383", &format!("{}e{}", draw.number(), draw.below(400))), "", STRINGS),
        7 => xlsx(ROWS, "", &format!("{}{STRINGS}", "<si>".repeat(40))),
        8 => {
            let doubling: String = (1..8).map(|i| format!("<!ENTITY e{i} \"&e{0};&e{0};&e{0};\">", i - 1)).collect();
            let mut parts = xlsx(ROWS, "", "<si><t>&e7;</t></si><si><t>b</t></si>");
            parts[5].1 = format!("<!DOCTYPE a [<!ENTITY e0 \"ha\">{doubling}]>{}", parts[5].1);
            parts
        }
        9 => {
            // Relations that lead back to where they come from.
            let mut parts = xlsx(ROWS, "", STRINGS);
            const BACK: [&str; 4] = ["workbook.xml", "../../..", "/", "_rels/workbook.xml.rels"];
            parts[3].1 = parts[3].1.replace("worksheets/sheet1.xml", draw.word(&BACK));
            parts
        }
        10 => ods(&ODS_ROWS.replace("rows-repeated=\"3\"", &format!("rows-repeated=\"{many}\""))),
        _ => ods(&ODS_ROWS.replace(
            "<table:table-cell office:value-type=\"float\"",
            &format!("<table:table-cell table:number-columns-repeated=\"{many}\" office:value-type=\"float\""),
        )),
    }
}

/// Any workbook: plain or hostile parts, changed inside, left out, doubled, swollen or lied about.
pub fn any(draw: &mut Draw) -> Vec<u8> {
    if draw.chance(5) {
        return any_old(draw);
    }
    let mut parts = match draw.below(4) {
        0 => xlsx(ROWS, "", STRINGS),
        1 => ods(ODS_ROWS),
        _ => {
            let trick = draw.below(TRICKS);
            hostile(draw, trick)
        }
    };
    for _ in 0..draw.below(4) {
        change(draw, &mut parts);
    }
    let mut entries: Vec<Entry> = parts.iter().map(|(name, text)| Entry::stored(name, text.as_bytes())).collect();
    if draw.chance(4) && !entries.is_empty() {
        lie(draw, &mut entries, &parts);
    }
    archive(&entries)
}

/// Changes a part's text by bytes, tags or numbers, or the list of parts.
fn change(draw: &mut Draw, parts: &mut Parts) {
    if parts.is_empty() {
        return;
    }
    let at = draw.below(parts.len());
    match draw.below(8) {
        0 => drop(parts.remove(at)),
        1 => parts.push(parts[at].clone()),
        2 => {
            parts[at].0 =
                draw.word(&["xl/worksheets/sheet1.xml", "../x", "xl/workbook.xml", "", "content.xml"]).to_owned()
        }
        3 | 4 => {
            let mut bytes = std::mem::take(&mut parts[at].1).into_bytes();
            mutate::step(draw, &mut bytes, &[]);
            parts[at].1 = String::from_utf8_lossy(&bytes).into_owned();
        }
        5 => {
            // A tag goes, comes twice, or moves to the end.
            let tags: Vec<&str> = parts[at].1.split_inclusive('>').collect();
            let mut tags: Vec<String> = tags.into_iter().map(str::to_owned).collect();
            let from = draw.below(tags.len().max(1));
            if let Some(tag) = tags.get(from).cloned() {
                match draw.below(3) {
                    0 => drop(tags.remove(from)),
                    1 => tags.insert(from, tag.repeat((1 + draw.below(300)).min(1 + 50_000 / tag.len().max(1)))),
                    _ => tags.push(tag),
                }
            }
            parts[at].1 = tags.concat();
        }
        _ => {
            // A number inside becomes another one.
            let text = &parts[at].1;
            let places: Vec<usize> = text.match_indices(|c: char| c.is_ascii_digit()).map(|(place, _)| place).collect();
            if let Some(place) = places.get(draw.below(places.len())) {
                let number = draw.number().to_string();
                parts[at].1.replace_range(*place..*place + 1, &number);
            }
        }
    }
}

/// Sizes, checksums and methods that are not so.
fn lie(draw: &mut Draw, entries: &mut [Entry], parts: &Parts) {
    let at = draw.below(entries.len());
    match draw.below(4) {
        0 => entries[at].claimed = draw.number() as u32,
        1 => entries[at].crc ^= 1,
        2 => entries[at].method = *draw.one_of(&[8, 9, 12, 14, 95, 99]),
        _ => {
            // Some hundred thousand blanks in the middle of the text, packed to almost nothing.
            let text = parts[at].1.as_bytes();
            let (start, end) = text.split_at(text.iter().position(|b| *b == b' ').unwrap_or(0));
            entries[at] = Entry::swollen(&entries[at].name, start, draw.below(300_000) as u32, end);
        }
    }
}

/// A workbook of before 2007: records changed, or sectors in a circle.
fn any_old(draw: &mut Draw) -> Vec<u8> {
    let mut records = compound::sheet_records("Sheet1", draw.below(30) as u16);
    for _ in 0..draw.below(3) {
        mutate::step(draw, &mut records, &[]);
    }
    if draw.chance(4) {
        let at = draw.below(records.len() + 1);
        let length = draw.below(40);
        let number =
            *draw.one_of(&[0x0FC, 0x0FD, 0x03C, 0x0E5, 0x0BD, 0x27E, 0x006, 0x200, 0x041E, 0x0E0, 0x022, 0x02F]);
        let body: Vec<u8> = (0..length).map(|_| draw.below(256) as u8).collect();
        records.splice(at..at, compound::record(number, &body));
    }
    let links = if draw.chance(4) { Some(draw.below(6) as u32) } else { None };
    let name = draw.word(&["Workbook", "Workbook", "Book", "EncryptedPackage", "Other"]);
    compound::container(name, &records, links)
}
