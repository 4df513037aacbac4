// Keeps one whole build of the app on the device, so that it opens without net.
//
// Four promises:
//  1. A build is here whole, every file with the digest it was built with, or it is not here at all.
//     When fetching one fails, the build before it goes on serving.
//  2. Nothing changes under an open form: a new build waits until the page says { type: 'activate' }.
//  3. After a reset nothing is kept again, whatever was under way.
//  4. Only this app's own files are touched. Another origin, another method, another app on the same
//     origin: left to the browser.
//
// Every address is relative to the scope, so the app can live under a sub-path.

'use strict';

// The build step puts the build's id and its files here; that is also what makes this file differ from
// one build to the next, and so how the browser learns of a new one.
const BUILD = { id: 'unbuilt', files: {} };

const SCOPE = new URL(self.registration.scope);
const SHELL = SCOPE.href;
const FAMILY = `indsats|${SCOPE.pathname}|`;
const CACHE = FAMILY + BUILD.id;

// A server may say "Vary"; a file with a known digest does not.
const ANYHOW = { ignoreVary: true };

// index.html is asked for as the scope itself: servers redirect the longer name to the shorter,
// and a redirected answer must not be given to a navigation.
const address = (file) => (file === 'index.html' ? SHELL : new URL(file, SCOPE).href);

const FILES = Object.entries(BUILD.files).map(([file, integrity]) => ({ url: address(file), integrity }));
const OWN = new Set(FILES.map((file) => file.url));

// The browser compares the digest. Its own cache is asked first (the page has just loaded most of this)
// and passed by when what lies there is of another build.
async function fetchFile({ url, integrity }) {
  const ask = async (cache) => {
    const response = await fetch(url, { integrity, cache, credentials: 'same-origin' });
    if (response.status !== 200 || response.redirected) {
      throw new Error(`${url}: ${response.status}`);
    }
    return response;
  };
  return ask('no-cache').catch(() => ask('reload'));
}

// The device is being reset.
let erased = false;

// Opening a cache makes it, so this is the one place that does.
async function ownCache() {
  if (erased) {
    throw new Error('The device was reset.');
  }
  return caches.open(CACHE);
}

// Every build of this app but those that are to stay.
async function throwAwayBuilds(stays = () => false) {
  const names = await caches.keys();
  const goes = names.filter((name) => name.startsWith(FAMILY) && !stays(name));
  await Promise.all(goes.map((name) => caches.delete(name)));
}

async function missingFiles(cache) {
  const found = await Promise.all(FILES.map((file) => cache.match(file.url, ANYHOW)));
  return FILES.filter((_, i) => !found[i]);
}

async function fill() {
  const cache = await ownCache();
  const missing = await missingFiles(cache);
  await Promise.all(missing.map(async (file) => cache.put(file.url, await fetchFile(file))));
}

async function install() {
  try {
    await fill();
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function activate() {
  await throwAwayBuilds((name) => name === CACHE);
  // The very first visit is taken over too, so it needs no reload to be ready for a day without net.
  await self.clients.claim();
}

// Says "complete" only after every file has been looked for, and fetches what the browser has thrown out.
async function status() {
  const complete = await fill().then(() => FILES.length > 0, () => false);
  return { build: BUILD.id, complete, files: FILES.length };
}

// Opening a cache would make it: where the device was reset while a page is open, nothing is made anew.
async function answer(url, request) {
  const kept = await caches.match(url, { ...ANYHOW, cacheName: CACHE });
  return kept ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) {
    return;
  }
  if (OWN.has(url.href)) {
    event.respondWith(answer(url.href, request));
  } else if (request.mode === 'navigate') {
    event.respondWith(answer(SHELL, request));
  }
});

function answerWith(event, answer) {
  const port = event.ports[0];
  event.waitUntil(answer.then((words) => port?.postMessage(words)));
}

self.addEventListener('message', (event) => {
  const type = event.data?.type;
  if (type === 'activate') {
    event.waitUntil(self.skipWaiting());
  } else if (type === 'status') {
    answerWith(event, status());
  } else if (type === 'erase') {
    erased = true;
    answerWith(event, throwAwayBuilds().then(() => ({ erased })));
  }
});
