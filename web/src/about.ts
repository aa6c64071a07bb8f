import type { API } from './api';

/** What stations and tenancies say of a site. */
export interface About {
  /** The codes of who is on the air, parted by |. */
  operators: string;
  /** 2G to 5G, parted by |. */
  technologies: string;
  /** How many organizations use it besides its owner. */
  tenants: number;
}

/** A site where nobody is. */
export const nobody: About = { operators: '', technologies: '', tenants: 0 };

/** Most stations and tenancies that are read. */
const most = 200_000;

interface Line {
  properties: { site?: number | null; technology?: string | null; operator?: string | null; asset?: number | null; tenant?: string | null; owner?: string | null };
}

/** Reads who is on the air at every site, with what, and who rents there, on a day. */
export async function aboutSites(api: API, date: string): Promise<ReadonlyMap<number, About>> {
  const { signal } = new AbortController();
  const [stations, tenancies] = await Promise.all([
    api.lines<Line>('stations.ndjson', { as_of: date }, most, signal),
    api.lines<Line>('tenancies.ndjson', { as_of: date, asset_kind: 'site' }, most, signal),
  ]);
  const operators = new Map<number, Set<string>>();
  const technologies = new Map<number, Set<string>>();
  const tenants = new Map<number, Set<string>>();
  const add = (to: Map<number, Set<string>>, site: number | null | undefined, what: string | null | undefined) => {
    if (!site || !what) return;
    const there = to.get(site);
    if (there) there.add(what);
    else to.set(site, new Set([what]));
  };
  for (const { properties: p } of stations.features) {
    add(operators, p.site, p.operator);
    add(technologies, p.site, p.technology);
  }
  for (const { properties: p } of tenancies.features) add(tenants, p.asset, p.tenant);
  const sites = new Set([...operators.keys(), ...technologies.keys(), ...tenants.keys()]);
  const joined = (of: Map<number, Set<string>>, site: number) => [...(of.get(site) ?? [])].sort().join('|');
  return new Map([...sites].map((site) => [site, { operators: joined(operators, site), technologies: joined(technologies, site), tenants: tenants.get(site)?.size ?? 0 }]));
}
