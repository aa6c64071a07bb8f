import { expect, test } from 'vitest';
import { cacheName, keepable, mayBeSeen } from './offline';

test('what each reader was shown is kept apart', () => {
  expect(cacheName({ signed_in: true, actor: 'user:lan' })).not.toBe(cacheName({ signed_in: true, actor: 'user:hoa' }));
  expect(cacheName({ signed_in: false, actor: 'anonymous' })).toBe(cacheName(null));
});

test('records, tiles and photos are of use without a network, what people and keys do is not', () => {
  const kept = (path: string) => keepable(new URL(path, 'http://localhost'));
  expect(['/api/v1/sites/12/compliance?as_of=2026-11-22', '/tiles/sites/12/1/2.mvt', '/api/v1/photos/9/thumbnail', '/api/v1/session'].map(kept)).toEqual([true, true, true, true]);
  expect(['/api/v1/filings/3', '/api/v1/access', '/api/v1/accounts', '/api/v1/reports/annual.docx', '/sign-in', '/metrics'].map(kept)).toEqual([false, false, false, false, false, false]);
});

test('a refusal, a part or a secret is not kept', () => {
  expect(mayBeSeen(new Response('{}'))).toBe(true);
  expect(mayBeSeen(new Response('{}', { status: 404 }))).toBe(false);
  expect(mayBeSeen(new Response('{}', { status: 206 }))).toBe(false);
  expect(mayBeSeen(new Response('{}', { headers: { 'Cache-Control': 'no-store' } }))).toBe(false);
});
