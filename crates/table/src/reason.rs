//! Short codes for refusals.

use sanpo_api::Problem;

/// A stable code for why a file was refused, for programs that read `inspect --json`.
pub fn reason_code(problem: &Problem) -> &'static str {
    match problem {
        Problem::EmptyFile => "empty_file",
        Problem::NoDataRows => "no_data_rows",
        Problem::ExcelWorkbook => "route_by_content_to_xlsx_reader",
        Problem::NotATable => "not_a_table",
        Problem::TooFewRows { .. } => "too_few_rows",
        Problem::BinaryNotCsv { .. } => "binary_not_csv",
        Problem::TooBig { .. } => "decompressed_size_limit",
        Problem::PasswordProtected => "password_protected",
        Problem::HtmlAsCsv => "html_as_csv",
        Problem::TooManyColumns { .. } => "too_many_columns",
        Problem::File { .. } => "file",
        _ => "internal",
    }
}
