//! OLE containers written by hand: the files of Excel before 2007, and encrypted workbooks.

const SECTOR: usize = 512;
const FREE: u32 = 0xFFFF_FFFF;
const END: u32 = 0xFFFF_FFFE;
const FAT: u32 = 0xFFFF_FFFD;

/// A container with one stream. `links` is what the table of sectors says follows the stream's sectors: `None` for the truth.
pub fn container(stream: &str, bytes: &[u8], links: Option<u32>) -> Vec<u8> {
    // Streams below 4096 bytes would need the small table; blanks behind the records are harmless.
    let mut body = bytes.to_vec();
    body.resize(bytes.len().max(4096).next_multiple_of(SECTOR), 0);
    let sectors = (body.len() / SECTOR) as u32;
    let mut file = header();
    let mut fat = vec![FAT, END];
    fat.extend((0..sectors).map(|at| links.unwrap_or(if at + 1 == sectors { END } else { at + 3 })));
    fat.resize(SECTOR / 4, FREE);
    file.extend(fat.iter().flat_map(|entry| entry.to_le_bytes()));
    file.extend(entry("Root Entry", 5, 1, END, 0));
    file.extend(entry(stream, 2, FREE, 2, body.len() as u32));
    file.resize(3 * SECTOR, 0);
    file.extend(body);
    file
}

fn header() -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.extend([0; 16]);
    // Minor and major version, byte order, sector sizes as powers of two.
    bytes.extend([0x3E_u16, 3, 0xFFFE, 9, 6].iter().flat_map(|field| field.to_le_bytes()));
    bytes.extend([0; 6]);
    // Directory sectors, FAT sectors, first of the directory, signature, least size of a stream, small and further tables.
    bytes.extend([0_u32, 1, 1, 0, 4096, END, 0, END, 0].iter().flat_map(|field| field.to_le_bytes()));
    bytes.extend(0_u32.to_le_bytes());
    bytes.resize(SECTOR, 0xFF);
    bytes
}

/// An entry of the directory.
fn entry(name: &str, kind: u8, child: u32, start: u32, size: u32) -> Vec<u8> {
    let mut bytes: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = bytes.len() as u16 + 2;
    bytes.resize(64, 0);
    bytes.extend(length.to_le_bytes());
    bytes.extend([kind, 1]);
    bytes.extend([FREE, FREE, child].iter().flat_map(|field| field.to_le_bytes()));
    bytes.extend([0; 36]);
    bytes.extend([start, size, 0].iter().flat_map(|field| field.to_le_bytes()));
    bytes
}

/// Records of a small BIFF8 workbook: one sheet with a header and two rows.
pub fn sheet_records(name: &str, rows: u16) -> Vec<u8> {
    let globals_start = [record(0x809, &words(&[0x600, 5, 0, 0, 0, 0, 0, 0])), record(0x42, &words(&[1200]))].concat();
    let mut sheet_name = vec![name.len() as u8, 0];
    sheet_name.extend(name.bytes());
    let bound_length = 4 + 4 + 2 + sheet_name.len();
    let sheet_at = (globals_start.len() + bound_length + 4) as u32;
    let bound = [sheet_at.to_le_bytes().to_vec(), vec![0, 0], sheet_name].concat();
    let mut bytes = [globals_start, record(0x85, &bound), record(0x0A, &[])].concat();
    bytes.extend(record(0x809, &words(&[0x600, 16, 0, 0, 0, 0, 0, 0])));
    for (column, name) in ["day", "sales"].iter().enumerate() {
        let label = [words(&[0, column as u16, 0, name.len() as u16]), vec![0], name.as_bytes().to_vec()].concat();
        bytes.extend(record(0x204, &label));
    }
    for row in 1..=rows {
        for column in 0..2 {
            let number = [words(&[row, column, 0]), (f64::from(row) * 1.5 + 45_000.0).to_le_bytes().to_vec()].concat();
            bytes.extend(record(0x203, &number));
        }
    }
    bytes.extend(record(0x0A, &[]));
    bytes
}

fn words(fields: &[u16]) -> Vec<u8> {
    fields.iter().flat_map(|field| field.to_le_bytes()).collect()
}

/// One record: its number, its length, its bytes.
pub fn record(number: u16, bytes: &[u8]) -> Vec<u8> {
    [words(&[number, bytes.len() as u16]), bytes.to_vec()].concat()
}
