// What a person perceives of the page: elements by role and accessible name. Run by the driver with what is asked in
// ASKED: a `look` for the steps of a search, from the outermost scope to the thing itself, which answers with the
// elements, or with everything that could have been meant; a wait until such a look shows what is wished; `everything`
// on the page; or what is `focused`. The drivers' own computed names are no help: the two disagree about dates and files.
const [steps, wish, done] = arguments;
const clean = text => text.replace(/\s+/g, " ").trim();

const shown = element =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden=true], [inert]");

// An open modal dialog leaves nothing else to reach, save what is announced over it.
const modal = [...document.querySelectorAll("dialog:modal")].pop();
const reachable = element =>
  shown(element) && (!modal || modal.contains(element) || !!element.closest("[popover], [role=status], [role=alert]"));

const inputRole = {
  button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox", radio: "radio",
  range: "slider", number: "spinbutton", search: "searchbox", file: "file", color: "color", hidden: "none",
  date: "date", time: "date", month: "date", week: "date", "datetime-local": "date",
};
const tagRole = {
  BUTTON: "button", SUMMARY: "button", TEXTAREA: "textbox", DIALOG: "dialog", FIELDSET: "group", DETAILS: "group",
  NAV: "navigation", MAIN: "main", ASIDE: "complementary", ARTICLE: "article", HEADER: "banner", FOOTER: "contentinfo",
  UL: "list", OL: "list", MENU: "list", LI: "listitem", TABLE: "table", TR: "row", TD: "cell", TH: "columnheader",
  OUTPUT: "status", PROGRESS: "progressbar", METER: "meter", OPTION: "option", FIGURE: "figure", FORM: "form",
  H1: "heading", H2: "heading", H3: "heading", H4: "heading", H5: "heading", H6: "heading",
};
const role = element => {
  const stated = (element.getAttribute("role") || "").trim().split(/\s+/)[0];
  if (stated) return stated;
  switch (element.tagName) {
    case "A": return element.hasAttribute("href") ? "link" : "none";
    case "INPUT": return inputRole[element.type] || (element.list ? "combobox" : "textbox");
    case "SELECT": return element.multiple || element.size > 1 ? "listbox" : "combobox";
    case "IMG": return element.getAttribute("alt") === "" ? "none" : "image";
    case "svg": return element.hasAttribute("aria-label") || element.querySelector(":scope > title") ? "image" : "none";
    case "SECTION": return element.matches("[aria-label], [aria-labelledby]") ? "region" : "none";
  }
  return tagRole[element.tagName] || (element.isContentEditable && element.hasAttribute("contenteditable") ? "textbox" : "none");
};

// The words in an element as they are read aloud. `except` is the control that the words describe.
const words = (node, except, hiddenToo) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node === except) return "";
  if (/^(SCRIPT|STYLE|TEMPLATE|INPUT|SELECT|TEXTAREA|title)$/.test(node.tagName)) return "";
  const style = getComputedStyle(node);
  if (!hiddenToo && (style.display === "none" || style.visibility === "hidden" || node.getAttribute("aria-hidden") === "true")) return "";
  const inside = node.getAttribute("aria-label") || (node.tagName === "IMG" ? node.alt : null) ||
    [...node.childNodes].map(child => words(child, except, hiddenToo)).join("");
  return style.display.startsWith("inline") || style.display === "contents" ? inside : ` ${inside} `;
};

const fromContent = new Set(["button", "link", "heading", "option", "tab", "menuitem", "menuitemradio", "switch", "checkbox", "radio",
  "listitem", "cell", "columnheader", "rowheader", "row", "treeitem", "tooltip"]);
const name = element => {
  const ids = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
  const named = ids.map(id => document.getElementById(id)).filter(Boolean).map(label => words(label, element, true));
  const titled = selector => { const inner = element.querySelector(`:scope > ${selector}`); return inner ? words(inner, null, true) || inner.textContent : ""; };
  const own = {
    FIELDSET: () => titled("legend"), TABLE: () => titled("caption"), FIGURE: () => titled("figcaption"),
    svg: () => titled("title"), IMG: () => element.alt,
    INPUT: () => (inputRole[element.type] === "button" ? element.value || element.alt : ""),
  }[element.tagName];
  const labels = () => [...(element.labels || [])].map(label => words(label, element)).join(" ");
  const sources = [
    () => named.join(" "), () => element.getAttribute("aria-label") || "", labels, () => (own ? own() : ""),
    () => (fromContent.has(role(element)) ? words(element, null) : ""),
    () => element.getAttribute("title") || "", () => element.getAttribute("placeholder") || "",
  ];
  for (const source of sources) {
    const found = clean(source());
    if (found) return found;
  }
  return "";
};

const fits = (step, text) => step.name === null || (step.part ? text.includes(clean(step.name)) : text === clean(step.name));

const find = (scope, step) => {
  if (step.roles) {
    return [...scope.querySelectorAll("*")].filter(element =>
      step.roles.includes(role(element)) &&
      // The file field itself is often hidden behind a button of the page's own.
      (step.roles.includes("file") || reachable(element)) && fits(step, name(element)));
  }
  // Text: the innermost elements whose words fit.
  const holds = element => reachable(element) && fits(step, clean(words(element, null)));
  const all = [...scope.querySelectorAll("*")].filter(element =>
    (!step.part || clean(element.textContent).includes(clean(step.name)) || element.querySelector("[aria-label], img")) && holds(element));
  return all.filter(element => !all.some(other => other !== element && element.contains(other)));
};

const everything = () => {
  const skip = new Set(["none", "list", "row", "cell", "main", "article"]);
  return [...document.querySelectorAll("*")].map(element => [element, role(element)])
    .filter(([element, kind]) => !skip.has(kind) && kind !== "presentation" && (kind === "file" || reachable(element)))
    .slice(0, 80).map(([element, kind]) => `${kind} "${name(element).slice(0, 80)}"${element.disabled ? " (disabled)" : ""}`);
};

const focused = () => {
  const element = document.activeElement;
  return element && element !== document.body ? [role(element), name(element)] : null;
};

const look = () => {
  let scope = document;
  for (const [place, step] of steps.entries()) {
    const found = find(scope, step);
    const last = place === steps.length - 1;
    const chosen = step.nth === null ? found : found.slice(step.nth, step.nth + 1);
    if (last || chosen.length !== 1) {
      return { place, found: last ? chosen : [], names: chosen.map(element => `${role(element)} "${(step.roles ? name(element) : clean(words(element, null))).slice(0, 120)}"`) };
    }
    scope = chosen[0];
  }
};

// Looks now and after each change of the page, for a second at most, until there is one, are some, is none or are just so
// many. Asking from outside again and again would cost more than the page itself.
const wait = () => {
  const holds = ({ found: { length } }) => ({ one: length === 1, some: length > 0, none: length === 0 })[wish] ?? length === wish;
  const end = performance.now() + 1000;
  let timer, isSoon = false;
  const again = () => {
    isSoon = false;
    let seen = null;
    // What the page takes away in the middle of a look has not been seen.
    try { seen = look(); } catch { /* the next look */ }
    if ((seen && holds(seen)) || performance.now() > end) {
      watch.disconnect();
      done(seen ?? { place: 0, found: [], names: [] });
    } else {
      timer = setTimeout(again, 100);
    }
  };
  const watch = new MutationObserver(() => {
    if (isSoon) return;
    isSoon = true;
    clearTimeout(timer);
    timer = setTimeout(again, 20);
  });
  watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  again();
};

ASKED
