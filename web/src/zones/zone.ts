import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { API } from '../api';

/** A zone with rules of its own (khu vực). */
export interface Zone {
  id: number;
  version: number;
  code: string;
  name: string;
  zone_kind: string;
  forbidden_classes: string | null;
  height_limit_m: number | null;
  decision_number: string | null;
  issuer: string | null;
  valid_from: string;
  valid_to: string | null;
  geometry: MultiPolygon;
}

/** What of a zone is filled in. */
export type ZoneBody = Omit<Zone, 'id' | 'version' | 'geometry'>;

/** Most zones that are listed. */
const most = 1000;

/** The zones in force on a day. */
export async function readZones(api: API, date: string, signal: AbortSignal): Promise<Zone[]> {
  const { items } = await api.read<{ items: Zone[] }>(`/api/v1/zones?as_of=${date}&limit=${most}`, signal);
  return items.filter((z) => z.geometry !== null);
}

/** Creates or changes a zone; what nobody filled in is none. */
export function saveZone(api: API, zone: Zone | null, body: ZoneBody, geometry: MultiPolygon): Promise<Zone> {
  const whole = { ...body, geometry };
  if (zone) return api.write<Zone>('PATCH', `/api/v1/zones/${zone.id}`, whole, { 'If-Match': `"zone-${zone.id}-${zone.version}"` });
  return api.write<Zone>('POST', '/api/v1/zones', whole, { 'Idempotency-Key': crypto.randomUUID() });
}

/** Polygons as one zone's boundary, to 7 decimals. */
export function boundary(polygons: readonly Polygon[]): MultiPolygon {
  const round = (p: Position): Position => p.map((n) => Math.round(n * 1e7) / 1e7);
  return { type: 'MultiPolygon', coordinates: polygons.map(({ coordinates }) => coordinates.map((ring) => ring.map(round))) };
}
