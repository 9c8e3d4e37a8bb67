//! Draws the nodes of a scene as SVG elements.

use leptos::prelude::*;
use sanpo_chart::{Node, Size, coordinate};

/// The element of a node.
pub fn draw(node: &Node) -> AnyView {
    match node {
        Node::Group { class, children } => view! { <g class=*class>{draw_all(children)}</g> }.into_any(),
        Node::Path { class, d } => view! { <path class=*class d=d.clone() /> }.into_any(),
        Node::Line { class, from, to } => view! {
            <line
                class=*class
                x1=coordinate(from.0)
                y1=coordinate(from.1)
                x2=coordinate(to.0)
                y2=coordinate(to.1)
            />
        }
        .into_any(),
        Node::Rect { class, x, y, width, height } => view! {
            <rect
                class=*class
                x=coordinate(*x)
                y=coordinate(*y)
                width=coordinate(*width)
                height=coordinate(*height)
            />
        }
        .into_any(),
        Node::Text { class, x, y, anchor, text } => view! {
            <text class=*class x=coordinate(*x) y=coordinate(*y) text-anchor=anchor.attribute()>
                {text.clone()}
            </text>
        }
        .into_any(),
    }
}

/// The elements of nodes, in their order.
pub fn draw_all(nodes: &[Node]) -> Vec<AnyView> {
    nodes.iter().map(draw).collect()
}

/// The view box of a scene.
pub fn view_box(size: Size) -> String {
    format!("0 0 {} {}", coordinate(size.width), coordinate(size.height))
}
