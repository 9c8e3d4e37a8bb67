//! Minimising without derivatives inside a box.
//!
//! In plain words: a tumbling triangle (in more dimensions) that rolls downhill and shrinks at the bottom.
//! Gives:  the best point seen; the same steps for the same input. Fails: never; an objective of `NaN` counts as infinite.
//! Cost:   at most `calls` evaluations, plus at most as many as there are dimensions.
//! Source: Nelder & Mead (1965), coefficients 1, 2, 1/2, 1/2; trial points are pushed back into the box.

/// One dimension of the search.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    /// Smallest allowed value.
    pub low: f64,
    /// Largest allowed value.
    pub high: f64,
    /// Where to begin.
    pub start: f64,
    /// Size of the first step.
    pub step: f64,
}

/// Searches for the smallest `objective` with at most about `calls` evaluations; returns the point and its value.
pub(super) fn minimise(axes: &[Axis], calls: usize, mut objective: impl FnMut(&[f64]) -> f64) -> (Vec<f64>, f64) {
    let mut call = |point: &[f64]| {
        let value = objective(point);
        if value.is_nan() { f64::INFINITY } else { value }
    };
    let mut corners = first_corners(axes, &mut call);
    let mut used = corners.len();
    while used < calls && !axes.is_empty() {
        corners.sort_by(|a, b| a.1.total_cmp(&b.1));
        if is_settled(&corners, axes) {
            break;
        }
        used += roll(axes, &mut corners, &mut call);
    }
    corners.sort_by(|a, b| a.1.total_cmp(&b.1));
    corners.swap_remove(0)
}

type Corner = (Vec<f64>, f64);

fn first_corners(axes: &[Axis], call: &mut impl FnMut(&[f64]) -> f64) -> Vec<Corner> {
    let start: Vec<f64> = axes.iter().map(|a| a.start.clamp(a.low, a.high)).collect();
    let value = call(&start);
    let mut corners = vec![(start.clone(), value)];
    for (i, axis) in axes.iter().enumerate() {
        let mut point = start.clone();
        // Step inwards where the outward step would leave the box.
        let step = if point[i] + axis.step <= axis.high { axis.step } else { -axis.step };
        point[i] = (point[i] + step).clamp(axis.low, axis.high);
        let value = call(&point);
        corners.push((point, value));
    }
    corners
}

/// Whether the corners (sorted) agree in value and lie together.
fn is_settled(corners: &[Corner], axes: &[Axis]) -> bool {
    let (best, worst) = (&corners[0], &corners[corners.len() - 1]);
    let flat = worst.1 - best.1 <= 1e-7 * (1e-3 + best.1.abs());
    flat && axes.iter().enumerate().all(|(i, a)| (worst.0[i] - best.0[i]).abs() <= 1e-3 * a.step.abs().max(1e-6))
}

/// One move of the worst corner (or a shrink); returns the number of evaluations. `corners` come sorted.
fn roll(axes: &[Axis], corners: &mut [Corner], call: &mut impl FnMut(&[f64]) -> f64) -> usize {
    let last = corners.len() - 1;
    let mut centre = vec![0.0; axes.len()];
    for (point, _) in &corners[..last] {
        for (c, p) in centre.iter_mut().zip(point) {
            *c += p / last as f64;
        }
    }
    let mut trial = |towards: f64, worst: &[f64]| {
        let point: Vec<f64> = axes
            .iter()
            .enumerate()
            .map(|(i, a)| (centre[i] + towards * (centre[i] - worst[i])).clamp(a.low, a.high))
            .collect();
        let value = call(&point);
        (point, value)
    };
    let worst = corners[last].clone();
    let mirrored = trial(1.0, &worst.0);
    if mirrored.1 < corners[0].1 {
        let further = trial(2.0, &worst.0);
        corners[last] = if further.1 < mirrored.1 { further } else { mirrored };
        return 2;
    }
    if mirrored.1 < corners[last - 1].1 {
        corners[last] = mirrored;
        return 1;
    }
    let towards = if mirrored.1 < worst.1 { 0.5 } else { -0.5 };
    let nearer = trial(towards, &worst.0);
    if nearer.1 < worst.1.min(mirrored.1) {
        corners[last] = nearer;
        return 2;
    }
    shrink(corners, call);
    2 + last
}

fn shrink(corners: &mut [Corner], call: &mut impl FnMut(&[f64]) -> f64) {
    let best = corners[0].0.clone();
    for corner in &mut corners[1..] {
        for (p, b) in corner.0.iter_mut().zip(&best) {
            *p = b + 0.5 * (*p - b);
        }
        corner.1 = call(&corner.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(low: f64, high: f64, start: f64) -> Axis {
        Axis { low, high, start, step: 0.3 }
    }

    #[test]
    fn finds_the_bottom_of_a_bent_valley() {
        let axes = [axis(-3.0, 3.0, -1.2), axis(-3.0, 3.0, 1.0)];
        let (point, value) = minimise(&axes, 2000, |p| {
            let (a, b) = (1.0 - p[0], p[1] - p[0] * p[0]);
            a * a + 100.0 * b * b
        });
        assert!(value < 1e-6 && (point[0] - 1.0).abs() < 1e-2, "{point:?} {value}");
    }

    #[test]
    fn stays_in_the_box_and_survives_nan() {
        let (point, _) = minimise(&[axis(0.0, 1.0, 0.9)], 100, |p| -p[0]);
        assert!((point[0] - 1.0).abs() < 1e-6);
        let (_, value) = minimise(&[axis(0.0, 1.0, 0.5)], 50, |_| f64::NAN);
        assert!(value.is_infinite());
        assert_eq!(minimise(&[], 50, |_| 4.0), (vec![], 4.0));
    }
}
