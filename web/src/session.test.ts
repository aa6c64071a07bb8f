import { expect, test } from 'vitest';
import { Catalog } from './catalog';
import { Writer } from './format';
import { reachOf, standing, type Session } from './session';

const nobody: Session = { signed_in: false, actor: 'anonymous', login: null, name: null, roles: [], organization: null, units: [], expires_at: null };
const officer: Session = { ...nobody, signed_in: true, actor: 'hoa', login: 'hoa', name: 'Hòa', roles: ['officer'] };

test.each<[string, Session | null, boolean | null, ReturnType<typeof reachOf>]>([
  ['nobody has answered', null, true, null],
  ['nobody knows them, and no record has told', nobody, null, null],
  ['they sit at the machine', nobody, false, 'all'],
  ['they are the public', nobody, true, 'public'],
  ['they see everything', officer, false, 'all'],
  ['nothing came that could tell', officer, null, 'all'],
  ['they see some of it exactly', { ...officer, roles: ['local'] }, true, 'some'],
])('how much a reader is shown when %s', (_, session, coarse, reach) => {
  expect(reachOf(session, coarse)).toBe(reach);
});

test('what somebody is, and for whom, is said in words', () => {
  const said = (more: Partial<Session>, language: 'vi' | 'en' = 'vi') => standing({ ...officer, ...more }, Catalog.empty, new Writer(language));
  expect(said({})).toBe('Cán bộ Sở');
  expect(said({}, 'en')).toBe('Department officer');
  expect(said({ roles: ['filer', 'signer'], organization: 'SAOMAI' })).toBe('Người nộp hồ sơ, Người ký · SAOMAI');
  const units = [{ code: '99052', name: 'Xã Đại An' }] as Session['units'];
  expect(said({ roles: ['anonymous', 'local'], units })).toBe('Cán bộ địa bàn · Xã Đại An');
});
