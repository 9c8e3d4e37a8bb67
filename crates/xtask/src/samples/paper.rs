//! A CSV file as Japanese office programs write it.

use encoding_rs::SHIFT_JIS;

/// Rows of a file, joined by commas and ended by CR LF. No cell of ours needs quotes.
pub struct Paper(String);

impl Paper {
    /// A file with these column names.
    pub fn new(columns: &[&str]) -> Self {
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
        let mut paper = Paper::new(&["温度(℃)"]);
        paper.row(&["1.5".into()]);
        assert_eq!(paper.utf8(), "\u{feff}温度(℃)\r\n1.5\r\n".as_bytes());
        assert_eq!(Paper::new(&["℃"]).shift_jis(), [0x81, 0x8e, b'\r', b'\n']);
    }
}
