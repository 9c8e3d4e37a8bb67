//! Whether a sheet is a copy of another one, or what that one was some time ago: its rows stand there too, and that is no accident.

use crate::cells::fold;
use crate::typing::{Column, Data};

use super::below::Part;
use super::turn::cells;

/// What a copy is called, as a whole word where the letters are Latin.
const WORDS: [&str; 10] = ["コピー", "複製", "バックアップ", "控え", "旧", "copy", "backup", "bak", "bk", "old"];

/// The rows of a sheet as numbers, to be compared with those of others.
pub struct Rows {
    /// What each row holds, sorted.
    hashes: Vec<u64>,
    /// Its name says that it is a copy.
    pub is_named_so: bool,
    /// The rows hold dates, and something that is not nearly always the same: two such sheets are not equal by accident.
    is_telling: bool,
}

impl Rows {
    /// Reads the rows once.
    pub fn of(part: &Part) -> Self {
        let is_date = |at: &usize| matches!(part.draft.columns[*at].data, Data::Moments(_));
        let (dates, others): (Vec<usize>, Vec<usize>) = part.places.iter().copied().partition(is_date);
        let mut hashes = Vec::with_capacity(part.draft.extent.starts.len());
        let mut values = Vec::with_capacity(hashes.capacity());
        for row in 0..part.draft.extent.starts.len() {
            let cells = cells(part.draft, row);
            let value = others.iter().fold(START, |hash, at| mix(hash, cells[*at].as_bytes()));
            let moment = |at: &usize| moment(&part.draft.columns[*at], row);
            hashes.push(dates.iter().fold(value, |hash, at| match moment(at) {
                Some(moment) => mix(hash, &moment.to_le_bytes()),
                None => mix(hash, cells[*at].as_bytes()),
            }));
            values.push(value);
        }
        hashes.sort_unstable();
        values.sort_unstable();
        let most = values.chunk_by(|a, b| a == b).map(<[u64]>::len).max().unwrap_or(0);
        let is_telling = !dates.is_empty() && most * 2 <= values.len();
        Self { hashes, is_named_so: names_a_copy(&part.name), is_telling }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether this sheet holds nothing of its own beside the other one. If the person wants the sheets together, only one that
    /// is called a copy is left out.
    pub fn repeat(&self, other: &Self, together: bool) -> bool {
        // Where both are called so the names only count: (1), (2).
        let is_named_so = self.is_named_so != other.is_named_so;
        (is_named_so || (self.is_telling && !together)) && self.shared(other) * 100 >= self.len() * 98
    }

    /// Rows that both have.
    fn shared(&self, other: &Self) -> usize {
        let mut others = other.hashes.iter().peekable();
        let stands_there = |hash: &&u64| {
            while others.next_if(|other| other < hash).is_some() {}
            others.next_if_eq(hash).is_some()
        };
        self.hashes.iter().filter(stands_there).count()
    }
}

/// The date of a row, however it is written.
fn moment(column: &Column, row: usize) -> Option<i64> {
    match &column.data {
        Data::Moments(values) => values.get(row).copied().filter(|value| *value != i64::MIN),
        _ => None,
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

/// Adds a cell (FNV-1a, the same on every machine), and a mark at its end.
fn mix(hash: u64, cell: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
    step(cell.iter().fold(hash, step), &0x1F)
}

/// 本店 (2), 売上のコピー, old.
fn names_a_copy(name: &str) -> bool {
    let name = fold(name).to_lowercase();
    let numbered = name.trim_end().strip_suffix(')').and_then(|name| name.rsplit_once('('));
    if numbered.is_some_and(|(_, number)| matches!(number.len(), 1 | 2) && number.bytes().all(|b| b.is_ascii_digit())) {
        return true;
    }
    let is_word = |word: &str| name.split(|c: char| !c.is_ascii_alphabetic()).any(|part| part == word);
    WORDS.iter().any(|word| if word.is_ascii() { is_word(word) } else { name.contains(word) })
}
