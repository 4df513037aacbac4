// Starts the app, and says so in words when that fails: the text stands ready in index.html, so a page
// that cannot run the app is never blank.

'use strict';

async function start() {
  const { default: init } = await import('./indsats.js');
  await init({ module_or_path: new URL('./indsats.wasm', import.meta.url) });
}

// A fault in the program stops it for good: what was saved is safe, and only a fresh start goes on.
function stopped({ error, reason }) {
  if ((error ?? reason) instanceof WebAssembly.RuntimeError) {
    const words = document.getElementById('stopped');
    if (words) {
      document.body.append(words.content);
    }
  }
}
addEventListener('error', stopped);
addEventListener('unhandledrejection', stopped);

start().then(
  () => document.getElementById('boot')?.remove(),
  (error) => {
    document.getElementById('boot-opening')?.remove();
    document.getElementById('boot-failed')?.removeAttribute('hidden');
    throw error;
  },
);
