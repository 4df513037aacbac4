//! The parts that ask: every field, empty, filled, refused and read-only.

use leptos::prelude::*;

use super::super::components::*;

fn subjects() -> Vec<Choice> {
    ["Dansk", "Matematik", "Engelsk", "Natur/teknologi"]
        .into_iter()
        .map(|name| Choice::new(name.to_lowercase(), name))
        .collect()
}

fn levels() -> Vec<RatingLevel> {
    vec![
        RatingLevel::new("Trin 1 af 4", "Ikke endnu")
            .described("Eleverne spørger, hvad de skal, mens de arbejder."),
        RatingLevel::new("Trin 2 af 4", "I glimt")
            .described("Nogle elever kan sige, hvad timen handler om."),
        RatingLevel::new("Trin 3 af 4", "Det meste af tiden")
            .described("De fleste elever ved, hvad de er i gang med, og hvad der kommer bagefter."),
        RatingLevel::new("Trin 4 af 4", "Gennemgående")
            .described("Eleverne kan med egne ord sige, hvad de er ved at lære."),
    ]
}

/// An observation as it is being written.
#[component]
pub fn Form() -> impl IntoView {
    let status = RwSignal::new(SaveStatus::Saved("Gemt 10.42".to_owned()));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let attempt = RwSignal::new(0_u32);
    let asking = RwSignal::new(false);
    let refuse = move || {
        errors.set(vec![
            FieldError::new("klasse", "Skriv, hvilken klasse det er."),
            FieldError::new("klarhed", "Vælg et trin eller »Ikke set«."),
        ]);
        attempt.update(|count| *count += 1);
        status.set(SaveStatus::Failed(
            "Ikke gemt: tabletten er fuld. Det skrevne står her stadig.".to_owned(),
        ));
    };
    let wrong = move |field: &'static str| {
        Signal::derive(move || {
            errors.with(|errors| {
                errors.iter().find(|error| error.field == field).map(|error| error.text.clone())
            })
        })
    };
    view! {
        <Page
            title="Observation i 5.b"
            back=BackLink::new("/", "Tilbage til Overblik")
            state=move || view! { <StatusLine status=status saving_label="Gemmer …" /> }
            action=move || {
                view! { <IconButton icon=IconName::More label="Mere" on_press=move || asking.set(true) /> }
            }
        >
            <ErrorSummary title="Der mangler lidt, før observationen er færdig" errors=errors attempt=attempt />
            <div class="form">
                <Plain wrong_class=wrong("klasse") />
                <Choices wrong_rating=wrong("klarhed") />
            </div>
            <ActionBar>
                <Button label="Fortryd" kind=ButtonKind::Quiet icon=IconName::Undo on_press=move || status.set(SaveStatus::Saving) />
                <Button label="Færdig" kind=ButtonKind::Primary icon=IconName::Check on_press=refuse />
            </ActionBar>
            <Dialog
                open=asking
                on_close=move || asking.set(false)
                title="Slet observationen for altid?"
                close_label="Luk"
                actions=move || {
                    view! {
                        <Button label="Behold den" on_press=move || asking.set(false) />
                        <Button label="Slet 14 svar" kind=ButtonKind::Loss icon=IconName::Trash on_press=move || asking.set(false) />
                    }
                }
            >
                <p>"Du sletter 14 svar og tre noter fra 5.b. Det kan ikke fortrydes."</p>
                <Slot />
            </Dialog>
        </Page>
    }
}

#[component]
fn Slot() -> impl IntoView {
    let word = RwSignal::new(String::new());
    view! { <TextField label="Skriv »slet«" value=word on_input=move |text| word.set(text) enter_key="done" /> }
}

#[component]
fn Plain(#[prop(into)] wrong_class: Signal<Option<String>>) -> impl IntoView {
    let class = RwSignal::new(String::new());
    let note = RwSignal::new(
        "Tre elever ventede på hjælp kl. 10.20.\nMette gik rundt, Jonas samlede fire ved tavlen. Der var ro, da de selv måtte vælge makker."
            .to_owned(),
    );
    let date = RwSignal::new("2026-11-23".to_owned());
    let time = RwSignal::new("10:05".to_owned());
    let minutes = RwSignal::new("45".to_owned());
    let subject = RwSignal::new("dansk".to_owned());
    let pupils = RwSignal::new(21_i64);
    view! {
        <TextField
            label="Klasse"
            hint="Fx 5.b. Skriv ikke elevers navne."
            id="klasse"
            error=wrong_class
            value=class
            on_input=move |text| class.set(text)
        />
        <div class="grid-fields">
            <DateField label="Dato" value=date on_input=move |text| date.set(text) />
            <TimeField label="Begynder kl." value=time on_input=move |text| time.set(text) />
        </div>
        <NumberField label="Varighed" unit="minutter" value=minutes on_input=move |text| minutes.set(text) />
        <SelectField
            label="Fag"
            choices=Signal::stored(subjects())
            value=subject
            on_input=move |id| subject.set(id)
            empty_label="Vælg fag"
        />
        <Stepper
            label="Elever til stede"
            value=pupils
            on_change=move |number| pupils.set(number)
            fewer="Én elev færre"
            more="Én elev mere"
            max=28
            unit="elever"
        />
        <TextArea
            label="Løbende noter"
            hint="Beskriv, hvad du ser. Kun du og Mette kan se noterne."
            optional="(frivilligt)"
            value=note
            on_input=move |text| note.set(text)
        />
        <TextField
            label="Skrevet af"
            value=Signal::stored("MK".to_owned())
            on_input=|_| ()
            readonly=Signal::stored(true)
        />
    }
}

#[component]
fn Choices(#[prop(into)] wrong_rating: Signal<Option<String>>) -> impl IntoView {
    let form = RwSignal::new(Some("gruppe".to_owned()));
    let model = RwSignal::new(None::<String>);
    let place = RwSignal::new(Some("klasse".to_owned()));
    let seen = RwSignal::new(vec!["makker".to_owned(), "tavle".to_owned()]);
    let clarity = RwSignal::new(Some(Rating::Level(2)));
    let calm = RwSignal::new(Some(Rating::NotSeen));
    let part = RwSignal::new("for".to_owned());
    view! {
        <Segments
            label="Hvordan arbejdede eleverne mest?"
            choices=Signal::stored(vec![
                Choice::new("alene", "Alene"),
                Choice::new("makker", "Med makker"),
                Choice::new("gruppe", "I gruppe"),
                Choice::new("samlet", "Hele klassen"),
            ])
            value=form
            on_choose=move |id| form.set(id)
            clear="Fjern svar"
        />
        <Segments
            label="Hvilken samarbejdsform så du mest?"
            hint="Vælg den, der fyldte mest af timen."
            choices=Signal::stored(vec![
                Choice::new("station", "Stationsundervisning").described("Grupper går fra bord til bord."),
                Choice::new("parallel", "Parallelundervisning").described("To halve klasser, samme indhold."),
                Choice::new("par", "Parundervisning").described("Begge underviser på samme tid."),
            ])
            value=model
            on_choose=move |id| model.set(id)
            clear="Fjern svar"
        />
        <RatingScale
            label="Eleverne ved, hvad de skal lære"
            hint="Se efter, hvad eleverne siger og gør."
            id="klarhed"
            error=wrong_rating
            levels=levels()
            not_seen="Ikke set"
            value=clarity
            on_rate=move |rating| clarity.set(rating)
            clear="Fjern svar"
        />
        <RatingScale
            label="Der er ro til at arbejde"
            optional="(frivilligt)"
            levels=levels()
            not_seen="Ikke set"
            value=calm
            on_rate=move |rating| calm.set(rating)
        />
        <RadioList
            label="Hvor var I?"
            choices=Signal::stored(vec![
                Choice::new("klasse", "I klassen"),
                Choice::new("faglokale", "I et faglokale").described("Fysik/kemi, musik, håndværk og design"),
                Choice::new("ude", "Ude"),
            ])
            value=place
            on_choose=move |id| place.set(id)
        />
        <CheckList
            label="Hvad hjalp eleverne i gang?"
            hint="Vælg højst to."
            choices=Signal::stored(vec![
                Choice::new("makker", "En makker at spørge"),
                Choice::new("tavle", "Timens plan på tavlen"),
                Choice::new("voksen", "En voksen tæt på"),
                Choice::new("tid", "Tid til at tænke først").described("Mindst et halvt minut, før nogen svarer"),
            ])
            value=seen
            on_toggle=move |(id, on)| {
                seen.update(|seen| {
                    seen.retain(|other| *other != id);
                    if on {
                        seen.push(id);
                    }
                });
            }
            max=2_usize
            max_label="Du har valgt to. Fjern et for at vælge et andet."
        />
        <div>
            <Tabs
                group="timen"
                label="Dele af timen"
                tabs=vec![Choice::new("for", "Før timen"), Choice::new("under", "Under timen"), Choice::new("efter", "Efter timen")]
                selected=part
                on_select=move |id| part.set(id)
            />
            <TabPanel group="timen" id="for" selected=part>
                <p>"Aftal, hvad der skal ses efter, og hvornår I taler om det."</p>
            </TabPanel>
            <TabPanel group="timen" id="under" selected=part>
                <p>"Skriv, hvad du ser, og hvornår."</p>
            </TabPanel>
            <TabPanel group="timen" id="efter" selected=part>
                <p>"Tal om én ting, der skal prøves næste gang."</p>
            </TabPanel>
        </div>
    }
}
