//! Shares that add up to 100 %, as they are written.
//!
//! Model: the method of the largest remainder, in whole percents; in tenths where a group would have none.

/// The share of each size, rounded so that all of them together are one; nothing where there are no rows.
pub fn shares(sizes: &[usize]) -> Vec<f64> {
    let total: usize = sizes.iter().sum();
    if total == 0 {
        return vec![0.0; sizes.len()];
    }
    // In 128 bits: a browser counts with 32.
    let small = sizes.iter().any(|&size| size > 0 && size as u128 * 200 < total as u128);
    largest_remainder(sizes, total, if small { 1000 } else { 100 })
}

fn largest_remainder(sizes: &[usize], total: usize, parts: usize) -> Vec<f64> {
    let exact = |size: usize| (size as u128 * parts as u128, total as u128);
    let mut given: Vec<u128> = sizes.iter().map(|&size| exact(size).0 / exact(size).1).collect();
    let left = parts as u128 - given.iter().sum::<u128>();
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(exact(sizes[i]).0 % exact(sizes[i]).1), i));
    order.into_iter().take(left as usize).for_each(|i| given[i] += 1);
    // One group is never all of them while another has rows.
    if sizes.iter().filter(|&&size| size > 0).count() > 1 {
        given.iter_mut().for_each(|part| *part = (*part).min(parts as u128 - 1));
    }
    // A group too small for any part keeps the little that it has.
    let written = |(part, &size): (u128, &usize)| match part {
        0 => size as f64 / total as f64,
        part => part as f64 / parts as f64,
    };
    given.into_iter().zip(sizes).map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn large_sizes_are_shared_like_small_ones() {
        assert_eq!(shares(&[453_000_000, 547_000_000]), shares(&[453, 547]));
        assert_eq!(shares(&[usize::MAX / 4, usize::MAX / 4 + 1]), [0.5, 0.5]);
    }

    #[test]
    fn shares_add_up_whatever_the_sizes() {
        assert_eq!(shares(&[1, 1, 1]), [0.34, 0.33, 0.33]);
        assert_eq!(shares(&[666, 374, 292, 163]), [0.45, 0.25, 0.19, 0.11]);
        assert_eq!(shares(&[995, 3, 2]), [0.995, 0.003, 0.002]);
        assert_eq!(shares(&[3000, 1])[0], 0.999);
        assert_eq!((shares(&[]), shares(&[0, 0])), (vec![], vec![0.0, 0.0]));
        for n in 1..60 {
            let sizes: Vec<usize> = (0..n).map(|i| i * i * 7 % 31 + 1).collect();
            let sum: f64 = shares(&sizes).iter().map(|share| share * 1000.0).sum();
            assert!((sum - 1000.0).abs() < 1e-6, "{n}: {sum}");
        }
    }
}
