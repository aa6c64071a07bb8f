// What the client must refuse. Nothing here runs: tsc fails where a line under
// "@ts-expect-error" compiles, which is how `npm run check` tests types.
import { API } from '../api';
import type { Field, LayerOf } from '../layers';
import type { Answer, FeatureOf, PlacedNoun, RecordOf } from './types';

const api = new API('vi');
const { signal } = new AbortController();

export async function refused() {
  // @ts-expect-error: no such path
  await api.get('/api/v1/towers', {});
  // @ts-expect-error: a path that is only written to
  await api.get('/api/v1/batch', {});
  // @ts-expect-error: a path that answers a file
  await api.get('/api/v1/export/{file}', { path: { file: 'poles.ndjson' } });
  // @ts-expect-error: no such noun
  await api.get('/api/v1/towers/{id}', { path: { id: 1 } });

  // @ts-expect-error: the value of a brace is missing
  await api.get('/api/v1/poles/{id}', {});
  // @ts-expect-error: and is of another type
  await api.get('/api/v1/poles/{id}', { path: { id: 'C1' } });
  // @ts-expect-error: and is of another name
  await api.get('/api/v1/poles/{id}', { path: { code: 1 } });

  // @ts-expect-error: no such parameter
  await api.get('/api/v1/tenancies', { query: { asset_knd: 'site' } });
  // @ts-expect-error: a parameter of another path
  await api.get('/api/v1/organizations', { query: { bbox: '1,2,3,4' } });
  // @ts-expect-error: a parameter of another type
  await api.get('/api/v1/stations', { query: { site: 'S1' } });
  // @ts-expect-error: not one of its values
  await api.get('/api/v1/indicators/coverage', { query: { service: 'radio' } });

  // @ts-expect-error: no such field in the answer
  (await api.get('/api/v1/indicators/sharing', {})).part;
  // @ts-expect-error: a field that may be null
  (await api.get('/api/v1/indicators/sharing', {})).ratio.toFixed();
  // @ts-expect-error: no such field in a record of a page
  (await api.get('/api/v1/stations', {})).items.map((station) => station.owner_name);

  // @ts-expect-error: a noun without a place
  await api.features('tenancies', {}, 1, signal);
  // @ts-expect-error: no parameter of an export
  await api.features('poles', { limit: 1 }, 1, signal);
  // @ts-expect-error: no such property
  (await api.features('poles', {}, 1, signal)).features[0]?.properties.wifi;
  // @ts-expect-error: the id stands beside the properties
  (await api.features('poles', {}, 1, signal)).features[0]?.properties.id;
  // @ts-expect-error: points have no rings
  (await api.features('poles', {}, 1, signal)).features[0]?.geometry.coordinates[0]?.[0];
}

// @ts-expect-error: poles have no Wi-Fi for the popup to show
export const field: LayerOf<'poles'>['fields'] = [{ name: 'wifi' }];

/** Holds when both types are the same; a type that became any or never is neither. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// The types are there at all: were they any or never, much above would be refused or pass for another reason.
export const there: [
  Same<RecordOf<'poles'>['code'], string | null>, // null for who may not know it
  Same<RecordOf<'poles'>['owner'], string | null>,
  Same<FeatureOf<'poles'>['properties']['owner'], string | null>,
  Same<FeatureOf<'units'>['id'], number>,
  Same<Answer<'/api/v1/indicators/sharing'>['ratio'], number | null>,
  Same<Answer<'/api/v1/codes'>[string][number]['title']['vi'], string>,
  Same<LayerOf<'poles'>['fields'], readonly Field<Extract<keyof RecordOf<'poles'>, string>>[]>,
  Same<Exclude<'units' | 'villages' | 'sites' | 'poles' | 'cables', PlacedNoun>, never>,
] = [true, true, true, true, true, true, true, true];
