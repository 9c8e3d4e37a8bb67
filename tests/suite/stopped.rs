//! Runs that a person does not wait for: the answer is made of what has come in, and says so.

use std::collections::VecDeque;

use sanpo_api::{
    Answers, Command, DataPhrase, Event, GradePhrase, Letter, Phrase, PredictPhrase, Problem, Report, RunId, TaskId,
    TrialPhrase,
};
use sanpo_engine::Engine;
use sanpo_text::Text;

const RUN: RunId = 1;

/// An engine with a file, and the commands that are still to be carried out.
struct Desk {
    engine: Engine,
    queue: VecDeque<(Command, Vec<u8>)>,
    best: Vec<Phrase>,
    problems: Vec<Problem>,
    report: Option<Report>,
}

impl Desk {
    fn plan(name: &str, bytes: Vec<u8>, task: TaskId) -> Self {
        let mut engine = Engine::new(Box::new(Text));
        let open = Command::Open { name: name.to_owned(), choices: Default::default() };
        engine.handle(open, bytes, &mut |event, _| assert!(!matches!(event, Event::Failed { .. }), "{event:?}"));
        let mut desk = Self { engine, queue: VecDeque::new(), best: vec![], problems: vec![], report: None };
        desk.tell(Command::Plan { run: RUN, task, answers: Answers::new() }, vec![]);
        desk
    }

    fn tell(&mut self, command: Command, body: Vec<u8>) {
        let Self { engine, queue, best, problems, report } = self;
        engine.handle(command, body, &mut |event, body| match event {
            Event::Job { run, job, .. } => queue.push_back((Command::Run { run, job }, body)),
            Event::JobDone { run, job } => queue.push_front((Command::Collect { run, job }, body)),
            Event::Best { says, .. } => best.push(says),
            Event::Report { report: found, .. } => *report = Some(*found),
            Event::Failed { problem, .. } => problems.push(problem),
            _ => {}
        });
    }

    /// Carries out what waits until `stop` says so, or nothing waits any more.
    fn work(&mut self, stop: impl Fn(&Self) -> bool) {
        while !stop(self) {
            let Some((command, body)) = self.queue.pop_front() else { return };
            self.tell(command, body);
        }
    }

    /// Stops the run; what is still out comes in late.
    fn finish(&mut self) {
        let mut late = std::mem::take(&mut self.queue);
        self.tell(Command::Finish { run: RUN }, vec![]);
        self.queue.append(&mut late);
        self.work(|_| false);
    }
}

fn shops(count: usize) -> Vec<u8> {
    let mut text = String::from("日付,店,売上\n");
    for day in 0..400u32 {
        for shop in 0..count as u32 {
            let (year, month, date) = (2023 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
            let sold = 100 * (shop + 1) + 20 * (day % 7) + day * 37 % 11;
            text.push_str(&format!("{year}-{month:02}-{date:02},店{shop},{sold}\n"));
        }
    }
    text.into_bytes()
}

fn customers() -> Vec<u8> {
    std::fs::read("../sample_data/customers/customers.csv").expect("the sample")
}

#[test]
fn a_forecast_that_is_stopped_holds_the_series_that_were_done() {
    let mut desk = Desk::plan("店.csv", shops(60), TaskId::Forecast);
    desk.work(|d| !d.best.is_empty());
    assert!(
        matches!(desk.best[0], Phrase::Trial(TrialPhrase::Accuracy { error, .. }) if error.is_finite()),
        "{:?}",
        desk.best
    );
    desk.finish();
    assert_eq!(desk.problems, []);
    let report = desk.report.expect("a report");
    let stopped = report.cautions.iter().find_map(|c| match c {
        Phrase::Data(DataPhrase::StoppedSeries { done, all }) => Some((*done, *all)),
        _ => None,
    });
    assert!(matches!(stopped, Some((1..60, 60))), "{:?}", report.cautions);
    let grade = report.grade.expect("a grade");
    assert!(
        matches!(grade.reason, Phrase::Grade(GradePhrase::CutShort { .. })) && grade.letter > Letter::A,
        "{grade:?}"
    );
}

#[test]
fn a_prediction_that_is_stopped_uses_the_methods_that_were_tried() {
    let mut desk = Desk::plan("会員.csv", customers(), TaskId::Predict);
    desk.work(|d| !d.best.is_empty());
    assert!(
        matches!(desk.best[0], Phrase::Predict(PredictPhrase::Picked { right, by_chance, .. }) if right > by_chance)
    );
    desk.finish();
    assert_eq!(desk.problems, []);
    let report = desk.report.expect("a report");
    assert!(
        matches!(report.cautions[0], Phrase::Predict(PredictPhrase::StoppedMethods { done: 1, all: 2.. })),
        "{:?}",
        report.cautions
    );
    assert!(matches!(report.grade.map(|g| g.reason), Some(Phrase::Grade(GradePhrase::CutShort { .. }))));
}

#[test]
fn a_run_that_has_nothing_yet_goes_on() {
    for (name, bytes, task) in [("店.csv", shops(2), TaskId::Forecast), ("会員.csv", customers(), TaskId::Predict)] {
        let mut desk = Desk::plan(name, bytes, task);
        desk.finish();
        assert_eq!(desk.problems, [Problem::NothingYet]);
        let report = desk.report.take().expect("a report all the same");
        let stopped = |c: &Phrase| {
            matches!(
                c,
                Phrase::Data(DataPhrase::StoppedSeries { .. }) | Phrase::Predict(PredictPhrase::StoppedMethods { .. })
            )
        };
        assert!(!report.cautions.iter().any(stopped));
        // What has ended stays as it is.
        desk.tell(Command::Finish { run: RUN }, vec![]);
        assert_eq!((desk.problems.len(), desk.report.is_none()), (1, true));
    }
}

#[test]
fn groups_are_waited_for() {
    let mut desk = Desk::plan("会員.csv", customers(), TaskId::Segment);
    desk.work(|d| !d.queue.is_empty());
    desk.finish();
    assert_eq!(desk.problems, [Problem::NothingYet]);
    assert!(desk.report.is_some());
}
