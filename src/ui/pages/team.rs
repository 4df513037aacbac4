//! The people of an initiative, by initials.

use leptos::prelude::*;

use crate::domain::{Initiative, InitiativeField, Member, Role};
use crate::ui::components::{
    Button, Choice, IconButton, IconName, SelectField, TextField, focus_field,
};
use crate::ui::form::Form;
use crate::ui::state::App;
use crate::ui::texts::{now, say, text};

/// The id of a member's initials in the page.
pub(super) fn field_id(member: &str) -> String {
    format!("member-{member}")
}

/// The list of people, with room for one more.
#[component]
pub(super) fn Team(
    app: App,
    form: Form<Initiative>,
    flaws: Memo<Vec<InitiativeField>>,
) -> impl IntoView {
    let members = Memo::new(move |_| {
        form.value.with(|value| value.team.keys().cloned().collect::<Vec<String>>())
    });
    let add = move || {
        let id = app.store().new_part();
        form.edit(|value| drop(value.team.insert(id.clone(), Member::default())));
        // The field is there after the next frame.
        request_animation_frame(move || {
            focus_field(&field_id(&id));
        });
    };
    view! {
        <section class="part stack" aria-labelledby="team">
            <h2 id="team">{say!(app, field.team)}</h2>
            <p class="soft">{say!(app, field.team_hint)}</p>
            <For each=move || members.get() key=|member| member.clone() let(member)>
                <MemberRow app=app form=form flaws=flaws member=member />
            </For>
            <Button label=say!(app, field.add_member) icon=IconName::Add on_press=add />
        </section>
    }
}

#[component]
fn MemberRow(
    app: App,
    form: Form<Initiative>,
    flaws: Memo<Vec<InitiativeField>>,
    member: String,
) -> impl IntoView {
    let id = StoredValue::new(member.clone());
    let found = Memo::new(move |_| {
        form.value.with(|value| id.with_value(|id| value.team.get(id).cloned())).unwrap_or_default()
    });
    let change = move |change: &dyn Fn(&mut Member)| {
        form.edit(|value| {
            if let Some(member) = id.with_value(|id| value.team.get_mut(id)) {
                change(member);
            }
        });
    };
    let content = app.content();
    let roles = content
        .roles
        .iter()
        .cloned()
        .map(|role| Choice::new(role.id, move || role.label.get(app.lang()).to_owned()));
    let roles = Signal::stored(roles.collect::<Vec<_>>());
    let remove = move || {
        let id = id.get_value();
        let member = found.get_untracked();
        form.edit(|value| drop(value.team.remove(&id)));
        let put_back = form.amend_later(move |value: &mut Initiative| {
            value.team.insert(id.clone(), member.clone());
        });
        app.toasts.say_with_undo(text!(app, field.member_removed), text!(app, form.undo), put_back);
    };
    let error = Signal::derive(move || {
        let flaw = InitiativeField::Member(id.get_value());
        flaws.with(|flaws| flaws.contains(&flaw)).then(|| now!(app, flaw.member))
    });
    view! {
        <div class="member">
            <TextField
                id=field_id(&member)
                label=say!(app, field.initials)
                value=Signal::derive(move || found.with(|member| member.initials.clone()))
                on_input=move |text: String| change(&|member| member.initials.clone_from(&text))
                max_length=8u32
                error=error
            />
            <SelectField
                label=say!(app, field.role)
                empty_label=say!(app, field.no_role)
                choices=roles
                value=Signal::derive(move || found.with(|member| member.role.0.clone()))
                on_input=move |role: String| change(&|member| member.role = Role(role.clone()))
            />
            <IconButton
                icon=IconName::Trash
                label=move || {
                    now!(app, field.remove_member, who = found.with(|member| member.initials.clone()))
                }
                on_press=remove
            />
        </div>
    }
}
