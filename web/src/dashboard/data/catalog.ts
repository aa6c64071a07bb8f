import type { Language, Text } from '../../text';

/** A text of JSON-LD: one in each language, or one in none. */
type Said = string | { '@language': string; '@value': string } | readonly { '@language': string; '@value': string }[] | undefined;

/** A reference to something with an address. */
type Named = string | { '@id': string } | undefined;

/** What GET /open-data answers: a catalogue as DCAT-AP has it, as far as the page shows it. */
export interface Catalogue {
  'dct:title': Said;
  'dct:description'?: Said;
  'dct:publisher'?: { 'foaf:name'?: Said };
  'dct:license'?: Named;
  'dct:modified'?: string | { '@value': string };
  'dcat:dataset': readonly Dataset[];
}

export interface Dataset {
  '@id': string;
  'dct:identifier'?: string;
  'dct:title': Said;
  'dct:description'?: Said;
  'dct:license'?: Named;
  'dct:modified'?: string | { '@value': string };
  'dcat:distribution'?: readonly Distribution[];
}

export interface Distribution {
  'dct:title'?: Said;
  'dct:format'?: Named;
  'dcat:mediaType'?: Named;
  'dcat:downloadURL'?: Named;
  'dcat:accessURL'?: Named;
}

/** The words of a language, Vietnamese where they are in no other. */
export function say(text: Said, language: Language): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  const all = 'length' in text ? text : [text];
  const of = (l: keyof Text) => all.find((t) => t['@language'] === l)?.['@value'];
  return of(language) ?? of('vi') ?? all[0]?.['@value'] ?? '';
}

export const addressIn = (named: Named) => (typeof named === 'object' ? named['@id'] : (named ?? ''));

export const dayIn = (day: string | { '@value': string } | undefined) => (typeof day === 'object' ? day['@value'] : (day ?? ''));

/** What a format is called: the last part of its address, or of a media type. */
export function formatOf(d: Distribution): string {
  const named = addressIn(d['dct:format']) || addressIn(d['dcat:mediaType']);
  return (named.split('/').at(-1) ?? '').replace('geo+json', 'GeoJSON').toUpperCase();
}

/** Where a distribution is had. */
export const placeOfDistribution = (d: Distribution) => addressIn(d['dcat:downloadURL']) || addressIn(d['dcat:accessURL']);
