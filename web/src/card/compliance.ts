import type { API } from '../api';
import type { Schemas } from '../client/types';

export type Verdict = 'lawful' | 'unlawful' | 'unknown';

/** What a zone or a listed street says of a place. */
export type Restriction = Schemas['Restriction'] | Schemas['ComplianceRestriction'];

/** The card of a work: whether it is lawful, why, and what stands around it. What the reader may not see is null. */
export type Compliance = Schemas['Card'];

/** The kinds of works that are judged, by their layers. */
export const judged: ReadonlySet<string> = new Set(['sites', 'poles']);

/** Reads the card of a site or a pole. */
export function readCompliance(api: API, layer: string, id: number, date: string, signal: AbortSignal): Promise<Compliance> {
  const path = layer === 'poles' ? '/api/v1/poles/{id}/compliance' : '/api/v1/sites/{id}/compliance';
  return api.get(path, { path: { id }, query: { as_of: date } }, signal);
}
