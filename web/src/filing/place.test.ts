import { expect, test } from 'vitest';
import { placeOf, type Place } from './place';

test.each<[string, Place]>([
  ['/filings', { page: 'list' }],
  ['/filings/', { page: 'list' }],
  ['/filings/new', { page: 'new' }],
  ['/filings/tenancies', { page: 'tenancies' }],
  ['/filings/duties', { page: 'duties' }],
  ['/filings/notices', { page: 'notices' }],
  ['/filings/rules', { page: 'rules' }],
  ['/filings/12', { page: 'filing', id: 12, step: null }],
  ['/filings/12/sign', { page: 'filing', id: 12, step: 'sign' }],
  ['/filings/12/else', { page: 'nowhere' }],
  ['/filings/012', { page: 'nowhere' }],
  ['/filings/new/12', { page: 'nowhere' }],
  ['/filings/12/sign/more', { page: 'nowhere' }],
])('%s is a place', (path, place) => {
  expect(placeOf(path)).toEqual(place);
});
