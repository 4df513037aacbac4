//! Questions of a goal: what was answered, and what is wrong with it.

use crate::domain::calendar::iso;
use crate::domain::initiative::{Goal, GoalDay, GoalFlaw as Flaw, GoalWords, Initiative};
use crate::ui::initiative::goal_records::Records;
use crate::ui::kit::prelude::*;

/// What goals are counted from, once it is here.
pub(super) type Found = Stored<Option<Records>>;

/// What every question needs.
#[derive(Clone, Copy)]
pub(super) struct Ask {
    pub app: App,
    pub form: Form<Initiative>,
    /// The goal's id in the initiative.
    pub id: StoredValue<String>,
    /// How often the person has asked to be done: what is only missing is not said before.
    pub attempt: RwSignal<u32>,
}

/// The id of the field where something is wrong.
pub(super) const fn id_of(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Text => "goal-text",
        Flaw::Reached => "goal-reached",
        Flaw::Indicator => "goal-indicator",
        Flaw::Target | Flaw::Share => "goal-target",
        Flaw::Survey => "goal-survey",
        Flaw::Question => "goal-question",
        Flaw::Measurement => "goal-measurement",
        Flaw::Look => "goal-look",
        Flaw::By | Flaw::Backwards => "goal-by",
    }
}

/// What is wrong and what to do.
pub(super) fn sentence(app: App, flaw: Flaw) -> String {
    match flaw {
        Flaw::Text => now!(app, goals.flaw_text),
        Flaw::Reached => now!(app, goals.flaw_reached),
        Flaw::Indicator => now!(app, goals.flaw_indicator),
        Flaw::Target => now!(app, goals.flaw_target),
        Flaw::Share => now!(app, goals.flaw_share),
        Flaw::Measurement => now!(app, goals.flaw_measurement),
        Flaw::Survey => now!(app, goals.flaw_survey),
        Flaw::Question => now!(app, goals.flaw_question),
        Flaw::Look => now!(app, goals.flaw_look),
        Flaw::By => now!(app, goals.flaw_by),
        Flaw::Backwards => now!(app, goals.flaw_backwards),
    }
}

impl Ask {
    /// The goal as it stands on the screen.
    pub fn goal(self) -> Goal {
        let goal = self.form.with(|it| self.id.with_value(|id| it.goal(id)));
        goal.unwrap_or_default()
    }

    /// A part of the goal, followed.
    pub fn read<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Goal) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        memo(move || read(&self.goal()))
    }

    /// Changes the goal, by its id.
    pub fn edit(self, change: impl FnOnce(&mut Initiative, &str)) {
        self.form.edit(|it| self.id.with_value(|id| change(it, id)));
    }

    /// What is wrong at a field: what cannot be at once, what is missing when the person is done.
    pub fn error(self, flaws: &'static [Flaw]) -> Signal<Option<String>> {
        let app = self.app;
        Signal::derive(move || {
            let attempt = self.attempt.get();
            let goal = self.goal();
            let found = goal.flaws().into_iter().find(|flaw| flaws.contains(flaw))?;
            let is_written = match found {
                Flaw::Target | Flaw::Share => !goal.words(GoalWords::Target).trim().is_empty(),
                Flaw::Look | Flaw::Backwards => true,
                _ => false,
            };
            (attempt > 0 || is_written).then(|| sentence(app, found))
        })
    }

    /// A part in words, asked for in a field.
    pub fn area(self, part: GoalWords, field: Field) -> View {
        field
            .area(self.read(move |it| it.words(part)), move |text: String| {
                self.edit(|it, id| it.set_goal_words(id, part, &text));
            })
            .max_length(1000)
            .short()
            .view()
    }

    /// One of the goal's days, asked for in a field.
    pub fn date(self, day: GoalDay, field: Field) -> View {
        let shown = self.read(move |it| it.day(day).map(|day| day.to_string()).unwrap_or_default());
        field
            .date(shown, move |on: String| {
                self.edit(|it, id| it.set_goal_day(id, day, iso::day(&on)));
            })
            .view()
    }
}
