//! Heads of messages and bodies of jobs as bytes.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Bytes that are not a message of this version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WireError(pub String);

/// The bytes of a head or of a job's body (postcard).
pub fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_stdvec(value).expect("plain data always has bytes")
}

/// Reads what [`encode`] wrote. Fails on bytes of another type or version.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
    postcard::from_bytes(bytes).map_err(|e| WireError(e.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Command, Event, ExportKind, FileFormat, Lang, Phrase, PredictPhrase, Report, SegmentPhrase, TaskId};

    #[test]
    fn messages_survive_the_wire() {
        let command =
            Command::Export { run: 3, kind: ExportKind::Sheet, lang: Lang::Ja, format: FileFormat::CsvShiftJis };
        assert_eq!(decode::<Command>(&encode(&command)), Ok(command));
        let headline = vec![
            Phrase::Predict(PredictPhrase::Auc { auc: 0.75 }),
            Phrase::Segment(SegmentPhrase::GroupName { traits: vec![Phrase::Segment(SegmentPhrase::TraitAverage)] }),
        ];
        let report = Report {
            exports: vec![ExportKind::Plain],
            takes_new_file: true,
            ..Report::with_headline(TaskId::Predict, headline)
        };
        let event = Event::Report { run: 1, report: Box::new(report) };
        assert_eq!(decode::<Event>(&encode(&event)), Ok(event));
    }

    #[test]
    fn foreign_bytes_are_an_error() {
        assert!(decode::<Event>(&[250, 1, 2]).is_err());
    }
}
