//! Archives written by hand, so that every field of them may lie.

/// One entry.
#[derive(Clone)]
pub struct Entry {
    /// Its path.
    pub name: String,
    /// Its bytes as they stand in the archive.
    pub packed: Vec<u8>,
    /// 0 for stored, 8 for deflated.
    pub method: u16,
    /// The size that the archive claims for the unpacked bytes.
    pub claimed: u32,
    /// The checksum that the archive claims.
    pub crc: u32,
}

impl Entry {
    /// An entry that is not packed.
    pub fn stored(name: &str, bytes: &[u8]) -> Self {
        Self { name: name.to_owned(), packed: bytes.to_vec(), method: 0, claimed: bytes.len() as u32, crc: crc(bytes) }
    }

    /// `start`, then some thousand times as many blanks as this entry has bytes, then `end`.
    pub fn swollen(name: &str, start: &[u8], blanks: u32, end: &[u8]) -> Self {
        let packed = deflate(start, blanks, end);
        let claimed = (start.len() + end.len()) as u32 + blanks;
        Self { name: name.to_owned(), packed, method: 8, claimed, crc: 0 }
    }
}

/// The archive of some entries.
pub fn archive(entries: &[Entry]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let at = bytes.len() as u32;
        let mut common = Vec::new();
        for field in [20, 0, entry.method, 0, 0] {
            common.extend(u16::to_le_bytes(field));
        }
        for field in [entry.crc, entry.packed.len() as u32, entry.claimed] {
            common.extend(u32::to_le_bytes(field));
        }
        common.extend(u16::to_le_bytes(entry.name.len() as u16));
        common.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(entry.name.as_bytes());
        bytes.extend(&entry.packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(entry.name.as_bytes());
    }
    let (at, size, count) = (bytes.len() as u32, directory.len() as u32, entries.len() as u16);
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend([size.to_le_bytes(), at.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}

/// The checksum of zip archives (CRC-32, polynomial EDB88320).
pub fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

/// Deflate (RFC 1951) of `start`, a run of blanks and `end`, in one block of fixed codes: 258 blanks in 13 bits.
fn deflate(start: &[u8], blanks: u32, end: &[u8]) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.low(0b011, 3);
    start.iter().for_each(|byte| bits.literal(*byte));
    if blanks > 0 {
        bits.literal(b' ');
        for _ in 0..(blanks - 1) / 258 {
            // Length 258 is code 285 = 11000101, distance 1 is code 0 = 00000.
            bits.high(0b1100_0101, 8);
            bits.high(0, 5);
        }
        (0..(blanks - 1) % 258).for_each(|_| bits.literal(b' '));
    }
    end.iter().for_each(|byte| bits.literal(*byte));
    bits.high(0, 7);
    bits.done()
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    now: u32,
    count: u32,
}

impl Bits {
    /// A number, lowest bit first.
    fn low(&mut self, value: u32, count: u32) {
        (0..count).for_each(|at| self.bit(value >> at & 1));
    }

    /// A code, highest bit first.
    fn high(&mut self, value: u32, count: u32) {
        (0..count).rev().for_each(|at| self.bit(value >> at & 1));
    }

    fn literal(&mut self, byte: u8) {
        match byte {
            0..144 => self.high(0x30 + u32::from(byte), 8),
            _ => self.high(0x190 + u32::from(byte) - 144, 9),
        }
    }

    fn bit(&mut self, bit: u32) {
        self.now |= bit << self.count;
        self.count += 1;
        if self.count == 8 {
            self.bytes.push(self.now as u8);
            (self.now, self.count) = (0, 0);
        }
    }

    fn done(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push(self.now as u8);
        }
        self.bytes
    }
}
