// When a page can be used, from the moment its address was asked for. Runs before the page's own scripts, with
// what is looked for in place of LOOKED_FOR; `window.load` has the milliseconds.
(() => {
    const { ready, tap, then, field } = LOOKED_FOR;
    const load = window.load = { usable: null, answered: null, written: null };
    const find = selector => selector && document.querySelector(selector);
    // A task after the frame's own: style, layout and paint are over.
    const painted = told => {
        const after = new MessageChannel();
        after.port1.onmessage = told;
        after.port2.postMessage(null);
    };
    let tapped = null;
    const frame = () => {
        if (load.usable === null && find(ready)) {
            painted(() => { load.usable ??= performance.now(); });
        }
        if (load.usable !== null && tapped === null && find(tap)) {
            tapped = performance.now();
            find(tap).click();
        }
        if (tapped !== null && load.answered === null && find(then)) {
            painted(() => { load.answered ??= performance.now() - tapped; });
        }
        const area = load.written === null && find(field);
        if (area) {
            area.focus();
            document.execCommand("insertText", false, "x");
            if (area.value.endsWith("x")) painted(() => { load.written ??= performance.now(); });
        }
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
})();
