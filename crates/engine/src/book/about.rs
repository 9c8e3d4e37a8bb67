//! The sheet that says where a result comes from, so that a saved workbook can be understood a year later.

use sanpo_api::{LabelCode, Report, SheetName};
use sanpo_tasks::OutCell;

use super::{In, Page};

/// The page: the answer in words, the file, the version, and what each sheet shows.
pub fn page<'a>(source: &str, report: &Report, contents: &[(String, String)], into: &In) -> Page<'a> {
    let grade = report.grade.iter().map(|grade| &grade.reason);
    let sentences = report.headline.iter().chain(grade).chain(&report.cautions);
    let found = into.code(LabelCode::Finding);
    let mut rows: Vec<(String, String)> =
        sentences.map(|phrase| (found.clone(), into.words.phrase(into.lang, phrase))).collect();
    rows.push((into.code(LabelCode::SourceFile), source.to_owned()));
    rows.push((into.code(LabelCode::Version), env!("CARGO_PKG_VERSION").to_owned()));
    rows.extend(contents.iter().filter(|(_, says)| !says.is_empty()).cloned());
    let cells = rows.into_iter().map(|(name, says)| vec![OutCell::Text(name), OutCell::Text(says)]);
    let header = vec![into.code(LabelCode::Sheet(SheetName::About)), String::new()];
    Page { name: SheetName::About, says: String::new(), header, rows: Box::new(cells) }
}
