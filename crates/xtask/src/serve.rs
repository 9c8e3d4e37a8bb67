//! A small web server for this computer: the app's folder with the headers of a real host.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow, bail};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::app;

const THREADS: usize = 4;

/// Serves a folder under the path `base` until the process ends, and prints the address. Takes another port when `port` is
/// in use.
pub fn forever(folder: &Path, port: u16, base: &str) -> Result<()> {
    if !folder.join("index.html").is_file() {
        bail!("{} holds no app: build it first", folder.display());
    }
    if !base.starts_with('/') || !base.ends_with('/') {
        bail!("the base path must begin and end with a slash");
    }
    let server = Server::http(("127.0.0.1", port)).or_else(|_| Server::http(("127.0.0.1", 0)));
    let server = Arc::new(server.map_err(|error| anyhow!("cannot listen: {error}"))?);
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    println!("\nSanpo is at http://localhost:{port}{base} (stop with Ctrl+C)");
    let site = Arc::new(Site { folder: folder.canonicalize()?, base: base.to_owned() });
    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, site) = (server.clone(), site.clone());
            thread::spawn(move || server.incoming_requests().for_each(|request| site.respond(request)))
        })
        .collect();
    threads.into_iter().for_each(|thread| drop(thread.join()));
    Ok(())
}

/// A folder and the path under which it appears.
struct Site {
    folder: PathBuf,
    base: String,
}

impl Site {
    fn respond(&self, request: Request) {
        let found = match request.method() {
            Method::Get | Method::Head => self.file(request.url()),
            _ => None,
        };
        // The browser may have gone away: that is no trouble of ours.
        let _ = match found {
            Some(file) => send(request, &file, &self.folder),
            None => request.respond(with_policy(Response::from_string("not found")).with_status_code(StatusCode(404))),
        };
    }

    /// The file that an address names, if it lies in the folder.
    fn file(&self, url: &str) -> Option<PathBuf> {
        let path = decoded(url.split(['?', '#']).next()?)?;
        let inner = path.strip_prefix(&self.base)?;
        let inner = if inner.is_empty() { "index.html" } else { inner };
        let odd = |part: &str| part.is_empty() || part.starts_with(['.', '_']) || part.contains(['\\', ':', '\0']);
        if inner.split('/').any(odd) {
            return None;
        }
        let file = self.folder.join(inner).canonicalize().ok()?;
        (file.starts_with(&self.folder) && file.is_file()).then_some(file)
    }
}

fn send(request: Request, path: &Path, folder: &Path) -> std::io::Result<()> {
    let inner = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let (body, encoding) = best_encoding(path, &accepted(&request));
    let mut response = with_policy(Response::from_file(File::open(body)?))
        .with_header(header("Content-Type", media_type(&inner)))
        .with_header(header("Cache-Control", app::cache_control(&inner)))
        .with_header(header("Vary", "Accept-Encoding"));
    if let Some(encoding) = encoding {
        response.add_header(header("Content-Encoding", encoding));
    }
    request.respond(response)
}

/// The file or its compressed neighbour, whichever the browser takes.
fn best_encoding(path: &Path, accepted: &str) -> (PathBuf, Option<&'static str>) {
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        let packed = PathBuf::from(format!("{}.{ending}", path.display()));
        let takes = accepted.split(',').any(|one| one.split(';').next().is_some_and(|name| name.trim() == encoding));
        if takes && fs::metadata(&packed).is_ok() {
            return (packed, Some(encoding));
        }
    }
    (path.to_owned(), None)
}

fn accepted(request: &Request) -> String {
    let found = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    found.map(|header| header.value.to_string()).unwrap_or_default()
}

fn with_policy<R: std::io::Read>(mut response: Response<R>) -> Response<R> {
    for (name, value) in app::headers() {
        response.add_header(header(name, &value));
    }
    response
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our headers are ASCII")
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        // Samples come in several encodings: the app finds out which.
        "csv" => "text/csv",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Resolves `%41`; `None` on broken escapes or text that is not UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(base: &str) -> Site {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").canonicalize().unwrap();
        Site { folder, base: base.into() }
    }

    #[test]
    fn files_inside_are_found_and_others_are_not() {
        let site = site("/some/sub/path/");
        assert!(site.file("/some/sub/path/serve.rs?v=1").is_some());
        assert!(site.file("/some/sub/path/app/%6Dod.rs").is_some());
        for outside in [
            "/serve.rs",
            "/some/sub/path/../Cargo.toml",
            "/some/sub/path/%2e%2e/Cargo.toml",
            "/some/sub/path/app/..%2f..%2fCargo.toml",
            "/some/sub/path/..\\Cargo.toml",
            "/some/sub/path//etc/passwd",
            "/some/sub/path/app",
            "/some/sub/path/%ff",
            "/some/sub/path/%4",
        ] {
            assert_eq!(site.file(outside), None, "{outside}");
        }
    }

    #[test]
    fn compressed_neighbours_are_taken_only_when_accepted() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/serve.rs");
        assert_eq!(best_encoding(&path, "gzip, br"), (path.clone(), None));
    }

    #[test]
    fn scripts_and_webassembly_have_their_types() {
        assert!(media_type("page-1.js").starts_with("text/javascript"));
        assert_eq!(media_type("engine_bg.wasm"), "application/wasm");
    }
}
