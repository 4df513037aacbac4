//! The people of an initiative, by initials.

use crate::domain::initiative::{Initiative, InitiativeField, Member, Role};
use crate::ui::kit::prelude::*;
use crate::ui::words::localized;

/// The id of a member's initials in the page.
pub fn field_id(member: &str) -> String {
    format!("member-{member}")
}

/// The list of people, with room for one more.
pub fn team(app: App, form: Form<Initiative>, flaws: Signal<Vec<InitiativeField>>) -> El {
    let members = memo(move || {
        let ids = form.with(Initiative::team).into_iter().map(|(id, _)| id);
        ids.collect::<Vec<String>>()
    });
    let add = move || {
        let id = app.store().new_part();
        form.edit(|value| value.set_member(&id, Some(&Member::default())));
        // The field is there after the next frame.
        request_animation_frame(move || {
            focus_field(&field_id(&id));
        });
    };
    section("team", say!(app, field.team))
        .child(soft(say!(app, field.team_hint)))
        .child(each(
            move || members.get(),
            String::clone,
            move |member| member_row(app, form, flaws, member),
        ))
        .child(
            el("div")
                .class("row")
                .child(Button::new(say!(app, field.add_member), add).icon(IconName::Add))
                .child(guide_link("team")),
        )
}

fn member_row(
    app: App,
    form: Form<Initiative>,
    flaws: Signal<Vec<InitiativeField>>,
    member: String,
) -> El {
    let field = field_id(&member);
    let id = StoredValue::new(member);
    let found =
        memo(move || form.with(|value| id.with_value(|id| value.member(id))).unwrap_or_default());
    let write = move |set: fn(&mut Member, String)| {
        move |text: String| {
            form.edit(|value| {
                id.with_value(|id| {
                    if let Some(mut member) = value.member(id) {
                        set(&mut member, text);
                        value.set_member(id, Some(&member));
                    }
                });
            });
        }
    };
    let roles = app.content().roles.clone().into_iter();
    let roles = roles.map(|role| Choice::new(role.id, localized(role.label)));
    let remove = move || {
        let id = id.get_value();
        let member = found.get_untracked();
        form.edit(|value| value.set_member(&id, None));
        let put_back = form.amend_later(move |value: &mut Initiative| {
            value.set_member(&id, Some(&member));
        });
        app.toasts.say_with_undo(text!(app, field.member_removed), text!(app, form.undo), put_back);
    };
    let error = Signal::derive(move || {
        let flaw = InitiativeField::Member(id.get_value());
        flaws.with(|flaws| flaws.contains(&flaw)).then(|| now!(app, flaw.member))
    });
    let initials = words(move || found.with(|member| member.initials.clone()));
    let role = words(move || found.with(|member| member.role.0.clone()));
    el("div")
        .class("member")
        .child(
            Field::new(say!(app, field.initials))
                .id(field)
                .error(error)
                .text(initials, write(|member, text| member.initials = text))
                .max_length(8),
        )
        .child(
            Field::new(say!(app, field.role))
                .select(
                    Signal::stored(roles.collect()),
                    role,
                    write(|member, role| member.role = Role(role)),
                )
                .empty_label(say!(app, field.no_role)),
        )
        .child(IconButton::new(
            IconName::Trash,
            say!(app, field.remove_member, who = initials.get()),
            remove,
        ))
}
