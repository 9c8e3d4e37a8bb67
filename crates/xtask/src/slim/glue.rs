//! Makes the script between page and WebAssembly small.
//!
//! wasm-bindgen names every function that crosses the border after its source and a hash, once in the script and once in the
//! module: hashes do not compress, so they become numbers. It also writes a class for each type that a dependency offers to
//! scripts; no script of ours makes one.

use std::collections::{HashMap, HashSet};

use anyhow::{Context, Result, bail};

/// What script and module call each other by.
pub struct Names {
    /// Every identifier of the script.
    asked: HashSet<String>,
    /// From a long name to a short one.
    short: HashMap<String, String>,
}

impl Names {
    /// Short names for what wasm-bindgen named, in the order in which the module has them.
    pub fn new<'n>(script: &str, border: impl Iterator<Item = &'n str>) -> Self {
        let asked: HashSet<String> = words(script).filter(|word| is_identifier(word)).map(str::to_owned).collect();
        let mut short = HashMap::new();
        for name in border.filter(|name| MADE.iter().any(|made| name.starts_with(made)) && asked.contains(*name)) {
            let next = format!("${}", short.len());
            short.entry(name.to_owned()).or_insert(next);
        }
        Self { asked, short }
    }

    /// Whether the script has this name anywhere.
    pub fn asked(&self, name: &str) -> bool {
        self.asked.contains(name)
    }

    /// The name to use from now on.
    pub fn now<'n>(&'n self, name: &'n str) -> &'n str {
        self.short.get(name).map_or(name, String::as_str)
    }

    /// The script with the short names.
    pub fn in_script(&self, script: &str) -> String {
        words(script).map(|word| self.now(word)).collect()
    }
}

/// How the names begin that wasm-bindgen makes up.
const MADE: [&str; 3] = ["__wbg_", "__wbindgen_", "wasm_bindgen__"];

/// The text cut into identifiers and what stands between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|c: char| !in_identifier(c)).flat_map(|piece| {
        let end = piece.trim_end_matches(|c| !in_identifier(c)).len();
        let (word, rest) = piece.split_at(end);
        [word, rest]
    })
}

fn is_identifier(word: &str) -> bool {
    word.starts_with(in_identifier)
}

fn in_identifier(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$')
}

/// The script without the classes it exports. Fails when the script itself uses one of them, or is not as wasm-bindgen writes it.
pub fn without_classes(script: &str) -> Result<String> {
    let mut script = script.to_owned();
    while let Some(start) = script.find("export class ") {
        let name: String = script[start + "export class ".len()..].chars().take_while(|c| in_identifier(*c)).collect();
        take_out(&mut script, "export class ", "\n}\n")?;
        take_out(&mut script, &format!("if (Symbol.dispose) {name}."), ";\n")?;
        take_out(&mut script, &format!("const {name}Finalization = "), ";\n")?;
        if words(&script).any(|word| word == name) {
            bail!("the script uses the class {name} itself");
        }
    }
    Ok(script)
}

/// Takes out the first piece that begins and ends so.
fn take_out(text: &mut String, begin: &str, end: &str) -> Result<()> {
    let missing = || format!("no “{begin}” in the script of wasm-bindgen");
    let start = text.find(begin).with_context(missing)?;
    let length = text[start..].find(end).with_context(missing)? + end.len();
    text.replace_range(start..start + length, "");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "export class Source {
    free() {
        wasm.__wbg_source_free(this.__wbg_ptr, 0);
    }
}
if (Symbol.dispose) Source.prototype[Symbol.dispose] = Source.prototype.free;
const import0 = {
    __wbg_click_0123456789abcdef: function(arg0) { arg0.click(); },
};
const SourceFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_source_free(ptr, 1));
wasm.__wbindgen_start(wasm.memory);
";
    const BORDER: [&str; 4] = ["__wbg_click_0123456789abcdef", "memory", "__wbindgen_start", "__wbg_source_free"];

    #[test]
    fn classes_that_nobody_makes_go() {
        let script = without_classes(SCRIPT).unwrap();
        assert!(!script.contains("Source") && script.contains("import0"));
        assert!(without_classes(&format!("{SCRIPT}new Source();")).is_err());
    }

    #[test]
    fn names_of_the_border_are_short_on_both_sides() {
        let script = without_classes(SCRIPT).unwrap();
        let names = Names::new(&script, BORDER.into_iter());
        let script = names.in_script(&script);
        assert!(script.contains("$0: function(arg0) { arg0.click(); }"));
        assert!(script.contains("wasm.$1(wasm.memory);"));
        assert_eq!(BORDER.map(|name| names.now(name)), ["$0", "memory", "$1", "__wbg_source_free"]);
        assert_eq!(BORDER.map(|name| names.asked(name)), [true, true, true, false]);
    }

    #[test]
    fn a_script_without_names_stays_as_it_is() {
        let names = Names::new(SCRIPT, std::iter::empty());
        assert_eq!(names.in_script(SCRIPT), SCRIPT);
    }
}
