//! One spelling for one thing: full-width forms, compatibility characters, spaces.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Cuts blanks of every kind (full-width, no-break, zero-width) off both ends.
#[inline]
pub fn trim(cell: &str) -> &str {
    let bytes = cell.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(33..=126), Some(33..=126)) => cell,
        _ => cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}')),
    }
}

/// Compatibility forms folded (NFKC) and minus signs made one, for reading numbers and dates. ASCII is passed through.
pub fn fold(cell: &str) -> Cow<'_, str> {
    if cell.is_ascii() {
        return Cow::Borrowed(cell);
    }
    if !cell.chars().any(is_foldable) {
        return Cow::Borrowed(cell);
    }
    let mut out = String::with_capacity(cell.len());
    for c in cell.chars() {
        match c {
            '−' | '‐' | '‑' | '–' | '－' => out.push('-'),
            '〜' | '～' => out.push('~'),
            '￥' | '¥' => out.push('¥'),
            '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{3000}' => out.push(' '),
            '℃' | '℉' => out.push(c),
            c if is_foldable(c) => out.extend(std::iter::once(c).nfkc()),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn is_foldable(c: char) -> bool {
    matches!(c,
        '\u{A0}' | '²' | '³' | '\u{2000}'..='\u{202F}' | '\u{2100}'..='\u{214F}' | '−' | '\u{2460}'..='\u{24FF}' | '\u{3000}'
        | '〜' | '\u{3200}'..='\u{33FF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// A text label as it is stored: trimmed and composed (NFC), otherwise as the person wrote it.
pub fn label(cell: &str) -> Cow<'_, str> {
    let cell = trim(cell);
    // Rating marks have look-alikes that different keyboards produce.
    match cell {
        "〇" | "◯" | "⭕" => return Cow::Borrowed("○"),
        "✕" | "✖" | "☓" | "╳" => return Cow::Borrowed("×"),
        _ => {}
    }
    if cell.is_ascii() || is_nfc(cell) { Cow::Borrowed(cell) } else { Cow::Owned(cell.nfc().collect()) }
}

/// A code as it is stored: full-width letters, digits and hyphens become plain ones, and Excel's `="00123"` loses its dress.
pub fn fold_code(cell: &str) -> Cow<'_, str> {
    if let Some(inner) = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        return Cow::Owned(inner.to_owned());
    }
    let wide = |c: char| matches!(c, '！'..='～' | '−' | '‐' | '　');
    if !cell.is_ascii() && cell.chars().all(|c| wide(c) || c.is_ascii()) { fold(cell) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling() {
        assert_eq!(trim("　 渋谷店\u{A0}"), "渋谷店");
        assert_eq!(fold("－６５，９４５"), "-65,945");
        assert_eq!(fold("㋿6年"), "令和6年");
        assert_eq!(label("か\u{3099}"), "が");
        assert_eq!(label("①東京㈱"), "①東京㈱");
        assert_eq!(fold_code("ＡＢ－１００"), "AB-100");
        assert_eq!(fold_code("=\"00123\""), "00123");
        assert_eq!(fold_code("①㈱"), "①㈱");
    }
}
