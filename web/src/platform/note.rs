//! A note that outlives a reload of the tab and nothing else. Where the browser keeps nothing there is none.

use leptos::prelude::window;
use web_sys::Storage;

/// Its name.
const KEY: &str = "sanpo";

/// Keeps a note, or forgets it.
pub fn keep_note(note: Option<&[u8]>) {
    let Some(storage) = storage() else { return };
    // A full or locked storage is nothing to tell of.
    let _ = match note {
        Some(bytes) => storage.set_item(KEY, &hex(bytes)),
        None => storage.remove_item(KEY),
    };
}

/// The note of before.
pub fn kept_note() -> Option<Vec<u8>> {
    bytes(&storage()?.get_item(KEY).ok()??)
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16);
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).flatten().collect()
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = hex.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect();
    Some(digits?.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::{bytes, hex};

    #[test]
    fn bytes_survive_as_digits() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(bytes(&hex(&all)), Some(all));
        assert_eq!(bytes("0g"), None);
    }
}
