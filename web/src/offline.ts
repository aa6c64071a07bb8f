/** What the caches of the page's own files are named by. */
export const shellPrefix = 'shell-';

/** What the caches of answers are named by: each has what one reader was shown. */
export const seenPrefix = 'seen-';

/** The cache of a reader. */
export function cacheName(session: { signed_in: boolean; actor: string } | null): string {
  return seenPrefix + (session?.signed_in ? session.actor : '');
}

/** Answers that grow without end, stream, or have to be fresh to be of use. */
const fleeting = /^\/api\/v1\/(filings|changes|access|accounts|keys|notices|openapi|reports)|\/events$/;

/** Says whether what a path answers is of use without a network. */
export function keepable({ pathname }: URL): boolean {
  return (pathname.startsWith('/api/v1/') || pathname.startsWith('/tiles/')) && !fleeting.test(pathname);
}

/** Says whether an answer may be kept: a whole one that went well, and is no file somebody saves. */
export function mayBeSeen(response: Response): boolean {
  return response.status === 200 && !response.headers.get('cache-control')?.includes('no-store');
}
