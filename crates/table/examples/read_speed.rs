//! How long reading a file takes, best of some times, and which share of it each stretch of the progress bar takes:
//! `cargo build --workspace --release --examples`, then `release/examples/read_speed FILE [TIMES]`.

use std::process::ExitCode;
use std::time::Instant;

use sanpo_api::Choices;
use sanpo_table::read;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let Some(path) = words.next() else { return ExitCode::from(2) };
    let times: usize = words.next().and_then(|word| word.parse().ok()).unwrap_or(5);
    let Ok(bytes) = std::fs::read(&path) else { return ExitCode::from(2) };
    let mut best: Option<Vec<(f64, f64)>> = None;
    for _ in 0..times {
        let start = Instant::now();
        let mut marks = Vec::new();
        let table = read(&path, &bytes, &Choices::default(), &mut |share| {
            marks.push((share, start.elapsed().as_secs_f64()));
        });
        if let Err(problem) = table {
            eprintln!("{problem:?}");
            return ExitCode::from(2);
        }
        let whole = |marks: &Vec<(f64, f64)>| marks.last().map_or(0.0, |mark| mark.1);
        if best.as_ref().is_none_or(|best| whole(&marks) < whole(best)) {
            best = Some(marks);
        }
    }
    let best = best.unwrap_or_default();
    // The stretches: text found, table found, columns typed, profile made, stored.
    for limit in [0.1, 0.3, 0.8, 0.95, 1.0] {
        let until = best.iter().filter(|(share, _)| *share <= limit).map(|(_, time)| *time).fold(0.0, f64::max);
        println!("to {limit:4}: {:.0} ms", until * 1000.0);
    }
    ExitCode::SUCCESS
}
