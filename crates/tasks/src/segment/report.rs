//! What a grouping shows.

use sanpo_api::{
    Bar, BarChart, Block, DataPhrase, ExportKind, Grade, GradePhrase, GroupCard, How, Label, LabelCode, Letter,
    NumberFormat, Phrase, Problem, Report, RfmName, ScatterChart, Section, SectionId, SegmentPhrase, TableColumn,
    TaskId, Value,
};
use sanpo_models::segment::Clarity;
use sanpo_table::Table;

use super::run::{Groups, SegmentRun};
use crate::how::section;
use crate::shares::shares;

/// Columns of the table of means.
const MAX_COLUMNS: usize = 12;
/// Means that differ by less than so much of the largest are told with all their digits.
const NEAR: f64 = 0.05;

/// The report of a run that has its groups.
pub fn report(run: &SegmentRun, table: &Table) -> Result<Report, Problem> {
    let groups = run.groups.as_ref().ok_or(Problem::NoResult)?;
    let sections = vec![
        Section { id: SectionId::Answer, blocks: vec![Block::Groups { cards: cards(run, groups) }, sizes(groups)] },
        how(run, groups),
        Section { id: SectionId::Why, blocks: vec![map(run, groups), Block::Table(means(run, groups))] },
        Section { id: SectionId::HowSure, blocks: sure(groups) },
        Section { id: SectionId::WhatToDo, blocks: advice(groups) },
        Section { id: SectionId::Details, blocks: details(run, table) },
    ];
    Ok(Report {
        task: TaskId::Segment,
        headline: headline(run, groups),
        grade: Some(grade(groups)),
        cautions: cautions(run),
        sections: sections.into_iter().filter(|s| !s.blocks.is_empty()).collect(),
        exports: vec![ExportKind::Sheet, ExportKind::Plain],
        takes_new_file: false,
    })
}

/// Rows and sides of the customers that play no part.
fn cautions(run: &SegmentRun) -> Vec<Phrase> {
    let alike = || Phrase::Segment(SegmentPhrase::ColumnsAlike { columns: run.alike.clone() });
    nobody(run).into_iter().chain((!run.alike.is_empty()).then(alike)).collect()
}

/// Rows of a log that could be given to no customer.
fn nobody(run: &SegmentRun) -> Option<Phrase> {
    let rows_of_customers = &run.rfm.as_ref()?.row_customer;
    let rows = rows_of_customers.iter().filter(|customer| **customer == u32::MAX).count();
    (rows > 0).then_some(Phrase::Segment(SegmentPhrase::Nobody { rows, all: rows_of_customers.len() }))
}

fn rows_of(groups: &Groups, group: usize) -> usize {
    groups.grouping.group.iter().filter(|&&g| g as usize == group).count()
}

fn share(groups: &Groups, group: usize) -> f64 {
    let sizes: Vec<usize> = (0..groups.grouping.groups).map(|g| rows_of(groups, g)).collect();
    shares(&sizes).get(group).copied().unwrap_or(0.0)
}

fn headline(run: &SegmentRun, groups: &Groups) -> Vec<Phrase> {
    let found = Phrase::Segment(SegmentPhrase::Found {
        groups: groups.grouping.groups as u32,
        rows: groups.grouping.group.len(),
        customers: run.rfm.is_some(),
    });
    let Some(name) = groups.names.first() else { return vec![found] };
    let largest = Phrase::Segment(SegmentPhrase::Largest {
        group: 1,
        name: Box::new(name.clone()),
        share_frac: share(groups, 0),
    });
    [found, largest].into_iter().chain(richest(run, groups)).collect()
}

/// The group that spent most, where amounts are known.
fn richest(run: &SegmentRun, groups: &Groups) -> Option<Phrase> {
    let money = money(run, groups)?;
    let most = (0..money.len()).reduce(|best, other| if money[other] > money[best] { other } else { best })?;
    Some(Phrase::Segment(SegmentPhrase::Richest {
        group: most as u32 + 1,
        name: Box::new(groups.names[most].clone()),
        share_frac: share(groups, most),
        money_frac: money[most],
    }))
}

/// Each group's share of all that was spent; none where nothing is known of it, or where a group was paid back more.
fn money(run: &SegmentRun, groups: &Groups) -> Option<Vec<f64>> {
    let mut sums = vec![0.0; groups.grouping.groups];
    for (amount, &group) in run.rfm.as_ref()?.monetary.iter().zip(&groups.grouping.group) {
        sums[group as usize] += amount;
    }
    let all: f64 = sums.iter().sum();
    if sums.len() < 2 || !all.is_finite() || all <= 0.0 || sums.iter().any(|sum| *sum < 0.0) {
        return None;
    }
    let parts: Vec<usize> = sums.iter().map(|sum| (sum / all * 1e6).round() as usize).collect();
    Some(shares(&parts))
}

fn grade(groups: &Groups) -> Grade {
    let frac = groups.grouping.stability;
    let letter = match (groups.grouping.clear, frac) {
        (Clarity::Clear, f) if f >= 0.9 => Letter::A,
        (Clarity::Clear, _) => Letter::B,
        (Clarity::Vague, _) => Letter::C,
        (Clarity::None, _) => Letter::D,
    };
    let reason = match groups.grouping.clear {
        Clarity::Clear => Phrase::Grade(GradePhrase::GroupsStable { frac }),
        Clarity::Vague => Phrase::Segment(SegmentPhrase::Vague { frac }),
        Clarity::None => Phrase::Segment(SegmentPhrase::None),
    };
    Grade { letter, reason }
}

fn cards(run: &SegmentRun, groups: &Groups) -> Vec<GroupCard> {
    let money = money(run, groups);
    (0..groups.grouping.groups)
        .map(|g| GroupCard {
            group: g as u32 + 1,
            name: groups.names[g].clone(),
            rows: rows_of(groups, g),
            customers: run.rfm.is_some(),
            share_frac: share(groups, g),
            money_frac: money.as_ref().map(|shares| shares[g]),
            traits: groups.traits[g].clone(),
        })
        .collect()
}

fn sizes(groups: &Groups) -> Block {
    let bar = |g: usize| Bar { label: Label::Code(LabelCode::Group(g as u32 + 1)), value: rows_of(groups, g) as f64 };
    Block::Bars(BarChart {
        caption: Phrase::Segment(SegmentPhrase::Sizes),
        format: NumberFormat::Plain { unit: None },
        bars: (0..groups.grouping.groups).map(bar).collect(),
    })
}

fn map(run: &SegmentRun, groups: &Groups) -> Block {
    let projection = &groups.grouping.map;
    let label = |column: &usize| run.labels.get(*column).map(|(label, _)| label.clone());
    let axis = |n: usize| Label::Code(LabelCode::Mostly(projection.mostly[n].iter().filter_map(label).collect()));
    Block::Scatter(ScatterChart {
        caption: Phrase::Segment(SegmentPhrase::Map),
        x_label: axis(0),
        y_label: axis(1),
        groups: (1..=groups.grouping.groups as u32).map(|g| Label::Code(LabelCode::Group(g))).collect(),
        x: projection.x.clone(),
        y: projection.y.clone(),
        group: projection.rows.iter().map(|&row| groups.grouping.group[row]).collect(),
    })
}

/// Means (or the most frequent text) of each column in each group.
fn means(run: &SegmentRun, groups: &Groups) -> sanpo_api::Table {
    let plain = |unit: &Option<String>| NumberFormat::Plain { unit: unit.clone() };
    let count = if run.rfm.is_some() { LabelCode::CustomerCount } else { LabelCode::Count };
    let mut columns = vec![
        TableColumn { label: Label::Code(LabelCode::GroupHeading), format: plain(&None) },
        TableColumn { label: Label::Code(count), format: plain(&None) },
    ];
    let shown = run.labels.len().min(MAX_COLUMNS);
    columns.extend(
        run.labels[..shown].iter().map(|(label, unit)| TableColumn { label: label.clone(), format: plain(unit) }),
    );
    let near: Vec<bool> = (0..shown).map(|column| lie_near(run, groups, column)).collect();
    let rows = (0..groups.grouping.groups).map(|g| {
        let mut row =
            vec![Value::Label(Label::Code(LabelCode::Group(g as u32 + 1))), Value::Number(rows_of(groups, g) as f64)];
        row.extend((0..shown).map(|column| match run.mode(column, g as u32) {
            Some(text) => Value::Text(text),
            None => match run.mean(column, Some(g as u32)) {
                mean if mean.is_finite() => Value::Number(if near[column] { mean } else { said(mean) }),
                _ => Value::Empty,
            },
        }));
        row
    });
    let rows: Vec<_> = rows.collect();
    sanpo_api::Table { caption: Phrase::Segment(SegmentPhrase::Table), columns, total_rows: rows.len(), rows }
}

/// A mean with the three digits that sentences give it, so that it is the same number everywhere.
fn said(mean: f64) -> f64 {
    format!("{mean:.2e}").parse().unwrap_or(mean)
}

/// Whether the means of a column lie so near to each other that three digits would not tell them apart: years, say.
fn lie_near(run: &SegmentRun, groups: &Groups, column: usize) -> bool {
    let means = || (0..groups.grouping.groups as u32).map(|g| run.mean(column, Some(g))).filter(|m| m.is_finite());
    let (least, most) = means().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), m| (a.min(m), b.max(m)));
    most - least < NEAR * most.abs().max(least.abs())
}

/// What to do with each group of customers.
fn advice(groups: &Groups) -> Vec<Block> {
    let of = |(g, name): (usize, &RfmName)| {
        let label = Box::new(groups.names[g].clone());
        Phrase::Segment(SegmentPhrase::RfmAdvice { group: g as u32 + 1, label, name: *name })
    };
    let phrases: Vec<Phrase> = groups.kinds.iter().enumerate().map(of).collect();
    if phrases.is_empty() { vec![] } else { vec![Block::Sentences { phrases }] }
}

/// How the groups came about.
fn how(run: &SegmentRun, groups: &Groups) -> Section {
    let columns = run.labels.iter().map(|(label, _)| label.clone()).collect();
    let (rows, customers) = (groups.grouping.group.len(), run.rfm.is_some());
    let found = How::GroupCount { groups: groups.grouping.groups as u32, asked: run.asked.is_some() };
    section(vec![How::Compared { columns, rows, customers }, found], vec![stability(groups)], vec![How::SegmentLimits])
}

/// How often the groups come out again, and what speaks against them even so.
fn sure(groups: &Groups) -> Vec<Block> {
    let mut phrases = vec![stability(groups)];
    if groups.grouping.clear != Clarity::Clear {
        phrases.push(grade(groups).reason);
    }
    vec![Block::Sentences { phrases }]
}

fn stability(groups: &Groups) -> Phrase {
    Phrase::Segment(SegmentPhrase::Stability { frac: groups.grouping.stability })
}

fn details(run: &SegmentRun, table: &Table) -> Vec<Block> {
    let mut phrases = Vec::new();
    if let Some(rfm) = &run.rfm {
        let customers = rfm.customers.len();
        phrases.push(Phrase::Segment(SegmentPhrase::Log { customers, rows: table.rows(), until: rfm.until }));
        phrases.extend(run.priced.clone());
    }
    if !run.left_out.is_empty() {
        phrases.push(Phrase::Data(DataPhrase::ColumnsLeftOut { columns: run.left_out.clone() }));
    }
    if phrases.is_empty() { vec![] } else { vec![Block::Sentences { phrases }] }
}
