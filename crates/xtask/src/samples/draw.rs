//! Random draws that are the same on every machine.
//!
//! Source: xoshiro256** seeded by splitmix64 (Blackman & Vigna, prng.di.unimi.it).

/// A stream of draws.
pub struct Draw([u64; 4]);

impl Draw {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        let mut state = seed;
        Self(std::array::from_fn(|_| {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        }))
    }

    fn next(&mut self) -> u64 {
        let s = &mut self.0;
        let result = s[1].wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        result
    }

    /// A number from 0 up to 1, 1 excluded.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A whole number from 0 up to `n`, `n` excluded; 0 when `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }

    /// `true` with the probability given.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Mean 0, standard deviation 1, bell-shaped: the sum of twelve uniform draws, so without a logarithm.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// A count with this mean, spread like a Poisson count.
    pub fn count(&mut self, mean: f64) -> u32 {
        if mean > 20.0 {
            return (mean + mean.sqrt() * self.normal()).round().max(0.0) as u32;
        }
        let floor = libm::exp(-mean);
        let mut product = self.unit();
        let mut count = 0;
        while product > floor {
            product *= self.unit();
            count += 1;
        }
        count
    }

    /// An index, drawn by weight.
    pub fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut rest = self.unit() * weights.iter().sum::<f64>();
        for (index, weight) in weights.iter().enumerate() {
            if rest < *weight {
                return index;
            }
            rest -= weight;
        }
        weights.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_have_their_means() {
        let mut draw = Draw::new(1);
        let mean = |values: Vec<f64>| values.iter().sum::<f64>() / values.len() as f64;
        assert!((mean((0..10_000).map(|_| draw.unit()).collect()) - 0.5).abs() < 0.02);
        assert!(mean((0..10_000).map(|_| draw.normal()).collect()).abs() < 0.05);
        assert!((mean((0..10_000).map(|_| f64::from(draw.count(3.0))).collect()) - 3.0).abs() < 0.1);
        assert!((mean((0..10_000).map(|_| f64::from(draw.count(50.0))).collect()) - 50.0).abs() < 0.5);
        assert!((mean((0..10_000).map(|_| draw.weighted(&[1.0, 3.0]) as f64).collect()) - 0.75).abs() < 0.02);
    }
}
