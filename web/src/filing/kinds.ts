/** The path of the noun of each name that the register uses outside paths: in rules, and as the kind of a work. */
export const pathOf: Readonly<Record<string, string>> = {
  organization: 'organizations', unit: 'units', village: 'villages',
  site: 'sites', mast: 'masts', station: 'stations', pole: 'poles', manhole: 'manholes', duct: 'ducts', trench: 'trenches',
  cable_route: 'cables', service_point: 'service-points',
  tenancy: 'tenancies', permit: 'permits', certificate: 'certificates', statement: 'statements',
};
