//! What stands above the header: titles, remarks, comments, the separator line.

use sanpo_api::{Choice, Choices, NotData, NotDataWhy};

use super::Row;

/// What stands above the header.
pub struct Above {
    /// The records and why they are no data.
    pub not_data: Vec<NotData>,
    /// Their text, which may name a year or a unit.
    pub titles: Vec<String>,
    /// The records that the person wants as data: where they start, and their numbers.
    pub kept: Vec<(u32, usize)>,
}

impl Above {
    /// Looks at the records before `until`.
    pub fn of(sample: &[Row], until: usize, directive: bool, choices: &Choices) -> Self {
        let mut above = Self { not_data: Vec::new(), titles: Vec::new(), kept: Vec::new() };
        for (record, row) in sample[..until].iter().enumerate() {
            let why = if record == 0 && directive { NotDataWhy::SepDirective } else { why_above(row) };
            if why == NotDataWhy::Title {
                above.titles.push(row.cells.join(" "));
            }
            if choices.has(&Choice::KeepRows(why)) {
                above.kept.push((row.start as u32, record));
            } else {
                above.not_data.push(NotData { record, why });
            }
        }
        above
    }
}

fn why_above(row: &Row) -> NotDataWhy {
    match row.cells.iter().find(|c| !c.is_empty()).map_or("", String::as_str) {
        "" => NotDataWhy::Blank,
        c if c.starts_with('#') || c.starts_with("//") || c.starts_with(';') => NotDataWhy::Comment,
        c if is_note(c) => NotDataWhy::Note,
        _ => NotDataWhy::Title,
    }
}

/// Remarks begin with one of these.
pub fn is_note(cell: &str) -> bool {
    ["※", "注", "(注", "（注", "【", "＊", "* ", "備考：", "備考:", "出典", "出所", "資料：", "資料:", "Note", "Source"]
        .iter()
        .any(|mark| cell.starts_with(mark))
}
