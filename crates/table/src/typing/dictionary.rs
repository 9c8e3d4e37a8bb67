//! Different texts of a column, each kept once, in order of first appearance.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

/// The code of a missing value.
pub const MISSING: u32 = u32::MAX;

/// Texts by code. All texts stand in one string; the hash is only for looking up, never for order.
#[derive(Default)]
pub struct Dictionary {
    text: String,
    ends: Vec<usize>,
    /// Codes, each with a part of its hash: most comparisons and all growth do without the texts.
    index: HashTable<(u32, u32)>,
    hasher: DefaultHashBuilder,
}

impl Dictionary {
    /// The code of a text, new or known.
    pub fn code(&mut self, text: &str) -> u32 {
        let part = self.hasher.hash_one(text) as u32;
        let (arena, ends) = (&self.text, &self.ends);
        let same = |entry: &(u32, u32)| entry.0 == part && slice(arena, ends, entry.1) == text;
        if let Some((_, code)) = self.index.find(spread(part), same) {
            return *code;
        }
        let code = self.ends.len() as u32;
        self.index.insert_unique(spread(part), (part, code), |entry| spread(entry.0));
        self.text.push_str(text);
        self.ends.push(self.text.len());
        code
    }

    /// Number of different texts.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a code; empty if there is none.
    pub fn get(&self, code: u32) -> &str {
        if (code as usize) < self.ends.len() { slice(&self.text, &self.ends, code) } else { "" }
    }

    /// All texts in order of first appearance.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|code| slice(&self.text, &self.ends, code as u32))
    }

    /// Frees what is needed only for adding.
    pub fn freeze(&mut self) {
        self.index = HashTable::new();
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// A whole hash from its part: the table looks at the highest and the lowest bits.
#[inline]
fn spread(part: u32) -> u64 {
    u64::from(part) | u64::from(part) << 32
}

#[inline]
fn slice<'a>(text: &'a str, ends: &[usize], code: u32) -> &'a str {
    let code = code as usize;
    let start = if code == 0 { 0 } else { ends[code - 1] };
    &text[start..ends[code]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_appearance_orders() {
        let mut d = Dictionary::default();
        let codes: Vec<u32> = ["b", "a", "b", "", "a"].iter().map(|t| d.code(t)).collect();
        assert_eq!(codes, [0, 1, 0, 2, 1]);
        assert_eq!(d.iter().collect::<Vec<_>>(), ["b", "a", ""]);
        assert_eq!(d.get(99), "");
    }
}
