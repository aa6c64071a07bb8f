/// <reference lib="webworker" />
import { cacheName, keepable, mayBeSeen, seenPrefix, shellPrefix } from './offline';

/*
 * Opens the page without a network, and answers from what was seen before. What a
 * reader was shown stays with that reader: it goes when they sign out, when the
 * session ends, and when somebody else signs in.
 */

declare const self: ServiceWorkerGlobalScope;

/** The files of the page, and a hash of their names: written here when the page is built. */
declare const __SHELL__: readonly string[];
declare const __SHELL_VERSION__: string;

/** The cache of who is not signed in. */
const nobody = cacheName(null);

const shell = shellPrefix + __SHELL_VERSION__;

/** How long a page may take to come before the one kept is shown, in milliseconds. */
const pageMS = 4000;

/** Most answers that are kept; the oldest go first. */
const most = 4000;

// the page has the land in it, as everybody may see it: it opens without a network too
self.addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(shell);
    await cache.addAll(['/', ...__SHELL__]);
    await self.skipWaiting();
  };
  event.waitUntil(fill());
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name.startsWith(shellPrefix) && name !== shell) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (/^\/(sign-in|sign-out|set-password|auth)/.test(url.pathname)) {
      if (request.method === 'POST') event.waitUntil(url.pathname === '/sign-out' ? turnTo(nobody) : forget(null));
    } else if (request.method === 'GET' && url.pathname === '/') event.respondWith(page(request));
    return;
  }
  if (request.method !== 'GET') {
    if (url.pathname === '/api/v1/session' || url.pathname === '/api/v1/sessions') event.waitUntil(request.method === 'DELETE' ? turnTo(nobody) : forget(null));
    return;
  }
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (keepable(url)) event.respondWith(seen(request, url));
});

/** The page from the network; the one kept when there is none, or it takes long. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match('/', { cacheName: shell });
  const fresh = fetch(request);
  if (!kept) return fresh;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), pageMS));
  return Promise.race([fresh.catch(() => kept), late]);
}

/** A file with its content's hash in its name never changes. */
async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** An answer of the register from the network, kept; what was seen before when there is none. */
async function seen(request: Request, url: URL): Promise<Response> {
  const session = url.pathname === '/api/v1/session';
  let reader = await (session ? known() : current());
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    const kept = reader === null ? undefined : await (await caches.open(reader)).match(request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
  if (session && response.ok) reader = await recognize(response);
  if (response.status === 401) await turnTo(nobody);
  // another may have signed in meanwhile
  // who reads is kept though browsers may not: without it nobody's works in the field could wait for the network
  if (reader !== null && (mayBeSeen(response) || (session && response.ok)) && reader === (await known())) {
    const cache = await caches.open(reader);
    await cache.put(request, response.clone());
    await bound(cache);
  }
  return response;
}

/** The cache of who reads; null while nobody has said who that is. */
async function known(): Promise<string | null> {
  return (await caches.keys()).find((name) => name.startsWith(seenPrefix)) ?? null;
}

let asking: Promise<string | null> | null = null;

/**
 * The cache of who reads. After a sign-in, and before the first answer, the register is
 * asked who that is: a page asks for much at once, and what came before the word on its
 * reader would be nobody's and lost.
 */
async function current(): Promise<string | null> {
  const reader = await known();
  if (reader !== null) return reader;
  asking ??= fetch('/api/v1/session')
    .then((answer) => (answer.ok ? recognize(answer) : null))
    .catch(() => null)
    .finally(() => (asking = null));
  return asking;
}

/** Takes from a session who reads from now on, and gives their cache. */
async function recognize(session: Response): Promise<string> {
  return turnTo(cacheName((await session.clone().json()) as { signed_in: boolean; actor: string }));
}

/** Keeps for one reader from now on, whose cache it gives; what others were shown is forgotten. */
async function turnTo(reader: string): Promise<string> {
  await forget(reader);
  await caches.open(reader);
  return reader;
}

/** Forgets what others than a reader were shown; everything without one, as when it is yet to be said who reads. */
async function forget(reader: string | null): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(seenPrefix) && name !== reader) await caches.delete(name);
}

let kept = 0;

/** Keeps a cache from growing without end. */
async function bound(cache: Cache): Promise<void> {
  if (++kept % 100 !== 0) return;
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old);
}
