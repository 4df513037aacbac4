//! The parts that mostly show: cards, lists, notices, badges, phases.

use leptos::prelude::*;

use super::super::components::*;

/// A page as it could look on an ordinary Monday.
#[component]
pub fn Overview() -> impl IntoView {
    view! {
        <Page
            title="Overblik"
            state=|| view! { <p class="soft small">"Mandag den 23. november · uge 48"</p> }
            action=|| {
                view! { <LinkButton href="/form" label="Ny observation" icon=IconName::Add kind=ButtonKind::Primary /> }
            }
            aside=|| view! { <Beside /> }
            aside_label="Sikkerhed"
        >
            <section class="part">
                <h2>"Fortsæt, hvor du slap"</h2>
                <CardLink
                    href="/form"
                    title="Observation i 5.b, dansk"
                    lead=|| view! { <PhaseMark phase=2 label="Fase 2: Implementering" compact=true /> }
                >
                    <p class="soft">"I dag kl. 10.05–10.50 · 7 af 12 punkter er udfyldt"</p>
                    <div class="row">
                        <Badge kind=BadgeKind::Draft label="Kladde" />
                        <Badge kind=BadgeKind::Example label="Eksempel" />
                    </div>
                </CardLink>
            </section>
            <section class="part">
                <div class="row row-between">
                    <h2>"Seneste"</h2>
                    <Button label="Vis alle" kind=ButtonKind::Quiet on_press=|| () />
                </div>
                <List label="Seneste observationer">
                    <ListRow
                        title="Stationsundervisning, 5.b"
                        detail="19. november · Mette observerede Jonas"
                        href="/form"
                        lead=|| view! { <PhaseMark phase=2 label="Fase 2" compact=true /> }
                    />
                    <ListRow
                        title="Makkerlæring i matematik, 3.a"
                        detail="12. november · to har rettet den samme note"
                        href="/form"
                        lead=|| view! { <PhaseMark phase=1 label="Fase 1" compact=true /> }
                        trail=|| view! { <Badge kind=BadgeKind::Conflict label="Uenighed" /> }
                    />
                    <ListRow
                        title="Læsemakkere på tværs af 1. og 6. årgang med bogpakker"
                        detail="3. november"
                        href="/form"
                        lead=|| view! { <PhaseMark phase=3 label="Fase 3" compact=true /> }
                        trail=|| view! { <Badge kind=BadgeKind::Done label="Færdig" /> }
                    />
                </List>
            </section>
        </Page>
    }
}

#[component]
fn Beside() -> impl IntoView {
    view! {
        <div class="stack">
            <Notice
                kind=NoticeKind::Warning
                title="Ikke sikret siden 12. november"
                actions=|| {
                    view! { <Button label="Lav en kopi" icon=IconName::Download on_press=|| () /> }
                }
            >
                "Fire observationer ligger kun på denne tablet."
            </Notice>
            <Card>
                <h3>"Klar til brug uden net"</h3>
                <p class="soft">"Alt er gemt på denne tablet. Intet er sendt nogen steder hen."</p>
            </Card>
        </div>
    }
}

/// A list with nothing in it.
#[component]
pub fn Empty() -> impl IntoView {
    view! {
        <Page title="Indsatser" back=BackLink::new("/", "Tilbage til Overblik")>
            <EmptyState
                icon=IconName::Initiatives
                title="Ingen indsatser endnu"
                text="En indsats samler jeres observationer, aftaler og målinger. Det tager cirka tre minutter at begynde en."
                action=|| {
                    view! { <Button label="Ny indsats" icon=IconName::Add kind=ButtonKind::Primary on_press=|| () /> }
                }
            />
        </Page>
    }
}

/// What the other two pages have not shown.
#[component]
pub fn Everything() -> impl IntoView {
    view! {
        <Page title="Dele" back=BackLink::new("/", "Tilbage til Overblik")>
            <Buttons />
            <section class="part">
                <h2>"Beskeder i siden"</h2>
                <Notice title="Du ser et eksempel">"Det kommer aldrig med i en fil, du deler."</Notice>
                <Notice kind=NoticeKind::Warning title="To har rettet det samme">
                    "Begge rettelser er i behold. Vælg, hvad der skal stå."
                </Notice>
                <Notice
                    kind=NoticeKind::Loss
                    title="Filen kunne ikke læses"
                    actions=|| view! { <Button label="Vælg en anden fil" on_press=|| () /> }
                >
                    "Intet er ændret. Prøv at lave filen igen på den anden tablet."
                </Notice>
            </section>
            <section class="part">
                <h2>"Faser og mærker"</h2>
                <div class="row">
                    <PhaseMark phase=1 label="Fase 1: Forberedelse og opstart" />
                    <PhaseMark phase=2 label="Fase 2: Implementering" />
                    <PhaseMark phase=3 label="Fase 3: Forankring" />
                </div>
                <div class="row">
                    <Badge label="Plan" />
                    <Badge kind=BadgeKind::Example label="Eksempel" />
                    <Badge kind=BadgeKind::Draft label="Kladde" />
                    <Badge kind=BadgeKind::Conflict label="Uenighed" />
                    <Badge kind=BadgeKind::ReadOnly label="Kan kun læses" />
                    <Badge kind=BadgeKind::Done label="Færdig" />
                </div>
                <div class="grid">
                    <CardLink href="/form" title="Tolærerordning i 5.b" lead=|| view! { <PhaseMark phase=2 label="Fase 2" compact=true /> }>
                        <p class="soft">"Dansk · skoleår 2026/27"</p>
                    </CardLink>
                    <Card>
                        <h3>"11 af 18 timer er gennemført"</h3>
                        <p class="soft">"Næste gang: uge 49"</p>
                    </Card>
                </div>
            </section>
            <section class="part">
                <h2>"Ikoner"</h2>
                <div class="row">
                    {IconName::ALL.into_iter().map(|name| view! { <Icon name=name /> }).collect_view()}
                </div>
            </section>
        </Page>
    }
}

#[component]
fn Buttons() -> impl IntoView {
    let busy = RwSignal::new(true);
    let queue = use_context::<ToastQueue>().unwrap_or_default();
    view! {
        <section class="part">
            <h2>"Knapper"</h2>
            <div class="row row-top">
                <Button label="Lav fil" kind=ButtonKind::Primary icon=IconName::Share on_press=move || queue.say("Filen er lavet") />
                <Button label="Hent fil ind" icon=IconName::Download on_press=move || busy.set(false) />
                <Button label="Vis mere" kind=ButtonKind::Quiet on_press=|| () />
                <Button label="Slet for altid" kind=ButtonKind::Loss icon=IconName::Trash
                    on_press=move || queue.say_with_undo("Noten er slettet", "Fortryd", move || queue.say("Noten er tilbage")) />
            </div>
            <div class="row row-top">
                <Button label="Lav fil" busy=busy busy_label="Laver fil …" icon=IconName::Clock on_press=|| () />
                <Button
                    label="Afslut"
                    disabled_reason=Signal::stored(Some("Vælg først en klasse".to_owned()))
                    on_press=|| ()
                />
                <Button label="Kun kladder" pressed=busy on_press=move || busy.update(|on| *on = !*on) />
                <IconButton icon=IconName::Search label="Søg" on_press=|| () />
                <IconButton icon=IconName::Undo label="Fortryd" with_word=true on_press=|| () />
                <IconButton icon=IconName::More label="Mere" disabled=Signal::stored(true) on_press=|| () />
            </div>
        </section>
    }
}
