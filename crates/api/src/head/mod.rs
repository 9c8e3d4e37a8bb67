//! Reads a head with little code, for the page.
//!
//! The same bytes as [`crate::decode`] reads. Here an error is no value that every field has to hand on: the reader remembers
//! that something was wrong and goes on with zeros, and the whole is refused at the end. The page is 42 kB smaller for it.

mod reader;
mod visit;

use std::fmt;

use serde::Deserialize;

use self::reader::Reader;
use crate::{Event, Journal, WireError};

/// Reads the head of what the engine says. Fails on bytes of another type or version.
pub fn decode_event(bytes: &[u8]) -> Result<Event, WireError> {
    read(bytes)
}

/// Reads what the page noted before it was loaded again. Fails on bytes of another type or version.
pub fn decode_journal(bytes: &[u8]) -> Result<Journal, WireError> {
    read(bytes)
}

fn read<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Result<T, WireError> {
    let mut reader = Reader { rest: bytes, wrong: false };
    let Ok(found) = T::deserialize(&mut reader);
    if reader.wrong { Err(WireError("not of this version".to_owned())) } else { Ok(found) }
}

/// An error that cannot be: the compiler leaves out all that would follow from it.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl serde::de::Error for Never {
    /// serde asks for it where a value does not suit its type; the reader hands out none such.
    fn custom<T: fmt::Display>(_: T) -> Self {
        unreachable!("the reader only hands out what suits the type")
    }
}

#[cfg(test)]
mod tests {
    use super::decode_event;
    use crate::{
        Event, ExportKind, Phrase, PredictPhrase, Problem, Report, SegmentPhrase, Stage, TaskId, decode, encode,
    };

    fn events() -> Vec<Event> {
        let headline = vec![
            Phrase::Predict(PredictPhrase::Auc { auc: 0.75 }),
            Phrase::Segment(SegmentPhrase::GroupName { traits: vec![Phrase::Segment(SegmentPhrase::TraitAverage)] }),
        ];
        let report = Report {
            exports: vec![ExportKind::Plain, ExportKind::Orders { span: 2, level: 90 }],
            takes_new_file: true,
            ..Report::with_headline(TaskId::Predict, headline)
        };
        vec![
            Event::Report { run: 300, report: Box::new(report) },
            Event::Glimpsed { header: vec!["日付".into(), String::new()], rows: vec![vec!["1".into()], vec![]] },
            Event::Progress { run: 1, job: Some(u32::MAX), stage: Stage::Train, done_frac: -0.5 },
            Event::Failed { run: None, problem: Problem::TooBig { size_bytes: 1 << 40, limit_bytes: 0 } },
        ]
    }

    #[test]
    fn events_are_read_as_they_were_written() {
        for event in events() {
            assert_eq!(decode_event(&encode(&event)), Ok(event));
        }
    }

    #[test]
    fn cut_and_changed_bytes_end_as_the_general_reader_ends() {
        for bytes in events().iter().map(encode) {
            for end in 0..bytes.len() {
                assert!(decode_event(&bytes[..end]).is_err(), "{end}");
            }
            for at in 0..bytes.len() {
                for value in [0, 1, 2, 127, 128, 255] {
                    let mut changed = bytes.clone();
                    changed[at] = value;
                    let general = decode::<Event>(&changed);
                    let here = decode_event(&changed);
                    assert_eq!(format!("{:?}", here.ok()), format!("{:?}", general.ok()), "{at} {value}");
                }
            }
        }
    }

    #[test]
    fn a_great_count_does_not_make_the_reader_run_on() {
        assert!(decode_event(&[1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]).is_err());
        assert!(decode_event(&[]).is_err());
    }
}
