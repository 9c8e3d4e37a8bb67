//! The two languages side by side.

use sanpo_api::Lang;

/// The text of the language.
pub(crate) fn pick(lang: Lang, ja: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

/// The text of the language with `{name}`s filled in: `say!(lang, "日本語 {x}", "English {x}")`.
macro_rules! say {
    ($lang:expr, $ja:literal, $en:literal) => {
        match $lang {
            sanpo_api::Lang::Ja => format!($ja),
            sanpo_api::Lang::En => format!($en),
        }
    };
}

/// Names in quotation marks, with commas between them: 「A」「B」 or "A", "B". At most `most` of them.
pub(crate) fn names(lang: Lang, names: &[String], most: usize) -> String {
    let mut out = String::new();
    for (i, name) in names.iter().take(most).enumerate() {
        if i > 0 && lang == Lang::En {
            out.push_str(", ");
        }
        out.push_str(&quoted(lang, name));
    }
    if names.len() > most {
        out.push_str(pick(lang, "など", " and others"));
    }
    out
}

/// A name from the user's file in quotation marks.
pub(crate) fn quoted(lang: Lang, name: &str) -> String {
    say!(lang, "「{name}」", "“{name}”")
}
