//! What is done with each word of a worker.

use sanpo_api::{Command, Event, Problem, RunId};
use wasm_bindgen::JsValue;

use super::crew::{Crew, Speaker};
use super::desk::Desk;
use super::engine::cause;
use super::run::Running;
use super::wire::Body;
use super::words::{Asked, Heard};

impl Desk {
    /// A worker said something.
    pub(super) fn said(&mut self, speaker: Speaker, event: Event, body: Body) -> Vec<Heard> {
        match event {
            Event::Opened(profile) => self.opened(speaker, profile),
            Event::Glimpsed { header, rows } => vec![Heard::Glimpsed(header, rows)],
            Event::Form(form) => self.form(form),
            Event::Progress { run: 0, done_frac, .. } => {
                (speaker == Speaker::Reader).then_some(Heard::Reading(done_frac)).into_iter().collect()
            }
            Event::Progress { run, job, stage, done_frac } => {
                self.in_run(run, |r| r.tally.progress(job, stage, done_frac))
            }
            Event::Planned { run, stage, jobs, cost } => self.in_run(run, |r| r.planned(stage, jobs, cost)),
            Event::Job { run, job, cost } => {
                let heard = self.in_run(run, |r| r.job(job, cost, body));
                self.dispatch();
                heard
            }
            Event::JobDone { run, job } => self.job_done(speaker, run, job, body),
            Event::Report { run, report } => match self.run.take_if(|r| r.id == run) {
                Some(done) => {
                    self.finished.push(run);
                    vec![Heard::Report(run, report, done.report_clock())]
                }
                None if self.answered(Asked::Apply) => vec![Heard::Applied(run, report)],
                None => Vec::new(),
            },
            Event::File { name, mime } => {
                self.answered(Asked::Export).then_some(Heard::File(name, mime, body)).into_iter().collect()
            }
            Event::Unpacked(project) => {
                self.answered(Asked::Unpack).then_some(Heard::Unpacked(project)).into_iter().collect()
            }
            Event::Best { run, says } => {
                self.run.as_ref().filter(|r| r.id == run).map(|_| Heard::Best(says)).into_iter().collect()
            }
            // The run goes on: it had come further than the page knew when it was to end early.
            Event::Failed { problem: Problem::NothingYet, .. } => Vec::new(),
            Event::Failed { problem, .. } if is_fatal(&problem) => self.lost(speaker, problem),
            Event::Failed { problem, .. } if speaker == Speaker::Reader => self.not_read(problem),
            Event::Failed { run, problem } => self.failed(speaker, run, problem),
        }
    }

    /// A worker is of no use any more.
    pub(super) fn broke(&mut self, speaker: Speaker, cause: String) -> Vec<Heard> {
        let problem = if cause.contains("memory") { Problem::OutOfMemory } else { Problem::Internal { detail: cause } };
        self.lost(speaker, problem)
    }

    /// Gives waiting jobs to free hands.
    pub(super) fn dispatch(&mut self) {
        let (Some(run), Some(crew)) = (self.run.as_mut(), self.crew.as_mut()) else { return };
        crew.hire_hands(1);
        while let Some(hand) = crew.free_hand() {
            let Some(waiting) = run.queue.pop() else { return };
            if std::mem::take(&mut run.provoke) {
                hand.port.send(&Command::Provoke, &JsValue::NULL);
            }
            hand.job = Some(waiting.job);
            hand.port.send(&Command::Run { run: run.id, job: waiting.job }, &waiting.body);
        }
    }

    /// Ends the run under way: busy hands are replaced, and so is the keeper if it is at work for the run and holds no results
    /// that would be lost with it. Else it comes to its end behind the scenes, and nobody hears of it.
    pub(super) fn end_run(&mut self) {
        let (Some(run), Some(crew)) = (self.run.take(), self.crew.as_mut()) else { return };
        crew.drop_jobs();
        if run.keeper_busy && self.finished.is_empty() {
            let _ = self.renew_keeper(true);
        } else {
            crew.tell_keeper(&Command::Forget { run: run.id }, &JsValue::NULL);
        }
    }

    /// Ends the run under way with what has come in: jobs that are out or wait are dropped.
    pub(super) fn finish_run(&mut self) -> Vec<Heard> {
        let (Some(run), Some(crew)) = (self.run.as_mut(), self.crew.as_mut()) else { return Vec::new() };
        crew.drop_jobs();
        run.finish();
        crew.tell_keeper(&Command::Finish { run: run.id }, &JsValue::NULL);
        vec![Heard::Progress(run.tally.clone())]
    }

    /// Of several questions on their way, only the last one's answer fits what stands on the screen.
    fn form(&mut self, form: sanpo_api::Form) -> Vec<Heard> {
        let answered = self.answered(Asked::Form);
        let last = !self.asked.contains(&Asked::Form);
        (answered && last).then_some(Heard::Form(form)).into_iter().collect()
    }

    fn answered(&mut self, asked: Asked) -> bool {
        self.asked.pop_front_if(|a| *a == asked).is_some()
    }

    fn in_run(&mut self, run: RunId, change: impl FnOnce(&mut Running)) -> Vec<Heard> {
        let Some(running) = self.run.as_mut().filter(|r| r.id == run) else { return Vec::new() };
        change(running);
        vec![Heard::Progress(running.tally.clone())]
    }

    fn job_done(&mut self, speaker: Speaker, run: RunId, job: u32, body: Body) -> Vec<Heard> {
        let Some(crew) = self.crew.as_mut() else { return Vec::new() };
        if let Speaker::Hand(at) = speaker {
            crew.rest(at);
        }
        if self.run.as_ref().is_some_and(|r| r.id == run) {
            crew.tell_keeper(&Command::Collect { run, job }, &body);
        }
        let heard = self.in_run(run, |r| r.done(job));
        self.dispatch();
        heard
    }

    fn failed(&mut self, speaker: Speaker, run: Option<RunId>, problem: Problem) -> Vec<Heard> {
        if let (Speaker::Hand(at), Some(crew)) = (speaker, self.crew.as_mut()) {
            crew.rest(at);
        }
        // A hand works for nothing but the run.
        let of_run = speaker != Speaker::Keeper || run.is_some() && self.run.as_ref().map(|r| r.id) == run;
        if of_run && self.run.is_some() {
            if let Some(running) = self.run.as_mut() {
                // The keeper has just answered, so it is free whatever it was doing.
                running.keeper_busy &= speaker != Speaker::Keeper;
            }
            self.end_run();
            return vec![Heard::Failed(Asked::Run, problem)];
        }
        match self.asked.pop_front_if(|_| speaker == Speaker::Keeper) {
            None | Some(Asked::Reopen) => Vec::new(),
            Some(asked) => vec![Heard::Failed(asked, problem)],
        }
    }

    /// A worker died: put another in its place and tell those who waited for it.
    fn lost(&mut self, speaker: Speaker, problem: Problem) -> Vec<Heard> {
        let Some(crew) = self.crew.as_mut() else { return Vec::new() };
        match speaker {
            Speaker::Hand(at) => {
                // A hand that never stood would not stand the next time either.
                let stood = crew.port(speaker).is_some_and(|p| p.is_ready());
                if stood {
                    crew.replace_hand(at)
                } else {
                    crew.dismiss_hand(at)
                }
                if self.run.is_none() {
                    return Vec::new();
                }
                self.end_run();
                vec![Heard::Failed(Asked::Run, problem)]
            }
            Speaker::Keeper => self.lost_keeper(problem),
            Speaker::Reader => self.lost_reader(problem),
        }
    }

    fn lost_keeper(&mut self, problem: Problem) -> Vec<Heard> {
        let was_ready = self.crew.as_mut().and_then(|c| c.port(Speaker::Keeper)).is_some_and(|p| p.is_ready());
        if !was_ready {
            // The engine does not start at all in this browser: starting it again and again would not help.
            self.clear();
            return vec![Heard::NoEngine(cause(problem))];
        }
        let reopening = self.asked.contains(&Asked::Reopen);
        let mut heard: Vec<Heard> =
            self.asked.drain(..).filter(|a| *a != Asked::Reopen).map(|a| Heard::Failed(a, problem.clone())).collect();
        if self.run.take().is_some() {
            heard.push(Heard::Failed(Asked::Run, problem));
            self.crew.iter_mut().for_each(Crew::drop_jobs);
        }
        if !self.finished.is_empty() {
            heard.push(Heard::Lost);
        }
        // A file that kills its keeper is not given to the next one.
        heard.extend(self.renew_keeper(!reopening).err().map(Heard::NoEngine));
        heard
    }

    fn renew_keeper(&mut self, reopen: bool) -> Result<(), String> {
        let Some(mut crew) = self.crew.take() else { return Ok(()) };
        crew.replace_keeper()?;
        self.asked.clear();
        self.finished.clear();
        if reopen {
            self.reopen(&mut crew);
        }
        self.crew = Some(crew);
        Ok(())
    }
}

/// Problems after which an engine is not to be trusted any more.
fn is_fatal(problem: &Problem) -> bool {
    matches!(problem, Problem::Internal { .. } | Problem::OutOfMemory)
}
