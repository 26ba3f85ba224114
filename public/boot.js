// Starts the app's program, says in plain words when that fails, and registers the service worker.
// Events on window: `cho-phien:panic` shows the panic panel; `cho-phien:update` tells the page that a
// new version waits, and the page answers with `cho-phien:renew` to reload into it.

// Tells old.js that this browser can read this file.
document.documentElement.dataset.booted = '';

const { js, wasm } = document.querySelector('script[data-wasm]').dataset;

// Shows one of the panels of index.html, unless one is shown already: the first failure causes the others.
function show(name) {
  document.getElementById('start')?.remove();
  if (document.querySelector('[id^="panel-"]:not([hidden])')) return;
  const panel = document.getElementById(`panel-${name}`);
  panel.hidden = false;
  panel.querySelector('button').addEventListener('click', () => location.reload());
  panel.querySelector('button').focus();
}

// A server that answers every unknown address with the page answers so for a missing program too.
async function fetchProgram() {
  const response = await fetch(wasm);
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || type.includes('text/html')) throw new Error(`${wasm}: ${response.status} ${type}`);
  return response;
}

// Which panel tells of this error.
function panelFor(error) {
  if (error instanceof WebAssembly.RuntimeError) return 'panic';
  // A browser that is too old cannot read the program's script either.
  const refusals = [SyntaxError, WebAssembly.CompileError, WebAssembly.LinkError];
  const refused = refusals.some((kind) => error instanceof kind);
  return refused ? 'browser' : 'missing';
}

async function start() {
  if (typeof WebAssembly !== 'object') return show('browser');
  try {
    const [program, response] = await Promise.all([import(js), fetchProgram()]);
    await program.default({ module_or_path: response });
    document.getElementById('start')?.remove();
  } catch (error) {
    console.error(error);
    show(panelFor(error));
  }
}

// A trap that is no panic (memory used up, say) reaches the page as an error of the program.
function onError(error) {
  if (typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError) show('panic');
}

// Asks again for what this page read before the worker was there, so that the worker keeps it for offline.
function keepWhatWasRead() {
  for (const { name } of performance.getEntriesByType('resource')) {
    const { origin, pathname } = new URL(name);
    const isData = pathname.startsWith('/api/') || pathname === '/config.json';
    if (origin === location.origin && isData) fetch(name).catch(() => {});
  }
}

function watchForUpdates(registration) {
  // Without an active one, what waits is the first version, and nothing is new.
  const isNew = () => registration.waiting && registration.active;
  const tell = () => isNew() && dispatchEvent(new Event('cho-phien:update'));
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
  addEventListener('cho-phien:renew', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    registration.waiting?.postMessage('skipWaiting');
  });
}

async function registerWorker() {
  const workers = navigator.serviceWorker;
  // Frames on other people's pages leave nothing behind on the phone.
  if (!workers || location.pathname.startsWith('/embed/')) return;
  if (document.documentElement.dataset.build === 'development') {
    const old = await workers.getRegistration();
    return old?.unregister();
  }
  if (!workers.controller) workers.addEventListener('controllerchange', keepWhatWasRead, { once: true });
  watchForUpdates(await workers.register('/sw.js'));
}

addEventListener('cho-phien:panic', () => show('panic'));
addEventListener('error', (event) => onError(event.error));
addEventListener('unhandledrejection', (event) => onError(event.reason));
await start();
// After the start, so that the worker's downloads do not compete with the page's own.
registerWorker().catch(console.warn);
