//! A small seeded generator whose draws are the same on 32-bit and 64-bit machines.
//!
//! Source: xoshiro256++ by Blackman and Vigna (2019), seeded by splitmix64; bounded draws by Lemire's multiplication (2019)
//! without the rejection step, whose bias at our sizes (below 2^32) is under 2^-32.

/// The generator.
#[derive(Clone, Debug)]
pub struct Random {
    state: [u64; 4],
}

impl Random {
    /// A generator that always gives the same draws for the same seed.
    pub fn new(seed: u64) -> Self {
        let mut z = seed;
        let mut next = || {
            z = z.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut x = z;
            x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            x ^ (x >> 31)
        };
        Self { state: [next(), next(), next(), next()] }
    }

    /// The next 64 bits.
    pub fn next_u64(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.state;
        let result = a.wrapping_add(*d).rotate_left(23).wrapping_add(*a);
        let t = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= t;
        *d = d.rotate_left(45);
        result
    }

    /// A whole number in `0..bound`; `bound` is at least 1.
    pub fn index(&mut self, bound: usize) -> usize {
        debug_assert!(bound > 0);
        ((u128::from(self.next_u64()) * bound as u128) >> 64) as usize
    }

    /// A number in `[0, 1)`.
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A standard normal draw (Box-Muller, the cosine half).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.unit())).sqrt();
        radius * libm::cos(std::f64::consts::TAU * self.unit())
    }

    /// Puts the items in a random order (Fisher-Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.index(i + 1));
        }
    }

    /// `count` different numbers of `0..bound`, in random order; all of them when `count >= bound`.
    pub fn sample(&mut self, bound: usize, count: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..bound).collect();
        let count = count.min(bound);
        for i in 0..count {
            let j = i + self.index(bound - i);
            all.swap(i, j);
        }
        all.truncate(count);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_fixed_for_a_seed() {
        let mut random = Random::new(7);
        let first: Vec<usize> = (0..5).map(|_| random.index(1000)).collect();
        let mut again = Random::new(7);
        assert_eq!(first, (0..5).map(|_| again.index(1000)).collect::<Vec<_>>());
        assert!(first.iter().any(|&i| i != first[0]));
    }

    #[test]
    fn sample_has_no_repeats() {
        let mut drawn = Random::new(1).sample(50, 20);
        drawn.sort_unstable();
        drawn.dedup();
        assert_eq!(drawn.len(), 20);
        assert_eq!(Random::new(1).sample(3, 9).len(), 3);
    }

    #[test]
    fn unit_and_normal_have_their_moments() {
        let mut random = Random::new(3);
        let units: Vec<f64> = (0..20_000).map(|_| random.unit()).collect();
        assert!((units.iter().sum::<f64>() / 20_000.0 - 0.5).abs() < 0.01);
        let normals: Vec<f64> = (0..20_000).map(|_| random.normal()).collect();
        let variance = normals.iter().map(|z| z * z).sum::<f64>() / 20_000.0;
        assert!((variance - 1.0).abs() < 0.03, "{variance}");
    }
}
