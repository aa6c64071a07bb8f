import { expect, test } from 'vitest';
import { Catalog } from './catalog';
import { Writer } from './format';
import { standing, type Session } from './session';

const nobody: Session = { signed_in: false, actor: 'anonymous', login: null, name: null, roles: [], sees: 'public', organization: null, units: [], expires_at: null };
const officer: Session = { ...nobody, signed_in: true, sees: 'all', actor: 'hoa', login: 'hoa', name: 'Hòa', roles: ['officer'] };

test('what somebody is, and for whom, is said in words', () => {
  const said = (more: Partial<Session>, language: 'vi' | 'en' = 'vi') => standing({ ...officer, ...more }, Catalog.empty, new Writer(language));
  expect(said({})).toBe('Cán bộ Sở');
  expect(said({}, 'en')).toBe('Department officer');
  expect(said({ roles: ['filer', 'signer'], organization: 'SAOMAI' })).toBe('Người nộp hồ sơ, Người ký · SAOMAI');
  const units = [{ code: '99052', name: 'Xã Đại An' }] as Session['units'];
  expect(said({ roles: ['anonymous', 'local'], units })).toBe('Cán bộ địa bàn · Xã Đại An');
});
