//! Draws that are the same on every machine.

/// A small generator.
pub struct Draw(u64);

impl Draw {
    /// The draws of one input of a series.
    pub fn new(seed: u64, number: u64) -> Self {
        let mut state = seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5A17_0A11;
        // Seeds that differ in one bit must not give draws that resemble each other.
        state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Self((state ^ (state >> 31)) | 1)
    }

    /// A number below `n`; 0 if there is none.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % n.max(1) as u64) as usize
    }

    /// Whether one of `n` equal cases came.
    pub fn chance(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of several, which must not be none.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// One of several words.
    pub fn word(&mut self, all: &[&'static str]) -> &'static str {
        all[self.below(all.len())]
    }

    /// A whole number, small ones and borders more often than others.
    pub fn number(&mut self) -> i64 {
        let border = *self.one_of(&[0, 1, 2, 9, 12, 31, 99, 255, 366, 2_024, 9_999, 65_536, 1_048_576, i64::MAX]);
        match self.below(4) {
            0 => border,
            1 => -border,
            2 => self.below(100) as i64,
            _ => self.below(1 << 40) as i64,
        }
    }
}
