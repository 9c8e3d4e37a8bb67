//! Forecasts every series of a csv: `forecast_csv IN OUT HORIZON SEASONS [LIMIT]`, such as `forecast_csv m3.csv out.csv 18 12`.
//!
//! IN has the columns `unique_id`, `ds`, `y` first (no quoted cells); OUT gets
//! `series,time,forecast,lower_80,upper_80,lower_95,upper_95,model`, `time` being the distance in steps.

use sanpo_models::forecast::{Setting, forecast};
use std::fmt::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().collect();
    let [_, input, output, horizon, seasons, ..] = args.as_slice() else { return Err("IN OUT HORIZON SEASONS".into()) };
    let limit = args.get(5).map_or(Ok(usize::MAX), |l| l.parse())?;
    let seasons = seasons.split(',').filter_map(|s| s.parse().ok()).collect();
    let setting = Setting { horizon: horizon.parse()?, seasons, levels: vec![80, 95] };
    let mut series: Vec<(String, Vec<f64>)> = Vec::new();
    for row in std::fs::read_to_string(input)?.lines().skip(1) {
        let mut cells = row.split(',');
        let (key, y) = (cells.next().unwrap_or_default(), cells.nth(1).unwrap_or_default());
        if series.last().is_none_or(|(last, _)| last != key) {
            series.push((key.to_owned(), Vec::new()));
        }
        let value = if y.is_empty() { f64::NAN } else { y.parse()? };
        series.last_mut().ok_or("no rows")?.1.push(value);
    }
    let mut text = String::from("series,time,forecast,lower_80,upper_80,lower_95,upper_95,model\n");
    let mut slowest = (0.0, String::new());
    for (key, y) in series.iter().take(limit) {
        let started = std::time::Instant::now();
        let outcome = forecast(y, &setting)?;
        let took = started.elapsed().as_secs_f64() * 1e3;
        if took > slowest.0 {
            slowest = (took, key.clone());
        }
        let [near, wide] = outcome.ranges.as_slice() else { return Err("two ranges expected".into()) };
        let model: Vec<String> = outcome.members.iter().map(|(m, w)| format!("{m:?} {w:.2}")).collect();
        for h in 0..outcome.mean.len() {
            let (l80, u80, l95, u95) = (near.lower[h], near.upper[h], wide.lower[h], wide.upper[h]);
            writeln!(text, "{key},{},{},{l80},{u80},{l95},{u95},{}", h + 1, outcome.mean[h], model.join(" + "))?;
        }
    }
    eprintln!("slowest series: {} ms ({})", slowest.0, slowest.1);
    std::fs::write(output, text)?;
    Ok(())
}
