//! Fewer points than pixels can show, without losing a spike.

/// Width of a column in pixels: that of a drawn line, within which nobody sees the way from one end of its values to the other.
const COLUMN: f64 = 2.0;

/// The first point, the lowest and the highest of each column, in their order, and the last. Points must be ascending in x; two of
/// a column pass unchanged.
///
/// Source: min-max decimation, as in M4 of Jugel et al., VLDB 2014, without the first and the last of each column: of a line that
/// wide they change no pixel, and browsers take time for each corner of a path.
pub fn thin(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    thin_by(points, |point| *point)
}

/// The same for anything that has a place.
pub(crate) fn thin_by<T: Copy>(points: &[T], place: impl Fn(&T) -> (f64, f64)) -> Vec<T> {
    let [first, inner @ .., last] = points else { return points.to_vec() };
    let mut out = vec![*first];
    let mut rest = inner;
    while let Some(start) = rest.first() {
        let number = |point: &T| (place(point).0 / COLUMN).floor();
        let column = number(start);
        let (column, behind) = rest.split_at(rest.iter().take_while(|p| number(p) == column).count().max(1));
        keep(column, &place, &mut out);
        rest = behind;
    }
    out.push(*last);
    out
}

fn keep<T: Copy>(column: &[T], place: &impl Fn(&T) -> (f64, f64), out: &mut Vec<T>) {
    let (mut low, mut high) = (0, column.len().min(2) - 1);
    for (i, point) in column.iter().enumerate() {
        if place(point).1 < place(&column[low]).1 {
            low = i;
        }
        if place(point).1 > place(&column[high]).1 {
            high = i;
        }
    }
    out.push(column[low.min(high)]);
    if low != high {
        out.push(column[low.max(high)]);
    }
}

/// Two ascending lists in one, without what the second has at a moment of the first.
///
/// Not a sort: the charts are drawn by the page, and each sort of another type costs it a kilobyte.
pub fn merge<T: Copy>(first: &[T], second: &[T], at: impl Fn(&T) -> f64) -> Vec<T> {
    let mut out = Vec::with_capacity(first.len() + second.len());
    let mut rest = second;
    for item in first {
        let before = rest.iter().take_while(|other| at(other) < at(item)).count();
        out.extend_from_slice(&rest[..before]);
        rest = &rest[before..];
        if rest.first().is_some_and(|other| at(other) == at(item)) {
            rest = &rest[1..];
        }
        out.push(*item);
    }
    out.extend_from_slice(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spikes_stay_and_points_become_few() {
        let mut points: Vec<(f64, f64)> = (0..1_000_000).map(|i| (f64::from(i) / 2000.0, 0.0)).collect();
        points[77_777].1 = 9.0;
        points[33_333].1 = -9.0;
        let thinned = thin(&points);
        assert!(thinned.len() <= 500 + 2);
        assert!(thinned.contains(&points[77_777]) && thinned.contains(&points[33_333]));
        assert_eq!(thinned.first(), points.first());
        assert_eq!(thinned.last(), points.last());
        assert!(thinned.windows(2).all(|w| w[0].0 <= w[1].0));
    }

    #[test]
    fn few_points_pass() {
        for few in [vec![], vec![(1.0, 2.0)], (0..50).map(|i| (f64::from(i), 0.0)).collect()] {
            assert_eq!(thin(&few), few);
        }
        assert_eq!(thin(&[(1.0, 2.0), (f64::NAN, 1.0)]).len(), 2);
    }

    #[test]
    fn a_merged_list_ascends_and_keeps_the_first_of_a_moment() {
        let (first, second) = ([(1.0, 'a'), (3.0, 'a')], [(0.0, 'b'), (1.0, 'b'), (2.0, 'b'), (9.0, 'b')]);
        let both = merge(&first, &second, |item| item.0);
        assert_eq!(both, [(0.0, 'b'), (1.0, 'a'), (2.0, 'b'), (3.0, 'a'), (9.0, 'b')]);
        assert_eq!(merge(&[], &second, |item| item.0), second);
        assert_eq!(merge(&first, &[], |item| item.0), first);
    }
}
