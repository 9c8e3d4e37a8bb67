//! How much to have ready: two costs decide the chance that is wanted, the list has the quantity for it.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Demand, ExportKind, FileFormat, Label, LabelCode, Lang, ORDER_LEVELS, OrderList, Words};
use sanpo_text::{Text, grain_count, number, percent, typed_number, ui, with_unit};

use super::grid::{Grid, Look, grid_table};
use super::slider::slider;
use crate::state::App;
use crate::views::Views;

/// Highest cost of a slider; only how the two compare counts.
const MAX_COST: usize = 50;
/// What the sliders stand at first: running short is four times as bad.
const COSTS: (usize, usize) = (4, 1);

/// An order list.
#[component]
pub fn OrderBlock(
    /// The list.
    list: OrderList,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let list = Arc::new(list);
    let only = list.items.len() == 1;
    let (short, left) = (RwSignal::new(COSTS.0), RwSignal::new(COSTS.1));
    let span = RwSignal::new(list.spans.len().saturating_sub(1) / 2);
    let stock = RwSignal::new(0.0f64);
    let level = Memo::new(move |_| wanted(short.get(), left.get()));
    let shown = list.clone();
    let result = move || match shown.items.as_slice() {
        [only] => single(&shown, only.demand.get(span.get()), (span.get(), level.get(), stock.get()), lang),
        _ => {
            let grid = grid(&shown, span.get(), level.get(), lang);
            grid_table(Arc::new(grid), ui(lang).planning.order_list.to_owned(), true, lang, None)
        }
    };
    let app = App::here();
    let save = move |_| {
        app.export(ExportKind::Orders { span: span.get() as u8, level: level.get() }, FileFormat::Csv);
    };
    let cost = |name: &str, at: RwSignal<usize>| {
        slider(name.to_owned(), (1, MAX_COST), at, Signal::derive(move || at.get().to_string()))
    };
    view! {
        <div class="order">
            <h3>{ui(lang).planning.order_title}</h3>
            <p>{ui(lang).planning.order_lead}</p>
            {spans(&list, span, lang)}
            <div class="sliders">{cost(ui(lang).planning.order_short, short)} {cost(ui(lang).planning.order_left, left)}</div>
            <p class="strong" aria-live="polite">{Signal::derive(move || (ui(lang).planning.order_enough)(level.get()))}</p>
            {only.then(|| stock_field(stock, lang))}
            {result}
            <button type="button" class="button button-secondary" on:click=save>
                {ui(lang).planning.order_save}
            </button>
        </div>
    }
}

/// The chance that is worth it: one piece more pays as long as running short is more likely than the costs balance.
fn wanted(short: usize, left: usize) -> u8 {
    let all = (short + left).max(1);
    let level = (200 * short + all) / (2 * all);
    (level as u8).clamp(ORDER_LEVELS.0, ORDER_LEVELS.1)
}

/// For how long to order; nothing to choose from a single span.
fn spans(list: &OrderList, chosen: RwSignal<usize>, lang: Lang) -> Option<AnyView> {
    let chip = |(i, (count, grain)): (usize, &(u32, sanpo_api::Grain))| {
        let text = grain_count(lang, *count, *grain);
        let is = move || chosen.get() == i;
        view! {
            <label class="chip" class:is-chosen=is>
                <input type="radio" name="order-span" prop:checked=is on:change=move |_| chosen.set(i) />
                <span>{text}</span>
            </label>
        }
    };
    (list.spans.len() > 1).then(|| {
        view! {
            <fieldset>
                <legend class="strong">{ui(lang).planning.order_span}</legend>
                <div class="chips">{list.spans.iter().enumerate().map(chip).views()}</div>
            </fieldset>
        }
        .into_any()
    })
}

/// What is there already.
fn stock_field(stock: RwSignal<f64>, lang: Lang) -> AnyView {
    let put = move |ev| stock.set(typed_number(&event_target_value(&ev)).unwrap_or(0.0));
    view! {
        <label class="other">
            <span class="strong">{ui(lang).planning.order_stock}</span>
            <input type="number" inputmode="decimal" min="0" value="0" on:input=put />
        </label>
    }
    .into_any()
}

/// One item: the quantity in large letters, and what is still to be ordered beyond the stock.
fn single(list: &OrderList, demand: Option<&Demand>, (span, level, stock): (usize, u8, f64), lang: Lang) -> AnyView {
    let (Some(demand), Some((count, grain))) = (demand, list.spans.get(span)) else { return ().into_any() };
    let amount = |value: f64| with_unit(lang, number(lang, value), list.unit.as_deref());
    let figures = [
        (word(lang, LabelCode::OrderQuantity), amount(demand.quantity(level))),
        (word(lang, LabelCode::DemandOver(*count, *grain)), amount(demand.expected)),
        (word(lang, LabelCode::SafetyStock), amount(demand.safety(level))),
        (word(lang, LabelCode::RunOutChance), running_out(lang, level)),
        (ui(lang).planning.order_need.to_owned(), amount((demand.quantity(level) - stock).max(0.0))),
    ];
    let figures = figures.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! { <dl class="figures">{figures.views()}</dl> }.into_any()
}

fn word(lang: Lang, code: LabelCode) -> String {
    Text.label(lang, &Label::Code(code))
}

fn running_out(lang: Lang, level: u8) -> String {
    percent(lang, f64::from(100 - level) / 100.0)
}

fn grid(list: &OrderList, span: usize, level: u8, lang: Lang) -> Grid {
    let (count, grain) = list.spans.get(span).copied().unwrap_or((1, sanpo_api::Grain::Day));
    let numbers = [
        LabelCode::OrderQuantity,
        LabelCode::DemandOver(count, grain),
        LabelCode::SafetyStock,
        LabelCode::RunOutChance,
    ];
    let mut head = vec![(word(lang, LabelCode::Series), Look::Text)];
    head.extend(numbers.map(|code| (word(lang, code), Look::Number)));
    let row = |item: &sanpo_api::OrderItem| {
        let demand = item.demand.get(span)?;
        let amount = |value: f64| with_unit(lang, number(lang, value), list.unit.as_deref());
        let amounts = [demand.quantity(level), demand.expected, demand.safety(level)].map(amount);
        Some([vec![item.name.clone()], amounts.to_vec(), vec![running_out(lang, level)]].concat())
    };
    Grid { head, rows: list.items.iter().filter_map(row).collect(), total: list.total }
}

#[cfg(test)]
mod tests {
    use super::wanted;

    #[test]
    fn the_worse_running_short_is_the_surer() {
        assert_eq!([wanted(1, 1), wanted(4, 1), wanted(9, 1), wanted(2, 1)], [50, 80, 90, 67]);
        assert_eq!([wanted(50, 1), wanted(1, 50), wanted(0, 0)], [98, 5, 5]);
    }
}
