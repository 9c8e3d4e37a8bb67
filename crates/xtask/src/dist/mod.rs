//! The release: optimised, compressed and measured, in `dist/`.

mod cut;
mod glue;
mod optimise;
mod sizes;
mod slim;
mod squeeze;

use anyhow::Result;

use crate::places::Places;
use crate::{app, setup};

/// Makes `dist/`. Fails when the page or the engine is larger than allowed.
pub fn make(places: &Places) -> Result<()> {
    setup::for_building(places)?;
    setup::node_ready(places)?;
    app::compile(places, app::Purpose::Use)?;
    optimise::all(places)?;
    app::assemble(places, &places.dist())?;
    squeeze::all(places, &places.dist())?;
    sizes::check(&places.dist())
}
