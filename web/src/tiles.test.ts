import { expect, test } from 'vitest';
import { tilesOf } from './tiles';

test.each([
  ['sites', { date: '2025-07-01', told: 'verdict', cover: null }, '/tiles/sites/{z}/{x}/{y}.mvt?told=verdict'],
  ['poles', { date: '2025-07-01', told: 'verdict', cover: null }, '/tiles/poles/{z}/{x}/{y}.mvt'],
  ['poles', { date: '2018-07-01', told: 'verdict', cover: null }, '/tiles/poles/{z}/{x}/{y}.mvt?as_of=2018-07-01'],
  ['villages', { date: '2025-07-01', told: 'owner', cover: { service: 'mobile', by: 'village', technology: '4G', operator: 'A&B' } }, '/tiles/villages/{z}/{x}/{y}.mvt?service=mobile&technology=4G&operator=A%26B'],
  ['villages', { date: '2025-07-01', told: 'owner', cover: { service: 'fibre', by: 'commune', technology: '', operator: '' } }, '/tiles/villages/{z}/{x}/{y}.mvt'],
] as const)('the tiles of %s as %o are at %s', (layer, wanted, at) => {
  expect(tilesOf(layer, wanted, '', '2025-07-01')).toBe(at);
});
