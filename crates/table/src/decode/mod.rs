//! From bytes to text: which encoding, then decoding by `encoding_rs`.
//!
//! The order of the rules matters: a byte order mark, the NUL pattern of UTF-16, the escapes of ISO-2022-JP (which is valid UTF-8
//! to a naive check), strict UTF-8 on the whole file, mostly-UTF-8 lines, and only then a guess among the older encodings.

mod garbled;
mod legacy;

use std::borrow::Cow;

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GBK, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252,
};
use sanpo_api::{Choice, Choices};

/// Decoded text without byte order mark, NULs and a trailing Ctrl-Z.
#[derive(Debug)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// Usual name of the encoding.
    pub encoding: &'static str,
    /// Characters that could not be decoded (or were lost before).
    pub bad: usize,
    /// Lines in another encoding were mixed in, each decoded by itself.
    pub glued: bool,
    /// The text had been garbled by another program: how many characters had to be guessed if it was restored.
    pub garbled: Option<Garbled>,
}

/// Text that had been garbled before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Garbled {
    /// Characters that had to be guessed, or stay lost.
    pub guessed: usize,
    /// The text is the restored one.
    pub restored: bool,
}

/// Decodes a whole file, from the encoding that the person named or the likeliest one. Never fails: what cannot be decoded
/// becomes U+FFFD and is counted.
pub fn decode(bytes: &[u8], choices: &Choices) -> Decoded {
    let named = choices.find(|c| if let Choice::Encoding(name) = c { named(name) } else { None });
    let (text, encoding, glued) = match named {
        Some(encoding) => (encoding.decode_with_bom_removal(bytes).0.into_owned(), encoding.name(), false),
        None => text_of(bytes),
    };
    let text = tidy(text);
    let found = if encoding == UTF_8.name() && !text.is_ascii() { garbled::restore(&text) } else { None };
    let count = |text: &str| memchr::memmem::find_iter(text.as_bytes(), "\u{FFFD}".as_bytes()).count();
    match found {
        Some(found) if !choices.has(&Choice::Restore(false)) => {
            let garbled = Some(Garbled { guessed: found.guessed, restored: true });
            Decoded { bad: count(&found.text), text: found.text, encoding, glued, garbled }
        }
        found => {
            let garbled = found.map(|found| Garbled { guessed: found.guessed, restored: false });
            Decoded { bad: count(&text), text, encoding, glued, garbled }
        }
    }
}

fn named(name: &str) -> Option<&'static Encoding> {
    OFFERED.into_iter().find(|encoding| encoding.name() == name)
}

/// Encodings that a person can choose.
const OFFERED: [&Encoding; 10] =
    [UTF_8, SHIFT_JIS, EUC_JP, ISO_2022_JP, UTF_16LE, UTF_16BE, GBK, BIG5, EUC_KR, WINDOWS_1252];

/// Bytes at the start of a file in which the row of names is looked for.
const HEAD_BYTES: usize = 1 << 16;

/// The beginning of the file in each encoding that makes sense, the given one first; only that one if all bytes are ASCII.
pub fn beginnings(bytes: &[u8], current: &'static str) -> Vec<(&'static str, String)> {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let wide = |e: &'static Encoding| e == UTF_16LE || e == UTF_16BE;
    let nuls = memchr::memchr(0, head).is_some();
    let fits = |e: &&'static Encoding| match () {
        () if e.name() == current => true,
        () if wide(e) => nuls,
        () if *e == ISO_2022_JP => memchr::memchr(0x1B, head).is_some(),
        () => !head.is_ascii() && !nuls,
    };
    let mut offered: Vec<&'static Encoding> = OFFERED.into_iter().filter(fits).collect();
    offered.sort_by_key(|e| e.name() != current);
    let text = |e: &'static Encoding| tidy(e.decode_with_bom_removal(head).0.into_owned());
    offered.into_iter().map(|e| (e.name(), text(e))).collect()
}

/// The text, the encoding, and whether lines of another one were mixed in.
fn text_of(bytes: &[u8]) -> (String, &'static str, bool) {
    if let Some(encoding) = by_mark(bytes).or_else(|| by_nuls(bytes)).or_else(|| by_escapes(bytes)) {
        return (encoding.decode_with_bom_removal(bytes).0.into_owned(), encoding.name(), false);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), UTF_8.name(), false),
        Err(_) if mostly_utf8(bytes) => (line_by_line(bytes), UTF_8.name(), true),
        Err(_) => {
            let encoding = legacy::guess(bytes);
            (encoding.decode_without_bom_handling(bytes).0.into_owned(), encoding.name(), false)
        }
    }
}

fn by_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(bytes).map(|(encoding, _)| encoding)
}

/// UTF-16 without a mark: ASCII characters leave a NUL in every other byte.
fn by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1 << 14)];
    let nuls = |phase: usize| sample.iter().skip(phase).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let many = sample.len() / 10;
    match () {
        () if odd > many && even * 20 < odd => Some(UTF_16LE),
        () if even > many && odd * 20 < even => Some(UTF_16BE),
        () => None,
    }
}

fn by_escapes(bytes: &[u8]) -> Option<&'static Encoding> {
    let escaped = memchr::memchr_iter(0x1B, bytes)
        .any(|at| matches!(bytes.get(at + 1..at + 3), Some(b"$B" | b"$@" | b"(J" | b"(I" | b"$(")));
    (escaped && bytes.is_ascii()).then_some(ISO_2022_JP)
}

/// Files glued together: at least 60 % of the lines that are not ASCII are UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let lines = bytes.split(is_line_end).filter(|line| !line.is_ascii());
    let (good, all) = lines
        .fold((0usize, 0usize), |(good, all), line| (good + usize::from(std::str::from_utf8(line).is_ok()), all + 1));
    good * 10 >= all * 6
}

fn is_line_end(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

fn line_by_line(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let other = legacy::guess(
        &bytes.split(is_line_end).filter(|l| std::str::from_utf8(l).is_err()).collect::<Vec<_>>().concat(),
    );
    for line in bytes.split_inclusive(is_line_end) {
        let line = match std::str::from_utf8(line) {
            Ok(line) => Cow::Borrowed(line),
            Err(_) => other.decode_without_bom_handling(line).0,
        };
        text.push_str(&line);
    }
    text
}

/// Old hosts end a file with Ctrl-Z and pad with NULs.
fn tidy(mut text: String) -> String {
    while text.ends_with(['\u{1A}', '\0']) {
        text.pop();
    }
    if memchr::memchr(0, text.as_bytes()).is_some() {
        text.retain(|c| c != '\0');
    }
    if text.starts_with('\u{FEFF}') {
        text.remove(0);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(bytes: &[u8]) -> Decoded {
        super::decode(bytes, &Choices::default())
    }

    const SHOP: &str = "日付,店舗,売上\n2024/4/1,渋谷店,38500\n2024/4/2,横浜店,91100\n";

    #[test]
    fn japanese_encodings_are_told_apart() {
        for encoding in [SHIFT_JIS, EUC_JP, ISO_2022_JP, UTF_8] {
            let found = decode(&encoding.encode(SHOP).0);
            assert_eq!((found.encoding, found.text.as_str(), found.bad), (encoding.name(), SHOP, 0));
        }
    }

    #[test]
    fn half_width_kana_are_shift_jis() {
        let text = "ﾆﾁｼﾞ,ｷﾝｶﾞｸ\n1,ﾄｳｷｮｳｼﾃﾝ\n2,ｵｵｻｶｼﾃﾝ\n";
        assert_eq!(decode(&SHIFT_JIS.encode(text).0).text, text);
    }

    #[test]
    fn utf16_needs_no_mark() {
        let little: Vec<u8> = SHOP.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!((decode(&little).encoding, decode(&little).text.as_str()), ("UTF-16LE", SHOP));
        let mut big = b"\xFE\xFF".to_vec();
        big.extend(SHOP.encode_utf16().flat_map(u16::to_be_bytes));
        assert_eq!((decode(&big).encoding, decode(&big).text.as_str()), ("UTF-16BE", SHOP));
    }

    #[test]
    fn other_tongues() {
        let korean = "날짜,매장,매출액\n2024-06-01,서울점,\"689,300\"\n2024-06-02,부산점,1\n";
        assert_eq!(decode(&EUC_KR.encode(korean).0).encoding, "EUC-KR");
        let german = "Datum;Filiale;Umsatz (€)\n1;Köln;2\n2;München;3\n";
        assert_eq!(decode(&WINDOWS_1252.encode(german).0).text, german);
    }

    #[test]
    fn a_named_encoding_is_obeyed() {
        let bytes = SHIFT_JIS.encode(SHOP).0;
        let choices = [Choice::Encoding("EUC-JP".into())].into_iter().collect();
        let wrong = super::decode(&bytes, &choices);
        assert_eq!(wrong.encoding, "EUC-JP");
        assert_ne!(wrong.text, SHOP);
        let views = beginnings(&bytes, "EUC-JP");
        assert_eq!(views[0].0, "EUC-JP");
        assert!(views.iter().any(|(name, text)| *name == "Shift_JIS" && text == SHOP));
    }

    #[test]
    fn glued_files_are_read_line_by_line() {
        let mut bytes = "日付,店\n1,渋谷\n2,新宿\n3,梅田\n".as_bytes().to_vec();
        bytes.extend_from_slice(&SHIFT_JIS.encode("4,横浜\n").0);
        assert!(decode(&bytes).text.ends_with("3,梅田\n4,横浜\n"));
    }

    #[test]
    fn ctrl_z_nul_and_mark_vanish() {
        assert_eq!(decode(b"\xEF\xBB\xBFa,b\n1,\x002\n\x1A").text, "a,b\n1,2\n");
    }
}
