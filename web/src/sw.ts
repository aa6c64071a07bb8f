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
    if (/^\/(sign-in|sign-out|set-password|auth)/.test(url.pathname)) event.waitUntil(request.method === 'POST' ? forget(null) : Promise.resolve());
    else if (request.method === 'GET' && url.pathname === '/') event.respondWith(page(request));
    return;
  }
  if (request.method !== 'GET') {
    if (url.pathname === '/api/v1/session' || url.pathname === '/api/v1/sessions') event.waitUntil(forget(null));
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
  let reader = await current();
  let response: Response;
  const session = url.pathname === '/api/v1/session';
  try {
    response = await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(reader)).match(request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
  if (session && response.ok) {
    reader = cacheName((await response.clone().json()) as { signed_in: boolean; actor: string });
    await forget(reader);
  }
  if (response.status === 401) await forget(null);
  // another may have signed in meanwhile
  // who reads is kept though browsers may not: without it nobody's works in the field could wait for the network
  if ((mayBeSeen(response) || (session && response.ok)) && reader === (await current())) {
    const cache = await caches.open(reader);
    await cache.put(request, response.clone());
    await bound(cache);
  }
  return response;
}

/** The cache of who reads. */
async function current(): Promise<string> {
  return (await caches.keys()).find((name) => name.startsWith(seenPrefix)) ?? cacheName(null);
}

/** Forgets what others than the reader were shown; everything without one. */
async function forget(reader: string | null): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(seenPrefix) && name !== reader) await caches.delete(name);
  await caches.open(reader ?? cacheName(null));
}

let kept = 0;

/** Keeps a cache from growing without end. */
async function bound(cache: Cache): Promise<void> {
  if (++kept % 100 !== 0) return;
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old);
}
