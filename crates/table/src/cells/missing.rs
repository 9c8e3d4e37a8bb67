//! Marks that stand for "no value".

/// Marks that mean "missing" in any column. The cell must be trimmed.
pub fn is_missing(cell: &str) -> bool {
    if cell.len() > 15 {
        return false;
    }
    cell.is_empty()
        || matches!(
            cell,
            "-" | "--"
                | "―"
                | "—"
                | "－"
                | "ー"
                | "–"
                | "‐"
                | "−"
                | "‥"
                | "N/A"
                | "n/a"
                | "#N/A"
                | "NA"
                | "NULL"
                | "Null"
                | "null"
                | "NaN"
                | "nan"
                | "NAN"
                | "<NA>"
                | "(null)"
                | "\\N"
                | "欠測"
                | "欠損"
                | "空白"
                | "(空白)"
                | "（空白）"
                | "データなし"
        )
}

/// Marks that mean "missing" among numbers or dates only; elsewhere they are words (× in a rating, なし in a yes-no column).
pub fn is_missing_number(cell: &str) -> bool {
    if cell.len() > 15 {
        return false;
    }
    is_missing(cell)
        || is_closed(cell)
        || matches!(
            cell,
            "X" | "x"
                | "×"
                | "✕"
                | "*"
                | "**"
                | "***"
                | "＊"
                | "/"
                | "//"
                | "///"
                | "."
                | ".."
                | "..."
                | "…"
                | "－－"
                | "---"
                | "----"
                | "ーー"
                | "――"
                | "なし"
                | "無し"
                | "欠"
                | "対象外"
                | "該当なし"
                | "不明"
                | "未入力"
                | "未定"
                | "未測定"
                | "秘匿"
                | "開店前"
                | "未開店"
                | "閉店"
                | "閉鎖"
                | "発売前"
                | "終売"
                | "廃番"
                | "販売終了"
                | "None"
                | "none"
                | "#"
                | "?"
                | "？"
        )
}

/// Words for a day on which the shop was shut: neither missing nor zero.
pub fn is_closed(cell: &str) -> bool {
    matches!(
        cell,
        "休業"
            | "定休日"
            | "定休"
            | "休"
            | "休み"
            | "休業日"
            | "休館"
            | "休館日"
            | "臨時休業"
            | "店休"
            | "店休日"
            | "closed"
            | "Closed"
            | "CLOSED"
    )
}

/// Error values that Excel leaves in exports, and the fence of a column that was too narrow.
pub fn is_excel_error(cell: &str) -> bool {
    cell.starts_with('#')
        && (matches!(
            cell,
            "#DIV/0!" | "#VALUE!" | "#REF!" | "#NAME?" | "#NUM!" | "#NULL!" | "#SPILL!" | "#CALC!" | "#GETTING_DATA"
        ) || (cell.len() >= 2 && cell.bytes().all(|b| b == b'#')))
}
