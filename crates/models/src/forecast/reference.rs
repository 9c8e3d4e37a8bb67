//! The numbers of other libraries for the parity tests: `tests/ref/smoothing.csv`, made by the script beside it.

const TABLE: &str = include_str!("../../../../tests/ref/smoothing.csv");

/// The numbers of one part of a case; panics when the script does not write it.
pub(super) fn numbers(case: &str, part: &str) -> Vec<f64> {
    let head = format!("{case},{part},");
    let line = TABLE.lines().find_map(|l| l.strip_prefix(&head)).unwrap_or_else(|| panic!("no line {head}"));
    line.split(' ').map(|n| n.parse().unwrap()).collect()
}

/// All cases that begin so and have such a part, without that beginning.
pub(super) fn cases(start: &str, part: &str) -> Vec<&'static str> {
    let case = |l: &'static str| l.split_once(',').filter(|(_, rest)| rest.starts_with(part)).map(|(case, _)| case);
    TABLE.lines().filter_map(case).filter_map(|case| case.strip_prefix(start)).collect()
}

/// The values of a series and its season.
pub(super) fn series(name: &str) -> (Vec<f64>, Option<usize>) {
    let period = [("air", 12), ("quarters", 4), ("days", 7)].into_iter().find(|(n, _)| *n == name).map(|(_, p)| p);
    (numbers(name, "values"), period)
}

/// Checks that `ours` lies within a share of the size of `theirs`, number by number.
pub(super) fn same(what: &str, ours: &[f64], theirs: &[f64], within: f64) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    let size = theirs.iter().fold(0.0f64, |a, v| a.max(v.abs()));
    for (a, b) in ours.iter().zip(theirs) {
        assert!((a - b).abs() <= within * size, "{what}: {ours:?} is not {theirs:?}");
    }
}
