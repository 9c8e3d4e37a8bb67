//! What the browser is told to forbid, as response headers, as a `_headers` file and as a copy in the page.
//!
//! The page may load from its own folder and from nowhere else: data that a person drops cannot leave, whatever the code does.

/// The Content-Security-Policy, directive by directive.
const DIRECTIVES: [&str; 12] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
];

/// Directives that the browser ignores in a meta element.
const HEADER_ONLY: [&str; 2] =
    ["frame-ancestors 'none'", "sandbox allow-scripts allow-same-origin allow-downloads allow-modals"];

/// The policy for a meta element, for hosts that cannot send headers.
pub fn for_meta() -> String {
    DIRECTIVES.join("; ")
}

/// Headers of every response, with their values.
pub fn headers() -> Vec<(&'static str, String)> {
    vec![
        ("Content-Security-Policy", [DIRECTIVES.as_slice(), &HEADER_ONLY].concat().join("; ")),
        // Browsers that know it refuse every connection elsewhere, also those that a content policy does not see (WebRTC).
        ("Connection-Allowlist", "(response-origin)".into()),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()".into()),
        ("Referrer-Policy", "no-referrer".into()),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Cross-Origin-Opener-Policy", "same-origin".into()),
        ("Cross-Origin-Resource-Policy", "same-origin".into()),
        ("Strict-Transport-Security", "max-age=31536000".into()),
    ]
}

/// How long a file may be kept: for ever when its name changes with its bytes, else not without asking.
pub fn cache_control(path: &str) -> &'static str {
    if has_hash(path) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// The `_headers` file that static hosts read (Netlify, Cloudflare Pages and others).
pub fn headers_file(files: &[String]) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in headers() {
        text += &format!("  {name}: {value}\n");
    }
    for file in files.iter().filter(|file| *file != "_headers") {
        // Hosts know a page by its folder, too.
        let folder = file.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        for path in [Some(file.as_str()), folder].into_iter().flatten() {
            text += &format!("/{path}\n  Cache-Control: {}\n", cache_control(path));
        }
    }
    text
}

/// Whether the name holds 16 hexadecimal digits after a dash, as in `page-0123456789abcdef_bg.wasm`.
fn has_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('-').skip(1).any(|part| {
        let digits = part.bytes().take_while(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte)).count();
        digits == 16
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_in_the_page_leaves_out_what_browsers_ignore_there() {
        assert!(!for_meta().contains("frame-ancestors"));
        assert!(!for_meta().contains("sandbox"));
        assert!(for_meta().contains("trusted-types default"));
        assert!(!for_meta().contains('"'));
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(cache_control("page-0123456789abcdef_bg.wasm").contains("immutable"));
        assert!(cache_control("app-9009e2a85c2e73d7.css").contains("immutable"));
        for file in ["sw.js", "index.html", "boot.js", "samples/shop-sales.csv", "a-0123.js"] {
            assert_eq!(cache_control(file), "no-cache");
        }
    }

    #[test]
    fn the_headers_file_has_one_line_a_header() {
        let text = headers_file(&["index.html".into(), "sw.js".into(), "_headers".into()]);
        assert!(text.starts_with("/*\n  Content-Security-Policy: default-src 'none'; "));
        assert!(text.contains("\n/sw.js\n  Cache-Control: no-cache\n"));
        assert!(text.contains("\n/\n  Cache-Control: no-cache\n"));
        assert!(!text.contains("/_headers"));
    }
}
