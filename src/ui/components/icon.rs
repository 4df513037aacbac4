//! Our own icons: 24 px, a 2 px stroke, drawn inline so that they need no file and no exception
//! in the content policy.

use leptos::prelude::*;

use super::icon_paths;

/// Every icon there is. The word beside it says what it means; the icon never stands for it alone,
/// except in the fixed places of the live screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names are the documentation
pub enum IconName {
    Add,
    Back,
    Bookmark,
    Calendar,
    Check,
    Clock,
    Close,
    Conflict,
    Down,
    Download,
    Edit,
    Example,
    Eye,
    Forward,
    History,
    Home,
    Info,
    Initiatives,
    Install,
    Language,
    Leaf,
    Lock,
    Loss,
    Minus,
    Moon,
    More,
    Note,
    Observation,
    Open,
    People,
    Phone,
    Pause,
    Root,
    Search,
    Seed,
    Settings,
    Share,
    Sun,
    Tablet,
    Tally,
    Trash,
    Undo,
    Upload,
    Warning,
}

impl IconName {
    /// Every icon, for the gallery and for the test that draws them all.
    pub const ALL: [Self; 44] = [
        Self::Add,
        Self::Back,
        Self::Bookmark,
        Self::Calendar,
        Self::Check,
        Self::Clock,
        Self::Close,
        Self::Conflict,
        Self::Down,
        Self::Download,
        Self::Edit,
        Self::Example,
        Self::Eye,
        Self::Forward,
        Self::History,
        Self::Home,
        Self::Info,
        Self::Initiatives,
        Self::Install,
        Self::Language,
        Self::Leaf,
        Self::Lock,
        Self::Loss,
        Self::Minus,
        Self::Moon,
        Self::More,
        Self::Note,
        Self::Observation,
        Self::Open,
        Self::People,
        Self::Phone,
        Self::Pause,
        Self::Root,
        Self::Search,
        Self::Seed,
        Self::Settings,
        Self::Share,
        Self::Sun,
        Self::Tablet,
        Self::Tally,
        Self::Trash,
        Self::Undo,
        Self::Upload,
        Self::Warning,
    ];

    /// The drawing, as the `d` of one path.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Add => icon_paths::ADD,
            Self::Back => icon_paths::BACK,
            Self::Bookmark => icon_paths::BOOKMARK,
            Self::Calendar => icon_paths::CALENDAR,
            Self::Check => icon_paths::CHECK,
            Self::Clock => icon_paths::CLOCK,
            Self::Close => icon_paths::CLOSE,
            Self::Conflict => icon_paths::CONFLICT,
            Self::Down => icon_paths::DOWN,
            Self::Download => icon_paths::DOWNLOAD,
            Self::Edit => icon_paths::EDIT,
            Self::Example => icon_paths::EXAMPLE,
            Self::Eye => icon_paths::EYE,
            Self::Forward => icon_paths::FORWARD,
            Self::History => icon_paths::HISTORY,
            Self::Home => icon_paths::HOME,
            Self::Info => icon_paths::INFO,
            Self::Initiatives => icon_paths::INITIATIVES,
            Self::Install => icon_paths::INSTALL,
            Self::Language => icon_paths::LANGUAGE,
            Self::Leaf => icon_paths::LEAF,
            Self::Lock => icon_paths::LOCK,
            Self::Loss => icon_paths::LOSS,
            Self::Minus => icon_paths::MINUS,
            Self::Moon => icon_paths::MOON,
            Self::More => icon_paths::MORE,
            Self::Note => icon_paths::NOTE,
            Self::Observation => icon_paths::OBSERVATION,
            Self::Open => icon_paths::OPEN,
            Self::People => icon_paths::PEOPLE,
            Self::Phone => icon_paths::PHONE,
            Self::Pause => icon_paths::PAUSE,
            Self::Root => icon_paths::ROOT,
            Self::Search => icon_paths::SEARCH,
            Self::Seed => icon_paths::SEED,
            Self::Settings => icon_paths::SETTINGS,
            Self::Share => icon_paths::SHARE,
            Self::Sun => icon_paths::SUN,
            Self::Tablet => icon_paths::TABLET,
            Self::Tally => icon_paths::TALLY,
            Self::Trash => icon_paths::TRASH,
            Self::Undo => icon_paths::UNDO,
            Self::Upload => icon_paths::UPLOAD,
            Self::Warning => icon_paths::WARNING,
        }
    }
}

/// How large an icon is drawn; it follows the text size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IconSize {
    /// Beside small text, in a badge.
    Small,
    /// Beside text and in buttons: 24 px at the usual text size.
    #[default]
    Medium,
    /// Alone above the words of an empty page.
    Large,
}

/// One icon. It is decoration to a screen reader: the word beside it is the name.
#[component]
pub fn Icon(
    /// Which one.
    name: IconName,
    /// How large.
    #[prop(optional)]
    size: IconSize,
) -> impl IntoView {
    let class = match size {
        IconSize::Small => "icon icon-small",
        IconSize::Medium => "icon",
        IconSize::Large => "icon icon-large",
    };
    view! {
        <svg class=class viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path d=name.path()></path>
        </svg>
    }
}
