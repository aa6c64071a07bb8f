import type { Geometry } from 'geojson';
import type { API } from '../api';
import type { Restriction } from '../card/compliance';
import type { Position } from '../geodesy';
import type { Text } from '../text';

/** What may be planned. */
export const planKinds = ['mast', 'duct', 'pole'] as const;

export type PlanKind = (typeof planKinds)[number];

/** A work in reach that may serve instead. */
export interface Candidate {
  noun: string;
  id: number;
  code: string;
  name: string | null;
  owner: string | null;
  owner_name: string | null;
  contact: string | null;
  distance_m: number;
  free_slots: number | null;
  free_ducts: number | null;
  own: boolean;
  fit: 'yes' | 'perhaps' | 'no';
  reasons: Text[];
  geometry: Geometry;
}

/** The ratio of sharing somewhere, now and after. */
export interface Ratio {
  scope: string;
  unit: string;
  name: string;
  now: Share;
  if_built: Share;
  if_shared: Share | null;
}

/** A ratio in percent, null without works. */
interface Share {
  ratio: number | null;
}

/** What could be shared instead of building. */
export interface ShareAnswer {
  candidates: Candidate[];
  more: boolean;
  planned: { noun: string; id: number; code: string; name: string | null; owner_name: string | null; contact: string | null; starts_on: string | null; ends_on: string | null; distance_m: number; geometry: Geometry }[];
  restrictions: Restriction[];
  ratios: Ratio[];
  line: { length_m: number; shareable_m: number; poles: number; shareable_poles: number } | null;
}

/** What somebody means to build. */
export interface Proposal {
  kind: PlanKind;
  geometry: Geometry;
  height_m?: number;
  reach_m?: number;
}

/** A planned work from the points drawn; null while there are too few. */
export function proposal(kind: PlanKind, line: readonly Position[], heightM: number, reachM: number): Proposal | null {
  const more = { ...(heightM > 0 && kind === 'mast' && { height_m: heightM }), ...(reachM > 0 && { reach_m: reachM }) };
  const points = line.map((p) => [...p]);
  if (kind === 'mast') return points.length > 0 ? { kind, geometry: { type: 'Point', coordinates: points.at(-1)! }, ...more } : null;
  return points.length > 1 ? { kind, geometry: { type: 'LineString', coordinates: points }, ...more } : null;
}

export function shareCheck(api: API, p: Proposal, date: string): Promise<ShareAnswer> {
  return api.write<ShareAnswer>('POST', `/api/v1/share-check?as_of=${date}`, p);
}

/** The annex of a proposal as a file, and what to call it. */
export async function annex(api: API, p: Proposal, date: string, format: string): Promise<Blob> {
  return api.file('POST', `/api/v1/share-check?as_of=${date}&format=${format}`, p);
}
