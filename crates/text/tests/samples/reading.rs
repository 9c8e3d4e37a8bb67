//! What is asked, decided and noted about the reading of a file.

use sanpo_api::*;

use super::s;

pub const ASKS: [AskWhat; 13] = [
    AskWhat::Year,
    AskWhat::NoDateColumn,
    AskWhat::ColumnNames,
    AskWhat::DayMonthOrder,
    AskWhat::TwoDigitYearOrder,
    AskWhat::Unpivot,
    AskWhat::Transpose,
    AskWhat::TwoTables,
    AskWhat::WeekNumbering,
    AskWhat::TimeZone,
    AskWhat::MixedUnits,
    AskWhat::Sheet,
    AskWhat::Spellings,
];

pub fn notes() -> Vec<Note> {
    let column = || s("売上");
    vec![
        Note::Decoded { encoding: s("Shift_JIS") },
        Note::BadCharacters { count: 2 },
        Note::RowsSetAside {
            why: NotDataWhy::Total,
            count: 12,
            rows: ["3", "8", "12", "14", "19", "22"].map(s).to_vec(),
        },
        Note::RowsSetAside { why: NotDataWhy::Blank, count: 1, rows: vec![] },
        Note::EmptyColumnsDropped { count: 1 },
        Note::NoHeader,
        Note::ColumnsNamed { names: vec![s("a")] },
        Note::BadCells {
            column: column(),
            count: 2,
            examples: vec![(s("8"), s("2024/2/30")), (s("4月 11"), s("2024/13/4"))],
        },
        Note::BadCells { column: column(), count: 2, examples: vec![] },
        Note::UnitRemoved { column: column(), unit: s("円") },
        Note::EraDates { column: column() },
        Note::RaggedRows { count: 1, rows: vec![s("5")] },
        Note::ClosedDays { column: column(), count: 4 },
        Note::Garbled { guessed: 3, restored: true },
        Note::Garbled { guessed: 0, restored: false },
        Note::SheetRead { name: s("4月"), others: 0 },
        Note::SheetRead { name: s("4月"), others: 2 },
        Note::SheetsJoined { names: vec![s("4月"), s("5月")], others: 0 },
        Note::FarCells { count: 2 },
        Note::UnitsConverted { column: column(), unit: s("kg") },
        Note::SerialDates { column: column() },
        Note::RoundedCodes { column: column() },
        Note::ThousandsJoined { count: 3 },
        Note::FilledDown { column: column(), count: 9 },
        Note::DateJoined { columns: vec![s("年"), s("月"), s("日")], name: s("日付") },
        Note::MadeLong { columns: 12 },
        Note::SumsLeftOut { columns: vec![s("合計")] },
        Note::Transposed,
        Note::WeekdaysWrong { column: column(), count: 2, rows: vec![s("3"), s("9")] },
        Note::GluedEncodings,
        Note::StrayQuotes { rows: vec![s("5")] },
        Note::SpellingsMerged { column: column(), count: 2 },
        Note::RepeatedDates { column: column(), count: 2 },
        Note::NewestFirst { column: column() },
        Note::WeeklyGaps { column: column(), weekdays: vec![2, 6] },
        Note::Derived { column: column(), from: vec![s("日付")] },
        Note::LeakSuspect { column: column(), label: s("解約") },
    ]
}

pub fn choices() -> Vec<Choice> {
    let column = || s("A");
    let mut all = vec![
        Choice::Encoding(s("EUC-JP")),
        Choice::Sheet(s("4")),
        Choice::KeepEmptyColumns,
        Choice::Year(2024),
        Choice::Weeks(WeekNumbering::Iso),
        Choice::Weeks(WeekNumbering::FromNewYear),
        Choice::Zone(Zone::Japan),
        Choice::Zone(Zone::Utc),
        Choice::AsText { column: column() },
        Choice::ConvertUnits { column: column() },
        Choice::ClosedAsZero { column: column() },
    ];
    all.extend([TablePart::Whole, TablePart::Beside(0), TablePart::Stacked(1)].map(Choice::Table));
    all.extend([Layout::AsIs, Layout::Long, Layout::Transposed].map(Choice::Layout));
    all.extend([NotDataWhy::Title, NotDataWhy::Total, NotDataWhy::OtherTable].map(Choice::KeepRows));
    let order = |order| Choice::DateOrder { column: column(), order };
    all.extend([DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy].map(order));
    for yes in [true, false] {
        all.extend([Choice::Header(yes), Choice::JoinDate(yes), Choice::Restore(yes)]);
        all.push(Choice::FillDown { column: column(), fill: yes });
        all.push(Choice::MergeSpellings { column: column(), merge: yes });
    }
    all
}
