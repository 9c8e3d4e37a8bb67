//! Takes out of the page what nobody can ever see: the words of a panic.
//!
//! The page has nowhere to show a panic's sentence: it ends in a trap with or without it. Where the functions that begin a
//! panic are nothing but that trap, the optimiser drops what every place that may panic prepares for the sentence.

use std::collections::HashMap;

use anyhow::{Context, Result};

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
/// The size of a body, no locals, `unreachable`, `end`.
const TRAP: [u8; 4] = [3, 0, 0x00, 0x0b];

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;

/// The module with panics that trap at once. Unchanged where it has no names of functions.
pub fn panics(module: &[u8]) -> Result<Vec<u8>> {
    let broken = "a WebAssembly file that cannot be read";
    let (magic, rest) = module.split_at_checked(8).context(broken)?;
    let sections = sections(rest).context(broken)?;
    let mut imported = 0;
    let mut names = HashMap::new();
    for (id, body) in &sections {
        match *id {
            IMPORTS => imported = imported_functions(body).context(broken)?,
            CUSTOM => names.extend(function_names(body).unwrap_or_default()),
            _ => {}
        }
    }
    let mut out = magic.to_vec();
    for (id, body) in sections {
        let cut = if id == CODE { Some(cut(body, imported, &names).context(broken)?) } else { None };
        let body = cut.as_deref().unwrap_or(body);
        out.push(id);
        put(&mut out, body.len());
        out.extend(body);
    }
    Ok(out)
}

fn sections(mut rest: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut found = Vec::new();
    while let Some(id) = byte(&mut rest) {
        found.push((id, sized(&mut rest)?));
    }
    Some(found)
}

fn cut(mut rest: &[u8], imported: usize, names: &HashMap<usize, String>) -> Option<Vec<u8>> {
    let count = number(&mut rest)?;
    let mut out = Vec::new();
    put(&mut out, count);
    for index in 0..count {
        let body = sized(&mut rest)?;
        if names.get(&(imported + index)).is_some_and(|name| is_panic(name)) {
            out.extend(TRAP);
        } else {
            put(&mut out, body.len());
            out.extend(body);
        }
    }
    Some(out)
}

/// The compiler writes `core[0123456789abcdef]::panicking::panic`.
fn is_panic(name: &str) -> bool {
    let plain = match (name.find('['), name.find(']')) {
        (Some(open), Some(close)) if open < close => name[..open].to_owned() + &name[close + 1..],
        _ => name.to_owned(),
    };
    PANICS.iter().any(|panic| plain.starts_with(panic))
}

fn imported_functions(mut rest: &[u8]) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..number(&mut rest)? {
        sized(&mut rest)?;
        sized(&mut rest)?;
        let kind = byte(&mut rest)?;
        functions += usize::from(kind == 0);
        match kind {
            0 => {
                number(&mut rest)?;
            }
            1 => {
                byte(&mut rest)?;
                limits(&mut rest)?;
            }
            2 => limits(&mut rest)?,
            _ => {
                byte(&mut rest)?;
                byte(&mut rest)?;
            }
        }
    }
    Some(functions)
}

fn limits(rest: &mut &[u8]) -> Option<()> {
    let flags = byte(rest)?;
    number(rest)?;
    if flags & 1 == 1 {
        number(rest)?;
    }
    Some(())
}

fn function_names(mut rest: &[u8]) -> Option<HashMap<usize, String>> {
    const FUNCTIONS: u8 = 1;
    if sized(&mut rest)? != b"name" {
        return None;
    }
    let (_, mut rest) = sections(rest)?.into_iter().find(|(id, _)| *id == FUNCTIONS)?;
    let count = number(&mut rest)?;
    (0..count).map(|_| Some((number(&mut rest)?, String::from_utf8_lossy(sized(&mut rest)?).into_owned()))).collect()
}

fn byte(rest: &mut &[u8]) -> Option<u8> {
    let (first, others) = rest.split_first()?;
    *rest = others;
    Some(*first)
}

/// Seven bits a byte, the lowest first.
fn number(rest: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in (0..35).step_by(7) {
        let part = byte(rest)?;
        value |= usize::from(part & 0x7f) << shift;
        if part < 0x80 {
            return Some(value);
        }
    }
    None
}

fn sized<'b>(rest: &mut &'b [u8]) -> Option<&'b [u8]> {
    let size = number(rest)?;
    let (bytes, others) = rest.split_at_checked(size)?;
    *rest = others;
    Some(bytes)
}

fn put(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One imported function, then `core[0]::panicking::panic` and `work`, both `nop`.
    fn module() -> Vec<u8> {
        let mut names = b"\x04name\x01".to_vec();
        let mut list = vec![2, 1];
        for (name, next) in [("core[0a]::panicking::panic_fmt", Some(2)), ("work", None)] {
            list.push(name.len() as u8);
            list.extend(name.bytes());
            list.extend(next);
        }
        names.push(list.len() as u8);
        names.extend(list);
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        for (id, body) in [
            (1, &b"\x01\x60\0\0"[..]),
            (2, b"\x01\x01a\x01b\0\0"),
            (3, b"\x02\0\0"),
            (10, b"\x02\x03\0\x01\x0b\x03\0\x01\x0b"),
            (0, &names),
        ] {
            out.push(id);
            out.push(body.len() as u8);
            out.extend(body);
        }
        out
    }

    #[test]
    fn a_panic_traps_at_once_and_work_stays() {
        let mut expected = module();
        let at = expected.windows(8).position(|w| w == b"\x03\0\x01\x0b\x03\0\x01\x0b").unwrap();
        expected[at + 2] = 0;
        assert_eq!(panics(&module()).unwrap(), expected);
    }

    #[test]
    fn a_cut_file_is_refused() {
        assert!(panics(b"\0asm").is_err());
        assert!(panics(&[module(), vec![10, 200]].concat()).is_err());
    }
}
