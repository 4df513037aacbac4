//! What a day at school asks for: records with their working copies laid over them, and several made
//! at once.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::store::{AppError, List, Repository, Resumable, Standing, Transactions as _, rows};
use crate::domain::plan::{COVER, Lesson};
use crate::domain::record::{DAY, FINISHED, Fields, INITIATIVE, Kind, LESSON, Record as _};
use crate::ledger::{Change, RecordId, RevisionSet, in_order};

/// How many lessons back a reminder is looked for, past those that did not take place.
const BACK: u32 = 20;

impl Repository {
    /// A list with what is being written laid over it: what a person typed a moment ago is there,
    /// also when the device was turned off in the middle. In the order of the list; what was only
    /// begun comes first.
    ///
    /// # Errors
    /// The store refused.
    pub async fn standing(&self, list: List, limit: u32) -> Result<Vec<Standing>, AppError> {
        let found = self.standing_since(list, limit, &self.drafts().await?).await?;
        Ok(found.into_iter().map(|(rec, fields, _)| (rec, fields)).collect())
    }

    /// As [`Repository::standing`], with what is being written given and when each was last changed, in
    /// milliseconds since 1970; what was never left has no such time.
    pub(super) async fn standing_since(
        &self,
        list: List,
        limit: u32,
        drafts: &[Resumable],
    ) -> Result<Vec<(RecordId, Fields, u64)>, AppError> {
        let page = self.list(list, None, limit).await?;
        let mine = || drafts.iter().filter(|it| it.draft.target.kind == list.kind());
        let mut found = Vec::new();
        let of = |rec: RecordId| mine().find(|it| it.draft.target.rec == rec);
        for Resumable { draft, fields, sealed } in mine() {
            if !sealed && list.holds(fields) {
                found.push((draft.target.rec, fields.clone(), 0));
            }
        }
        for summary in page.items {
            let fields = of(summary.rec).map_or(summary.fields, |draft| draft.fields.clone());
            if list.holds(&fields) {
                found.push((summary.rec, fields, summary.changed));
            }
        }
        Ok(found)
    }

    /// Makes several records in one go and gives their names, for undo.
    ///
    /// # Errors
    /// The store refused, and none is made.
    pub async fn make_all(&self, kind: Kind, all: Vec<Fields>) -> Result<Vec<RecordId>, AppError> {
        let all = all.into_iter().map(|fields| (self.new_record(), kind, fields));
        self.make_each(all.collect()).await
    }

    /// As [`Repository::make_all`], with what each is and is named given.
    pub(in crate::app) async fn make_each(
        &self,
        all: Vec<(RecordId, Kind, Fields)>,
    ) -> Result<Vec<RecordId>, AppError> {
        let pen = self.pen().await?;
        self.storage()
            .write(async |tx| {
                for (rec, kind, fields) in &all {
                    let change = Change { set: fields.0.clone(), unset: BTreeSet::new() };
                    let revision = pen.write((*rec, *kind), BTreeSet::new(), [], change)?;
                    Self::add(tx, RevisionSet::default(), vec![revision]).await?;
                }
                Ok(all.iter().map(|(rec, ..)| *rec).collect())
            })
            .await
    }

    /// Puts several records in the trash in one go.
    ///
    /// # Errors
    /// The store refused, and all are where they were.
    pub async fn delete_all(&self, records: Vec<RecordId>) -> Result<Vec<RecordId>, AppError> {
        self.move_all(records, true).await
    }

    /// A short name for a thing inside a record that says nothing about when it was made.
    pub fn new_timeless_part(&self) -> String {
        let mut random = [0; 6];
        self.ids().random(&mut random);
        random.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// What was to be done otherwise the next time, when the next time is this lesson: the word of
    /// the lesson before it in the same initiative, past those that were called off.
    ///
    /// # Errors
    /// The store refused.
    pub async fn reminder(&self, lesson: &Lesson) -> Result<Option<String>, AppError> {
        let (Some(initiative), Some(day)) = (lesson.initiative(), lesson.day()) else {
            return Ok(None);
        };
        let list = List::Of(initiative, Kind::Lesson);
        let from = rows::Position(format!("{}{}", list.prefix(), rows::day_order(day)));
        let found = self.list(list, Some(from), BACK).await?.items;
        let when = |it: &Lesson| (it.day(), it.begins());
        let earlier = found.iter().map(|summary| Lesson::read(&summary.fields));
        let earlier = earlier.filter(|it| when(it) < when(lesson) && !it.is_off()).collect();
        let latest_first = in_order(earlier, |a, b| when(b).cmp(&when(a)));
        let word = latest_first.first().map(Lesson::adjustment);
        Ok(word.filter(|word| !word.trim().is_empty()))
    }
}

impl List {
    /// The kind that it lists.
    pub(in crate::app) const fn kind(self) -> Kind {
        match self {
            Self::Kind(kind) | Self::Of(_, kind) | Self::On(_, kind) | Self::For(_, kind) => kind,
            Self::Unfinished => Kind::Observation,
        }
    }

    /// Whether a record of its kind with these values stands in it.
    fn holds(self, fields: &Fields) -> bool {
        match self {
            Self::Kind(_) => true,
            Self::Of(initiative, _) => fields.parsed(INITIATIVE) == Some(initiative),
            Self::On(day, _) => fields.day(DAY) == Some(day),
            Self::For(lesson, _) => fields.parsed(LESSON) == Some(lesson),
            Self::Unfinished => !fields.0.contains_key(FINISHED),
        }
    }
}

/// What has become of an initiative's lessons.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// How many there are that are over or that somebody has said something about.
    pub of: u32,
    /// How many took place, whole or in part.
    pub held: u32,
    /// How many were used for cover.
    pub cover: u32,
    /// The ways of teaching together that have been tried, with how many times each.
    pub models: BTreeMap<String, u32>,
}

impl Held {
    /// Counts lessons. What is still to come is not counted, nor what nobody has said anything about
    /// where it is not over on this `today`.
    pub fn count(lessons: impl IntoIterator<Item = Lesson>, today: chrono::NaiveDate) -> Self {
        let mut it = Self::default();
        for lesson in lessons {
            let past = lesson.day().is_some_and(|day| day < today);
            if lesson.status().is_empty() && !past {
                continue;
            }
            it.of += 1;
            it.held += u32::from(lesson.took_place());
            it.cover += u32::from(!lesson.took_place() && lesson.reason() == COVER);
            if lesson.took_place() && !lesson.model().is_empty() {
                *it.models.entry(lesson.model()).or_default() += 1;
            }
        }
        it
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::Lang;

    #[test]
    fn lessons_are_counted_when_they_are_over() {
        let lesson = |day: &str, status: &str, reason: &str, model: &str| {
            let mut it = Lesson::default();
            it.set_day(day.parse().ok());
            it.set_model(model, &[], Lang::Da);
            it.set_status(status);
            it.set_reason(reason);
            it
        };
        let today = "2026-11-24".parse().unwrap();
        let all = [
            lesson("2026-11-10", "gennemfoert", "", "stationsundervisning"),
            lesson("2026-11-12", "delvist", "vikar", "parundervisning"),
            lesson("2026-11-17", "aflyst", "vikar", "parallelundervisning"),
            lesson("2026-11-19", "", "", "parallelundervisning"),
            lesson("2026-11-24", "gennemfoert", "", "stationsundervisning"),
            lesson("2026-11-24", "", "", ""),
            lesson("2026-11-26", "", "", ""),
            lesson("2026-12-01", "flyttet", "sygdom", ""),
        ];
        let held = Held::count(all, today);
        assert_eq!((held.of, held.held, held.cover), (6, 3, 1));
        let models: Vec<_> = held.models.into_iter().collect();
        let expected = [("parundervisning", 1), ("stationsundervisning", 2)];
        assert_eq!(models, expected.map(|(id, n)| (id.to_owned(), n)));
        assert_eq!(Held::count([], today), Held::default());
    }
}
