// The service worker: the app opens without a network, and shows the journeys visited before.
// The build fills in the version and the list of files; each file comes with a revision of its content.

const VERSION = 'development';
const SHELL = new Map([/* shell */]);
const SHELL_CACHE = `shell-${VERSION}`;
// Answers of the market's API, the recall list excepted, recorded clips, and config.json, as they are visited. Outlives every version.
const DATA_CACHE = 'data';
// How long a fresh answer may take when an older one is at hand.
const PATIENCE_MS = 3000;

self.addEventListener('install', (event) => event.waitUntil(fillShell()));

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('message', (event) => {
  if (event.data === 'skipWaiting') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (isRecallList(url)) event.respondWith(fetch(request, { cache: 'no-store' }));
  else if (isData(url)) event.respondWith(freshOrKept(event));
  else if (SHELL.has(url.pathname)) event.respondWith(fromShell(url.pathname, request));
  else if (isPage(request, url)) event.respondWith(fromShell('/', request));
});

// An old list would call goods sound that have been recalled since: without the network there is none. An old signature would not fit a new list.
function isRecallList(url) {
  return url.pathname === '/api/recalls.json' || url.pathname === '/api/recalls.json.jws';
}

function isData(url) {
  return url.pathname.startsWith('/api/') || url.pathname.startsWith('/clips/') || url.pathname === '/config.json';
}

// Embedded pages come from the server, whose headers allow other sites to frame them; the kept page's do not.
function isPage(request, url) {
  return request.mode === 'navigate' && !url.pathname.startsWith('/embed/');
}

// The name of a file in the cache: with its revision, so that unchanged files move on to the next version.
function keyOf(path) {
  return `${path}?revision=${SHELL.get(path)}`;
}

async function fillShell() {
  const cache = await caches.open(SHELL_CACHE);
  await Promise.all([...SHELL.keys()].map(async (path) => {
    const key = keyOf(path);
    const response = (await caches.match(key)) ?? (await fetch(path, { cache: 'no-cache' }));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await cache.put(key, response);
  }));
}

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith('shell-') && name !== SHELL_CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

async function fromShell(path, request) {
  const cache = await caches.open(SHELL_CACHE);
  // The browser may have thrown the cache away to make room.
  return (await cache.match(keyOf(path))) ?? fetch(request);
}

// The network's answer; the kept one when the network fails, stumbles or takes too long.
async function freshOrKept(event) {
  const { request } = event;
  const cache = await caches.open(DATA_CACHE);
  const kept = await cache.match(request);
  const fresh = fetchAndKeep(request, cache);
  event.waitUntil(fresh.catch(() => {}));
  if (!kept) return fresh;
  const usable = fresh.then((response) => (stumbled(response) ? kept : response), () => kept);
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS, kept); });
  return Promise.race([usable, late]);
}

async function fetchAndKeep(request, cache) {
  const response = await fetch(request);
  // A full phone keeps nothing more, but its page still gets the answer.
  if (response.ok && !stumbled(response)) await cache.put(request, dated(response.clone())).catch(console.warn);
  return response;
}

// The copy to keep bears the moment of its receipt by this phone's clock; the Date header is only what a server says. Pages
// tell such a copy from an answer of the network by its type, which no server can set.
function dated(response) {
  const headers = new Headers(response.headers);
  headers.set('X-Received', String(Date.now()));
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

// A server in trouble, an answer from another host, or a page in place of a document: an unknown address, or a hotspot asking
// for a password.
function stumbled(response) {
  const type = response.headers.get('content-type') ?? '';
  const ledAway = response.redirected && new URL(response.url).origin !== location.origin;
  return response.status >= 500 || ledAway || type.includes('text/html');
}
