//! The vocabulary between the engine and the screen.
//!
//! Plain data with serde: no maths, no I/O, no browser. A screen (or the command line) sends [`Command`]s, the engine answers
//! with [`Event`]s; everything else here is what those two carry. Sentences are [`Phrase`] codes with arguments; the words live
//! in `sanpo-text`.

mod book;
mod civil;
mod demand;
mod form;
mod head;
mod how;
mod journal;
mod label;
mod message;
mod phrase;
mod problem;
mod profile;
mod project;
mod reading;
mod report;
mod task;
mod time;
mod wide;
mod wire;
mod words;

pub use book::{BookWord, SheetName};
pub use civil::{Civil, DAY_SECS};
pub use demand::{
    Demand, ItemList, ORDER_LEVELS, OrderItem, OrderList, Part, PartsChart, PartsPanel, Trial, TrialChart,
};
pub use form::{Answer, Answers, Field, FieldId, FieldKind, Form, Handling};
pub use head::{decode_event, decode_journal};
pub use how::How;
pub use journal::Journal;
pub use label::{Label, LabelCode, ModelName, Occasion, RfmName};
pub use message::{Command, Event, ExportKind, JobId, RunId, Stage};
pub use phrase::{
    AnomalyPhrase, DataPhrase, ForecastPhrase, GradePhrase, Naive, Phrase, PredictPhrase, Reason, SegmentPhrase,
    TrialPhrase,
};
pub use problem::{LIMIT_BYTES, Problem};
pub use profile::{
    Cell, ColumnProfile, ColumnType, EncodingView, FileFacts, Format, NotData, NotDataWhy, Outcome, Profile, Role,
};
pub use project::{
    ColumnMark, Fit, FitColumn, NoProject, PROJECT_ENDING, PROJECT_MARK, PROJECT_PREFIX, Project, Promise,
    PromisedSeries,
};
pub use reading::{
    Ask, AskOption, AskWhat, Choice, Choices, DateOrder, Layout, MemoLine, Note, TablePart, WeekNumbering, Zone,
};
pub use report::{
    Band, Bar, BarChart, Block, GainsChart, Grade, GroupCard, HeatChart, Letter, Line, LineChart, LineRole, Mark,
    MarkKind, NumberFormat, Panel, Report, ScatterChart, Section, SectionId, Table, TableColumn, Value,
};
pub use task::TaskId;
pub use time::{Grain, Moment, Step};
pub use wire::{WireError, decode, encode};
pub use words::{FileFormat, Lang, Words};
