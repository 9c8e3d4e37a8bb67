//! The invented sample files, always the same bytes from the same seeds. The readme beside each says what it shows.

mod bakery;
mod calendar;
mod customers;
mod draw;
mod machine;
mod paper;
mod shop_sales;

use std::fs;

use anyhow::Result;
use sanpo_api::Lang;

use crate::places::Places;

/// The samples: path below `sample_data/`, and bytes. The English ones tell the same story: the same draws in other words.
fn all() -> Vec<(String, Vec<u8>)> {
    type Writer = fn(u64, Lang) -> Vec<u8>;
    let writers: [(&str, Writer, u64); 4] = [
        ("bakery", bakery::file, 11),
        ("customers", customers::file, 23),
        ("machine", machine::file, 31),
        ("shop_sales", shop_sales::file, 47),
    ];
    let of = |(id, write, seed): (&str, Writer, u64)| {
        [(format!("{id}/{id}.csv"), write(seed, Lang::Ja)), (format!("{id}/en/{id}.csv"), write(seed, Lang::En))]
    };
    writers.into_iter().flat_map(of).collect()
}

/// Writes all of them.
pub fn write(places: &Places) -> Result<()> {
    for (path, bytes) in all() {
        let path = places.root.join("sample_data").join(&path);
        fs::create_dir_all(path.parent().unwrap_or(&places.root))?;
        println!("{} ({} kB)", path.display(), bytes.len() / 1000);
        fs::write(path, bytes)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: u64 = 4_000_000;

    #[test]
    fn the_files_in_the_repository_are_those_of_the_seeds() {
        let places = Places::find().unwrap();
        let mut total = 0;
        for (path, bytes) in all() {
            let there = fs::read(places.root.join("sample_data").join(&path)).unwrap_or_default();
            assert!(there == bytes, "{path} is not what `cargo xtask samples` writes");
            total += there.len() as u64;
        }
        assert!(total < LIMIT, "{total} bytes of samples are too many to ship");
    }

    #[test]
    fn every_sample_says_where_it_is_from() {
        let places = Places::find().unwrap();
        for entry in fs::read_dir(places.root.join("sample_data")).unwrap() {
            let readme = entry.unwrap().path().join("README.md");
            assert!(readme.is_file(), "{} is missing", readme.display());
        }
    }
}
