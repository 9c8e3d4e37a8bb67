//! Beside the dynamic optimised theta method of statsforecast 2.1.1.

use super::super::reference::{cases, numbers, same, series};
use super::*;

/// Their parameters as a point of our search.
fn point(case: &str, first: f64) -> [f64; 3] {
    let [level, alpha, theta] = numbers(case, "point")[..] else { panic!("three numbers") };
    [alpha, 1.0 / theta, level / first]
}

#[test]
fn the_same_parameters_give_the_same_forecast() {
    for name in cases("theta ", "mean") {
        let ((values, period), case) = (series(name), format!("theta {name}"));
        let (rest, removed) = take_season_out(&Sample { values: &values, period });
        let point = point(&case, rest[0]);
        let (_, state) = squares(&rest, &point);
        let fitted = FittedTheta { state, alpha: point[0], inverse: point[1], sigma: 1.0, removed };
        same(name, &fitted.forecast(14).mean, &numbers(&case, "mean"), 1e-9);
    }
}

#[test]
fn our_search_finds_as_good_a_fit() {
    for name in cases("theta ", "mean") {
        let ((values, period), case) = (series(name), format!("theta {name}"));
        let sample = Sample { values: &values, period };
        let (rest, _) = take_season_out(&sample);
        let theirs = squares(&rest, &point(&case, rest[0])).0;
        let fitted = Theta::default().fit(&sample).unwrap();
        let ours = search(&rest, [0.5, 0.5], 250).1;
        assert!(ours < 1.001 * theirs, "{name}: {ours} {theirs}");
        // Where the library's search stopped at the same place.
        if (ours / theirs - 1.0).abs() < 1e-3 {
            same(name, &fitted.forecast(14).mean, &numbers(&case, "mean"), 5e-3);
        }
    }
}
