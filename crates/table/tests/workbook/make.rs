//! Small files by hand, down to the bytes that no library would write.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A part of an archive: its name and its text.
pub type Part = (String, String);

/// Packs parts into an archive.
pub fn zipped(parts: &[Part]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn place(column: usize) -> &'static str {
    ["A", "B", "C", "D"][column]
}

/// A cell with its own text; its place is told by its order.
pub fn inline(_column: usize, text: &str) -> String {
    format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// A number with a style.
pub fn number(_column: usize, style: u32, value: u32) -> String {
    format!("<c s=\"{style}\"><v>{value}</v></c>")
}

/// Rows without a number of their own.
pub fn body(rows: u32, cells: impl Fn(u32) -> String) -> String {
    (0..rows).map(|row| format!("<row>{}</row>", cells(row))).collect()
}

/// A sheet around rows.
pub fn plain_sheet(rows: &str) -> String {
    format!("<worksheet xmlns=\"s\"><sheetData>{rows}</sheetData></worksheet>")
}

/// The parts of a workbook with one sheet; style 1 has the format, which must be escaped for XML.
pub fn workbook(sheet: &str, format: &str) -> Vec<Part> {
    let part = |name: &str, text: String| (name.to_owned(), format!("<?xml version=\"1.0\"?>{text}"));
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"http://x/relationships/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let styles = format!(
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"{format}\"/></numFmts>\
         <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
    );
    vec![
        part("[Content_Types].xml", "<Types/>".to_owned()),
        part("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        part(
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>".into(),
        ),
        part("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        part("xl/styles.xml", styles),
        part("xl/sharedStrings.xml", "<sst uniqueCount=\"2\"><si><t>a</t></si><si><t>b</t></si></sst>".to_owned()),
        part("xl/worksheets/sheet1.xml", sheet.to_owned()),
    ]
}

/// A spreadsheet with a title, repeated rows and columns, a hidden sheet and a note on a cell.
pub fn open_document() -> Vec<u8> {
    open_document_of(&["売上"])
}

/// The same with its sheet several times, month by month.
pub fn open_document_of(names: &[&str]) -> Vec<u8> {
    let sheets: Vec<String> = (4..).zip(names).map(|(month, name)| open_document_sheet(month, name)).collect();
    let styles = "<style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style>\
                  <style:style style:name=\"v\"><style:table-properties table:display=\"true\"/></style:style>";
    let hidden = open_document_sheet(4, "隠し").replace("table:style-name=\"v\"", "table:style-name=\"h\"");
    let content = format!("<office:document-content>{styles}{hidden}{}</office:document-content>", sheets.concat());
    let part = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    zipped(&[
        part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        part("META-INF/manifest.xml", "<manifest:manifest/>"),
        part("content.xml", &content),
    ])
}

fn open_document_sheet(month: u32, name: &str) -> String {
    let cell = |kind: &str, shown: &str| {
        format!("<table:table-cell office:value-type={kind}><text:p>{shown}</text:p></table:table-cell>")
    };
    let mut rows = format!("<table:table-row>{}</table:table-row>", cell("\"string\"", "日報"));
    rows += &format!("<table:table-row>{}{}</table:table-row>", cell("\"string\"", "日付"), cell("\"string\"", "売上"));
    for day in 1..=12 {
        let date =
            cell(&format!("\"date\" office:date-value=\"2024-{month:02}-{day:02}\""), &format!("{month}月{day}日"));
        let money = format!("\"currency\" office:currency=\"JPY\" office:value=\"{}\"", day * 100);
        let note = "<office:annotation><text:p>メモ</text:p></office:annotation>";
        let money = cell(&money, &format!("{}</text:p>{note}<text:p>", day * 100));
        rows += &format!(
            "<table:table-row>{date}{money}<table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>"
        );
    }
    rows += "<table:table-row table:number-rows-repeated=\"1048562\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    format!("<table:table table:name=\"{name}\" table:style-name=\"v\">{rows}</table:table>")
}

/// A compound file with one large stream.
pub fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let sectors = stream.len().max(4096).div_ceil(512);
    let mut header = vec![0u8; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header[24..34].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    header[44..48].copy_from_slice(&1u32.to_le_bytes());
    header[48..52].copy_from_slice(&1u32.to_le_bytes());
    header[56..60].copy_from_slice(&4096u32.to_le_bytes());
    header[60..76].copy_from_slice(&[0xFE, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]);
    header[76..512].fill(0xFF);
    header[76..80].copy_from_slice(&0u32.to_le_bytes());
    // Sector 0 holds the chains, sector 1 the directory, the stream follows.
    let mut next = vec![u32::MAX; 128];
    (next[0], next[1]) = (0xFFFF_FFFD, 0xFFFF_FFFE);
    for (at, behind) in next.iter_mut().enumerate().skip(2).take(sectors) {
        *behind = if at + 1 < 2 + sectors { at as u32 + 1 } else { 0xFFFF_FFFE };
    }
    let mut bytes = header;
    bytes.extend(next.iter().flat_map(|at| at.to_le_bytes()));
    for (name, kind, start, size) in [("Root Entry", 5, 0xFFFF_FFFE, 0), (name, 2, 2, sectors as u32 * 512)] {
        let mut entry = [0u8; 128];
        for (at, unit) in name.encode_utf16().enumerate() {
            entry[2 * at..2 * at + 2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[64] = 2 * (name.len() as u8 + 1);
        entry[66] = kind;
        entry[116..120].copy_from_slice(&u32::to_le_bytes(start));
        entry[120..124].copy_from_slice(&size.to_le_bytes());
        bytes.extend(entry);
    }
    bytes.resize(512 * 3, 0);
    bytes.extend(stream);
    bytes.resize(512 * (3 + sectors), 0);
    bytes
}

/// A workbook of Excel 97: days by number format, shares as short numbers, texts in the shared table.
pub fn old_book() -> Vec<u8> {
    old_book_of(&["Old"])
}

/// The same with its sheet several times.
pub fn old_book_of(names: &[&str]) -> Vec<u8> {
    let record =
        |number: u16, data: &[u8]| [&number.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat();
    let text = |text: &str| [&(text.len() as u16).to_le_bytes()[..], &[0], text.as_bytes()].concat();
    let begin = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let format = |id: u16| [&[0, 0][..], &id.to_le_bytes(), &[0; 16]].concat();
    let mut globals = begin.clone();
    globals.extend(record(0x041E, &[&164u16.to_le_bytes()[..], &text("yyyy/m/d")].concat()));
    for id in [0, 164, 10] {
        globals.extend(record(0x00E0, &format(id)));
    }
    globals.extend(record(0x00FC, &[&[2, 0, 0, 0, 2, 0, 0, 0][..], &text("Day"), &text("Share")].concat()));
    let tab = |start: u32, name: &str| {
        record(0x0085, &[&start.to_le_bytes()[..], &[0, 0, name.len() as u8, 0], name.as_bytes()].concat())
    };
    let tabs: usize = names.iter().map(|name| tab(0, name).len()).sum();
    let first = globals.len() + tabs + 4;
    let sheets: Vec<Vec<u8>> = (25..).zip(names).map(|(share, _)| old_sheet(&record, &begin, share)).collect();
    for (at, name) in names.iter().enumerate() {
        globals.extend(tab((first + at * sheets[0].len()) as u32, name));
    }
    globals.extend(record(0x000A, &[]));
    compound("Workbook", &[globals, sheets.concat()].concat())
}

/// The records of a sheet.
fn old_sheet(record: &dyn Fn(u16, &[u8]) -> Vec<u8>, begin: &[u8], share: u32) -> Vec<u8> {
    let place = |row: u16, column: u16, style: u16| [row, column, style].map(u16::to_le_bytes).concat();
    let mut stream = begin.to_vec();
    for column in 0..2 {
        stream.extend(record(0x00FD, &[place(0, column, 0), vec![column as u8, 0, 0, 0]].concat()));
    }
    for row in 1..=12 {
        let day = (45_382.0 + f64::from(row)).to_le_bytes();
        stream.extend(record(0x0203, &[place(row, 0, 1), day.to_vec()].concat()));
        // In hundredths.
        let share = (share << 2 | 3).to_le_bytes();
        stream.extend(record(0x027E, &[place(row, 1, 2), share.to_vec()].concat()));
    }
    stream.extend(record(0x000A, &[]));
    stream
}

/// Name of a cell.
pub fn named(column: usize, row: u32, text: &str) -> String {
    format!("<c r=\"{}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>", place(column))
}
