//! From a pupil's answers to a score.

/// One answer, as it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The step; `None` where the question was skipped.
    pub step: Option<i32>,
    /// The question asks the other way round.
    pub reversed: bool,
}

/// A pupil's score at one time, and what it was made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The mean of what was answered; `None` with fewer than half of the questions.
    pub value: Option<f64>,
    /// Questions with an answer on the scale.
    pub answered: usize,
    /// Questions that were skipped.
    pub skipped: usize,
    /// Answers that are not on the scale. They do not count, and must be said.
    pub outside: usize,
}

/// How many of k questions must be answered: half, rounded up.
pub const fn least_answered(questions: usize) -> usize {
    questions.div_ceil(2)
}

/// The score on a scale from `min` to `max`: the mean of the answered, reversed where the question
/// is, and nothing put in for what is missing.
pub fn score(answers: &[Answer], min: i32, max: i32) -> Score {
    let (mut sum, mut answered, mut skipped, mut outside) = (0.0, 0_usize, 0, 0);
    for answer in answers {
        match answer.step {
            None => skipped += 1,
            Some(step) if !(min..=max).contains(&step) => outside += 1,
            Some(step) => {
                answered += 1;
                let step = f64::from(step);
                let turned = f64::from(min) + f64::from(max) - step;
                sum += if answer.reversed { turned } else { step };
            }
        }
    }
    let enough = answered > 0 && answered >= least_answered(answers.len());
    Score { value: enough.then(|| sum / answered as f64), answered, skipped, outside }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(steps: &[Option<i32>]) -> Vec<Answer> {
        steps.iter().map(|step| Answer { step: *step, reversed: false }).collect()
    }

    #[test]
    fn half_of_the_questions_are_enough() {
        let two = score(&plain(&[Some(3), None, None, Some(2)]), 1, 5);
        assert_eq!((two.value, two.answered, two.skipped), (Some(2.5), 2, 2));
        assert_eq!(score(&plain(&[Some(3), None, None, None]), 1, 5).value, None);
        assert_eq!(score(&plain(&[Some(3), Some(3), None, None, None]), 1, 5).value, None);
        assert_eq!(score(&[], 1, 5).value, None);
    }

    #[test]
    fn a_step_off_the_scale_is_no_answer_and_is_said() {
        let found = score(&plain(&[Some(6), Some(2)]), 1, 5);
        assert_eq!((found.value, found.answered, found.outside), (Some(2.0), 1, 1));
    }

    #[test]
    fn a_reversed_question_is_turned() {
        let one = |step, max| score(&[Answer { step: Some(step), reversed: true }], 1, max).value;
        assert_eq!([one(4, 5), one(1, 3), one(3, 5)], [Some(2.0), Some(3.0), Some(3.0)]);
    }
}
