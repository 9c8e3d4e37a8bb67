//! Tests across crates. Those of the browser are in `e2e/`.

#[cfg(test)]
mod architecture;
