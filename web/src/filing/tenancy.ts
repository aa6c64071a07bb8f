/** Whose word on a tenancy is meant. */
export type Side = 'owner_says' | 'tenant_says';
