//! Delimited text in the shapes that the rooms of the reader know.

use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GBK, ISO_2022_JP, SHIFT_JIS, UTF_8, WINDOWS_1252};

use super::Draw;
use super::cell::cell;

const HEADERS: [&str; 28] = [
    "日付",
    "年月",
    "年",
    "月",
    "日",
    "曜日",
    "店舗",
    "商品名",
    "商品コード",
    "売上（千円）",
    "数量(個)",
    "構成比%",
    "金額",
    "金額",
    "",
    "会員番号",
    "時刻",
    "週",
    "四半期",
    "備考",
    "Date",
    "id",
    "value [kg]",
    "2023年",
    "2024年",
    "4月",
    "Q1",
    "合計",
];

/// A delimited table of drawn kinds, with the delimiter, line end and quotes of the draw.
fn table(draw: &mut Draw, columns: usize, rows: usize) -> String {
    let delimiter = draw.word(&[",", ",", "\t", ";", "|"]);
    let end = draw.word(&["\n", "\n", "\r\n", "\r"]);
    let kinds: Vec<usize> = (0..columns).map(|_| draw.below(6)).collect();
    let mut text = String::new();
    if !draw.chance(6) {
        let names: Vec<String> = (0..columns).map(|_| draw.word(&HEADERS).to_owned()).collect();
        text.push_str(&(names.join(delimiter) + end));
    }
    for _ in 0..rows {
        let cells: Vec<String> = kinds.iter().map(|kind| dressed(draw, *kind, delimiter)).collect();
        text.push_str(&(cells.join(delimiter) + end));
    }
    text
}

fn dressed(draw: &mut Draw, kind: usize, delimiter: &str) -> String {
    let text = if draw.chance(25) { cell(draw, 5) } else { cell(draw, kind) };
    if text.contains(delimiter) && !draw.chance(8) || draw.chance(12) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

/// Text in some encoding, or in two of them.
pub fn encoded(draw: &mut Draw) -> Vec<u8> {
    let (columns, rows) = (draw.below(4) + 1, draw.below(12) + 1);
    let text = table(draw, columns, rows);
    let mut bytes = by(draw, &text);
    if draw.chance(4) {
        let more = by(draw, &text);
        bytes.extend(more);
    }
    bytes
}

fn by(draw: &mut Draw, text: &str) -> Vec<u8> {
    let mark = if draw.chance(2) { "\u{FEFF}" } else { "" };
    let wide = || mark.encode_utf16().chain(text.encode_utf16());
    const ENCODINGS: [&Encoding; 8] = [UTF_8, SHIFT_JIS, EUC_JP, ISO_2022_JP, GBK, BIG5, EUC_KR, WINDOWS_1252];
    match draw.below(12) {
        0 => wide().flat_map(u16::to_le_bytes).collect(),
        1 => wide().flat_map(u16::to_be_bytes).collect(),
        2 => format!("{mark}{text}").into_bytes(),
        // Decoded wrongly once, then written again.
        3 => SHIFT_JIS.decode(text.as_bytes()).0.into_owned().into_bytes(),
        _ => draw.one_of(&ENCODINGS).encode(text).0.into_owned(),
    }
}

/// Fields with every trouble that quotes and delimiters can make.
pub fn records(draw: &mut Draw) -> String {
    const FIELDS: [&str; 22] = [
        "1",
        "12",
        "x",
        "",
        " ",
        "\"a\"",
        "\"a\"\"b\"",
        "\"a\nb\"",
        "\"a\r\nb\"",
        "\"",
        "\"\"",
        "\"\"\"",
        "a\"b",
        "5\"",
        "\"x\" ",
        " \"x\"",
        "\"x\"y",
        "1,234",
        "\"1,234\"",
        "\0",
        "\u{1A}",
        "長い文字",
    ];
    const ENDS: [&str; 7] = ["\n", "\n", "\n", "\r\n", "\r", "\n\n", ""];
    let delimiter = draw.word(&[",", "\t", ";", "|"]);
    let columns = draw.below(5) + 1;
    let mut text = if draw.chance(8) { format!("sep={delimiter}\n") } else { String::new() };
    for _ in 0..draw.below(20) + 2 {
        let ragged = if draw.chance(6) { draw.below(8) } else { columns };
        let fields: Vec<&str> = (0..ragged).map(|_| draw.word(&FIELDS)).collect();
        text.push_str(&fields.join(delimiter));
        text.push_str(draw.word(&ENDS));
    }
    text
}

/// A column of each kind, long enough for the decision on the whole column.
pub fn cells(draw: &mut Draw) -> String {
    let kinds: Vec<usize> = (0..draw.below(3) + 2).map(|_| draw.below(4)).collect();
    let names: Vec<&str> = kinds.iter().map(|_| draw.word(&HEADERS)).collect();
    let mut text = names.join("\t") + "\n";
    let odd = draw.below(30) + 2;
    // Mostly one dress a column, as a program writes it.
    let usual: Vec<u64> = kinds.iter().map(|_| draw.below(1 << 30) as u64).collect();
    for row in 0..draw.below(40) + 3 {
        let cells: Vec<String> = kinds
            .iter()
            .zip(&usual)
            .map(|(kind, seed)| {
                let same = !draw.chance(odd);
                let mut own = Draw::new(*seed, if same { row as u64 % 3 } else { draw.below(1 << 20) as u64 });
                cell(&mut own, *kind)
            })
            .collect();
        text.push_str(&(cells.join("\t") + "\n"));
    }
    text
}

/// Titles, headers of several rows, totals, notes, blank lines, two tables, wide and lying ones.
pub fn layout(draw: &mut Draw) -> String {
    let (columns, rows) = (draw.below(6) + 1, draw.below(14) + 2);
    let body = table(draw, columns, rows);
    let mut lines: Vec<String> = body.lines().map(str::to_owned).collect();
    for _ in 0..draw.below(5) {
        let at = draw.below(lines.len() + 1);
        let at = if draw.chance(3) { 0 } else { at };
        let line = lines[draw.below(lines.len())].clone();
        let extra = match draw.below(10) {
            0 => "売上一覧（千円）,,".to_owned(),
            1 => String::new(),
            2 => format!("合計,{},{}", draw.number(), draw.number()),
            3 => "※ 税抜の金額です。".to_owned(),
            4 => ",4月,5月,6月,7月,8月".to_owned(),
            5 => "2024年度,,,".to_owned(),
            6 => format!("{line},,{line}"),
            7 => "# 出力 2024/4/1".to_owned(),
            8 => "売上,,客数,".to_owned(),
            _ => line,
        };
        lines.insert(at, extra);
    }
    if draw.chance(6) {
        let again = lines.clone();
        lines.push(String::new());
        lines.extend(again);
    }
    lines.join("\n") + "\n"
}
