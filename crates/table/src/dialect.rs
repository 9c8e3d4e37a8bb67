//! What separates the fields: the candidate whose records agree best on their number of fields, and whose cells make most sense.

use crate::cells::{Kind, kind};
use crate::records::Splitter;

/// How the fields of a file are separated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dialect {
    /// The separator.
    pub delimiter: u8,
    /// The first record is the line `sep=;` that Excel understands.
    pub directive: bool,
    /// Share of the sampled records that have the usual number of fields.
    pub agreement_frac: f64,
}

#[derive(Clone, Copy)]
struct Score {
    value: f64,
    agreement_frac: f64,
}

/// Records and bytes that are looked at.
const SAMPLE_RECORDS: usize = 400;
const SAMPLE_BYTES: usize = 1 << 18;

/// Finds the dialect; a comma if nothing separates anything.
pub fn find(text: &str) -> Dialect {
    if let Some(delimiter) = directive(text) {
        return Dialect { delimiter, directive: true, agreement_frac: 1.0 };
    }
    let mut best = Dialect { delimiter: b',', directive: false, agreement_frac: 1.0 };
    let mut best_value = 0.0;
    for delimiter in [b',', b'\t', b';', b'|'] {
        let score = score(text, delimiter);
        if score.value > best_value {
            best_value = score.value;
            best = Dialect { delimiter, directive: false, agreement_frac: score.agreement_frac };
        }
    }
    best
}

fn directive(text: &str) -> Option<u8> {
    let line = text.split(['\r', '\n']).next()?;
    let line = line.trim_matches(' ').trim_matches('"').trim_end_matches(',');
    let rest = line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="))?;
    match rest.as_bytes() {
        [] => Some(b','),
        [delimiter] if delimiter.is_ascii_punctuation() || *delimiter == b'\t' => {
            (*delimiter != b'"').then_some(*delimiter)
        }
        _ => None,
    }
}

/// Agreement on a width above one, weighted by how many cells are numbers or dates.
fn score(text: &str, delimiter: u8) -> Score {
    let splitter = Splitter::new(text, delimiter);
    let (mut fields, mut at) = (Vec::new(), 0);
    let (mut widths, mut filled, mut typed) = (Vec::new(), 0usize, 0usize);
    while let Some(next) = splitter.record(at, &mut fields) {
        at = next;
        if fields.iter().all(|f| f.is_empty()) {
            continue;
        }
        widths.push(fields.len());
        for field in fields.iter().filter(|f| !f.is_empty()).take(50) {
            filled += 1;
            typed += usize::from(matches!(kind(&field.text(text)), Kind::Number | Kind::Date | Kind::Missing));
        }
        if widths.len() >= SAMPLE_RECORDS || at > SAMPLE_BYTES {
            break;
        }
    }
    let Some((width, count)) = usual(&widths) else { return Score { value: 0.0, agreement_frac: 0.0 } };
    let agreement_frac = count as f64 / widths.len() as f64;
    let typed_frac = typed as f64 / filled.max(1) as f64;
    let wide = 1.0 + 0.1 * (width.min(30) - 1) as f64;
    let value = if width > 1 { agreement_frac * agreement_frac * (typed_frac + 0.2) * wide } else { 0.0 };
    Score { value, agreement_frac }
}

/// The most frequent width, the wider on a tie, and its count.
pub fn usual(widths: &[usize]) -> Option<(usize, usize)> {
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    let mut best: Option<(usize, usize)> = None;
    for run in sorted.chunk_by(|a, b| a == b) {
        if best.is_none_or(|(_, count)| run.len() >= count) {
            best = Some((run[0], run.len()));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delimiter(text: &str) -> char {
        char::from(find(text).delimiter)
    }

    #[test]
    fn the_consistent_one_wins() {
        assert_eq!(delimiter("日付,売上\n2024/4/1,1\n2024/4/2,2\n"), ',');
        assert_eq!(delimiter("日付\t売上\n2024/4/1\t\"1,234\"\n2024/4/2\t2\n"), '\t');
        assert_eq!(delimiter("Datum;Umsatz\n25.03.2024;7.878,51\n26.03.2024;5.052,02\n"), ';');
        assert_eq!(delimiter("a |b\n1 |2\n3 |4\n"), '|');
        assert_eq!(delimiter("来客数\n12\n13\n"), ',');
        assert!(find("sep=;\na;b\n1;2").directive);
    }
}
