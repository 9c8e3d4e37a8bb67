//! One style sheet instead of one a part, without remarks and indentation: one request, and compressed together they are a third
//! smaller.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::files;

/// Joins the style sheets of the page in their order, and returns the page with a link to the joined one. Fails without any.
pub fn join(out: &Path, html: &str) -> Result<String> {
    let links = links(html);
    let mut all = String::new();
    for link in &links {
        let path = out.join(file(link).context("a style sheet without an address")?);
        all += &bare(&fs::read_to_string(&path).with_context(|| path.display().to_string())?);
        fs::remove_file(path)?;
    }
    let name = format!("style-{}.css", files::hash([all.as_bytes()]));
    fs::write(out.join(&name), all)?;
    let first = links.first().context("index.html has no style sheet")?;
    let html = html.replacen(first, &format!("<link rel=\"stylesheet\" href=\"./{name}\">"), 1);
    Ok(links[1..].iter().fold(html, |html, link| html.replacen(link, "", 1)))
}

/// A style sheet without remarks and without the spaces that only people read. What stands in quotation marks stays.
fn bare(sheet: &str) -> String {
    let mut out = String::new();
    let mut rest = sheet;
    let mut space = false;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
            _ => next.len_utf8(),
        };
        let (part, behind) = rest.split_at(length);
        rest = behind;
        if next.is_whitespace() || part.starts_with("/*") {
            space = true;
            continue;
        }
        // A space before a colon tells a descendant from the element itself, one around a plus belongs to a sum.
        if space
            && !out.ends_with(['{', '}', ';', ',', ':'])
            && !['{', '}', ';', ','].contains(&next)
            && !out.is_empty()
        {
            out.push(' ');
        }
        space = false;
        if next == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(part);
    }
    out
}

fn links(html: &str) -> Vec<&str> {
    let starts = html.match_indices("<link").map(|(start, _)| &html[start..]);
    let elements = starts.filter_map(|rest| rest.find('>').map(|end| &rest[..=end]));
    elements.filter(|element| element.contains("rel=\"stylesheet\"")).collect()
}

fn file(link: &str) -> Option<&str> {
    let (_, rest) = link.split_once("href=\"")?;
    let (path, _) = rest.split_once('"')?;
    Some(path.trim_start_matches("./"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_people_read_is_left_out() {
        let sheet = "/* a; { */\n.a > .b,\n.a :hover {\n  width: calc(1px + 2 * var(--x));\n  content: \"/* ;  */\";\n}\n\
                     @media (min-width: 9px) and (max-width: 99px) {\n  .a::before { --y: 0 }\n}\n";
        assert_eq!(
            bare(sheet),
            ".a > .b,.a :hover{width:calc(1px + 2 * var(--x));content:\"/* ;  */\"}\
             @media (min-width:9px) and (max-width:99px){.a::before{--y:0}}"
        );
        assert_eq!(bare("a{} /* open"), "a{}");
    }

    #[test]
    fn the_sheets_stand_in_one_file_in_their_order() {
        let out = std::env::temp_dir().join(format!("sanpo-styles-{}", std::process::id()));
        fs::create_dir_all(&out).unwrap();
        for (name, text) in [("b-1.css", "b{}"), ("a-2.css", "a{}")] {
            fs::write(out.join(name), text).unwrap();
        }
        let html = "<link rel=\"icon\" href=\"i.svg\"><link rel=\"stylesheet\" href=\"./b-1.css\" integrity=\"x\"/>\
                    <link rel=\"stylesheet\" href=\"./a-2.css\"/></head>";
        let html = join(&out, html).unwrap();
        let names = files::list(&out).unwrap();
        assert_eq!(fs::read_to_string(out.join(&names[0])).unwrap(), "b{}a{}");
        assert_eq!(
            html,
            format!("<link rel=\"icon\" href=\"i.svg\"><link rel=\"stylesheet\" href=\"./{}\"></head>", names[0])
        );
        assert!(join(&out, "<head></head>").is_err());
        fs::remove_dir_all(out).unwrap();
    }
}
