//! Where things are: the repository, what was built, and the cache that survives a new clone.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// The folders that the commands work in.
pub struct Places {
    /// The repository.
    pub root: PathBuf,
    /// Tools, browser packages and build results, kept between clones; `SANPO_CACHE` names another folder.
    pub cache: PathBuf,
}

impl Places {
    /// Finds the folders. Fails when the system names no home folder and `SANPO_CACHE` is not set.
    pub fn find() -> Result<Self> {
        let root = repository()?;
        let cache = match env::var_os("SANPO_CACHE") {
            Some(cache) => PathBuf::from(cache),
            None => env::home_dir().context("no home folder: set SANPO_CACHE to a folder")?.join(".cache/sanpo"),
        };
        Ok(Self { root, cache: std::path::absolute(cache)? })
    }

    /// Trunk and wasm-bindgen in the versions that the project needs.
    pub fn tools(&self) -> PathBuf {
        self.cache.join("tools")
    }

    /// Packages from npm.
    pub fn node(&self) -> PathBuf {
        self.cache.join("node")
    }

    /// What Trunk wrote, before it is put together.
    pub fn raw(&self) -> PathBuf {
        self.root.join("target/trunk")
    }

    /// The app for `run` and `test`: not compressed.
    pub fn app(&self) -> PathBuf {
        self.root.join("target/app")
    }

    /// What the native engine said about the samples.
    pub fn transcript(&self) -> PathBuf {
        self.root.join("target/transcript.jsonl")
    }

    /// The app for a web server.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A cargo command in the repository. All builds share one target folder in the cache, so that polars, which takes
    /// minutes, is built once.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(&self.root);
        self.with_environment(command)
    }

    /// Gives a command the project's tools and target folder.
    pub fn with_environment(&self, mut command: Command) -> Command {
        let own = [self.tools().join("bin")];
        let path = env::var_os("PATH").unwrap_or_default();
        if let Ok(path) = env::join_paths(own.into_iter().chain(env::split_paths(&path))) {
            command.env("PATH", path);
        }
        command.env("CARGO_TARGET_DIR", self.builds());
        command
    }

    /// Makes the shared target folder this clone's. Cargo names what it builds by the path inside a repository and looks only at
    /// files' times, so it would take another clone's crates for this one's: those of the workspace are then built again.
    pub fn claim_builds(&self) -> Result<()> {
        claim(&self.builds(), &self.root)
    }

    /// Where cargo puts what it builds.
    fn builds(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.cache.join("target"), PathBuf::from)
    }

    /// A program that cargo built, by its path below the target folder.
    pub fn built(&self, program: &str) -> Command {
        let mut command = Command::new(self.builds().join(program));
        command.current_dir(&self.root);
        command
    }
}

/// The repository that the command was called in. It is asked for when the program runs: a compiled path would be that of the
/// clone that the program was built in.
fn repository() -> Result<PathBuf> {
    let here =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(env::current_dir, |crate_folder| Ok(crate_folder.into()))?;
    let root = here.ancestors().find(|folder| folder.join("Trunk.toml").exists());
    Ok(root.context("not inside Sanpo's repository")?.canonicalize()?)
}

/// Writes `root` down as the owner of the target folder `builds`; see [`Places::claim_builds`].
fn claim(builds: &Path, root: &Path) -> Result<()> {
    let owner = builds.join("clone");
    let root = root.as_os_str().as_encoded_bytes();
    if fs::read(&owner).is_ok_and(|known| known == root) {
        return Ok(());
    }
    forget_own_crates(builds, 4)?;
    fs::create_dir_all(builds)?;
    Ok(fs::write(owner, root)?)
}

/// Removes cargo's memory of the workspace's crates, at most `depth` folders below `folder`.
fn forget_own_crates(folder: &Path, depth: usize) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if folder.ends_with(".fingerprint") {
            if name.starts_with("sanpo") || name.starts_with("xtask") {
                fs::remove_dir_all(&path)?;
            }
        } else if depth > 0 && path.is_dir() && name != "deps" && name != "build" {
            forget_own_crates(&path, depth - 1)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_clone_builds_the_workspace_again_and_keeps_the_libraries() {
        let builds = env::temp_dir().join(format!("sanpo-claim-{}", std::process::id()));
        let known = |name: &str| builds.join("release/.fingerprint").join(name);
        let claim = |root: &str| super::claim(&builds, Path::new(root)).unwrap();
        for name in ["sanpo-table-1", "polars-2"] {
            fs::create_dir_all(known(name)).unwrap();
        }
        claim("/one");
        assert!(!known("sanpo-table-1").exists() && known("polars-2").exists());
        fs::create_dir_all(known("sanpo-table-1")).unwrap();
        claim("/one");
        assert!(known("sanpo-table-1").exists());
        claim("/two");
        assert!(!known("sanpo-table-1").exists() && known("polars-2").exists());
        fs::remove_dir_all(builds).unwrap();
    }
}
