//! The first section of a format code, taken apart.

use super::DateParts;

/// What a section shows.
#[derive(Default)]
pub struct Parts {
    /// The date.
    pub date: DateParts,
    /// Places for digits.
    pub digits: usize,
    /// A percent sign.
    pub percent: bool,
    /// Elapsed time.
    pub elapsed: bool,
    /// A comma behind the last digit divides by a thousand.
    pub scaled: bool,
    /// Literals before the digits.
    pub prefix: String,
    /// Literals behind the digits.
    pub suffix: String,
}

/// The text before the first semicolon that is no literal.
pub fn first_section(code: &str) -> &str {
    let mut quoted = false;
    let mut escaped = false;
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => escaped = true,
            ';' => return &code[..at],
            _ => {}
        }
    }
    code
}

/// Goes over a section, character by character.
pub fn scan(section: &str) -> Parts {
    let mut parts = Parts::default();
    let mut rest = section;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let mut used = c.len_utf8();
        match c {
            '"' => {
                let end = rest[1..].find('"').map_or(rest.len(), |at| at + 1);
                parts.literal(&rest[1..end]);
                used = (end + 1).min(rest.len());
            }
            '\\' => used += parts.next_literal(&rest[1..]),
            '_' | '*' => used += rest[1..].chars().next().map_or(0, char::len_utf8),
            '[' => {
                let end = rest.find(']').unwrap_or(rest.len() - 1);
                parts.bracket(&rest[1..end.max(1)]);
                used = end + 1;
            }
            _ if word(rest, "general") => {
                parts.digits += 1;
                used = "general".len();
            }
            _ if word(rest, "am/pm") || word(rest, "a/p") => {
                parts.date.time = true;
                used = if word(rest, "am/pm") { 5 } else { 3 };
            }
            'E' | 'e' if parts.digits > 0 && rest[1..].starts_with(['+', '-']) => used = 2,
            '0' | '#' | '?' if !parts.date.time => {
                parts.digits += 1;
                parts.scaled = false;
            }
            ',' => parts.scaled = parts.digits > 0,
            '%' => parts.percent = true,
            _ if parts.digits == 0 && parts.calendar(c.to_ascii_lowercase(), before, &rest[used..]) => {}
            _ if !c.is_ascii() || matches!(c, '$' | '-' | '(' | ')' | ' ' | '/') => parts.literal(&rest[..used]),
            _ => {}
        }
        if c.is_ascii_alphabetic() || matches!(c, ':') {
            before = c.to_ascii_lowercase();
        }
        rest = &rest[used..];
    }
    parts
}

fn word(rest: &str, word: &str) -> bool {
    rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

impl Parts {
    fn literal(&mut self, text: &str) {
        let side = if self.digits == 0 { &mut self.prefix } else { &mut self.suffix };
        side.push_str(text);
    }

    /// An escaped character; gives its length.
    fn next_literal(&mut self, rest: &str) -> usize {
        let length = rest.chars().next().map_or(0, char::len_utf8);
        self.literal(&rest[..length]);
        length
    }

    /// `[h]` elapsed time, `[$¥-411]` a currency; colours, conditions and locales say nothing here.
    fn bracket(&mut self, inner: &str) {
        let lower = inner.to_ascii_lowercase();
        if !lower.is_empty() && ['h', 'm', 's'].iter().any(|unit| lower.chars().all(|c| c == *unit)) {
            self.elapsed = true;
        } else if let Some(currency) = inner.strip_prefix('$') {
            let symbol = currency.split('-').next().unwrap_or("");
            self.literal(symbol);
        }
    }

    /// Letters of dates; whether `m` means minutes depends on its neighbours.
    fn calendar(&mut self, c: char, before: char, after: &str) -> bool {
        match c {
            'y' | 'e' | 'g' => self.date.year = true,
            'd' | 'a' => self.date.day = true,
            'h' | 's' => self.date.time = true,
            'm' => {
                let next = after.trim_start_matches(['m', 'M']).trim_start_matches([':', '"', '\\']);
                let minutes = matches!(before, 'h' | ':') || next.starts_with(['s', 'S']) || self.minutes(before);
                match minutes {
                    true => self.date.time = true,
                    false => self.date.month = true,
                }
            }
            _ => return false,
        }
        true
    }

    /// A second letter of a run of `m` means what the first one did.
    fn minutes(&self, before: char) -> bool {
        before == 'm' && self.date.time && !self.date.month
    }
}
