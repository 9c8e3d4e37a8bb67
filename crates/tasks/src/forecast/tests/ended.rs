//! Items that are no longer sold, items that lack the same days, and closed days to come.

use std::fmt::Write as _;

use sanpo_api::{
    Block, BookWord, DAY_SECS, DataPhrase, ExportKind, ForecastPhrase, Grain, Label, LabelCode, Lang, LineRole, Moment,
    Phrase, Report, Step, Value, Words,
};
use sanpo_models::random::Random;

use super::super::report;
use super::super::run::ForecastRun;
use super::{answers, day, run, sales, text_of};
use crate::{OutCell, Run};

struct Plain;

impl Words for Plain {
    fn phrase(&self, _: Lang, _: &Phrase) -> String {
        String::new()
    }
    fn label_code(&self, _: Lang, code: &LabelCode) -> String {
        format!("{code:?}")
    }
    fn book(&self, _: Lang, word: &BookWord) -> String {
        format!("{word:?}")
    }
}

/// Seven items: the largest was given up in March, one was not sold on the last three days.
fn shop() -> ForecastRun {
    let mut random = Random::new(8);
    let mut csv = "日付,商品,売上\n".to_owned();
    for (i, item) in ["a", "b", "c", "d", "e", "late", "old"].into_iter().enumerate() {
        let last = match item {
            "old" => day(2024, 3, 10),
            "late" => day(2024, 9, 27),
            _ => day(2024, 9, 30),
        };
        for d in day(2023, 10, 1)..=last {
            // Five days are missing for all.
            if !(day(2023, 12, 4)..=day(2023, 12, 8)).contains(&d) {
                writeln!(csv, "{},{item},{:.0}", text_of(d), sales(d, &mut random) * (i + 1) as f64).unwrap();
            }
        }
    }
    run(&csv, &answers(14, true))
}

fn blocks(report: &Report) -> impl Iterator<Item = &Block> {
    report.sections.iter().flat_map(|s| &s.blocks)
}

#[test]
fn an_item_that_ended_is_last_and_is_not_forecast() {
    let run = shop();
    let report = report::report(&run);
    assert!(
        report.cautions.contains(&Phrase::Data(DataPhrase::EndedEarlier {
            count: 1,
            names: vec!["old".into()],
            long_ago: true
        })),
        "{:?}",
        report.cautions
    );
    let items = blocks(&report).find_map(|b| if let Block::Items(list) = b { Some(list) } else { None }).unwrap();
    let [.., late, last] = items.table.rows.as_slice() else { panic!("{items:?}") };
    assert_eq!(late[0], Value::Text("late".into()));
    let behind = Phrase::Data(DataPhrase::EndedEarlier { count: 1, names: vec!["late".into()], long_ago: false });
    assert!(report.cautions.contains(&behind), "{:?}", report.cautions);
    assert_eq!((&last[0], &last[1]), (&Value::Text("old".into()), &Value::Empty));
    let ended =
        Phrase::Forecast(ForecastPhrase::ItemEnded { at: Moment(day(2024, 3, 10) * DAY_SECS), grain: Grain::Day });
    assert_eq!(last.last(), Some(&Value::Phrase(Box::new(ended))));
    let chart = blocks(&report).find_map(|b| match b {
        Block::Line(chart) if chart.panels.len() > 1 => Some(chart),
        _ => None,
    });
    assert_eq!((chart.unwrap().panels.len(), items.panels.len(), items.panels.last()), (6, 7, Some(&None)));
    let Some(Block::Table(table)) = blocks(&report).find(|b| matches!(b, Block::Table(_))) else { panic!("no table") };
    assert!(table.rows.iter().all(|row| row[0] != Value::Text("old".into())) && table.total_rows == 84);
}

#[test]
fn programs_are_told_of_every_series_and_people_of_those_that_go_on() {
    let run = shop();
    let table = sanpo_table::read(
        "a.csv",
        "日付,売上\n2024-01-01,1\n2024-01-02,2\n".as_bytes(),
        &Default::default(),
        &mut |_| {},
    );
    let table = table.unwrap();
    let rows = |kind| run.sheet(&table, kind, Lang::Ja, &Plain).unwrap().rows.collect::<Vec<_>>();
    let of_old = |rows: &[Vec<OutCell>]| rows.iter().filter(|r| r[0] == OutCell::Text("old".into())).count();
    assert_eq!(of_old(&rows(ExportKind::Plain)), 14);
    let old = run.series.iter().find(|s| s.name == "old").unwrap();
    assert_eq!(of_old(&rows(ExportKind::Sheet)), old.values.len());
}

#[test]
fn days_that_all_items_lack_are_counted_once() {
    let filled = Phrase::Data(DataPhrase::GapsFilled {
        count: 30,
        step: Step { grain: Grain::Day, every: 1 },
        series: 6,
        moments: 5,
    });
    let cautions = report::report(&shop()).cautions;
    assert!(cautions.contains(&filled), "{cautions:?}");
}

#[test]
fn lines_have_a_gap_where_it_will_be_closed() {
    let mut csv = "日付,商品,売上\n".to_owned();
    let mut random = Random::new(1);
    for item in ["a", "b"] {
        for d in day(2022, 4, 1)..=day(2024, 12, 20) {
            let date = text_of(d);
            let closed = ["12-31", "01-01", "01-02"].iter().any(|end| date.ends_with(end));
            let sold = if closed { "休業".to_owned() } else { format!("{:.0}", sales(d, &mut random)) };
            writeln!(csv, "{date},{item},{sold}").unwrap();
        }
    }
    let report = report::report(&run(&csv, &answers(30, true)));
    let mut seen = 0;
    let mut check = |x: &[f64], y: &[f64]| {
        let gaps: Vec<i64> = x.iter().zip(y).filter(|(_, y)| y.is_nan()).map(|(x, _)| *x as i64 / DAY_SECS).collect();
        assert_eq!(gaps, [day(2024, 12, 31), day(2025, 1, 1), day(2025, 1, 2)]);
        assert_eq!((x.len(), y.len()), (30, 30));
        seen += 1;
    };
    for block in blocks(&report) {
        match block {
            Block::Line(chart) => chart.panels.iter().for_each(|panel| {
                let forecast = panel.lines.iter().find(|l| l.role == LineRole::Forecast).unwrap();
                check(&forecast.x, &forecast.y);
                panel.bands.iter().for_each(|band| check(&band.x, &band.lower));
            }),
            Block::Parts(chart) => {
                for part in chart.panels.iter().flat_map(|panel| &panel.parts) {
                    check(&chart.panels[0].x, &part.y);
                    // The week goes on where it stands after the closed days.
                    let most = part.y.iter().filter(|y| y.is_finite()).fold(0.0f64, |most, y| most.max(y.abs()));
                    assert!(part.label != Label::Code(LabelCode::Rest) || most < 15.0, "{most}");
                }
            }
            _ => {}
        }
    }
    // The total and both items, each a line with two ranges, and the parts of both.
    assert!(seen >= 3 * 3 + 2 * 2, "{seen}");
}

/// Three shops by month in one table, two of them with marks where they were not open: as a wide table, and as a long one.
fn shops(is_wide: bool) -> String {
    let months: Vec<(i64, usize)> = (0..42).map(|i| (2023 + (i + 3) / 12, (i as usize + 3) % 12 + 1)).collect();
    let value = |shop: &str, i: usize| {
        let open = match shop {
            "空港店" => i >= 15,
            "港店" => i < 36,
            _ => true,
        };
        let wave = super::YEAR[months[i].1 - 1];
        if open { format!("{:.0}", 500.0 + 80.0 * wave + (i * 7 % 5) as f64) } else { "－".to_owned() }
    };
    let shops = ["本店", "駅前店", "空港店", "港店"];
    let month = |(year, month): &(i64, usize)| format!("{year}/{month:02}");
    if is_wide {
        let head = months.iter().map(month).collect::<Vec<_>>().join(",");
        let row = |shop: &&str| format!("{shop},{}\n", (0..42).map(|i| value(shop, i)).collect::<Vec<_>>().join(","));
        return format!("商品,{head}\n{}", shops.iter().map(row).collect::<String>());
    }
    let rows = shops.iter().flat_map(|shop| months.iter().enumerate().map(move |(i, m)| (shop, i, m)));
    let rows = rows.map(|(shop, i, m)| format!("{shop},{},{}\n", month(m), value(shop, i)));
    format!("商品,日付,売上\n{}", rows.collect::<String>())
}

#[test]
fn marks_before_a_shop_opens_and_after_it_closes_are_no_gaps() {
    for is_wide in [true, false] {
        let mut answers = answers(6, true);
        if is_wide {
            let column = |name: &str| sanpo_api::Answer::Column(name.to_owned());
            answers.insert(sanpo_api::FieldId::Time, column("年月"));
            answers.insert(sanpo_api::FieldId::Value, column("値"));
        }
        let run = run(&shops(is_wide), &answers);
        let of = |name: &str| run.series.iter().find(|s| s.name == name).unwrap();
        assert_eq!((of("本店").values.len(), of("空港店").values.len(), of("港店").values.len()), (42, 27, 36));
        assert!(run.series.iter().all(|s| s.gaps().count() == 0));
        assert!(of("港店").outcome.is_none() && of("港店").beyond_end.is_some());
        let cautions = report::report(&run).cautions;
        let ended = DataPhrase::EndedEarlier { count: 1, names: vec!["港店".into()], long_ago: true };
        assert!(cautions.contains(&Phrase::Data(ended)), "{cautions:?}");
        assert!(!cautions.iter().any(|c| matches!(c, Phrase::Data(DataPhrase::GapsFilled { .. }))), "{cautions:?}");
    }
}
