//! How the values of a column spread, in a few bars.

use crate::views::Views;
use leptos::prelude::*;

const WIDTH: f64 = 160.0;
const HEIGHT: f64 = 40.0;
const GAP: f64 = 2.0;

/// A small histogram with a name for those who do not see it.
#[component]
pub fn Histogram(counts: Vec<u32>, #[prop(into)] says: Signal<String>) -> impl IntoView {
    view! {
        <svg
            class="histogram"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            preserveAspectRatio="none"
            role="img"
            aria-label=says
        >
            {bars(&counts)
                .into_iter()
                .map(|(x, y, width, height)| view! { <rect x=x y=y width=width height=height /> })
                .views()}
        </svg>
    }
}

/// Left, top, width, height of each bar; a bin that is not empty can always be seen.
fn bars(counts: &[u32]) -> Vec<(f64, f64, f64, f64)> {
    let most = f64::from(counts.iter().copied().max().unwrap_or(0).max(1));
    let step = WIDTH / counts.len().max(1) as f64;
    let bar = |(at, count): (usize, &u32)| {
        let height = if *count == 0 { 0.0 } else { (f64::from(*count) / most * HEIGHT).max(1.5) };
        (at as f64 * step, HEIGHT - height, (step - GAP).max(1.0), height)
    };
    counts.iter().enumerate().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::{HEIGHT, WIDTH, bars};

    #[test]
    fn bars_stay_inside() {
        for counts in [vec![], vec![0, 0], vec![1], vec![u32::MAX, 1, 0], vec![3; 16]] {
            for (x, y, width, height) in bars(&counts) {
                assert!(x >= 0.0 && x + width <= WIDTH && y >= 0.0 && y + height <= HEIGHT, "{counts:?}");
            }
        }
        assert!(bars(&[u32::MAX, 1])[1].3 > 1.0, "a single value is seen");
    }
}
