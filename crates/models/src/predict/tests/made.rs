//! Tables with a known answer.

use crate::feature::{Feature, Features, MISSING};
use crate::predict::Target;
use crate::random::Random;

pub fn codes(target: &Target) -> &[u32] {
    match target {
        Target::Class { codes, .. } => codes,
        Target::Number(_) => &[],
    }
}

/// Column 0 decides with column 1 (a category of three levels), column 2 is noise with gaps.
pub fn table(rows: usize, seed: u64) -> (Features, Vec<f64>) {
    let mut random = Random::new(seed);
    let number: Vec<f64> = (0..rows).map(|_| random.normal()).collect();
    let level: Vec<u32> = (0..rows).map(|_| random.index(3) as u32).collect();
    let noise: Vec<f64> =
        (0..rows).map(|_| if random.index(10) == 0 { f64::NAN } else { 100.0 * random.unit() }).collect();
    let score = number.iter().zip(&level).map(|(x, l)| 2.0 * x + f64::from(*l)).collect();
    let levels = level.iter().map(|&l| if l == 2 && random.index(20) == 0 { MISSING } else { l }).collect();
    let columns = vec![Feature::Number(number), Feature::Category { codes: levels, levels: 3 }, Feature::Number(noise)];
    (Features { columns }, score)
}

/// Two classes, some of them wrong by chance.
pub fn two_classes(rows: usize) -> (Features, Target) {
    let (features, score) = table(rows, 1);
    let mut random = Random::new(2);
    let codes = score.iter().map(|s| u32::from(s + random.normal() > 2.0)).collect();
    (features, Target::Class { codes, classes: 2 })
}

pub fn three_classes(rows: usize) -> (Features, Target) {
    let (features, score) = table(rows, 3);
    let codes = score.iter().map(|&s| u32::from(s > 0.0) + u32::from(s > 2.0)).collect();
    (features, Target::Class { codes, classes: 3 })
}

pub fn numbers(rows: usize) -> (Features, Target) {
    let (features, score) = table(rows, 4);
    let mut random = Random::new(5);
    let values = score.iter().map(|s| 1000.0 + 50.0 * s + 10.0 * random.normal()).collect();
    (features, Target::Number(values))
}

/// Amounts with a long tail.
pub fn amounts(rows: usize) -> (Features, Target) {
    let (features, score) = table(rows, 6);
    let values = score.iter().map(|s| if *s < -1.0 { 0.0 } else { libm::exp(0.8 * s) }).collect();
    (features, Target::Number(values))
}
