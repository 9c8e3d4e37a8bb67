//! Broken and hostile workbooks: whatever comes in, reading ends soon, with a table or a problem.

use sanpo_api::Problem;

use super::make::{Part, body, inline, named, number, old_book, open_document, plain_sheet, workbook, zipped};
use super::{open, report};

/// A small generator of its own: the same draws on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }
}

fn sheet() -> String {
    let rows = body(9, |row| format!("{}{}", number(0, 1, 45_383 + row), number(1, 0, row * 3)));
    plain_sheet(&format!("<row r=\"1\">{}{}</row>{rows}", named(0, 1, "日"), named(1, 1, "値")))
}

fn check(bytes: &[u8]) {
    if let Ok(table) = open(bytes) {
        let profile = table.profile();
        assert!(profile.columns.len() <= 2_000 && table.rows() <= 1 << 20);
        assert_eq!(table.original_row(0).len(), profile.columns.len());
    }
}

#[test]
fn broken_bytes_end_in_a_problem_or_a_table() {
    let seeds = [report(), zipped(&workbook(&sheet(), "yyyy/m/d")), open_document(), old_book()];
    let mut draw = Draw(0x0B00_C0DE);
    for round in 0..2_400 {
        let mut bytes = seeds[round % seeds.len()].clone();
        for _ in 0..=draw.below(6) {
            let at = draw.below(bytes.len());
            match draw.below(6) {
                0 => bytes.truncate(at.max(8)),
                1 => drop(bytes.remove(at)),
                2 => bytes[at] ^= 1 << draw.below(8),
                _ => bytes[at] = draw.below(256) as u8,
            }
        }
        check(&bytes);
    }
}

const PIECES: [&str; 34] = [
    "<",
    ">",
    "\"",
    "/",
    "</row>",
    "<row>",
    "<c>",
    "</c>",
    "<v>",
    "<v/>",
    "<f>",
    "&",
    "&#0;",
    "&#x110000;",
    "&a;",
    "&lt;",
    "<!--",
    "<![CDATA[",
    "]]>",
    "<?x",
    "-1",
    "4294967296",
    "99999999999999999999",
    "1e999",
    "NaN",
    "A0",
    "XFD1048577",
    "ZZZZZZZ9",
    "mergeCell ref=\"A1:A9\"/>",
    "t=\"s\"",
    "t=\"e\"",
    "t=\"d\"",
    " s=\"70000\"",
    "<table:table-row table:number-rows-repeated=\"9999999\">",
];

/// Parts whose XML is bent before it is packed, so that the damage reaches the readers behind the archive.
#[test]
fn bent_parts_end_in_a_problem_or_a_table() {
    let shared = "<c r=\"A3\" t=\"s\"><v>1</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"str\"><f>A1</f><v>x</v></c>";
    let sheet = sheet().replace(
        "</sheetData>",
        &format!("<row r=\"12\">{shared}</row></sheetData><mergeCells><mergeCell ref=\"A2:A4\"/></mergeCells>"),
    );
    let excel = workbook(&sheet, "yyyy/m/d");
    let open_document = unpacked(&open_document());
    let mut draw = Draw(0x5EED);
    for round in 0..3_000 {
        let mut parts = if round % 3 == 0 { open_document.clone() } else { excel.clone() };
        let part = draw.below(parts.len());
        for _ in 0..=draw.below(4) {
            bend(&mut draw, &mut parts[part].1);
        }
        if draw.below(20) == 0 {
            let other = draw.below(parts.len());
            parts[part].1 = parts[other].1.clone();
        }
        check(&zipped(&parts));
    }
}

fn bend(draw: &mut Draw, text: &mut String) {
    let mut at = draw.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    match draw.below(5) {
        0 => text.truncate(at),
        1 => {
            let mut end = (at + draw.below(40)).min(text.len());
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.replace_range(at..end.max(at), "");
        }
        _ => text.insert_str(at, PIECES[draw.below(PIECES.len())]),
    }
}

fn unpacked(bytes: &[u8]) -> Vec<Part> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let part = |at| {
        let mut entry = zip.by_index(at).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut entry, &mut text).unwrap();
        (entry.name().unwrap().into_owned(), text)
    };
    (0..3).map(part).collect()
}

fn with(name: &str, text: &str) -> Vec<u8> {
    let mut parts = workbook(&sheet(), "yyyy/m/d");
    parts.iter_mut().find(|(part, _)| part == name).unwrap().1 = text.to_owned();
    zipped(&parts)
}

#[test]
fn bombs_are_refused() {
    let padded = sheet().replace("<sheetData>", &format!("<sheetData>{}", " ".repeat(40 << 20)));
    let honest = with("xl/worksheets/sheet1.xml", &padded);
    assert!(matches!(open(&honest), Err(Problem::TooBig { .. })));
    // The same archive with lies about its sizes, in the directory at its end and in the entry itself.
    let mut lying = honest.clone();
    let size = (padded.len() as u32).to_le_bytes();
    while let Some(at) = lying.windows(4).position(|w| w == size) {
        lying[at..at + 4].copy_from_slice(&1000u32.to_le_bytes());
    }
    assert!(open(&lying).is_err());
    // A count that would reserve all memory.
    for count in ["99999999999", "18446744073709551615", "-1"] {
        let strings = format!("<sst uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        check(&with("xl/sharedStrings.xml", &strings));
    }
    // One long name, copied for each of many styles.
    let styles = format!(
        "<styleSheet><fonts><font><name val=\"{}\"/></font></fonts><cellXfs>{}</cellXfs></styleSheet>",
        "x".repeat(1 << 20),
        "<xf fontId=\"0\"/>".repeat(50_000)
    );
    assert!(open(&with("xl/styles.xml", &styles)).is_err());
}

#[test]
fn entities_are_not_expanded() {
    let laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>";
    let sheet = sheet().replace("日", "&c;");
    check(&with("xl/worksheets/sheet1.xml", &format!("{laughs}{sheet}")));
    let table = open(&zipped(&workbook(&sheet.replace("&c;", "&#26085;"), "yyyy/m/d"))).unwrap();
    assert_eq!(table.header()[0], "日");
}

#[test]
fn odd_places_and_references_are_survived() {
    let row =
        |cells: &str| plain_sheet(&format!("<row r=\"1\">{}</row>{}", named(0, 1, "a"), body(5, |_| cells.to_owned())));
    for cells in [
        "<c r=\"A4294967295\"><v>1</v></c>",
        "<c r=\"ZZZZZZZZZZ1\"><v>1</v></c>",
        "<c r=\"-1\"><v>1</v></c>",
        "<c r=\"\"><v>1</v></c>",
        "<c t=\"s\"><v>99999</v></c>",
        "<c t=\"s\"><v>-1</v></c>",
        "<c t=\"zzz\"><v>1</v></c>",
        "<c t=\"e\"><v>#SPILL!</v></c><c><v>5</v></c>",
        "<c s=\"99999999\"><v>1</v></c>",
        "<c><v>1e308</v></c><c s=\"1\"><v>1e308</v></c><c s=\"1\"><v>-9</v></c>",
    ] {
        check(&zipped(&workbook(&row(cells), "yyyy/m/d")));
    }
    let spilled = plain_sheet(&format!(
        "<row>{}{}</row>{}",
        inline(0, "a"),
        inline(1, "b"),
        body(9, |n| format!("<c t=\"e\"><v>#CALC!</v></c>{}", number(1, 0, n))
            .replace("<c s", "<c r=\"B9\" s")
            .replace("B9", &format!("B{}", n + 2)))
    ));
    assert_eq!(open(&zipped(&workbook(&spilled, "0"))).unwrap().numbers("b").unwrap()[8], 8.0);
}

#[test]
fn repeats_are_bounded() {
    let rows = |what: &str| {
        let cell = format!("<table:table-cell office:value-type=\"float\" office:value=\"1\" {what}/>");
        format!(
            "<office:document-content><table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"2000000000\">{cell}</table:table-row></table:table></office:document-content>"
        )
    };
    let parts = unpacked(&open_document());
    for what in ["", "table:number-columns-repeated=\"4000000000\"", "table:number-rows-spanned=\"4294967295\""] {
        let mut parts = parts.clone();
        parts[2].1 = rows(what);
        assert!(matches!(open(&zipped(&parts)), Err(Problem::TooBig { .. })));
        parts[2].1 = rows(what).replace("2000000000", "500");
        check(&zipped(&parts));
    }
}
