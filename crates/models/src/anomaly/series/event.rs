//! Marked moments that belong together.

use serde::{Deserialize, Serialize};

/// In which way a stretch is odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EventKind {
    /// Values above the usual range.
    High,
    /// Values below it.
    Low,
    /// Values in the usual range, in an unusual order.
    Shape,
}

/// A stretch of odd moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// First moment.
    pub start: usize,
    /// Last moment, part of the event.
    pub end: usize,
    /// The oddest moment.
    pub peak: usize,
    /// In which way.
    pub kind: EventKind,
}

/// Most events for a thousand moments, and most in all, for sensitivity 1 to 5: who gets more alarms reads none.
const PER_THOUSAND: [f64; 5] = [0.3, 0.6, 1.0, 3.0, 10.0];
const MOST: [usize; 5] = [3, 4, 6, 15, 50];
const LEAST: [usize; 5] = [1, 2, 3, 5, 10];
/// Share of an event's largest deviation from which on it has begun.
const EDGE: f64 = 0.25;
/// Parts of a stretch by which odd moments may lie apart to count as one bout, and of a day to be one event.
const BOUT: usize = 2;
const PART: usize = 4;
/// Share of a bout's largest excess from which on another part of it is an event of its own.
const OWN: f64 = 0.5;
/// Series from which on events are merged over small gaps.
const LONG: usize = 500;

/// Joins moments with an excess above 1 that are near each other, and keeps those with the largest excess. `excess` is the oddness over
/// the cut, `deviation` that of the value in standard deviations with its own `cut`. Odd moments of one bout count once against the
/// number of alarms, but what is usual between them is not marked; those within a part of a day are one event.
pub fn merge(excess: &[f64], deviation: &[f64], cut: f64, (stretch, day): (usize, usize), level: usize) -> Vec<Event> {
    let rows = excess.len();
    let is_long = rows >= LONG;
    let near = |steps: usize| if is_long { steps.max(1) } else { 1 };
    let most = |span: &Span| excess[span.0..=span.1].iter().fold(0.0, |top: f64, &e| top.max(e));
    let mut bouts = join((0..rows).filter(|&i| excess[i] > 1.0).map(|i| (i, i)), near(stretch / BOUT));
    let budget = ((PER_THOUSAND[level] * rows as f64 / 1000.0) as usize).clamp(LEAST[level], MOST[level]);
    bouts.sort_by(|a, b| most(b).total_cmp(&most(a)).then(a.cmp(b)));
    bouts.truncate(budget);
    bouts.sort_unstable();
    let mut events = Vec::new();
    for bout in bouts {
        let odd = (bout.0..=bout.1).filter(|&i| excess[i] > 1.0).map(|i| (i, i));
        let parts = join(odd, near(day / PART));
        let least = OWN * most(&bout);
        events.extend(
            parts.into_iter().filter(|part| most(part) >= least).map(|part| describe(part, excess, deviation, cut)),
        );
    }
    events
}

/// First and last moment.
type Span = (usize, usize);

/// Spans in one another's neighbourhood as one; they come in order of time.
fn join(spans: impl Iterator<Item = Span>, gap: usize) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some((_, end)) if span.0 - *end <= gap => *end = span.1,
            _ => joined.push(span),
        }
    }
    joined
}

fn describe((start, end): Span, excess: &[f64], deviation: &[f64], cut: f64) -> Event {
    let far = first_largest(start, end, |i| deviation[i].abs() * f64::from(u8::from(excess[i] > 1.0)));
    if deviation[far].abs() > cut && excess[far] > 1.0 {
        let kind = if deviation[far] > 0.0 { EventKind::High } else { EventKind::Low };
        // The windows of the form begin long before what is odd in them; the values say when it began and ended. A small deviation
        // hours before is not its beginning.
        let least = cut.max(EDGE * deviation[far].abs());
        let is_far = |i: &usize| deviation[*i].abs() >= least;
        let (first, last) = ((start..=end).find(is_far), (start..=end).rfind(is_far));
        return Event { start: first.unwrap_or(far), end: last.unwrap_or(far), peak: far, kind };
    }
    Event { start, end, peak: first_largest(start, end, |i| excess[i]), kind: EventKind::Shape }
}

fn first_largest(start: usize, end: usize, key: impl Fn(usize) -> f64) -> usize {
    (start..=end).fold(start, |best, i| if key(i) > key(best) { i } else { best })
}
