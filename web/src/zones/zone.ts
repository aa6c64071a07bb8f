import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { API } from '../api';
import type { Schemas } from '../client/types';

/** A zone with rules of its own (khu vực). */
export type Zone = Schemas['Zone'];

/** What of a zone is filled in. */
export type ZoneBody = Pick<Zone, 'code' | 'name' | 'zone_kind' | 'forbidden_classes' | 'height_limit_m' | 'decision_number' | 'issuer' | 'valid_to'> & { valid_from: string };

/** Most zones that are listed. */
const most = 1000;

/** The zones in force on a day. */
export async function readZones(api: API, date: string, signal: AbortSignal): Promise<Zone[]> {
  const { items } = await api.get('/api/v1/zones', { query: { as_of: date, limit: most } }, signal);
  return items;
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
