//! The sentence of step 2: what will be done, with a place for each answer. Each language has its own order.

use sanpo_api::{FieldId, Lang, Step, TaskId};

use crate::count::{count, counted, steps};
use crate::say::pick;

/// A part of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Plain words.
    Words(&'static str),
    /// What the next place is about, in bold.
    Name(&'static str),
    /// The place of an answer.
    Slot(FieldId),
    /// The unit of the column that is answered there, if it has one.
    Unit(FieldId),
}

use Piece::{Name, Slot, Unit, Words};

/// The sentence of a task. `answers` are the fields that can be answered here, and whether they are.
pub fn sentence(lang: Lang, task: TaskId, answers: &[(FieldId, bool)]) -> Vec<Piece> {
    let has = |field| answers.iter().any(|a| a.0 == field);
    let is = |field| answers.contains(&(field, true));
    match (task, lang) {
        (TaskId::Forecast, Lang::Ja) => forecast_ja(is(FieldId::Series)),
        (TaskId::Forecast, Lang::En) => forecast_en(is(FieldId::Series)),
        (TaskId::Anomaly, Lang::Ja) => anomaly_ja(is(FieldId::Time)),
        (TaskId::Anomaly, Lang::En) => anomaly_en(is(FieldId::Time)),
        (TaskId::Segment, Lang::Ja) => segment_ja(is(FieldId::Customer), has(FieldId::Columns), is(FieldId::Quantity)),
        (TaskId::Segment, Lang::En) => segment_en(is(FieldId::Customer), has(FieldId::Columns), is(FieldId::Quantity)),
        (TaskId::Predict, Lang::Ja) => vec![
            Name("予測したい項目"),
            Words("は"),
            Slot(FieldId::Target),
            Unit(FieldId::Target),
            Words("、"),
            Name("手がかり"),
            Words("は"),
            Slot(FieldId::Columns),
            Words("で、1行ごとに予測します。"),
        ],
        (TaskId::Predict, Lang::En) => vec![
            Words("Predict "),
            Slot(FieldId::Target),
            Unit(FieldId::Target),
            Words(" for each row, "),
            Name("learning from"),
            Words(" "),
            Slot(FieldId::Columns),
            Words("."),
        ],
    }
}

fn forecast_ja(apart: bool) -> Vec<Piece> {
    vec![
        Name("日付"),
        Words("は"),
        Slot(FieldId::Time),
        Words("、"),
        Name("予測したい数"),
        Words("は"),
        Slot(FieldId::Value),
        Unit(FieldId::Value),
        Words("、"),
        Slot(FieldId::Series),
        if apart { Name("ごとに") } else { Words("、") },
        Slot(FieldId::Horizon),
        Words("先まで予測します。"),
    ]
}

fn forecast_en(apart: bool) -> Vec<Piece> {
    let mut pieces = vec![
        Words("Forecast "),
        Slot(FieldId::Value),
        Unit(FieldId::Value),
        Words(" for the next "),
        Slot(FieldId::Horizon),
        Words(", "),
        Name("with dates"),
        Words(" from "),
        Slot(FieldId::Time),
        Words(", "),
    ];
    pieces.extend(apart.then_some(Name("separately for each")));
    pieces.extend(apart.then_some(Words(" ")));
    pieces.extend([Slot(FieldId::Series), Words(".")]);
    pieces
}

fn anomaly_ja(dated: bool) -> Vec<Piece> {
    let mut pieces = if dated { vec![Name("日付"), Words("は")] } else { vec![] };
    pieces.extend([Slot(FieldId::Time), Words("、"), Name("調べる項目"), Words("は"), Slot(FieldId::Columns)]);
    pieces.push(Words(if dated {
        "で、いつもと違うところを探します。"
    } else {
        "で、ほかと違う行を探します。"
    }));
    pieces
}

fn anomaly_en(dated: bool) -> Vec<Piece> {
    let what = if dated { "Look for what is unusual in " } else { "Look for rows unlike the others in " };
    let mut pieces = vec![Words(what), Slot(FieldId::Columns), Words(", ")];
    pieces.extend(dated.then_some(Name("with dates")));
    pieces.extend(dated.then_some(Words(" from ")));
    pieces.extend([Slot(FieldId::Time), Words(".")]);
    pieces
}

fn segment_ja(named: bool, table: bool, priced: bool) -> Vec<Piece> {
    let mut pieces = if named { vec![Name("お客さま"), Words("は")] } else { vec![] };
    pieces.extend([Slot(FieldId::Customer), Words("、")]);
    match table {
        true => pieces.extend([Name("使う項目"), Words("は"), Slot(FieldId::Columns), Words("で、")]),
        false => {
            pieces.extend([Name("日付"), Words("は"), Slot(FieldId::Time), Words("、"), Name("金額"), Words("は")]);
            pieces.extend([Slot(FieldId::Value), Unit(FieldId::Value)]);
            pieces.extend(times(priced));
            pieces.push(Words("として、"));
        }
    }
    pieces.extend([Slot(FieldId::Groups), Words("のグループに分けます。")]);
    pieces
}

fn segment_en(named: bool, table: bool, priced: bool) -> Vec<Piece> {
    let mut pieces = vec![Words(if named { "Sort the customers named in " } else { "Sort the customers, " })];
    pieces.extend([Slot(FieldId::Customer), Words(if named { " into " } else { ", into " })]);
    pieces.push(Slot(FieldId::Groups));
    match table {
        true => pieces.extend([Words(" groups by "), Slot(FieldId::Columns)]),
        false => {
            pieces.extend([Words(" groups by the "), Name("date"), Words(" "), Slot(FieldId::Time)]);
            pieces.extend([Words(" and the "), Name("amount"), Words(" "), Slot(FieldId::Value), Unit(FieldId::Value)]);
            pieces.extend(times(priced));
        }
    }
    pieces.push(Words("."));
    pieces
}

/// The quantity behind a price.
fn times(priced: bool) -> impl Iterator<Item = Piece> {
    [Words(" × "), Slot(FieldId::Quantity)].into_iter().filter(move |_| priced)
}

/// What stands in the place of a field without an answer.
pub fn slot_none(lang: Lang, field: FieldId) -> &'static str {
    match field {
        FieldId::Series => pick(lang, "分けずに", "all together"),
        FieldId::Time => pick(lang, "日付は使わずに", "without dates"),
        FieldId::Customer => pick(lang, "1行を1人として", "one in each row"),
        FieldId::Groups => pick(lang, "ちょうどよい数", "the right number of"),
        FieldId::Value
        | FieldId::Horizon
        | FieldId::Columns
        | FieldId::Sensitivity
        | FieldId::Target
        | FieldId::Events
        | FieldId::Handling
        | FieldId::Quantity => pick(lang, "使わない", "none"),
    }
}

/// A number in its place: 12時間, 5個; 12 hours, 5.
pub fn slot_count(lang: Lang, n: u32, step: Option<Step>) -> String {
    let plain = || count(lang, n as usize) + pick(lang, "個", "");
    step.map_or_else(plain, |step| steps(lang, n, step))
}

/// What stands behind a number that is typed into its place: 日, 個, × 30分; days, × 30 minutes.
pub fn slot_count_unit(lang: Lang, step: Option<Step>) -> String {
    match step {
        Some(step) if step.every != 1 => "× ".to_owned() + &steps(lang, 1, step),
        _ => slot_count(lang, 2, step).trim_start_matches(['2', ' ']).to_owned(),
    }
}

/// So many columns in their place.
pub fn slot_columns(lang: Lang, n: usize) -> String {
    match lang {
        Lang::Ja => count(lang, n) + "個の項目",
        Lang::En => counted(n, "column", "columns"),
    }
}

/// The unit of a column behind its place.
pub fn slot_unit(lang: Lang, unit: &str) -> String {
    let unit = crate::unit(lang, unit);
    say!(lang, "（{unit}）", " ({unit})")
}
