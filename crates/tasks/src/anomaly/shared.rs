//! Stretches of several columns at about the same time are one event: a machine that stops stops all its sensors.

use sanpo_api::{Grain, Moment};
use sanpo_models::anomaly::series::Event;

use super::series::{SeriesRun, Track};

/// A stretch of one column.
pub struct Part<'a> {
    /// The column.
    pub track: &'a Track,
    /// Its stretch.
    pub event: &'a Event,
    /// How odd its oddest moment is.
    pub score: f64,
}

impl Part<'_> {
    fn from(&self) -> Moment {
        self.track.moment(self.event.start)
    }

    fn to(&self) -> Moment {
        self.track.moment(self.event.end)
    }

    /// The last moment at which something in another column is still about the same time: sensors react one after the other.
    fn reach(&self) -> Moment {
        let steps = if self.track.step.grain < Grain::Day { 3 } else { 1 };
        self.track.moment(self.event.end + steps)
    }
}

/// What happened at one time, in one column or several.
pub struct Shared<'a> {
    /// First moment in any column.
    pub from: Moment,
    /// Last moment in any column.
    pub to: Moment,
    /// One a column, the oddest first; never empty.
    pub parts: Vec<Part<'a>>,
    /// Marked data rows.
    pub rows: usize,
    reach: Moment,
}

impl<'a> Shared<'a> {
    fn new(part: Part<'a>) -> Self {
        Self { from: part.from(), to: part.to(), reach: part.reach(), parts: vec![part], rows: 0 }
    }

    /// How odd its oddest moment is.
    pub fn score(&self) -> f64 {
        self.parts.first().map_or(0.0, |part| part.score)
    }

    /// Whether a later stretch is of the same time: it begins within this one, or soon after it in another column.
    fn includes(&self, part: &Part) -> bool {
        let other = || self.parts.iter().all(|own| own.track.name != part.track.name);
        part.from() <= self.to || (part.from() <= self.reach && other())
    }

    fn add(&mut self, part: Part<'a>) {
        (self.to, self.reach) = (self.to.max(part.to()), self.reach.max(part.reach()));
        self.parts.push(part);
    }

    /// The oddest column first; one that is odd twice stays with its oddest moment.
    fn rank(&mut self) {
        self.parts.sort_by(|a, b| b.score.total_cmp(&a.score));
        let mut seen: Vec<&str> = Vec::new();
        self.parts.retain(|part| {
            let name = part.track.name.as_str();
            let first = !seen.contains(&name);
            seen.push(name);
            first
        });
    }
}

/// All events of a run, the oddest first. No two of them share a moment.
pub fn events(run: &SeriesRun) -> Vec<Shared<'_>> {
    let mut events: Vec<Shared> = Vec::new();
    for part in stretches(run) {
        match events.last_mut() {
            Some(last) if last.includes(&part) => last.add(part),
            _ => events.push(Shared::new(part)),
        }
    }
    count_rows(run, &mut events);
    events.iter_mut().for_each(Shared::rank);
    events.sort_by(|a, b| b.score().total_cmp(&a.score()));
    events
}

/// Stretches of all columns in the order of time.
fn stretches(run: &SeriesRun) -> Vec<Part<'_>> {
    let found = run.tracks.iter().filter_map(|track| Some((track, track.outcome.as_ref()?)));
    let parts = found.flat_map(|(track, outcome)| {
        outcome.events.iter().map(move |event| Part { track, event, score: outcome.oddness[event.peak] })
    });
    let mut all: Vec<Part> = parts.collect();
    all.sort_by_key(|part| (part.from(), part.to()));
    all
}

/// Counts each marked row in the event that it lies in; `events` are in the order of time.
fn count_rows(run: &SeriesRun, events: &mut [Shared]) {
    for row in 0..run.rows() {
        let Some(at) = run.tracks.iter().find_map(|track| track.marked(row)) else { continue };
        let place = events.partition_point(|event| event.to < at);
        if let Some(event) = events.get_mut(place) {
            event.rows += 1;
        }
    }
}
