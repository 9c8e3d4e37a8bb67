//! Days of the week beside a date.

use super::english;

/// Cuts a weekday out: `(月)`, `(Mon)`, `月曜日` behind the date. Gives it as well, 0 = Monday.
pub(super) fn without_weekday(cell: &str) -> (std::borrow::Cow<'_, str>, Option<u8>) {
    if let Some(open) = cell.find('(')
        && let Some(length) = cell[open..].find(')')
        && is_weekday(&cell[open + 1..open + length])
    {
        let weekday = weekday(&cell[open + 1..open + length]);
        return (format!("{}{}", &cell[..open], &cell[open + length + 1..]).into(), weekday);
    }
    if let Some((rest, word)) = cell.rsplit_once(' ')
        && rest.ends_with(|c: char| c.is_ascii_digit() || c == '日')
        && word.chars().count() == 1
        && is_weekday(word)
    {
        return (rest.into(), weekday(word));
    }
    let bare = cell.trim_end_matches('日');
    match bare.strip_suffix('曜').and_then(|rest| rest.strip_suffix(WEEKDAYS)) {
        Some(rest) => (rest.into(), weekday(&bare[rest.len()..])),
        None => (cell.into(), None),
    }
}

/// The day of the week that a word names, 0 = Monday; a holiday alone names none.
pub fn weekday(word: &str) -> Option<u8> {
    let first = word.chars().next()?;
    let at = WEEKDAYS.iter().position(|day| *day == first).or_else(|| english::weekday(word))?;
    Some(at as u8)
}

const WEEKDAYS: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];

/// Whether a word names a day of the week (with a holiday mark at will).
pub fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches(['・', '祝', '休']).trim_end_matches("曜日").trim_end_matches('曜');
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => WEEKDAYS.contains(&c) || c == '祝',
        _ => english::is_weekday(word),
    }
}
