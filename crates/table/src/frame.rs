//! Typed values as columns of a polars data frame.

use polars::prelude::*;
use sanpo_api::Problem;

use crate::typing::{Data, Dictionary, MISSING};

/// Values as a polars column with nulls, and the levels of a text column.
pub(crate) fn series_of(name: &str, data: Data) -> Result<(polars::prelude::Column, Option<Dictionary>), Problem> {
    let name = PlSmallStr::from_str(name);
    match data {
        // Without gaps the values move over as they are; a copy would double the memory of a large file.
        Data::Numbers(values) => {
            let values = match values.iter().any(|v| v.is_nan()) {
                false => Float64Chunked::from_vec(name, values),
                true => Float64Chunked::from_iter_options(name, values.into_iter().map(|v| (!v.is_nan()).then_some(v))),
            };
            Ok((values.into_column(), None))
        }
        Data::Moments(mut values) => {
            let gaps = values.contains(&i64::MIN);
            values.iter_mut().filter(|v| **v != i64::MIN).for_each(|v| *v = v.saturating_mul(1000));
            let values = match gaps {
                false => Int64Chunked::from_vec(name, values),
                true => Int64Chunked::from_iter_options(name, values.into_iter().map(|v| (v != i64::MIN).then_some(v))),
            };
            Ok((values.into_datetime(TimeUnit::Milliseconds, None).into_column(), None))
        }
        Data::Texts(codes, levels) => {
            let codes = match codes.contains(&MISSING) {
                false => UInt32Chunked::from_vec(name, codes),
                true => UInt32Chunked::from_iter_options(name, codes.into_iter().map(|c| (c != MISSING).then_some(c))),
            };
            Ok((codes.into_column(), Some(levels)))
        }
    }
}

/// A failure of the data frame itself, which valid columns never cause.
pub(crate) fn internal(error: PolarsError) -> Problem {
    Problem::Internal { detail: error.to_string() }
}
