//! The page's HTML: Trunk's inline start script goes, the security policy and the names of the files come in.
//!
//! Trunk starts the page with an inline script, which the policy forbids; `boot.js` reads the names from the meta elements instead.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{Pair, files, policy};

/// Finds the page's script in Trunk's start script and renames it and its WebAssembly to `page-<hash>…`, after their bytes as
/// they are now (the optimiser may have been at work since Trunk named them).
pub fn name(out: &Path, html: &str) -> Result<Pair> {
    let stem = between(html, "from './", ".js'").context("no start script by Trunk in index.html")?;
    let script = fs::read(out.join(format!("{stem}.js")))?;
    let wasm = fs::read(out.join(format!("{stem}_bg.wasm")))?;
    let hash = files::hash([script.as_slice(), &wasm]);
    let pair = Pair { script: format!("page-{hash}.js"), wasm: format!("page-{hash}_bg.wasm") };
    fs::rename(out.join(format!("{stem}.js")), out.join(&pair.script))?;
    fs::rename(out.join(format!("{stem}_bg.wasm")), out.join(&pair.wasm))?;
    Ok(pair)
}

/// The page as it is served. Fails when something in it would not work under a sub-path or under the policy.
pub fn rewrite(html: &str, page: &Pair, engine: &Pair) -> Result<String> {
    let html = without_scripts(html)?;
    let html = without_links(&html, &["modulepreload", "preload"])?;
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"sanpo-engine\" content=\"{} {}\">\n\
         <meta name=\"sanpo-page\" content=\"{} {}\">\n",
        policy::for_meta(),
        engine.script,
        engine.wasm,
        page.script,
        page.wasm
    );
    let tail = format!(
        "<link rel=\"modulepreload\" href=\"./{}\">\n\
         <link rel=\"preload\" href=\"./{}\" as=\"fetch\" type=\"application/wasm\" crossorigin=\"anonymous\">\n\
         <script type=\"module\" src=\"./boot.js\"></script>\n",
        page.script, page.wasm
    );
    // The policy holds for what follows it, so it comes first; only the encoding must be nearer to the top.
    let html = insert_after_charset(&html, &head)?;
    let html = html.replacen("</head>", &format!("{tail}</head>"), 1);
    for absolute in ["href=\"/", "src=\"/", "href='/", "src='/"] {
        if html.contains(absolute) {
            bail!("index.html has an absolute path ({absolute}…): it would break under a sub-path");
        }
    }
    Ok(drop_blank_lines(&html))
}

/// Takes out every script element: inline ones are forbidden, and `boot.js` is put in again at its place.
fn without_scripts(html: &str) -> Result<String> {
    let mut rest = html;
    let mut kept = String::new();
    while let Some(start) = rest.find("<script") {
        let end = rest[start..].find("</script>").context("a script element without an end")? + start;
        kept.push_str(&rest[..start]);
        rest = &rest[end + "</script>".len()..];
    }
    Ok(kept + rest)
}

/// Takes out link elements of these relations: they name files by their old names.
fn without_links(html: &str, relations: &[&str]) -> Result<String> {
    let mut rest = html;
    let mut kept = String::new();
    while let Some(start) = rest.find("<link") {
        let end = rest[start..].find('>').context("a link element without an end")? + start + 1;
        kept.push_str(&rest[..start]);
        let element = &rest[start..end];
        if !relations.iter().any(|relation| element.contains(&format!("rel=\"{relation}\""))) {
            kept.push_str(element);
        }
        rest = &rest[end..];
    }
    Ok(kept + rest)
}

fn insert_after_charset(html: &str, what: &str) -> Result<String> {
    let lower = html.to_ascii_lowercase();
    let charset = lower.find("<meta charset").context("index.html names no charset")?;
    let end = html[charset..].find('>').context("a meta element without an end")? + charset + 1;
    Ok(format!("{}\n{what}{}", &html[..end], &html[end..]))
}

fn drop_blank_lines(html: &str) -> String {
    html.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("{line}\n")).collect()
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let start = text.find(before)? + before.len();
    text[start..].find(after).map(|length| &text[start..start + length])
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNK: &str = r#"<!DOCTYPE html>
<html lang="ja"><head>
<meta charset="utf-8">
<link rel="stylesheet" href="./app-90.css" integrity="sha384-x"/>
<script type="module">
import init, * as bindings from './sanpo-web-44.js';
const wasm = await init({ module_or_path: './sanpo-web-44_bg.wasm' });
</script>
<link rel="modulepreload" href="./sanpo-web-44.js"><link rel="preload" href="./sanpo-web-44_bg.wasm" as="fetch"></head>
<body></body></html>"#;

    fn pair(name: &str) -> Pair {
        Pair { script: format!("{name}.js"), wasm: format!("{name}_bg.wasm") }
    }

    #[test]
    fn the_page_has_names_and_policy_and_no_inline_script() {
        let html = rewrite(TRUNK, &pair("page-1"), &pair("engine-2")).unwrap();
        assert!(html.contains(r#"<meta name="sanpo-engine" content="engine-2.js engine-2_bg.wasm">"#));
        assert!(html.contains(r#"<meta name="sanpo-page" content="page-1.js page-1_bg.wasm">"#));
        assert_eq!(html.matches("<script").count(), 1);
        assert!(html.contains(r#"<script type="module" src="./boot.js"></script>"#));
        assert!(html.find("Content-Security-Policy") < html.find("<link"));
        assert!(!html.contains("sanpo-web-44"));
        assert!(html.contains("app-90.css"));
    }

    #[test]
    fn an_absolute_path_is_refused() {
        let html = TRUNK.replace("./app-90.css", "/app-90.css");
        assert!(rewrite(&html, &pair("p"), &pair("e")).is_err());
    }

    #[test]
    fn the_script_is_found_by_its_import() {
        assert_eq!(between(TRUNK, "from './", ".js'"), Some("sanpo-web-44"));
    }
}
