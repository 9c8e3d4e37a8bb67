//! Reads a head with little code, for the page.
//!
//! The same bytes as [`crate::decode`] reads. Here an error is no value that every field has to hand on: the reader remembers
//! that something was wrong and goes on with zeros, and the whole is refused at the end. The page is 42 kB smaller for it.

use std::fmt;

use serde::de::value::U32Deserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

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

struct Reader<'b> {
    rest: &'b [u8],
    wrong: bool,
}

impl<'b> Reader<'b> {
    /// Nothing more is read: whatever is asked for is zero, empty or the first kind.
    #[inline(never)]
    fn refuse(&mut self) {
        self.wrong = true;
        self.rest = &[];
    }

    #[inline(never)]
    fn bytes(&mut self, count: usize) -> &'b [u8] {
        match self.rest.split_at_checked(count) {
            Some((bytes, rest)) => {
                self.rest = rest;
                bytes
            }
            None => {
                self.refuse();
                &[]
            }
        }
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or(0)
    }

    /// Seven bits a byte, the lowest first.
    #[inline(never)]
    fn whole(&mut self) -> u64 {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return value;
            }
        }
        self.refuse();
        0
    }

    /// A whole number up to a limit.
    #[inline(never)]
    fn up_to(&mut self, most: u64) -> u64 {
        let value = self.whole();
        if value <= most {
            return value;
        }
        self.refuse();
        0
    }

    #[inline(never)]
    fn signed(&mut self) -> i64 {
        let value = self.whole();
        (value >> 1) as i64 ^ -((value & 1) as i64)
    }

    /// How many follow; each takes a byte at least, so that no number makes the reader run on.
    #[inline(never)]
    fn count(&mut self) -> usize {
        self.up_to(self.rest.len() as u64) as usize
    }

    #[inline(never)]
    fn float(&mut self) -> f64 {
        self.bytes(8).try_into().map_or(0.0, f64::from_le_bytes)
    }

    #[inline(never)]
    fn text(&mut self) -> &'b str {
        let count = self.count();
        str::from_utf8(self.bytes(count)).unwrap_or_else(|_| {
            self.refuse();
            ""
        })
    }
}

/// Entries that follow each other.
struct Entries<'r, 'b> {
    reader: &'r mut Reader<'b>,
    left: usize,
}

/// Fields of a structure: as many as are asked for.
struct Fields<'r, 'b>(&'r mut Reader<'b>);

impl<'b> SeqAccess<'b> for Fields<'_, 'b> {
    type Error = Never;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'b>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

impl Entries<'_, '_> {
    fn next(&mut self) -> bool {
        let more = self.left > 0 && !self.reader.wrong;
        self.left = self.left.saturating_sub(1);
        more
    }
}

impl<'b> SeqAccess<'b> for Entries<'_, 'b> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'b>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.next() { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'b> MapAccess<'b> for Entries<'_, 'b> {
    type Error = Never;

    fn next_key_seed<K: DeserializeSeed<'b>>(&mut self, seed: K) -> Result<Option<K::Value>, Never> {
        if self.next() { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'b>>(&mut self, seed: V) -> Result<V::Value, Never> {
        seed.deserialize(&mut *self.reader)
    }
}

/// A kind of an enumeration, and what it carries.
struct Kind<'r, 'b> {
    reader: &'r mut Reader<'b>,
    index: u32,
}

impl<'r, 'b> EnumAccess<'b> for Kind<'r, 'b> {
    type Error = Never;
    type Variant = Fields<'r, 'b>;

    #[inline]
    fn variant_seed<V: DeserializeSeed<'b>>(self, seed: V) -> Result<(V::Value, Self::Variant), Never> {
        let kind = seed.deserialize(U32Deserializer::new(self.index))?;
        Ok((kind, Fields(self.reader)))
    }
}

impl<'b> VariantAccess<'b> for Fields<'_, 'b> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    #[inline]
    fn newtype_variant_seed<T: DeserializeSeed<'b>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self.0)
    }

    #[inline]
    fn tuple_variant<V: Visitor<'b>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self)
    }

    #[inline]
    fn struct_variant<V: Visitor<'b>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self)
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Never;

    /// No type of the vocabulary asks for it: the bytes do not say what they are.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.refuse();
        visitor.visit_unit()
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.up_to(1) == 1)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u8(self.byte())
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u32(self.up_to(u64::from(u32::MAX)) as u32)
    }

    /// Asked for by `usize`, which takes no more on this machine; true `u64`s are `wide`.
    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u64(self.up_to(usize::MAX as u64))
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let value = i32::try_from(self.signed());
        visitor.visit_i32(value.unwrap_or_else(|_| {
            self.refuse();
            0
        }))
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_i64(self.signed())
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_f64(self.float())
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let letter = self.text().chars().next();
        visitor.visit_char(letter.unwrap_or_else(|| {
            self.refuse();
            '\0'
        }))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_string(self.text().to_owned())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.up_to(1) == 1 { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.count();
        visitor.visit_seq(Entries { reader: self, left })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.count();
        visitor.visit_map(Entries { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        kinds: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        let index = self.up_to(kinds.len() as u64 - 1) as u32;
        visitor.visit_enum(Kind { reader: self, index })
    }

    forward_to_deserialize_any! {
        i8 i16 i128 u16 u128 f32 bytes byte_buf unit_struct tuple_struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::decode_event;
    use crate::{Event, ExportKind, Phrase, Problem, Report, Stage, TaskId, decode, encode};

    fn events() -> Vec<Event> {
        let report = Report {
            task: TaskId::Predict,
            headline: vec![Phrase::PredictAuc { auc: 0.75 }, Phrase::GroupName { traits: vec![Phrase::TraitAverage] }],
            grade: None,
            cautions: vec![],
            sections: vec![],
            exports: vec![ExportKind::Plain, ExportKind::Orders { span: 2, level: 90 }],
            takes_new_file: true,
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
