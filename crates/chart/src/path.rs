//! Writes coordinates and paths. One decimal is enough for a screen; whole-number arithmetic keeps the code small.

/// A coordinate with at most one decimal: 12, 12.5, -0.5.
pub fn coordinate(value: f64) -> String {
    let mut out = String::new();
    push_coordinate(&mut out, value);
    out
}

fn push_coordinate(out: &mut String, value: f64) {
    // Not a number is written as 0; what is too far away is held near by.
    let tenths = (value.clamp(-1e7, 1e7) * 10.0).round() as i64;
    if tenths < 0 {
        out.push('-');
    }
    let size = tenths.unsigned_abs();
    out.push_str(&(size / 10).to_string());
    if !size.is_multiple_of(10) {
        out.push('.');
        out.push(char::from(b'0' + (size % 10) as u8));
    }
}

/// The commands of a path.
#[derive(Default)]
pub(crate) struct Path {
    d: String,
}

impl Path {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn move_to(&mut self, x: f64, y: f64) -> &mut Self {
        self.point('M', x, y)
    }

    pub(crate) fn line_to(&mut self, x: f64, y: f64) -> &mut Self {
        self.point('L', x, y)
    }

    pub(crate) fn close(&mut self) -> &mut Self {
        self.d.push('Z');
        self
    }

    pub(crate) fn lines(&mut self, points: &[(f64, f64)]) -> &mut Self {
        for (i, (x, y)) in points.iter().enumerate() {
            self.point(if i == 0 { 'M' } else { 'L' }, *x, *y);
        }
        self
    }

    /// A full circle of two arcs.
    pub(crate) fn circle(&mut self, x: f64, y: f64, r: f64) -> &mut Self {
        let (radius, across) = (coordinate(r), coordinate(2.0 * r));
        self.move_to(x - r, y);
        for sign in ["", "-"] {
            for part in ["a", &radius, " ", &radius, " 0 1 0 ", sign, &across, " 0"] {
                self.d.push_str(part);
            }
        }
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.d.is_empty()
    }

    pub(crate) fn finish(self) -> String {
        self.d
    }

    fn point(&mut self, command: char, x: f64, y: f64) -> &mut Self {
        self.d.push(command);
        push_coordinate(&mut self.d, x);
        self.d.push(' ');
        push_coordinate(&mut self.d, y);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short_and_finite() {
        for (value, text) in
            [(12.0, "12"), (12.34, "12.3"), (-0.04, "0"), (-1.25, "-1.3"), (f64::NAN, "0"), (f64::INFINITY, "10000000")]
        {
            assert_eq!(coordinate(value), text);
        }
    }
}
