//! The beginning of a file: of a large one, to be shown while the rest is read; of a project, which says how long its head is.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Files up to this size are read before anybody could look at their beginning.
const SMALL_BYTES: f64 = 2e6;
/// Enough for the rows that are shown.
const HEAD_BYTES: usize = 256 * 1024;

/// The whole lines at the beginning of a large file, as an `ArrayBuffer`; `None` for a small one, or where lines have no end.
pub async fn first_lines(file: &File) -> Option<JsValue> {
    if file.size() <= SMALL_BYTES {
        return None;
    }
    let bytes = beginning(file, HEAD_BYTES).await?;
    Some(Uint8Array::from(&bytes[..whole_lines(&bytes)?]).buffer().into())
}

/// The first bytes of a file, fewer where it is shorter; `None` when it cannot be read.
pub async fn beginning(file: &File, length: usize) -> Option<Vec<u8>> {
    let head = file.slice_with_f64_and_f64(0.0, length as f64).ok()?;
    let buffer: ArrayBuffer = JsFuture::from(head.array_buffer()).await.ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// A part of a file as a file of its own, without reading it.
pub fn part(file: &File, start: usize, end: Option<usize>) -> Option<File> {
    let end = end.map_or(file.size(), |end| end as f64);
    let part = file.slice_with_f64_and_f64(start as f64, end).ok()?;
    File::new_with_blob_sequence(&Array::of1(&part), &file.name()).ok()
}

/// Bytes up to the last end of a line. In UTF-16 the line feed takes two bytes.
fn whole_lines(bytes: &[u8]) -> Option<usize> {
    let end = bytes.iter().rposition(|b| *b == b'\n')? + 1;
    let wide = bytes.starts_with(&[0xff, 0xfe]) && bytes.get(end) == Some(&0);
    Some(end + usize::from(wide))
}

#[cfg(test)]
mod tests {
    use super::whole_lines;

    #[test]
    fn a_line_is_not_cut() {
        assert_eq!(whole_lines(b"a,b\n1,2\n3,"), Some(8));
        assert_eq!(whole_lines(b"a\nb\n"), Some(4));
        assert_eq!(whole_lines(b"a,b"), None);
        assert_eq!(whole_lines(&[0xff, 0xfe, b'a', 0, b'\n', 0, b'b', 0]), Some(6));
    }
}
