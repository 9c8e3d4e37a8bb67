//! The arrows between the crates run one way (ARCHITECTURE.md), and each large library has one owner.

use std::process::Command;

use serde_json::Value;

/// A crate of ours with the names of the crates that it needs in the shipped program.
struct Package {
    name: String,
    needs: Vec<String>,
}

/// What each crate may use of ours. A crate that is not here has no place in the house yet.
const MAY_USE: [(&str, &[&str]); 12] = [
    ("sanpo-api", &[]),
    ("sanpo-models", &[]),
    ("sanpo-table", &["sanpo-api"]),
    ("sanpo-tasks", &["sanpo-models", "sanpo-table", "sanpo-api"]),
    ("sanpo-engine", &["sanpo-tasks", "sanpo-table", "sanpo-api"]),
    ("sanpo-worker", &["sanpo-engine", "sanpo-api", "sanpo-text"]),
    ("sanpo", &["sanpo-engine", "sanpo-api", "sanpo-text"]),
    ("sanpo-chart", &["sanpo-api"]),
    ("sanpo-text", &["sanpo-api"]),
    ("sanpo-web", &["sanpo-api", "sanpo-chart", "sanpo-text"]),
    ("sanpo-tests", &[]),
    ("xtask", &["sanpo-api", "sanpo-text"]),
];

/// Libraries by the beginning of their names, and the crates that hide them from the others.
const OWNERS: [(&str, &[&str]); 9] = [
    ("polars", &["sanpo-table"]),
    ("calamine", &["sanpo-table"]),
    ("encoding_rs", &["sanpo-table", "sanpo-engine", "xtask"]),
    ("linfa", &["sanpo-models"]),
    ("smartcore", &["sanpo-models"]),
    ("forust", &["sanpo-models"]),
    ("ndarray", &["sanpo-models"]),
    ("leptos", &["sanpo-web"]),
    ("web-sys", &["sanpo-web", "sanpo-worker"]),
];

#[test]
fn every_arrow_runs_the_right_way() {
    let wrong = violations(&workspace());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_checker_sees_an_arrow_that_runs_the_wrong_way() {
    let wrong = violations(&[package("sanpo-models", &["libm", "sanpo-table"]), package("sanpo-api", &["serde"])]);
    assert_eq!(wrong, ["sanpo-models must not use sanpo-table"]);
}

#[test]
fn the_checker_sees_a_library_in_the_wrong_room() {
    let wrong = violations(&[package("sanpo-web", &["leptos", "polars-core", "sanpo-api"])]);
    assert_eq!(wrong, ["sanpo-web must not use polars-core: only sanpo-table may"]);
}

#[test]
fn the_checker_sees_a_crate_without_a_place() {
    assert_eq!(violations(&[package("sanpo-misc", &[])]), ["sanpo-misc has no place in the architecture test"]);
}

/// Every rule broken, in words; empty when all is well.
fn violations(packages: &[Package]) -> Vec<String> {
    packages.iter().flat_map(|package| [arrows(package), rooms(package)].concat()).collect()
}

fn arrows(package: &Package) -> Vec<String> {
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == package.name) else {
        return vec![format!("{} has no place in the architecture test", package.name)];
    };
    let ours = package.needs.iter().filter(|need| need.starts_with("sanpo") || *need == "xtask");
    let wrong = ours.filter(|need| !allowed.contains(&need.as_str()));
    wrong.map(|need| format!("{} must not use {need}", package.name)).collect()
}

fn rooms(package: &Package) -> Vec<String> {
    let mut wrong = Vec::new();
    for need in &package.needs {
        let owned = OWNERS.iter().find(|(library, _)| need.starts_with(library));
        if let Some((_, owners)) = owned.filter(|(_, owners)| !owners.contains(&package.name.as_str())) {
            wrong.push(format!("{} must not use {need}: only {} may", package.name, owners.join(" and ")));
        }
    }
    wrong
}

fn package(name: &str, needs: &[&str]) -> Package {
    Package { name: name.into(), needs: needs.iter().map(|need| (*need).into()).collect() }
}

/// The crates of this workspace, as cargo sees them.
fn workspace() -> Vec<Package> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.args(["metadata", "--format-version", "1", "--no-deps", "--offline"]);
    let output = cargo.output().expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    packages
        .iter()
        .map(|package| Package {
            name: package["name"].as_str().unwrap_or_default().into(),
            needs: shipped(&package["dependencies"]),
        })
        .collect()
}

/// Names of the dependencies that are in the shipped program: not those of tests and build scripts.
fn shipped(dependencies: &Value) -> Vec<String> {
    let all = dependencies.as_array().into_iter().flatten();
    let normal = all.filter(|dependency| dependency["kind"].is_null());
    normal.filter_map(|dependency| dependency["name"].as_str().map(Into::into)).collect()
}
