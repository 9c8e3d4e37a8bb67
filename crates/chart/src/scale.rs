//! From values to pixels.

/// A straight map from `domain` to `range`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Scale {
    /// A scale. An empty, turned or endless domain becomes a usable one around its values.
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self { domain: usable(domain), range }
    }

    /// The values at the two ends.
    pub fn domain(&self) -> (f64, f64) {
        self.domain
    }

    /// The pixel of a value, held within one length of the range; `None` for a value that is not a number.
    pub fn pixel(&self, value: f64) -> Option<f64> {
        let (d0, d1) = self.domain;
        let (r0, r1) = self.range;
        let share = ((value - d0) / (d1 - d0)).clamp(-1.0, 2.0);
        (!share.is_nan()).then_some(r0 + share * (r1 - r0))
    }
}

/// The least and the greatest of the values that can be drawn.
pub(crate) fn extent<'a>(values: impl IntoIterator<Item = &'a f64>) -> Option<(f64, f64)> {
    values.into_iter().filter(|v| drawable(**v)).fold(None, |range: Option<(f64, f64)>, v| {
        let (low, high) = range.unwrap_or((*v, *v));
        Some((low.min(*v), high.max(*v)))
    })
}

/// Whether a value can be drawn: a number whose distance to any other one is a number too.
pub(crate) fn drawable(value: f64) -> bool {
    value.abs() < 1e300
}

fn usable((low, high): (f64, f64)) -> (f64, f64) {
    let (low, high) = if low <= high { (low, high) } else { (high, low) };
    if !drawable(low) || !drawable(high) {
        return (0.0, 1.0);
    }
    // A constant gets room above and below; a tiny difference between large values is constant for the eye.
    let least = low.abs().max(high.abs()) * 1e-9;
    if high - low > least && high > low {
        return (low, high);
    }
    let room = if low == 0.0 { 1.0 } else { low.abs() * 0.1 };
    (low - room, high + room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_domain_gives_finite_pixels() {
        for domain in [(0.0, 0.0), (5.0, 5.0), (2.0, 1.0), (f64::NAN, 1.0), (f64::MIN, f64::MAX), (1e-320, 2e-320)] {
            let scale = Scale::new(domain, (0.0, 100.0));
            for value in [0.0, 5.0, -1e308, 1e308, f64::INFINITY] {
                assert!(scale.pixel(value).is_none_or(f64::is_finite), "{domain:?} {value}");
            }
            assert_eq!(scale.pixel(f64::NAN), None);
        }
        assert_eq!(Scale::new((0.0, 10.0), (100.0, 0.0)).pixel(2.5), Some(75.0));
        assert_eq!(Scale::new((5.0, 5.0), (0.0, 100.0)).pixel(5.0), Some(50.0));
    }

    #[test]
    fn extent_skips_what_cannot_be_drawn() {
        assert_eq!(extent(&[f64::NAN, 3.0, f64::INFINITY, -1.0]), Some((-1.0, 3.0)));
        assert_eq!(extent(&[f64::NAN]), None);
    }
}
