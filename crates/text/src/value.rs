//! Values of tables and bars, written by the format of their column.

use sanpo_api::{Lang, Moment, NumberFormat, Value, Words};

use crate::Text;
use crate::date::date;
use crate::number::{NONE, number, percent_fixed, score, with_unit};

/// A number as its column wants it.
pub fn formatted(lang: Lang, format: &NumberFormat, value: f64) -> String {
    match format {
        NumberFormat::Plain { unit } => with_unit(lang, number(lang, value), unit.as_deref()),
        NumberFormat::Percent => percent_fixed(value),
        NumberFormat::Score => score(value),
        NumberFormat::Date(grain) if value.is_finite() => date(lang, Moment(value as i64), *grain),
        NumberFormat::Date(_) => NONE.to_owned(),
    }
}

/// A value of a table; nothing is an empty text.
pub fn value(lang: Lang, format: &NumberFormat, value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Number(x) => formatted(lang, format, *x),
        Value::Time(at) => match format {
            NumberFormat::Date(grain) => date(lang, *at, *grain),
            NumberFormat::Plain { .. } | NumberFormat::Percent | NumberFormat::Score => {
                date(lang, *at, sanpo_api::Grain::Day)
            }
        },
        Value::Text(text) | Value::Own(text, _) => text.clone(),
        Value::Label(label) => Text.label(lang, label),
        Value::Phrase(phrase) => Text.phrase(lang, phrase),
    }
}
