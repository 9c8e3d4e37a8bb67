//! What is tried on the reader, and what must hold for whatever comes in. Shared by the test that replays the corpus and by the
//! example that goes on for minutes (`cargo xtask fuzz`).

mod book;
mod cell;
mod compound;
mod draw;
mod mutate;
mod oracle;
mod text;
mod zip;

pub use draw::Draw;

/// A room of the reader. All of them are reached through `sanpo_table::read`, with bytes in the shape that keeps the others out
/// of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Encodings: escapes, marks, glued files.
    Decode,
    /// Quotes, delimiters, line ends.
    Records,
    /// Numbers, dates, marks for "no value".
    Cells,
    /// Titles, headers, totals, several tables.
    Table,
    /// Archives and the office files in them.
    Workbook,
}

/// Size below which a file may be in the corpus.
pub const MOST_BYTES: usize = 2_560;

impl Target {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Decode, Self::Records, Self::Cells, Self::Table, Self::Workbook];

    /// Its name on the command line and in the corpus.
    pub fn name(self) -> &'static str {
        match self {
            Self::Decode => "decode",
            Self::Records => "records",
            Self::Cells => "cells",
            Self::Table => "table",
            Self::Workbook => "workbook",
        }
    }

    /// An input of the seed. `corpus` gives starting points beside the target's own.
    pub fn input(self, draw: &mut Draw, corpus: &[Vec<u8>]) -> Vec<u8> {
        let known = !corpus.is_empty() && draw.below(4) == 0;
        let mut bytes = match self {
            _ if known => draw.one_of(corpus).clone(),
            Self::Decode => text::encoded(draw),
            Self::Records => text::records(draw).into_bytes(),
            Self::Cells => text::cells(draw).into_bytes(),
            Self::Table => text::layout(draw).into_bytes(),
            Self::Workbook => book::any(draw),
        };
        // A container that is broken at a few places mostly ends at the door; its parts were mutated before it was closed.
        let steps = match self {
            Self::Workbook if draw.below(3) > 0 => 0,
            _ => draw.below(7),
        };
        for _ in 0..steps {
            mutate::step(draw, &mut bytes, corpus);
        }
        bytes
    }

    /// Small files that the target starts from: the committed corpus holds them.
    pub fn seeds(self) -> Vec<Vec<u8>> {
        let files = match self {
            Self::Workbook => book::plain(),
            _ => (1..=24).map(|seed| self.input(&mut Draw::new(seed, 0), &[])).collect(),
        };
        files.into_iter().filter(|bytes| !bytes.is_empty() && bytes.len() < MOST_BYTES).collect()
    }

    /// Reads the input and says what does not hold.
    pub fn check(self, bytes: &[u8]) -> Result<(), String> {
        oracle::check(bytes)
    }
}
