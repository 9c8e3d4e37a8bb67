//! Saving a file to the person's download folder.

use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::after;

/// Longest file name that is given, in characters; some systems stop at 255 bytes.
const NAME_LIMIT: usize = 80;
/// How long a saved file's address stays alive: a browser may ask the person first.
const ADDRESS_LIFE_MS: u64 = 60_000;

/// Saves parts (buffers, strings, files) one behind the other under a name. Fails when the browser does not let us.
pub fn save(name: &str, mime: &str, parts: &Array) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let blob = Blob::new_with_buffer_source_sequence_and_options(parts, &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(&safe_name(name));
    anchor.click();
    after(ADDRESS_LIFE_MS, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}

/// A file made of bytes or a text that the page already has (a sample, a pasted table).
pub fn file_from(name: &str, bytes: &JsValue) -> Result<File, JsValue> {
    File::new_with_buffer_source_sequence(&Array::of1(bytes), name)
}

/// A file name without characters that a system forbids or that hide the true ending.
fn safe_name(name: &str) -> String {
    let kept: String = name.chars().map(|c| if is_safe(c) { c } else { '_' }).collect();
    let kept = kept.trim_matches(|c: char| c == '.' || c == ' ').to_owned();
    if kept.is_empty() { "sanpo".to_owned() } else { shortened(&kept) }
}

/// Shortens the stem, not the ending: the ending says which program opens the file.
fn shortened(name: &str) -> String {
    let length = name.chars().count();
    if length <= NAME_LIMIT {
        return name.to_owned();
    }
    let (stem, ending) = name.rsplit_once('.').filter(|(_, e)| e.chars().count() < 10).unwrap_or((name, "csv"));
    let room = NAME_LIMIT - ending.chars().count() - 1;
    format!("{}.{ending}", stem.chars().take(room).collect::<String>())
}

fn is_safe(c: char) -> bool {
    let direction = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !c.is_control() && !direction && !r#"/\:*?"<>|"#.contains(c)
}

#[cfg(test)]
mod tests {
    use super::{NAME_LIMIT, safe_name};

    #[test]
    fn plain_names_stay() {
        assert_eq!(safe_name("売上 2024年_予測.csv"), "売上 2024年_予測.csv");
    }

    #[test]
    fn forbidden_characters_go() {
        assert_eq!(safe_name("a/b\\c:d*e?f\"g<h>i|j\u{202e}vsc.exe"), "a_b_c_d_e_f_g_h_i_j_vsc.exe");
        assert_eq!(safe_name(" ../.. "), "_");
        assert_eq!(safe_name("\u{0}"), "_");
        assert_eq!(safe_name(""), "sanpo");
    }

    #[test]
    fn long_names_keep_their_ending() {
        let name = safe_name(&format!("{}.csv", "長".repeat(300)));
        assert_eq!(name.chars().count(), NAME_LIMIT);
        assert!(name.ends_with("長.csv"));
    }
}
