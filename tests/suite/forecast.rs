//! What a forecast shows beyond its lines: the parts add up, the order list is the one that is saved, means stay means.

use sanpo_api::{Answers, Block, ExportKind, ForecastPhrase, LineRole, Phrase, Report, TaskId};

use crate::session::{Session, sample};

fn blocks(report: &Report) -> impl Iterator<Item = &Block> {
    report.sections.iter().flat_map(|s| &s.blocks)
}

#[test]
fn the_parts_of_every_product_add_up_to_its_forecast() {
    let report = sample("bakery").run(TaskId::Forecast, Answers::new()).expect("a forecast");
    let mut charts = blocks(&report).filter_map(|b| if let Block::Line(c) = b { Some(c) } else { None });
    let lines = charts.find(|c| c.panels.len() > 1).expect("lines");
    let parts = blocks(&report).find_map(|b| if let Block::Parts(c) = b { Some(c) } else { None }).expect("parts");
    assert_eq!(lines.panels.len(), parts.panels.len());
    for (line, parts) in lines.panels.iter().zip(&parts.panels) {
        assert_eq!(line.name, parts.name);
        let forecast = line.lines.iter().find(|l| l.role == LineRole::Forecast).expect("a forecast");
        assert_eq!(forecast.x, parts.x);
        for (i, value) in forecast.y.iter().enumerate() {
            let sum: f64 = parts.parts.iter().map(|p| p.y[i]).sum();
            let closed = sum.is_nan() && value.is_nan();
            assert!(closed || (sum - value).abs() <= 1e-9 * value.abs().max(1.0), "{sum} {value}");
        }
    }
}

#[test]
fn the_order_list_is_the_one_that_is_saved() {
    let mut session = sample("bakery");
    let report = session.run(TaskId::Forecast, Answers::new()).expect("a forecast");
    let list = blocks(&report).find_map(|b| if let Block::Order(l) = b { Some(l) } else { None }).expect("orders");
    for (span, level) in [(0, 5), (1, 80), (2, 99), (9, 255)] {
        let lines = session.export(ExportKind::Orders { span, level });
        assert_eq!(lines.len(), list.total + 1);
        let place = if usize::from(span) < list.spans.len() { usize::from(span) } else { 0 };
        for (line, item) in lines[1..].iter().zip(&list.items) {
            let cells: Vec<&str> = line.split(',').collect();
            let quantity: f64 = cells[2].parse().expect("a number");
            assert_eq!(cells[0], item.name);
            assert!((quantity - item.demand[place].quantity(level)).abs() <= 1e-6 * quantity, "{line}");
        }
    }
    let rises = |d: &sanpo_api::Demand| d.enough.windows(2).all(|w| w[0] <= w[1]) && d.enough[0] >= 0.0;
    assert!(list.items.iter().flat_map(|i| &i.demand).all(rises));
}

/// The report of 140 days of a column that goes up and down by seven.
fn of_column(name: &str) -> Report {
    let day = |i: usize| format!("2024-{:02}-{:02},{}\n", i / 28 + 1, i % 28 + 1, 200 + i * 7 % 50);
    let rows = format!("日付,{name}\n") + &(0..140).map(day).collect::<String>();
    let mut session = Session::open("a.csv", rows.as_bytes()).expect("a table");
    session.run(TaskId::Forecast, Answers::new()).expect("a forecast")
}

/// Whether there is an order list, or a word of caution about one.
fn orders(report: &Report) -> bool {
    let unsure = |p: &Phrase| matches!(p, Phrase::Forecast(ForecastPhrase::OrderUnsure { .. }));
    blocks(report).any(|b| match b {
        Block::Order(_) => true,
        Block::Sentences { phrases } => phrases.iter().any(unsure),
        _ => false,
    })
}

fn sums(report: &Report) -> bool {
    report.headline.iter().any(|p| matches!(p, Phrase::Forecast(ForecastPhrase::Total { .. })))
}

#[test]
fn temperatures_have_a_mean_and_no_order_list() {
    let (warm, sold) = (of_column("平均気温"), of_column("販売数"));
    let means = |r: &Report| {
        r.headline.iter().any(|p| matches!(p, Phrase::Forecast(ForecastPhrase::Mean { mean, .. }) if *mean < 300.0))
    };
    assert!(means(&warm) && !sums(&warm) && !orders(&warm), "{:?}", warm.headline);
    assert!(!means(&sold) && sums(&sold) && orders(&sold), "{:?}", sold.headline);
}

#[test]
fn money_is_forecast_and_gets_no_order_list() {
    let orders = |unit: &str| {
        let report = of_column(&format!("売上{unit}"));
        assert!(sums(&report), "{:?}", report.headline);
        orders(&report)
    };
    assert!(orders("(個)"));
    for unit in ["(円)", "（千円）", "(百万円)", "($)", "(ドル)"] {
        assert!(!orders(unit), "{unit}");
    }
}
