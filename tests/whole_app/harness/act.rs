//! What a person does with an element, and what they read from it.

use std::time::Duration;

use serde_json::json;
use thirtyfour::error::WebDriverError;
use thirtyfour::{Key, TypingData, WebElement};
use tokio::time::sleep;

use super::engine::Engine;
use super::find::Finder;
use super::patience::{BETWEEN_LOOKS, Patience};

/// What a finger would hit: the element itself, or the label that stands for a hidden radio button or box.
const TARGET: &str = "
    const targetOf = element => {
        element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        const hit = of => {
            const box = of.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return box.width > 1 && box.height > 1 && top && (of.contains(top) || top.contains(of) && top.closest('label') === top);
        };
        if (element.matches('input') && !hit(element)) {
            for (const label of element.labels || []) {
                label.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
                if (hit(label)) return label;
            }
        }
        return element;
    };";

/// Waits while the target moves: a person does not press what slides away under the finger as parts arrive. Tells
/// whether its page is in front as well.
const STANDS_STILL: &str = "
    const [element, done] = arguments;
    const target = targetOf(element);
    const place = () => { const at = target.getBoundingClientRect(); return `${at.x} ${at.y}`; };
    let before = place(), looks = 0;
    const look = () => {
        const now = place();
        if (now === before || ++looks === 20) return done([target, document.hasFocus()]);
        before = now;
        setTimeout(look, 40);
    };
    setTimeout(look, 40);";

/// Sets a value as the page sees it when a person does: the element's own setter, then both events.
const SET_VALUE: &str = "
    const [element, value] = arguments;
    element.focus();
    const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value').set;
    setter.call(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));";

async fn run(
    element: &WebElement,
    script: &str,
    more: Option<serde_json::Value>,
) -> Result<thirtyfour::prelude::ScriptRet, WebDriverError> {
    let mut arguments = vec![element.to_json()?];
    arguments.extend(more);
    element.handle().execute(script, arguments).await
}

async fn focus(element: &WebElement) -> Result<(), WebDriverError> {
    let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' }); arguments[0].focus();";
    run(element, script, None).await.map(|_| ())
}

/// What of an element is pressed, once it stands still, and whether its page is in front.
async fn target_of(element: &WebElement) -> Result<(WebElement, bool), WebDriverError> {
    let handle = element.handle();
    let script = format!("{TARGET}{STANDS_STILL}");
    let answer = handle.execute_async(script, vec![element.to_json()?]).await?;
    let (target, is_in_front) = answer.convert::<(serde_json::Value, bool)>()?;
    Ok((WebElement::from_json(target, handle.clone())?, is_in_front))
}

impl Finder {
    /// Scrolls there and clicks with the pointer.
    pub async fn click(&self) {
        self.with("click", async |element| {
            let (mut target, is_in_front) = target_of(&element).await?;
            // What is pressed in is in front. A page that only comes there with the press first moves to its field in
            // use, away from under the pointer: Chromium does after a reload.
            if !is_in_front && self.browser.engine() == Engine::Chromium {
                self.browser.devtools("Page.bringToFront", json!({})).await;
                (target, _) = target_of(&element).await?;
            }
            target.click().await
        })
        .await;
    }

    /// Clicks one after the other until there is none, for what also goes by itself: a message may be gone
    /// before it is closed.
    pub async fn click_away(&self) {
        let first = self.clone().first();
        let mut patience = Patience::usual();
        while let Some(element) = first.one().await {
            if patience.is_over() {
                self.fail("is still there").await;
            }
            // One that has gone meanwhile cannot be clicked, and need not be.
            let _ = element.click().await;
            sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Takes hold of something in it with the pointer, by a selector, and lets go so many pixels below the
    /// middle of another.
    pub async fn drag_to(&self, grip: &str, other: &Self, below: i64) {
        let script = "const grip = arguments[0].closest('li').querySelector(arguments[1]);
            grip.scrollIntoView({ block: 'center', behavior: 'instant' });
            return grip;";
        self.with("drag", async |element| {
            let grip = run(&element, script, Some(json!(grip))).await?.element()?;
            let other = other.with("drag to", async |it| Ok(it)).await;
            let chain = element.handle().action_chain().move_to_element_center(&grip);
            let chain = chain.click_and_hold().move_to_element_center(&other);
            chain.move_by_offset(0, below).release().perform().await
        })
        .await;
    }

    /// Types at the end of what is there, as fast as the driver can.
    pub async fn type_text(&self, text: &str) {
        self.with("type in", async |element| element.send_keys(text).await).await;
    }

    /// Types letter by letter with a pause after each.
    pub async fn type_slowly(&self, text: &str, pause: Duration) {
        for letter in text.chars() {
            self.type_text(&letter.to_string()).await;
            sleep(pause).await;
        }
    }

    /// Replaces what is there by typing.
    pub async fn fill(&self, text: &str) {
        self.with("fill", async |element| {
            focus(&element).await?;
            run(&element, "arguments[0].select()", None).await?;
            // Typed over the selection, so the page sees keys and no sudden empty field.
            let keys = if text.is_empty() {
                TypingData::from(Key::Backspace)
            } else {
                TypingData::from(text)
            };
            element.handle().action_chain().send_keys(keys).perform().await
        })
        .await;
        self.has_value(text).await;
    }

    /// Presses a key on the element.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        let keys = keys.into().to_string();
        self.with("press keys on", async |element| {
            focus(&element).await?;
            element.handle().action_chain().send_keys(keys.as_str()).perform().await
        })
        .await;
    }

    /// Picks a date, as `2026-11-24`. Keys would not do: every language and engine wants them in another order.
    pub async fn set_date(&self, date: &str) {
        self.set_value(date).await;
    }

    /// Sets the value of a date, time, slider or colour.
    pub async fn set_value(&self, value: &str) {
        self.with("set", async |element| {
            run(&element, SET_VALUE, Some(json!(value))).await.map(|_| ())
        })
        .await;
        self.has_value(value).await;
    }

    /// Picks an option of a select by what it says.
    pub async fn choose(&self, option: &str) {
        // Not by clicks: a select's list is a window of the system that no driver reaches in the same way.
        let script = "
            const [select, wanted] = arguments;
            const options = [...select.options];
            const found = options.find(option => option.label.replace(/\\s+/g, ' ').trim() === wanted && !option.disabled);
            if (!found) throw new Error(`has no option \"${wanted}\" but ${options.map(option => `\"${option.label}\"`).join(', ')}`);
            select.focus();
            found.selected = true;
            select.dispatchEvent(new Event('input', { bubbles: true }));
            select.dispatchEvent(new Event('change', { bubbles: true }));";
        self.with("choose in", async |element| {
            run(&element, script, Some(json!(option))).await.map(|_| ())
        })
        .await;
    }

    /// Clicks unless it is ticked already, and sees that it is.
    pub async fn tick(&self) {
        if !self.is_ticked().await {
            self.click().await;
        }
        self.is_ticked_now(true).await;
    }

    /// Clicks if it is ticked, and sees that it is not.
    pub async fn untick(&self) {
        if self.is_ticked().await {
            self.click().await;
        }
        self.is_ticked_now(false).await;
    }

    /// Whether it is ticked, chosen or switched on.
    pub async fn is_ticked(&self) -> bool {
        self.with("read", ticked).await
    }

    /// Waits until it is ticked, or is not.
    pub async fn is_ticked_now(&self, wanted: bool) {
        let wish = if wanted { "should be ticked" } else { "should not be ticked" };
        self.until(wish, ticked, |is| *is == wanted).await;
    }

    /// Waits until it can be used, or cannot.
    pub async fn is_enabled_now(&self, wanted: bool) {
        let script = "return !arguments[0].matches(':disabled, [aria-disabled=true]')";
        let read = async |element: WebElement| run(&element, script, None).await?.convert::<bool>();
        let wish = if wanted { "should be usable" } else { "should not be usable" };
        self.until(wish, read, |is| *is == wanted).await;
    }

    /// The words in it as they are shown.
    pub async fn words(&self) -> String {
        self.with("read", words).await
    }

    /// Waits until its words contain this.
    pub async fn says(&self, part: &str) {
        self.until(&format!("should say {part:?}"), words, |said| said.contains(part)).await;
    }

    /// What is written in the field.
    pub async fn value(&self) -> String {
        self.with("read", value).await
    }

    /// Waits until exactly this is written in the field.
    pub async fn has_value(&self, wanted: &str) {
        self.until(&format!("should have the value {wanted:?}"), value, |is| is == wanted).await;
    }

    /// An attribute, for what no person sees, such as `aria-invalid`.
    pub async fn attribute(&self, name: &str) -> Option<String> {
        self.with("read", async |element| element.attr(name).await).await
    }

    /// Width and height in CSS pixels of what a finger can hit.
    pub async fn size(&self) -> (f64, f64) {
        self.with("measure", async |element| {
            let script = format!("{TARGET} return targetOf(arguments[0]);");
            let target = run(&element, &script, None).await?.element()?;
            let rect = target.rect().await?;
            Ok((rect.width, rect.height))
        })
        .await
    }
}

async fn ticked(element: WebElement) -> Result<bool, WebDriverError> {
    let script = "
        const element = arguments[0];
        const stated = element.getAttribute('aria-checked') || element.getAttribute('aria-pressed');
        return 'checked' in element ? element.checked : stated === 'true';";
    run(&element, script, None).await?.convert()
}

async fn words(element: WebElement) -> Result<String, WebDriverError> {
    let text: String = run(&element, "return arguments[0].innerText", None).await?.convert()?;
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

async fn value(element: WebElement) -> Result<String, WebDriverError> {
    run(&element, "return arguments[0].value ?? arguments[0].textContent", None).await?.convert()
}
