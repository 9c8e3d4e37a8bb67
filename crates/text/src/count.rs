//! Counted things: rows, bytes, days.

use sanpo_api::{Grain, Lang, Step};

use crate::number::grouped;
use crate::say::pick;

/// A count with commas: 1,234.
pub fn count(_lang: Lang, n: usize) -> String {
    grouped(n as u64)
}

/// A count with its English noun; Japanese has the counter in the sentence.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    grouped(n as u64) + " " + if n == 1 { one } else { many }
}

/// So many rows: 1,234行, 1,234 rows.
pub fn rows(lang: Lang, n: usize) -> String {
    match lang {
        Lang::Ja => grouped(n as u64) + "行",
        Lang::En => counted(n, "row", "rows"),
    }
}

/// The size of a group: 1,234人 or 1,234行, 1,234 customers or 1,234 rows.
pub(crate) fn members(lang: Lang, n: usize, customers: bool) -> String {
    match lang {
        _ if !customers => rows(lang, n),
        Lang::Ja => grouped(n as u64) + "人",
        Lang::En => counted(n, "customer", "customers"),
    }
}

/// A size: 812バイト, 1.2MB; 812 bytes, 1.2 MB.
pub fn bytes(lang: Lang, n: u64) -> String {
    let (one, unit) = match n {
        0..1_000 => return grouped(n) + pick(lang, "バイト", if n == 1 { " byte" } else { " bytes" }),
        1_000..1_000_000 => (1_000, "kB"),
        1_000_000..1_000_000_000 => (1_000_000, "MB"),
        1_000_000_000.. => (1_000_000_000, "GB"),
    };
    let tenths = n / (one / 10);
    let whole = grouped(tenths / 10);
    let rest = tenths % 10;
    if rest == 0 {
        return say!(lang, "{whole}{unit}", "{whole} {unit}");
    }
    say!(lang, "{whole}.{rest}{unit}", "{whole}.{rest} {unit}")
}

/// One of a grain: 日, か月; day, month.
pub fn grain(lang: Lang, grain: Grain) -> &'static str {
    let (ja, en) = words(grain);
    pick(lang, ja, en)
}

/// A span: 30日, 12か月, 1週間; 30 days, 12 months, 1 week.
pub fn grain_count(lang: Lang, n: u32, grain: Grain) -> String {
    let number = grouped(u64::from(n));
    let (ja, en) = words(grain);
    let plural = if n == 1 { "" } else { "s" };
    say!(lang, "{number}{ja}", "{number} {en}{plural}")
}

/// So many steps as a span: 24 steps of 30 minutes are 12時間, 12 hours.
pub fn steps(lang: Lang, n: u32, step: Step) -> String {
    let (count, grain) = step.span(n as usize);
    grain_count(lang, count, grain)
}

/// For each one of a grain: 1日あたり, per day.
pub fn per_grain(lang: Lang, grain: Grain) -> String {
    let (ja, en) = words(grain);
    say!(lang, "1{ja}あたり", "per {en}")
}

fn words(grain: Grain) -> (&'static str, &'static str) {
    match grain {
        Grain::Second => ("秒", "second"),
        Grain::Minute => ("分", "minute"),
        Grain::Hour => ("時間", "hour"),
        Grain::Day => ("日", "day"),
        Grain::Week => ("週間", "week"),
        Grain::Month => ("か月", "month"),
        Grain::Quarter => ("四半期", "quarter"),
        Grain::Year | Grain::FiscalYear => ("年", "year"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counted_things() {
        assert_eq!(bytes(Lang::Ja, 1_249_999), "1.2MB");
        assert_eq!(bytes(Lang::En, 1), "1 byte");
        assert_eq!(bytes(Lang::En, 1_000), "1 kB");
        assert_eq!(grain_count(Lang::Ja, 12, Grain::Month), "12か月");
        assert_eq!(grain_count(Lang::En, 1, Grain::Week), "1 week");
        assert_eq!(grain_count(Lang::En, 1_200, Grain::Day), "1,200 days");
        assert_eq!(rows(Lang::En, 1), "1 row");
        assert_eq!(per_grain(Lang::Ja, Grain::Week), "1週間あたり");
    }
}
