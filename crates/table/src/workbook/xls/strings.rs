//! Texts of old workbooks: one or two bytes a character, with formatting and phonetic guides behind, and cut into records.
//!
//! Source: [MS-XLS], sections 2.4.265 (the table of texts), 2.5.293 and 2.5.294.

use super::super::compound::{u16_at, u32_at};
use crate::records::CELL_BYTES;

/// A text with its length in one byte.
pub fn short(data: &[u8]) -> Option<String> {
    let (count, rest) = data.split_first()?;
    plain(rest, usize::from(*count))
}

/// A text with its length in two bytes.
pub fn long(data: &[u8]) -> Option<String> {
    plain(data.get(2..)?, usize::from(u16_at(data, 0)?))
}

fn plain(data: &[u8], count: usize) -> Option<String> {
    let mut parts = Parts { parts: &[data], part: 0, at: 0 };
    let wide = parts.byte()? & 1 == 1;
    Some(parts.characters(count, wide))
}

/// The table of texts, which continues over several records.
pub fn table(parts: &[&[u8]]) -> Vec<String> {
    let Some(count) = parts.first().and_then(|first| u32_at(first, 4)) else { return Vec::new() };
    let mut parts = Parts { parts, part: 0, at: 8 };
    let mut texts = Vec::new();
    for _ in 0..count {
        let Some(text) = parts.rich() else { break };
        texts.push(text);
    }
    texts
}

/// A place in texts that are cut into records.
struct Parts<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl Parts<'_> {
    /// The bytes left in the record at hand; moves on where there are none.
    fn rest(&mut self) -> &[u8] {
        while self.parts.get(self.part).is_some_and(|part| self.at >= part.len()) {
            self.part += 1;
            self.at = 0;
        }
        self.parts.get(self.part).map_or(&[], |part| &part[self.at..])
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = self.rest().first().copied()?;
        self.at += 1;
        Some(byte)
    }

    fn number(&mut self, bytes: usize) -> Option<usize> {
        (0..bytes).try_fold(0, |number, place| Some(number | usize::from(self.byte()?) << (8 * place)))
    }

    /// A text with runs of formatting and a phonetic guide, both of which are passed over.
    fn rich(&mut self) -> Option<String> {
        let count = self.number(2)?;
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { self.number(2)? } else { 0 };
        let guide = if flags & 4 != 0 { self.number(4)? } else { 0 };
        let text = self.characters(count, flags & 1 == 1);
        self.skip(runs * 4 + guide);
        Some(text)
    }

    /// Characters; where a record ends among them the next one begins with their width anew.
    fn characters(&mut self, count: usize, mut wide: bool) -> String {
        let (mut units, mut left) = (Vec::with_capacity(count.min(CELL_BYTES)), count);
        while left > 0 {
            let width = if wide { 2 } else { 1 };
            let rest = self.rest();
            let here = (rest.len() / width).min(left);
            if here == 0 {
                break;
            }
            let bytes = &rest[..here * width];
            match wide {
                true => units.extend(bytes.as_chunks::<2>().0.iter().map(|b| u16::from_le_bytes(*b))),
                false => units.extend(bytes.iter().map(|b| u16::from(*b))),
            }
            self.at += here * width;
            left -= here;
            if left > 0 && self.parts.get(self.part).is_some_and(|part| self.at >= part.len()) {
                let Some(flags) = self.byte() else { break };
                wide = flags & 1 == 1;
            }
        }
        String::from_utf16_lossy(&units)
    }

    fn skip(&mut self, mut bytes: usize) {
        while bytes > 0 {
            let here = self.rest().len().min(bytes);
            if here == 0 {
                return;
            }
            self.at += here;
            bytes -= here;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_continue_and_guides_are_passed_over() {
        let mut first = vec![2, 0, 0, 0, 2, 0, 0, 0];
        // "abcd", cut in the middle; the rest comes in two bytes a character.
        first.extend([4, 0, 0, b'a', b'b']);
        let mut second = vec![1];
        second.extend("cd".encode_utf16().flat_map(u16::to_le_bytes));
        // "東" with a guide of three bytes.
        second.extend([1, 0, 5, 3, 0, 0, 0]);
        second.extend("東".encode_utf16().flat_map(u16::to_le_bytes));
        second.extend([9, 9, 9]);
        assert_eq!(table(&[&first, &second]), ["abcd", "東"]);
        assert_eq!(table(&[&first]), ["ab"]);
        assert_eq!(table(&[]), Vec::<String>::new());
        assert_eq!(long(&[2, 0, 0, b'h', b'i']).as_deref(), Some("hi"));
        assert_eq!(short(&[1]), None);
    }
}
