const files = ["./", "page.css", "page.js"];
self.oninstall = event => event.waitUntil(caches.open("prøve").then(cache => cache.addAll(files)).then(() => self.skipWaiting()));
self.onactivate = event => event.waitUntil(clients.claim());
self.onfetch = event => event.respondWith(caches.match(event.request, { ignoreSearch: true }).then(found => found || fetch(event.request)));
