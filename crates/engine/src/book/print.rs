//! How a sheet prints: on A4, no wider than a page, with its heading on every page and at the edges what it is of.
//!
//! A drawing is never cut: beside a few rows it shares their page; beside many only the drawings print, two on a page. Programs
//! pass over breaks between pages where a sheet is fitted to them, so there the scale is a number.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::drawing::{COLUMNS, row};

/// A4, by the number that spreadsheet programs have for it.
const A4: u8 = 9;
/// Pixels that fit on an upright page when they are made a little smaller.
const UPRIGHT: f64 = 950.0;
/// Rows that share a page with a drawing.
const MAX_ROWS: u32 = 40;
/// Percent at which two drawings fit on an upright page, even where another font makes rows taller and columns wider.
const SCALE: u16 = 70;
/// Drawings on a page.
const A_PAGE: usize = 2;
/// Letters of a file's name at the edge of a page.
const MAX_NAME: usize = 80;
/// Margins in inches: at the sides, above and below, of the lines at the edges.
const MARGINS: (f64, f64, f64) = (0.4, 0.75, 0.3);

/// What is on a sheet.
pub struct Extent {
    /// Rows, the heading and what stands below included.
    pub rows: u32,
    /// Width of the columns that have rows, in pixels.
    pub width: f64,
    /// Drawings below each other, and the column where they begin.
    pub drawings: (usize, u16),
}

/// Sets a sheet up for paper; `source` is the name of the file that it is of.
pub fn set_up(sheet: &mut Worksheet, source: &str, extent: &Extent) -> Result<(), XlsxError> {
    let (sides, ends, edges) = MARGINS;
    sheet.set_paper_size(A4).set_margins(sides, sides, ends, ends, edges, edges);
    // An ampersand begins an instruction, two are one.
    let name: String = source.chars().filter(|c| !c.is_control()).take(MAX_NAME).collect();
    sheet.set_header(format!("&L&A&R{}", name.replace('&', "&&")));
    sheet.set_footer(format!("&LSanpo {}&C&P / &N&R&D", env!("CARGO_PKG_VERSION")));
    let (drawings, from) = extent.drawings;
    let below = row(drawings) - 1;
    match drawings {
        0 => {
            if extent.width > UPRIGHT {
                sheet.set_landscape();
            }
            sheet.set_print_fit_to_pages(1, 0).set_print_gridlines(true).set_repeat_rows(0, 0)?;
        }
        1 => {
            let left = if extent.rows <= MAX_ROWS { 0 } else { from };
            let last = if extent.rows <= MAX_ROWS { extent.rows.max(below + 1) - 1 } else { below };
            sheet.set_landscape().set_print_fit_to_pages(1, 1);
            sheet.set_print_area(0, left, last, from + COLUMNS - 1)?;
        }
        _ => {
            sheet.set_print_scale(SCALE).set_print_area(1, from, below, from + COLUMNS - 1)?;
            // In the gap above a drawing, or its edge would be seen below the one before.
            let breaks = (0..drawings).step_by(A_PAGE).skip(1).map(|place| row(place) - 1);
            sheet.set_page_breaks(&breaks.collect::<Vec<u32>>())?;
        }
    }
    Ok(())
}
