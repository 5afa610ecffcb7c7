// SPDX-License-Identifier: AGPL-3.0-or-later
// Keeps one empty page and its style for where there is no signal. Nothing about anybody is ever kept here.
'use strict';
const SHELL = 'shell-3';
const KEPT = ['/offline', '/assets/groundwork.css', '/assets/offline.js', '/assets/kept.js', '/assets/elements.js',
  '/assets/offline-doors.js', '/assets/offline-people.js', '/assets/offline-rounds.js', '/assets/icons.svg', '/assets/mark.svg',
  '/assets/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL)
    .then((cache) => cache.addAll(KEPT.map((path) => new Request(path, { credentials: 'omit', cache: 'reload' }))))
    .then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  // pages name these files with a fingerprint before them; what is kept here serves for each version
  const path = url.pathname.replace(/^\/assets\/~[0-9a-f]+\//, '/assets/');
  if (event.request.method !== 'GET' || url.origin !== location.origin || !KEPT.includes(path)) return;
  event.respondWith(fetch(event.request).catch(() => caches.match(path, { ignoreVary: true })));
});
