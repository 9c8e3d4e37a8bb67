//! Numbers and texts, one after the other.

/// What is left of the bytes.
pub(super) struct Reader<'b> {
    pub(super) rest: &'b [u8],
    /// Something did not suit.
    pub(super) wrong: bool,
}

impl<'b> Reader<'b> {
    /// Nothing more is read: whatever is asked for is zero, empty or the first kind.
    #[inline(never)]
    pub(super) fn refuse(&mut self) {
        self.wrong = true;
        self.rest = &[];
    }

    #[inline(never)]
    pub(super) fn bytes(&mut self, count: usize) -> &'b [u8] {
        match self.rest.split_at_checked(count) {
            Some((bytes, rest)) => {
                self.rest = rest;
                bytes
            }
            None => {
                self.refuse();
                &[]
            }
        }
    }

    #[inline(never)]
    pub(super) fn byte(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or(0)
    }

    /// Seven bits a byte, the lowest first.
    #[inline(never)]
    pub(super) fn whole(&mut self) -> u64 {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return value;
            }
        }
        self.refuse();
        0
    }

    /// A whole number up to a limit.
    #[inline(never)]
    pub(super) fn up_to(&mut self, most: u64) -> u64 {
        let value = self.whole();
        if value <= most {
            return value;
        }
        self.refuse();
        0
    }

    #[inline(never)]
    pub(super) fn signed(&mut self) -> i64 {
        let value = self.whole();
        (value >> 1) as i64 ^ -((value & 1) as i64)
    }

    /// How many follow; each takes a byte at least, so that no number makes the reader run on.
    #[inline(never)]
    pub(super) fn count(&mut self) -> usize {
        self.up_to(self.rest.len() as u64) as usize
    }

    #[inline(never)]
    pub(super) fn float(&mut self) -> f64 {
        self.bytes(8).try_into().map_or(0.0, f64::from_le_bytes)
    }

    #[inline(never)]
    pub(super) fn text(&mut self) -> &'b str {
        let count = self.count();
        str::from_utf8(self.bytes(count)).unwrap_or_else(|_| {
            self.refuse();
            ""
        })
    }
}
