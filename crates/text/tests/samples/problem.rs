//! Why something could not be done.

use sanpo_api::*;

use super::s;

pub fn problems() -> Vec<Problem> {
    use Problem as P;
    let name = || s("売上");
    vec![
        P::EmptyFile,
        P::NoDataRows,
        P::NotATable,
        P::BinaryNotCsv { kind: s("PDF") },
        P::HtmlAsCsv,
        P::ExcelWorkbook,
        P::PasswordProtected,
        P::TooBig { size_bytes: 345_000_000, limit_bytes: 200_000_000 },
        P::TooManyColumns { have: 5_000, limit: 1_000 },
        P::TooFewRows { have: 1, need: 12 },
        P::TooFewCustomers { have: 1, need: 10 },
        P::NoDateColumn,
        P::NoNumberColumn,
        P::NoFeatureColumn,
        P::UnknownColumn { name: name(), have: vec![s("a"), s("b")] },
        P::UnknownColumn { name: name(), have: vec![] },
        P::WrongColumnType { name: name(), field: FieldId::Time },
        P::AllMissing { name: name() },
        P::ConstantTarget { name: name() },
        P::TooManyClasses { name: name(), have: 90, limit: 20 },
        P::GridTooLong { have: 1_000_000, limit: 100_000 },
        P::TooManyGroups { asked: 12, limit: 8 },
        P::TooManyCells { limit: 4_000_000 },
        P::ProjectDamaged,
        P::ProjectOfOtherVersion,
        P::MissingAnswer { field: FieldId::Target },
        P::BadAnswer { field: FieldId::Groups },
        P::ColumnsDiffer { missing: vec![s("年齢")] },
        P::NoFile,
        P::NoResult,
        P::NothingYet,
        P::NotApplicable { task: TaskId::Forecast },
        P::File { name: s("a.csv"), cause: s("permission denied") },
        P::OutOfMemory,
        P::Internal { detail: s("x") },
    ]
}
