//! Number formats: what the person sees of a number.
//!
//! A cell holds a bare number; only its format says whether it is a date, a share or money. A format has up to four sections
//! (positive; negative; zero; text); the first one decides here. Source: ECMA-376 part 1, 18.8.30 and 18.8.31.

mod scan;

use crate::cells::number;
use scan::{Parts, first_section, scan};

/// How a number is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// As it is.
    Plain,
    /// 0.125 as 12.5%.
    Percent,
    /// With text around it that the reading understands: a currency or a unit.
    Affixed {
        /// Before the digits.
        prefix: String,
        /// Behind the digits.
        suffix: String,
    },
    /// A day count as a date.
    Date(DateParts),
    /// A count of days as hours: elapsed time.
    Duration,
    /// With leading zeros, and hyphens between them.
    Mask(Vec<MaskSection>),
}

/// What a date format shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateParts {
    /// The year, common or of an era.
    pub year: bool,
    /// The month.
    pub month: bool,
    /// The day of the month or of the week.
    pub day: bool,
    /// Hours, minutes or seconds.
    pub time: bool,
}

/// A section of a format such as `[<=999]000;000-0000`.
#[derive(Clone, Debug, PartialEq)]
pub struct MaskSection {
    /// Largest number to which it applies; `None` for all others.
    pub most: Option<f64>,
    /// Zeros for digits, and hyphens.
    pub pattern: String,
}

/// Formats with built-in numbers that mean dates in Japanese Excel, and have no code in the file: shown parts as letters.
const BUILT_IN: [(u32, &str); 24] = [
    (14, "yyyy/m/d"),
    (15, "d-mmm-yy"),
    (16, "d-mmm"),
    (17, "mmm-yy"),
    (18, "h:mm AM/PM"),
    (19, "h:mm:ss AM/PM"),
    (20, "h:mm"),
    (21, "h:mm:ss"),
    (22, "yyyy/m/d h:mm"),
    (27, "ge.m.d"),
    (28, "ggge年m月d日"),
    (29, "ggge年m月d日"),
    (30, "m/d/yy"),
    (31, "yyyy年m月d日"),
    (32, "h時mm分"),
    (33, "h時mm分ss秒"),
    (34, "yyyy年m月"),
    (35, "m月d日"),
    (36, "ge.m.d"),
    (45, "mm:ss"),
    (46, "[h]:mm:ss"),
    (47, "mm:ss.0"),
    (9, "0%"),
    (10, "0.00%"),
];

/// Numbers 50 to 58 repeat earlier ones.
const AGAIN: [u32; 9] = [36, 29, 34, 35, 29, 34, 35, 36, 29];

/// The shape of a built-in format that has no code of its own in the file.
pub fn built_in(id: u32) -> Shape {
    let id = if (50..=58).contains(&id) { AGAIN[id as usize - 50] } else { id };
    BUILT_IN.iter().find(|(known, _)| *known == id).map_or(Shape::Plain, |(_, code)| shape(code))
}

/// The shape of a format code.
pub fn shape(code: &str) -> Shape {
    if code.len() > 1000 {
        return Shape::Plain;
    }
    if let Some(mask) = mask(code) {
        return Shape::Mask(mask);
    }
    let parts = scan(first_section(code));
    match parts {
        Parts { elapsed: true, .. } => Shape::Duration,
        Parts { digits: 0, date, .. } if date != DateParts::default() => Shape::Date(date),
        Parts { percent: true, .. } => Shape::Percent,
        Parts { digits: 0, .. } | Parts { scaled: true, .. } => Shape::Plain,
        Parts { prefix, suffix, .. } => affixed(prefix.trim(), suffix.trim()),
    }
}

/// Text around a number, if the reading of numbers understands it, or a year or month that it names.
pub fn affixed(prefix: &str, suffix: &str) -> Shape {
    let shape = Shape::Affixed { prefix: prefix.to_owned(), suffix: suffix.to_owned() };
    let probe = number::parse(&format!("{prefix}12{suffix}"), false);
    let unit = probe.is_some_and(|found| found.value == 12.0 && found.unit.is_some());
    let calendar = prefix.is_empty() && matches!(suffix, "年" | "年度" | "月" | "月度");
    if unit || calendar { shape } else { Shape::Plain }
}

/// Sections of zeros and hyphens only, at least one with two digits.
fn mask(code: &str) -> Option<Vec<MaskSection>> {
    let mut sections = Vec::new();
    for part in code.split(';') {
        let (condition, pattern) = match part.strip_prefix('[') {
            Some(rest) => rest.split_once(']')?,
            None => ("", part),
        };
        let most = match condition.strip_prefix("<=") {
            Some(limit) => Some(limit.parse::<f64>().ok()?),
            None if condition.is_empty() || condition.starts_with('$') => None,
            None => return None,
        };
        let pattern = pattern.replace(['\\', '"'], "");
        if !pattern.bytes().all(|b| matches!(b, b'0' | b'-')) {
            return None;
        }
        sections.push(MaskSection { most, pattern });
    }
    let zeros = |s: &MaskSection| s.pattern.starts_with("00");
    sections.iter().all(zeros).then_some(sections)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(parts: &str) -> Shape {
        let has = |c| parts.contains(c);
        Shape::Date(DateParts { year: has('y'), month: has('m'), day: has('d'), time: has('t') })
    }

    fn around(prefix: &str, suffix: &str) -> Shape {
        Shape::Affixed { prefix: prefix.into(), suffix: suffix.into() }
    }

    #[test]
    fn dates_show_parts() {
        for (code, parts) in [
            ("yyyy-mm-dd", "ymd"),
            ("m\"月\"d\"日\"", "md"),
            ("[$-411]ggge\"年\"m\"月\"d\"日\";@", "ymd"),
            ("yyyy\"年\"m\"月\"", "ym"),
            ("mmm\\-yy", "ym"),
            ("yyyy/m/d\\ h:mm;@", "ymdt"),
            ("h:mm:ss AM/PM", "t"),
            ("mm:ss.0", "t"),
            ("h\"時\"mm\"分\"", "t"),
            ("aaa", "d"),
            ("yyyy/m/d(aaa)", "ymd"),
            ("dd/mm/yyyy hh:mm:ss", "ymdt"),
        ] {
            assert_eq!(shape(code), date(parts), "{code}");
        }
        assert_eq!(shape("[h]:mm"), Shape::Duration);
        assert_eq!(built_in(55), date("ym"));
        assert_eq!(built_in(58), date("ymd"));
        assert_eq!(built_in(4), Shape::Plain);
    }

    #[test]
    fn numbers_keep_what_the_reading_understands() {
        assert_eq!(shape("0.0%"), Shape::Percent);
        assert_eq!(shape("\"¥\"#,##0;[Red]\"△\"#,##0"), around("¥", ""));
        assert_eq!(shape("[$¥-411]#,##0.00;[Red]\\-[$¥-411]#,##0"), around("¥", ""));
        assert_eq!(shape("_ \"¥\"* #,##0_ ;_ \"¥\"* \\-#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ "), around("¥", ""));
        assert_eq!(shape("#,##0\"円\""), around("", "円"));
        assert_eq!(shape("0.0\\ \"kg\""), around("", "kg"));
        assert_eq!(shape("0\"月\""), around("", "月"));
        for code in [
            "General",
            "#,##0",
            "0.00E+00",
            "#,##0,\"千円\"",
            "0\"番目の人\"",
            "@",
            "",
            "[Red]0",
            "#,##0_);(#,##0)",
            "(0)",
        ] {
            assert_eq!(shape(code), Shape::Plain, "{code}");
        }
    }

    #[test]
    fn zeros_are_masks() {
        let one = |pattern: &str| Shape::Mask(vec![MaskSection { most: None, pattern: pattern.into() }]);
        assert_eq!(shape("00000"), one("00000"));
        assert_eq!(shape("000\\-0000"), one("000-0000"));
        assert!(matches!(shape("[<=999]000;[<=9999]000\\-00;000\\-0000"), Shape::Mask(s) if s.len() == 3));
        assert_eq!(shape("0"), Shape::Plain);
        assert_eq!(shape("0-0"), Shape::Plain);
    }

    #[test]
    fn odd_codes_never_break() {
        for code in
            ["[", "\"", "\\", "_", "*", "[]", "[$", "[h", "あ[", ";;;", "\\あ", "_あ*あ\"あ", "e+", "0e+", "]", "a/"]
        {
            let _ = shape(code);
        }
    }
}
