//! The beginning of a large file, to be shown while the rest is read.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Files up to this size are read before anybody could look at their beginning.
const SMALL_BYTES: f64 = 2e6;
/// Enough for the rows that are shown.
const HEAD_BYTES: i32 = 256 * 1024;

/// The whole lines at the beginning of a large file, as an `ArrayBuffer`; `None` for a small one, or where lines have no end.
pub async fn first_lines(file: &File) -> Option<JsValue> {
    if file.size() <= SMALL_BYTES {
        return None;
    }
    let head = file.slice_with_i32_and_i32(0, HEAD_BYTES).ok()?;
    let buffer: ArrayBuffer = JsFuture::from(head.array_buffer()).await.ok()?.dyn_into().ok()?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    Some(Uint8Array::from(&bytes[..whole_lines(&bytes)?]).buffer().into())
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
