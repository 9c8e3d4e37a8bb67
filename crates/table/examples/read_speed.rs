//! How long reading a file takes, best of some times, and which share of it each stretch of the progress bar takes:
//! `cargo build --workspace --release --examples`, then `release/examples/read_speed FILE [TIMES]`.
//!
//! `release/examples/read_speed --make FILE` writes the file of BENCHMARKS.md: 1,000,000 rows of a date, two categories, a number
//! of an order, two whole numbers and four with fractions.

use std::process::ExitCode;
use std::time::Instant;

use sanpo_api::Choices;
use sanpo_table::read;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let Some(path) = words.next() else { return ExitCode::from(2) };
    if path == "--make" {
        let made = words.next().map(|path| std::fs::write(path, clean_file()));
        return ExitCode::from(if matches!(made, Some(Ok(()))) { 0 } else { 2 });
    }
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

/// The same bytes each time.
fn clean_file() -> String {
    const STORES: [&str; 8] = ["shibuya", "yokohama", "sapporo", "nagoya", "umeda", "hakata", "sendai", "kanazawa"];
    const GOODS: [&str; 10] =
        ["bread", "cake", "coffee", "tea", "sandwich", "juice", "salad", "soup", "cookie", "gift"];
    let mut state = 7u64;
    let mut below = |n: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % n
    };
    let mut text = "date,store,category,order_id,units,points,price,weight,temperature,discount\n".to_owned();
    for row in 0..1_000_000u64 {
        let (year, month, day) = (2015 + row / 100_000, row / 8_334 % 12 + 1, row / 298 % 28 + 1);
        let (store, goods) = (STORES[below(8) as usize], GOODS[below(10) as usize]);
        let (id, units, points) = (below(10_000_000), below(39) + 1, below(100_000));
        let (price, weight, discount) = (below(500_000), below(30_000), below(10_000));
        let temperature = below(450) as f64 / 10.0 - 8.0;
        text.push_str(&format!(
            "{year}-{month:02}-{day:02},{store},{goods},C{id:07},{units},{points},{}.{:02},{}.{:03},{temperature:.1},0.{discount:04}\n",
            price / 100,
            price % 100,
            weight / 1000,
            weight % 1000,
        ));
    }
    text
}
