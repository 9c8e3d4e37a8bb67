//! Takes out of the page's WebAssembly what nobody can see or call.
//!
//! The page has nowhere to show a panic's sentence: it ends in a trap with or without it. Where the functions that begin a
//! panic are nothing but that trap, the optimiser drops what every place that may panic prepares for the sentence. The same
//! goes for exports that the script never asks for.

use std::collections::HashSet;
use std::convert::Infallible;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, ExportSection, Function, ImportSection, Module};
use wasmparser::{
    BinaryReaderError, Export, FunctionBody, Import, ImportSectionReader, KnownCustom, Name, NameSectionReader, Parser,
    Payload, TypeRef,
};

use super::glue::Names;

/// Functions that never return, by the beginning of their names.
const PANICS: [&str; 16] = [
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_already_borrowed",
    "core::cell::panic_already_mutably_borrowed",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::assert_failed",
    "core::panicking::panic",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "std::panicking::panic_handler::{closure",
    "std::panicking::panic_with_hook",
    "std::thread::local::panic_access_error",
];

/// The names under which a module and its script find each other: imports, then exports.
pub fn border(module: &[u8]) -> Result<Vec<String>> {
    names_at_border(module).context(BROKEN)
}

fn names_at_border(module: &[u8]) -> Result<Vec<String>, BinaryReaderError> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    names.push(import?.name.to_owned());
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    names.push(export?.name.to_owned());
                }
            }
            _ => {}
        }
    }
    Ok(names)
}

const BROKEN: &str = "a WebAssembly file that cannot be read";

/// The module with panics that trap at once, and with the names that the script knows. Without the names of its functions no
/// panic is found.
pub fn module(before: &[u8], names: &Names) -> Result<Vec<u8>> {
    let mut cut = Cut { panics: panics(before).context(BROKEN)?, next: 0, names };
    let mut after = Module::new();
    cut.parse_core_module(&mut after, Parser::new(0), before).context(BROKEN)?;
    Ok(after.finish())
}

/// Which of the module's own functions begin a panic.
fn panics(module: &[u8]) -> Result<HashSet<u32>, BinaryReaderError> {
    let mut imported = 0;
    let mut found = HashSet::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    found.extend(panic_names(names)?);
                }
            }
            _ => {}
        }
    }
    Ok(found.into_iter().filter_map(|index: u32| index.checked_sub(imported)).collect())
}

fn panic_names(sections: NameSectionReader) -> Result<Vec<u32>, BinaryReaderError> {
    let mut found = Vec::new();
    for section in sections {
        if let Name::Function(names) = section? {
            for naming in names {
                let naming = naming?;
                found.extend(is_panic(naming.name).then_some(naming.index));
            }
        }
    }
    Ok(found)
}

/// The compiler writes `core[0123456789abcdef]::panicking::panic`.
fn is_panic(name: &str) -> bool {
    let plain = match (name.find('['), name.find(']')) {
        (Some(open), Some(close)) if open < close => name[..open].to_owned() + &name[close + 1..],
        _ => name.to_owned(),
    };
    PANICS.iter().any(|panic| plain.starts_with(panic))
}

struct Cut<'n> {
    panics: HashSet<u32>,
    /// The number of the function that is read next, imported ones not counted.
    next: u32,
    names: &'n Names,
}

type Done = Result<(), Error<Infallible>>;

impl Reencode for Cut<'_> {
    type Error = Infallible;

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody) -> Done {
        let panics = self.panics.contains(&self.next);
        self.next += 1;
        if !panics {
            return utils::parse_function_body(self, code, body);
        }
        let mut trap = Function::new([]);
        trap.instructions().unreachable().end();
        code.function(&trap);
        Ok(())
    }

    fn parse_import_section(&mut self, imports: &mut ImportSection, section: ImportSectionReader) -> Done {
        for import in section.into_imports() {
            let import = import?;
            utils::parse_import(self, imports, Import { name: self.names.now(import.name), ..import })?;
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export) -> Done {
        if !self.names.asked(export.name) {
            return Ok(());
        }
        let name = self.names.now(export.name);
        utils::parse_export(self, exports, Export { name, ..export })
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{ExportKind, FunctionSection, NameMap, NameSection, TypeSection, ValType};
    use wasmparser::Operator;

    use super::*;

    /// One imported function, then `core[0a]::panicking::panic_fmt` and `work`; the script asks for `work` alone.
    fn before() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("./page_bg.js", "__wbg_now_0123456789abcdef", wasm_encoder::EntityType::Function(0));
        let mut functions = FunctionSection::new();
        let mut exports = ExportSection::new();
        let mut code = CodeSection::new();
        let mut names = NameMap::new();
        for (index, name) in [(1, "core[0a]::panicking::panic_fmt"), (2, "work")] {
            functions.function(0);
            exports.export(name, ExportKind::Func, index);
            let mut body = Function::new([]);
            body.instructions().call(0).end();
            code.function(&body);
            names.append(index, name);
        }
        let mut custom = NameSection::new();
        custom.functions(&names);
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code).section(&custom);
        module.finish()
    }

    /// Which functions do nothing but trap.
    fn traps(module: &[u8]) -> Vec<bool> {
        let bodies = Parser::new(0).parse_all(module).filter_map(|payload| match payload.unwrap() {
            Payload::CodeSectionEntry(body) => Some(body.get_operators_reader().unwrap().read().unwrap()),
            _ => None,
        });
        bodies.map(|first| matches!(first, Operator::Unreachable)).collect()
    }

    #[test]
    fn panics_trap_at_once_and_only_what_is_asked_for_is_exported() {
        let script = "__wbg_now_0123456789abcdef: function() { return 0; } wasm.work();";
        let border = border(&before()).unwrap();
        let after = module(&before(), &Names::new(script, border.iter().map(String::as_str))).unwrap();
        wasmparser::validate(&after).unwrap();
        assert_eq!(names_at_border(&after).unwrap(), ["$0", "work"]);
        assert_eq!(traps(&before()), [false, false]);
        assert_eq!(traps(&after), [true, false]);
    }

    #[test]
    fn a_cut_file_is_refused() {
        let names = Names::new("", std::iter::empty());
        for end in [4, 30, before().len() - 1] {
            assert!(module(&before()[..end], &names).is_err(), "{end}");
        }
    }
}
