//! OLE compound files: a small file system inside one file, in which old workbooks live.
//!
//! Every chain of sectors is followed at most as often as the file has sectors, so that a chain that bites its own tail ends.
//! Source: [MS-CFB], sections 2.2 to 2.6.

/// Sector numbers from here on are marks, not places.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

/// Streams below this size live in the small sectors of the root entry.
const SMALL_STREAM_BYTES: usize = 4096;

const HEADER_BYTES: usize = 512;
const SMALL_SECTOR_BYTES: usize = 64;
const ENTRY_BYTES: usize = 128;

/// The tables of a compound file.
struct Compound<'a> {
    bytes: &'a [u8],
    sector_bytes: usize,
    /// The sector behind each sector.
    next: Vec<u32>,
}

/// The bytes of the stream of that name; `None` where the file is broken or has none.
pub fn stream(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let sector_bytes = match u16_at(bytes, 30)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let mut file = Compound { bytes, sector_bytes, next: Vec::new() };
    file.next = file.table()?;
    let entries = file.chain(u32_at(bytes, 48)?, usize::MAX)?;
    let root = Entry::read(entries.get(..ENTRY_BYTES)?)?;
    let found = entries.chunks_exact(ENTRY_BYTES).filter_map(Entry::read).find(|e| e.is_named(name))?;
    if found.size >= SMALL_STREAM_BYTES {
        return file.chain(found.start, found.size);
    }
    let room = file.chain(root.start, root.size)?;
    let next = file.chain(u32_at(bytes, 60)?, usize::MAX)?;
    let small: Vec<u32> = next.as_chunks::<4>().0.iter().map(|b| u32::from_le_bytes(*b)).collect();
    let sector = |at: u32| room.get(at as usize * SMALL_SECTOR_BYTES..).map(|rest| &rest[..rest.len().min(64)]);
    follow(found.start, found.size, &small, sector)
}

impl<'a> Compound<'a> {
    fn sector(&self, at: u32) -> Option<&'a [u8]> {
        let start = (at as usize).checked_add(1)?.checked_mul(self.sector_bytes)?;
        let end = start.checked_add(self.sector_bytes)?.min(self.bytes.len());
        // The header takes the place of one sector; the last sector may be short.
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// The table of following sectors: its own sectors are listed in the header and in a chain behind it.
    fn table(&self) -> Option<Vec<u32>> {
        let limit = self.bytes.len() / self.sector_bytes + 1;
        let mut places: Vec<u32> = self.bytes.get(76..HEADER_BYTES)?.as_chunks::<4>().0.iter().map(le).collect();
        let mut at = u32_at(self.bytes, 68)?;
        for _ in 0..limit {
            if at >= LAST_SECTOR {
                break;
            }
            let more = self.sector(at)?.as_chunks::<4>().0;
            let (last, more) = more.split_last()?;
            places.extend(more.iter().map(le));
            at = le(last);
        }
        let mut table = Vec::new();
        for at in places.into_iter().filter(|at| *at < LAST_SECTOR).take(limit) {
            table.extend(self.sector(at)?.as_chunks::<4>().0.iter().map(le));
        }
        Some(table)
    }

    fn chain(&self, start: u32, size: usize) -> Option<Vec<u8>> {
        follow(start, size, &self.next, |at| self.sector(at))
    }
}

/// Collects a chain of sectors, at most `size` bytes and never more sectors than there are.
fn follow<'s>(start: u32, size: usize, next: &[u32], sector: impl Fn(u32) -> Option<&'s [u8]>) -> Option<Vec<u8>> {
    let (mut bytes, mut at) = (Vec::new(), start);
    for _ in 0..=next.len() {
        if at >= LAST_SECTOR || bytes.len() >= size {
            break;
        }
        bytes.extend_from_slice(sector(at)?);
        at = *next.get(at as usize)?;
    }
    bytes.truncate(size);
    Some(bytes)
}

/// An entry of the directory.
struct Entry {
    name: String,
    start: u32,
    size: usize,
}

impl Entry {
    fn read(bytes: &[u8]) -> Option<Self> {
        let units: Vec<u16> = bytes.get(..64)?.as_chunks::<2>().0.iter().map(|b| u16::from_le_bytes(*b)).collect();
        let length = units.iter().position(|unit| *unit == 0).unwrap_or(units.len());
        let name = String::from_utf16_lossy(&units[..length]);
        Some(Self { name, start: u32_at(bytes, 116)?, size: u32_at(bytes, 120)? as usize })
    }

    fn is_named(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

fn le(bytes: &[u8; 4]) -> u32 {
    u32::from_le_bytes(*bytes)
}

/// Two bytes at a place.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Four bytes at a place.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
