//! Where things are: the repository, what was built, and the cache that survives a new clone.

use std::env;
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
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
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
