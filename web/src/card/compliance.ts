import type { Geometry } from 'geojson';
import type { API } from '../api';
import type { Schemas } from '../client/types';
import type { Text } from '../text';

export type Verdict = 'lawful' | 'unlawful' | 'unknown';

/** What a zone or a listed street says of a place. */
export interface Restriction {
  noun: string;
  id: number;
  code: string;
  name: string;
  kind: string;
  height_limit_m: number | null;
  height_datum: string;
  decision_number: string | null;
  issuer: string | null;
  valid_from: string | null;
  valid_to: string | null;
  deadline: string | null;
  distance_m: number;
}

/** A photo of a work: its picture and a smaller one. */
export interface Photo {
  id: number;
  caption: string | null;
  taken_at: string | null;
  file: string;
  thumbnail: string;
}

/** The card of a work: whether it is lawful, why, and what stands around it. What the reader may not see is null. */
export interface Compliance {
  asset_kind: string;
  id: number;
  as_of: string;
  record: Readonly<Record<string, unknown>> & { id: number; code: string | null; name: string | null; geometry: Geometry | null };
  verdict: Verdict | null;
  parts: { permit: Verdict; certificate: Verdict; zone: Verdict } | null;
  missing: { field: string; title: Text }[] | null;
  findings: { rule: string; part: string; effect: 'unlawful' | 'unknown' | 'warning' | 'note'; clause: Text; found: Text; mend: Text }[] | null;
  rule: { code: string; title: Text; clause: Text; in_force_from: string; in_force_until: string | null; permit_needed: boolean | null; built_on: string | null; basis: string } | null;
  ground: { permit: number; basis: string; title: Text; number: string | null; authority: string | null; issued_on: string | null; valid_until: string | null; height_m: number | null } | null;
  certificate: { id: number; number: string | null; body: string | null; issued_on: string | null; expires_on: string | null; days_left: number | null } | null;
  restrictions: Restriction[] | null;
  height_limit: { m: number; datum: string; of: string } | null;
  owner: { code: string; name: string; contact: string | null } | null;
  capacity: { free_slots: number | null; max_load_kg: number | null; tenants: number | null; refusal_reason: string | null } | null;
  nearest: { id: number; code: string | null; name: string | null; owner: string | null; distance_m: number; free_slots: number | null; verdict: Verdict | null }[] | null;
  inspections: { id: number; code: string; made_at: string; outcome: string; note: string | null }[] | null;
  violations: { id: number; code: string; clause: string; description: string; found_on: string; deadline: string | null; state: string }[] | null;
  photos: Photo[] | null;
  history: readonly Schemas['Change'][] | null;
  can: { inspection: boolean; violation: boolean; field_report: boolean; photo: boolean };
}

/** The kinds of works that are judged, by their layers. */
export const judged: ReadonlySet<string> = new Set(['sites', 'poles']);

/** Reads the card of a site or a pole. */
export function readCompliance(api: API, layer: string, id: number, date: string, signal: AbortSignal): Promise<Compliance> {
  return api.read<Compliance>(`/api/v1/${layer}/${id}/compliance?as_of=${date}`, signal);
}
