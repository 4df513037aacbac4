//! What a person knows about an element before seeing it: its kind and its name.

/// A name to look for. A plain string must be the whole name.
#[derive(Clone, Debug)]
pub enum Name {
    /// The whole name, apart from how it is spaced.
    Whole(String),
    /// A part of it.
    Part(String),
    /// Any name at all.
    Any,
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self::Whole(name.to_owned())
    }
}

impl From<String> for Name {
    fn from(name: String) -> Self {
        Self::Whole(name)
    }
}

/// A name that contains this.
pub fn containing(part: &str) -> Name {
    Name::Part(part.to_owned())
}

/// What an element is: the role, or for `Text` the words alone.
#[derive(Clone, Copy, Debug)]
pub enum Role {
    /// Also a `summary` and an input that is pressed.
    Button,
    /// A link with an address.
    Link,
    /// Whatever is written or picked in: text, number, date, select, slider.
    Field,
    /// One of several.
    Radio,
    /// Also a switch.
    Checkbox,
    /// At any level.
    Heading,
    /// Also an alert that asks.
    Dialog,
    /// A `fieldset`, a `details`, a radio group.
    Group,
    /// A field that takes files, hidden ones too.
    File,
    /// An item of a list.
    Item,
    /// The innermost element with these words.
    Text,
    /// Any other, by its ARIA name.
    Other(&'static str),
}

impl Role {
    /// Its ARIA roles, none for words alone.
    pub(super) fn roles(self) -> Option<Vec<&'static str>> {
        Some(match self {
            Self::Button => vec!["button"],
            Self::Link => vec!["link"],
            Self::Field => vec![
                "textbox",
                "searchbox",
                "spinbutton",
                "combobox",
                "listbox",
                "slider",
                "date",
                "color",
            ],
            Self::Radio => vec!["radio", "menuitemradio"],
            Self::Checkbox => vec!["checkbox", "switch"],
            Self::Heading => vec!["heading"],
            Self::Dialog => vec!["dialog", "alertdialog"],
            Self::Group => vec!["group", "radiogroup"],
            Self::File => vec!["file"],
            Self::Item => vec!["listitem"],
            Self::Text => return None,
            Self::Other(role) => vec![role],
        })
    }
}
