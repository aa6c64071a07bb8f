import type { Atlas } from '../atlas';
import type { Layer } from '../layers';

/** What a record has of one sort, with its name. */
export interface Related {
  name: string;
  values: readonly string[];
}

/** Most tenants and stations that are asked for of one record. */
const fewRecords = 100;

/** Who else is there, and what stands there. */
export async function related(layer: Layer, id: number, { api, catalog, writer, at }: Atlas, signal: AbortSignal): Promise<Related[]> {
  const out: Related[] = [];
  const about = { as_of: at.date, limit: fewRecords };
  if (layer.shared) {
    const { items } = await api.get('/api/v1/tenancies', { query: { asset_kind: layer.shared, asset: id, ...about } }, signal);
    const names = new Set(items.flatMap(({ tenant }) => (tenant === null ? [] : catalog.organization(tenant))));
    out.push({ name: writer.text('usedBy'), values: [...names].sort((a, b) => writer.compare(a, b)) });
  }
  if (layer.id === 'sites') {
    const { items } = await api.get('/api/v1/stations', { query: { site: id, ...about } }, signal);
    const byOperator = new Map<string, Set<string>>();
    for (const { technology, operator } of items) {
      if (operator === null) continue; // not to be seen by who asks
      byOperator.set(operator, (byOperator.get(operator) ?? new Set()).add(technology));
    }
    const values = [...byOperator].map(([operator, technologies]) => `${catalog.organization(operator)}: ${[...technologies].sort().join(', ')}`);
    out.push({ name: writer.text('technologies'), values });
  }
  return out;
}
