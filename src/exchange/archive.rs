//! The archive of a school year: one file that any browser shows and that the app can fetch in again.
//!
//! It is a page of HTML without a script that runs. What people wrote stands in it as text alone, and the page
//! forbids itself everything but its own style. At its end lies a whole bundle as a block of data.

use crate::domain::text::Lang;

/// What the block of data begins with. Everything else in the file that looks like it is written as text.
const DATA: &str = r#"<script type="application/json" id="indsats-data">"#;

/// What it ends with; nothing in the data does.
const END: &str = "</script>";

/// What the file begins with.
const DOCTYPE: &str = "<!doctype html>";

/// The page has nothing but its own style, and sends nothing anywhere.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
                      form-action 'none'";

const STYLE: &str = "body{font:17px/1.5 system-ui,sans-serif;color:#1d1b16;background:#fbf8f1;margin:0}\
main{max-width:68ch;margin:0 auto;padding:24px 16px 64px}\
h1,h2,h3{line-height:1.25}h2{margin-top:48px;border-top:1px solid #d8d2c4;padding-top:24px}\
dl div{display:flex;flex-wrap:wrap;gap:0 12px}dt{color:#5b564a}dd{margin:0}\
li{margin:4px 0;white-space:pre-line;overflow-wrap:anywhere}p{white-space:pre-line}\
.soft{color:#5b564a}\
@media print{body{background:none}h2{break-before:page}h2:first-of-type{break-before:auto}}";

/// What the archive says to a reader.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Archive {
    /// The language it is written in.
    pub lang: Lang,
    /// What it is the archive of.
    pub title: String,
    /// When it was made, what it holds and what not: a paragraph each.
    pub intro: Vec<String>,
    /// One for each initiative.
    pub sheets: Vec<ArchiveSheet>,
    /// What the data at the end are for.
    pub about_data: String,
}

/// An initiative in the archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArchiveSheet {
    /// What it is called.
    pub title: String,
    /// Terms and what they are.
    pub facts: Vec<(String, String)>,
    /// Its parts.
    pub parts: Vec<ArchivePart>,
}

/// A part of an initiative in the archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArchivePart {
    /// Its heading.
    pub title: String,
    /// What there is to say; a line may have several rows.
    pub lines: Vec<String>,
}

/// The text of the file. `bundle` is a whole bundle as `write` makes it.
pub fn write_archive(archive: &Archive, bundle: &str) -> String {
    let mut page = Page(String::with_capacity(bundle.len() + 8_192));
    page.put(&format!("{DOCTYPE}\n<html lang=\"{}\">\n<head>\n", archive.lang.tag()));
    page.put("<meta charset=\"utf-8\">\n");
    page.put(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n"));
    page.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.say("title", &archive.title);
    page.put(&format!("<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"));
    page.say("h1", &archive.title);
    archive.intro.iter().for_each(|line| page.say("p", line));
    archive.sheets.iter().for_each(|sheet| page.sheet(sheet));
    page.put("<p class=\"soft\">");
    page.text(&archive.about_data);
    page.put("</p>\n</main>\n");
    page.put(DATA);
    page.put("\n");
    // In JSON this sign stands inside texts alone, where it may be written so.
    page.put(&bundle.replace('<', "\\u003c"));
    page.put(END);
    page.put("\n</body>\n</html>\n");
    page.0
}

/// The bundle in an archive; `None` where the bytes are none. One that was cut off gives what is left of it.
pub(super) fn bundle_in(bytes: &[u8]) -> Option<&[u8]> {
    let text = std::str::from_utf8(bytes).ok()?.trim_start();
    let begins = text.get(..DOCTYPE.len()).is_some_and(|it| it.eq_ignore_ascii_case(DOCTYPE));
    let (_, data) = text.split_once(DATA).filter(|_| begins)?;
    Some(data.split_once(END).map_or(data, |(data, _)| data).as_bytes())
}

/// A page on its way.
struct Page(String);

impl Page {
    /// Puts markup of our own.
    fn put(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Puts what anybody may have written: as text, whatever it is.
    fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.put("&amp;"),
                '<' => self.put("&lt;"),
                '>' => self.put("&gt;"),
                '"' => self.put("&quot;"),
                '\'' => self.put("&#39;"),
                // What no text holds and a page may not.
                '\0' => {}
                other => self.0.push(other),
            }
        }
    }

    fn say(&mut self, element: &str, text: &str) {
        self.put(&format!("<{element}>"));
        self.text(text);
        self.put(&format!("</{element}>\n"));
    }

    fn sheet(&mut self, sheet: &ArchiveSheet) {
        self.say("h2", &sheet.title);
        if !sheet.facts.is_empty() {
            self.put("<dl>\n");
            for (term, value) in &sheet.facts {
                self.put("<div>");
                self.say("dt", term);
                self.say("dd", value);
                self.put("</div>\n");
            }
            self.put("</dl>\n");
        }
        for part in &sheet.parts {
            self.say("h3", &part.title);
            self.put("<ul>\n");
            part.lines.iter().for_each(|line| self.say("li", line));
            self.put("</ul>\n");
        }
    }
}
