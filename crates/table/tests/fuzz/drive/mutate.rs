//! Small steps away from a file.

use super::Draw;

/// Bytes that mean something to some room of the reader.
const PIECES: [&[u8]; 52] = [
    b",",
    b"\"",
    b"\n",
    b"\r",
    b"\r\n",
    b"\t",
    b";",
    b"|",
    b"\0",
    b"\x1A",
    b"\x1B$B",
    b"\x1B(B",
    b"\x1B(J",
    b"\x1B(I",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\xEF\xBB\xBF",
    b"\x83\x5C",
    b"\xA4\xA2",
    b"\x8F\xA2\xAF",
    b"\xED\xA0\x80",
    b"\xEF\xBF\xBD",
    b"99999999999999999999",
    b"-",
    b"()",
    b"1e308",
    b"1e-320",
    b"\xE5\xB9\xB4",
    b"\xE6\x9C\x88",
    b"\xE6\x97\xA5",
    b"/",
    b":",
    b"0000-00-00",
    b"9999-12-31",
    b"12/31/9999",
    b"\xE5\x85\x83",
    b"sep=",
    b"#",
    b"%",
    b"\xE3\x81\x8B\xE3\x82\x99",
    b"\xE5\x90\x88\xE8\xA8\x88",
    b"\xE5\xB9\xB3\xE5\x9D\x87",
    b"\xE2\x96\xB3",
    b"~",
    b"W53",
    b"Q4",
    b"PK\x03\x04",
    b"\xE7\xB8\xBA",
    b"24:00",
    b"Z",
    b"T",
    b" ",
];

/// One step: cut, overwrite, repeat, remove, insert, or splice with another file.
pub fn step(draw: &mut Draw, bytes: &mut Vec<u8>, others: &[Vec<u8>]) {
    let at = draw.below(bytes.len() + 1);
    let length = (draw.below(12) + 1).min(bytes.len() - at);
    match draw.below(9) {
        0 => bytes.truncate(at),
        1 if at < bytes.len() => bytes[at] = draw.below(256) as u8,
        2 if at < bytes.len() => bytes[at] ^= 1 << draw.below(8),
        3 if bytes.len() < 20_000 => {
            let again = bytes[at..].to_vec();
            bytes.extend(again);
        }
        4 => drop(bytes.drain(at..at + length)),
        5 if !others.is_empty() => {
            let other = draw.one_of(others);
            let from = draw.below(other.len() + 1);
            bytes.splice(at..at + length, other[from..].iter().take(400).copied());
        }
        6 => {
            // The same few bytes many times: runs of quotes, of delimiters, of digits.
            let piece = *draw.one_of(&PIECES);
            let times = 1 << draw.below(9);
            bytes.splice(at..at, piece.repeat(times));
        }
        _ => {
            let piece = *draw.one_of(&PIECES);
            bytes.splice(at..at, piece.iter().copied());
        }
    }
}
