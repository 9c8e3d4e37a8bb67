// Keeps one version of the app whole: every file or none. A new version waits until the page asks for it, because a page and
// an engine of two versions do not understand each other.
"use strict";

const VERSION = "VERSION";
const FILES = [/* FILES */];

// Other folders of this host may hold the app too: each has its own files.
const OWN = `sanpo ${self.registration.scope} `;

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});

async function keep() {
  const cache = await caches.open(OWN + VERSION);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OWN) && name !== OWN + VERSION);
  await Promise.all(old.map((name) => caches.delete(name)));
  // The page of the very first visit can lose the network from now on.
  await self.clients.claim();
}

async function answer(request) {
  const cache = await caches.open(OWN + VERSION);
  // Help pages are kept by their own addresses; any other address that is gone to is the app's.
  const found = await cache.match(request, { ignoreSearch: true });
  const page = request.mode === "navigate" ? await cache.match("./") : undefined;
  return found ?? page ?? fetch(request);
}
