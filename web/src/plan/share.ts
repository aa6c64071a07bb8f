import type { API } from '../api';
import type { Schemas } from '../client/types';
import type { Position } from '../geodesy';

/** What may be planned. */
export const planKinds = ['mast', 'duct', 'pole'] as const;

export type PlanKind = (typeof planKinds)[number];

/** A work in reach that may serve instead. */
export type Candidate = Schemas['Candidate'];

/** A work that somebody else plans in reach. */
export type Planned = Schemas['PlannedNear'];

/** The ratio of sharing somewhere, now and after. */
export type Ratio = Schemas['Ratio'];

/** What could be shared instead of building. */
export type ShareAnswer = Schemas['ShareAnswer'];

/** What somebody means to build. */
export type Proposal = Schemas['ProposalOrder'];

/** A planned work from the points drawn; null while there are too few. */
export function proposal(kind: PlanKind, line: readonly Position[], heightM: number, reachM: number): Proposal | null {
  const more = { ...(heightM > 0 && kind === 'mast' && { height_m: heightM }), ...(reachM > 0 && { reach_m: reachM }) };
  const points = line.map(([lon, lat]) => [lon, lat]);
  if (kind === 'mast') return points.length > 0 ? { kind, geometry: { type: 'Point', coordinates: points.at(-1)! }, ...more } : null;
  return points.length > 1 ? { kind, geometry: { type: 'LineString', coordinates: points }, ...more } : null;
}

export function shareCheck(api: API, p: Proposal, date: string): Promise<ShareAnswer> {
  return api.ask<ShareAnswer>(`/api/v1/share-check?as_of=${date}`, p);
}

/** The annex of a proposal as a file, and what to call it. */
export async function annex(api: API, p: Proposal, date: string, format: string): Promise<Blob> {
  return api.file('POST', `/api/v1/share-check?as_of=${date}&format=${format}`, p);
}
