//! The button that takes away a round that nobody has met.

use crate::domain::voices::Survey;
use crate::ui::kit::prelude::*;

/// The button that takes away a round that nobody has met.
pub fn removing(app: App, form: Form<Survey>, id: StoredValue<String>) -> View {
    let of = move || id.with_value(Clone::clone);
    let opened = memo(move || form.with(|it| it.is_opened(&of())));
    let remove = move || {
        let remove = move || {
            let day = form.value.with_untracked(|it| it.round_day(&of()));
            form.edit(|it| {
                it.remove_round(&of());
            });
            let round = of();
            let back = form.amend_later(move |it: &mut Survey| it.set_round_day(&round, day));
            app.toasts.say_with_undo(text!(app, survey.round_gone), text!(app, form.undo), back);
        };
        Button::new(say!(app, measure.remove_wave), remove)
            .kind(ButtonKind::Quiet)
            .icon(IconName::Trash)
    };
    show(move || !opened.get(), remove).view()
}
