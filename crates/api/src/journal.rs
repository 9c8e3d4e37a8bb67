//! How far a person came, so that a page that was loaded again can say so.

use serde::{Deserialize, Serialize};

use crate::{Answers, TaskId};

/// How far a person came with a file. No data, and no names of columns but those in the answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Journal {
    /// The file's name.
    pub file: String,
    /// Its size; name and size together tell whether a file is the same.
    pub size_bytes: u64,
    /// The task.
    pub task: TaskId,
    /// The answers in force.
    pub answers: Answers,
    /// Whether there was a result.
    pub has_result: bool,
}

impl Journal {
    /// Whether it is about a file of that name and size.
    pub fn is_of(&self, file: &str, size_bytes: u64) -> bool {
        self.file == file && self.size_bytes == size_bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answer, FieldId, decode_journal, encode};

    #[test]
    fn it_survives_being_put_away() {
        let journal = Journal {
            file: "売上.csv".into(),
            size_bytes: 1 << 33,
            task: TaskId::Predict,
            answers: [(FieldId::Target, Answer::Column("解約".into()))].into(),
            has_result: true,
        };
        let bytes = encode(&journal);
        assert_eq!(decode_journal(&bytes), Ok(journal));
        assert!(decode_journal(&bytes[..bytes.len() - 2]).is_err());
    }
}
