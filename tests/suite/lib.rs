//! Tests across crates. Those of the browser are in `e2e/`.

#[cfg(test)]
mod anomaly;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod forecast;
#[cfg(test)]
mod new_user;
#[cfg(test)]
mod project;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod session;
#[cfg(test)]
mod stopped;
#[cfg(test)]
mod workbook;
