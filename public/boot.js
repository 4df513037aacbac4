// Starts the app, and says so in words when that fails: the text stands ready in index.html, so a page
// that cannot run the app is never blank.

'use strict';

async function start() {
  const { default: init } = await import('./indsats.js');
  await init({ module_or_path: new URL('./indsats.wasm', import.meta.url) });
}

start().then(
  () => document.getElementById('boot')?.remove(),
  (error) => {
    document.getElementById('boot-opening')?.remove();
    document.getElementById('boot-failed')?.removeAttribute('hidden');
    throw error;
  },
);
