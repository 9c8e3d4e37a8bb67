//! How a file was read: what the person may decide about it, what is asked, and the reading memo.

mod ask;
mod choice;
mod note;

pub use ask::{Ask, AskOption, AskWhat};
pub use choice::{Choice, Choices, DateOrder, Layout, TablePart, WeekNumbering, Zone};
pub use note::{MemoLine, Note};
