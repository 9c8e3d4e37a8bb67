//! A small web server for this computer: the app's folder with the headers of a real host.

use std::path::Path;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::services::ServeDir;

use crate::app;

/// Serves a folder under the path `base` until the process ends, and prints the address. Takes another port when `port` is
/// in use.
pub fn forever(folder: &Path, port: u16, base: &str) -> Result<()> {
    if !folder.join("index.html").is_file() {
        bail!("{} holds no app: build it first", folder.display());
    }
    if !base.starts_with('/') || !base.ends_with('/') {
        bail!("the base path must begin and end with a slash");
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().build()?;
    runtime.block_on(async {
        let listener = match tokio::net::TcpListener::bind(("127.0.0.1", port)).await {
            Ok(listener) => listener,
            Err(_) => tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.context("cannot listen")?,
        };
        println!("\nSanpo is at http://localhost:{}{base} (stop with Ctrl+C)", listener.local_addr()?.port());
        Ok(axum::serve(listener, site(folder, base)).await?)
    })
}

/// A folder under a path; what is precompressed goes out compressed to browsers that take it.
fn site(folder: &Path, base: &str) -> Router {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let router = match base.trim_end_matches('/') {
        "" => Router::new().fallback_service(files),
        base => Router::new().nest_service(base, files),
    };
    router.layer(middleware::from_fn(as_a_host_does))
}

/// Adds the headers; files that are meant for the host itself (`_headers`) are not there for browsers.
async fn as_a_host_does(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let for_the_host = path.split('/').any(|part| part.starts_with(['.', '_']));
    let mut response = if for_the_host { StatusCode::NOT_FOUND.into_response() } else { next.run(request).await };
    let headers = response.headers_mut();
    for (name, value) in app::headers() {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_bytes(name.as_bytes()).expect("our names are ASCII"), value);
        }
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(app::cache_control(&path)));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    /// The status line's number and the head of an answer, asked byte for byte so that no client tidies the path up.
    fn ask(port: u16, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let head = String::from_utf8_lossy(&answer).split("\r\n\r\n").next().unwrap_or_default().to_lowercase();
        (head.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0), head)
    }

    #[test]
    fn files_inside_are_served_with_their_headers_and_others_are_not() {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_io().build().unwrap();
        let folder = std::env::current_dir().unwrap().join("src");
        let listener = runtime.block_on(tokio::net::TcpListener::bind(("127.0.0.1", 0))).unwrap();
        let port = listener.local_addr().unwrap().port();
        runtime.spawn(async move { axum::serve(listener, site(&folder, "/some/sub/path/")).await });
        let (status, head) = ask(port, "/some/sub/path/app/service_worker.js?v=1");
        assert_eq!(status, 200);
        assert!(head.contains("text/javascript") && head.contains("content-security-policy"), "{head}");
        for outside in [
            "/app/mod.rs",
            "/some/sub/path/../Cargo.toml",
            "/some/sub/path/%2e%2e/Cargo.toml",
            "/some/sub/path/app/..%2f..%2fCargo.toml",
            "/some/sub/path//etc/passwd",
            "/some/sub/path/_headers",
        ] {
            assert!((300..500).contains(&ask(port, outside).0), "{outside}");
        }
    }
}
