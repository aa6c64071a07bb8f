import type { API } from '../api';
import { today } from '../day';
import { layerOfNoun, type LayerID } from '../layers';

/** Something found: a record, or a place by its coordinates. */
export interface Found {
  /** Tells it from the others. */
  key: string;
  title: string;
  about: string;
  /** The record, if it is one. */
  record: { layer: LayerID; id: number } | null;
  /** Longitude and latitude in degrees, WGS84; of a record, its own are asked for. */
  at: [number, number] | null;
}

/** Says whether a text holds two numbers and little else: coordinates, in degrees or metres. */
export function isPosition(text: string): boolean {
  const numbers = text.match(/\d+(?:[.,]\d+)?/g) ?? [];
  const words = text.replace(/\b(?:[NSEWB\u0110XY]|lat|lon|vn-?2000|wgs-?84|epsg:?\d*)\b/giu, '').match(/\p{L}{2,}/gu) ?? [];
  return numbers.length >= 2 && words.length === 0 && numbers.some((n) => /[.,]\d{2,}|\d{6,}/.test(n) || /[°'"]/.test(text));
}

/** What stands in the register by a text: words in any order, accents or none; or the places that coordinates may mean. */
export async function find(api: API, text: string, date: string, language: 'vi' | 'en', signal: AbortSignal): Promise<Found[]> {
  if (isPosition(text)) return places(api, text, date, language, signal);
  const { hits } = await api.get('/api/v1/search', { query: { q: text, as_of: date, ahead: date >= today() } }, signal);
  return hits.flatMap(({ noun, id, code, name, address, commune }): Found[] => {
    const layer = layerOfNoun[noun];
    if (!layer) return [];
    const more = [name && code, address, commune].filter((part) => part);
    return [{ key: `${layer}/${id}`, title: name || code, about: more.join(' · '), record: { layer, id }, at: null }];
  });
}

async function places(api: API, text: string, date: string, language: 'vi' | 'en', signal: AbortSignal): Promise<Found[]> {
  const { readings } = await api.get('/api/v1/lookup', { query: { coordinates: text, as_of: date } }, signal);
  return readings.map(({ read_as, crs, lon, lat, units }) => {
    const where = (['commune', 'district', 'province'] as const).flatMap((level) => units[level]?.name ?? []);
    return { key: `${crs}/${lon}/${lat}`, title: where[0] ?? `${lat.toFixed(6)}, ${lon.toFixed(6)}`, about: read_as[language], record: null, at: [lon, lat] };
  });
}
