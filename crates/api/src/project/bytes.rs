//! A project as one file: a head with everything but the data, and behind it, if the person wants so, the data file as it was.
//!
//! Bytes: the mark, the version (u16), the length of the head (u32), its sum (u64), all little-endian; the head in postcard; the
//! data. The head is untrusted: its length, sum and version are checked before it is decoded.

use super::Project;
use crate::{decode, encode};

/// How a project file begins: a name, and a byte that no text has.
pub const PROJECT_MARK: &[u8; 6] = b"SANPO\x1a";
/// Ending of a project file's name.
pub const PROJECT_ENDING: &str = "sanpo";
/// Bytes before the head.
pub const PROJECT_PREFIX: usize = PROJECT_MARK.len() + 2 + 4 + 8;
/// The version that is written, and the only one that is read: it counts up when the vocabulary changes.
const VERSION: u16 = 6;
/// Longest head that is read.
const MAX_HEAD: u32 = 256 << 20;

/// Why bytes are not a project that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoProject {
    /// They do not begin like one.
    OtherFile,
    /// Another version of Sanpo wrote it.
    OtherVersion,
    /// It is cut off, or was changed.
    Damaged,
}

impl Project {
    /// The bytes up to the data.
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = encode(self);
        let mut bytes = PROJECT_MARK.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend((head.len() as u32).to_le_bytes());
        bytes.extend(sum(&head).to_le_bytes());
        bytes.extend(head);
        bytes
    }

    /// Bytes of the head, from the first [`PROJECT_PREFIX`] bytes of a file. Fails as [`Project::from_bytes`] does.
    pub fn head_length(prefix: &[u8]) -> Result<usize, NoProject> {
        let rest = prefix.strip_prefix(PROJECT_MARK).ok_or(NoProject::OtherFile)?;
        let version = rest.first_chunk().map(|b| u16::from_le_bytes(*b)).ok_or(NoProject::Damaged)?;
        if version != VERSION {
            return Err(NoProject::OtherVersion);
        }
        let length = rest[2..].first_chunk().map(|b| u32::from_le_bytes(*b)).ok_or(NoProject::Damaged)?;
        if length > MAX_HEAD { Err(NoProject::Damaged) } else { Ok(length as usize) }
    }

    /// Reads a project from the bytes of a file; those of the data need not be there. Fails: not a project, of another
    /// version, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoProject> {
        let length = Self::head_length(bytes)?;
        let head = bytes.get(PROJECT_PREFIX..PROJECT_PREFIX + length).ok_or(NoProject::Damaged)?;
        let stated = bytes[PROJECT_PREFIX - 8..].first_chunk().map(|b| u64::from_le_bytes(*b));
        if stated != Some(sum(head)) {
            return Err(NoProject::Damaged);
        }
        decode(head).map_err(|_| NoProject::Damaged)
    }
}

/// FNV-1a, 64 bits: enough to notice a damaged file.
fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::super::tests::project;
    use super::*;

    #[test]
    fn a_project_comes_back_and_damage_is_noticed() {
        let bytes = project().to_bytes();
        assert_eq!(Project::head_length(&bytes[..PROJECT_PREFIX]), Ok(bytes.len() - PROJECT_PREFIX));
        let mut with_data = bytes.clone();
        with_data.extend(b"a,b\n1,2\n");
        assert_eq!(Project::from_bytes(&with_data), Ok(project()));
        for cut in 0..bytes.len() {
            let wanted = if cut < 6 { NoProject::OtherFile } else { NoProject::Damaged };
            assert_eq!(Project::from_bytes(&bytes[..cut]), Err(wanted), "{cut}");
        }
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0x40;
            assert!(Project::from_bytes(&changed).is_err(), "{at}");
        }
    }
}
