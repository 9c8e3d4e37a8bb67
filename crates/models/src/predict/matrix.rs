//! A dense matrix by rows, and the few products that the linear members need, in a fixed order of summation.

/// Rows of equal width.
#[derive(Clone, Debug)]
pub(super) struct Matrix {
    pub width: usize,
    pub data: Vec<f64>,
}

impl Matrix {
    pub fn rows(&self) -> usize {
        self.data.len() / self.width
    }

    pub fn row(&self, r: usize) -> &[f64] {
        &self.data[r * self.width..(r + 1) * self.width]
    }

    pub fn take(&self, rows: &[usize]) -> Self {
        let mut data = Vec::with_capacity(rows.len() * self.width);
        for &r in rows {
            data.extend_from_slice(self.row(r));
        }
        Self { width: self.width, data }
    }

    /// X b, one value a row.
    pub fn times(&self, b: &[f64]) -> Vec<f64> {
        self.data.chunks_exact(self.width).map(|x| dot(x, b)).collect()
    }

    /// X' v, one value a column.
    pub fn transposed_times(&self, v: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.width];
        for (x, &v) in self.data.chunks_exact(self.width).zip(v) {
            add_scaled(&mut sums, x, v);
        }
        sums
    }

    /// X' W X with the weights on the diagonal of W; by rows, both triangles filled.
    pub fn gram(&self, weights: &[f64]) -> Vec<f64> {
        let p = self.width;
        let mut gram = vec![0.0; p * p];
        for (x, &w) in self.data.chunks_exact(p).zip(weights) {
            for i in 0..p {
                let scaled = w * x[i];
                // One-hot columns are mostly zeros.
                if scaled != 0.0 {
                    add_scaled(&mut gram[i * p + i..(i + 1) * p], &x[i..], scaled);
                }
            }
        }
        for i in 0..p {
            for j in 0..i {
                gram[i * p + j] = gram[j * p + i];
            }
        }
        gram
    }
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    // Four sums at once: the order is fixed and the processor can overlap them.
    let mut sums = [0.0; 4];
    let (a4, b4) = (a.chunks_exact(4), b.chunks_exact(4));
    let rest: f64 = a4.remainder().iter().zip(b4.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in a4.zip(b4) {
        for k in 0..4 {
            sums[k] += x[k] * y[k];
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

pub(super) fn add_scaled(sums: &mut [f64], x: &[f64], scale: f64) {
    for (s, v) in sums.iter_mut().zip(x) {
        *s += scale * v;
    }
}
