//! Numbers that a 32-bit machine counts beyond its `usize`: they pass as signed ones, so that [`crate::decode_event`] can tell
//! them from `usize`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(crate) fn serialize<S: Serializer>(value: &u64, to: S) -> Result<S::Ok, S::Error> {
    i64::try_from(*value).unwrap_or(i64::MAX).serialize(to)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    i64::deserialize(from).map(|value| u64::try_from(value).unwrap_or(0))
}
