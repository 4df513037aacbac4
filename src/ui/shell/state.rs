//! What every page shares: the repository, the settings, and what has happened.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::settings::Settings;
use crate::app::store::{AppError, OpenForms, Repository};
use crate::domain::built_in::Content;
use crate::domain::record::{Fields, Kind};
use crate::domain::text::Lang;
use crate::platform::clock::BrowserClock;
use crate::platform::database::{Database, NAME, VERSION, shut};
use crate::platform::install::Install;
use crate::platform::persistence::{self, Persistence};
use crate::platform::randomness::BrowserIds;
use crate::platform::tabs::Tabs;
use crate::platform::worker::{self, WorkerState};
use crate::platform::{format, settings};
use crate::ui::kit::ToastQueue;
use crate::ui::words::errors;

/// What the copy of the settings is called in the database.
const SETTINGS: &str = "settings";

/// The repository over the browser's database.
pub type Store = Repository;

/// Reads the school's own forms.
pub type ReadForms = fn(App) -> futures::future::LocalBoxFuture<'static, ()>;

/// Puts the example in the store, and does something then.
pub type AddExample = fn(App, fn(App));

/// Says what a record of a kind is called.
pub type Name = fn(App, &str, &Fields) -> String;

/// What every page shares. Copy it into closures freely.
#[derive(Clone, Copy)]
pub struct App {
    /// What the person chose for this device.
    pub settings: RwSignal<Settings>,
    /// Counts what has been stored, here or in another tab: whoever shows stored things follows it.
    pub stored: RwSignal<u64>,
    /// Counts what has been stored in another tab alone.
    pub heard: RwSignal<u64>,
    /// Counts how often the app has come into sight again.
    pub seen: RwSignal<u64>,
    /// Messages at the bottom of the page.
    pub toasts: ToastQueue,
    /// How far the device is with keeping the app.
    pub worker: RwSignal<WorkerState>,
    /// How the app can be installed.
    pub install: RwSignal<Install>,
    /// What the browser promises about the data; `None` before it has been asked.
    pub persistence: RwSignal<Option<Persistence>>,
    /// Whether something was written here once and the store is empty now.
    pub wiped: RwSignal<bool>,
    /// Whether everything on this device is being erased, here or in another tab: nothing is written any more.
    pub erasing: RwSignal<bool>,
    lang: Memo<Lang>,
    shared: StoredValue<Rc<Shared>, LocalStorage>,
    content: StoredValue<Arc<Content>>,
    /// How the school's own forms are read; see [`App::bring`].
    reader: StoredValue<Option<ReadForms>>,
    /// What any record is called; see [`App::name_of`].
    namer: StoredValue<Option<Name>>,
    /// How the example is put in the store; see [`App::offer_example`].
    adder: StoredValue<Option<AddExample>>,
    /// What tells the forms in `content` from those that are stored now.
    forms: RwSignal<u64>,
}

struct Shared {
    store: Rc<Store>,
    tabs: Tabs,
    open: Rc<OpenForms>,
}

impl App {
    /// Makes what pages share. Call it once, at the root.
    pub fn new() -> Self {
        let chosen = settings::load();
        let (stored, heard) = (RwSignal::new(0_u64), RwSignal::new(0_u64));
        let erasing = RwSignal::new(false);
        let database = Database::new(NAME, VERSION);
        let store = Rc::new(Repository::new(database, BrowserClock, BrowserIds));
        store.set_author(&chosen.author);
        let chosen = RwSignal::new(chosen);
        let open = Rc::new(OpenForms::default());
        let shared = Rc::new({
            let forms = Rc::clone(&open);
            let hears = move || {
                stored.try_update(|count| *count += 1);
                heard.try_update(|count| *count += 1);
                forms.refresh();
            };
            let erases = move || {
                shut();
                worker::let_go();
                erasing.try_set(true);
            };
            Shared { store, tabs: Tabs::listen(hears, erases), open }
        });
        Self {
            settings: chosen,
            lang: Memo::new(move |_| {
                chosen.with(|chosen| chosen.lang).unwrap_or_else(settings::browser_lang)
            }),
            stored,
            heard,
            seen: RwSignal::new(0),
            toasts: ToastQueue::new(),
            worker: RwSignal::new(worker::expected()),
            install: RwSignal::new(Install::NotOffered),
            persistence: RwSignal::new(None),
            wiped: RwSignal::new(false),
            erasing,
            shared: StoredValue::new_local(shared),
            content: StoredValue::default(),
            reader: StoredValue::new(None),
            namer: StoredValue::new(None),
            adder: StoredValue::new(None),
            forms: RwSignal::new(0),
        }
    }

    /// The repository.
    pub fn store(self) -> Rc<Store> {
        self.shared.with_value(|shared| Rc::clone(&shared.store))
    }

    /// What the app brings along, and the forms that have been published here. Whatever comes from
    /// the store comes after these; see [`App::read_forms`]. Nothing before [`App::bring`].
    pub fn content(self) -> Arc<Content> {
        self.content.get_value()
    }

    /// Counts up whenever other forms are here, for what has to follow that.
    pub fn forms(self) -> u64 {
        self.forms.get()
    }

    /// Takes in what the app brings along and how the school's own forms are read, the first time.
    pub fn bring(self, content: fn() -> Content, read: ReadForms) {
        if self.reader.try_get_value() == Some(None) {
            self.reader.set_value(Some(read));
            self.know(content(), 0);
            leptos::task::spawn_local(read(self));
        }
    }

    /// Takes in how any record is called, the first time.
    pub fn bring_names(self, name: Name) {
        if self.namer.try_get_value() == Some(None) {
            self.namer.set_value(Some(name));
            self.forms.notify();
        }
    }

    /// Takes in how the example is put in the store: another part of the download knows it.
    pub fn offer_example(self, add: AddExample) {
        self.adder.set_value(Some(add));
    }

    /// Puts the example in the store, and does something then.
    pub fn add_example(self, then: fn(Self)) {
        if let Some(Some(add)) = self.adder.try_get_value() {
            add(self, then);
        }
    }

    /// What a record is called, followed; nothing before [`App::bring_names`].
    pub fn name_of(self, kind: Kind, fields: &Fields) -> String {
        self.forms.track();
        let name = self.namer.try_get_value().flatten();
        name.map_or_else(String::new, |name| name(self, kind.word(), fields))
    }

    /// Takes in what is known of forms now, with what tells it from what is known later.
    pub fn know(self, content: Content, stamp: u64) {
        self.content.try_set_value(Arc::new(content));
        self.forms.try_set(stamp);
    }

    /// What tells the forms that are known from those that are stored now.
    pub fn forms_known(self) -> Option<u64> {
        self.forms.try_get_untracked()
    }

    /// Reads the school's own forms, where others have been stored since they were last read.
    pub async fn read_forms(self) {
        if let Some(Some(read)) = self.reader.try_get_value() {
            read(self).await;
        }
    }

    /// The same, in one language whatever is shown: for what is kept and not read here.
    #[must_use]
    pub fn speaking(self, lang: Lang) -> Self {
        Self { lang: Memo::new(move |_| lang), ..self }
    }

    /// The language that is shown, followed by whatever reads it.
    pub fn lang(self) -> Lang {
        self.lang.get()
    }

    /// The language that is shown, outside of what follows it.
    pub fn lang_now(self) -> Lang {
        self.lang.try_get_untracked().unwrap_or_default()
    }

    /// Changes what the person chose, and keeps it twice: where it is there at once at the next
    /// start, and in the database, since a browser that is killed forgets the last seconds of the
    /// first place.
    pub fn choose(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(|chosen| {
            change(chosen);
            chosen.choices += 1;
        });
        let chosen = self.settings.get_untracked();
        settings::save(&chosen);
        self.store().set_author(&chosen.author);
        leptos::task::spawn_local(async move {
            if let Ok(copy) = serde_json::to_value(&chosen) {
                // Without room for the copy the first place has it, as long as nobody pulls the plug.
                let _ = self.store().set_fact(SETTINGS, &copy).await;
            }
        });
    }

    /// Takes up the copy of what the person chose, where it is the later one.
    pub async fn recall_settings(self) {
        // What cannot be read is no copy.
        let Ok(Some(copy)) = self.store().fact(SETTINGS).await else { return };
        let Ok(copy) = serde_json::from_value::<Settings>(copy) else { return };
        if self.settings.with_untracked(|chosen| chosen.choices < copy.choices) {
            settings::save(&copy);
            self.store().set_author(&copy.author);
            self.settings.set(copy);
        }
    }

    /// Tells pages and other tabs that something was stored. At the first time ever, asks the
    /// browser to keep it.
    pub fn has_stored(self) {
        self.stored.try_update(|count| *count += 1);
        self.shared.try_with_value(|shared| shared.tabs.stored());
        if self.wiped.try_get_untracked() == Some(true) {
            settings::set_wiped(false);
            self.wiped.set(false);
        }
        if !settings::has_canary() {
            settings::set_canary(true);
            leptos::task::spawn_local(async move {
                let answer = persistence::request().await;
                self.persistence.try_set(Some(answer));
            });
        }
    }

    /// Tells other tabs that everything on this device is erased.
    pub fn tell_erased(self) {
        self.shared.try_with_value(|shared| shared.tabs.erased());
    }

    /// An error as a sentence for a person.
    pub fn explain(self, error: &AppError) -> String {
        errors::explain(self.lang_now(), error)
    }

    /// Says an error at the bottom of the page.
    pub fn complain(self, error: &AppError) {
        self.toasts.say(self.explain(error));
    }

    /// A moment as people write it, in the language that is shown.
    pub fn moment(self, ms: u64) -> String {
        format::moment(self.lang(), ms)
    }

    /// The forms that are open here.
    pub fn open_forms(self) -> Rc<OpenForms> {
        self.shared.with_value(|shared| Rc::clone(&shared.open))
    }

    /// Puts everything that is open in the store. Gives whether all of it got there.
    pub async fn flush(self) -> bool {
        let forms = self.open_forms();
        forms.flush().await
    }
}

/// What every page shares.
pub fn use_app() -> App {
    expect_context::<App>()
}
