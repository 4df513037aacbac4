//! A question with described levels; "not seen" is an answer of its own and not the lowest level.

use leptos::prelude::*;

use super::{Asked, field_id, maybe_told, read, told};
use crate::domain::{Level, Localized, Observation, Rated};
use crate::ui::components::{Rating, RatingLevel, RatingScale, TextArea};
use crate::ui::form::Form;
use crate::ui::state::use_app;
use crate::ui::texts::say;

#[component]
pub(super) fn RatingItem(
    form: Form<Observation>,
    asked: Asked,
    levels: Vec<Level>,
    not_seen: Option<Localized>,
    comment: bool,
) -> impl IntoView {
    let app = use_app();
    let of = levels.len();
    let steps = levels
        .into_iter()
        .enumerate()
        .map(|(index, level)| {
            let number = index + 1;
            RatingLevel::new(say!(app, item.step, number = number, of = of), told(level.label))
                .described(told(level.description))
        })
        .collect::<Vec<_>>();
    let (mine, rated) = (asked.id.clone(), asked.id.clone());
    let value = read(form, move |observation| {
        observation.ratings.get(&mine).map(|rated| match rated {
            Rated::Level(level) => Rating::Level(*level),
            Rated::NotSeen => Rating::NotSeen,
        })
    });
    let rate = move |rating: Option<Rating>| {
        form.edit(|observation| {
            match rating {
                Some(Rating::Level(level)) => {
                    observation.ratings.insert(rated.clone(), Rated::Level(level))
                }
                Some(Rating::NotSeen) => observation.ratings.insert(rated.clone(), Rated::NotSeen),
                None => observation.ratings.remove(&rated),
            };
        });
    };
    let evidence = comment.then(|| view! { <Evidence form=form item=asked.id.clone() /> });
    view! {
        <div class="question stack">
            <RatingScale
                id=field_id(&asked.id)
                label=told(asked.text)
                nostrip:hint=maybe_told(asked.help)
                levels=steps
                not_seen=told(not_seen.unwrap_or_default())
                value=value
                on_rate=rate
                clear=say!(app, item.clear)
            />
            {evidence}
        </div>
    }
}

/// What was seen that speaks for the level. Shown once there is a level to speak for.
#[component]
fn Evidence(form: Form<Observation>, item: String) -> impl IntoView {
    let app = use_app();
    let (rated, mine, written) = (item.clone(), item.clone(), item);
    let is_rated = read(form, move |observation| {
        observation.ratings.contains_key(&rated) || observation.comments.contains_key(&rated)
    });
    let value =
        read(form, move |observation| observation.comments.get(&mine).cloned().unwrap_or_default());
    let write = move |text: String| {
        form.edit(|observation| drop(observation.comments.insert(written.clone(), text)));
    };
    let write = Callback::new(write);
    view! {
        <Show when=move || is_rated.get()>
            <TextArea
                label=say!(app, item.evidence)
                optional=say!(app, form.optional)
                value=value
                on_input=write
                max_length=1000u32
                short=true
            />
        </Show>
    }
}
