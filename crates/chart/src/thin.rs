//! Fewer points than pixels can show, without losing a spike.

/// Of the points of each pixel column, the first, the lowest, the highest and the last, in their order. Points must be ascending
/// in x; fewer than four a column pass unchanged.
///
/// Source: min-max decimation, M4 of Jugel et al., VLDB 2014.
pub fn thin(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    thin_by(points, |point| *point)
}

/// The same for anything that has a place.
pub(crate) fn thin_by<T: Copy>(points: &[T], place: impl Fn(&T) -> (f64, f64)) -> Vec<T> {
    let mut out = Vec::new();
    let mut start = 0;
    while start < points.len() {
        let column = place(&points[start]).0.floor();
        let len = points[start..].iter().take_while(|p| place(p).0.floor() == column).count().max(1);
        keep(&points[start..start + len], &place, &mut out);
        start += len;
    }
    out
}

fn keep<T: Copy>(column: &[T], place: &impl Fn(&T) -> (f64, f64), out: &mut Vec<T>) {
    if column.len() <= 4 {
        out.extend_from_slice(column);
        return;
    }
    let (mut low, mut high) = (0, 0);
    for (i, point) in column.iter().enumerate() {
        if place(point).1 < place(&column[low]).1 {
            low = i;
        }
        if place(point).1 > place(&column[high]).1 {
            high = i;
        }
    }
    let mut kept = [0, low, high, column.len() - 1];
    kept.sort_unstable();
    for (i, index) in kept.iter().enumerate() {
        if i == 0 || kept[i - 1] != *index {
            out.push(column[*index]);
        }
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
        assert!(thinned.len() <= 4 * 500);
        assert!(thinned.contains(&points[77_777]) && thinned.contains(&points[33_333]));
        assert_eq!(thinned.first(), points.first());
        assert_eq!(thinned.last(), points.last());
        assert!(thinned.windows(2).all(|w| w[0].0 <= w[1].0));
    }

    #[test]
    fn few_points_pass() {
        assert_eq!(thin(&[]), []);
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
