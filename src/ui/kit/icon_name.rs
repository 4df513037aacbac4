//! The drawings, on a grid of 24 with 2 px of air, as stroked paths without fill.

/// A drawing, as the `d` of one path. The word beside it says what it means; an icon never stands
/// for it alone, except in the fixed places of the live screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IconName(pub &'static str);

#[allow(non_upper_case_globals, reason = "they are chosen between like the cases of an enum")]
impl IconName {
    /// A cross.
    pub const Add: Self = Self("M12 5v14M5 12h14");
    /// An arrow to the left.
    pub const Back: Self = Self("M20 12H5M11 6l-6 6 6 6");
    /// An angle to the left.
    pub const Backward: Self = Self("M15 5.5L8.5 12l6.5 6.5");
    /// A ribbon.
    pub const Bookmark: Self = Self("M7 3h10v18l-5-4-5 4z");
    /// A leaf of a calendar.
    pub const Calendar: Self = Self(
        "M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 10h16M8 3v4M16 3v4M8 15h3",
    );
    /// A tick.
    pub const Check: Self = Self("M5 13l4.5 4.5L19.5 7");
    /// A clock at ten past.
    pub const Clock: Self = Self("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2");
    /// A cross on its side.
    pub const Close: Self = Self("M6 6l12 12M18 6L6 18");
    /// Two arrows that meet at a line.
    pub const Conflict: Self = Self("M2.5 12H9M6.5 9l3 3-3 3M21.5 12H15M17.5 9l-3 3 3 3M12 5v14");
    /// An angle down.
    pub const Down: Self = Self("M6 9l6 6 6-6");
    /// An arrow down into a tray.
    pub const Download: Self =
        Self("M12 4v11M7.5 10.5L12 15l4.5-4.5M4 17v2a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-2");
    /// A pencil.
    pub const Edit: Self = Self(
        "M4 20l1-4.5L16.2 4.3a1.5 1.5 0 0 1 2.1 0l1.4 1.4a1.5 1.5 0 0 1 0 2.1L8.5 19zM14 6.5l3.5 3.5",
    );
    /// A round flask.
    pub const Example: Self = Self(
        "M9 3h6M10 3v6l-5.2 9.2A1.9 1.9 0 0 0 6.5 21h11a1.9 1.9 0 0 0 1.7-2.8L14 9V3M7.5 15h9",
    );
    /// An eye.
    pub const Eye: Self = Self(
        "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
    );
    /// An angle to the right.
    pub const Forward: Self = Self("M9 5.5l6.5 6.5L9 18.5");
    /// Six dots to take hold of.
    pub const Grip: Self = Self(
        "M9 5.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1zM15 5.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1zM9 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1zM15 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1zM9 17.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1zM15 17.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1z",
    );
    /// A clock that runs back.
    pub const History: Self =
        Self("M3.5 12a8.5 8.5 0 1 0 2.8-6.3L3.5 8.2M3.5 3.5v4.7h4.7M12 7.5V12l3 2");
    /// A house.
    pub const Home: Self =
        Self("M3.5 11.5L12 4l8.5 7.5M6 9.5V19a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9.5M10 20v-6h4v6");
    /// An i in a ring.
    pub const Info: Self = Self("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.6v.1");
    /// A path with three stations.
    pub const Initiatives: Self = Self(
        "M6 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM18 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM8 18h7.5a3 3 0 0 0 0-6h-7a3 3 0 0 1 0-6H16",
    );
    /// A tablet that takes an arrow in.
    pub const Install: Self = Self(
        "M12 3v9M8.5 8.5L12 12l3.5-3.5M8 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20h11a1.5 1.5 0 0 0 1.5-1.5v-13A1.5 1.5 0 0 0 17.5 4H16M10.5 16.5h3",
    );
    /// A globe.
    pub const Language: Self = Self(
        "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c2.6 2.4 3.9 5.4 3.9 9s-1.3 6.6-3.9 9c-2.6-2.4-3.9-5.4-3.9-9s1.3-6.6 3.9-9z",
    );
    /// A leaf with its vein.
    pub const Leaf: Self = Self(
        "M19.5 4.5C11 4.5 5.5 8 5.5 14c0 2.8 2 4.5 4.8 4.5 6.2 0 9.2-6 9.2-14zM4 21c1.5-4.5 4.5-8 9-10.5",
    );
    /// A padlock.
    pub const Lock: Self = Self(
        "M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM8 11V7.5a4 4 0 0 1 8 0V11",
    );
    /// A cross in an eight-sided sign.
    pub const Loss: Self = Self("M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM9 9l6 6M15 9l-6 6");
    /// A dash.
    pub const Minus: Self = Self("M5 12h14");
    /// A new moon.
    pub const Moon: Self = Self("M20 14.5A8.5 8.5 0 1 1 9.5 4a6.7 6.7 0 0 0 10.5 10.5z");
    /// A sheet with a corner folded and two lines.
    pub const Note: Self = Self(
        "M6 3.5h8.5L19 8v11.5a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM14 3.5V8.5h5M8.5 13h7M8.5 16.5h4.5",
    );
    /// An eye above a line that is being written.
    pub const Observation: Self = Self(
        "M2.5 9.5S6 4 12 4s9.5 5.5 9.5 5.5S18 15 12 15 2.5 9.5 2.5 9.5zM12 7.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM6 20h12",
    );
    /// A folder that opens.
    pub const Open: Self = Self(
        "M3.5 18.5v-12a1.5 1.5 0 0 1 1.5-1.5h4l2 2.5h6.5A1.5 1.5 0 0 1 19 9v1.5M3.5 18.5l2.7-7a1.5 1.5 0 0 1 1.4-1h12.9l-2.8 8a1.5 1.5 0 0 1-1.4 1H4.5a1 1 0 0 1-1-1z",
    );
    /// Two people.
    pub const People: Self = Self(
        "M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20c0-3.3 2.9-5.5 6.5-5.5s6.5 2.2 6.5 5.5M15.5 4.8a3.5 3.5 0 0 1 0 6.4M17.5 14.9c2.4.7 4 2.5 4 5.1",
    );
    /// A telephone.
    pub const Phone: Self = Self(
        "M8 2.5h8a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5zM11 18.5h2",
    );
    /// Two bars.
    pub const Pause: Self = Self("M8.5 5v14M15.5 5v14");
    /// A beet: the root with its tail, and the stump of its leaves.
    pub const Root: Self = Self(
        "M12 21.5c-.4-2-1-3-2.7-4.4C6.2 14.7 4 12.7 4 9.8 4 7.2 7 5.5 12 5.5s8 1.7 8 4.3c0 2.9-2.2 4.9-5.3 7.3-1.7 1.4-2.3 2.4-2.7 4.4zM12 5.5V2.5M9 3l3 2.5L15 3",
    );
    /// A magnifying glass.
    pub const Search: Self =
        Self("M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20.5 20.5");
    /// A seed lying in the ground.
    pub const Seed: Self = Self(
        "M12 3.5c4 3.5 6 6.7 6 9.8a6 6 0 0 1-12 0c0-3.1 2-6.3 6-9.8zM9.5 14a2.5 2.5 0 0 0 2.5 2.5",
    );
    /// Sliders.
    pub const Settings: Self = Self(
        "M4 7h8M18 7h2M15 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM4 17h2M12 17h8M9 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
    );
    /// Two devices that hand something over.
    pub const Share: Self = Self(
        "M12 14.5V3.5M8 7.5l4-4 4 4M7 11H5.5a1 1 0 0 0-1 1v7.5a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1V12a1 1 0 0 0-1-1H17",
    );
    /// A loudspeaker that sounds.
    pub const Sound: Self =
        Self("M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11");
    /// A sun.
    pub const Sun: Self = Self(
        "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
    );
    /// A tablet.
    pub const Tablet: Self = Self(
        "M6 3h12a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 18 21H6a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 6 3zM10.5 17.5h3",
    );
    /// Four strokes and one across.
    pub const Tally: Self = Self("M6 5v14M10.5 5v14M15 5v14M19.5 5v14M3 16.5L22 8");
    /// A bin.
    pub const Trash: Self = Self(
        "M4 6.5h16M9 6.5V4.5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M6 6.5l.9 13a1 1 0 0 0 1 1h8.2a1 1 0 0 0 1-1l.9-13M10 11v5.5M14 11v5.5",
    );
    /// An arrow that turns back.
    pub const Undo: Self = Self("M8.5 4.5L4 9l4.5 4.5M4 9h10a5.5 5.5 0 0 1 0 11H9");
    /// An angle up.
    pub const Up: Self = Self("M6 15l6-6 6 6");
    /// An arrow up from a tray.
    pub const Upload: Self =
        Self("M12 15V4M7.5 8.5L12 4l4.5 4.5M4 17v2a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-2");
    /// A triangle with a stroke and a dot.
    pub const Warning: Self = Self("M12 3.8L21.5 20H2.5zM12 10v4.5M12 17.2v.1");
}
