import { expect, test } from 'vitest';
import { addressIn, dayIn, formatOf, placeOfDistribution, say } from './catalog';

test('a text is said in the language of the reader, else in Vietnamese', () => {
  const both = [{ '@language': 'vi', '@value': 'Vị trí' }, { '@language': 'en', '@value': 'Sites' }];
  expect(say(both, 'en')).toBe('Sites');
  expect(say(both.slice(0, 1), 'en')).toBe('Vị trí');
  expect(say({ '@language': 'vi', '@value': 'Vị trí' }, 'vi')).toBe('Vị trí');
  expect(say('Sites', 'vi')).toBe('Sites');
  expect(say(undefined, 'vi')).toBe('');
});

test('an address and a day are read in both of their forms', () => {
  expect([addressIn('http://a/b'), addressIn({ '@id': 'http://a/b' }), addressIn(undefined)]).toEqual(['http://a/b', 'http://a/b', '']);
  expect([dayIn('2026-11-22'), dayIn({ '@value': '2026-11-22' }), dayIn(undefined)]).toEqual(['2026-11-22', '2026-11-22', '']);
});

test('a distribution says its format and where it is had', () => {
  expect(formatOf({ 'dct:format': { '@id': 'http://publications.europa.eu/resource/authority/file-type/CSV' } })).toBe('CSV');
  expect(formatOf({ 'dcat:mediaType': { '@id': 'https://www.iana.org/assignments/media-types/application/geo+json' } })).toBe('GEOJSON');
  expect(placeOfDistribution({ 'dcat:accessURL': { '@id': '/a' } })).toBe('/a');
  expect(placeOfDistribution({ 'dcat:accessURL': '/a', 'dcat:downloadURL': '/b.csv' })).toBe('/b.csv');
});
