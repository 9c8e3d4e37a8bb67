//! A CSV file as office programs write it, in Japanese or in English.

use encoding_rs::SHIFT_JIS;
use sanpo_api::Lang;

/// A word in Japanese and in English.
pub type Word = (&'static str, &'static str);

/// The word in that language.
pub fn say(lang: Lang, (ja, en): Word) -> &'static str {
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

/// Yen, or as many cents in dollars.
pub fn money(lang: Lang, yen: u32) -> String {
    match lang {
        Lang::Ja => yen.to_string(),
        Lang::En => format!("{}.{:02}", yen / 100, yen % 100),
    }
}

/// Rows of a file, joined by commas and ended by CR LF. No cell of ours needs quotes.
pub struct Paper(String);

impl Paper {
    /// A file with these column names.
    pub fn new(lang: Lang, columns: &[Word]) -> Self {
        let columns: Vec<&str> = columns.iter().map(|word| say(lang, *word)).collect();
        Self(columns.join(",") + "\r\n")
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[String]) {
        self.0 += &cells.join(",");
        self.0 += "\r\n";
    }

    /// UTF-8 with the mark that Excel looks for.
    pub fn utf8(self) -> Vec<u8> {
        [b"\xef\xbb\xbf", self.0.as_bytes()].concat()
    }

    /// Shift_JIS, as older programs write it.
    pub fn shift_jis(self) -> Vec<u8> {
        let (bytes, _, lossy) = SHIFT_JIS.encode(&self.0);
        assert!(!lossy, "the sample has a character outside Shift_JIS");
        bytes.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_encodings_carry_the_rows() {
        let mut paper = Paper::new(Lang::Ja, &[("温度(℃)", "")]);
        paper.row(&["1.5".into()]);
        assert_eq!(paper.utf8(), "\u{feff}温度(℃)\r\n1.5\r\n".as_bytes());
        assert_eq!(Paper::new(Lang::Ja, &[("℃", "")]).shift_jis(), [0x81, 0x8e, b'\r', b'\n']);
    }
}
