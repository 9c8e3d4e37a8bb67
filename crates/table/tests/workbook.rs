//! Workbooks: what the office makes of them, and what malice makes of them.

#[path = "workbook/apart.rs"]
mod apart;
#[path = "workbook/hostile.rs"]
mod hostile;
#[path = "workbook/make.rs"]
mod make;
#[path = "workbook/sheets.rs"]
mod sheets;

use make::{Part, body, inline, number, old_book, open_document, plain_sheet, workbook, zipped};
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Formula, Workbook};
use sanpo_api::{AskWhat, Cell, Choice, Choices, ColumnProfile, Format, Note, Outcome, Problem, Profile};
use sanpo_table::{Table, read};

fn open(bytes: &[u8]) -> Result<Table, Problem> {
    read("x.xlsx", bytes, &Choices::default(), &mut |_| ())
}

fn profile(bytes: &[u8]) -> Profile {
    open(bytes).unwrap_or_else(|problem| panic!("{problem:?}")).profile().clone()
}

fn column<'a>(profile: &'a Profile, name: &str) -> &'a ColumnProfile {
    profile.columns.iter().find(|c| c.name == name).unwrap_or_else(|| panic!("{name} in {:?}", profile.columns))
}

fn text(cell: &Option<Cell>) -> &str {
    match cell {
        Some(Cell::Text(text)) => text,
        other => panic!("{other:?} is no text"),
    }
}

/// Title, blank row, header, rows with dates, money, shares and codes, and a total by formula.
fn report() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("日報").unwrap();
    sheet.merge_range(0, 0, 0, 3, "売上日報", &Style::new()).unwrap();
    sheet.write_row(2, 0, ["日付", "売上", "粗利率", "伝票番号"]).unwrap();
    let styles = ["m\"月\"d\"日\"", "[$¥-411]#,##0", "0.0%", "00000"].map(|code| Style::new().set_num_format(code));
    for row in 0..12u32 {
        let day = ExcelDateTime::from_ymd(2024, 4, 1 + row as u8).unwrap();
        sheet.write_with_format(3 + row, 0, &day, &styles[0]).unwrap();
        sheet.write_with_format(3 + row, 1, 1000 + row, &styles[1]).unwrap();
        sheet.write_with_format(3 + row, 2, 0.059, &styles[2]).unwrap();
        sheet.write_with_format(3 + row, 3, 100 + 37 * row, &styles[3]).unwrap();
    }
    sheet.write(15, 0, "合計").unwrap();
    sheet.write(15, 1, Formula::new("=SUM(B4:B15)").set_result("12066")).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_report_reads_as_it_is_seen() {
    let bytes = report();
    let profile = profile(&bytes);
    let file = &profile.file;
    assert_eq!((file.format, file.sheet.as_deref(), file.delimiter), (Format::Xlsx, Some("日報"), None));
    assert_eq!((file.header_row, file.data_rows), (Some(2), 12));
    assert_eq!(text(&column(&profile, "日付").last), "2024-04-12");
    assert_eq!(column(&profile, "売上").unit.as_deref(), Some("円"));
    assert_eq!(column(&profile, "売上").sum, Some(12_066.0));
    assert_eq!(column(&profile, "粗利率").unit.as_deref(), Some("%"));
    assert!((column(&profile, "粗利率").max.unwrap() - 5.9).abs() < 1e-12);
    assert_eq!(open(&bytes).unwrap().original(3, 0), "00100");
    // Whatever the file is called.
    assert!(read("x.csv", &bytes, &Choices::default(), &mut |_| ()).is_ok());
}

#[test]
fn dates_of_1904_and_months() {
    let rows = body(12, |row| format!("{}{}", number(0, 1, 43_921 + row * 30), number(1, 0, row)));
    let parts = workbook(&plain_sheet(&format!("<row>{}{}</row>{rows}", inline(0, "日"), inline(1, "値"))), "yyyy/m/d");
    let mut parts = parts;
    let book = parts.iter_mut().find(|(name, _)| name == "xl/workbook.xml").unwrap();
    book.1 = book.1.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    assert_eq!(text(&column(&profile(&zipped(&parts)), "日").first), "2024-04-01");
    let months = [45_383, 45_413, 45_444, 45_474, 45_505, 45_536];
    let rows = body(6, |row| format!("{}{}", number(0, 1, months[row as usize]), number(1, 0, row)));
    let sheet = plain_sheet(&format!("<row>{}{}</row>{rows}", inline(0, "月"), inline(1, "値")));
    let profile = profile(&zipped(&workbook(&sheet, "yyyy&quot;年&quot;m&quot;月&quot;")));
    assert_eq!(text(&column(&profile, "月").last), "2024-09");
}

#[test]
fn phonetic_guides_are_no_text() {
    let guided = "<c t=\"inlineStr\"><is><r><t>東京</t></r><r><t>支店</t></r><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></is></c>";
    let rows = body(5, |row| format!("{guided}{}", number(1, 0, row * 7)));
    let sheet = plain_sheet(&format!("<row>{}{}</row>{rows}", inline(0, "店"), inline(1, "売上")));
    assert_eq!(profile(&zipped(&workbook(&sheet, "0"))).preview[0], ["東京支店", "0"]);
}

fn months() -> Workbook {
    let mut book = Workbook::new();
    for (name, hidden, rows) in [("設定", true, 9u32), ("表紙", false, 0), ("4月", false, 10), ("5月", false, 11)]
    {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.set_hidden(hidden);
        // Sheets of different forms.
        sheet.write_row(0, 0, ["商品", if name == "5月" { "個数" } else { "数量" }]).unwrap();
        for row in 1..=rows {
            sheet.write_row(row, 0, [format!("商品{row}")]).unwrap();
            sheet.write(row, 1, row).unwrap();
        }
    }
    book.worksheet_from_name("4月").unwrap().set_active(true);
    book
}

#[test]
fn several_sheets_are_asked_about() {
    let bytes = months().save_to_buffer().unwrap();
    let found = profile(&bytes);
    assert_eq!((found.file.sheet.as_deref(), found.file.data_rows), (Some("4月"), 10));
    assert_eq!((found.outcome, found.asks[0].what), (Outcome::Ask, AskWhat::Sheet));
    let options: Vec<_> = found.asks[0].options.iter().map(|o| (o.choice.clone(), o.in_force)).collect();
    assert_eq!(options, [(Choice::Sheet("4月".into()), true), (Choice::Sheet("5月".into()), false)]);
    assert_eq!(found.asks[0].options[1].cells[1], ("個数".to_owned(), "1".to_owned()));
    assert_eq!(found.notes[0].note, Note::SheetRead { name: "4月".into(), others: 3 });
    for (name, rows) in [("5月", 11), ("設定", 9)] {
        let choices: Choices = [Choice::Sheet(name.into())].into_iter().collect();
        let table = read("x.xlsm", &bytes, &choices, &mut |_| ()).unwrap();
        assert_eq!((table.rows(), table.profile().file.sheet.as_deref()), (rows, Some(name)));
        assert!(table.profile().asks.iter().all(|ask| ask.what != AskWhat::Sheet));
    }
    let choices: Choices = [Choice::Sheet("ない".into())].into_iter().collect();
    assert_eq!(read("x.xlsx", &bytes, &choices, &mut |_| ()).unwrap().rows(), 10);
}

#[test]
fn a_margin_is_no_column_and_merges_fill() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(4, 2, ["店", "月", "売上"]).unwrap();
    for store in 0..3u32 {
        for month in 0..4 {
            let row = 5 + store * 4 + month;
            sheet.write(row, 3, format!("2024年{}月", month + 1)).unwrap();
            sheet.write(row, 4, 10 * store + month).unwrap();
        }
        let (first, last) = (5 + store * 4, 8 + store * 4);
        sheet.merge_range(first, 2, last, 2, &format!("店{store}"), &Style::new()).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let table = open(&bytes).unwrap();
    assert_eq!((table.header(), table.rows()), (vec!["店".into(), "月".into(), "売上".into()], 12));
    assert_eq!(table.profile().file.header_row, Some(4));
    let stores = table.categories("店").unwrap();
    assert_eq!((stores.codes[7], stores.levels), (1, vec!["店0".into(), "店1".into(), "店2".into()]));
}

#[test]
fn cells_keep_their_text() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["品名", "備考", "良", "数"]).unwrap();
    for row in 1..=6u32 {
        sheet.write(row, 0, format!("\"A\"\n{row}")).unwrap();
        sheet.write(row, 1, "x\u{1f}y, z").unwrap();
        sheet.write(row, 2, row % 2 == 0).unwrap();
        sheet.write(row, 3, 0.5 * f64::from(row)).unwrap();
    }
    let table = open(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(table.original_row(1), ["\"A\"\n2", "x\u{1f}y, z", "TRUE", "1"]);
    assert_eq!(table.original(3, 2), "1.5");
}

#[test]
fn far_cells_cost_nothing() {
    for (far, rows) in [(" ", 5), ("x", 5)] {
        let last = format!("<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>{far}</t></is></c></row>");
        let rows_xml = body(30, |row| format!("{}{}", inline(0, "a"), number(1, 0, row * rows)));
        let head = format!("<row>{}{}</row>", inline(0, "店"), inline(1, "売上"));
        let profile = profile(&zipped(&workbook(&plain_sheet(&format!("{head}{rows_xml}{last}")), "0")));
        assert_eq!((profile.file.data_rows, profile.columns.len(), profile.file.not_data.len()), (30, 2, 0));
        let told = profile.notes.iter().any(|line| line.note == Note::FarCells { count: 1 });
        assert_eq!(told, far == "x");
    }
}

#[test]
fn open_document_and_old_excel() {
    let found = profile(&open_document());
    assert_eq!((found.file.format, found.file.sheet.as_deref()), (Format::Ods, Some("売上")));
    assert_eq!((found.file.header_row, found.file.data_rows), (Some(1), 12));
    assert_eq!(text(&column(&found, "日付").first), "2024-04-01");
    assert_eq!(column(&found, "売上").unit.as_deref(), Some("円"));
    let found = profile(&old_book());
    assert_eq!((found.file.format, found.file.sheet.as_deref(), found.file.data_rows), (Format::Xls, Some("Old"), 12));
    assert_eq!(text(&column(&found, "Day").last), "2024-04-12");
    assert_eq!((column(&found, "Share").unit.as_deref(), column(&found, "Share").max), (Some("%"), Some(25.0)));
}

#[test]
fn what_is_no_workbook_is_named() {
    let with = |name: &str| zipped(&[(name.to_owned(), "x".to_owned())] as &[Part]);
    assert_eq!(open(&with("xl/workbook.bin")).err(), Some(Problem::ExcelWorkbook));
    assert_eq!(open(&with("word/document.xml")).err(), Some(Problem::BinaryNotCsv { kind: "Word".into() }));
    assert_eq!(open(&with("hello.txt")).err(), Some(Problem::BinaryNotCsv { kind: "ZIP".into() }));
    assert_eq!(open(&Workbook::new().save_to_buffer().unwrap()).err(), Some(Problem::EmptyFile));
    let report = report();
    assert_eq!(open(&report[..report.len() / 2]).err(), Some(Problem::ExcelWorkbook));
    let locked = make::compound("EncryptedPackage", &[0; 5000]);
    assert_eq!(open(&locked).err(), Some(Problem::PasswordProtected));
}
