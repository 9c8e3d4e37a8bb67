//! Fresh hostile inputs for the reader, for as long as one likes. The driver is an example of `sanpo-table`, so that it shares
//! its targets with the tests; stable Rust is enough.

use std::path::PathBuf;

use anyhow::Result;

use crate::places::Places;
use crate::shell::{announce, run};

/// What to try.
#[derive(clap::Args)]
pub struct Wanted {
    /// Rooms of the reader: decode, records, cells, table, workbook; all of them when none is named.
    targets: Vec<String>,
    /// Minutes for each room.
    #[arg(long, default_value_t = 1.0)]
    minutes: f64,
    /// Another seed gives other inputs.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Try this one file again, in the room named.
    #[arg(long)]
    again: Option<PathBuf>,
}

/// Builds the driver and lets it work. Fails when there is a finding; each is kept in `target/fuzz`.
pub fn search(places: &Places, wanted: &Wanted) -> Result<()> {
    announce("Building the driver", "the first time some 10 minutes, later seconds");
    let mut build = places.cargo();
    run(build.args("build --workspace --release --locked --quiet --example fuzz".split(' ')))?;
    let rooms = if wanted.targets.is_empty() { 5 } else { wanted.targets.len() };
    announce("Fresh inputs", &format!("{} minutes", wanted.minutes * rooms as f64));
    let mut driver = places.built("release/examples/fuzz");
    driver.args(&wanted.targets).arg("--minutes").arg(wanted.minutes.to_string());
    driver.arg("--seed").arg(wanted.seed.to_string()).arg("--out").arg(places.root.join("target/fuzz"));
    if let Some(file) = &wanted.again {
        driver.arg("--again").arg(file);
    }
    run(&mut driver)
}
