//! The help pages as HTML files, `help/<language>/<page>/index.html`: words from `sanpo-text`, markup from here.
//!
//! They stand beside the page's WebAssembly, so they cost none of its size. The page shows the main part of a file in a window of
//! its own; every file can also be opened by itself. All lie equally deep, so that `../../../` is the app's folder in each.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sanpo_api::{Lang, Letter, TaskId};
use sanpo_text::help::{Both, Entry, FRAME, Fact, HelpPage, PAGES, Part, Scene};
use sanpo_text::{grade, task_example, task_name, task_says, ui};

use super::{files, policy};

const LANGS: [(Lang, &str, &str); 2] = [(Lang::Ja, "ja", "日本語"), (Lang::En, "en", "English")];

/// The app's folder, seen from a help page.
const APP: &str = "../../../";

/// Writes all pages and their styles below `out/help`. `out` holds what Trunk made of the page's own styles.
pub fn write(out: &Path, style: &Path) -> Result<()> {
    for (lang, code, _) in LANGS {
        for page in PAGES {
            let folder = out.join("help").join(code).join(page.folder);
            fs::create_dir_all(&folder)?;
            fs::write(folder.join("index.html"), whole(page, lang))?;
        }
    }
    fs::write(out.join("help/base.css"), base(out)?)?;
    fs::copy(style, out.join("help/help.css")).with_context(|| style.display().to_string())?;
    Ok(())
}

/// Colours, sizes and plain elements, as in the app.
fn base(out: &Path) -> Result<String> {
    let files = files::list(out)?;
    let named = |start: &str| files.iter().find(|file| file.starts_with(start) && file.ends_with(".css"));
    let mut text = String::new();
    for start in ["tokens-", "base-"] {
        let file = named(start).with_context(|| format!("no style sheet {start}…"))?;
        text += &fs::read_to_string(out.join(file))?;
    }
    Ok(text)
}

/// A page with everything around it.
fn whole(page: &HelpPage, lang: Lang) -> String {
    let (code, other) = match lang {
        Lang::Ja => ("ja", LANGS[1]),
        Lang::En => ("en", LANGS[0]),
    };
    let (title, app) = (escape(page.title.of(lang)), escape(ui(lang).frame.app));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title} - {app}</title>\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{APP}icon.svg\">\n\
         <link rel=\"stylesheet\" href=\"{APP}help/base.css\">\n\
         <link rel=\"stylesheet\" href=\"{APP}help/help.css\">\n</head>\n<body>\n\
         <header class=\"help-bar\"><a href=\"{APP}#lang={code}\">{back}</a>\
         <a lang=\"{other_code}\" href=\"{APP}help/{other_code}/{folder}/\">{other_name}</a></header>\n\
         <main class=\"help\">\n{main}</main>\n</body>\n</html>\n",
        policy = policy::for_meta(),
        back = escape(FRAME.back.of(lang)),
        other_code = other.1,
        other_name = other.2,
        folder = page.folder,
        main = main(page, lang, code),
    )
}

fn main(page: &HelpPage, lang: Lang, code: &str) -> String {
    let link = |to: &&HelpPage| {
        let here = if to.folder == page.folder { " aria-current=\"page\"" } else { "" };
        let title = escape(to.title.of(lang));
        format!("<li><a href=\"{APP}help/{code}/{}/\"{here}>{title}</a></li>", to.folder)
    };
    let links: String = PAGES.iter().map(link).collect();
    let parts: String = page.parts.iter().map(|p| part(p, lang)).collect();
    format!(
        "<nav aria-label=\"{}\"><ul>{links}</ul></nav>\n<h1>{}</h1>\n<p class=\"lead\">{}</p>\n{parts}",
        escape(FRAME.pages.of(lang)),
        escape(page.title.of(lang)),
        escape(page.lead.of(lang)),
    )
}

fn part(part: &Part, lang: Lang) -> String {
    let say = |text: &Both| escape(text.of(lang));
    let items = |texts: &[Both]| texts.iter().map(|text| format!("<li>{}</li>\n", say(text))).collect::<String>();
    match part {
        Part::Heading(text) => format!("<h2>{}</h2>\n", say(text)),
        Part::Text(text) => format!("<p>{}</p>\n", say(text)),
        Part::List(texts) => format!("<ul>\n{}</ul>\n", items(texts)),
        Part::Steps(texts) => format!("<ol>\n{}</ol>\n", items(texts)),
        Part::Facts(facts) => format!("<dl>\n{}</dl>\n", facts.iter().map(|f| fact(f, lang)).collect::<String>()),
        Part::Script(scenes) => script(scenes, lang),
        Part::SeminarLink(text) => format!("<p><a href=\"{APP}#seminar=1\">{}</a></p>\n", say(text)),
        Part::Tasks => tasks(lang),
        Part::Grades(says) => grades(says, lang),
        Part::Entries(list) => format!("<dl>\n{}</dl>\n", list.iter().map(|e| entry(e, lang)).collect::<String>()),
    }
}

fn fact(fact: &Fact, lang: Lang) -> String {
    format!("<div><dt>{}</dt><dd>{}</dd></div>\n", escape(fact.name.of(lang)), escape(fact.says.of(lang)))
}

/// A word of the glossary with its anchor.
fn entry(entry: &Entry, lang: Lang) -> String {
    let (name, says) = (escape(entry.name.of(lang)), escape(entry.says.of(lang)));
    let also = match entry.also.of(lang) {
        "" => String::new(),
        also => format!("<dd class=\"also\">{}{}</dd>", escape(FRAME.also.of(lang)), escape(also)),
    };
    format!("<div id=\"{}\"><dt>{name}</dt><dd>{says}</dd>{also}</div>\n", entry.anchor)
}

fn tasks(lang: Lang) -> String {
    let row =
        |task: TaskId| [task_name(lang, task), task_says(lang, task), task_example(lang, task)].map(escape).to_vec();
    let head = [FRAME.task, FRAME.task_says, FRAME.example].map(|text| escape(text.of(lang)));
    table(&head, &TaskId::ALL.map(row))
}

fn script(scenes: &[Scene], lang: Lang) -> String {
    let head = FRAME.head.map(|text| escape(text.of(lang)));
    let row =
        |s: &Scene| vec![escape(s.minutes), escape(s.says.of(lang)), escape(s.does.of(lang)), escape(s.sees.of(lang))];
    table(&head, &scenes.iter().map(row).collect::<Vec<_>>())
}

fn grades(says: &[Both], lang: Lang) -> String {
    let letters = [(Letter::A, "A"), (Letter::B, "B"), (Letter::C, "C"), (Letter::D, "D")];
    let line = |((letter, name), says): (&(Letter, &str), &Both)| {
        format!("<div><dt>{name} {}</dt><dd>{}</dd></div>\n", escape(grade(lang, *letter)), escape(says.of(lang)))
    };
    format!("<dl>\n{}</dl>\n", letters.iter().zip(says).map(line).collect::<String>())
}

/// A table whose first cells name their rows; it scrolls sideways where it is too wide.
fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let heads: String = head.iter().map(|text| format!("<th scope=\"col\">{text}</th>")).collect();
    let row = |cells: &Vec<String>| {
        let cell = |(i, text): (usize, &String)| match i {
            0 => format!("<th scope=\"row\">{text}</th>"),
            _ => format!("<td>{text}</td>"),
        };
        format!("<tr>{}</tr>\n", cells.iter().enumerate().map(cell).collect::<String>())
    };
    let body: String = rows.iter().map(row).collect();
    format!(
        "<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}</tbody></table></div>\n"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_policy_and_nothing_that_runs() {
        for (lang, code, _) in LANGS {
            for page in PAGES {
                let html = whole(page, lang);
                assert!(html.contains("content=\"default-src 'none'"));
                assert!(html.contains(&format!("<html lang=\"{code}\">")));
                assert!(
                    !html.contains("<script") && !html.contains("style=") && !html.contains(" onclick"),
                    "{}",
                    page.folder
                );
                assert!(!html.contains("href=\"/"), "an absolute path breaks under a sub-path");
            }
        }
    }

    #[test]
    fn markup_in_a_text_stays_text() {
        assert_eq!(escape("<b a=\"1\">&"), "&lt;b a=&quot;1&quot;&gt;&amp;");
    }
}
