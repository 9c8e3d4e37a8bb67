//! The release: optimised, compressed and measured, in `dist/`.

mod optimise;
mod sizes;
mod squeeze;

use anyhow::Result;

use crate::places::Places;
use crate::{app, setup, slim};

/// Makes `dist/`. Fails when the page or the engine is larger than allowed.
pub fn make(places: &Places) -> Result<()> {
    setup::for_building(places)?;
    setup::node_ready(places)?;
    app::compile(places, app::Purpose::Use)?;
    slim::page(places)?;
    optimise::all(places)?;
    app::assemble(places, &places.dist())?;
    squeeze::all(places, &places.dist())?;
    sizes::check(&places.dist())
}
