// From the moment an input reached the browser to the frame that shows what it led to.
// `window.bench.arm(type, expression)` waits for one event; `window.bench.took()` gives the milliseconds.
(() => {
    let took = null;
    const arm = (type, expression) => {
        took = null;
        const look = new Function(`return ${expression}`);
        const before = look();
        addEventListener(type, event => {
            const start = event.timeStamp;
            const frame = () => {
                if (look() === before) {
                    requestAnimationFrame(frame);
                    return;
                }
                // A task after the frame's own: style, layout and paint are over.
                const after = new MessageChannel();
                after.port1.onmessage = () => { took = performance.now() - start; };
                after.port2.postMessage(null);
            };
            requestAnimationFrame(frame);
        }, { capture: true, once: true });
    };
    window.bench = { arm, took: () => took };
})();
