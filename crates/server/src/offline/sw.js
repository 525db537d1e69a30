// Keeps the style, the script and one page for when there is no connection. Pages always come from the network;
// nothing that somebody looked at or sent is kept.
const NAME = 'tarjotin-{{ version }}';
const FILES = {{ files }};
const PREFIXES = {{ prefixes }};

self.addEventListener('install', (event) => {
  const fresh = FILES.map((url) => new Request(url, { cache: 'reload' }));
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('tarjotin-') && name !== NAME;
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    const prefix = PREFIXES.find((one) => url.pathname === one || url.pathname.startsWith(one + '/')) || '';
    event.respondWith(fetch(request).catch(() => caches.match(prefix + '/offline')));
  } else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept || fetch(request)));
  }
});
