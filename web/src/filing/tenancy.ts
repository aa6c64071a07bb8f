import type { Tenancy } from './desk';

/** Whose word on a tenancy is meant. */
export type Side = 'owner_says' | 'tenant_says';

/**
 * The side of a tenancy that may wait for an organization's word: the tenant's is
 * known by its name; anybody else may be the owner, which only the work tells.
 */
export function waitingSide(t: Pick<Tenancy, 'tenant' | 'tenant_says' | 'owner_says'>, organization: string): Side | null {
  if (t.tenant === organization) return t.tenant_says === 'unconfirmed' ? 'tenant_says' : null;
  return t.owner_says === 'unconfirmed' ? 'owner_says' : null;
}
