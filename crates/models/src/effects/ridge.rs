//! Weighted ridge regression from its normal equations.
//!
//! Model:  minimises `sum of w (r - x b)^2 + sum of penalty b^2`. Gives: the weights. Fails: never; a column without any
//! evidence gets 0 from its penalty.
//! Source: Hoerl & Kennard (1970); Cholesky's decomposition.

/// `X'WX` and `X'Wr`.
#[derive(Clone)]
pub(super) struct Normal {
    width: usize,
    products: Vec<f64>,
    targets: Vec<f64>,
}

impl Normal {
    pub fn new(width: usize) -> Self {
        Self { width, products: vec![0.0; width * width], targets: vec![0.0; width] }
    }

    /// Adds a place: its entries that are not 0, and a constant.
    pub fn add(&mut self, entries: &[(usize, f64)], constant: usize, target: f64, weight: f64) {
        for &(a, x) in entries.iter().chain([&(constant, 1.0)]) {
            for &(b, z) in entries.iter().chain([&(constant, 1.0)]) {
                self.products[a * self.width + b] += weight * x * z;
            }
            self.targets[a] += weight * x * target;
        }
    }

    /// The equations without the places of another.
    pub fn without(&self, other: &Self) -> Self {
        let less = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a - b).collect();
        Self {
            width: self.width,
            products: less(&self.products, &other.products),
            targets: less(&self.targets, &other.targets),
        }
    }
}

/// The weights of the columns `used`, in their order.
pub(super) fn solve(normal: &Normal, used: &[usize], penalty: impl Fn(usize) -> f64) -> Vec<f64> {
    let q = used.len();
    let mut lower = vec![0.0; q * q];
    for i in 0..q {
        for j in 0..=i {
            let mut sum = normal.products[used[i] * normal.width + used[j]];
            if i == j {
                sum += penalty(used[i]);
            }
            for k in 0..j {
                sum -= lower[i * q + k] * lower[j * q + k];
            }
            lower[i * q + j] = if i == j { sum.max(1e-9).sqrt() } else { sum / lower[j * q + j] };
        }
    }
    let mut found: Vec<f64> = used.iter().map(|&c| normal.targets[c]).collect();
    for i in 0..q {
        let known: f64 = (0..i).map(|k| lower[i * q + k] * found[k]).sum();
        found[i] = (found[i] - known) / lower[i * q + i];
    }
    for i in (0..q).rev() {
        let known: f64 = (i + 1..q).map(|k| lower[k * q + i] * found[k]).sum();
        found[i] = (found[i] - known) / lower[i * q + i];
    }
    found.iter_mut().filter(|v| !v.is_finite()).for_each(|v| *v = 0.0);
    found
}
