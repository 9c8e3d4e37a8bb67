//! A chart as a picture of its own: the takeaway, what its lines mean, the drawing; black on white, whole without this page.

use js_sys::Array;
use leptos::html::Figure;
use leptos::prelude::*;
use leptos::task::spawn_local;
use sanpo_api::Lang;
use sanpo_chart::{coordinate, text_width, wrapped};
use sanpo_text::ui;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use crate::platform::{SVG_TYPE, all, copy_picture, keep_looks, on_paper, png, save, svg_element, written};
use crate::views::Views;

/// Fonts that a picture asks for; the last one is there everywhere.
const FONTS: &str = "'Hiragino Sans','Yu Gothic UI','Noto Sans JP','Noto Sans CJK JP',Meiryo,sans-serif";
/// White around the picture.
const EDGE: f64 = 16.0;

/// How a chart can be taken along.
#[derive(Clone, Copy)]
enum Way {
    Png,
    Svg,
    Copy,
}

/// Buttons that take a figure's chart along, and what came of it.
pub fn saving(figure: NodeRef<Figure>, caption: String, lang: Lang) -> AnyView {
    let words = ui(lang);
    let says = RwSignal::new("");
    let caption = StoredValue::new(caption);
    let take = move |way: Way| {
        let Some(figure) = figure.get_untracked() else { return };
        let Ok(picture) = picture(&figure, &caption.get_value()) else { return };
        let name = caption.get_value().trim_end_matches(['。', '.']).to_owned();
        spawn_local(async move {
            says.set("");
            says.set(match (way, taken(way, picture, &name).await) {
                (Way::Copy, Ok(())) => words.chart.chart_copied,
                (Way::Copy, Err(_)) => words.chart.chart_not_copied,
                (_, Ok(())) => words.chart.chart_saved,
                (_, Err(_)) => words.chart.chart_not_saved,
            });
        });
    };
    let ways =
        [(Way::Png, words.chart.chart_png), (Way::Svg, words.chart.chart_svg), (Way::Copy, words.chart.chart_copy)];
    let button = move |(way, name): (Way, &'static str)| {
        view! {
            <button type="button" class="button button-text button-small" on:click=move |_| take(way)>
                {name}
            </button>
        }
    };
    view! {
        {ways.map(button).views()}
        <span class="note" role="status">
            {says}
        </span>
    }
    .into_any()
}

/// A picture's file and its size.
struct Picture {
    svg: String,
    width: f64,
    height: f64,
}

async fn taken(way: Way, picture: Picture, name: &str) -> Result<(), JsValue> {
    let Picture { svg, width, height } = picture;
    match way {
        Way::Svg => save(&format!("{name}.svg"), SVG_TYPE, &Array::of1(&svg.into())),
        Way::Png => {
            let blob = JsFuture::from(png(svg, width, height)).await?;
            save(&format!("{name}.png"), "image/png", &Array::of1(&blob))
        }
        Way::Copy => copy_picture(png(svg, width, height)).await,
    }
}

/// Draws what a figure shows on paper.
fn picture(figure: &Element, caption: &str) -> Result<Picture, JsValue> {
    on_paper(|paper| {
        let root = svg_element("svg", &[("xmlns", "http://www.w3.org/2000/svg"), ("font-family", FONTS)], "")?;
        paper.append_child(&root)?;
        root.append_child(&*svg_element("title", &[], caption)?)?;
        let meaning: Vec<String> =
            all(figure, ".chart-axis-title, .legend li").iter().filter_map(|e| e.text_content()).collect();
        root.append_child(&*svg_element("desc", &[], &meaning.join(" / "))?)?;
        let drawings = all(figure, "svg.chart-picture");
        let wide = drawings.iter().map(|e| e.get_bounding_client_rect().width()).fold(0.0, f64::max);
        let mut sheet = Sheet { root, room: wide, x: EDGE, y: EDGE };
        for part in all(figure, "figcaption, .legend li, .chart-axis-title, .parts p, svg.chart-picture") {
            sheet.put(&part)?;
        }
        sheet.new_row(0.0);
        sheet.finish()
    })
}

/// A picture that is filled from the top.
struct Sheet {
    root: Element,
    room: f64,
    x: f64,
    y: f64,
}

impl Sheet {
    fn put(&mut self, part: &Element) -> Result<(), JsValue> {
        let text = part.text_content().unwrap_or_default();
        match part.tag_name().as_str() {
            "svg" => {
                let place = part.get_bounding_client_rect();
                self.new_row(0.0);
                self.drawing(part, place.width(), place.height())?;
                self.new_row(place.height() + 8.0);
            }
            "LI" => {
                let width = 38.0 + text_width(&text, 14.0) + 20.0;
                if self.x + width > self.room {
                    self.new_row(24.0);
                }
                if let Some(sample) = part.query_selector("svg")? {
                    self.drawing(&sample, 30.0, 18.0)?;
                }
                self.text(&text, 38.0, 14.0, "400")?;
                self.x += width;
            }
            "FIGCAPTION" => self.lines(&text, 18.0, "700")?,
            _ => self.lines(&text, 14.0, "400")?,
        }
        Ok(())
    }

    /// A text from the left, in as many rows as it takes.
    fn lines(&mut self, text: &str, size: f64, weight: &str) -> Result<(), JsValue> {
        self.new_row(0.0);
        for line in wrapped(text, size, self.room) {
            self.text(&line, 0.0, size, weight)?;
            self.y += 1.5 * size;
        }
        self.y += 4.0;
        Ok(())
    }

    fn text(&self, text: &str, from: f64, size: f64, weight: &str) -> Result<(), JsValue> {
        let (x, y) = (coordinate(self.x + from), coordinate(self.y + size));
        let size = coordinate(size);
        let looks = [("x", x.as_str()), ("y", &y), ("font-size", &size), ("font-weight", weight), ("fill", "#333333")];
        self.root.append_child(&*svg_element("text", &looks, text)?).map(drop)
    }

    /// A drawing at the present place.
    fn drawing(&self, drawn: &Element, width: f64, height: f64) -> Result<(), JsValue> {
        let copy: Element = drawn.clone_node_with_deep(true)?.unchecked_into();
        let place = [("x", self.x), ("y", self.y), ("width", width), ("height", height)];
        for (name, value) in place {
            copy.set_attribute(name, &coordinate(value))?;
        }
        for name in ["role", "aria-label", "aria-hidden"] {
            copy.remove_attribute(name)?;
        }
        all(&copy, ".chart-pointer").iter().for_each(Element::remove);
        self.root.append_child(&copy).map(drop)
    }

    /// Goes on at the left, below what stands there: `height` at least, and what a row of small things takes.
    fn new_row(&mut self, height: f64) {
        let begun: f64 = if self.x > EDGE { 26.0 } else { 0.0 };
        self.x = EDGE;
        self.y += begun.max(height);
    }

    fn finish(self) -> Result<Picture, JsValue> {
        let (width, height) = (self.room + 2.0 * EDGE, self.y + EDGE);
        keep_looks(&self.root)?;
        let (w, h) = (coordinate(width), coordinate(height));
        for (name, value) in [("width", w.as_str()), ("height", &h), ("viewBox", &format!("0 0 {w} {h}"))] {
            self.root.set_attribute(name, value)?;
        }
        let white = svg_element("rect", &[("width", "100%"), ("height", "100%"), ("fill", "#ffffff")], "")?;
        let first = self.root.query_selector("text, svg")?;
        self.root.insert_before(&white, first.as_deref())?;
        Ok(Picture { svg: written(&self.root)?, width, height })
    }
}
